//! The names that a rule about a block may use, each with its type: the block format itself.

use std::sync::LazyLock;

use crate::assertion::part::{THIS, settled};
use crate::expression::{CodeList, Environment, Measure, RecordId, Type};
use crate::model::{Block, Choice, Record, ScalarKind, Shape};

/// Every record and every set of words of the format, in the order in which they are met.
#[derive(Debug, Default)]
struct Tables {
    records: Vec<&'static Record>,
    choices: Vec<&'static Choice>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables { records: vec![Block::RECORD], ..Tables::default() };
    let mut at = 0;
    while let Some(record) = tables.records.get(at) {
        for field in record.fields {
            tables.meet((field.shape)());
        }
        at += 1;
    }
    tables
});

impl Tables {
    fn meet(&mut self, shape: Shape) {
        match shape {
            Shape::Record(record) if self.record(record).is_none() => self.records.push(record),
            Shape::Choice(choice) if self.choice(choice).is_none() => self.choices.push(choice),
            Shape::List(inner) | Shape::Negotiable(inner) | Shape::PerName(inner) => {
                self.meet(inner());
            }
            _ => {}
        }
    }

    fn record(&self, record: &Record) -> Option<usize> {
        self.records.iter().position(|it| it.name == record.name)
    }

    fn choice(&self, choice: &Choice) -> Option<usize> {
        self.choices.iter().position(|it| it.name == choice.name)
    }
}

/// The names that stand in a rule about places of one shape.
#[derive(Clone, Copy, Debug)]
pub struct Scope {
    this: Shape,
}

impl Scope {
    /// For places where this stands.
    pub fn of(this: Shape) -> Self {
        Self { this }
    }
}

fn kind(shape: Shape) -> Type {
    match settled(shape) {
        Shape::Record(record) => {
            TABLES.record(record).map_or(Type::Any, |at| Type::Record(RecordId(at)))
        }
        Shape::Choice(choice) => {
            TABLES.choice(choice).map_or(Type::Text, |at| Type::Code(CodeList(at)))
        }
        Shape::List(item) => Type::List(Box::new(kind(item()))),
        Shape::Scalar(it) => scalar(it),
        Shape::Text => Type::Text,
        Shape::Negotiable(_) | Shape::PerName(_) | Shape::Fragment => Type::Any,
    }
}

fn scalar(kind: &ScalarKind) -> Type {
    match kind.name {
        "Date" => Type::Moment,
        "Duration" => Type::Length,
        "Count" | "Percent" | "HsEdition" => Type::Number,
        "Flag" => Type::Bool,
        _ => Type::Text,
    }
}

impl Environment for Scope {
    fn root(&self, name: &str) -> Option<Type> {
        match name {
            THIS => Some(kind(self.this)),
            _ => Block::RECORD.field(name).map(|field| kind((field.shape)())),
        }
    }

    fn roots(&self) -> Vec<String> {
        let keys = Block::RECORD.fields.iter().map(|field| field.key);
        keys.chain([THIS]).map(str::to_owned).collect()
    }

    fn field(&self, record: RecordId, name: &str) -> Option<Type> {
        let field = TABLES.records.get(record.0)?.field(name)?;
        Some(kind((field.shape)()))
    }

    fn fields(&self, record: RecordId) -> Vec<String> {
        let fields = TABLES.records.get(record.0).map_or(&[][..], |it| it.fields);
        fields.iter().map(|field| field.key.to_owned()).collect()
    }

    fn record_name(&self, record: RecordId) -> String {
        TABLES.records.get(record.0).map_or_else(String::new, |it| it.name.to_owned())
    }

    fn list_name(&self, list: CodeList) -> String {
        TABLES.choices.get(list.0).map_or_else(String::new, |it| it.name.to_owned())
    }

    fn has_code(&self, list: CodeList, code: &str) -> Option<bool> {
        let choice = TABLES.choices.get(list.0)?;
        Some(choice.variants.iter().any(|it| it.id == code))
    }

    fn is_left_out(&self, _: CodeList, _: &str) -> bool {
        false
    }

    fn codes(&self, list: CodeList) -> Vec<String> {
        let variants = TABLES.choices.get(list.0).map_or(&[][..], |it| it.variants);
        variants.iter().map(|it| it.id.to_owned()).collect()
    }

    fn beside(&self, _: &Measure, _: &str) -> Option<Type> {
        None
    }

    fn is_unit(&self, _: bool, _: &str) -> bool {
        true
    }
}
