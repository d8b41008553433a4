//! The conditions and business rules of a block, each with the messages that it is about.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::expression::{Expr, references};
use crate::model::{self, BusinessRule, Process, RuleSeverity};
use crate::resolve::{ClusterElement, Owner, Resolved, Spoken};
use crate::view::message::build::exchange::name_of;
use crate::view::message::build::label;
use crate::view::message::constraint::{Constraint, ConstraintKind, Weight};
use crate::view::message::{Class, Message, Presence, Requirement};
use crate::words::Label;

/// What the messages of `resolved` must fulfil. `positions` finds a message by its identifier.
/// Expressions that could not be read are left out: they are findings of their own.
pub(super) fn constraints(
    resolved: &Resolved,
    spoken: &[Spoken<'_>],
    messages: &[Message],
    positions: &BTreeMap<&str, usize>,
) -> Vec<Constraint> {
    let mut all = Vec::with_capacity(spoken.len());
    let processes = resolved.block.process_alignment.iter().flat_map(|it| &it.processes);
    let ways: Vec<Way> =
        processes.filter(|it| it.out_of_scope.is_none()).map(|it| Way::of(it, positions)).collect();
    for it in spoken {
        let Ok(checked) = &it.read else { continue };
        let named: BTreeSet<String> = references(&checked.expr)
            .into_iter()
            .filter_map(|it| it.path.into_iter().next())
            .collect();
        let of_class = named.contains("this");
        let is_root = |name: &String| messages.iter().any(|it| it.root.path == *name);
        let (roots, facts): (Vec<String>, Vec<String>) =
            named.into_iter().filter(|it| it != "this").partition(is_root);
        let needed = needed(&checked.expr, messages);
        let about = match it.owner {
            Owner::Condition(element) => conditional(element, messages),
            Owner::Rule(rule) => ruled(&ways, rule, (&roots, &needed), messages, positions),
            Owner::Key(_) | Owner::From(_) => continue,
        };
        let Some((kind, statement)) = said(it) else { continue };
        all.push(Constraint {
            kind,
            statement,
            written: it.written.value.to_string(),
            checked: Arc::new(checked.clone()),
            messages: about,
            facts,
            of_class,
        });
    }
    all
}

/// What it is, and what its author says of it.
fn said(spoken: &Spoken<'_>) -> Option<(ConstraintKind, Label)> {
    match spoken.owner {
        Owner::Condition(element) => {
            let text = element.own.condition.as_ref().and_then(|it| it.text.as_ref());
            Some((ConstraintKind::Condition { path: element.path.to_string() }, label(text)))
        }
        Owner::Rule(rule) => Some((kind(rule), label(rule.statement.as_ref()))),
        Owner::Key(_) | Owner::From(_) => None,
    }
}

fn kind(rule: &BusinessRule) -> ConstraintKind {
    let otherwise = rule.otherwise.as_ref();
    let weight = otherwise.and_then(|it| it.severity.as_ref()).map(|it| it.value);
    ConstraintKind::Rule {
        id: name_of(rule.id.as_ref()).unwrap_or_default().to_owned(),
        tolerance: label(rule.tolerance.as_ref().and_then(model::Negotiable::agreed)),
        code: otherwise.and_then(|it| name_of(it.code.as_ref())).unwrap_or_default().to_owned(),
        weight: match weight {
            Some(RuleSeverity::Discrepancy) => Weight::Discrepancy,
            Some(RuleSeverity::Warning) => Weight::Warning,
            Some(RuleSeverity::Reject) | None => Weight::Reject,
        },
        action: label(otherwise.and_then(|it| it.action.as_ref())),
    }
}

/// The messages in which the element is conditional.
fn conditional(element: &ClusterElement, messages: &[Message]) -> Vec<usize> {
    let is = |presence: &Presence| presence.requirement == Requirement::Conditional;
    let all = messages.iter().enumerate();
    let carries = |it: &(usize, &Message)| find(&it.1.root, &element.path).is_some_and(is);
    all.filter(carries).map(|it| it.0).collect()
}

/// The elements that an expression cannot do without: named, not only asked for, and carried by some
/// message.
fn needed(expr: &Expr, messages: &[Message]) -> Vec<String> {
    let named = references(expr).into_iter().filter(|it| !it.tested && it.path.len() > 1);
    let carried = |path: &String| messages.iter().any(|it| find(&it.root, path).is_some());
    named.map(|it| it.path.join("/")).filter(carried).collect()
}

/// Whether what stands at `path` belongs to `class`.
fn is_below(path: &str, class: &Class) -> bool {
    path.strip_prefix(&*class.path).is_some_and(|rest| rest.starts_with('/'))
}

/// How the element at `path` occurs below `class`, if it does.
fn find<'m>(class: &'m Class, path: &str) -> Option<&'m Presence> {
    if !is_below(path, class) {
        return None;
    }
    let own = class.attributes.iter().find(|it| it.path == path).map(|it| &it.presence);
    let inner = || class.classes.iter().find(|it| it.path == path).map(|it| &it.presence);
    own.or_else(inner).or_else(|| class.classes.iter().find_map(|it| find(it, path)))
}

/// The messages that a rule is about: those whose arrival, or whose making, leads to a step at which
/// it is evaluated. Where no step tells, those whose root it names. A message that does not carry
/// what the rule speaks of is not among them.
fn ruled(
    ways: &[Way],
    rule: &BusinessRule,
    (roots, needed): (&[String], &[String]),
    messages: &[Message],
    positions: &BTreeMap<&str, usize>,
) -> Vec<usize> {
    let id = name_of(rule.id.as_ref()).unwrap_or_default();
    let when = name_of(rule.when.as_ref()).unwrap_or_default();
    let fits = |at: &usize| {
        let Some(root) = messages.get(*at).map(|it| &it.root) else { return false };
        let carries = |path: &String| !is_below(path, root) || find(root, path).is_some();
        roots.is_empty() || roots.contains(&root.path) && needed.iter().all(carries)
    };
    if let Some(at) = positions.get(when) {
        return Some(*at).filter(fits).into_iter().collect();
    }
    let mut found = BTreeSet::new();
    for way in ways {
        for (own, stop) in &way.steps {
            if *own == when || stop.rules.contains(id) {
                found.extend(way.messages(own, &fits));
            }
        }
    }
    if found.is_empty() && !roots.is_empty() {
        found.extend((0..messages.len()).filter(fits));
    }
    found.into_iter().collect()
}

/// The steps of a process, as far as they lead to each other.
struct Way<'a> {
    steps: BTreeMap<&'a str, Stop<'a>>,
}

/// What a step has to do with messages, rules and other steps.
#[derive(Default)]
struct Stop<'a> {
    rules: BTreeSet<&'a str>,
    /// The messages that arrive there, and those that are sent.
    arriving: Vec<usize>,
    sent: Vec<usize>,
    /// The steps that lead to it, and those that follow.
    before: Vec<&'a str>,
    after: Vec<&'a str>,
}

impl<'a> Way<'a> {
    fn of(process: &'a Process, positions: &BTreeMap<&str, usize>) -> Self {
        let mut steps: BTreeMap<&str, Stop> = BTreeMap::new();
        let position = |id: &str| positions.get(id).copied();
        for it in &process.steps {
            let Some(id) = name_of(it.id.as_ref()) else { continue };
            let outcomes = it.outcomes.iter().filter_map(|it| name_of(it.to.as_ref()));
            let after: Vec<&str> = name_of(it.next.as_ref()).into_iter().chain(outcomes).collect();
            for next in &after {
                steps.entry(next).or_default().before.push(id);
            }
            let sends = it.kind.as_ref().is_some_and(|it| it.value == model::StepKind::Send);
            let own = name_of(it.message.as_ref()).and_then(position);
            let awaited = it.outcomes.iter().filter_map(|it| name_of(it.on.as_ref()));
            let stop = steps.entry(id).or_default();
            stop.rules.extend(it.rules.iter().map(|it| &*it.value.0));
            if sends { &mut stop.sent } else { &mut stop.arriving }.extend(own);
            stop.arriving.extend(awaited.filter_map(position));
            stop.after.extend(after);
        }
        Self { steps }
    }

    /// The messages nearest to a step: those that arrived before it, else those that are sent after.
    fn messages(&self, step: &str, fits: &dyn Fn(&usize) -> bool) -> BTreeSet<usize> {
        let back = self.nearest(step, true, fits);
        if back.is_empty() { self.nearest(step, false, fits) } else { back }
    }

    fn nearest(&self, from: &str, back: bool, fits: &dyn Fn(&usize) -> bool) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let mut seen = BTreeSet::from([from]);
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            let Some(stop) = self.steps.get(at) else { continue };
            let (messages, beside) = match back {
                true => (&stop.arriving, &stop.before),
                false => (&stop.sent, &stop.after),
            };
            let messages: Vec<usize> = messages.iter().copied().filter(fits).collect();
            if !messages.is_empty() {
                found.extend(messages);
                continue;
            }
            for next in beside {
                if seen.insert(*next) {
                    open.push(next);
                }
            }
        }
        found
    }
}
