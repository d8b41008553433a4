//! What the expressions of business rules and conditions say: for the table of the rules, and for the
//! test cases.

use crate::view::document::columns::drop_empty_columns;
use crate::view::document::context::Values;
use crate::view::document::tables::Directive;
use crate::view::document::{Align, Column, Inline, Inlines, Row, Table};
use crate::view::message::interface::ErrorCategory;
use crate::words::tables as say;

/// A clause that begins with a capital letter.
pub(super) fn capital(clause: &str) -> String {
    let mut letters = clause.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

/// A clause as a sentence: a capital letter first, a full stop at the end.
pub(super) fn sentence_of(clause: &str) -> String {
    capital(clause) + "."
}

/// The test cases: each business rule and each condition, the messages on which it is tested, what
/// has to be known beside them, and the error code with which a message is answered that breaks it.
pub(super) fn test_cases(directive: &Directive, caption: Inlines, values: &Values) -> Table {
    let model = values.messages();
    let lang = values.lang;
    let schema = model.error_codes.iter().find(|it| it.category == ErrorCategory::Schema);
    let schema = schema.map_or("", |it| it.code.as_str());
    let text = |text: &str| match text.is_empty() {
        true => Vec::new(),
        false => vec![Inline::Text(text.to_owned())],
    };
    let code = |text: &str| match text.is_empty() {
        true => Vec::new(),
        false => vec![Inline::Code(text.to_owned())],
    };
    let rows = model.constraints.iter().filter(|it| it.is_rule() || !it.messages.is_empty());
    let rows = rows.map(|it| {
        let messages = it.messages.iter().filter_map(|at| model.messages.get(*at));
        let messages: Vec<&str> = messages.map(|it| it.label.any(lang)).collect();
        // The table of the rules says a rule in exact terms.
        let mut tested = text(it.statement.any(lang));
        if !it.is_rule() {
            tested.push(Inline::Break);
            tested.extend(text(&sentence_of(values.paraphrases().condition(it.name()))));
        }
        let answer = if it.is_rule() { it.code() } else { schema };
        let cells = vec![
            code(it.name()),
            text(&messages.join(", ")),
            tested,
            code(&it.facts.join(", ")),
            code(answer),
        ];
        Row { anchor: String::new(), group: false, level: 0, cells }
    });
    let columns = [
        (say::TEST_CASE, 6),
        (say::MESSAGES, 6),
        (say::STATEMENT, 14),
        (say::BESIDE_MESSAGE, 4),
        (say::ANSWER_IF_BROKEN, 3),
    ];
    let column = |(title, width): (crate::words::Words, u16)| Column {
        title: vec![Inline::Text(title.get(lang).to_owned())],
        width,
        align: Align::Left,
    };
    let mut table = Table {
        anchor: directive.anchor.clone(),
        label: String::new(),
        caption,
        columns: columns.map(column).into(),
        rows: rows.collect(),
        row_header: 0,
        landscape: true,
    };
    drop_empty_columns(&mut table);
    table
}
