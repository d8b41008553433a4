//! The ways through a process: what is reached from its starts, and what reaches an end.

use petgraph::Direction::{Incoming, Outgoing};
use petgraph::algo::{astar, kosaraju_scc};
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::{Dfs, NodeFiltered, Reversed};

use crate::view::process::{NodeKind, Process};

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
