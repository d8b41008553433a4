//! What a block that is begun says, and what `gnc new` asks and says.

use super::{Words, words};

/// Above an annex that was begun.
pub const ANNEX_HEAD: Words = words(
    "A bilateral annex on the framework {framework}. It says only what differs from the framework; everything else is inherited.",
    "Annexe bilatérale fondée sur le cadre {framework}. Elle ne dit que ce qui diffère du cadre ; tout le reste en est repris.",
);
/// How its points are settled.
pub const ANNEX_POINTS: Words = words(
    "Every point that the framework leaves to the Parties stands here as `open`: who owes the answer (`owner`), by when (`due`), and what it waits for (`note`). To settle one, write the value itself in its place. While the Parties differ, write `proposals: {A: …, B: …}`.",
    "Chaque point que le cadre laisse aux Parties figure ici comme `open` : qui doit la réponse (`owner`), pour quand (`due`) et ce qu’elle attend (`note`). Pour en régler un, écrivez la valeur elle-même à sa place. Tant que les Parties divergent, écrivez `proposals: {A: …, B: …}`.",
);
/// Where more is said.
pub const ANNEX_HELP: Words = words(
    "`gnc status` lists what is open; `gnc explain open` and `gnc explain` with any key say more.",
    "`gnc status` énumère ce qui est ouvert ; `gnc explain open`, ou `gnc explain` avec une clé, en dit plus.",
);
/// Below it.
pub const ANNEX_MORE: Words = words(
    "An annex usually also says: which agreement it belongs to (`business_case.scope.agreement`), the provisions of the agreement and of each Party in the place of the placeholders (`business_case.legal_basis`; `omit: true` leaves one of the framework out), and which processes it leaves out.",
    "Une annexe dit d’ordinaire aussi : à quel accord elle se rattache (`business_case.scope.agreement`), les dispositions de l’accord et de chaque Partie à la place des désignations provisoires (`business_case.legal_basis` ; `omit: true` en écarte une du cadre), et quels processus elle écarte.",
);
/// What belongs under a key, with its form.
pub const WITH_FORM: Words = words("{what} Form: {form}.", "{what} Forme : {form}.");
/// An example of a form that was said before.
pub const SUCH_AS: Words = words("as `{example}`", "par exemple `{example}`");
/// Title of an annex.
pub const ANNEX_TITLE: Words =
    words("Technical annex {parties}: {name}", "Annexe technique {parties} : {name}");
/// Name of its exchange.
pub const ANNEX_NAME: Words = words("{name} ({parties})", "{name} ({parties})");
/// Its first change.
pub const FIRST_DRAFT: Words = words(
    "First draft on the basis of the framework {framework}.",
    "Premier projet fondé sur le cadre {framework}.",
);
/// Who keeps it.
pub const MAINTAINER: Words =
    words("Customs administrations of the Parties", "Administrations des douanes des Parties");
/// A body that is still to be named.
pub const BODY_NOTE: Words = words(
    "The Party names the body or the system that takes this role.",
    "La Partie désigne l’organisme ou le système qui tient ce rôle.",
);
/// Title of the list of criteria of an agreement.
pub const CRITERIA_TITLE: Words =
    words("Origin criteria of the Agreement", "Critères d’origine de l’Accord");
/// How its codes are related to the harmonised ones.
pub const CRITERIA_MAPPING: Words = words(
    "Each code keeps the meaning that it has in the base list; codes that the Agreement does not have are taken out, and its own letters are put in.",
    "Chaque code conserve le sens qu’il a dans la liste de base ; les codes que l’Accord ne connaît pas sont retirés, et ses propres lettres sont inscrites.",
);
/// Name of an administration that was not given.
pub const CUSTOMS_OF: Words =
    words("Customs administration ({name})", "Administration des douanes ({name})");

/// Above a framework that was begun.
pub const FRAMEWORK_HEAD: Words = words(
    "A framework block of kind `{kind}`, at its concept. A complete one ships with the tool: {framework}.",
    "Bloc cadre de type `{kind}`, à l’état de concept. Un bloc complet est fourni avec l’outil : {framework}.",
);
/// How it is filled in.
pub const FRAMEWORK_HOW: Words = words(
    "Overwrite what says “To be written”. Lines that begin with ## explain; lines that begin with a single # below them are an example from a block of the same kind: take the # away and overwrite it, component by component. Raise the `status` when a step is done; `gnc status` tells what the next one asks for.",
    "Remplacez ce qui porte la mention « À rédiger ». Les lignes qui commencent par ## expliquent ; celles qui commencent par un seul # donnent en exemple un bloc du même type : ôtez le # et remplacez le texte, composante par composante. Élevez le `status` quand une étape est faite ; `gnc status` indique ce que demande la suivante.",
);
/// Where more is said of a part.
pub const EXPLAIN: Words = words("More: gnc explain {path}", "En savoir plus : gnc explain {path}");
/// Before the rules of a kind.
pub const KIND_RULES: Words = words(
    "What is asked of blocks of kind `{kind}` besides what is asked of every block:",
    "Ce qui est demandé aux blocs de type `{kind}`, outre ce qui l’est à tout bloc :",
);
/// A rule of a kind.
pub const KIND_RULE: Words = words(
    "- {title} ({rule}, from status “{status}”)",
    "- {title} ({rule}, à partir du statut « {status} »)",
);
/// Title of a framework.
pub const FRAMEWORK_TITLE: Words =
    words("To be written: title of the framework ({kind})", "À rédiger : titre du cadre ({kind})");
/// Name of its exchange.
pub const FRAMEWORK_NAME: Words =
    words("To be written: name of the exchange ({kind})", "À rédiger : nom de l’échange ({kind})");
/// Who keeps it, who asked for it.
pub const TO_NAME: Words =
    words("To be written: the body in charge", "À rédiger : l’organisme responsable");
/// Its first change.
pub const FIRST_CONCEPT: Words = words("First concept.", "Premier concept.");
/// A placeholder Party.
pub const EXPORTING: Words = words("Exporting Party", "Partie exportatrice");
/// Its administration.
pub const EXPORTING_CUSTOMS: Words = words(
    "customs administration of the exporting Party",
    "administration des douanes de la Partie exportatrice",
);
/// A placeholder Party.
pub const IMPORTING: Words = words("Importing Party", "Partie importatrice");
/// Its administration.
pub const IMPORTING_CUSTOMS: Words = words(
    "customs administration of the importing Party",
    "administration des douanes de la Partie importatrice",
);
/// A purpose.
pub const PURPOSE: Words = words(
    "To be written: what the exchange is for, as far as it serves this function ({function}).",
    "À rédiger : à quoi sert l’échange au titre de cette fonction ({function}).",
);
/// A benefit.
pub const BENEFIT: Words =
    words("To be written: what they gain.", "À rédiger : ce qu’ils y gagnent.");
/// Its measure.
pub const MEASURE: Words =
    words("To be written: how it is measured.", "À rédiger : comment cela est mesuré.");

/// Help of `gnc new`.
pub const ABOUT: Words = words(
    "Begin a block: a bilateral annex on a framework, or a framework of a kind",
    "Commencer un bloc : une annexe bilatérale fondée sur un cadre, ou un cadre d’un type donné",
);
/// Help of `--from`.
pub const FROM: Words = words(
    "Framework that the annex rests on: its identifier, as wco.co-push, or its file",
    "Cadre sur lequel repose l’annexe : son identifiant, par exemple wco.co-push, ou son fichier",
);
/// Help of `--kind`.
pub const KIND: Words =
    words("Kind of the framework to begin, as aeo", "Type du cadre à commencer, par exemple aeo");
/// Help of `--parties`.
pub const PARTIES: Words = words(
    "Short names of the Parties, separated by commas, in the order of the framework’s: exporting, importing",
    "Noms abrégés des Parties, séparés par des virgules, dans l’ordre du cadre : exportatrice, importatrice",
);
/// Help of `--name`.
pub const NAME: Words = words(
    "Name of a Party, as ADJ=Adjikistan; ADJ:fr=… for one language; once for each",
    "Nom d’une Partie, par exemple ADJ=Adjikistan ; ADJ:fr=… pour une langue ; une fois pour chacun",
);
/// Help of `--administration`.
pub const ADMINISTRATION: Words = words(
    "Its customs administration, as ADJ=… or ADJ:fr=…",
    "Son administration des douanes, par exemple ADJ=… ou ADJ:fr=…",
);
/// Help of `--country`.
pub const COUNTRY: Words = words(
    "Its country code (ISO 3166-1 alpha-2), as ADJ=XA; XA to XZ for an invented country",
    "Son code de pays (ISO 3166-1 alpha-2), par exemple ADJ=XA ; XA à XZ pour un pays fictif",
);
/// Help of `--due`.
pub const DUE: Words = words(
    "Day by which open points are due, as 2027-02-01 (default: in 90 days)",
    "Jour pour lequel les points ouverts sont dus, par exemple 2027-02-01 (par défaut dans 90 jours)",
);
/// Help of `--id`.
pub const ID: Words = words(
    "Identifier of the new block (default: from the Parties and the framework, or from the kind)",
    "Identifiant du nouveau bloc (par défaut tiré des Parties et du cadre, ou du type)",
);
/// Help of `--out`.
pub const OUT: Words = words(
    "File or folder to write (default: the project’s folder of blocks, else that of the framework, else here)",
    "Fichier ou dossier à écrire (par défaut le dossier des blocs du projet, sinon celui du cadre, sinon ici)",
);
/// Help of `--force`.
pub const FORCE: Words =
    words("Overwrite a file that is there already", "Écraser un fichier qui existe déjà");

/// Neither `--from` nor `--kind`.
pub const FROM_OR_KIND: Words = words(
    "say what to begin: an annex on a framework (--from FRAMEWORK --parties A,B) or a framework (--kind KIND). Frameworks: {frameworks}. Kinds: {kinds}",
    "dites ce qu’il faut commencer : une annexe fondée sur un cadre (--from CADRE --parties A,B) ou un cadre (--kind TYPE). Cadres : {frameworks}. Types : {kinds}",
);
/// There is no such framework.
pub const NO_FRAMEWORK: Words = words(
    "there is no framework `{name}`, neither in the project nor among those that ship: {frameworks}",
    "il n’y a pas de cadre « {name} », ni dans le projet ni parmi ceux qui sont fournis : {frameworks}",
);
/// It has another version.
pub const OTHER_VERSION: Words = words(
    "{path} is version {found} of the framework, not {wanted}",
    "{path} est la version {found} du cadre, et non {wanted}",
);
/// There is no such kind.
pub const NO_KIND: Words = words(
    "there is no kind `{name}`; kinds are: {kinds}",
    "il n’y a pas de type « {name} » ; les types sont : {kinds}",
);
/// `--parties` is missing.
pub const NO_PARTIES: Words = words(
    "name the Parties: --parties with {n} short names, for {roles}",
    "nommez les Parties : --parties avec {n} noms abrégés, pour {roles}",
);
/// A block without placeholder Parties.
pub const NOT_A_FRAMEWORK: Words = words(
    "{id} is no framework: it has no placeholder Parties whose parts others could take",
    "{id} n’est pas un cadre : il n’a pas de Parties provisoires dont d’autres pourraient tenir le rôle",
);
/// Another number of Parties.
pub const OTHER_NUMBER: Words = words(
    "the framework has {n} Parties ({roles}), --parties names {found}",
    "le cadre compte {n} Parties ({roles}), --parties en nomme {found}",
);
/// A name that is no identifier, or stands twice.
pub const WRONG_PARTY: Words = words(
    "--parties: `{name}` is no short name of its own: letters, digits and hyphens, each Party another, none the placeholder of another",
    "--parties : « {name} » n’est pas un nom abrégé distinct : lettres, chiffres et traits d’union, un par Partie, aucun n’étant celui d’une autre Partie provisoire",
);
/// A value for a Party that cannot be read.
pub const WRONG_VALUE: Words = words(
    "--{option}: `{value}` says nothing of a Party; write it as {party}=…",
    "--{option} : « {value} » ne dit rien d’une Partie ; écrivez {party}=…",
);
/// No country code.
pub const NO_COUNTRY: Words = words(
    "`{value}` is no country code of ISO 3166-1; an invented country takes one of XA to XZ",
    "« {value} » n’est pas un code de pays de l’ISO 3166-1 ; un pays fictif prend l’un de XA à XZ",
);
/// No date.
pub const NO_DATE: Words = words(
    "`{value}` is no date; write it as 2027-02-01",
    "« {value} » n’est pas une date ; écrivez-la comme 2027-02-01",
);
/// No identifier.
pub const NO_ID: Words = words(
    "--id: `{value}` is no identifier; write it as adj-bor.co-push, in letters, digits, hyphens and full stops",
    "--id : « {value} » n’est pas un identifiant ; écrivez-le comme adj-bor.co-push, en lettres, chiffres, traits d’union et points",
);
/// The file is there.
pub const THERE: Words = words(
    "{path} is there already; --force overwrites it, --out writes elsewhere",
    "{path} existe déjà ; --force l’écrase, --out écrit ailleurs",
);
/// It would overwrite its framework.
pub const ITSELF: Words = words(
    "{path} is the framework itself; choose another file with --out or another --id",
    "{path} est le cadre lui-même ; choisissez un autre fichier avec --out ou un autre --id",
);

/// A question, with what no answer means.
pub const QUESTION: Words = words("{question} [{usual}]: ", "{question} [{usual}] : ");
/// A question that has to be answered, or may be left open.
pub const BARE_QUESTION: Words = words("{question}: ", "{question} : ");
/// Before the questions.
pub const QUESTIONS: Words = words(
    "A few questions; Enter takes what stands in brackets.",
    "Quelques questions ; Entrée reprend ce qui est entre crochets.",
);
/// Which Parties.
pub const ASK_PARTIES: Words = words(
    "Short names of the Parties, separated by a comma, for {roles}",
    "Noms abrégés des Parties, séparés par une virgule, pour {roles}",
);
/// The country of a Party.
pub const ASK_COUNTRY: Words = words(
    "{party}: country code (ISO 3166-1, two letters; XA to XZ if invented)",
    "{party} : code de pays (ISO 3166-1, deux lettres ; XA à XZ s’il est fictif)",
);
/// Its name.
pub const ASK_NAME: Words =
    words("{party}: name of the Party ({lang})", "{party} : nom de la Partie ({lang})");
/// Its administration.
pub const ASK_ADMINISTRATION: Words = words(
    "{party}: customs administration ({lang})",
    "{party} : administration des douanes ({lang})",
);
/// The day by which points are due.
pub const ASK_DUE: Words = words(
    "Day by which open points are due (year-month-day)",
    "Jour pour lequel les points ouverts sont dus (année-mois-jour)",
);

/// The annex was written.
pub const WROTE_ANNEX: Words = words(
    "written: {path}, an annex between {parties} on the framework {framework}",
    "écrit : {path}, une annexe entre {parties} fondée sur le cadre {framework}",
);
/// Before the last of several.
pub const AND: Words = words(" and ", " et ");
/// A framework was copied.
pub const COPIED: Words = words(
    "written: {path}, the framework that it rests on",
    "écrit : {path}, le cadre sur lequel elle repose",
);
/// A framework was written.
pub const WROTE_FRAMEWORK: Words = words(
    "written: {path}, a framework of kind {kind} at its concept",
    "écrit : {path}, un cadre de type {kind} à l’état de concept",
);
/// How many points each Party owes.
pub const POINTS: Words = words(
    "Points to be agreed: {n} ({owners}), due {due}.",
    "Points à convenir : {n} ({owners}), pour le {due}.",
);
/// One Party’s.
pub const OWES: Words = words("{party}: {n}", "{party} : {n}");
/// What a check of it finds.
pub const FOUND: Words = words(
    "Errors in it: {n}; `gnc check {path}` says which, and how to mend them.",
    "Erreurs qu’elle comporte : {n} ; `gnc check {path}` dit lesquelles et comment les corriger.",
);
/// What was assumed.
pub const ASSUMED: Words = words(
    "Not said, so assumed: {what}. Correct it in the file under block.parties.",
    "Non indiqué, donc supposé : {what}. À corriger dans le fichier sous block.parties.",
);
/// The name of a Party.
pub const ASSUMED_NAME: Words = words("name of {party}", "nom de {party}");
/// Its administration.
pub const ASSUMED_ADMINISTRATION: Words =
    words("administration of {party}", "administration de {party}");
/// Before what to do next.
pub const NEXT: Words = words("What to do next:", "Pour la suite :");
/// See a draft.
pub const NEXT_BUILD: Words = words(
    "gnc build {path} --out {out}\n     a draft to read: open {out}/annex/annex.{lang}.html in a browser",
    "gnc build {path} --out {out}\n     un projet à lire : ouvrez {out}/annex/annex.{lang}.html dans un navigateur",
);
/// See what is open.
pub const NEXT_STATUS: Words = words(
    "gnc status {path}\n     what is open and who owes it",
    "gnc status {path}\n     ce qui est ouvert et qui en est redevable",
);
/// Fill in.
pub const NEXT_FILL: Words = words(
    "Open {path} in an editor and put values in the place of open points; gnc explain open says how.",
    "Ouvrez {path} dans un éditeur et mettez des valeurs à la place des points ouverts ; gnc explain open dit comment.",
);
/// Write the concept.
pub const NEXT_CONCEPT: Words = words(
    "Open {path} in an editor and overwrite what says “To be written”; gnc explain purposes says what belongs there.",
    "Ouvrez {path} dans un éditeur et remplacez ce qui porte « À rédiger » ; gnc explain purposes dit ce qu’il faut y écrire.",
);
/// Check.
pub const NEXT_CHECK: Words = words(
    "gnc check {path}\n     after each change: what is wrong, why, and how to mend it",
    "gnc check {path}\n     après chaque modification : ce qui ne va pas, pourquoi et comment le corriger",
);
