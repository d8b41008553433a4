//! A process as the board of the token game: what each step does to tokens and letters.

use crate::view::process::{Event, MessageFlow, Node, NodeKind, Process, Work};

/// One move of the game.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Move {
    /// The start with which the part of the pool began.
    pub part: usize,
    /// The step that is done.
    pub node: usize,
    /// The sequence flow that is taken, where one of several is.
    pub flow: Option<usize>,
}

/// What a step does with tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Passing {
    /// Takes the token away: an end.
    Absorb,
    /// Waits for a token on every incoming flow and puts one on every outgoing one.
    Gather,
    /// Puts the token on one of the outgoing flows.
    Choose,
    /// Puts the token on one of the outgoing flows once what stands there has come about.
    Await,
    /// Puts a token on every outgoing flow.
    Spread,
}

/// A sequence flow, by the nodes that it joins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arc {
    /// The node before.
    pub(super) from: usize,
    /// The node after.
    pub(super) to: usize,
}

/// The board.
pub(super) struct Net {
    /// What each node does.
    pub(super) passing: Vec<Passing>,
    /// The sequence flows.
    pub(super) arcs: Vec<Arc>,
    /// The flows that leave each node.
    pub(super) leaving: Vec<Vec<usize>>,
    /// The flows that come to each node.
    pub(super) coming: Vec<Vec<usize>>,
    /// The letterbox that each node has, counted from 0; none where no letter is waited for.
    pub(super) letterbox: Vec<Option<usize>>,
    /// How many letterboxes there are.
    pub(super) boxes: usize,
    /// The message flows that each node sends, with the letterbox in which each arrives; none
    /// where the receiver does not listen to it.
    pub(super) sends: Vec<Vec<(usize, Option<usize>)>>,
    /// The starts.
    pub(super) starts: Vec<usize>,
    /// Whether a node is a start.
    is_start: Vec<bool>,
    /// How many message flows there are.
    pub(super) messages: usize,
}

impl Net {
    /// The board of a process.
    pub(super) fn of(process: &Process) -> Self {
        let nodes = process.nodes();
        let mut leaving = vec![Vec::new(); nodes.len()];
        let mut coming = vec![Vec::new(); nodes.len()];
        let mut arcs = Vec::with_capacity(process.flows().len());
        for (at, flow) in process.flows().iter().enumerate() {
            arcs.push(Arc { from: flow.from, to: flow.to });
            leaving[flow.from].push(at);
            coming[flow.to].push(at);
        }
        let is_start: Vec<bool> =
            nodes.iter().map(|node| matches!(node.kind, NodeKind::Start(_))).collect();
        let mut letterbox = vec![None; nodes.len()];
        let mut boxes = 0;
        let mut open = |node: usize, letterbox: &mut Vec<Option<usize>>| {
            *letterbox[node].get_or_insert_with(|| {
                boxes += 1;
                boxes - 1
            })
        };
        for (at, node) in nodes.iter().enumerate() {
            if waits_for_message(node) {
                open(at, &mut letterbox);
            }
        }
        let mut sends = vec![Vec::new(); nodes.len()];
        for (at, flow) in process.messages().iter().enumerate() {
            let arrives = is_heard(process, flow).then(|| open(flow.to, &mut letterbox));
            sends[flow.from].push((at, arrives));
        }
        Self {
            passing: nodes.iter().map(|node| passing(&node.kind)).collect(),
            starts: (0..nodes.len()).filter(|at| is_start[*at]).collect(),
            messages: process.messages().len(),
            arcs,
            leaving,
            coming,
            letterbox,
            boxes,
            sends,
            is_start,
        }
    }

    /// How many numbers a state of the parts together has: a flow counts once for each part it is in.
    pub(super) fn size(&self) -> usize {
        let flows: usize = self.starts.iter().map(|start| self.part(*start).len()).sum();
        flows + self.starts.len() + self.boxes
    }

    /// The letterbox that has to be full before a token that comes by this flow goes on. What a
    /// wait lets through has its letter already.
    pub(super) fn needed(&self, flow: usize) -> Option<usize> {
        let Arc { from, to } = self.arcs[flow];
        let waited = self.passing[from] == Passing::Await || self.is_start[to];
        if waited { None } else { self.letterbox[to] }
    }

    /// The letterbox that has to be full before a wait lets a token go on by this flow.
    pub(super) fn awaited(&self, flow: usize) -> Option<usize> {
        let to = self.arcs[flow].to;
        if self.is_start[to] { None } else { self.letterbox[to] }
    }

    /// The flows on which tokens of the part that begins with this start may come to lie.
    pub(super) fn part(&self, start: usize) -> Vec<usize> {
        let mut seen = vec![false; self.arcs.len()];
        let mut found = Vec::new();
        let mut todo = self.leaving[start].clone();
        while let Some(flow) = todo.pop() {
            if std::mem::replace(&mut seen[flow], true) {
                continue;
            }
            found.push(flow);
            let to = self.arcs[flow].to;
            if self.passing[to] != Passing::Absorb {
                todo.extend(&self.leaving[to]);
            }
        }
        found.sort_unstable();
        found
    }
}

/// Whether a step stands until a message arrives.
fn waits_for_message(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Task(Work::Receive) | NodeKind::Catch(Event::Message))
}

/// Whether the receiver of a message listens to it.
pub(super) fn is_heard(process: &Process, flow: &MessageFlow) -> bool {
    let Some(node) = process.nodes().get(flow.to) else { return false };
    let listens = waits_for_message(node) || matches!(node.kind, NodeKind::Start(_));
    let unsaid = node.message.is_empty() || flow.message.is_empty();
    listens && (unsaid || node.message == flow.message)
}

fn passing(kind: &NodeKind) -> Passing {
    match kind {
        NodeKind::End(_) => Passing::Absorb,
        NodeKind::Fork | NodeKind::Join => Passing::Gather,
        NodeKind::Decision | NodeKind::Merge => Passing::Choose,
        NodeKind::Wait => Passing::Await,
        NodeKind::Start(_) | NodeKind::Task(_) | NodeKind::Catch(_) | NodeKind::Subprocess(_) => {
            Passing::Spread
        }
    }
}
