//! The table of what permits each message to be sent, by purpose.

use crate::model::{Provision, Purpose};
use crate::resolve::{Permission, Way};
use crate::view::document::context::{Values, item_key};
use crate::view::document::tables::Directive;
use crate::view::document::{Align, Column, Inline, Inlines, Row, Table, values};
use crate::words::Words;
use crate::words::tables as say;

const MESSAGES: &str = "process_alignment.messages";
const BASIS: &str = "business_case.legal_basis";

/// One row for each message and each set of provisions: the purposes for which they permit it.
pub(super) fn table(directive: &Directive, caption: Inlines, values: &Values) -> Table {
    let lang = values.lang;
    let column = |title: Words, width, align| Column {
        title: vec![Inline::Text(title.get(lang).to_owned())],
        width,
        align,
    };
    let columns = vec![
        column(say::MESSAGE, 4, Align::Left),
        column(say::SENT, 3, Align::Left),
        column(say::FOR_PURPOSES, 2, Align::Left),
        column(say::PERMITTED_BY, 9, Align::Left),
    ];
    let resolved = values.resolved;
    let purposes = resolved.block.business_case.iter().flat_map(|it| &it.purposes);
    let purposes: Vec<&Purpose> = purposes.collect();
    let number = |of: &Permission| {
        let at = purposes.iter().position(|it| std::ptr::eq(*it, of.purpose));
        at.map_or_else(String::new, |at| format!("({})", values::letters(at, 'a')))
    };
    let mut rows: Vec<(Permission, Vec<String>)> = Vec::new();
    for it in resolved.permissions() {
        let same = |(other, _): &&mut (Permission, Vec<String>)| {
            std::ptr::eq(other.message, it.message) && ids(&other.provisions) == ids(&it.provisions)
        };
        let number = number(&it);
        match rows.iter_mut().find(same) {
            Some((_, numbers)) => numbers.push(number),
            None => rows.push((it, vec![number])),
        }
    }
    let row = |(it, numbers): &(Permission, Vec<String>)| {
        let message = it.message.id.as_ref().map_or("", |id| &*id.value.0);
        let way = match it.way {
            Way::Unasked => say::UNASKED,
            Way::Request => say::AS_REQUEST,
            Way::Answer => say::IN_ANSWER,
        };
        let cells = vec![
            values.called(MESSAGES, message),
            vec![Inline::Text(way.get(lang).to_owned())],
            vec![Inline::Text(numbers.join(", "))],
            provisions(&it.provisions, values),
        ];
        Row { anchor: String::new(), group: false, level: 0, cells }
    };
    directive.table_of(caption, columns, rows.iter().map(row).collect())
}

fn ids<'a>(provisions: &[&'a Provision]) -> Vec<&'a str> {
    provisions.iter().filter_map(|it| Some(&*it.id.as_ref()?.value.0)).collect()
}

/// Title and place of each provision.
fn provisions(cited: &[&Provision], values: &Values) -> Inlines {
    let lang = values.lang;
    if cited.is_empty() {
        return vec![Inline::Text(say::NOTHING_CITED.get(lang).to_owned())];
    }
    let ids = ids(cited);
    let mut out = Inlines::new();
    for (place, (item, shape)) in values.list(BASIS).into_iter().enumerate() {
        let id = item.get("id").and_then(|it| it.text()).unwrap_or("");
        if !ids.contains(&id) {
            continue;
        }
        if !out.is_empty() {
            out.push(Inline::Break);
        }
        let path = format!("{BASIS}[{}]", item_key(shape, item, place));
        out.extend(values.instrument(item, shape, &path));
        // The catalogue lists provisions: its titles say which they are.
        let provision = values.key(item, shape, &path, "provision");
        if item.get("title").is_some() && !provision.is_empty() {
            out.push(Inline::Text(", ".to_owned()));
            out.extend(provision);
        }
    }
    out
}
