//! What `gnc catalogue map` says of how a partner's certificate fits.

use super::{Words, words};

/// The command.
pub const ABOUT: Words = words(
    "Show how the certificates of others fit a maximum dataset, or a block: which box answers which element, what is lacking, what is more",
    "Montrer comment les certificats existants s’accordent avec un ensemble maximal ou un bloc : quelle case répond à quel élément, ce qui manque, ce qui est en plus",
);
/// What it takes.
pub const STRUCTURES: Words = words(
    "Structures, as asean.form-d (default: an overview of all)",
    "Structures, par exemple asean.form-d (par défaut une vue d’ensemble)",
);
/// Help of `--block`.
pub const BLOCK: Words = words(
    "Only what this block carries, and which of its mandatory elements a certificate cannot fill",
    "Seulement ce que ce bloc transmet, et les éléments obligatoires qu’un certificat ne peut pas remplir",
);
/// Help of `--format`.
pub const FORMAT: Words = words("text, json, csv or md", "text, json, csv ou md");
/// No structure of this name.
pub const UNKNOWN: Words = words(
    "there is no mapping of `{id}`; known: {known}",
    "il n’existe pas de correspondance pour « {id} » ; connues : {known}",
);
/// No structure is mapped to the dataset.
pub const NOT_MAPPED: Words = words(
    "no structure is mapped to the maximum dataset `{dataset}`",
    "aucune structure n’est mise en correspondance avec l’ensemble maximal « {dataset} »",
);
/// The block states no dataset.
pub const NO_DATASET: Words = words(
    "{id}: the block states no maximum dataset, so no certificate can be compared with it",
    "{id} : le bloc n’indique aucun ensemble maximal, aucun certificat ne peut donc lui être comparé",
);

/// Heading of the overview.
pub const OVERVIEW: Words =
    words("Structures mapped to {dataset}", "Structures mises en correspondance avec {dataset}");
/// What to do next.
pub const NEXT: Words = words(
    "`gnc catalogue map STRUCTURE` shows one; --block BLOCK compares it with a block.",
    "« gnc catalogue map STRUCTURE » en montre une ; --block BLOC la compare avec un bloc.",
);
/// Where it comes from.
pub const UNOFFICIAL: Words = words(
    "Unofficial: own compilation, not of the body that keeps the structure. Source: {source}",
    "Non officiel : établi par nos soins, et non par l’organisme qui tient la structure. Source : {source}",
);
/// Where it comes from.
pub const OFFICIAL: Words = words("Source: {source}", "Source : {source}");
/// Heading.
pub const ANSWERED: Words = words(
    "Elements that it answers: {n} of {all}",
    "Éléments auxquels elle répond : {n} sur {all}",
);
/// Heading.
pub const LACKS: Words = words("Elements that it lacks: {n}", "Éléments qui lui manquent : {n}");
/// Heading.
pub const HAS_MORE: Words = words(
    "What it has and the dataset has not: {n}",
    "Ce qu’elle contient et que l’ensemble ne contient pas : {n}",
);
/// Heading.
pub const UNFILLED: Words = words(
    "Mandatory in {block}, and not in the certificate: {n}",
    "Obligatoires dans {block}, et absents du certificat : {n}",
);
/// Heading.
pub const WEAK: Words = words(
    "Mandatory in {block}, and in the certificate only in words, at times or by implication: {n}",
    "Obligatoires dans {block}, et présents dans le certificat seulement en toutes lettres, parfois ou implicitement : {n}",
);
/// Every mandatory element can be filled.
pub const ALL_FILLED: Words = words(
    "The certificate can fill every mandatory element of {block}.",
    "Le certificat peut remplir tous les éléments obligatoires de {block}.",
);
/// What the sending system makes.
pub const MADE: Words = words(
    "Made by the system that sends the message, whatever the certificate has: {elements}",
    "Produits par le système qui envoie le message, quel que soit le certificat : {elements}",
);
/// What the mark of unconfirmed fields means.
pub const LEGEND: Words = words(
    "? the field was not found in a published file of the structure; verify it with the body that keeps it",
    "? le champ n’a pas été trouvé dans un fichier publié de la structure ; à vérifier auprès de l’organisme qui la tient",
);

/// Column.
pub const STRUCTURE: Words = words("Structure", "Structure");
/// Column.
pub const TITLE: Words = words("What it is", "Désignation");
/// Column.
pub const ANSWERS: Words = words("Answers", "Répond à");
/// Column.
pub const MORE: Words = words("More", "En plus");
/// Column.
pub const UNSURE: Words = words("Unconfirmed", "Non confirmés");
/// Column.
pub const CANNOT: Words = words("Mandatory, not filled", "Obligatoires, non remplis");
/// Column.
pub const ELEMENT: Words = words("Element", "Élément");
/// Column.
pub const CLASS: Words = words("Class", "Classe");
/// Column.
pub const PATH: Words = words("Path", "Chemin");
/// Column.
pub const ASKED: Words = words("Requirement", "Exigence");
/// Column.
pub const FIELD: Words = words("Box or field", "Case ou champ");
/// Column.
pub const HOW: Words = words("How", "Comment");
/// Column.
pub const HOLDS: Words = words("Holds", "Contient");

/// Between two remarks on one field.
pub const AND: Words = words("; ", " ; ");
/// An element in its class.
pub const IN_CLASS: Words = words("{class}: {name}", "{class} : {name}");
/// A box of a form.
pub const BOX: Words = words("box {n}", "case {n}");
/// No field.
pub const NO_FIELD: Words = words("no field", "aucun champ");
/// How a field answers an element.
pub const IN_WORDS: Words = words("in words", "en toutes lettres");
/// How a field answers an element.
pub const AT_TIMES: Words = words("in some agreements or cases", "dans certains accords ou cas");
/// How a field answers an element.
pub const IMPLIED: Words = words("implied", "implicite");
/// One field for several elements.
pub const SHARED: Words = words("shared by {n} elements", "commun à {n} éléments");
/// The element has to be there whenever its class is.
pub const IN_ITS_CLASS: Words = words("{requirement} in its class", "{requirement} dans sa classe");

/// A part of a form that is no box.
pub fn part(field: &str) -> Option<Words> {
    Some(match field {
        "title" => words("title of the form", "titre du formulaire"),
        "number" => words("number in the head", "numéro en tête"),
        "country" => words("country in the head", "pays en tête"),
        _ => return None,
    })
}
