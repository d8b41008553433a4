//! Every text stands in each authentic language.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Content, Findings, Mend, Pack, Severity};
use crate::model::{Lower, Maturity, Shape, negotiation_key};
use crate::resolve::Resolved;
use crate::syntax::{Entry, Node, Value};
use crate::words::{Lang, Words, words};

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
    fixes: &[words(
        "insert the text to be translated, marked as such",
        "insérer le texte à traduire, signalé comme tel",
    )],
    bad: "
block: {status: process}
business_case:
  scope:
    goods: {en: All originating goods.}
",
    good: "
block: {status: process}
business_case:
  scope:
    goods: {en: All goods., fr: Toutes les marchandises.}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(control) = &block.block.block else { return };
    let languages: Vec<&str> = control.languages.iter().map(|it| &*it.value.0).collect();
    let agreed = block.maturity() >= Maturity::Agreed && !block.is_hypothetical();
    let mut stack = vec![(&block.tree, crate::model::Block::shape())];
    while let Some((node, shape)) = stack.pop() {
        match (shape, &node.value) {
            (Shape::Text, Value::Map(entries)) => {
                for language in &languages {
                    let text = entries.iter().find(|entry| &*entry.key.value == *language);
                    let place = entries.first().map_or(node.span, |it| it.key.span);
                    let finding = RULE.at(place).arg("language", language);
                    match text {
                        None => findings.add(RULE.mend(finding, stub(block, node, language))),
                        // A stub is as good as a placeholder, and an agreed text has none.
                        Some(text) if agreed && is_stub(&text.value) => findings.add(finding),
                        Some(_) => {}
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

/// What marks a text that is still to be translated.
const TO_TRANSLATE: Words = words("[to be translated]", "[à traduire]");

fn is_stub(node: &Node) -> bool {
    let text = node.text().unwrap_or_default();
    Lang::ALL.into_iter().any(|lang| text.starts_with(TO_TRANSLATE.get(lang)))
}

/// The first text that there is, marked, in the place of the missing one.
fn stub(block: &Resolved, node: &Node, language: &str) -> Option<Vec<Mend>> {
    if block.maturity() >= Maturity::Agreed && !block.is_hypothetical() {
        return None;
    }
    let Value::Map(entries) = &node.value else { return None };
    let lang = Lang::ALL.into_iter().find(|it| it.code() == language)?;
    let first = entries.iter().filter(|it| !is_stub(&it.value)).find_map(|it| it.value.text())?;
    let text = Content::Text(format!("{} {first}", TO_TRANSLATE.get(lang)));
    Some(vec![Mend::Insert(node.span, lang.code(), text)])
}
