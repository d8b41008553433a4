//! A back-to-back certificate leads back to the first one.

use crate::check::data::Carried;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Proof, Requirement};
use crate::resolve::Resolved;
use crate::resolve::{ClusterElement, Content};
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-25",
        name: "back-to-back-without-first-certificate",
        title: words(
"A back-to-back certificate refers to the first certificate and to the country that issued it",
"Le certificat dos à dos renvoie au premier certificat et au pays qui l’a délivré",
),
        message: words(
"back-to-back certificates are covered, but no document carries: {missing}",
"les certificats dos à dos sont couverts, mais aucun document ne porte : {missing}",
),
        why: words(
"The intermediate Party vouches for an origin that another authority established. Without the first certificate nobody can verify it.",
"La Partie intermédiaire atteste une origine établie par une autre autorité. Sans le premier certificat, personne ne peut la contrôler.",
),
        help: words(
"Add `PreviousDocument` with `ID` and `IssuingCountryCode` to the data cluster, or take `back-to-back` out of `scope.proofs`.",
"Ajoutez « PreviousDocument » avec « ID » et « IssuingCountryCode » au groupe de données, ou retirez « back-to-back » de « scope.proofs ».",
),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["P46", "P56"]),
        pack: Pack::CertificateOfOrigin,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
business_case: {scope: {proofs: [certificate, back-to-back]}}
",
    good: "
business_case: {scope: {proofs: [certificate, back-to-back]}}
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/PreviousDocument, requirement: O, purposes: [verify-origin]}
      - {path: Certificate/PreviousDocument/ID, requirement: M, purposes: [verify-origin]}
      - {path: Certificate/PreviousDocument/IssuingCountryCode, requirement: M, purposes: [verify-origin]}
",
    check: Check::Block(check),
};

/// What it has to carry: by the last two tags of its path.
const NEEDED: [(Words, &str); 2] = [
    (
        words("the number of the first certificate", "le numéro du premier certificat"),
        "PreviousDocument/ID",
    ),
    (
        words("the country that issued it", "le pays qui l’a délivré"),
        "PreviousDocument/IssuingCountryCode",
    ),
];

fn check(block: &Resolved, findings: &mut Findings) {
    let scope = block.block.business_case.as_ref().and_then(|case| case.scope.as_ref());
    let mut proofs = scope.into_iter().flat_map(|scope| &scope.proofs);
    let Some(proof) = proofs.find(|proof| proof.value == Proof::BackToBack) else { return };
    let carried = Carried::of(block);
    for (what, path) in NEEDED {
        let sent = |(at, it): (usize, &ClusterElement)| {
            let sends =
                |content: &Content| content.requirement != Some(Requirement::NotCommunicated);
            it.path.ends_with(path) && carried.by(at).iter().any(|(_, content)| sends(content))
        };
        if !block.cluster.elements.is_empty()
            && !block.cluster.elements.iter().enumerate().any(sent)
        {
            findings.add(RULE.at(proof.span).arg_words("missing", what));
        }
    }
}
