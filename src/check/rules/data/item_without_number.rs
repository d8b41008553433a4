//! Repeated goods items are numbered.

use crate::check::data::{Carried, keyed, message_id};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Message};
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
    fixes: &[],
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
            findings.add(finding.arg_words("state", NO_NUMBER));
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
            findings.add(finding.arg_words("state", MAY_LACK));
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
