//! Waste moves only after consent.

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
        id: "PRC-29",
        name: "movement-without-consent",
        title: words(
"A rule requires the consent of every competent authority before waste moves",
"Une règle exige le consentement de chaque autorité compétente avant tout mouvement de déchets",
),
        message: words(
"no precondition speaks of the consent of the competent authorities",
"aucune condition préalable ne mentionne le consentement des autorités compétentes",
),
        why: words(
"A shipment of waste without the prior informed consent of every authority concerned, of export, transit and import, is illegal.",
"Un transfert de déchets sans le consentement préalable en connaissance de cause de chaque autorité concernée, d’exportation, de transit et d’importation, est illicite.",
),
        help: words(
"Add a business rule of kind `precondition` for the movement message that asks for a consent in force of each competent authority.",
"Ajoutez, pour le message de mouvement, une règle de gestion de type « precondition » qui exige un consentement en vigueur de chaque autorité compétente.",
),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P22", "P25"]),
        pack: Pack::Waste,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
block: {kind: waste, status: process}
process_alignment:
  entities: [{id: issuing-authority, role: competent-authority}, {id: importing-customs, role: competent-authority}]
",
    good: "
block: {kind: waste, status: process}
process_alignment:
  entities: [{id: issuing-authority, role: competent-authority}, {id: importing-customs, role: competent-authority}]
  business_rules:
    - {id: BR-05, kind: precondition, statement: {en: 'The competent authorities of export, transit and import have given their consent.', fr: 'Les autorités compétentes d’exportation, de transit et d’importation ont donné leur consentement.'}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(part) = Section::find(block, "process_alignment") else { return };
    let rules = part.items("business_rules");
    let asks = |rule: &Section<'_>| {
        rule.node.get("kind").and_then(Node::text) == Some(RuleKind::Precondition.id())
            && speaks_of(rule.node, &[&["consent"]])
    };
    if !rules.is_empty() && !rules.iter().any(asks) {
        findings.add(RULE.at(part.span));
    }
}
