//! What notes at the foot of a page say of sources.

use super::{Words, words};

/// The day of a legal instrument.
pub const DATED: Words = words("Instrument of {date}.", "Instrument du {date}.");
/// The title comes from the catalogue.
pub const CATALOGUE: Words = words(
    "Title as listed in the catalogue of legal instruments of gnc; the text of the instrument prevails.",
    "Intitulé repris du répertoire d’instruments juridiques de gnc ; le texte de l’instrument fait foi.",
);
/// The meaning comes from the catalogue.
pub const VOCABULARY: Words = words(
    "Meaning taken from the catalogue of terms of gnc, which is not an official vocabulary.",
    "Sens repris du répertoire de termes de gnc, qui n’est pas un vocabulaire officiel.",
);
/// The codes come from the catalogue.
pub const CODES: Words = words(
    "Codes as compiled for gnc; the list that its maintainer publishes takes precedence.",
    "Codes tels que compilés pour gnc ; la liste que publie l’organisme responsable l’emporte.",
);
