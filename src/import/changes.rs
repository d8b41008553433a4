//! The workbook beside the block: which cells differ, and what each difference asks for.

use std::collections::BTreeMap;

use crate::catalogue::Kind as Listed;
use crate::import::codes::{self, Cells};
use crate::import::grid::{self, Grid, normal};
use crate::import::{Change, put};
use crate::model::{Classification, ElementPath, Requirement, Scalar};
use crate::resolve::{Kind, Resolved};
use crate::text::notation::{Format, Occurs};
use crate::view::document::Point;
use crate::view::workbook::{Key, LAYOUT, Row, Sheet, SheetKind, Workbook, address, build};
use crate::words::document::{NO, YES};
use crate::words::{Lang, Words, workbook as say};

/// What a workbook asks for.
#[derive(Default)]
pub(super) struct Wanted {
    /// The changes as people read them.
    pub(super) changes: Vec<Change>,
    /// The same as they are put into the block, each with the place of its change.
    pub(super) puts: Vec<(usize, put::Put)>,
}

/// Compares the cells with what the workbook of the block says.
pub(super) fn compare(
    resolved: &Resolved,
    points: &[(Lang, Vec<Point>)],
    grid: &Grid,
    cells: &mut Cells<'_>,
) -> Wanted {
    let Some(lang) = language(resolved, grid, cells) else { return Wanted::default() };
    let points = points.iter().find(|it| it.0 == lang).map_or(&[][..], |it| &it.1);
    let book = build(resolved, points, lang, false);
    let mut comparison = Comparison { resolved, lang, cells, edits: Vec::new(), added: Vec::new() };
    for sheet in &book.sheets {
        match (&sheet.kind, grid.sheet(&sheet.name)) {
            (SheetKind::About, _) | (SheetKind::Reading, None) => {}
            (SheetKind::Reading, Some(found)) => comparison.unchanged(sheet, found),
            (SheetKind::Message(id), None) => {
                comparison.cells.refuse(&codes::MISSING_SHEET, "", id);
            }
            (SheetKind::Message(id), Some(found)) => comparison.message(sheet, id, found),
        }
    }
    comparison.wanted(&book)
}

/// The language of a workbook that was written from this block.
fn language(resolved: &Resolved, grid: &Grid, cells: &mut Cells<'_>) -> Option<Lang> {
    let fact = |lang: Lang, name: Words| {
        let sheet = grid.sheet(say::ABOUT.get(lang))?;
        let row =
            sheet.iter().find(|((_, column), text)| *column == 0 && *text == name.get(lang))?;
        sheet.get(&(row.0.0, 1)).map(String::as_str)
    };
    let fits = |lang: &Lang| {
        fact(*lang, say::LANGUAGE) == Some(lang.code())
            && fact(*lang, say::BLOCK) == Some(resolved.id())
            && fact(*lang, say::LAYOUT) == Some(LAYOUT.to_string().as_str())
    };
    let found = Lang::ALL.into_iter().find(fits);
    if found.is_none() {
        cells.add(&codes::OTHER_BLOCK, "", "", |it| it.arg("block", resolved.id()));
    }
    found
}

/// A cell that differs.
struct Edit {
    cell: String,
    message: String,
    path: String,
    key: Key,
    before: String,
    after: String,
}

/// A row for an element that the message does not have.
struct Added {
    cell: String,
    message: String,
    path: String,
    values: Vec<(Key, String)>,
}

struct Comparison<'a, 'b> {
    resolved: &'a Resolved,
    lang: Lang,
    cells: &'a mut Cells<'b>,
    edits: Vec<Edit>,
    added: Vec<Added>,
}

impl Comparison<'_, '_> {
    /// A sheet that is there to be read: whatever differs on it would be lost.
    fn unchanged(&mut self, sheet: &Sheet, found: &grid::Cells) {
        // Rows may have been sorted: a row that stands somewhere is not changed.
        let shown = |row: &Row| row.cells.iter().map(|it| normal(&it.shown())).collect::<Vec<_>>();
        let mut left: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        for row in &sheet.rows {
            *left.entry(shown(row)).or_default() += 1;
        }
        for number in rows(found) {
            let row: Vec<String> =
                (0..sheet.columns.len()).map(|at| text(found, number, at).to_owned()).collect();
            match left.get_mut(&row) {
                Some(count) if *count > 0 => *count -= 1,
                _ => self.changed_reading(sheet, number, &row),
            }
        }
    }

    fn changed_reading(&mut self, sheet: &Sheet, number: u32, row: &[String]) {
        let before = sheet.rows.get(number.saturating_sub(1) as usize);
        for (at, value) in row.iter().enumerate() {
            let before = before.and_then(|it| it.cells.get(at)).map(|it| normal(&it.shown()));
            let before = before.unwrap_or_default();
            if *value != before {
                let cell = cell(sheet, at, number);
                self.cells
                    .add(&codes::NOT_BROUGHT_BACK, &cell, value, |it| it.arg("before", before));
            }
        }
    }

    /// The sheet of a message.
    fn message(&mut self, sheet: &Sheet, message: &str, found: &grid::Cells) {
        let heads: BTreeMap<&str, usize> = found
            .range((0, 0)..(1, 0))
            .map(|((_, column), text)| (text.as_str(), *column as usize))
            .collect();
        let mut columns: Vec<(Key, usize, usize)> = Vec::new();
        let mut whole = true;
        for (own, column) in sheet.columns.iter().enumerate() {
            if let Some(at) = heads.get(normal(&column.title).as_str()) {
                columns.push((column.key, own, *at));
            } else {
                whole = false;
                let here = cell(sheet, own, 0);
                self.cells.refuse(&codes::MISSING_COLUMN, &here, &column.title);
            }
        }
        if !whole {
            return;
        }
        let place = |key: Key| columns.iter().find(|it| it.0 == key).map_or(0, |it| it.2);
        let (path_at, print_at) = (place(Key::Path), place(Key::Fingerprint));
        let mut left: BTreeMap<String, &Row> =
            sheet.rows.iter().map(|row| (sheet.cell(row, Key::Path), row)).collect();
        for number in rows(found) {
            let path = text(found, number, path_at);
            if path.is_empty() {
                let first = found.range((number, 0)..(number + 1, 0)).next();
                if let Some(((_, column), value)) = first {
                    let here = cell(sheet, *column as usize, number);
                    self.cells.refuse(&codes::ROW_WITHOUT_PATH, &here, value);
                }
                continue;
            }
            let here = cell(sheet, path_at, number);
            if let Some(row) = left.remove(path) {
                let same = text(found, number, print_at) == sheet.cell(row, Key::Fingerprint);
                for (key, own, at) in &columns {
                    let before =
                        row.cells.get(*own).map(|it| normal(&it.shown())).unwrap_or_default();
                    let after = text(found, number, *at);
                    let here = cell(sheet, *at, number);
                    if before == after || *key == Key::Fingerprint {
                        continue;
                    }
                    if !key.is_editable() {
                        self.cells.add(&codes::NOT_BROUGHT_BACK, &here, after, |it| {
                            it.arg("before", &before)
                        });
                    } else if !same {
                        self.cells.add(&codes::CHANGED_SINCE, &here, after, |it| {
                            it.arg("before", &before)
                        });
                    } else if self.fits(*key, &here, after) {
                        self.edits.push(Edit {
                            cell: here,
                            message: message.to_owned(),
                            path: path.to_owned(),
                            key: *key,
                            before,
                            after: after.to_owned(),
                        });
                    }
                }
            } else if sheet.rows.iter().any(|row| sheet.cell(row, Key::Path) == path) {
                self.cells.refuse(&codes::MISSING_ROW, &here, path);
            } else if self.is_new_path(sheet, path, &here) {
                let values: Vec<(Key, String)> = columns
                    .iter()
                    .filter(|it| it.0.is_editable() || it.0 == Key::WcoId)
                    .map(|(key, _, at)| (*key, text(found, number, *at).to_owned()))
                    .filter(|it| !it.1.is_empty())
                    .collect();
                let places = columns.clone();
                let at = |key: Key| places.iter().find(|it| it.0 == key).map_or(0, |it| it.2);
                let fit = values
                    .iter()
                    .all(|(key, value)| self.fits(*key, &cell(sheet, at(*key), number), value));
                if fit {
                    let (message, path) = (message.to_owned(), path.to_owned());
                    self.added.push(Added { cell: here, message, path, values });
                }
            }
        }
        for path in left.into_keys() {
            self.cells.refuse(&codes::MISSING_ROW, &sheet.name, &path);
        }
    }

    /// Whether a new path lies below the root of the message.
    fn is_new_path(&mut self, sheet: &Sheet, path: &str, here: &str) -> bool {
        let root = sheet.rows.first().map(|row| sheet.cell(row, Key::Path)).unwrap_or_default();
        let below = path.strip_prefix(&root).is_some_and(|rest| rest.starts_with('/'));
        let fits = below && ElementPath::parse(path).is_some();
        if !fits {
            self.bad(here, path, codes::A_PATH, "");
        }
        fits
    }

    /// Whether a value can stand in this column; what cannot is reported.
    fn fits(&mut self, key: Key, here: &str, value: &str) -> bool {
        if value.is_empty() {
            return true;
        }
        let fault = match key {
            Key::Format => {
                value.parse::<Format>().is_err().then_some((codes::A_FORMAT, String::new()))
            }
            Key::Occurs => {
                value.parse::<Occurs>().is_err().then_some((codes::AN_OCCURRENCE, String::new()))
            }
            Key::Requirement => {
                let choices = Requirement::ALL.iter().map(|it| it.id()).collect::<Vec<_>>();
                value.parse::<Requirement>().is_err().then(|| (codes::A_CHOICE, choices.join(", ")))
            }
            Key::Classification => {
                let labels = Classification::ALL.iter().map(|it| it.label().get(self.lang));
                let labels: Vec<_> = labels.collect();
                (!labels.contains(&value)).then(|| (codes::A_CHOICE, labels.join(", ")))
            }
            Key::Personal => {
                let labels = [YES, NO].map(|it| it.get(self.lang));
                (!labels.contains(&value)).then(|| (codes::A_CHOICE, labels.join(", ")))
            }
            Key::Codes => {
                let known = self.resolved.names.find(Kind::CodeList, "", value).is_some()
                    || self.resolved.catalogue.has(Listed::CodeList, value);
                (!known).then_some((codes::A_LIST, String::new()))
            }
            Key::Purposes => {
                let known = |it: &str| self.resolved.names.find(Kind::Purpose, "", it).is_some();
                (!put::listed(value).all(known)).then_some((codes::PURPOSES, String::new()))
            }
            _ => None,
        };
        match fault {
            None => true,
            Some((form, choices)) => {
                self.bad(here, value, form, &choices);
                false
            }
        }
    }

    fn bad(&mut self, here: &str, value: &str, form: Words, choices: &str) {
        self.cells.add(&codes::BAD_VALUE, here, value, |it| {
            it.arg_words("fault", form).arg("choices", choices)
        });
    }

    /// The changes that the edits ask for, when no two contradict each other.
    fn wanted(self, book: &Workbook) -> Wanted {
        let Self { resolved, lang, cells, edits, added } = self;
        let mut wanted = Wanted::default();
        // What holds in every message may be edited on any sheet, but not in two ways.
        let mut shared: BTreeMap<(&str, Key), &Edit> = BTreeMap::new();
        let mut requirements: BTreeMap<&str, Vec<&Edit>> = BTreeMap::new();
        for edit in &edits {
            let own = put::is_of_message(resolved, &edit.message, &edit.path, edit.key);
            let also = if own { Vec::new() } else { others(book, edit) };
            if !own {
                let first = *shared.entry((&edit.path, edit.key)).or_insert(edit);
                if first.after != edit.after {
                    cells.add(&codes::CONTRADICTION, &edit.cell, &edit.after, |it| {
                        it.arg("before", &first.after).arg("other", &first.cell)
                    });
                    continue;
                }
                if !std::ptr::eq(first, edit) {
                    continue;
                }
            }
            if edit.after.is_empty() && !put::can_be_cleared(resolved, &edit.path, edit.key, lang) {
                cells.add(&codes::NOT_CLEARED, &edit.cell, "", |it| it.arg("before", &edit.before));
                continue;
            }
            let at = wanted.changes.len();
            wanted.changes.push(Change {
                cell: edit.cell.clone(),
                path: edit.path.clone(),
                column: edit.key.title(),
                before: edit.before.clone(),
                after: edit.after.clone(),
                also,
            });
            if edit.key == Key::Requirement
                && !put::is_in_subset(resolved, &edit.message, &edit.path)
            {
                requirements.entry(&edit.path).or_default().push(edit);
                continue;
            }
            let puts = put::edit(resolved, &edit.message, &edit.path, edit.key, &edit.after, lang);
            wanted.puts.extend(puts.into_iter().map(|it| (at, it)));
        }
        for (path, edits) in requirements {
            let changed: Vec<(&str, &str)> =
                edits.iter().map(|it| (&*it.message, &*it.after)).collect();
            let at = wanted
                .changes
                .iter()
                .position(|it| it.cell == edits.last().map_or("", |it| &it.cell));
            let put = put::requirement(resolved, path, &changed);
            wanted.puts.push((at.unwrap_or(0), put));
        }
        let mut new: BTreeMap<&str, Vec<&Added>> = BTreeMap::new();
        for row in &added {
            new.entry(&row.path).or_default().push(row);
        }
        for (path, rows) in new {
            let Some(first) = rows.first() else { continue };
            let at = wanted.changes.len();
            for row in &rows {
                wanted.changes.push(Change {
                    cell: row.cell.clone(),
                    path: path.to_owned(),
                    column: say::PATH,
                    before: String::new(),
                    after: path.to_owned(),
                    also: Vec::new(),
                });
            }
            let messages: Vec<(&str, &str)> = rows
                .iter()
                .map(|row| {
                    let asked = row.values.iter().find(|it| it.0 == Key::Requirement);
                    (&*row.message, asked.map_or(Requirement::Optional.id(), |it| &it.1))
                })
                .collect();
            wanted
                .puts
                .push((at, put::element_row(resolved, path, &first.values, &messages, lang)));
        }
        wanted
    }
}

/// The other messages on whose sheets the same element stands.
fn others(book: &Workbook, edit: &Edit) -> Vec<String> {
    let has = |sheet: &&Sheet| sheet.rows.iter().any(|row| sheet.cell(row, Key::Path) == edit.path);
    let messages = book.sheets.iter().filter(has).filter_map(|sheet| match &sheet.kind {
        SheetKind::Message(id) if *id != edit.message => Some(id.clone()),
        _ => None,
    });
    messages.collect()
}

/// The rows below the head in which something stands.
fn rows(cells: &grid::Cells) -> Vec<u32> {
    let mut rows: Vec<u32> = cells.keys().map(|(row, _)| *row).filter(|row| *row > 0).collect();
    rows.dedup();
    rows
}

fn text(cells: &grid::Cells, row: u32, column: usize) -> &str {
    let column = u32::try_from(column).unwrap_or(u32::MAX);
    cells.get(&(row, column)).map_or("", String::as_str)
}

/// The address of a cell with its sheet, as `certificate!I12`.
fn cell(sheet: &Sheet, column: usize, row: u32) -> String {
    format!("{}!{}", sheet.name, address(column, row as usize))
}
