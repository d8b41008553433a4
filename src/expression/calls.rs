//! What the functions take and give.

use regex::RegexBuilder;

use crate::expression::ast::{Arithmetic, Expr, Ident, Kind};
use crate::expression::check::{Checker, Prepared, suggest};
use crate::expression::fault::{Fault, Topic};
use crate::expression::functions::Function;
use crate::expression::moment::{Length, Moment};
use crate::expression::types::{Measure, Type, Unit};
use crate::words::Words;
use crate::words::expression as say;

/// Largest compiled pattern, in bytes: enough for every pattern of a code or number.
const MAX_PATTERN: usize = 1 << 18;

/// Most decimals to round to.
const MAX_PLACES: i64 = 18;

impl Checker<'_> {
    /// The type of a call.
    pub(super) fn call(
        &mut self,
        expr: &Expr,
        name: &Ident,
        receiver: Option<&Expr>,
        args: &[Expr],
    ) -> Type {
        let place = (name.start, name.end);
        let all: Vec<&Expr> = receiver.into_iter().chain(args).collect();
        let Some(function) = Function::named(&name.name) else {
            for arg in all {
                self.infer(arg);
            }
            let known: Vec<_> = Function::ALL.iter().map(|it| it.name().to_owned()).collect();
            let fault = Fault::new(Topic::Name, place, say::NO_FUNCTION, say::MEANT);
            let fault = suggest(fault.arg("name", &name.name), &name.name, &known);
            self.report(fault);
            return Type::Any;
        };
        let (dotted, plain) = function.style();
        let (least, most) = function.arity();
        let styled = if receiver.is_some() { dotted } else { plain };
        if !styled || all.len() < least || all.len() > most {
            for arg in all {
                self.infer(arg);
            }
            let fault = Fault::new(Topic::Type, place, say::USAGE, say::USAGE_HINT);
            let fault = fault.arg("name", &name.name).arg("usage", function.usage());
            self.report(fault);
            return result(function);
        }
        self.arguments(expr, function, &all)
    }

    fn arguments(&mut self, expr: &Expr, function: Function, all: &[&Expr]) -> Type {
        let [first, rest @ ..] = all else { return Type::Any };
        match function {
            Function::Size => {
                let found = self.infer(first);
                if !matches!(found, Type::List(_) | Type::Text | Type::Code(_) | Type::Any) {
                    let fault = self.fault(Topic::Type, first, say::SIZE, say::SIZE_HINT);
                    fault.args.push(("type", found.words().into()));
                }
            }
            Function::StartsWith
            | Function::EndsWith
            | Function::Contains
            | Function::LowerAscii
            | Function::UpperAscii => {
                self.each_of(all, &Type::Text, function);
            }
            Function::Matches => {
                self.each_of(all, &Type::Text, function);
                for it in rest {
                    self.pattern(it);
                }
            }
            Function::Substring => {
                self.each_of(&all[..1], &Type::Text, function);
                self.each_of(rest, &Type::Number, function);
            }
            Function::Sum => {
                let found = self.infer(first);
                let item = self.items(first, found);
                return self.number(first, item);
            }
            Function::Abs => {
                let found = self.infer(first);
                if found == Type::Length {
                    return found;
                }
                return self.number(first, found);
            }
            Function::Round => return self.round(first, rest),
            Function::Date | Function::Timestamp | Function::Duration => {
                self.infer(first);
                self.time(expr, function, first);
            }
            Function::Quantity | Function::Amount => {
                let found = self.infer(first);
                self.wants(first, &found, &Type::Number, function.name());
                let money = function == Function::Amount;
                let unit = rest.first().and_then(|it| self.unit(money, it));
                return Type::Measure(Measure { money, unit: unit.unwrap_or(Unit::Unknown) });
            }
        }
        result(function)
    }

    fn each_of(&mut self, all: &[&Expr], wanted: &Type, function: Function) {
        for it in all {
            let found = self.infer(it);
            self.wants(it, &found, wanted, function.name());
        }
    }

    /// A number, quantity or amount: anything else is reported.
    fn number(&mut self, at: &Expr, found: Type) -> Type {
        if matches!(found, Type::Number | Type::Measure(_) | Type::Any) {
            return found;
        }
        let fault = self.fault(Topic::Type, at, say::NO_NUMBER, say::NO_NUMBER_HINT);
        fault.args.push(("type", found.words().into()));
        Type::Any
    }

    fn round(&mut self, first: &Expr, rest: &[&Expr]) -> Type {
        let found = match &first.kind {
            Kind::Arithmetic { op: Arithmetic::Divide, left, right } => {
                let found = self.arithmetic(first, Arithmetic::Divide, left, right);
                self.keep(first, found)
            }
            _ => self.infer(first),
        };
        for places in rest {
            self.infer(places);
            let fits = match &places.kind {
                Kind::Number(it) => it.whole().is_some_and(|it| (0..=MAX_PLACES).contains(&it)),
                _ => false,
            };
            if !fits {
                let fault = self.fault(Topic::Type, places, say::PLACES, say::PLACES_HINT);
                fault.args.push(("most", MAX_PLACES.to_string().into()));
            }
        }
        self.number(first, found)
    }

    /// The text of an argument that has to be known before there are values.
    fn literal<'e>(&mut self, at: &'e Expr, example: &str) -> Option<&'e str> {
        if let Kind::Text(text) = &at.kind {
            return Some(text);
        }
        let fault = self.fault(Topic::Type, at, say::LITERAL, say::LITERAL_HINT);
        fault.args.push(("example", example.to_owned().into()));
        None
    }

    fn pattern(&mut self, at: &Expr) {
        let Some(text) = self.literal(at, Function::Matches.usage()) else { return };
        match RegexBuilder::new(text).size_limit(MAX_PATTERN).build() {
            Ok(pattern) => {
                self.prepared.insert(at.id, Prepared::Pattern(pattern));
            }
            Err(regex::Error::CompiledTooBig(_)) => {
                self.fault(Topic::Type, at, say::PATTERN_SIZE, say::PATTERN_SIZE_HINT);
            }
            Err(_) => {
                self.fault(Topic::Type, at, say::PATTERN, say::PATTERN_HINT);
            }
        }
    }

    fn time(&mut self, expr: &Expr, function: Function, at: &Expr) {
        let Some(text) = self.literal(at, function.usage()) else { return };
        let prepared = match function {
            Function::Duration => Length::parse_cel(text).map(Prepared::Length),
            Function::Date => {
                let day = Moment::parse(text).filter(|it| matches!(it, Moment::Day(_)));
                day.filter(|_| text.contains('-')).map(Prepared::Moment)
            }
            _ => {
                let moment = Moment::parse(text).filter(|it| matches!(it, Moment::Instant { .. }));
                moment.filter(|_| text.contains('T')).map(Prepared::Moment)
            }
        };
        if let Some(prepared) = prepared {
            self.prepared.insert(expr.id, prepared);
            return;
        }
        let (words, hint): (Words, Words) = match function {
            Function::Duration => (say::NO_LENGTH, say::NO_LENGTH_HINT),
            Function::Date => (say::NO_DAY, say::NO_DAY_HINT),
            _ => (say::NO_MOMENT, say::NO_MOMENT_HINT),
        };
        let text = text.to_owned();
        self.fault(Topic::Type, at, words, hint).args.push(("text", text.into()));
    }

    fn unit(&mut self, money: bool, at: &Expr) -> Option<Unit> {
        self.infer(at);
        let function = if money { Function::Amount } else { Function::Quantity };
        let code = self.literal(at, function.usage())?;
        if self.environment.is_unit(money, code) {
            return Some(Unit::Code(code.to_owned()));
        }
        let (words, hint) = match money {
            true => (say::NO_CURRENCY, say::NO_CURRENCY_HINT),
            false => (say::NO_UNIT, say::NO_UNIT_HINT),
        };
        let code = code.to_owned();
        self.fault(Topic::Unit, at, words, hint).args.push(("code", code.into()));
        None
    }
}

/// What a function gives whatever it takes.
fn result(function: Function) -> Type {
    match function {
        Function::Size => Type::Number,
        Function::StartsWith | Function::EndsWith | Function::Contains | Function::Matches => {
            Type::Bool
        }
        Function::Substring | Function::LowerAscii | Function::UpperAscii => Type::Text,
        Function::Date | Function::Timestamp => Type::Moment,
        Function::Duration => Type::Length,
        Function::Quantity => Type::Measure(Measure::QUANTITY),
        Function::Amount => Type::Measure(Measure::AMOUNT),
        Function::Sum | Function::Abs | Function::Round => Type::Any,
    }
}
