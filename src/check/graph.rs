//! The ways through a process: what is reached from its starts, and what reaches an end.

use std::collections::{BTreeSet, VecDeque};

use crate::view::process::{NodeKind, Process};

/// What follows what in a process, by the places of its nodes.
pub(super) struct Graph {
    after: Vec<Vec<usize>>,
    before: Vec<Vec<usize>>,
}

/// For each node from where it was first reached; a start is reached from itself.
pub(super) type Reached = Vec<Option<usize>>;

impl Graph {
    /// Of this process.
    pub(super) fn of(process: &Process) -> Self {
        let mut graph = Self {
            after: vec![Vec::new(); process.nodes().len()],
            before: vec![Vec::new(); process.nodes().len()],
        };
        for flow in process.flows() {
            if let (Some(after), Some(before)) =
                (graph.after.get_mut(flow.from), graph.before.get_mut(flow.to))
            {
                after.push(flow.to);
                before.push(flow.from);
            }
        }
        graph
    }

    /// The nodes with which the process begins.
    pub(super) fn starts(&self, process: &Process) -> Vec<usize> {
        let is_start = |at: &usize| {
            process.nodes().get(*at).is_some_and(|it| matches!(it.kind, NodeKind::Start(_)))
        };
        (0..self.after.len()).filter(is_start).collect()
    }

    /// What is reached from these nodes by the fewest flows; nothing where there are none.
    pub(super) fn reached(&self, from: &[usize]) -> Option<Reached> {
        (!from.is_empty()).then(|| spread(&self.after, from))
    }

    /// Which nodes can reach an end.
    pub(super) fn reaching_end(&self, process: &Process) -> Vec<bool> {
        let ends = (0..).zip(process.nodes());
        let ends = ends.filter(|(_, node)| matches!(node.kind, NodeKind::End(_)));
        let ends: Vec<usize> = ends.map(|(at, _)| at).collect();
        spread(&self.before, &ends).iter().map(Option::is_some).collect()
    }

    /// Of the marked nodes those from which all marked ones follow: where nothing marked comes
    /// before, and one of each round.
    pub(super) fn sources(&self, marked: Vec<bool>) -> Vec<usize> {
        beginnings(&self.before, &self.after, marked)
    }

    /// Of the marked nodes those to which all marked ones lead: where nothing marked follows, and
    /// one of each round.
    pub(super) fn sinks(&self, marked: Vec<bool>) -> Vec<usize> {
        beginnings(&self.after, &self.before, marked)
    }

    /// Whether nothing follows a node.
    pub(super) fn is_dead_end(&self, node: usize) -> bool {
        self.after.get(node).is_none_or(Vec::is_empty)
    }

    /// The nodes on the way to `node`, the start first.
    pub(super) fn way(reached: &Reached, node: usize) -> Vec<usize> {
        let mut way = vec![node];
        let mut at = node;
        while let Some(from) = reached.get(at).copied().flatten().filter(|from| *from != at) {
            way.push(from);
            at = from;
        }
        way.reverse();
        way
    }
}

fn spread(edges: &[Vec<usize>], from: &[usize]) -> Reached {
    let mut reached = vec![None; edges.len()];
    let mut queue = VecDeque::new();
    for at in from {
        reached[*at] = Some(*at);
        queue.push_back(*at);
    }
    while let Some(at) = queue.pop_front() {
        for to in &edges[at] {
            if reached[*to].is_none() {
                reached[*to] = Some(at);
                queue.push_back(*to);
            }
        }
    }
    reached
}

/// Each marked node without a marked one before it, and then, while marked nodes are left that
/// follow from none of these, the first of them: one in each round.
fn beginnings(before: &[Vec<usize>], after: &[Vec<usize>], mut marked: Vec<bool>) -> Vec<usize> {
    let is_first = |at: &usize| marked[*at] && before[*at].iter().all(|it| !marked[*it]);
    let firsts: Vec<usize> = (0..marked.len()).filter(is_first).collect();
    let mut found = Vec::new();
    for at in firsts.into_iter().chain(0..before.len()) {
        if !marked[at] {
            continue;
        }
        let at = round_before(before, &marked, at);
        found.push(at);
        marked[at] = false;
        let mut stack = vec![at];
        while let Some(at) = stack.pop() {
            for to in &after[at] {
                if std::mem::take(&mut marked[*to]) {
                    stack.push(*to);
                }
            }
        }
    }
    found
}

/// Where one arrives by going back from `at` over marked nodes: at a node without a marked one
/// before it, or in a round.
fn round_before(before: &[Vec<usize>], marked: &[bool], mut at: usize) -> usize {
    let mut seen = BTreeSet::new();
    while seen.insert(at) {
        match before[at].iter().find(|it| marked[**it]) {
            Some(from) => at = *from,
            None => return at,
        }
    }
    at
}
