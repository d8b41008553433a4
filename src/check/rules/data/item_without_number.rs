//! Repeated goods items are numbered.

use super::made_mandatory;
use crate::check::data::{Carried, keyed, maximum, message_id};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{self, Basis, Code, Findings, Mend, Pack, Severity};
use crate::model::{Maturity, Message, Requirement};
use crate::resolve::{ClusterElement, Content, Resolved};
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-21",
        name: "item-without-number",
        title: words(
            "Goods items that repeat carry a mandatory sequence number",
            "Les articles répétés portent un numéro d’ordre obligatoire",
        ),
        message: words(
            "the goods items `{path}` may repeat, but {state}",
            "les articles « {path} » peuvent se répéter, mais {state}",
        ),
        why: words(
            "A declaration line cites one item of the certificate. Without a number the systems pair the items by order or by description, and pair them wrongly.",
            "Une ligne de déclaration cite un article du certificat. Sans numéro, les systèmes apparient les articles selon l’ordre ou la désignation, et se trompent.",
        ),
        help: words(
            "Add `{path}/SequenceNumeric` with `requirement: M` to each message that carries the items.",
            "Ajoutez « {path}/SequenceNumeric » avec « requirement: M » à chaque message qui porte les articles.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P53"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[words(
        "carry the sequence number, as mandatory",
        "faire figurer le numéro d’ordre, comme obligatoire",
    )],
    bad: "
process_alignment:
  data_cluster:
    keys:
      - {id: item-number, omit: true}
    elements:
      - {path: Certificate/GovernmentAgencyGoodsItem/SequenceNumeric, requirement: O}
",
    good: "
process_alignment:
  data_cluster:
    keys:
      - {id: item-number, omit: true}
    elements:
      - {path: Certificate/GovernmentAgencyGoodsItem/SequenceNumeric, requirement: M}
",
    check: Check::Block(check),
};

const NO_NUMBER: Words = words("have no sequence number", "n’ont pas de numéro d’ordre");
const MAY_LACK: Words =
    words("their sequence number is not mandatory", "leur numéro d’ordre n’est pas obligatoire");
const NOT_SENT: Words = words(
    "their sequence number is not in: {others}",
    "leur numéro d’ordre n’est pas dans : {others}",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let carried = Carried::of(block);
    let keys = keyed(block);
    // Whatever is part of a key and not mandatory has a finding of its own.
    let is_key =
        |at: usize| block.cluster.elements.get(at).is_some_and(|it| keys.contains(&*it.path));
    for (at, class) in block.cluster.elements.iter().enumerate() {
        if !class.is_class() || !class.occurs.is_many() || !is_goods_item(class) {
            continue;
        }
        let children = class.children.iter();
        let number = children.copied().find(|child| {
            let child = block.cluster.elements.get(*child);
            child.is_some_and(|it| it.wco_id == SEQUENCE || it.tag() == "SequenceNumeric")
        });
        let finding = RULE.at(class.span).arg("path", &class.path);
        let Some(number) = number else {
            let finding = finding.arg_words("state", NO_NUMBER);
            findings.add(RULE.mend(finding, added(block, class)));
            continue;
        };
        let numbered = carried.by(number);
        let lacks = |it: &&(&Message, &Content)| {
            !numbered.iter().any(|(message, _)| std::ptr::eq(*message, it.0))
        };
        let without: Vec<&str> =
            carried.by(at).iter().filter(lacks).map(|(message, _)| message_id(message)).collect();
        if !without.is_empty() {
            findings.add(finding.arg_words("state", NOT_SENT).arg("others", without.join(", ")));
        } else if carried.is_ever_absent(number) && !is_key(number) {
            let finding = finding.arg_words("state", MAY_LACK);
            let number = block.cluster.elements.get(number);
            findings.add(RULE.mend(finding, number.and_then(made_mandatory)));
        }
    }
}

/// Identifier of the sequence number in the WCO Data Model.
const SEQUENCE: &str = "006";
/// Identifier of the class of goods items of a document in the WCO Data Model.
const GOODS_ITEM: &str = "68A";

fn is_goods_item(class: &ClusterElement) -> bool {
    class.wco_id == GOODS_ITEM || class.tag().ends_with("GoodsItem")
}

/// The sequence number of the dataset for this class, as a row of the cluster.
fn added(block: &Resolved, class: &ClusterElement) -> Option<Vec<Mend>> {
    let path = format!("{}/SequenceNumeric", class.path);
    maximum(block)?.row(&path)?;
    let section = Section::find(block, "process_alignment.data_cluster")?;
    let rows = section.node.get("elements")?;
    let text = |text: &str| diag::Content::Text(text.to_owned());
    let requirement = text(Requirement::Mandatory.id());
    let row = diag::Content::Map(vec![("path", text(&path)), ("requirement", requirement)]);
    Some(vec![Mend::Append(rows.span, row)])
}
