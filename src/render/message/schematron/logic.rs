//! Conditions in `XPath`, as they are put together: known ones fall away, brackets stand where needed.

/// A condition in `XPath`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Test {
    /// It holds always.
    Always,
    /// It never holds.
    Never,
    /// As written, with how loosely it binds.
    Is(String, Bond),
}

/// How loosely a condition binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bond {
    /// Not at all.
    Tight,
    /// Parts joined by `and`, and comparisons.
    And,
    /// Parts joined by `or`.
    Or,
    /// `some`, `every`, `if`: up to the end.
    Open,
}

impl Test {
    pub(super) fn tight(text: impl Into<String>) -> Self {
        Self::Is(text.into(), Bond::Tight)
    }

    /// A comparison.
    pub(super) fn compared(text: impl Into<String>) -> Self {
        Self::Is(text.into(), Bond::And)
    }

    pub(super) fn open(text: impl Into<String>) -> Self {
        Self::Is(text.into(), Bond::Open)
    }

    fn bracketed(self, most: Bond) -> String {
        match self {
            Self::Always => "true()".to_owned(),
            Self::Never => "false()".to_owned(),
            Self::Is(text, bond) if bond <= most => text,
            Self::Is(text, _) => format!("({text})"),
        }
    }

    /// As `XPath`.
    pub(super) fn text(self) -> String {
        self.bracketed(Bond::Open)
    }

    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Never, _) | (_, Self::Never) => Self::Never,
            (Self::Always, it) | (it, Self::Always) => it,
            (one, two) if one == two => one,
            (one, two) => {
                let text = format!("{} and {}", one.bracketed(Bond::And), two.bracketed(Bond::And));
                Self::Is(text, Bond::And)
            }
        }
    }

    pub(super) fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Always, _) | (_, Self::Always) => Self::Always,
            (Self::Never, it) | (it, Self::Never) => it,
            (one, two) if one == two => one,
            (one, two) => {
                let text = format!("{} or {}", one.bracketed(Bond::Or), two.bracketed(Bond::Or));
                Self::Is(text, Bond::Or)
            }
        }
    }

    pub(super) fn not(self) -> Self {
        match self {
            Self::Always => Self::Never,
            Self::Never => Self::Always,
            it @ Self::Is(..) => Self::tight(format!("not({})", it.text())),
        }
    }
}

/// A text as a literal of `XPath` 1.0 and later.
pub(super) fn literal(text: &str) -> String {
    if !text.contains('\'') {
        return format!("'{text}'");
    }
    if !text.contains('"') {
        return format!("\"{text}\"");
    }
    let parts: Vec<String> = text.split('\'').map(|part| format!("'{part}'")).collect();
    format!("concat({})", parts.join(", \"'\", "))
}
