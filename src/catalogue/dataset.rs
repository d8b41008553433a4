//! A maximum dataset: every element a data cluster may pick from, by path.

use std::collections::BTreeMap;
use std::str::FromStr;

use crate::catalogue::codes;
use crate::catalogue::search::nearest;
use crate::catalogue::table::Table;
use crate::diag::{Finding, Findings};
use crate::model::{Classification, DataType};
use crate::text::FileId;
use crate::text::notation::{Format, Occurs};
use crate::words::Label;

/// How sure the identifier of a row is. It says nothing about the place: most roots are ours, and
/// what stands below them was seen below another class of the data model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// The identifier stands, with this name and tag, in a published schema of the data model.
    Confirmed,
    /// Seen without identifier, in another edition, or elsewhere only.
    Unconfirmed,
    /// Our own proposal.
    Proposed,
}

impl Standing {
    /// The name used in data files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Unconfirmed => "unconfirmed",
            Self::Proposed => "proposed",
        }
    }
}

impl FromStr for Standing {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let all = [Self::Confirmed, Self::Unconfirmed, Self::Proposed];
        all.into_iter().find(|standing| standing.id() == text).ok_or(())
    }
}

/// One class or attribute of a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// XML tags from the root of the message down, as `Certificate/Exporter/Name`.
    pub path: String,
    /// Identifier in the data model, if one is known.
    pub wco_id: Option<String>,
    /// Name in the data model; empty if none is known.
    pub wco_name: String,
    /// Short name.
    pub label: Label,
    /// What it means here, in one sentence.
    pub definition: Label,
    /// Format; none for a class.
    pub format: Option<Format>,
    /// How often it may occur below its parent, at most.
    pub occurs: Occurs,
    /// Identifier of the code list its values come from.
    pub codelist: Option<String>,
    /// Kind of value; none for a class.
    pub data_type: Option<DataType>,
    /// Whether it may say something about a natural person.
    pub personal: bool,
    /// How far it may be shown.
    pub classification: Classification,
    /// How sure its identifier is.
    pub status: Standing,
    /// Where it was seen.
    pub source: String,
    /// What it usually serves.
    pub purposes: Vec<String>,
}

impl Row {
    /// The XML tag: the last part of the path.
    pub fn tag(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// The path of the class it stands in; none for a root.
    pub fn parent(&self) -> Option<&str> {
        self.path.rsplit_once('/').map(|(parent, _)| parent)
    }

    /// How many classes it stands in.
    pub fn depth(&self) -> usize {
        self.path.matches('/').count()
    }

    /// Whether it is a class, so that it has rows below it.
    pub fn is_class(&self) -> bool {
        self.data_type.is_none()
    }
}

/// A maximum dataset.
#[derive(Debug, Default)]
pub struct Dataset {
    rows: Vec<Row>,
    by_path: BTreeMap<String, usize>,
}

impl Dataset {
    pub(super) fn read(text: &str, file: Option<FileId>, findings: &mut Findings) -> Self {
        let required = ["path", "wco_id", "label_en", "label_fr", "format", "occurs", "status"];
        let table = Table::read(text, file, &required, findings);
        let mut set = Self::default();
        for cells in table.rows() {
            let Some(path) = cells.key("path", &mut set.by_path, findings) else { continue };
            if let Some((parent, _)) = path.rsplit_once('/')
                && !set.by_path.contains_key(parent)
            {
                cells.report("path", findings, |span| {
                    Finding::new(&codes::PARENT_MISSING, span).arg("parent", parent)
                });
            }
            let format: Option<Format> = cells.value("format", "an..35, a2, n..16,3", findings);
            let data_type = cells.value("data_type", "Text, Code, Identifier, …", findings);
            let codelist = cells.text("codelist");
            let wco_id = cells.text("wco_id");
            set.rows.push(Row {
                path,
                wco_id: (!wco_id.is_empty()).then_some(wco_id),
                wco_name: cells.text("wco_name"),
                label: cells.label("label"),
                definition: cells.label("definition"),
                format,
                occurs: cells.value("occurs", "0..1, 1..1, 0..*", findings).unwrap_or(Occurs::ANY),
                codelist: (!codelist.is_empty()).then_some(codelist),
                data_type: data_type.or(format.map(|_| DataType::Text)),
                personal: cells.yes("personal", findings),
                classification: cells
                    .value("classification", "public, restricted, confidential", findings)
                    .unwrap_or(Classification::Restricted),
                status: cells
                    .value("status", "confirmed, unconfirmed, proposed", findings)
                    .unwrap_or(Standing::Unconfirmed),
                source: cells.text("source"),
                purposes: cells.parts("purposes", ' '),
            });
        }
        set
    }

    /// The row with this path.
    pub fn row(&self, path: &str) -> Option<&Row> {
        self.by_path.get(path).and_then(|at| self.rows.get(*at))
    }

    /// Where the row with this path stands among [`Dataset::rows`].
    pub fn position(&self, path: &str) -> Option<usize> {
        self.by_path.get(path).copied()
    }

    /// Every row, in the order of the message: attributes of a class before its classes.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The rows directly below `path`, in order.
    pub fn children<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a Row> {
        self.rows.iter().filter(move |row| row.parent() == Some(path))
    }

    /// The roots: one for each kind of message.
    pub fn roots(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.parent().is_none())
    }

    /// The path most like `wanted`, if one is like it.
    pub fn suggest(&self, wanted: &str) -> Option<&str> {
        nearest(wanted, self.rows.iter().map(|row| row.path.as_str()))
    }
}
