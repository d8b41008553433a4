//! Why a language cannot say a condition or a business rule.

use crate::words::{Words, message as say};

/// Why a constraint cannot be written in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cannot {
    /// It is about facts that the message does not say.
    Facts,
    /// Numbers would be rounded.
    Decimals,
    /// Units would have to be converted.
    Units,
    /// Moments would have to be compared by their zones.
    Times,
    /// A variable would be needed.
    Variable,
    /// Texts have no order.
    Order,
    /// There are no patterns.
    Pattern,
    /// The pattern means something else there.
    Dialect,
    /// Two values of the message would have to be compared.
    TwoValues,
    /// A list would have to look at what stands outside of its items.
    Elsewhere,
    /// There is no counterpart.
    Form,
}

impl Cannot {
    /// Why, in words.
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Facts => say::CANNOT_FACTS,
            Self::Decimals => say::CANNOT_DECIMALS,
            Self::Units => say::CANNOT_UNITS,
            Self::Times => say::CANNOT_TIMES,
            Self::Variable => say::CANNOT_VARIABLE,
            Self::Order => say::CANNOT_ORDER,
            Self::Pattern => say::CANNOT_PATTERN,
            Self::Dialect => say::CANNOT_DIALECT,
            Self::TwoValues => say::CANNOT_TWO_VALUES,
            Self::Elsewhere => say::CANNOT_ELSEWHERE,
            Self::Form => say::CANNOT_FORM,
        }
    }
}
