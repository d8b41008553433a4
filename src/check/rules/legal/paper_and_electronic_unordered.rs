//! Paper and electronic proofs beside each other are ruled.

use crate::check::mends::{OPEN_POINT, open};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-24",
        name: "paper-and-electronic-unordered",
        title: words(
            "Coexistence of paper and electronic proofs is ruled",
            "La coexistence des preuves sur papier et électroniques est réglée",
        ),
        message: words(
            "coexistence of paper and electronic certificates is not ruled: {missing}",
            "la coexistence des certificats sur papier et électroniques n’est pas réglée : {missing}",
        ),
        why: words(
            "As long as both exist, two records of one certificate can differ, and an officer must know which prevails.",
            "Tant que les deux existent, deux états d’un même certificat peuvent diverger, et l’agent doit savoir lequel prévaut.",
        ),
        help: words(
            "Write `legal_effect.coexistence` (period, preference, which prevails) and `legal_effect.paper_waiver`.",
            "Rédigez « legal_effect.coexistence » (période, préférence, primauté) et « legal_effect.paper_waiver ».",
        ),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["P80", "P56"]),
        pack: Pack::CertificateOfOrigin,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[OPEN_POINT],
    bad: "
block: {status: technical}
business_case: {legal_effect: {paper_waiver: }}
",
    good: "
block: {status: technical}
business_case: {legal_effect: {paper_waiver: 2027-10-01}}
",
    check: Check::Block(check),
};

const KEYS: &[&str] = &["coexistence", "paper_waiver"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "business_case.legal_effect") else { return };
    if let Some(missing) = section.lacks(KEYS) {
        let finding = RULE.at(section.span).arg("missing", missing);
        findings.add(RULE.mend(finding, open(block, &section, KEYS)));
    }
}
