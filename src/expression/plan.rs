//! What is known of an expression before there are values, so that its evaluation does nothing twice:
//! parts that are the same for every item of a macro, and lists that are looked up by a key.
//!
//! `items.all(i, items.exists_one(j, j.n == i.n))` compares each item with each; with the inner list
//! put in order by `n` once, each item is compared with those of its own number only.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::expression::ast::{Comparison, Expr, Kind, Macro};
use crate::expression::decimal::Decimal;
use crate::expression::evaluate::{Given, Halt, HaltKind, Run};
use crate::expression::types::Type;
use crate::expression::value::{Node, Value};

/// What may be found once.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    /// Parts within a macro that no variable of a macro changes, by their numbers.
    kept: BTreeSet<usize>,
    /// Macros whose list is looked up by a key, by their numbers.
    keyed: BTreeMap<usize, Keyed>,
}

/// How the list of a macro is looked up.
#[derive(Clone, Debug)]
struct Keyed {
    /// The key of an item, which names nothing but the variable of the macro.
    key: Expr,
    /// What the key is compared with.
    wanted: Expr,
}

/// A list by a key.
#[derive(Debug)]
pub(super) struct Index<V> {
    items: Vec<V>,
    /// Places in the list.
    by_key: BTreeMap<Key, Vec<usize>>,
    /// Places of the items that have no key.
    open: Vec<usize>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Text(String),
    Number(i128, u32),
}

impl Plan {
    /// What may be found once of an expression whose parts have these types.
    pub(super) fn of(expr: &Expr, types: &[Type]) -> Self {
        let mut plan = Self::default();
        plan.read(expr, &mut Vec::new(), types);
        plan
    }

    /// Whether the value of the part with this number is found once.
    pub(super) fn is_kept(&self, id: usize) -> bool {
        self.kept.contains(&id)
    }

    /// Reads a part; gives whether it names a variable of a macro around it.
    fn read<'e>(&mut self, expr: &'e Expr, variables: &mut Vec<&'e str>, types: &[Type]) -> bool {
        let kind_of = |expr: &Expr| types.get(expr.id).unwrap_or(&Type::Any);
        let open = match &expr.kind {
            Kind::Name(name) => variables.contains(&name.as_str()),
            Kind::Each { kind, of, variable, body } => {
                let of_open = self.read(of, variables, types);
                let outer = variables.len();
                variables.push(&variable.name);
                self.read(body, variables, types);
                variables.pop();
                // A list is put in order where it is asked more than once and stays the same.
                if outer > 0
                    && !of_open
                    && let Some(keyed) = keyed(*kind, &variable.name, body, types)
                {
                    self.keyed.insert(expr.id, keyed);
                }
                of_open || variables.iter().any(|it| *it != variable.name && names(body, it))
            }
            _ => {
                let mut open = false;
                for part in expr.parts() {
                    open |= self.read(part, variables, types);
                }
                open
            }
        };
        let simple = matches!(
            expr.kind,
            Kind::Bool(_) | Kind::Number(_) | Kind::Text(_) | Kind::List(_) | Kind::Has(_)
        );
        let kept = !simple && !matches!(kind_of(expr), Type::List(_));
        if !open && !variables.is_empty() && (kept || matches!(expr.kind, Kind::Has(_))) {
            self.kept.insert(expr.id);
        }
        open
    }
}

/// Whether `name` stands first in some part of it, bound or not.
fn names(expr: &Expr, name: &str) -> bool {
    matches!(&expr.kind, Kind::Name(it) if it == name)
        || expr.parts().into_iter().any(|it| names(it, name))
}

/// The comparison that decides over most items of a macro, if there is one.
fn keyed(kind: Macro, variable: &str, body: &Expr, types: &[Type]) -> Option<Keyed> {
    // Items that are not equal (or, for `all`, equal) to what is wanted cannot change the answer.
    let (parts, op): (&[Expr], _) = match (kind, &body.kind) {
        (Macro::Map, _) => return None,
        (Macro::All, Kind::Or(all)) => (all, Comparison::Unequal),
        (Macro::All, _) => (std::slice::from_ref(body), Comparison::Unequal),
        (_, Kind::And(all)) => (all, Comparison::Equal),
        (_, _) => (std::slice::from_ref(body), Comparison::Equal),
    };
    let found = parts.iter().filter_map(|part| {
        let Kind::Compare { op: own, left, right } = &part.kind else { return None };
        let (left, right): (&Expr, &Expr) = (left, right);
        let sides = [(left, right), (right, left)];
        let fits = |(key, wanted): &(&Expr, &Expr)| {
            let kind_of = |it: &Expr| types.get(it.id).unwrap_or(&Type::Any);
            let alike = match (kind_of(key), kind_of(wanted)) {
                (Type::Number, Type::Number) => true,
                (one, two) => {
                    let text = |it: &Type| matches!(it, Type::Text | Type::Code(_));
                    text(one) && text(two)
                }
            };
            alike && is_path_of(key, variable) && !names(wanted, variable)
        };
        let (key, wanted) = sides.into_iter().find(fits).filter(|_| *own == op)?;
        Some(Keyed { key: key.clone(), wanted: wanted.clone() })
    });
    let mut found: Vec<Keyed> = found.collect();
    // A key that is compared with something else each time tells items apart best.
    let at = found.iter().position(|it| !matches!(it.wanted.kind, Kind::Text(_) | Kind::Number(_)));
    (!found.is_empty()).then(|| found.swap_remove(at.unwrap_or(0)))
}

/// Whether it is the variable, or something below it.
fn is_path_of(expr: &Expr, variable: &str) -> bool {
    match &expr.kind {
        Kind::Name(name) => name == variable,
        Kind::Select { of, .. } => is_path_of(of, variable),
        _ => false,
    }
}

impl<V> Index<V> {
    fn places(&self, key: &Key) -> Vec<usize> {
        let mut places = self.by_key.get(key).cloned().unwrap_or_default();
        places.extend(&self.open);
        places.sort_unstable();
        places
    }
}

fn key_of<'a, N: Node<'a>>(value: &Value<'a, N>) -> Option<Key> {
    match value {
        Value::Text(text) => Some(Key::Text(Cow::clone(text).into_owned())),
        Value::Number(number) => {
            let number = Decimal::shortest(*number);
            Some(Key::Number(number.digits(), number.scale()))
        }
        _ => None,
    }
}

impl<'a, 'r, N: Node<'a>> Run<'r, N, Value<'a, N>> {
    /// The items of a macro that can change its answer, where that is known from a key.
    pub(super) fn candidates(
        &mut self,
        expr: &'r Expr,
        of: &'r Expr,
        variable: &'r str,
    ) -> Result<Option<Vec<Value<'a, N>>>, Halt> {
        let Some(keyed) = self.checked.plan.keyed.get(&expr.id) else { return Ok(None) };
        let wanted = match self.value(&keyed.wanted) {
            Ok(value) => key_of(&value),
            Err(halt) if halt.kind == HaltKind::Steps => return Err(halt),
            Err(_) => None,
        };
        let Some(wanted) = wanted else { return Ok(None) };
        let index = if let Some(index) = self.indexes.get(&expr.id) {
            Rc::clone(index)
        } else {
            let index = Rc::new(self.index(keyed, of, variable)?);
            self.indexes.insert(expr.id, Rc::clone(&index));
            index
        };
        let places = index.places(&wanted);
        Ok(Some(places.into_iter().filter_map(|at| index.items.get(at).cloned()).collect()))
    }

    fn index(
        &mut self,
        keyed: &'r Keyed,
        of: &'r Expr,
        variable: &'r str,
    ) -> Result<Index<Value<'a, N>>, Halt> {
        let items = self.items(of)?;
        let mut index = Index { items: Vec::new(), by_key: BTreeMap::new(), open: Vec::new() };
        for (at, item) in items.iter().enumerate() {
            self.variables.push((variable, item.clone()));
            let key: Given<'a, N> = self.value(&keyed.key);
            self.variables.pop();
            match key {
                Ok(value) => match key_of(&value) {
                    Some(key) => index.by_key.entry(key).or_default().push(at),
                    None => index.open.push(at),
                },
                Err(halt) if halt.kind == HaltKind::Steps => return Err(halt),
                Err(_) => index.open.push(at),
            }
        }
        index.items = items;
        Ok(index)
    }
}
