//! A naive explorer of the token game, written from `docs/process-soundness.md` alone: one move
//! at a time, every order of moves, explicit states. Shares nothing with the proof but its input.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use gnc::view::process::{Event, NodeKind, Process, Work};

/// What lies on the board.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct State {
    /// Tokens: the start of the part, and the sequence flow.
    pub(super) tokens: BTreeSet<(usize, usize)>,
    /// Nodes in whose letterbox a letter lies.
    pub(super) letters: BTreeSet<usize>,
    /// Starts without letters that have happened.
    pub(super) fired: BTreeSet<usize>,
}

/// One move: part, node, flow that is taken where one of several is.
pub(super) type Step = (usize, usize, Option<usize>);

/// What came of it: the state after, or the node before which two tokens of a part meet.
pub(super) type After = Result<State, usize>;

pub(super) struct Rules<'a> {
    pub(super) process: &'a Process,
    /// Whether letters are asked for; a part by itself gets whatever it waits for.
    pub(super) letters: bool,
}

impl Rules<'_> {
    fn kind(&self, node: usize) -> &NodeKind {
        &self.process.nodes()[node].kind
    }

    fn leaving(&self, node: usize) -> Vec<usize> {
        let flows = self.process.flows().iter().enumerate();
        flows.filter(|(_, flow)| flow.from == node).map(|(at, _)| at).collect()
    }

    fn coming(&self, node: usize) -> Vec<usize> {
        let flows = self.process.flows().iter().enumerate();
        flows.filter(|(_, flow)| flow.to == node).map(|(at, _)| at).collect()
    }

    pub(super) fn starts(&self) -> Vec<usize> {
        let is_start = |at: &usize| matches!(self.kind(*at), NodeKind::Start(_));
        (0..self.process.nodes().len()).filter(is_start).collect()
    }

    /// Whether a step stands until a message comes.
    fn listens(&self, node: usize) -> bool {
        matches!(self.kind(node), NodeKind::Task(Work::Receive) | NodeKind::Catch(Event::Message))
    }

    /// Whether the receiver of a message flow hears it.
    pub(super) fn hears(&self, flow: usize) -> bool {
        let flow = &self.process.messages()[flow];
        let node = &self.process.nodes()[flow.to];
        let can = self.listens(flow.to) || matches!(node.kind, NodeKind::Start(_));
        can && (node.message.is_empty() || flow.message.is_empty() || node.message == flow.message)
    }

    /// Whether a start needs a letter.
    fn is_called(&self, start: usize) -> bool {
        let messages = self.process.messages();
        (0..messages.len()).any(|at| messages[at].to == start && self.hears(at))
    }

    fn is_wait(&self, node: usize) -> bool {
        matches!(self.kind(node), NodeKind::Wait)
    }

    /// Every move that a state allows.
    pub(super) fn moves(&self, state: &State) -> Vec<(Step, After)> {
        let mut found = Vec::new();
        for start in self.starts() {
            let mut after = state.clone();
            let may = if self.is_called(start) {
                after.letters.remove(&start) && !state.tokens.iter().any(|it| it.0 == start)
            } else {
                after.fired.insert(start)
            };
            if may {
                found.push(((start, start, None), self.done(after, start, start, None)));
            }
        }
        for (part, flow) in &state.tokens {
            let before = self.process.flows()[*flow].from;
            let node = self.process.flows()[*flow].to;
            let mut after = state.clone();
            after.tokens.remove(&(*part, *flow));
            let leaving = self.leaving(node);
            if matches!(self.kind(node), NodeKind::End(_)) {
                found.push(((*part, node, None), self.done(after, *part, node, None)));
                continue;
            }
            if leaving.is_empty() {
                continue;
            }
            let needed = self.letters && self.listens(node) && !self.is_wait(before);
            if needed && !after.letters.remove(&node) {
                continue;
            }
            match self.kind(node) {
                NodeKind::Fork | NodeKind::Join => {
                    let coming = self.coming(node);
                    if coming.iter().all(|flow| state.tokens.contains(&(*part, *flow))) {
                        for flow in coming {
                            after.tokens.remove(&(*part, flow));
                        }
                        found.push(((*part, node, None), self.done(after, *part, node, None)));
                    }
                }
                NodeKind::Decision | NodeKind::Merge => {
                    for way in leaving {
                        let step = (*part, node, Some(way));
                        found.push((step, self.done(after.clone(), *part, node, Some(way))));
                    }
                }
                NodeKind::Wait => {
                    for way in leaving {
                        let event = self.process.flows()[way].to;
                        let mut after = after.clone();
                        if self.letters && self.listens(event) && !after.letters.remove(&event) {
                            continue;
                        }
                        let step = (*part, node, Some(way));
                        found.push((step, self.done(after, *part, node, Some(way))));
                    }
                }
                _ => found.push(((*part, node, None), self.done(after, *part, node, None))),
            }
        }
        found
    }

    /// The state after a step has sent its letters and passed its token on.
    fn done(&self, mut state: State, part: usize, node: usize, way: Option<usize>) -> After {
        for (at, flow) in self.process.messages().iter().enumerate() {
            if flow.from == node && self.hears(at) {
                state.letters.insert(flow.to);
            }
        }
        if matches!(self.kind(node), NodeKind::End(_)) {
            return Ok(state);
        }
        for flow in way.map_or_else(|| self.leaving(node), |way| vec![way]) {
            if !state.tokens.insert((part, flow)) {
                return Err(self.process.flows()[flow].to);
            }
        }
        Ok(state)
    }
}

/// All that can come about from a state.
pub(super) struct Space {
    pub(super) states: Vec<State>,
    pub(super) follows: Vec<BTreeSet<usize>>,
    pub(super) steps: BTreeSet<Step>,
    /// Whether two tokens of a part meet somewhere.
    pub(super) meet: bool,
    pub(super) emptied: BTreeSet<usize>,
}

/// Explores everything; nothing when there are more states than `limit`.
pub(super) fn explore(rules: &Rules, first: State, limit: usize) -> Option<Space> {
    let mut known = BTreeMap::from([(first.clone(), 0)]);
    let mut space = Space {
        states: vec![first],
        follows: vec![BTreeSet::new()],
        steps: BTreeSet::new(),
        meet: false,
        emptied: BTreeSet::new(),
    };
    let mut todo = VecDeque::from([0]);
    while let Some(at) = todo.pop_front() {
        let state = space.states[at].clone();
        for (step, after) in rules.moves(&state) {
            space.steps.insert(step);
            let Ok(after) = after else {
                space.meet = true;
                continue;
            };
            space.emptied.extend(emptied_by(rules, &state, step));
            let next = *known.entry(after.clone()).or_insert_with(|| {
                space.states.push(after);
                space.follows.push(BTreeSet::new());
                todo.push_back(space.states.len() - 1);
                space.states.len() - 1
            });
            space.follows[at].insert(next);
        }
        if space.states.len() > limit {
            return None;
        }
    }
    Some(space)
}

/// The letterbox that a step empties.
fn emptied_by(rules: &Rules, state: &State, (part, node, way): Step) -> Option<usize> {
    if part == node && rules.is_called(node) && !state.tokens.iter().any(|it| it.0 == part) {
        return Some(node);
    }
    let event = way.filter(|_| rules.is_wait(node)).map(|way| rules.process.flows()[way].to);
    if let Some(event) = event {
        return rules.listens(event).then_some(event);
    }
    let waited = rules.coming(node).into_iter().any(|flow| {
        let before = rules.process.flows()[flow].from;
        state.tokens.contains(&(part, flow)) && !rules.is_wait(before)
    });
    (rules.listens(node) && waited).then_some(node)
}

impl Space {
    fn onward(&self, from: usize) -> BTreeSet<usize> {
        let mut found = BTreeSet::from([from]);
        let mut todo = vec![from];
        while let Some(at) = todo.pop() {
            for to in &self.follows[at] {
                if found.insert(*to) {
                    todo.push(*to);
                }
            }
        }
        found
    }

    /// Whether tokens can stand still for ever, and whether the case can go on for ever without.
    pub(super) fn unclosed(&self) -> (bool, bool) {
        let mut closing = vec![false; self.states.len()];
        let mut changes = true;
        for (at, state) in self.states.iter().enumerate() {
            closing[at] = state.tokens.is_empty();
        }
        while changes {
            changes = false;
            for at in 0..closing.len() {
                if !closing[at] && self.follows[at].iter().any(|to| closing[*to]) {
                    closing[at] = true;
                    changes = true;
                }
            }
        }
        let lost: Vec<usize> = (0..closing.len()).filter(|at| !closing[*at]).collect();
        let ahead: BTreeMap<usize, BTreeSet<usize>> =
            lost.iter().map(|at| (*at, self.onward(*at))).collect();
        let halts = |at: usize| {
            let mut tokens = self.states[at].tokens.clone();
            for to in &ahead[&at] {
                tokens.retain(|token| self.states[*to].tokens.contains(token));
            }
            !tokens.is_empty()
        };
        let stuck: BTreeSet<usize> = lost.iter().copied().filter(|at| halts(*at)).collect();
        let endless = lost.iter().any(|at| ahead[at].is_disjoint(&stuck));
        (!stuck.is_empty(), endless)
    }
}
