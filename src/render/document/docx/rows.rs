//! The text from first to last: blocks over the whole width, and blocks side by side.

use crate::render::document::docx::body::{Behind, Side, Writer, is_led_to};
use crate::render::document::docx::emit::{self, value};
use crate::render::document::docx::figure;
use crate::render::document::docx::marks::Marks;
use crate::render::document::docx::page::{self, Format, Page};
use crate::render::document::{Picture, picture};
use crate::render::print::xml::Xml;
use crate::view::document::{Block, Division, Document, Edition, Fact, Paper, Setting};
use crate::words::Lang;

/// Space at both sides of a column, in twentieths of a point.
const MARGINS: u32 = 284;

/// Blocks that stand beside each other, or one after the other over the whole width.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    pub(super) setting: Setting,
    left: Option<&'a Block>,
    right: Option<&'a Block>,
    langs: (Lang, Lang),
    /// Whether a table, figure or list follows, so that its last words stay on the page of that.
    leads: bool,
}

impl<'a> Row<'a> {
    /// Its blocks, each with its language.
    pub(super) fn each(&self) -> impl Iterator<Item = (Lang, &'a Block)> + use<'a> {
        let left = self.left.map(|block| (self.langs.0, block));
        left.into_iter().chain(self.right.map(|block| (self.langs.1, block)))
    }

    fn any(&self) -> Option<&'a Block> {
        self.left.or(self.right)
    }

    /// Whether it opens a part that begins on a page of its own.
    pub(super) fn turns_page(&self) -> bool {
        matches!(self.any(), Some(Block::Heading(it))
            if matches!(it.division, Division::Part | Division::Appendix))
    }

    fn opens(&self) -> bool {
        matches!(self.any(), Some(Block::Heading(it)) if it.level == 1)
    }
}

/// The rows of an edition.
pub(super) fn of(edition: &Edition) -> Vec<Row<'_>> {
    let mut rows = each_row(edition);
    let next = rows.iter().skip(1).map(|row| row.any().is_some_and(is_led_to));
    let next: Vec<bool> = next.collect();
    for (row, leads) in rows.iter_mut().zip(next) {
        row.leads = leads;
    }
    rows
}

fn each_row(edition: &Edition) -> Vec<Row<'_>> {
    match edition {
        Edition::One(it) => {
            let row = |block| Row {
                setting: Setting::Stacked,
                left: Some(block),
                right: None,
                langs: (it.lang, it.lang),
                leads: false,
            };
            it.blocks.iter().map(row).collect()
        }
        Edition::Parallel(it) => {
            let langs = (it.left.lang, it.right.lang);
            let rows = it.rows.iter().map(|pair| Row {
                setting: pair.setting,
                left: pair.left.as_ref(),
                right: pair.right.as_ref(),
                langs,
                leads: false,
            });
            rows.collect()
        }
    }
}

/// How the page lies on which each row stands.
///
/// A data table takes its whole Appendix onto pages on their side; a picture only itself, where it
/// becomes larger so.
pub(super) fn orientation(
    format: Format,
    paper: Paper,
    rows: &[Row],
    pictures: &[Picture],
) -> Vec<Page> {
    if paper == Paper::Summary {
        return vec![Page::Upright; rows.len()];
    }
    let mut pages = Vec::with_capacity(rows.len());
    let wide = |row: &Row| matches!(row.any(), Some(Block::Table(it)) if it.landscape);
    for division in rows.chunk_by(|_, next| !next.opens()) {
        let appendix = matches!(division.first().and_then(Row::any),
            Some(Block::Heading(it)) if it.division == Division::Appendix);
        let all = appendix && division.iter().any(wide);
        for row in division {
            pages.push(match row.any() {
                _ if all || wide(row) => Page::Landscape,
                Some(Block::Figure(it)) => picture(pictures, &it.drawing, row.langs.0)
                    .map_or(Page::Upright, |it| figure::page(format, &it.sheets)),
                _ => Page::Upright,
            });
        }
        let start = pages.len() - division.len();
        take_along(division, pages.get_mut(start..).unwrap_or_default());
    }
    pages
}

/// Puts a heading, and a sentence below it, on the page of the wide table or picture that follows:
/// they would stand alone on the page before.
fn take_along(rows: &[Row], pages: &mut [Page]) {
    let is =
        |at: usize, test: fn(&Block) -> bool| rows.get(at).and_then(Row::any).is_some_and(test);
    let heading = |at| is(at, |it| matches!(it, Block::Heading(_)));
    let sentence = |at| is(at, |it| matches!(it, Block::Paragraph(_)));
    for at in (1..rows.len()).rev() {
        if pages.get(at) != Some(&Page::Landscape) {
            continue;
        }
        let first = match at {
            _ if heading(at - 1) => at - 1,
            2.. if sentence(at - 1) && heading(at - 2) => at - 2,
            _ => continue,
        };
        pages.get_mut(first..at).unwrap_or_default().fill(Page::Landscape);
    }
}

impl Writer<'_> {
    /// Writes the rows; says whether the section that is open at the end is that of the cover.
    pub(super) fn rows(&mut self, xml: &mut Xml, paper: Paper, rows: &[Row]) -> bool {
        let pages = orientation(self.format, paper, rows, self.pictures);
        let placed: Vec<(&Row, Page)> = rows.iter().zip(pages).collect();
        let mut first = true;
        // Rows in columns that follow each other are one table, up to the next page of its own.
        let together = |(a, page): &(&Row, Page), (b, next): &(&Row, Page)| {
            let columns = a.setting == Setting::Columns && b.setting == Setting::Columns;
            columns && page == next && !b.turns_page()
        };
        let groups: Vec<_> = placed.chunk_by(together).collect();
        for (number, group) in groups.iter().enumerate() {
            let Some((row, page)) = group.first() else { continue };
            let next = groups.get(number + 1).and_then(|it| it.first());
            let is_last = next.is_some_and(|(row, next)| next != page || row.turns_page());
            if *page != self.page {
                page::end_section(xml, self.format, self.page, first);
                first = false;
                (self.page, self.width) = (*page, self.format.width(*page));
                // LibreOffice turns the page only where a paragraph opens the section.
                if row.setting == Setting::Columns {
                    emit::paragraph(xml, "SideGap", |_| {});
                }
            } else if row.setting == Setting::Columns && row.turns_page() {
                emit::paragraph(xml, "PageTurn", |_| {});
            }
            if row.setting == Setting::Columns {
                let group: Vec<&Row> = group.iter().map(|(row, _)| *row).collect();
                self.columns(xml, &group);
                continue;
            }
            for (at, (row, _)) in group.iter().enumerate() {
                let is_last = is_last && at + 1 == group.len();
                let behind = |block: Option<&Block>| match block {
                    Some(Block::Table(_)) if is_last => Behind::PageEnd,
                    _ => Behind::Gap,
                };
                self.leads = row.leads;
                self.behind = if row.right.is_none() { behind(row.left) } else { Behind::Gap };
                self.side(xml, Side::Left, row.langs.0, row.left);
                self.leads = row.leads;
                self.behind = behind(row.right);
                self.side(xml, Side::Right, row.langs.1, row.right);
            }
            self.behind = Behind::Gap;
        }
        first
    }

    fn side(&mut self, xml: &mut Xml, side: Side, lang: Lang, block: Option<&Block>) {
        let Some(block) = block else { return };
        let before = (self.side, self.lang);
        (self.side, self.lang) = (side, lang);
        self.outer(xml, block);
        (self.side, self.lang) = before;
    }

    fn columns(&mut self, xml: &mut Xml, rows: &[&Row]) {
        let contents = |row: &&&Row| row.any().is_some_and(|it| *it != Block::Contents);
        let rows: Vec<_> = rows.iter().filter(contents).collect();
        if rows.is_empty() {
            return;
        }
        self.two_columns(xml, rows.len(), |it, xml, at, side| {
            let Some(row) = rows.get(at) else { return };
            let (lang, block) = match side {
                Side::Left => (row.langs.0, row.left),
                Side::Right => (row.langs.1, row.right),
            };
            match block {
                Some(block) => {
                    it.leads = row.leads;
                    it.side(xml, side, lang, Some(block));
                }
                None => emit::paragraph(xml, "Normal", |_| {}),
            }
        });
        // A heading stays with the table or picture that follows.
        let leads = rows.last().is_some_and(|row| matches!(row.any(), Some(Block::Heading(_))));
        let style = if leads { self.keeping("SideGap") } else { "SideGap".to_owned() };
        emit::paragraph(xml, &style, |_| {});
    }

    /// A table of two columns; `cell` fills each.
    fn two_columns(
        &mut self,
        xml: &mut Xml,
        count: usize,
        mut cell: impl FnMut(&mut Self, &mut Xml, usize, Side),
    ) {
        let (whole, half) = (self.width, self.width / 2);
        self.width = half - MARGINS;
        let width = half.to_string();
        xml.element("w:tbl", &[], |xml| {
            xml.element("w:tblPr", &[], |xml| {
                value(xml, "w:tblStyle", "SideBySide");
                let sum = (2 * half).to_string();
                xml.empty("w:tblW", &[("w:w", &*sum), ("w:type", "dxa")]);
                xml.empty("w:tblLayout", &[("w:type", "fixed")]);
                let look = [
                    ("w:val", "0600"),
                    ("w:firstRow", "0"),
                    ("w:lastRow", "0"),
                    ("w:firstColumn", "0"),
                    ("w:lastColumn", "0"),
                    ("w:noHBand", "1"),
                    ("w:noVBand", "1"),
                ];
                xml.empty("w:tblLook", &look);
            });
            xml.element("w:tblGrid", &[], |xml| {
                xml.empty("w:gridCol", &[("w:w", &width)]);
                xml.empty("w:gridCol", &[("w:w", &width)]);
            });
            for row in 0..count {
                xml.element("w:tr", &[], |xml| {
                    for side in [Side::Left, Side::Right] {
                        xml.element("w:tc", &[], |xml| {
                            xml.element("w:tcPr", &[], |xml| {
                                xml.empty("w:tcW", &[("w:w", &*width), ("w:type", "dxa")]);
                            });
                            cell(self, xml, row, side);
                        });
                    }
                });
            }
        });
        self.width = whole;
    }

    /// The front of the document.
    pub(super) fn cover(&mut self, xml: &mut Xml, edition: &Edition) {
        match edition {
            Edition::One(document) => {
                for part in 0..PARTS {
                    self.cover_part(xml, document, part, true);
                }
            }
            Edition::Parallel(it) => {
                let (left, right) = (&it.left, &it.right);
                self.two_columns(xml, PARTS, |me, xml, part, side| {
                    let document = if side == Side::Left { left } else { right };
                    let before = std::mem::replace(&mut me.lang, document.lang);
                    if !me.cover_part(xml, document, part, side == Side::Left) {
                        emit::paragraph(xml, "Normal", |_| {});
                    }
                    me.lang = before;
                });
                emit::paragraph(xml, "SideGap", |_| {});
            }
        }
    }

    /// A part of the cover; says whether there is one.
    fn cover_part(&mut self, xml: &mut Xml, document: &Document, part: usize, first: bool) -> bool {
        let voice = self.voice();
        let line = |xml: &mut Xml, style: &str, text: &str| {
            if !text.is_empty() {
                emit::paragraph(xml, style, |xml| emit::words(xml, voice, text));
            }
            !text.is_empty()
        };
        match part {
            0 => line(xml, "DraftMark", &document.mark),
            1 if first => {
                // The title is the property of the file, which the header shows, too.
                emit::paragraph(xml, "Title", |xml| {
                    emit::field(xml, voice, "TITLE", &document.title);
                });
                true
            }
            1 => line(xml, "Title", &document.title),
            2 => line(xml, "Subtitle", &document.subtitle),
            3 => {
                // In a column the values stand nearer to the names.
                let is_column = self.width < self.format.width(Page::Upright);
                for Fact { name, value } in &document.facts {
                    emit::paragraph(xml, if is_column { "FactBeside" } else { "Fact" }, |xml| {
                        self.inlines(xml, name, voice.with(Marks::FACT));
                        emit::tab(xml, voice);
                        self.inlines(xml, value, voice);
                    });
                }
                !document.facts.is_empty()
            }
            _ => line(xml, "Notice", &document.notice),
        }
    }
}

/// Parts of the cover: mark, title, subtitle, facts, notice.
const PARTS: usize = 5;
