//! Processes made at random: mostly well built, then damaged here and there.

use gnc::view::process::{Ending, Event, Flow, MessageFlow, Node, NodeKind, Process, Work};
use gnc::words::Label;

/// Numbers that look random and are the same each time (xorshift).
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

struct Sketch {
    nodes: Vec<(NodeKind, usize, &'static str)>,
    flows: Vec<(usize, usize)>,
    senders: Vec<usize>,
    receivers: Vec<usize>,
}

impl Sketch {
    fn node(&mut self, kind: NodeKind, pool: usize) -> usize {
        self.nodes.push((kind, pool, ""));
        self.nodes.len() - 1
    }

    fn flow(&mut self, from: usize, to: usize) {
        self.flows.push((from, to));
    }

    /// A stretch of steps after `from`; gives its last step.
    fn stretch(&mut self, dice: &mut Dice, pool: usize, from: usize, depth: usize) -> usize {
        let mut last = from;
        for _ in 0..=dice.below(3) {
            last = match dice.below(if depth == 0 { 5 } else { 9 }) {
                0 => self.after(NodeKind::Task(Work::Plain), pool, last),
                1 | 2 => {
                    let node = self.after(NodeKind::Task(Work::Send), pool, last);
                    self.senders.push(node);
                    node
                }
                3 | 4 => {
                    let node = self.after(NodeKind::Task(Work::Receive), pool, last);
                    self.receivers.push(node);
                    node
                }
                5 | 6 => {
                    let fork = self.after(NodeKind::Decision, pool, last);
                    let join = self.node(NodeKind::Merge, pool);
                    for _ in 0..2 {
                        let end = self.branch(dice, pool, fork, depth);
                        self.flow(end, join);
                    }
                    if dice.chance(20) {
                        let back = self.node(NodeKind::Task(Work::Plain), pool);
                        self.flow(fork, back);
                        let target = if from == last { fork } else { last };
                        self.flow(back, target);
                    }
                    join
                }
                7 => {
                    let fork = self.after(NodeKind::Fork, pool, last);
                    let join = self.node(NodeKind::Join, pool);
                    for _ in 0..2 {
                        let end = self.branch(dice, pool, fork, depth);
                        self.flow(end, join);
                    }
                    join
                }
                _ => {
                    let wait = self.after(NodeKind::Wait, pool, last);
                    let merge = self.node(NodeKind::Merge, pool);
                    let heard = self.after(NodeKind::Catch(Event::Message), pool, wait);
                    self.receivers.push(heard);
                    self.flow(heard, merge);
                    if dice.chance(80) {
                        let late = self.after(NodeKind::Catch(Event::Timer), pool, wait);
                        let target = if dice.chance(30) { last } else { merge };
                        self.flow(late, target);
                    }
                    merge
                }
            };
        }
        last
    }

    fn branch(&mut self, dice: &mut Dice, pool: usize, from: usize, depth: usize) -> usize {
        if dice.chance(60) {
            self.stretch(dice, pool, from, depth - 1)
        } else {
            self.after(NodeKind::Task(Work::Plain), pool, from)
        }
    }

    fn after(&mut self, kind: NodeKind, pool: usize, from: usize) -> usize {
        let node = self.node(kind, pool);
        self.flow(from, node);
        node
    }

    fn damage(&mut self, dice: &mut Dice) {
        let at = dice.below(self.flows.len());
        match dice.below(5) {
            0 => {
                self.flows.swap_remove(at);
            }
            1 => {
                let (from, _) = self.flows[at];
                let pool = self.nodes[from].1;
                let near: Vec<usize> =
                    (0..self.nodes.len()).filter(|it| self.nodes[*it].1 == pool).collect();
                self.flows[at].1 = near[dice.below(near.len())];
            }
            2 => {
                let joins = [NodeKind::Join, NodeKind::Merge];
                let gates: Vec<usize> =
                    (0..self.nodes.len()).filter(|it| joins.contains(&self.nodes[*it].0)).collect();
                if !gates.is_empty() {
                    let gate = gates[dice.below(gates.len())];
                    self.nodes[gate].0 = joins[dice.below(2)].clone();
                }
            }
            3 => {
                let node = dice.below(self.nodes.len());
                self.nodes[node].2 = ["a", "b"][dice.below(2)];
            }
            _ => {
                let (from, _) = self.flows[at];
                let pool = self.nodes[from].1;
                let near: Vec<usize> =
                    (0..self.nodes.len()).filter(|it| self.nodes[*it].1 == pool).collect();
                let to = near[dice.below(near.len())];
                self.flow(from, to);
            }
        }
    }
}

/// A process of two or three pools.
pub(super) fn process(dice: &mut Dice) -> Process {
    let mut sketch =
        Sketch { nodes: Vec::new(), flows: Vec::new(), senders: Vec::new(), receivers: Vec::new() };
    let pools = 2 + usize::from(dice.chance(25));
    for pool in 0..pools {
        for _ in 0..=usize::from(dice.chance(25)) {
            let start = sketch.node(NodeKind::Start(Event::Plain), pool);
            if pool > 0 && dice.chance(60) {
                sketch.receivers.push(start);
            }
            let last = sketch.stretch(dice, pool, start, 2);
            sketch.after(NodeKind::End(Ending::Plain), pool, last);
        }
    }
    if dice.chance(50) {
        for _ in 0..=dice.below(2) {
            sketch.damage(dice);
        }
    }
    let mut process = Process::new("p", Label::default());
    let lanes: Vec<usize> = (0..pools)
        .map(|pool| {
            let pool = process.add_pool(format!("pool-{pool}"), Label::default());
            process.add_lane(pool, format!("lane-{pool}"), Label::default()).unwrap()
        })
        .collect();
    for (at, (kind, pool, message)) in sketch.nodes.iter().enumerate() {
        let node = Node::new(format!("n{at}"), "", Label::default(), lanes[*pool], kind.clone());
        process.add_node(node.with_message(*message)).unwrap();
    }
    for (from, to) in &sketch.flows {
        let (from, to) = (*from, *to);
        // A flow from a step to itself moves a token without changing the state: see `unclosed`.
        if from == to {
            continue;
        }
        assert!(process.add_flow(Flow { from, to, label: Label::default(), default: false }));
    }
    // Most that wait for a message get one; a message may go to several and from several.
    let foreign = |node: usize, other: usize| sketch.nodes[node].1 != sketch.nodes[other].1;
    for to in &sketch.receivers {
        let senders: Vec<usize> =
            sketch.senders.iter().copied().filter(|from| foreign(*from, *to)).collect();
        for _ in 0..=usize::from(dice.chance(30)) {
            if !senders.is_empty() && dice.chance(95) {
                let from = senders[dice.below(senders.len())];
                let message = ["", "", "", "a"][dice.below(4)].to_owned();
                let (to, name) = (*to, Label::default());
                assert!(process.add_message(MessageFlow { from, to, message, name }));
            }
        }
    }
    process
}
