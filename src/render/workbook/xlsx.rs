//! The workbook as a file of spreadsheet programs (Office Open XML, `.xlsx`).

use rust_xlsxwriter::workbook::Workbook as File;
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Worksheet, XlsxError,
};

use crate::render::{Artifact, Kind};
use crate::view::workbook::{Cell, Key, Row, Sheet, SheetKind, Workbook};
use crate::words::{Languages, workbook as say};

/// Deepest folding of rows that the format knows.
const DEEPEST: u8 = 7;
/// Deepest indentation that the format knows.
const DEEPEST_INDENT: u8 = 15;
/// Most rows of a sheet in the format: validation of a column goes down to its end.
const LAST_ROW: u32 = 1_048_575;
/// Height of a line, in points.
const LINE: f64 = 15.0;
/// Highest row that the format knows, in points.
const TALLEST: f64 = 409.0;
/// Paper: A4.
const A4: u8 = 9;
/// Paper: A3, for sheets of many columns.
const A3: u8 = 8;

/// Why a workbook cannot be written: more rows, columns or sheets than the format holds.
pub type Error = XlsxError;

/// The workbook as a file.
///
/// # Errors
/// When a sheet is larger than the format holds.
pub fn write(workbook: &Workbook) -> Result<Artifact, Error> {
    let mut file = File::new();
    file.set_properties(&properties(workbook)?);
    let styles = Styles::new();
    for sheet in &workbook.sheets {
        let page = file.add_worksheet();
        page.set_name(&sheet.name)?;
        write_sheet(page, sheet, workbook, &styles)?;
    }
    let path = format!("data-cluster/data-cluster.{}.xlsx", workbook.lang.code());
    Ok(Artifact {
        path,
        kind: Kind::Xlsx,
        languages: Some(Languages::One(workbook.lang)),
        schema: None,
        bytes: file.save_to_buffer()?,
    })
}

/// Title and date of the block: never the day of writing, so that two runs give the same bytes.
fn properties(workbook: &Workbook) -> Result<DocProperties, Error> {
    let day = |text: &str| ExcelDateTime::parse_from_str(text).ok();
    let date = workbook.date.as_deref().and_then(day);
    let date = date.map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)?;
    let properties = DocProperties::new()
        .set_title(&workbook.title)
        .set_subject(format!("{} {}", workbook.block, workbook.version))
        .set_creation_datetime(&date);
    Ok(properties)
}

/// How cells look: made once, since each is a record of the file.
struct Styles {
    head: Format,
    editable_head: Format,
    strong: Format,
    /// Of rows that open a group, and of the others.
    rows: [RowStyles; 2],
}

/// How the cells of a row look.
struct RowStyles {
    text: Format,
    label: Format,
    centre: Format,
    code: Format,
    /// By depth.
    tags: Vec<Format>,
}

impl Styles {
    fn new() -> Self {
        let head = || base().set_bold().set_border(FormatBorder::Thin);
        Self {
            head: head().set_background_color(Color::RGB(0x00E3_E6EA)),
            editable_head: head()
                .set_background_color(Color::RGB(0x001F_4E79))
                .set_font_color(Color::White),
            strong: base().set_bold(),
            rows: [RowStyles::new(false), RowStyles::new(true)],
        }
    }

    fn of(&self, key: Key, row: &Row) -> &Format {
        let [plain, group] = &self.rows;
        let styles = if row.group { group } else { plain };
        match key {
            Key::Tag => {
                let depth = usize::from(row.level.min(DEEPEST_INDENT));
                styles.tags.get(depth).unwrap_or(&styles.text)
            }
            Key::Level
            | Key::WcoId
            | Key::Format
            | Key::Occurs
            | Key::FrameworkRequirement
            | Key::Requirement
            | Key::Personal => &styles.centre,
            Key::When | Key::Path | Key::Fingerprint => &styles.code,
            Key::Label => &styles.label,
            _ => &styles.text,
        }
    }
}

impl RowStyles {
    fn new(group: bool) -> Self {
        let plain = || match group {
            true => base().set_background_color(Color::RGB(0x00EE_F3F8)),
            false => base(),
        };
        let weighty = || if group { plain().set_bold() } else { plain() };
        Self {
            text: plain(),
            label: weighty(),
            centre: plain().set_align(FormatAlign::Center),
            code: plain().set_font_name("Consolas").set_font_size(9),
            tags: (0..=DEEPEST_INDENT).map(|depth| indented(weighty(), depth)).collect(),
        }
    }
}

fn indented(format: Format, depth: u8) -> Format {
    format.set_align(FormatAlign::Left).set_indent(depth)
}

/// A text stays the text that it is: `1..1` is no date and `010121` no number.
fn base() -> Format {
    Format::new()
        .set_num_format("@")
        .set_align(FormatAlign::Top)
        .set_text_wrap()
        .set_border(FormatBorder::Hair)
        .set_border_color(Color::RGB(0x00B0_B7C0))
}

/// The height of a row in points, by its longest cell: not every program finds it by itself.
fn height(sheet: &Sheet, row: &Row) -> f64 {
    let lines = row.cells.iter().zip(&sheet.columns).map(|(cell, column)| {
        let indent = if column.key == Key::Tag { usize::from(row.level) * 2 } else { 0 };
        let room = usize::from(column.width).saturating_sub(indent + 1).max(4);
        match cell {
            Cell::Text(text) => text.lines().map(|it| lines(it, room)).sum(),
            _ => 1,
        }
    });
    let lines = u16::try_from(lines.max().unwrap_or(1)).unwrap_or(u16::MAX);
    (f64::from(lines.max(1)) * LINE).min(TALLEST)
}

/// How many lines a text takes that breaks between words where it can.
fn lines(text: &str, room: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in text.split(' ') {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > room {
            lines += 1;
            used = 0;
        }
        used += length + usize::from(used > 0);
        lines += used.saturating_sub(1) / room;
        used = if used > room { used % room } else { used };
    }
    lines
}

fn write_sheet(
    page: &mut Worksheet,
    sheet: &Sheet,
    workbook: &Workbook,
    styles: &Styles,
) -> Result<(), Error> {
    let about = sheet.kind == SheetKind::About;
    for (at, column) in (0_u16..).zip(&sheet.columns) {
        page.set_column_width(at, f64::from(column.width))?;
        let format = if column.key.is_editable() { &styles.editable_head } else { &styles.head };
        page.write_string_with_format(0, at, &column.title, format)?;
        if column.key == Key::Fingerprint {
            page.set_column_hidden(at)?;
        }
        if !column.choices.is_empty() {
            let choices = DataValidation::new()
                .allow_list_strings(&column.choices)?
                .set_error_message(say::CHOOSE.get(workbook.lang))?;
            page.add_data_validation(1, at, LAST_ROW, at, &choices)?;
        }
    }
    page.set_row_height(0, LINE * 2.0)?;
    for (at, row) in (1_u32..).zip(&sheet.rows) {
        page.set_row_height(at, height(sheet, row))?;
        for ((place, cell), column) in (0_u16..).zip(&row.cells).zip(&sheet.columns) {
            let format = match about {
                true if row.group => &styles.head,
                true if place == 0 => &styles.strong,
                _ => styles.of(column.key, row),
            };
            match cell {
                Cell::Empty => page.write_blank(at, place, format)?,
                Cell::Text(text) => page.write_string_with_format(at, place, text, format)?,
                Cell::Number(number) => {
                    page.write_number_with_format(at, place, f64::from(*number), format)?
                }
            };
        }
    }
    let last_row = u32::try_from(sheet.rows.len()).unwrap_or(LAST_ROW);
    let last_column = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    page.set_freeze_panes(1, if matches!(sheet.kind, SheetKind::Message(_)) { 2 } else { 0 })?;
    if !about {
        page.autofilter(0, 0, last_row, last_column)?;
        page.set_repeat_rows(0, 0)?;
        fold(page, sheet)?;
    }
    page.set_landscape();
    let wide = last_column > 8;
    page.set_paper_size(if wide { A3 } else { A4 });
    page.set_print_fit_to_pages(if wide { 2 } else { 1 }, 0);
    if wide {
        page.set_repeat_columns(0, 1)?;
    }
    let marked = |text: &str| text.replace('&', "&&");
    let title = marked(&sheet.title);
    let block = marked(&format!("{} {}", workbook.block, workbook.version));
    page.set_header(format!(
        "&L{title}&R&\"-,Bold\"{}&\"-,Regular\"  {block}",
        marked(&workbook.mark)
    ));
    page.set_footer(format!("&C{}", say::PAGE.get(workbook.lang)));
    Ok(())
}

/// Rows below a class fold into it.
fn fold(page: &mut Worksheet, sheet: &Sheet) -> Result<(), Error> {
    page.group_symbols_above(true);
    for depth in 1..=DEEPEST {
        let mut begun: Option<u32> = None;
        for (at, row) in (1_u32..).zip(&sheet.rows) {
            match (row.level >= depth, begun) {
                (true, None) => begun = Some(at),
                (false, Some(first)) => {
                    page.group_rows(first, at - 1)?;
                    begun = None;
                }
                _ => {}
            }
        }
        if let Some(first) = begun {
            page.group_rows(first, u32::try_from(sheet.rows.len()).unwrap_or(LAST_ROW))?;
        }
    }
    Ok(())
}
