//! What schemas and interface descriptions say in words.

use super::{Words, words};

/// The metadata wrapper.
pub const HEADER: Words = words("Document metadata", "Métadonnées du document");
/// What the wrapper is for.
pub const HEADER_DEFINITION: Words = words(
    "Says which data model and which message the document is, and who answers for it.",
    "Indique le modèle de données et le message dont relève le document, et qui en répond.",
);
/// Header element.
pub const MODEL_VERSION: Words =
    words("WCO Data Model version", "Version du modèle de données de l'OMD");
/// Header element.
pub const TYPE_NAME: Words = words("Message name", "Nom du message");
/// Header element.
pub const RESPONSIBLE_COUNTRY: Words = words("Responsible country", "Pays responsable");
/// Header element.
pub const RESPONSIBLE_AGENCY: Words = words("Responsible agency", "Organisme responsable");
/// Header element.
pub const CUSTOMIZATION: Words =
    words("Agency-assigned customisation code", "Code d'adaptation attribué par l'organisme");
/// Header element.
pub const CUSTOMIZATION_VERSION: Words =
    words("Version of the customisation", "Version de l'adaptation");
