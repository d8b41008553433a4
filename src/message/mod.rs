//! Messages as they travel, beside the block: read from XML and JSON, judged, turned from one into the
//! other.
//!
//! A [`Validator`] is made once from the messages of a block and then judges any number of messages;
//! memory grows with the size of one message, not with their number. What it accepts, the XML Schema
//! and the JSON Schema of the block accept, and the reverse.

pub mod codes;
mod compile;
mod constraints;
mod convert;
mod items;
mod json;
mod nodes;
mod pair;
mod read;
mod way;
mod xml;

use std::sync::Arc;

use crate::diag::{Finding, Findings, Severity};
use crate::text::{FileId, Sources};
use crate::view::message::MessageModel;

pub use compile::Validator;
pub use convert::element;
pub use items::{Item, Items, Said, Text};
pub use pair::{Pair, Taken};
pub use way::{Step, way};

/// Most bytes of one message.
pub const MAX_BYTES: usize = 256 << 20;
/// Most levels of elements in each other; the deepest real message has about ten.
pub const MAX_DEPTH: usize = 64;
/// Most findings of one message: what comes behind follows from what was found.
pub const MAX_FINDINGS: usize = 200;

/// The syntax of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Syntax {
    /// XML.
    Xml,
    /// JSON.
    Json,
}

impl Syntax {
    /// By the first character that says anything: `<` begins XML, all else is read as JSON.
    pub fn of(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        match bytes.iter().find(|byte| !byte.is_ascii_whitespace()) {
            Some(b'<') => Self::Xml,
            _ => Self::Json,
        }
    }
}

/// What was found of one message.
#[derive(Debug)]
pub struct Judged {
    /// Its syntax.
    pub syntax: Syntax,
    /// Which message of the block it is: its position in [`MessageModel::messages`].
    pub message: Option<usize>,
    /// What is wrong with it.
    pub findings: Findings,
    /// Its values; what does not belong is left out.
    pub items: Option<Items>,
    /// Conditions and rules that were not judged, since facts beside the message are not known.
    pub undecided: Vec<Undecided>,
}

/// A condition or rule that was not judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undecided {
    /// Its position in [`MessageModel::constraints`].
    pub constraint: usize,
}

impl Judged {
    /// Whether it is a valid message of the block.
    pub fn is_valid(&self) -> bool {
        self.message.is_some() && self.findings.worst() != Some(Severity::Error)
    }

    /// Whether its structure, formats and codes are those of the block, whatever its conditions and
    /// business rules say: what the XML Schema of the block judges.
    pub fn conforms(&self) -> bool {
        let beyond = [&codes::CONDITION_UNMET, &codes::RULE_BROKEN, &codes::NOT_DECIDED];
        let of_schema = |it: &&Finding| !beyond.iter().any(|code| code.id == it.code.id);
        let mut wrong = self.findings.counting().filter(of_schema);
        self.message.is_some() && wrong.all(|it| it.severity != Severity::Error)
    }

    /// The block's error codes for what is wrong, each once: that of its schema, and those of the
    /// business rules that do not hold.
    pub fn error_codes<'a>(&'a self, validator: &'a Validator) -> Vec<&'a str> {
        let mut codes: Vec<&str> = Vec::new();
        for finding in self.findings.counting() {
            let code = error_code(finding, validator);
            if !code.is_empty() && !codes.contains(&code) {
                codes.push(code);
            }
        }
        codes
    }
}

/// The block's error code for a finding: that of the business rule, or that of its schema; empty where
/// the block names none.
pub fn error_code<'a>(finding: &Finding, validator: &'a Validator) -> &'a str {
    let rule = finding.text("constraint").and_then(|it| it.parse::<usize>().ok());
    let rule = rule.and_then(|at| validator.constraints.get(at)).map(|it| it.code());
    match rule.filter(|code| !code.is_empty()) {
        Some(code) => code,
        None if finding.severity == Severity::Error => &validator.schema_code,
        None => "",
    }
}

/// Reads a message and judges it. `sources` gets its text, so that findings have places.
///
/// # Errors
/// Never: what cannot be read is a finding.
pub fn judge(
    validator: &Validator,
    sources: &mut Sources,
    name: &str,
    bytes: Vec<u8>,
) -> (FileId, Judged) {
    let syntax = Syntax::of(&bytes);
    let mut findings = Findings::default();
    let text = match read::decode(bytes) {
        Ok(text) => text,
        Err(refused) => {
            let file = sources.add(name, "");
            findings.add(refused.finding(file));
            let (items, undecided) = (None, Vec::new());
            return (file, Judged { syntax, message: None, findings, items, undecided });
        }
    };
    let file = sources.add(name, text);
    let text = sources.get(file).map(|it| Arc::clone(&it.text)).unwrap_or_default();
    let read = match syntax {
        Syntax::Json if validator.given => read::not_xml(validator, file),
        Syntax::Xml => xml::read(validator, &text, file),
        Syntax::Json => json::read(validator, &text, file),
    };
    let read::Read { message, mut findings, items } = read;
    let undecided = match message.zip(items.as_ref()) {
        Some((at, items)) => constraints::judge(validator, at, items, file, &mut findings),
        None => Vec::new(),
    };
    findings.sort();
    (file, Judged { syntax, message, findings, items, undecided })
}

/// A validator of the messages of a block.
pub fn validator(model: &MessageModel) -> Validator {
    Validator::new(model)
}
