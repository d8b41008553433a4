//! The two short notations of customs data tables: a format such as `an..35` or `n..16,3`, and an
//! occurrence such as `0..1` or `1..*`.
//!
//! The format notation is the one of the WCO Data Model and of UN trade data directories: `a`
//! letters, `n` digits, `an` both; a bare number is an exact length, `..` means "up to", and the
//! number after the comma gives the decimals inside the total.

use std::fmt;
use std::str::FromStr;

/// The characters a [`Format`] admits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Characters {
    /// `a`: letters.
    Letters,
    /// `n`: digits, with sign and decimal mark outside the count.
    Digits,
    /// `an`: any printable character.
    Any,
}

impl Characters {
    /// The prefix written in a format.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Letters => "a",
            Self::Digits => "n",
            Self::Any => "an",
        }
    }
}

/// The length a [`Format`] admits, in characters (digits for numbers).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// No length is stated.
    Unstated,
    /// Exactly this many.
    Exactly(u32),
    /// At least one, up to this many.
    UpTo(u32),
}

/// A format of a data element, as `an..35`, `a2`, `n..16,3` or a bare `an`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Format {
    characters: Characters,
    length: Length,
    decimals: u32,
}

/// A text that is not a [`Format`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAFormat;

/// A text that is not an [`Occurs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnOccurrence;

impl Format {
    /// A format of these characters and this length, without decimals.
    pub const fn new(characters: Characters, length: Length) -> Self {
        Self { characters, length, decimals: 0 }
    }

    /// Which characters it admits.
    pub const fn characters(&self) -> Characters {
        self.characters
    }

    /// Which length it admits.
    pub const fn length(&self) -> Length {
        self.length
    }

    /// The greatest length in characters (for numbers: digits, decimals included), if stated.
    pub const fn max_length(&self) -> Option<u32> {
        match self.length {
            Length::Unstated => None,
            Length::Exactly(n) | Length::UpTo(n) => Some(n),
        }
    }

    /// The exact length in characters, if it is fixed.
    pub const fn exact_length(&self) -> Option<u32> {
        match self.length {
            Length::Exactly(n) => Some(n),
            Length::Unstated | Length::UpTo(_) => None,
        }
    }

    /// How many of the digits may stand behind the decimal mark.
    pub const fn decimals(&self) -> u32 {
        self.decimals
    }

    /// Whether it admits digits only.
    pub const fn is_numeric(&self) -> bool {
        matches!(self.characters, Characters::Digits)
    }

    /// Whether every value of this format is also a value of `other`: the same or narrower.
    pub fn is_within(&self, other: &Self) -> bool {
        let characters = self.characters == other.characters || other.characters == Characters::Any;
        let length = match (self.length, other.length) {
            (_, Length::Unstated) => true,
            (Length::Exactly(a), Length::Exactly(b)) => a == b,
            (Length::UpTo(a), Length::Exactly(b)) => a == b && b == 1,
            (Length::Exactly(a) | Length::UpTo(a), Length::UpTo(b)) => a <= b,
            (Length::Unstated, Length::Exactly(_) | Length::UpTo(_)) => false,
        };
        if !(characters && length) {
            return false;
        }
        // Unused decimals may serve as whole digits (as with XSD totalDigits), so of numbers only the
        // totals, compared above, and the decimals bind.
        !other.is_numeric() || self.decimals <= other.decimals
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.characters.prefix())?;
        match self.length {
            Length::Unstated => {}
            Length::Exactly(n) => write!(f, "{n}")?,
            Length::UpTo(n) => write!(f, "..{n}")?,
        }
        if self.decimals > 0 {
            write!(f, ",{}", self.decimals)?;
        }
        Ok(())
    }
}

impl FromStr for Format {
    type Err = NotAFormat;

    fn from_str(text: &str) -> Result<Self, NotAFormat> {
        let (characters, rest) = [Characters::Any, Characters::Letters, Characters::Digits]
            .into_iter()
            .find_map(|kind| text.strip_prefix(kind.prefix()).map(|rest| (kind, rest)))
            .ok_or(NotAFormat)?;
        if rest.is_empty() {
            return Ok(Self::new(characters, Length::Unstated));
        }
        let (up_to, digits) = match rest.strip_prefix("..") {
            Some(digits) => (true, digits),
            None => (false, rest),
        };
        let (total, decimals) = match digits.split_once(',') {
            Some((total, decimals)) => (number(total), number(decimals)),
            None => (number(digits), Some(0)),
        };
        let (total, decimals) = total.zip(decimals).ok_or(NotAFormat)?;
        // Published tables also hold decimals on `an` (`an..17,3`, a number with its mark counted).
        let bare_letters = decimals > 0 && characters == Characters::Letters;
        if total == 0 || decimals >= total || bare_letters {
            return Err(NotAFormat);
        }
        let length = if up_to { Length::UpTo(total) } else { Length::Exactly(total) };
        Ok(Self { characters, length, decimals })
    }
}

/// How often something occurs: `1..1`, `0..1`, `0..*`, `1..99`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Occurs {
    /// At least so often.
    pub min: u32,
    /// At most so often; none for "without bound", written `*`.
    pub max: Option<u32>,
}

impl Occurs {
    /// Exactly once.
    pub const ONE: Self = Self { min: 1, max: Some(1) };
    /// At most once.
    pub const OPTIONAL: Self = Self { min: 0, max: Some(1) };
    /// Any number of times.
    pub const ANY: Self = Self { min: 0, max: None };

    /// Whether it must be there.
    pub const fn is_required(&self) -> bool {
        self.min > 0
    }

    /// Whether there may be more than one.
    pub const fn is_many(&self) -> bool {
        match self.max {
            Some(max) => max > 1,
            None => true,
        }
    }

    /// Whether everything that satisfies this also satisfies `other`: the same or narrower.
    pub const fn is_within(&self, other: &Self) -> bool {
        let below = match (self.max, other.max) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(mine), Some(theirs)) => mine <= theirs,
        };
        self.min >= other.min && below
    }

    /// Whether this allows more repetitions than `limit`; how often at least does not matter.
    pub fn exceeds(&self, limit: &Self) -> bool {
        limit.max.is_some_and(|most| self.max.is_none_or(|own| own > most))
    }
}

impl fmt::Display for Occurs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.max {
            Some(max) => write!(f, "{}..{max}", self.min),
            None => write!(f, "{}..*", self.min),
        }
    }
}

impl FromStr for Occurs {
    type Err = NotAnOccurrence;

    fn from_str(text: &str) -> Result<Self, NotAnOccurrence> {
        let (min, max) = text.split_once("..").unwrap_or((text, text));
        let min = number(min).ok_or(NotAnOccurrence)?;
        let max = if max == "*" { None } else { Some(number(max).ok_or(NotAnOccurrence)?) };
        if max.is_some_and(|max| max < min) {
            return Err(NotAnOccurrence);
        }
        Ok(Self { min, max })
    }
}

/// A whole number as people write it in a table: digits only, no sign, no leading zero.
fn number(text: &str) -> Option<u32> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() <= 9;
    let leading = text.len() > 1 && text.starts_with('0');
    if plain && !leading { text.parse().ok() } else { None }
}
