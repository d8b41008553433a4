//! How long to wait, how often to try, whom to tell.

use crate::check::mends::{OPEN_POINT, open};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-10",
        name: "retries-unregulated",
        title: words(
            "Time-out, number and interval of attempts and an escalation contact are stated",
            "Le délai d’attente, le nombre et l’intervalle des tentatives et un contact d’escalade sont indiqués",
        ),
        message: words(
            "the communication does not state: {missing}",
            "la communication n’indique pas : {missing}",
        ),
        why: words(
            "Sooner or later a message is not acknowledged; both gateways then have to do the same thing.",
            "Tôt ou tard, un message reste sans accusé ; les deux passerelles doivent alors faire la même chose.",
        ),
        help: words(
            "Write the missing keys under `communication`; `escalation` names a contact point.",
            "Écrivez les clés manquantes sous « communication » ; « escalation » désigne un point de contact.",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[OPEN_POINT],
    bad: "
block: {status: technical}
technical_interoperability: {communication: {retries: }}
",
    good: "
block: {status: technical}
technical_interoperability: {communication: {retries: 3}}
",
    check: Check::Block(check),
};

const KEYS: &[&str] = &["acknowledgement_timeout", "retries", "retry_interval", "escalation"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "technical_interoperability.communication") else {
        return;
    };
    if let Some(missing) = section.lacks(KEYS) {
        let finding = RULE.at(section.span).arg("missing", missing);
        findings.add(RULE.mend(finding, open(block, &section, KEYS)));
    }
}
