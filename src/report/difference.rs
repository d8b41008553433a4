//! The difference between two blocks: for people, and as one JSON object whose shape is published in
//! `docs/schema/difference.schema.json`.

use serde::Serialize;

use crate::diff::{Change, Class, Difference, Identity, Side};
use crate::report::grid::Page;
use crate::report::listing::{place, visible_line};
use crate::report::status::value;
use crate::syntax::{Node, Value};
use crate::text::Sources;
use crate::words::{Lang, diff as say};

/// How much of a value is shown to people, in characters.
const SHOWN: usize = 160;

/// Prints a difference for people: the heaviest class first.
pub fn difference(sources: &Sources, difference: &Difference, lang: Lang, colour: bool) -> String {
    let mut page = Page::new(lang, colour);
    let name = |it: &Identity| visible_line(format!("{} {}", it.id, it.version).trim());
    let (old, new) = (name(&difference.old), name(&difference.new));
    page.heading(&say::HEAD.with(lang, &[("old", &old), ("new", &new)]));
    if difference.changes.is_empty() {
        page.line(say::NOTHING.get(lang));
        return page.text();
    }
    for class in Class::ALL {
        let words = match class {
            Class::Breaking => say::HEAD_BREAKING,
            Class::Compatible => say::HEAD_COMPATIBLE,
            Class::Editorial => say::HEAD_EDITORIAL,
        };
        page.heading(&words.with(lang, &[("n", &difference.count(class).to_string())]));
        for change in difference.of(class) {
            one(&mut page, sources, change);
        }
    }
    page.text()
}

fn one(page: &mut Page, sources: &Sources, change: &Change) {
    let lang = page.lang;
    let mut why = change.reason.get(lang).to_owned();
    if let Some(first) = change.first.label() {
        why = say::AND_FIRST.with(lang, &[("why", &why), ("first", first.get(lang))]);
    }
    let (kind, path) = (change.kind.label().get(lang), visible_line(&change.path));
    let args = [("path", &*path), ("kind", kind), ("why", &*why)];
    page.line(&format!("  {}", say::CHANGE.with(lang, &args)));
    for (mark, side) in [("-", &change.old), ("+", &change.new)] {
        if let Some(side) = side {
            let at = place(sources, side.span);
            let (name, line) = (visible_line(at.file), at.start.line);
            let shown = visible_line(&shown(&side.value, lang));
            page.line(&format!("    {mark} {name}:{line}:{}: {shown}", at.start.column));
        }
    }
}

/// A value in one line: what it says, or what it holds.
fn shown(node: &Node, lang: Lang) -> String {
    let text = match &node.value {
        Value::Map(entries) if !is_text(node) => {
            let pair = |it: &crate::syntax::Entry| {
                let inner = match &it.value.value {
                    Value::Map(_) if !is_text(&it.value) => "{…}".to_owned(),
                    Value::List(items) if items.iter().any(|it| it.text().is_none()) => {
                        format!("[{}]", items.len())
                    }
                    _ => value(&it.value, lang),
                };
                format!("{}: {inner}", it.key.value)
            };
            entries.iter().map(pair).collect::<Vec<_>>().join(", ")
        }
        _ => value(node, lang),
    };
    let mut short: String = text.chars().take(SHOWN).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// Whether it is one text in several languages.
fn is_text(node: &Node) -> bool {
    let Value::Map(entries) = &node.value else { return false };
    !entries.is_empty()
        && entries.iter().all(|it| {
            it.key.value.len() == 2 && it.key.value.bytes().all(|it| it.is_ascii_lowercase())
        })
}

#[derive(Serialize)]
struct Report<'a> {
    gnc_difference: u32,
    language: &'static str,
    old: Named<'a>,
    new: Named<'a>,
    class: Option<&'static str>,
    summary: Summary,
    changes: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Named<'a> {
    file: &'a str,
    id: &'a str,
    version: &'a str,
    status: &'static str,
}

#[derive(Serialize)]
struct Summary {
    breaking: usize,
    compatible: usize,
    editorial: usize,
}

#[derive(Serialize)]
struct Entry<'a> {
    path: &'a str,
    kind: &'static str,
    class: &'static str,
    first: &'static str,
    reason: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    old: Option<Written<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new: Option<Written<'a>>,
}

#[derive(Serialize)]
struct Written<'a> {
    value: serde_json::Value,
    place: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    start_byte: u32,
    end_byte: u32,
}

/// Prints a difference as JSON.
///
/// # Panics
///
/// Never: strings and numbers always serialise.
pub fn difference_json(sources: &Sources, difference: &Difference, lang: Lang) -> String {
    let named = |it: &'_ Identity| -> (String, &'static str) {
        (sources.name(it.span.file).to_owned(), it.maturity.id())
    };
    let (old_file, old_status) = named(&difference.old);
    let (new_file, new_status) = named(&difference.new);
    let report = Report {
        gnc_difference: 1,
        language: lang.code(),
        old: Named {
            file: &old_file,
            id: &difference.old.id,
            version: &difference.old.version,
            status: old_status,
        },
        new: Named {
            file: &new_file,
            id: &difference.new.id,
            version: &difference.new.version,
            status: new_status,
        },
        class: difference.worst().map(Class::id),
        summary: Summary {
            breaking: difference.count(Class::Breaking),
            compatible: difference.count(Class::Compatible),
            editorial: difference.count(Class::Editorial),
        },
        changes: difference.changes.iter().map(|it| entry(sources, it, lang)).collect(),
    };
    serde_json::to_string_pretty(&report).expect("strings and numbers always serialise") + "\n"
}

fn entry<'a>(sources: &'a Sources, change: &'a Change, lang: Lang) -> Entry<'a> {
    let written = |side: &'a Side| {
        let at = place(sources, side.span);
        let place = Location {
            file: at.file,
            line: at.start.line,
            column: at.start.column,
            start_byte: side.span.start,
            end_byte: side.span.end,
        };
        Written { value: json(&side.value), place }
    };
    Entry {
        path: &change.path,
        kind: change.kind.id(),
        class: change.class.id(),
        first: change.first.id(),
        reason: change.reason.get(lang),
        old: change.old.as_ref().map(written),
        new: change.new.as_ref().map(written),
    }
}

/// A value as JSON; every scalar is the text that was written.
fn json(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Scalar(scalar) => serde_json::Value::String(scalar.text.to_string()),
        Value::List(items) => items.iter().map(json).collect(),
        Value::Map(entries) => {
            let pair = |it: &crate::syntax::Entry| (it.key.value.to_string(), json(&it.value));
            serde_json::Value::Object(entries.iter().map(pair).collect())
        }
    }
}
