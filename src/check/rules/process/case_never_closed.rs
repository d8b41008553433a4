//! From every state a case can be closed.

use crate::check::soundness::{Fault, trace};
use crate::check::{Check, Proved, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::view::process::{NodeKind, Process, Work};
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-31",
        name: "case-never-closed",
        title: words(
"Whatever happens, every case that was begun can still be closed on every side",
"Quoi qu’il arrive, tout dossier ouvert peut encore être clos de chaque côté",
),
        message: words(
"{fault}",
"{fault}",
),
        why: words(
"The case stands still while each side believes that the other has to act: goods, guarantee and trader wait, and no alarm is raised because nothing has failed.",
"Le dossier reste en suspens alors que chaque côté croit que l’autre doit agir : les marchandises, la garantie et l’opérateur attendent, et nul n’est alerté puisque rien n’a échoué.",
),
        help: words(
"Follow the steps shown. Send on every way what the other side waits for, give the wait a way out when its time is up, limit the number of attempts, or join by `join` only ways that are all taken. The proof is explained in docs/process-soundness.md.",
"Suivez les étapes indiquées. Envoyez sur chaque voie ce que l’autre côté attend, donnez à l’attente une issue à l’expiration d’un délai, limitez le nombre de tentatives, ou ne réunissez par « join » que des voies toutes empruntées. La preuve est expliquée dans docs/process-soundness.md.",
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
        - {id: lodge, next: outcome}
        - {id: outcome, entity: exporter, kind: receive, name: {en: Take note of the outcome, fr: Prendre acte de la suite}, next: applied}
",
    good: "
process_alignment:
  processes:
    - id: issue
      steps:
        - {id: lodge, next: outcome}
        - {id: outcome, entity: exporter, kind: receive, name: {en: Take note of the outcome, fr: Prendre acte de la suite}, next: applied}
        - {id: issue, next: tell}
        - {id: tell, entity: issuing-authority, kind: send, to: outcome, name: {en: Inform the exporter, fr: Informer l’exportateur}, next: transmit}
",
    check: Check::Proofs(check),
};

const WAITS_FOR_MESSAGE: Words = words(
    "`{step}` waits for a message that nobody sends any more. This leads there: {path}",
    "« {step} » attend un message que plus personne n’envoie. Voici ce qui y mène : {path}",
);
const WAITS_FOR_WAYS: Words = words(
    "`{step}` waits for ways that are not all taken. This leads there: {path}",
    "« {step} » attend des voies qui ne sont pas toutes empruntées. Voici ce qui y mène : {path}",
);
const STANDS: Words = words(
    "the case stands still at `{step}`. This leads there: {path}",
    "le dossier s’arrête à « {step} ». Voici ce qui y mène : {path}",
);
const ENDLESS: Words = words(
    "the case goes on between {steps} for ever and can no longer be closed. This leads there: {path}",
    "le dossier tourne sans fin entre {steps} et ne peut plus être clos. Voici ce qui y mène : {path}",
);

fn check(_: &Resolved, proved: &[Proved<'_>], findings: &mut Findings) {
    for Proved { process, places, proof } in proved {
        // A message that its receiver does not hear is the root of what stands still after it.
        if proof.faults.iter().any(|it| it.is_unheard(process)) {
            continue;
        }
        for fault in &proof.faults {
            let (at, run, said) = match fault {
                Fault::Stuck { at, run } => (at, run, stuck(process, at)),
                Fault::Endless { at, run } => (at, run, ENDLESS),
                _ => continue,
            };
            let Some(first) = at.first() else { continue };
            let (step, span) = places.step(process, *first);
            let mut steps: Vec<&str> = at.iter().map(|it| places.step(process, *it).0).collect();
            steps.dedup();
            let finding = RULE.at(span).arg_words("fault", said).arg("step", step);
            let finding = finding.arg("steps", steps.join(", "));
            findings.add(finding.arg_label("path", trace(process, run)));
        }
    }
}

fn stuck(process: &Process, at: &[usize]) -> Words {
    let kind = at.first().and_then(|at| process.nodes().get(*at)).map(|node| &node.kind);
    match kind {
        Some(NodeKind::Task(Work::Receive) | NodeKind::Catch(_) | NodeKind::Wait) => {
            WAITS_FOR_MESSAGE
        }
        Some(NodeKind::Join | NodeKind::Fork) => WAITS_FOR_WAYS,
        _ => STANDS,
    }
}
