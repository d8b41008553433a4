//! The block that the examples of the rules are laid over.

/// A small block that is complete: no rule finds anything in it.
pub const EXAMPLE_BLOCK: &str = include_str!("example.yaml");
