//! Tables of what is compared with which document, and of what that is filled in from beforehand.

use crate::resolve::Paraphrases;
use crate::view::document::columns::drop_empty_columns;
use crate::view::document::context::Values;
use crate::view::document::rules::capital;
use crate::view::document::tables::Directive;
use crate::view::document::{Align, Column, Inline, Inlines, Row, Table};
use crate::view::message::MessageModel;
use crate::view::message::build::build;
use crate::view::message::matching::{Entry, Matching};
use crate::words::{Lang, Words, tables as say};

impl Values<'_> {
    /// The messages of the block, made when they are first asked for.
    pub(super) fn messages(&self) -> &MessageModel {
        let kept = self.kept.0.unwrap_or(&self.kept.1);
        kept.get_or_init(|| build(self.resolved, self.draft))
    }

    /// What the expressions of the block say, made when that is first asked for.
    pub(super) fn paraphrases(&self) -> &Paraphrases {
        self.paraphrases.get_or_init(|| self.resolved.paraphrases(self.lang))
    }
}

fn text(text: &str) -> Inlines {
    match text.is_empty() {
        true => Vec::new(),
        false => vec![Inline::Text(text.to_owned())],
    }
}

fn code(text: &str) -> Inlines {
    match text.is_empty() {
        true => Vec::new(),
        false => vec![Inline::Code(text.to_owned())],
    }
}

fn made(
    directive: &Directive,
    caption: Inlines,
    columns: &[(Words, u16)],
    rows: Vec<Row>,
    lang: Lang,
) -> Table {
    let column = |(title, width): &(Words, u16)| Column {
        title: vec![Inline::Text(title.get(lang).to_owned())],
        width: *width,
        align: Align::Left,
    };
    let mut table = directive.table_of(caption, columns.iter().map(column).collect(), rows);
    drop_empty_columns(&mut table);
    table
}

/// The table that a directive asks for.
pub(super) fn table(directive: &Directive, caption: Inlines, values: &Values) -> Table {
    match &*directive.table {
        "matchings" => matchings(directive, caption, values),
        _ => pre_population(directive, caption, values),
    }
}

/// The matchings: messages, document, when both belong together, the rules that compare them.
fn matchings(directive: &Directive, caption: Inlines, values: &Values) -> Table {
    let (model, said) = (values.messages(), values.paraphrases());
    let lang = values.lang;
    let row = |it: &Matching| {
        let messages = it.messages.iter().filter_map(|at| model.messages.get(*at));
        let messages: Vec<&str> = messages.map(|it| it.label.any(lang)).collect();
        let rules = it.rules.iter().filter_map(|it| model.constraints.get(it.constraint));
        let rules: Vec<&str> =
            rules.map(crate::view::message::constraint::Constraint::name).collect();
        let cells = vec![
            text(it.label.any(lang)),
            text(&messages.join(", ")),
            text(it.document.label.any(lang)),
            text(&capital(said.key(&it.id))),
            text(&rules.join(", ")),
        ];
        Row { anchor: String::new(), group: false, level: 0, cells }
    };
    let rows = model.matchings.iter().map(row).collect();
    let columns = [
        (say::MATCHING, 4),
        (say::MESSAGES, 4),
        (say::MATCHED_WITH, 3),
        (say::BELONG_TOGETHER, 6),
        (say::MATCHING_RULES, 3),
    ];
    made(directive, caption, &columns, rows, lang)
}

/// What each document is filled in from beforehand, and what is left to whom.
fn pre_population(directive: &Directive, caption: Inlines, values: &Values) -> Table {
    let model = values.messages();
    let lang = values.lang;
    let mut rows = Vec::new();
    for it in model.matchings.iter().filter(|it| it.document.is_filled()) {
        for entry in &it.document.entries {
            entries(entry, 0, values, &mut rows);
        }
    }
    let columns = [
        (say::NAME, 5),
        (say::NAME_IN_EXPRESSIONS, 4),
        (say::COPIED_FROM, 6),
        (say::DERIVED_FROM, 6),
        (say::LEFT_TO, 4),
    ];
    made(directive, caption, &columns, rows, lang)
}

fn entries(entry: &Entry, level: u8, values: &Values, rows: &mut Vec<Row>) {
    let lang = values.lang;
    let said = |copied: bool| {
        let source = entry.source.as_ref().filter(|it| it.copied == copied);
        capital(source.map_or("", |_| values.paraphrases().source(&entry.path)))
    };
    let cells = vec![
        text(entry.label.any(lang)),
        code(&entry.path.replace('/', ".")),
        text(&said(true)),
        text(&said(false)),
        text(entry.left_to.any(lang)),
    ];
    rows.push(Row { anchor: String::new(), group: false, level, cells });
    for it in &entry.entries {
        entries(it, level.saturating_add(1), values, rows);
    }
}
