//! No list has the same entry twice.

use std::collections::BTreeSet;

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Mend, Pack, Severity};
use crate::model::{Block, Maturity, Shape};
use crate::resolve::Resolved;
use crate::syntax::{Entry, Node, Value};
use crate::text::FileId;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "STR-15",
        name: "entry-repeated",
        title: words("No list has the same entry twice", "Aucune liste ne comporte deux fois la même entrée"),
        message: words(
            "the entry `{entry}` of `{list}` stands there twice",
            "l’entrée « {entry} » de « {list} » y figure deux fois",
        ),
        why: words(
            "The documents and schemas print each entry of a list; a reader of two equal ones looks for a difference that is not there, and where they differ in part, nobody knows which one holds.",
            "Les documents et les schémas reprennent chaque entrée d’une liste ; devant deux entrées égales, le lecteur cherche une différence qui n’existe pas, et si elles diffèrent en partie, nul ne sait laquelle vaut.",
        ),
        help: words("Remove one of the two.", "Supprimez l’une des deux."),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Concept,
    early: &[],
    fixes: &[words("remove the second", "supprimer la seconde")],
    bad: "
process_alignment:
  data_cluster:
    code_lists:
      - {id: exa.origin-criteria, codes: [{code: WO, meaning: WO}, {code: WO, meaning: WO}, {code: CTH, meaning: CTH}, {code: RVC, meaning: RVC}]}
",
    good: "
process_alignment:
  data_cluster:
    code_lists:
      - {id: exa.origin-criteria, codes: [{code: WO, meaning: WO}, {code: CTH, meaning: CTH}, {code: RVC, meaning: RVC}]}
",
    check: Check::Block(check),
};

const FIRST: Words = words("the first one", "la première");

fn check(block: &Resolved, findings: &mut Findings) {
    // Names that are given twice are found when the block is resolved.
    let named: BTreeSet<(u32, u32)> =
        block.names.given.iter().map(|it| (it.span.start, it.span.end)).collect();
    let file = block.tree.span.file;
    let mut stack = vec![("", &block.tree, Shape::Record(Block::RECORD))];
    while let Some((name, node, shape)) = stack.pop() {
        match (&node.value, shape) {
            (Value::Map(_), Shape::Record(record)) => {
                for field in record.fields {
                    if let Some(value) = node.get(field.key) {
                        stack.push((field.key, value, (field.shape)()));
                    }
                }
            }
            (Value::List(items), Shape::List(of)) => {
                repeated(name, items, of(), &named, file, findings);
                stack.extend(items.iter().map(|item| (name, item, of())));
            }
            _ => {}
        }
    }
}

fn repeated(
    name: &str,
    items: &[Node],
    of: Shape,
    named: &BTreeSet<(u32, u32)>,
    file: FileId,
    findings: &mut Findings,
) {
    let key = match of {
        Shape::Record(record) => record.key(),
        _ => None,
    };
    for (at, item) in items.iter().enumerate().skip(1) {
        if item.span.file != file {
            continue;
        }
        let own = key.and_then(|key| item.get(key));
        if own.is_some_and(|own| named.contains(&(own.span.start, own.span.end))) {
            continue;
        }
        let first = items[..at].iter().find(|other| match (own, key) {
            (Some(own), Some(key)) => other.get(key).and_then(Node::text) == own.text(),
            _ => is_same(other, item),
        });
        let Some(first) = first else { continue };
        let entry = own.unwrap_or(item).text().map_or_else(|| (at + 1).to_string(), str::to_owned);
        let finding = RULE.at(item.span).arg("entry", entry).arg("list", name);
        let finding = finding.note(first.span, FIRST);
        findings.add(RULE.mend(finding, Some(vec![Mend::Remove(item.span)])));
    }
}

/// Whether two values say the same, wherever they are written.
fn is_same(a: &Node, b: &Node) -> bool {
    match (&a.value, &b.value) {
        (Value::Null, Value::Null) => true,
        (Value::Scalar(a), Value::Scalar(b)) => a.text == b.text,
        (Value::List(a), Value::List(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| is_same(a, b))
        }
        (Value::Map(a), Value::Map(b)) => {
            let same = |(a, b): (&Entry, &Entry)| {
                a.key.value == b.key.value && is_same(&a.value, &b.value)
            };
            a.len() == b.len() && a.iter().zip(b.iter()).all(same)
        }
        _ => false,
    }
}
