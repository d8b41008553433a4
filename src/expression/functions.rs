//! The functions of the language: those of CEL and of its usual extensions that the subset has, and
//! a few that customs data needs.

/// A function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Function {
    /// `size(list)`, `size(text)`: how many items or characters.
    Size,
    /// `text.startsWith(text)`
    StartsWith,
    /// `text.endsWith(text)`
    EndsWith,
    /// `text.contains(text)`
    Contains,
    /// `text.matches('pattern')`: whether the pattern (RE2) is found in the text.
    Matches,
    /// `text.substring(from, to)`: characters, counted from 0, up to and without `to`.
    Substring,
    /// `text.lowerAscii()`
    LowerAscii,
    /// `text.upperAscii()`
    UpperAscii,
    /// `sum(list)`: of numbers, of quantities of one unit, of amounts of one currency.
    Sum,
    /// `abs(number)`: without its sign.
    Abs,
    /// `round(number, places)`: half away from zero; the only place for a division.
    Round,
    /// `date('2027-02-01')`: a day.
    Date,
    /// `timestamp('2027-02-01T00:00:00Z')`: a moment.
    Timestamp,
    /// `duration('240h')`: a length of time.
    Duration,
    /// `quantity(100, 'KGM')`: a number with a unit of UNECE Recommendation 20.
    Quantity,
    /// `amount(6000, 'EUR')`: a number with a currency of ISO 4217.
    Amount,
}

impl Function {
    /// Every function.
    pub const ALL: [Self; 16] = [
        Self::Size,
        Self::StartsWith,
        Self::EndsWith,
        Self::Contains,
        Self::Matches,
        Self::Substring,
        Self::LowerAscii,
        Self::UpperAscii,
        Self::Sum,
        Self::Abs,
        Self::Round,
        Self::Date,
        Self::Timestamp,
        Self::Duration,
        Self::Quantity,
        Self::Amount,
    ];

    /// As written.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::StartsWith => "startsWith",
            Self::EndsWith => "endsWith",
            Self::Contains => "contains",
            Self::Matches => "matches",
            Self::Substring => "substring",
            Self::LowerAscii => "lowerAscii",
            Self::UpperAscii => "upperAscii",
            Self::Sum => "sum",
            Self::Abs => "abs",
            Self::Round => "round",
            Self::Date => "date",
            Self::Timestamp => "timestamp",
            Self::Duration => "duration",
            Self::Quantity => "quantity",
            Self::Amount => "amount",
        }
    }

    /// The function of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// How it is written, for people.
    pub const fn usage(self) -> &'static str {
        match self {
            Self::Size => "size(x)",
            Self::StartsWith => "x.startsWith('…')",
            Self::EndsWith => "x.endsWith('…')",
            Self::Contains => "x.contains('…')",
            Self::Matches => "x.matches('…')",
            Self::Substring => "x.substring(0, 6)",
            Self::LowerAscii => "x.lowerAscii()",
            Self::UpperAscii => "x.upperAscii()",
            Self::Sum => "sum(list)",
            Self::Abs => "abs(x)",
            Self::Round => "round(x, 2)",
            Self::Date => "date('2027-02-01')",
            Self::Timestamp => "timestamp('2027-02-01T00:00:00Z')",
            Self::Duration => "duration('240h')",
            Self::Quantity => "quantity(100, 'KGM')",
            Self::Amount => "amount(6000, 'EUR')",
        }
    }

    /// Whether it may be written behind a dot, and whether it may be written before its arguments.
    pub const fn style(self) -> (bool, bool) {
        match self {
            Self::Size => (true, true),
            Self::StartsWith
            | Self::EndsWith
            | Self::Contains
            | Self::Matches
            | Self::Substring
            | Self::LowerAscii
            | Self::UpperAscii => (true, false),
            Self::Sum
            | Self::Abs
            | Self::Round
            | Self::Date
            | Self::Timestamp
            | Self::Duration
            | Self::Quantity
            | Self::Amount => (false, true),
        }
    }

    /// How many arguments it takes, what stands before the dot among them.
    pub const fn arity(self) -> (usize, usize) {
        match self {
            Self::Size
            | Self::LowerAscii
            | Self::UpperAscii
            | Self::Sum
            | Self::Abs
            | Self::Date
            | Self::Timestamp
            | Self::Duration => (1, 1),
            Self::StartsWith
            | Self::EndsWith
            | Self::Contains
            | Self::Matches
            | Self::Round
            | Self::Quantity
            | Self::Amount => (2, 2),
            Self::Substring => (2, 3),
        }
    }
}
