//! XML and JSON told apart by names alone: reads one side by the names of the model and writes the
//! other, so that both can be compared.

use gnc::view::message::facets::DataKind;
use gnc::view::message::{Class, Message, MessageModel};
use quick_xml::events::Event;
use serde_json::{Map, Value, json};

/// An XML element as it was read: local name, attributes, text, children.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) text: String,
    pub(super) children: Vec<Node>,
}

/// Reads a document; text between elements is white space and left out.
pub(super) fn read_xml(text: &str) -> Node {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().expect("well formed") {
            Event::Start(tag) => open.push(node(&tag)),
            Event::Empty(tag) => open.last_mut().expect("open").children.push(node(&tag)),
            Event::Text(part) => open.last_mut().expect("open").text.push_str(&part),
            Event::GeneralRef(part) => {
                let known = quick_xml::escape::resolve_predefined_entity(&part).expect("of XML");
                open.last_mut().expect("open").text.push_str(known);
            }
            Event::End(_) => {
                let mut closed = open.pop().expect("open");
                if !closed.children.is_empty() {
                    closed.text.clear();
                }
                open.last_mut().expect("outer").children.push(closed);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    open.pop().and_then(|mut top| top.children.pop()).expect("a root")
}

fn node(tag: &quick_xml::events::BytesStart) -> Node {
    let attributes = tag.attributes().map(|it| {
        let it = it.expect("an attribute");
        let value = it.normalized_value(quick_xml::XmlVersion::Explicit1_0).expect("escaped");
        (it.key.as_ref().to_owned(), value.into_owned())
    });
    Node {
        name: tag.local_name().as_ref().to_owned(),
        attributes: attributes.filter(|(name, _)| !name.starts_with("xmlns")).collect(),
        ..Node::default()
    }
}

/// The message with its header as one class.
fn whole(model: &MessageModel, message: &Message) -> Class {
    let mut whole = model.header.clone();
    whole.classes.push(message.root.clone());
    whole
}

/// The JSON form of an XML message.
pub(super) fn to_json(model: &MessageModel, message: &Message, root: &Node) -> Value {
    assert_eq!(root.name, model.header.xml);
    class_to_json(model, &whole(model, message), root)
}

fn class_to_json(model: &MessageModel, class: &Class, node: &Node) -> Value {
    let mut object = Map::new();
    for child in &node.children {
        let attribute = class.attributes.iter().find(|it| it.xml == child.name);
        let inner = class.classes.iter().find(|it| it.xml == child.name);
        let (name, many, value) = if let Some(it) = attribute {
            let of = model.data_type(it).expect("a type");
            // A date keeps its text one level lower in XML.
            let leaf = if of.kind == DataKind::DateTime { &child.children[0] } else { child };
            let plain = match of.kind {
                DataKind::Indicator => json!(leaf.text == "true"),
                _ if of.is_json_integer() => json!(leaf.text.parse::<u64>().expect("a number")),
                _ => json!(leaf.text),
            };
            let value = match of.companion {
                None => plain,
                Some(companion) => {
                    let mut value = Map::new();
                    value.insert("content".into(), plain);
                    for (name, text) in &leaf.attributes {
                        assert_eq!(name, companion.xml);
                        value.insert(companion.json.into(), json!(text));
                    }
                    Value::Object(value)
                }
            };
            (&it.json, it.presence.is_many(), value)
        } else {
            let it = inner.expect("a class of the model");
            (&it.json, it.presence.is_many(), class_to_json(model, it, child))
        };
        if many {
            let array = object.entry(name.clone()).or_insert_with(|| json!([]));
            array.as_array_mut().expect("an array").push(value);
        } else {
            assert!(object.insert(name.clone(), value).is_none(), "{name} twice");
        }
    }
    Value::Object(object)
}

/// The XML form of a JSON message.
pub(super) fn to_xml(model: &MessageModel, message: &Message, value: &Value) -> Node {
    class_to_xml(model, &whole(model, message), value)
}

fn class_to_xml(model: &MessageModel, class: &Class, value: &Value) -> Node {
    let mut node = Node { name: class.xml.clone(), ..Node::default() };
    let object = value.as_object().expect("an object");
    let mut known = 0;
    // XML has an order, JSON has none: the model gives it.
    for it in &class.attributes {
        let Some(value) = object.get(&it.json) else { continue };
        known += 1;
        let of = model.data_type(it).expect("a type");
        for value in occurrences(value, it.presence.is_many()) {
            let plain = of.companion.map_or(value, |_| &value["content"]);
            let mut leaf = Node { name: it.xml.clone(), ..Node::default() };
            leaf.text = plain.as_str().map_or_else(|| plain.to_string(), str::to_owned);
            if let Some(companion) = of.companion
                && let Some(beside) = value.get(companion.json)
            {
                let beside = beside.as_str().expect("a text").to_owned();
                leaf.attributes.push((companion.xml.to_owned(), beside));
            }
            if of.kind == DataKind::DateTime {
                "DateTimeString".clone_into(&mut leaf.name);
                let outer = Node { name: it.xml.clone(), children: vec![leaf], ..Node::default() };
                node.children.push(outer);
            } else {
                node.children.push(leaf);
            }
        }
    }
    for it in &class.classes {
        let Some(value) = object.get(&it.json) else { continue };
        known += 1;
        for value in occurrences(value, it.presence.is_many()) {
            node.children.push(class_to_xml(model, it, value));
        }
    }
    assert_eq!(known, object.len(), "a property of {} is unknown", class.path);
    node
}

fn occurrences(value: &Value, many: bool) -> Vec<&Value> {
    if many { value.as_array().expect("an array").iter().collect() } else { vec![value] }
}
