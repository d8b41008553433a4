//! The number of a trader names its scheme.

use crate::check::data::{Carried, class_tag};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-22",
        name: "trader-number-without-scheme",
        title: words(
"The identifier of a trader says to which scheme it belongs",
"L’identifiant d’un opérateur indique le système auquel il appartient",
),
        message: words(
"nothing says which scheme the identifier `{path}` belongs to",
"rien n’indique à quel système appartient l’identifiant « {path} »",
),
        why: words(
"The same number may belong to two traders in two schemes. The receiver has to know which one it is, and how it is tied to his own.",
"Un même numéro peut appartenir à deux opérateurs dans deux systèmes. Le destinataire doit savoir lequel est employé et comment il se rattache au sien.",
),
        help: words(
"Name the scheme in `definition` or `note` of the element (trader identification number, tax number, EORI …), and say how the receiver associates it with his own.",
"Désignez le système dans « definition » ou « note » de l’élément (numéro d’identification de l’opérateur, numéro fiscal, EORI…), et dites comment le destinataire le rattache au sien.",
),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["P31", "P35"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/Exporter/ID, requirement: O, purposes: [verify-origin]}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/Exporter/ID, requirement: O, purposes: [verify-origin], note: {en: Tax number in Examplia; Exborria keeps a table of its own numbers., fr: Numéro fiscal en Exemplie ; l’Exborrie tient une table de ses propres numéros.}}
",
    check: Check::Block(check),
};

/// Classes of the data model that stand for traders.
const TRADERS: [&str; 9] = [
    "Exporter",
    "Importer",
    "Consignee",
    "Consignor",
    "Producer",
    "Manufacturer",
    "ThirdOperator",
    "Declarant",
    "AEOMutualRecognitionParty",
];

fn check(block: &Resolved, findings: &mut Findings) {
    let carried = Carried::of(block);
    for (at, element) in block.cluster.elements.iter().enumerate() {
        let is_number = element.tag() == "ID" && TRADERS.contains(&class_tag(element));
        let own = &element.own;
        let named = own.definition.is_some() || own.note.is_some() || own.codes.is_some();
        if is_number && !named && !carried.by(at).is_empty() {
            findings.add(RULE.at(element.span).arg("path", &element.path));
        }
    }
}
