//! Tables of plain text that fit a terminal, and headings between them.

use anstyle::Style;
use comfy_table::presets::NOTHING;
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table};

use crate::report::listing::visible;
use crate::words::{Lang, Words};

/// Widest table, in columns of a terminal.
const WIDTH: u16 = 110;
/// A first column of at most this width is not wrapped: names stay whole.
const NARROW: u16 = 30;

/// A page of headings, lines and tables.
pub(super) struct Page {
    pub(super) lang: Lang,
    strong: Style,
    out: String,
}

impl Page {
    /// An empty page; `colour` sets headings in bold.
    pub(super) fn new(lang: Lang, colour: bool) -> Self {
        let strong = if colour { Style::new().bold() } else { Style::new() };
        Self { lang, strong, out: String::new() }
    }

    /// A heading, with an empty line before it unless it is the first.
    pub(super) fn heading(&mut self, text: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        let strong = self.strong;
        self.out += &format!("{strong}{}{strong:#}\n", visible(text));
    }

    /// A line.
    pub(super) fn line(&mut self, text: &str) {
        self.out += &format!("{}\n", visible(text));
    }

    /// A table; columns named in `centred` are set in the middle. A column in which nothing stands
    /// is left out.
    pub(super) fn table(&mut self, head: &[Words], rows: &[Vec<String>], centred: &[usize]) {
        let head = head.iter().map(|it| it.get(self.lang).to_owned()).collect();
        self.named_table(head, rows, centred);
    }

    /// The same with headings that are made for this table.
    pub(super) fn named_table(
        &mut self,
        head: Vec<String>,
        rows: &[Vec<String>],
        centred: &[usize],
    ) {
        let empty = |at: &usize| rows.iter().all(|row| row.get(*at).is_none_or(String::is_empty));
        let kept: Vec<usize> = (0..head.len()).filter(|at| !empty(at)).collect();
        let pick = |row: &[String]| {
            kept.iter().map(|at| row.get(*at).map_or(String::new(), |it| visible(it))).collect()
        };
        let mut table = Table::new();
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(WIDTH);
        let rule = LineStyle::none().fill('─').junction('─');
        table.load_style(NOTHING.header_separator(rule));
        let head: Vec<String> = pick(&head);
        table.set_header(head);
        for row in rows {
            let row: Vec<String> = pick(row);
            table.add_row(row);
        }
        let widest = table.column_max_content_widths().first().copied().unwrap_or(0);
        for (place, at) in kept.iter().enumerate() {
            if let Some(column) = table.column_mut(place) {
                column.set_padding((if place == 0 { 2 } else { 0 }, 2));
                if place == 0 && widest <= NARROW {
                    column.set_constraint(ColumnConstraint::ContentWidth);
                }
                if centred.contains(at) {
                    column.set_cell_alignment(CellAlignment::Center);
                }
            }
        }
        for line in table.lines() {
            self.out += line.trim_end();
            self.out.push('\n');
        }
    }

    /// What stands on the page.
    pub(super) fn text(self) -> String {
        self.out
    }
}
