//! The data cluster as a workbook, as those who work with customs data use it: a sheet for each
//! message, one row for each class and attribute, and sheets of code lists, rules and open points.
//!
//! The workbook is written by a writer and read back by `import`, which compares what it reads with
//! this same view; so a workbook that nobody edited says what the view says.

mod build;
mod elements;
mod lists;

use sha2::{Digest, Sha256};

use crate::words::Lang;
use crate::words::{Words, workbook as say};

pub use build::build;

/// The layout that this version of the program writes and reads back.
pub const LAYOUT: u32 = 1;

/// Most characters that a cell can hold in the format of the workbook.
const LONGEST_CELL: usize = 32_767;

/// A workbook in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workbook {
    /// The language of its words.
    pub lang: Lang,
    /// Identifier of the block.
    pub block: String,
    /// Version of the block.
    pub version: String,
    /// Title of the block.
    pub title: String,
    /// Date of this version of the block (ISO 8601), if it states one.
    pub date: Option<String>,
    /// The mark of every page until the text is agreed; empty afterwards.
    pub mark: String,
    /// The sheets, the one that tells about the workbook first.
    pub sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name: at most 31 characters, unlike that of every other sheet.
    pub name: String,
    /// What it shows, at the head of each printed page.
    pub title: String,
    /// What it is.
    pub kind: SheetKind,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, below the head.
    pub rows: Vec<Row>,
}

/// What a sheet is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetKind {
    /// About the workbook itself: names and values.
    About,
    /// The elements of the message of this identifier.
    Message(String),
    /// Something to be read.
    Reading,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands at its head.
    pub title: String,
    /// What it holds.
    pub key: Key,
    /// Its width in characters.
    pub width: u16,
    /// The only values that it takes; empty for any.
    pub choices: Vec<String>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Depth of the element, from 1.
    Level,
    /// XML tag.
    Tag,
    /// Identifier in the WCO Data Model.
    WcoId,
    /// Name in the WCO Data Model.
    WcoName,
    /// What people call it.
    Label,
    /// Format in the notation of the WCO.
    Format,
    /// How often it occurs in its class.
    Occurs,
    /// Requirement in the framework block.
    FrameworkRequirement,
    /// Requirement in this message.
    Requirement,
    /// When a conditional element is required, in words.
    Condition,
    /// The same in the expression language.
    When,
    /// Identifier of the code list.
    Codes,
    /// What the maximum dataset says it means.
    Definition,
    /// What the block adds to that.
    Supplement,
    /// Identifiers of the purposes it serves.
    Purposes,
    /// Whether it may be personal data.
    Personal,
    /// How it is classified.
    Classification,
    /// How it is masked or encrypted.
    Protection,
    /// A remark.
    Note,
    /// Path of XML tags from the root.
    Path,
    /// By which a change of the block since is seen.
    Fingerprint,
    /// Something to be read.
    Reading,
}

impl Key {
    /// The columns of a message that may be edited, and brought back.
    pub const EDITABLE: [Self; 13] = [
        Self::Label,
        Self::Format,
        Self::Occurs,
        Self::Requirement,
        Self::Condition,
        Self::When,
        Self::Codes,
        Self::Supplement,
        Self::Purposes,
        Self::Personal,
        Self::Classification,
        Self::Protection,
        Self::Note,
    ];

    /// Whether what is edited in this column is brought back.
    pub fn is_editable(self) -> bool {
        Self::EDITABLE.contains(&self)
    }

    /// What stands at the head of the column on the sheet of a message.
    pub const fn title(self) -> Words {
        match self {
            Self::Level => say::LEVEL,
            Self::Tag => say::TAG,
            Self::WcoId => say::WCO_ID,
            Self::WcoName => say::WCO_NAME,
            Self::Label => say::LABEL,
            Self::Format => say::FORMAT,
            Self::Occurs => say::OCCURS,
            Self::FrameworkRequirement => say::FRAMEWORK_REQUIREMENT,
            Self::Requirement => say::REQUIREMENT,
            Self::Condition => say::CONDITION,
            Self::When => say::WHEN,
            Self::Codes => say::CODES,
            Self::Definition => say::DEFINITION,
            Self::Supplement => say::SUPPLEMENT,
            Self::Purposes => say::PURPOSES,
            Self::Personal => say::PERSONAL,
            Self::Classification => say::CLASSIFICATION,
            Self::Protection => say::PROTECTION,
            Self::Note => say::NOTES,
            Self::Path => say::PATH,
            Self::Fingerprint | Self::Reading => say::FINGERPRINT,
        }
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Depth, from 0, by which its second cell is indented and rows fold.
    pub level: u8,
    /// Whether it opens a group: a class.
    pub group: bool,
    /// One cell for each column.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text; never a formula.
    Text(String),
    /// A whole number.
    Number(u32),
}

impl Cell {
    /// A text; nothing for an empty one. What no cell can hold is cut.
    pub fn text(text: impl Into<String>) -> Self {
        let mut text: String = text.into();
        if text.is_empty() {
            return Self::Empty;
        }
        if let Some((at, _)) = text.char_indices().nth(LONGEST_CELL) {
            text.truncate(at);
        }
        Self::Text(text)
    }

    /// What is read in the cell.
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

impl Sheet {
    /// The position of the column that holds this.
    pub fn column(&self, key: Key) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }

    /// What stands in this column of a row.
    pub fn cell(&self, row: &Row, key: Key) -> String {
        let cell = self.column(key).and_then(|at| row.cells.get(at));
        cell.map(Cell::shown).unwrap_or_default()
    }
}

/// Eight hexadecimal digits that differ when one of these values differs.
pub fn fingerprint<'a>(values: impl IntoIterator<Item = &'a str>) -> String {
    let mut digest = Sha256::new();
    for value in values {
        digest.update(value.as_bytes());
        digest.update([0]);
    }
    let bytes = digest.finalize();
    let first = bytes.first_chunk().copied().unwrap_or_default();
    format!("{:08x}", u32::from_be_bytes(first))
}

/// The address of a cell as spreadsheets name it: column and row from 0, so `(5, 11)` is `F12`.
pub fn address(column: usize, row: usize) -> String {
    let (mut letters, mut rest) = (String::new(), column + 1);
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.insert(0, char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    format!("{letters}{}", row + 1)
}
