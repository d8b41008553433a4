//! Changes of what a framework says, made in the profile: the framework's file is another's.

use std::borrow::Cow;

use crate::diag::{Content, Mend};
use crate::model::{Block, Lower, Record, Shape, below, item_shape, record_of};
use crate::syntax::{Node, Value};
use crate::text::{FileId, Span};

/// One step down a block.
#[derive(Clone, Copy)]
enum Step<'a> {
    /// Under a key of the format.
    Key(&'static str),
    /// To the item of a list whose key has this text.
    Item(&'static str, &'a str),
}

/// These changes, with those of places in other files made where the block of `file`, which has
/// this root, says the same of its own. `None` where it cannot.
pub(super) fn own<'a>(
    root: &Node,
    whole: Option<&Node>,
    file: FileId,
    mends: &'a [Mend],
) -> Option<Cow<'a, [Mend]>> {
    if mends.iter().all(|it| place(it).file == file) {
        return Some(Cow::Borrowed(mends));
    }
    let mut made: Vec<Mend> = Vec::with_capacity(mends.len());
    for mend in mends {
        let mend = match place(mend).file == file {
            true => mend.clone(),
            false => translated(root, whole?, mend)?,
        };
        // Two changes below one key that the profile lacks are one change.
        match (made.last_mut(), mend) {
            (Some(Mend::Insert(at, key, there)), Mend::Insert(place, other, more))
                if *at == place && *key == other =>
            {
                *there = together(there.clone(), more);
            }
            (_, mend) => made.push(mend),
        }
    }
    Some(Cow::Owned(made))
}

fn place(mend: &Mend) -> Span {
    let (Mend::Replace(span, _)
    | Mend::Insert(span, ..)
    | Mend::Append(span, _)
    | Mend::Words(span, ..)
    | Mend::Remove(span)
    | Mend::Order(span, _)) = mend;
    *span
}

/// Two values of one key: mappings are put together.
fn together(one: Content, other: Content) -> Content {
    let (Content::Map(mut one), Content::Map(other)) = (one.clone(), other) else { return one };
    for (key, value) in other {
        match one.iter_mut().find(|(it, _)| *it == key) {
            Some((_, there)) => *there = together(there.clone(), value),
            None => one.push((key, value)),
        }
    }
    Content::Map(one)
}

/// A change of the merged block as a change of the profile.
fn translated(root: &Node, whole: &Node, mend: &Mend) -> Option<Mend> {
    let mut path = path(whole, place(mend))?;
    let (key, content) = match mend {
        Mend::Insert(_, key, content) => (*key, content.clone()),
        Mend::Replace(_, content) => match path.pop()? {
            Step::Key(key) => (key, content.clone()),
            Step::Item(..) => return None,
        },
        // Of a list that is told apart by keys the profile says what it adds.
        Mend::Append(_, item @ Content::Map(_)) => match path.pop()? {
            Step::Key(key) => (key, Content::List(vec![item.clone()])),
            Step::Item(..) => return None,
        },
        Mend::Append(..) | Mend::Words(..) | Mend::Remove(_) | Mend::Order(..) => return None,
    };
    path.push(Step::Key(key));
    let mut node = root;
    let mut taken = 0;
    for step in &path {
        let next = match step {
            Step::Key(key) => node.get(key),
            Step::Item(key, name) => match &node.value {
                Value::List(items) => {
                    items.iter().find(|it| it.get(key).and_then(Node::text) == Some(*name))
                }
                _ => None,
            },
        };
        let Some(next) = next else { break };
        (node, taken) = (next, taken + 1);
    }
    let (first, rest) = path.get(taken..)?.split_first()?;
    let content = rest.iter().rev().fold(content, |content, step| wrapped(*step, content));
    match (first, &node.value) {
        (Step::Key(key), Value::Map(_)) => Some(Mend::Insert(node.span, key, content)),
        (Step::Item(..), Value::List(_)) => match wrapped(*first, content) {
            Content::List(items) => Some(Mend::Append(node.span, items.into_iter().next()?)),
            _ => None,
        },
        _ => None,
    }
}

/// What is written one step further up.
fn wrapped(step: Step<'_>, content: Content) -> Content {
    match (step, content) {
        (Step::Key(key), content) => Content::Map(vec![(key, content)]),
        (Step::Item(key, name), Content::Map(entries)) => {
            let name = (key, Content::Text(name.to_owned()));
            Content::List(vec![Content::Map(std::iter::once(name).chain(entries).collect())])
        }
        (Step::Item(..), content) => Content::List(vec![content]),
    }
}

/// The way to the node at this place of another file.
fn path(whole: &Node, span: Span) -> Option<Vec<Step<'_>>> {
    let mut stack = vec![(whole, Some(Block::shape()), Vec::new())];
    while let Some((node, shape, path)) = stack.pop() {
        if node.span == span {
            return Some(path);
        }
        let step = |step| path.iter().copied().chain(std::iter::once(step)).collect::<Vec<_>>();
        match &node.value {
            Value::Map(entries) => {
                for entry in entries {
                    let Some(key) = known(shape, node, &entry.key.value) else { continue };
                    let shape = shape.and_then(|it| below(it, node, key));
                    stack.push((&entry.value, shape, step(Step::Key(key))));
                }
            }
            Value::List(items) => {
                let shape = item_shape(shape);
                for item in items {
                    let key = record_of(shape, item).and_then(Record::key);
                    let name = key.and_then(|key| Some((key, item.get(key)?.text()?)));
                    if let Some((key, name)) = name {
                        stack.push((item, shape, step(Step::Item(key, name))));
                    }
                }
            }
            Value::Null | Value::Scalar(_) => {}
        }
    }
    None
}

/// The key as the format spells it.
fn known(shape: Option<Shape>, node: &Node, key: &str) -> Option<&'static str> {
    Some(record_of(shape, node)?.field(key)?.key)
}
