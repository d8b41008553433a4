//! The block that the examples of the rules are laid over, and the framework that it may profile.

/// A small block that is complete: no rule finds anything in it.
pub const EXAMPLE_BLOCK: &str = include_str!("example.yaml");

/// What makes a framework of [`EXAMPLE_BLOCK`]: laid over it, it gives `exa.framework@1.0.0`, with
/// the same content, for examples that say `extends`.
pub const EXAMPLE_FRAMEWORK: &str = "block: {id: exa.framework, version: 1.0.0}";
