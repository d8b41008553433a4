//! The table of what each language can say of the conditions and business rules of a block.

use crate::render::message::cannot::Cannot;
use crate::render::message::json_rules;
use crate::render::message::schematron::binding;
use crate::render::{Artifact, Kind};
use crate::view::message::constraint::Constraint;
use crate::view::message::{Message, MessageModel};
use crate::words::{Lang, message as say};

/// The table in each language.
pub(super) fn write(model: &MessageModel) -> Vec<Artifact> {
    if model.constraints.is_empty() {
        return Vec::new();
    }
    let table = |lang: Lang| {
        let path = format!("schematron/README.{}.md", lang.code());
        Artifact::text(Kind::Schematron, path, text(model, lang)).in_lang(lang)
    };
    Lang::ALL.map(table).into()
}

fn text(model: &MessageModel, lang: Lang) -> String {
    let mut text = String::new();
    if model.draft {
        text += &format!("**{}**\n\n", say::DRAFT.get(lang));
    }
    text += &format!("# {}\n\n{}\n\n", say::TABLE_TITLE.get(lang), say::TABLE_ABOUT.get(lang));
    let head = [
        say::TABLE_CONSTRAINT,
        say::TABLE_STATEMENT,
        say::TABLE_SCHEMATRON,
        say::TABLE_JSON_SCHEMA,
    ];
    let head: Vec<&str> = head.iter().map(|it| it.get(lang)).collect();
    text += &format!("| {} |\n|---|---|---|---|\n", head.join(" | "));
    for it in &model.constraints {
        let statement = cell(it.statement.any(lang));
        let by_schema = said(model, it, lang, |message| {
            json_rules::said(model, message, it).map(|_| say::TABLE_SAID.get(lang).to_owned())
        });
        let by_schematron =
            said(model, it, lang, |message| binding(model, message, it).map(str::to_owned));
        text += &format!("| `{}` | {statement} | {by_schematron} | {by_schema} |\n", it.name());
    }
    text
}

/// How a constraint is said, or why it is not.
fn said(
    model: &MessageModel,
    constraint: &Constraint,
    lang: Lang,
    how: impl Fn(&Message) -> Result<String, Cannot>,
) -> String {
    let messages = constraint.messages.iter().filter_map(|at| model.messages.get(*at));
    let mut found: Vec<String> = Vec::new();
    for message in messages {
        let said = match how(message) {
            Ok(binding) if constraint.facts.is_empty() => binding,
            Ok(binding) => say::TABLE_PARTLY.with(lang, &[("binding", &binding)]),
            Err(cannot) => say::TABLE_NOT.with(lang, &[("reason", cannot.words().get(lang))]),
        };
        if !found.contains(&said) {
            found.push(said);
        }
    }
    if found.is_empty() {
        let reason = match constraint.facts.is_empty() {
            true => say::CANNOT_NO_MESSAGE,
            false => Cannot::Facts.words(),
        };
        found.push(say::TABLE_NOT.with(lang, &[("reason", reason.get(lang))]));
    }
    found.join("; ")
}

/// A text that may stand in a cell.
fn cell(text: &str) -> String {
    text.replace('\\', "\\\\").replace('|', "\\|").replace(['\n', '\r'], " ").replace('<', "&lt;")
}
