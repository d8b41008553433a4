//! What is sent is received.

use crate::check::soundness::{Fault, trace};
use crate::check::{Check, Proved, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::view::process::{NodeKind, Work};
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-33",
        name: "message-never-received",
        title: words(
            "Each message that is sent has a step that can receive it",
            "Chaque message envoyé a une étape qui peut le recevoir",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "Whatever the sender tells the other side with this message, nobody there takes note of it, and its sender relies on it.",
            "Quoi que l’expéditeur communique par ce message, personne n’en prend acte de l’autre côté, alors que l’expéditeur s’y fie.",
        ),
        help: words(
            "Let `to` name a step that waits for this very message (`message` of a `receive` or `start` step, `on` of an outcome of a `wait` step) and that is reached before or after it is sent.",
            "Faites désigner par « to » une étape qui attend précisément ce message (« message » d’une étape « receive » ou « start », « on » d’une issue d’une étape « wait ») et qui est atteinte avant ou après l’envoi.",
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
        - {id: receipt, to: await-response}
",
    good: "
process_alignment:
  processes:
    - id: issue
      steps:
        - {id: receipt, to: await-receipt}
",
    check: Check::Proofs(check),
};

const NOT_HEARD: Words = words(
    "`{step}` sends to `{to}`, which does not wait for that message. This leads there: {path}",
    "« {step} » envoie à « {to} », qui n’attend pas ce message. Voici ce qui y mène : {path}",
);
const NEVER_READ: Words = words(
    "`{step}` sends to `{to}`, but whatever happens `{to}` never receives it. This leads there: {path}",
    "« {step} » envoie à « {to} », mais quoi qu’il arrive « {to} » ne le reçoit jamais. Voici ce qui y mène : {path}",
);
const TO_NOBODY: Words = words(
    "`{step}` sends to nobody: it names no `to`",
    "« {step} » n’envoie à personne : « to » manque",
);

fn check(_: &Resolved, proved: &[Proved<'_>], findings: &mut Findings) {
    for Proved { process, places, proof } in proved {
        for (at, node) in process.nodes().iter().enumerate() {
            let sends = process.messages().iter().any(|it| it.from == at);
            if node.kind == NodeKind::Task(Work::Send) && !sends {
                let (step, span) = places.step(process, at);
                findings.add(RULE.at(span).arg_words("fault", TO_NOBODY).arg("step", step));
            }
        }
        // What stands still is the root of what is not received after it.
        let stands = proof.faults.iter().any(Fault::is_standstill);
        for fault in &proof.faults {
            let Fault::Unreceived { flow, run } = fault else { continue };
            let said = match (fault.is_unheard(process), stands) {
                (true, _) => NOT_HEARD,
                (false, false) => NEVER_READ,
                (false, true) => continue,
            };
            let Some(flow) = process.messages().get(*flow) else { continue };
            let (step, span) = places.step(process, flow.from);
            let to = places.step(process, flow.to).0;
            let finding = RULE.at(span).arg_words("fault", said).arg("step", step);
            findings.add(finding.arg("to", to).arg_label("path", trace(process, run)));
        }
    }
}
