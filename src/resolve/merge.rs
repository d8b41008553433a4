//! A profile laid over its framework block, by the shape of the format.
//!
//! Merging happens on the trees, before they are typed, so every node keeps the place where it was
//! written, in whichever file. Mappings merge by key; lists of records merge by their key field;
//! everything else that the profile writes takes the place of what the framework wrote.

use crate::model::{Record, Shape, negotiation_key};
use crate::syntax::{Entry, Node, Scalar, Value};
use crate::text::{Piece, Span};

/// The key by which an item of a list is left out of a profile.
pub const OMIT: &str = "omit";

/// An item of the framework that the profile leaves out.
#[derive(Clone, Debug)]
pub struct Omission {
    /// The list, as `process_alignment.messages`.
    pub list: String,
    /// The key of the item.
    pub key: Piece,
    /// Where the profile says so.
    pub span: Span,
    /// Whether the framework has such an item.
    pub known: bool,
}

/// Lays profiles over frameworks.
#[derive(Debug, Default)]
pub struct Merge {
    /// What the profile leaves out.
    pub omissions: Vec<Omission>,
    /// Whether an empty value in the profile takes the framework's value away: for the examples of
    /// the rules, which are laid over a block that is complete.
    pub empty_removes: bool,
    pub(super) path: Vec<&'static str>,
}

impl Merge {
    /// What `own` means when laid over `base`.
    pub fn merge(&mut self, base: &Node, own: &Node, shape: Shape) -> Node {
        let value = match (shape, &base.value, &own.value) {
            (Shape::Record(record), Value::Map(theirs), Value::Map(ours)) => {
                Value::Map(self.entries(theirs, ours, record).into())
            }
            (Shape::List(item), Value::List(theirs), Value::List(ours)) => match item() {
                Shape::Record(record) if record.key().is_some() => {
                    let key = record.key().unwrap_or_default();
                    Value::List(self.items(theirs, ours, record, key).into())
                }
                _ => own.value.clone(),
            },
            (Shape::Negotiable(inner), Value::Map(_), Value::Map(_))
                if negotiation_key(base).is_none() && negotiation_key(own).is_none() =>
            {
                return self.merge(base, own, inner());
            }
            _ => own.value.clone(),
        };
        Node { span: own.span, value }
    }

    fn entries(&mut self, theirs: &[Entry], ours: &[Entry], record: &'static Record) -> Vec<Entry> {
        let mut merged = Vec::with_capacity(theirs.len() + ours.len());
        for their in theirs {
            let Some(our) = ours.iter().find(|our| our.key.value == their.key.value) else {
                merged.push(their.clone());
                continue;
            };
            if self.empty_removes && matches!(our.value.value, Value::Null) {
                continue;
            }
            let value = match record.field(&our.key.value) {
                Some(field) => {
                    self.path.push(field.key);
                    let value = self.merge(&their.value, &our.value, (field.shape)());
                    self.path.pop();
                    value
                }
                None => our.value.clone(),
            };
            merged.push(Entry { key: our.key.clone(), value });
        }
        let new = |our: &&Entry| !theirs.iter().any(|their| their.key.value == our.key.value);
        merged.extend(ours.iter().filter(new).cloned());
        merged
    }

    fn items(
        &mut self,
        theirs: &[Node],
        ours: &[Node],
        record: &'static Record,
        key: &str,
    ) -> Vec<Node> {
        let by_key: std::collections::BTreeMap<&str, &Node> =
            ours.iter().filter_map(|our| Some((our.get(key)?.text()?, our))).collect();
        let mut merged = Vec::with_capacity(theirs.len() + ours.len());
        let mut met = std::collections::BTreeSet::new();
        for their in theirs {
            let name = their.get(key).and_then(Node::text);
            match name.and_then(|name| by_key.get(name).map(|our| (name, *our))) {
                Some((name, our)) => {
                    met.insert(name);
                    if omits(our) {
                        self.omit(name, our, true);
                    } else {
                        merged.push(self.merge(their, our, Shape::Record(record)));
                    }
                }
                None => merged.push(their.clone()),
            }
        }
        for our in ours {
            let name = our.get(key).and_then(Node::text);
            if name.is_some_and(|name| met.contains(name)) {
                // A second item of the same key is kept, so that the rules see it twice.
                let first = name.and_then(|name| by_key.get(name));
                if first.is_some_and(|first| first.span == our.span) {
                    continue;
                }
            }
            match name {
                Some(name) if omits(our) => self.omit(name, our, false),
                _ => merged.push(our.clone()),
            }
        }
        merged
    }

    fn omit(&mut self, name: &str, our: &Node, known: bool) {
        let (list, key) = (self.path.join("."), name.into());
        self.omissions.push(Omission { list, key, span: our.span, known });
    }
}

/// Whether an item of a list says `omit: true`.
fn omits(item: &Node) -> bool {
    let said = |scalar: &Scalar| &*scalar.text == "true";
    matches!(item.get(OMIT), Some(Node { value: Value::Scalar(scalar), .. }) if said(scalar))
}
