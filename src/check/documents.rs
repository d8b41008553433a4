//! The other documents that a block is looked at beside: its earlier versions, the partner's own
//! block, blocks in use with other partners, and a folder that was built from it.

use std::sync::Arc;

use crate::model::Party;
use crate::resolve::Resolved;
use crate::words::{Words, documents as say};

/// What a document is to a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// An earlier version of it.
    Earlier,
    /// The block in which the partner says the same.
    Partner,
    /// A block by which one of its Parties works with somebody else.
    InUse,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::Earlier, Self::Partner, Self::InUse];

    /// The name on the command line and in the project file.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Earlier => "earlier",
            Self::Partner => "partner",
            Self::InUse => "in-use",
        }
    }

    /// The role of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }

    /// What people call it.
    pub const fn label(self) -> Words {
        match self {
            Self::Earlier => say::EARLIER,
            Self::Partner => say::PARTNER,
            Self::InUse => say::IN_USE,
        }
    }

    /// Whether a document in this role has to do with a block.
    pub fn fits(self, block: &Resolved, document: &Resolved) -> bool {
        let is_itself = block.tree.span == document.tree.span;
        match self {
            Self::Earlier => !is_itself && block.id() == document.id(),
            Self::Partner => {
                !is_itself && (block.id() == document.id() || share_framework(block, document))
            }
            Self::InUse => block.id() != document.id() && share_party(block, document),
        }
    }
}

/// Documents that blocks are looked at beside.
#[derive(Clone, Debug, Default)]
pub struct Documents {
    /// The blocks, each with what it is.
    pub blocks: Vec<(Role, Arc<Resolved>)>,
    /// What was built.
    pub built: Option<Built>,
}

/// A folder that was built, as its manifest and its files say.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// Where its manifest stands.
    pub name: String,
    /// Identifier of the block that it was built from.
    pub block: String,
    /// Version of that block.
    pub version: String,
    /// Digest of that block with everything it inherits (SHA-256, hexadecimal), where the manifest
    /// has one.
    pub source: Option<String>,
    /// Files that are not as the manifest says, each with what is wrong.
    pub faults: Vec<(String, Words)>,
}

impl Documents {
    /// The documents in this role that have to do with a block.
    pub fn of<'a>(&'a self, role: Role, block: &'a Resolved) -> impl Iterator<Item = &'a Resolved> {
        let blocks = self.blocks.iter().filter(move |(of, _)| *of == role);
        blocks.map(|(_, it)| it.as_ref()).filter(move |it| role.fits(block, it))
    }
}

/// Whether two blocks profile one framework, or one is the framework of the other.
fn share_framework(one: &Resolved, other: &Resolved) -> bool {
    let framework = |of: &Resolved| {
        let extends = of.block.block.as_ref().and_then(|it| it.extends.as_ref());
        extends.map(|it| it.value.name().to_owned())
    };
    match (framework(one), framework(other)) {
        (Some(one), Some(other)) => one == other,
        (Some(one), None) => one == other.id(),
        (None, Some(other)) => other == one.id(),
        (None, None) => false,
    }
}

/// Whether a Party takes part in both: by its country, or by its short name where a block gives no
/// country.
fn share_party(one: &Resolved, other: &Resolved) -> bool {
    fn parties(of: &Resolved) -> impl Iterator<Item = &Party> {
        of.block.block.iter().flat_map(|it| &it.parties)
    }
    fn is_same(one: &Party, other: &Party) -> bool {
        match (&one.country, &other.country) {
            (Some(one), Some(other)) => one.value == other.value,
            _ => matches!((&one.id, &other.id), (Some(a), Some(b)) if a.value == b.value),
        }
    }
    parties(one).any(|it| parties(other).any(|other| is_same(it, other)))
}
