//! An amount has its currency, a measure its unit.

use crate::check::data::Carried;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Mend, Pack, Severity};
use crate::model::{DataType, Maturity};
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-15",
        name: "value-without-unit",
        title: words(
"Amounts have a currency, measures and quantities a unit",
"Les montants ont une monnaie, les mesures et quantités une unité",
),
        message: words(
"{fault}",
"{fault}",
),
        why: words(
"A number without its currency or unit cannot be compared with the declaration; with the wrong one it is compared wrongly.",
"Un nombre sans monnaie ni unité ne peut être comparé à la déclaration ; avec la mauvaise, il l’est à tort.",
),
        help: words(
"Use the data type Amount, Measure or Quantity, which carries its currency or unit, or name in `unit` a coded element of the same message (`iso.4217`, `unece.rec-20`).",
"Employez la nature Amount, Measure ou Quantity, qui porte sa monnaie ou son unité, ou citez sous « unit » un élément codé du même message (« iso.4217 », « unece.rec-20 »).",
),
        severity: Severity::Error,
        basis: Basis::Sourced(&["X"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[words(
        "remove it: the kind of data carries its currency or unit",
        "le retirer : la nature des données porte sa monnaie ou son unité",
    )],
    bad: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/InvoiceAmount, requirement: O, purposes: [verify-origin], protection: {en: Not printed., fr: Non imprimé.}, unit: Certificate/FunctionCode}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/InvoiceAmount, requirement: O, purposes: [verify-origin], protection: {en: Not printed., fr: Non imprimé.}}
",
    check: Check::Block(check),
};

const NO_UNIT: Words = words(
    "`{path}` is a bare number: it carries no currency or unit",
    "« {path} » est un nombre nu : il ne porte ni monnaie ni unité",
);
const NOT_A_UNIT: Words = words(
    "`{unit}`, named as the unit of `{path}`, is not coded by `{wanted}`",
    "« {unit} », cité comme unité de « {path} », n’est pas codé selon « {wanted} »",
);
const NOT_BESIDE: Words = words(
    "`{unit}`, named as the unit of `{path}`, is not in each message that carries it",
    "« {unit} », cité comme unité de « {path} », n’est pas dans chaque message qui le porte",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let carried = Carried::of(block);
    for (at, element) in block.cluster.elements.iter().enumerate() {
        let report = |span| RULE.at(span).arg("path", &element.path);
        if let Some(unit) = &element.own.unit {
            let Some(place) = block.cluster.position(&unit.value.0) else { continue };
            let Some(other) = block.cluster.elements.get(place) else { continue };
            let wanted = match element.data_type {
                Some(DataType::Amount) => "iso.4217",
                _ => "unece.rec-20",
            };
            let finding = report(unit.span).arg("unit", &unit.value).arg("wanted", wanted);
            if other.codes.as_ref().is_none_or(|codes| codes.base != wanted) {
                let carries = matches!(
                    element.data_type,
                    Some(DataType::Amount | DataType::Measure | DataType::Quantity)
                );
                let mends = carries.then(|| vec![Mend::Remove(unit.span)]);
                findings.add(RULE.mend(finding.arg_words("fault", NOT_A_UNIT), mends));
            } else if !carried.together(at, place) {
                findings.add(finding.arg_words("fault", NOT_BESIDE));
            }
        } else if !element.in_maximum && element.is_leaf() {
            let named = ["Amount", "Measure", "Quantity", "Weight", "Mass"];
            let measures = named.iter().any(|end| element.tag().ends_with(end));
            let typed = matches!(
                element.data_type,
                None | Some(DataType::Amount | DataType::Measure | DataType::Quantity)
            );
            if measures && !typed {
                findings.add(report(element.span).arg_words("fault", NO_UNIT));
            }
        }
    }
}
