//! The parts of all pools together: each waits for the letters of the others.
//!
//! What waits for nothing happens at once: a state is noted only when each token stands where a
//! letter, a choice of time or another token is waited for. Tokens of different parts never take
//! anything from each other but letters, so this leaves out orders of moves and no outcome.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::soundness::game::{Game, Halt, Marks, Reached, Trail};
use crate::check::soundness::net::{Move, Net, Passing};
use crate::check::soundness::{Fault, Proof};

/// Proves that the parts, each sound by itself, close the case together.
pub(super) fn prove<const N: usize>(net: &Net, limit: usize) -> Proof {
    let mut exchange = Exchange::<N>::new(net);
    let mut first = Marks::NONE;
    for part in &exchange.parts {
        if part.letter.is_none() {
            first.put(part.idle);
        }
    }
    let mut game = Game::begin(first, exchange.tokens);
    let mut found = Vec::new();
    let mut at = 0;
    while at < game.states.len() {
        if at + exchange.between >= limit {
            return Proof { faults: Vec::new(), complete: false, states: at + exchange.between };
        }
        game.go_on_from(at);
        exchange.trail.clear();
        exchange.follows(game.states[at], at, &mut found);
        for next in found.drain(..) {
            game.step(&next, &exchange.trail);
        }
        at += 1;
    }
    let faults = exchange.faults(&game);
    Proof { faults, complete: true, states: at + exchange.between }
}

/// A part of a pool, by the start with which it begins.
struct Part {
    start: usize,
    /// Its flows, and the cell of the first of them: their tokens lie in one row of cells.
    flows: Vec<usize>,
    cell: usize,
    /// The mark of a start that has not happened yet and needs no letter.
    idle: usize,
    /// The letterbox of a start that needs a letter.
    letter: Option<usize>,
}

struct Exchange<'a, const N: usize> {
    net: &'a Net,
    parts: Vec<Part>,
    /// The first numbers of a state: one for each flow of each part.
    tokens: usize,
    /// Where the marks of letterboxes begin.
    boxes: usize,
    /// Whether a token on each flow waits for a letter or for another way to open.
    waits: Vec<bool>,
    /// The cell of each flow in each part, part by part; nothing where the part has none.
    cells: Vec<Option<usize>>,
    /// Whether each node was ever done, and each letterbox ever emptied.
    done: Vec<bool>,
    emptied: Vec<bool>,
    /// The state and the moves after which each message flow was first sent.
    sent: Vec<Option<(usize, Vec<Move>)>>,
    /// States that were passed through at once.
    between: usize,
    /// The moves from the state that is gone on from.
    trail: Trail,
    /// What was passed through since the last wait, in order, and what is still to go on from; kept
    /// for their room.
    passed: Vec<Marks<N>>,
    todo: Vec<Reached<N>>,
}

impl<'a, const N: usize> Exchange<'a, N> {
    fn new(net: &'a Net) -> Self {
        let mut parts = Vec::new();
        let mut tokens = 0;
        for (number, start) in net.starts.iter().enumerate() {
            let flows = net.part(*start);
            let letter = net.letterbox[*start];
            let cell = tokens;
            tokens += flows.len();
            parts.push(Part { start: *start, flows, cell, idle: number, letter });
        }
        for part in &mut parts {
            part.idle += tokens;
        }
        let boxes = tokens + parts.len();
        let mut cells = vec![None; parts.len() * net.arcs.len()];
        for (number, part) in parts.iter().enumerate() {
            for (at, flow) in part.flows.iter().enumerate() {
                cells[number * net.arcs.len() + flow] = Some(part.cell + at);
            }
        }
        let waits = |flow: usize| {
            net.passing[net.arcs[flow].to] == Passing::Await || net.needed(flow).is_some()
        };
        Self {
            net,
            parts,
            tokens,
            boxes,
            waits: (0..net.arcs.len()).map(waits).collect(),
            cells,
            done: vec![false; net.passing.len()],
            emptied: vec![false; net.boxes],
            sent: vec![None; net.messages],
            between: 0,
            trail: Trail::default(),
            passed: Vec::new(),
            todo: Vec::new(),
        }
    }

    /// What may follow a state, up to where everything waits again.
    fn follows(&mut self, state: Marks<N>, at: usize, found: &mut Vec<Reached<N>>) {
        let net = self.net;
        let begins = |it: &Part| it.letter.is_none() && state.has(it.idle);
        let first = self.parts.iter().position(begins);
        for part in first.map_or(0..self.parts.len(), |part| part..part + 1) {
            let Part { start, letter, idle, .. } = self.parts[part];
            let begun = match letter {
                Some(letter) => {
                    if self.is_at_rest(&state, part) {
                        self.emptied(&state, letter)
                    } else {
                        None
                    }
                }
                None => state.has(idle).then(|| {
                    let mut begun = state;
                    begun.take(idle);
                    begun
                }),
            };
            if let Some(begun) = begun {
                let step = Move { part: start, node: start, flow: None };
                let next = self.pass(part, Reached::at(begun), step, at);
                self.settle(part, next, at, found);
                // What a start does takes nothing from anybody: it may as well be done first.
                if letter.is_none() {
                    return;
                }
            }
            for cell in state.within(self.cells_of(part)) {
                let flow = self.flow_of(part, cell);
                let node = net.arcs[flow].to;
                let mut from = Reached::at(state);
                from.take(cell);
                let step = |flow| Move { part: start, node, flow };
                if net.passing[node] == Passing::Await {
                    for way in &net.leaving[node] {
                        let came = match net.awaited(*way) {
                            Some(letter) => self.emptied(&from.state, letter),
                            None => Some(from.state),
                        };
                        if let Some(state) = came {
                            let next =
                                self.pass(part, Reached { state, ..from }, step(Some(*way)), at);
                            self.settle(part, next, at, found);
                        }
                    }
                } else if let Some(letter) = net.needed(flow) {
                    if self.is_dead_end(node) {
                        continue;
                    }
                    if let Some(state) = self.emptied(&from.state, letter) {
                        let next = self.pass(part, Reached { state, ..from }, step(None), at);
                        self.settle(part, next, at, found);
                    }
                } else if self.is_ready(&state, part, cell) {
                    // It stood before sending what still lay in its letterbox: that is a repetition now,
                    // or the letterbox was emptied in the meantime.
                    let mut ways = Vec::new();
                    self.go_on(part, Reached::at(state), cell, at, &mut ways);
                    for next in ways {
                        self.settle(part, next, at, found);
                    }
                }
            }
        }
    }

    /// Lets the tokens of a part go on until each of them waits.
    fn settle(&mut self, part: usize, from: Reached<N>, at: usize, found: &mut Vec<Reached<N>>) {
        let mut passed = std::mem::take(&mut self.passed);
        let mut todo = std::mem::take(&mut self.todo);
        passed.clear();
        passed.push(from.state);
        todo.push(from);
        while let Some(reached) = todo.pop() {
            let state = reached.state;
            let next = state.within(self.cells_of(part)).find(|cell| {
                let flow = self.flow_of(part, *cell);
                let waits = self.waits[flow] || self.repeats(&state, self.net.arcs[flow].to);
                !waits && self.is_ready(&state, part, *cell)
            });
            let Some(cell) = next else {
                found.push(reached);
                continue;
            };
            self.between += 1;
            let known = todo.len();
            self.go_on(part, reached, cell, at, &mut todo);
            let mut kept = known;
            for way in known..todo.len() {
                if let Err(place) = passed.binary_search(&todo[way].state) {
                    passed.insert(place, todo[way].state);
                    todo.swap(kept, way);
                    kept += 1;
                }
            }
            todo.truncate(kept);
        }
        self.passed = passed;
        self.todo = todo;
    }

    /// Does the step before which a token lies that waits for no letter, each way it can go.
    fn go_on(
        &mut self,
        part: usize,
        from: Reached<N>,
        cell: usize,
        at: usize,
        ways: &mut Vec<Reached<N>>,
    ) {
        let net = self.net;
        let node = net.arcs[self.flow_of(part, cell)].to;
        let start = self.parts[part].start;
        let mut after = from;
        after.take(cell);
        let step = |flow| Move { part: start, node, flow };
        match net.passing[node] {
            Passing::Choose => {
                for flow in &net.leaving[node] {
                    ways.push(self.pass(part, after, step(Some(*flow)), at));
                }
                return;
            }
            Passing::Gather => {
                for flow in &net.coming[node] {
                    if let Some(cell) = self.cell_of(part, *flow) {
                        after.take(cell);
                    }
                }
            }
            Passing::Absorb | Passing::Spread | Passing::Await => {}
        }
        ways.push(self.pass(part, after, step(None), at));
    }

    /// Does a step: sends its letters and puts the tokens that follow.
    fn pass(&mut self, part: usize, from: Reached<N>, step: Move, at: usize) -> Reached<N> {
        let net = self.net;
        let Reached { mut state, taken, last } = from;
        let last = self.trail.note(step, last);
        self.done[step.node] = true;
        for (flow, letter) in &net.sends[step.node] {
            if let Some(letter) = letter {
                state.put(self.boxes + letter);
            }
            self.sent[*flow].get_or_insert_with(|| (at, self.trail.up_to(last)));
        }
        let all = match net.passing[step.node] {
            Passing::Absorb => &[][..],
            _ => &net.leaving[step.node],
        };
        for flow in step.flow.as_ref().map_or(all, std::slice::from_ref) {
            if let Some(cell) = self.cell_of(part, *flow) {
                state.put(cell);
            }
        }
        Reached { state, taken, last }
    }

    /// The state after this letterbox was emptied; nothing where it is empty.
    fn emptied(&mut self, state: &Marks<N>, letter: usize) -> Option<Marks<N>> {
        let mark = self.boxes + letter;
        state.has(mark).then(|| {
            self.emptied[letter] = true;
            let mut after = *state;
            after.take(mark);
            after
        })
    }

    /// Whether a token that no letter is waited for can go on.
    fn is_ready(&self, state: &Marks<N>, part: usize, cell: usize) -> bool {
        let node = self.net.arcs[self.flow_of(part, cell)].to;
        match self.net.passing[node] {
            Passing::Absorb => true,
            _ if self.is_dead_end(node) => false,
            Passing::Gather => {
                let mut coming = self.net.coming[node].iter().map(|it| self.cell_of(part, *it));
                coming.all(|it| it.is_some_and(|it| state.has(it)))
            }
            Passing::Choose | Passing::Spread | Passing::Await => true,
        }
    }

    fn is_dead_end(&self, node: usize) -> bool {
        self.net.passing[node] != Passing::Absorb && self.net.leaving[node].is_empty()
    }

    /// Whether a step sends a letter of which one still lies in its letterbox.
    fn repeats(&self, state: &Marks<N>, node: usize) -> bool {
        let mut letters = self.net.sends[node].iter().filter_map(|(_, letter)| *letter);
        letters.any(|letter| state.has(self.boxes + letter))
    }

    fn is_at_rest(&self, state: &Marks<N>, part: usize) -> bool {
        state.within(self.cells_of(part)).next().is_none()
    }

    /// The cells in which the tokens of a part lie.
    fn cells_of(&self, part: usize) -> Range<usize> {
        let Part { cell, flows, .. } = &self.parts[part];
        *cell..cell + flows.len()
    }

    fn flow_of(&self, part: usize, cell: usize) -> usize {
        let part = &self.parts[part];
        part.flows[cell - part.cell]
    }

    fn cell_of(&self, part: usize, flow: usize) -> Option<usize> {
        self.cells[part * self.net.arcs.len() + flow]
    }

    /// What is wrong, once all states were seen.
    fn faults(&self, game: &Game<N>) -> Vec<Fault> {
        let nodes = |halt: &Halt| {
            let node = |cell: &usize| {
                let part = self.parts.partition_point(|it| it.cell <= *cell) - 1;
                // Parts without flows have no cells: the last that begins here has.
                self.net.arcs[self.flow_of(part, *cell)].to
            };
            halt.tokens.iter().map(node).collect::<BTreeSet<usize>>().into_iter().collect()
        };
        let mut faults = Vec::new();
        let idle = self.tokens..self.boxes;
        let begun = |state: &Marks<N>| idle.clone().all(|at| !state.has(at));
        let (stuck, endless) = game.unclosed(begun);
        if let Some(halt) = stuck {
            faults.push(Fault::Stuck { at: nodes(&halt), run: game.run(halt.state) });
        }
        if let Some(halt) = endless {
            faults.push(Fault::Endless { at: nodes(&halt), run: game.run(halt.state) });
        }
        let net = self.net;
        for (flow, letter) in net.sends.iter().flatten() {
            let received = letter.is_some_and(|letter| self.emptied[letter]);
            if let Some((state, moves)) = self.sent[*flow].as_ref().filter(|_| !received) {
                let run = game.run(*state).into_iter().chain(moves.iter().copied()).collect();
                faults.push(Fault::Unreceived { flow: *flow, run });
            }
        }
        let mut part_of = vec![false; self.done.len()];
        for flow in self.parts.iter().flat_map(|part| &part.flows) {
            part_of[net.arcs[*flow].to] = true;
        }
        for start in &net.starts {
            part_of[*start] = true;
        }
        for (node, done) in self.done.iter().enumerate() {
            if part_of[node] && !done {
                faults.push(Fault::Untaken { node });
            }
        }
        faults
    }
}
