//! The difference between two blocks: what was added, removed, changed or moved, place by place, and
//! whether systems that work by the old block still work by the new one.
//!
//! A core type like the block itself: whatever compares two blocks reads it.

mod laws;
mod walk;

use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::syntax::Node;
use crate::text::Span;
use crate::words::{Words, diff as say};

pub use laws::table;

/// The difference between two blocks.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The block before.
    pub old: Identity,
    /// The block after.
    pub new: Identity,
    /// What differs, in the order of the format.
    pub changes: Vec<Change>,
}

/// Which block it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Identifier; empty when the block gives none.
    pub id: String,
    /// Version; empty when the block gives none.
    pub version: String,
    /// How far it is.
    pub maturity: Maturity,
    /// The place to point at for the block as a whole.
    pub span: Span,
}

/// One change.
#[derive(Clone, Debug)]
pub struct Change {
    /// The place, as `process_alignment.messages[certificate].sender`.
    pub path: String,
    /// What happened there.
    pub kind: Kind,
    /// What stood there before; `None` when nothing did.
    pub old: Option<Side>,
    /// What stands there now; `None` when nothing does.
    pub new: Option<Side>,
    /// What it means for systems that work by the old block.
    pub class: Class,
    /// Who has to change first, when systems are concerned.
    pub first: First,
    /// Why it is of this class.
    pub reason: Words,
}

/// One side of a change.
#[derive(Clone, Debug)]
pub struct Side {
    /// Where it stands, in the file of its block or of a framework.
    pub span: Span,
    /// What stands there.
    pub value: Node,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Something is there that was not.
    Added,
    /// Something is gone.
    Removed,
    /// Something is other than it was.
    Changed,
    /// An item stands elsewhere in its list.
    Moved,
}

impl Kind {
    /// The name used in machine-readable reports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Moved => "moved",
        }
    }

    /// The word people read.
    pub const fn label(self) -> Words {
        match self {
            Self::Added => say::ADDED,
            Self::Removed => say::REMOVED,
            Self::Changed => say::CHANGED,
            Self::Moved => say::MOVED,
        }
    }
}

/// What a change means, the lightest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Words only: nobody has other duties and no system does anything else.
    Editorial,
    /// Whoever works by the old block can go on; what is new can be taken up in order.
    Compatible,
    /// What is right by the old block is wrong by the new one.
    Breaking,
}

impl Class {
    /// Every class, heaviest first.
    pub const ALL: [Self; 3] = [Self::Breaking, Self::Compatible, Self::Editorial];

    /// The name used in reports and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Editorial => "editorial",
            Self::Compatible => "compatible",
            Self::Breaking => "breaking",
        }
    }

    /// The class of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }

    /// The word people read.
    pub const fn label(self) -> Words {
        match self {
            Self::Editorial => say::EDITORIAL,
            Self::Compatible => say::COMPATIBLE,
            Self::Breaking => say::BREAKING,
        }
    }
}

/// Who has to change first, so that no message is refused in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum First {
    /// Nobody: no message is concerned.
    Nobody,
    /// Receivers: what a new sender sends, an old receiver refuses.
    Receiver,
    /// Senders: what an old sender sends, a new receiver refuses.
    Sender,
    /// Both at the same moment.
    Both,
}

impl First {
    /// The name used in machine-readable reports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Receiver => "receiver",
            Self::Sender => "sender",
            Self::Both => "both",
        }
    }

    /// The words people read; `None` where nobody has to.
    pub const fn label(self) -> Option<Words> {
        match self {
            Self::Nobody => None,
            Self::Receiver => Some(say::RECEIVER_FIRST),
            Self::Sender => Some(say::SENDER_FIRST),
            Self::Both => Some(say::BOTH_AT_ONCE),
        }
    }
}

impl Difference {
    /// How many changes are of this class.
    pub fn count(&self, class: Class) -> usize {
        self.of(class).count()
    }

    /// The changes of this class.
    pub fn of(&self, class: Class) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |it| it.class == class)
    }

    /// The heaviest class; `None` when nothing differs.
    pub fn worst(&self) -> Option<Class> {
        self.changes.iter().map(|it| it.class).max()
    }
}

/// What changes from `old` to `new`, inherited values included.
pub fn diff(old: &Resolved, new: &Resolved) -> Difference {
    let identity = |block: &Resolved| Identity {
        id: block.id().to_owned(),
        version: block.version().to_owned(),
        maturity: block.maturity(),
        span: block.place(),
    };
    Difference { old: identity(old), new: identity(new), changes: walk::changes(old, new) }
}
