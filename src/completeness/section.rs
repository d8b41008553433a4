//! A part of a block as it was written, and what it does not say.
//!
//! Whether something was written is asked of the tree, not of the typed block: a value that could
//! not be read has its own finding already and does not count as missing, and neither does one
//! that stands under a misspelt key.

use crate::model::{Block, Field, Lower, Record, Shape, closest};
use crate::resolve::Resolved;
use crate::syntax::{Node, Value};
use crate::text::Span;

/// A mapping of the block.
#[derive(Clone, Copy, Debug)]
pub struct Section<'a> {
    /// The place to point at: its key, or the name of the item.
    pub span: Span,
    /// What was written.
    pub node: &'a Node,
    record: &'static Record,
}

impl<'a> Section<'a> {
    /// The part under these keys, as `technical_interoperability.security`.
    pub fn find(block: &'a Resolved, path: &str) -> Option<Self> {
        path.split('.').try_fold(Self::whole(block)?, |section, key| section.below(key))
    }

    /// The whole block.
    pub fn whole(block: &'a Resolved) -> Option<Self> {
        let Shape::Record(record) = Block::shape() else { return None };
        Some(Self { span: block.place(), node: &block.tree, record })
    }

    /// The part under this key.
    pub fn below(&self, key: &str) -> Option<Self> {
        let entry = self.node.entry(key)?;
        let Shape::Record(record) = (self.record.field(key)?.shape)() else { return None };
        let is_map = matches!(entry.value.value, Value::Map(_));
        is_map.then_some(Self { span: entry.key.span, node: &entry.value, record })
    }

    /// The items of the list under this key.
    pub fn items(&self, key: &str) -> Vec<Self> {
        let Some(Value::List(items)) = self.node.get(key).map(|it| &it.value) else {
            return Vec::new();
        };
        let Some(Shape::List(shape)) = self.record.field(key).map(|it| (it.shape)()) else {
            return Vec::new();
        };
        let Shape::Record(record) = shape() else { return Vec::new() };
        let maps = items.iter().filter(|item| matches!(item.value, Value::Map(_)));
        let name = |node: &Node| record.key().and_then(|key| node.get(key)).map(|it| it.span);
        maps.map(|node| Self { span: name(node).unwrap_or(node.span.head()), node, record })
            .collect()
    }

    /// What the format says of this key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.record.field(key)
    }

    /// The text of the key by which items of such a list are told apart.
    pub fn name(&self) -> &'a str {
        let name = self.record.key().and_then(|key| self.node.get(key)?.text());
        name.unwrap_or("")
    }

    /// Whether something stands under this key, or seems to be meant by a misspelt one.
    pub fn says(&self, key: &str) -> bool {
        let Value::Map(entries) = &self.node.value else { return true };
        if let Some(entry) = entries.iter().find(|entry| &*entry.key.value == key) {
            return is_written(&entry.value);
        }
        let unknown = entries.iter().map(|entry| &*entry.key.value);
        let mut unknown = unknown.filter(|it| self.record.field(it).is_none());
        unknown.any(|it| closest(it, self.record.fields.iter().map(|it| it.key)) == Some(key))
    }

    /// Which of these keys it does not say, as they are listed in a finding.
    pub fn lacks(&self, keys: &[&str]) -> Option<String> {
        let lacking: Vec<&str> = keys.iter().copied().filter(|key| !self.says(key)).collect();
        (!lacking.is_empty()).then(|| lacking.join(", "))
    }

    /// The parts below that are not there and that these missing keys name, or would stand in.
    pub fn parts_missing(&self, keys: &[&str]) -> Vec<&'static str> {
        let holds = |field: &&'static Field| {
            let Shape::Record(part) = (field.shape)() else { return false };
            let within = !keys.is_empty() && keys.iter().all(|key| part.field(key).is_some());
            (keys.contains(&field.key) || within) && !self.says(field.key)
        };
        self.record.fields.iter().filter(holds).map(|field| field.key).collect()
    }

    /// Where to point at, and which of these keys the part under `key` does not say; all of them
    /// when there is no such part.
    pub fn lacks_below(&self, key: &str, keys: &[&str]) -> Option<(Span, String)> {
        if !self.says(key) {
            return Some((self.span, keys.join(", ")));
        }
        let part = self.below(key)?;
        Some((part.span, part.lacks(keys)?))
    }
}

/// Whether a value says anything. A key without a value has its own finding.
fn is_written(node: &Node) -> bool {
    match &node.value {
        Value::Null => true,
        Value::Scalar(scalar) => !scalar.text.trim().is_empty(),
        Value::List(items) => !items.is_empty(),
        Value::Map(entries) => !entries.is_empty(),
    }
}
