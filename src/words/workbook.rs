//! What the workbook of the data cluster says: names of sheets, heads of columns, remarks.

use super::{Words, words};

/// Name of the first sheet.
pub const ABOUT: Words = words("About", "À propos");
/// Name of the sheet of code lists.
pub const CODE_LISTS: Words = words("Code lists", "Listes de codes");
/// Name of the sheet of business rules.
pub const RULES: Words = words("Business rules", "Règles de gestion");
/// Name of the sheet of points to be agreed.
pub const POINTS: Words = words("Open points", "Points à convenir");

/// Fact.
pub const BLOCK: Words = words("Block", "Bloc");
/// Fact.
pub const VERSION: Words = words("Version", "Version");
/// Fact.
pub const TITLE: Words = words("Title", "Titre");
/// Fact.
pub const STATUS: Words = words("Status", "Statut");
/// Fact.
pub const LANGUAGE: Words = words("Language", "Langue");
/// Fact.
pub const DATA_MODEL: Words = words("Data model", "Modèle de données");
/// Fact.
pub const MAXIMUM: Words = words("Maximum dataset", "Ensemble maximal de données");
/// Fact.
pub const FRAMEWORK: Words = words("Framework block", "Bloc-cadre");
/// Fact: the number by which the program knows the layout of the workbook again.
pub const LAYOUT: Words = words("Layout of this workbook", "Disposition de ce classeur");
/// Fact: how the workbook is brought back.
pub const HOW: Words = words("How to use", "Mode d’emploi");
/// How the workbook is brought back.
pub const HOW_TEXT: Words = words(
    "Columns with a blue head may be edited on the sheets of messages; to add an element, write its path and its values in a new row. Write NC to leave an element out; do not delete rows. Then run: gnc import xlsx FILE --block BLOCK. It shows what would change in the block and writes only when asked to.",
    "Les colonnes à en-tête bleu sont modifiables dans les feuilles des messages ; pour ajouter un élément, inscrivez son chemin et ses valeurs dans une nouvelle ligne. Inscrivez NC pour écarter un élément ; ne supprimez aucune ligne. Lancez ensuite : gnc import xlsx FICHIER --block BLOC. La commande montre ce qui changerait dans le bloc et n’écrit que sur demande.",
);
/// Fact: what the workbook is not.
pub const NOTICE: Words = words("Notice", "Avertissement");
/// What the workbook is not.
pub const NOTICE_TEXT: Words = words(
    "Made from the block by the program. Datasets and code lists marked unofficial were compiled from public sources; they are not publications of the World Customs Organization.",
    "Produit à partir du bloc par le programme. Les ensembles de données et listes de codes signalés non officiels ont été établis à partir de sources publiques ; ce ne sont pas des publications de l’Organisation mondiale des douanes.",
);
/// Head of the list of sheets: the sheet.
pub const SHEET: Words = words("Sheet", "Feuille");
/// Head of the list of sheets: what it holds.
pub const HOLDS: Words = words("Holds", "Contenu");
/// Head of the list of sheets: how many rows.
pub const ROWS: Words = words("Rows", "Lignes");
/// Mark of every page until the text is agreed.
pub const DRAFT: Words = words("DRAFT", "PROJET");
/// Foot of a page; `&P` and `&N` are the page and the number of pages.
pub const PAGE: Words = words("Page &P of &N", "Page &P sur &N");

/// Column: depth of an element.
pub const LEVEL: Words = words("Level", "Niveau");
/// Column: XML tag, indented by depth.
pub const TAG: Words = words("Class / attribute", "Classe / attribut");
/// Column: identifier in the WCO Data Model.
pub const WCO_ID: Words = words("WCO ID", "ID OMD");
/// Column: name in the WCO Data Model.
pub const WCO_NAME: Words = words("WCO name", "Nom OMD");
/// Column: what people call it.
pub const LABEL: Words = words("Label", "Libellé");
/// Column.
pub const FORMAT: Words = words("Format", "Format");
/// Column.
pub const OCCURS: Words = words("Occurrence", "Occurrences");
/// Column: the requirement in the framework block.
pub const FRAMEWORK_REQUIREMENT: Words = words("Requirement ({block})", "Exigence ({block})");
/// Column: the requirement in this block.
pub const REQUIREMENT: Words = words("Requirement", "Exigence");
/// Column.
pub const CONDITION: Words = words("Condition", "Condition");
/// Column: the condition in the expression language.
pub const WHEN: Words = words("Condition (expression)", "Condition (expression)");
/// Column.
pub const CODES: Words = words("Code list", "Liste de codes");
/// Column: what the maximum dataset says.
pub const DEFINITION: Words = words("Definition", "Définition");
/// Column: what the block adds.
pub const SUPPLEMENT: Words = words("Supplementary definition", "Définition complémentaire");
/// Column.
pub const PURPOSES: Words = words("Purposes", "Finalités");
/// Column.
pub const PERSONAL: Words = words("Personal data", "Données personnelles");
/// Column.
pub const CLASSIFICATION: Words = words("Classification", "Classification");
/// Column.
pub const PROTECTION: Words = words("Protection", "Protection");
/// Column.
pub const NOTES: Words = words("Notes", "Notes");
/// Column: path of XML tags.
pub const PATH: Words = words("Path", "Chemin");
/// Column: by which the program sees whether the block changed since.
pub const FINGERPRINT: Words = words("Fingerprint", "Empreinte");

/// Column of the sheet of code lists.
pub const LIST: Words = words("List", "Liste");
/// Column of the sheet of code lists.
pub const MAINTAINER: Words = words("Maintainer", "Gestionnaire");
/// Column of the sheet of code lists.
pub const CODE: Words = words("Code", "Code");
/// Column of the sheet of code lists.
pub const MEANING: Words = words("Meaning", "Signification");
/// In place of the codes of a list that is kept by its maintainer.
pub const ELSEWHERE: Words = words(
    "all codes of the list; kept by its maintainer",
    "tous les codes de la liste ; tenue par son gestionnaire",
);
/// In place of the codes of a list that is long and not restricted.
pub const ALL_CODES: Words = words("all {n} codes of the list", "les {n} codes de la liste");

/// Column of the sheet of rules.
pub const RULE: Words = words("Rule", "Règle");
/// Column of the sheet of rules.
pub const KIND: Words = words("Kind", "Nature");
/// Column of the sheet of rules.
pub const STATEMENT: Words = words("Statement", "Énoncé");
/// Column of the sheet of rules.
pub const EVALUATED_AT: Words = words("Evaluated at", "Évaluée à");
/// Column of the sheet of rules.
pub const EXPRESSION: Words = words("Expression", "Expression");
/// Column of the sheet of rules.
pub const ERROR_CODE: Words = words("Error code", "Code d’erreur");
/// Column of the sheet of rules.
pub const WEIGHT: Words = words("Weight", "Gravité");
/// Column of the sheet of rules.
pub const ACTION: Words = words("Action", "Suite donnée");

/// Column of the sheet of points.
pub const SUBJECT: Words = words("Subject", "Objet");
/// Column of the sheet of points.
pub const STATE: Words = words("State", "État");
/// Column of the sheet of points.
pub const POSITIONS: Words = words("Positions of the Parties", "Positions des Parties");
/// Column of the sheet of points.
pub const OWNER: Words = words("Owner", "Responsable");
/// Column of the sheet of points.
pub const DUE: Words = words("Due", "Échéance");
/// Column of the sheet of points.
pub const REMARK: Words = words("Remark", "Observation");
/// Column of the sheet of points.
pub const PLACE: Words = words("Place in the block", "Emplacement dans le bloc");
/// State of a point.
pub const PROPOSALS: Words = words("proposals differ", "propositions divergentes");
/// State of a point.
pub const OPEN: Words = words("open", "à convenir");
/// State of a point.
pub const MISSING: Words = words("not stated", "non précisé");
/// A position of a Party.
pub const POSITION: Words = words("{party}: {value}", "{party} : {value}");

/// What is refused when another value than a listed one is written.
pub const CHOOSE: Words =
    words("Choose a value from the list.", "Choisissez une valeur de la liste.");
