//! Each purpose names the Customs function that it serves.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-01",
        name: "purpose-without-function",
        title: words(
            "Each purpose names the Customs function it serves",
            "Chaque finalité indique la fonction douanière qu’elle sert",
        ),
        message: words(
            "purpose `{purpose}` names no Customs function",
            "la finalité « {purpose} » n’indique aucune fonction douanière",
        ),
        why: words(
            "The exchange is between customs administrations; a purpose outside their functions would need another legal basis.",
            "L’échange a lieu entre administrations douanières ; une finalité étrangère à leurs fonctions exigerait une autre base juridique.",
        ),
        help: words(
            "Add `function:` with one of control, facilitation, revenue, security, compliance-management, enforcement.",
            "Ajoutez « function: » avec l’un des mots control, facilitation, revenue, security, compliance-management, enforcement.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S0"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Concept,
    early: &[],
    fixes: &[],
    bad: "
business_case:
  purposes: [{id: operation, function: }]
",
    good: "
business_case:
  purposes: [{id: operation, function: compliance-management}]
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(case) = Section::find(block, "business_case") else { return };
    for purpose in case.items("purposes").iter().filter(|it| !it.says("function")) {
        findings.add(RULE.at(purpose.span).arg("purpose", purpose.name()));
    }
}
