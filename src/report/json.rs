//! The report as one JSON object; its shape is published in `docs/schema/findings.schema.json`.

use serde::Serialize;

use crate::diag::{Excuse, Finding, Findings, Severity};
use crate::report::listing::{all_by_file, basis, place};
use crate::text::{Sources, Span};
use crate::words::{Lang, Words};

/// Prints `findings` as JSON.
///
/// # Panics
///
/// Never: strings and numbers always serialise.
pub fn json(sources: &Sources, findings: &Findings, lang: Lang) -> String {
    let listed = all_by_file(findings).into_iter().flat_map(|(_, group)| group);
    let report = Report {
        gnc_findings: 1,
        language: lang.code(),
        summary: Summary {
            error: findings.count(Severity::Error),
            warning: findings.count(Severity::Warning),
            advice: findings.count(Severity::Advice),
            excused: findings.excused(),
        },
        findings: listed.map(|finding| entry(sources, finding, lang)).collect(),
    };
    serde_json::to_string_pretty(&report).expect("strings and numbers always serialise") + "\n"
}

#[derive(Serialize)]
struct Report<'a> {
    gnc_findings: u32,
    language: &'static str,
    summary: Summary,
    findings: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Summary {
    error: usize,
    warning: usize,
    advice: usize,
    excused: usize,
}

#[derive(Serialize)]
struct Entry<'a> {
    rule: &'static str,
    name: &'static str,
    severity: &'static str,
    pack: &'static str,
    basis: &'static str,
    sources: &'static [&'static str],
    title: &'static str,
    message: String,
    why: String,
    help: String,
    path: &'a str,
    place: Location<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    caused_by: Option<CausedBy<'a>>,
    notes: Vec<Note<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Fix<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    excuse: Option<Excused<'a>>,
}

#[derive(Serialize)]
struct CausedBy<'a> {
    rule: &'static str,
    link: &'static str,
    place: Location<'a>,
}

#[derive(Serialize)]
struct Excused<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'a str>,
}

#[derive(Serialize)]
struct Location<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start_byte: u32,
    end_byte: u32,
}

#[derive(Serialize)]
struct Note<'a> {
    message: String,
    place: Location<'a>,
}

#[derive(Serialize)]
struct Fix<'a> {
    message: String,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    text: &'a str,
    place: Location<'a>,
}

fn entry<'a>(sources: &'a Sources, finding: &'a Finding, lang: Lang) -> Entry<'a> {
    let code = finding.code;
    let say = |words: Words| finding.say(words, lang);
    let (basis, basis_sources) = basis(code);
    let notes = finding.notes.iter();
    let fix = finding.fix.as_ref().map(|fix| {
        let edits = fix.edits.iter();
        let edits =
            edits.map(|edit| Edit { text: &edit.text, place: location(sources, edit.span) });
        Fix { message: say(fix.words), edits: edits.collect() }
    });
    Entry {
        rule: code.id,
        name: code.name,
        severity: finding.severity.id(),
        pack: code.pack.id(),
        basis,
        sources: basis_sources,
        title: code.title.get(lang),
        message: finding.message(lang),
        why: say(code.why),
        help: finding.help(lang),
        path: &finding.path,
        place: location(sources, finding.span),
        caused_by: finding.cause.map(|cause| CausedBy {
            rule: cause.code.id,
            link: cause.link.id(),
            place: location(sources, cause.span),
        }),
        notes: notes
            .map(|note| Note { message: say(note.words), place: location(sources, note.span) })
            .collect(),
        fix,
        excuse: finding.excuse.as_ref().map(excused),
    }
}

fn excused(excuse: &Excuse) -> Excused<'_> {
    match excuse {
        Excuse::Allowed { reason, author, inline } => Excused {
            kind: if *inline { "comment" } else { "project" },
            reason: Some(reason),
            author: Some(author),
        },
        Excuse::Known => Excused { kind: "baseline", reason: None, author: None },
    }
}

fn location(sources: &Sources, span: Span) -> Location<'_> {
    let at = place(sources, span);
    Location {
        file: at.file,
        line: at.start.line,
        column: at.start.column,
        end_line: at.end.line,
        end_column: at.end.column,
        start_byte: span.start,
        end_byte: span.end,
    }
}
