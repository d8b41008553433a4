//! The changes from an earlier version, by class, for the record of changes.

use crate::diff::{Change, Class, Difference, Side};
use crate::model::{Block as Written, Shape, item_shape, negotiation_key};
use crate::syntax::{Node, Value};
use crate::view::document::context::{Values, text};
use crate::view::document::tables::Directive;
use crate::view::document::{Align, Block, Column, Inline, Inlines, Row, Table, plain};
use crate::words::document as bracket;
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
        let shape = shape_at(&change.path);
        let side = |side: &Option<Side>| {
            side.as_ref().map_or_else(Vec::new, |it| value(&it.value, shape, values))
        };
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

/// What may stand at a place such as `governance.suspension_notice` or `messages[claim].sender`.
pub(super) fn shape_at(path: &str) -> Option<Shape> {
    let (mut shape, mut rest) = (Shape::Record(Written::RECORD), path);
    while !rest.is_empty() {
        if let Some(item) = rest.strip_prefix('[') {
            rest = item.split_once(']')?.1;
            shape = item_shape(Some(shape))?;
        } else {
            let name = rest.strip_prefix('.').unwrap_or(rest);
            let (key, behind) = name.split_at(name.find(['.', '[']).unwrap_or(name.len()));
            shape = within(agreed(shape), key)?;
            rest = behind;
        }
    }
    Some(shape)
}

/// The shape of a value once all agree on it.
pub(super) fn agreed(shape: Shape) -> Shape {
    match shape {
        Shape::Negotiable(inner) => agreed(inner()),
        other => other,
    }
}

fn within(shape: Shape, key: &str) -> Option<Shape> {
    match shape {
        Shape::Record(record) => record.field(key).map(|field| (field.shape)()),
        Shape::PerName(value) => Some(value()),
        _ => None,
    }
}

/// A value in few words: as the language has it where the format knows what it is, else a text, else
/// what an item is called, else how many there are.
fn value(node: &Node, shape: Option<Shape>, values: &Values) -> Inlines {
    let words = said(node, shape, values).unwrap_or_default();
    if words.is_empty() {
        return vec![Inline::Text("…".to_owned())];
    }
    let mut short: String = words.chars().take(LONGEST).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    vec![Inline::Text(short)]
}

pub(super) fn said(node: &Node, shape: Option<Shape>, values: &Values) -> Option<String> {
    let lang = values.lang;
    if let Some(Shape::Negotiable(inner)) = shape
        && negotiation_key(node).is_some()
    {
        let Some(Value::Map(positions)) = node.get("proposals").map(|it| &it.value) else {
            return Some(bracket::OPEN.get(lang).to_owned() + "]");
        };
        let positions = positions.iter().map(|it| {
            let party = bracket::POSITION.with(lang, &[("party", &*it.key.value)]);
            let said = said(&it.value, Some(inner()), values);
            format!("{party}{}]", said.as_deref().unwrap_or("…"))
        });
        return Some(positions.collect::<Vec<_>>().join(" "));
    }
    match (shape.map(agreed), &node.value) {
        (Some(shape @ (Shape::Choice(_) | Shape::Scalar(_))), Value::Scalar(_)) => {
            return Some(plain(&values.print(node, shape, "")));
        }
        (shape @ Some(Shape::List(_)), Value::List(items)) => {
            let item = item_shape(shape);
            let items: Option<Vec<String>> =
                items.iter().map(|it| it.text().and_then(|_| said(it, item, values))).collect();
            return items.map(|items| items.join(", "));
        }
        _ => {}
    }
    let in_languages = Lang::ALL.iter().any(|it| node.get(it.code()).is_some());
    match &node.value {
        Value::Map(_) if !in_languages => {
            CALLED.iter().find_map(|key| Some(text(node.get(key)?, lang)?.0.to_owned()))
        }
        Value::List(items) => {
            let items: Option<Vec<&str>> = items.iter().map(Node::text).collect();
            items.map(|items| items.join(", "))
        }
        _ => text(node, lang).map(|(words, _)| words.to_owned()),
    }
}

/// The keys under which an item says what it is called, the plainest first.
const CALLED: [&str; 9] =
    ["title", "name", "statement", "event", "label", "id", "path", "code", "version"];
