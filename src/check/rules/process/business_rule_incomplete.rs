//! A business rule can be tested.

use std::collections::BTreeSet;

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::{Kind, Resolved};
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-26",
        name: "business-rule-incomplete",
        title: words(
            "Each business rule has a kind, a statement or expression, and an occasion",
            "Chaque règle de gestion a un type, un énoncé ou une expression, et une occasion",
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
    let used = block.names.used.iter().filter(|it| it.kind == Kind::BusinessRule);
    let used: BTreeSet<&str> = used.map(|it| &*it.name).collect();
    for rule in alignment.items("business_rules") {
        let missing = match (rule.says("kind"), rule.says("statement") || rule.says("assert")) {
            (true, true) if rule.says("when") || used.contains(rule.name()) => continue,
            (true, true) => "when",
            (true, false) => "statement",
            (false, true) => "kind",
            (false, false) => "kind, statement",
        };
        let finding = RULE.at(rule.span).arg("name", rule.name());
        let mut finding = finding.arg("missing", missing);
        if missing == "when" {
            // The rule itself is clear; who applies it may be said later.
            finding.severity = Severity::Warning;
        }
        findings.add(finding);
    }
}
