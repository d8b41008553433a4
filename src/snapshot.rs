//! A resolved block as one document, YAML or JSON: everything it says and everything it inherits.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::resolve::{Resolved, control};
use crate::syntax::{Entry, Node, Value};

/// The block with everything inherited from its framework, complete in itself: it no longer extends
/// the framework, which would bring back what it leaves out. The first line, a comment, says which
/// framework it was laid over.
pub fn yaml(block: &Resolved) -> String {
    let mut origin = String::new();
    if let Some(extends) = control(&block.tree, EXTENDS) {
        let visible = extends.chars().filter(|c| !c.is_control());
        origin =
            format!("# {} → {}@{}\n", visible.collect::<String>(), block.id(), block.version());
    }
    origin + &serde_saphyr::to_string(&complete(block)).unwrap_or_default()
}

/// The same as one line of JSON, for other programs; its digest names the block in the manifest.
pub fn json(block: &Resolved) -> String {
    serde_json::to_string(&complete(block)).unwrap_or_default() + "\n"
}

const CONTROL: &str = "block";
const EXTENDS: &str = "extends";

/// The tree of the block without the framework that it extends.
fn complete(block: &Resolved) -> Written<'_> {
    Written { node: &block.tree, part: Part::Block }
}

/// A part of a block, as it is written.
struct Written<'a> {
    node: &'a Node,
    part: Part,
}

/// Which part of a block it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Block,
    /// What identifies the block, where it says what it extends.
    Control,
    Other,
}

/// The number that a text is, written as we would write it.
fn number(text: &str) -> Option<u32> {
    let is_number =
        text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    if is_number { text.parse().ok() } else { None }
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.node.value {
            Value::Null => serializer.serialize_unit(),
            Value::Scalar(scalar) if !scalar.plain => serializer.serialize_str(&scalar.text),
            Value::Scalar(scalar) => match &*scalar.text {
                "true" => serializer.serialize_bool(true),
                "false" => serializer.serialize_bool(false),
                text => match number(text) {
                    Some(number) => serializer.serialize_u32(number),
                    None => serializer.serialize_str(text),
                },
            },
            Value::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(&Written { node: item, part: Part::Other })?;
                }
                list.end()
            }
            Value::Map(entries) => {
                let is_kept =
                    |entry: &&Entry| self.part != Part::Control || &*entry.key.value != EXTENDS;
                let entries: Vec<&Entry> = entries.iter().filter(is_kept).collect();
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for entry in entries {
                    let key = &*entry.key.value;
                    let part = match self.part {
                        Part::Block if key == CONTROL => Part::Control,
                        _ => Part::Other,
                    };
                    map.serialize_entry(key, &Written { node: &entry.value, part })?;
                }
                map.end()
            }
        }
    }
}
