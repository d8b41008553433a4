//! The exchange is watched.

use crate::check::mends::{OPEN_POINT, open_below};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-19",
        name: "monitoring-incomplete",
        title: words(
            "What is counted, how often counts are compared and who reports is stated",
            "Ce qui est compté, la fréquence de rapprochement et l’auteur du compte rendu sont indiqués",
        ),
        message: words(
            "the monitoring does not state: {missing}",
            "le suivi n’indique pas : {missing}",
        ),
        why: words(
            "Messages that vanish are found only where both sides compare what was sent with what arrived.",
            "Les messages disparus ne se découvrent qu’en comparant des deux côtés ce qui est parti et ce qui est arrivé.",
        ),
        help: words(
            "Write the missing keys under `monitoring`: indicators such as sent, received, acknowledged, rejected and matched; the interval of `reconciliation`; who writes the `report`.",
            "Écrivez les clés manquantes sous « monitoring » : indicateurs (envoyés, reçus, acquittés, rejetés, rapprochés) ; l’intervalle de « reconciliation » ; l’auteur du « report ».",
        ),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["P51", "S0"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[OPEN_POINT],
    bad: "
block: {status: technical}
technical_interoperability: {monitoring: {reconciliation: }}
",
    good: "
block: {status: technical}
technical_interoperability: {monitoring: {reconciliation: P7D}}
",
    check: Check::Block(check),
};

const KEYS: &[&str] = &["indicators", "reconciliation", "report"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(group) = Section::find(block, "technical_interoperability") else { return };
    if let Some((span, missing)) = group.lacks_below("monitoring", KEYS) {
        let finding = RULE.at(span).arg("missing", missing);
        findings.add(RULE.mend(finding, open_below(block, &group, "monitoring", KEYS)));
    }
}
