//! The JSON printer of messages: a tree of values as JSON writes it.

use serde_json::{Map, Value as Json};

use crate::view::message::facets::DataKind;
use crate::view::message::instance::{Content, Element, Value};

/// Property that holds the value where something stands beside it.
pub const CONTENT: &str = "content";

/// `instance` as JSON: the content of the root element.
pub fn to_json(instance: &Element) -> Json {
    content(&instance.content)
}

fn content(it: &Content) -> Json {
    match it {
        Content::Value(it) => value(it),
        Content::Group(members) => {
            let mut object = Map::new();
            for member in members {
                let inner = content(&member.content);
                if !member.many {
                    object.insert(member.json.to_owned(), inner);
                    continue;
                }
                let array =
                    object.entry(member.json).or_insert_with(|| Json::Array(Vec::with_capacity(2)));
                if let Json::Array(array) = array {
                    array.push(inner);
                }
            }
            Json::Object(object)
        }
    }
}

fn value(it: &Value) -> Json {
    let text = || Json::String(it.text.clone().into_owned());
    let plain = match it.kind {
        DataKind::Indicator => Json::Bool(it.text == "true"),
        _ if it.integer => it.text.parse::<u64>().map_or_else(|_| text(), Json::from),
        _ => text(),
    };
    // Where the type knows something beside the content, the value is an object even if it is absent.
    if !it.object {
        return plain;
    }
    let mut object = Map::new();
    object.insert(CONTENT.to_owned(), plain);
    if let Some((names, code)) = &it.companion {
        object.insert(names.json.to_owned(), Json::String(code.clone().into_owned()));
    }
    Json::Object(object)
}
