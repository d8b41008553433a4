//! The ways through a process: what is reached from its starts, and what reaches an end.

use std::collections::BTreeMap;

use petgraph::Direction::{Incoming, Outgoing};
use petgraph::algo::{astar, kosaraju_scc};
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::{Dfs, NodeFiltered, Reversed};

use crate::check::sides::alignment;
use crate::model;
use crate::resolve::Resolved;
use crate::text::Span;
use crate::view::process::build::step_of;
use crate::view::process::{NodeKind, Process, Work};

/// Where a process and its steps stand.
#[derive(Debug)]
pub(super) struct Places<'a> {
    /// The name of the process.
    pub(super) process: Span,
    steps: BTreeMap<&'a str, Span>,
}

impl<'a> Places<'a> {
    /// Of a process of which the drawing has every step and flow that the block writes; nothing of
    /// others: what they lack has a finding already.
    pub(super) fn of(block: &'a Resolved, process: &Process) -> Option<Self> {
        let named =
            |it: &&model::Process| it.id.as_ref().is_some_and(|id| *id.value.0 == *process.id);
        let source = alignment(block)?.processes.iter().find(named)?;
        let pools: BTreeMap<&str, Option<usize>> =
            (0..).zip(process.nodes()).map(|(at, node)| (&*node.id, process.pool_of(at))).collect();
        let receives = |step: &str, sender: Option<usize>| {
            let node = process.nodes().iter().position(|node| node.id == step);
            let kind = node.and_then(|at| process.nodes().get(at)).map(|node| &node.kind);
            let can = matches!(
                kind,
                Some(
                    NodeKind::Start(_)
                        | NodeKind::Task(Work::Receive)
                        | NodeKind::Wait
                        | NodeKind::Catch(_)
                )
            );
            can && node.and_then(|at| process.pool_of(at)) != sender
        };
        let mut steps = BTreeMap::new();
        for step in &source.steps {
            let id = step.id.as_ref()?;
            let pool = pools.get(&*id.value.0)?;
            let mut targets =
                step.next.iter().chain(step.outcomes.iter().filter_map(|it| it.to.as_ref()));
            if !targets.all(|to| pools.get(&*to.value.0) == Some(pool)) {
                return None;
            }
            if step.to.as_ref().is_some_and(|to| !receives(&to.value.0, *pool)) {
                return None;
            }
            steps.insert(&*id.value.0, id.span);
        }
        Some(Self { process: source.id.as_ref()?.span, steps })
    }

    /// The step that a node was made of, and where it stands.
    pub(super) fn step<'b>(&self, process: &'b Process, node: usize) -> (&'b str, Span) {
        let step = process.nodes().get(node).map_or("", step_of);
        (step, self.steps.get(step).copied().unwrap_or(self.process))
    }
}

/// What follows what in a process, by the places of its nodes.
pub(super) struct Graph {
    flows: DiGraph<(), ()>,
}

impl Graph {
    /// Of this process.
    pub(super) fn of(process: &Process) -> Self {
        let mut flows = DiGraph::with_capacity(process.nodes().len(), process.flows().len());
        for _ in process.nodes() {
            flows.add_node(());
        }
        for flow in process.flows() {
            let (from, to) = (NodeIndex::new(flow.from), NodeIndex::new(flow.to));
            if flow.from.max(flow.to) < flows.node_count() {
                flows.add_edge(from, to, ());
            }
        }
        Self { flows }
    }

    /// The nodes with which the process begins.
    pub(super) fn starts(process: &Process) -> Vec<usize> {
        places(process, |kind| matches!(kind, NodeKind::Start(_)))
    }

    /// Whether each node is reached from these.
    pub(super) fn reached(&self, from: &[usize]) -> Vec<bool> {
        let mut reached = vec![false; self.flows.node_count()];
        let mut walk = Dfs::empty(&self.flows);
        for start in from {
            walk.move_to(NodeIndex::new(*start));
            while let Some(node) = walk.next(&self.flows) {
                reached[node.index()] = true;
            }
        }
        reached
    }

    /// Whether each node can reach an end.
    pub(super) fn reaching_end(&self, process: &Process) -> Vec<bool> {
        let mut reaching = vec![false; self.flows.node_count()];
        let back = Reversed(&self.flows);
        let mut walk = Dfs::empty(back);
        for end in places(process, |kind| matches!(kind, NodeKind::End(_))) {
            walk.move_to(NodeIndex::new(end));
            while let Some(node) = walk.next(back) {
                reaching[node.index()] = true;
            }
        }
        reaching
    }

    /// Whether there is a start, every node is reached from one, and every node reaches an end.
    pub(super) fn is_whole(&self, process: &Process) -> bool {
        let starts = Self::starts(process);
        !starts.is_empty()
            && self.reached(&starts).into_iter().all(|it| it)
            && self.reaching_end(process).into_iter().all(|it| it)
    }

    /// Whether from each start an end is reached by nodes that are not closed.
    pub(super) fn ends_without(
        &self,
        process: &Process,
        is_closed: impl Fn(usize) -> bool,
    ) -> bool {
        let open = NodeFiltered::from_fn(&self.flows, |node| !is_closed(node.index()));
        let ends = places(process, |kind| matches!(kind, NodeKind::End(_)));
        Self::starts(process).into_iter().all(|start| {
            let mut walk = Dfs::new(&open, NodeIndex::new(start));
            let mut ended = false;
            while let Some(node) = walk.next(&open) {
                ended |= ends.contains(&node.index());
            }
            ended
        })
    }

    /// The first nodes that are marked on each way from this one, in their order.
    pub(super) fn next(&self, from: usize, marked: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut seen = vec![false; self.flows.node_count()];
        let mut todo: Vec<NodeIndex> = self.flows.neighbors(NodeIndex::new(from)).collect();
        let mut found = Vec::new();
        while let Some(node) = todo.pop() {
            if std::mem::replace(&mut seen[node.index()], true) {
                continue;
            }
            if marked(node.index()) {
                found.push(node.index());
            } else {
                todo.extend(self.flows.neighbors(node));
            }
        }
        found.sort_unstable();
        found
    }

    /// The nodes on the way that takes longest from one of `from` to `to` and passes no other of them,
    /// in their order; nothing where no way leads there. Of a round the node that takes longest
    /// counts, once.
    pub(super) fn longest(
        &self,
        from: &[usize],
        to: usize,
        time: impl Fn(usize) -> u64,
    ) -> Vec<usize> {
        let between = NodeFiltered::from_fn(&self.flows, |it| !from.contains(&it.index()));
        let rounds = kosaraju_scc(&between);
        let mut round_of = vec![None; self.flows.node_count()];
        for (number, round) in rounds.iter().enumerate() {
            for node in round {
                round_of[node.index()] = Some(number);
            }
        }
        // The longest way on from each round: its time and its nodes. What follows a round stands
        // before it in the list.
        let mut ways: Vec<Option<(u64, Vec<usize>)>> = Vec::with_capacity(rounds.len());
        let longest = |node: NodeIndex, ways: &[Option<(u64, Vec<usize>)>]| {
            let next = self.flows.neighbors_directed(node, Outgoing);
            let next = next.filter_map(|it| ways.get(round_of[it.index()]?)?.clone());
            next.max_by_key(|(length, _)| *length)
        };
        for round in &rounds {
            let nodes = round.iter().map(|it| it.index());
            let Some(own) = nodes.max_by_key(|it| (time(*it), usize::MAX - it)) else { continue };
            let next = if round.iter().any(|it| it.index() == to) {
                Some((0, Vec::new()))
            } else {
                let next = round.iter().filter_map(|it| longest(*it, &ways));
                next.max_by_key(|(length, _)| *length)
            };
            ways.push(next.map(|(length, mut way)| {
                way.insert(0, own);
                (length.saturating_add(time(own)), way)
            }));
        }
        let ways = from.iter().filter_map(|it| longest(NodeIndex::new(*it), &ways));
        ways.max_by_key(|(length, _)| *length).map(|(_, way)| way).unwrap_or_default()
    }

    /// Of the marked nodes those from which all marked ones follow: where nothing marked comes
    /// before, and one of each round.
    pub(super) fn sources(&self, marked: &[bool]) -> Vec<usize> {
        self.edge_of(marked, Incoming)
    }

    /// Of the marked nodes those to which all marked ones lead: where nothing marked follows, and
    /// one of each round.
    pub(super) fn sinks(&self, marked: &[bool]) -> Vec<usize> {
        self.edge_of(marked, Outgoing)
    }

    /// One node of each strongly connected part of the marked nodes that no other part touches
    /// from this side.
    fn edge_of(&self, marked: &[bool], side: petgraph::Direction) -> Vec<usize> {
        let is_marked = |node: NodeIndex| marked[node.index()];
        let parts = kosaraju_scc(&NodeFiltered::from_fn(&self.flows, is_marked));
        let mut part_of = vec![usize::MAX; marked.len()];
        for (number, part) in parts.iter().enumerate() {
            for node in part {
                part_of[node.index()] = number;
            }
        }
        let is_free = |number: usize, part: &[NodeIndex]| {
            let mut beside =
                part.iter().flat_map(|node| self.flows.neighbors_directed(*node, side));
            !beside.any(|node| is_marked(node) && part_of[node.index()] != number)
        };
        let free = parts.iter().enumerate().filter(|(number, part)| is_free(*number, part));
        let mut found: Vec<usize> =
            free.filter_map(|(_, part)| part.iter().map(|node| node.index()).min()).collect();
        found.sort_unstable();
        found
    }

    /// Whether nothing follows a node.
    pub(super) fn is_dead_end(&self, node: usize) -> bool {
        self.flows.neighbors(NodeIndex::new(node)).next().is_none()
    }

    /// The nodes on a shortest way to `node` from the first of these that leads there, the start
    /// first; nothing when none does.
    pub(super) fn way(&self, from: &[usize], node: usize) -> Vec<usize> {
        let way = |start: &usize| {
            let here = NodeIndex::new(*start);
            astar(&self.flows, here, |it| it.index() == node, |_| 1_u32, |_| 0)
        };
        let found = from.iter().find_map(way);
        found.map_or_else(Vec::new, |(_, way)| way.iter().map(|it| it.index()).collect())
    }
}

fn places(process: &Process, wanted: fn(&NodeKind) -> bool) -> Vec<usize> {
    let nodes = process.nodes().iter().enumerate();
    nodes.filter(|(_, node)| wanted(&node.kind)).map(|(at, _)| at).collect()
}
