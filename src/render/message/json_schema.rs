//! JSON Schema, draft 2020-12: one file for each message, complete in itself.

use serde_json::{Map, Value};

use crate::render::message::json_types::{Definitions, Types, sentences};
use crate::render::print::json;
use crate::render::{Artifact, Kind};
use crate::view::message::{Message, MessageModel};

/// The dialect.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A schema for each message of `model`.
pub fn write(model: &MessageModel) -> Vec<Artifact> {
    let file = |message| {
        let text = json::print(&schema(model, message));
        Artifact::text(Kind::JsonSchema, super::json_schema_path(message), text)
    };
    model.messages.iter().map(file).collect()
}

/// The schema of `message`.
pub fn schema(model: &MessageModel, message: &Message) -> Value {
    let types = Types { model, prefix: "#/$defs/" };
    let mut definitions = Definitions::new();
    let body = types.message(message, &mut definitions);
    let mut schema = Map::new();
    schema.insert("$schema".into(), DIALECT.into());
    schema.insert("$id".into(), format!("{}:json", model.document_namespace(message)).into());
    let (en, fr) = super::origin(model);
    if let Value::Object(body) = body {
        for (key, value) in body {
            let value = match (key.as_str(), value) {
                ("description", Value::String(text)) => sentences(&[&text, &en]).into(),
                ("$comment", Value::String(text)) => sentences(&[&text, &fr]).into(),
                (_, value) => value,
            };
            schema.insert(key, value);
        }
    }
    schema.insert("$defs".into(), Value::Object(definitions));
    Value::Object(schema)
}
