//! The master data of an operator is complete.

use crate::check::rules::data::is_called;
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-30",
        name: "operator-data-missing",
        title: words(
"The master data of an operator has name, address, status, dates, suspensions and identifier",
"Les données de référence d’un opérateur comportent nom, adresse, statut, dates, suspensions et identifiant",
),
        message: words(
"no element of the data cluster holds: {missing}",
"aucun élément du groupe de données ne contient : {missing}",
),
        why: words(
"These items are what a mutual recognition works with: without one of them the other Party cannot grant the benefits, or cannot stop granting them.",
"La reconnaissance mutuelle repose sur ces données : sans l’une d’elles, l’autre Partie ne peut accorder les avantages, ou ne peut cesser de les accorder.",
),
        help: words(
"Add an element for it; an element with `requirement: NC` records that it is left out on purpose.",
"Ajoutez un élément ; un élément avec « requirement: NC » consigne une omission voulue.",
),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P12"]),
        pack: Pack::Aeo,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
block: {kind: aeo, status: technical}
process_alignment:
  triggers:
    - {id: co-issued, event: {en: 'The status of an operator is granted, changed, suspended or revoked, or reinstated; or the full list is asked for.', fr: 'Le statut d’un opérateur est octroyé, modifié, suspendu, retiré ou rétabli ; ou la liste complète est demandée.'}}
  data_cluster:
    elements:
      - {path: Certificate/Exporter/Address, requirement: M, purposes: [verify-origin]}
      - {path: Certificate/Exporter/Address/CityName, requirement: M, purposes: [verify-origin]}
      - {path: Certificate/FunctionCode, name: {en: Status of the operator, fr: Statut de l’opérateur}}
",
    good: "
block: {kind: aeo, status: technical}
process_alignment:
  triggers:
    - {id: co-issued, event: {en: 'The status of an operator is granted, changed, suspended or revoked, or reinstated; or the full list is asked for.', fr: 'Le statut d’un opérateur est octroyé, modifié, suspendu, retiré ou rétabli ; ou la liste complète est demandée.'}}
  data_cluster:
    elements:
      - {path: Certificate/Exporter/Address, requirement: M, purposes: [verify-origin]}
      - {path: Certificate/Exporter/Address/CityName, requirement: M, purposes: [verify-origin]}
      - {path: Certificate/FunctionCode, name: {en: Status of the operator, fr: Statut de l’opérateur}}
      - {path: Certificate/ExpirationDateTime, name: {en: Date of suspension or revocation, fr: Date de suspension ou de retrait}}
",
    check: Check::Block(check),
};

/// What is exchanged, and how such elements are called.
const ITEMS: [(Words, &[&str]); 6] = [
    (words("the name of the operator", "le nom de l’opérateur"), &["name", "nom "]),
    (words("the address", "l’adresse"), &["address", "adresse"]),
    (words("the status", "le statut"), &["status", "statut"]),
    (words("the date of authorisation", "la date d’autorisation"), &["date"]),
    (
        words("suspensions and revocations", "les suspensions et retraits"),
        &["suspen", "revoc", "révoc", "retrait"],
    ),
    (words("the identifier", "l’identifiant"), &["/id", "identifi"]),
];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "process_alignment.data_cluster") else { return };
    if block.cluster.elements.is_empty() {
        return;
    }
    for (what, stems) in ITEMS {
        if !block.cluster.elements.iter().any(|it| is_called(it, stems)) {
            findings.add(RULE.at(section.span).arg_words("missing", what));
        }
    }
}
