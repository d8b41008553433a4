//! Every way through a process begins at a start and can come to an end.

use crate::check::graph::{Graph, Places};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::view::process::Process;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-12",
        name: "step-without-way",
        title: words(
            "Each step is reached from a start and can reach an end",
            "Chaque étape est atteinte depuis un début et peut mener à une fin",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "A step that nothing leads to is a duty nobody will ever perform; one with no way to an end is a case that is never closed, at the cost of the trader whose goods or guarantee wait.",
            "Une étape à laquelle rien ne mène est une obligation que personne n’exécutera ; une étape sans voie vers une fin est un dossier jamais clos, aux frais de l’opérateur dont les marchandises ou la garantie attendent.",
        ),
        help: words(
            "Connect the steps by `next` or `outcomes`; begin each side’s part with a `start` step and close every way with an `end` step.",
            "Reliez les étapes par « next » ou « outcomes » ; commencez la partie de chaque côté par une étape « start » et fermez chaque voie par une étape « end ».",
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
    - id: issue
      steps:
        - {id: register, next: }
",
    good: "
process_alignment:
  processes:
    - id: issue
      steps:
        - {id: register, next: respond}
",
    check: Check::Processes(check),
};

const NO_START: Words =
    words("the process `{step}` has no start", "le processus « {step} » n’a pas de début");
const UNREACHED: Words =
    words("no way leads from a start to `{step}`", "aucune voie ne mène d’un début à « {step} »");
const DEAD_END: Words = words(
    "the way {path} stops at `{step}`, which is no end",
    "la voie {path} s’arrête à « {step} », qui n’est pas une fin",
);
const ENDLESS: Words = words(
    "the way {path} goes round without ever reaching an end",
    "la voie {path} tourne sans jamais atteindre de fin",
);

fn check(block: &Resolved, processes: &[Process], findings: &mut Findings) {
    for process in processes {
        let Some(places) = Places::of(block, process) else { continue };
        let graph = Graph::of(process);
        let starts = Graph::starts(process);
        if starts.is_empty() {
            let finding = RULE.at(places.process).arg_words("fault", NO_START);
            findings.add(finding.arg("step", &process.id));
            continue;
        }
        let begun = graph.reached(&starts);
        let mut add = |node: usize, fault, path: &[usize]| {
            let (step, span) = places.step(process, node);
            let mut names: Vec<&str> = path.iter().map(|it| places.step(process, *it).0).collect();
            names.dedup();
            let finding = RULE.at(span).arg_words("fault", fault).arg("step", step);
            findings.add(finding.arg("path", names.join(" → ")));
        };
        let lost: Vec<bool> = begun.iter().map(|reached| !reached).collect();
        for node in graph.sources(&lost) {
            add(node, UNREACHED, &[]);
        }
        let ended = graph.reaching_end(process);
        let stuck: Vec<bool> =
            begun.iter().zip(&ended).map(|(begun, ended)| *begun && !ended).collect();
        for node in graph.sinks(&stuck) {
            let fault = if graph.is_dead_end(node) { DEAD_END } else { ENDLESS };
            add(node, fault, &graph.way(&starts, node));
        }
    }
}
