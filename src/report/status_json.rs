//! Where blocks stand, as one JSON object; its shape is published in
//! `docs/schema/status.schema.json`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::completeness::{ComponentState, STEPS};
use crate::diag::{Finding, Severity};
use crate::model::Date;
use crate::report::listing::place;
use crate::report::status::value;
use crate::status::{Counts, Entry, Matter, Outstanding, Status};
use crate::syntax::{Node, Value};
use crate::text::{Sources, Span};
use crate::words::{Lang, points};

/// Prints where these blocks stand as JSON.
///
/// # Panics
///
/// Never: strings and numbers always serialise.
pub fn status_json(
    sources: &Sources,
    entries: &[Entry],
    today: Option<Date>,
    lang: Lang,
) -> String {
    let read = entries.iter().filter_map(|it| it.status.as_ref());
    let report = Report {
        gnc_status: 1,
        language: lang.code(),
        today: today.map(|it| it.0.to_string()),
        blocks: entries.iter().map(|it| block(sources, it, lang)).collect(),
        totals: Totals {
            blocks: entries.len(),
            unreadable: entries.iter().filter(|it| it.status.is_none()).count(),
            points: read.clone().map(|it| it.points.len()).sum(),
            overdue: read.clone().map(Status::overdue).sum(),
            differing: read.map(differing).sum(),
            errors: entries.iter().map(|it| it.counts.error).sum(),
        },
    };
    serde_json::to_string_pretty(&report).expect("strings and numbers always serialise") + "\n"
}

fn differing(status: &Status) -> usize {
    status.points.iter().filter(|it| matches!(it.matter, Matter::Differing(_))).count()
}

#[derive(Serialize)]
struct Report<'a> {
    gnc_status: u32,
    language: &'static str,
    today: Option<String>,
    blocks: Vec<Block<'a>>,
    totals: Totals,
}

#[derive(Serialize)]
struct Totals {
    blocks: usize,
    unreadable: usize,
    points: usize,
    overdue: usize,
    differing: usize,
    errors: usize,
}

#[derive(Serialize)]
struct Block<'a> {
    file: &'a str,
    findings: Summary,
    #[serde(flatten)]
    status: Option<Standing<'a>>,
}

#[derive(Serialize)]
struct Summary {
    error: usize,
    warning: usize,
    advice: usize,
}

#[derive(Serialize)]
struct Standing<'a> {
    id: &'a str,
    version: &'a str,
    kind: &'a str,
    status: &'static str,
    hypothetical: bool,
    components: Vec<Component<'a>>,
    progress: Vec<Step>,
    points: Vec<Point<'a>>,
    next: Option<Next<'a>>,
}

#[derive(Serialize)]
struct Component<'a> {
    id: &'static str,
    number: Option<u8>,
    title: &'static str,
    begun: bool,
    extent: BTreeMap<&'static str, &'static str>,
    missing: Vec<Missing<'a>>,
    open: &'a [String],
}

#[derive(Serialize)]
struct Missing<'a> {
    path: &'a str,
    from: &'static str,
    rule: &'static str,
}

#[derive(Serialize)]
struct Step {
    status: &'static str,
    complete: usize,
    asked: usize,
}

#[derive(Serialize)]
struct Point<'a> {
    path: &'a str,
    subject: &'a str,
    place: Place<'a>,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    overdue: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    differ: Option<bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    positions: Vec<Position<'a>>,
}

#[derive(Serialize)]
struct Position<'a> {
    party: &'a str,
    value: String,
    shown: String,
}

#[derive(Serialize)]
struct Next<'a> {
    status: &'static str,
    summary: Summary,
    findings: Vec<Found<'a>>,
}

#[derive(Serialize)]
struct Found<'a> {
    rule: &'static str,
    severity: &'static str,
    message: String,
    help: String,
    place: Place<'a>,
}

#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    line: usize,
    column: usize,
}

fn block<'a>(sources: &'a Sources, entry: &'a Entry, lang: Lang) -> Block<'a> {
    let status = entry.status.as_ref().map(|it| standing(sources, it, lang));
    Block { file: &entry.file, findings: summary(entry.counts), status }
}

const fn summary(counts: Counts) -> Summary {
    Summary { error: counts.error, warning: counts.warning, advice: counts.advice }
}

fn standing<'a>(sources: &'a Sources, status: &'a Status, lang: Lang) -> Standing<'a> {
    let completeness = &status.completeness;
    let step = |step: &crate::model::Maturity| {
        let (complete, asked) = completeness.score(*step);
        Step { status: step.id(), complete, asked }
    };
    let next = status.next.as_ref().map(|it| {
        let count = |severity| it.findings.count(severity);
        Next {
            status: it.maturity.id(),
            summary: Summary {
                error: count(Severity::Error),
                warning: count(Severity::Warning),
                advice: count(Severity::Advice),
            },
            findings: it.findings.list.iter().map(|it| found(sources, it, lang)).collect(),
        }
    });
    Standing {
        id: &status.id,
        version: &status.version,
        kind: &status.kind,
        status: status.maturity.id(),
        hypothetical: status.hypothetical,
        components: completeness.components.iter().map(|it| component(it, lang)).collect(),
        progress: STEPS.iter().map(step).collect(),
        points: status.points.iter().map(|it| point(sources, it, lang)).collect(),
        next,
    }
}

fn component(state: &ComponentState, lang: Lang) -> Component<'_> {
    let missing = state.missing.iter();
    Component {
        id: state.component.id,
        number: state.component.number,
        title: state.component.title.get(lang),
        begun: state.begun,
        extent: STEPS.iter().map(|step| (step.id(), state.at(*step).id())).collect(),
        missing: missing
            .map(|it| Missing { path: &it.path, from: it.from.id(), rule: it.rule })
            .collect(),
        open: &state.open,
    }
}

fn point<'a>(sources: &'a Sources, it: &'a Outstanding, lang: Lang) -> Point<'a> {
    let mut point = Point {
        path: &it.path,
        subject: points::subject(it.key).map_or(it.key, |words| words.get(lang)),
        place: at(sources, it.span),
        kind: "proposals",
        owner: None,
        due: None,
        overdue: None,
        note: None,
        differ: None,
        positions: Vec::new(),
    };
    let stances = match &it.matter {
        Matter::Owed { owner, due, overdue, note } => {
            point.kind = "open";
            (point.owner, point.due) = (owner.as_deref(), due.as_deref());
            point.overdue = Some(*overdue);
            point.note = note.as_ref().map(|it| value(it, lang));
            return point;
        }
        Matter::Differing(stances) | Matter::Matching(stances) => stances,
    };
    point.differ = Some(matches!(it.matter, Matter::Differing(_)));
    let position = |it: &'a crate::status::Stance| Position {
        party: &it.party,
        value: written(&it.value, lang),
        shown: value(&it.value, lang),
    };
    point.positions = stances.iter().map(position).collect();
    point
}

/// A proposal as it was written.
fn written(node: &Node, lang: Lang) -> String {
    match &node.value {
        Value::Scalar(scalar) => scalar.text.to_string(),
        _ => value(node, lang),
    }
}

fn found<'a>(sources: &'a Sources, it: &'a Finding, lang: Lang) -> Found<'a> {
    Found {
        rule: it.code.id,
        severity: it.severity.id(),
        message: it.message(lang),
        help: it.help(lang),
        place: at(sources, it.span),
    }
}

fn at(sources: &Sources, span: Span) -> Place<'_> {
    let at = place(sources, span);
    Place { file: at.file, line: at.start.line, column: at.start.column }
}
