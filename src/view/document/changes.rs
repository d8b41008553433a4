//! The changes from an earlier version, by class, for the record of changes.

use crate::diff::{Change, Class, Difference, Side};
use crate::syntax::{Node, Value};
use crate::view::document::context::{Values, text};
use crate::view::document::tables::Directive;
use crate::view::document::{Align, Block, Column, Inline, Inlines, Row, Table};
use crate::words::tables as say;
use crate::words::{Lang, Words, diff};

/// The most letters of a value that a cell shows.
const LONGEST: usize = 160;

/// What every version changes: the record says it by itself.
const OWN: [&str; 3] = ["block.date", "block.history", "block.version"];

/// The changes of a class, without those that the record itself tells.
fn of_class(difference: &Difference, class: Class) -> impl Iterator<Item = &Change> {
    difference.of(class).filter(|it| !OWN.iter().any(|own| it.path.starts_with(own)))
}

/// What differs between two versions, as templates see it: between which, and how much of each class.
pub(super) fn counts(differences: &[Difference]) -> tera::Value {
    let of = |difference: &Difference| {
        let mut map = tera::Map::default();
        map.insert("from".into(), tera::Value::normal_string(&difference.old.version));
        map.insert("to".into(), tera::Value::normal_string(&difference.new.version));
        let mut all = 0;
        for class in Class::ALL {
            let count = of_class(difference, class).count() as u64;
            map.insert(class.id().into(), count.into());
            all += count;
        }
        map.insert("changes".into(), all.into());
        tera::Value::from(map)
    };
    differences.iter().map(of).collect::<Vec<_>>().into()
}

/// The changes that led to the version `of`, heaviest first; nothing when there is none to compare
/// with.
pub(super) fn table(directive: &Directive, caption: Inlines, values: &Values) -> Option<Block> {
    let lang = values.lang;
    let found = values.differences.iter().find(|it| it.new.version == directive.of)?;
    let column = |title: Words, width| Column {
        title: vec![Inline::Text(title.get(lang).to_owned())],
        width,
        align: Align::Left,
    };
    let words = |words: Words| vec![Inline::Text(words.get(lang).to_owned())];
    let rows = Class::ALL.into_iter().flat_map(|class| of_class(found, class)).map(|change| {
        let mut why = change.reason.get(lang).to_owned();
        if let Some(first) = change.first.label() {
            why = diff::AND_FIRST.with(lang, &[("why", &why), ("first", first.get(lang))]);
        }
        let side =
            |side: &Option<Side>| side.as_ref().map_or_else(Vec::new, |it| value(&it.value, lang));
        let cells = vec![
            words(change.class.label()),
            vec![Inline::Code(change.path.clone())],
            words(change.kind.label()),
            side(&change.old),
            side(&change.new),
            vec![Inline::Text(why)],
        ];
        Row { anchor: String::new(), group: false, level: 0, cells }
    });
    Some(Block::Table(Table {
        anchor: directive.anchor.clone(),
        label: String::new(),
        caption,
        columns: vec![
            column(say::CHANGE_CLASS, 3),
            column(say::CHANGE_PLACE, 6),
            column(say::CHANGE_KIND, 2),
            column(say::CHANGE_BEFORE, 5),
            column(say::CHANGE_AFTER, 5),
            column(say::CHANGE_WHY, 5),
        ],
        rows: rows.collect(),
        row_header: 1,
        landscape: true,
    }))
}

/// A value in few words: a text, else what an item is called, else how many there are.
fn value(node: &Node, lang: Lang) -> Inlines {
    let called = ["title", "name", "statement", "event", "label", "id", "path", "code", "version"];
    let in_languages = Lang::ALL.iter().any(|it| node.get(it.code()).is_some());
    let plain = match &node.value {
        Value::Map(_) if !in_languages => None,
        _ => text(node, lang).map(|(words, _)| words.to_owned()),
    };
    let words = plain.or_else(|| match &node.value {
        Value::Map(_) => {
            called.iter().find_map(|key| Some(text(node.get(key)?, lang)?.0.to_owned()))
        }
        Value::List(items) => {
            let items: Option<Vec<&str>> = items.iter().map(Node::text).collect();
            items.map(|items| items.join(", "))
        }
        _ => None,
    });
    let Some(words) = words else { return vec![Inline::Text("…".to_owned())] };
    let mut short: String = words.chars().take(LONGEST).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    vec![Inline::Text(short)]
}
