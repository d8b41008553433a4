//! Print a view: each writer is a function from a view to artifacts.

/// A file to be written: where, below the output folder, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Path below the output folder, with forward slashes, never absolute, without `..`.
    pub path: String,
    /// The content.
    pub bytes: Vec<u8>,
}

impl Artifact {
    /// A text file.
    pub fn text(path: impl Into<String>, text: String) -> Self {
        Self { path: path.into(), bytes: text.into_bytes() }
    }
}
