//! The label of an element is not the WCO name of another one.

use crate::check::data::model;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;
use std::collections::BTreeMap;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TRM-05",
        name: "label-of-another-element",
        title: words(
            "The label of an element is not the WCO name of another element",
            "L’intitulé d’un élément n’est pas le nom OMD d’un autre élément",
        ),
        message: words(
            "`{path}` ({own}) is labelled “{label}”, which is the WCO name of {theirs}",
            "« {path} » ({own}) porte l’intitulé « {label} », qui est le nom OMD de {theirs}",
        ),
        why: words(
            "The WCO name is what an element is known by everywhere. Under the name of another one, the Parties agree on one element and build the other.",
            "C’est par son nom OMD qu’un élément est connu partout. Sous le nom d’un autre, les Parties conviennent d’un élément et réalisent l’autre.",
        ),
        help: words(
            "Write another label, or use element {theirs} if that one is meant; the WCO name is printed beside the label in any case.",
            "Choisissez un autre intitulé, ou utilisez l’élément {theirs} si c’est lui qui est visé ; le nom OMD figure de toute façon à côté de l’intitulé.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S2"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/ID, name: {en: Trader reference, fr: Référence de l’opérateur}}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/ID, name: {en: Number of the certificate, fr: Numéro du certificat}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(model) = model(block) else { return };
    let mut names: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for element in model.elements() {
        names.entry(element.name.to_lowercase()).or_default().push(&element.wco_id);
    }
    for element in &block.cluster.elements {
        // The names of the data model are English.
        let label = element.own.name.as_ref().and_then(|it| it.variant("en"));
        let Some(label) = label.filter(|_| model.element(&element.wco_id).is_some()) else {
            continue;
        };
        let Some(ids) = names.get(&label.value.trim().to_lowercase()) else { continue };
        if !ids.contains(&&*element.wco_id) {
            let finding = RULE.at(label.span).arg("path", &element.path);
            let finding = finding.arg("own", &element.wco_id).arg("label", label.value.trim());
            findings.add(finding.arg("theirs", ids.join(", ")));
        }
    }
}
