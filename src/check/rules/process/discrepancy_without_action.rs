//! Each discrepancy has an action and a tolerance.

use crate::check::mends::{OPEN_POINT, open};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, RuleKind, RuleSeverity};
use crate::resolve::Resolved;
use crate::syntax::Node;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-20",
        name: "discrepancy-without-action",
        title: words(
            "Each discrepancy has a tolerance and an action",
            "Chaque discordance a une tolérance et une suite",
        ),
        message: words(
            "the rule `{rule}` does not state: {missing}",
            "la règle « {rule} » n’indique pas : {missing}",
        ),
        why: words(
            "Where the tolerance is not written, each officer applies his own; where the action is not written, the goods wait.",
            "Si la tolérance n’est pas écrite, chaque agent applique la sienne ; si la suite n’est pas écrite, les marchandises attendent.",
        ),
        help: words(
            "Write `tolerance:` (“none” is an answer, an open point as well) and `otherwise.action:`.",
            "Écrivez « tolerance: » (« aucune » est une réponse, un point ouvert aussi) et « otherwise.action: ».",
        ),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["P71"]),
        pack: Pack::CertificateOfOrigin,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[OPEN_POINT],
    bad: "
block: {status: technical}
process_alignment:
  business_rules:
    - {id: BR-01, tolerance: }
",
    good: "
block: {status: technical}
process_alignment:
  business_rules:
    - {id: BR-01, tolerance: {en: Leading zeros are ignored., fr: Les zéros initiaux sont ignorés.}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(part) = Section::find(block, "process_alignment") else { return };
    for rule in part.items("business_rules") {
        let compares = rule.node.get("kind").and_then(Node::text) == Some(RuleKind::Matching.id());
        let otherwise = rule.below("otherwise");
        let weight = otherwise.and_then(|it| it.node.get("severity")?.text());
        if !compares || weight != Some(RuleSeverity::Discrepancy.id()) {
            continue;
        }
        let mut missing: Vec<String> = rule.lacks(&["tolerance"]).into_iter().collect();
        if let Some((_, action)) = rule.lacks_below("otherwise", &["action"]) {
            missing.push(format!("otherwise.{action}"));
        }
        if !missing.is_empty() {
            let finding = RULE.at(rule.span).arg("rule", rule.name());
            let finding = finding.arg("missing", missing.join(", "));
            let whole = missing.len() == 1;
            let mends = open(block, &rule, &["tolerance"]).filter(|_| whole);
            findings.add(RULE.mend(finding, mends));
        }
    }
}
