//! Waste bears a code of the Convention.

use crate::check::rules::data::is_called;
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-32",
        name: "waste-not-classified",
        title: words(
"Waste is identified by a code of the Basel Convention, a Y-code, an H-code or a UN number",
"Les déchets sont identifiés par un code de la Convention de Bâle, un code Y, un code H ou un numéro ONU",
),
        message: words(
"no element of the data cluster holds: {missing}",
"aucun élément du groupe de données ne contient : {missing}",
),
        why: words(
"A goods code does not say whether a thing is hazardous waste. The lists of the Convention do, and the consent refers to them.",
"Un code des marchandises ne dit pas si un objet est un déchet dangereux. Les listes de la Convention le disent, et le consentement y renvoie.",
),
        help: words(
"Add an element for the code, with its code list.",
"Ajoutez un élément pour le code, avec sa liste de codes.",
),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["P25"]),
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
      - {path: Certificate/GovernmentAgencyGoodsItem/SequenceNumeric, name: {en: Serial number of the shipment, fr: Numéro de série du transfert}}
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

/// What is needed, and how such elements are called.
const CODES: [(Words, &[&str]); 1] = [(
    words("a waste code", "un code de déchet"),
    &["basel", "bâle", "y-code", "h-code", "waste code", "code de déchet", "undg"],
)];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "process_alignment.data_cluster") else { return };
    if block.cluster.elements.is_empty() {
        return;
    }
    for (what, stems) in CODES {
        if !block.cluster.elements.iter().any(|it| is_called(it, stems)) {
            findings.add(RULE.at(section.span).arg_words("missing", what));
        }
    }
}
