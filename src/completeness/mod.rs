//! How complete a block is: its eleven components, step of maturity by step.
//!
//! One computation; `gnc status`, its JSON and the front of the annex show it.

mod components;
mod section;

use crate::model::Maturity;
use crate::resolve::Resolved;

pub use components::{Ask, COMPONENTS, Component};
pub use section::Section;

/// The steps of maturity that ask for something; what follows them asks for no more.
pub const STEPS: [Maturity; 5] = [
    Maturity::Concept,
    Maturity::Process,
    Maturity::Technical,
    Maturity::Negotiation,
    Maturity::Agreed,
];

/// How complete a block is.
#[derive(Clone, Debug)]
pub struct Completeness {
    /// The status of the block.
    pub maturity: Maturity,
    /// Each component, in the order of [`COMPONENTS`].
    pub components: Vec<ComponentState>,
}

/// How complete a component is.
#[derive(Clone, Debug)]
pub struct ComponentState {
    /// The component.
    pub component: &'static Component,
    /// Whether anything of it was written.
    pub begun: bool,
    /// What it does not say.
    pub missing: Vec<Missing>,
    /// Paths of its values that are not agreed yet.
    pub open: Vec<String>,
    /// Whether open values keep the block from being agreed; not so in a guiding template.
    binding: bool,
}

/// Something that a block does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Its path, as `process_alignment.triggers[co-issued].within`.
    pub path: String,
    /// The maturity from which it is asked for.
    pub from: Maturity,
    /// The rule that asks for it.
    pub rule: &'static str,
}

/// How far a component is, at one step of maturity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// Everything that is asked for is there.
    Complete,
    /// Something that is asked for is missing, or not agreed.
    Partial,
    /// Nothing was written.
    Absent,
    /// Nothing is asked for yet.
    NotAsked,
}

impl Extent {
    /// The name used in machine-readable reports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Partial => "partial",
            Self::Absent => "absent",
            Self::NotAsked => "not-asked",
        }
    }
}

impl ComponentState {
    /// How far it is by what is asked for at this step of maturity.
    pub fn at(&self, step: Maturity) -> Extent {
        if self.component.asks.iter().all(|ask| ask.from > step) {
            return Extent::NotAsked;
        }
        let lacks = self.missing.iter().any(|it| it.from <= step);
        let unsettled = self.binding && step >= Maturity::Agreed && !self.open.is_empty();
        match (self.begun, lacks || unsettled) {
            (false, true) => Extent::Absent,
            (_, true) => Extent::Partial,
            (_, false) => Extent::Complete,
        }
    }
}

impl Component {
    /// Whether what stands at this path belongs to it.
    pub fn has(&self, path: &str) -> bool {
        let below = path.strip_prefix(self.group).and_then(|it| it.strip_prefix('.'));
        let within = |key: &&str| {
            let rest = below.and_then(|it| it.strip_prefix(*key));
            rest.is_some_and(|it| it.is_empty() || it.starts_with(['.', '[']))
        };
        self.keys.iter().any(within)
    }
}

impl Completeness {
    /// Of this block.
    pub fn of(block: &Resolved) -> Self {
        let state = |component: &'static Component| {
            let below = |key: &&str| {
                let section = Section::find(block, component.group);
                section.is_some_and(|it| it.says(key))
            };
            let mut missing = Vec::new();
            let asks = component.asks.iter();
            for ask in asks.filter(|ask| ask.kind.is_none_or(|kind| kind == block.kind())) {
                lacking(block, ask, &mut missing);
            }
            // A part that is not there at all is named once, by the first that asks for it.
            missing.sort_by(|a, b| (a.from, &a.path).cmp(&(b.from, &b.path)));
            let mut said = std::collections::BTreeSet::new();
            missing.retain(|it| said.insert(it.path.clone()));
            let points = block.points.iter().filter(|it| component.has(&it.path));
            ComponentState {
                component,
                begun: component.keys.iter().any(below),
                missing,
                open: points.map(|it| it.path.clone()).collect(),
                binding: !block.is_hypothetical(),
            }
        };
        Self { maturity: block.maturity(), components: COMPONENTS.iter().map(state).collect() }
    }

    /// The numbered components.
    pub fn numbered(&self) -> impl Iterator<Item = &ComponentState> {
        self.components.iter().filter(|it| it.component.number.is_some())
    }

    /// How many of the components that are asked for at this step are complete, and how many are
    /// asked for.
    pub fn score(&self, step: Maturity) -> (usize, usize) {
        let asked: Vec<Extent> = self
            .components
            .iter()
            .map(|it| it.at(step))
            .filter(|it| *it != Extent::NotAsked)
            .collect();
        (asked.iter().filter(|it| **it == Extent::Complete).count(), asked.len())
    }

    /// Whether everything that is asked for at this step is there.
    pub fn reaches(&self, step: Maturity) -> bool {
        let (complete, asked) = self.score(step);
        complete == asked
    }
}

/// Adds what the block does not say of what is asked for.
fn lacking(block: &Resolved, ask: &Ask, missing: &mut Vec<Missing>) {
    let Some(whole) = Section::whole(block) else { return };
    let mut add = |path: String| missing.push(Missing { path, from: ask.from, rule: ask.rule });
    let mut sections = vec![(String::new(), whole)];
    let mut steps = ask.part.split('.').peekable();
    while let Some(step) = steps.next() {
        let (key, each) = step.strip_suffix("[]").map_or((step, false), |key| (key, true));
        let mut below = Vec::new();
        for (path, section) in &sections {
            let at_top = path.is_empty();
            let path = if at_top { key.to_owned() } else { format!("{path}.{key}") };
            if each {
                for item in section.items(key) {
                    below.push((format!("{path}[{}]", item.name()), item));
                }
            } else if let Some(part) = section.below(key) {
                below.push((path, part));
            } else if section.says(key) {
                // What stands there has a finding of its own.
            } else if !at_top {
                add(path);
            } else if let Some(next) = steps.peek() {
                // A component is missed, not the whole group that it belongs to.
                add(format!("{path}.{}", next.trim_end_matches("[]")));
            } else {
                ask.keys.iter().for_each(|it| add(format!("{path}.{it}")));
            }
        }
        sections = below;
    }
    for (path, section) in &sections {
        for key in ask.keys.iter().filter(|key| !section.says(key)) {
            add(format!("{path}.{key}"));
        }
    }
}
