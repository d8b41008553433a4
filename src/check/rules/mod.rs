//! The rules, one file each, named after the fault, in a folder for each group of identifiers.

use crate::check::Rule;

/// Every rule, in the order of their identifiers.
pub static RULES: &[&Rule] = &[];
