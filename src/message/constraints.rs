//! Conditions and business rules, evaluated on a message that was read.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Finding, Findings, Severity};
use crate::expression::{HaltKind, Verdict, blame, decide};
use crate::message::codes;
use crate::message::compile::Validator;
use crate::message::items::{Item, Items};
use crate::message::nodes::{Ground, Part};
use crate::message::{MAX_FINDINGS, Undecided};
use crate::text::{FileId, Span};
use crate::view::message::constraint::{Constraint, ConstraintKind, Weight};
use crate::words::Label;

/// Steps that one rule may take, and more for each element of the message: enough to go through a
/// message many times, too few to compare each of thousands of elements with each.
const STEPS: u64 = 1_000_000;
/// Steps for each element of the message.
const STEPS_EACH: u64 = 400;

/// Steps that one rule may take on so many elements.
pub(super) const fn steps_for(elements: usize) -> u64 {
    STEPS + STEPS_EACH * elements as u64
}

/// Judges the conditions and business rules of a message; gives those that could not be decided for
/// lack of facts.
pub(super) fn judge(
    validator: &Validator,
    message: usize,
    items: &Items,
    file: FileId,
    findings: &mut Findings,
) -> Vec<Undecided> {
    let Some(spec) = validator.messages.get(message) else { return Vec::new() };
    let facts = validator.facts.as_ref();
    let document = (&*spec.root.path, spec.root.content);
    let steps = steps_for(items.len());
    let mut undecided: Vec<Undecided> = Vec::new();
    // One document in most messages; a wrapper may hold several, and each is judged.
    for root in items.below(None).filter(|it| it.1.field().is_none()).map(|it| it.0) {
        let ground = Ground { validator, items, root, document, facts };
        let settled = BTreeMap::new();
        let known = std::mem::take(&mut undecided);
        let mut judging =
            Judging { ground: &ground, steps, file, findings, undecided: known, settled };
        for at in &spec.rules {
            judging.rule(*at);
        }
        judging.conditions();
        undecided = judging.undecided;
        let mut seen = std::collections::BTreeSet::new();
        undecided.retain(|it| seen.insert(it.constraint));
    }
    undecided
}

struct Judging<'a, 'f> {
    ground: &'a Ground<'a>,
    steps: u64,
    file: FileId,
    findings: &'f mut Findings,
    undecided: Vec<Undecided>,
    /// Verdicts on conditions that are the same wherever the element stands.
    settled: BTreeMap<usize, Verdict>,
}

impl<'a> Judging<'a, '_> {
    fn add(&mut self, finding: Finding) {
        if self.findings.list.len() < MAX_FINDINGS {
            self.findings.add(finding);
        }
    }

    fn constraint(&self, at: usize) -> Option<&'a Arc<Constraint>> {
        self.ground.validator.constraints.get(at)
    }

    fn rule(&mut self, at: usize) {
        let Some(rule) = self.constraint(at) else { return };
        let top = Part::Top(self.ground, None);
        match decide(&rule.checked, &top, self.steps) {
            Verdict::Holds => {}
            Verdict::Fails => {
                let blame = blame(&rule.checked, &top, self.steps);
                let node = blame.node.unwrap_or(Part::Item(self.ground, self.ground.root));
                let part = rule.written.get(blame.start..blame.end).unwrap_or(&rule.written);
                let span = node.span().unwrap_or(Span::new(self.file, 0, 0));
                self.add(broken(rule, at, span, node.path(), part));
            }
            Verdict::Undecided(halt) => self.halted(rule, at, halt.kind, None),
        }
    }

    /// Conditions of every class of the message, wherever it stands.
    fn conditions(&mut self) {
        let items = self.ground.items;
        let root = self.ground.root;
        let size = items.get(root).map_or(0, Item::size);
        for at in root..=root + size {
            let Some(item) = items.get(at) else { return };
            let Some(spec) = self.ground.class(at) else { continue };
            if item.class() == self.ground.validator.wrapper && item.field().is_some() {
                continue;
            }
            for (field, constraint) in &spec.conditions {
                let absent = items.below(Some(at)).all(|it| it.1.field() != Some(*field));
                if let (true, Some(rule)) = (absent, self.constraint(*constraint)) {
                    self.condition(rule, *constraint, at);
                }
            }
        }
    }

    fn condition(&mut self, rule: &'a Arc<Constraint>, index: usize, class: usize) {
        let verdict = if let Some(verdict) = self.settled.get(&index) {
            *verdict
        } else {
            let top = Part::Top(self.ground, Some(class));
            let verdict = decide(&rule.checked, &top, self.steps);
            if !rule.of_class {
                self.settled.insert(index, verdict);
            }
            verdict
        };
        match verdict {
            Verdict::Fails => {}
            Verdict::Holds => {
                let here = Part::Item(self.ground, class);
                let name = rule.name().rsplit('/').next().unwrap_or_default();
                let span = here.span().unwrap_or(Span::new(self.file, 0, 0));
                let span = Span::new(self.file, span.start as usize, span.start as usize);
                let mut finding = Finding::new(&codes::CONDITION_UNMET, span)
                    .arg("path", here.path())
                    .arg("name", name)
                    .arg("written", &rule.written)
                    .arg("constraint", index)
                    .arg_label("statement", rule.statement.clone());
                here.path().clone_into(&mut finding.path);
                self.add(finding);
            }
            Verdict::Undecided(halt) => {
                self.halted(rule, index, halt.kind, Part::Item(self.ground, class).span());
            }
        }
    }

    fn halted(&mut self, rule: &Arc<Constraint>, at: usize, kind: HaltKind, span: Option<Span>) {
        let severity = match kind {
            // Something that is not there, or is no value, is judged where it stands.
            HaltKind::Absent | HaltKind::Malformed => return,
            HaltKind::Unknown => {
                let it = Undecided { constraint: at };
                if !self.undecided.contains(&it) {
                    self.undecided.push(it);
                }
                return;
            }
            HaltKind::Steps => Severity::Error,
            _ => Severity::Warning,
        };
        let root = Part::Item(self.ground, self.ground.root);
        let span = span.or(root.span()).unwrap_or(Span::new(self.file, 0, 0));
        let mut finding = Finding::new(
            &codes::NOT_DECIDED,
            Span::new(self.file, span.start as usize, span.start as usize),
        )
        .arg("rule", rule.name())
        .arg("constraint", at)
        .arg_words("fault", kind.words());
        finding.severity = severity;
        self.add(finding);
    }
}

/// The finding that a business rule does not hold.
fn broken(rule: &Constraint, index: usize, span: Span, path: &str, part: &str) -> Finding {
    let ConstraintKind::Rule { id, tolerance, code, weight, action } = &rule.kind else {
        return Finding::new(&codes::RULE_BROKEN, span);
    };
    let mut finding = Finding::new(&codes::RULE_BROKEN, span)
        .arg("rule", id)
        .arg("path", path)
        .arg("part", part)
        .arg("constraint", index)
        .arg_label("statement", rule.statement.clone());
    finding = match code.is_empty() {
        true => finding.arg("code", "—"),
        false => finding.arg("code", code),
    };
    let none = Label::default();
    finding = match *action == none {
        true => finding.arg_words("action", codes::NO_ACTION),
        false => finding.arg_label("action", action.clone()),
    };
    if *tolerance != none {
        finding = finding.arg_label("tolerance", tolerance.clone());
    }
    if *weight == Weight::Warning {
        finding.severity = Severity::Warning;
    }
    path.clone_into(&mut finding.path);
    finding
}
