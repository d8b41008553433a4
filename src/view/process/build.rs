//! The processes and the lifecycle of a resolved block as they are checked and drawn.

use std::collections::BTreeMap;

use crate::model::{self, Entity, Negotiable, Outcome, Side, Step, StepKind};
use crate::resolve::Resolved;
use crate::view::document::set_blanks;
use crate::view::document::values::duration;
use crate::view::process::lifecycle::{State, StateMachine, Transition};
use crate::view::process::{Ending, Event, Flow, MessageFlow, Node, NodeKind, Process, Work};
use crate::words::{Label, Lang, Words};

/// The order of the sides from above: goods and documents go down, answers come up.
const SIDES: [Side; 5] = [
    Side::ExportingTrade,
    Side::ExportingParty,
    Side::ThirdParty,
    Side::ImportingParty,
    Side::ImportingTrade,
];

/// What stands between a step that waits and the way that is taken then.
const CATCH: char = '.';

/// Every process of the block that has steps. What a step names and the block does not have is left
/// out, so that a half-written block can be drawn too.
pub fn build(block: &Resolved) -> Vec<Process> {
    let alignment = block.block.process_alignment.as_ref();
    let processes = alignment.iter().flat_map(|it| &it.processes);
    let drawn = processes.filter(|process| !process.steps.is_empty());
    drawn.map(|process| Builder::new(block, process).build()).collect()
}

/// The states of the document, when the block lists any.
pub fn lifecycle(block: &Resolved) -> Option<StateMachine> {
    let alignment = block.block.process_alignment.as_ref()?;
    let life = alignment.lifecycle.as_ref().filter(|life| !life.states.is_empty())?;
    let ids: Vec<&str> = life.states.iter().map(|state| name(state.id.as_ref())).collect();
    let place = |id: Option<&crate::text::Spanned<model::Name>>| {
        let id = name(id);
        ids.iter().position(|known| *known == id)
    };
    let mut machine = StateMachine::new("lifecycle", both(crate::words::labels::LIFECYCLE));
    for state in &life.states {
        machine.add_state(State {
            id: name(state.id.as_ref()).to_owned(),
            name: label(state.name.as_ref()),
            terminal: state.terminal.as_ref().is_some_and(|flag| flag.value.0),
        });
    }
    if let Some(initial) = place(life.initial.as_ref()) {
        machine.begin_in(initial);
    }
    for it in &life.transitions {
        if let Some((from, to)) = place(it.from.as_ref()).zip(place(it.to.as_ref())) {
            machine.add_transition(Transition { from, to, trigger: label(it.trigger.as_ref()) });
        }
    }
    Some(machine)
}

/// The step of a process that a node was made of: a node between a step that waits and what
/// follows belongs to the step that waits.
pub fn step_of(node: &Node) -> &str {
    node.id.split_once(CATCH).map_or(&node.id, |(step, _)| step)
}

struct Builder<'a> {
    block: &'a Resolved,
    source: &'a model::Process,
    process: Process,
    lanes: BTreeMap<&'a str, usize>,
    nodes: BTreeMap<&'a str, usize>,
}

impl<'a> Builder<'a> {
    fn new(block: &'a Resolved, source: &'a model::Process) -> Self {
        let process = Process {
            purpose: label(source.purpose.as_ref()),
            ..Process::new(name(source.id.as_ref()), label(source.name.as_ref()))
        };
        Self { block, source, process, lanes: BTreeMap::new(), nodes: BTreeMap::new() }
    }

    fn build(mut self) -> Process {
        self.add_lanes();
        for (at, step) in self.source.steps.iter().enumerate() {
            self.add_step(at, step);
        }
        for step in &self.source.steps {
            self.add_flows(step);
        }
        for step in &self.source.steps {
            self.add_message(step);
        }
        self.process.with_separate_joins()
    }

    fn add_lanes(&mut self) {
        let used: Vec<&str> = self.source.steps.iter().map(|it| name(it.entity.as_ref())).collect();
        let alignment = self.block.block.process_alignment.as_ref();
        let entities: Vec<&'a Entity> = alignment.iter().flat_map(|it| &it.entities).collect();
        for side in SIDES {
            let mut pool = None;
            for entity in &entities {
                let id = name(entity.id.as_ref());
                let here = entity.side.as_ref().is_some_and(|it| it.value == side);
                if !here || !used.contains(&id) {
                    continue;
                }
                let process = &mut self.process;
                let pool =
                    *pool.get_or_insert_with(|| process.add_pool(side.id(), both(side.label())));
                if let Some(lane) = process.add_lane(pool, id, label(entity.name.as_ref())) {
                    self.lanes.insert(id, lane);
                }
            }
        }
    }

    fn add_step(&mut self, at: usize, step: &'a Step) {
        let Some(lane) = self.lanes.get(name(step.entity.as_ref())).copied() else { return };
        let id = name(step.id.as_ref());
        let Some(kind) = step.kind.as_ref().map(|kind| self.kind(kind.value, step)) else { return };
        let number = (at + 1).to_string();
        let mut node = Node::new(id, number, label(step.name.as_ref()), lane, kind)
            .with_message(name(step.message.as_ref()));
        node.note = label(step.note.as_ref());
        if let Some(Negotiable::Agreed(every)) = &step.every {
            node.delay = every.value.text.to_string();
        }
        if let Some(only) = only_outcome(step) {
            node = awaiting(node, only);
        }
        if let Some(place) = self.process.add_node(node) {
            self.nodes.insert(id, place);
        }
    }

    fn kind(&self, kind: StepKind, step: &Step) -> NodeKind {
        match kind {
            StepKind::Start if step.every.is_some() => NodeKind::Start(Event::Timer),
            StepKind::Start if self.is_sent_to(step) => NodeKind::Start(Event::Message),
            StepKind::Start => NodeKind::Start(Event::Plain),
            StepKind::Task if !step.rules.is_empty() => NodeKind::Task(Work::Rule),
            StepKind::Task => NodeKind::Task(Work::Plain),
            StepKind::Send => NodeKind::Task(Work::Send),
            StepKind::Receive => NodeKind::Task(Work::Receive),
            StepKind::Decision => NodeKind::Decision,
            StepKind::Wait => match only_outcome(step) {
                Some(only) => NodeKind::Catch(self.event(step, only)),
                None => NodeKind::Wait,
            },
            StepKind::Fork => NodeKind::Fork,
            StepKind::Join => NodeKind::Join,
            StepKind::Subprocess => NodeKind::Subprocess(name(step.process.as_ref()).to_owned()),
            StepKind::End if step.failure.as_ref().is_some_and(|it| it.value.0) => {
                NodeKind::End(Ending::Error)
            }
            StepKind::End => NodeKind::End(Ending::Plain),
        }
    }

    fn is_sent_to(&self, step: &Step) -> bool {
        let id = name(step.id.as_ref());
        self.source.steps.iter().any(|it| it.to.is_some() && name(it.to.as_ref()) == id)
    }

    /// Whether somebody sends something without a name to this step.
    fn is_called(&self, step: &Step) -> bool {
        let id = name(step.id.as_ref());
        let calls = |it: &&Step| it.message.is_none() && name(it.to.as_ref()) == id;
        self.source.steps.iter().find(calls).is_some()
    }

    fn add_flows(&mut self, step: &'a Step) {
        let Some(from) = self.nodes.get(name(step.id.as_ref())).copied() else { return };
        let plain = |to| Flow { from, to, label: Label::default(), default: false };
        if let Some(to) = self.nodes.get(name(step.next.as_ref())).copied() {
            self.process.add_flow(plain(to));
        }
        if let Some(only) = only_outcome(step) {
            if let Some(to) = self.nodes.get(name(only.to.as_ref())).copied() {
                self.process.add_flow(plain(to));
            }
            return;
        }
        let waits = is_wait(step);
        for (at, outcome) in step.outcomes.iter().enumerate() {
            let Some(to) = self.nodes.get(name(outcome.to.as_ref())).copied() else { continue };
            let default = outcome.default.as_ref().is_some_and(|flag| flag.value.0);
            let words = label(outcome.label.as_ref());
            if !waits {
                self.process.add_flow(Flow { from, to, label: words, default });
            } else if let Some(event) = self.add_catch(step, at, outcome) {
                self.process.add_flow(plain(event));
                self.process.add_flow(Flow { from: event, ..plain(to) });
            }
        }
    }

    fn add_message(&mut self, step: &Step) {
        let from = self.nodes.get(name(step.id.as_ref())).copied();
        if let Some((from, to)) = from.zip(self.receiver(step)) {
            let message = name(step.message.as_ref()).to_owned();
            let name = self.message_name(&message);
            self.process.add_message(MessageFlow { from, to, message, name });
        }
    }

    /// The event for which a step waits, between it and what follows.
    fn add_catch(&mut self, step: &Step, at: usize, outcome: &Outcome) -> Option<usize> {
        let id = format!("{}{CATCH}{}", name(step.id.as_ref()), at + 1);
        let lane = *self.lanes.get(name(step.entity.as_ref()))?;
        let mut words = label(outcome.label.as_ref());
        if words == Label::default() {
            words = self.message_name(name(outcome.on.as_ref()));
        }
        let node = Node::new(id, "", words, lane, NodeKind::Catch(self.event(step, outcome)));
        self.process.add_node(awaiting(node, outcome))
    }

    /// What an outcome of a step that waits is: a message that arrives, or a time that is over.
    fn event(&self, step: &Step, outcome: &Outcome) -> Event {
        let is_called = is_unnamed(outcome) && self.is_called(step);
        if outcome.on.is_none() && !is_called { Event::Timer } else { Event::Message }
    }

    /// Where the message of a step arrives: at the event that waits for it, where there is one.
    fn receiver(&self, step: &Step) -> Option<usize> {
        let target = name(step.to.as_ref());
        let waiting = self.source.steps.iter().find(|it| name(it.id.as_ref()) == target)?;
        let message = name(step.message.as_ref());
        let hears = |outcome: &Outcome| match message {
            "" => is_unnamed(outcome),
            message => name(outcome.on.as_ref()) == message,
        };
        let event = waiting.outcomes.iter().position(hears).and_then(|at| {
            let id = format!("{target}{CATCH}{}", at + 1);
            self.process.nodes().iter().position(|node| node.id == id)
        });
        event.or_else(|| self.nodes.get(target).copied())
    }

    fn message_name(&self, id: &str) -> Label {
        let messages = self.block.block.process_alignment.iter().flat_map(|it| &it.messages);
        let found = messages.into_iter().find(|it| name(it.id.as_ref()) == id);
        found.map(|it| label(it.title.as_ref())).unwrap_or_default()
    }
}

fn is_wait(step: &Step) -> bool {
    step.kind.as_ref().is_some_and(|kind| kind.value == StepKind::Wait)
}

/// The outcome of a wait that has no other. Nothing has to be chosen then: the step itself is the
/// event, since a gateway between events needs two of them (BPMN 2.0.2, 10.6.6).
fn only_outcome(step: &Step) -> Option<&Outcome> {
    match step.outcomes.as_slice() {
        [only] if is_wait(step) => Some(only),
        _ => None,
    }
}

/// The node, waiting for what this outcome waits for; its name says how long.
fn awaiting(mut node: Node, outcome: &Outcome) -> Node {
    if let Some(Negotiable::Agreed(after)) = &outcome.after {
        let timed = |text: &str, lang| {
            let after = duration(&after.value, lang);
            if text.is_empty() { after } else { format!("{text} ({after})") }
        };
        node.name = Label::new(timed(&node.name.en, Lang::En), timed(&node.name.fr, Lang::Fr));
        node.delay = after.value.text.to_string();
    }
    node.with_message(name(outcome.on.as_ref()))
}

/// Whether an outcome waits neither for a message of the annex nor for a time.
fn is_unnamed(outcome: &Outcome) -> bool {
    outcome.on.is_none() && outcome.after.is_none() && outcome.limit.is_none()
}

pub(super) fn name(name: Option<&crate::text::Spanned<model::Name>>) -> &str {
    name.map_or("", |name| &name.value.0)
}

pub(super) fn label(text: Option<&model::Text>) -> Label {
    let get =
        |lang| set_blanks(text.and_then(|text| text.get(lang)).unwrap_or("").to_owned(), lang);
    Label::new(get(Lang::En), get(Lang::Fr))
}

fn both(words: Words) -> Label {
    Label::new(words.get(Lang::En), words.get(Lang::Fr))
}
