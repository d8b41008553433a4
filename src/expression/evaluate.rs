//! Whether an expression holds.
//!
//! Three answers: it holds, it does not, or it cannot be decided, since something it needs is not
//! there or is no value of its kind. As in CEL, `&&`, `||`, `all` and `exists` pass over what cannot
//! be decided where the rest decides; everything else cannot be decided when a part cannot.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::expression::ast::{Arithmetic, Expr, Kind, Macro};
use crate::expression::check::Checked;
use crate::expression::decimal::Decimal;
use crate::expression::functions::Function;
use crate::expression::moment::{Length, Moment};
use crate::expression::operate::{arithmetic, compare, equal};
use crate::expression::plan::Index;
use crate::expression::types::{Measure, Type};
use crate::expression::value::{Node, Quantity, Value};
use crate::words::Words;
use crate::words::expression as say;

/// Steps that an evaluation may take unless told otherwise: each part of the expression is one
/// step each time it is evaluated.
pub const MAX_STEPS: u64 = 50_000_000;

/// The answer of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Holds,
    /// It does not hold.
    Fails,
    /// It cannot be decided.
    Undecided(Halt),
}

/// Why an expression cannot be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Halt {
    /// Why.
    pub kind: HaltKind,
    /// First byte, in the text of the expression, of the part that is at fault.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

/// Why a part of an expression has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HaltKind {
    /// It is not there.
    Absent,
    /// It is there, but is no value of its kind.
    Malformed,
    /// A division by zero, or a remainder of what is not whole.
    Division,
    /// The number needs more than 37 digits, or the day is outside of the calendar.
    TooLarge,
    /// The units cannot be converted into each other, or one of two is not said.
    Units,
    /// Which of the two is longer depends on which months are meant.
    Months,
    /// It took too many steps.
    Steps,
    /// It is a fact that whoever asks does not know.
    Unknown,
}

impl HaltKind {
    /// Why, in words.
    pub const fn words(self) -> Words {
        match self {
            Self::Absent => say::HALT_ABSENT,
            Self::Malformed => say::HALT_MALFORMED,
            Self::Division => say::HALT_DIVISION,
            Self::TooLarge => say::HALT_TOO_LARGE,
            Self::Units => say::HALT_UNITS,
            Self::Months => say::HALT_MONTHS,
            Self::Steps => say::HALT_STEPS,
            Self::Unknown => say::HALT_UNKNOWN,
        }
    }
}

/// Whether a condition holds of these facts, whose names are those that stand first.
pub fn decide<'a, N: Node<'a>>(condition: &Checked, facts: &N, max_steps: u64) -> Verdict {
    match evaluate(condition, facts, max_steps) {
        Ok(Value::Bool(true)) => Verdict::Holds,
        Ok(Value::Bool(false)) => Verdict::Fails,
        Ok(_) => Verdict::Undecided(halt(&condition.expr, HaltKind::Malformed)),
        Err(halt) => Verdict::Undecided(halt),
    }
}

/// The value of an expression with these facts.
///
/// # Errors
///
/// Why it has none.
pub fn evaluate<'a, N: Node<'a>>(
    checked: &Checked,
    facts: &N,
    max_steps: u64,
) -> Result<Value<'a, N>, Halt> {
    evaluate_counting(checked, facts, &Cell::new(max_steps))
}

/// The same, with the steps that are left for this and other evaluations.
///
/// # Errors
///
/// Why it has none.
pub fn evaluate_counting<'a, N: Node<'a>>(
    checked: &Checked,
    facts: &N,
    steps: &Cell<u64>,
) -> Result<Value<'a, N>, Halt> {
    let mut run = Run::new(checked, facts, steps);
    let value = run.value(&checked.expr)?;
    match value {
        // A value of a kind that is not known before is taken for what is asked of it.
        Value::Node(node) if *checked.type_of(&checked.expr) == Type::Any => {
            convert(node, &Type::Bool).map_err(|kind| halt(&checked.expr, kind))
        }
        value => Ok(value),
    }
}

pub(super) const fn halt(at: &Expr, kind: HaltKind) -> Halt {
    Halt { kind, start: at.start, end: at.end }
}

pub(super) struct Run<'r, N: 'r, V> {
    pub(super) checked: &'r Checked,
    pub(super) facts: &'r N,
    pub(super) variables: Vec<(&'r str, V)>,
    steps: &'r Cell<u64>,
    /// Values that do not change while macros go through their lists.
    kept: BTreeMap<usize, Result<V, Halt>>,
    /// Lists by the key that a macro compares.
    pub(super) indexes: BTreeMap<usize, Rc<Index<V>>>,
}

pub(super) type Given<'a, N> = Result<Value<'a, N>, Halt>;

impl<'a, 'r, N: Node<'a>> Run<'r, N, Value<'a, N>> {
    pub(super) fn new(checked: &'r Checked, facts: &'r N, steps: &'r Cell<u64>) -> Self {
        let (kept, indexes) = (BTreeMap::new(), BTreeMap::new());
        Self { checked, facts, variables: Vec::new(), steps, kept, indexes }
    }

    fn step(&self, at: &Expr) -> Result<(), Halt> {
        let left = self.steps.get();
        if left == 0 {
            return Err(halt(at, HaltKind::Steps));
        }
        self.steps.set(left - 1);
        Ok(())
    }

    /// The value of a part; one that is the same for every item of a macro is found once.
    pub(super) fn value(&mut self, expr: &'r Expr) -> Given<'a, N> {
        self.step(expr)?;
        if !self.checked.plan.is_kept(expr.id) {
            return self.found(expr);
        }
        if let Some(known) = self.kept.get(&expr.id) {
            return known.clone();
        }
        let found = self.found(expr);
        if !matches!(found, Err(Halt { kind: HaltKind::Steps, .. })) {
            self.kept.insert(expr.id, found.clone());
        }
        found
    }

    fn found(&mut self, expr: &'r Expr) -> Given<'a, N> {
        let fail = |kind| halt(expr, kind);
        match &expr.kind {
            Kind::Bool(it) => Ok(Value::Bool(*it)),
            Kind::Number(it) => Ok(Value::Number(*it)),
            Kind::Text(it) => Ok(Value::Text(Cow::Owned(it.clone()))),
            Kind::List(items) => {
                let values = items.iter().map(|it| self.value(it));
                Ok(Value::List(values.collect::<Result<_, _>>()?))
            }
            Kind::Name(name) => {
                if let Some((_, value)) = self.variables.iter().rev().find(|(it, _)| it == name) {
                    return Ok(value.clone());
                }
                self.look_up(expr, &self.facts.clone(), name)
            }
            Kind::Select { of, field } => match self.value(of)? {
                Value::Node(node) => self.look_up(expr, &node, &field.name),
                Value::Quantity(Quantity { unit: Some(unit), .. }) => Ok(Value::Text(unit)),
                _ => Err(fail(HaltKind::Absent)),
            },
            Kind::Has(inner) => self.has(inner),
            Kind::Index { of, at } => {
                let place = match self.value(at)? {
                    Value::Number(it) => it.whole().and_then(|it| usize::try_from(it).ok()),
                    _ => None,
                };
                let mut items = self.items(of)?;
                match place {
                    Some(place) if place < items.len() => Ok(items.swap_remove(place)),
                    _ => Err(fail(HaltKind::Absent)),
                }
            }
            Kind::Call { function, receiver, args } => {
                let function = Function::named(&function.name).ok_or(fail(HaltKind::Absent))?;
                let all: Vec<&Expr> = receiver.as_deref().into_iter().chain(args).collect();
                self.call(expr, function, &all)
            }
            Kind::Each { kind, of, variable, body } => {
                let items = match self.candidates(expr, of, &variable.name)? {
                    Some(items) => items,
                    None => self.items(of)?,
                };
                self.each(*kind, items, &variable.name, body)
            }
            Kind::Not(inner) => Ok(Value::Bool(!self.condition(inner)?)),
            Kind::Negate(inner) => {
                let value = match self.value(inner)? {
                    Value::Number(it) => it.negate().map(Value::Number),
                    Value::Length(it) => Some(Value::Length(it.negate())),
                    Value::Quantity(it) => it
                        .number
                        .negate()
                        .map(|number| Value::Quantity(Quantity { number, unit: it.unit })),
                    _ => None,
                };
                value.ok_or(fail(HaltKind::TooLarge))
            }
            Kind::And(all) => self.joined(all, false),
            Kind::Or(all) => self.joined(all, true),
            Kind::Compare { op, left, right } => {
                let (one, two) = (self.value(left)?, self.value(right)?);
                compare(*op, &one, &two).map(Value::Bool).map_err(fail)
            }
            Kind::In { item, list } => self.contained(expr, item, list),
            Kind::Arithmetic { op, left, right } => {
                let (one, two) = (self.value(left)?, self.value(right)?);
                arithmetic(*op, one, two, 0).map_err(fail)
            }
            Kind::Choice { condition, yes, no } => {
                let holds = self.condition(condition)?;
                self.value(if holds { yes } else { no })
            }
        }
    }

    /// What stands under a name, as the kind that it is known to be.
    fn look_up(&self, expr: &Expr, node: &N, name: &str) -> Given<'a, N> {
        let fail = |kind| halt(expr, kind);
        if !node.is_known(name) {
            return Err(fail(HaltKind::Unknown));
        }
        match self.checked.type_of(expr) {
            Type::List(item) => {
                let all = node.each(name).into_iter().map(|it| convert(it, item));
                Ok(Value::List(all.collect::<Result<_, _>>().map_err(fail)?))
            }
            kind => {
                let found = node.child(name).ok_or(fail(HaltKind::Absent))?;
                convert(found, kind).map_err(fail)
            }
        }
    }

    fn has(&mut self, inner: &'r Expr) -> Given<'a, N> {
        let Kind::Select { of, field } = &inner.kind else {
            return Err(halt(inner, HaltKind::Malformed));
        };
        let value = match self.value(of) {
            Ok(value) => value,
            // What is below something absent is absent too.
            Err(Halt { kind: HaltKind::Absent, .. }) => return Ok(Value::Bool(false)),
            Err(other) => return Err(other),
        };
        Ok(Value::Bool(match value {
            Value::Node(node) if !node.is_known(&field.name) => {
                return Err(halt(inner, HaltKind::Unknown));
            }
            Value::Node(node) => match self.checked.type_of(inner) {
                Type::List(_) => !node.each(&field.name).is_empty(),
                _ => node.child(&field.name).is_some(),
            },
            Value::Quantity(it) => it.unit.is_some(),
            _ => false,
        }))
    }

    pub(super) fn condition(&mut self, expr: &'r Expr) -> Result<bool, Halt> {
        let value = match self.value(expr)? {
            Value::Node(node) => convert(node, &Type::Bool).map_err(|kind| halt(expr, kind))?,
            value => value,
        };
        match value {
            Value::Bool(it) => Ok(it),
            _ => Err(halt(expr, HaltKind::Malformed)),
        }
    }

    /// A row of conditions of which one that is `decisive` decides.
    fn joined(&mut self, all: &'r [Expr], decisive: bool) -> Given<'a, N> {
        let mut open = None;
        for part in all {
            match self.condition(part) {
                Ok(it) if it == decisive => return Ok(Value::Bool(decisive)),
                Ok(_) => {}
                Err(halt) => open = Some(passed_over(open, halt)?),
            }
        }
        open.map_or(Ok(Value::Bool(!decisive)), Err)
    }

    pub(super) fn items(&mut self, of: &'r Expr) -> Result<Vec<Value<'a, N>>, Halt> {
        match self.value(of) {
            Ok(Value::List(items)) => Ok(items),
            Ok(Value::Node(node)) => Ok(node.items().into_iter().map(Value::Node).collect()),
            Ok(_) => Err(halt(of, HaltKind::Malformed)),
            // A list below something absent has no items.
            Err(Halt { kind: HaltKind::Absent, .. })
                if matches!(of.kind, Kind::Select { .. } | Kind::Name(_)) =>
            {
                Ok(Vec::new())
            }
            Err(other) => Err(other),
        }
    }

    fn each(
        &mut self,
        kind: Macro,
        items: Vec<Value<'a, N>>,
        variable: &'r str,
        body: &'r Expr,
    ) -> Given<'a, N> {
        let (mut open, mut found, mut made) = (None, 0_usize, Vec::new());
        for item in items {
            let kept = (kind == Macro::Filter).then(|| item.clone());
            self.variables.push((variable, item));
            if kind == Macro::Map {
                let value = self.value(body);
                self.variables.pop();
                made.push(value?);
                continue;
            }
            let holds = self.condition(body);
            self.variables.pop();
            match (kind, holds) {
                (Macro::All, Ok(false)) => return Ok(Value::Bool(false)),
                (Macro::Exists, Ok(true)) => return Ok(Value::Bool(true)),
                (Macro::All | Macro::Exists, Err(halt)) => open = Some(passed_over(open, halt)?),
                (_, Err(halt)) => return Err(halt),
                (_, Ok(true)) => {
                    found += 1;
                    made.extend(kept);
                }
                (_, Ok(false)) => {}
            }
        }
        match (kind, open) {
            (_, Some(halt)) => Err(halt),
            (Macro::All, None) => Ok(Value::Bool(true)),
            (Macro::Exists, None) => Ok(Value::Bool(false)),
            (Macro::ExistsOne, None) => Ok(Value::Bool(found == 1)),
            (Macro::Filter | Macro::Map, None) => Ok(Value::List(made)),
        }
    }

    fn contained(&mut self, expr: &Expr, item: &'r Expr, list: &'r Expr) -> Given<'a, N> {
        let wanted = self.value(item)?;
        for other in self.items(list)? {
            self.step(expr)?;
            if equal(&wanted, &other).map_err(|kind| halt(expr, kind))? {
                return Ok(Value::Bool(true));
            }
        }
        Ok(Value::Bool(false))
    }

    fn text(&mut self, expr: &'r Expr) -> Result<Cow<'a, str>, Halt> {
        let text = match self.value(expr)? {
            Value::Text(text) => Some(text),
            Value::Node(node) => node.text(),
            _ => None,
        };
        text.ok_or(halt(expr, HaltKind::Malformed))
    }

    fn place(&mut self, expr: &'r Expr) -> Result<usize, Halt> {
        let place = match self.value(expr)? {
            Value::Number(it) => it.whole().and_then(|it| usize::try_from(it).ok()),
            _ => None,
        };
        place.ok_or(halt(expr, HaltKind::Absent))
    }

    fn call(&mut self, expr: &'r Expr, function: Function, all: &[&'r Expr]) -> Given<'a, N> {
        use crate::expression::check::Prepared;
        let fail = |kind| halt(expr, kind);
        let (Some(first), second) = (all.first(), all.get(1)) else {
            return Err(fail(HaltKind::Malformed));
        };
        let second = || second.ok_or(fail(HaltKind::Malformed));
        match function {
            Function::Size => {
                let size = match self.checked.type_of(first) {
                    Type::Text | Type::Code(_) => self.text(first)?.chars().count(),
                    _ => self.items(first)?.len(),
                };
                Ok(Value::Number(i64::try_from(size).unwrap_or(i64::MAX).into()))
            }
            Function::StartsWith => {
                Ok(Value::Bool(self.text(first)?.starts_with(&*self.text(second()?)?)))
            }
            Function::EndsWith => {
                Ok(Value::Bool(self.text(first)?.ends_with(&*self.text(second()?)?)))
            }
            Function::Contains => {
                Ok(Value::Bool(self.text(first)?.contains(&*self.text(second()?)?)))
            }
            Function::Matches => match self.checked.prepared(second()?) {
                Some(Prepared::Pattern(pattern)) => {
                    Ok(Value::Bool(pattern.is_match(&self.text(first)?)))
                }
                _ => Err(fail(HaltKind::Malformed)),
            },
            Function::Substring => {
                let text = self.text(first)?;
                let from = self.place(second()?)?;
                let count = text.chars().count();
                let to = all.get(2).map_or(Ok(count), |it| self.place(it))?;
                if from > to || to > count {
                    return Err(fail(HaltKind::Absent));
                }
                let part: String = text.chars().skip(from).take(to - from).collect();
                Ok(Value::Text(part.into()))
            }
            Function::LowerAscii => Ok(Value::Text(self.text(first)?.to_ascii_lowercase().into())),
            Function::UpperAscii => Ok(Value::Text(self.text(first)?.to_ascii_uppercase().into())),
            Function::Sum => {
                let zero = Value::Number(Decimal::ZERO);
                let add = |sum, item| arithmetic(Arithmetic::Add, sum, item, 0);
                self.items(first)?.into_iter().try_fold(zero, add).map_err(fail)
            }
            Function::Abs => match self.value(first)? {
                Value::Number(it) => it.abs().map(Value::Number),
                Value::Length(it) if it.seconds < 0 && it.months <= 0 => {
                    Some(Value::Length(it.negate()))
                }
                Value::Length(it) => Some(Value::Length(it)),
                Value::Quantity(Quantity { number, unit }) => {
                    number.abs().map(|number| Value::Quantity(Quantity { number, unit }))
                }
                _ => None,
            }
            .ok_or(fail(HaltKind::TooLarge)),
            Function::Round => {
                let places = self.place(second()?)?;
                let places = u32::try_from(places).map_err(|_| fail(HaltKind::TooLarge))?;
                if let Kind::Arithmetic { op: Arithmetic::Divide, left, right } = &first.kind {
                    let (one, two) = (self.value(left)?, self.value(right)?);
                    return arithmetic(Arithmetic::Divide, one, two, places).map_err(fail);
                }
                match self.value(first)? {
                    Value::Number(it) => it.round(places).map(Value::Number),
                    Value::Quantity(Quantity { number, unit }) => number
                        .round(places)
                        .map(|number| Value::Quantity(Quantity { number, unit })),
                    _ => None,
                }
                .ok_or(fail(HaltKind::TooLarge))
            }
            Function::Date | Function::Timestamp | Function::Duration => {
                match self.checked.prepared(expr) {
                    Some(Prepared::Moment(it)) => Ok(Value::Moment(*it)),
                    Some(Prepared::Length(it)) => Ok(Value::Length(*it)),
                    _ => Err(fail(HaltKind::Malformed)),
                }
            }
            Function::Quantity | Function::Amount => {
                let number = match self.value(first)? {
                    Value::Number(number) => number,
                    Value::Node(node) => match convert(node, &Type::Number) {
                        Ok(Value::Number(number)) => number,
                        _ => return Err(fail(HaltKind::Malformed)),
                    },
                    _ => return Err(fail(HaltKind::Malformed)),
                };
                let unit = Some(self.text(second()?)?);
                Ok(Value::Quantity(Quantity { number, unit }))
            }
        }
    }
}

/// The first of the things that could not be decided; one that took too long is not passed over, and
/// a fact that is not known could still decide.
fn passed_over(before: Option<Halt>, now: Halt) -> Result<Halt, Halt> {
    match now.kind {
        HaltKind::Steps => Err(now),
        HaltKind::Unknown => Ok(before.filter(|it| it.kind == HaltKind::Unknown).unwrap_or(now)),
        _ => Ok(before.unwrap_or(now)),
    }
}

/// What a node says, as a value of this kind.
pub(super) fn convert<'a, N: Node<'a>>(node: N, kind: &Type) -> Result<Value<'a, N>, HaltKind> {
    if matches!(kind, Type::Record(_) | Type::Any) {
        return Ok(Value::Node(node));
    }
    if let Type::List(item) = kind {
        let all = node.items().into_iter().map(|it| convert(it, item));
        return Ok(Value::List(all.collect::<Result<_, _>>()?));
    }
    let text = node.text().ok_or(HaltKind::Malformed)?;
    let value = match kind {
        Type::Bool => match &*text {
            "true" | "1" => Some(Value::Bool(true)),
            "false" | "0" => Some(Value::Bool(false)),
            _ => None,
        },
        Type::Number => Decimal::parse(&text).map(Value::Number),
        Type::Moment => Moment::parse(&text).map(Value::Moment),
        Type::Length => {
            Length::parse_iso(&text).or_else(|| Length::parse_cel(&text)).map(Value::Length)
        }
        Type::Measure(Measure { money, .. }) => {
            let unit = node.child(if *money { "currencyID" } else { "unitCode" });
            let unit = unit.and_then(|it| it.text());
            Decimal::parse(&text).map(|number| Value::Quantity(Quantity { number, unit }))
        }
        _ => Some(Value::Text(text)),
    };
    value.ok_or(HaltKind::Malformed)
}
