//! What is awaited is sent.

use crate::check::soundness::Fault;
use crate::check::{Check, Proved, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::view::process::{Event, NodeKind};
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-34",
        name: "awaited-message-never-sent",
        title: words(
            "Each message that a wait names can arrive there",
            "Chaque message qu’une attente mentionne peut y parvenir",
        ),
        message: words(
            "`{step}` waits for the message `{message}`, but whatever happens nobody sends it there",
            "« {step} » attend le message « {message} », mais quoi qu’il arrive personne ne le lui envoie",
        ),
        why: words(
            "The way that begins with this message is never taken: the wait always runs out, and what was agreed for the answer never applies.",
            "La voie qui commence par ce message n’est jamais empruntée : l’attente expire toujours et ce qui a été convenu pour la réponse ne s’applique jamais.",
        ),
        help: words(
            "Let a `send` step of another side name `{step}` under `to` with this message, or take the outcome away.",
            "Faites désigner « {step} » sous « to » par une étape « send » d’un autre côté avec ce message, ou supprimez l’issue.",
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
        - id: await-result
          outcomes:
            - {label: {en: result, fr: résultat}, on: verification-result, to: acknowledge}
            - {label: {en: response, fr: réponse}, on: business-response, to: decide}
            - {label: {en: deadline passed, fr: délai dépassé}, after: P6M, to: decide}
",
    good: "
process_alignment:
  processes:
    - id: verification
      steps:
        - id: await-result
          outcomes:
            - {label: {en: result, fr: résultat}, on: verification-result, to: acknowledge}
            - {label: {en: deadline passed, fr: délai dépassé}, after: P6M, to: decide}
",
    check: Check::Proofs(check),
};

fn check(_: &Resolved, proved: &[Proved<'_>], findings: &mut Findings) {
    for Proved { process, places, proof } in proved {
        let is_root = |it: &Fault| it.is_standstill() || it.is_unheard(process);
        if proof.faults.iter().any(is_root) {
            continue;
        }
        for fault in &proof.faults {
            let Fault::Untaken { node } = fault else { continue };
            let Some(event) = process.nodes().get(*node) else { continue };
            if event.kind == NodeKind::Catch(Event::Message) {
                let (step, span) = places.step(process, *node);
                let finding = RULE.at(span).arg("step", step);
                findings.add(finding.arg("message", &event.message));
            }
        }
    }
}
