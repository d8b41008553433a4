//! A business rule can be tested.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-26",
        name: "business-rule-incomplete",
        title: words(
            "Each business rule has a kind and a statement or expression",
            "Chaque règle de gestion a un type et un énoncé ou une expression",
        ),
        message: words(
            "the business rule `{name}` does not state: {missing}",
            "la règle de gestion « {name} » n’indique pas : {missing}",
        ),
        why: words(
            "A rule is applied by two systems and argued over by two administrations; both need to know when it applies and what exactly has to hold.",
            "Une règle est appliquée par deux systèmes et discutée par deux administrations ; toutes deux doivent savoir quand elle s’applique et ce qui doit être vrai.",
        ),
        help: words(
            "Add `kind` and one testable sentence as `statement`, or an expression as `assert`.",
            "Ajoutez « kind » et une phrase vérifiable comme « statement », ou une expression comme « assert ».",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  business_rules:
    - {id: BR-04, kind: }
",
    good: "
process_alignment:
  business_rules:
    - {id: BR-04, kind: timing}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(alignment) = Section::find(block, "process_alignment") else { return };
    for rule in alignment.items("business_rules") {
        let missing = match (rule.says("kind"), rule.says("statement") || rule.says("assert")) {
            (true, true) => continue,
            (true, false) => "statement",
            (false, true) => "kind",
            (false, false) => "kind, statement",
        };
        let finding = RULE.at(rule.span).arg("name", rule.name());
        findings.add(finding.arg("missing", missing));
    }
}
