//! `gnc`: a Utility Block, written once, checked and shown.
//!
//! Text goes one way, through named forms:
//!
//! ```text
//! text ─► syntax::Tree ─► model::Block ─► resolve::Resolved ─► check (findings)
//!                                                          └─► view ─► render (artifacts)
//! ```
//!
//! Values in, values out: nothing here reads a disk, a clock or the environment.

pub mod allowance;
pub mod assertion;
pub mod baseline;
pub mod build;
pub mod catalogue;
pub mod check;
pub mod codes;
pub mod completeness;
pub mod diag;
pub mod diff;
pub mod exchange;
pub mod explain;
pub mod expression;
pub mod guide;
pub mod house;
pub mod import;
pub mod index;
pub mod layout;
pub mod manifest;
pub mod mending;
pub mod message;
pub mod model;
pub mod pattern;
pub mod printing;
pub mod render;
pub mod report;
pub mod resolve;
pub mod rulebook;
pub mod shipped;
pub mod snapshot;
pub mod start;
pub mod status;
pub mod syntax;
pub mod text;
pub mod trial;
pub mod verify;
pub mod view;
pub mod words;
pub mod workspace;
