//! Kinds of values and what a value may look like: the WCO format, made exact.
//!
//! A pattern made here is the same in XML Schema and JSON Schema, so that both sides give the same
//! verdict on a value.

use std::fmt::Write;

/// Child of a date that holds its text.
pub const DATE_STRING: &str = "DateTimeString";

/// The kind of a value: the representation term of its dictionary entry name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataKind {
    /// A sum of money, with its currency.
    Amount,
    /// A file in the message, with its media type.
    BinaryObject,
    /// A code from a list.
    Code,
    /// A day or a moment, with the code of its format.
    DateTime,
    /// An identifier.
    Identifier,
    /// Yes or no.
    Indicator,
    /// A measured value, with its unit.
    Measure,
    /// A number.
    Numeric,
    /// A counted value, with its unit where that matters.
    Quantity,
    /// Text for people.
    Text,
}

/// The attribute that stands beside the content of some kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Companion {
    /// XML attribute.
    pub xml: &'static str,
    /// JSON property.
    pub json: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// Pattern that it keeps, where no list of codes binds it.
    pub pattern: &'static str,
}

impl DataKind {
    /// The kind that a representation term names; text where the term is unknown.
    pub fn from_representation(term: &str) -> Self {
        match term {
            "Amount" => Self::Amount,
            "Binary Object" | "BinaryObject" => Self::BinaryObject,
            "Code" => Self::Code,
            "Date Time" | "DateTime" | "Date" | "Time" => Self::DateTime,
            "Identifier" | "ID" => Self::Identifier,
            "Indicator" => Self::Indicator,
            "Measure" => Self::Measure,
            "Numeric" | "Percent" | "Rate" | "Value" => Self::Numeric,
            "Quantity" => Self::Quantity,
            _ => Self::Text,
        }
    }

    /// What stands beside the content.
    pub const fn companion(self) -> Option<Companion> {
        let (xml, json, required, pattern) = match self {
            Self::Amount => ("currencyID", "currencyId", true, "[A-Z]{3}"),
            Self::BinaryObject => {
                ("mimeCode", "mimeCode", true, "[a-z]{1,20}/[A-Za-z0-9.+_-]{1,100}")
            }
            Self::DateTime => ("formatCode", "formatCode", true, "102|304"),
            Self::Measure => ("unitCode", "unitCode", true, "[A-Z0-9]{1,3}"),
            Self::Quantity => ("unitCode", "unitCode", false, "[A-Z0-9]{1,3}"),
            Self::Code | Self::Identifier | Self::Indicator | Self::Numeric | Self::Text => {
                return None;
            }
        };
        Some(Companion { xml, json, required, pattern })
    }
}

/// Which characters a text value may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CharacterSet {
    /// Letters of the Latin alphabet (format `a`).
    Letters,
    /// Digits (format `n`).
    Digits,
    /// Any character (format `an`).
    Any,
}

/// How a day or a moment is written (UNTDID 2379).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateFormat {
    /// `102`: `CCYYMMDD`.
    Day,
    /// `304`: `CCYYMMDDHHMMSS` and `Z` or hours from UTC.
    Second,
}

impl DateFormat {
    /// Every way, in the order of their codes.
    pub const ALL: [Self; 2] = [Self::Day, Self::Second];

    /// The code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Day => "102",
            Self::Second => "304",
        }
    }

    const fn pattern(self) -> &'static str {
        match self {
            Self::Day => "[0-9]{4}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])",
            Self::Second => {
                "[0-9]{4}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])\
                 ([01][0-9]|2[0-3])[0-5][0-9][0-5][0-9](Z|[+-][0-9]{2})"
            }
        }
    }
}

/// What the content of a value may look like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Facets {
    /// Characters, at least `min` and at most `max` of them.
    Characters {
        /// Which.
        set: CharacterSet,
        /// Fewest.
        min: u32,
        /// Most; [`Facets::UNBOUNDED`] for without bound.
        max: u32,
    },
    /// A decimal number without sign: at most `digits` in all, of which at most `fraction` behind
    /// the point.
    Decimal {
        /// Digits in all.
        digits: u32,
        /// Digits behind the point.
        fraction: u32,
    },
    /// A day or a moment in one of these formats.
    Date(Vec<DateFormat>),
    /// `true` or `false`.
    Boolean,
    /// Base 64.
    Binary,
}

impl Facets {
    /// No greatest length.
    pub const UNBOUNDED: u32 = u32::MAX;
    /// Digits of a number whose format states none.
    pub const DIGITS_UNSTATED: u32 = 18;
    /// Whole numbers of up to so many digits are exact in every JSON reader.
    pub const EXACT_INTEGER_DIGITS: u32 = 15;

    /// Facets of a value of `kind` in a format of these characters, lengths and decimals.
    pub fn of(kind: DataKind, set: CharacterSet, min: u32, max: u32, decimals: u32) -> Self {
        match kind {
            DataKind::Amount | DataKind::Measure | DataKind::Quantity | DataKind::Numeric => {
                let digits = if max == Self::UNBOUNDED { Self::DIGITS_UNSTATED } else { max };
                let fraction = decimals.min(digits.saturating_sub(1));
                Self::Decimal { digits, fraction }
            }
            DataKind::DateTime => Self::Date(DateFormat::ALL.to_vec()),
            DataKind::Indicator => Self::Boolean,
            DataKind::BinaryObject => Self::Binary,
            DataKind::Code | DataKind::Identifier | DataKind::Text => {
                Self::Characters { set, min: min.max(1), max }
            }
        }
    }

    /// A pattern for the whole value, without anchors, valid in XML Schema and JSON Schema alike;
    /// none where lengths alone say it.
    pub fn pattern(&self) -> Option<String> {
        match self {
            Self::Characters { set: CharacterSet::Any, .. } | Self::Boolean => None,
            Self::Characters { set, min, max } => {
                let class = if *set == CharacterSet::Digits { "[0-9]" } else { "[A-Za-z]" };
                Some(match (min, max) {
                    (_, &Self::UNBOUNDED) => format!("{class}{{{min},}}"),
                    (min, max) if min == max => format!("{class}{{{min}}}"),
                    (min, max) => format!("{class}{{{min},{max}}}"),
                })
            }
            // Without leading zeros, so that one number has one spelling on both sides.
            Self::Decimal { digits, fraction } => Some(decimal_pattern(*digits, *fraction)),
            Self::Date(formats) => {
                let patterns: Vec<_> = formats.iter().map(|it| it.pattern()).collect();
                Some(patterns.join("|"))
            }
            Self::Binary => {
                Some("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?".into())
            }
        }
    }

    /// Whether `text` is such a value.
    pub fn accepts(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        match self {
            Self::Characters { set, min, max } => {
                let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
                let fits = match set {
                    CharacterSet::Letters => bytes.iter().all(u8::is_ascii_alphabetic),
                    CharacterSet::Digits => bytes.iter().all(u8::is_ascii_digit),
                    CharacterSet::Any => true,
                };
                fits && length >= *min && length <= *max
            }
            Self::Decimal { digits, fraction } => {
                let (whole, part) = text.split_once('.').unwrap_or((text, ""));
                let plain = |it: &str| it.bytes().all(|byte| byte.is_ascii_digit());
                let canonical = whole == "0" || !whole.is_empty() && !whole.starts_with('0');
                let count = |it: &str| u32::try_from(it.len()).unwrap_or(u32::MAX);
                canonical
                    && plain(whole)
                    && plain(part)
                    && !text.ends_with('.')
                    && count(part) <= *fraction
                    && count(whole).saturating_add(count(part)) <= *digits
            }
            Self::Date(formats) => formats.iter().any(|format| accepts_date(*format, bytes)),
            Self::Boolean => matches!(text, "true" | "false"),
            Self::Binary => {
                let body = text.trim_end_matches('=');
                let symbol = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
                text.len().is_multiple_of(4)
                    && text.len() - body.len() <= 2
                    && body.bytes().all(symbol)
            }
        }
    }
}

/// One alternative for each number of decimals: the fewer decimals, the more whole digits.
fn decimal_pattern(digits: u32, fraction: u32) -> String {
    let mut pattern = String::with_capacity(40 * (fraction as usize + 1));
    for decimals in 0..=fraction {
        let whole = digits.saturating_sub(decimals).max(1);
        let separator = if decimals == 0 { "" } else { "|" };
        let whole = match whole {
            1 => "[0-9]".to_owned(),
            2 => "(0|[1-9][0-9]?)".to_owned(),
            more => format!("(0|[1-9][0-9]{{0,{}}})", more - 1),
        };
        let _ = match decimals {
            0 => write!(pattern, "{separator}{whole}"),
            1 => write!(pattern, "{separator}{whole}\\.[0-9]"),
            more => write!(pattern, "{separator}{whole}\\.[0-9]{{{more}}}"),
        };
    }
    pattern
}

fn accepts_date(format: DateFormat, bytes: &[u8]) -> bool {
    let number = |from: usize, to: usize| {
        let digits = bytes.get(from..to).filter(|part| part.iter().all(u8::is_ascii_digit))?;
        Some(digits.iter().fold(0_u32, |sum, digit| sum * 10 + u32::from(digit - b'0')))
    };
    let within = |from, to, least, most| number(from, to).is_some_and(|n| n >= least && n <= most);
    let day = within(0, 4, 0, 9999) && within(4, 6, 1, 12) && within(6, 8, 1, 31);
    match format {
        DateFormat::Day => day && bytes.len() == 8,
        DateFormat::Second => {
            let clock = within(8, 10, 0, 23) && within(10, 12, 0, 59) && within(12, 14, 0, 59);
            let zone = match bytes.get(14..) {
                Some([b'Z']) => true,
                Some([b'+' | b'-', hour @ ..]) => {
                    hour.len() == 2 && hour.iter().all(u8::is_ascii_digit)
                }
                _ => false,
            };
            day && clock && zone
        }
    }
}
