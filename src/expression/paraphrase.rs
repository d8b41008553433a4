//! An expression as a sentence: all it says, and nothing else, in words of the block.
//!
//! Two expressions that mean different things give different sentences: brackets stand wherever the
//! reach of a word could be doubted, names are given with the classes they stand in, and an item of a
//! list keeps the letter that it has in the expression.

use std::cell::RefCell;

use crate::expression::ast::{Arithmetic, Comparison, Expr, Kind, Macro};
use crate::expression::check::Checked;
use crate::expression::functions::Function;
use crate::expression::moment::Length;
use crate::expression::types::{CodeList, RecordId, Type};
use crate::words::paraphrase as say;
use crate::words::{Label, Lang, Words, count};

/// What names and codes are called.
pub trait Vocabulary {
    /// What stands under this name of a record, or first; empty where nothing is known.
    fn label(&self, record: Option<RecordId>, name: &str) -> Label;
    /// What a record itself is called.
    fn record_label(&self, record: RecordId) -> Label;
    /// What a code stands for; empty where nothing is known.
    fn code_label(&self, list: CodeList, code: &str) -> Label;
}

/// The expression as a sentence, without a full stop.
pub fn paraphrase(checked: &Checked, vocabulary: &dyn Vocabulary, lang: Lang) -> String {
    Teller { checked, vocabulary, lang, variables: RefCell::default() }.condition(&checked.expr)
}

/// What the expression gives, as a noun; a condition as a sentence.
pub fn paraphrase_value(checked: &Checked, vocabulary: &dyn Vocabulary, lang: Lang) -> String {
    let is_condition = matches!(
        checked.expr.kind,
        Kind::And(_)
            | Kind::Or(_)
            | Kind::Not(_)
            | Kind::Compare { .. }
            | Kind::In { .. }
            | Kind::Has(_)
    );
    if is_condition {
        return paraphrase(checked, vocabulary, lang);
    }
    Teller { checked, vocabulary, lang, variables: RefCell::default() }.value(&checked.expr)
}

struct Teller<'a> {
    checked: &'a Checked,
    vocabulary: &'a dyn Vocabulary,
    lang: Lang,
    /// The letters that stand for items here.
    variables: RefCell<Vec<String>>,
}

impl Teller<'_> {
    /// Says what stands within a macro.
    fn within(&self, variable: &str, say: impl FnOnce() -> String) -> String {
        self.variables.borrow_mut().push(variable.to_owned());
        let said = say();
        self.variables.borrow_mut().pop();
        said
    }

    fn with(&self, words: Words, args: &[(&str, &str)]) -> String {
        words.with(self.lang, args)
    }

    fn one(&self, words: Words, x: &str) -> String {
        self.with(words, &[("x", x)])
    }

    fn two(&self, words: Words, x: &str, y: &str) -> String {
        self.with(words, &[("x", x), ("y", y)])
    }

    fn kind(&self, expr: &Expr) -> &Type {
        self.checked.type_of(expr)
    }

    /// A condition, not in brackets.
    fn condition(&self, expr: &Expr) -> String {
        match &expr.kind {
            Kind::And(all) => self.joined(all, say::AND),
            Kind::Or(all) => self.alternatives(all),
            Kind::Not(inner) => self.denied(inner),
            Kind::Compare { op, left, right } => self.compared(*op, left, right),
            Kind::In { item, list } => self.contained(item, list, (say::ONE_OF, say::AMONG)),
            Kind::Has(inner) => self.one(say::GIVEN, &self.value(inner)),
            Kind::Each { kind, of, variable, body } => {
                let words = match kind {
                    Macro::Exists => say::EXISTS,
                    Macro::ExistsOne => say::EXISTS_ONE,
                    _ => say::ALL,
                };
                {
                    let x = self.within(&variable.name, || self.condition(body));
                    self.over(words, of, &variable.name, &x)
                }
            }
            Kind::Choice { condition, yes, no } => {
                let parts = [condition, yes, no].map(|it| self.part(it));
                let [x, y, z] = &parts;
                self.with(say::CHOICE, &[("x", x), ("y", y), ("z", z)])
            }
            Kind::Call { function, receiver, args } => {
                let all: Vec<&Expr> = receiver.as_deref().into_iter().chain(args).collect();
                let function = Function::named(&function.name);
                self.asked(function, &all, false).unwrap_or_else(|| self.value(expr))
            }
            Kind::Bool(_) => self.value(expr),
            _ => self.one(say::IS_YES, &self.value(expr)),
        }
    }

    /// A condition as a part of another: in brackets where its end could be doubted.
    fn part(&self, expr: &Expr) -> String {
        let said = self.condition(expr);
        let inner = match &expr.kind {
            Kind::Not(inner) => inner,
            _ => expr,
        };
        let open = matches!(
            inner.kind,
            Kind::And(_) | Kind::Or(_) | Kind::Each { .. } | Kind::Choice { .. } | Kind::Not(_)
        );
        if open { self.one(say::BRACKETS, &said) } else { said }
    }

    fn joined(&self, all: &[Expr], with: Words) -> String {
        let parts: Vec<String> = all.iter().map(|it| self.part(it)).collect();
        parts.join(with.get(self.lang))
    }

    /// One of several; what is denied among them is said as what the others follow from.
    fn alternatives(&self, all: &[Expr]) -> String {
        let mut denied = Vec::new();
        let mut rest = Vec::new();
        for it in all {
            match &it.kind {
                Kind::Not(inner) => denied.push(self.part(inner)),
                _ => rest.push(self.part(it)),
            }
        }
        if denied.is_empty() || rest.is_empty() {
            return self.joined(all, say::OR);
        }
        let join = |parts: Vec<String>, with: Words| match parts.len() {
            1 => parts.concat(),
            _ => self.one(say::BRACKETS, &parts.join(with.get(self.lang))),
        };
        self.two(say::IMPLIES, &join(denied, say::AND), &join(rest, say::OR))
    }

    fn denied(&self, inner: &Expr) -> String {
        match &inner.kind {
            Kind::Compare { op, left, right } => {
                let op = match op {
                    Comparison::Equal => Comparison::Unequal,
                    Comparison::Unequal => Comparison::Equal,
                    Comparison::Less => Comparison::AtLeast,
                    Comparison::AtMost => Comparison::Greater,
                    Comparison::Greater => Comparison::AtMost,
                    Comparison::AtLeast => Comparison::Less,
                };
                self.compared(op, left, right)
            }
            Kind::In { item, list } => self.contained(item, list, (say::NONE_OF, say::NOT_AMONG)),
            Kind::Has(it) => self.one(say::NOT_GIVEN, &self.value(it)),
            Kind::Each { kind: Macro::Exists, of, variable, body } => {
                let x = self.within(&variable.name, || self.condition(body));
                self.over(say::NONE, of, &variable.name, &x)
            }
            Kind::Call { function, receiver, args } => {
                let all: Vec<&Expr> = receiver.as_deref().into_iter().chain(args).collect();
                let said = self.asked(Function::named(&function.name), &all, true);
                said.unwrap_or_else(|| self.one(say::NOT, &self.part(inner)))
            }
            Kind::Name(_) | Kind::Select { .. } | Kind::Index { .. } => {
                self.one(say::IS_NO, &self.value(inner))
            }
            _ => self.one(say::NOT, &self.part(inner)),
        }
    }

    fn compared(&self, op: Comparison, left: &Expr, right: &Expr) -> String {
        use Comparison::{AtLeast, AtMost, Equal, Greater, Less, Unequal};
        let kinds = (self.kind(left), self.kind(right));
        let literal = |it: &Expr| matches!(it.kind, Kind::Text(_) | Kind::Bool(_));
        let empty = |it: &Expr| matches!(&it.kind, Kind::Text(text) if text.is_empty());
        let is = |of: fn(&Type) -> bool| of(kinds.0) || of(kinds.1);
        let words = if is(|it| matches!(it, Type::Moment)) {
            match op {
                Equal => say::SAME_DATE,
                Unequal => say::OTHER_DATE,
                Less => say::EARLIER,
                AtMost => say::NOT_LATER,
                Greater => say::LATER,
                AtLeast => say::NOT_EARLIER,
            }
        } else if is(|it| matches!(it, Type::Number | Type::Measure(_) | Type::Length)) {
            match op {
                Equal => say::EQUALS,
                Unequal => say::UNEQUAL,
                Less => say::LESS,
                AtMost => say::AT_MOST,
                Greater => say::GREATER,
                AtLeast => say::AT_LEAST,
            }
        } else {
            match op {
                Equal if empty(right) => say::EMPTY,
                Unequal if empty(right) => say::NOT_EMPTY,
                Equal if literal(right) => say::IS,
                Unequal if literal(right) => say::IS_NOT,
                Equal => say::SAME,
                Unequal => say::DIFFERS,
                Less => say::BEFORE,
                AtMost => say::NOT_AFTER,
                Greater => say::AFTER,
                AtLeast => say::NOT_BEFORE,
            }
        };
        let (x, y) = (self.beside(left, right), self.beside(right, left));
        self.two(words, &x, &y)
    }

    /// A value; a text that is compared with a code is said with what the code stands for.
    fn beside(&self, expr: &Expr, other: &Expr) -> String {
        match (&expr.kind, self.kind(other)) {
            (Kind::Text(code), Type::Code(list)) => self.code(*list, code),
            (Kind::Text(code), Type::List(item)) => match &**item {
                Type::Code(list) => self.code(*list, code),
                _ => self.value(expr),
            },
            _ => self.value(expr),
        }
    }

    fn code(&self, list: CodeList, code: &str) -> String {
        let label = self.vocabulary.code_label(list, code);
        let name = label.any(self.lang);
        match name.is_empty() {
            true => self.one(say::QUOTED, code),
            false => self.with(say::CODE, &[("x", code), ("name", name)]),
        }
    }

    fn contained(&self, item: &Expr, list: &Expr, (listed, among): (Words, Words)) -> String {
        let x = self.beside(item, list);
        let Kind::List(options) = &list.kind else {
            return self.with(among, &[("x", &x), ("all", &self.value(list))]);
        };
        let options: Vec<String> = options.iter().map(|it| self.beside(it, item)).collect();
        let all = match options.as_slice() {
            [] => say::NO_VALUE.get(self.lang).to_owned(),
            [one] => one.clone(),
            [first @ .., last] => first.join(", ") + say::OR_VALUE.get(self.lang) + last,
        };
        self.with(listed, &[("x", &x), ("all", &all)])
    }

    fn over(&self, words: Words, of: &Expr, variable: &str, x: &str) -> String {
        self.with(words, &[("list", &self.value(of)), ("item", variable), ("x", x)])
    }

    fn asked(&self, function: Option<Function>, all: &[&Expr], denied: bool) -> Option<String> {
        let words = match function? {
            Function::StartsWith => [say::STARTS, say::STARTS_NOT],
            Function::EndsWith => [say::ENDS, say::ENDS_NOT],
            Function::Contains => [say::CONTAINS, say::CONTAINS_NOT],
            Function::Matches => [say::MATCHES, say::MATCHES_NOT],
            _ => return None,
        };
        let [x, y] = all else { return None };
        Some(self.two(words[usize::from(denied)], &self.value(x), &self.value(y)))
    }

    /// A value, as a noun.
    fn value(&self, expr: &Expr) -> String {
        match &expr.kind {
            Kind::Bool(it) => (if *it { say::YES } else { say::NO }).get(self.lang).to_owned(),
            Kind::Number(it) => self.number(&it.to_string()),
            Kind::Text(it) => self.one(say::QUOTED, it),
            Kind::Name(_) | Kind::Select { .. } => self.name(expr),
            Kind::List(all) => {
                let all: Vec<String> = all.iter().map(|it| self.value(it)).collect();
                self.one(say::LIST, &all.join(" ; "))
            }
            Kind::Index { of, at } => {
                let n = match &at.kind {
                    Kind::Number(it) => it.whole().map(|it| (it + 1).to_string()),
                    _ => None,
                };
                let n = n.unwrap_or_else(|| format!("({} + 1)", self.value(at)));
                self.with(say::AT, &[("n", &n), ("x", &self.value(of))])
            }
            Kind::Each { kind: Macro::Filter, of, variable, body } => {
                let x = self.within(&variable.name, || self.condition(body));
                self.over(say::FILTER, of, &variable.name, &x)
            }
            Kind::Each { kind: Macro::Map, of, variable, body } => {
                let x = self.within(&variable.name, || self.value(body));
                self.over(say::MAP, of, &variable.name, &x)
            }
            Kind::Negate(inner) => self.one(say::NEGATIVE, &self.value(inner)),
            Kind::Arithmetic { op, left, right } => self.reckoned(*op, left, right),
            Kind::Choice { condition, yes, no } => {
                let x = self.condition(condition);
                let (y, z) = (self.value(yes), self.value(no));
                self.with(say::CHOSEN, &[("x", &x), ("y", &y), ("z", &z)])
            }
            Kind::Call { function, receiver, args } => {
                let all: Vec<&Expr> = receiver.as_deref().into_iter().chain(args).collect();
                self.made(Function::named(&function.name), &all)
            }
            // A condition that stands where a value is asked for.
            _ => self.one(say::BRACKETS, &self.condition(expr)),
        }
    }

    fn number(&self, digits: &str) -> String {
        match self.lang {
            Lang::En => digits.to_owned(),
            Lang::Fr => digits.replace('.', ","),
        }
    }

    /// What a name is called, with the classes it stands in, or the item it belongs to.
    fn name(&self, expr: &Expr) -> String {
        let mut labels: Vec<String> = Vec::new();
        let mut at = expr;
        let mut beside = None;
        let base = loop {
            match &at.kind {
                Kind::Select { of, field } => {
                    match record_of(self.kind(of)) {
                        Some(record) => labels.push(self.label(Some(record), &field.name)),
                        // Currency or unit beside a value.
                        None => beside = Some(&field.name),
                    }
                    at = of;
                }
                Kind::Name(name) if name == "this" => {
                    let record = record_of(self.kind(at));
                    let label = record.map(|it| self.vocabulary.record_label(it));
                    let item = label.map_or_else(String::new, |it| it.any(self.lang).to_owned());
                    break Base::This(self.one(say::QUOTED, &item));
                }
                Kind::Name(name) if self.variables.borrow().contains(name) => {
                    break Base::Item(name.clone());
                }
                Kind::Name(name) => {
                    let label = self.vocabulary.label(None, name);
                    if label == Label::default() {
                        break Base::Item(name.clone());
                    }
                    labels.push(label.any(self.lang).to_owned());
                    break Base::None;
                }
                _ => break Base::Item(self.value(at)),
            }
        };
        labels.reverse();
        let path = labels.join(say::BELOW.get(self.lang));
        let said =
            match (base, labels.is_empty()) {
                (Base::None, _) => self.one(say::QUOTED, &path),
                (Base::Item(item), true) => item,
                (Base::This(item), true) => self.with(say::THIS, &[("item", &item)]),
                (Base::Item(item), false) => self
                    .with(say::OF_ITEM, &[("x", &self.one(say::QUOTED, &path)), ("item", &item)]),
                (Base::This(item), false) => self
                    .with(say::OF_THIS, &[("x", &self.one(say::QUOTED, &path)), ("item", &item)]),
            };
        match beside.map(String::as_str) {
            Some("currencyID") => self.one(say::CURRENCY_OF, &said),
            Some(_) => self.one(say::UNIT_OF, &said),
            None => said,
        }
    }

    fn label(&self, record: Option<RecordId>, name: &str) -> String {
        let label = self.vocabulary.label(record, name);
        let said = label.any(self.lang);
        if said.is_empty() { name.to_owned() } else { said.to_owned() }
    }

    fn reckoned(&self, op: Arithmetic, left: &Expr, right: &Expr) -> String {
        let words = match (op, self.kind(left), self.kind(right)) {
            (Arithmetic::Subtract, Type::Moment, Type::Moment) => say::ELAPSED,
            (Arithmetic::Add, Type::Text | Type::Code(_), _) => say::JOINED,
            (Arithmetic::Add, ..) => say::PLUS,
            (Arithmetic::Subtract, ..) => say::MINUS,
            (Arithmetic::Multiply, ..) => say::TIMES,
            (Arithmetic::Divide, ..) => say::QUOTIENT,
            (Arithmetic::Remainder, ..) => say::REMAINDER,
        };
        self.two(words, &self.value(left), &self.value(right))
    }

    fn made(&self, function: Option<Function>, all: &[&Expr]) -> String {
        let Some(first) = all.first() else { return String::new() };
        let second = all.get(1);
        let x = || self.value(first);
        let text = |it: Option<&&Expr>| match it.map(|it| &it.kind) {
            Some(Kind::Text(text)) => text.clone(),
            _ => String::new(),
        };
        match function {
            Some(Function::Size) => match self.kind(first) {
                Type::Text | Type::Code(_) => self.one(say::LENGTH, &x()),
                _ => self.one(say::COUNT, &x()),
            },
            Some(Function::Substring) => self.substring(first, all),
            Some(Function::LowerAscii) => self.one(say::LOWER, &x()),
            Some(Function::UpperAscii) => self.one(say::UPPER, &x()),
            Some(Function::Sum) => match &first.kind {
                Kind::Each { kind: Macro::Map, of, variable, body } => {
                    let x = self.within(&variable.name, || self.value(body));
                    self.over(say::SUM_OVER, of, &variable.name, &x)
                }
                _ => self.one(say::SUM, &x()),
            },
            Some(Function::Abs) => match &first.kind {
                Kind::Arithmetic { op: Arithmetic::Subtract, left, right } => {
                    self.two(say::APART, &self.value(left), &self.value(right))
                }
                _ => self.one(say::ABS, &x()),
            },
            Some(Function::Round) => {
                let n = second.map_or_else(String::new, |it| self.value(it));
                self.with(say::ROUND, &[("x", &x()), ("n", &n)])
            }
            Some(Function::Date | Function::Timestamp) => text(Some(first)),
            Some(Function::Duration) => {
                let length = Length::parse_cel(&text(Some(first)));
                length.map_or_else(|| text(Some(first)), |it| self.length(it.seconds))
            }
            Some(Function::Quantity | Function::Amount) => {
                format!("{} {}", x(), text(second))
            }
            // What asks is a condition.
            _ => {
                let said = self.asked(function, all, false).unwrap_or_default();
                self.one(say::BRACKETS, &said)
            }
        }
    }

    fn substring(&self, of: &Expr, all: &[&Expr]) -> String {
        let x = self.value(of);
        let number = |at: usize| match all.get(at).map(|it| &it.kind) {
            Some(Kind::Number(it)) => it.whole(),
            _ => None,
        };
        let said = |at: usize| all.get(at).map_or_else(String::new, |it| self.value(it));
        match (number(1), number(2), all.len()) {
            (_, _, 2) => self.with(say::REST, &[("x", &x), ("from", &said(1))]),
            (Some(from), Some(to), _) if from < to => {
                let (from, to) = ((from + 1).to_string(), to.to_string());
                self.with(say::PART, &[("x", &x), ("from", &from), ("to", &to)])
            }
            _ => self.with(say::BETWEEN, &[("x", &x), ("from", &said(1)), ("to", &said(2))]),
        }
    }

    fn length(&self, seconds: i64) -> String {
        let units = [
            (86_400, say::DAY, say::DAYS),
            (3_600, say::HOUR, say::HOURS),
            (60, say::MINUTE, say::MINUTES),
            (1, say::SECOND, say::SECONDS),
        ];
        let fits = |it: &&(i64, Words, Words)| seconds % it.0 == 0;
        let (size, singular, plural) = units.iter().find(fits).unwrap_or(&units[3]);
        let n = usize::try_from((seconds / size).unsigned_abs()).unwrap_or(usize::MAX);
        let said = count(self.lang, n, *singular, *plural);
        if seconds < 0 { self.one(say::NEGATIVE, &said) } else { said }
    }
}

/// What a name begins with.
enum Base {
    /// A name that says all.
    None,
    /// An item of a list, or another value.
    Item(String),
    /// The element that a condition belongs to.
    This(String),
}

/// The record that something is, or that each of its items is.
fn record_of(kind: &Type) -> Option<RecordId> {
    match kind {
        Type::Record(record) => Some(*record),
        Type::List(item) => record_of(item),
        _ => None,
    }
}
