//! A problem on one item leaves the others alone.

use crate::check::section::Section;
use crate::check::speech::speaks_of;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, RuleKind};
use crate::resolve::Resolved;
use crate::syntax::Node;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-21",
        name: "one-item-blocks-all",
        title: words(
"It is said that a problem on one item does not hold up the others",
"Il est dit qu’un problème sur un article n’arrête pas les autres",
),
        message: words(
"no business rule says what becomes of the other items when one does not correspond",
"aucune règle de gestion ne dit ce que deviennent les autres articles lorsque l’un d’eux ne correspond pas",
),
        why: words(
"A certificate may cover many items. Where nothing is said, one wrong code holds up the whole consignment.",
"Un certificat peut couvrir de nombreux articles. Faute de précision, un seul code erroné bloque tout l’envoi.",
),
        help: words(
"Say in the action of the rule that compares items that the other items go on, or why they do not.",
"Dites, dans la suite de la règle qui compare les articles, que les autres articles suivent leur cours, ou pourquoi non.",
),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["P71"]),
        pack: Pack::CertificateOfOrigin,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  business_rules:
    - {id: BR-03, otherwise: {action: {en: Correct the item., fr: Corriger l’article.}}}
",
    good: "
process_alignment:
  business_rules:
    - {id: BR-03, otherwise: {action: {en: Correct the item; the remaining items go on., fr: Corriger l’article ; les articles restants suivent leur cours.}}}
",
    check: Check::Block(check),
};

const OTHERS: &[&str] = &["other", "remaining", "rest", "autre", "restant"];
const ITEMS: &[&str] = &["item", "line", "article", "ligne", "goods", "marchandise"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(part) = Section::find(block, "process_alignment") else { return };
    let rules = part.items("business_rules");
    let compares = |it: &&Section<'_>| {
        it.node.get("kind").and_then(Node::text) == Some(RuleKind::Matching.id())
    };
    let Some(first) = rules.iter().find(compares) else { return };
    let said = rules.iter().any(|rule| speaks_of(rule.node, &[OTHERS, ITEMS]));
    if !said {
        findings.add(RULE.at(first.span));
    }
}
