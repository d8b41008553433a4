//! The states of a document and what leads from one to another, as plain data.

use crate::words::Label;

/// The life of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StateMachine {
    /// Identifier, from which paths and the identifiers in pictures are made.
    pub id: String,
    /// Name.
    pub name: Label,
    /// Whether pictures of it must say that they are drafts.
    pub draft: bool,
    /// The states.
    pub states: Vec<State>,
    /// The state in which a document begins, counted from 0; none where it is not said.
    pub initial: Option<usize>,
    /// What leads from one state to another.
    pub transitions: Vec<Transition>,
}

/// A state of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: Label,
    /// Whether nothing follows it.
    pub terminal: bool,
}

/// A transition from one state to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transition {
    /// The state before, counted from 0.
    pub from: usize,
    /// The state after, counted from 0.
    pub to: usize,
    /// The event that brings it about.
    pub trigger: Label,
}
