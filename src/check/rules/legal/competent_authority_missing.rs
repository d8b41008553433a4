//! The competent authority of each Party is named.

use crate::check::section::Section;
use crate::check::sides::alignment;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Entity, Maturity, Role, Side};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-23",
        name: "competent-authority-missing",
        title: words(
"The competent authority of each side is named beside Customs",
"L’autorité compétente de chaque côté est désignée, outre la douane",
),
        message: words(
"no entity is the competent authority of the {side}",
"aucune entité n’est l’autorité compétente de la {side}",
),
        why: words(
"Customs control the movement, but another authority decides on it. An exchange that leaves it out exchanges data nobody may act on.",
"La douane contrôle le mouvement, mais une autre autorité en décide. Un échange qui l’ignore porte sur des données auxquelles nul ne peut donner suite.",
),
        help: words(
"Add an entity with the role `competent-authority` on that side, with its body.",
"Ajoutez de ce côté une entité ayant le rôle « competent-authority », avec son organisme.",
),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S0"]),
        pack: Pack::Waste,
    },
    from: Maturity::Process,
    early: &[(Maturity::Technical, Severity::Warning)],
    fixes: &[],
    bad: "
block: {kind: waste, status: process}
process_alignment:
  entities: [{id: issuing-authority, role: competent-authority}]
  business_rules:
    - {id: BR-05, kind: precondition, statement: {en: The competent authorities have given their consent., fr: Les autorités compétentes ont donné leur consentement.}}
",
    good: "
block: {kind: waste, status: process}
process_alignment:
  entities: [{id: issuing-authority, role: competent-authority}, {id: importing-customs, role: competent-authority}]
  business_rules:
    - {id: BR-05, kind: precondition, statement: {en: The competent authorities have given their consent., fr: Les autorités compétentes ont donné leur consentement.}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(process) = alignment(block).filter(|it| !it.entities.is_empty()) else { return };
    let place = Section::find(block, "process_alignment").map_or(process.span, |it| it.span);
    for side in [Side::ExportingParty, Side::ImportingParty] {
        let decides = |it: &Entity| {
            it.role.as_ref().is_some_and(|it| it.value == Role::CompetentAuthority)
                && it.side.as_ref().is_some_and(|it| it.value == side)
        };
        if !process.entities.iter().any(decides) {
            findings.add(RULE.at(place).arg_words("side", side.label()));
        }
    }
}
