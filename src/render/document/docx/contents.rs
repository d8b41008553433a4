//! The table of contents: a field that Word can fill anew, filled already, with the pages on which
//! the headings are expected to stand.

use std::collections::BTreeMap;

use crate::render::document::docx::body::Writer;
use crate::render::document::docx::emit::{self, Voice, value};
use crate::render::document::docx::page::Page;
use crate::render::document::docx::rows::{Row, orientation};
use crate::render::document::docx::{figure, measure, tag};
use crate::render::document::{picture, sheets};
use crate::render::print::xml::Xml;
use crate::view::document::{Block, Division, Figure, Heading, Paper, Setting, Table, plain};
use crate::words::Lang;
use crate::words::document as say;

/// The headings that the table of contents lists, in the order in which Word meets them.
fn listed<'r>(paper: Paper, rows: &'r [Row<'r>]) -> impl Iterator<Item = (Lang, &'r Heading)> {
    rows.iter().flat_map(Row::each).filter_map(move |(lang, block)| match block {
        Block::Heading(it) if paper.lists(it) => Some((lang, it)),
        _ => None,
    })
}

/// The rank that Word knows the style of a heading by.
fn rank(heading: &Heading) -> u8 {
    if heading.division == Division::Section { 2 } else { 1 }
}

impl Writer<'_> {
    /// The table of contents of these rows.
    pub(super) fn contents(&mut self, xml: &mut Xml, paper: Paper, rows: &[Row]) {
        let pages = pages(self, paper, rows);
        let deepest = listed(paper, rows).map(|(_, it)| rank(it)).max().unwrap_or(1);
        let code = format!("TOC \\o \"1-{deepest}\" \\h \\z \\u");
        let voice = self.voice();
        let first = self.lang;
        xml.element("w:sdt", &[], |xml| {
            xml.element("w:sdtPr", &[], |xml| {
                xml.element("w:docPartObj", &[], |xml| {
                    value(xml, "w:docPartGallery", "Table of Contents");
                    xml.empty("w:docPartUnique", &[]);
                });
            });
            xml.element("w:sdtContent", &[], |xml| {
                emit::paragraph(xml, "TOCHeading", |xml| {
                    let mut langs: Vec<Lang> = Vec::new();
                    langs.extend(rows.iter().flat_map(Row::each).map(|(lang, _)| lang));
                    langs.sort_by_key(|lang| *lang != first);
                    langs.dedup();
                    for (at, lang) in langs.into_iter().enumerate() {
                        let voice = Voice { lang: tag(lang), ..voice };
                        let gap = if at > 0 { " · " } else { "" };
                        emit::words(xml, voice, &format!("{gap}{}", say::CONTENTS.get(lang)));
                    }
                });
                let count = listed(paper, rows).count();
                for (at, (lang, heading)) in listed(paper, rows).enumerate() {
                    self.lang = lang;
                    emit::paragraph(xml, if rank(heading) == 1 { "TOC1" } else { "TOC2" }, |xml| {
                        if at == 0 {
                            emit::field_start(xml, voice, &code);
                        }
                        self.entry(xml, heading, pages.get(heading.anchor.as_str()));
                        if at + 1 == count {
                            emit::field_end(xml, voice);
                        }
                    });
                }
                self.lang = first;
            });
        });
    }

    fn entry(&mut self, xml: &mut Xml, heading: &Heading, page: Option<&u32>) {
        let voice = Voice { linked: true, ..self.voice() };
        let title = plain(&heading.title);
        let text = match &*heading.label {
            "" => title,
            label => say::CAPTION.with(self.lang, &[("label", label)]) + &title,
        };
        let Some(place) = self.place(&heading.anchor) else {
            return emit::words(xml, voice, &text);
        };
        let to = [("w:anchor", place.bookmark.as_str()), ("w:history", "1")];
        xml.element("w:hyperlink", &to, |xml| {
            emit::words(xml, voice, &text);
            emit::tab(xml, voice);
            let page = page.map_or_else(String::new, u32::to_string);
            emit::field(xml, voice, &format!("PAGEREF {} \\h", place.bookmark), &page);
        });
    }
}

/// Size of the type of the text, in twentieths of a point.
const TYPE: u32 = 220;
/// Height of one of its lines.
const LINE: u32 = 290;
/// Height of a line in a table.
const ROW_LINE: u32 = 197;
/// What stands above and below the lines of a row.
const ROW_GAP: u32 = 105;

/// On which page each heading is expected, by counting lines.
fn pages<'r>(writer: &mut Writer, paper: Paper, rows: &'r [Row<'r>]) -> BTreeMap<&'r str, u32> {
    // The cover, and the table of contents itself.
    let lines = u32::try_from(listed(paper, rows).count()).unwrap_or(0);
    let own = (lines * 310 + 600).div_ceil(writer.format.height(Page::Upright));
    let (format, lang) = (writer.format, writer.lang);
    let pages = orientation(format, paper, rows, writer.pictures);
    let mut counter = Counter { writer, page: Page::Upright, lang, number: 2 + own, used: 0 };
    let mut found = BTreeMap::new();
    let mut fresh = true;
    for (row, page) in rows.iter().zip(pages) {
        if page != counter.page && !fresh {
            counter.turn();
        }
        counter.page = page;
        for (_, block) in row.each() {
            let Block::Heading(heading) = block else { continue };
            if row.turns_page() && !fresh {
                counter.turn();
            }
            // A heading takes the lines after it along.
            counter.room_for(1_500);
            found.insert(heading.anchor.as_str(), counter.number);
        }
        let width = format.width(counter.page);
        if row.setting == Setting::Columns {
            let (number, used) = (counter.number, counter.used);
            let mut furthest = (number, used);
            for (lang, block) in row.each() {
                counter.lang = lang;
                (counter.number, counter.used) = (number, used);
                counter.block(block, width / 2 - 284);
                furthest = furthest.max((counter.number, counter.used));
            }
            (counter.number, counter.used) = furthest;
        } else {
            for (lang, block) in row.each() {
                counter.lang = lang;
                counter.block(block, width);
            }
        }
        fresh = false;
    }
    found
}

struct Counter<'w, 'a> {
    writer: &'w mut Writer<'a>,
    page: Page,
    lang: Lang,
    number: u32,
    used: u32,
}

impl Counter<'_, '_> {
    /// Height of the text on the page.
    fn height(&self) -> u32 {
        self.writer.format.height(self.page)
    }

    fn turn(&mut self) {
        if self.used > 0 {
            self.number += 1;
            self.used = 0;
        }
    }

    fn room_for(&mut self, height: u32) {
        if self.used + height > self.height() {
            self.turn();
        }
    }

    /// Lines that may be parted by the end of a page.
    fn lines(&mut self, lines: u32, line: u32, after: u32) {
        for _ in 0..lines {
            self.room_for(line);
            self.used += line;
        }
        self.used += after;
    }

    fn block(&mut self, block: &Block, width: u32) {
        match block {
            Block::Heading(heading) => {
                let lines = measure::lines(&heading.title, 270, width);
                let before = if self.used == 0 { 0 } else { 440 };
                self.used += before + lines * 320 + 160;
            }
            Block::Clause(clause) => {
                for block in &clause.blocks {
                    let wide = matches!(block, Block::Table(_) | Block::Figure(_));
                    self.block(block, if wide { width } else { width - 737 });
                }
            }
            Block::Paragraph(text) => {
                self.lines(measure::lines(text, TYPE * 88 / 100, width), LINE, 120);
            }
            Block::List(list) => {
                for block in list.items.iter().flatten() {
                    self.block(block, width.saturating_sub(567).max(1_000));
                }
            }
            Block::Definitions(list) => {
                for it in list {
                    let sum = measure::run(&it.term, 200) + measure::run(&it.meaning, 194);
                    self.lines((sum + 600).div_ceil(width - 737), LINE, 100);
                }
            }
            Block::Table(table) => self.table(table, width),
            Block::Figure(it) => self.figure(it, width),
            Block::Note(blocks) => blocks.iter().for_each(|it| self.block(it, width - 340)),
            Block::Contents => {}
        }
    }

    fn table(&mut self, table: &Table, width: u32) {
        let widths = self.writer.widths(table, width);
        let head = 600;
        self.room_for(1_600);
        self.used += 240 + 220 * measure::lines(&table.caption, 180, width) + 100 + head;
        for row in &table.rows {
            let cells = row.cells.iter().zip(&*widths);
            let tallest = cells
                .map(|(cell, width)| measure::lines(cell, 170, width.saturating_sub(160).max(100)));
            let height = tallest.max().unwrap_or(1) * ROW_LINE + ROW_GAP;
            if self.used + height > self.height() {
                self.turn();
                self.used = head;
            }
            self.used += height;
        }
        self.used += 200;
    }

    fn figure(&mut self, it: &Figure, width: u32) {
        let picture = picture(self.writer.pictures, &it.drawing, self.lang);
        self.used += 600;
        for sheet in picture.iter().flat_map(|it| &it.sheets) {
            let (_, height) = sheets::size(sheet, (width, self.height() - figure::CAPTION));
            self.room_for(height);
            self.used += height + 180;
        }
        self.used += 330;
    }
}
