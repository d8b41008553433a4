//! Tests of the public face, one file for each boundary.

#![allow(clippy::disallowed_methods, reason = "tests read fixtures; the library may not")]
#![allow(clippy::format_collect, clippy::unwrap_used, reason = "a test may stop short")]

mod allowance;
mod beside;
mod catalogue;
mod cli;
mod conformance;
mod diff;
mod document;
mod expression;
mod fixes;
mod fuzzed;
mod guide;
mod house;
mod import_xsd;
mod index;
mod layout;
mod layout_of_mutants;
mod library;
mod likeness;
mod limits;
mod mapping;
mod message;
mod mutations;
mod notation;
mod papers;
mod pattern;
mod pdf;
mod plain;
mod process;
mod process_build;
mod profile;
mod propose;
mod prose;
mod reference;
mod report;
mod rulebook;
mod rules;
mod rules_process_data;
mod schema;
mod snapshot;
mod soundness;
mod status;
mod stub;
mod suppressions;
mod syntax;
mod tidy;
mod waits;
mod workbook;
mod xml;
