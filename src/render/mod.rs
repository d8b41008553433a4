//! Print a view: each writer is a function from a view to artifacts.

pub mod document;
pub mod index;
pub mod message;
pub mod print;
pub mod process;
pub mod stub;
pub mod workbook;

use crate::words::{Lang, Languages};

/// What an artifact is; `gnc build --only` chooses by these names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The documents in Markdown.
    Markdown,
    /// The documents, each as one HTML page.
    Html,
    /// The documents for word processors (Office Open XML).
    Docx,
    /// The documents as they are printed.
    Pdf,
    /// The data cluster as a workbook.
    Xlsx,
    /// XML Schema.
    Xsd,
    /// JSON Schema.
    JsonSchema,
    /// `OpenAPI`.
    OpenApi,
    /// Business rules and conditions in Schematron.
    Schematron,
    /// Sample messages in XML and JSON.
    Sample,
    /// The process in BPMN 2.0 with its diagram.
    Bpmn,
    /// The process as a picture.
    Svg,
    /// The process in Mermaid.
    Mermaid,
    /// The list of what was written.
    Manifest,
    /// Programs that exchange the messages; `gnc stub` writes them.
    Stub,
}

impl Kind {
    /// Every kind that can be asked for, in the order in which they are written and listed: each
    /// kind that `gnc build` writes.
    pub const ALL: [Self; 13] = [
        Self::Markdown,
        Self::Html,
        Self::Docx,
        Self::Pdf,
        Self::Xlsx,
        Self::Xsd,
        Self::JsonSchema,
        Self::OpenApi,
        Self::Schematron,
        Self::Sample,
        Self::Bpmn,
        Self::Svg,
        Self::Mermaid,
    ];

    /// Whether a build writes it without being asked: kinds that take a while are asked for.
    pub const fn is_default(self) -> bool {
        !matches!(self, Self::Docx | Self::Pdf | Self::Xlsx)
    }

    /// Whether it shows documents.
    pub const fn is_document(self) -> bool {
        matches!(self, Self::Markdown | Self::Html | Self::Docx | Self::Pdf)
    }

    /// The kind of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// The name on the command line and in the manifest.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Xsd => "xsd",
            Self::JsonSchema => "json-schema",
            Self::OpenApi => "openapi",
            Self::Schematron => "schematron",
            Self::Sample => "sample",
            Self::Bpmn => "bpmn",
            Self::Svg => "svg",
            Self::Mermaid => "mermaid",
            Self::Manifest => "manifest",
            Self::Stub => "stub",
        }
    }
}

/// A file to be written: where, below the output folder, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Path below the output folder, with forward slashes, never absolute, without `..`.
    pub path: String,
    /// What it is.
    pub kind: Kind,
    /// The language or languages it is written in, where that matters.
    pub languages: Option<Languages>,
    /// The path of the artifact it must conform to (a sample's schema); the manifest says so, and
    /// whoever checks the folder needs no other map.
    pub schema: Option<String>,
    /// The content.
    pub bytes: Vec<u8>,
}

impl Artifact {
    /// A text file in no particular language.
    pub fn text(kind: Kind, path: impl Into<String>, text: String) -> Self {
        Self { path: path.into(), kind, languages: None, schema: None, bytes: text.into_bytes() }
    }

    /// The list of what was written.
    pub fn manifest(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { path: path.into(), kind: Kind::Manifest, languages: None, schema: None, bytes }
    }

    /// The same, written in `lang`.
    pub fn in_lang(self, lang: Lang) -> Self {
        Self { languages: Some(Languages::One(lang)), ..self }
    }

    /// The same, to be valid against the artifact at `schema`.
    pub fn valid_against(self, schema: impl Into<String>) -> Self {
        Self { schema: Some(schema.into()), ..self }
    }
}
