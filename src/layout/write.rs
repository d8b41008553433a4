//! A value as lines of YAML, each key on a line of its own: for texts that are begun, not laid out
//! anew.

use crate::layout::quote::written;
use crate::syntax::{Node, Value};

/// Blanks for each level.
const STEP: usize = 2;

/// The lines of a value, `level` steps from the left; a value on one line is one line.
pub fn lines(node: &Node, level: usize) -> Vec<String> {
    let mut lines = Vec::new();
    match &node.value {
        Value::Map(entries) if !entries.is_empty() => {
            for entry in entries {
                keyed(&entry.key.value, &entry.value, level, &mut lines);
            }
        }
        Value::List(items) if !items.is_empty() => {
            for item in items {
                lines.extend(self::item(item, level));
            }
        }
        _ => lines.push(format!("{}{}", blanks(level), short(node, false))),
    }
    lines
}

/// The lines of an item of a list: a hyphen in the place of the last blanks.
pub fn item(node: &Node, level: usize) -> Vec<String> {
    if is_short(node) {
        return vec![format!("{}- {}", blanks(level), short(node, false))];
    }
    let mut lines = lines(node, level + 1);
    if let Some(first) = lines.first_mut() {
        *first = format!("{}- {}", blanks(level), first.trim_start());
    }
    lines
}

/// Adds the lines of a key and its value.
pub fn keyed(key: &str, node: &Node, level: usize, out: &mut Vec<String>) {
    if is_short(node) {
        out.push(format!("{}{}: {}", blanks(level), written(key, false), short(node, false)));
    } else {
        out.push(format!("{}{}:", blanks(level), written(key, false)));
        out.extend(lines(node, level + 1));
    }
}

/// Whether a value stands behind its key: a scalar, nothing, or a list of a few words.
pub fn is_short(node: &Node) -> bool {
    match &node.value {
        Value::Null | Value::Scalar(_) => true,
        Value::List(items) => {
            let scalar = |item: &Node| matches!(item.value, Value::Scalar(_));
            items.iter().all(scalar) && short(node, false).len() <= 80
        }
        Value::Map(entries) => entries.is_empty(),
    }
}

fn short(node: &Node, flow: bool) -> String {
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Scalar(scalar) if scalar.plain => scalar.text.to_string(),
        Value::Scalar(scalar) => written(&scalar.text, flow),
        Value::List(items) => {
            let items: Vec<_> = items.iter().map(|item| short(item, true)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Map(_) => "{}".to_owned(),
    }
}

/// The blanks before a line of this level.
pub fn blanks(level: usize) -> String {
    " ".repeat(level * STEP)
}
