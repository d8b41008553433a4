//! An element stands in the class that the data model gives it.

use crate::check::data::{class_tag, maximum, model};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-06",
        name: "element-under-other-class",
        title: words(
"An element added to the dataset stands in a class of the data model that has it",
"Un élément ajouté à l’ensemble figure dans une classe du modèle de données qui le contient",
),
        message: words(
"{id} does not stand as `{tag}` in a class `{class}` of the data model",
"{id} ne figure pas comme « {tag} » dans une classe « {class} » du modèle de données",
),
        why: words(
"The class is part of the meaning: the name of an exporter is not the name of a person. A new association is possible, but it is a change of the model that others have to follow.",
"La classe fait partie du sens : le nom d’un exportateur n’est pas celui d’une personne. Une association nouvelle est possible, mais c’est une modification du modèle que les autres doivent suivre.",
),
        help: words(
"Put it where the model has it ({places}), or ask for the new association by a data maintenance request and use `status: proposed` without `wco_id`.",
"Placez-le là où le modèle le situe ({places}), ou demandez la nouvelle association par une demande de maintenance des données et employez « status: proposed » sans « wco_id ».",
),
        severity: Severity::Error,
        basis: Basis::Sourced(&["X"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/Exporter/CityName, wco_id: '241', format: an..35, requirement: O, purposes: [verify-origin], maintenance_request: DMR-1}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/Exporter/Address, requirement: O, purposes: [verify-origin]}
      - {path: Certificate/Exporter/Address/CityName, requirement: O, purposes: [verify-origin]}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let (Some(model), Some(_)) = (model(block), maximum(block)) else { return };
    for element in block.cluster.elements.iter().filter(|it| !it.in_maximum) {
        let Some(id) = &element.own.wco_id else { continue };
        let (tag, class) = (element.tag(), class_tag(element));
        let places: Vec<&str> = match (model.element(&id.value.0), model.class(&id.value.0)) {
            (Some(known), _) => known.bindings.iter().map(String::as_str).collect(),
            (None, Some(known)) => vec![&known.xml_tag],
            (None, None) => continue,
        };
        let stands = places.iter().any(|place| match place.split_once('.') {
            Some(binding) => binding == (class, tag),
            None => *place == tag,
        });
        if !stands && !places.is_empty() {
            let finding = RULE.at(id.span).arg("id", &id.value).arg("tag", tag).arg("class", class);
            findings.add(finding.arg("places", places.join(", ")));
        }
    }
}
