//! The parts of a block explained to those who write it: what belongs there, why it matters, how it
//! is written, with an example.
//!
//! What each key is stands with its declaration in `model`, in English and French; why it matters
//! and how to write it in `words::advice`; when it is asked for in `completeness`. Nothing of it is
//! said anywhere else: the comments of a new block come from here too.

mod example;
mod page;

use crate::completeness::{Ask, COMPONENTS, Component};
use crate::model::{Block, Field, Lower, Maturity, Record, Shape, closest};
use crate::words::advice::{ADVICE, Advice};
use crate::words::guide::{TOPICS, Topic};
use crate::words::{Lang, Words};

pub use example::{example, first_of};
pub use page::{form, json, list, page};

/// A key of the block format, and where it stands.
#[derive(Clone, Debug)]
pub struct Part {
    /// The keys from the top, joined by full stops: `business_case.legal_basis.level`.
    pub path: String,
    /// What the format says of it.
    pub field: &'static Field,
}

/// What may be explained.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A key of the format, and the other places where the same key stands.
    Part(Part, Vec<Part>),
    /// Something that may stand in many places.
    Topic(&'static Topic),
    /// Several keys of the same name, none of them before the others.
    Several(String, Vec<Part>),
}

impl Part {
    /// The key.
    pub const fn key(&self) -> &'static str {
        self.field.key
    }

    /// What may be written there.
    pub fn shape(&self) -> Shape {
        (self.field.shape)()
    }

    /// The record that its value, or each item of it, is.
    pub fn record(&self) -> Option<&'static Record> {
        record(self.shape())
    }

    /// How far it is from the top, from 1.
    pub fn depth(&self) -> usize {
        self.path.split('.').count()
    }

    /// What belongs there, in one sentence.
    pub fn what(&self, lang: Lang) -> String {
        self.field.said(lang)
    }

    /// Why it matters and how to write it, where that is said of the part itself.
    pub fn advice(&self) -> Option<&'static Advice> {
        ADVICE.iter().find(|it| it.path == self.path)
    }

    /// Why it matters: of the part itself, else of the nearest one above it.
    pub fn why(&self) -> Option<Words> {
        let mut path = self.path.as_str();
        loop {
            if let Some(advice) = ADVICE.iter().find(|it| it.path == path) {
                return Some(advice.why);
            }
            path = path.rsplit_once('.')?.0;
        }
    }

    /// The component that it is, when it is one.
    pub fn component(&self) -> Option<&'static Component> {
        let is = |it: &&Component| {
            let key = self.path.strip_prefix(it.group).and_then(|rest| rest.strip_prefix('.'));
            it.number.is_some() && key.is_some_and(|key| it.keys.contains(&key))
        };
        COMPONENTS.iter().find(is)
    }

    /// The status from which the first of the keys below it is asked for.
    pub fn asked_below(&self) -> Option<Maturity> {
        let asks = COMPONENTS.iter().flat_map(|it| it.asks);
        let below = asks.filter(|it| lies_within(&it.part.replace("[]", ""), &self.path));
        below.map(|it| it.from).min()
    }

    /// What asks for it, the earliest status first.
    pub fn asked(&self) -> Vec<&'static Ask> {
        let Some((part, key)) = self.path.rsplit_once('.') else { return Vec::new() };
        let asks = COMPONENTS.iter().flat_map(|it| it.asks);
        let asks = asks.filter(|it| it.part.replace("[]", "") == part && it.keys.contains(&key));
        let mut asks: Vec<_> = asks.collect();
        asks.sort_by_key(|it| it.from);
        asks
    }
}

/// Whether `path` is this one or lies below it.
fn lies_within(path: &str, above: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The record behind a shape, through lists and what can be negotiated.
fn record(shape: Shape) -> Option<&'static Record> {
    match shape {
        Shape::Record(record) => Some(record),
        Shape::List(inner) | Shape::Negotiable(inner) | Shape::PerName(inner) => record(inner()),
        Shape::Text | Shape::Choice(_) | Shape::Scalar(_) | Shape::Fragment => None,
    }
}

/// Every key of the block format, in the order of the format.
pub fn parts() -> Vec<Part> {
    let mut parts = Vec::new();
    if let Some(block) = record(Block::shape()) {
        below(block, "", &mut parts);
    }
    parts
}

fn below(record: &'static Record, path: &str, parts: &mut Vec<Part>) {
    /// More levels than the format has.
    const DEEPEST: usize = 12;
    for field in record.fields {
        let dot = if path.is_empty() { "" } else { "." };
        let part = Part { path: format!("{path}{dot}{}", field.key), field };
        let (inner, path, depth) = (part.record(), part.path.clone(), part.depth());
        parts.push(part);
        if let Some(inner) = inner.filter(|_| depth < DEEPEST) {
            below(inner, &path, parts);
        }
    }
}

/// How deep the parts of a block stand that are meant before keys of the same name below them.
const PARTS: usize = 2;

/// The part that these keys name: `legal_basis`, `legal_basis.level`, `Legal basis`, or a path as
/// findings and `gnc status` have it, with the names of items in brackets.
pub fn find(wanted: &str, lang: Lang) -> Option<Subject> {
    let name = plain(wanted);
    if let Some(topic) = TOPICS.iter().find(|it| it.key == name) {
        return Some(Subject::Topic(topic));
    }
    let mut parts = parts();
    if let Some(at) = parts.iter().position(|it| it.path == name) {
        return Some(Subject::Part(parts.swap_remove(at), Vec::new()));
    }
    let called = |it: &Part| {
        let title = it.component().map(|it| plain(it.title.get(lang)));
        let tail = it.path.strip_suffix(name.as_str());
        tail.is_some_and(|before| before.ends_with('.')) || title.as_deref() == Some(&*name)
    };
    let mut found: Vec<Part> = parts.into_iter().filter(called).collect();
    let highest = found.iter().map(Part::depth).min()?;
    let first = found.iter().position(|it| it.depth() == highest)?;
    let alone = found.iter().filter(|it| it.depth() == highest).count() == 1;
    // A part of the block itself is meant before a key somewhere below; of keys that stand equally
    // deep none is meant before the others.
    if found.len() == 1 || (alone && highest <= PARTS) {
        let part = found.remove(first);
        return Some(Subject::Part(part, found));
    }
    Some(Subject::Several(name, found))
}

/// What is nearest to a name that nothing has.
pub fn nearest(wanted: &str) -> Option<String> {
    let (name, parts) = (plain(wanted), parts());
    let mut names: Vec<&str> = parts.iter().map(Part::key).collect();
    names.extend(TOPICS.iter().map(|it| it.key));
    names.extend(parts.iter().map(|it| it.path.as_str()));
    closest(&name, names).map(str::to_owned)
}

/// A name as the keys are written: small letters, low lines, without what stands in brackets.
fn plain(name: &str) -> String {
    let mut out = String::new();
    let mut within = 0_usize;
    for c in name.trim().chars() {
        match c {
            '[' => within += 1,
            ']' => within = within.saturating_sub(1),
            _ if within > 0 => {}
            '-' | ' ' => out.push('_'),
            _ => out.extend(c.to_lowercase()),
        }
    }
    out
}
