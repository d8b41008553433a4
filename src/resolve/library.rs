//! Where framework blocks are found by their identifier.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::resolve::Framework;
use crate::syntax::Node;

/// The blocks that others may extend, by identifier.
#[derive(Clone, Debug, Default)]
pub struct Library {
    blocks: BTreeMap<String, Arc<Framework>>,
    circular: BTreeSet<String>,
    broken: BTreeSet<String>,
}

impl Library {
    /// Adds a block under the identifier that others name it by. The first of an identifier stays.
    pub fn add(&mut self, id: &str, block: Arc<Framework>) {
        self.blocks.entry(id.to_owned()).or_insert(block);
    }

    /// Notes that the block of this identifier extends itself, by whatever way round.
    pub fn add_circular(&mut self, id: &str) {
        self.circular.insert(id.to_owned());
    }

    /// Whether the block of this identifier extends itself.
    pub fn is_circular(&self, id: &str) -> bool {
        self.circular.contains(id)
    }

    /// Notes that the block of this identifier is there, but could not be read to its end.
    pub fn add_broken(&mut self, id: &str) {
        self.broken.insert(id.to_owned());
    }

    /// Whether the block of this identifier is there, but could not be read to its end.
    pub fn is_broken(&self, id: &str) -> bool {
        self.broken.contains(id)
    }

    /// The block of this identifier.
    pub fn get(&self, id: &str) -> Option<&Arc<Framework>> {
        self.blocks.get(id)
    }

    /// Every identifier.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.blocks.keys().map(String::as_str)
    }
}

/// A value of the document control, as written.
pub fn control<'a>(root: &'a Node, key: &str) -> Option<&'a str> {
    root.get("block")?.get(key)?.text()
}
