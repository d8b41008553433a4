//! A self-declaration is no certificate of origin.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Proof};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TRM-03",
        name: "self-declaration-called-certificate",
        title: words(
            "A self-declaration of origin is not treated as a certificate of origin",
            "Une déclaration d’origine n’est pas traitée comme un certificat d’origine",
        ),
        message: words(
            "a self-declaration is covered by a block on certificates of origin",
            "une déclaration d’origine est couverte par un bloc relatif aux certificats d’origine",
        ),
        why: words(
            "A certificate is issued by an authority, a declaration is made by a trader: another entity answers for it, and other data proves it.",
            "Un certificat est délivré par une autorité, une déclaration est faite par un opérateur : une autre entité en répond et d’autres données la prouvent.",
        ),
        help: words(
            "Remove `self-declaration` from `scope.proofs`, and make a block of its own for it, with a registration authority and the declarant as entities.",
            "Retirez « self-declaration » de « scope.proofs » et faites-en un bloc distinct, avec une autorité d’enregistrement et le déclarant comme entités.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S2", "P79"]),
        pack: Pack::CertificateOfOrigin,
    },
    from: Maturity::Concept,
    early: &[],
    fixes: &[],
    bad: "
business_case: {scope: {proofs: [certificate, self-declaration]}}
",
    good: "
business_case: {scope: {proofs: [certificate, duplicate]}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let scope = block.block.business_case.as_ref().and_then(|case| case.scope.as_ref());
    let proofs = scope.map_or(&[][..], |scope| &scope.proofs);
    if let Some(proof) = proofs.iter().find(|proof| proof.value == Proof::SelfDeclaration) {
        findings.add(RULE.at(proof.span));
    }
}
