//! Stubs: programs in which a developer of an administration finds the messages of a block as types,
//! a client and the skeleton of a server.
//!
//! What does not depend on the block stands under `templates/stub/`; the rest is written here. The
//! message model travels with each stub as data, so that all judge messages in the same way.

mod data;
mod escape;
mod java;
mod names;
mod notes;
mod readme;
mod rust;
mod typescript;

pub use readme::unagreed;

use crate::render::{Artifact, Kind};
use crate::view::stub::StubModel;

/// A programming language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// Java 17.
    Java,
    /// TypeScript for Node.js.
    TypeScript,
    /// Rust with axum.
    Rust,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 3] = [Self::Java, Self::TypeScript, Self::Rust];

    /// The name on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Java => "java",
            Self::TypeScript => "typescript",
            Self::Rust => "rust",
        }
    }

    /// The language of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }

    /// Most elements of one class that a type of the language takes; none where there is no limit.
    pub const fn most_fields(self) -> Option<usize> {
        match self {
            Self::Java => Some(java::MOST_FIELDS),
            Self::TypeScript | Self::Rust => None,
        }
    }

    /// A name in `lowerCamelCase` as methods are written.
    fn method(self, name: &str) -> String {
        match self {
            Self::Java => java::lower(name),
            Self::TypeScript => name.to_owned(),
            Self::Rust => rust::snake(name),
        }
    }
}

/// The stub of `model` in this language: every file of it.
pub fn write(model: &StubModel, language: Language) -> Vec<Artifact> {
    let mut artifacts = match language {
        Language::Java => java::write(model),
        Language::TypeScript => typescript::write(model),
        Language::Rust => rust::write(model),
    };
    artifacts.extend(readme::write(model, language));
    artifacts
}

/// A file of a stub.
fn file(path: impl Into<String>, text: String) -> Artifact {
    Artifact::text(Kind::Stub, path, text)
}

/// Template files by their path below `templates/stub/`.
macro_rules! templates {
    ($($name:literal)*) => {
        [$((
            $name,
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/stub/", $name)),
        )),*]
    };
}
use templates;
