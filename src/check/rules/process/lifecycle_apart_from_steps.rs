//! The states of the lifecycle and the steps of the processes agree.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::graph::{Graph, Places};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Lifecycle, Maturity};
use crate::resolve::Resolved;
use crate::view::process::Process;
use crate::view::process::build::step_of;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-38",
        name: "lifecycle-apart-from-steps",
        title: words(
            "Steps bring about each state of the lifecycle, in an order that its transitions allow",
            "Les étapes produisent chaque état du cycle de vie, dans un ordre que ses transitions permettent",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "The lifecycle says what may become of a document, the processes say what is done with it. Where they differ, the registers of the two Parties hold a state that nothing brings about, or change it in a way that the annex excludes.",
            "Le cycle de vie dit ce que peut devenir un document, les processus disent ce qu’on en fait. S’ils divergent, les registres des deux Parties connaissent un état que rien ne produit, ou en changent d’une manière que l’annexe exclut.",
        ),
        help: words(
            "Give the step that brings the state about `state:`, or remove the state; add the transition, or correct the order of the steps.",
            "Donnez « state: » à l’étape qui produit l’état, ou supprimez l’état ; ajoutez la transition, ou corrigez l’ordre des étapes.",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[(Maturity::Technical, Severity::Warning)],
    fixes: &[],
    bad: "
process_alignment:
  processes:
    - id: issue
      steps:
        - {id: register, state: issued}
        - {id: used, state: registered}
",
    good: "
process_alignment:
  processes:
    - id: issue
      steps:
        - {id: register, state: registered}
        - {id: used, state: used}
",
    check: Check::Processes(check),
};

const NEVER: Words = words(
    "no step of any process brings about the state `{state}`",
    "aucune étape d’aucun processus ne produit l’état « {state} »",
);
const NOT_AFTER: Words = words(
    "`{step}` brings about the state `{state}` after `{earlier}` has brought about `{before}`, but no transitions lead from `{before}` to `{state}`",
    "« {step} » produit l’état « {state} » après que « {earlier} » a produit « {before} », mais aucune transition ne mène de « {before} » à « {state} »",
);

fn check(block: &Resolved, processes: &[Process], findings: &mut Findings) {
    let Some(alignment) = block.block.process_alignment.as_ref() else { return };
    let Some(lifecycle) = alignment.lifecycle.as_ref() else { return };
    let steps = || alignment.processes.iter().flat_map(|it| &it.steps);
    let brought: BTreeSet<&str> =
        steps().filter_map(|it| it.state.as_ref()).map(|it| &*it.value.0).collect();
    let initial = lifecycle.initial.as_ref().map(|it| &*it.value.0);
    // A block whose steps name no state at all leaves them to the lifecycle.
    for state in lifecycle.states.iter().filter_map(|it| it.id.as_ref()) {
        let id = &*state.value.0;
        if !brought.is_empty() && !brought.contains(id) && initial != Some(id) {
            findings.add(RULE.at(state.span).arg_words("fault", NEVER).arg("state", id));
        }
    }
    let follows = follows(lifecycle);
    for process in processes {
        let source = alignment
            .processes
            .iter()
            .find(|it| it.id.as_ref().is_some_and(|id| *id.value.0 == *process.id));
        let (Some(source), Some(places)) = (source, Places::of(block, process)) else { continue };
        let states: BTreeMap<&str, &str> = source
            .steps
            .iter()
            .filter_map(|it| Some((&*it.id.as_ref()?.value.0, &*it.state.as_ref()?.value.0)))
            .collect();
        let state = |at: usize| {
            let node = process.nodes().get(at)?;
            // What stands before a step, as a gateway that gathers ways, does not do it.
            (step_of(node) == node.id).then(|| states.get(&*node.id).copied()).flatten()
        };
        let graph = Graph::of(process);
        for at in 0..process.nodes().len() {
            let Some(before) = state(at) else { continue };
            for next in graph.next(at, |it| state(it).is_some()) {
                let Some(after) = state(next) else { continue };
                let known = follows.get(before).is_some_and(|it| it.contains(after));
                if known || before == after {
                    continue;
                }
                let (step, span) = places.step(process, next);
                let earlier = places.step(process, at).0;
                let finding = RULE.at(span).arg_words("fault", NOT_AFTER).arg("step", step);
                let finding = finding.arg("state", after).arg("before", before);
                findings.add(finding.arg("earlier", earlier));
            }
        }
    }
}

/// The states that each state can become by transitions, one after the other.
fn follows(lifecycle: &Lifecycle) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut next: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for it in &lifecycle.transitions {
        if let (Some(from), Some(to)) = (&it.from, &it.to) {
            next.entry(&from.value.0).or_default().push(&to.value.0);
        }
    }
    let reached = |from: &str| {
        let mut seen = BTreeSet::new();
        let mut todo = next.get(from).cloned().unwrap_or_default();
        while let Some(state) = todo.pop() {
            if seen.insert(state) {
                todo.extend(next.get(state).into_iter().flatten());
            }
        }
        seen
    };
    next.keys().map(|from| (*from, reached(from))).collect()
}
