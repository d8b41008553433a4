//! Values, and where they come from.

use std::borrow::Cow;

use crate::expression::decimal::Decimal;
use crate::expression::moment::{Length, Moment};

/// Where values come from: an element of a message, a fact, a part of a block. Names are those of
/// the expression.
///
/// What is there but empty is not there.
pub trait Node<'a>: Clone {
    /// What stands under this name; the first where there are several. `None` where nothing does.
    fn child(&self, name: &str) -> Option<Self>;
    /// Everything that stands under this name, in order.
    fn each(&self, name: &str) -> Vec<Self>;
    /// The items, where this is a list itself.
    fn items(&self) -> Vec<Self>;
    /// The text; `None` for what has names or items below it.
    fn text(&self) -> Option<Cow<'a, str>>;
    /// Whether what stands under this name is known at all: a message says everything of itself, and
    /// nothing of the declaration beside it. What is known need not be there.
    fn is_known(&self, name: &str) -> bool {
        let _ = name;
        true
    }
    /// Whether both say the same.
    fn equals(&self, other: &Self) -> bool;
}

/// What an expression, or a part of one, gives.
#[derive(Clone, Debug)]
pub enum Value<'a, N> {
    /// Yes or no.
    Bool(bool),
    /// A number.
    Number(Decimal),
    /// A text, identifier or code.
    Text(Cow<'a, str>),
    /// A day or moment.
    Moment(Moment),
    /// A length of time.
    Length(Length),
    /// A quantity or an amount.
    Quantity(Quantity<'a>),
    /// Several.
    List(Vec<Self>),
    /// Something with names below it.
    Node(N),
}

/// A number with its unit or currency.
#[derive(Clone, Debug)]
pub struct Quantity<'a> {
    /// The number.
    pub number: Decimal,
    /// The code of the unit or currency; `None` where none is said.
    pub unit: Option<Cow<'a, str>>,
}
