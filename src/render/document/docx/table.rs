//! Tables: a caption with its number, a header row that repeats, rows that are not torn apart.

use std::rc::Rc;

use crate::render::document::docx::body::{Behind, Writer, bookmarked};
use crate::render::document::docx::emit::{self, Voice, value};
use crate::render::document::docx::measure;
use crate::render::print::xml::Xml;
use crate::view::document::{Align, Inline, Row, Table, plain};

/// Space at both sides of a cell, in twentieths of a point.
const MARGINS: u32 = 160;
/// So many rows are kept on one page.
const FEW: usize = 6;
/// How far one level of a row is indented: in width, as a style has it.
const LEVEL: u32 = 142;

impl Writer<'_> {
    /// The widths of the columns in such a room, reckoned once: the table of contents asks for them, too.
    pub(super) fn widths(&mut self, table: &Table, room: u32) -> Rc<[u32]> {
        let known = self.tables.entry((std::ptr::from_ref(table), room));
        Rc::clone(known.or_insert_with(|| widths(table, room).into()))
    }

    pub(super) fn table(&mut self, xml: &mut Xml, table: &Table) {
        let widths = self.widths(table, self.width);
        self.caption(xml, &table.anchor, &table.label, &table.caption);
        let description = plain(&table.caption);
        xml.element("w:tbl", &[], |xml| {
            xml.element("w:tblPr", &[], |xml| {
                value(xml, "w:tblStyle", "AnnexTable");
                let sum = widths.iter().sum::<u32>().to_string();
                xml.empty("w:tblW", &[("w:w", &*sum), ("w:type", "dxa")]);
                xml.empty("w:tblLayout", &[("w:type", "fixed")]);
                let first = if table.row_header == 0 { "1" } else { "0" };
                let look = [
                    ("w:val", if first == "1" { "06A0" } else { "0620" }),
                    ("w:firstRow", "1"),
                    ("w:lastRow", "0"),
                    ("w:firstColumn", first),
                    ("w:lastColumn", "0"),
                    ("w:noHBand", "1"),
                    ("w:noVBand", "1"),
                ];
                xml.empty("w:tblLook", &look);
                if !table.label.is_empty() {
                    value(xml, "w:tblCaption", &table.label);
                }
                if !description.is_empty() {
                    value(xml, "w:tblDescription", &description);
                }
            });
            xml.element("w:tblGrid", &[], |xml| {
                for width in &*widths {
                    xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
                }
            });
            xml.element("w:tr", &[], |xml| {
                xml.element("w:trPr", &[], |xml| {
                    xml.empty("w:cantSplit", &[]);
                    xml.empty("w:tblHeader", &[]);
                });
                let voice = Voice { small: true, ..self.voice() };
                for (column, width) in table.columns.iter().zip(&*widths) {
                    let style = match column.align {
                        Align::Left => "TableHeading",
                        Align::Centre => "TableHeadingCentred",
                    };
                    cell(xml, Span::one(*width), style, |xml| {
                        self.inlines(xml, &column.title, voice);
                    });
                }
            });
            for (at, row) in table.rows.iter().enumerate() {
                // The last row never stands on a page alone, and a few rows stay together.
                let left = table.rows.len() - at;
                let keeps = left == 2 || left > 1 && table.rows.len() <= FEW;
                self.row(xml, table, row, &widths, keeps);
            }
        });
        if self.behind == Behind::Gap {
            emit::paragraph(xml, "TableEnd", |_| {});
        }
    }

    fn row(&mut self, xml: &mut Xml, table: &Table, row: &Row, widths: &[u32], keeps: bool) {
        let voice = Voice { small: true, ..self.voice() };
        let place = self.place(&row.anchor);
        xml.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
            if row.is_title() {
                let span = Span { width: widths.iter().sum(), columns: widths.len() };
                let inlines: &[Inline] = row.cells.first().map_or(&[], Vec::as_slice);
                cell(xml, span, "TableGroup", |xml| {
                    bookmarked(xml, place.as_ref(), |xml| self.inlines(xml, inlines, voice));
                });
                return;
            }
            for (at, (column, width)) in table.columns.iter().zip(widths).enumerate() {
                let head = at == table.row_header;
                let style = match column.align {
                    _ if head && row.level > 0 => level_style(row),
                    _ if head && row.group => "TableGroup".to_owned(),
                    Align::Centre => "TableCentred".to_owned(),
                    Align::Left => "TableText".to_owned(),
                };
                let style = if keeps { self.keeping(&style) } else { style };
                let inlines: &[Inline] = row.cells.get(at).map_or(&[], Vec::as_slice);
                let place = place.as_ref().filter(|_| head);
                cell(xml, Span::one(*width), &style, |xml| {
                    bookmarked(xml, place, |xml| self.inlines(xml, inlines, voice));
                });
            }
        });
    }
}

/// The deepest level that has a style of its own.
pub(super) const DEEPEST: u8 = 8;

fn level_style(row: &Row) -> String {
    let kind = if row.group { "Group" } else { "Level" };
    format!("Table{kind}{}", row.level.min(DEEPEST))
}

/// The styles of indented rows: identifier, name, and the style as XML.
pub(super) fn level_styles() -> Vec<(String, String, String)> {
    let mut styles = Vec::new();
    for level in 1..=DEEPEST {
        for (kind, based_on) in [("Level", "TableText"), ("Group", "TableGroup")] {
            let (id, name) = (format!("Table{kind}{level}"), format!("Table {kind} {level}"));
            let mut xml = Xml::lean();
            let attributes = [("w:type", "paragraph"), ("w:customStyle", "1"), ("w:styleId", &*id)];
            xml.element("w:style", &attributes, |xml| {
                value(xml, "w:name", &name);
                value(xml, "w:basedOn", based_on);
                xml.element("w:pPr", &[], |xml| {
                    let left = (u32::from(level) * LEVEL).to_string();
                    xml.empty("w:ind", &[("w:left", &left)]);
                });
            });
            styles.push((id, name, xml.finish()));
        }
    }
    styles
}

/// How wide a cell is, and over how many columns.
struct Span {
    width: u32,
    columns: usize,
}

impl Span {
    const fn one(width: u32) -> Self {
        Self { width, columns: 1 }
    }
}

fn cell(xml: &mut Xml, span: Span, style: &str, inner: impl FnOnce(&mut Xml)) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &*span.width.to_string()), ("w:type", "dxa")]);
            if span.columns > 1 {
                value(xml, "w:gridSpan", &span.columns.to_string());
            }
        });
        emit::paragraph(xml, style, inner);
    });
}

/// The widths of the columns: their shares, but none narrower than its longest word as far as there
/// is room.
fn widths(table: &Table, room: u32) -> Vec<u32> {
    let shares: Vec<u32> = table.columns.iter().map(|it| u32::from(it.width).max(1)).collect();
    let sum: u32 = shares.iter().sum::<u32>().max(1);
    let count = u32::try_from(shares.len()).unwrap_or(1).max(1);
    // No column claims more than this for a long word.
    let most = (room / count).max(room * 3 / 10);
    let needs: Vec<u32> = (0..shares.len())
        .map(|at| {
            let head = table.columns.get(at).map_or(&[] as &[Inline], |column| &column.title);
            let cells = table.rows.iter().filter(|row| !row.is_title()).filter_map(|row| {
                let indent = u32::from(row.level.min(DEEPEST)) * LEVEL;
                let indent = if at == table.row_header { indent } else { 0 };
                Some(measure::longest_word(row.cells.get(at)?) + indent)
            });
            let longest = cells.max().unwrap_or(0).max(measure::bold_word(head));
            (longest + MARGINS + 20).min(most)
        })
        .collect();
    let wanted: Vec<u32> = shares.iter().map(|share| room * share / sum).collect();
    let lacking: u32 = wanted.iter().zip(&needs).map(|(has, need)| need.saturating_sub(*has)).sum();
    let spare: u32 = wanted.iter().zip(&needs).map(|(has, need)| has.saturating_sub(*need)).sum();
    let given = lacking.min(spare);
    let mut widths: Vec<u32> = wanted
        .iter()
        .zip(&needs)
        .map(|(has, need)| {
            if need > has {
                has + (need - has) * given / lacking.max(1)
            } else {
                has - (has - need) * given / spare.max(1)
            }
        })
        .collect();
    // What rounding left goes to the widest.
    let left = room.saturating_sub(widths.iter().sum());
    if let Some(widest) = widths.iter_mut().max() {
        *widest += left;
    }
    widths
}
