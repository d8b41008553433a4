//! What a rule written by a project asks of places of a block: which places, what has to hold
//! there, and what a finding says of one where it does not.
//!
//! Names are those of the block format, so a misspelt one is found in the rule, with its column.
//! A value that the Parties have yet to agree on is there, but has no value: nothing is decided
//! about it.

mod part;
mod places;
mod scope;

use std::borrow::Cow;
use std::cell::Cell;

use crate::expression::{Checked, Expr, Halt, HaltKind, Kind, Node as _, Value, evaluate_counting};
use crate::syntax::Node;
use crate::text::Span;

pub use places::{Lost, Places};
pub use scope::Scope;

use crate::assertion::part::Part;
use crate::assertion::places::Found;

/// Most steps of one rule over one block: what is looked at, counted.
const MAX_STEPS: u64 = 3_000_000;
/// Most characters of a value that is put into a sentence.
const LONGEST: usize = 120;

/// What a rule asks, ready to be looked for in many blocks.
#[derive(Debug)]
pub struct Assertion {
    /// Where it looks.
    pub places: Places,
    /// Of which of these places it speaks.
    pub when: Option<Checked>,
    /// What has to hold.
    pub assert: Checked,
    /// What fills the placeholders of its message.
    pub arguments: Vec<(&'static str, Checked)>,
    /// The key that a finding points at.
    pub point: Option<String>,
    /// The same as it was written.
    pub written: Written,
}

/// What a rule asks, as it was written: for its page.
#[derive(Debug)]
pub struct Written {
    /// Where it looks; empty for the block as a whole.
    pub place: String,
    /// Of which places it speaks.
    pub when: Option<String>,
    /// What has to hold.
    pub assert: String,
}

/// A place that does not keep the rule.
#[derive(Debug)]
pub struct Breach {
    /// Where.
    pub span: Span,
    /// What fills the placeholders; `None` for what has no value there.
    pub arguments: Vec<(&'static str, Option<String>)>,
}

impl Assertion {
    /// The places of the block with this root that do not keep the rule, in the order of the block.
    ///
    /// What cannot be decided, since something is not there or not agreed, keeps it.
    ///
    /// # Errors
    ///
    /// Where, and why, no answer could be given although everything is there.
    pub fn breaches(&self, root: &Node) -> Result<Vec<Breach>, (Span, HaltKind)> {
        let steps = Cell::new(MAX_STEPS);
        let mut breaches = Vec::new();
        for this in self.places.of(root, &steps) {
            let facts = Part::facts(root, this, &steps);
            let asked = |checked: &Checked| {
                let holds = match evaluate_counting(checked, &facts, &steps) {
                    Ok(Value::Bool(holds)) => Ok(Some(holds)),
                    Ok(_) | Err(Halt { kind: HaltKind::Absent | HaltKind::Malformed, .. }) => {
                        Ok(None)
                    }
                    Err(halt) => Err((self.pointed_at(&this), halt.kind)),
                };
                let spent = steps.get() == 0;
                if spent { Err((self.pointed_at(&this), HaltKind::Steps)) } else { holds }
            };
            let speaks = self.when.as_ref().map_or(Ok(Some(true)), asked)?;
            if speaks != Some(true) || asked(&self.assert)? != Some(false) {
                continue;
            }
            let arguments = self.arguments.iter();
            let said = |(name, value): &(&'static str, Checked)| {
                (*name, written(&value.expr, &facts).or_else(|| given(value, &facts, &steps)))
            };
            let arguments = arguments.map(said).collect();
            breaches.push(Breach { span: self.pointed_at(&this), arguments });
        }
        Ok(breaches)
    }

    /// The place that a finding about `this` stands at: its key, else its name, else its beginning.
    fn pointed_at(&self, this: &Found) -> Span {
        let node = this.node;
        let key = self.point.as_deref().and_then(|key| node.entry(key)).map(|it| it.key.span);
        let own = this.record().and_then(|it| node.get(it.key()?)).map(|it| it.span);
        let scalar = node.text().map(|_| node.span);
        key.or(own).or(scalar).unwrap_or(node.span.head())
    }
}

/// What stands under a name, as it was written.
fn written(expr: &Expr, facts: &Part) -> Option<String> {
    fn find<'a>(expr: &Expr, facts: &Part<'a>) -> Option<Part<'a>> {
        match &expr.kind {
            Kind::Name(name) => facts.child(name),
            Kind::Select { of, field } => find(of, facts)?.child(&field.name),
            _ => None,
        }
    }
    find(expr, facts)?.text().map(|text| excerpt(&text))
}

/// What an expression gives, as a text.
fn given(checked: &Checked, facts: &Part, steps: &Cell<u64>) -> Option<String> {
    let text = match evaluate_counting(checked, facts, steps).ok()? {
        Value::Bool(it) => it.to_string(),
        Value::Number(it) => it.to_string(),
        Value::Text(it) => it.into_owned(),
        Value::Node(it) => it.text()?.into_owned(),
        Value::List(all) => {
            let texts = all.iter().filter_map(|it| match it {
                Value::Text(it) => Some(it.to_string()),
                Value::Number(it) => Some(it.to_string()),
                Value::Node(it) => it.text().map(Cow::into_owned),
                _ => None,
            });
            texts.collect::<Vec<_>>().join(", ")
        }
        Value::Moment(_) | Value::Length(_) | Value::Quantity(_) => return None,
    };
    Some(excerpt(&text))
}

fn excerpt(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short: String = line.chars().take(LONGEST).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}
