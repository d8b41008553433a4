//! A changed value put where it belongs in the file of the block: in a profile, beside what it
//! inherits, never into the framework.

use std::collections::BTreeMap;

use crate::diag::{Content, Mend};
use crate::layout;
use crate::mending::edited;
use crate::model::{Classification, Element, Message, Requirement, Text};
use crate::resolve::Resolved;
use crate::syntax::{Node, Value};
use crate::text::FileId;
use crate::view::workbook::Key;
use crate::words::document::YES;
use crate::words::{Lang, Words};
use crate::workspace::Workspace;

/// A value and its place in the block.
pub(super) struct Put {
    /// The way to it from the root.
    steps: Vec<Step>,
    /// What is written there; `None` to take it away.
    content: Option<Content>,
}

/// A step on the way to a value.
#[derive(Clone)]
enum Step {
    /// A key of the format.
    Key(&'static str),
    /// The item of a list whose key field says this.
    Item(&'static str, String),
}

const CLUSTER: [Step; 2] = [Step::Key("process_alignment"), Step::Key("data_cluster")];

/// The way to a key of an element.
fn of_element(path: &str, keys: &[&'static str]) -> Vec<Step> {
    let mut steps = CLUSTER.to_vec();
    steps.extend([Step::Key("elements"), Step::Item("path", path.to_owned())]);
    steps.extend(keys.iter().map(|key| Step::Key(key)));
    steps
}

/// The way to a key of what a message itself says of an element.
fn of_subset(message: &str, path: &str, key: &'static str) -> Vec<Step> {
    vec![
        Step::Key("process_alignment"),
        Step::Key("messages"),
        Step::Item("id", message.to_owned()),
        Step::Key("subset"),
        Step::Item("path", path.to_owned()),
        Step::Key(key),
    ]
}

fn message<'a>(resolved: &'a Resolved, id: &str) -> Option<&'a Message> {
    let mut messages = resolved.block.process_alignment.iter().flat_map(|it| &it.messages);
    messages.find(|it| it.id.as_ref().is_some_and(|it| &*it.value.0 == id))
}

/// Whether the message itself, not the data cluster, lists the element.
pub(super) fn is_in_subset(resolved: &Resolved, id: &str, path: &str) -> bool {
    let same =
        |it: &crate::model::SubsetElement| it.path.as_ref().is_some_and(|it| &*it.value.0 == path);
    message(resolved, id).is_some_and(|it| it.subset.iter().any(same))
}

/// Whether the value of this column is one of the message alone.
pub(super) fn is_of_message(resolved: &Resolved, id: &str, path: &str, key: Key) -> bool {
    match key {
        Key::Requirement => true,
        Key::Occurs => is_in_subset(resolved, id, path),
        _ => false,
    }
}

/// The identifiers in a cell that lists several.
pub(super) fn listed(value: &str) -> impl Iterator<Item = &str> {
    value.split([',', ';', '\n']).map(str::trim).filter(|it| !it.is_empty())
}

/// What the block says of an element, in its own file or by inheritance.
fn element<'a>(resolved: &'a Resolved, path: &str) -> Option<&'a Element> {
    resolved.cluster.find(path).map(|it| &*it.own)
}

/// The key, or the keys, below an element where the value of a column stands.
fn keys(key: Key) -> &'static [&'static str] {
    match key {
        Key::Label => &["name"],
        Key::Format => &["format"],
        Key::Occurs => &["occurs"],
        Key::Requirement => &["requirement"],
        Key::Condition => &["condition", "text"],
        Key::When => &["condition", "when"],
        Key::Codes => &["codes"],
        Key::Supplement => &["definition"],
        Key::Purposes => &["purposes"],
        Key::Personal => &["personal"],
        Key::Classification => &["classification"],
        Key::Protection => &["protection"],
        Key::WcoId => &["wco_id"],
        _ => &["note"],
    }
}

/// The text of a column that is written in several languages.
fn own_text(own: &Element, key: Key) -> Option<&Text> {
    match key {
        Key::Label => own.name.as_ref(),
        Key::Condition => own.condition.as_ref()?.text.as_ref(),
        Key::Supplement => own.definition.as_ref(),
        Key::Protection => own.protection.as_ref(),
        Key::Note => own.note.as_ref(),
        _ => None,
    }
}

fn is_text(key: Key) -> bool {
    matches!(key, Key::Label | Key::Condition | Key::Supplement | Key::Protection | Key::Note)
}

/// Whether the value of a column can be taken away: what the block's own file says can, what it
/// inherits cannot.
pub(super) fn can_be_cleared(resolved: &Resolved, path: &str, key: Key, lang: Lang) -> bool {
    let Some(own) = element(resolved, path) else { return false };
    let file = resolved.tree.span.file;
    let written = match key {
        _ if is_text(key) => {
            own_text(own, key).and_then(|it| it.variant(lang.code())).map(|it| it.span)
        }
        Key::Format => own.format.as_ref().map(|it| it.span),
        Key::When => own.condition.as_ref().and_then(|it| it.when.as_ref()).map(|it| it.span),
        Key::Codes => own.codes.as_ref().map(|it| it.span),
        Key::Purposes => own.purposes.first().map(|it| it.span),
        Key::Classification => own.classification.as_ref().map(|it| it.span),
        _ => None,
    };
    written.is_some_and(|span| span.file == file)
}

/// What the edit of a cell writes.
pub(super) fn edit(
    resolved: &Resolved,
    message: &str,
    path: &str,
    key: Key,
    after: &str,
    lang: Lang,
) -> Vec<Put> {
    if is_in_subset(resolved, message, path) {
        let own = match key {
            Key::Requirement => Some("requirement"),
            Key::Occurs => Some("occurs"),
            _ => None,
        };
        if let Some(own) = own {
            let content = Content::Plain(after.to_owned());
            return vec![Put { steps: of_subset(message, path, own), content: Some(content) }];
        }
    }
    let steps = of_element(path, keys(key));
    if is_text(key) {
        let own = element(resolved, path).and_then(|own| own_text(own, key));
        return vec![Put { steps, content: several(resolved, own, after, lang) }];
    }
    let content = (!after.is_empty()).then(|| scalar(key, after, lang));
    vec![Put { steps, content }]
}

/// A text with one language changed and the others kept; `None` when nothing remains.
fn several(resolved: &Resolved, own: Option<&Text>, after: &str, lang: Lang) -> Option<Content> {
    let control = resolved.block.block.as_ref();
    let languages = control.map_or(0, |it| it.languages.len());
    let mut texts: Vec<(String, Content)> = Vec::new();
    for other in Lang::ALL {
        let kept = || own.and_then(|it| it.get(other)).unwrap_or("");
        let text = if other == lang { after } else { kept() };
        if !text.is_empty() {
            texts.push((other.code().to_owned(), Content::Text(text.to_owned())));
        }
    }
    match (texts.len(), languages) {
        (0, _) => None,
        (1, 0 | 1) => texts.pop().map(|it| it.1),
        _ => Some(Content::PerName(texts)),
    }
}

fn scalar(key: Key, after: &str, lang: Lang) -> Content {
    let shown = |label: Words| label.get(lang) == after;
    match key {
        Key::Purposes => {
            Content::List(listed(after).map(|it| Content::Text(it.to_owned())).collect())
        }
        Key::Personal => Content::Plain(shown(YES).to_string()),
        Key::Classification => {
            let found = Classification::ALL.iter().find(|it| shown(it.label()));
            Content::Text(found.map_or(after, |it| it.id()).to_owned())
        }
        Key::Requirement | Key::Occurs => Content::Plain(after.to_owned()),
        _ => Content::Text(after.to_owned()),
    }
}

/// The requirement of an element with that of some messages changed: one for all messages where
/// they agree, else one for each.
pub(super) fn requirement(resolved: &Resolved, path: &str, changed: &[(&str, &str)]) -> Put {
    let own = element(resolved, path).and_then(|own| own.requirement.as_ref());
    let mut each: Vec<(String, Content)> = Vec::new();
    for id in carriers(resolved, path) {
        let now = changed.iter().find(|it| it.0 == id).map(|it| it.1);
        let now = now.or_else(|| own.and_then(|it| it.of(&id)).map(Requirement::id));
        if let Some(now) = now {
            each.push((id, Content::Plain(now.to_owned())));
        }
    }
    Put { steps: of_element(path, &["requirement"]), content: Some(one_or_each(each)) }
}

fn one_or_each(mut each: Vec<(String, Content)>) -> Content {
    let same = each.iter().all(|it| Some(&it.1) == each.first().map(|it| &it.1));
    match each.pop() {
        Some((_, one)) if same => one,
        Some(last) => {
            each.push(last);
            Content::PerName(each)
        }
        None => Content::Plain(Requirement::Optional.id().to_owned()),
    }
}

/// The messages whose root lies above this path.
fn carriers(resolved: &Resolved, path: &str) -> Vec<String> {
    let messages = resolved.block.process_alignment.iter().flat_map(|it| &it.messages);
    let above = messages.filter(|it| {
        let root = it.root.as_ref().map_or("", |root| &*root.value.0);
        path == root || path.strip_prefix(root).is_some_and(|rest| rest.starts_with('/'))
    });
    above.filter_map(|it| it.id.as_ref().map(|id| id.value.to_string())).collect()
}

/// A new element: what its row says, and its requirement in each message that gets it.
pub(super) fn element_row(
    resolved: &Resolved,
    path: &str,
    values: &[(Key, String)],
    messages: &[(&str, &str)],
    lang: Lang,
) -> Put {
    let mut entries: Vec<(&'static str, Content)> = Vec::new();
    let mut condition: Vec<(&'static str, Content)> = Vec::new();
    for (key, value) in values.iter().filter(|it| it.0 != Key::Requirement) {
        let content = match is_text(*key) {
            true => several(resolved, None, value, lang),
            false => Some(scalar(*key, value, lang)),
        };
        let Some(content) = content else { continue };
        match keys(*key) {
            [_, below] => condition.push((below, content)),
            [own, ..] => entries.push((own, content)),
            [] => {}
        }
    }
    if !condition.is_empty() {
        entries.push(("condition", Content::Map(condition)));
    }
    let asked: BTreeMap<&str, &str> = messages.iter().copied().collect();
    let each = carriers(resolved, path).into_iter().map(|id| {
        let asked = asked.get(&*id).copied().unwrap_or(Requirement::NotCommunicated.id());
        (id, Content::Plain(asked.to_owned()))
    });
    entries.push(("requirement", one_or_each(each.collect())));
    let place = |key: &str| Element::RECORD.fields.iter().position(|field| field.key == key);
    entries.sort_by_key(|it| place(it.0));
    Put { steps: of_element(path, &[]), content: Some(Content::Map(entries)) }
}

/// Puts a value into the text of a block, in the workspace. Whether it could be put.
pub(super) fn put(workspace: &mut Workspace, file: FileId, put: &Put) -> bool {
    let Some(tree) = workspace.written(file) else { return false };
    let Some(mend) = tree.root.as_ref().and_then(|root| mend(root, put)) else {
        // What is to be taken away is not there any more.
        return put.content.is_none();
    };
    let Some(mut edits) = layout::edits(&workspace.sources, file, (tree, None), &[mend]) else {
        return false;
    };
    edits.sort_by_key(|edit| edit.span);
    let text = edited(workspace.sources.text(file), &edits.iter().collect::<Vec<_>>());
    workspace.rewrite(&BTreeMap::from([(file, text)]));
    true
}

/// The change of the tree that puts a value where it belongs, with the lists and mappings around
/// it that are not there yet.
fn mend(root: &Node, put: &Put) -> Option<Mend> {
    let mut node = root;
    for (at, step) in put.steps.iter().enumerate() {
        let rest = put.steps.get(at + 1..).unwrap_or(&[]);
        match step {
            Step::Key(key) => match node.entry(key) {
                Some(entry) if rest.is_empty() && put.content.is_none() => {
                    return Some(Mend::Remove(entry.key.span));
                }
                Some(entry) => node = &entry.value,
                None => {
                    return Some(Mend::Insert(node.span, key, wrapped(rest, put.content.clone()?)));
                }
            },
            Step::Item(field, name) => {
                let Value::List(items) = &node.value else { return None };
                let same = |it: &&Node| it.get(field).and_then(Node::text) == Some(name);
                let Some(item) = items.iter().find(same) else {
                    let item = named(field, name, rest, put.content.clone()?);
                    return Some(Mend::Append(node.span, item));
                };
                node = item;
            }
        }
    }
    put.content.clone().map(|content| Mend::Replace(node.span, content))
}

/// The content with everything around it that the steps lead through.
fn wrapped(steps: &[Step], content: Content) -> Content {
    match steps.split_first() {
        None => content,
        Some((Step::Key(key), rest)) => Content::Map(vec![(*key, wrapped(rest, content))]),
        Some((Step::Item(field, name), rest)) => {
            Content::List(vec![named(field, name, rest, content)])
        }
    }
}

/// An item of a list with its key field first.
fn named(field: &'static str, name: &str, rest: &[Step], content: Content) -> Content {
    let mut entries = vec![(field, Content::Text(name.to_owned()))];
    match wrapped(rest, content) {
        Content::Map(inner) => entries.extend(inner),
        // An item is a mapping: there is always a key behind it, or its own entries.
        other => return other,
    }
    Content::Map(entries)
}
