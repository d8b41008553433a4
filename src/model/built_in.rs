//! The types that are built into XML Schema (XML Schema Part 2), as far as values of messages have them.

use crate::model::WhiteSpace;

/// What a type is about: how its facets are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Primitive {
    /// Characters.
    Text,
    /// A decimal number.
    Decimal,
    /// A number with exponent.
    Float,
    /// Yes or no.
    Boolean,
    /// A day, a moment, a length of time.
    Time,
    /// Octets, two digits each.
    Hex,
    /// Octets as Base64.
    Base64,
}

/// A type built into XML Schema.
#[derive(Debug, PartialEq, Eq)]
pub struct BuiltIn {
    /// Its name, as `token`.
    pub name: &'static str,
    /// What it is about.
    pub primitive: Primitive,
    /// How blanks count.
    pub white_space: WhiteSpace,
    /// The regular expression of XML Schema that values keep; empty for none.
    pub pattern: &'static str,
    /// Least and greatest number; empty for none.
    pub range: (&'static str, &'static str),
}

impl BuiltIn {
    /// The type of this name.
    pub fn find(name: &str) -> Option<&'static Self> {
        TYPES.iter().find(|it| it.name == name)
    }

    /// Text of any kind.
    pub const STRING: &'static Self = &TYPES[0];
}

const fn text(name: &'static str, white_space: WhiteSpace, pattern: &'static str) -> BuiltIn {
    BuiltIn { name, primitive: Primitive::Text, white_space, pattern, range: ("", "") }
}

const fn other(name: &'static str, primitive: Primitive, pattern: &'static str) -> BuiltIn {
    let white_space = WhiteSpace::Collapse;
    BuiltIn { name, primitive, white_space, pattern, range: ("", "") }
}

const fn whole(name: &'static str, least: &'static str, most: &'static str) -> BuiltIn {
    BuiltIn { range: (least, most), ..other(name, Primitive::Decimal, "[+\\-]?[0-9]+") }
}

macro_rules! day {
    () => {
        "(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    };
}
macro_rules! clock {
    () => {
        "(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?|24:00:00(\\.0+)?)"
    };
}
macro_rules! zone {
    () => {
        "(Z|[+\\-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
    };
}
macro_rules! year {
    () => {
        "-?([1-9][0-9]{3,}|0[0-9]{3})"
    };
}

const FLOAT: &str = "[+\\-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+\\-]?[0-9]+)?|-?INF|NaN";

static TYPES: [BuiltIn; 38] = [
    text("string", WhiteSpace::Preserve, ""),
    text("normalizedString", WhiteSpace::Replace, ""),
    text("token", WhiteSpace::Collapse, ""),
    text("language", WhiteSpace::Collapse, "[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*"),
    text("NMTOKEN", WhiteSpace::Collapse, "\\c+"),
    text("Name", WhiteSpace::Collapse, "\\i\\c*"),
    text("NCName", WhiteSpace::Collapse, "[\\i-[:]][\\c-[:]]*"),
    text("anyURI", WhiteSpace::Collapse, ""),
    other("boolean", Primitive::Boolean, "true|false|1|0"),
    other("decimal", Primitive::Decimal, "[+\\-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)"),
    whole("integer", "", ""),
    whole("nonPositiveInteger", "", "0"),
    whole("negativeInteger", "", "-1"),
    whole("nonNegativeInteger", "0", ""),
    whole("positiveInteger", "1", ""),
    whole("long", "-9223372036854775808", "9223372036854775807"),
    whole("int", "-2147483648", "2147483647"),
    whole("short", "-32768", "32767"),
    whole("byte", "-128", "127"),
    whole("unsignedLong", "0", "18446744073709551615"),
    whole("unsignedInt", "0", "4294967295"),
    whole("unsignedShort", "0", "65535"),
    whole("unsignedByte", "0", "255"),
    other("float", Primitive::Float, FLOAT),
    other("double", Primitive::Float, FLOAT),
    other("date", Primitive::Time, concat!(year!(), "-", day!(), zone!())),
    other("time", Primitive::Time, concat!(clock!(), zone!())),
    other("dateTime", Primitive::Time, concat!(year!(), "-", day!(), "T", clock!(), zone!())),
    other("gYear", Primitive::Time, concat!(year!(), zone!())),
    other("gYearMonth", Primitive::Time, concat!(year!(), "-(0[1-9]|1[0-2])", zone!())),
    other("gMonth", Primitive::Time, concat!("--(0[1-9]|1[0-2])", zone!())),
    other("gMonthDay", Primitive::Time, concat!("--", day!(), zone!())),
    other("gDay", Primitive::Time, concat!("---(0[1-9]|[12][0-9]|3[01])", zone!())),
    other(
        "duration",
        Primitive::Time,
        "-?P([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?)?",
    ),
    other("hexBinary", Primitive::Hex, "([0-9a-fA-F]{2})*"),
    other(
        "base64Binary",
        Primitive::Base64,
        "(([A-Za-z0-9+/] ?){4})*(([A-Za-z0-9+/] ?){2}= ?=|([A-Za-z0-9+/] ?){3}=)?",
    ),
    text("ID", WhiteSpace::Collapse, "[\\i-[:]][\\c-[:]]*"),
    text("anySimpleType", WhiteSpace::Preserve, ""),
];
