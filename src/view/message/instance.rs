//! One message with its values, as a tree that the XML and the JSON printer both walk.

use std::borrow::Cow;

use crate::view::message::facets::{Companion, DataKind};

/// Which module, and so which namespace, an element belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Module {
    /// The metadata wrapper.
    Header,
    /// The document.
    Document,
}

/// An element: its names on both sides, and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element<'m> {
    /// XML tag.
    pub xml: &'m str,
    /// JSON property.
    pub json: &'m str,
    /// Where it belongs.
    pub module: Module,
    /// Whether it can occur more than once and is therefore an array in JSON. Elements of one name
    /// stand next to each other.
    pub many: bool,
    /// What it holds.
    pub content: Content<'m>,
}

/// What an element holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content<'m> {
    /// Other elements.
    Group(Vec<Element<'m>>),
    /// A value.
    Value(Value<'m>),
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value<'m> {
    /// Its kind.
    pub kind: DataKind,
    /// Whether JSON writes it as an object, because something may stand beside its content.
    pub object: bool,
    /// Whether JSON writes its content as a whole number.
    pub integer: bool,
    /// The value as XML writes it.
    pub text: Cow<'m, str>,
    /// Currency, unit, format code or media type, with its names.
    pub companion: Option<(Companion, Cow<'m, str>)>,
}
