//! How the fields of a structure used elsewhere answer the elements of a maximum dataset.

use std::str::FromStr;

use crate::catalogue::codes;
use crate::catalogue::table::Table;
use crate::diag::{Finding, Findings};
use crate::text::FileId;
use crate::words::Label;

/// How a field answers an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// It holds the value.
    Direct,
    /// It holds it in words, where the dataset has a code or an identifier.
    Text,
    /// It has it in some agreements or cases only.
    Some,
    /// The value has no field of its own: it follows from the form, or stands among other things.
    Implied,
}

impl Answer {
    /// Every answer, the best first.
    pub const ALL: [Self; 4] = [Self::Direct, Self::Text, Self::Some, Self::Implied];

    /// The name used in data files and in machine-readable output.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Text => "text",
            Self::Some => "some",
            Self::Implied => "implied",
        }
    }
}

impl FromStr for Answer {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|answer| answer.id() == text).ok_or(())
    }
}

/// A field of the structure, and the element that it answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The dataset with its version, as `wco.e-co@2025`.
    pub dataset: String,
    /// Path of the element; empty where the dataset has none.
    pub path: String,
    /// The field: a path, a name, or `#12` for box 12 of a form; empty where the value stands in no
    /// field.
    pub field: String,
    /// How it answers the element.
    pub how: Answer,
    /// Whether the field was found in the published files of the structure.
    pub seen: bool,
    /// What it holds, where the dataset has no element for it.
    pub what: Label,
}

/// The fields of one structure, in the order of the dataset; those it has no element for come last.
#[derive(Debug, Default)]
pub struct Mapping {
    /// The fields.
    pub fields: Vec<Field>,
}

impl Mapping {
    pub(super) fn read(text: &str, file: Option<FileId>, findings: &mut Findings) -> Self {
        let required = ["dataset", "path", "field", "how", "seen"];
        let table = Table::read(text, file, &required, findings);
        let mut fields = Vec::new();
        for cells in table.rows() {
            let (dataset, path) = (cells.text("dataset"), cells.text("path"));
            let (field, what) = (cells.text("field"), cells.label("what"));
            // A row needs a dataset, and either an element or a field that has none.
            let column = match (dataset.is_empty(), path.is_empty() && field.is_empty()) {
                (true, _) => Some("dataset"),
                (_, true) => Some("field"),
                _ => None,
            };
            if let Some(column) = column {
                cells.report(column, findings, |span| {
                    Finding::new(&codes::EMPTY_KEY, span).arg("column", column)
                });
                continue;
            }
            let how = cells.value("how", "direct, text, some, implied", findings);
            fields.push(Field {
                dataset,
                path,
                field,
                how: how.unwrap_or(Answer::Implied),
                seen: cells.yes("seen", findings),
                what,
            });
        }
        Self { fields }
    }
}
