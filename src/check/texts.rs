//! Every text of a block with the language it is written in.

use crate::model::{Block, Lower, Open, Shape, negotiation_key};
use crate::resolve::Resolved;
use crate::syntax::{Node, Value};

/// Calls `look` with every text that the block’s own file says: the code of its language (none for
/// a text without one), and its node. What the framework says is looked at there.
pub(super) fn each<'a>(block: &'a Resolved, look: &mut dyn FnMut(Option<&'a str>, &'a Node)) {
    let file = block.tree.span.file;
    let mut stack = vec![(&block.tree, Block::shape())];
    while let Some((node, shape)) = stack.pop() {
        if node.span.file != file {
            continue;
        }
        match (shape, &node.value) {
            (Shape::Text, Value::Scalar(_)) => look(None, node),
            (Shape::Text, Value::Map(entries)) => {
                for entry in entries.iter().filter(|it| it.value.span.file == file) {
                    look(Some(&*entry.key.value), &entry.value);
                }
            }
            (Shape::Record(record), Value::Map(entries)) => {
                for entry in entries {
                    let field = record.field(&entry.key.value);
                    stack.extend(field.map(|field| (&entry.value, (field.shape)())));
                }
            }
            (Shape::List(item), Value::List(items)) => {
                stack.extend(items.iter().map(|node| (node, item())));
            }
            (Shape::Negotiable(inner), Value::Map(entries)) => match negotiation_key(node) {
                Some("open") => {
                    stack.extend(node.get("open").map(|open| (open, Open::shape())));
                }
                Some(_) => {
                    if let Some(Value::Map(proposals)) = entries.first().map(|it| &it.value.value) {
                        stack.extend(proposals.iter().map(|entry| (&entry.value, inner())));
                    }
                }
                None => stack.push((node, inner())),
            },
            (Shape::Negotiable(inner), _) => stack.push((node, inner())),
            _ => {}
        }
    }
}
