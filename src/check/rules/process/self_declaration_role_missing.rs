//! Self-declarations have a registration authority and a declarant.

use crate::check::sides::alignment;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Entity, Maturity, Proof, Role};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-27",
        name: "self-declaration-role-missing",
        title: words(
"A self-declaration has a registration authority and a declarant in place of an issuing authority",
"Une déclaration d’origine a une autorité d’enregistrement et un déclarant, au lieu d’une autorité de délivrance",
),
        message: words(
"self-declarations are covered, but no entity has the role: {missing}",
"des déclarations d’origine sont couvertes, mais aucune entité n’a le rôle : {missing}",
),
        why: words(
"Nobody issues a self-declaration: whoever registers those who may make one, and whoever makes it, answer for it.",
"Personne ne délivre une déclaration d’origine : en répondent celui qui enregistre les déclarants et celui qui déclare.",
),
        help: words(
"Add an entity with the role `registration-authority` and one with the role `declarant`.",
"Ajoutez une entité ayant le rôle « registration-authority » et une autre ayant le rôle « declarant ».",
),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S2", "P73"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
block: {kind: self-declaration}
business_case: {scope: {proofs: [self-declaration]}}
process_alignment: {entities: [{id: exporter, role: declarant}]}
",
    good: "
block: {kind: self-declaration}
business_case: {scope: {proofs: [self-declaration]}}
process_alignment: {entities: [{id: exporter, role: declarant}, {id: issuing-authority, role: registration-authority}]}
",
    check: Check::Block(check),
};

const ROLES: [Role; 2] = [Role::RegistrationAuthority, Role::Declarant];

fn check(block: &Resolved, findings: &mut Findings) {
    let scope = block.block.business_case.as_ref().and_then(|case| case.scope.as_ref());
    let mut proofs = scope.into_iter().flat_map(|scope| &scope.proofs);
    let declared = proofs.find(|proof| proof.value == Proof::SelfDeclaration);
    // In a block on certificates a self-declaration is out of place, and said so.
    let Some(proof) = declared.filter(|_| block.kind() != Pack::CertificateOfOrigin.id()) else {
        return;
    };
    let Some(process) = alignment(block).filter(|it| !it.entities.is_empty()) else { return };
    for role in ROLES {
        let plays = |it: &Entity| it.role.as_ref().is_some_and(|it| it.value == role);
        if !process.entities.iter().any(plays) {
            findings.add(RULE.at(proof.span).arg_words("missing", role.label()));
        }
    }
}
