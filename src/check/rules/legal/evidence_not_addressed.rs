//! How far records are evidence is said.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-15",
        name: "evidence-not-addressed",
        title: words(
            "It is stated how far messages and logs may be used as evidence",
            "Il est indiqué dans quelle mesure les messages et journaux servent de preuve",
        ),
        message: words(
            "it is not stated how far messages and logs may be used as evidence",
            "il n’est pas indiqué dans quelle mesure les messages et journaux servent de preuve",
        ),
        why: words(
            "A dispute about a refused preference is decided on records; their standing should not be the first question.",
            "Un litige sur une préférence refusée se tranche sur des enregistrements ; leur valeur ne devrait pas être la première question.",
        ),
        help: words("Write `legal_effect.evidence`.", "Rédigez « legal_effect.evidence »."),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["P52"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
business_case: {legal_effect: {evidence: }}
",
    good: "
business_case: {legal_effect: {evidence: {en: Logs are evidence., fr: Les journaux font preuve.}}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let section = Section::find(block, "business_case.legal_effect");
    if let Some(section) = section.filter(|it| !it.says("evidence")) {
        findings.add(RULE.at(section.span));
    }
}
