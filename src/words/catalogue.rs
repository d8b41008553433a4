//! The words of `gnc catalogue`: the labels of a card and of a list of hits.

use crate::words::{Words, words};

/// Maintainers of reference data that have a name in French too.
pub const MAINTAINERS: &[(&str, Words)] = &[
    (
        "World Customs Organization",
        words("World Customs Organization", "Organisation mondiale des douanes"),
    ),
    (
        "International Chamber of Commerce",
        words("International Chamber of Commerce", "Chambre de commerce internationale"),
    ),
    ("gnc project", words("gnc project", "projet gnc")),
    (
        "Basel Convention (Conference of the Parties)",
        words(
            "Basel Convention (Conference of the Parties)",
            "Convention de Bâle (Conférence des Parties)",
        ),
    ),
    (
        "ISO 3166 Maintenance Agency",
        words("ISO 3166 Maintenance Agency", "Agence de mise à jour de l’ISO 3166"),
    ),
    (
        "ISO 4217 Maintenance Agency (SIX)",
        words("ISO 4217 Maintenance Agency (SIX)", "Agence de mise à jour de l’ISO 4217 (SIX)"),
    ),
    ("UN/CEFACT", words("UN/CEFACT", "CEFACT-ONU")),
    ("UNECE", words("UNECE", "CEE-ONU")),
];

/// The command.
pub const ABOUT: Words = words(
    "Find elements, codes, legal instruments and terms",
    "Trouver des éléments, des codes, des instruments juridiques et des termes",
);
/// The command `search`.
pub const SEARCH: Words = words(
    "Find by identifier or name, in either language",
    "Chercher par identifiant ou par nom, dans l’une ou l’autre langue",
);
/// What `search` looks for.
pub const SEARCH_QUERY: Words = words("What to look for", "Ce que l’on cherche");
/// The command `show`.
pub const SHOW: Words =
    words("Show all that is known of one thing", "Montrer tout ce qui est connu d’une chose");
/// What `show` takes.
pub const SHOW_ID: Words = words(
    "WCO ID, path of a dataset, code list or LIST:CODE, instrument or term",
    "ID de l’OMD, chemin d’un ensemble de données, liste de codes ou LISTE:CODE, instrument ou terme",
);
/// The command `list`.
pub const LIST: Words = words(
    "List every data file with its version and source",
    "Énumérer les fichiers de données, avec leur version et leur source",
);
/// Nothing fits a query.
pub const NO_HIT: Words = words(
    "nothing in the catalogue fits `{query}`",
    "rien dans le catalogue ne correspond à « {query} »",
);
/// Nothing has an identifier.
pub const UNKNOWN: Words =
    words("the catalogue has no `{id}`", "le catalogue ne contient pas « {id} »");
/// More codes than are shown.
pub const MORE: Words = words("… and {n} more", "… et {n} autres");
/// Codes are not carried.
pub const OPEN_LIST: Words =
    words("codes kept elsewhere, none is refused", "codes tenus ailleurs, aucun n’est refusé");

/// A file of the catalogue.
pub const ENTRY: Words = words("Data file", "Fichier de données");
/// A class of a data model.
pub const CLASS: Words = words("Class", "Classe");
/// An element of a data model.
pub const ELEMENT: Words = words("Element", "Élément");
/// A row of a dataset.
pub const ROW: Words = words("Dataset row", "Ligne de données");
/// A code.
pub const CODE: Words = words("Code", "Code");
/// A legal instrument.
pub const INSTRUMENT: Words = words("Instrument", "Instrument");
/// A term.
pub const TERM: Words = words("Term", "Terme");

/// Where it stands.
pub const IN: Words = words("In", "Dans");
/// English name.
pub const ENGLISH: Words = words("English", "Anglais");
/// French name.
pub const FRENCH: Words = words("French", "Français");
/// Name in the data model.
pub const WCO_NAME: Words = words("WCO name", "Nom OMD");
/// Identifier in the data model.
pub const WCO_ID: Words = words("WCO ID", "ID OMD");
/// Format.
pub const FORMAT: Words = words("Format", "Format");
/// Kind of value.
pub const DATA_TYPE: Words = words("Data type", "Type de données");
/// Occurrence.
pub const OCCURS: Words = words("Occurs", "Occurrence");
/// Number in the Trade Data Elements Directory.
pub const TDED: Words = words("UN TDED", "TDED de l’ONU");
/// XML tag.
pub const XML_TAG: Words = words("XML tag", "Balise XML");
/// Dictionary entry name.
pub const DICTIONARY_NAME: Words = words("Dictionary entry name", "Nom d’entrée du dictionnaire");
/// Where an element was seen.
pub const SEEN_AT: Words = words("Seen at", "Relevé dans");
/// Code list.
pub const CODE_LIST: Words = words("Code list", "Liste de codes");
/// Meaning.
pub const MEANING: Words = words("Meaning", "Sens");
/// How sure the identifier is.
pub const STATUS: Words = words("Status", "Statut");
/// Personal data.
pub const PERSONAL: Words = words("Personal data", "Données à caractère personnel");
/// Yes.
pub const YES: Words = words("yes", "oui");
/// No.
pub const NO: Words = words("no", "non");
/// Classification.
pub const CLASSIFICATION: Words = words("Classification", "Classification");
/// Source.
pub const SOURCE: Words = words("Source", "Source");
/// Licence.
pub const LICENCE: Words = words("Licence", "Licence");
/// Maintainer.
pub const MAINTAINER: Words = words("Maintainer", "Responsable");
/// Whether it is the maintainer's own file.
pub const OFFICIAL: Words = words("Official", "Officiel");
/// Version.
pub const VERSION: Words = words("Version", "Version");
/// How many codes.
pub const CODES: Words = words("Codes", "Codes");
/// Provisions.
pub const PROVISIONS: Words = words("Provisions", "Dispositions");
/// Level of an instrument.
pub const LEVEL: Words = words("Level", "Niveau");
/// What an instrument enables.
pub const ENABLES: Words = words("Enables", "Autorise");
/// It enables no exchange by itself.
pub const NOTHING: Words = words("no exchange by itself", "aucun échange à lui seul");
/// How sure a statement is.
pub const CERTAINTY: Words = words("Certainty", "Certitude");
/// Abbreviation.
pub const ABBREVIATION: Words = words("Abbreviation", "Abréviation");

/// The words of the fixed values that data files use.
pub const fn value(id: &str) -> Option<Words> {
    Some(match id.as_bytes() {
        b"confirmed" => words("confirmed", "confirmé"),
        b"unconfirmed" => words("unconfirmed", "non confirmé"),
        b"proposed" => words("proposed", "proposé"),
        b"public" => words("public", "public"),
        b"restricted" => words("restricted", "diffusion restreinte"),
        b"confidential" => words("confidential", "confidentiel"),
        b"international" => words("international", "international"),
        b"regional" => words("regional", "régional"),
        b"model" => words("model", "modèle"),
        b"recommendation" => words("recommendation", "recommandation"),
        b"guidance" => words("guidance", "orientations"),
        b"request-based-exchange" => words("exchange on request", "échange sur demande"),
        b"automatic-exchange" => words("automatic exchange", "échange automatique"),
        b"spontaneous-exchange" => words("spontaneous exchange", "échange spontané"),
        b"sourced" => words("sourced", "sourcé"),
        b"text not read" => words("text not read", "texte non lu"),
        _ => return None,
    })
}
