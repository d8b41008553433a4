//! What the maximum dataset lacks goes to the WCO as a data maintenance request.

use crate::check::data::{cluster, maximum};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{ElementStatus, Maturity};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-02",
        name: "element-outside-maximum-dataset",
        title: words(
"Each element is in the maximum dataset, or has a data maintenance request",
"Chaque élément figure dans l’ensemble maximal, ou fait l’objet d’une demande de maintenance",
),
        message: words(
"the element `{path}` is not in the maximum dataset `{dataset}`",
"l’élément « {path} » ne figure pas dans l’ensemble maximal « {dataset} »",
),
        why: words(
"The maximum dataset is what all Members that join have to be ready for. It lives: a need that several Members share enters it by a data maintenance request to the WCO.",
"L’ensemble maximal est ce à quoi tous les Membres participants doivent se préparer. Il évolue : un besoin partagé y entre par une demande de maintenance des données adressée à l’OMD.",
),
        help: words(
"Use an element of the dataset, or submit a data maintenance request and write its number as `maintenance_request`; an agreed block needs the number.",
"Employez un élément de l’ensemble, ou présentez une demande de maintenance des données et indiquez son numéro sous « maintenance_request » ; un bloc convenu en a besoin.",
),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S2"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[(Maturity::Agreed, Severity::Warning)],
    fixes: &[],
    bad: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/Exporter/RegistrationID, data_type: Identifier, format: an..35, requirement: O, purposes: [verify-origin], status: proposed}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/Exporter/RegistrationID, data_type: Identifier, format: an..35, requirement: O, purposes: [verify-origin], status: proposed, maintenance_request: DMR-1}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    if maximum(block).is_none() {
        return;
    }
    let dataset = cluster(block).and_then(|it| it.maximum.as_ref()).map_or("", |it| &it.value.0);
    for element in &block.cluster.elements {
        let own = &element.own;
        // An element that nobody proposes has a finding of its own.
        let proposed = own.status.as_ref().is_some_and(|it| it.value == ElementStatus::Proposed);
        let known = own.wco_id.is_some() || proposed;
        if known && !element.in_maximum && own.maintenance_request.is_none() {
            let finding = RULE.at(element.span).arg("path", &element.path);
            findings.add(finding.arg("dataset", dataset));
        }
    }
}
