//! What expressions say of a message that was read and of what is known beside it.

use std::cell::Cell;

use serde_json::Value as Json;

use crate::expression::{
    Checked, Expr, Halt, HaltKind, Kind, Node, OfItem, Value, Verdict, decide, decide_each,
    evaluate_counting,
};
use crate::message::compile::Validator;
use crate::message::constraints::steps_for;
use crate::message::items::Items;
use crate::message::nodes::{Ground, Part};

/// A message with what is known beside it.
#[derive(Debug)]
pub struct Pair<'a> {
    ground: Ground<'a>,
    steps: u64,
}

/// What an expression gives of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Taken {
    /// A class: its position among the items.
    Class(usize),
    /// A value, as facts write it.
    Value(Json),
    /// A number with the code of its unit or currency.
    Measured(String, String),
}

impl<'a> Pair<'a> {
    /// The message of `items`, beside facts by the names of the expression language; `None` where it
    /// has no document.
    pub fn new(
        validator: &'a Validator,
        message: usize,
        items: &'a Items,
        facts: Option<&'a Json>,
    ) -> Option<Self> {
        let spec = validator.messages.get(message)?;
        let root = items.below(None).find(|it| it.1.field().is_none()).map(|it| it.0)?;
        let document = (&*spec.root.path, spec.root.content);
        let ground = Ground { validator, items, root, document, facts };
        // What stands beside a message may be larger than it.
        let beside = facts.map_or(0, size);
        Some(Self { ground, steps: steps_for(items.len() + beside) })
    }

    /// Whether a condition holds.
    pub fn holds(&self, condition: &Checked) -> Verdict {
        decide(condition, &Part::Top(&self.ground, None), self.steps)
    }

    /// Whether it holds, item by item as far as it speaks of each.
    pub fn each(&self, condition: &Checked) -> Vec<OfItem> {
        decide_each(condition, &Part::Top(&self.ground, None), self.steps)
    }

    /// What an expression gives, one by one; `this` stands for the class at a position.
    ///
    /// # Errors
    /// Why it has no value.
    pub fn taken(&self, of: &Checked, this: Option<usize>) -> Result<Vec<Taken>, Halt> {
        let top = Part::Top(&self.ground, this);
        if let Some(found) = named(&of.expr, &top) {
            return Ok(found.into_iter().filter_map(|it| self.of_part(&it)).collect());
        }
        let value = evaluate_counting(of, &top, &Cell::new(self.steps))?;
        let mut all = Vec::new();
        self.of_value(value, &mut all).ok_or(Halt {
            kind: HaltKind::Malformed,
            start: of.expr.start,
            end: of.expr.end,
        })?;
        Ok(all)
    }

    fn of_part(&self, part: &Part<'a>) -> Option<Taken> {
        let Part::Item(_, at) = part else {
            return Some(Taken::Value(Json::String(part.text()?.into_owned())));
        };
        if self.ground.class(*at).is_some() {
            return Some(Taken::Class(*at));
        }
        let text = part.text()?.into_owned();
        Some(match self.ground.unit(*at) {
            Some(unit) => Taken::Measured(text, unit.to_owned()),
            None => Taken::Value(Json::String(text)),
        })
    }

    fn of_value(&self, value: Value<'a, Part<'a>>, all: &mut Vec<Taken>) -> Option<()> {
        all.push(match value {
            Value::Bool(it) => Taken::Value(Json::Bool(it)),
            Value::Number(it) => Taken::Value(Json::String(it.to_string())),
            Value::Text(it) => Taken::Value(Json::String(it.into_owned())),
            Value::Quantity(it) => match it.unit {
                Some(unit) => Taken::Measured(it.number.to_string(), unit.into_owned()),
                None => Taken::Value(Json::String(it.number.to_string())),
            },
            Value::Node(part) => self.of_part(&part)?,
            Value::List(items) => {
                for it in items {
                    self.of_value(it, all)?;
                }
                return Some(());
            }
            // Reckoned moments have no one way to be written.
            Value::Moment(_) | Value::Length(_) => return None,
        });
        Some(())
    }
}

/// Everything that a name leads to; `None` for an expression that is more than a name.
fn named<'a>(expr: &Expr, top: &Part<'a>) -> Option<Vec<Part<'a>>> {
    match &expr.kind {
        Kind::Name(name) => Some(top.each(name)),
        Kind::Select { of, field } => {
            Some(named(of, top)?.iter().flat_map(|it| it.each(&field.name)).collect())
        }
        _ => None,
    }
}

/// How many values stand in a fact.
fn size(fact: &Json) -> usize {
    match fact {
        Json::Array(all) => 1 + all.iter().map(size).sum::<usize>(),
        Json::Object(all) => 1 + all.values().map(size).sum::<usize>(),
        _ => 1,
    }
}
