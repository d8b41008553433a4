//! Where references lead: a bookmark for each place, and how its number is read off.

use std::collections::{BTreeMap, BTreeSet};

use crate::view::document::{Block, Division, plain};

/// A place that references lead to.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The name of its bookmark.
    pub(super) bookmark: String,
    /// The number that tells the bookmark from others.
    pub(super) id: String,
    /// What it is.
    pub(super) kind: PlaceKind,
    /// Its number with its word where it stands, as `Article 3`; its words where it has no number.
    pub(super) label: String,
}

/// What a reference leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PlaceKind {
    /// A heading that Word numbers, or a numbered paragraph.
    Numbered,
    /// A table or figure: the bookmark stands around its number.
    Captioned,
    /// A heading without a number: the bookmark stands around its words.
    Titled,
    /// Something that has a name only.
    Plain,
}

/// Every place of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    all: BTreeMap<String, Place>,
    taken: BTreeSet<String>,
}

/// The longest name of a bookmark that Word reads.
const LONGEST: usize = 40;

impl Places {
    /// Collects the places of these blocks.
    pub(super) fn collect<'b>(&mut self, blocks: impl IntoIterator<Item = &'b Block>) {
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    let title = plain(&heading.title);
                    let (kind, label) = match heading.division {
                        Division::Article | Division::Appendix if !heading.label.is_empty() => {
                            (PlaceKind::Numbered, heading.label.clone())
                        }
                        _ => (PlaceKind::Titled, title),
                    };
                    self.add(&heading.anchor, kind, label);
                }
                Block::Clause(clause) => {
                    let number = clause.number.clone();
                    self.add(&clause.anchor, PlaceKind::Numbered, number);
                    self.collect(&clause.blocks);
                }
                Block::Table(table) => {
                    let label = table.label.clone();
                    self.add(&table.anchor, PlaceKind::Captioned, label);
                    for row in &table.rows {
                        self.add(&row.anchor, PlaceKind::Plain, String::new());
                    }
                }
                Block::Figure(figure) => {
                    let label = figure.label.clone();
                    self.add(&figure.anchor, PlaceKind::Captioned, label);
                }
                Block::Definitions(list) => {
                    for definition in list {
                        self.add(&definition.anchor, PlaceKind::Plain, String::new());
                    }
                }
                Block::List(list) => {
                    list.items.iter().for_each(|item| self.collect(item));
                }
                Block::Note(blocks) => self.collect(blocks),
                Block::Paragraph(_) | Block::Contents => {}
            }
        }
    }

    fn add(&mut self, anchor: &str, kind: PlaceKind, label: String) {
        if anchor.is_empty() || self.all.contains_key(anchor) {
            return;
        }
        let id = self.all.len() + 1;
        // A leading underscore keeps it out of the list that Word shows.
        let name: String = format!("_{anchor}")
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
            .take(LONGEST)
            .collect();
        let bookmark = if self.taken.insert(name.to_ascii_lowercase()) {
            name
        } else {
            let end = format!("_{id}");
            let name: String = name.chars().take(LONGEST - end.len()).collect();
            let name = name + &end;
            self.taken.insert(name.to_ascii_lowercase());
            name
        };
        self.all.insert(anchor.to_owned(), Place { bookmark, id: id.to_string(), kind, label });
    }

    /// The place of this name.
    pub(super) fn get(&self, anchor: &str) -> Option<&Place> {
        self.all.get(anchor)
    }
}
