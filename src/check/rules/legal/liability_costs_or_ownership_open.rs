//! Liability, costs and ownership are ruled.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-17",
        name: "liability-costs-or-ownership-open",
        title: words("Liability, costs and ownership of data are addressed", "La responsabilité, les coûts et la propriété des données sont réglés"),
        message: words("the governance does not state: {missing}", "la gouvernance n’indique pas : {missing}"),
        why: words("These questions come up with the first fault or the first invoice, when it is late to answer them.", "Ces questions surgissent à la première faute ou à la première facture, lorsqu’il est tard pour y répondre."),
        help: words("Write them under `governance`; that each Party bears its own is an answer.", "Rédigez-les sous « governance » ; que chaque Partie supporte les siens est une réponse."),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["P52"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
business_case: {governance: {costs: }}
",
    good: "
business_case: {governance: {costs: {en: Each Party bears its own., fr: Chaque Partie supporte les siens.}}}
",
    check: Check::Block(check),
};

const KEYS: &[&str] = &["liability", "costs", "ownership"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "business_case.governance") else { return };
    if let Some(missing) = section.lacks(KEYS) {
        findings.add(RULE.at(section.span).arg("missing", missing));
    }
}
