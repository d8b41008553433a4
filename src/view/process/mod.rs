//! A process as plain data: pools for the sides, lanes for the entities, steps, and what flows
//! between them.
//!
//! The graph that is checked is the graph that is drawn: checks and writers see this form. Indices
//! are settled by the `add_…` functions, which refuse what points nowhere.

pub mod build;
pub mod exchange;
pub mod layout;
pub mod lifecycle;

use crate::words::{Label, Lang};

/// A process: steps of entities, joined by flows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Process {
    /// Identifier, as `issue-and-use`.
    pub id: String,
    /// Name.
    pub name: Label,
    /// What the process is for; may be empty.
    pub purpose: Label,
    /// Whether pictures of it must say that they are drafts.
    pub draft: bool,
    pools: Vec<Pool>,
    lanes: Vec<Lane>,
    nodes: Vec<Node>,
    flows: Vec<Flow>,
    messages: Vec<MessageFlow>,
}

/// One side of the exchange: its lanes share one sequence of steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: Label,
}

/// An entity that acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: Label,
    /// Its pool, counted from 0.
    pub pool: usize,
}

/// A step, a decision, a beginning or an end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Identifier, unique in the process.
    pub id: String,
    /// What happens; for a decision, what is asked.
    pub name: Label,
    /// The number under which the annex prints it; empty for what has none there.
    pub number: String,
    /// Its lane, counted from 0.
    pub lane: usize,
    /// What it is.
    pub kind: NodeKind,
    /// Identifier of the message that it sends or waits for; empty for none.
    pub message: String,
    /// The time it waits (ISO 8601 duration), where it waits for a time and the time is agreed.
    pub delay: String,
    /// A remark; may be empty.
    pub note: Label,
}

/// What a node is, in the terms of BPMN 2.0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// A beginning.
    Start(Event),
    /// Work.
    Task(Work),
    /// One of several ways is taken (exclusive gateway).
    Decision,
    /// Ways come together, and none waits for another (converging exclusive gateway).
    Merge,
    /// The first of several events decides (event-based gateway).
    Wait,
    /// All ways are taken (diverging parallel gateway).
    Fork,
    /// All ways come together (converging parallel gateway).
    Join,
    /// Something happens on the way (intermediate catch event).
    Catch(Event),
    /// Another process runs: its identifier.
    Subprocess(String),
    /// An end.
    End(Ending),
}

/// What an event waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Nothing in particular.
    Plain,
    /// A message.
    Message,
    /// A time.
    Timer,
}

/// What a task does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Not said.
    Plain,
    /// Sends a message.
    Send,
    /// Receives a message.
    Receive,
    /// Evaluates business rules.
    Rule,
}

/// How a process ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It is done.
    Plain,
    /// It ends with a message.
    Message,
    /// It failed.
    Error,
}

/// A sequence flow: what follows what, within one pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// The node before.
    pub from: usize,
    /// The node after.
    pub to: usize,
    /// When this way is taken; may be empty.
    pub label: Label,
    /// Whether it is taken when no other is.
    pub default: bool,
}

/// A message flow, from one pool to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageFlow {
    /// The node that sends.
    pub from: usize,
    /// The node that receives.
    pub to: usize,
    /// Identifier of the message; empty for none.
    pub message: String,
    /// Name of the message.
    pub name: Label,
}

impl Node {
    /// A node without message, delay and remark.
    pub fn new(
        id: impl Into<String>,
        number: impl Into<String>,
        name: Label,
        lane: usize,
        kind: NodeKind,
    ) -> Self {
        let (message, delay, note) = (String::new(), String::new(), Label::default());
        Self { id: id.into(), name, number: number.into(), lane, kind, message, delay, note }
    }

    /// The same, sending or waiting for this message.
    pub fn with_message(self, message: impl Into<String>) -> Self {
        Self { message: message.into(), ..self }
    }

    /// The same, waiting for this time (ISO 8601 duration).
    pub fn with_delay(self, delay: impl Into<String>) -> Self {
        Self { delay: delay.into(), ..self }
    }

    /// Number and name, as a label shows them.
    pub fn title(&self, lang: Lang) -> String {
        let name = self.name.any(lang);
        match (self.number.is_empty(), name.is_empty()) {
            (true, _) => name.to_owned(),
            (false, true) => self.number.clone(),
            (false, false) => format!("{}. {name}", self.number),
        }
    }
}

impl NodeKind {
    /// Whether its name stands beside it, because there is no room inside.
    pub const fn is_small(&self) -> bool {
        !matches!(self, Self::Task(_) | Self::Subprocess(_))
    }

    /// Whether it is a gateway.
    pub const fn is_gateway(&self) -> bool {
        matches!(self, Self::Decision | Self::Merge | Self::Wait | Self::Fork | Self::Join)
    }
}

impl Process {
    /// A process with nothing in it.
    pub fn new(id: impl Into<String>, name: Label) -> Self {
        Self { id: id.into(), name, ..Self::default() }
    }

    /// Adds a pool below the others; gives its place.
    pub fn add_pool(&mut self, id: impl Into<String>, name: Label) -> usize {
        self.pools.push(Pool { id: id.into(), name });
        self.pools.len() - 1
    }

    /// Adds a lane below the others of its pool; gives its place, or nothing if there is no such pool.
    pub fn add_lane(&mut self, pool: usize, id: impl Into<String>, name: Label) -> Option<usize> {
        self.pools.get(pool)?;
        self.lanes.push(Lane { id: id.into(), name, pool });
        Some(self.lanes.len() - 1)
    }

    /// Adds a node; gives its place, or nothing if there is no such lane.
    pub fn add_node(&mut self, node: Node) -> Option<usize> {
        self.lanes.get(node.lane)?;
        self.nodes.push(node);
        Some(self.nodes.len() - 1)
    }

    /// Adds a sequence flow; says whether both its nodes exist, in one pool.
    pub fn add_flow(&mut self, flow: Flow) -> bool {
        let (from, to) = (self.pool_of(flow.from), self.pool_of(flow.to));
        let fits = from.is_some() && from == to;
        if fits {
            self.flows.push(flow);
        }
        fits
    }

    /// Adds a message flow; says whether both its nodes exist, in different pools.
    pub fn add_message(&mut self, flow: MessageFlow) -> bool {
        let ends = self.pool_of(flow.from).zip(self.pool_of(flow.to));
        let fits = ends.is_some_and(|(from, to)| from != to);
        if fits {
            self.messages.push(flow);
        }
        fits
    }

    /// The same process, in which no gateway both brings ways together and parts them: before one
    /// that would, a gateway stands that only brings together.
    pub fn with_separate_joins(mut self) -> Self {
        for at in 0..self.nodes.len() {
            let parts = self.outgoing(at).count() > 1;
            if !parts || self.incoming(at).count() < 2 {
                continue;
            }
            let Some(node) = self.nodes.get(at).filter(|node| node.kind.is_gateway()) else {
                continue;
            };
            let kind = match node.kind {
                NodeKind::Fork | NodeKind::Join => NodeKind::Join,
                _ => NodeKind::Merge,
            };
            let id = format!("{}.merge", node.id);
            let merge = Node::new(id, "", Label::default(), node.lane, kind);
            let Some(place) = self.add_node(merge) else { continue };
            for flow in self.flows.iter_mut().filter(|flow| flow.to == at) {
                flow.to = place;
            }
            let label = Label::default();
            self.flows.push(Flow { from: place, to: at, label, default: false });
        }
        self
    }

    /// The pools, from above.
    pub fn pools(&self) -> &[Pool] {
        &self.pools
    }

    /// The lanes of all pools; those of one pool from above, in the order in which they were added.
    pub fn lanes(&self) -> &[Lane] {
        &self.lanes
    }

    /// The nodes, in the order in which the annex prints them.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The sequence flows.
    pub fn flows(&self) -> &[Flow] {
        &self.flows
    }

    /// The message flows.
    pub fn messages(&self) -> &[MessageFlow] {
        &self.messages
    }

    /// The pool of a node.
    pub fn pool_of(&self, node: usize) -> Option<usize> {
        let lane = self.nodes.get(node)?.lane;
        self.lanes.get(lane).map(|lane| lane.pool)
    }

    /// The sequence flows that leave a node.
    pub fn outgoing(&self, node: usize) -> impl Iterator<Item = &Flow> {
        self.flows.iter().filter(move |flow| flow.from == node)
    }

    /// The sequence flows that come to a node.
    pub fn incoming(&self, node: usize) -> impl Iterator<Item = &Flow> {
        self.flows.iter().filter(move |flow| flow.to == node)
    }
}
