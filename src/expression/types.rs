//! What a part of an expression may be, and what the expression may look up.

use crate::expression::units::{Dimension, dimension};
use crate::words::Words;
use crate::words::expression as say;

/// A record of an [`Environment`]: a class of elements, a fact, an item of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordId(pub usize);

/// A code list of an [`Environment`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CodeList(pub usize);

/// What a part of an expression is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// Yes or no.
    Bool,
    /// An exact decimal number.
    Number,
    /// A text, an identifier.
    Text,
    /// A code of this list.
    Code(CodeList),
    /// A day or a moment.
    Moment,
    /// A length of time.
    Length,
    /// A number with its unit or currency.
    Measure(Measure),
    /// Several of these.
    List(Box<Type>),
    /// Something with names below it.
    Record(RecordId),
    /// Not known: it goes with everything.
    Any,
}

/// A quantity or an amount, as far as it is known before there is a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Whether it is an amount of money.
    pub money: bool,
    /// What is known of its unit or currency.
    pub unit: Unit,
}

/// What is known of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Nothing.
    Unknown,
    /// The code.
    Code(String),
    /// What it measures.
    Of(Dimension),
}

impl Measure {
    /// A quantity of an unknown unit.
    pub const QUANTITY: Self = Self { money: false, unit: Unit::Unknown };
    /// An amount of an unknown currency.
    pub const AMOUNT: Self = Self { money: true, unit: Unit::Unknown };

    /// What it measures, where that is known.
    pub fn dimension(&self) -> Option<Dimension> {
        match &self.unit {
            Unit::Code(code) if !self.money => dimension(code),
            Unit::Of(dimension) => Some(*dimension),
            Unit::Code(_) | Unit::Unknown => None,
        }
    }

    /// Whether it cannot be compared with, or added to, `other`, as far as that is known.
    pub fn is_unlike(&self, other: &Self) -> bool {
        if self.money != other.money {
            return true;
        }
        if let (Unit::Code(one), Unit::Code(two)) = (&self.unit, &other.unit)
            && one != two
            && (self.money || dimension(one).is_none() || dimension(two).is_none())
        {
            return true;
        }
        let dimensions = self.dimension().zip(other.dimension());
        dimensions.is_some_and(|(one, two)| one != two)
    }
}

impl Type {
    /// What it is, in words.
    pub fn words(&self) -> Words {
        match self {
            Self::Bool => say::A_BOOL,
            Self::Number => say::A_NUMBER,
            Self::Text => say::A_TEXT,
            Self::Code(_) => say::A_CODE,
            Self::Moment => say::A_MOMENT,
            Self::Length => say::A_LENGTH,
            Self::Measure(Measure { money: true, .. }) => say::AN_AMOUNT,
            Self::Measure(_) => say::A_QUANTITY,
            Self::List(_) => say::A_LIST,
            Self::Record(_) => say::A_RECORD,
            Self::Any => say::A_VALUE,
        }
    }

    /// Whether a value of this type may be meant where `other` is asked for: codes and identifiers
    /// are texts.
    pub fn goes_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Any, _)
            | (_, Self::Any)
            | (Self::Text | Self::Code(_), Self::Text | Self::Code(_)) => true,
            (Self::Measure(one), Self::Measure(two)) => !one.is_unlike(two),
            (Self::List(one), Self::List(two)) => one.goes_with(two),
            (one, two) => one == two,
        }
    }
}

/// What an expression may look up before there are values.
pub trait Environment {
    /// What the name that stands first is; `None` for an unknown one.
    fn root(&self, name: &str) -> Option<Type>;
    /// The names that may stand first.
    fn roots(&self) -> Vec<String>;
    /// What stands under a name of a record; `None` for an unknown one.
    fn field(&self, record: RecordId, name: &str) -> Option<Type>;
    /// The names of a record.
    fn fields(&self, record: RecordId) -> Vec<String>;
    /// What a record is called.
    fn record_name(&self, record: RecordId) -> String;
    /// What a code list is called.
    fn list_name(&self, list: CodeList) -> String;
    /// Whether this is a code of the list; `None` where nobody lists its codes.
    fn has_code(&self, list: CodeList, code: &str) -> Option<bool>;
    /// Whether a code that the list does not have is one of the list that it restricts.
    fn is_left_out(&self, list: CodeList, code: &str) -> bool;
    /// The codes of a list; empty where nobody lists them.
    fn codes(&self, list: CodeList) -> Vec<String>;
    /// What stands beside the number of a quantity or amount under this name, as `unitCode`.
    fn beside(&self, measure: &Measure, name: &str) -> Option<Type>;
    /// Whether this is the code of a unit, or of a currency where `money` is meant.
    fn is_unit(&self, money: bool, code: &str) -> bool;
}
