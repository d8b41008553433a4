//! The business case has its four components.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "STR-02",
        name: "business-case-incomplete",
        title: words(
            "The business case has a name, purposes, benefits and a legal basis",
            "L’argumentaire comporte un nom, des finalités, des avantages et une base juridique",
        ),
        message: words(
            "the business case does not state: {missing}",
            "l’argumentaire n’indique pas : {missing}",
        ),
        why: words(
            "These four components tell a Member whether the block answers its need and whether it may use it.",
            "Ces quatre composantes disent à un Membre si le bloc répond à son besoin et s’il est en droit de l’utiliser.",
        ),
        help: words(
            "Write the missing components under `business_case`; the legal basis is asked for once the processes are aligned.",
            "Rédigez les composantes manquantes sous « business_case » ; la base juridique est demandée dès l’alignement des processus.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S1"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Concept,
    early: &[],
    fixes: &[],
    bad: "
business_case: {legal_basis: }
",
    good: "
business_case:
  benefits:
    - {id: fewer-enquiries, measure: {en: Enquiries a year., fr: Demandes par an.}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(case) = Section::find(block, "business_case") else { return };
    let asked: &[&str] = match block.maturity() {
        Maturity::Concept => &["name", "purposes", "benefits"],
        _ => &["name", "purposes", "benefits", "legal_basis"],
    };
    if let Some(missing) = case.lacks(asked) {
        findings.add(RULE.at(case.span).arg("missing", missing));
    }
}
