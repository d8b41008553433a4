//! Bytes to messages and back.

use std::error::Error;
use std::fmt;

use serde::Serialize;
use serde_json::Value;

use super::spec::{Fault, Faults, MessageSpec, ModelSpec, Syntax};
use super::{check, json, xml};

/// A message that does not conform to the model; it is neither sent nor handed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidMessage {
    pub faults: Vec<Fault>,
}

impl fmt::Display for InvalidMessage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.faults.first() {
            Some(first) => write!(formatter, "{}: {}", first.path, first.detail),
            None => formatter.write_str("invalid message"),
        }
    }
}

impl Error for InvalidMessage {}

/// Reads and judges a message; gives which one it is, and it in its JSON form.
///
/// # Errors
/// The bytes are no valid message of the block.
pub fn decode<'m>(
    model: &'m ModelSpec,
    syntax: Syntax,
    bytes: &[u8],
) -> Result<(&'m MessageSpec, Value), InvalidMessage> {
    let mut faults = Faults::default();
    let mut tree = Value::Null;
    match std::str::from_utf8(bytes) {
        Err(error) => faults.add("", error.to_string()),
        Ok(text) => {
            let text = text.strip_prefix('\u{feff}').unwrap_or(text);
            let read = match syntax {
                Syntax::Json => json::read(text).map_err(|error| error.to_string()),
                Syntax::Xml => xml::read(model, text, &mut faults),
            };
            match read {
                Ok(read) => tree = read,
                Err(error) => faults.add("", error),
            }
        }
    }
    judged(model, tree, faults)
}

/// Writes a message.
///
/// # Errors
/// It does not conform to the model.
pub fn encode(
    model: &ModelSpec,
    syntax: Syntax,
    message: &impl Serialize,
) -> Result<Vec<u8>, InvalidMessage> {
    let mut faults = Faults::default();
    let tree = serde_json::to_value(message).unwrap_or_else(|error| {
        faults.add("", error.to_string());
        Value::Null
    });
    let (message, tree) = judged(model, tree, faults)?;
    match syntax {
        Syntax::Json => Ok(tree.to_string().into_bytes()),
        Syntax::Xml => xml::write(model, message, &tree)
            .map(String::into_bytes)
            .map_err(|detail| InvalidMessage {
                faults: vec![Fault {
                    path: message.xml.clone(),
                    detail,
                }],
            }),
    }
}

fn judged(
    model: &ModelSpec,
    mut tree: Value,
    mut faults: Faults,
) -> Result<(&MessageSpec, Value), InvalidMessage> {
    if faults.list.is_empty() {
        check::check(model, &mut tree, &mut faults);
    }
    match check::message_of(model, &tree) {
        Some(message) if faults.list.is_empty() => Ok((message, tree)),
        _ => Err(InvalidMessage {
            faults: faults.list,
        }),
    }
}
