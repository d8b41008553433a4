//! Labels and sentences that belong to no rule: what the commands and the documents say.
//!
//! One constant for each; grouped by who says it. Documents take their clause texts from
//! `templates/`; what stands here are the labels of tables, covers and summaries.

use super::{Words, words};

/// Severity, as a heading of findings.
pub const ERROR: Words = words("error", "erreur");
/// Severity, as a heading of findings.
pub const WARNING: Words = words("warning", "avertissement");
/// Severity, as a heading of findings.
pub const ADVICE: Words = words("advice", "conseil");
/// What bytes look like that are no UTF-8: "it looks like …".
pub const UTF_16: Words = words("UTF-16", "de l’UTF-16");
/// What bytes look like that are no UTF-8.
pub const WINDOWS_1252: Words = words("Windows-1252 or Latin-1", "du Windows-1252 ou du Latin-1");
/// What bytes look like that are no UTF-8.
pub const NO_TEXT: Words = words("no text at all", "tout autre chose que du texte");
/// What bytes look like that are no UTF-8.
pub const BROKEN_OFF: Words = words(
    "UTF-8 that breaks off in the middle of a character",
    "de l’UTF-8 interrompu au milieu d’un caractère",
);
/// Title of the states of a document and what leads from one to another.
pub const LIFECYCLE: Words = words("Lifecycle of the document", "Cycle de vie du document");
