//! No wait is without end.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, StepKind};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-11",
        name: "wait-without-timeout",
        title: words(
            "Each wait has a way on when its time is up",
            "Chaque attente a une issue à l’expiration d’un délai",
        ),
        message: words(
            "the wait `{step}` has no outcome for when nothing arrives in time",
            "l’attente « {step} » n’a pas d’issue pour le cas où rien n’arrive à temps",
        ),
        why: words(
            "What is waited for may never come: the line is down, the other office is closed, the importer does not claim. Without a time-out the case hangs and nobody is alerted.",
            "Ce que l’on attend peut ne jamais venir : ligne coupée, bureau fermé, importateur sans demande. Sans délai d’expiration, le dossier reste bloqué et personne n’est alerté.",
        ),
        help: words(
            "Add an outcome with `after: PT…` to `{step}`, or with `limit:` where the block states the time elsewhere. A `receive` step has no outcomes: make it a `wait` with an outcome `on` the message.",
            "Ajoutez à « {step} » une issue avec « after: PT… », ou avec « limit: » si le bloc fixe le délai ailleurs.",
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
        - id: await-response
          outcomes:
            - {label: {en: response, fr: réponse}, on: business-response, to: accepted}
            - {label: {en: telephone call, fr: appel téléphonique}, to: alert}
",
    good: "
process_alignment:
  processes:
    - id: issue
      steps:
        - id: await-response
          outcomes:
            - {label: {en: response, fr: réponse}, on: business-response, to: accepted}
            - {label: {en: time-out, fr: délai écoulé}, limit: response, to: alert}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(alignment) = Section::find(block, "process_alignment") else { return };
    let processes = alignment.items("processes");
    for step in processes.iter().flat_map(|it| it.items("steps")) {
        let kind = step.node.get("kind").and_then(|it| it.text());
        // A message of the annex crosses a border and may not come; a national one is not ours.
        let receives = kind == Some(StepKind::Receive.id()) && step.says("message");
        if kind != Some(StepKind::Wait.id()) && !receives {
            continue;
        }
        let outcomes = step.items("outcomes");
        if !outcomes.iter().any(|it| it.says("after") || it.says("limit")) {
            findings.add(RULE.at(step.span).arg("step", step.name()));
        }
    }
}
