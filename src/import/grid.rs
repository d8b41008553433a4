//! The cells of a workbook file, read with bounds: whatever its writer claims, what is unpacked and
//! kept stays small.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx};

/// Most bytes of a workbook file: those that gnc writes have fewer than one million.
pub const MAX_BYTES: usize = 32 << 20;
/// Most bytes of everything in it.
const MAX_UNPACKED: u64 = 256 << 20;
/// Most parts in it.
const MAX_PARTS: usize = 2_000;
/// Most cells of a workbook that are read.
const MAX_CELLS: usize = 1_000_000;
/// Most columns in which cells are read.
const MAX_COLUMNS: u32 = 500;

/// The sheets of a workbook.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// Each by its name, in order.
    pub(super) sheets: Vec<(String, Cells)>,
}

/// The cells of a sheet that hold something: row and column from 0, and what is read there.
pub(super) type Cells = BTreeMap<(u32, u32), String>;

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It is larger than any workbook of a data cluster.
    TooLarge,
    /// It is no workbook of this format, or is damaged.
    NotAWorkbook,
}

impl Grid {
    /// The sheet of this name; spreadsheet programs do not tell capitals apart.
    pub(super) fn sheet(&self, name: &str) -> Option<&Cells> {
        let wanted = name.to_lowercase();
        self.sheets.iter().find(|it| it.0.to_lowercase() == wanted).map(|it| &it.1)
    }
}

/// The cells of the workbook in these bytes.
pub(super) fn read(bytes: &[u8]) -> Result<Grid, Refused> {
    bounded(bytes)?;
    let mut file: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Refused::NotAWorkbook)?;
    let mut grid = Grid::default();
    let mut count = 0_usize;
    for name in file.sheet_names() {
        let mut cells = Cells::new();
        let mut reader = file.worksheet_cells_reader(&name).map_err(|_| Refused::NotAWorkbook)?;
        while let Some(cell) = reader.next_cell().map_err(|_| Refused::NotAWorkbook)? {
            count += 1;
            if count > MAX_CELLS {
                return Err(Refused::TooLarge);
            }
            let (row, column) = cell.get_position();
            let text = shown(cell.get_value());
            if column < MAX_COLUMNS && !text.is_empty() {
                cells.insert((row, column), text);
            }
        }
        grid.sheets.push((name, cells));
    }
    Ok(grid)
}

/// Unpacks every part without keeping it, so that a file that unpacks without end is refused before
/// anybody reads it.
fn bounded(bytes: &[u8]) -> Result<(), Refused> {
    if bytes.len() > MAX_BYTES {
        return Err(Refused::TooLarge);
    }
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::NotAWorkbook)?;
    if archive.len() > MAX_PARTS {
        return Err(Refused::TooLarge);
    }
    let mut left = MAX_UNPACKED;
    let mut buffer = vec![0_u8; 64 << 10];
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(|_| Refused::NotAWorkbook)?;
        loop {
            let read = part.read(&mut buffer).map_err(|_| Refused::NotAWorkbook)?;
            if read == 0 {
                break;
            }
            left = left.checked_sub(read as u64).ok_or(Refused::TooLarge)?;
        }
    }
    Ok(())
}

/// What is read in a cell: line ends of one kind, no blanks around it.
fn shown(value: &DataRef<'_>) -> String {
    let text = match value {
        DataRef::Empty => String::new(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::DateTime(date) => date.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::Error(error) => error.to_string(),
    };
    normal(&text)
}

/// A text as it is compared: spreadsheet programs change line ends, and blanks at the ends of a cell
/// say nothing.
pub(super) fn normal(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace("_x000D_", "").trim().to_owned()
}
