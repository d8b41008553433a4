//! Data models, maximum datasets, code lists, legal instruments and terms, as versioned data files.
//!
//! The files come with the program and can be replaced from a folder of the same shapes. A file is
//! read when it is first asked for, never before. The formats are described in `docs/data.md`.

mod codelist;
pub mod codes;
mod data_model;
mod dataset;
mod embedded;
mod entry;
mod mapping;
mod prose;
mod records;
mod search;
mod table;

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::diag::{Finding, Findings};
use crate::text::{FileId, Sources, Span};

pub use codelist::{CodeEntry, CodeList};
pub use data_model::{Class, DataModel, Element};
pub use dataset::{Dataset, Row, Standing};
pub use entry::{Entry, Kind};
pub use mapping::{Answer, Field, Mapping};
pub use prose::{Instrument, Term};
pub use search::{Hit, HitKind, fold, nearest};

/// The list of harmonised origin criteria: each agreement has a list of its own, whose codes take
/// their meaning from this one.
pub const ORIGIN_CRITERIA: &str = "gnc.origin-criteria";

/// Every data file a run can look things up in.
#[derive(Debug)]
pub struct Catalogue {
    entries: Vec<Entry>,
}

impl Default for Catalogue {
    fn default() -> Self {
        Self::embedded()
    }
}

impl Catalogue {
    /// The catalogue that comes with the program. Only its index is read here.
    pub fn embedded() -> Self {
        let mut entries = Vec::new();
        let files = |name: &str| {
            let text = embedded::file(name)?;
            Some(entry::Supplied { text: Cow::Borrowed(text), place: None })
        };
        entry::index(embedded::INDEX, None, &files, &mut entries, &mut Findings::default());
        Self { entries }
    }

    /// The embedded catalogue with the files of a data folder: an entry with the same identifier
    /// and version replaces the embedded one, any other is added and, asked for without a version,
    /// goes before it. The files are among `sources`; `index.csv` says what the others are.
    pub fn with_files(sources: &Sources, files: &[FileId], findings: &mut Findings) -> Self {
        let mut catalogue = Self::embedded();
        let Some(first) = files.first() else { return catalogue };
        let is_index = |file: &FileId| last_part(sources.name(*file)) == "index.csv";
        let indexes: Vec<FileId> = files.iter().copied().filter(is_index).collect();
        if indexes.is_empty() {
            findings.add(Finding::new(&codes::NO_INDEX, Span::new(*first, 0, 0)));
        }
        let mut used = BTreeSet::new();
        let mut added = Vec::new();
        for place in indexes {
            used.insert(place);
            let folder = sources.name(place).strip_suffix("index.csv").unwrap_or("").to_owned();
            let lookup = |name: &str| {
                let wanted = format!("{folder}{name}");
                let file = files.iter().find(|file| sources.name(**file) == wanted)?;
                let text = Cow::Owned(sources.text(*file).to_owned());
                Some(entry::Supplied { text, place: Some(*file) })
            };
            entry::index(sources.text(place), Some(place), &lookup, &mut added, findings);
        }
        for entry in added {
            used.extend(entry.load(findings));
            let same = |old: &Entry| (&old.id, &old.version) == (&entry.id, &entry.version);
            catalogue.entries.retain(|old| !same(old));
            catalogue.entries.push(entry);
        }
        for file in files {
            if !used.contains(file) {
                findings.add(Finding::new(&codes::FILE_NOT_IN_INDEX, Span::new(*file, 0, 0)));
            }
        }
        catalogue
    }

    /// Every file, in the order of the index.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The file of this kind that `reference` names: `id@version`, or `id` for the one added last.
    pub fn entry(&self, kind: Kind, reference: &str) -> Option<&Entry> {
        let (id, version) = match reference.split_once('@') {
            Some((id, version)) => (id, Some(version)),
            None => (reference, None),
        };
        let fits = |entry: &&Entry| {
            entry.kind == kind
                && entry.id == id
                && version.is_none_or(|version| entry.version == version)
        };
        self.entries.iter().rev().find(fits)
    }

    /// Whether there is such a file; it is not read.
    pub fn has(&self, kind: Kind, reference: &str) -> bool {
        self.entry(kind, reference).is_some()
    }

    /// A data model, as `wco-dm@3.6`.
    pub fn model(&self, reference: &str) -> Option<&DataModel> {
        self.entry(Kind::Model, reference).and_then(Entry::as_model)
    }

    /// A maximum dataset, as `wco.e-co@2025`.
    pub fn dataset(&self, reference: &str) -> Option<&Dataset> {
        self.entry(Kind::Dataset, reference).and_then(Entry::as_dataset)
    }

    /// A code list, as `iso.3166-1` or `iso.3166-1@2026-05`.
    pub fn codelist(&self, reference: &str) -> Option<&CodeList> {
        self.entry(Kind::CodeList, reference).and_then(Entry::as_codelist)
    }

    /// A legal instrument, as `tfa-12`.
    pub fn instrument(&self, id: &str) -> Option<&Instrument> {
        self.entries.iter().rev().find_map(|entry| entry.instruments()?.get(id))
    }

    /// Every legal instrument.
    pub fn instruments(&self) -> impl Iterator<Item = &Instrument> {
        self.entries.iter().flat_map(Entry::as_instruments)
    }

    /// A term, as `utility-block`.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.entries.iter().rev().find_map(|entry| entry.terms()?.get(id))
    }

    /// Every term.
    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        self.entries.iter().flat_map(Entry::as_terms)
    }

    /// Everything whose identifier or name has what is asked for, best first; case and accents do
    /// not count. Where nothing has it, what is spelt nearly so. Reads every file.
    pub fn search(&self, query: &str) -> Vec<Hit> {
        search::search(self, query)
    }

    /// The identifier of this kind most like `wanted`, with its version if `wanted` has one.
    pub fn suggest(&self, kind: Kind, wanted: &str) -> Option<String> {
        let known: Vec<String> = self
            .entries
            .iter()
            .filter(|entry| entry.kind == kind)
            .map(|entry| if wanted.contains('@') { entry.reference() } else { entry.id.clone() })
            .collect();
        nearest(wanted, known.iter().map(String::as_str)).map(str::to_owned)
    }

    /// The identifier of a legal instrument most like `wanted`.
    pub fn suggest_instrument(&self, wanted: &str) -> Option<&str> {
        nearest(wanted, self.instruments().map(|instrument| instrument.id.as_str()))
    }
}

fn last_part(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}
