//! What a program needs to exchange the messages of a block, in no programming language yet: types
//! and their fields, operations, time-outs, error codes.
//!
//! Where the [`MessageModel`] has a class for each place in each message, here classes of one shape
//! are one type with one name.

mod build;
mod timing;

use std::sync::Arc;

use crate::view::message::facets::{DataKind, Facets};
use crate::view::message::interface::{ErrorCategory, ErrorCode, Syntax};
use crate::view::message::{CodeList, DataType, MessageModel, Presence, Term};
use crate::words::Label;

pub use timing::{Limits, Term as Agreed};

/// A block as its stubs see it.
#[derive(Clone, Debug)]
pub struct StubModel {
    /// The messages it is made from.
    pub model: Arc<MessageModel>,
    /// Classes of distinct shape; fields point here.
    pub classes: Vec<ClassType>,
    /// Position of the metadata wrapper in `classes`.
    pub header: usize,
    /// The messages, in the order of the block.
    pub messages: Vec<MessageType>,
    /// What gateways offer, in the order of the block.
    pub operations: Vec<Exchange>,
    /// Time-outs, repetition and sizes, as far as they are agreed.
    pub limits: Limits,
}

/// A class of one shape, wherever it stands.
#[derive(Clone, Debug)]
pub struct ClassType {
    /// Name in `UpperCamelCase`, ASCII letters and digits; unique among messages and classes.
    pub name: String,
    /// XML tag.
    pub xml: String,
    /// What it means.
    pub term: Arc<Term>,
    /// Attributes first, then classes, in the order of XML.
    pub fields: Vec<Field>,
}

/// A field of a class.
#[derive(Clone, Debug)]
pub struct Field {
    /// XML tag.
    pub xml: String,
    /// JSON property; unique in the class.
    pub json: String,
    /// What it means.
    pub term: Arc<Term>,
    /// How often it occurs, and under which condition.
    pub presence: Presence,
    /// What it holds.
    pub content: Content,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// A class: position in [`StubModel::classes`].
    Class(usize),
    /// A value: position in [`MessageModel::data_types`].
    Value(usize),
}

/// A message: the wrapper, and one class.
#[derive(Clone, Debug)]
pub struct MessageType {
    /// Name in `UpperCamelCase`, as the wrapper says it.
    pub name: String,
    /// Identifier in the block.
    pub id: String,
    /// What people call it.
    pub label: Label,
    /// What it is for.
    pub purpose: Label,
    /// XML tag of its class.
    pub xml: String,
    /// JSON property of its class.
    pub json: String,
    /// Position of its class in [`StubModel::classes`].
    pub class: usize,
    /// JSON property, in its class, of the reference by which its sender identifies it; empty where
    /// it has none.
    pub reference: String,
}

/// An operation: a message goes to a gateway, which answers at once.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// Identifier in `lowerCamelCase`, unique.
    pub id: String,
    /// Path below the base path.
    pub path: String,
    /// What it does.
    pub summary: Label,
    /// Position of the message.
    pub message: usize,
    /// Position of the message that comes back in the response; none where only the status says
    /// that it arrived.
    pub reply: Option<usize>,
    /// Whether the reply is the answer in substance, and not an acknowledgement.
    pub at_once: bool,
}

/// What a program holds a value in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// Text.
    Text,
    /// True or false.
    Boolean,
    /// A whole number of at most 15 digits.
    Integer,
    /// A number with every digit it was written with.
    Decimal,
    /// A sum with its currency.
    Amount,
    /// A value with its unit.
    Measure,
    /// A count whose unit may go without saying.
    Quantity,
    /// A file with its media type.
    Binary,
    /// A day or a moment with the code of its format.
    Date,
}

impl Holder {
    /// What holds a value of this type.
    pub fn of(data_type: &DataType) -> Self {
        if data_type.companion.is_some() {
            return match data_type.kind {
                DataKind::Amount => Self::Amount,
                DataKind::Measure => Self::Measure,
                DataKind::Quantity => Self::Quantity,
                DataKind::BinaryObject => Self::Binary,
                DataKind::DateTime => Self::Date,
                DataKind::Code
                | DataKind::Identifier
                | DataKind::Indicator
                | DataKind::Numeric
                | DataKind::Text => Self::Text,
            };
        }
        match data_type.facets {
            // A fixed value is written as a text.
            _ if data_type.only.is_some() => Self::Text,
            Facets::Boolean => Self::Boolean,
            Facets::Decimal { .. } if data_type.is_json_integer() => Self::Integer,
            Facets::Decimal { .. } => Self::Decimal,
            Facets::Characters { .. } | Facets::Date(_) | Facets::Binary => Self::Text,
        }
    }
}

/// Every kind of trouble, in the order of the interface description.
pub const CATEGORIES: [ErrorCategory; 7] = [
    ErrorCategory::Transport,
    ErrorCategory::Security,
    ErrorCategory::Schema,
    ErrorCategory::BusinessRule,
    ErrorCategory::UnknownReference,
    ErrorCategory::Duplicate,
    ErrorCategory::Unavailable,
];

/// The HTTP status that a gateway answers with for a kind of trouble (RFC 9110), as the interface
/// description says it.
pub const fn status(category: ErrorCategory) -> u16 {
    match category {
        ErrorCategory::Transport | ErrorCategory::Schema => 400,
        ErrorCategory::Security => 403,
        ErrorCategory::BusinessRule | ErrorCategory::UnknownReference => 422,
        ErrorCategory::Duplicate => 409,
        ErrorCategory::Unavailable => 503,
    }
}

/// The name of a kind of trouble, as blocks write it.
pub const fn category_id(category: ErrorCategory) -> &'static str {
    match category {
        ErrorCategory::Transport => "transport",
        ErrorCategory::Security => "security",
        ErrorCategory::Schema => "schema",
        ErrorCategory::BusinessRule => "business-rule",
        ErrorCategory::UnknownReference => "unknown-reference",
        ErrorCategory::Duplicate => "duplicate",
        ErrorCategory::Unavailable => "unavailable",
    }
}

impl StubModel {
    /// The block as its stubs see it.
    pub fn new(model: Arc<MessageModel>) -> Self {
        build::build(model)
    }

    /// The type of a value.
    pub fn data_type(&self, at: usize) -> Option<&DataType> {
        self.model.data_types.get(at)
    }

    /// The codes that the content of a value has to be among, where it is a code of a list that is
    /// written out.
    pub fn codes(&self, data_type: &DataType) -> Option<&CodeList> {
        self.model.enumeration(data_type).filter(|_| data_type.companion.is_none())
    }

    /// The error codes of the block.
    pub fn errors(&self) -> &[ErrorCode] {
        &self.model.error_codes
    }

    /// The code for a kind of trouble: the first one of the block, else the name of the kind.
    pub fn code_of(&self, category: ErrorCategory) -> &str {
        let of_category = self.model.error_codes.iter().find(|it| it.category == category);
        of_category.map_or_else(|| category_id(category), |it| &it.code)
    }

    /// The syntaxes of bodies; JSON where none is agreed.
    pub fn syntaxes(&self) -> Vec<Syntax> {
        let agreed = &self.model.interface.syntaxes;
        if agreed.is_empty() { vec![Syntax::Json] } else { agreed.clone() }
    }
}
