//! Where in a block something stands: the shape of the format followed from key to key.

use crate::model::control::Block;
use crate::model::shape::{Record, Shape};
use crate::model::value::{Open, negotiation_key};
use crate::syntax::{Node, Value};
use crate::text::Span;

/// What may be written under `key` of `node`, which has this shape.
pub fn below(shape: Shape, node: &Node, key: &str) -> Option<Shape> {
    match shape {
        Shape::Record(record) => record.field(key).map(|field| (field.shape)()),
        Shape::Negotiable(inner) => match negotiation_key(node) {
            Some("open") => Some(Shape::Record(Open::RECORD)),
            Some(_) => Some(Shape::PerName(inner)),
            None => below(inner(), node, key),
        },
        Shape::PerName(value) => Some(value()),
        Shape::Text => Some(Shape::Text),
        Shape::Fragment => below(Shape::Record(Block::RECORD), node, key),
        Shape::List(_) | Shape::Choice(_) | Shape::Scalar(_) => None,
    }
}

/// The record that `node`, which has this shape, is written as.
pub fn record_of(shape: Option<Shape>, node: &Node) -> Option<&'static Record> {
    match shape? {
        Shape::Record(record) => Some(record),
        Shape::Negotiable(inner) if negotiation_key(node).is_none() => {
            record_of(Some(inner()), node)
        }
        _ => None,
    }
}

/// What the items of `node`, which has this shape, may be.
pub fn item_shape(shape: Option<Shape>) -> Option<Shape> {
    match shape? {
        Shape::List(item) => Some(item()),
        Shape::Negotiable(inner) => item_shape(Some(inner())),
        _ => None,
    }
}

/// The text by which an item of a list is told apart.
pub fn item_name(shape: Option<Shape>, node: &Node) -> Option<&str> {
    node.get(record_of(shape, node)?.key()?)?.text()
}

/// A place in a block.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Keys and items from the root, as `process_alignment.messages[certificate].sender`; an item
    /// without a name stands under its number, as `steps[#2]`.
    pub path: String,
}

impl Place {
    /// Whether this place is `path`, or lies within it.
    pub fn is_within(&self, path: &str) -> bool {
        let rest = self.path.strip_prefix(path);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    }
}

/// The narrowest place that covers the beginning of `span` in the block with this root; the place
/// of the whole block is empty.
pub fn place(root: &Node, shape: Shape, span: Span) -> Place {
    let mut path = String::new();
    let mut at = Some((root, Some(shape)));
    let covers = |whole: Span, end: u32| {
        whole.file == span.file && whole.start <= span.start && span.start <= end
    };
    while let Some((node, shape)) = at.take() {
        match &node.value {
            Value::Map(entries) => {
                let found = entries.iter().find(|entry| {
                    covers(entry.key.span, entry.key.span.end.max(entry.value.span.end))
                });
                let Some(entry) = found else { break };
                let dot = if path.is_empty() { "" } else { "." };
                path = format!("{path}{dot}{}", entry.key.value);
                at = Some((&entry.value, shape.and_then(|it| below(it, node, &entry.key.value))));
            }
            Value::List(items) => {
                let found = items.iter().enumerate();
                let mut found = found.filter(|(_, item)| covers(item.span, item.span.end));
                let Some((number, it)) = found.next() else { break };
                let shape = item_shape(shape);
                path = match item_name(shape, it) {
                    Some(name) => format!("{path}[{name}]"),
                    None => format!("{path}[#{}]", number + 1),
                };
                at = Some((it, shape));
            }
            Value::Null | Value::Scalar(_) => break,
        }
    }
    Place { path }
}
