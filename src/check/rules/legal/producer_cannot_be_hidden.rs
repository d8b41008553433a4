//! A confidential producer can be kept out of what traders see.

use crate::check::data::Carried;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Classification, DataType, Maturity};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-13",
        name: "producer-cannot-be-hidden",
        title: words(
"Where the producer is confidential, the message can say so",
"Lorsque le producteur est confidentiel, le message permet de le dire",
),
        message: words(
"the producer is confidential, but `{class}` has no indicator by which the message says so",
"le producteur est confidentiel, mais « {class} » ne comporte pas d’indicateur permettant de le dire",
),
        why: words(
"The importer competes with the exporter. A system that cannot see which producers are to be hidden prints them all.",
"L’importateur est un concurrent de l’exportateur. Un système qui ne voit pas quels producteurs masquer les imprime tous.",
),
        help: words(
"Add `ConfidentialIndicator` to the class, or an element of your own for it.",
"Ajoutez « ConfidentialIndicator » à la classe, ou un élément propre à cet effet.",
),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/GovernmentAgencyGoodsItem/Commodity/Producer, requirement: O, purposes: [verify-origin]}
      - {path: Certificate/GovernmentAgencyGoodsItem/Commodity/Producer/Name, requirement: M, occurs: 1..1, purposes: [verify-origin], protection: {en: Not printed., fr: Non imprimé.}}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/GovernmentAgencyGoodsItem/Commodity/Producer, requirement: O, purposes: [verify-origin]}
      - {path: Certificate/GovernmentAgencyGoodsItem/Commodity/Producer/Name, requirement: M, occurs: 1..1, purposes: [verify-origin], protection: {en: Not printed., fr: Non imprimé.}}
      - {path: Certificate/GovernmentAgencyGoodsItem/Commodity/Producer/ConfidentialIndicator, requirement: M, occurs: 1..1, purposes: [verify-origin]}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let carried = Carried::of(block);
    let elements = &block.cluster.elements;
    for class in elements.iter().filter(|it| it.tag() == "Producer" && it.is_class()) {
        let mut inside = class.children.iter().filter(|at| !carried.by(**at).is_empty());
        let secret = inside.clone().filter_map(|at| elements.get(*at)).any(|it| {
            it.classification == Some(Classification::Confidential) && it.own.protection.is_some()
        });
        let tells = inside.any(|at| {
            elements.get(*at).is_some_and(|it| {
                it.data_type == Some(DataType::Indicator) && it.tag().contains("Confidential")
            })
        });
        if secret && !tells {
            findings.add(RULE.at(class.span).arg("class", &class.path));
        }
    }
}
