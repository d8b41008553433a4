//! A resolved block as one YAML document: everything it says and everything it inherits.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::resolve::Resolved;
use crate::syntax::{Node, Value};

/// The block with everything inherited from its framework. `extends` is kept, so that the
/// document still says where it comes from.
pub fn yaml(block: &Resolved) -> String {
    serde_saphyr::to_string(&Written(&block.tree)).unwrap_or_default()
}

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
