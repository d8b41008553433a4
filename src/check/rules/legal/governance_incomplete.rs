//! Who decides and how the annex changes.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-19",
        name: "governance-incomplete",
        title: words("A joint body, contact points and a change procedure are named", "Un organe conjoint, des points de contact et une procédure de modification sont désignés"),
        message: words("the governance does not state: {missing}", "la gouvernance n’indique pas : {missing}"),
        why: words("A technical annex changes more often than the agreement it belongs to; somebody must be able to change it.", "Une annexe technique change plus souvent que l’accord dont elle relève ; quelqu’un doit pouvoir la modifier."),
        help: words("Write the missing parts under `governance`.", "Rédigez les parties manquantes sous « governance »."),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P51", "P78"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[(Maturity::Negotiation, Severity::Warning)],
    fixes: &[],
    bad: "
business_case: {governance: {change_procedure: }}
",
    good: "
business_case: {governance: {change_procedure: {en: By decision of the group., fr: Par décision du groupe.}}}
",
    check: Check::Block(check),
};

const KEYS: &[&str] = &["body", "contacts", "change_procedure"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(group) = Section::find(block, "business_case") else { return };
    if let Some((span, missing)) = group.lacks_below("governance", KEYS) {
        findings.add(RULE.at(span).arg("missing", missing));
    }
}
