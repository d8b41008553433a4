//! The values of one message, as they were read: what each is, where it stands.

use std::ops::Range;

use crate::text::Span;

/// Everything that stands in one message, in the order of its text, each element before what it holds.
#[derive(Clone, Debug, Default)]
pub struct Items {
    pub(super) list: Vec<Item>,
}

/// An element of a message.
#[derive(Clone, Debug)]
pub struct Item {
    /// The class it stands in, by its position in the validator; the wrapper's for the first ones.
    pub(super) class: usize,
    /// Its field there; `None` for the document itself.
    pub(super) field: Option<usize>,
    /// How many items behind this one belong to it.
    pub(super) size: usize,
    /// Where it stands.
    pub span: Span,
    /// Its value, when it holds one.
    pub value: Option<Text>,
    /// Currency, unit, format of a date or media type beside the value.
    pub companion: Option<Text>,
}

/// A text of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What it says, after entities and escapes.
    pub text: Box<str>,
    /// Where it stands.
    pub span: Span,
}

impl Items {
    /// The items directly below the one at `of`, or at the top, each with its position.
    pub fn below(&self, of: Option<usize>) -> impl Iterator<Item = (usize, &Item)> {
        let range = self.range(of);
        let mut at = range.start;
        std::iter::from_fn(move || {
            let item = self.list.get(at).filter(|_| at < range.end)?;
            let here = at;
            at += item.size + 1;
            Some((here, item))
        })
    }

    fn range(&self, of: Option<usize>) -> Range<usize> {
        match of {
            None => 0..self.list.len(),
            Some(at) => at + 1..at + 1 + self.list.get(at).map_or(0, |it| it.size),
        }
    }

    /// The item at this position.
    pub fn get(&self, at: usize) -> Option<&Item> {
        self.list.get(at)
    }

    /// Begins an item; [`Items::close`] ends it.
    pub(super) fn open(&mut self, item: Item) -> usize {
        self.list.push(item);
        self.list.len() - 1
    }

    /// Everything that was begun since belongs to the item at `at`.
    pub(super) fn close(&mut self, at: usize, end: u32) {
        let size = self.list.len() - at - 1;
        if let Some(item) = self.list.get_mut(at) {
            item.size = size;
            item.span.end = end.max(item.span.end);
        }
    }
}
