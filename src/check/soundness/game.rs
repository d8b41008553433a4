//! The states of the game that were seen, how they were come by, and what they can still become.

use std::collections::BTreeMap;

use crate::check::soundness::net::Move;

/// A set of small numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Marks(Vec<u64>);

impl Marks {
    /// The empty set of numbers below `size`.
    pub(super) fn new(size: usize) -> Self {
        Self(vec![0; size.div_ceil(64)])
    }

    /// Whether it has this number.
    pub(super) fn has(&self, at: usize) -> bool {
        self.0[at / 64] >> (at % 64) & 1 == 1
    }

    /// Puts this number in; says whether it was not there.
    pub(super) fn put(&mut self, at: usize) -> bool {
        let is_new = !self.has(at);
        self.0[at / 64] |= 1 << (at % 64);
        is_new
    }

    /// Takes this number out.
    pub(super) fn take(&mut self, at: usize) {
        self.0[at / 64] &= !(1 << (at % 64));
    }

    /// Whether it has no number below `size`.
    pub(super) fn is_free(&self, size: usize) -> bool {
        self.below(size).next().is_none()
    }

    /// Its numbers below `size`.
    pub(super) fn below(&self, size: usize) -> impl Iterator<Item = usize> {
        (0..size).filter(|at| self.has(*at))
    }

    /// Keeps what the other has, too; says whether anything went.
    fn keep(&mut self, other: &Self) -> bool {
        let before = self.clone();
        for (mine, others) in self.0.iter_mut().zip(&other.0) {
            *mine &= others;
        }
        *self != before
    }
}

/// A state that follows another: what happened in between, and which tokens were taken up.
#[derive(Clone, Debug)]
pub(super) struct Reached {
    /// The state.
    pub(super) state: Marks,
    /// The moves that led to it.
    pub(super) moves: Vec<Move>,
    /// The tokens that they took up.
    pub(super) taken: Vec<usize>,
}

/// The states seen so far, in the order in which they were first come by: shortest runs first.
pub(super) struct Game {
    /// The states.
    pub(super) states: Vec<Marks>,
    /// What follows each of those that were gone on from, and the tokens that moved.
    follows: Vec<Vec<(usize, Vec<usize>)>>,
    /// The state before, and the moves from there.
    origin: Vec<Option<(usize, Vec<Move>)>>,
    known: BTreeMap<Marks, usize>,
    /// How many of the numbers of a state are tokens.
    tokens: usize,
}

impl Game {
    /// The game before anything happened.
    pub(super) fn begin(state: Marks, tokens: usize) -> Self {
        let known = BTreeMap::from([(state.clone(), 0)]);
        Self { states: vec![state], follows: vec![Vec::new()], origin: vec![None], known, tokens }
    }

    /// Notes that these moves lead from a state to another, and which tokens they take up.
    pub(super) fn step(&mut self, from: usize, next: Reached) {
        let Reached { state, moves, taken } = next;
        let next = self.states.len();
        let to = *self.known.entry(state).or_insert_with_key(|state| {
            self.states.push(state.clone());
            self.follows.push(Vec::new());
            self.origin.push(Some((from, moves)));
            next
        });
        self.follows[from].push((to, taken));
    }

    /// The moves that led to a state.
    pub(super) fn run(&self, to: usize) -> Vec<Move> {
        let mut pieces = Vec::new();
        let mut at = to;
        while let Some((from, moves)) = &self.origin[at] {
            pieces.push(moves);
            at = *from;
        }
        pieces.iter().rev().flat_map(|it| it.iter().copied()).collect()
    }

    /// The states from which no state of `goal` is reached.
    fn never(&self, goal: impl Fn(usize) -> bool) -> Vec<bool> {
        let mut before = vec![Vec::new(); self.states.len()];
        for (from, follows) in self.follows.iter().enumerate() {
            for (to, _) in follows {
                before[*to].push(from);
            }
        }
        let mut never = vec![true; self.states.len()];
        let mut todo: Vec<usize> = (0..self.states.len()).filter(|at| goal(*at)).collect();
        while let Some(at) = todo.pop() {
            if std::mem::replace(&mut never[at], false) {
                todo.extend(&before[at]);
            }
        }
        never
    }

    /// The first state from which the case cannot be closed because tokens stand still for ever,
    /// with these tokens; and the first from which it cannot although none does, with the tokens
    /// that move. The latter is looked for among the states that `begun` holds of: before every start
    /// has happened, a case that never closes may still be left undone.
    pub(super) fn unclosed(&self, begun: impl Fn(&Marks) -> bool) -> (Option<Halt>, Option<Halt>) {
        let lost = self.never(|at| self.states[at].is_free(self.tokens));
        if !lost.contains(&true) {
            return (None, None);
        }
        let still = self.standing_still(&lost);
        let halts = |at: usize| still[at].as_ref().is_some_and(|it| !it.is_free(self.tokens));
        let stuck = (0..self.states.len()).find(|at| halts(*at)).map(|at| {
            let tokens = still[at].iter().flat_map(|it| it.below(self.tokens)).collect();
            Halt { state: at, tokens }
        });
        let never_stuck = self.never(halts);
        let goes_round = |at: &usize| lost[*at] && never_stuck[*at] && begun(&self.states[*at]);
        let round = (0..self.states.len()).find(goes_round);
        let endless = round.map(|at| {
            let mut tokens = Marks::new(self.tokens);
            for state in self.onward(at) {
                for token in self.states[state].below(self.tokens) {
                    tokens.put(token);
                }
            }
            Halt { state: at, tokens: tokens.below(self.tokens).collect() }
        });
        (stuck, endless)
    }

    /// For each lost state the tokens that stay where they are whatever happens.
    fn standing_still(&self, lost: &[bool]) -> Vec<Option<Marks>> {
        let mut still: Vec<Option<Marks>> =
            self.states.iter().zip(lost).map(|(it, lost)| lost.then(|| it.clone())).collect();
        let mut changes = true;
        while changes {
            changes = false;
            // What follows mostly stands behind: from the last state the news travels fast.
            for at in (0..still.len()).rev() {
                let Some(mut kept) = still[at].take() else { continue };
                for (to, taken) in &self.follows[at] {
                    for token in taken {
                        changes |= kept.has(*token);
                        kept.take(*token);
                    }
                    // All that follows a lost state is lost.
                    if let Some(next) = &still[*to] {
                        changes |= kept.keep(next);
                    }
                }
                still[at] = Some(kept);
            }
        }
        still
    }

    /// A state and all that may follow it.
    fn onward(&self, from: usize) -> Vec<usize> {
        let mut seen = vec![false; self.states.len()];
        let mut found = Vec::new();
        let mut todo = vec![from];
        while let Some(at) = todo.pop() {
            if !std::mem::replace(&mut seen[at], true) {
                found.push(at);
                todo.extend(self.follows[at].iter().map(|(to, _)| *to));
            }
        }
        found
    }
}

/// A state from which the case cannot be closed.
pub(super) struct Halt {
    /// The state.
    pub(super) state: usize,
    /// The tokens that matter.
    pub(super) tokens: Vec<usize>,
}
