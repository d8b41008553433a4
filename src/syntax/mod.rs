//! YAML text to a tree in which every key and scalar knows its place.
//!
//! The only user of the YAML crate. Parsing never fails: it gives what could be read, and findings.

use crate::text::{Span, Spanned};

/// What was read of one text.
#[derive(Clone, Debug)]
pub struct Tree {
    /// The document; `None` when the text is empty or nothing could be read.
    pub root: Option<Node>,
    /// Whether the whole text was read. A tree that broke off is not lowered: what is missing
    /// would only give findings that follow from the first.
    pub complete: bool,
}

/// A value with its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where the value stands.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// What a node can be.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing was written, or `~`, or `null`.
    Null,
    /// Text as it was written, after unquoting; never turned into a number, a date or a boolean.
    Scalar(Scalar),
    /// A list.
    List(Vec<Node>),
    /// Keys and values in the order in which they were written; no key stands twice.
    Map(Vec<Entry>),
}

/// A scalar's text and how it was written.
#[derive(Clone, Debug)]
pub struct Scalar {
    /// The text.
    pub text: Box<str>,
    /// Whether it stood without quotes, so that another reader might take it for a number, a date
    /// or a boolean.
    pub plain: bool,
}

/// One key with its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key.
    pub key: Spanned<Box<str>>,
    /// The value.
    pub value: Node,
}

impl Node {
    /// The value of `key`, when this is a map that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The entry of `key`, when this is a map that has it.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        let Value::Map(entries) = &self.value else { return None };
        entries.iter().find(|entry| &*entry.key.value == key)
    }

    /// The text, when this is a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }
}
