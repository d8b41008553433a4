//! The sheet of each message: its elements, what the framework says of them, and what may be edited.

use crate::model::{self, Classification, Requirement};
use crate::resolve::{ClusterElement, MessageContent, Resolved};
use crate::view::workbook::{Cell, Column, Key, Row, Sheet, SheetKind, fingerprint};
use crate::words::Lang;
use crate::words::document::{NO, YES};

/// The columns in their order, with their widths in characters.
const COLUMNS: [(Key, u16); 21] = [
    (Key::Level, 6),
    (Key::Tag, 32),
    (Key::WcoId, 9),
    (Key::WcoName, 26),
    (Key::Label, 30),
    (Key::Format, 11),
    (Key::Occurs, 11),
    (Key::FrameworkRequirement, 13),
    (Key::Requirement, 12),
    (Key::Condition, 34),
    (Key::When, 34),
    (Key::Codes, 22),
    (Key::Definition, 44),
    (Key::Supplement, 32),
    (Key::Purposes, 22),
    (Key::Personal, 11),
    (Key::Classification, 14),
    (Key::Protection, 22),
    (Key::Note, 32),
    (Key::Path, 52),
    (Key::Fingerprint, 11),
];

/// A sheet for each message, in the order of the block.
pub(super) fn sheets(resolved: &Resolved, lang: Lang) -> Vec<Sheet> {
    let messages = resolved.block.process_alignment.iter().flat_map(|it| &it.messages);
    let both = messages.zip(&resolved.messages);
    both.filter_map(|(message, content)| sheet(resolved, message, content, lang)).collect()
}

fn sheet(
    resolved: &Resolved,
    message: &model::Message,
    content: &MessageContent,
    lang: Lang,
) -> Option<Sheet> {
    let id = message.id.as_ref()?.value.to_string();
    let title = message.title.as_ref().map_or(&*id, |it| it.any(lang)).to_owned();
    let rows = rows(resolved, message, content, lang);
    let columns = columns(resolved, &rows, lang);
    let rows = rows
        .into_iter()
        .map(|row| {
            let cells = columns.iter().map(|column| row.cell(column.key)).collect();
            Row { level: row.level, group: row.group, cells }
        })
        .collect();
    Some(Sheet { name: id.clone(), title, kind: SheetKind::Message(id), columns, rows })
}

/// The columns that say anything on this sheet; those that may be edited are always there.
fn columns(resolved: &Resolved, rows: &[ElementRow], lang: Lang) -> Vec<Column> {
    let framework = resolved.framework.as_ref().map_or("", |it| it.id());
    let needed = |key: Key| match key {
        Key::FrameworkRequirement => !framework.is_empty(),
        Key::WcoName | Key::Definition => rows.iter().any(|row| row.cell(key) != Cell::Empty),
        _ => true,
    };
    let column = |(key, width): (Key, u16)| Column {
        title: key.title().with(lang, &[("block", framework)]),
        key,
        width,
        choices: choices(key, lang),
    };
    COLUMNS.into_iter().filter(|(key, _)| needed(*key)).map(column).collect()
}

fn choices(key: Key, lang: Lang) -> Vec<String> {
    match key {
        Key::Requirement => Requirement::ALL.iter().map(|it| it.id().to_owned()).collect(),
        Key::Classification => {
            Classification::ALL.iter().map(|it| it.label().get(lang).to_owned()).collect()
        }
        Key::Personal => [YES, NO].map(|it| it.get(lang).to_owned()).to_vec(),
        _ => Vec::new(),
    }
}

/// An element in a message, with what stands in each column.
struct ElementRow {
    level: u8,
    group: bool,
    values: Vec<(Key, String)>,
}

impl ElementRow {
    fn value(&self, key: Key) -> &str {
        self.values.iter().find(|it| it.0 == key).map_or("", |it| &it.1)
    }

    fn cell(&self, key: Key) -> Cell {
        match key {
            Key::Level => Cell::Number(u32::from(self.level) + 1),
            Key::Fingerprint => Cell::text(fingerprint(
                COLUMNS.iter().filter(|it| it.0.is_editable()).map(|it| self.value(it.0)),
            )),
            _ => Cell::text(self.value(key)),
        }
    }
}

/// What the message carries, and what it would carry if it were not said that it does not.
fn rows(
    resolved: &Resolved,
    message: &model::Message,
    content: &MessageContent,
    lang: Lang,
) -> Vec<ElementRow> {
    let id = message.id.as_ref().map_or("", |id| &*id.value.0);
    let inherited = resolved.framework.as_ref().and_then(|framework| {
        let messages = framework.block.process_alignment.as_ref().map(|it| &it.messages)?;
        let same = |it: &model::Message| it.id.as_ref().is_some_and(|own| *own.value.0 == *id);
        let at = messages.iter().position(same)?;
        framework.messages.get(at).map(|content| (framework, content))
    });
    let root = message.root.as_ref().and_then(|root| resolved.cluster.position(&root.value.0));
    let whole = message.subset.is_empty();
    let mut rows = Vec::new();
    for at in root.map(|root| resolved.cluster.below(root)).unwrap_or_default() {
        let Some(element) = resolved.cluster.elements.get(at) else { continue };
        let carried = content.content.iter().find(|it| it.element == at);
        let listed = subset(message, &element.path);
        if carried.is_none() && !whole && listed.is_none() {
            continue;
        }
        let requirement = match carried {
            Some(it) => it.requirement.map_or("", Requirement::id),
            None => Requirement::NotCommunicated.id(),
        };
        let occurs = carried.map(|it| it.occurs);
        let occurs = occurs.or_else(|| listed?.occurs.as_ref().map(|it| it.value));
        let mut values = facts(resolved, element, lang);
        values.push((Key::Requirement, requirement.to_owned()));
        values.push((Key::Occurs, occurs.unwrap_or(element.occurs).to_string()));
        if let Some((framework, content)) = inherited {
            let theirs = framework.cluster.position(&element.path);
            let theirs = content.content.iter().find(|it| Some(it.element) == theirs);
            let theirs = theirs.and_then(|it| it.requirement);
            values.push((
                Key::FrameworkRequirement,
                theirs.unwrap_or(Requirement::NotCommunicated).id().to_owned(),
            ));
        }
        let level = u8::try_from(element.level).unwrap_or(u8::MAX);
        rows.push(ElementRow { level, group: element.is_class(), values });
    }
    rows
}

/// What the message itself says of an element.
pub(super) fn subset<'a>(
    message: &'a model::Message,
    path: &str,
) -> Option<&'a model::SubsetElement> {
    message.subset.iter().find(|it| it.path.as_ref().is_some_and(|it| &*it.value.0 == path))
}

/// What is the same in every message.
fn facts(resolved: &Resolved, element: &ClusterElement, lang: Lang) -> Vec<(Key, String)> {
    let own = &*element.own;
    let said =
        |text: Option<&model::Text>| text.and_then(|it| it.get(lang)).unwrap_or("").to_owned();
    let place = Lang::ALL.iter().position(|it| *it == lang).unwrap_or(0);
    let label = element.name.get(place).cloned().unwrap_or_default();
    let alignment = resolved.block.process_alignment.as_ref();
    let cluster = alignment.and_then(|it| it.data_cluster.as_ref());
    let maximum = cluster.and_then(|it| it.maximum.as_ref());
    let dataset = maximum.and_then(|it| resolved.catalogue.dataset(&it.value.0));
    let row = dataset.and_then(|it| it.row(&element.path));
    let purposes: Vec<String> = own.purposes.iter().map(|it| it.value.to_string()).collect();
    let condition = own.condition.as_ref();
    let when = condition.and_then(|it| it.when.as_ref()).map(|it| it.value.to_string());
    let personal = if element.personal { YES } else { NO };
    vec![
        (Key::Tag, element.tag().to_owned()),
        (Key::WcoId, element.wco_id.clone()),
        (Key::WcoName, element.wco_name.clone()),
        (Key::Label, label),
        (Key::Format, element.format.map(|it| it.to_string()).unwrap_or_default()),
        (Key::Condition, said(condition.and_then(|it| it.text.as_ref()))),
        (Key::When, when.unwrap_or_default()),
        (Key::Codes, element.codes.as_ref().map(|it| it.id.clone()).unwrap_or_default()),
        (Key::Definition, row.map_or("", |row| row.definition.get(lang)).to_owned()),
        (Key::Supplement, said(own.definition.as_ref())),
        (Key::Purposes, purposes.join(", ")),
        (Key::Personal, personal.get(lang).to_owned()),
        (
            Key::Classification,
            element.classification.map_or("", |it| it.label().get(lang)).to_owned(),
        ),
        (Key::Protection, said(own.protection.as_ref())),
        (Key::Note, said(own.note.as_ref())),
        (Key::Path, element.path.to_string()),
    ]
}
