//! A data file as a table: cells found by column name, each with its place in the text.

use std::collections::BTreeMap;
use std::str::FromStr;

use csv::StringRecord;

use crate::catalogue::codes;
use crate::diag::{Finding, Findings};
use crate::text::{FileId, Span};
use crate::words::Label;

/// A text that is read as a table; embedded texts have no place to report.
pub(super) struct Table<'t> {
    text: &'t str,
    file: Option<FileId>,
    header: Vec<String>,
    columns: BTreeMap<String, usize>,
    records: Vec<StringRecord>,
}

/// One row of a table.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a> {
    table: &'a Table<'a>,
    record: &'a StringRecord,
}

impl<'t> Table<'t> {
    /// Reads `text`, whose header must name all of `required`.
    pub(super) fn read(
        text: &'t str,
        file: Option<FileId>,
        required: &[&str],
        findings: &mut Findings,
    ) -> Self {
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(body.as_bytes());
        let header: Vec<String> = match reader.headers() {
            Ok(header) => header.iter().map(|name| name.trim().to_owned()).collect(),
            Err(_) => Vec::new(),
        };
        let columns = header.iter().cloned().enumerate().map(|(at, name)| (name, at)).collect();
        let mut table = Self { text, file, header, columns, records: Vec::new() };
        let known = |column: &&str| table.columns.contains_key(*column);
        let missing: Vec<&str> = required.iter().copied().filter(|c| !known(c)).collect();
        if !missing.is_empty() {
            // Rows under a header that is not understood would only repeat the same fault.
            table.report(findings, || {
                let line = text.lines().next().map_or(0, str::len);
                Finding::new(&codes::MISSING_COLUMN, table.place(0, line))
                    .arg("column", missing.join(", "))
            });
            return table;
        }
        // A text is UTF-8 and rows may be uneven, so that no record can fail.
        let records: Vec<StringRecord> = reader.into_records().map_while(Result::ok).collect();
        for record in &records {
            if record.len() != table.header.len() {
                table.report(findings, || {
                    Finding::new(&codes::UNEVEN_ROW, table.record_place(record))
                        .arg("found", record.len())
                        .arg("expected", table.header.len())
                });
            }
        }
        table.records = records;
        table
    }

    /// The rows, in order.
    pub(super) fn rows(&self) -> impl Iterator<Item = Cells<'_>> {
        self.records.iter().map(|record| Cells { table: self, record })
    }

    /// The names of the columns, in order.
    pub(super) fn header(&self) -> &[String] {
        &self.header
    }

    fn report(&self, findings: &mut Findings, finding: impl FnOnce() -> Finding) {
        if self.file.is_some() {
            findings.add(finding());
        }
    }

    fn place(&self, start: usize, end: usize) -> Span {
        Span::new(self.file.unwrap_or(FileId(0)), start, end)
    }

    fn start_of(&self, record: &StringRecord) -> usize {
        let mark = self.text.len() - self.text.trim_start_matches('\u{feff}').len();
        let at = record.position().map_or(0, csv::Position::byte);
        mark + usize::try_from(at).unwrap_or(usize::MAX)
    }

    fn record_place(&self, record: &StringRecord) -> Span {
        let start = self.start_of(record);
        let line = self.text.get(start..).unwrap_or("").trim_start_matches(['\r', '\n']);
        let start = self.text.len() - line.len();
        self.place(start, start + line.lines().next().map_or(0, str::len))
    }

    /// Where cell `index` of `record` stands, found by going through the quotes of its row.
    fn cell_place(&self, record: &StringRecord, index: usize) -> Span {
        let line = self.text.get(self.start_of(record)..).unwrap_or("");
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
        let cell = self.table.columns.get(column).and_then(|at| self.record.get(*at));
        cell.unwrap_or("").trim()
    }

    /// The cell of `column` as an owned text.
    pub(super) fn text(&self, column: &str) -> String {
        self.get(column).to_owned()
    }

    /// The cells `{stem}_en` and `{stem}_fr`.
    pub(super) fn label(&self, stem: &str) -> Label {
        Label { en: self.text(&format!("{stem}_en")), fr: self.text(&format!("{stem}_fr")) }
    }

    /// Every cell, in order of the header.
    pub(super) fn all(&self) -> impl Iterator<Item = &'a str> {
        self.record.iter()
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
        if seen.contains_key(&key) {
            self.table.report(findings, || {
                Finding::new(&codes::DUPLICATE_KEY, self.place(column)).arg("key", &key)
            });
            return None;
        }
        seen.insert(key.clone(), seen.len());
        Some(key)
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
        match self.table.columns.get(column) {
            Some(at) => self.table.cell_place(self.record, *at),
            None => self.table.record_place(self.record),
        }
    }
}
