//! The values of one message, as they were read: what each is, where it stands.
//!
//! Texts are not copied: what stands in a message as it is meant is kept by its place in it. So an
//! element costs 64 bytes and no allocation, however long its text.

use std::ops::Range;
use std::sync::Arc;

use crate::text::Span;

/// Everything that stands in one message, in the order of its text, each element before what it holds.
#[derive(Clone, Debug, Default)]
pub struct Items {
    list: Vec<Item>,
    /// The text of the message.
    text: Arc<String>,
    /// Texts that do not stand in the message as they are meant: what entities and escapes stand for.
    made: String,
}

/// An element of a message.
#[derive(Clone, Debug)]
pub struct Item {
    class: u32,
    field: Option<u32>,
    size: u32,
    /// Where it stands.
    pub span: Span,
    /// Its value, when it holds one.
    pub value: Option<Text>,
    /// Currency, unit, format of a date or media type beside the value.
    pub companion: Option<Said>,
}

/// A text of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// What it says, after entities and escapes.
    pub said: Said,
    /// Where it stands.
    pub span: Span,
}

/// What a text says: [`Items::said`] has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The first byte; behind [`Said::MADE`] those of the texts that do not stand in the message.
    from: u32,
    len: u32,
}

impl Said {
    /// A message is shorter ([`crate::message::MAX_BYTES`]).
    const MADE: u32 = 1 << 31;
}

/// A position that a message can have: it is shorter than 4 GB.
fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl Item {
    /// An item that was begun, of this class and in this field of it.
    pub(super) fn new(class: usize, field: Option<usize>, span: Span) -> Self {
        let field = field.map(short);
        Self { class: short(class), field, size: 0, span, value: None, companion: None }
    }

    /// The class it stands in, by its position in the validator; the wrapper's for the first ones.
    pub(super) fn class(&self) -> usize {
        self.class as usize
    }

    /// Its field there; `None` for the document itself.
    pub(super) fn field(&self) -> Option<usize> {
        self.field.map(|it| it as usize)
    }

    /// How many items behind this one belong to it.
    pub(super) fn size(&self) -> usize {
        self.size as usize
    }
}

impl Items {
    /// Of a message with this text, as yet without any.
    pub(super) fn of(text: Arc<String>) -> Self {
        Self { text, ..Self::default() }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// All of them, in the order of the text.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Item> {
        self.list.iter()
    }

    /// The items directly below the one at `of`, or at the top, each with its position.
    pub fn below(&self, of: Option<usize>) -> impl Iterator<Item = (usize, &Item)> {
        let range = self.range(of);
        let mut at = range.start;
        std::iter::from_fn(move || {
            let item = self.list.get(at).filter(|_| at < range.end)?;
            let here = at;
            at += item.size() + 1;
            Some((here, item))
        })
    }

    fn range(&self, of: Option<usize>) -> Range<usize> {
        match of {
            None => 0..self.list.len(),
            Some(at) => at + 1..at + 1 + self.list.get(at).map_or(0, Item::size),
        }
    }

    /// The item at this position.
    pub fn get(&self, at: usize) -> Option<&Item> {
        self.list.get(at)
    }

    /// What a text says.
    pub fn said(&self, it: Said) -> &str {
        let (all, from) = match it.from.checked_sub(Said::MADE) {
            Some(from) => (&self.made, from),
            None => (&*self.text, it.from),
        };
        let from = from as usize;
        all.get(from..from + it.len as usize).unwrap_or("")
    }

    /// The value of an item, when it holds one.
    pub fn value(&self, of: &Item) -> Option<&str> {
        of.value.map(|it| self.said(it.said))
    }

    /// What stands beside the value of an item.
    pub fn companion(&self, of: &Item) -> Option<&str> {
        of.companion.map(|it| self.said(it))
    }

    /// Keeps what a text says: by its place, where it is a stretch of the message.
    pub(super) fn keep(&mut self, text: &str) -> Said {
        let at = text.as_ptr().addr().wrapping_sub(self.text.as_ptr().addr());
        let end = at.wrapping_add(text.len());
        // Wherever the address comes from: only what stands there and says the same is meant.
        if at <= end && self.text.get(at..end) == Some(text) {
            return Said { from: short(at), len: short(text.len()) };
        }
        let from = short(self.made.len()) | Said::MADE;
        self.made.push_str(text);
        Said { from, len: short(text.len()) }
    }

    /// Begins an item; [`Items::close`] ends it.
    pub(super) fn open(&mut self, item: Item) -> usize {
        self.list.push(item);
        self.list.len() - 1
    }

    /// Gives the item at `at` its value, and what stands beside it.
    pub(super) fn fill(&mut self, at: usize, value: Option<Text>, companion: Option<Said>) {
        if let Some(item) = self.list.get_mut(at) {
            (item.value, item.companion) = (value, companion);
        }
    }

    /// Everything that was begun since belongs to the item at `at`.
    pub(super) fn close(&mut self, at: usize, end: u32) {
        let size = short(self.list.len() - at - 1);
        if let Some(item) = self.list.get_mut(at) {
            item.size = size;
            item.span.end = end.max(item.span.end);
        }
    }
}
