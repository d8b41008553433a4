//! A document as the plain data that the Typst template reads: nothing in it is ever taken for
//! markup or code.

use std::collections::BTreeSet;
use std::slice;

use serde_json::{Value, json};

use crate::render::document::breaks;
use crate::view::document::edition::Footnote;
use crate::view::document::{
    Align, Block, Bracket, BracketKind, Clause, Definition, Division, Document, Edition, Fact,
    Figure, Heading, Inline, Inlines, List, Pair, Paper, Point, Row, Setting, Table, plain,
    set_blanks,
};
use crate::words::Lang;
use crate::words::document as say;

/// The data of an edition; `sheets` gives the drawings of a figure in a language.
pub(super) fn edition(edition: &Edition, sheets: &Sheets<'_>) -> Value {
    let first = edition.first();
    let mut writer = Writer {
        lang: first.lang,
        notes: Notes::of(edition),
        places: Places::default(),
        sheets,
        met: BTreeSet::new(),
        paper: edition.paper(),
        above: highest(edition).saturating_sub(1),
        depth: 0,
    };
    let (covers, rows) = match edition {
        Edition::One(document) => {
            collect(&document.blocks, &mut writer.places.known);
            let rows = document
                .blocks
                .iter()
                .map(|block| json!({"setting": "one", "left": writer.block(block), "right": null}));
            let rows: Vec<Value> = rows.collect();
            (vec![writer.cover(document)], rows)
        }
        Edition::Parallel(it) => {
            let blocks = it.rows.iter().flat_map(|row| [&row.left, &row.right]).flatten();
            blocks.for_each(|it| collect(slice::from_ref(it), &mut writer.places.known));
            let rows = it.rows.iter().map(|row| writer.pair(row, it.right.lang)).collect();
            let right = writer.in_lang(it.right.lang, |me| me.cover(&it.right));
            (vec![writer.cover(&it.left), right], rows)
        }
    };
    json!({
        "title": first.title,
        "description": first.notice,
        "one_page": edition.paper() == Paper::Summary,
        "covers": covers,
        "rows": rows,
    })
}

/// The drawings of a figure, in a language, and whether they want a page on its side.
pub(super) type Sheets<'a> = dyn Fn(&Figure, Lang) -> (Vec<Sheet>, bool) + 'a;

/// A drawing: the name of its file, width and height in pixels.
pub(super) struct Sheet {
    pub(super) file: String,
    pub(super) size: (u32, u32),
}

/// The notes at the foot of the page.
enum Notes<'a> {
    One(&'a [Inlines]),
    Parallel(&'a [Footnote]),
}

impl<'a> Notes<'a> {
    fn of(edition: &'a Edition) -> Self {
        match edition {
            Edition::One(document) => Self::One(&document.footnotes),
            Edition::Parallel(it) => Self::Parallel(&it.footnotes),
        }
    }

    fn get(&self, place: usize) -> Option<&'a [Inline]> {
        match self {
            Self::One(notes) => notes.get(place).map(Vec::as_slice),
            Self::Parallel(notes) => notes.get(place).map(|note| note.text.as_slice()),
        }
    }
}

/// The highest rank that a heading has; 1 where there is none.
fn highest(edition: &Edition) -> u8 {
    let level = |block: &Block| match block {
        Block::Heading(heading) => Some(heading.level.max(1)),
        _ => None,
    };
    let levels = match edition {
        Edition::One(document) => document.blocks.iter().filter_map(level).min(),
        Edition::Parallel(it) => {
            let blocks = it.rows.iter().flat_map(|row| [&row.left, &row.right]).flatten();
            blocks.filter_map(level).min()
        }
    };
    levels.unwrap_or(1)
}

/// The names of places: those that exist, and those that were given away.
#[derive(Default)]
struct Places {
    known: BTreeSet<String>,
    given: BTreeSet<String>,
}

impl Places {
    /// The name, the first time that it is asked for; a name stands for one place only.
    fn give<'a>(&mut self, name: &'a str) -> &'a str {
        if !name.is_empty() && self.given.insert(name.to_owned()) { name } else { "" }
    }

    /// The name, if it is that of a place of the document.
    fn find<'a>(&self, name: &'a str) -> &'a str {
        if self.known.contains(name) { name } else { "" }
    }
}

/// Collects the names of all places.
fn collect(blocks: &[Block], known: &mut BTreeSet<String>) {
    for block in blocks {
        match block {
            Block::Heading(Heading { anchor, .. }) | Block::Figure(Figure { anchor, .. }) => {
                known.insert(anchor.clone());
            }
            Block::Clause(clause) => {
                known.insert(clause.anchor.clone());
                collect(&clause.blocks, known);
            }
            Block::Table(table) => {
                known.insert(table.anchor.clone());
                known.extend(table.rows.iter().map(|row| row.anchor.clone()));
            }
            Block::Definitions(list) => known.extend(list.iter().map(|it| it.anchor.clone())),
            Block::List(list) => list.items.iter().for_each(|it| collect(it, known)),
            Block::Note(blocks) => collect(blocks, known),
            Block::Paragraph(_) | Block::Contents => {}
        }
    }
}

struct Writer<'a> {
    /// The language of what is being written.
    lang: Lang,
    notes: Notes<'a>,
    places: Places,
    sheets: &'a Sheets<'a>,
    /// Notes that were written: a further mark leads to the first.
    met: BTreeSet<usize>,
    paper: Paper,
    /// Ranks above the highest heading of the document, which has the first rank in a PDF.
    above: u8,
    /// The rank of the heading before: none is passed over, as PDF/UA demands.
    depth: u8,
}

impl Writer<'_> {
    /// What `make` gives in another language than that of the first column.
    fn in_lang<T>(&mut self, lang: Lang, make: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.lang, lang);
        let made = make(self);
        self.lang = before;
        made
    }

    /// What stands before the text, and at the head and foot of every page.
    fn cover(&mut self, document: &Document) -> Value {
        let facts: Vec<Value> = document
            .facts
            .iter()
            .map(|Fact { name, value }| json!([self.inlines(name), self.inlines(value)]))
            .collect();
        let version = [("version", document.version.as_str()), ("status", &document.status)];
        json!({
            "lang": self.lang.code(),
            "title": document.title,
            "subtitle": document.subtitle,
            "mark": document.mark,
            "notice": document.notice,
            "facts": facts,
            "version": say::VERSION_STATUS.with(self.lang, &version),
            "contents": say::CONTENTS.get(self.lang),
            "page": say::PAGE.get(self.lang),
        })
    }

    fn pair(&mut self, pair: &Pair, right: Lang) -> Value {
        let setting = match pair.setting {
            Setting::Columns => "columns",
            Setting::Stacked => "stacked",
            Setting::Merged => "one",
        };
        let left = pair.left.as_ref().map(|it| self.block(it));
        let right = self.in_lang(right, |me| pair.right.as_ref().map(|it| me.block(it)));
        json!({"setting": setting, "left": left, "right": right})
    }

    fn blocks(&mut self, blocks: &[Block]) -> Vec<Value> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> Value {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Clause(Clause { number, anchor, blocks }) => json!({
                "is": "clause",
                "number": number,
                "anchor": self.places.give(anchor),
                "blocks": self.blocks(blocks),
            }),
            Block::Paragraph(text) => json!({"is": "paragraph", "text": self.inlines(text)}),
            Block::List(list) => self.list(list),
            Block::Definitions(list) => {
                let items: Vec<Value> = list.iter().map(|it| self.definition(it)).collect();
                json!({"is": "definitions", "items": items})
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Note(blocks) => json!({"is": "note", "blocks": self.blocks(blocks)}),
            Block::Contents => json!({"is": "contents", "title": say::CONTENTS.get(self.lang)}),
        }
    }

    fn heading(&mut self, heading: &Heading) -> Value {
        let division = match heading.division {
            Division::Part => "part",
            Division::Article => "article",
            Division::Appendix => "appendix",
            Division::Section => "section",
        };
        self.depth = heading.level.saturating_sub(self.above).clamp(1, self.depth + 1);
        json!({
            "is": "heading",
            "division": division,
            "level": self.depth,
            "anchor": self.places.give(&heading.anchor),
            "label": heading.label,
            "listed": self.paper.lists(heading),
            "title": self.inlines(&heading.title),
        })
    }

    fn list(&mut self, list: &List) -> Value {
        let marks: Vec<String> = (0..list.items.len()).map(|at| list.marks.label(at)).collect();
        let items: Vec<Value> = list.items.iter().map(|it| self.blocks(it).into()).collect();
        json!({"is": "list", "marks": marks, "items": items})
    }

    fn definition(&mut self, definition: &Definition) -> Value {
        json!({
            "anchor": self.places.give(&definition.anchor),
            "term": self.inlines(&definition.term),
            "meaning": self.inlines(&definition.meaning),
        })
    }

    fn table(&mut self, table: &Table) -> Value {
        let columns: Vec<Value> = table
            .columns
            .iter()
            .map(|column| {
                json!({
                    "title": self.inlines(&column.title),
                    "width": column.width.max(1),
                    "centre": column.align == Align::Centre,
                })
            })
            .collect();
        let rows: Vec<Value> = table.rows.iter().map(|row| self.row(table, row)).collect();
        json!({
            "is": "table",
            "anchor": self.places.give(&table.anchor),
            "caption": self.caption(&table.label, &table.caption),
            "columns": columns,
            "rows": rows,
            "key": table.row_header,
            "landscape": table.landscape,
        })
    }

    fn row(&mut self, table: &Table, row: &Row) -> Value {
        let cells: Vec<Value> = row.cells.iter().map(|cell| self.inlines(cell)).collect();
        json!({
            "anchor": self.places.give(&row.anchor),
            "group": row.group,
            "title": row.is_title(),
            "level": row.level,
            "short": is_short(table, row),
            "cells": cells,
        })
    }

    fn figure(&mut self, figure: &Figure) -> Value {
        let (sheets, wide) = (self.sheets)(figure, self.lang);
        let sheets = sheets.iter().map(|Sheet { file, size: (width, height) }| {
            json!({"file": file, "width": width, "height": height})
        });
        let sheets: Vec<Value> = sheets.collect();
        json!({
            "is": "figure",
            "wide": wide,
            "anchor": self.places.give(&figure.anchor),
            "caption": self.caption(&figure.label, &figure.caption),
            "alternative": figure.alternative,
            "sheets": sheets,
        })
    }

    /// The label of a table or figure, then what it shows.
    fn caption(&mut self, label: &str, caption: &[Inline]) -> Value {
        let label = match label {
            "" => String::new(),
            label => say::CAPTION.with(self.lang, &[("label", label)]),
        };
        json!({"label": label, "text": self.inlines(caption)})
    }

    /// A list of pieces; a string where there are only words.
    fn inlines(&mut self, inlines: &[Inline]) -> Value {
        if let [Inline::Text(text)] = inlines
            && let words @ Value::String(_) = words(text)
        {
            return words;
        }
        inlines.iter().map(|inline| self.inline(inline)).collect()
    }

    /// A note where its mark stands first; afterwards the mark alone.
    fn footnote(&mut self, place: usize) -> Value {
        let number = place + 1;
        match self.notes.get(place).filter(|_| self.met.insert(place)) {
            Some(text) => json!({"is": "note", "number": number, "text": self.inlines(text)}),
            None => json!({"is": "note", "number": number}),
        }
    }

    /// Words are a string, a code that may break is an array of its pieces, anything else is a map.
    fn inline(&mut self, inline: &Inline) -> Value {
        match inline {
            Inline::Text(text) => words(text),
            Inline::Strong(text) => json!({"is": "strong", "text": self.inlines(text)}),
            Inline::Emphasis(text) => json!({"is": "emphasis", "text": self.inlines(text)}),
            Inline::Code(code) => json!({"is": "code", "pieces": breaks::code(code)}),
            Inline::Break => json!({"is": "break"}),
            Inline::Link { to, text } => {
                json!({"is": "link", "to": to, "text": self.inlines(text)})
            }
            Inline::Reference { anchor, text } => {
                let text = words(&set_blanks(text.clone(), self.lang));
                json!({"is": "reference", "anchor": self.places.find(anchor), "text": [text]})
            }
            Inline::Term { anchor, text } => {
                let text = self.inlines(text);
                json!({"is": "term", "anchor": self.places.find(anchor), "text": text})
            }
            Inline::Bracket(Bracket { kind, point, text, .. }) => {
                let kind = match kind {
                    BracketKind::Proposal => "proposal",
                    BracketKind::Open => "open",
                    BracketKind::Missing => "missing",
                };
                let anchor = Point::link(*point);
                json!({
                    "is": "bracket",
                    "kind": kind,
                    "anchor": self.places.find(&anchor),
                    "text": self.inlines(text),
                })
            }
            Inline::Foreign { lang, text } => {
                json!({"is": "foreign", "lang": lang, "text": self.inlines(text)})
            }
            Inline::Translation { lang, text } => {
                let text = self.in_lang(*lang, |me| me.inlines(text));
                json!({"is": "translation", "lang": lang.code(), "text": text})
            }
            Inline::Stale(text) => json!({"is": "stale", "text": self.inlines(text)}),
            Inline::Footnote(place) => self.footnote(*place),
        }
    }
}

/// Most lines of a row that is kept on one page.
const FEW: usize = 12;

/// Whether a row takes few lines, reckoned by its letters.
fn is_short(table: &Table, row: &Row) -> bool {
    // Letters on a line over the whole width.
    let letters = if table.landscape { 200 } else { 110 };
    let sum: usize = table.columns.iter().map(|it| usize::from(it.width.max(1))).sum();
    let mut cells = row.cells.iter().zip(&table.columns);
    cells.all(|(cell, column)| {
        let line = (letters * usize::from(column.width.max(1)) / sum.max(1)).max(1);
        plain(cell).chars().count() / line < FEW
    })
}

/// Words; what no line could hold comes in pieces.
fn words(text: &str) -> Value {
    let run = |run: &breaks::Run| match run {
        breaks::Run::Words(words) => Value::from(*words),
        breaks::Run::Pieces(pieces) => json!({"is": "pieces", "pieces": pieces}),
    };
    match breaks::text(text).as_slice() {
        [one] => run(one),
        runs => json!({"is": "runs", "text": runs.iter().map(run).collect::<Vec<_>>()}),
    }
}
