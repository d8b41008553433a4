//! One file of the catalogue: what the index says about it, and what was read from it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;

use crate::catalogue::codelist::CodeList;
use crate::catalogue::codes;
use crate::catalogue::data_model::DataModel;
use crate::catalogue::dataset::Dataset;
use crate::catalogue::mapping::Mapping;
use crate::catalogue::prose::{self, ById, Instrument, Term};
use crate::catalogue::table::Table;
use crate::diag::{Finding, Findings};
use crate::text::FileId;
use crate::words::catalogue::MAINTAINERS;
use crate::words::{Label, Lang};

/// What a file of the catalogue holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Elements and classes of a data model.
    Model,
    /// A maximum dataset.
    Dataset,
    /// A code list.
    CodeList,
    /// Legal instruments.
    Instruments,
    /// Terms of the field.
    Terms,
    /// A pattern: parts of blocks that repeat.
    Pattern,
    /// How the fields of a structure used elsewhere answer a maximum dataset.
    Mapping,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Model,
        Self::Dataset,
        Self::CodeList,
        Self::Instruments,
        Self::Terms,
        Self::Pattern,
        Self::Mapping,
    ];

    /// The name used in the index.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Model => "model",
            Self::Dataset => "dataset",
            Self::CodeList => "codelist",
            Self::Instruments => "instruments",
            Self::Terms => "terms",
            Self::Pattern => "pattern",
            Self::Mapping => "mapping",
        }
    }
}

impl FromStr for Kind {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|kind| kind.id() == text).ok_or(())
    }
}

/// The kinds as they are listed in a finding.
const KINDS: &str = "model, dataset, codelist, instruments, terms, pattern, mapping";

/// What was read from the file of an [`Entry`].
enum Content {
    Model(DataModel),
    Dataset(Dataset),
    CodeList(CodeList),
    Instruments(ById<Instrument>),
    Terms(ById<Term>),
    /// Read as YAML by the layer that uses it.
    Pattern,
    Mapping(Mapping),
}

/// One file of the catalogue: what it is and where it comes from.
pub struct Entry {
    /// Identifier without version, as `iso.3166-1`.
    pub id: String,
    /// Version or date of what the file holds.
    pub version: String,
    /// What it holds.
    pub kind: Kind,
    /// Title.
    pub title: Label,
    /// Who maintains the original.
    pub maintainer: String,
    /// Whether it is the maintainer's own file; what we compiled is not.
    pub official: bool,
    /// Where the content was read.
    pub source: String,
    /// Terms of use of the content.
    pub licence: String,
    /// File name below the data folder; empty for a code list whose codes are kept elsewhere.
    pub file: String,
    /// Regular expression its codes match; empty if none is stated.
    pub pattern: String,
    supplied: Supplied,
    content: OnceLock<Content>,
}

/// The text of a data file, and its place if someone supplied it.
pub(super) struct Supplied {
    pub(super) text: Cow<'static, str>,
    pub(super) place: Option<FileId>,
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Entry").field(&self.reference()).finish()
    }
}

impl Entry {
    /// Who maintains the original, by the name in `lang` where there is one.
    pub fn maintainer(&self, lang: Lang) -> &str {
        let known = MAINTAINERS.iter().find(|(name, _)| *name == self.maintainer);
        known.map_or(&self.maintainer, |(_, words)| words.get(lang))
    }

    /// Identifier and version, as `iso.3166-1@2026-05`.
    pub fn reference(&self) -> String {
        format!("{}@{}", self.id, self.version)
    }

    /// What the file holds; nothing, without reading, if that is not of this kind.
    fn content(&self, kind: Kind) -> Option<&Content> {
        // What is wrong with a supplied file was said when it was loaded.
        let read = || self.read(None, &mut Findings::default());
        (self.kind == kind).then(|| self.content.get_or_init(read))
    }

    /// Reads a supplied file now, to say what is wrong with it, and names the file.
    pub(super) fn load(&self, findings: &mut Findings) -> Option<FileId> {
        let place = self.supplied.place?;
        self.content.get_or_init(|| self.read(Some(place), findings));
        Some(place)
    }

    /// Whether the file has more rows than this below its header: a code list then has more codes.
    /// Reads no further than needed.
    pub fn has_more_rows_than(&self, rows: usize) -> bool {
        Table::has_more_rows_than(&self.supplied.text, rows)
    }

    fn read(&self, place: Option<FileId>, findings: &mut Findings) -> Content {
        let text: &str = &self.supplied.text;
        match self.kind {
            Kind::Model => Content::Model(DataModel::read(text, place, findings)),
            Kind::Dataset => Content::Dataset(Dataset::read(text, place, findings)),
            Kind::CodeList => {
                let mut list = if self.file.is_empty() {
                    CodeList::open()
                } else {
                    CodeList::read(text, place, findings)
                };
                list.id.clone_from(&self.id);
                list.version.clone_from(&self.version);
                Content::CodeList(list)
            }
            Kind::Instruments => Content::Instruments(prose::instruments(text, place, findings)),
            Kind::Terms => Content::Terms(prose::terms(text, place, findings)),
            Kind::Pattern => Content::Pattern,
            Kind::Mapping => Content::Mapping(Mapping::read(text, place, findings)),
        }
    }

    /// Whether the file is the program's own, not one that its user brought.
    pub fn comes_with_the_program(&self) -> bool {
        self.supplied.place.is_none()
    }

    /// The text of its file.
    pub fn text(&self) -> &str {
        &self.supplied.text
    }

    /// The data model it holds.
    pub fn as_model(&self) -> Option<&DataModel> {
        match self.content(Kind::Model)? {
            Content::Model(model) => Some(model),
            _ => None,
        }
    }

    /// The dataset it holds.
    pub fn as_dataset(&self) -> Option<&Dataset> {
        match self.content(Kind::Dataset)? {
            Content::Dataset(set) => Some(set),
            _ => None,
        }
    }

    /// The code list it holds.
    pub fn as_codelist(&self) -> Option<&CodeList> {
        match self.content(Kind::CodeList)? {
            Content::CodeList(list) => Some(list),
            _ => None,
        }
    }

    /// The mapping it holds.
    pub fn as_mapping(&self) -> Option<&Mapping> {
        match self.content(Kind::Mapping)? {
            Content::Mapping(mapping) => Some(mapping),
            _ => None,
        }
    }

    /// The legal instruments it holds.
    pub fn as_instruments(&self) -> &[Instrument] {
        self.instruments().map_or(&[], |rows| &rows.rows)
    }

    /// The terms it holds.
    pub fn as_terms(&self) -> &[Term] {
        self.terms().map_or(&[], |rows| &rows.rows)
    }

    pub(super) fn instruments(&self) -> Option<&ById<Instrument>> {
        match self.content(Kind::Instruments)? {
            Content::Instruments(rows) => Some(rows),
            _ => None,
        }
    }

    pub(super) fn terms(&self) -> Option<&ById<Term>> {
        match self.content(Kind::Terms)? {
            Content::Terms(rows) => Some(rows),
            _ => None,
        }
    }
}

/// Reads an index and finds the text of each file it names with `files`.
pub(super) fn index(
    text: &str,
    place: Option<FileId>,
    files: &dyn Fn(&str) -> Option<Supplied>,
    entries: &mut Vec<Entry>,
    findings: &mut Findings,
) {
    let required = ["id", "version", "kind", "title_en", "title_fr", "file"];
    let table = Table::read(text, place, &required, findings);
    let mut seen = BTreeSet::new();
    for row in table.rows() {
        let Some(kind) = row.value("kind", KINDS, findings) else {
            if row.get("kind").is_empty() {
                row.bad("kind", KINDS, findings);
            }
            continue;
        };
        let (id, version) = (row.text("id"), row.text("version"));
        if id.is_empty() || version.is_empty() {
            let column = if id.is_empty() { "id" } else { "version" };
            row.report(column, findings, |span| {
                Finding::new(&codes::EMPTY_KEY, span).arg("column", column)
            });
            continue;
        }
        let reference = format!("{id}@{version}");
        if !seen.insert(reference.clone()) {
            row.report("id", findings, |span| {
                Finding::new(&codes::DUPLICATE_KEY, span).arg("key", &reference)
            });
            continue;
        }
        let file = row.text("file");
        let open_list = kind == Kind::CodeList && file.is_empty();
        let supplied = match files(&file) {
            Some(found) => found,
            None if open_list => Supplied { text: Cow::Borrowed(""), place: None },
            None => {
                row.report("file", findings, |span| {
                    Finding::new(&codes::FILE_MISSING, span).arg("file", &file)
                });
                continue;
            }
        };
        entries.push(Entry {
            id,
            version,
            kind,
            title: row.label("title"),
            maintainer: row.text("maintainer"),
            official: row.yes("official", findings),
            source: row.text("source"),
            licence: row.text("licence"),
            file,
            pattern: row.text("pattern"),
            supplied,
            content: OnceLock::new(),
        });
    }
}
