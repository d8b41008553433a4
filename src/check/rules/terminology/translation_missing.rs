//! Every text stands in each authentic language.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Lower, Maturity, Shape, negotiation_key};
use crate::resolve::Resolved;
use crate::syntax::{Entry, Value};
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TRM-10",
        name: "translation-missing",
        title: words(
            "Every text stands in each authentic language of the annex",
            "Chaque texte existe dans chaque langue faisant foi",
        ),
        message: words(
            "the text in language `{language}` is missing",
            "le texte en langue « {language} » manque",
        ),
        why: words(
            "A gap in one authentic text is filled by interpretation, and by each Party in its own way.",
            "Une lacune dans un texte faisant foi se comble par interprétation, et par chaque Partie à sa façon.",
        ),
        help: words(
            "Add `{language}:` beside the text in the other language, or take the language out of `block.languages`.",
            "Ajoutez « {language}: » à côté du texte dans l’autre langue, ou retirez la langue de « block.languages ».",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[(Maturity::Agreed, Severity::Warning)],
    fixes: &[],
    bad: "
business_case:
  scope:
    goods: {en: All originating goods.}
",
    good: "
business_case:
  scope:
    goods: {en: All goods., fr: Toutes les marchandises.}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(control) = &block.block.block else { return };
    let languages: Vec<&str> = control.languages.iter().map(|it| &*it.value.0).collect();
    let mut stack = vec![(&block.tree, crate::model::Block::shape())];
    while let Some((node, shape)) = stack.pop() {
        match (shape, &node.value) {
            (Shape::Text, Value::Map(entries)) => {
                for language in &languages {
                    if !entries.iter().any(|entry| &*entry.key.value == *language) {
                        let place = entries.first().map_or(node.span, |it| it.key.span);
                        findings.add(RULE.at(place).arg("language", language));
                    }
                }
            }
            (Shape::Record(record), Value::Map(entries)) => {
                for Entry { key, value } in entries {
                    if let Some(field) = record.field(&key.value) {
                        stack.push((value, (field.shape)()));
                    }
                }
            }
            (Shape::List(item), Value::List(items)) => {
                stack.extend(items.iter().map(|node| (node, item())));
            }
            (Shape::Negotiable(inner), Value::Map(entries)) => match negotiation_key(node) {
                Some("open") => {
                    let note = node.get("open").and_then(|open| open.get("note"));
                    stack.extend(note.map(|note| (note, Shape::Text)));
                }
                Some(_) => {
                    if let Some(Value::Map(proposals)) = entries.first().map(|it| &it.value.value) {
                        stack.extend(proposals.iter().map(|entry| (&entry.value, inner())));
                    }
                }
                None => stack.push((node, inner())),
            },
            (Shape::Negotiable(inner), _) => stack.push((node, inner())),
            _ => {}
        }
    }
}
