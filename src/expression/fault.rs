//! What is wrong with an expression: where, in words, and how to mend it.

use crate::diag::{Arg, Code, Finding, Severity};
use crate::text::Span;
use crate::words::Words;

/// What a fault is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// The expression cannot be read.
    Form,
    /// A name leads nowhere.
    Name,
    /// An operation does not fit what it is given.
    Type,
    /// Two values have units that do not go together.
    Unit,
    /// A value is not a code of its list.
    Code,
}

/// Something wrong with an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What it is about.
    pub topic: Topic,
    /// First byte in the text of the expression.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// Whether it is worth a warning only: the expression is sound but does less than it seems to.
    pub minor: bool,
    /// What is wrong, with placeholders.
    pub words: Words,
    /// How to mend it, with the same placeholders.
    pub hint: Words,
    /// What fills the placeholders.
    pub args: Vec<(&'static str, Arg)>,
}

impl Fault {
    /// A fault from byte `start` up to byte `end`.
    pub(in crate::expression) fn new(
        topic: Topic,
        (start, end): (usize, usize),
        words: Words,
        hint: Words,
    ) -> Self {
        Self { topic, start, end, minor: false, words, hint, args: Vec::new() }
    }

    /// Fills one placeholder.
    pub(in crate::expression) fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, Arg::Text(value.to_string())));
        self
    }

    /// Fills one placeholder with words of our own.
    pub(in crate::expression) fn arg_words(mut self, name: &'static str, value: Words) -> Self {
        self.args.push((name, Arg::Words(value)));
        self
    }

    /// The finding of this code, whose message has `{fault}` and whose help has `{hint}`.
    pub fn finding(&self, code: &'static Code, span: Span) -> Finding {
        let finding = Finding::new(code, span).arg_words("fault", self.words);
        let mut finding = finding.arg_words("hint", self.hint);
        finding.args.extend(self.args.iter().cloned());
        if self.minor {
            finding.severity = finding.severity.min(Severity::Warning);
        }
        finding
    }
}
