//! A block answers one business need.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Proof};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "STR-12",
        name: "several-needs-in-one-block",
        title: words(
            "A Utility Block answers one business need",
            "Un bloc utilitaire répond à un seul besoin métier",
        ),
        message: words(
            "`{second}` belongs to another need than `{first}`",
            "« {second} » relève d’un autre besoin que « {first} »",
        ),
        why: words(
            "A block is re-used as a whole: who needs one half would have to take the other with it.",
            "Un bloc se réutilise en entier : qui n’a besoin que d’une moitié devrait prendre l’autre aussi.",
        ),
        help: words(
            "Make a block of its own for `{second}`; the two may share entities, code lists and the technical part through a common framework.",
            "Faites un bloc distinct pour « {second} » ; les deux peuvent partager entités, listes de codes et partie technique par un cadre commun.",
        ),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["S0"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Concept,
    early: &[],
    fixes: &[],
    bad: "
business_case: {scope: {proofs: [certificate, export-declaration]}}
",
    good: "
business_case: {scope: {proofs: [certificate, duplicate, replacement]}}
",
    check: Check::Block(check),
};

/// The need that a kind of document answers.
fn need(proof: Proof) -> Option<u8> {
    match proof {
        Proof::Certificate
        | Proof::BackToBack
        | Proof::Duplicate
        | Proof::Replacement
        | Proof::SelfDeclaration => Some(0),
        // The published block on declarations covers export and transit together (S0).
        Proof::ExportDeclaration | Proof::TransitDeclaration => Some(1),
        Proof::Other => None,
    }
}

fn check(block: &Resolved, findings: &mut Findings) {
    let scope = block.block.business_case.as_ref().and_then(|case| case.scope.as_ref());
    let proofs = scope.map_or(&[][..], |scope| &scope.proofs);
    let Some(first) = proofs.iter().find(|proof| need(proof.value).is_some()) else { return };
    let other = |it: Proof| need(it).is_some_and(|need_of| Some(need_of) != need(first.value));
    if let Some(second) = proofs.iter().find(|proof| other(proof.value)) {
        let finding = RULE.at(second.span).arg("first", first.value.id());
        findings.add(finding.arg("second", second.value.id()));
    }
}
