//! Values as messages hold them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A number with the digits it was written with, as `48250.00`; two are equal when these are. Turn it
/// into the decimal type of your choice by its text: binary floating point would lose digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Decimal(String);

impl Default for Decimal {
    fn default() -> Self {
        Self("0".to_owned())
    }
}

/// A text that is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANumber;

impl fmt::Display for NotANumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("digits, and digits behind a point, expected")
    }
}

impl std::error::Error for NotANumber {}

impl FromStr for Decimal {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let (whole, behind) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
        if digits(whole) && digits(behind) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotANumber)
        }
    }
}

impl From<u64> for Decimal {
    fn from(number: u64) -> Self {
        Self(number.to_string())
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A sum of money.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    pub content: Decimal,
    /// ISO 4217.
    #[serde(rename = "currencyId")]
    pub currency: String,
}

/// A measured value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    pub content: Decimal,
    /// UN/ECE Recommendation 20.
    #[serde(rename = "unitCode")]
    pub unit: String,
}

/// A counted value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    pub content: Decimal,
    /// UN/ECE Recommendation 20 or 21.
    #[serde(rename = "unitCode", default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// A file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BinaryObject {
    /// Base64.
    pub content: String,
    #[serde(rename = "mimeCode")]
    pub mime: String,
}

/// A day (`102`, as `20260312`) or a moment (`304`, as `20260312093000Z`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateTime {
    pub content: String,
    #[serde(rename = "formatCode")]
    pub format: String,
}

impl DateTime {
    /// A day.
    pub fn day(year: u16, month: u8, day: u8) -> Self {
        Self {
            content: format!("{year:04}{month:02}{day:02}"),
            format: "102".to_owned(),
        }
    }

    /// A moment in UTC.
    pub fn moment((year, month, day): (u16, u8, u8), (hour, minute, second): (u8, u8, u8)) -> Self {
        let content = format!("{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}Z");
        Self {
            content,
            format: "304".to_owned(),
        }
    }
}
