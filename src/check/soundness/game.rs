//! The states of the game that were seen, how they were come by, and what they can still become.

use std::hash::{BuildHasherDefault, DefaultHasher};
use std::ops::Range;

use indexmap::IndexSet;

use crate::check::soundness::net::Move;

/// A set of numbers below 64 × `N`. What is proved is copied all the time, so it stays off the heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Marks<const N: usize>([u64; N]);

impl<const N: usize> Marks<N> {
    /// How many numbers it can have.
    pub(super) const ROOM: usize = 64 * N;

    /// The empty set.
    pub(super) const NONE: Self = Self([0; N]);

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
        self.within(0..size).next().is_none()
    }

    /// Its numbers in a range, the smallest first.
    pub(super) fn within(self, range: Range<usize>) -> impl Iterator<Item = usize> {
        let Range { mut start, end } = range;
        std::iter::from_fn(move || {
            while start < end {
                let rest = self.0[start / 64] >> (start % 64);
                if rest == 0 {
                    start = (start / 64 + 1) * 64;
                    continue;
                }
                let found = start + rest.trailing_zeros() as usize;
                start = found + 1;
                return (found < end).then_some(found);
            }
            None
        })
    }

    /// Keeps what the other has, too.
    fn keep(&mut self, other: &Self) {
        for (mine, others) in self.0.iter_mut().zip(&other.0) {
            *mine &= others;
        }
    }

    /// Drops what the other has.
    fn drop_all(&mut self, other: &Self) {
        for (mine, others) in self.0.iter_mut().zip(&other.0) {
            *mine &= !others;
        }
    }
}

/// A state that follows another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reached<const N: usize> {
    /// What follows.
    pub(super) state: Marks<N>,
    /// The tokens that were taken up in between.
    pub(super) taken: Marks<N>,
    /// The last move in between, as noted in the [`Trail`].
    pub(super) last: Option<usize>,
}

impl<const N: usize> Reached<N> {
    /// A state from which nothing was done yet.
    pub(super) fn at(state: Marks<N>) -> Self {
        Self { state, taken: Marks::NONE, last: None }
    }

    /// Takes up a token.
    pub(super) fn take(&mut self, token: usize) {
        self.state.take(token);
        self.taken.put(token);
    }
}

/// The moves tried from one state, each with the one before it.
#[derive(Debug, Default)]
pub(super) struct Trail(Vec<(Move, Option<usize>)>);

impl Trail {
    /// Forgets all moves: the next state is gone on from.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Notes a move after another.
    pub(super) fn note(&mut self, step: Move, before: Option<usize>) -> Option<usize> {
        self.0.push((step, before));
        Some(self.0.len() - 1)
    }

    /// The moves up to this one.
    pub(super) fn up_to(&self, last: Option<usize>) -> Vec<Move> {
        let mut moves = Vec::new();
        self.write(last, &mut moves);
        moves
    }

    /// Appends the moves up to this one.
    fn write(&self, last: Option<usize>, moves: &mut Vec<Move>) {
        let first = moves.len();
        let mut at = last;
        while let Some((step, before)) = at.map(|at| self.0[at]) {
            moves.push(step);
            at = before;
        }
        moves[first..].reverse();
    }
}

/// The states seen so far, in the order in which they were first come by: shortest runs first.
pub(super) struct Game<const N: usize> {
    /// The states, each found again by what it is.
    pub(super) states: IndexSet<Marks<N>, BuildHasherDefault<DefaultHasher>>,
    /// What follows, and the tokens that moved: those of each state stand together.
    follows: Vec<(usize, Marks<N>)>,
    /// Where what follows each state begins.
    begins: Vec<usize>,
    /// The state before each, and where the moves from there begin in `moves`; nothing for the first.
    origin: Vec<Option<(usize, usize)>>,
    moves: Vec<Move>,
    /// How many of the numbers of a state are tokens.
    tokens: usize,
}

impl<const N: usize> Game<N> {
    /// The game before anything happened.
    pub(super) fn begin(state: Marks<N>, tokens: usize) -> Self {
        Self {
            states: IndexSet::from_iter([state]),
            follows: Vec::new(),
            begins: Vec::new(),
            origin: vec![None],
            moves: Vec::new(),
            tokens,
        }
    }

    /// Begins to go on from a state; states are gone on from in their order.
    pub(super) fn go_on_from(&mut self, at: usize) {
        debug_assert_eq!(self.begins.len(), at);
        self.begins.push(self.follows.len());
    }

    /// Notes what follows the state that is gone on from.
    pub(super) fn step(&mut self, next: &Reached<N>, trail: &Trail) {
        let from = self.begins.len() - 1;
        let (to, is_new) = self.states.insert_full(next.state);
        if is_new {
            self.origin.push(Some((from, self.moves.len())));
            trail.write(next.last, &mut self.moves);
        }
        self.follows.push((to, next.taken));
    }

    /// What follows a state, and the tokens that moved.
    fn follows(&self, at: usize) -> &[(usize, Marks<N>)] {
        let ends = |at: usize| self.begins.get(at).copied().unwrap_or(self.follows.len());
        &self.follows[ends(at)..ends(at + 1)]
    }

    /// The moves that led to a state.
    pub(super) fn run(&self, to: usize) -> Vec<Move> {
        let mut pieces = Vec::new();
        let mut at = to;
        while let Some((from, begin)) = self.origin[at] {
            let next = self.origin.get(at + 1).and_then(|it| it.as_ref());
            let end = next.map_or(self.moves.len(), |(_, begin)| *begin);
            pieces.push(&self.moves[begin..end]);
            at = from;
        }
        pieces.into_iter().rev().flatten().copied().collect()
    }

    /// The states from which no state of `goal` is reached.
    fn never(&self, goal: impl Fn(usize) -> bool) -> Vec<bool> {
        // What stands before each state: counted, then put together state by state.
        let mut ends = vec![0; self.states.len() + 1];
        for (to, _) in &self.follows {
            ends[*to + 1] += 1;
        }
        for at in 1..ends.len() {
            ends[at] += ends[at - 1];
        }
        let mut next = ends.clone();
        let mut before = vec![0; self.follows.len()];
        for from in 0..self.states.len() {
            for (to, _) in self.follows(from) {
                before[next[*to]] = from;
                next[*to] += 1;
            }
        }
        let mut never = vec![true; self.states.len()];
        let mut todo: Vec<usize> = (0..self.states.len()).filter(|at| goal(*at)).collect();
        while let Some(at) = todo.pop() {
            if std::mem::replace(&mut never[at], false) {
                todo.extend(&before[ends[at]..ends[at + 1]]);
            }
        }
        never
    }

    /// The first state from which the case cannot be closed because tokens stand still for ever,
    /// with these tokens; and the first from which it cannot although none does, with the tokens
    /// that move. The latter is looked for among the states that `begun` holds of: before every start
    /// has happened, a case that never closes may still be left undone.
    pub(super) fn unclosed(
        &self,
        begun: impl Fn(&Marks<N>) -> bool,
    ) -> (Option<Halt>, Option<Halt>) {
        let lost = self.never(|at| self.states[at].is_free(self.tokens));
        if !lost.contains(&true) {
            return (None, None);
        }
        let still = self.standing_still(&lost);
        let halts = |at: usize| still[at].as_ref().is_some_and(|it| !it.is_free(self.tokens));
        let stuck = (0..self.states.len()).find(|at| halts(*at)).map(|at| {
            let tokens = still[at].iter().flat_map(|it| it.within(0..self.tokens)).collect();
            Halt { state: at, tokens }
        });
        let never_stuck = self.never(halts);
        let goes_round = |at: &usize| lost[*at] && never_stuck[*at] && begun(&self.states[*at]);
        let round = (0..self.states.len()).find(goes_round);
        let endless = round.map(|at| {
            let mut tokens = Marks::<N>::NONE;
            for state in self.onward(at) {
                for token in self.states[state].within(0..self.tokens) {
                    tokens.put(token);
                }
            }
            Halt { state: at, tokens: tokens.within(0..self.tokens).collect() }
        });
        (stuck, endless)
    }

    /// For each lost state the tokens that stay where they are whatever happens.
    fn standing_still(&self, lost: &[bool]) -> Vec<Option<Marks<N>>> {
        let mut still: Vec<Option<Marks<N>>> =
            self.states.iter().zip(lost).map(|(it, lost)| lost.then_some(*it)).collect();
        let mut changes = true;
        while changes {
            changes = false;
            // What follows mostly stands behind: from the last state the news travels fast.
            for at in (0..still.len()).rev() {
                let Some(known) = still[at] else { continue };
                let mut kept = known;
                for (to, taken) in self.follows(at) {
                    kept.drop_all(taken);
                    // All that follows a lost state is lost.
                    if let Some(next) = still[*to].filter(|_| *to != at) {
                        kept.keep(&next);
                    }
                }
                changes |= kept != known;
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
                todo.extend(self.follows(at).iter().map(|(to, _)| *to));
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
