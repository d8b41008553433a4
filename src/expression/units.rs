//! Units of measure that are related by a fixed factor.
//!
//! Codes of UNECE Recommendation No. 20; factors are those by which the units are defined (the
//! International System of Units; the international yard and pound of 1959), so they are exact.

use crate::expression::Decimal;

/// What units measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// Mass, in kilograms.
    Mass,
    /// Volume, in litres.
    Volume,
    /// Length, in metres.
    Length,
    /// Area, in square metres.
    Area,
    /// A number of things, in pieces.
    Count,
}

/// Code, what it measures, and how much it is of the first unit of its dimension.
pub const UNITS: [(&str, Dimension, &str); 40] = [
    ("KGM", Dimension::Mass, "1"),
    ("MC", Dimension::Mass, "0.000000001"),
    ("MGM", Dimension::Mass, "0.000001"),
    ("CTM", Dimension::Mass, "0.0002"),
    ("GRM", Dimension::Mass, "0.001"),
    ("HGM", Dimension::Mass, "0.1"),
    ("DTN", Dimension::Mass, "100"),
    ("TNE", Dimension::Mass, "1000"),
    ("KTN", Dimension::Mass, "1000000"),
    ("ONZ", Dimension::Mass, "0.028349523125"),
    ("LBR", Dimension::Mass, "0.45359237"),
    ("APZ", Dimension::Mass, "0.0311034768"),
    ("LTN", Dimension::Mass, "1016.0469088"),
    ("STN", Dimension::Mass, "907.18474"),
    ("LTR", Dimension::Volume, "1"),
    ("MLT", Dimension::Volume, "0.001"),
    ("CMQ", Dimension::Volume, "0.001"),
    ("CLT", Dimension::Volume, "0.01"),
    ("DLT", Dimension::Volume, "0.1"),
    ("DMQ", Dimension::Volume, "1"),
    ("HLT", Dimension::Volume, "100"),
    ("MTQ", Dimension::Volume, "1000"),
    ("INQ", Dimension::Volume, "0.016387064"),
    ("FTQ", Dimension::Volume, "28.316846592"),
    ("GLL", Dimension::Volume, "3.785411784"),
    ("GLI", Dimension::Volume, "4.54609"),
    ("BLL", Dimension::Volume, "158.987294928"),
    ("MTR", Dimension::Length, "1"),
    ("MMT", Dimension::Length, "0.001"),
    ("CMT", Dimension::Length, "0.01"),
    ("KMT", Dimension::Length, "1000"),
    ("INH", Dimension::Length, "0.0254"),
    ("FOT", Dimension::Length, "0.3048"),
    ("YRD", Dimension::Length, "0.9144"),
    ("MTK", Dimension::Area, "1"),
    ("CMK", Dimension::Area, "0.0001"),
    ("FTK", Dimension::Area, "0.09290304"),
    ("HAR", Dimension::Area, "10000"),
    ("H87", Dimension::Count, "1"),
    ("DZN", Dimension::Count, "12"),
];

fn unit(code: &str) -> Option<(Dimension, Decimal)> {
    let (_, dimension, factor) = UNITS.iter().find(|(known, ..)| *known == code)?;
    Some((*dimension, Decimal::parse(factor)?))
}

/// What a unit measures, if it is known.
pub fn dimension(code: &str) -> Option<Dimension> {
    unit(code).map(|(dimension, _)| dimension)
}

/// How much one of this unit is of the first unit of its dimension.
pub fn factor(code: &str) -> Option<Decimal> {
    unit(code).map(|(_, factor)| factor)
}

/// The first unit of a dimension.
pub(super) const fn base(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Mass => "KGM",
        Dimension::Volume => "LTR",
        Dimension::Length => "MTR",
        Dimension::Area => "MTK",
        Dimension::Count => "H87",
    }
}
