//! Where in the values it lies that a condition does not hold.

use std::cell::Cell;

use crate::expression::ast::{Expr, Kind, Macro};
use crate::expression::check::Checked;
use crate::expression::evaluate::Run;
use crate::expression::value::{Node, Value};

/// What is at fault when a condition does not hold.
#[derive(Clone, Debug)]
pub struct Blame<N> {
    /// First byte, in the text of the expression, of the part that does not hold.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// The value that the part speaks of first, or what is nearest above it; `None` where the
    /// expression names nothing that is there.
    pub node: Option<N>,
}

/// What is at fault when this condition does not hold of these facts: of a row of conditions the
/// first that fails, of a list the first item, and there the value that is named first.
pub fn blame<'a, N: Node<'a>>(condition: &Checked, facts: &N, max_steps: u64) -> Blame<N> {
    let steps = Cell::new(max_steps);
    let mut search = Search { run: Run::new(condition, facts, &steps), item: None };
    let part = search.part(&condition.expr, false);
    let node = search.first_named(part).or(search.item);
    Blame { start: part.start, end: part.end, node }
}

struct Search<'a, 'r, N: Node<'a> + 'r> {
    run: Run<'r, N, Value<'a, N>>,
    /// The item of a list that was come upon last.
    item: Option<N>,
}

impl<'a, 'r, N: Node<'a>> Search<'a, 'r, N> {
    /// The smallest part that decides that `expr` holds, or does not.
    fn part(&mut self, expr: &'r Expr, holds: bool) -> &'r Expr {
        match (&expr.kind, holds) {
            (Kind::Not(inner), _) => self.part(inner, !holds),
            (Kind::And(all), false) | (Kind::Or(all), true) => {
                match all.iter().find(|it| self.run.condition(it) == Ok(holds)) {
                    Some(it) => self.part(it, holds),
                    None => expr,
                }
            }
            // All of them were needed; the last is what the others make necessary.
            (Kind::Or(all), false) => match all.last() {
                Some(last) => self.part(last, false),
                None => expr,
            },
            (Kind::Each { kind: Macro::All, of, variable, body }, false)
            | (Kind::Each { kind: Macro::Exists, of, variable, body }, true) => {
                for item in self.run.items(of).unwrap_or_default() {
                    let node = match &item {
                        Value::Node(node) => Some(node.clone()),
                        _ => None,
                    };
                    self.run.variables.push((&variable.name, item));
                    if self.run.condition(body) == Ok(holds) {
                        self.item = node.or(self.item.take());
                        // The variable stays bound: what is found below speaks of this item.
                        return self.part(body, holds);
                    }
                    self.run.variables.pop();
                }
                expr
            }
            _ => expr,
        }
    }

    /// What is named first, as far as it is there; of the item at fault rather than of what it is
    /// compared with.
    fn first_named(&mut self, expr: &'r Expr) -> Option<N> {
        let bound: Vec<&str> = self.run.variables.iter().rev().map(|it| it.0).collect();
        let of_items = bound.into_iter().find_map(|it| self.first_below(expr, Some(it)));
        of_items.or_else(|| self.first_below(expr, None))
    }

    /// What is named first that begins with this variable; with any name where none is given.
    fn first_below(&self, expr: &Expr, variable: Option<&str>) -> Option<N> {
        if variable.is_none_or(|it| begins(expr, it))
            && let Some(found) = self.named(expr)
        {
            return Some(found);
        }
        expr.parts().into_iter().find_map(|it| self.first_below(it, variable))
    }

    /// What a name leads to, as deep as something is there.
    fn named(&self, expr: &Expr) -> Option<N> {
        match &expr.kind {
            Kind::Name(name) => match self.run.variables.iter().rev().find(|it| it.0 == name) {
                Some((_, Value::Node(node))) => Some(node.clone()),
                Some(_) => None,
                None => self.run.facts.child(name),
            },
            Kind::Select { of, field } => {
                let above = self.named(of)?;
                Some(above.child(&field.name).unwrap_or(above))
            }
            _ => None,
        }
    }
}

/// Whether a name begins so.
fn begins(expr: &Expr, variable: &str) -> bool {
    match &expr.kind {
        Kind::Name(name) => name == variable,
        Kind::Select { of, .. } => begins(of, variable),
        _ => false,
    }
}
