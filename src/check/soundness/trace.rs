//! A run, as people read it: who does which steps, in which order, and which way is taken.

use crate::check::soundness::net::Move;
use crate::view::process::build::step_of;
use crate::view::process::{NodeKind, Process};
use crate::words::{Label, Lang, Words, words};

/// Steps of a run after which it is cut in the middle: nobody follows more.
const LONGEST: usize = 60;

const SIDE: Words = words("{side}: {steps}", "{side} : {steps}");
const WAY: Words = words("`{step}` (“{way}”)", "« {step} » (« {way} »)");
const STEP: Words = words("`{step}`", "« {step} »");

/// The run in each language: the sides one after the other, each with the steps it does in a row.
pub(in crate::check) fn trace(process: &Process, run: &[Move]) -> Label {
    let [en, fr] = [Lang::En, Lang::Fr].map(|lang| in_language(process, run, lang));
    Label::new(en, fr)
}

fn in_language(process: &Process, run: &[Move], lang: Lang) -> String {
    let nodes = process.nodes();
    let mut rows: Vec<(Option<usize>, Vec<String>)> = Vec::new();
    for (at, step) in run.iter().enumerate() {
        let Some(node) = nodes.get(step.node) else { continue };
        // What stands between a wait and the step after it was named with the wait.
        if step_of(node) != node.id {
            continue;
        }
        let side = process.pool_of(step.node);
        if rows.last().is_none_or(|(last, _)| *last != side) {
            rows.push((side, Vec::new()));
        }
        let text = if run.len() > LONGEST && at == LONGEST / 2 {
            "…".to_owned()
        } else if run.len() > LONGEST && at > LONGEST / 2 && at + LONGEST / 2 < run.len() {
            continue;
        } else {
            let way = step.flow.map_or("", |flow| label_of(process, flow, lang));
            let pattern = if way.is_empty() { STEP } else { WAY };
            pattern.with(lang, &[("step", &node.id), ("way", way)])
        };
        if let Some((_, steps)) = rows.last_mut() {
            steps.push(text);
        }
    }
    let said = rows.iter().filter(|(_, steps)| !steps.is_empty()).map(|(side, steps)| {
        let pool = side.and_then(|side| process.pools().get(side));
        let side = pool.map_or("", |pool| pool.name.any(lang));
        SIDE.with(lang, &[("side", side), ("steps", &steps.join(" → "))])
    });
    said.collect::<Vec<_>>().join("; ")
}

/// When a flow is taken: what stands on it, or on the event to which it leads from a wait.
fn label_of(process: &Process, flow: usize, lang: Lang) -> &str {
    let Some(flow) = process.flows().get(flow) else { return "" };
    let own = flow.label.any(lang);
    let event = process.nodes().get(flow.to).filter(|it| matches!(it.kind, NodeKind::Catch(_)));
    match event {
        Some(event) if own.is_empty() => event.name.any(lang),
        _ => own,
    }
}
