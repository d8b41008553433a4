//! SARIF 2.1.0 (OASIS): the report that code scanning services read.

use serde::Serialize;
use serde_json::{Value, json};

use crate::diag::{Code, Excuse, Finding, Findings, Severity};
use crate::report::listing::{all_by_file, basis, basis_words, place};
use crate::text::{Sources, Span};
use crate::words::{Lang, Words, report};

/// Prints `findings` as a SARIF log with one run.
///
/// # Panics
///
/// Never: strings and numbers always serialise.
pub fn sarif(sources: &Sources, findings: &Findings, lang: Lang) -> String {
    let listed: Vec<&Finding> =
        all_by_file(findings).into_iter().flat_map(|(_, group)| group).collect();
    let mut codes: Vec<&'static Code> = listed.iter().map(|finding| finding.code).collect();
    codes.sort_by_key(|code| code.id);
    codes.dedup_by_key(|code| code.id);
    let results = listed.iter().map(|finding| result(sources, &codes, finding, lang)).collect();
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "gnc",
                    version: env!("CARGO_PKG_VERSION"),
                    language: lang.code(),
                    rules: codes.iter().map(|code| rule(code, lang)).collect(),
                },
            },
            language: lang.code(),
            column_kind: "unicodeCodePoints",
            results,
        }],
    };
    serde_json::to_string_pretty(&log).expect("strings and numbers always serialise") + "\n"
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    language: &'static str,
    column_kind: &'static str,
    results: Vec<SarifResult<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    language: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    name: &'static str,
    short_description: Text,
    full_description: Text,
    help: Text,
    default_configuration: Value,
    properties: Value,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<Value>,
    properties: Value,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(rename = "physicalLocation")]
    place: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fix<'a> {
    description: Text,
    artifact_changes: Vec<Change<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    artifact_location: ArtifactLocation,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    #[serde(skip_serializing_if = "Option::is_none")]
    inserted_content: Option<Inserted<'a>>,
}

#[derive(Serialize)]
struct Inserted<'a> {
    text: &'a str,
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

fn rule(code: &'static Code, lang: Lang) -> Rule {
    let text = |text: &str| Text { text: text.to_owned() };
    let (basis, sources) = basis(code);
    let rests_on = format!("{}: {}", report::BASIS.get(lang), basis_words(code, lang));
    Rule {
        id: code.id,
        name: code.name,
        short_description: text(code.title.get(lang)),
        full_description: text(code.why.get(lang)),
        help: Text { text: format!("{}\n\n{rests_on}", code.help.get(lang)) },
        default_configuration: json!({ "level": level(code.severity) }),
        properties: json!({ "pack": code.pack.id(), "basis": basis, "sources": sources }),
    }
}

fn result<'a>(
    sources: &Sources,
    codes: &[&'static Code],
    finding: &'a Finding,
    lang: Lang,
) -> SarifResult<'a> {
    let code = finding.code;
    let say = |words: Words| Text { text: finding.say(words, lang) };
    let notes = finding.notes.iter().enumerate();
    let related = notes.map(|(at, note)| Location {
        id: Some(at + 1),
        place: physical(sources, note.span),
        message: Some(say(note.words)),
    });
    let (basis, basis_sources) = basis(code);
    SarifResult {
        rule_id: code.id,
        rule_index: codes.iter().position(|known| known.id == code.id).unwrap_or(0),
        level: level(finding.severity),
        message: say(code.message),
        locations: [Location { id: None, place: physical(sources, finding.span), message: None }],
        related_locations: related.collect(),
        fixes: fix(sources, finding, lang).into_iter().collect(),
        suppressions: finding.excuse.iter().map(|it| suppression(it, lang)).collect(),
        properties: json!({
            "name": code.name,
            "severity": finding.severity.id(),
            "pack": code.pack.id(),
            "basis": basis,
            "sources": basis_sources,
            "help": finding.help(lang),
        }),
    }
}

fn suppression(excuse: &Excuse, lang: Lang) -> Value {
    let (kind, why) = match excuse {
        Excuse::Allowed { reason, author, inline } => {
            (if *inline { "inSource" } else { "external" }, format!("{reason} ({author})"))
        }
        Excuse::Known => ("external", report::RECORDED.get(lang).to_owned()),
    };
    json!({ "kind": kind, "status": "accepted", "justification": why })
}

/// A fix, its edits grouped by file as SARIF wants them.
fn fix<'a>(sources: &Sources, finding: &'a Finding, lang: Lang) -> Option<Fix<'a>> {
    let fix = finding.fix.as_ref()?;
    let mut edits: Vec<_> = fix.edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let changes = edits.chunk_by(|a, b| a.span.file == b.span.file).filter_map(|edits| {
        let file = edits.first()?.span.file;
        let replacement = |edit: &&'a crate::diag::Edit| Replacement {
            deleted_region: region(sources, edit.span),
            inserted_content: (!edit.text.is_empty()).then_some(Inserted { text: &edit.text }),
        };
        Some(Change {
            artifact_location: ArtifactLocation { uri: uri(sources.name(file)) },
            replacements: edits.iter().map(replacement).collect(),
        })
    });
    let description = Text { text: finding.say(fix.words, lang) };
    Some(Fix { description, artifact_changes: changes.collect() })
}

fn physical(sources: &Sources, span: Span) -> PhysicalLocation {
    PhysicalLocation {
        artifact_location: ArtifactLocation { uri: uri(sources.name(span.file)) },
        region: region(sources, span),
    }
}

fn region(sources: &Sources, span: Span) -> Region {
    let at = place(sources, span);
    Region {
        start_line: at.start.line,
        start_column: at.start.column,
        end_line: at.end.line,
        end_column: at.end.column,
    }
}

/// A path as a URI reference (RFC 3986): relative, unless the path is absolute.
fn uri(path: &str) -> String {
    let path = path.strip_prefix("./").unwrap_or(path);
    let drive = path.as_bytes().get(1) == Some(&b':')
        && path.starts_with(|c: char| c.is_ascii_alphabetic());
    let (mut out, rest) = match path.get(..2) {
        Some(letter) if drive => (format!("file:///{letter}"), path.get(2..).unwrap_or("")),
        _ if path.starts_with('/') => ("file://".to_owned(), path),
        _ => (String::new(), path),
    };
    for byte in rest.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            _ => out += &format!("%{byte:02X}"),
        }
    }
    out
}
