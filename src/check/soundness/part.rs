//! Each part of a pool by itself: whatever is waited for may come, and the part must close.

use crate::check::soundness::game::{Game, Halt, Marks, Reached, Trail};
use crate::check::soundness::net::{Move, Net, Passing};
use crate::check::soundness::{Fault, Proof};

/// Proves each part by itself.
pub(super) fn prove<const N: usize>(net: &Net, limit: usize) -> Proof {
    let mut proof = Proof { complete: true, ..Proof::default() };
    for start in &net.starts {
        let left = limit.saturating_sub(proof.states);
        let part = Part::new(net, *start);
        part.prove::<N>(left, &mut proof);
    }
    proof
}

struct Part<'a> {
    net: &'a Net,
    start: usize,
    /// The flows of the part: the tokens of its states.
    flows: Vec<usize>,
    /// The place of each flow among them.
    cells: Vec<Option<usize>>,
}

impl<'a> Part<'a> {
    fn new(net: &'a Net, start: usize) -> Self {
        let flows = net.part(start);
        let mut cells = vec![None; net.arcs.len()];
        for (at, flow) in flows.iter().enumerate() {
            cells[*flow] = Some(at);
        }
        Self { net, start, flows, cells }
    }

    fn prove<const N: usize>(&self, limit: usize, proof: &mut Proof) {
        let begun = Move { part: self.start, node: self.start, flow: None };
        let mut first = Marks::<N>::NONE;
        for flow in &self.net.leaving[self.start] {
            first.put(self.cells[*flow].unwrap_or_default());
        }
        let mut game = Game::begin(first, self.flows.len());
        let run = |game: &Game<N>, at: usize, last: Option<Move>| {
            let moves = std::iter::once(begun).chain(game.run(at)).chain(last);
            moves.collect::<Vec<Move>>()
        };
        let mut trail = Trail::default();
        let mut at = 0;
        while at < game.states.len() {
            if at >= limit {
                proof.complete = false;
                proof.states += at;
                return;
            }
            game.go_on_from(at);
            for (step, taken, outcome) in self.moves(&game.states[at]) {
                match outcome {
                    Ok(state) => {
                        trail.clear();
                        let last = trail.note(step, None);
                        game.step(&Reached { state, taken, last }, &trail);
                    }
                    Err(node) => {
                        proof.states += at;
                        let run = run(&game, at, Some(step));
                        proof.faults.push(Fault::Unsynchronised { at: node, run });
                        return;
                    }
                }
            }
            at += 1;
        }
        proof.states += at;
        let nodes = |halt: &Halt| {
            let mut nodes: Vec<usize> =
                halt.tokens.iter().map(|it| self.net.arcs[self.flows[*it]].to).collect();
            nodes.sort_unstable();
            nodes.dedup();
            nodes
        };
        let (stuck, endless) = game.unclosed(|_| true);
        if let Some(halt) = stuck {
            let run = run(&game, halt.state, None);
            proof.faults.push(Fault::Stuck { at: nodes(&halt), run });
        }
        if let Some(halt) = endless {
            let run = run(&game, halt.state, None);
            proof.faults.push(Fault::Endless { at: nodes(&halt), run });
        }
    }

    /// What may happen in a state, each with the tokens it takes up and the state after it, or the
    /// node before which a second token would come to lie.
    fn moves<const N: usize>(
        &self,
        state: &Marks<N>,
    ) -> Vec<(Move, Marks<N>, Result<Marks<N>, usize>)> {
        let net = self.net;
        let mut found = Vec::new();
        for cell in state.within(0..self.flows.len()) {
            let node = net.arcs[self.flows[cell]].to;
            let step = |flow| Move { part: self.start, node, flow };
            let mut after = Reached::at(*state);
            after.take(cell);
            let Reached { state: rest, taken, .. } = after;
            match net.passing[node] {
                Passing::Absorb => found.push((step(None), taken, Ok(rest))),
                Passing::Choose | Passing::Await => {
                    for flow in &net.leaving[node] {
                        found.push((step(Some(*flow)), taken, self.put(rest, &[*flow])));
                    }
                }
                Passing::Spread if net.leaving[node].is_empty() => {}
                Passing::Spread => {
                    found.push((step(None), taken, self.put(rest, &net.leaving[node])));
                }
                Passing::Gather => {
                    let coming = || net.coming[node].iter().map(|flow| self.cells[*flow]);
                    let whole = coming().all(|it| it.is_some_and(|it| state.has(it)));
                    // Each gathering is one move, made when its first token is come upon.
                    let first = coming().flatten().min() == Some(cell);
                    if whole && first && !net.leaving[node].is_empty() {
                        for cell in coming().flatten() {
                            after.take(cell);
                        }
                        let put = self.put(after.state, &net.leaving[node]);
                        found.push((step(None), after.taken, put));
                    }
                }
            }
        }
        found
    }

    fn put<const N: usize>(&self, mut state: Marks<N>, flows: &[usize]) -> Result<Marks<N>, usize> {
        for flow in flows {
            if !state.put(self.cells[*flow].unwrap_or_default()) {
                return Err(self.net.arcs[*flow].to);
            }
        }
        Ok(state)
    }
}
