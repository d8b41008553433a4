//! The workbook of a block: its sheets, and the first one that tells about them.

use std::collections::BTreeSet;

use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::view::document::Point;
use crate::view::workbook::{Cell, Column, Key, LAYOUT, Row, Sheet, SheetKind, Workbook};
use crate::view::workbook::{elements, lists};
use crate::words::{Lang, Words, workbook as say};

/// Most characters of the name of a sheet.
const LONGEST_NAME: usize = 31;

/// The workbook of a block in one language; `points` are those of its annex, as printed there.
pub fn build(resolved: &Resolved, points: &[Point], lang: Lang, draft: bool) -> Workbook {
    let mut sheets = elements::sheets(resolved, lang);
    sheets.push(lists::code_lists(resolved, lang));
    sheets.push(lists::rules(resolved, lang));
    sheets.push(lists::points(points, lang));
    let mut taken = BTreeSet::from([say::ABOUT.get(lang).to_lowercase()]);
    for sheet in &mut sheets {
        sheet.name = sheet_name(&sheet.name, &mut taken);
    }
    let control = resolved.block.block.as_ref();
    let title = control.and_then(|it| it.title.as_ref()).map_or("", |it| it.any(lang)).to_owned();
    let date = control.and_then(|it| it.date.as_ref()).map(|it| it.value.0.to_string());
    let final_text = resolved.maturity() >= Maturity::Agreed && !draft;
    let mark = if final_text { "" } else { say::DRAFT.get(lang) };
    sheets.insert(0, about(resolved, &title, &sheets, lang));
    Workbook {
        lang,
        block: resolved.id().to_owned(),
        version: resolved.version().to_owned(),
        title,
        date,
        mark: mark.to_owned(),
        sheets,
    }
}

/// A name that a sheet can have: what is not allowed goes, a second one of a name gets a number.
fn sheet_name(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    let allowed =
        |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') && !c.is_control();
    let wanted: String = wanted.chars().filter(allowed).collect();
    let wanted = wanted.trim_matches('\'');
    for number in 1_u32.. {
        let end = if number == 1 { String::new() } else { format!(" {number}") };
        let room = LONGEST_NAME.saturating_sub(end.len());
        let name: String = wanted.chars().take(room).chain(end.chars()).collect();
        // "History" is a name that spreadsheet programs keep for themselves.
        let free = !name.is_empty() && !name.eq_ignore_ascii_case("history");
        if free && taken.insert(name.to_lowercase()) {
            return name;
        }
    }
    String::new()
}

/// A column of something to be read.
pub(super) fn reading(title: Words, lang: Lang, width: u16) -> Column {
    Column { title: title.get(lang).to_owned(), key: Key::Reading, width, choices: Vec::new() }
}

/// A row of texts.
pub(super) fn row(cells: impl IntoIterator<Item = Cell>) -> Row {
    Row { level: 0, group: false, cells: cells.into_iter().collect() }
}

fn about(resolved: &Resolved, title: &str, sheets: &[Sheet], lang: Lang) -> Sheet {
    let alignment = resolved.block.process_alignment.as_ref();
    let cluster = alignment.and_then(|it| it.data_cluster.as_ref());
    let named = |it: Option<&crate::text::Spanned<crate::model::Versioned>>| {
        it.map_or_else(String::new, |it| it.value.0.to_string())
    };
    let framework = resolved.framework.as_ref();
    let framework = framework.map(|it| format!("{}@{}", it.id(), it.version())).unwrap_or_default();
    let facts = [
        (say::BLOCK, resolved.id().to_owned()),
        (say::VERSION, resolved.version().to_owned()),
        (say::TITLE, title.to_owned()),
        (say::STATUS, resolved.maturity().label().get(lang).to_owned()),
        (say::FRAMEWORK, framework),
        (say::DATA_MODEL, named(cluster.and_then(|it| it.model.as_ref()))),
        (say::MAXIMUM, named(cluster.and_then(|it| it.maximum.as_ref()))),
        (say::LANGUAGE, lang.code().to_owned()),
        (say::LAYOUT, LAYOUT.to_string()),
        (say::HOW, say::HOW_TEXT.get(lang).to_owned()),
        (say::NOTICE, say::NOTICE_TEXT.get(lang).to_owned()),
    ];
    let mut rows: Vec<Row> = facts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| row([Cell::text(name.get(lang)), Cell::text(value), Cell::Empty]))
        .collect();
    rows.push(row([Cell::Empty, Cell::Empty, Cell::Empty]));
    rows.push(Row {
        group: true,
        ..row([say::SHEET, say::HOLDS, say::ROWS].map(|it| Cell::text(it.get(lang))))
    });
    rows.extend(sheets.iter().map(|sheet| {
        let count = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
        row([Cell::text(&sheet.name), Cell::text(&sheet.title), Cell::Number(count)])
    }));
    Sheet {
        name: say::ABOUT.get(lang).to_owned(),
        title: title.to_owned(),
        kind: SheetKind::About,
        columns: vec![
            reading(say::ABOUT, lang, 28),
            Column { title: String::new(), ..reading(say::ABOUT, lang, 90) },
            Column { title: String::new(), ..reading(say::ABOUT, lang, 8) },
        ],
        rows,
    }
}
