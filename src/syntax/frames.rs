//! Lists and maps that are still being read.

use std::collections::BTreeMap;

use crate::syntax::{Entry, Node};
use crate::text::{Piece, Span, Spanned};

/// Maps up to this size are searched key by key.
const SMALL_MAP: usize = 16;

/// A list or map that is still open.
pub(super) struct Frame {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) flow: bool,
    pub(super) items: Items,
}

pub(super) enum Items {
    List(Vec<Node>),
    Map(OpenMap),
}

#[derive(Default)]
pub(super) struct OpenMap {
    pub(super) entries: Vec<Entry>,
    /// Where each key stands in `entries`, once there are many.
    index: BTreeMap<Piece, usize>,
    pub(super) key: Option<Key>,
}

pub(super) enum Key {
    Name(Spanned<Piece>),
    /// Reported; its value is read and dropped.
    Refused,
}

impl OpenMap {
    /// A map that goes on with these entries.
    pub(super) fn of(entries: Vec<Entry>) -> Self {
        Self { entries, ..Self::default() }
    }

    /// Where `key` stands already.
    pub(super) fn find(&mut self, key: &str) -> Option<Span> {
        if self.entries.len() <= SMALL_MAP {
            return self.entries.iter().find(|e| &*e.key.value == key).map(|e| e.key.span);
        }
        if self.index.is_empty() {
            let keys = self.entries.iter().enumerate();
            self.index = keys.map(|(at, entry)| (entry.key.value.clone(), at)).collect();
        }
        let at = self.index.get(key)?;
        self.entries.get(*at).map(|entry| entry.key.span)
    }

    pub(super) fn push(&mut self, entry: Entry) {
        if !self.index.is_empty() {
            self.index.insert(entry.key.value.clone(), self.entries.len());
        }
        self.entries.push(entry);
    }
}
