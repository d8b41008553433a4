//! What `gnc status` and the front of the annex say of how far a block is.

use super::{Words, words};

/// Help of `gnc status`.
pub const ABOUT: Words = words(
    "Show how far blocks are: components, open points, proposals, the next step",
    "Montrer où en sont les blocs : composantes, points ouverts, propositions, étape suivante",
);
/// Help of the blocks to look at.
pub const BLOCKS: Words = words(
    "Block files or folders of blocks (default: the project's blocks); several give one line each",
    "Fichiers de bloc ou dossiers de blocs (par défaut les blocs du projet) ; plusieurs donnent une ligne chacun",
);
/// Help of `--format`.
pub const FORMAT: Words = words("human or json", "human ou json");
/// Help of `--today`.
pub const TODAY: Words = words(
    "Day that due dates are compared with, as 2027-02-01 (default: today)",
    "Date à laquelle les échéances sont comparées, par exemple 2027-02-01 (par défaut aujourd’hui)",
);
/// `--today` is no date.
pub const NO_DATE: Words = words(
    "--today: `{value}` is no date; write it as 2027-02-01",
    "--today : « {value} » n’est pas une date ; écrivez-la comme 2027-02-01",
);

/// The status and the kind of a block.
pub const HEAD: Words = words("{id} {version}: {status}", "{id} {version} : {status}");
/// It is a guiding template.
pub const HYPOTHETICAL: Words = words(
    "A guiding template with placeholder Parties: open points are there to be filled by profiles.",
    "Modèle indicatif avec des Parties fictives : ses points ouverts sont à remplir par les profils.",
);
/// Before the picture of progress.
pub const PROGRESS: Words = words("Progress", "Avancement");
/// How many components are complete.
pub const SCORE: Words = words(
    "{n} of {all} asked for at this step complete",
    "{n} sur {all} complètes parmi celles demandées à cette étape",
);

/// Heading.
pub const COMPONENTS: Words = words("Components", "Composantes");
/// Heading.
pub const MISSING: Words = words("Missing", "Manque");
/// Heading.
pub const NUMBER: Words = words("No.", "N°");
/// Heading.
pub const COMPONENT: Words = words("Component", "Composante");
/// Heading.
pub const ASKED_FROM: Words = words("Asked for from", "Demandé à partir de");
/// Heading.
pub const BY_RULE: Words = words("Rule", "Règle");
/// Heading: what of a component is still open.
pub const OPEN_VALUES: Words = words("Open", "Ouverts");
/// The marks of the table of components.
pub const MARKS: Words = words(
    "● complete   ◐ in part   ○ absent   · not asked for yet",
    "● complète   ◐ partielle   ○ absente   · pas encore demandée",
);
/// A component is complete.
pub const COMPLETE: Words = words("complete", "complète");
/// A component is there in part.
pub const PARTIAL: Words = words("in part", "partielle");
/// A component is absent.
pub const ABSENT: Words = words("absent", "absente");
/// A component is not asked for yet.
pub const NOT_ASKED: Words = words("not asked for yet", "pas encore demandée");
/// Nothing is missing.
pub const NOTHING_MISSING: Words = words("Nothing is missing.", "Rien ne manque.");
/// A missing part in the annex: what, and from when.
pub const MISSING_FROM: Words =
    words("{path} (from: {status})", "{path} (dès le statut : {status})");
/// How many values of a component are not agreed, in the annex.
pub const NOT_AGREED: Words = words("not agreed: {n}", "non convenus : {n}");

/// Heading.
pub const OWED: Words = words("Open points: {n}", "Points ouverts : {n}");
/// Heading.
pub const OWED_LATE: Words = words(
    "Open points: {n}, of which overdue: {late}",
    "Points ouverts : {n}, dont en retard : {late}",
);
/// Heading.
pub const DIFFERING: Words = words("Proposals that differ: {n}", "Propositions divergentes : {n}");
/// Heading.
pub const MATCHING: Words = words(
    "Proposals that agree, to be written as agreed: {n}",
    "Propositions concordantes, à écrire comme convenues : {n}",
);
/// There is no open point and no proposal.
pub const NOTHING_OPEN: Words =
    words("Nothing is left to be agreed.", "Il ne reste aucun point à convenir.");
/// Heading: where a point stands.
pub const LINE: Words = words("Line", "Ligne");
/// Heading.
pub const POINT: Words = words("Point", "Point");
/// Heading.
pub const OWNER: Words = words("Owed by", "Responsable");
/// Heading.
pub const DUE: Words = words("Due", "Échéance");
/// Heading.
pub const REMARK: Words = words("Remark", "Remarque");
/// Nobody owes a point.
pub const NOBODY: Words = words("nobody", "personne");
/// A point has no date.
pub const NO_DAY: Words = words("no date", "sans date");
/// A point is overdue.
pub const OVERDUE: Words = words("{due} (overdue)", "{due} (en retard)");

/// Heading of the next step.
pub const NEXT: Words = words("Next step: {status}", "Étape suivante : {status}");
/// The next step asks for nothing more.
pub const NEXT_CLEAN: Words = words(
    "No rule asks for more there than now.",
    "Aucune règle n’y demande davantage qu’aujourd’hui.",
);
/// What the rules would find at the next step and do not find now.
pub const NEXT_FINDS: Words = words(
    "There the rules would find as well: {counts}",
    "Les règles y relèveraient en outre : {counts}",
);
/// What has to be mended before.
pub const NOW_FINDS: Words = words("Found now: {counts}", "Constats actuels : {counts}");
/// There is no next step.
pub const NO_NEXT: Words = words(
    "There is no further step: changes make a new version.",
    "Il n’y a pas d’étape suivante : toute modification donne une nouvelle version.",
);
/// Repetitions of a rule.
pub const MORE: Words = words("… and {n} more of {rule}", "… et {n} de plus pour {rule}");

/// Heading in the list of several blocks.
pub const BLOCK: Words = words("Block", "Bloc");
/// Heading in the list of several blocks.
pub const VERSION: Words = words("Version", "Version");
/// Heading in the list of several blocks.
pub const STATUS: Words = words("Status", "Statut");
/// Heading in the list of several blocks.
pub const COMPLETE_OF: Words = words("Complete", "Complètes");
/// Heading in the list of several blocks.
pub const OPEN: Words = words("Open", "Ouverts");
/// Heading in the list of several blocks.
pub const LATE: Words = words("Overdue", "En retard");
/// Heading in the list of several blocks.
pub const DIFFER: Words = words("Differ", "Divergents");
/// Heading in the list of several blocks.
pub const ERRORS: Words = words("Errors", "Erreurs");
/// Heading in the list of several blocks: errors at the next step.
pub const NEXT_ERRORS: Words = words("Errors at next step", "Erreurs à l’étape suivante");
/// The last line of the list.
pub const TOTAL: Words = words("Total: {n}", "Total : {n}");
/// A block that could not be read.
pub const UNREADABLE: Words = words("not readable", "illisible");
