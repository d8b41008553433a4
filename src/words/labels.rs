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
/// Title of the states of a document and what leads from one to another.
pub const LIFECYCLE: Words = words("Lifecycle of the document", "Cycle de vie du document");
