//! Whether a translation still renders the text that it was made from.
//!
//! A text in several languages may say under `translated` from which words each language was
//! translated: `translated: {fr: en-1a2b3c4d}`. The mark is a digest of the words, so that a text
//! that changes afterwards tells its translations apart from those that were looked at again.

use sha2::{Digest, Sha256};

use crate::diag::{Content, Mend};
use crate::model::control::Block;
use crate::model::shape::{Lower, Shape};
use crate::model::value::negotiation_key;
use crate::syntax::{Node, Value};

/// The key of a text under which its translations are recorded.
pub const TRANSLATED: &str = "translated";

/// The mark of a text: eight hexadecimal digits of the SHA-256 of its words. Line breaks and the
/// number of blanks between words do not count.
pub fn mark(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let digest = Sha256::digest(words.join(" ").as_bytes());
    let [a, b, c, d, ..] = digest.as_slice() else { return String::new() };
    format!("{a:02x}{b:02x}{c:02x}{d:02x}")
}

/// How a record is written: the language of the original and the mark of its words.
pub fn record(original: &str, text: &str) -> String {
    format!("{original}-{}", mark(text))
}

/// Whether a record has the right form.
pub fn is_record(written: &str) -> bool {
    written.split_once('-').is_some_and(|(lang, mark)| {
        lang.len() == 2
            && lang.bytes().all(|it| it.is_ascii_lowercase())
            && mark.len() == 8
            && mark.bytes().all(|it| it.is_ascii_digit() || (b'a'..=b'f').contains(&it))
    })
}

/// What a text in several languages says of the text in one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing<'a> {
    /// Nothing: it is an original, or nobody has recorded from what it was translated.
    Unrecorded,
    /// It renders the present words of its original.
    Current,
    /// Its original has changed since.
    Stale {
        /// The language of the original.
        original: &'a str,
        /// The record, as it stands in the file.
        record: &'a Node,
    },
}

/// The standing of the text in `lang` of a node that holds a text.
pub fn standing<'a>(node: &'a Node, lang: &str) -> Standing<'a> {
    let Some(record) = node.get(TRANSLATED).and_then(|it| it.get(lang)) else {
        return Standing::Unrecorded;
    };
    let written = record.text().and_then(|it| it.split_once('-'));
    let Some((original, recorded)) = written else { return Standing::Unrecorded };
    match node.get(original).and_then(Node::text) {
        Some(text) if mark(text) == recorded => Standing::Current,
        _ => Standing::Stale { original, record },
    }
}

/// The languages in which a text is written, in the order of the file.
pub fn languages(node: &Node) -> impl Iterator<Item = &str> {
    let entries = match &node.value {
        Value::Map(entries) => &**entries,
        _ => &[],
    };
    let written = entries.iter().filter(|entry| entry.value.text().is_some());
    written.map(|entry| &*entry.key.value)
}

/// Calls `visit` for every text of a block that is written by language, with its place, as
/// `business_case.purposes[verify-origin].statement`.
pub fn texts<'a>(tree: &'a Node, visit: &mut dyn FnMut(&str, &'a Node)) {
    walk(tree, Block::shape(), &mut String::new(), visit);
}

fn walk<'a>(
    node: &'a Node,
    shape: Shape,
    path: &mut String,
    visit: &mut dyn FnMut(&str, &'a Node),
) {
    let here = path.len();
    let enter = |path: &mut String, key: &str| {
        path.truncate(here);
        path.push_str(if here == 0 { "" } else { "." });
        path.push_str(key);
    };
    match (shape, &node.value) {
        (Shape::Text, Value::Map(_)) => visit(path, node),
        (Shape::Record(record), Value::Map(entries)) => {
            for entry in &**entries {
                if let Some(field) = record.field(&entry.key.value) {
                    enter(path, field.key);
                    walk(&entry.value, (field.shape)(), path, visit);
                }
            }
        }
        (Shape::List(item), Value::List(items)) => {
            let shape = item();
            let key = match shape {
                Shape::Record(record) => record.key(),
                _ => None,
            };
            for (at, item) in items.iter().enumerate() {
                path.truncate(here);
                path.push('[');
                match key.and_then(|key| item.get(key)).and_then(Node::text) {
                    Some(name) => path.push_str(name),
                    None => path.push_str(&(at + 1).to_string()),
                }
                path.push(']');
                walk(item, shape, path, visit);
            }
        }
        (Shape::Negotiable(inner), _) => match negotiation_key(node) {
            Some("open") => {
                let note = node.get("open").and_then(|open| open.get("note"));
                if let Some(note) = note {
                    enter(path, "note");
                    walk(note, Shape::Text, path, visit);
                }
            }
            Some(key) => {
                if let Some(Value::Map(positions)) = node.get(key).map(|it| &it.value) {
                    for entry in &**positions {
                        enter(path, &entry.key.value);
                        walk(&entry.value, inner(), path, visit);
                    }
                }
            }
            None => walk(node, inner(), path, visit),
        },
        _ => {}
    }
    path.truncate(here);
}

/// The changes that record every translation of `tree` that is not recorded yet, and of those whose
/// original has changed the ones that `accepted` says were looked at again; with their number.
///
/// The original is the text in the language that stands first. Only what is written in the file of
/// the tree is recorded.
pub fn records(tree: &Node, accepted: &dyn Fn(&str) -> bool) -> (Vec<Mend>, usize) {
    let (mut mends, mut count) = (Vec::new(), 0);
    texts(tree, &mut |path, text| {
        if text.span.file != tree.span.file {
            return;
        }
        let mut languages = languages(text);
        let Some(first) = languages.next() else { return };
        let Some(words) = text.get(first).and_then(Node::text) else { return };
        let mut fresh = Vec::new();
        for lang in languages {
            match standing(text, lang) {
                Standing::Unrecorded => fresh.push((lang.to_owned(), record(first, words))),
                Standing::Stale { original, record: node } if accepted(path) => {
                    let words = text.get(original).and_then(Node::text).unwrap_or("");
                    mends.push(Mend::Replace(node.span, Content::Text(record(original, words))));
                    count += 1;
                }
                Standing::Stale { .. } | Standing::Current => {}
            }
        }
        if !fresh.is_empty() && text.get(TRANSLATED).is_none() {
            count += fresh.len();
            let fresh = fresh.into_iter().map(|(lang, it)| (lang, Content::Text(it))).collect();
            mends.push(Mend::Insert(text.span, TRANSLATED, Content::PerName(fresh)));
        }
    });
    (mends, count)
}
