//! Gives each part of an expression its type, and finds what does not fit.

use std::collections::BTreeMap;

use regex::Regex;

use crate::expression::ast::{Arithmetic, Comparison, Expr, Ident, Kind, Macro};
use crate::expression::fault::{Fault, Topic};
use crate::expression::moment::{Length, Moment};
use crate::expression::plan::Plan;
use crate::expression::types::{Environment, Measure, Type};
use crate::text::likeness::closest;
use crate::words::Words;
use crate::words::expression as say;

/// An expression that fits its environment.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The expression.
    pub expr: Expr,
    types: Vec<Type>,
    prepared: BTreeMap<usize, Prepared>,
    pub(super) plan: Plan,
}

/// A value that is known from the text.
#[derive(Clone, Debug)]
pub(super) enum Prepared {
    /// A pattern.
    Pattern(Regex),
    /// A day or moment.
    Moment(Moment),
    /// A length of time.
    Length(Length),
}

impl Checked {
    /// What a part of the expression is.
    pub fn type_of(&self, part: &Expr) -> &Type {
        self.types.get(part.id).unwrap_or(&Type::Any)
    }

    pub(super) fn prepared(&self, part: &Expr) -> Option<&Prepared> {
        self.prepared.get(&part.id)
    }
}

/// Checks a condition: whether its names are known, its operations fit, its units go together, its
/// codes are codes of their lists, and whether it is something that holds or does not.
///
/// # Errors
///
/// Everything that is wrong, in the order of the text.
pub fn check(expr: Expr, environment: &dyn Environment) -> Result<Checked, Vec<Fault>> {
    checked(expr, environment, true)
}

/// The same for an expression that may give any value.
///
/// # Errors
///
/// Everything that is wrong, in the order of the text.
pub fn check_value(expr: Expr, environment: &dyn Environment) -> Result<Checked, Vec<Fault>> {
    checked(expr, environment, false)
}

/// The same for an expression whose value is taken for something of this type.
///
/// # Errors
///
/// Everything that is wrong, in the order of the text.
pub fn check_as(
    expr: Expr,
    environment: &dyn Environment,
    wanted: &Type,
) -> Result<Checked, Vec<Fault>> {
    let checked = checked(expr, environment, false)?;
    let found = checked.type_of(&checked.expr);
    // What has names below it is filled in name by name.
    let record = |it: &Type| matches!(it, Type::Record(_) | Type::Any);
    let fits = match (found, wanted) {
        (Type::List(found), Type::List(wanted)) if record(wanted) => record(found),
        (found, Type::List(wanted)) if !matches!(found, Type::List(_)) => {
            found.goes_with(wanted) || record(found) && record(wanted)
        }
        (found, wanted) if record(wanted) => record(found),
        (found, wanted) => found.goes_with(wanted),
    };
    if fits {
        return Ok(checked);
    }
    let place = (checked.expr.start, checked.expr.end);
    let fault = Fault::new(Topic::Type, place, say::NOT_AS_WANTED, say::NOT_AS_WANTED_HINT);
    Err(vec![fault.arg_words("found", found.words()).arg_words("wanted", wanted.words())])
}

fn checked(
    expr: Expr,
    environment: &dyn Environment,
    is_condition: bool,
) -> Result<Checked, Vec<Fault>> {
    let mut checker = Checker {
        environment,
        types: Vec::new(),
        prepared: BTreeMap::new(),
        faults: Vec::new(),
        variables: Vec::new(),
    };
    if is_condition {
        checker.condition(&expr);
    } else {
        checker.infer(&expr);
    }
    let Checker { types, prepared, mut faults, .. } = checker;
    faults.sort_by_key(|it| (it.start, it.end));
    if !faults.is_empty() {
        return Err(faults);
    }
    let plan = Plan::of(&expr, &types);
    Ok(Checked { expr, types, prepared, plan })
}

pub(super) struct Checker<'e> {
    pub(super) environment: &'e dyn Environment,
    types: Vec<Type>,
    pub(super) prepared: BTreeMap<usize, Prepared>,
    faults: Vec<Fault>,
    variables: Vec<(String, Type)>,
}

/// Most names that are listed in a hint.
const LISTED: usize = 12;

impl Checker<'_> {
    pub(super) fn fault(
        &mut self,
        topic: Topic,
        at: &Expr,
        words: Words,
        hint: Words,
    ) -> &mut Fault {
        self.report(Fault::new(topic, (at.start, at.end), words, hint))
    }

    /// Adds a fault; gives it back so that its placeholders can be filled.
    pub(super) fn report(&mut self, fault: Fault) -> &mut Fault {
        let at = self.faults.len();
        self.faults.push(fault);
        &mut self.faults[at]
    }

    /// The type of a part, which is kept.
    pub(super) fn infer(&mut self, expr: &Expr) -> Type {
        let found = self.type_of(expr);
        self.keep(expr, found)
    }

    pub(super) fn keep(&mut self, expr: &Expr, found: Type) -> Type {
        if self.types.len() <= expr.id {
            self.types.resize(expr.id + 1, Type::Any);
        }
        self.types[expr.id] = found.clone();
        found
    }

    fn type_of(&mut self, expr: &Expr) -> Type {
        match &expr.kind {
            Kind::Bool(_) => Type::Bool,
            Kind::Number(_) => Type::Number,
            Kind::Text(_) => Type::Text,
            Kind::Name(name) => self.name(expr, name),
            Kind::Select { of, field } => self.select(of, field),
            Kind::Has(inner) => {
                self.infer(inner);
                Type::Bool
            }
            Kind::List(items) => self.list(items),
            Kind::Index { of, at } => {
                let list = self.infer(of);
                let place = self.infer(at);
                self.wants(at, &place, &Type::Number, "[ ]");
                self.items(of, list)
            }
            Kind::Call { function, receiver, args } => {
                self.call(expr, function, receiver.as_deref(), args)
            }
            Kind::Each { kind, of, variable, body } => self.each(*kind, of, variable, body),
            Kind::Not(inner) => {
                self.condition(inner);
                Type::Bool
            }
            Kind::Negate(inner) => {
                let found = self.infer(inner);
                if !matches!(found, Type::Number | Type::Length | Type::Measure(_) | Type::Any) {
                    let fault = self.fault(Topic::Type, inner, say::NEGATE, say::NEGATE_HINT);
                    fault.args.push(("type", found.words().into()));
                }
                found
            }
            Kind::And(all) | Kind::Or(all) => {
                for part in all {
                    self.condition(part);
                }
                Type::Bool
            }
            Kind::Compare { op, left, right } => {
                let (one, two) = (self.infer(left), self.infer(right));
                self.compare(*op, (left, &one), (right, &two));
                Type::Bool
            }
            Kind::In { item, list } => {
                self.contained(item, list);
                Type::Bool
            }
            Kind::Arithmetic { op, left, right } => {
                if *op == Arithmetic::Divide {
                    self.fault(Topic::Type, expr, say::DIVISION, say::DIVISION_HINT);
                }
                self.arithmetic(expr, *op, left, right)
            }
            Kind::Choice { condition, yes, no } => {
                self.condition(condition);
                let (one, two) = (self.infer(yes), self.infer(no));
                if !one.goes_with(&two) {
                    let fault = self.fault(Topic::Type, expr, say::CHOICE, say::CHOICE_HINT);
                    fault.args.push(("left", one.words().into()));
                    fault.args.push(("right", two.words().into()));
                }
                if one == Type::Any { two } else { one }
            }
        }
    }

    /// A part that has to be something that holds or does not.
    fn condition(&mut self, expr: &Expr) {
        let found = self.infer(expr);
        if !found.goes_with(&Type::Bool) {
            let hint = match found {
                Type::List(_) | Type::Record(_) | Type::Code(_) | Type::Text => {
                    say::CONDITION_HINT_HAS
                }
                _ => say::CONDITION_HINT,
            };
            let fault = self.fault(Topic::Type, expr, say::CONDITION, hint);
            fault.args.push(("type", found.words().into()));
        }
    }

    fn name(&mut self, expr: &Expr, name: &str) -> Type {
        if let Some((_, found)) = self.variables.iter().rev().find(|(it, _)| it == name) {
            return found.clone();
        }
        if let Some(found) = self.environment.root(name) {
            return found;
        }
        let mut known = self.environment.roots();
        known.extend(self.variables.iter().map(|(it, _)| it.clone()));
        let fault = Fault::new(Topic::Name, (expr.start, expr.end), say::UNKNOWN, say::MEANT);
        let fault = suggest(fault.arg("name", name), name, &known);
        self.report(fault);
        Type::Any
    }

    fn select(&mut self, of: &Expr, field: &Ident) -> Type {
        let place = (field.start, field.end);
        match self.infer(of) {
            Type::Any => Type::Any,
            Type::Record(record) => {
                if let Some(found) = self.environment.field(record, &field.name) {
                    return found;
                }
                let known = self.environment.fields(record);
                let class = self.environment.record_name(record);
                let fault = Fault::new(Topic::Name, place, say::UNKNOWN_BELOW, say::MEANT);
                let fault = fault.arg("name", &field.name).arg("class", class);
                let fault = suggest(fault, &field.name, &known);
                self.report(fault);
                Type::Any
            }
            Type::List(_) => {
                let fault = Fault::new(Topic::Type, place, say::OF_LIST, say::OF_LIST_HINT);
                self.report(fault.arg("name", &field.name));
                Type::Any
            }
            found => {
                if let Type::Measure(measure) = &found
                    && let Some(found) = self.environment.beside(measure, &field.name)
                {
                    return found;
                }
                let fault = Fault::new(Topic::Name, place, say::NOTHING_BELOW, say::SHORTEN);
                let fault = fault.arg("name", &field.name);
                self.report(fault.arg_words("type", found.words()));
                Type::Any
            }
        }
    }

    fn list(&mut self, items: &[Expr]) -> Type {
        let mut all: Option<Type> = None;
        for item in items {
            let found = self.infer(item);
            match &all {
                Some(first) if !found.goes_with(first) => {
                    let words = (first.words(), found.words());
                    let fault = self.fault(Topic::Type, item, say::MIXED, say::MIXED_HINT);
                    fault.args.push(("left", words.0.into()));
                    fault.args.push(("right", words.1.into()));
                }
                Some(_) => {}
                None => all = Some(found),
            }
        }
        Type::List(Box::new(all.unwrap_or(Type::Any)))
    }

    /// What the items of a list are; what is no list is reported.
    pub(super) fn items(&mut self, of: &Expr, found: Type) -> Type {
        match found {
            Type::List(item) => *item,
            Type::Any => Type::Any,
            found => {
                let fault = self.fault(Topic::Type, of, say::NOT_A_LIST, say::NOT_A_LIST_HINT);
                fault.args.push(("type", found.words().into()));
                Type::Any
            }
        }
    }

    fn each(&mut self, kind: Macro, of: &Expr, variable: &Ident, body: &Expr) -> Type {
        let list = self.infer(of);
        let item = self.items(of, list);
        self.variables.push((variable.name.clone(), item.clone()));
        let made = if kind == Macro::Map {
            self.infer(body)
        } else {
            self.condition(body);
            item
        };
        self.variables.pop();
        match kind {
            Macro::Map | Macro::Filter => Type::List(Box::new(made)),
            Macro::All | Macro::Exists | Macro::ExistsOne => Type::Bool,
        }
    }

    /// Reports what is given where something else is asked for.
    pub(super) fn wants(&mut self, at: &Expr, found: &Type, wanted: &Type, function: &str) {
        if !found.goes_with(wanted) {
            let fault = self.fault(Topic::Type, at, say::ARGUMENT, say::ARGUMENT_HINT);
            fault.args.push(("type", found.words().into()));
            fault.args.push(("wanted", wanted.words().into()));
            fault.args.push(("function", function.to_owned().into()));
        }
    }

    fn contained(&mut self, item: &Expr, list: &Expr) {
        let found = self.infer(item);
        let all = self.infer(list);
        if let Kind::List(options) = &list.kind {
            for option in options {
                let other = self.types.get(option.id).cloned().unwrap_or(Type::Any);
                self.compare(Comparison::Equal, (item, &found), (option, &other));
            }
            return;
        }
        let other = self.items(list, all);
        self.compare(Comparison::Equal, (item, &found), (list, &other));
    }

    fn compare(&mut self, op: Comparison, left: (&Expr, &Type), right: (&Expr, &Type)) {
        let ((left_at, one), (right_at, two)) = (left, right);
        let place = (left_at.start.min(right_at.start), left_at.end.max(right_at.end));
        let between = |topic, words, hint| {
            let fault = Fault::new(topic, place, words, hint).arg("sign", op.sign());
            fault.arg_words("left", one.words()).arg_words("right", two.words())
        };
        if let (Type::Measure(_), Type::Number) | (Type::Number, Type::Measure(_)) = (one, two) {
            let number = if *two == Type::Number { right_at } else { left_at };
            if !is_zero(number) {
                self.report(between(Topic::Unit, say::BARE, say::BARE_HINT));
            }
            return;
        }
        if let (Type::Measure(left), Type::Measure(right)) = (one, two) {
            if left.is_unlike(right) {
                self.report(between(Topic::Unit, say::UNLIKE, say::UNLIKE_HINT));
            }
            return;
        }
        if !one.goes_with(two) {
            let moment = matches!(one, Type::Moment) || matches!(two, Type::Moment);
            let hint = match (one, two) {
                (Type::Text | Type::Code(_), Type::Number)
                | (Type::Number, Type::Text | Type::Code(_)) => say::QUOTES_HINT,
                (Type::Text, _) | (_, Type::Text) if moment => say::DATE_HINT,
                (Type::List(_), _) | (_, Type::List(_)) => say::COMPARE_LIST_HINT,
                _ => say::COMPARE_HINT,
            };
            self.report(between(Topic::Type, say::COMPARE, hint));
            return;
        }
        let unordered =
            |it: &Type| matches!(it, Type::Bool | Type::Code(_) | Type::List(_) | Type::Record(_));
        if op.is_ordering() && (unordered(one) || unordered(two)) {
            let which = if unordered(one) { one.words() } else { two.words() };
            let fault = between(Topic::Type, say::ORDER, say::ORDER_HINT);
            self.report(fault.arg_words("type", which));
            return;
        }
        self.codes(left, right);
    }

    /// Whether a code and what it is compared with can be equal at all.
    fn codes(&mut self, left: (&Expr, &Type), right: (&Expr, &Type)) {
        let (list, other) = match (left.1, right.1) {
            (Type::Code(one), Type::Code(two)) => {
                let names = [*one, *two].map(|it| self.environment.list_name(it));
                if names[0] == names[1] {
                    return;
                }
                let (codes, others) = (self.environment.codes(*one), self.environment.codes(*two));
                let apart = !codes.is_empty()
                    && !others.is_empty()
                    && !codes.iter().any(|code| others.contains(code));
                if apart {
                    let place = (left.0.start, right.0.end);
                    let fault = Fault::new(Topic::Code, place, say::APART, say::APART_HINT);
                    let [one, two] = names;
                    self.report(fault.arg("left", one).arg("right", two));
                }
                return;
            }
            (Type::Code(list), _) => (*list, right.0),
            (_, Type::Code(list)) => (*list, left.0),
            _ => return,
        };
        let Kind::Text(code) = &other.kind else { return };
        if self.environment.has_code(list, code) == Some(false) {
            let place = (other.start, other.end);
            let fault = Fault::new(Topic::Code, place, say::NOT_A_CODE, say::MEANT);
            let fault = fault.arg("code", code).arg("list", self.environment.list_name(list));
            let known = self.environment.codes(list);
            let mut fault = suggest(fault, code, &known);
            if self.environment.is_left_out(list, code) {
                (fault.minor, fault.words, fault.hint) = (true, say::LEFT_OUT, say::LEFT_OUT_HINT);
            }
            self.report(fault);
        }
    }

    /// The type of `left op right`; a division is judged by whoever asks for it.
    pub(super) fn arithmetic(
        &mut self,
        expr: &Expr,
        op: Arithmetic,
        left: &Expr,
        right: &Expr,
    ) -> Type {
        use Arithmetic::{Add, Divide, Multiply, Remainder, Subtract};
        use Type::{Any, Length, Moment, Number, Text};
        let (one, two) = (self.infer(left), self.infer(right));
        let found = match (&one, op, &two) {
            (Any, _, _) | (_, _, Any) => Some(Any),
            (Number, _, Number) => Some(Number),
            (Text | Type::Code(_), Add, Text | Type::Code(_)) => Some(Text),
            (Moment, Subtract, Moment) | (Length, Add | Subtract, Length) => Some(Length),
            (Moment, Add | Subtract, Length) | (Length, Add, Moment) => Some(Moment),
            (Type::Measure(it), Multiply | Divide, Number)
            | (Number, Multiply, Type::Measure(it)) => Some(Type::Measure(it.clone())),
            (Type::Measure(it), Add | Subtract, Number) if is_zero(right) => {
                Some(Type::Measure(it.clone()))
            }
            (Type::Measure(it), Add | Subtract | Divide | Remainder, Type::Measure(other)) => {
                if it.is_unlike(other) {
                    let words = (one.words(), two.words());
                    let fault = self.fault(Topic::Unit, expr, say::UNLIKE, say::UNLIKE_HINT);
                    fault.args.push(("left", words.0.into()));
                    fault.args.push(("right", words.1.into()));
                    return Any;
                }
                match op {
                    Divide => Some(Number),
                    Remainder => None,
                    _ => Some(Type::Measure(known(it, other))),
                }
            }
            (Type::Measure(_), Add | Subtract, Number)
            | (Number, Add | Subtract, Type::Measure(_)) => {
                let fault = self.fault(Topic::Unit, expr, say::BARE, say::BARE_HINT);
                fault.args.push(("left", one.words().into()));
                fault.args.push(("right", two.words().into()));
                return Any;
            }
            _ => None,
        };
        if let Some(found) = found {
            return found;
        }
        let fault = self.fault(Topic::Type, expr, say::ARITHMETIC, say::ARITHMETIC_HINT);
        fault.args.push(("sign", op.sign().to_owned().into()));
        fault.args.push(("left", one.words().into()));
        fault.args.push(("right", two.words().into()));
        Any
    }
}

/// Of two quantities that go together, the one whose unit is known.
fn known(one: &Measure, other: &Measure) -> Measure {
    match one.unit {
        crate::expression::types::Unit::Unknown => other.clone(),
        _ => one.clone(),
    }
}

/// Whether an expression is the number zero, which is the same in every unit.
pub(super) fn is_zero(expr: &Expr) -> bool {
    matches!(&expr.kind, Kind::Number(number) if number.is_zero())
}

/// Says what may be meant: a similar name, or which there are.
pub(super) fn suggest(mut fault: Fault, name: &str, known: &[String]) -> Fault {
    if let Some(word) = closest(name, known.iter().map(String::as_str)) {
        return fault.arg("word", word);
    }
    let mut listed: Vec<&str> = known.iter().map(String::as_str).take(LISTED).collect();
    if known.len() > LISTED {
        listed.push("…");
    }
    fault.hint = if listed.is_empty() { say::NONE_KNOWN } else { say::KNOWN };
    fault.arg("known", listed.join(", "))
}
