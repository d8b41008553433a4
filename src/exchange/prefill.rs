//! A document filled in beforehand from a message, by the mapping of the block.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use crate::message::{Items, Pair, Taken, Validator};
use crate::view::message::matching::{Entry, EntryKind, Matching};

/// What became of an entry of the document, wherever it occurs.
#[derive(Clone, Debug)]
pub struct Filling<'m> {
    /// The entry.
    pub entry: &'m Entry,
    /// In how many places it was filled in.
    pub filled: usize,
    /// In how many it is empty: left to somebody, or since the message does not say it.
    pub empty: usize,
}

/// A document that is filled in as far as the message goes.
#[derive(Clone, Debug)]
pub struct Draft<'m> {
    /// Its values; what is left is `null`.
    pub document: Json,
    /// What became of each entry, in the order of the block.
    pub fillings: Vec<Filling<'m>>,
}

/// The document of `matching`, filled in from the message of `items`.
pub fn prefill<'m>(
    validator: &Validator,
    (at, items): (usize, &Items),
    matching: &'m Matching,
    facts: &Json,
) -> Option<Draft<'m>> {
    let pair = Pair::new(validator, at, items, Some(facts))?;
    let mut filler = Filler { pair: &pair, fillings: Vec::new(), places: BTreeMap::new() };
    let document = filler.group(&matching.document, None);
    Some(Draft { document, fillings: filler.fillings })
}

struct Filler<'a, 'm> {
    pair: &'a Pair<'a>,
    fillings: Vec<Filling<'m>>,
    /// Places in `fillings`, by paths.
    places: BTreeMap<&'m str, usize>,
}

impl<'m> Filler<'_, 'm> {
    /// Everything below an entry; `this` is the class that it is filled in from.
    fn group(&mut self, entry: &'m Entry, this: Option<usize>) -> Json {
        let mut all = Map::new();
        for it in &entry.entries {
            let value = self.entry(it, this);
            all.insert(it.name().to_owned(), value);
        }
        Json::Object(all)
    }

    fn entry(&mut self, entry: &'m Entry, this: Option<usize>) -> Json {
        let own = self.note(entry);
        let taken = match &entry.source {
            Some(source) => self.pair.taken(&source.checked, this).unwrap_or_default(),
            None => Vec::new(),
        };
        let is_group = entry.kind == EntryKind::Group;
        if is_group && entry.source.is_none() && entry.max == 1 && !entry.entries.is_empty() {
            return self.group(entry, this);
        }
        let most = entry.max as usize;
        let mut values = Vec::new();
        for it in taken.into_iter().take(most) {
            match it {
                Taken::Class(at) if is_group => values.push(self.group(entry, Some(at))),
                Taken::Class(_) => {}
                Taken::Value(value) => values.extend(typed(entry.kind, &value)),
                Taken::Measured(number, unit) => values.push(match entry.kind {
                    EntryKind::Amount => json!({"content": number, "currencyId": unit}),
                    EntryKind::Quantity => json!({"content": number, "unitCode": unit}),
                    _ => Json::String(number),
                }),
            }
        }
        let count = values.len();
        if let Some(filling) = self.fillings.get_mut(own) {
            filling.filled += count;
            filling.empty += usize::from(count == 0);
        }
        match values.len() {
            // An item that must be there, and that nobody fills in, is offered once, empty.
            0 if is_group && entry.source.is_none() && entry.min > 0 => {
                json!([self.group(entry, None)])
            }
            0 => Json::Null,
            _ if entry.max > 1 => Json::Array(values),
            _ => values.swap_remove(0),
        }
    }

    fn note(&mut self, entry: &'m Entry) -> usize {
        if let Some(at) = self.places.get(&*entry.path) {
            return *at;
        }
        let at = self.fillings.len();
        self.fillings.push(Filling { entry, filled: 0, empty: 0 });
        self.places.insert(&entry.path, at);
        at
    }
}

/// A value as its entry has it; none for what is empty.
fn typed(kind: EntryKind, value: &Json) -> Option<Json> {
    let text = match value {
        Json::String(text) if text.is_empty() => return None,
        Json::String(text) => text.as_str(),
        other => return Some(other.clone()),
    };
    Some(match kind {
        EntryKind::YesNo => Json::Bool(matches!(text, "1" | "true")),
        EntryKind::Number => match text.parse::<u64>() {
            Ok(number) => Json::from(number),
            Err(_) => Json::String(text.to_owned()),
        },
        _ => Json::String(text.to_owned()),
    })
}
