//! Which messages are compared with which documents beside them, and what those are filled in from.

use std::sync::Arc;

use crate::expression::Checked;
use crate::words::Label;

/// A message and a document beside it that are compared.
#[derive(Clone, Debug)]
pub struct Matching {
    /// Identifier in the block.
    pub id: String,
    /// What is compared.
    pub label: Label,
    /// Positions of the messages in [`crate::view::message::MessageModel::messages`].
    pub messages: Vec<usize>,
    /// The document.
    pub document: Entry,
    /// The fact among whose items the message counts; empty for none.
    pub among: String,
    /// When both belong together; `None` where nothing is said.
    pub key: Option<Arc<Checked>>,
    /// The same as written.
    pub key_written: String,
    /// The business rules that compare them.
    pub rules: Vec<Matched>,
}

/// A business rule that compares two documents.
#[derive(Clone, Debug)]
pub struct Matched {
    /// Its position in [`crate::view::message::MessageModel::constraints`].
    pub constraint: usize,
    /// What becomes of what was compared when it does not hold.
    pub result: Consequence,
    /// Whether its tolerance is still to be agreed.
    pub tolerance_open: bool,
}

/// What becomes of goods whose documents were compared, the gravest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Consequence {
    /// They are accepted.
    Accept,
    /// A discrepancy is recorded and examined.
    Discrepancy,
    /// They are released against a guarantee.
    GuaranteeRelease,
    /// What was claimed is refused.
    Refuse,
}

impl Consequence {
    /// Its word in JSON, as in block files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Discrepancy => "discrepancy",
            Self::GuaranteeRelease => "guarantee-release",
            Self::Refuse => "refuse",
        }
    }
}

/// Something that a document beside the messages holds: a fact with what stands below it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its names from the document down, joined by `/`.
    pub path: String,
    /// What people call it; its last name where the block says nothing else.
    pub label: Label,
    /// What it is.
    pub kind: EntryKind,
    /// At least so often.
    pub min: u32,
    /// At most so often; [`crate::view::message::Presence::UNBOUNDED`] for without bound.
    pub max: u32,
    /// The codes that it admits; `None` where no list binds it.
    pub codes: Option<Vec<String>>,
    /// What it is filled in from.
    pub source: Option<Source>,
    /// Who completes it, where it is left empty; empty where nobody is named.
    pub left_to: Label,
    /// What stands below it.
    pub entries: Vec<Self>,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// It has entries below it.
    Group,
    /// It has the elements of a class of the data cluster.
    Like,
    /// A text, identifier or code.
    Text,
    /// A number.
    Number,
    /// A number with its unit.
    Quantity,
    /// A number with its currency.
    Amount,
    /// A day or a moment.
    Date,
    /// A length of time.
    Duration,
    /// Yes or no.
    YesNo,
}

/// What of a message an entry is filled in from.
#[derive(Clone, Debug)]
pub struct Source {
    /// The expression with its types.
    pub checked: Arc<Checked>,
    /// As written.
    pub written: String,
    /// Whether the value is copied unchanged, not derived.
    pub copied: bool,
}

impl Entry {
    /// Its last name.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// Whether anything in it is filled in from a message.
    pub fn is_filled(&self) -> bool {
        self.source.is_some() || self.entries.iter().any(Self::is_filled)
    }
}
