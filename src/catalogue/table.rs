//! A data file as a table: cells found by column name, each with its place in the text.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::str::FromStr;

use crate::catalogue::codes;
use crate::catalogue::records::{Record, Records};
use crate::diag::{Finding, Findings};
use crate::text::{FileId, Span};
use crate::words::{Label, Lang};

/// A text that is read as a table; embedded texts have no place to report.
pub(super) struct Table<'t> {
    text: &'t str,
    file: Option<FileId>,
    header: Vec<String>,
    /// The cells of all rows, one after the other.
    cells: String,
    /// Where each cell of `cells` ends.
    ends: Vec<usize>,
    rows: Vec<Record>,
}

/// One row of a table.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a> {
    table: &'a Table<'a>,
    row: &'a Record,
}

impl<'t> Table<'t> {
    /// Reads `text`, whose header must name all of `required`.
    pub(super) fn read(
        text: &'t str,
        file: Option<FileId>,
        required: &[&str],
        findings: &mut Findings,
    ) -> Self {
        let mut records = Records::of(text);
        let header: Vec<String> = match records.next() {
            Some(header) => records.cells(header).map(|name| name.trim().to_owned()).collect(),
            None => Vec::new(),
        };
        records.forget();
        let (cells, ends, rows) = (String::new(), Vec::new(), Vec::new());
        let mut table = Self { text, file, header, cells, ends, rows };
        let missing: Vec<&str> =
            required.iter().copied().filter(|name| table.column(name).is_none()).collect();
        if !missing.is_empty() {
            // Rows under a header that is not understood would only repeat the same fault.
            table.report(findings, || {
                let line = text.lines().next().map_or(0, str::len);
                Finding::new(&codes::MISSING_COLUMN, table.place(0, line))
                    .arg("column", missing.join(", "))
            });
            return table;
        }
        for row in records.by_ref() {
            if row.count != table.header.len() {
                table.report(findings, || {
                    Finding::new(&codes::UNEVEN_ROW, table.row_place(&row))
                        .arg("found", row.count)
                        .arg("expected", table.header.len())
                });
            }
            table.rows.push(row);
        }
        (table.cells, table.ends) = records.finish();
        table
    }

    /// Whether `text` has more rows than this below its header.
    pub(super) fn has_more_rows_than(text: &str, rows: usize) -> bool {
        // A row takes a line at least: most texts need not be read to know.
        let mut line_ends = text.bytes().filter(|byte| matches!(byte, b'\n' | b'\r'));
        line_ends.nth(rows).is_some() && Records::of(text).nth(rows + 1).is_some()
    }

    /// The rows, in order.
    pub(super) fn rows(&self) -> impl Iterator<Item = Cells<'_>> {
        self.rows.iter().map(|row| Cells { table: self, row })
    }

    /// The names of the columns, in order.
    pub(super) fn header(&self) -> &[String] {
        &self.header
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().rposition(|it| it == name)
    }

    /// Cell `index` of a row; empty where there is none.
    fn cell(&self, row: &Record, index: usize) -> &str {
        if index >= row.count {
            return "";
        }
        let at = row.first + index;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(at).copied().unwrap_or_default();
        self.cells.get(start.unwrap_or_default()..end).unwrap_or("")
    }

    fn report(&self, findings: &mut Findings, finding: impl FnOnce() -> Finding) {
        if self.file.is_some() {
            findings.add(finding());
        }
    }

    fn place(&self, start: usize, end: usize) -> Span {
        Span::new(self.file.unwrap_or(FileId(0)), start, end)
    }

    fn start_of(&self, row: &Record) -> usize {
        let mark = self.text.len() - self.text.trim_start_matches('\u{feff}').len();
        mark.saturating_add(row.byte)
    }

    fn row_place(&self, row: &Record) -> Span {
        let start = self.start_of(row);
        let line = self.text.get(start..).unwrap_or("").trim_start_matches(['\r', '\n']);
        let start = self.text.len() - line.len();
        self.place(start, start + line.lines().next().map_or(0, str::len))
    }

    /// Where cell `index` of `row` stands, found by going through its quotes.
    fn cell_place(&self, row: &Record, index: usize) -> Span {
        let line = self.text.get(self.start_of(row)..).unwrap_or("");
        let line = line.trim_start_matches(['\r', '\n']);
        let first = self.text.len() - line.len();
        let (mut cell, mut quoted, mut start) = (0, false, 0);
        for (at, byte) in line.bytes().enumerate() {
            match byte {
                b'"' => quoted = !quoted,
                b',' | b'\n' | b'\r' if !quoted => {
                    if cell == index {
                        return self.place(first + start, first + at);
                    }
                    if byte != b',' {
                        return self.place(first, first + at);
                    }
                    (cell, start) = (cell + 1, at + 1);
                }
                _ => {}
            }
        }
        let start = if cell == index { start } else { 0 };
        self.place(first + start, self.text.len())
    }
}

impl<'a> Cells<'a> {
    /// The cell of `column`, without blanks around it; empty where there is none.
    pub(super) fn get(&self, column: &str) -> &'a str {
        self.table.column(column).map_or("", |at| self.table.cell(self.row, at)).trim()
    }

    /// The cell of `column` as an owned text.
    pub(super) fn text(&self, column: &str) -> String {
        self.get(column).to_owned()
    }

    /// The cells `{stem}_en` and `{stem}_fr`.
    pub(super) fn label(&self, stem: &str) -> Label {
        let is = |name: &String, lang: Lang| {
            name.len() == stem.len() + 3
                && name.starts_with(stem)
                && name.strip_suffix(lang.code()).is_some_and(|rest| rest.ends_with('_'))
        };
        let text = |lang| {
            let column = self.table.header.iter().rposition(|name| is(name, lang));
            column.map_or("", |at| self.table.cell(self.row, at)).trim().to_owned()
        };
        Label { en: text(Lang::En), fr: text(Lang::Fr) }
    }

    /// The cell of the column at this place of the header, as it is written.
    pub(super) fn at(&self, column: usize) -> &'a str {
        self.table.cell(self.row, column)
    }

    /// The parts of a cell between `separator`, without the empty ones.
    pub(super) fn parts(&self, column: &str, separator: char) -> Vec<String> {
        let parts = self.get(column).split(separator).map(str::trim);
        parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    /// The cell of `column` as a `T`; nothing where it is empty, a finding where it is no `T`.
    pub(super) fn value<T: FromStr>(
        &self,
        column: &str,
        expected: &str,
        findings: &mut Findings,
    ) -> Option<T> {
        let cell = self.get(column);
        if cell.is_empty() {
            return None;
        }
        let value = cell.parse().ok();
        if value.is_none() {
            self.bad(column, expected, findings);
        }
        value
    }

    /// Whether the cell of `column` says `yes`.
    pub(super) fn yes(&self, column: &str, findings: &mut Findings) -> bool {
        match self.get(column) {
            "yes" => true,
            "no" | "" => false,
            _ => {
                self.bad(column, "yes, no", findings);
                false
            }
        }
    }

    /// Reports the cell of `column`.
    pub(super) fn bad(&self, column: &str, expected: &str, findings: &mut Findings) {
        self.table.report(findings, || {
            Finding::new(&codes::BAD_CELL, self.place(column))
                .arg("value", self.get(column))
                .arg("column", column)
                .arg("expected", expected)
        });
    }

    /// Takes the key in `column`; a finding and nothing where it is empty or not new.
    pub(super) fn key(
        &self,
        column: &str,
        seen: &mut BTreeMap<String, usize>,
        findings: &mut Findings,
    ) -> Option<String> {
        let key = self.text(column);
        if key.is_empty() {
            self.table.report(findings, || {
                Finding::new(&codes::EMPTY_KEY, self.place(column)).arg("column", column)
            });
            return None;
        }
        let next = seen.len();
        if let Entry::Vacant(place) = seen.entry(key) {
            let key = place.key().clone();
            place.insert(next);
            return Some(key);
        }
        self.table.report(findings, || {
            let key = self.get(column);
            Finding::new(&codes::DUPLICATE_KEY, self.place(column)).arg("key", key)
        });
        None
    }

    /// Reports `finding` at the cell of `column`.
    pub(super) fn report(
        &self,
        column: &str,
        findings: &mut Findings,
        finding: impl FnOnce(Span) -> Finding,
    ) {
        self.table.report(findings, || finding(self.place(column)));
    }

    fn place(&self, column: &str) -> Span {
        match self.table.column(column) {
            Some(at) => self.table.cell_place(self.row, at),
            None => self.table.row_place(self.row),
        }
    }
}
