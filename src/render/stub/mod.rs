//! Stubs: programs in which a developer of an administration finds the messages of a block as types,
//! a client and the skeleton of a server.
//!
//! What does not depend on the block stands under `templates/stub/`; the rest is written here. The
//! message model travels with each stub as data, so that all judge messages in the same way.

mod data;
mod escape;
mod names;
mod notes;
mod readme;
mod typescript;

pub use readme::unagreed;

use crate::render::{Artifact, Kind};
use crate::view::stub::StubModel;

/// A programming language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// TypeScript for Node.js.
    TypeScript,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 1] = [Self::TypeScript];

    /// The name on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::TypeScript => "typescript",
        }
    }

    /// The language of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }

    /// What stands between the words of the name of a package.
    const fn between(self) -> &'static str {
        match self {
            Self::TypeScript => "-",
        }
    }

    /// A name in `lowerCamelCase` as methods are written.
    fn method(self, name: &str) -> String {
        match self {
            Self::TypeScript => name.to_owned(),
        }
    }
}

/// The stub of `model` in this language: every file of it.
pub fn write(model: &StubModel, language: Language) -> Vec<Artifact> {
    let mut artifacts = match language {
        Language::TypeScript => typescript::write(model),
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
