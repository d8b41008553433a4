//! What a rule of the receiver needs is not optional.

use std::collections::BTreeSet;

use crate::check::data::keyed;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Requirement, Requirements, RuleKind, place_of};
use crate::resolve::{ClusterElement, Resolved};
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-09",
        name: "needed-element-optional",
        title: words(
            "Elements that a business rule compares are mandatory or conditional",
            "Les éléments qu’une règle de gestion compare sont obligatoires ou conditionnels",
        ),
        message: words(
            "the business rule `{rule}` needs `{name}`, which is optional",
            "la règle de gestion « {rule} » a besoin de « {name} », qui est facultatif",
        ),
        why: words(
            "A rule of the receiving Party that rests on an element the sender may leave out cannot be applied to every message; officers then fill the gap by hand or refuse the preference.",
            "Une règle de la Partie destinataire qui repose sur un élément facultatif ne peut s’appliquer à tous les messages ; les agents comblent alors la lacune à la main ou refusent la préférence.",
        ),
        help: words(
            "Make the element mandatory or conditional, or let the rule ask first whether it is there (`!has(…) || …`).",
            "Rendez l’élément obligatoire ou conditionnel, ou faites d’abord vérifier par la règle s’il est présent (« !has(…) || … »).",
        ),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  business_rules:
    - {id: BR-01, assert: declaration.certificateNumber == Certificate.VerificationID}
  data_cluster:
    elements:
      - {path: Certificate/VerificationID, requirement: O, purposes: [verify-origin]}
",
    good: "
process_alignment:
  business_rules:
    - {id: BR-01, assert: declaration.certificateNumber == Certificate.VerificationID}
  data_cluster:
    elements:
      - {path: Certificate/VerificationID, requirement: M, occurs: 1..1, purposes: [verify-origin]}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(process) = &block.block.process_alignment else { return };
    let elements = &block.cluster.elements;
    // What is part of a key has to be there anyway.
    let keys = keyed(block);
    for rule in &process.business_rules {
        let (Some(id), Some(kind), Some(assert)) = (&rule.id, &rule.kind, &rule.assert) else {
            continue;
        };
        // An alternative says what holds when the element is absent.
        let compares = matches!(kind.value, RuleKind::Matching | RuleKind::Validation);
        if !compares || assert.value.contains("||") {
            continue;
        }
        let mut seen = BTreeSet::new();
        for name in assert.value.references().into_iter().filter(|it| !it.tested) {
            let path = name.path.join("/");
            // Names of other things: the declaration, a register, the agreement.
            if name.path.len() < 2
                || block.cluster.position(name.path.first().map_or("", String::as_str)).is_none()
            {
                continue;
            }
            let value = path.rsplit_once('/').map_or("", |(value, _)| value);
            let beside = |at: usize| elements.get(at).filter(|it| it.is_leaf()).map(|_| at);
            let at = block
                .cluster
                .position(&path)
                .or_else(|| block.cluster.position(value).and_then(beside));
            // A name that is no element has its own finding.
            let Some(element) = at.and_then(|at| elements.get(at)) else { continue };
            if is_optional(element) && !keys.contains(&*element.path) && seen.insert(path) {
                let finding = RULE.at(place_of(&name, assert)).arg("rule", &id.value);
                findings.add(finding.arg("name", name.path.join(".")));
            }
        }
    }
}

/// Whether no message has to carry an element, not even under a condition.
fn is_optional(element: &ClusterElement) -> bool {
    let strictest = element.own.requirement.as_ref().and_then(Requirements::strictest);
    matches!(strictest, Some(Requirement::Optional | Requirement::NotCommunicated))
}
