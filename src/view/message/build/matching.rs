//! The matchings of a block, with the documents that messages are compared with.

use std::sync::Arc;

use crate::expression::{Expr, Kind, Macro};
use crate::model::{Fact, FactKind, MatchingResult, RuleKind, RuleSeverity};
use crate::resolve::{CodeListRef, Owner, Resolved, Spoken};
use crate::view::message::Presence;
use crate::view::message::build::exchange::name_of;
use crate::view::message::build::label;
use crate::view::message::constraint::Constraint;
use crate::view::message::matching::{Consequence, Entry, EntryKind, Matched, Matching, Source};
use crate::words::Label;

/// Deeper facts than this are left out.
const DEEPEST: usize = 20;

/// The matchings of `resolved`. `position` finds a message by its identifier. A matching without a
/// document is left out: that is a finding of its own.
pub(super) fn matchings(
    resolved: &Resolved,
    spoken: &[Spoken<'_>],
    constraints: &[Constraint],
    position: impl Fn(&str) -> Option<usize>,
) -> Vec<Matching> {
    let Some(alignment) = resolved.block.process_alignment.as_ref() else { return Vec::new() };
    let mut all = Vec::new();
    for it in &alignment.matchings {
        let Some(root) = it.document.as_ref().map(|it| &*it.value.0) else { continue };
        let facts = Facts { resolved, spoken, all: &alignment.facts };
        let Some(document) = facts.entry(root, 0) else { continue };
        let messages = it.messages.iter().filter_map(|name| position(&name.value.0));
        let key =
            spoken.iter().find(|of| matches!(of.owner, Owner::Key(own) if std::ptr::eq(own, it)));
        let named: Vec<&str> = it.rules.iter().map(|it| &*it.value.0).collect();
        let chosen = |at: usize, of: &Constraint| {
            let rule = alignment
                .business_rules
                .iter()
                .find(|rule| name_of(rule.id.as_ref()) == Some(of.name()))?;
            let compares = rule.kind.as_ref().is_some_and(|it| it.value == RuleKind::Matching);
            let wanted = match named.is_empty() {
                true => compares && of.facts.iter().any(|it| it == root),
                false => named.contains(&of.name()),
            };
            let otherwise = rule.otherwise.as_ref();
            let result = otherwise.and_then(|it| it.result.as_ref()).map(|it| it.value);
            let severity = otherwise.and_then(|it| it.severity.as_ref()).map(|it| it.value);
            let result = match (result, severity) {
                (Some(MatchingResult::Accept), _) | (None, Some(RuleSeverity::Warning)) => {
                    Consequence::Accept
                }
                (Some(MatchingResult::GuaranteeRelease), _) => Consequence::GuaranteeRelease,
                (Some(MatchingResult::Refuse), _) | (None, Some(RuleSeverity::Reject) | None) => {
                    Consequence::Refuse
                }
                (Some(MatchingResult::Discrepancy), _)
                | (None, Some(RuleSeverity::Discrepancy)) => Consequence::Discrepancy,
            };
            let tolerance = rule.tolerance.as_ref();
            let tolerance_open = tolerance.is_some_and(|it| it.agreed().is_none());
            (wanted && of.is_rule()).then_some(Matched { constraint: at, result, tolerance_open })
        };
        let rules = constraints.iter().enumerate().filter_map(|(at, of)| chosen(at, of));
        all.push(Matching {
            id: name_of(it.id.as_ref()).unwrap_or_default().to_owned(),
            label: label(it.name.as_ref()),
            messages: messages.collect(),
            document,
            among: it.among.as_ref().map_or_else(String::new, |it| it.value.0.to_string()),
            key: key.and_then(|it| Some(Arc::new(it.read.as_ref().ok()?.clone()))),
            key_written: key.map_or_else(String::new, |it| it.written.value.to_string()),
            rules: rules.collect(),
        });
    }
    all
}

struct Facts<'a> {
    resolved: &'a Resolved,
    spoken: &'a [Spoken<'a>],
    all: &'a [Fact],
}

impl Facts<'_> {
    fn entry(&self, path: &str, depth: usize) -> Option<Entry> {
        let of_path = |fact: &&Fact| fact.path.as_ref().is_some_and(|it| &*it.value.0 == path);
        let fact = self.all.iter().find(of_path).filter(|_| depth < DEEPEST)?;
        let below = self.all.iter().filter_map(|it| {
            let own = &*it.path.as_ref()?.value.0;
            let name = own.strip_prefix(path)?.strip_prefix('/')?;
            (!name.contains('/')).then_some(own)
        });
        let mut entries: Vec<Entry> = Vec::new();
        for own in below {
            if entries.iter().all(|it| it.path != own) {
                entries.extend(self.entry(own, depth + 1));
            }
        }
        let kind = match fact.kind.as_ref().map(|it| it.value) {
            Some(FactKind::Text | FactKind::State) => EntryKind::Text,
            Some(FactKind::Number) => EntryKind::Number,
            Some(FactKind::Quantity) => EntryKind::Quantity,
            Some(FactKind::Amount) => EntryKind::Amount,
            Some(FactKind::Date) => EntryKind::Date,
            Some(FactKind::Duration) => EntryKind::Duration,
            Some(FactKind::YesNo) => EntryKind::YesNo,
            None if fact.codes.is_some() => EntryKind::Text,
            None if fact.like.is_some() => EntryKind::Like,
            None => EntryKind::Group,
        };
        let (min, max) = fact
            .occurs
            .as_ref()
            .map_or((1, 1), |it| (it.value.min, it.value.max.unwrap_or(Presence::UNBOUNDED)));
        let own = path.rsplit('/').next().unwrap_or(path);
        let mut called = label(fact.name.as_ref());
        if called == Label::default() {
            called = Label::new(own, own);
        }
        let source = self
            .spoken
            .iter()
            .find(|of| matches!(of.owner, Owner::From(it) if std::ptr::eq(it, fact)));
        let source = source.and_then(|it| {
            let checked = it.read.as_ref().ok()?;
            Some(Source {
                checked: Arc::new(checked.clone()),
                written: it.written.value.to_string(),
                copied: is_path(&checked.expr),
            })
        });
        Some(Entry {
            path: path.to_owned(),
            label: called,
            kind,
            min,
            max,
            codes: self.codes(fact),
            source,
            left_to: self.entity(fact),
            entries,
        })
    }

    fn codes(&self, fact: &Fact) -> Option<Vec<String>> {
        let alignment = self.resolved.block.process_alignment.as_ref()?;
        let own = alignment.data_cluster.as_ref().map_or(&[][..], |it| &it.code_lists);
        let list = match fact.kind.as_ref().map(|it| it.value) {
            Some(FactKind::State) => CodeListRef::of_states(alignment.lifecycle.as_ref()),
            _ => CodeListRef::of_block(&fact.codes.as_ref()?.value.0, own),
        };
        let codes = list.codes(&self.resolved.catalogue)?;
        Some(codes.into_iter().map(|it| it.code).collect())
    }

    fn entity(&self, fact: &Fact) -> Label {
        let Some(id) = name_of(fact.left_to.as_ref()) else { return Label::default() };
        let entities = self.resolved.block.process_alignment.iter().flat_map(|it| &it.entities);
        let found = entities.into_iter().find(|it| name_of(it.id.as_ref()) == Some(id));
        match found.map(|it| label(it.name.as_ref())) {
            Some(called) if called != Label::default() => called,
            _ => Label::new(id, id),
        }
    }
}

/// Whether an expression is a name alone, or one of each item of a list.
fn is_path(expr: &Expr) -> bool {
    match &expr.kind {
        Kind::Name(_) => true,
        Kind::Select { of, .. } => is_path(of),
        Kind::Each { kind: Macro::Map, of, body, .. } => is_path(of) && is_path(body),
        _ => false,
    }
}
