//! The movement document repeats its notification.

use crate::check::rules::data::is_called;
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-31",
        name: "movement-apart-from-notification",
        title: words(
"Movement data repeats notifier, consignee, notification number, facility and serial number of the shipment",
"Les données de mouvement reprennent notifiant, destinataire, numéro de notification, installation et numéro de série du transfert",
),
        message: words(
"no element of the data cluster holds: {missing}",
"aucun élément du groupe de données ne contient : {missing}",
),
        why: words(
"Consent was given for these persons, this facility and this number of shipments. What the movement does not repeat cannot be compared with the consent.",
"Le consentement porte sur ces personnes, cette installation et ce nombre de transferts. Ce que le mouvement ne reprend pas ne peut être comparé au consentement.",
),
        help: words(
"Add an element for it to the movement message.",
"Ajoutez un élément correspondant au message de mouvement.",
),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P24", "P25"]),
        pack: Pack::Waste,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
block: {kind: waste, status: technical}
process_alignment:
  entities: [{id: issuing-authority, role: competent-authority}, {id: importing-customs, role: competent-authority}]
  business_rules:
    - {id: BR-05, kind: precondition, statement: {en: The competent authorities have given their consent., fr: Les autorités compétentes ont donné leur consentement.}}
  data_cluster:
    elements:
      - {path: Certificate/ID, name: {en: Notification number, fr: Numéro de notification}}
      - {path: Certificate/FunctionCode, name: {en: Disposal or recovery facility, fr: Installation d’élimination ou de valorisation}}
      - {path: Certificate/Importer, requirement: M, purposes: [verify-origin]}
      - {path: Certificate/Importer/Name, requirement: M, purposes: [verify-origin]}
      - {path: Certificate/GovernmentAgencyGoodsItem/Commodity/Classification/ID, name: {en: Basel code and goods code, fr: Code de Bâle et code des marchandises}}
",
    good: "
block: {kind: waste, status: technical}
process_alignment:
  entities: [{id: issuing-authority, role: competent-authority}, {id: importing-customs, role: competent-authority}]
  business_rules:
    - {id: BR-05, kind: precondition, statement: {en: The competent authorities have given their consent., fr: Les autorités compétentes ont donné leur consentement.}}
  data_cluster:
    elements:
      - {path: Certificate/ID, name: {en: Notification number, fr: Numéro de notification}}
      - {path: Certificate/FunctionCode, name: {en: Disposal or recovery facility, fr: Installation d’élimination ou de valorisation}}
      - {path: Certificate/Importer, requirement: M, purposes: [verify-origin]}
      - {path: Certificate/Importer/Name, requirement: M, purposes: [verify-origin]}
      - {path: Certificate/GovernmentAgencyGoodsItem/Commodity/Classification/ID, name: {en: Basel code and goods code, fr: Code de Bâle et code des marchandises}}
      - {path: Certificate/GovernmentAgencyGoodsItem/SequenceNumeric, name: {en: Serial number of the shipment, fr: Numéro de série du transfert}}
",
    check: Check::Block(check),
};

/// What has to be repeated, and how such elements are called.
const BLOCKS: [(Words, &[&str]); 5] = [
    (
        words("the exporter or notifier", "l’exportateur ou notifiant"),
        &["exporter", "notifier", "exportateur", "notifiant"],
    ),
    (
        words("the importer or consignee", "l’importateur ou destinataire"),
        &["importer", "consignee", "importateur", "destinataire"],
    ),
    (words("the notification number", "le numéro de notification"), &["notification"]),
    (words("the facility", "l’installation"), &["facility", "installation", "disposer", "recover"]),
    (
        words("the serial number of the shipment", "le numéro de série du transfert"),
        &["serial", "série", "shipmentnumber"],
    ),
];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "process_alignment.data_cluster") else { return };
    if block.cluster.elements.is_empty() {
        return;
    }
    for (what, stems) in BLOCKS {
        if !block.cluster.elements.iter().any(|it| is_called(it, stems)) {
            findings.add(RULE.at(section.span).arg_words("missing", what));
        }
    }
}
