//! A unique consignment reference is unique by a scheme.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::syntax::Value;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-19",
        name: "ucr-without-scheme",
        title: words(
"A UCR has at most 35 characters and a key that says who issues it, by which standard, for how long",
"Une RUE a au plus 35 caractères et une clé indiquant qui l’attribue, selon quelle norme et pour quelle durée",
),
        message: words(
"the unique consignment reference `{path}` does not state: {missing}",
"la référence unique d’envoi « {path} » n’indique pas : {missing}",
),
        why: words(
"A consignment reference joins export, transit and import only if nobody else gives out the same one. The WCO Recommendation rests on ISO 15459 or an equivalent scheme.",
"Une référence d’envoi ne relie l’exportation, le transit et l’importation que si personne d’autre n’attribue la même. La Recommandation de l’OMD s’appuie sur l’ISO 15459 ou un système équivalent.",
),
        help: words(
"Give it a key with `standard`, `issued_by` and `period`, and a format of at most 35 characters.",
"Donnez-lui une clé avec « standard », « issued_by » et « period », et un format d’au plus 35 caractères.",
),
        severity: Severity::Error,
        basis: Basis::Sourced(&["X", "P28"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/UCR, requirement: O, purposes: [verify-origin]}
      - {path: Certificate/UCR/ID, requirement: M, purposes: [verify-origin]}
",
    good: "
process_alignment:
  data_cluster:
    keys:
      - {id: consignment, elements: [Certificate/UCR/ID], scope: global, standard: ISO/IEC 15459, issued_by: {en: The exporter., fr: L’exportateur.}, period: {en: Ten years., fr: Dix ans.}}
    elements:
      - {path: Certificate/UCR, requirement: O, purposes: [verify-origin]}
      - {path: Certificate/UCR/ID, requirement: M, purposes: [verify-origin]}
",
    check: Check::Block(check),
};

/// Identifier of the unique consignment reference in the WCO Data Model.
const UCR: &str = "016";

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "process_alignment.data_cluster") else { return };
    let keys = section.items("keys");
    for element in block.cluster.elements.iter().filter(|it| it.wco_id == UCR) {
        let has = |key: &&Section| {
            let elements = key.node.get("elements").map(|it| &it.value);
            let Some(Value::List(elements)) = elements else { return false };
            elements.iter().any(|it| it.text() == Some(&*element.path))
        };
        let mut missing = match keys.iter().find(has) {
            Some(key) => key.lacks(&["standard", "issued_by", "period"]).unwrap_or_default(),
            None => "keys".to_owned(),
        };
        let longest = element.format.and_then(|it| it.max_length());
        if longest.is_some_and(|longest| longest > 35) {
            missing += if missing.is_empty() { "an..35" } else { ", an..35" };
        }
        if !missing.is_empty() {
            let finding = RULE.at(element.span).arg("path", &element.path);
            findings.add(finding.arg("missing", missing));
        }
    }
}
