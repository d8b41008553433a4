//! What the page that lists blocks says, and `gnc index`.

use super::{Words, words};

/// Help of `gnc index`.
pub const ABOUT: Words = words(
    "Write a page that lists blocks: status, maturity, findings, diagrams, files to fetch",
    "Écrire une page qui recense les blocs : statut, maturité, constats, diagrammes, fichiers à télécharger",
);
/// Help of the folder.
pub const DIR: Words = words(
    "Folder in whose subfolders the blocks were built; the page is written into it",
    "Dossier dont les sous-dossiers contiennent les blocs produits ; la page y est écrite",
);
/// Help of the blocks.
pub const BLOCKS: Words = words(
    "Block files or folders of blocks (default: the project's blocks)",
    "Fichiers de bloc ou dossiers de blocs (par défaut les blocs du projet)",
);
/// Help of `--lang`.
pub const LANG: Words = words(
    "Languages, a page each, the first as index.html: en, fr (default: en,fr)",
    "Langues, une page chacune, la première étant index.html : en, fr (par défaut en,fr)",
);
/// The pages were written.
pub const WROTE: Words = words("{path}: {blocks}", "{path} : {blocks}");
/// A number of blocks.
pub const ONE_BLOCK: Words = words("{n} block", "{n} bloc");
/// A number of blocks.
pub const MANY_BLOCKS: Words = words("{n} blocks", "{n} blocs");
/// Blocks whose files are of another text than the block.
pub const BEHIND: Words = words(
    "{id}: the files in {dir} were made from another text of the block; run `gnc build` again",
    "{id} : les fichiers de {dir} proviennent d’un autre texte du bloc ; relancez `gnc build`",
);
/// Blocks of which nothing was built.
pub const UNBUILT: Words = words(
    "{id}: {dir} has no folder with its files; run `gnc build`",
    "{id} : {dir} n’a pas de dossier avec ses fichiers ; lancez `gnc build`",
);

/// The link that leads past the head of the page.
pub const SKIP: Words = words("Skip to the blocks", "Aller aux blocs");
/// Heading of the table of all blocks.
pub const OVERVIEW: Words = words("Overview", "Vue d’ensemble");
/// Caption of the table of all blocks.
pub const CAPTION: Words = words(
    "All blocks, with how far each is and what was found in it",
    "Tous les blocs, avec leur avancement et les constats relevés",
);
/// Heading of blocks that others profile.
pub const FRAMEWORKS: Words = words("Framework blocks", "Blocs-cadres");
/// Heading of blocks that profile another one.
pub const PROFILES: Words =
    words("Profiles for Parties and regions", "Profils de Parties et de régions");
/// Heading of files that could not be read as blocks.
pub const UNREAD: Words = words("Files that could not be read", "Fichiers illisibles");
/// The page in another language, named in that language.
pub const THIS_PAGE: Words = words("In English", "En français");

/// Column of the table.
pub const BLOCK: Words = words("Block", "Bloc");
/// Column of the table, and name of a fact.
pub const KIND: Words = words("Subject", "Objet");
/// Column of the table, and name of a fact.
pub const STATUS: Words = words("Status", "Statut");
/// Column of the table.
pub const COMPONENTS: Words = words("Components complete", "Composantes complètes");
/// Column of the table.
pub const OPEN: Words = words("Points to be agreed", "Points à convenir");
/// Column of the table.
pub const FOUND: Words = words("Findings", "Constats");
/// Name of a fact.
pub const PARTIES: Words = words("Parties", "Parties");
/// Name of a fact.
pub const FRAMEWORK: Words = words("Profile of", "Profil de");
/// Name of a fact.
pub const DATE: Words = words("Date", "Date");
/// Name of a fact.
pub const MAINTAINER: Words = words("Maintained by", "Tenu à jour par");

/// Heading of the steps of maturity.
pub const MATURITY: Words = words("Maturity", "Maturité");
/// A step at which everything that is asked for is there.
pub const WHOLE: Words = words("complete", "complet");
/// A step at which something is lacking.
pub const IN_PART: Words = words("in part", "en partie");
/// A step for which nothing is there.
pub const NOT_YET: Words = words("not begun", "non entamé");
/// How many components are complete.
pub const SCORE: Words = words(
    "{n} of {all} components asked for at this step are complete.",
    "{n} des {all} composantes demandées à cette étape sont complètes.",
);
/// Nothing is to be agreed.
pub const NO_POINTS: Words =
    words("No point is left to be agreed.", "Aucun point ne reste à convenir.");
/// One point is to be agreed.
pub const ONE_POINT: Words = words("{n} point is to be agreed.", "{n} point reste à convenir.");
/// Several points are to be agreed.
pub const MANY_POINTS: Words =
    words("{n} points are to be agreed.", "{n} points restent à convenir.");
/// On some of them the positions of the Parties differ.
pub const DIFFERING: Words = words(
    "On {n} of them the Parties propose different things.",
    "Sur {n} d’entre eux, les propositions des Parties divergent.",
);
/// Nothing was found.
pub const NOTHING_FOUND: Words = words("No finding.", "Aucun constat.");
/// In which line of the block a finding is.
pub const LINE: Words = words("line {n}", "ligne {n}");
/// In which line of another file a finding is.
pub const LINE_OF: Words = words("{file}, line {n}", "{file}, ligne {n}");

/// Heading of the diagrams.
pub const DIAGRAMS: Words = words("Diagrams", "Diagrammes");
/// Heading of the files.
pub const FILES: Words = words("Files", "Fichiers");
/// What opens the list of all files.
pub const ALL_FILES: Words = words("All files: {n}", "Tous les fichiers : {n}");
/// The files are drafts.
pub const DRAFTS: Words = words(
    "The block has errors: its files are drafts.",
    "Le bloc comporte des erreurs : ses fichiers sont des projets.",
);
/// The files are of another text.
pub const OTHER_TEXT: Words = words(
    "The files were made from another text of the block than the one described here.",
    "Les fichiers proviennent d’un autre texte du bloc que celui décrit ici.",
);
/// There are no files.
pub const NO_FILES: Words = words(
    "No files have been made of this block.",
    "Aucun fichier n’a été produit à partir de ce bloc.",
);
/// A guiding template.
pub const GUIDING: Words = words(
    "A guiding template with placeholder Parties: profiles fill its open points.",
    "Modèle indicatif avec des Parties fictives : ses points ouverts sont à remplir par les profils.",
);

/// Files of a kind, in the order in which a page shows them.
pub const KINDS: [(&str, Words); 13] = [
    ("html", words("Documents, HTML", "Documents, HTML")),
    ("pdf", words("Documents, PDF", "Documents, PDF")),
    ("docx", words("Documents, Word", "Documents, Word")),
    ("markdown", words("Documents, Markdown", "Documents, Markdown")),
    ("xlsx", words("Data cluster (workbook)", "Groupe de données (classeur)")),
    ("openapi", words("Interface (OpenAPI)", "Interface (OpenAPI)")),
    ("xsd", words("Messages (XML Schema)", "Messages (XML Schema)")),
    ("json-schema", words("Messages (JSON Schema)", "Messages (JSON Schema)")),
    ("schematron", words("Business rules (Schematron)", "Règles de gestion (Schematron)")),
    ("sample", words("Sample messages", "Exemples de messages")),
    ("bpmn", words("Processes (BPMN 2.0)", "Processus (BPMN 2.0)")),
    ("svg", words("Diagrams (SVG)", "Diagrammes (SVG)")),
    ("mermaid", words("Diagrams (Mermaid)", "Diagrammes (Mermaid)")),
];
/// The list of what was built.
pub const MANIFEST: Words =
    words("List of files with checksums", "Liste des fichiers avec sommes de contrôle");
/// A document and its form.
pub const AS: Words = words("{document} ({form})", "{document} ({form})");
/// What a kind of documents is called.
pub fn form(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "html" => "HTML",
        "pdf" => "PDF",
        "docx" => "Word",
        "markdown" => "Markdown",
        _ => return None,
    })
}
/// How many findings are allowed with a reason.
pub const ALLOWED: Words =
    words("{counts}; allowed with a reason: {n}", "{counts} ; admis avec motif : {n}");

/// The block file's own kinds, in words.
pub fn kind(id: &str) -> Option<Words> {
    Some(match id {
        "certificate-of-origin" => words("Proof of origin", "Preuve de l’origine"),
        "export-data" => words("Export data", "Données d’exportation"),
        "aeo" => words("Authorised economic operators", "Opérateurs économiques agréés"),
        "waste" => words("Movement of waste", "Mouvements de déchets"),
        "single-window" => words("Single window", "Guichet unique"),
        "self-declaration" => {
            words("Self-declaration of origin", "Déclaration d’origine par l’opérateur")
        }
        "global-exchange" => words("Global exchange platform", "Plateforme mondiale d’échange"),
        _ => return None,
    })
}
