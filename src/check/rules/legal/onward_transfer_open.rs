//! What happens to received data beyond the receiver is ruled.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-10",
        name: "onward-transfer-open",
        title: words(
            "Onward transfer of received data is prohibited or conditional",
            "La transmission ultérieure des données reçues est interdite ou soumise à condition",
        ),
        message: words(
            "it is not stated whether received data may be passed on",
            "il n’est pas indiqué si les données reçues peuvent être transmises à des tiers",
        ),
        why: words(
            "Data that leaves the receiving Party leaves the protection that was agreed.",
            "Les données qui quittent la Partie destinataire quittent la protection convenue.",
        ),
        help: words(
            "Write `data_protection.onward_transfer`: prohibited, or only with the prior written consent of the providing Party, with the exceptions that the law requires.",
            "Rédigez « data_protection.onward_transfer » : interdite, ou seulement avec l’accord écrit préalable de la Partie qui fournit les données, avec les exceptions exigées par la loi.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P37"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
business_case: {data_protection: {onward_transfer: }}
",
    good: "
business_case: {data_protection: {onward_transfer: {en: Prohibited., fr: Interdite.}}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(case) = Section::find(block, "business_case") else { return };
    if let Some((span, _)) = case.lacks_below("data_protection", &["onward_transfer"]) {
        findings.add(RULE.at(span));
    }
}
