//! A step that refers to a time limit finds it in the block.

use crate::check::sides::alignment;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, TimeLimit};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-39",
        name: "time-limit-not-stated",
        title: words(
            "Each time limit that a step refers to is stated in the block",
            "Chaque délai auquel une étape renvoie est fixé dans le bloc",
        ),
        message: words(
            "`{step}` goes on after the time limit `{limit}`, which the block does not state",
            "« {step} » se poursuit à l’expiration du délai « {limit} », que le bloc ne fixe pas",
        ),
        why: words(
            "A time-out without a length is none: each side would choose its own, and one would give up while the other is still working.",
            "Un délai sans durée n’en est pas un : chaque côté choisirait la sienne, et l’un renoncerait alors que l’autre travaille encore.",
        ),
        help: words(
            "Write the time at `{place}`, or the time itself at the step, as `after: PT15M`. While it is not agreed, write `open: {owner: …, due: …}` in its place.",
            "Indiquez la durée sous « {place} », ou à l’étape même, comme « after: PT15M ». Tant qu’elle n’est pas convenue, écrivez « open: {owner: …, due: …} » à sa place.",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  processes:
    - id: issue
      steps:
        - id: await-response
          outcomes:
            - {label: {en: response, fr: réponse}, on: business-response, to: accepted}
            - {label: {en: time-out, fr: délai écoulé}, limit: validity, to: alert}
business_case: {legal_effect: {validity: }}
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

/// Where the block states this time limit.
const fn place(limit: TimeLimit) -> &'static str {
    match limit {
        TimeLimit::Acknowledgement => {
            "technical_interoperability.communication.acknowledgement_timeout"
        }
        TimeLimit::Response => "technical_interoperability.communication.response_timeout",
        TimeLimit::Validity => "business_case.legal_effect.validity",
        TimeLimit::VerificationAcknowledgement => {
            "process_alignment.verification.acknowledge_within"
        }
        TimeLimit::VerificationReply => "process_alignment.verification.reply_within",
        TimeLimit::Recovery => "technical_interoperability.service_levels.recovery_time",
    }
}

fn check(block: &Resolved, findings: &mut Findings) {
    let processes = alignment(block).into_iter().flat_map(|it| &it.processes);
    for step in processes.flat_map(|it| &it.steps) {
        // Resolving has filled in what the block states.
        for outcome in step.outcomes.iter().filter(|it| it.after.is_none()) {
            let (Some(limit), Some(id)) = (&outcome.limit, &step.id) else { continue };
            let finding = RULE.at(limit.span).arg("step", &id.value);
            let finding = finding.arg("limit", limit.value.id());
            findings.add(finding.arg("place", place(limit.value)));
        }
    }
}
