//! The kinds of documents that are made of one block.

use crate::words::{Words, words};

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// The technical annex of an agreement: Articles and appendices.
    Annex,
}

impl Paper {
    /// Every kind of document that can be asked for, in the order in which they are written.
    pub const ALL: [Self; 1] = [Self::Annex];

    /// The name on the command line, of its folder of templates, and of its files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Annex => "annex",
        }
    }

    /// The kind of document of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.id() == id)
    }

    /// What it is called.
    pub const fn label(self) -> Words {
        match self {
            Self::Annex => words("Technical annex", "Annexe technique"),
        }
    }

    /// The template that gives the order of its parts: one name in each line, what follows `#` is
    /// a remark.
    pub fn outline(self) -> String {
        format!("{}/outline.txt", self.id())
    }
}
