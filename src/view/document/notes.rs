//! Notes at the foot of the page: where a provision, a meaning or a figure comes from.

use std::collections::BTreeMap;

use crate::model::{Date, Scalar, Shape};
use crate::syntax::Node;
use crate::view::document::context::Values;
use crate::view::document::{Document, Inline, Inlines, finish, plain, values, walk};
use crate::words::notes as say;

/// Lists whose items may name a source.
const LISTS: [&str; 3] = ["business_case.legal_basis", "business_case.benefits", "glossary"];

/// Every note that a document may have; those that it marks become its footnotes.
#[derive(Clone, Debug, Default)]
pub(super) struct Notes<'a> {
    texts: Vec<Inlines>,
    /// The note of an item, by list and identifier.
    of_items: BTreeMap<(&'static str, &'a str), usize>,
}

/// Place of the note on meanings of the catalogue of terms.
const VOCABULARY: usize = 0;
/// Place of the note on codes of the catalogue.
const CODES: usize = 1;

impl<'a> Notes<'a> {
    /// The notes of a block.
    pub(super) fn of(values: &Values<'a>) -> Self {
        let lang = values.lang;
        let text = |words: &str| vec![Inline::Text(words.to_owned())];
        let texts = [say::VOCABULARY, say::CODES].map(|words| text(words.get(lang)));
        let mut notes = Self { texts: texts.to_vec(), of_items: BTreeMap::new() };
        for list in LISTS {
            for (item, shape) in values.list(list) {
                let Some(id) = item.get("id").and_then(Node::text) else { continue };
                let text = note(values, item, shape, list);
                if text.is_empty() {
                    continue;
                }
                // Provisions of one instrument share its note.
                let known = notes.texts.iter().position(|it| *it == text);
                notes.of_items.insert((list, id), known.unwrap_or(notes.texts.len()));
                if known.is_none() {
                    notes.texts.push(text);
                }
            }
        }
        notes
    }

    /// The mark of the note of an item of a list.
    pub(super) fn of_item(&self, list: &'static str, item: &Node) -> Option<Inline> {
        let id = item.get("id").and_then(Node::text)?;
        self.of_items.get(&(list, id)).map(|at| Inline::Footnote(*at))
    }

    /// The mark of the note on a meaning that the block does not give itself.
    pub(super) fn vocabulary() -> Inline {
        Inline::Footnote(VOCABULARY)
    }

    /// The mark of the note on codes that were compiled and do not come from their maintainer.
    pub(super) fn codes() -> Inline {
        Inline::Footnote(CODES)
    }

    /// Gives a document the notes that it marks, numbered in the order of their first marks.
    pub(super) fn put(&self, document: &mut Document) {
        let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
        walk::runs(&mut document.blocks, &mut |run| {
            walk::pieces(run, &mut |inline| {
                if let Inline::Footnote(at) = inline {
                    let next = numbers.len();
                    *at = *numbers.entry(*at).or_insert(next);
                }
            });
        });
        let mut order: Vec<(usize, usize)> = numbers.into_iter().collect();
        order.sort_by_key(|(_, number)| *number);
        for (at, _) in order {
            let mut text = self.texts.get(at).cloned().unwrap_or_default();
            walk::pieces(&mut text, &mut |inline| {
                if let Inline::Text(words) = inline {
                    finish::set_blanks(words, document.lang);
                }
            });
            document.footnotes.push(text);
        }
    }
}

/// What is said of the source of an item: the day of an instrument, where it is published, and that
/// a title of the catalogue is not the instrument itself.
fn note(values: &Values, item: &Node, shape: Shape, list: &str) -> Inlines {
    let lang = values.lang;
    let mut parts: Vec<Inlines> = Vec::new();
    let date = item.get("date").and_then(Node::text).and_then(Date::parse);
    if let Some(date) = date {
        let date = values::date(&date, lang);
        parts.push(vec![Inline::Text(say::DATED.with(lang, &[("date", &date)]))]);
    }
    let mut source = values.key(item, shape, list, "source");
    if !source.is_empty() {
        if !plain(&source).ends_with('.') {
            match source.last_mut() {
                Some(Inline::Text(words)) => words.push('.'),
                _ => source.push(Inline::Text(".".to_owned())),
            }
        }
        parts.push(source);
    }
    let known = item.get("instrument").and_then(Node::text);
    let known = known.and_then(|id| values.resolved.catalogue.instrument(id));
    if known.is_some() && item.get("title").is_none() {
        parts.push(vec![Inline::Text(say::CATALOGUE.get(lang).to_owned())]);
    }
    let mut out = Inlines::new();
    for part in parts {
        if !out.is_empty() {
            out.push(Inline::Text(" ".to_owned()));
        }
        out.extend(part);
    }
    out
}
