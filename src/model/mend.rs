//! Slips of the pen, mended in the tree before it is merged and read: each is reported once, and
//! what would only follow from it is not.

use std::borrow::Cow;

use crate::diag::Findings;
use crate::model::control::Block;
use crate::model::lower::Lowering;
use crate::model::shape::{Lower, Record, Shape};
use crate::model::value::Open;
use crate::syntax::{Entry, Node, Value};

/// Mends the tree of a block file and reports what was mended.
///
/// A key that is one slip away from a known one is read as that one. An empty value, or one of
/// another kind than its key asks for, is taken away, so that it does not take the place of what
/// the framework says.
pub fn mend(root: &mut Node) -> Findings {
    let mut cx = Lowering::default();
    if let Some(mended) = walk(root, Block::shape(), &mut cx) {
        *root = mended;
    }
    cx.findings
}

/// The node mended; `None` when there is nothing to mend.
fn walk(node: &Node, shape: Shape, cx: &mut Lowering) -> Option<Node> {
    let value = match (shape, &node.value) {
        (Shape::Record(record), Value::Map(entries)) => {
            let mut entries = Cow::Borrowed(&**entries);
            respell(&mut entries, record, cx);
            keep(&mut entries, record, cx);
            each(&mut entries, cx, |it| record.field(&it.key.value).map(|field| (field.shape)()));
            Value::Map(changed(entries)?.into())
        }
        (Shape::List(item), Value::List(items)) => {
            let mut items = Cow::Borrowed(&**items);
            for at in 0..items.len() {
                let mended = items.get(at).and_then(|it| walk(it, item(), cx));
                if let Some(mended) = mended
                    && let Some(place) = items.to_mut().get_mut(at)
                {
                    *place = mended;
                }
            }
            Value::List(changed(items)?.into())
        }
        (Shape::Negotiable(inner), _) => return negotiable(node, inner(), cx),
        _ => return None,
    };
    Some(Node { span: node.span, value })
}

fn changed<T: Clone>(items: Cow<[T]>) -> Option<Vec<T>> {
    match items {
        Cow::Owned(items) => Some(items),
        Cow::Borrowed(_) => None,
    }
}

/// Mends the value of each entry that has a shape.
fn each(entries: &mut Cow<[Entry]>, cx: &mut Lowering, shape: impl Fn(&Entry) -> Option<Shape>) {
    for at in 0..entries.len() {
        let Some(entry) = entries.get(at) else { break };
        let mended = shape(entry).and_then(|shape| walk(&entry.value, shape, cx));
        if let Some(mended) = mended
            && let Some(entry) = entries.to_mut().get_mut(at)
        {
            entry.value = mended;
        }
    }
}

/// Takes away what says nothing or says it in the wrong kind of value.
fn keep(entries: &mut Cow<[Entry]>, record: &'static Record, cx: &mut Lowering) {
    let kept: Vec<bool> = entries.iter().map(|entry| is_kept(entry, record, cx)).collect();
    if kept.contains(&false) {
        let mut kept = kept.into_iter();
        entries.to_mut().retain(|_| kept.next().unwrap_or(true));
    }
}

/// Gives keys that are one slip away from a known one, which is not written, that one's name.
fn respell(entries: &mut Cow<[Entry]>, record: &'static Record, cx: &mut Lowering) {
    for at in 0..entries.len() {
        let Some(entry) = entries.get(at).filter(|it| !is_known(&it.key.value, record)) else {
            continue;
        };
        let written = |key: &str| entries.iter().any(|it| &*it.key.value == key);
        let missing = record.fields.iter().map(|field| field.key).filter(|key| !written(key));
        let meant = missing.min_by_key(|key| slips(&entry.key.value, key));
        let Some(meant) = meant.filter(|meant| is_slip(&entry.key.value, meant)) else { continue };
        cx.misspelt_key(entry, record, meant);
        if let Some(entry) = entries.to_mut().get_mut(at) {
            entry.key.value = meant.into();
        }
    }
}

/// Whether the record has such a key; `omit` is one of every item that can be told apart.
fn is_known(key: &str, record: &'static Record) -> bool {
    record.field(key).is_some() || (key == "omit" && record.key().is_some())
}

fn slips(written: &str, known: &str) -> usize {
    strsim::damerau_levenshtein(&written.to_lowercase(), known)
}

/// Whether one is so close to the other that nothing else can be meant.
fn is_slip(written: &str, known: &str) -> bool {
    const LONG: usize = 7;
    let allowed = if known.len() < LONG { 1 } else { 2 };
    known.len() > 2 && written.len() < 2 * known.len() && slips(written, known) <= allowed
}

/// Reports an entry that says nothing or says it in the wrong kind of value.
fn is_kept(entry: &Entry, record: &'static Record, cx: &mut Lowering) -> bool {
    let field = record.field(&entry.key.value).filter(|field| !field.required);
    let Some(field) = field else { return true };
    if matches!(entry.value.value, Value::Null) {
        return cx.present(entry);
    }
    fits(&entry.value, (field.shape)(), cx)
}

/// Whether a value is of the kind that its key asks for; another one is reported.
fn fits(node: &Node, shape: Shape, cx: &mut Lowering) -> bool {
    match shape {
        Shape::Record(_) => cx.entries(node).is_some(),
        Shape::List(_) if !matches!(node.value, Value::List(_)) => {
            cx.list(node);
            false
        }
        Shape::Negotiable(inner) if matches!(node.value, Value::Scalar(_)) => {
            fits(node, inner(), cx)
        }
        _ => true,
    }
}

/// What is still to be agreed: the one key `open` or `proposals`, and what stands below it.
fn negotiable(node: &Node, inner: Shape, cx: &mut Lowering) -> Option<Node> {
    let Value::Map(entries) = &node.value else { return walk(node, inner, cx) };
    let mut entries = Cow::Borrowed(&**entries);
    if let [entry] = &*entries {
        let own = matches!(inner, Shape::Record(record) if is_known(&entry.key.value, record));
        let keys = ["open", "proposals"].into_iter();
        let meant = keys.filter(|it| *it != &*entry.key.value && !own);
        if let Some(meant) = meant.into_iter().find(|it| is_slip(&entry.key.value, it)) {
            cx.misspelt_key(entry, Open::RECORD, meant);
            entries.to_mut().iter_mut().for_each(|it| it.key.value = meant.into());
        }
    }
    match entries.first() {
        Some(entry) if entries.len() == 1 && &*entry.key.value == "open" => {
            each(&mut entries, cx, |_| Some(Open::shape()));
        }
        Some(entry) if entries.len() == 1 && &*entry.key.value == "proposals" => {
            if let Value::Map(positions) = &entry.value.value {
                let mut positions = Cow::Borrowed(&**positions);
                each(&mut positions, cx, |_| Some(inner));
                if let Some(positions) = changed(positions)
                    && let Some(entry) = entries.to_mut().first_mut()
                {
                    entry.value.value = Value::Map(positions.into());
                }
            }
        }
        _ => return walk(node, inner, cx),
    }
    Some(Node { span: node.span, value: Value::Map(changed(entries)?.into()) })
}
