//! Places of a block, as a rule names them: `process_alignment.triggers[*]`.

use std::cell::Cell;

use crate::assertion::part::{is_there, settled, spend};
use crate::model::{Block, Lower, Record, Shape, closest, item_name, negotiation_key, record_of};
use crate::syntax::{Node, Value};

/// Most steps of one pattern of places; the format itself is not deeper.
const MAX_STEPS: usize = 64;

/// Where a rule looks.
#[derive(Clone, Debug, Default)]
pub struct Places {
    steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    /// A key.
    Key(String),
    /// Each item of a list.
    Each,
    /// The item of this name.
    Item(String),
}

/// Why a pattern leads nowhere; bytes are those of the pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// It cannot be read from here on.
    Form(usize),
    /// There is no such key.
    NoKey {
        /// First byte and the byte after the last.
        place: (usize, usize),
        /// The key.
        key: String,
        /// One like it.
        meant: Option<&'static str>,
    },
    /// A key is looked for in a list.
    IsList {
        /// First byte and the byte after the last.
        place: (usize, usize),
        /// The list.
        key: String,
    },
    /// An item is looked for in what is no list.
    NoList {
        /// First byte and the byte after the last.
        place: (usize, usize),
        /// What is no list.
        key: String,
    },
}

/// What stands at a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found<'a> {
    pub(super) node: &'a Node,
    pub(super) shape: Shape,
}

impl Found<'_> {
    /// The record that it is written as.
    pub(super) fn record(&self) -> Option<&'static Record> {
        record_of(Some(self.shape), self.node)
    }
}

impl Places {
    /// Reads a pattern and follows it through the format: the places, and what stands there.
    ///
    /// # Errors
    ///
    /// Where it leads nowhere.
    pub fn read(text: &str) -> Result<(Self, Shape), Lost> {
        let mut shape = Block::shape();
        let mut steps = Vec::new();
        let mut at = 0;
        let mut last = (0, 0);
        while at < text.len() {
            let rest = text.get(at..).unwrap_or("");
            let place = |length: usize| (at, at + length);
            if steps.len() >= MAX_STEPS {
                return Err(Lost::Form(at));
            }
            if let Some(inner) = rest.strip_prefix('[') {
                let end = inner.find(']').filter(|end| *end > 0).ok_or(Lost::Form(at))?;
                let name = inner.get(..end).unwrap_or("");
                let key = || text.get(last.0..last.1).unwrap_or("").to_owned();
                let here = place(end + 2);
                shape = match settled(shape) {
                    Shape::List(item) => item(),
                    Shape::PerName(value) => value(),
                    _ => return Err(Lost::NoList { place: here, key: key() }),
                };
                let item =
                    matches!(settled(shape), Shape::Record(record) if record.key().is_some());
                steps.push(match name {
                    "*" => Step::Each,
                    _ if item => Step::Item(name.to_owned()),
                    _ => return Err(Lost::Form(at + 1)),
                });
                at += end + 2;
                continue;
            }
            let dot = usize::from(!steps.is_empty());
            let name = if dot == 1 { rest.strip_prefix('.') } else { Some(rest) };
            let name = name.ok_or(Lost::Form(at))?;
            let is_key = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            let length = name.find(|c: char| !is_key(c)).unwrap_or(name.len());
            let key = name.get(..length).filter(|it| !it.is_empty()).ok_or(Lost::Form(at))?;
            let here = (at + dot, at + dot + length);
            shape = match settled(shape) {
                Shape::Record(record) => {
                    let Some(field) = record.field(key) else {
                        let meant = closest(key, record.fields.iter().map(|it| it.key));
                        return Err(Lost::NoKey { place: here, key: key.to_owned(), meant });
                    };
                    (field.shape)()
                }
                Shape::List(_) | Shape::PerName(_) => {
                    let list = text.get(last.0..last.1).unwrap_or("").to_owned();
                    return Err(Lost::IsList { place: last, key: list });
                }
                _ => {
                    return Err(Lost::NoKey { place: here, key: key.to_owned(), meant: None });
                }
            };
            steps.push(Step::Key(key.to_owned()));
            last = here;
            at = here.1;
        }
        Ok((Self { steps }, shape))
    }

    /// What stands at these places of the block with this root; what is not written or not agreed
    /// is passed over.
    pub(super) fn of<'a>(&self, root: &'a Node, steps: &Cell<u64>) -> Vec<Found<'a>> {
        let mut found = vec![Found { node: root, shape: Block::shape() }];
        for step in &self.steps {
            let mut next = Vec::new();
            for it in &found {
                if negotiable(it) {
                    continue;
                }
                match (step, &it.node.value, settled(it.shape)) {
                    (Step::Key(key), Value::Map(entries), Shape::Record(record)) => {
                        spend(steps, entries.len());
                        let shape = record.field(key).map(|field| (field.shape)());
                        let node = it.node.get(key);
                        next.extend(node.zip(shape).map(|(node, shape)| Found { node, shape }));
                    }
                    (Step::Each, Value::List(items), Shape::List(shape)) => {
                        spend(steps, items.len());
                        next.extend(items.iter().map(|node| Found { node, shape: shape() }));
                    }
                    (Step::Each, Value::Map(entries), Shape::PerName(shape)) => {
                        spend(steps, entries.len());
                        let values = entries.iter().map(|it| &it.value);
                        next.extend(values.map(|node| Found { node, shape: shape() }));
                    }
                    (Step::Item(name), Value::List(items), Shape::List(shape)) => {
                        spend(steps, items.len());
                        let named =
                            |node: &&Node| item_name(Some(shape()), node) == Some(name.as_str());
                        let items = items.iter().filter(named);
                        next.extend(items.map(|node| Found { node, shape: shape() }));
                    }
                    _ => {}
                }
            }
            next.retain(|it| is_there(it.node));
            found = next;
        }
        found.retain(|it| !negotiable(it));
        found
    }
}

/// Whether it is still to be agreed.
fn negotiable(it: &Found) -> bool {
    matches!(it.shape, Shape::Negotiable(_)) && negotiation_key(it.node).is_some()
}
