//! Whether a condition holds for each item of the lists that it goes through.

use std::cell::Cell;

use crate::expression::ast::{Expr, Kind, Macro};
use crate::expression::check::Checked;
use crate::expression::evaluate::{HaltKind, Run, Verdict, halt};
use crate::expression::names::references;
use crate::expression::value::{Node, Value};

/// A verdict on one item, or on everything together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfItem {
    /// The names of the list that the item is of; empty where the verdict is on no single item.
    pub list: Vec<String>,
    /// Place of the item in its list, from 0.
    pub index: usize,
    /// Whether it holds.
    pub verdict: Verdict,
}

/// Whether a condition holds, item by item as far as it says something of each item of a list
/// (`items.all(i, …)`), alone or in a row of conditions; of the rest, together.
pub fn decide_each<'a, N: Node<'a>>(condition: &Checked, facts: &N, max_steps: u64) -> Vec<OfItem> {
    let steps = Cell::new(max_steps);
    let mut run = Run::new(condition, facts, &steps);
    let mut verdicts: Vec<OfItem> = Vec::new();
    let mut add = |list: &[String], index, verdict| match verdicts
        .iter_mut()
        .find(|it| it.list == list && it.index == index)
    {
        Some(known) => known.verdict = both(known.verdict, verdict),
        None => verdicts.push(OfItem { list: list.to_vec(), index, verdict }),
    };
    let parts: &[Expr] = match &condition.expr.kind {
        Kind::And(all) => all,
        _ => std::slice::from_ref(&condition.expr),
    };
    for part in parts {
        let list = match &part.kind {
            Kind::Each { kind: Macro::All, of, .. } => references(of).into_iter().next(),
            _ => None,
        };
        let (Kind::Each { of, variable, body, .. }, Some(list)) = (&part.kind, list) else {
            let verdict = verdict(&mut run, part);
            add(&[], 0, verdict);
            continue;
        };
        match run.items(of) {
            Ok(items) => {
                for (index, item) in items.into_iter().enumerate() {
                    run.variables.push((&variable.name, item));
                    let verdict = verdict(&mut run, body);
                    run.variables.pop();
                    add(&list.path, index, verdict);
                }
            }
            Err(halt) => add(&[], 0, Verdict::Undecided(halt)),
        }
    }
    verdicts
}

fn verdict<'a, 'r, N: Node<'a>>(run: &mut Run<'r, N, Value<'a, N>>, expr: &'r Expr) -> Verdict {
    match run.condition(expr) {
        Ok(true) => Verdict::Holds,
        Ok(false) => Verdict::Fails,
        Err(it) if it.kind == HaltKind::Steps => Verdict::Undecided(halt(expr, it.kind)),
        Err(it) => Verdict::Undecided(it),
    }
}

/// Of two conditions in a row.
const fn both(one: Verdict, two: Verdict) -> Verdict {
    match (one, two) {
        (Verdict::Fails, _) | (Verdict::Holds, Verdict::Holds) => one,
        (_, Verdict::Fails) | (Verdict::Holds, _) => two,
        _ => one,
    }
}
