//! Parts of a block as values of expressions.

use std::borrow::Cow;
use std::cell::Cell;

use crate::assertion::places::Found;
use crate::expression;
use crate::model::translation::TRANSLATED;
use crate::model::{Block, Lower, Shape, below, item_shape, negotiation_key};
use crate::syntax::{Node, Value};

/// The name of what stands at the place that is looked at.
pub(super) const THIS: &str = "this";

/// A part of a block, or the names that stand first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'a> {
    node: &'a Node,
    shape: Shape,
    /// What `this` is, where this part is the names that stand first.
    this: Option<Found<'a>>,
    /// Steps that are left: every entry and item that is looked at is one.
    steps: &'a Cell<u64>,
}

impl<'a> Part<'a> {
    /// The names that stand first in a rule about `this`: the keys of the block, and `this`.
    pub(super) fn facts(root: &'a Node, this: Found<'a>, steps: &'a Cell<u64>) -> Self {
        Self { node: root, shape: Block::shape(), this: Some(this), steps }
    }

    fn at(&self, node: &'a Node, shape: Shape) -> Self {
        Self { node, shape, this: None, steps: self.steps }
    }

    /// Whether it is still to be agreed.
    fn is_unsettled(&self) -> bool {
        matches!(self.shape, Shape::Negotiable(_)) && negotiation_key(self.node).is_some()
    }

    /// The shape of what is agreed.
    fn settled(&self) -> Shape {
        settled(self.shape)
    }

    /// What stands under a name, unless nothing is written there.
    fn find(&self, name: &str) -> Option<Self> {
        if let Some(this) = self.this.filter(|_| name == THIS) {
            return Some(self.at(this.node, this.shape));
        }
        if self.is_unsettled() {
            return None;
        }
        if let Value::Map(entries) = &self.node.value {
            spend(self.steps, entries.len());
        }
        let shape = below(self.settled(), self.node, name)?;
        let node = self.node.get(name).filter(|it| is_there(it))?;
        Some(self.at(node, shape))
    }

    /// Its items; itself where they are still to be agreed.
    fn list(&self) -> Vec<Self> {
        match (&self.node.value, item_shape(Some(self.shape))) {
            _ if self.is_unsettled() => vec![*self],
            (Value::List(items), Some(shape)) => {
                spend(self.steps, items.len());
                if self.steps.get() == 0 {
                    return Vec::new();
                }
                items.iter().map(|item| self.at(item, shape)).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Without what may stand there before it is agreed.
pub(super) fn settled(shape: Shape) -> Shape {
    match shape {
        Shape::Negotiable(inner) => settled(inner()),
        other => other,
    }
}

/// Takes steps away.
pub(super) fn spend(steps: &Cell<u64>, count: usize) {
    steps.set(steps.get().saturating_sub(u64::try_from(count).unwrap_or(u64::MAX)));
}

/// Whether something is written there.
pub(super) fn is_there(node: &Node) -> bool {
    match &node.value {
        Value::Null => false,
        Value::Scalar(scalar) => !scalar.text.trim().is_empty(),
        Value::List(items) => !items.is_empty(),
        Value::Map(entries) => !entries.is_empty(),
    }
}

/// Whether both say the same, wherever they stand.
fn same(one: &Node, two: &Node, steps: &Cell<u64>) -> bool {
    spend(steps, 1);
    match (&one.value, &two.value) {
        _ if steps.get() == 0 => false,
        (Value::Null, Value::Null) => true,
        (Value::Scalar(one), Value::Scalar(two)) => one.text == two.text,
        (Value::List(one), Value::List(two)) => {
            one.len() == two.len() && one.iter().zip(two.iter()).all(|(a, b)| same(a, b, steps))
        }
        (Value::Map(one), Value::Map(two)) => {
            one.len() == two.len()
                && one
                    .iter()
                    .zip(two.iter())
                    .all(|(a, b)| a.key.value == b.key.value && same(&a.value, &b.value, steps))
        }
        _ => false,
    }
}

impl<'a> expression::Node<'a> for Part<'a> {
    fn child(&self, name: &str) -> Option<Self> {
        self.find(name)
    }

    fn each(&self, name: &str) -> Vec<Self> {
        self.find(name).map_or_else(Vec::new, |it| it.list())
    }

    fn items(&self) -> Vec<Self> {
        self.list()
    }

    fn text(&self) -> Option<Cow<'a, str>> {
        match (&self.node.value, self.settled()) {
            (Value::Scalar(scalar), _) => Some(Cow::Borrowed(&*scalar.text)),
            // The first language is the original.
            (Value::Map(entries), Shape::Text) if !self.is_unsettled() => {
                let mut texts = entries.iter().filter(|it| &*it.key.value != TRANSLATED);
                texts.find_map(|it| it.value.text()).map(Cow::Borrowed)
            }
            _ => None,
        }
    }

    fn equals(&self, other: &Self) -> bool {
        same(self.node, other.node, self.steps)
    }
}
