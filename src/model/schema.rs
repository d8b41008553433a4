//! The JSON Schema of the file format, made from the same declarations that read it.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::model::control::Block;
use crate::model::house::HouseRules;
use crate::model::shape::{Choice, Field, Lower, PATTERN, PATTERN_WITH, Record, ScalarKind, Shape};

/// Where the schema is published, relative to a block in `utility-blocks/`.
pub const SCHEMA_PATH: &str = "../docs/schema/block.schema.json";

/// The schema (draft 2020-12) that editors use to complete and check a block file.
///
/// There is no `oneOf`: where a value may have several forms, `if` asks which one was begun, so an
/// editor shows one mistake and not one for each form.
pub fn schema() -> Value {
    whole(Block::RECORD, "urn:gnc:schema:block:1", "Utility Block")
}

/// The schema of a file of house rules.
pub fn house_schema() -> Value {
    whole(HouseRules::RECORD, "urn:gnc:schema:house-rules:1", "House rules of a project")
}

fn whole(record: &'static Record, id: &str, title: &str) -> Value {
    let of_block = record.name == Block::RECORD.name;
    let mut defs = Defs { of_block, ..Defs::default() };
    let mut root = defs.record(record);
    let mut schema = Map::new();
    schema.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("$id".into(), json!(id));
    schema.insert("title".into(), json!(title));
    schema.append(&mut root);
    defs.rest();
    schema.insert("$defs".into(), Value::Object(defs.written));
    Value::Object(schema)
}

/// The definitions that were asked for, and those that were written.
#[derive(Default)]
struct Defs {
    /// Whether lists may leave items of a framework out and hold patterns.
    of_block: bool,
    asked: Vec<&'static Record>,
    known: BTreeSet<&'static str>,
    written: Map<String, Value>,
}

impl Defs {
    fn rest(&mut self) {
        while let Some(record) = self.asked.pop() {
            let definition = self.record(record);
            self.written.insert(record.name.into(), Value::Object(definition));
        }
        self.written.sort_keys();
    }

    fn record(&mut self, record: &'static Record) -> Map<String, Value> {
        let mut properties = Map::new();
        for field in record.fields {
            properties.insert(field.key.into(), self.field(field));
        }
        if self.of_block && record.key().is_some() {
            let doc = "In a profile: leave this item of the framework out.";
            properties.insert("omit".into(), json!({"description": doc, "const": true}));
        } else if self.of_block && record.name != Block::RECORD.name {
            properties.extend(pattern_keys("A pattern that completes this, as far as it is not said here: its name with its version, as gateway-operation@1.0.0."));
        }
        let required: Vec<_> =
            record.fields.iter().filter(|it| it.required).map(|it| it.key).collect();
        let mut schema = Map::new();
        schema.insert("description".into(), json!(text(record.doc)));
        schema.insert("type".into(), json!("object"));
        schema.insert("properties".into(), Value::Object(properties));
        schema.insert("additionalProperties".into(), json!(false));
        if !required.is_empty() {
            schema.insert("required".into(), json!(required));
        }
        schema
    }

    fn field(&mut self, field: &'static Field) -> Value {
        let mut schema = json!({"description": text(field.doc)});
        if let (Value::Object(all), Value::Object(shape)) =
            (&mut schema, self.shape((field.shape)()))
        {
            all.extend(shape);
        }
        schema
    }

    fn shape(&mut self, shape: Shape) -> Value {
        match shape {
            Shape::Record(record) => {
                if self.known.insert(record.name) {
                    self.asked.push(record);
                }
                json!({"$ref": format!("#/$defs/{}", record.name)})
            }
            Shape::List(item) => {
                let shape = item();
                let named = matches!(shape, Shape::Record(record) if record.key().is_some());
                let item = self.shape(shape);
                let items = if named && self.of_block { or_pattern(item) } else { item };
                json!({"type": "array", "items": items})
            }
            Shape::Negotiable(inner) => self.negotiable(inner()),
            Shape::Text => json!({
                "type": ["string", "number", "boolean", "object"],
                "propertyNames": {"pattern": "^([a-z]{2}|translated)$"},
                "properties": {"translated": {
                    "description": "From which words a language was translated, written by `gnc translations --accept`: language of the original and mark of its words.",
                    "type": "object",
                    "propertyNames": {"pattern": "^[a-z]{2}$"},
                    "additionalProperties": {"type": "string", "pattern": "^[a-z]{2}-[0-9a-f]{8}$"},
                }},
                "additionalProperties": {"type": ["string", "number", "boolean"]},
            }),
            Shape::Choice(choice) => words(choice),
            Shape::Scalar(kind) => scalar(kind),
            Shape::Fragment => json!({"type": "object"}),
            Shape::PerName(value) => {
                let value = self.shape(value());
                json!({
                    "if": {"type": "object"},
                    "then": {"additionalProperties": value},
                    "else": value,
                })
            }
        }
    }

    fn negotiable(&mut self, inner: Shape) -> Value {
        let value = self.shape(inner);
        let open = self.shape(crate::model::value::Open::shape());
        json!({
            "if": {
                "type": "object",
                "anyOf": [{"required": ["proposals"]}, {"required": ["open"]}],
            },
            "then": {
                "properties": {
                    "proposals": {
                        "description": "A position of each Party.",
                        "type": "object",
                        "additionalProperties": value,
                    },
                    "open": {"if": {"type": "null"}, "else": open},
                },
                "additionalProperties": false,
                "maxProperties": 1,
            },
            "else": value,
        })
    }
}

/// The keys that name a pattern and the values of its parameters.
fn pattern_keys(doc: &str) -> Map<String, Value> {
    let name = json!({
        "description": doc,
        "type": "string",
        "pattern": "^[a-z0-9.-]+@[0-9]+\\.[0-9]+\\.[0-9]+$",
    });
    let with = json!({"description": "The values of its parameters.", "type": "object"});
    Map::from_iter([(PATTERN.into(), name), (PATTERN_WITH.into(), with)])
}

/// An item, or the pattern whose items stand in its place.
fn or_pattern(item: Value) -> Value {
    json!({
        "if": {"type": "object", "required": ["pattern"]},
        "then": {
            "description": "The items that a pattern has for this list.",
            "properties": pattern_keys("The pattern with its version, as acknowledged-push@1.0.0."),
            "additionalProperties": false,
        },
        "else": item,
    })
}

/// YAML readers make a number or a truth value of what looks like one; the tool itself keeps the
/// text.
fn scalar(kind: &'static ScalarKind) -> Value {
    if kind.name == "Flag" {
        return json!({"type": "boolean"});
    }
    let mut types = vec!["string"];
    let number = (kind.fits)("7") || kind.example.parse::<f64>().is_ok();
    types.extend(number.then_some("number"));
    types.extend((kind.fits)("true").then_some("boolean"));
    let mut schema = json!({"type": types, "examples": [kind.example]});
    if let (Value::Object(schema), Some(pattern)) = (&mut schema, kind.pattern) {
        schema.insert("pattern".into(), json!(pattern));
    }
    schema
}

fn words(choice: &'static Choice) -> Value {
    let mut allowed = Vec::new();
    let mut described = Vec::new();
    for variant in choice.variants {
        allowed.push(json!(variant.id));
        described.push(json!(text(variant.doc)));
        if let Ok(number) = variant.id.parse::<serde_json::Number>() {
            allowed.push(Value::Number(number));
            described.push(json!(text(variant.doc)));
        }
    }
    json!({"enum": allowed, "markdownEnumDescriptions": described})
}

/// A doc comment as one line.
fn text(doc: &str) -> String {
    doc.split_whitespace().collect::<Vec<_>>().join(" ")
}
