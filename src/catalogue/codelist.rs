//! A code list: its codes with their names.

use std::collections::BTreeMap;

use crate::catalogue::search::nearest;
use crate::catalogue::table::Table;
use crate::diag::Findings;
use crate::text::FileId;
use crate::words::Label;

/// One code of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeEntry {
    /// The code.
    pub code: String,
    /// What it stands for; a language may be empty where the source has none.
    pub name: Label,
    /// What stands in the columns beyond code and names.
    extra: Vec<String>,
}

/// A code list.
#[derive(Debug, Default)]
pub struct CodeList {
    /// Identifier of the list, without version.
    pub id: String,
    /// Version or date of the list.
    pub version: String,
    /// The columns beyond code and names.
    columns: Vec<String>,
    entries: Vec<CodeEntry>,
    by_code: BTreeMap<String, usize>,
    open: bool,
}

impl CodeList {
    pub(super) fn read(text: &str, file: Option<FileId>, findings: &mut Findings) -> Self {
        let required = ["code", "name_en", "name_fr"];
        let table = Table::read(text, file, &required, findings);
        let columns = table.header().iter().enumerate();
        let extra = columns.filter(|(_, name)| !required.contains(&name.as_str()));
        let (extra, columns): (Vec<usize>, _) = extra.map(|(at, it)| (at, it.clone())).unzip();
        let mut list = Self { columns, ..Self::default() };
        for cells in table.rows() {
            let Some(code) = cells.key("code", &mut list.by_code, findings) else { continue };
            let name = cells.label("name");
            let extra = extra.iter().map(|at| cells.at(*at).to_owned()).collect();
            list.entries.push(CodeEntry { code, name, extra });
        }
        list
    }

    /// A list whose codes are kept elsewhere.
    pub(super) fn open() -> Self {
        Self { open: true, ..Self::default() }
    }

    /// Whether the codes are not carried here, so that no code can be refused.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Whether `code` is in the list; always for a list whose codes are not carried here.
    pub fn contains(&self, code: &str) -> bool {
        self.open || self.by_code.contains_key(code)
    }

    /// The entry of `code`.
    pub fn get(&self, code: &str) -> Option<&CodeEntry> {
        self.by_code.get(code).and_then(|at| self.entries.get(*at))
    }

    /// Every entry, in the order of the list.
    pub fn entries(&self) -> &[CodeEntry] {
        &self.entries
    }

    /// The names of the columns beyond code and names.
    pub fn extra_columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(String::as_str)
    }

    /// What stands in `column` for an entry of this list; empty where nothing does.
    pub fn extra<'a>(&self, entry: &'a CodeEntry, column: &str) -> &'a str {
        let at = self.columns.iter().position(|name| name == column);
        at.and_then(|at| entry.extra.get(at)).map_or("", String::as_str)
    }

    /// The code most like `wanted`, if one is like it.
    pub fn suggest(&self, wanted: &str) -> Option<&str> {
        nearest(wanted, self.entries.iter().map(|entry| entry.code.as_str()))
    }
}
