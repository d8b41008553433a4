//! Writers of the message model: schemas, interface description, samples.

mod cannot;
mod given;
mod json_rules;
pub mod json_schema;
mod json_tests;
mod json_types;
pub mod openapi;
mod problems;
pub mod sample;
pub mod schematron;
pub mod xsd;

use crate::view::message::{Message, MessageModel};
use crate::words::{Words, message as say};

/// Path of the XML Schema that admits every message in its wrapper.
pub const XSD_WRAPPER: &str = "xsd/DocumentMetaData.xsd";

/// Path of the JSON Schema of `message`.
fn json_schema_path(message: &Message) -> String {
    format!("json-schema/{}.schema.json", message.id)
}

/// Where a schema comes from, in every language, with the mark of a draft where it is one.
fn origin(model: &MessageModel) -> (String, String) {
    let say = |words: Words, lang| {
        let arguments = [
            ("block", model.block.as_str()),
            ("version", model.version.as_str()),
            ("model", model.data_model.as_str()),
        ];
        words.with(lang, &arguments)
    };
    let text = |lang| {
        let mut text = String::new();
        if model.draft {
            text.push_str(say::DRAFT.get(lang));
            text.push_str(". ");
        }
        text.push_str(&say(say::MADE_FROM, lang));
        text
    };
    (text(crate::words::Lang::En), text(crate::words::Lang::Fr))
}
