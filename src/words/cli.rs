//! What the program says on the command line: help, progress, summaries, and why a file could not
//! be read or written.

use super::{Words, words};

/// What the program is for.
pub const ABOUT: Words = words(
    "Write a Globally Networked Customs Utility Block once; check it and generate its technical annex, specifications and process diagram.",
    "Écrire une seule fois un bloc utilitaire (Utility Block) de la douane en réseau international ; le contrôler et en tirer l’annexe technique, les spécifications et le diagramme de processus.",
);
/// Heading of the way to call a command.
pub const USAGE: Words = words("Usage", "Utilisation");
/// Heading of the commands.
pub const COMMANDS: Words = words("Commands", "Commandes");
/// Heading of the options.
pub const OPTIONS: Words = words("Options", "Options");
/// Heading of the arguments.
pub const ARGUMENTS: Words = words("Arguments", "Arguments");
/// Help of `--help`.
pub const HELP: Words = words("Print this help", "Afficher cette aide");
/// Help of `--version`.
pub const VERSION: Words = words("Print the version", "Afficher la version");
/// Help of `--speak`.
pub const SPEAK: Words = words(
    "Language of messages: en or fr (default: GNC_LANG, else the locale, else en)",
    "Langue des messages : en ou fr (par défaut GNC_LANG, sinon la langue du système, sinon en)",
);
/// Help of `--data`.
pub const DATA: Words = words(
    "Folder of datasets and code lists that replace or extend the embedded ones",
    "Dossier de jeux de données et de listes de codes qui remplacent ou complètent ceux du programme",
);
/// Help of `--color`.
pub const COLOR: Words = words(
    "Colour: auto, always or never",
    "Couleurs : auto (automatique), always (toujours) ou never (jamais)",
);

/// Help of `gnc check`.
pub const CHECK: Words =
    words("Check blocks against the rules", "Contrôler des blocs au regard des règles");
/// Help of the blocks to check.
pub const CHECK_BLOCKS: Words = words(
    "Block files, block folders, or folders of blocks (default: the project's blocks)",
    "Fichiers de bloc, dossiers de bloc ou dossiers de blocs (par défaut les blocs du projet)",
);
/// Help of `--format` of check.
pub const CHECK_FORMAT: Words = words(
    "How findings are printed: human, json, sarif, github or junit",
    "Présentation des constats : human, json, sarif, github ou junit",
);
/// Help of `--fail-on`.
pub const FAIL_ON: Words = words(
    "Weight from which findings lead to exit code 1: error, warning or advice",
    "Gravité à partir de laquelle les constats donnent le code de sortie 1 : error, warning ou advice",
);

/// Help of `--fix`.
pub const FIX: Words = words(
    "Put the ready fixes into the files; nothing else in them changes",
    "Porter les corrections prêtes dans les fichiers ; rien d’autre n’y change",
);
/// Help of `--diff`.
pub const DIFF: Words = words(
    "Print what --fix changes as a unified diff; without --fix, write nothing",
    "Afficher ce que change --fix sous forme de diff unifié ; sans --fix, ne rien écrire",
);
/// Help of `--baseline`.
pub const BASELINE: Words = words(
    "Count only findings that this file does not record",
    "Ne compter que les constats que ce fichier ne consigne pas",
);
/// Help of `--write-baseline`.
pub const WRITE_BASELINE: Words = words(
    "Record the present findings in this file, so that later only new ones count",
    "Consigner les constats actuels dans ce fichier, pour ne compter ensuite que les nouveaux",
);
/// Fixes were put into files.
pub const FIXED: Words = words("Mended: {n} ({rules})", "Corrections apportées : {n} ({rules})");
/// There was nothing to fix.
pub const NOTHING_FIXED: Words = words("Mended: nothing", "Corrections apportées : aucune");
/// The findings were recorded.
pub const RECORDED: Words =
    words("recorded in {path}: {counts}", "consigné dans {path} : {counts}");
/// The baseline is wrong.
pub const WRONG_BASELINE: Words = words(
    "{path} is no record of findings: {reason}",
    "{path} n’est pas un relevé de constats : {reason}",
);

/// What is to become the baseline is something else.
pub const KEPT_NO_BASELINE: Words = words(
    "{path} is no record of findings and stays as it is: name another file after --write-baseline",
    "{path} n’est pas un relevé de constats et reste intact : indiquez un autre fichier après --write-baseline",
);

/// Help of `gnc build`.
pub const BUILD: Words =
    words("Check a block and write its artefacts", "Contrôler un bloc et écrire ses productions");
/// Help of the block to build.
pub const BUILD_BLOCK: Words = words("Block file or block folder", "Fichier ou dossier du bloc");
/// Help of `--out`.
pub const OUT: Words = words("Folder to write into", "Dossier de destination");
/// Help of `--only`.
pub const ONLY: Words = words(
    "Only these kinds, separated by commas",
    "Ces sortes de productions seulement, séparées par des virgules",
);
/// Help of `--with`.
pub const WITH: Words = words(
    "These kinds besides the usual ones, separated by commas",
    "Ces sortes de productions en plus des habituelles, séparées par des virgules",
);
/// Help of `--document`.
pub const DOCUMENT: Words = words(
    "Documents to write, separated by commas (default: annex)",
    "Documents à écrire, séparés par des virgules (par défaut annex)",
);
/// Help of `--lang`.
pub const LANG: Words = words(
    "Languages of the documents, separated by commas; en+fr sets both side by side",
    "Langues des documents, séparées par des virgules ; en+fr place les deux côte à côte",
);
/// Help of `--draft`.
pub const DRAFT: Words = words(
    "Write artefacts in spite of errors, each marked DRAFT",
    "Écrire les productions malgré les erreurs, chacune marquée PROJET",
);
/// Help of `--templates`.
pub const TEMPLATES: Words = words(
    "Folder of templates that take the place of the embedded ones",
    "Dossier de modèles qui remplacent ceux du programme",
);

/// Help of `gnc show`.
pub const SHOW: Words = words("Print a block", "Afficher un bloc");
/// Help of `--resolved`.
pub const RESOLVED: Words = words(
    "With everything inherited from its framework, as one document",
    "Avec tout ce qui vient de son cadre, en un seul document",
);
/// Help of `--format` of `gnc show`.
pub const SHOW_FORMAT: Words = words(
    "How the resolved block is printed: yaml, or json in one line, whose SHA-256 the manifest of a build records",
    "Forme du bloc résolu : yaml, ou json en une ligne, dont le manifeste d’une production consigne le SHA-256",
);

/// Help of `gnc fmt`.
pub const FMT: Words = words(
    "Write block files in the canonical layout; their content and comments stay",
    "Mettre les fichiers de bloc dans la présentation canonique ; contenu et commentaires restent",
);
/// Help of the blocks to lay out.
pub const FMT_BLOCKS: Words = words(
    "Block files or folders of blocks (default: the project's blocks)",
    "Fichiers de bloc ou dossiers de blocs (par défaut les blocs du projet)",
);
/// Help of `--check` of fmt.
pub const FMT_CHECK: Words = words(
    "Write nothing; exit with 1 if a file has another layout",
    "Ne rien écrire ; code de sortie 1 si un fichier a une autre présentation",
);
/// Help of `--diff` of fmt.
pub const FMT_DIFF: Words = words(
    "Print the changes as a unified diff instead of writing them",
    "Afficher les changements sous forme de diff unifié au lieu de les écrire",
);
/// A file was laid out.
pub const LAID_OUT: Words = words("laid out: {path}", "mis en forme : {path}");
/// A file has another layout.
pub const OTHER_LAYOUT: Words = words("other layout: {path}", "autre présentation : {path}");
/// A file cannot be laid out.
pub const NOT_LAID_OUT: Words = words(
    "left as it is, since its layout cannot be changed without changing its content: {path}",
    "laissé tel quel, car sa présentation ne peut changer sans changer le contenu : {path}",
);

/// Help of `gnc schema`.
pub const SCHEMA: Words = words(
    "Print the JSON Schema of the block file format, or of files of house rules",
    "Afficher le schéma JSON du format des blocs, ou des fichiers de règles du projet",
);
/// Help of which schema is printed.
pub const SCHEMA_WHAT: Words = words(
    "Of what: block (unless told otherwise) or house-rules",
    "De quoi : block (par défaut) ou house-rules",
);
/// Label of the weight of a rule.
pub const SEVERITY: Words = words("severity", "gravité");
/// Label of the pack of a rule.
pub const PACK: Words = words("pack", "famille de règles");
/// Label of the message of a rule.
pub const MESSAGE: Words = words("message", "message");
/// Label of the manifest that the example of a rule is looked at beside.
pub const MANIFEST: Words = words("manifest", "manifeste");
/// Label of the example that breaks a rule.
pub const BAD: Words = words("Example that breaks it", "Exemple non conforme");
/// Label of the example that keeps a rule.
pub const GOOD: Words = words("The same, mended", "Le même, corrigé");

/// Progress of one artefact.
pub const WROTE: Words = words("wrote {path} ({size})", "écrit {path} ({size})");
/// Nothing was written because of errors.
pub const NOT_WRITTEN: Words = words(
    "Nothing was written: mend the errors above, or use --draft to see a draft.",
    "Rien n’a été écrit : corrigez les erreurs ci-dessus, ou utilisez --draft pour voir un projet.",
);
/// The block did not resolve, so even a draft is impossible.
pub const NO_DRAFT: Words = words(
    "Nothing was written: the block could not be read as a whole, so not even a draft can be made.",
    "Rien n’a été écrit : le bloc n’a pas pu être lu en entier ; même un projet est impossible.",
);
/// Head of the summary of a build.
pub const BUILT: Words =
    words("{id} {version} ({status}) in {out}", "{id} {version} ({status}) dans {out}");
/// Head of the summary of a draft.
pub const BUILT_DRAFT: Words = words(
    "DRAFT of {id} {version} ({status}) in {out}",
    "PROJET de {id} {version} ({status}) dans {out}",
);
/// One artefact.
pub const ARTEFACT: Words = words("{n} artefact", "{n} production");
/// Several artefacts.
pub const ARTEFACTS: Words = words("{n} artefacts", "{n} productions");
/// The findings in a summary.
pub const FINDINGS: Words = words("Findings: {counts}", "Constats : {counts}");
/// How many points are still open, in a summary.
pub const STILL_OPEN: Words = words("Still to be agreed: {n}", "Restent à convenir : {n}");
/// Nothing is open.
pub const NOTHING_OPEN: Words =
    words("Still to be agreed: nothing", "Restent à convenir : aucun point");
/// An open point in a summary.
pub const OWED_BY: Words =
    words("{path}: owed by {owner}, due {due}", "{path} : attendu de {owner} pour le {due}");
/// An open point without a date in a summary.
pub const OWED_UNDATED: Words =
    words("{path}: owed by {owner}, no date", "{path} : attendu de {owner}, sans date");
/// Proposals in a summary.
pub const PROPOSED: Words = words("{path}: {positions}", "{path} : {positions}");
/// More open points than are listed.
pub const AND_MORE: Words = words("… and {n} more", "… et {n} de plus");

/// A file could not be read.
pub const CANNOT_READ: Words =
    words("cannot read {path}: {reason}", "impossible de lire {path} : {reason}");
/// A file could not be written.
pub const CANNOT_WRITE: Words = words(
    "cannot write {path}: {reason}; earlier outputs are kept",
    "impossible d’écrire {path} : {reason} ; les productions précédentes sont conservées",
);
/// A path would leave the output folder.
pub const OUTSIDE: Words = words(
    "refused to write {path}: it lies outside the output folder",
    "écriture de {path} refusée : ce chemin sort du dossier de destination",
);
/// There is nothing to check.
pub const NO_BLOCKS: Words =
    words("no block was found in {path}", "aucun bloc n’a été trouvé dans {path}");
/// Several blocks where one was asked for.
pub const ONE_BLOCK: Words = words(
    "{path} holds several blocks; name the one to build",
    "{path} contient plusieurs blocs ; indiquez celui à produire",
);
/// Several blocks where one was asked for, whatever for.
pub const ONE_OF: Words = words(
    "{path} holds several blocks; name the file of one",
    "{path} contient plusieurs blocs ; indiquez le fichier de l’un d’eux",
);
/// The project file is wrong.
pub const PROJECT_FILE: Words = words(
    "the project file {path} is wrong: {reason}",
    "le fichier de projet {path} est erroné : {reason}",
);
/// A name that was probably meant.
pub const MEANT: Words = words("did you mean `{word}`?", "vouliez-vous dire « {word} » ?");
/// A framework is neither beside its profile nor in the project, but comes with the program.
pub const FRAMEWORK_SHIPS: Words = words(
    "gnc: the framework `{id}` is not beside the block: the one that comes with gnc is used",
    "gnc : le cadre « {id} » n’est pas à côté du bloc : celui qui est fourni avec gnc est utilisé",
);
/// The file is not there.
pub const NOT_FOUND: Words =
    words("there is no such file or folder", "ce fichier ou dossier n’existe pas");
/// The file may not be read or written.
pub const NO_PERMISSION: Words = words("access is denied", "accès refusé");
/// The file is not UTF-8 text.
pub const NOT_TEXT: Words = words("it is not a text in UTF-8", "ce n’est pas un texte en UTF-8");

/// Name of the row that gives the name of a rule, by which it is allowed or looked up.
pub const NAME: Words = words("name", "nom");
/// A folder stands where a file should be.
pub const IS_FOLDER: Words =
    words("a folder stands in its place", "un dossier se trouve à cet endroit");
/// A file stands where a folder should be.
pub const NO_FOLDER: Words = words(
    "a file stands where a folder is needed",
    "un fichier se trouve là où il faut un dossier",
);

/// About `gnc import`.
pub const IMPORT: Words = words(
    "Bring back into a block what others edited",
    "Reprendre dans un bloc ce que d’autres ont modifié",
);
/// About `gnc import xlsx`.
pub const IMPORT_XLSX: Words = words(
    "Bring an edited workbook of the data cluster back into its block: shows what would change, and writes only when asked to",
    "Reprendre dans son bloc un classeur modifié du groupe de données : montre ce qui changerait et n’écrit que sur demande",
);
/// Help of an argument.
pub const IMPORT_FILE: Words =
    words("The workbook (.xlsx), as edited", "Le classeur (.xlsx), tel que modifié");
/// Help of an option.
pub const IMPORT_BLOCK: Words =
    words("The block that it was written from", "Le bloc à partir duquel il a été produit");
/// Help of an option.
pub const IMPORT_WRITE: Words = words(
    "Write the changes into the file of the block",
    "Inscrire les modifications dans le fichier du bloc",
);
/// About `gnc import xsd`.
pub const IMPORT_XSD: Words = words(
    "Turn an existing XML Schema with what it imports into a block: data cluster, messages, and a report of what could not be carried over",
    "Transformer un schéma XML existant et ce qu’il importe en un bloc : groupe de données, messages et rapport sur ce qui n’a pu être repris",
);
/// Help of an argument.
pub const IMPORT_SCHEMA: Words = words("The XML Schema (.xsd)", "Le schéma XML (.xsd)");
/// Help of an option.
pub const IMPORT_OUT: Words = words(
    "Write the block into this file instead of printing it",
    "Écrire le bloc dans ce fichier au lieu de l’afficher",
);
/// Help of an option.
pub const IMPORT_WITHIN: Words = words(
    "The folder that holds the schema and all that it imports; nothing outside is read [default: the folder of the schema]",
    "Le dossier qui contient le schéma et tout ce qu’il importe ; rien n’est lu en dehors [par défaut : le dossier du schéma]",
);
/// Help of an option.
pub const IMPORT_ID: Words = words(
    "Identifier of the block [default: the name of the file]",
    "Identifiant du bloc [par défaut : le nom du fichier]",
);
/// Help of an option.
pub const IMPORT_LEVELS: Words = words(
    "Bring in at most so many levels of classes",
    "Reprendre au plus ce nombre de niveaux de classes",
);
/// Help of an option.
pub const IMPORT_FORMAT: Words = words("How the report is printed", "Présentation du rapport");
/// Title of a block made from a schema.
pub const IMPORT_TITLE: Words = words("Data cluster of {file}", "Groupe de données de {file}");
/// Remark at the top of a block made from a schema.
pub const IMPORT_ORIGIN: Words = words(
    "Brought in from {file} by `gnc import xsd`. Names and definitions are those of the schema and belong to its owner.",
    "Repris de {file} par « gnc import xsd ». Noms et définitions sont ceux du schéma et appartiennent à son auteur.",
);
/// Remark at the top of a block made from a schema that states its version.
pub const IMPORT_ORIGIN_VERSION: Words = words(
    "Brought in from {file}, version {version}, by `gnc import xsd`. Names and definitions are those of the schema and belong to its owner.",
    "Repris de {file}, version {version}, par « gnc import xsd ». Noms et définitions sont ceux du schéma et appartiennent à son auteur.",
);
/// After a schema was brought in.
pub const IMPORT_DONE: Words = words(
    "Brought in: {elements} elements, {messages} messages, {types} types of values, {lists} code lists. Not carried over: {lost}.",
    "Repris : {elements} éléments, {messages} messages, {types} types de valeurs, {lists} listes de codes. Non repris : {lost}.",
);
/// A schema of which everything was brought in.
pub const IMPORT_ALL: Words = words("nothing", "rien");
/// A file outside the folder that may be read.
pub const IMPORT_NOT_WITHIN: Words = words(
    "{path} is not in the folder {folder}",
    "{path} ne se trouve pas dans le dossier {folder}",
);
/// One change.
pub const CHANGE_LINE: Words = words(
    "{cell}  {path}: {column}: {before} → {after}",
    "{cell}  {path} : {column} : {before} → {after}",
);
/// Where else a change holds.
pub const CHANGE_ALSO: Words = words("holds also in: {messages}", "vaut aussi pour : {messages}");
/// In place of an empty value.
pub const NOTHING_SAID: Words = words("(nothing)", "(rien)");
/// A count of changes.
pub const CHANGE: Words = words("{n} change", "{n} modification");
/// A count of changes.
pub const CHANGES: Words = words("{n} changes", "{n} modifications");
/// After a workbook that says the same as the block.
pub const IMPORT_NOTHING: Words = words(
    "The workbook says the same as {path}: nothing to change.",
    "Le classeur dit la même chose que {path} : rien à modifier.",
);
/// After changes that were only shown.
pub const IMPORT_ASKED: Words = words(
    "{n}; nothing is written yet. To write into {path}, run the same command with --write.",
    "{n} ; rien n’est encore écrit. Pour écrire dans {path}, relancez la même commande avec --write.",
);
/// After changes that were written.
pub const IMPORT_WRITTEN: Words = words("{n} written into {path}.", "{n} dans {path}.");
/// After cells that do not fit.
pub const IMPORT_REFUSED: Words = words(
    "Nothing was written: mend the cells above, then run the command again.",
    "Rien n’a été écrit : corrigez les cellules ci-dessus, puis relancez la commande.",
);

/// Help of `gnc templates`.
pub const TEMPLATES_ABOUT: Words =
    words("The templates of the documents", "Les modèles des documents");
/// Help of `gnc templates export`.
pub const TEMPLATES_EXPORT: Words = words(
    "Write the templates out, to be edited",
    "Écrire les modèles dans un dossier, pour les adapter",
);
/// Help of the folder of `gnc templates export`.
pub const TEMPLATES_DIR: Words = words("Folder to write into", "Dossier de destination");
/// Help of `--force` of `gnc templates export`.
pub const TEMPLATES_FORCE: Words =
    words("Overwrite templates that are there", "Écraser les modèles qui s’y trouvent");
/// A template is there already.
pub const TEMPLATE_THERE: Words = words(
    "{path} is there already: nothing was written; name another folder, or use --force to overwrite it",
    "{path} existe déjà : rien n’a été écrit ; indiquez un autre dossier, ou utilisez --force pour l’écraser",
);
/// Templates were written.
pub const TEMPLATES_WRITTEN: Words = words(
    "{n} templates in {path}; `gnc build --templates` or `templates` in gnc.toml puts them to use",
    "{n} modèles dans {path} ; « gnc build --templates » ou « templates » dans gnc.toml les met en œuvre",
);
/// Help of `gnc translations`.
pub const TRANSLATIONS: Words = words(
    "Record from which words each translation was made, so that a later change is noticed",
    "Consigner de quels termes chaque traduction est faite, pour qu’un changement ultérieur se remarque",
);
/// Help of `--accept` of `gnc translations`.
pub const TRANSLATIONS_ACCEPT: Words = words(
    "Places whose translations were reviewed after a change, separated by commas",
    "Endroits dont les traductions ont été revues après un changement, séparés par des virgules",
);
/// Help of `--all` of `gnc translations`.
pub const TRANSLATIONS_ALL: Words =
    words("Every translation was reviewed", "Toutes les traductions ont été revues");
/// Translations were recorded.
pub const TRANSLATIONS_RECORDED: Words =
    words("{path}: {n} translations recorded", "{path} : {n} traductions consignées");
