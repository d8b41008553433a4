//! Mermaid: the process as a flow chart and as a sequence of messages, a lifecycle as a state chart.
//!
//! Names stand in double quotes; what Mermaid or HTML could read as markup is written as an entity
//! code. Identifiers are our own.

use crate::render::Artifact;
use crate::render::Kind;
use crate::render::process::path;
use crate::view::process::lifecycle::StateMachine;
use crate::view::process::{NodeKind, Process};
use crate::words::{Lang, process as say};

/// The process as a flow chart.
pub fn write(process: &Process, lang: Lang) -> Artifact {
    let mut out = head("flowchart LR", process.name.any(lang), process.draft, lang);
    for (at, pool) in process.pools().iter().enumerate() {
        out.push_str(&format!("  subgraph p{at}[\"{}\"]\n", escape(pool.name.any(lang))));
        let lanes = process.lanes().iter().enumerate().filter(|(_, lane)| lane.pool == at);
        for (number, lane) in lanes {
            out.push_str(&format!("    subgraph l{number}[\"{}\"]\n", escape(lane.name.any(lang))));
            for (place, node) in process.nodes().iter().enumerate() {
                if node.lane == number {
                    let text = escape(&node.title(lang));
                    out.push_str(&format!("      n{place}{}\n", shape(&node.kind, &text)));
                }
            }
            out.push_str("    end\n");
        }
        out.push_str("  end\n");
    }
    for flow in process.flows() {
        let arrow = labelled("-->", flow.label.any(lang));
        out.push_str(&format!("  n{} {arrow} n{}\n", flow.from, flow.to));
    }
    for flow in process.messages() {
        let arrow = labelled("-.->", flow.name.any(lang));
        out.push_str(&format!("  n{} {arrow} n{}\n", flow.from, flow.to));
    }
    Artifact::text(Kind::Mermaid, path(&process.id, Some(lang), "mmd"), out).in_lang(lang)
}

/// The messages of a process as a sequence between its lanes, in the order of its steps; nothing for
/// a process without messages.
pub fn write_sequence(process: &Process, lang: Lang) -> Option<Artifact> {
    if process.messages().is_empty() {
        return None;
    }
    let mut out = head("sequenceDiagram", process.name.any(lang), process.draft, lang);
    out.push_str("  autonumber\n");
    let home = |node: usize| process.nodes().get(node).map(|node| node.lane);
    let mut messages: Vec<_> = process.messages().iter().collect();
    messages.sort_by_key(|flow| flow.from);
    let ends: Vec<_> = messages.iter().flat_map(|it| [home(it.from), home(it.to)]).collect();
    for (at, it) in process.lanes().iter().enumerate() {
        if ends.contains(&Some(at)) {
            let name = escape(it.name.any(lang));
            out.push_str(&format!("  participant l{at} as {name}\n"));
        }
    }
    for flow in messages {
        if let (Some(from), Some(to)) = (home(flow.from), home(flow.to)) {
            let name = escape(flow.name.any(lang));
            out.push_str(&format!("  l{from}->>l{to}: {name}\n"));
        }
    }
    let path = path(&process.id, Some(lang), "messages.mmd");
    Some(Artifact::text(Kind::Mermaid, path, out).in_lang(lang))
}

/// A lifecycle as a state chart.
pub fn write_states(machine: &StateMachine, lang: Lang) -> Artifact {
    let mut out = head("stateDiagram-v2", machine.name.any(lang), machine.draft, lang);
    for (at, state) in machine.states().iter().enumerate() {
        out.push_str(&format!("  state \"{}\" as s{at}\n", escape(state.name.any(lang))));
    }
    if let Some(initial) = machine.initial() {
        out.push_str(&format!("  [*] --> s{initial}\n"));
    }
    for transition in machine.transitions() {
        out.push_str(&format!("  s{} --> s{}", transition.from, transition.to));
        let trigger = escape(transition.trigger.any(lang));
        if !trigger.is_empty() {
            out.push_str(&format!(" : {trigger}"));
        }
        out.push('\n');
    }
    for (at, _) in machine.states().iter().enumerate().filter(|(_, state)| state.terminal) {
        out.push_str(&format!("  s{at} --> [*]\n"));
    }
    Artifact::text(Kind::Mermaid, path(&machine.id, Some(lang), "mmd"), out).in_lang(lang)
}

/// The first lines: title, kind of diagram, and the mark of a draft.
fn head(kind: &str, title: &str, draft: bool, lang: Lang) -> String {
    let title = escape(title);
    let title = if draft { format!("{title} ({})", say::DRAFT.get(lang)) } else { title };
    format!("---\ntitle: \"{title}\"\n---\n{kind}\n")
}

fn labelled(arrow: &str, label: &str) -> String {
    if label.is_empty() { arrow.to_owned() } else { format!("{arrow}|\"{}\"|", escape(label)) }
}

fn shape(kind: &NodeKind, text: &str) -> String {
    // An empty name would be read as the identifier.
    let text = if text.is_empty() { " " } else { text };
    match kind {
        NodeKind::Start(_) => format!("([\"{text}\"])"),
        NodeKind::End(_) => format!("(((\"{text}\")))"),
        NodeKind::Catch(_) => format!("((\"{text}\"))"),
        NodeKind::Decision | NodeKind::Merge => format!("{{\"{text}\"}}"),
        NodeKind::Wait | NodeKind::Fork | NodeKind::Join => format!("{{{{\"{text}\"}}}}"),
        NodeKind::Subprocess(_) => format!("[[\"{text}\"]]"),
        NodeKind::Task(_) => format!("[\"{text}\"]"),
    }
}

/// A text on one line in which nothing means anything to Mermaid.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => out.push_str("#quot;"),
            '#' | '<' | '>' | '&' | '`' | ';' | '{' | '}' | '[' | ']' | '|' | '\\' | '%' => {
                out.push_str(&format!("#{};", u32::from(c)));
            }
            c if c.is_control() || c.is_whitespace() && c != '\u{A0}' && c != '\u{202F}' => {
                out.push(' ');
            }
            c => out.push(c),
        }
    }
    out.trim().to_owned()
}
