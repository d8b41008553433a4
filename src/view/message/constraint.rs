//! What a message must fulfil beside its structure: the conditions of its conditional elements, and
//! the business rules of the block.

use std::sync::Arc;

use crate::expression::Checked;
use crate::words::Label;

/// A condition or a business rule, ready to be evaluated and to be written in other languages.
#[derive(Clone, Debug)]
pub struct Constraint {
    /// What it is.
    pub kind: ConstraintKind,
    /// What its author says, in one sentence.
    pub statement: Label,
    /// The same in the expression language, as written.
    pub written: String,
    /// The expression with its types.
    pub checked: Arc<Checked>,
    /// Positions (in [`crate::view::message::MessageModel::messages`]) of the messages it is about.
    pub messages: Vec<usize>,
    /// Names of what it needs to know beside a message, as `declaration`; without repetition.
    pub facts: Vec<String>,
    /// Whether it speaks of `this`, and so may hold for one element of a class and not for another.
    pub of_class: bool,
}

/// What a constraint is.
#[derive(Clone, Debug)]
pub enum ConstraintKind {
    /// An element must be there where the expression holds; `this` is the class it belongs to.
    Condition {
        /// Path of the element, of XML tags.
        path: String,
    },
    /// The expression must hold.
    Rule {
        /// Identifier, as `BR-CO-07`.
        id: String,
        /// How far a value may differ, in words.
        tolerance: Label,
        /// Error code; empty where the block names none.
        code: String,
        /// How much it weighs when it does not hold.
        weight: Weight,
        /// What the receiver does then.
        action: Label,
    },
}

/// What follows when a business rule does not hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// The message is rejected.
    #[default]
    Reject,
    /// A discrepancy is recorded and examined.
    Discrepancy,
    /// The message is accepted with a remark.
    Warning,
}

impl Constraint {
    /// Its name: the identifier of a rule, the path of a conditional element.
    pub fn name(&self) -> &str {
        match &self.kind {
            ConstraintKind::Condition { path } => path,
            ConstraintKind::Rule { id, .. } => id,
        }
    }

    /// Whether a message alone decides it.
    pub fn is_of_message(&self) -> bool {
        self.facts.is_empty()
    }

    /// Whether it is a business rule.
    pub const fn is_rule(&self) -> bool {
        matches!(self.kind, ConstraintKind::Rule { .. })
    }

    /// The error code that the block gives for it; empty for none.
    pub fn code(&self) -> &str {
        match &self.kind {
            ConstraintKind::Condition { .. } => "",
            ConstraintKind::Rule { code, .. } => code,
        }
    }
}
