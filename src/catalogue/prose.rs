//! Legal instruments and terms of the field, in our own words.

use std::collections::BTreeMap;

use crate::catalogue::table::Table;
use crate::diag::Findings;
use crate::text::FileId;
use crate::words::{Label, Lang};

/// A legal instrument, or a provision of one, that a legal basis may name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// Identifier, as `tfa-12`.
    pub id: String,
    /// Short name of the instrument, as `WTO TFA`.
    pub instrument: String,
    /// Title.
    pub title: Label,
    /// The provisions it has or stands for.
    pub provisions: Vec<String>,
    /// International, regional, model, recommendation or guidance.
    pub level: String,
    /// Ways of exchange it makes lawful: `request-based-exchange`, `automatic-exchange`,
    /// `spontaneous-exchange`.
    pub enables: Vec<String>,
    /// What it does for an exchange, in one sentence.
    pub effect: Label,
    /// How sure that is.
    pub certainty: String,
    /// Sources, as listed in `docs/sources.md`.
    pub source: String,
}

/// A term of the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Identifier, as `utility-block`.
    pub id: String,
    /// The term.
    pub term: Label,
    /// Its abbreviation; empty if it has none.
    pub abbreviation: Label,
    /// What it means, in one sentence.
    pub definition: Label,
    /// Sources, as listed in `docs/sources.md`.
    pub source: String,
    /// Words that are not to be used for it, as `word=term`, separated by semicolons: each with the
    /// form of the term that takes its place.
    avoid: Label,
}

impl Term {
    /// The words that are not to be used for it in this language, each with the form of the term that
    /// takes its place.
    pub fn avoided(&self, lang: Lang) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.avoid.get(lang).split(';');
        pairs.filter_map(|pair| pair.trim().split_once('='))
    }
}

/// Rows found by identifier.
#[derive(Debug)]
pub(super) struct ById<T> {
    pub(super) rows: Vec<T>,
    by_id: BTreeMap<String, usize>,
}

impl<T> ById<T> {
    pub(super) fn get(&self, id: &str) -> Option<&T> {
        self.by_id.get(id).and_then(|at| self.rows.get(*at))
    }
}

pub(super) fn instruments(
    text: &str,
    file: Option<FileId>,
    findings: &mut Findings,
) -> ById<Instrument> {
    let required = ["id", "title_en", "title_fr", "provisions", "enables"];
    let table = Table::read(text, file, &required, findings);
    let (mut rows, mut by_id) = (Vec::new(), BTreeMap::new());
    for cells in table.rows() {
        let Some(id) = cells.key("id", &mut by_id, findings) else { continue };
        rows.push(Instrument {
            id,
            instrument: cells.text("instrument"),
            title: cells.label("title"),
            provisions: cells.parts("provisions", ';'),
            level: cells.text("level"),
            enables: cells.parts("enables", ' '),
            effect: cells.label("effect"),
            certainty: cells.text("certainty"),
            source: cells.text("source"),
        });
    }
    ById { rows, by_id }
}

pub(super) fn terms(text: &str, file: Option<FileId>, findings: &mut Findings) -> ById<Term> {
    let required = ["id", "term_en", "term_fr", "definition_en", "definition_fr"];
    let table = Table::read(text, file, &required, findings);
    let (mut rows, mut by_id) = (Vec::new(), BTreeMap::new());
    for cells in table.rows() {
        let Some(id) = cells.key("id", &mut by_id, findings) else { continue };
        rows.push(Term {
            id,
            term: cells.label("term"),
            abbreviation: cells.label("abbreviation"),
            definition: cells.label("definition"),
            source: cells.text("source"),
            avoid: cells.label("avoid"),
        });
    }
    ById { rows, by_id }
}
