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
    states: Vec<State>,
    initial: Option<usize>,
    transitions: Vec<Transition>,
}

impl StateMachine {
    /// A machine without states.
    pub fn new(id: impl Into<String>, name: Label) -> Self {
        Self { id: id.into(), name, ..Self::default() }
    }

    /// Adds a state; gives its place.
    pub fn add_state(&mut self, state: State) -> usize {
        self.states.push(state);
        self.states.len() - 1
    }

    /// Says in which state a document begins; refuses what is no state.
    pub fn begin_in(&mut self, state: usize) -> bool {
        self.initial = Some(state).filter(|it| *it < self.states.len());
        self.initial.is_some()
    }

    /// Adds a transition; says whether both its states exist.
    pub fn add_transition(&mut self, transition: Transition) -> bool {
        let fits = transition.from.max(transition.to) < self.states.len();
        if fits {
            self.transitions.push(transition);
        }
        fits
    }

    /// The states.
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// The state in which a document begins, counted from 0; none where it is not said.
    pub fn initial(&self) -> Option<usize> {
        self.initial
    }

    /// What leads from one state to another.
    pub fn transitions(&self) -> &[Transition] {
        &self.transitions
    }
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
