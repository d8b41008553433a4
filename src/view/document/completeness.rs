//! The table of the eleven components at the front of a draft: how far each is, and what it lacks.

use crate::completeness::{Completeness, ComponentState, Extent};
use crate::view::document::context::Values;
use crate::view::document::tables::Directive;
use crate::view::document::{Align, Column, Inline, Inlines, Row, Table};
use crate::words::{Words, status as say};

/// One row for each component, by what the status of the block asks for.
pub(super) fn table(directive: &Directive, caption: Inlines, values: &Values) -> Table {
    let lang = values.lang;
    let completeness = Completeness::of(values.resolved);
    let column = |title: Words, width, align| Column {
        title: vec![Inline::Text(title.get(lang).to_owned())],
        width,
        align,
    };
    let columns = vec![
        column(say::NUMBER, 1, Align::Centre),
        column(say::COMPONENT, 5, Align::Left),
        column(say::STATUS, 3, Align::Left),
        column(say::MISSING, 7, Align::Left),
    ];
    let step = completeness.maturity;
    let row = |it: &ComponentState| {
        let extent = match it.at(step) {
            Extent::Complete => say::COMPLETE,
            Extent::Partial => say::PARTIAL,
            Extent::Absent => say::ABSENT,
            Extent::NotAsked => say::NOT_ASKED,
        };
        let number = it.component.number.map_or_else(String::new, |it| it.to_string());
        let cells = vec![
            vec![Inline::Text(number)],
            vec![Inline::Text(it.component.title.get(lang).to_owned())],
            vec![Inline::Text(extent.get(lang).to_owned())],
            lacks(it, values),
        ];
        Row { anchor: String::new(), group: false, level: 0, cells }
    };
    Table {
        anchor: directive.anchor.clone(),
        label: String::new(),
        caption,
        columns,
        rows: completeness.components.iter().map(row).collect(),
        row_header: 1,
        landscape: false,
    }
}

/// What a component does not say, each with the status that asks for it, and how many of its
/// values are not agreed.
fn lacks(it: &ComponentState, values: &Values) -> Inlines {
    let lang = values.lang;
    let mut out = Inlines::new();
    for missing in &it.missing {
        if !out.is_empty() {
            out.push(Inline::Break);
        }
        let from = missing.from.label().get(lang);
        let said = say::MISSING_FROM.with(lang, &[("path", "\u{0}"), ("status", from)]);
        for (place, part) in said.split('\u{0}').enumerate() {
            if place > 0 {
                out.push(Inline::Code(missing.path.clone()));
            }
            out.push(Inline::Text(part.to_owned()));
        }
    }
    if !it.open.is_empty() {
        if !out.is_empty() {
            out.push(Inline::Break);
        }
        let n = it.open.len().to_string();
        out.push(Inline::Text(say::NOT_AGREED.with(lang, &[("n", &n)])));
    }
    out
}
