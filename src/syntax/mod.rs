//! YAML text to a tree in which every key and scalar knows its place.
//!
//! The only user of the YAML crate. Parsing never fails: it gives what could be read, and findings.

mod broken;
pub mod codes;
mod encoding;
mod frames;
mod limits;
mod lines;
pub mod made;
mod plain;
mod reader;
mod shared;

pub use encoding::{Undecodable, decode};
pub use shared::Shared;

use crate::diag::Findings;
use crate::text::{FileId, Piece, Sources, Span, Spanned};

/// Most bytes of one file.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;
/// Most bytes of one line.
pub const MAX_LINE: usize = 1024 * 1024;
/// Most levels of lists and maps in each other.
pub const MAX_DEPTH: usize = 64;
/// Most values of one file, keys counted.
pub const MAX_VALUES: usize = 500_000;
/// Most findings of this layer for one file.
pub const MAX_FINDINGS: usize = 200;

/// Reads `file` of `sources`: what could be read, and what is wrong with it as YAML.
///
/// Never fails and takes time and memory in proportion to the text. After a mistake that breaks
/// the layout, reading goes on at the next top-level key, so that independent mistakes are found
/// in one run; the tree then says that it is not complete.
pub fn parse(sources: &Sources, file: FileId) -> (Tree, Findings) {
    match parse_plain(sources, file) {
        Some(tree) => (tree, Findings::default()),
        None => parse_in_full(sources, file),
    }
}

/// Reads `file` if it is written in the plain part of YAML that needs no full reader and has no
/// mistake in it. What this gives, [`parse_in_full`] gives too, only later.
pub fn parse_plain(sources: &Sources, file: FileId) -> Option<Tree> {
    let text = &sources.get(file)?.text;
    let mut findings = Findings::default();
    let within = limits::check(text, file, &mut findings) && findings.list.is_empty();
    within.then(|| plain::read(text, file)).flatten()
}

/// Reads `file` by the reader that knows all of YAML.
pub fn parse_in_full(sources: &Sources, file: FileId) -> (Tree, Findings) {
    let mut findings = Findings::default();
    let text = sources.text(file);
    if !limits::check(text, file, &mut findings) {
        return (Tree::default(), findings);
    }
    let tree = reader::read(text, file, &mut findings);
    findings.sort();
    (tree, findings)
}

/// What was read of one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// The document; `None` when the text is empty or nothing could be read.
    pub root: Option<Node>,
    /// Whether the whole text was read. A tree that broke off is not lowered: what is missing
    /// would only give findings that follow from the first.
    pub complete: bool,
    /// Where comments stand, each from its `#` to the end of its line.
    pub comments: Vec<Span>,
}

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Where the value stands.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// What a node can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing was written, or `~`, or `null`.
    Null,
    /// Text as it was written, after unquoting; never turned into a number, a date or a boolean.
    Scalar(Scalar),
    /// A list.
    List(Shared<Node>),
    /// Keys and values in the order in which they were written; no key stands twice.
    Map(Shared<Entry>),
}

/// A scalar's text and how it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// The text.
    pub text: Piece,
    /// Whether it stood without quotes, so that another reader might take it for a number, a date
    /// or a boolean.
    pub plain: bool,
}

/// One key with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: Spanned<Piece>,
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
