//! Finding things in the catalogue by what people type: identifiers, names in either language.

use strsim::jaro_winkler;

use crate::catalogue::{Catalogue, CodeList, Dataset, Kind};
use crate::text::likeness::distance;
use crate::words::Label;

/// What a [`Hit`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HitKind {
    /// A data model, dataset, code list or other file of the catalogue.
    Entry,
    /// A class of a data model.
    Class,
    /// An element of a data model.
    Element,
    /// A row of a dataset.
    Row,
    /// A code of a code list.
    Code,
    /// A legal instrument.
    Instrument,
    /// A term.
    Term,
}

impl HitKind {
    /// The name used in machine-readable output.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Class => "class",
            Self::Element => "element",
            Self::Row => "row",
            Self::Code => "code",
            Self::Instrument => "instrument",
            Self::Term => "term",
        }
    }
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// The catalogue entry it is in, as `id@version`.
    pub entry: String,
    /// Its identifier there: WCO ID, path, code or own identifier.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// How well it fits: 0 is best.
    pub rank: u32,
}

/// `text` in lower case and without accents, so that both sides of a comparison look alike.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => out.push('a'),
            'ç' => out.push('c'),
            'è' | 'é' | 'ê' | 'ë' => out.push('e'),
            'ì' | 'í' | 'î' | 'ï' => out.push('i'),
            'ñ' => out.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => out.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => out.push('u'),
            'ý' | 'ÿ' => out.push('y'),
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            '’' => out.push('\''),
            // Combining accents of decomposed letters.
            '\u{300}'..='\u{36f}' => {}
            '\u{a0}' | '\u{202f}' => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

/// The candidate most like `wanted`: at most a third of its letters wrong, and not `wanted` itself.
pub fn nearest<'a>(wanted: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(wanted);
    let length = folded.chars().count();
    // A long text is no typing mistake, and comparing takes time with the square of the length.
    if length == 0 || length > 200 {
        return None;
    }
    let limit = (length / 3).clamp(1, 8);
    candidates
        .filter(|candidate| candidate.len().abs_diff(wanted.len()) <= limit + 4)
        .filter(|candidate| *candidate != wanted)
        .filter_map(|candidate| Some((distance(&folded, &fold(candidate), limit)?, candidate)))
        .min()
        .map(|(_, candidate)| candidate)
}

/// How many hits are returned at most.
const LIMIT: usize = 200;

struct Query {
    whole: String,
    words: Vec<String>,
}

impl Query {
    fn rank(&self, id: &str, label: &Label, near: bool) -> Option<u32> {
        let id = fold(id);
        if id == self.whole {
            return Some(0);
        }
        let names = [fold(&label.en), fold(&label.fr)];
        if near {
            return self.near(&id, &names);
        }
        if names.contains(&self.whole) {
            return Some(1);
        }
        if id.rsplit('/').next() == Some(self.whole.as_str()) {
            return Some(2);
        }
        if id.starts_with(&self.whole) {
            return Some(3);
        }
        if names.iter().any(|name| name.starts_with(&self.whole)) {
            return Some(4);
        }
        let begins = |name: &str, word: &str| {
            name.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word))
        };
        if names.iter().any(|name| self.words.iter().all(|word| begins(name, word))) {
            return Some(5);
        }
        let all = [&id, &names[0], &names[1]];
        let anywhere = |word: &String| all.iter().any(|text| text.contains(word.as_str()));
        self.words.iter().all(anywhere).then_some(6)
    }

    /// How near the spelling is: a whole identifier or name before a word of a name.
    fn near(&self, id: &str, names: &[String; 2]) -> Option<u32> {
        let apart = |text: &str| 1.0 - jaro_winkler(text, &self.whole);
        let least = |texts: &mut dyn Iterator<Item = f64>| {
            texts.filter(|apart| *apart <= 0.1).min_by(f64::total_cmp)
        };
        let tag = id.rsplit('/').next().unwrap_or(id);
        let wholes = [id, tag, &names[0], &names[1]];
        if let Some(apart) = least(&mut wholes.iter().map(|text| apart(text))) {
            return Some(RANK_NEAR + thousandths(apart));
        }
        let words = names.iter().flat_map(|name| name.split(' '));
        least(&mut words.map(apart)).map(|apart| RANK_NEAR_WORD + thousandths(apart))
    }
}

/// The rank of a whole name or identifier that is spelt nearly so, before what is wrong in it.
const RANK_NEAR: u32 = 10;
/// The same for one word of a name.
const RANK_NEAR_WORD: u32 = 1000;

/// A share between 0 and 1 in thousandths.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
fn thousandths(share: f64) -> u32 {
    (share.clamp(0.0, 1.0) * 1000.0) as u32
}

pub(super) fn search(catalogue: &Catalogue, query: &str) -> Vec<Hit> {
    let whole = fold(query.trim());
    let words: Vec<String> = whole.split_whitespace().map(str::to_owned).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let query = Query { whole, words };
    let mut hits = collect(catalogue, &query, false);
    if hits.is_empty() && query.whole.len() <= 100 {
        hits = collect(catalogue, &query, true);
    }
    hits.sort_by(|a, b| (a.rank, a.kind, &a.entry, &a.id).cmp(&(b.rank, b.kind, &b.entry, &b.id)));
    hits.truncate(LIMIT);
    hits
}

fn collect(catalogue: &Catalogue, query: &Query, near: bool) -> Vec<Hit> {
    let mut hits = Vec::new();
    for entry in catalogue.entries() {
        let name = entry.reference();
        let mut add = |kind: HitKind, id: &str, label: &Label| {
            if let Some(rank) = query.rank(id, label, near) {
                let (id, label) = (id.to_owned(), label.clone());
                hits.push(Hit { kind, entry: name.clone(), id, label, rank });
            }
        };
        add(HitKind::Entry, &entry.id, &entry.title);
        match entry.kind {
            Kind::Model => {
                let Some(model) = entry.as_model() else { continue };
                for class in model.classes() {
                    add(HitKind::Class, &class.wco_id, &Label::new(&class.name, ""));
                }
                for element in model.elements() {
                    add(HitKind::Element, &element.wco_id, &Label::new(&element.name, ""));
                }
            }
            Kind::Dataset => {
                for row in entry.as_dataset().into_iter().flat_map(Dataset::rows) {
                    add(HitKind::Row, &row.path, &row.label);
                }
            }
            Kind::CodeList => {
                for code in entry.as_codelist().into_iter().flat_map(CodeList::entries) {
                    add(HitKind::Code, &code.code, &code.name);
                }
            }
            Kind::Instruments => {
                for row in entry.as_instruments() {
                    add(HitKind::Instrument, &row.id, &row.title);
                }
            }
            Kind::Terms => {
                for row in entry.as_terms() {
                    add(HitKind::Term, &row.id, &row.term);
                }
            }
            // Found by its name and title.
            Kind::Pattern | Kind::Mapping => {}
        }
    }
    hits
}
