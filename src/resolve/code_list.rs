//! A code list as an element names it: of the block, of the catalogue, or both.

use crate::catalogue::{self, Catalogue, Kind};
use crate::model::{CodeEntry, CodeList, Lifecycle, Line};
use crate::text::Spanned;
use crate::words::{Label, Lang};

/// A code list, of the block or of the catalogue.
#[derive(Clone, Debug)]
pub struct CodeListRef {
    /// Identifier.
    pub id: String,
    /// The codes, when the block lists them; else the catalogue's list holds.
    pub own: Option<Vec<CodeEntry>>,
    /// Codes that the block adds to those of the base list.
    pub user_codes: Vec<CodeEntry>,
    /// Identifier of the list in the catalogue, itself or restricted; empty when there is none.
    pub base: String,
}

/// A code that may be used, with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedCode {
    /// The code.
    pub code: String,
    /// What it stands for; empty in a language in which nobody says it.
    pub name: Label,
}

impl CodeListRef {
    /// The list of the catalogue of this identifier, as it is.
    pub fn of_catalogue(id: &str) -> Self {
        let (own, user_codes) = (None, Vec::new());
        Self { id: id.to_owned(), own, user_codes, base: id.to_owned() }
    }

    /// The list of the block of this identifier; else that of the catalogue.
    pub fn of_block(id: &str, lists: &[CodeList]) -> Self {
        let own = lists.iter().find(|it| it.id.as_ref().is_some_and(|it| &*it.value.0 == id));
        let base = match own {
            Some(own) => own.base.as_ref().map(|it| it.value.to_string()).unwrap_or_default(),
            None => id.to_owned(),
        };
        let user_codes = own.map(|own| own.user_codes.clone()).unwrap_or_default();
        let own = own.map(|own| own.codes.clone()).filter(|codes| !codes.is_empty());
        Self { id: id.to_owned(), own, user_codes, base }
    }

    /// The states of the lifecycle of the document, as if they were codes.
    pub fn of_states(lifecycle: Option<&Lifecycle>) -> Self {
        let states = lifecycle.into_iter().flat_map(|it| &it.states);
        let own = states.map(|it| CodeEntry {
            span: it.span,
            code: it
                .id
                .as_ref()
                .map(|id| Spanned { value: Line(id.value.0.clone()), span: id.span }),
            name: it.name.clone(),
            meaning: None,
            until: None,
        });
        let (id, base) = ("lifecycle".to_owned(), String::new());
        Self { id, own: Some(own.collect()), user_codes: Vec::new(), base }
    }

    /// The list of the catalogue behind it.
    pub fn base<'a>(&self, catalogue: &'a Catalogue) -> Option<&'a catalogue::CodeList> {
        catalogue.entry(Kind::CodeList, &self.base)?.as_codelist()
    }

    /// Every code that may be used, in the order of the block or of the base list. `None` for a
    /// list that is kept elsewhere and whose codes nobody lists.
    pub fn codes(&self, catalogue: &Catalogue) -> Option<Vec<UsedCode>> {
        let base = self.base(catalogue);
        let listed = |entry: &CodeEntry| {
            let code = entry.code.as_ref()?.value.to_string();
            Some(UsedCode { name: named(entry, base), code })
        };
        let mut codes: Vec<UsedCode> = match (&self.own, base) {
            (Some(own), _) => own.iter().filter_map(listed).collect(),
            (None, Some(base)) if !base.is_open() => {
                let entry = |it: &catalogue::CodeEntry| UsedCode {
                    code: it.code.clone(),
                    name: it.name.clone(),
                };
                base.entries().iter().map(entry).collect()
            }
            (None, _) => return None,
        };
        codes.extend(self.user_codes.iter().filter_map(listed));
        Some(codes)
    }

    /// How many codes may be used; `None` as for [`CodeListRef::codes`].
    pub fn count(&self, catalogue: &Catalogue) -> Option<usize> {
        let has_code = |entry: &&CodeEntry| entry.code.is_some();
        let listed = match (&self.own, self.base(catalogue)) {
            (Some(own), _) => own.iter().filter(has_code).count(),
            (None, Some(base)) if !base.is_open() => base.entries().len(),
            (None, _) => return None,
        };
        Some(listed + self.user_codes.iter().filter(has_code).count())
    }

    /// What a code of the list stands for; `None` for a code that may not be used.
    pub fn name_of(&self, code: &str, catalogue: &Catalogue) -> Option<Label> {
        let base = self.base(catalogue);
        let is = |it: &&CodeEntry| it.code.as_ref().is_some_and(|it| &*it.value.0 == code);
        let named = |entry| named(entry, base);
        let of_base = || match (&self.own, base) {
            (None, Some(base)) if !base.is_open() => base.get(code).map(|it| it.name.clone()),
            _ => None,
        };
        let own = self.own.iter().flatten().find(is).map(named).or_else(of_base);
        own.or_else(|| self.user_codes.iter().find(is).map(named))
    }
}

/// What a code of the block stands for: by its own words, else by those of the list behind it.
fn named(entry: &CodeEntry, base: Option<&catalogue::CodeList>) -> Label {
    if let Some(name) = &entry.name {
        let own = |lang| name.get(lang).unwrap_or("");
        return Label::new(own(Lang::En), own(Lang::Fr));
    }
    let code = entry.code.as_ref().map_or("", |it| &*it.value.0);
    base.and_then(|base| base.get(code)).map(|it| it.name.clone()).unwrap_or_default()
}
