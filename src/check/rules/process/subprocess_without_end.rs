//! A process that another one runs comes to an end.

use std::collections::BTreeSet;

use crate::check::graph::Graph;
use crate::check::sides::alignment;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, StepKind};
use crate::resolve::Resolved;
use crate::view::process::{NodeKind, Process};
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-36",
        name: "subprocess-without-end",
        title: words(
            "Each process that a step runs has steps and comes to an end",
            "Chaque processus qu’une étape exécute comporte des étapes et prend fin",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "The step goes on when the process that it runs has ended. A process that is not part of the annex, or that can only run itself again, never ends.",
            "L’étape se poursuit lorsque le processus qu’elle exécute a pris fin. Un processus étranger à l’annexe, ou qui ne peut que s’exécuter à nouveau, ne prend jamais fin.",
        ),
        help: words(
            "Name a process with steps under `process`; where processes run one another, give one of them a way to its end that runs none of them.",
            "Désignez sous « process » un processus doté d’étapes ; si des processus s’exécutent mutuellement, donnez à l’un d’eux une voie vers sa fin qui n’en exécute aucun.",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  processes:
    - id: verification
      steps:
        - {id: examine, kind: subprocess, process: verification}
",
    good: "
process_alignment:
  processes:
    - id: verification
      steps:
        - {id: examine, kind: subprocess, process: issue}
",
    check: Check::Processes(check),
};

const NONE_NAMED: Words = words(
    "`{step}` runs a process, but does not say which",
    "« {step} » exécute un processus, sans dire lequel",
);
const NO_STEPS: Words = words(
    "`{step}` runs the process `{process}`, which has no steps",
    "« {step} » exécute le processus « {process} », qui ne comporte aucune étape",
);
const NEVER_ENDS: Words = words(
    "`{step}` runs the process `{process}`, which comes back to running itself and never ends",
    "« {step} » exécute le processus « {process} », qui revient à s’exécuter lui-même et ne prend jamais fin",
);

fn check(block: &Resolved, processes: &[Process], findings: &mut Findings) {
    let Some(alignment) = alignment(block) else { return };
    let ending = ending(processes);
    let drawn: BTreeSet<&str> = processes.iter().map(|it| &*it.id).collect();
    // What the annex leaves to other rules, with its reason, ends by those.
    let within = alignment.processes.iter().filter(|it| it.out_of_scope.is_none());
    let known: BTreeSet<&str> = within.filter_map(|it| Some(&*it.id.as_ref()?.value.0)).collect();
    for process in &alignment.processes {
        for step in &process.steps {
            let runs = step.kind.as_ref().is_some_and(|it| it.value == StepKind::Subprocess);
            let Some(id) = step.id.as_ref().filter(|_| runs) else { continue };
            let Some(run) = &step.process else {
                let finding = RULE.at(id.span).arg_words("fault", NONE_NAMED);
                findings.add(finding.arg("step", &id.value));
                continue;
            };
            let name = &*run.value.0;
            let fault = match (drawn.contains(name), ending.contains(name)) {
                _ if !known.contains(name) => continue,
                (false, _) => NO_STEPS,
                (true, false) => NEVER_ENDS,
                (true, true) => continue,
            };
            let finding = RULE.at(run.span).arg_words("fault", fault);
            findings.add(finding.arg("step", &id.value).arg("process", name));
        }
    }
}

/// The processes that can end, those first that run none of the others; all of which the ways are
/// not whole, since that has findings already.
fn ending(processes: &[Process]) -> BTreeSet<&str> {
    let names: BTreeSet<&str> = processes.iter().map(|it| &*it.id).collect();
    // Beside their processes, not by their names: two may have one, which has a finding of its own.
    let graphs: Vec<(&Process, Graph)> = processes.iter().map(|it| (it, Graph::of(it))).collect();
    let mut ended: BTreeSet<&str> = BTreeSet::new();
    loop {
        let ends = |(process, graph): &&(&Process, Graph)| {
            let is_closed = |at: usize| match process.nodes().get(at).map(|node| &node.kind) {
                Some(NodeKind::Subprocess(run)) => {
                    names.contains(&**run) && !ended.contains(&**run)
                }
                _ => false,
            };
            !ended.contains(&*process.id)
                && (!graph.is_whole(process) || graph.ends_without(process, is_closed))
        };
        let more: Vec<&str> = graphs.iter().filter(ends).map(|(it, _)| &*it.id).collect();
        if more.is_empty() {
            return ended;
        }
        ended.extend(more);
    }
}
