//! Lengths of time, added up with the arithmetic shown.

use crate::model::Duration;
use crate::view::document::values;
use crate::words::{Label, Lang, Words, words};

const TIMES: Words = words("{times} × {length}", "{times} × {length}");
const NAMED: Words = words("{length} ({name})", "{length} ({name})");
const EQUALS: Words = words("{terms} = {sum}", "{terms} = {sum}");

/// A sum of lengths of time; each may count several times and may have a name.
#[derive(Clone, Debug, Default)]
pub(super) struct Sum {
    terms: Vec<Term>,
}

#[derive(Clone, Debug)]
struct Term {
    times: u64,
    length: Duration,
    name: Label,
}

impl Sum {
    /// This length alone.
    pub(super) fn of(length: &Duration) -> Self {
        Self::default().and(1, length)
    }

    /// With this length so many times more.
    pub(super) fn and(self, times: u64, length: &Duration) -> Self {
        self.and_named(times, length, Label::default())
    }

    /// With a length that is shown with what it is for.
    pub(super) fn and_named(mut self, times: u64, length: &Duration, name: Label) -> Self {
        if times > 0 {
            self.terms.push(Term { times, length: length.clone(), name });
        }
        self
    }

    /// The whole, with 30 days to the month.
    pub(super) fn seconds(&self) -> u64 {
        let each = self.terms.iter().map(|it| it.length.about_seconds().saturating_mul(it.times));
        each.fold(0, u64::saturating_add)
    }

    /// The sum as people write it: `4 × 1 minute + 3 × 10 minutes = 34 minutes`.
    pub(super) fn shown(&self) -> Label {
        let [en, fr] = [Lang::En, Lang::Fr].map(|lang| self.in_language(lang));
        Label::new(en, fr)
    }

    fn in_language(&self, lang: Lang) -> String {
        let term = |term: &Term| {
            let length = values::duration(&term.length, lang);
            let length = match term.times {
                1 => length,
                times => TIMES.with(lang, &[("times", &times.to_string()), ("length", &length)]),
            };
            match term.name.any(lang) {
                "" => length,
                name => NAMED.with(lang, &[("length", &length), ("name", name)]),
            }
        };
        let terms: Vec<String> = self.terms.iter().map(term).collect();
        let terms = terms.join(" + ");
        match self.terms.as_slice() {
            [] | [Term { times: 1, .. }] => terms,
            _ => {
                let sum = values::duration(&Duration::of_seconds(self.seconds()), lang);
                EQUALS.with(lang, &[("terms", &terms), ("sum", &sum)])
            }
        }
    }
}

/// A length of time as people write it.
pub(super) fn shown(length: &Duration) -> Label {
    Sum::of(length).shown()
}
