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
    origin + &serde_saphyr::to_string(&Written(&complete(block))).unwrap_or_default()
}

/// The same as one line of JSON, for other programs; its digest names the block in the manifest.
pub fn json(block: &Resolved) -> String {
    serde_json::to_string(&Written(&complete(block))).unwrap_or_default() + "\n"
}

/// The tree of the block without the framework that it extends.
fn complete(block: &Resolved) -> Node {
    let Value::Map(entries) = &block.tree.value else { return block.tree.clone() };
    let whole = entries.iter().map(|entry| {
        let Value::Map(control) = &entry.value.value else { return entry.clone() };
        if &*entry.key.value != CONTROL {
            return entry.clone();
        }
        let own = control.iter().filter(|it| &*it.key.value != EXTENDS).cloned();
        let value = Value::Map(own.collect());
        Entry { key: entry.key.clone(), value: Node { span: entry.value.span, value } }
    });
    Node { span: block.tree.span, value: Value::Map(whole.collect()) }
}

const CONTROL: &str = "block";
const EXTENDS: &str = "extends";

struct Written<'a>(&'a Node);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0.value {
            Value::Null => serializer.serialize_unit(),
            Value::Scalar(scalar) => match (scalar.plain, scalar.text.parse::<u32>()) {
                (true, Ok(number)) if number.to_string() == *scalar.text => {
                    serializer.serialize_u32(number)
                }
                (true, _) if matches!(&*scalar.text, "true" | "false") => {
                    serializer.serialize_bool(&*scalar.text == "true")
                }
                _ => serializer.serialize_str(&scalar.text),
            },
            Value::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(&Written(item))?;
                }
                list.end()
            }
            Value::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for entry in entries {
                    map.serialize_entry(&*entry.key.value, &Written(&entry.value))?;
                }
                map.end()
            }
        }
    }
}
