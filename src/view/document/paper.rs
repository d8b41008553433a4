//! The kinds of documents that are made of one block.

use crate::view::document::{Division, Heading};
use crate::words::{Words, words};

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// The technical annex of an agreement: Articles and appendices.
    Annex,
    /// The Utility Block in the form of Globally Networked Customs: three groups, eleven components.
    UtilityBlock,
    /// One page for those who decide: purpose, benefits, what is exchanged, what is open.
    Summary,
    /// The list of words in square brackets alone.
    Brackets,
    /// The record of changes for a committee: each version, what was decided, who asked for it.
    Changes,
    /// Requests to the keepers of the data model, for elements that go beyond the maximum dataset.
    MaintenanceRequest,
}

impl Paper {
    /// Every kind of document that can be asked for, in the order in which they are written.
    pub const ALL: [Self; 6] = [
        Self::Annex,
        Self::UtilityBlock,
        Self::Summary,
        Self::Brackets,
        Self::Changes,
        Self::MaintenanceRequest,
    ];

    /// The name on the command line, of its folder of templates, and of its files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Annex => "annex",
            Self::UtilityBlock => "utility-block",
            Self::Summary => "summary",
            Self::Brackets => "brackets",
            Self::Changes => "changes",
            Self::MaintenanceRequest => "maintenance-request",
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
            Self::UtilityBlock => words("Utility Block", "Bloc utilitaire"),
            Self::Summary => words("Summary", "Note de synthèse"),
            Self::Brackets => words("Words in square brackets", "Passages entre crochets"),
            Self::Changes => words("Record of changes", "Relevé des modifications"),
            Self::MaintenanceRequest => {
                words("Data maintenance request", "Demande de maintenance des données")
            }
        }
    }

    /// The template that gives the order of its parts: one name in each line, what follows `#` is
    /// a remark.
    pub fn outline(self) -> String {
        format!("{}/outline.txt", self.id())
    }

    /// Whether the table of contents names what this heading opens: Articles, appendices and other
    /// parts; in a document without Articles, their sections, too.
    pub const fn lists(self, heading: &Heading) -> bool {
        match (self, heading.division) {
            (Self::Annex, Division::Section) => false,
            (_, Division::Section) => heading.level <= 2,
            _ => heading.level == 1,
        }
    }

    /// Whether it sets the block beside the framework that it extends.
    pub(super) const fn compares_framework(self) -> bool {
        matches!(self, Self::Annex)
    }

    /// Whether it asks that the dataset be maintained, element by element.
    pub(super) const fn requests_maintenance(self) -> bool {
        matches!(self, Self::MaintenanceRequest)
    }

    /// Whether its points are those of the annex, so that all lists of one version count alike.
    pub(super) const fn counts_as_annex(self) -> bool {
        matches!(self, Self::Summary | Self::Brackets | Self::Changes)
    }
}
