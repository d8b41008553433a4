//! The roles that an exchange of certificates of origin needs are filled.

use std::collections::BTreeSet;

use crate::check::section::Section;
use crate::check::sides::alignment;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Proof, Role};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-07",
        name: "origin-role-missing",
        title: words(
            "The roles that an exchange of certificates needs are all filled",
            "Les rôles nécessaires à l’échange de certificats sont tous tenus",
        ),
        message: words(
            "no entity has the role: {missing}",
            "aucune entité ne tient le rôle : {missing}",
        ),
        why: words(
            "A certificate goes from the exporter’s application through issuing authority and gateways to the importer’s claim; where a role is missing, the chain has a gap that each Party fills in its own way.",
            "Le certificat va de la demande de l’exportateur à la demande de préférence de l’importateur en passant par l’autorité de délivrance et les passerelles ; s’il manque un rôle, chaque Partie comble la lacune à sa façon.",
        ),
        help: words(
            "Add an entity for each missing role under `process_alignment.entities`. Where the trader declares origin, a registration authority and a declarant take the place of the issuing authority.",
            "Ajoutez sous « process_alignment.entities » une entité pour chaque rôle manquant. Lorsque l’opérateur déclare lui-même l’origine, une autorité d’enregistrement et un déclarant remplacent l’autorité de délivrance.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S2", "P17", "P59"]),
        pack: Pack::CertificateOfOrigin,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  entities:
    - {id: importer, role: declarant}
",
    good: "
process_alignment:
  entities:
    - {id: importer, role: importer}
",
    check: Check::Block(check),
};

/// The roles without which no certificate gets from its exporter to its importer.
const ROLES: [Role; 5] = [
    Role::Exporter,
    Role::ExportingGateway,
    Role::ImportingGateway,
    Role::ImportingCustoms,
    Role::Importer,
];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(process) = alignment(block).filter(|it| !it.entities.is_empty()) else { return };
    let scope = block.block.business_case.as_ref().and_then(|it| it.scope.as_ref());
    let proofs = scope.map_or(&[][..], |it| it.proofs.as_slice());
    let declared = !proofs.is_empty() && proofs.iter().all(|it| it.value == Proof::SelfDeclaration);
    let who: &[Role] = if declared {
        &[Role::RegistrationAuthority, Role::Declarant]
    } else {
        &[Role::IssuingAuthority]
    };
    // A role that could not be read has its own finding.
    if process.entities.iter().any(|it| it.role.is_none()) {
        return;
    }
    let filled: BTreeSet<Role> =
        process.entities.iter().filter_map(|it| it.role.as_ref()).map(|it| it.value).collect();
    let missing: Vec<&str> = ROLES
        .iter()
        .chain(who)
        .filter(|role| !filled.contains(role))
        .map(|role| role.id())
        .collect();
    if !missing.is_empty() {
        let place = Section::find(block, "process_alignment").map_or(process.span, |it| it.span);
        findings.add(RULE.at(place).arg("missing", missing.join(", ")));
    }
}
