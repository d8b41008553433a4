//! Conditions and business rules in JSON Schema: what of them a schema can say exactly.
//!
//! A schema cannot compare two values of a message, count with decimals or order dates; the rest of an
//! expression is said as it is evaluated: what cannot be decided, since something is not there, is
//! no fault. So each part is made in two strengths: *surely* so (what it names is there, and fits),
//! and *not surely otherwise*.

use serde_json::{Map, Value as Json, json};

use crate::expression::{Comparison, Expr, Kind, Macro, Type};
use crate::render::message::cannot::Cannot;
use crate::render::message::json_tests::{
    Test, each, escaped, implied, joined, nested, nested_list, not, object,
};
use crate::render::message::json_types::put;
use crate::view::message::constraint::{Constraint, ConstraintKind};
use crate::view::message::facets::DataKind;
use crate::view::message::{Attribute, Class, Message, MessageModel};
use crate::words::Lang;

/// What is asked of an expression.
#[derive(Clone, Copy)]
struct Ask {
    /// Whether it shall hold, or fail.
    holds: bool,
    /// Whether that has to be sure, or only the contrary not.
    surely: bool,
}

impl Ask {
    const fn not(self) -> Self {
        Self { holds: !self.holds, surely: self.surely }
    }
}

/// What a constraint asks of the document of a message, as a schema.
///
/// # Errors
/// Why none can say it.
pub(super) fn said(
    model: &MessageModel,
    message: &Message,
    constraint: &Constraint,
) -> Result<Json, Cannot> {
    let root = &message.root;
    let (checked, facts) = (&*constraint.checked, &*constraint.facts);
    let writer = Writer { model, checked, facts, root };
    let expr = &constraint.checked.expr;
    let test = match &constraint.kind {
        ConstraintKind::Rule { .. } => {
            let scope = Scope { name: &root.path, what: What::Class(root) };
            writer.test(expr, Ask { holds: true, surely: false }, scope)?
        }
        ConstraintKind::Condition { path } => {
            let (class, _) = path.rsplit_once('/').unwrap_or((path, ""));
            let way = way(root, class).ok_or(Cannot::Form)?;
            let class = way.last().copied().unwrap_or(root);
            let own = class.attributes.iter().find(|it| it.path == *path).map(|it| &it.json);
            let inner = class.classes.iter().find(|it| it.path == *path).map(|it| &it.json);
            let property = own.or(inner).ok_or(Cannot::Form)?;
            let there = json!({"required": [property]});
            let ask = Ask { holds: true, surely: true };
            if constraint.of_class {
                let scope = Scope { name: "this", what: What::Class(class) };
                let when = writer.test(expr, ask, scope)?;
                each(&way, implied(when, there))
            } else {
                let scope = Scope { name: &root.path, what: What::Class(root) };
                let when = writer.test(expr, ask, scope)?;
                let then = each(&way, object(there));
                match then {
                    Test::Is(then) => implied(when, Json::Object(then)),
                    other => other,
                }
            }
        }
    };
    let mut schema = match test {
        Test::Always => return Err(Cannot::Facts),
        // A rule that every message breaks is no rule.
        Test::Never => return Err(Cannot::Form),
        Test::Is(schema) => schema,
    };
    let mut all = Map::new();
    put(&mut all, "title", constraint.name());
    put(&mut all, "description", constraint.statement.any(Lang::En));
    let french = constraint.statement.get(Lang::Fr);
    if !french.is_empty() {
        put(&mut all, "$comment", &format!("fr: {french}"));
    }
    all.append(&mut schema);
    Ok(Json::Object(all))
}

/// The classes from the first below the root to the one at `path`; none of them for the root itself.
fn way<'m>(root: &'m Class, path: &str) -> Option<Vec<&'m Class>> {
    if root.path == path {
        return Some(Vec::new());
    }
    root.classes.iter().find_map(|it| {
        let mut rest = way(it, path)?;
        rest.insert(0, it);
        Some(rest)
    })
}

/// What is looked at, under the name that it has.
#[derive(Clone, Copy)]
struct Scope<'m, 'n> {
    name: &'n str,
    what: What<'m>,
}

#[derive(Clone, Copy)]
enum What<'m> {
    Class(&'m Class),
    Value(&'m Attribute),
}

/// Where a name leads.
struct Place<'m> {
    /// Properties from what is looked at; each with whether it is a list.
    steps: Vec<(&'m str, bool)>,
    what: What<'m>,
}

/// What a name turns out to be.
enum Named<'m> {
    Place(Place<'m>),
    /// A fact, or an element that the message does not carry: nothing is known of it.
    Unknown,
    /// An element that is never there.
    Absent,
}

struct Writer<'m> {
    model: &'m MessageModel,
    checked: &'m crate::expression::Checked,
    facts: &'m [String],
    root: &'m Class,
}

impl<'m> Writer<'m> {
    fn place(&self, expr: &Expr, scope: Scope<'m, '_>) -> Result<Named<'m>, Cannot> {
        match &expr.kind {
            Kind::Name(name) if name == scope.name => {
                Ok(Named::Place(Place { steps: Vec::new(), what: scope.what }))
            }
            Kind::Name(name) => {
                let root = |it: &Message| it.root.path == *name;
                let other = *name != self.root.path && self.model.messages.iter().any(root);
                match other || self.facts.contains(name) {
                    true => Ok(Named::Unknown),
                    // What stands elsewhere in the message cannot be seen from here.
                    false => Err(Cannot::Elsewhere),
                }
            }
            Kind::Select { of, field } => {
                let mut place = match self.place(of, scope)? {
                    Named::Place(place) => place,
                    other => return Ok(other),
                };
                let What::Class(class) = place.what else { return Err(Cannot::Form) };
                let tag = |path: &str| path.rsplit('/').next() == Some(&field.name);
                let own = class.attributes.iter().find(|it| tag(&it.path));
                let inner = class.classes.iter().find(|it| tag(&it.path));
                let (json, many, what) = match (own, inner) {
                    (Some(it), _) => (&it.json, it.presence.is_many(), What::Value(it)),
                    (None, Some(it)) => (&it.json, it.presence.is_many(), What::Class(it)),
                    (None, None) => return Ok(Named::Absent),
                };
                place.steps.push((json, many));
                place.what = what;
                Ok(Named::Place(place))
            }
            _ => Err(Cannot::Form),
        }
    }

    fn test(&self, expr: &Expr, ask: Ask, scope: Scope<'m, '_>) -> Result<Test, Cannot> {
        match &expr.kind {
            Kind::Bool(it) => Ok(if *it == ask.holds { Test::Always } else { Test::Never }),
            Kind::Not(inner) => self.test(inner, ask.not(), scope),
            Kind::And(parts) | Kind::Or(parts) => {
                let all = matches!(expr.kind, Kind::And(_)) == ask.holds;
                let tests = parts.iter().map(|it| self.test(it, ask, scope));
                // What nobody can say may still be decided by the rest.
                let tests: Vec<Result<Test, Cannot>> = tests.collect();
                let decisive = if all { Test::Never } else { Test::Always };
                if tests.iter().any(|it| it.as_ref() == Ok(&decisive)) {
                    return Ok(decisive);
                }
                Ok(joined(tests.into_iter().collect::<Result<_, _>>()?, all))
            }
            Kind::Choice { condition, yes, no } => {
                // Surely: the condition is sure, and what follows from it; else the contrary of that.
                let sure = Ask { holds: ask.surely, surely: ask.surely };
                let one = vec![self.test(condition, sure, scope)?, self.test(yes, ask, scope)?];
                let two =
                    vec![self.test(condition, sure.not(), scope)?, self.test(no, ask, scope)?];
                let parts = vec![joined(one, ask.surely), joined(two, ask.surely)];
                Ok(joined(parts, !ask.surely))
            }
            Kind::Has(of) => Ok(match self.place(of, scope)? {
                Named::Unknown => unknown(ask),
                Named::Absent => {
                    if ask.holds {
                        Test::Never
                    } else {
                        Test::Always
                    }
                }
                Named::Place(place) => {
                    let there = nested(&place.steps, Test::Always, true)?;
                    if ask.holds { there } else { not(there) }
                }
            }),
            Kind::Each { kind, of, variable, body } => {
                self.each_item(*kind, of, &variable.name, body, ask, scope)
            }
            Kind::In { item, list } => {
                let Kind::List(items) = &list.kind else { return Err(Cannot::TwoValues) };
                let texts: Option<Vec<&str>> = items.iter().map(text).collect();
                self.value(item, ask, scope, |of| leaf_in(of, &texts.ok_or(Cannot::TwoValues)?))
            }
            Kind::Compare { op, left, right } => self.compared(*op, left, right, ask, scope),
            Kind::Call { function, receiver: Some(of), args } => {
                let [argument] = args.as_slice() else { return Err(Cannot::Form) };
                let written = text(argument).ok_or(Cannot::TwoValues)?;
                let pattern = match function.name.as_str() {
                    "startsWith" => format!("^{}", escaped(written)),
                    "endsWith" => format!("{}$", escaped(written)),
                    "contains" => escaped(written),
                    "matches" => return Err(Cannot::Dialect),
                    _ => return Err(Cannot::Form),
                };
                self.value(of, ask, scope, |it| match it {
                    DataKind::Code | DataKind::Identifier | DataKind::Text => {
                        Ok(json!({"type": "string", "pattern": pattern}))
                    }
                    _ => Err(Cannot::Form),
                })
            }
            Kind::Name(_) | Kind::Select { .. } => self.value(expr, ask, scope, |of| match of {
                DataKind::Indicator => Ok(json!({"const": true})),
                _ => Err(Cannot::Form),
            }),
            _ => Err(Cannot::Form),
        }
    }

    /// What is asked of a value: `leaf` makes the schema that it fits if the expression holds.
    fn value(
        &self,
        expr: &Expr,
        ask: Ask,
        scope: Scope<'m, '_>,
        leaf: impl FnOnce(DataKind) -> Result<Json, Cannot>,
    ) -> Result<Test, Cannot> {
        let place = match self.place(expr, scope)? {
            Named::Place(place) => place,
            // Nothing is decided of what is not there.
            Named::Unknown | Named::Absent => return Ok(unknown(ask)),
        };
        let What::Value(attribute) = place.what else { return Err(Cannot::Form) };
        let of = self.model.data_type(attribute).ok_or(Cannot::Form)?;
        if of.companion.is_some() {
            return Err(match of.kind {
                DataKind::DateTime => Cannot::Times,
                DataKind::Measure | DataKind::Quantity | DataKind::Amount => Cannot::Units,
                _ => Cannot::Form,
            });
        }
        let fits = leaf(of.kind)?;
        let fits = if ask.holds { fits } else { json!({"not": fits}) };
        let Json::Object(fits) = fits else { return Err(Cannot::Form) };
        nested(&place.steps, Test::Is(fits), ask.surely)
    }

    fn compared(
        &self,
        op: Comparison,
        left: &Expr,
        right: &Expr,
        ask: Ask,
        scope: Scope<'m, '_>,
    ) -> Result<Test, Cannot> {
        if let Some(number) = whole(right) {
            if let Kind::Call { function, receiver: None, args } = &left.kind
                && let ("size", [list]) = (function.name.as_str(), args.as_slice())
            {
                return self.counted(op, list, number, ask, scope);
            }
            let word = match op {
                Comparison::Equal => "const",
                Comparison::Less => "exclusiveMaximum",
                Comparison::AtMost => "maximum",
                Comparison::Greater => "exclusiveMinimum",
                Comparison::AtLeast => "minimum",
                Comparison::Unequal => {
                    return self.compared(Comparison::Equal, left, right, ask.not(), scope);
                }
            };
            let place = self.place(left, scope);
            if let Ok(Named::Place(Place { what: What::Value(it), .. })) = &place
                && !self
                    .model
                    .data_type(it)
                    .is_some_and(crate::view::message::DataType::is_json_integer)
            {
                let kind = self.model.data_type(it).map(|it| it.kind);
                return Err(if kind == Some(DataKind::Numeric) {
                    Cannot::Decimals
                } else {
                    Cannot::Units
                });
            }
            return self.value(left, ask, scope, |_| Ok(json!({"type": "integer", word: number})));
        }
        if let Some(written) = text(right) {
            let ask = match op {
                Comparison::Equal => ask,
                Comparison::Unequal => ask.not(),
                _ => return Err(Cannot::Order),
            };
            return self.value(left, ask, scope, |of| leaf_in(of, &[written]));
        }
        if text(left).is_some() || whole(left).is_some() {
            return self.compared(turned(op), right, left, ask, scope);
        }
        // Facts are not known, whatever they are compared with.
        for side in [left, right] {
            if matches!(self.place(side, scope), Ok(Named::Unknown | Named::Absent)) {
                return Ok(unknown(ask));
            }
        }
        Err(match self.checked.type_of(left) {
            Type::Moment | Type::Length => Cannot::Times,
            Type::Measure(_) => Cannot::Units,
            _ => Cannot::TwoValues,
        })
    }

    /// How many items a list has.
    fn counted(
        &self,
        op: Comparison,
        list: &Expr,
        number: u64,
        ask: Ask,
        scope: Scope<'m, '_>,
    ) -> Result<Test, Cannot> {
        let place = match self.place(list, scope)? {
            Named::Place(place) => place,
            Named::Unknown => return Ok(unknown(ask)),
            Named::Absent => Place { steps: Vec::new(), what: scope.what },
        };
        // Absent lists are empty, so that a count is always known.
        let least = |n: u64| match n {
            0 => Ok(Test::Always),
            _ if place.steps.is_empty() => Ok(Test::Never),
            n => {
                let Json::Object(own) = json!({"type": "array", "minItems": n}) else {
                    return Err(Cannot::Form);
                };
                nested_list(&place.steps, own, true)
            }
        };
        let (low, high) = match op {
            Comparison::Equal | Comparison::Unequal => (Some(number), Some(number + 1)),
            Comparison::Greater => (Some(number + 1), None),
            Comparison::AtLeast => (Some(number), None),
            Comparison::Less => (None, Some(number)),
            Comparison::AtMost => (None, Some(number + 1)),
        };
        let mut parts = Vec::new();
        if let Some(n) = low {
            parts.push(least(n)?);
        }
        if let Some(n) = high {
            parts.push(not(least(n)?));
        }
        let test = joined(parts, true);
        let holds = ask.holds != (op == Comparison::Unequal);
        Ok(if holds { test } else { not(test) })
    }

    fn each_item(
        &self,
        kind: Macro,
        of: &Expr,
        variable: &str,
        body: &Expr,
        ask: Ask,
        scope: Scope<'m, '_>,
    ) -> Result<Test, Cannot> {
        let place = match self.place(of, scope)? {
            Named::Place(place) => place,
            Named::Unknown => return Ok(unknown(ask)),
            // A list that is not there has no items.
            Named::Absent => {
                let holds = kind == Macro::All;
                return Ok(if holds == ask.holds { Test::Always } else { Test::Never });
            }
        };
        let inner = Scope { name: variable, what: place.what };
        match (kind, ask.holds) {
            (Macro::All, true) | (Macro::Exists, false) => match self.test(body, ask, inner)? {
                Test::Always => Ok(Test::Always),
                Test::Never => Ok(not(nested(&place.steps, Test::Always, true)?)),
                Test::Is(item) => {
                    let Json::Object(own) = json!({"type": "array", "items": item}) else {
                        return Err(Cannot::Form);
                    };
                    nested_list(&place.steps, own, false)
                }
            },
            (Macro::All, false) | (Macro::Exists, true) => match self.test(body, ask, inner)? {
                Test::Never => Ok(Test::Never),
                Test::Always => nested(&place.steps, Test::Always, true),
                Test::Is(item) => {
                    let Json::Object(own) = json!({"type": "array", "contains": item}) else {
                        return Err(Cannot::Form);
                    };
                    nested_list(&place.steps, own, true)
                }
            },
            // An undecided item leaves open how many there are.
            (Macro::ExistsOne | Macro::Filter | Macro::Map, _) => Err(Cannot::Form),
        }
    }
}

/// What is not known: nothing is sure of it.
const fn unknown(ask: Ask) -> Test {
    if ask.surely { Test::Never } else { Test::Always }
}

/// A value that is one of these texts.
fn leaf_in(of: DataKind, texts: &[&str]) -> Result<Json, Cannot> {
    let values: Vec<Json> = match of {
        DataKind::Code | DataKind::Identifier | DataKind::Text => {
            texts.iter().map(|it| Json::from(*it)).collect()
        }
        // Yes and no are listed as 1 and 0.
        DataKind::Indicator => texts.iter().map(|it| Json::Bool(*it == "1")).collect(),
        _ => return Err(Cannot::Form),
    };
    Ok(match values.as_slice() {
        [one] => json!({"const": one}),
        _ => json!({"enum": values}),
    })
}

fn text(expr: &Expr) -> Option<&str> {
    match &expr.kind {
        Kind::Text(text) => Some(text),
        _ => None,
    }
}

/// A whole number that is not negative.
fn whole(expr: &Expr) -> Option<u64> {
    match &expr.kind {
        Kind::Number(number) => number.whole().and_then(|it| u64::try_from(it).ok()),
        _ => None,
    }
}

const fn turned(op: Comparison) -> Comparison {
    match op {
        Comparison::Less => Comparison::Greater,
        Comparison::AtMost => Comparison::AtLeast,
        Comparison::Greater => Comparison::Less,
        Comparison::AtLeast => Comparison::AtMost,
        same => same,
    }
}
