//! Who may see received data is stated.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-21",
        name: "access-not-ruled",
        title: words("It is stated who may see received data at each side", "Il est indiqué qui, de chaque côté, peut voir les données reçues"),
        message: words("it is not stated who may see received data", "il n’est pas indiqué qui peut voir les données reçues"),
        why: words("Each administration answers for its own users; the other can only rely on the rule that was agreed.", "Chaque administration répond de ses propres utilisateurs ; l’autre ne peut se fier qu’à la règle convenue."),
        help: words("Write `data_protection.access` in the business case: which officials, under which accounts, with what record.", "Rédigez « data_protection.access » dans l’argumentaire : quels agents, sous quels comptes, avec quelle trace."),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P63"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[(Maturity::Negotiation, Severity::Warning)],
    fixes: &[],
    bad: "
business_case: {data_protection: {access: }}
",
    good: "
business_case: {data_protection: {access: {en: Officials of origin control., fr: Agents du contrôle de l’origine.}}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let section = Section::find(block, "business_case.data_protection");
    if let Some(section) = section.filter(|it| !it.says("access")) {
        findings.add(RULE.at(section.span));
    }
}
