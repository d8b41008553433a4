//! Numbers, quantities, dates and lengths of time in `XPath`.
//!
//! `XPath` 1.0 reckons with doubles, so only whole numbers, and comparisons of up to fifteen digits, are
//! written in it; `XPath` 2.0 has exact decimals.

use crate::expression::{Arithmetic, Comparison, Expr, Function, Kind, Length, Macro, Type};
use crate::render::message::cannot::Cannot;
use crate::render::message::schematron::logic::Test;
use crate::render::message::schematron::names::{Place, What};
use crate::render::message::schematron::xpath::{Made, Translator, Version, sign, value_sign};
use crate::view::message::facets::{DateFormat, Facets};

/// Digits that a double holds exactly.
const EXACT: u32 = 15;

/// A number in `XPath`.
struct Number {
    xpath: String,
    /// When it has a value.
    there: Test,
    /// What it measures, as sequences of texts; from `XPath` 2.0 on.
    dimensions: Vec<String>,
    /// Whether `XPath` 1.0 reckons with it exactly.
    whole: bool,
}

impl Number {
    fn literal(text: String, whole: bool) -> Self {
        Self { xpath: text, there: Test::Always, dimensions: Vec::new(), whole }
    }
}

type Found = Result<Option<Number>, Cannot>;

impl<'m> Translator<'m> {
    pub(super) fn numbers(&mut self, op: Comparison, left: &Expr, right: &Expr) -> Made {
        let (Some(one), Some(two)) = (self.number(left, false)?, self.number(right, false)?) else {
            return Ok(Test::Never);
        };
        let there = one.there.clone().and(two.there.clone());
        let sign = match self.version {
            Version::One => sign(op),
            Version::Two => value_sign(op),
        };
        let said = Test::compared(format!("{} {sign} {}", one.xpath, two.xpath));
        Ok(there.and(alike(&[&one, &two])).and(said))
    }

    /// A number, or a quantity in the first unit of what it measures; `reckoned` where more is done
    /// with it than compared. `None` where nothing is known of it.
    fn number(&mut self, expr: &Expr, reckoned: bool) -> Found {
        match &expr.kind {
            Kind::Number(it) => {
                let whole = it.scale() == 0;
                if self.version == Version::One && reckoned && !whole {
                    return Err(Cannot::Decimals);
                }
                let text = match (self.version, whole) {
                    (Version::Two, true) => format!("{it}.0"),
                    _ => it.to_string(),
                };
                Ok(Some(Number::literal(text, whole)))
            }
            Kind::Name(_) | Kind::Select { .. } => {
                let place = self.place(expr)?;
                self.at(&place, self.kind(expr), reckoned)
            }
            Kind::Negate(inner) => {
                let it = self.number(inner, true)?;
                Ok(it.map(|it| Number { xpath: format!("(-{})", it.xpath), ..it }))
            }
            Kind::Arithmetic { op, left, right } => self.reckoned(*op, left, right),
            Kind::Call { function, receiver, args } => {
                let all: Vec<&Expr> = receiver.as_deref().into_iter().chain(args).collect();
                self.made(Function::named(&function.name), &all)
            }
            _ => Err(Cannot::Form),
        }
    }

    /// The number that stands at a place.
    fn at(&self, place: &Place<'m>, kind: &Type, reckoned: bool) -> Found {
        let What::Value(attribute) = place.what else {
            return if matches!(place.what, What::Class(_)) { Err(Cannot::Form) } else { Ok(None) };
        };
        let Some(of) = self.model.data_types.get(attribute.data_type) else { return Ok(None) };
        let Facets::Decimal { digits, fraction } = of.facets else { return Err(Cannot::Form) };
        let path = self.text_at(place);
        if self.version == Version::One {
            if matches!(kind, Type::Measure(_)) {
                return Err(Cannot::Units);
            }
            let whole = fraction == 0;
            if digits > EXACT || (reckoned && !whole) {
                return Err(Cannot::Decimals);
            }
            let there = Test::tight(format!("boolean({path})"));
            return Ok(Some(Number {
                xpath: format!("number({path})"),
                there,
                dimensions: Vec::new(),
                whole,
            }));
        }
        let there = Test::tight(format!("{path} castable as xs:decimal"));
        let there = match there {
            Test::Is(text, _) => Test::compared(text),
            it => it,
        };
        let Type::Measure(measure) = kind else {
            return Ok(Some(Number {
                xpath: format!("xs:decimal({path})"),
                there,
                dimensions: Vec::new(),
                whole: fraction == 0,
            }));
        };
        let unit = match of.companion {
            Some(names) => format!("string({path}/@{})", names.xml),
            None => "''".to_owned(),
        };
        // What is counted without a unit is counted in pieces; money is not converted.
        let (xpath, dimension) = if measure.money {
            (format!("xs:decimal({path})"), format!("concat('money ', {unit})"))
        } else {
            let place = format!("index-of($gnc-units, {unit})");
            (
                format!("(xs:decimal({path}) * ($gnc-factors[{place}], 1.0)[1])"),
                format!("($gnc-dimensions[{place}], {unit})[1]"),
            )
        };
        let dimension = format!("(if (number({path}) eq 0) then () else {dimension})");
        Ok(Some(Number { xpath, there, dimensions: vec![dimension], whole: false }))
    }

    fn reckoned(&mut self, op: Arithmetic, left: &Expr, right: &Expr) -> Found {
        let (Some(one), Some(two)) = (self.number(left, true)?, self.number(right, true)?) else {
            return Ok(None);
        };
        let mut there = one.there.clone().and(two.there.clone());
        let sign = match op {
            Arithmetic::Add => "+",
            Arithmetic::Subtract => "-",
            Arithmetic::Multiply => "*",
            Arithmetic::Divide => return Err(Cannot::Form),
            Arithmetic::Remainder => {
                if self.version == Version::One {
                    return Err(Cannot::Decimals);
                }
                let whole = |it: &str| format!("{it} eq floor({it})");
                there = there
                    .and(Test::compared(format!("{} ne 0", two.xpath)))
                    .and(Test::compared(whole(&one.xpath)))
                    .and(Test::compared(whole(&two.xpath)));
                "mod"
            }
        };
        if matches!(op, Arithmetic::Add | Arithmetic::Subtract) {
            there = there.and(alike(&[&one, &two]));
        }
        let mut dimensions = one.dimensions;
        dimensions.extend(two.dimensions);
        let xpath = format!("({} {sign} {})", one.xpath, two.xpath);
        Ok(Some(Number { xpath, there, dimensions, whole: one.whole && two.whole }))
    }

    fn made(&mut self, function: Option<Function>, all: &[&Expr]) -> Found {
        let Some(first) = all.first() else { return Err(Cannot::Form) };
        match function {
            Some(Function::Size) => {
                if matches!(self.kind(first), Type::Text | Type::Code(_)) {
                    let Some(text) = self.text(first, first)? else { return Ok(None) };
                    let there = text.there.and(Test::tight(format!("boolean({})", text.xpath)));
                    let xpath = format!("string-length({})", text.xpath);
                    return Ok(Some(Number { there, ..Number::literal(xpath, true) }));
                }
                let list = self.list(first)?;
                if list.decided == Test::Never {
                    return Ok(None);
                }
                let count = match list.what {
                    Some(_) => format!("count({})", list.path),
                    None => "0".to_owned(),
                };
                Ok(Some(Number { there: list.decided, ..Number::literal(count, true) }))
            }
            Some(Function::Sum) => self.sum(first),
            Some(Function::Abs) => {
                let Some(it) = self.number(first, true)? else { return Ok(None) };
                let x = &it.xpath;
                let xpath = match self.version {
                    Version::One => format!("(({x}) * (1 - 2 * ({x} < 0)))"),
                    Version::Two => format!("abs({x})"),
                };
                Ok(Some(Number { xpath, ..it }))
            }
            Some(Function::Round) => self.round(first, all.get(1).copied()),
            Some(Function::Quantity | Function::Amount) => {
                if self.version == Version::One {
                    return Err(Cannot::Units);
                }
                let (Some(it), Some(Kind::Text(unit))) =
                    (self.number(first, true)?, all.get(1).map(|it| &it.kind))
                else {
                    return Err(Cannot::Form);
                };
                if function == Some(Function::Amount) {
                    let dimensions = vec![format!("'money {unit}'")];
                    return Ok(Some(Number { dimensions, ..it }));
                }
                let place = format!("index-of($gnc-units, '{unit}')");
                let xpath = format!("({} * ($gnc-factors[{place}], 1.0)[1])", it.xpath);
                let dimensions = vec![format!("($gnc-dimensions[{place}], '{unit}')[1]")];
                Ok(Some(Number { xpath, dimensions, ..it }))
            }
            _ => Err(Cannot::Form),
        }
    }

    fn sum(&mut self, of: &Expr) -> Found {
        let (list, variable, body) = match &of.kind {
            Kind::Each { kind: Macro::Map, of, variable, body } => {
                (self.list(of)?, variable.name.clone(), Some(body))
            }
            _ => (self.list(of)?, "n".to_owned(), None),
        };
        if list.decided == Test::Never {
            return Ok(None);
        }
        let Some(what) = list.what else { return Ok(Some(Number::literal("0".to_owned(), true))) };
        let kind = self.kind(of);
        let item_kind = match kind {
            Type::List(item) => item,
            other => other,
        };
        let item = self.within(&variable, what, |it| {
            if let Some(body) = body {
                return it.number(body, true);
            }
            let path = if it.version == Version::One { "." } else { "$n" };
            it.at(&Place::new(path, what), item_kind, true)
        })?;
        let path = &list.path;
        // Without the value of an item there is no sum, unless there are no items.
        let Some(item) = item else {
            let there = list.decided.and(Test::tight(path.clone()).not());
            return Ok(Some(Number { there, ..Number::literal("0".to_owned(), true) }));
        };
        if self.version == Version::One {
            let plain = item.xpath.strip_prefix("number(").and_then(|it| it.strip_suffix(')'));
            let inner = plain.filter(|_| item.whole).ok_or(Cannot::Decimals)?;
            let all = if inner == "." { path.clone() } else { format!("{path}/{inner}") };
            let missing = Test::tight(format!("{path}[{}]", item.there.not().text())).not();
            let xpath = format!("sum({all})");
            return Ok(Some(Number {
                there: list.decided.and(missing),
                ..Number::literal(xpath, true)
            }));
        }
        let every = match item.there.clone().not() {
            Test::Never => Test::Always,
            missing => {
                Test::open(format!("some ${variable} in {path} satisfies {}", missing.text())).not()
            }
        };
        let xpath = format!("sum(for ${variable} in {path} return {}, 0.0)", item.xpath);
        let dimensions = item
            .dimensions
            .iter()
            .map(|it| format!("(for ${variable} in {path} return {it})"))
            .collect();
        let sum = Number { xpath, there: list.decided.and(every), dimensions, whole: item.whole };
        let alike = alike(&[&sum]);
        Ok(Some(Number { there: sum.there.clone().and(alike), ..sum }))
    }

    /// Half away from zero, by whole numbers.
    fn round(&mut self, of: &Expr, places: Option<&Expr>) -> Found {
        let places = match places.map(|it| &it.kind) {
            Some(Kind::Number(it)) => it.whole().and_then(|it| u32::try_from(it).ok()),
            _ => None,
        };
        let places = places.ok_or(Cannot::Form)?;
        if self.version == Version::One {
            return Err(Cannot::Decimals);
        }
        let scale = format!("1{}.0", "0".repeat(places as usize));
        let step = match places {
            0 => "1.0".to_owned(),
            n => format!("0.{}1", "0".repeat(n as usize - 1)),
        };
        let (one, two) = match &of.kind {
            Kind::Arithmetic { op: Arithmetic::Divide, left, right } => {
                (self.number(left, true)?, self.number(right, true)?)
            }
            _ => (self.number(of, true)?, Some(Number::literal("1.0".to_owned(), true))),
        };
        let (Some(one), Some(two)) = (one, two) else { return Ok(None) };
        let (x, y) = (&one.xpath, &two.xpath);
        let mut there = one.there.clone().and(two.there.clone());
        if y != "1.0" {
            there = there.and(Test::compared(format!("{y} ne 0")));
        }
        let quotient = !one.dimensions.is_empty() && !two.dimensions.is_empty();
        if quotient {
            there = there.and(alike(&[&one, &two]));
        }
        let xpath = format!(
            "((if ({x} * {y} lt 0) then -1.0 else 1.0) * ((2.0 * abs({x}) * {scale} + abs({y})) idiv (2.0 * abs({y}))) * {step})"
        );
        let dimensions = if quotient { Vec::new() } else { one.dimensions };
        Ok(Some(Number { xpath, there, dimensions, whole: false }))
    }

    /// Two dates, by their days where one of them is a day.
    pub(super) fn moments(&mut self, op: Comparison, left: &Expr, right: &Expr) -> Made {
        let (Some(one), Some(two)) = (self.moment(left)?, self.moment(right)?) else {
            return Ok(Test::Never);
        };
        let there = one.there.clone().and(two.there.clone());
        let days = format!("{} {} {}", one.day, sign(op), two.day);
        if !one.instants || !two.instants {
            return Ok(there.and(Test::compared(days)));
        }
        let by = value_sign(op);
        Ok(there.and(Test::open(format!(
            "if ({} and {}) then {} {by} {} else {days}",
            one.is_instant, two.is_instant, one.instant, two.instant
        ))))
    }

    fn moment(&mut self, expr: &Expr) -> Result<Option<Moment>, Cannot> {
        let literal = match &expr.kind {
            Kind::Call { function, args, .. } => {
                let named = Function::named(&function.name);
                let is = matches!(named, Some(Function::Date | Function::Timestamp));
                let text = args.first().filter(|_| is).map(|it| &it.kind);
                let Some(Kind::Text(text)) = text else { return Err(Cannot::Times) };
                Some(text.clone())
            }
            Kind::Name(_) | Kind::Select { .. } => None,
            _ => return Err(Cannot::Times),
        };
        if let Some(text) = literal {
            let digits: String = text.chars().filter(char::is_ascii_digit).take(8).collect();
            let instants = text.contains('T');
            if instants && self.version == Version::One {
                return Err(Cannot::Times);
            }
            return Ok(Some(Moment {
                day: digits,
                instants,
                is_instant: "true()".to_owned(),
                instant: format!("xs:dateTime('{text}')"),
                date: format!("xs:date('{}')", text.get(..10).unwrap_or_default()),
                there: Test::Always,
            }));
        }
        let place = self.place(expr)?;
        let What::Value(attribute) = place.what else { return Ok(None) };
        let Some(Facets::Date(formats)) = self.facets(attribute) else { return Err(Cannot::Form) };
        let instants = formats.contains(&DateFormat::Second);
        let path = self.text_at(&place);
        let day = format!("number(substring({path}, 1, 8))");
        if self.version == Version::One {
            if instants {
                return Err(Cannot::Times);
            }
            let there = Test::tight(format!("boolean({path})"));
            let (is_instant, instant, date) = (String::new(), String::new(), String::new());
            return Ok(Some(Moment { day, instants, is_instant, instant, date, there }));
        }
        let date =
            format!("xs:date(replace(substring({path}, 1, 8), '^(....)(..)(..)$', '$1-$2-$3'))");
        let instant = format!(
            "xs:dateTime(replace(replace({path}, '^(....)(..)(..)(..)(..)(..)', '$1-$2-$3T$4:$5:$6'), '([+-]..)$', '$1:00'))"
        );
        let is_instant = format!("string-length({path}) gt 8");
        let castable = |it: &str, kind: &str| {
            let inner = it
                .strip_prefix(kind)
                .and_then(|it| it.strip_prefix('('))
                .and_then(|it| it.strip_suffix(')'));
            format!("{} castable as {kind}", inner.unwrap_or(it))
        };
        let there = Test::compared(castable(&date, "xs:date"));
        let there = match instants {
            true => there.and(
                Test::compared(format!("string-length({path}) = 8"))
                    .or(Test::compared(castable(&instant, "xs:dateTime"))),
            ),
            false => there,
        };
        Ok(Some(Moment { day, instants, is_instant, instant, date, there }))
    }

    /// The time between two dates and a length of time that is written out.
    pub(super) fn lengths(&mut self, op: Comparison, left: &Expr, right: &Expr) -> Made {
        let (Some(one), Some(two)) = (self.length(left)?, self.length(right)?) else {
            return Ok(Test::Never);
        };
        if self.version == Version::One {
            return Err(Cannot::Times);
        }
        let said = format!("{} {} {}", one.0, value_sign(op), two.0);
        Ok(one.1.and(two.1).and(Test::compared(said)))
    }

    fn length(&mut self, expr: &Expr) -> Result<Option<(String, Test)>, Cannot> {
        match &expr.kind {
            Kind::Arithmetic { op: Arithmetic::Subtract, left, right } => {
                let (Some(one), Some(two)) = (self.moment(left)?, self.moment(right)?) else {
                    return Ok(None);
                };
                let days = format!("{} - {}", one.date, two.date);
                let xpath = match one.instants && two.instants {
                    true => format!(
                        "(if ({} and {}) then {} - {} else {days})",
                        one.is_instant, two.is_instant, one.instant, two.instant
                    ),
                    false => format!("({days})"),
                };
                Ok(Some((xpath, one.there.and(two.there))))
            }
            Kind::Call { function, args, .. } => {
                let Some(Kind::Text(text)) = args.first().map(|it| &it.kind) else {
                    return Err(Cannot::Times);
                };
                let is = Function::named(&function.name) == Some(Function::Duration);
                let length = Length::parse_cel(text).filter(|_| is).ok_or(Cannot::Times)?;
                let minus = if length.seconds < 0 { "-" } else { "" };
                let seconds = length.seconds.unsigned_abs();
                Ok(Some((format!("xs:dayTimeDuration('{minus}PT{seconds}S')"), Test::Always)))
            }
            Kind::Name(_) | Kind::Select { .. } => match self.place(expr)?.what {
                What::Fact | What::Nothing => Ok(None),
                _ => Err(Cannot::Times),
            },
            _ => Err(Cannot::Times),
        }
    }
}

/// A date in `XPath`.
struct Moment {
    /// Its day as a number of eight digits.
    day: String,
    /// Whether it may be a moment.
    instants: bool,
    /// Whether it is one.
    is_instant: String,
    /// The moment.
    instant: String,
    /// The day.
    date: String,
    /// When it is there and a date.
    there: Test,
}

/// Whether numbers measure the same, as far as they have units.
fn alike(numbers: &[&Number]) -> Test {
    let all: Vec<&str> = numbers.iter().flat_map(|it| &it.dimensions).map(String::as_str).collect();
    match all.as_slice() {
        [] => Test::Always,
        [one] if !one.starts_with("(for ") => Test::Always,
        all => Test::compared(format!("count(distinct-values(({}))) le 1", all.join(", "))),
    }
}
