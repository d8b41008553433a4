//! A small world for expressions: names with types, and values as JSON.

use std::borrow::Cow;

use gnc::expression::{
    Checked, CodeList, Dimension, Environment, Fault, MAX_STEPS, Measure, Node, RecordId, Type,
    Unit, Verdict, check, decide, parse,
};
use serde_json::Value;

/// Names of the world, by record: 0 is what stands first, 1 an item, 2 a part.
pub(super) struct World;

/// A name and its type.
type Field = (&'static str, fn() -> Type);

const RECORDS: [&[Field]; 3] = [
    &[
        ("a", || Type::Number),
        ("b", || Type::Number),
        ("gone", || Type::Number),
        ("s", || Type::Text),
        ("t", || Type::Text),
        ("p", || Type::Bool),
        ("q", || Type::Bool),
        ("day", || Type::Moment),
        ("moment", || Type::Moment),
        ("limit", || Type::Length),
        ("code", || Type::Code(CodeList(0))),
        ("other", || Type::Code(CodeList(1))),
        ("open", || Type::Code(CodeList(2))),
        ("mass", || Type::Measure(Measure { money: false, unit: Unit::Of(Dimension::Mass) })),
        ("volume", || Type::Measure(Measure { money: false, unit: Unit::Of(Dimension::Volume) })),
        ("some", || Type::Measure(Measure::QUANTITY)),
        ("price", || Type::Measure(Measure::AMOUNT)),
        ("numbers", || Type::List(Box::new(Type::Number))),
        ("words", || Type::List(Box::new(Type::Text))),
        ("items", || Type::List(Box::new(Type::Record(RecordId(1))))),
        ("part", || Type::Record(RecordId(2))),
    ],
    &[
        ("n", || Type::Number),
        ("c", || Type::Text),
        ("mass", || Type::Measure(Measure::QUANTITY)),
        ("numbers", || Type::List(Box::new(Type::Number))),
    ],
    &[("n", || Type::Number), ("inner", || Type::Record(RecordId(1)))],
];

const LISTS: [(&str, &[&str]); 3] =
    [("remarks", &["RETRO", "DUPL", "BTB"]), ("status", &["39", "41"]), ("elsewhere", &[])];

impl Environment for World {
    fn root(&self, name: &str) -> Option<Type> {
        // The whole world, for those who need a name with a dot.
        if name == "w" { Some(Type::Record(RecordId(0))) } else { self.field(RecordId(0), name) }
    }
    fn roots(&self) -> Vec<String> {
        self.fields(RecordId(0))
    }
    fn field(&self, record: RecordId, name: &str) -> Option<Type> {
        RECORDS[record.0].iter().find(|(it, _)| *it == name).map(|(_, kind)| kind())
    }
    fn fields(&self, record: RecordId) -> Vec<String> {
        RECORDS[record.0].iter().map(|(it, _)| (*it).to_owned()).collect()
    }
    fn record_name(&self, record: RecordId) -> String {
        ["world", "item", "part"][record.0].to_owned()
    }
    fn list_name(&self, list: CodeList) -> String {
        LISTS[list.0].0.to_owned()
    }
    fn has_code(&self, list: CodeList, code: &str) -> Option<bool> {
        let codes = LISTS[list.0].1;
        (!codes.is_empty()).then(|| codes.contains(&code))
    }
    fn is_left_out(&self, list: CodeList, code: &str) -> bool {
        list == CodeList(0) && code == "DIRECT"
    }
    fn codes(&self, list: CodeList) -> Vec<String> {
        LISTS[list.0].1.iter().map(|it| (*it).to_owned()).collect()
    }
    fn beside(&self, _: &Measure, name: &str) -> Option<Type> {
        matches!(name, "unitCode" | "currencyID").then_some(Type::Text)
    }
    fn is_unit(&self, money: bool, code: &str) -> bool {
        if money { matches!(code, "EUR" | "USD") } else { matches!(code, "KGM" | "TNE" | "LTR") }
    }
}

/// A value of the world: JSON, in which `null` is not there.
#[derive(Clone)]
pub(super) struct Json<'a>(pub(super) &'a Value);

impl<'a> Node<'a> for Json<'a> {
    fn child(&self, name: &str) -> Option<Self> {
        let found = self.0.get(name).filter(|it| !it.is_null())?;
        Some(Self(match found {
            Value::Array(all) => all.first()?,
            one => one,
        }))
    }
    fn each(&self, name: &str) -> Vec<Self> {
        match self.0.get(name) {
            Some(Value::Array(all)) => all.iter().map(Self).collect(),
            Some(Value::Null) | None => Vec::new(),
            Some(one) => vec![Self(one)],
        }
    }
    fn items(&self) -> Vec<Self> {
        self.0.as_array().map_or(&[][..], Vec::as_slice).iter().map(Self).collect()
    }
    fn text(&self) -> Option<Cow<'a, str>> {
        match self.0 {
            Value::String(text) => Some(Cow::Borrowed(text)),
            Value::Number(number) => Some(Cow::Owned(number.to_string())),
            Value::Bool(it) => Some(Cow::Borrowed(if *it { "true" } else { "false" })),
            // A quantity: its number stands under `value`.
            Value::Object(all) => all.get("value").and_then(|it| Some(it.as_str()?.into())),
            _ => None,
        }
    }
    fn equals(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

/// Reads and checks an expression in this world.
pub(super) fn checked(text: &str) -> Result<Checked, Vec<Fault>> {
    check(parse(text).map_err(|fault| vec![fault])?, &World)
}

/// The answer of an expression of this world.
pub(super) fn verdict(text: &str, facts: &Value) -> Verdict {
    let read = checked(text).unwrap_or_else(|faults| panic!("{text}: {faults:?}"));
    decide(&read, &Json(facts), MAX_STEPS)
}
