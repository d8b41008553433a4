//! The level of confidentiality is stated.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-09",
        name: "confidentiality-not-stated",
        title: words(
            "The level of confidentiality of received data is stated",
            "Le niveau de confidentialité des données reçues est indiqué",
        ),
        message: words(
            "the level of confidentiality of received data is not stated",
            "le niveau de confidentialité des données reçues n’est pas indiqué",
        ),
        why: words(
            "The providing Party has to know that its data is protected at least as at home.",
            "La Partie qui fournit les données doit savoir qu’elles sont protégées au moins comme chez elle.",
        ),
        help: words(
            "Write `data_protection.confidentiality`: at least the level that the law of the providing Party gives.",
            "Rédigez « data_protection.confidentiality » : au moins le niveau que prévoit le droit de la Partie qui fournit les données.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P37"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
business_case: {data_protection: {confidentiality: }}
",
    good: "
business_case: {data_protection: {confidentiality: {en: As received., fr: Comme à la source.}}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let section = Section::find(block, "business_case.data_protection");
    if let Some(section) = section.filter(|it| !it.says("confidentiality")) {
        findings.add(RULE.at(section.span));
    }
}
