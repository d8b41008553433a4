//! What is still to be agreed: every open point and every pair of proposals, found by the shape of
//! the format, so that no negotiable value can be forgotten.

use crate::model::{Shape, negotiation_key};
use crate::syntax::{Node, Value};
use crate::text::{Piece, Span, Spanned};

/// A value that is not agreed yet.
#[derive(Clone, Debug)]
pub struct Point {
    /// Keys from the top of the block; items of lists by their key, as
    /// `process_alignment.triggers[co-issued].within`.
    pub path: String,
    /// The last key of the path.
    pub key: &'static str,
    /// Where it stands.
    pub span: Span,
    /// What is on the table.
    pub state: PointState,
}

/// What is on the table.
#[derive(Clone, Debug)]
pub enum PointState {
    /// Nothing: somebody owes an answer.
    Open {
        /// The Party that owes it.
        owner: Option<Spanned<Piece>>,
        /// By when, as written.
        due: Option<Spanned<Piece>>,
        /// What it waits for.
        note: Option<Node>,
    },
    /// A position of each Party.
    Proposals(Vec<(Spanned<Piece>, Node)>),
}

impl Point {
    /// The Parties that are named here.
    pub fn parties(&self) -> impl Iterator<Item = &Spanned<Piece>> {
        let (owner, proposals) = match &self.state {
            PointState::Open { owner, .. } => (owner.as_ref(), &[][..]),
            PointState::Proposals(proposals) => (None, &proposals[..]),
        };
        owner.into_iter().chain(proposals.iter().map(|(party, _)| party))
    }

    /// Whether the Parties propose the same.
    pub fn is_settled(&self) -> bool {
        match &self.state {
            PointState::Open { .. } => false,
            PointState::Proposals(proposals) => {
                let mut values = proposals.iter().map(|(_, node)| node.text());
                let first = values.next();
                proposals.len() > 1
                    && first.is_some_and(|it| it.is_some() && values.all(|v| v == it))
            }
        }
    }
}

/// Every value below `root` that is not agreed, in the order of the block.
pub(super) fn collect(root: &Node, shape: Shape) -> Vec<Point> {
    let mut walk = Walk { points: Vec::new(), path: Vec::new() };
    walk.node(root, shape, "");
    walk.points
}

/// One part of the way from the top of the block.
#[derive(Clone, Copy)]
enum Step<'a> {
    Key(&'static str),
    Item(&'a str),
    Place(usize),
}

struct Walk<'a> {
    points: Vec<Point>,
    path: Vec<Step<'a>>,
}

impl<'a> Walk<'a> {
    fn below(&mut self, step: Step<'a>, node: &'a Node, shape: Shape, key: &'static str) {
        self.path.push(step);
        self.node(node, shape, key);
        self.path.pop();
    }

    fn node(&mut self, node: &'a Node, shape: Shape, key: &'static str) {
        match (shape, &node.value) {
            (Shape::Record(record), Value::Map(entries)) => {
                for entry in entries {
                    if let Some(field) = record.field(&entry.key.value) {
                        self.below(Step::Key(field.key), &entry.value, (field.shape)(), field.key);
                    }
                }
            }
            (Shape::List(item), Value::List(items)) => {
                let shape = item();
                let item_key = match shape {
                    Shape::Record(record) => record.key(),
                    _ => None,
                };
                for (at, item) in items.iter().enumerate() {
                    let name = item_key.and_then(|key| item.get(key)?.text());
                    let step = name.map_or(Step::Place(at + 1), Step::Item);
                    self.below(step, item, shape, key);
                }
            }
            (Shape::Negotiable(inner), _) => match negotiation_key(node) {
                Some("open") => {
                    let open = node.get("open");
                    let text = |key: &str| {
                        let value = open?.get(key)?;
                        Some(Spanned::new(Piece::from(value.text()?), value.span))
                    };
                    let note = open.and_then(|open| open.get("note")).cloned();
                    let state = PointState::Open { owner: text("owner"), due: text("due"), note };
                    self.add(node, key, state);
                }
                Some(_) => {
                    let proposals = match node.get("proposals").map(|it| &it.value) {
                        Some(Value::Map(entries)) => {
                            entries.iter().map(|it| (it.key.clone(), it.value.clone())).collect()
                        }
                        _ => Vec::new(),
                    };
                    let state = PointState::Proposals(proposals);
                    self.add(node, key, state);
                }
                None => self.node(node, inner(), key),
            },
            _ => {}
        }
    }

    fn add(&mut self, node: &Node, key: &'static str, state: PointState) {
        let mut path = String::new();
        for step in &self.path {
            match step {
                Step::Key(key) if path.is_empty() => path.push_str(key),
                Step::Key(key) => path.extend([".", *key]),
                Step::Item(name) => path.extend(["[", *name, "]"]),
                Step::Place(at) => path.extend(["[", &at.to_string(), "]"]),
            }
        }
        self.points.push(Point { path, key, span: node.span, state });
    }
}
