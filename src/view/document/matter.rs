//! What a change of a block is about, and what stood and stands there, in the words of the annex.

use crate::diff::{Change, Kind};
use crate::model::{Block as Root, Shape, item_shape};
use crate::syntax::{Node, Value};
use crate::view::document::changes::{agreed, said};
use crate::view::document::context::{Values, text};
use crate::view::document::{Inline, Inlines};
use crate::words::profile as say;
use crate::words::{Lang, Words, points};

pub(super) fn words(words: Words, lang: Lang) -> Inlines {
    run(words.get(lang))
}

/// Words as a run; nothing for none.
pub(super) fn run(words: impl Into<String>) -> Inlines {
    let words = words.into();
    if words.is_empty() { Vec::new() } else { vec![Inline::Text(words)] }
}

/// What a change is about: what its key means, and the names of the items that hold the place.
pub(super) fn matter(change: &Change, values: &Values) -> Inlines {
    let lang = values.lang;
    let tree = match change.kind {
        Kind::Removed => values.resolved.framework.as_deref().map(|it| &it.tree),
        _ => Some(&values.resolved.tree),
    };
    let (keys, names) = tree.map(|tree| names(&change.path, tree, values)).unwrap_or_default();
    let key = keys.last().copied().unwrap_or_default();
    let within = keys.get(keys.len().saturating_sub(2)..).unwrap_or_default().join(".");
    let label = say::matter(&within).or_else(|| say::matter(key)).or_else(|| points::subject(key));
    let Some(label) = label else { return vec![Inline::Code(change.path.clone())] };
    let mut out = words(label, lang);
    if !names.is_empty() {
        out.push(Inline::Text(format!(" ({})", names.join(", "))));
    }
    out
}

/// The keys of a path, and what the items on the way are called.
fn names<'p>(path: &'p str, tree: &Node, values: &Values) -> (Vec<&'p str>, Vec<String>) {
    let mut here = Some((tree, Shape::Record(Root::RECORD)));
    let (mut keys, mut names, mut rest) = (Vec::new(), Vec::new(), path);
    while !rest.is_empty() {
        if let Some((item, behind)) = rest.strip_prefix('[').and_then(|it| it.split_once(']')) {
            rest = behind;
            here = here.and_then(|(node, shape)| {
                let shape = item_shape(Some(shape))?;
                Some((found(node, shape, item)?, shape))
            });
            let name = match here {
                Some((node, shape @ Shape::Record(_))) => values.item_name(node, shape),
                Some((node, shape)) => said(node, Some(shape), values).unwrap_or_default(),
                None => String::new(),
            };
            names.push(if name.is_empty() { item.to_owned() } else { name });
        } else {
            let name = rest.strip_prefix('.').unwrap_or(rest);
            let (next, behind) = name.split_at(name.find(['.', '[']).unwrap_or(name.len()));
            if next.is_empty() {
                break;
            }
            keys.push(next);
            rest = behind;
            here = here.and_then(|(node, shape)| {
                let Shape::Record(record) = agreed(shape) else { return None };
                Some((node.get(next)?, (record.field(next)?.shape)()))
            });
        }
    }
    (keys, names)
}

/// The item of a list that a path names: by its key, its place, or its words.
fn found<'n>(list: &'n Node, shape: Shape, item: &str) -> Option<&'n Node> {
    let Value::List(items) = &list.value else { return None };
    if let Some(place) = item.strip_prefix('#').and_then(|it| it.parse::<usize>().ok()) {
        return items.get(place.checked_sub(1)?);
    }
    let key = match shape {
        Shape::Record(record) => record.key(),
        _ => None,
    };
    items
        .iter()
        .find(|it| key.map_or(Some(*it), |key| it.get(key)).and_then(Node::text) == Some(item))
}

/// Two texts from the first sentence on that differs.
pub(super) fn worded(old: &Node, new: &Node, lang: Lang) -> [Inlines; 2] {
    let words = [old, new].map(|it| text(it, lang).map_or("", |it| it.0).trim());
    let [one, other] = words;
    let common: usize = one
        .split_inclusive(". ")
        .zip(other.split_inclusive(". "))
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len())
        .sum();
    words.map(|it| match it.get(common..) {
        _ if it.is_empty() => vec![Inline::Text(say::NONE.get(lang).to_owned())],
        Some(rest) if common > 0 => run(format!("… {}", short(rest))),
        _ => run(short(it)),
    })
}

/// A text of no more than a few lines, cut between words.
pub(super) fn short(words: &str) -> String {
    const LONGEST: usize = 700;
    let Some((end, _)) = words.char_indices().nth(LONGEST) else { return words.to_owned() };
    let cut = words.get(..end).unwrap_or(words);
    let cut = cut.rsplit_once(' ').map_or(cut, |it| it.0);
    format!("{} …", cut.trim_end_matches([',', ';', ':']))
}
