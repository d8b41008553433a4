//! Expressions as they stand in a block file.

use crate::expression::{Fault, Reference, parse, references};
use crate::model::scalar::Expression;
use crate::text::{Span, Spanned};

impl Expression {
    /// The names it uses, in the order of the text; none of one that cannot be read.
    pub fn references(&self) -> Vec<Reference> {
        parse(self).map(|read| references(&read)).unwrap_or_default()
    }
}

/// Where the bytes `start` to `end` of an expression stand in the file; the whole expression where
/// escapes or line breaks have moved them.
pub fn place_within(expression: &Spanned<Expression>, start: usize, end: usize) -> Span {
    within(expression.span, expression.value.len(), start, end)
}

/// Where the bytes `start` to `end` of a text of `length` bytes stand, which is written at `span`;
/// the whole of it where escapes or line breaks have moved them.
pub fn within(span: Span, length: usize, start: usize, end: usize) -> Span {
    let written = span.end.saturating_sub(span.start) as usize;
    let quote = match written.checked_sub(length) {
        Some(0) => 0,
        Some(2) => 1,
        _ => return span,
    };
    let first = span.start as usize + quote;
    Span::new(span.file, first + start, first + end)
}

/// Where a name of an expression stands in the file.
pub fn place_of(reference: &Reference, expression: &Spanned<Expression>) -> Span {
    place_within(expression, reference.start, reference.end)
}

/// Where what is wrong with an expression stands in the file.
pub fn place_of_fault(fault: &Fault, expression: &Spanned<Expression>) -> Span {
    place_within(expression, fault.start, fault.end)
}
