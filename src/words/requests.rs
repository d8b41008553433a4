//! What data maintenance requests say, and `gnc propose`.

use super::{Words, words};

/// Help of `gnc propose`.
pub const ABOUT: Words = words(
    "Draft data maintenance requests for elements outside the maximum dataset or wider than it",
    "Rédiger les demandes de maintenance pour les éléments hors de l’ensemble maximal ou plus larges que lui",
);
/// Help of `--element`.
pub const ELEMENT: Words = words(
    "Only for the element of this path (repeatable)",
    "Seulement pour l’élément de ce chemin (répétable)",
);
/// Help of `--out`.
pub const OUT: Words = words(
    "Folder to write into; without it, only say what goes beyond the dataset",
    "Dossier de sortie ; sans lui, indiquer seulement ce qui dépasse l’ensemble",
);
/// Help of `--only`.
pub const ONLY: Words = words(
    "Kinds of files: docx, markdown, html, pdf (default: docx,markdown)",
    "Sortes de fichiers : docx, markdown, html, pdf (par défaut docx,markdown)",
);
/// Nothing goes beyond the dataset.
pub const NOTHING: Words = words(
    "{id}: every element lies within {dataset}; there is nothing to ask for",
    "{id} : tous les éléments restent dans {dataset} ; il n’y a rien à demander",
);
/// There is no dataset to compare with.
pub const NO_DATASET: Words = words(
    "{id}: the block states no maximum dataset that is known, so nothing can be compared",
    "{id} : le bloc n’indique aucun ensemble maximal connu auquel comparer ses éléments",
);
/// An element that is asked for does not go beyond the dataset.
pub const NOT_BEYOND: Words = words(
    "--element: `{path}` does not go beyond {dataset}, or the block does not have it",
    "--element : « {path} » ne dépasse pas {dataset}, ou le bloc ne le comporte pas",
);
/// An element goes beyond the dataset.
pub const FOUND: Words = words("{path}: {excess}", "{path} : {excess}");
/// Without a folder nothing is written.
pub const WITH_OUT: Words =
    words("With --out DIR, gnc drafts the request.", "Avec --out DIR, gnc rédige la demande.");
/// An element has its request already.
pub const HAS_NUMBER: Words = words("request {number}", "demande {number}");

/// In what an element goes beyond the dataset.
pub const OUTSIDE: Words = words("not in the dataset", "ne figure pas dans l’ensemble");
/// In what an element goes beyond the dataset.
pub const KIND: Words = words(
    "kind of data {own}, in the dataset {limit}",
    "nature des données : {own}, dans l’ensemble {limit}",
);
/// In what an element goes beyond the dataset.
pub const FORMAT: Words =
    words("format {own}, in the dataset {limit}", "format {own}, dans l’ensemble {limit}");
/// In what an element goes beyond the dataset.
pub const OCCURS: Words =
    words("occurrence {own}, in the dataset {limit}", "occurrences {own}, dans l’ensemble {limit}");
/// In what an element goes beyond the dataset.
pub const CODES: Words =
    words("codes of {own}, in the dataset {limit}", "codes de {own}, dans l’ensemble {limit}");

/// An element and the class in which it stands.
pub const IN_CLASS: Words = words("{class}: {name}", "{class} : {name}");
/// Column: what is stated.
pub const ENTRY: Words = words("Entry", "Rubrique");
/// Column: what is asked for.
pub const ASKED: Words = words("Requested", "Demandé");
/// Column: what there is.
pub const PRESENT: Words = words("In the maximum dataset", "Dans l’ensemble maximal");
/// Row.
pub const REQUEST: Words = words("Request", "Demande");
/// What is asked for.
pub const NEW_ELEMENT: Words =
    words("add an element to the maximum dataset", "ajouter un élément à l’ensemble maximal");
/// What is asked for.
pub const NEW_CLASS: Words =
    words("add a class to the maximum dataset", "ajouter une classe à l’ensemble maximal");
/// What is asked for.
pub const WIDEN: Words =
    words("change an element of the maximum dataset", "modifier un élément de l’ensemble maximal");
/// Row.
pub const ELEMENT_PATH: Words = words("Element", "Élément");
/// Row.
pub const NAME: Words = words("Name", "Nom");
/// Row.
pub const CLASS: Words = words("Class", "Classe");
/// Row.
pub const WCO_ID: Words = words("WCO identifier", "Identifiant OMD");
/// Row.
pub const DEFINITION: Words = words("Definition", "Définition");
/// Row.
pub const DATA_TYPE: Words = words("Kind of data", "Nature des données");
/// Row.
pub const FORMAT_ROW: Words = words("Format", "Format");
/// Row.
pub const OCCURRENCE: Words = words("Occurrence", "Occurrences");
/// Row.
pub const CODE_LIST: Words = words("Code list", "Liste de codes");
/// Row.
pub const PERSONAL: Words = words("Personal data", "Données à caractère personnel");
/// Row.
pub const CLASSIFICATION: Words = words("Classification", "Classification");
/// Row.
pub const NUMBER: Words = words("Number of the request", "Numéro de la demande");
/// Something is not there yet.
pub const TO_BE_ASSIGNED: Words = words("to be assigned", "à attribuer");
/// Something is not stated.
pub const TO_BE_STATED: Words = words("to be stated", "à indiquer");
/// Column.
pub const REQUIREMENT: Words = words("Requirement", "Exigence");
/// Column.
pub const BLOCK: Words = words("Utility Block", "Bloc utilitaire");
/// Column.
pub const USE: Words = words("Use", "Emploi");
/// Another block also goes beyond the dataset here.
pub const USES_SAME: Words = words(
    "goes beyond the dataset in this element, too",
    "dépasse aussi l’ensemble pour cet élément",
);
/// Another block carries the element within the dataset.
pub const USES_WITHIN: Words = words(
    "has the element, within the dataset",
    "comporte l’élément, dans les limites de l’ensemble",
);
/// Another block carries the class of the element.
pub const USES_CLASS: Words = words(
    "has the class of the element, not the element",
    "comporte la classe de l’élément, mais pas l’élément",
);
/// Another block carries neither.
pub const USES_NEITHER: Words =
    words("has neither the element nor its class", "ne comporte ni l’élément ni sa classe");

/// What it means: a new element.
pub const IMPACT_OPTIONAL: Words = words(
    "The element is nowhere mandatory: a system that does not know it can leave it out when sending, but has to accept messages that contain it.",
    "L’élément n’est obligatoire nulle part : un système qui ne le connaît pas peut l’omettre à l’envoi, mais doit accepter les messages qui le contiennent.",
);
/// What it means: a new element that is mandatory.
pub const IMPACT_MANDATORY: Words = words(
    "The element is mandatory in at least one message: a system that does not hold it cannot send that message. For partners that follow the present dataset this is a breaking change.",
    "L’élément est obligatoire dans au moins un message : un système qui ne le détient pas ne peut pas envoyer ce message. Pour les partenaires qui suivent l’ensemble actuel, c’est une modification incompatible.",
);
/// What it means: a wider format.
pub const IMPACT_FORMAT: Words = words(
    "Systems that hold the element as {limit} have to be widened to {own}: until then they cut values off or reject the message.",
    "Les systèmes qui conservent l’élément au format {limit} doivent être élargis à {own} : d’ici là, ils tronquent les valeurs ou rejettent le message.",
);
/// What it means: more repetitions.
pub const IMPACT_OCCURS: Words = words(
    "Systems that hold the element {limit} have to hold it {own}: until then they keep some of the values only, or reject the message.",
    "Les systèmes qui admettent l’élément {limit} doivent l’admettre {own} : d’ici là, ils ne conservent qu’une partie des valeurs ou rejettent le message.",
);
/// What it means: another kind of data.
pub const IMPACT_KIND: Words = words(
    "The same element would be read as two kinds of data: a system that follows the present dataset misunderstands it.",
    "Le même élément serait lu comme deux natures de données : un système qui suit l’ensemble actuel le comprend mal.",
);
/// What it means: another list of codes.
pub const IMPACT_CODES: Words = words(
    "Systems that know the codes of {limit} do not know those of {own}: each partner has to convert them, or the list is brought into the international one by its maintainer.",
    "Les systèmes qui connaissent les codes de {limit} ignorent ceux de {own} : chaque partenaire doit les convertir, à moins que l’organisme qui tient la liste internationale ne les y intègre.",
);
