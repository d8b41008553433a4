//! From an expression to `XPath`: when it holds, and when it does not.
//!
//! An expression that cannot be decided neither holds nor fails, so each part is written twice. What
//! depends on facts that the message does not say is never decided here.

use crate::expression::{Checked, Comparison, Expr, Function, Kind, Macro, Type};
use crate::render::message::cannot::Cannot;
use crate::render::message::schematron::logic::{Test, literal};
use crate::render::message::schematron::names::{Place, What};
use crate::view::message::facets::Facets;
use crate::view::message::{Attribute, Class, MessageModel};

/// The version of `XPath`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    /// 1.0, binding `xslt`.
    One,
    /// 2.0, binding `xslt2`.
    Two,
}

/// A variable of a macro.
#[derive(Clone, Debug)]
pub(super) struct Variable<'m> {
    pub(super) name: String,
    pub(super) what: What<'m>,
    /// How many predicates deep it is bound.
    pub(super) depth: usize,
    /// Whether it is a variable of `XPath`, too.
    pub(super) bound: bool,
}

/// Translates the expressions of one message.
pub(super) struct Translator<'m> {
    pub(super) model: &'m MessageModel,
    pub(super) checked: &'m Checked,
    pub(super) version: Version,
    pub(super) root: &'m Class,
    /// The class that `this` stands for.
    pub(super) this: Option<&'m Class>,
    pub(super) variables: Vec<Variable<'m>>,
    pub(super) depth: usize,
}

pub(super) type Made = Result<Test, Cannot>;

impl<'m> Translator<'m> {
    pub(super) fn kind(&self, expr: &Expr) -> &'m Type {
        self.checked.type_of(expr)
    }

    pub(super) fn facets(&self, attribute: &Attribute) -> Option<&'m Facets> {
        self.model.data_types.get(attribute.data_type).map(|it| &it.facets)
    }

    /// When `expr` holds (`holds`), or does not hold.
    pub(super) fn test(&mut self, expr: &Expr, holds: bool) -> Made {
        match &expr.kind {
            Kind::Bool(it) => Ok(if *it == holds { Test::Always } else { Test::Never }),
            Kind::Not(inner) => self.test(inner, !holds),
            Kind::And(all) => self.joined(all, holds, holds),
            Kind::Or(all) => self.joined(all, holds, !holds),
            Kind::Has(inner) => self.has(inner, holds),
            Kind::Compare { op, left, right } => self.compared(*op, left, right, holds),
            Kind::In { item, list } => self.contained(item, list, holds),
            Kind::Each { kind, of, variable, body } => {
                self.each(*kind, of, &variable.name, body, holds)
            }
            Kind::Choice { condition, yes, no } => {
                let (if_so, if_not) = (self.test(condition, true)?, self.test(condition, false)?);
                let yes = if_so.and(self.test(yes, holds)?);
                Ok(yes.or(if_not.and(self.test(no, holds)?)))
            }
            Kind::Call { function, receiver, args } => {
                let all: Vec<&Expr> = receiver.as_deref().into_iter().chain(args).collect();
                let function = Function::named(&function.name).ok_or(Cannot::Form)?;
                self.asked(function, &all, holds)
            }
            Kind::Name(_) | Kind::Select { .. } => {
                let place = self.place(expr)?;
                match place.what {
                    What::Value(_) => {
                        let text = if holds { "'true'" } else { "'false'" };
                        Ok(Test::compared(format!("{} = {text}", place.path)))
                    }
                    _ => Ok(Test::Never),
                }
            }
            _ => Err(Cannot::Form),
        }
    }

    /// A row of which all parts have to be so (`every`), or one.
    fn joined(&mut self, all: &[Expr], holds: bool, every: bool) -> Made {
        let mut made = if every { Test::Always } else { Test::Never };
        let mut refused = None;
        for it in all {
            match self.test(it, holds) {
                Ok(test) if every => made = made.and(test),
                Ok(test) => made = made.or(test),
                Err(cannot) => refused = Some(cannot),
            }
        }
        refused.map_or(Ok(made), Err)
    }

    fn has(&mut self, inner: &Expr, holds: bool) -> Made {
        let place = self.place(inner)?;
        let there = match place.what {
            What::Fact => return Ok(Test::Never),
            What::Nothing => Test::Never,
            _ => Test::tight(place.path),
        };
        Ok(if holds { there } else { there.not() })
    }

    fn compared(&mut self, op: Comparison, left: &Expr, right: &Expr, holds: bool) -> Made {
        let op = if holds { op } else { opposite(op) };
        match (self.kind(left), self.kind(right)) {
            (Type::Moment, _) | (_, Type::Moment) => self.moments(op, left, right),
            (Type::Length, _) | (_, Type::Length) => self.lengths(op, left, right),
            (Type::Number | Type::Measure(_), _) | (_, Type::Number | Type::Measure(_)) => {
                self.numbers(op, left, right)
            }
            (Type::Text | Type::Code(_), Type::Text | Type::Code(_)) => self.texts(op, left, right),
            (Type::Bool, Type::Bool) => {
                let (yes, no) = (op == Comparison::Equal, op == Comparison::Unequal);
                if !yes && !no {
                    return Err(Cannot::Form);
                }
                let both = self.test(left, true)?.and(self.test(right, yes)?);
                Ok(both.or(self.test(left, false)?.and(self.test(right, no)?)))
            }
            _ => {
                // Facts have no kind, and are not decided; anything else has no counterpart.
                let fact = |it: &Expr| matches!(self.place(it), Ok(Place { what: What::Fact, .. }));
                if fact(left) || fact(right) { Ok(Test::Never) } else { Err(Cannot::Form) }
            }
        }
    }

    /// Texts and codes; both have to be there.
    fn texts(&mut self, op: Comparison, left: &Expr, right: &Expr) -> Made {
        let (one, two) = (self.text(left, right)?, self.text(right, left)?);
        let (Some(one), Some(two)) = (one, two) else { return Ok(Test::Never) };
        let there = one.there.and(two.there);
        if op.is_ordering() {
            if self.version == Version::One {
                return Err(Cannot::Order);
            }
            let sign = value_sign(op);
            let points = "'http://www.w3.org/2005/xpath-functions/collation/codepoint'";
            let (one, two) = (one.xpath, two.xpath);
            return Ok(
                there.and(Test::compared(format!("compare({one}, {two}, {points}) {sign} 0")))
            );
        }
        Ok(there.and(Test::compared(format!("{} {} {}", one.xpath, sign(op), two.xpath))))
    }

    /// A text: its `XPath`, and when it is there where that does not follow from a comparison.
    /// `None` where nothing is known of it.
    pub(super) fn text(&mut self, expr: &Expr, other: &Expr) -> Result<Option<Text>, Cannot> {
        let plain = |xpath: String| Ok(Some(Text { xpath, there: Test::Always }));
        match &expr.kind {
            Kind::Text(text) => {
                // Yes and no are listed as 1 and 0, and written as true and false.
                if let Ok(Place { what: What::Value(it), .. }) = self.place(other)
                    && self.facets(it) == Some(&Facets::Boolean)
                {
                    return plain(match text.as_str() {
                        "1" => "'true'".to_owned(),
                        "0" => "'false'".to_owned(),
                        _ => literal(text),
                    });
                }
                plain(literal(text))
            }
            Kind::Name(_) | Kind::Select { .. } => {
                let place = self.place(expr)?;
                match place.what {
                    What::Fact | What::Nothing => Ok(None),
                    _ => plain(self.text_at(&place)),
                }
            }
            Kind::Call { function, receiver, args } => {
                let all: Vec<&Expr> = receiver.as_deref().into_iter().chain(args).collect();
                let Some(first) = all.first() else { return Err(Cannot::Form) };
                let Some(of) = self.text(first, first)? else { return Ok(None) };
                let (small, great) = ("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
                let there = of.there.clone().and(Test::tight(format!("boolean({})", of.xpath)));
                let x = &of.xpath;
                match Function::named(&function.name) {
                    Some(Function::LowerAscii) => {
                        let xpath = format!("translate({x}, '{great}', '{small}')");
                        Ok(Some(Text { xpath, there }))
                    }
                    Some(Function::UpperAscii) => {
                        let xpath = format!("translate({x}, '{small}', '{great}')");
                        Ok(Some(Text { xpath, there }))
                    }
                    Some(Function::Substring) => {
                        let place = |it: Option<&&Expr>| match it.map(|it| &it.kind) {
                            Some(Kind::Number(n)) => n.whole().filter(|it| *it >= 0),
                            _ => None,
                        };
                        let from = place(all.get(1)).ok_or(Cannot::Form)?;
                        let least = place(all.get(2)).unwrap_or(from);
                        if least < from {
                            return Ok(None);
                        }
                        let xpath = match all.len() {
                            2 => format!("substring({x}, {})", from + 1),
                            _ => format!("substring({x}, {}, {})", from + 1, least - from),
                        };
                        let long = Test::compared(format!("string-length({x}) >= {least}"));
                        Ok(Some(Text { xpath, there: there.and(long) }))
                    }
                    _ => Err(Cannot::Form),
                }
            }
            _ => Err(Cannot::Form),
        }
    }

    fn asked(&mut self, function: Function, all: &[&Expr], holds: bool) -> Made {
        let (Some(first), Some(second)) = (all.first(), all.get(1)) else {
            return Err(Cannot::Form);
        };
        let (one, two) = (self.text(first, first)?, self.text(second, second)?);
        let (Some(one), Some(two)) = (one, two) else { return Ok(Test::Never) };
        let (x, y) = (&one.xpath, &two.xpath);
        let asked = match (function, self.version) {
            (Function::StartsWith, _) => format!("starts-with({x}, {y})"),
            (Function::Contains, _) => format!("contains({x}, {y})"),
            (Function::EndsWith, Version::Two) => format!("ends-with({x}, {y})"),
            (Function::EndsWith, Version::One) => format!(
                "substring({x}, string-length({x}) - string-length({y}) + 1) = {y} and string-length({x}) >= string-length({y})"
            ),
            (Function::Matches, Version::One) => return Err(Cannot::Pattern),
            (Function::Matches, Version::Two) => {
                let Kind::Text(pattern) = &second.kind else { return Err(Cannot::Form) };
                if !is_common_pattern(pattern) {
                    return Err(Cannot::Dialect);
                }
                format!("matches({x}, {y})")
            }
            _ => return Err(Cannot::Form),
        };
        let bond = if asked.contains(" and ") { Test::compared(asked) } else { Test::tight(asked) };
        let there = |it: &Text, expr: &Expr| match expr.kind {
            Kind::Text(_) => Test::Always,
            _ => it.there.clone().and(Test::tight(it.xpath.clone())),
        };
        let there = there(&one, first).and(there(&two, second));
        Ok(there.and(if holds { bond } else { bond.not() }))
    }

    fn contained(&mut self, item: &Expr, list: &Expr, holds: bool) -> Made {
        if let Kind::List(options) = &list.kind {
            let mut made = if holds { Test::Never } else { Test::Always };
            for option in options {
                let test = self.compared(Comparison::Equal, item, option, holds)?;
                made = if holds { made.or(test) } else { made.and(test) };
            }
            return Ok(made);
        }
        let place = self.place(list)?;
        let text = matches!(self.kind(item), Type::Text | Type::Code(_));
        match place.what {
            What::Fact => Ok(Test::Never),
            What::Nothing => Ok(if holds { Test::Never } else { Test::Always }),
            _ if !text => Err(Cannot::Form),
            _ => {
                let Some(one) = self.text(item, item)? else { return Ok(Test::Never) };
                let there = one.there.and(Test::tight(format!("boolean({})", one.xpath)));
                let among = Test::compared(format!("{} = {}", one.xpath, self.text_at(&place)));
                Ok(if holds { among } else { there.and(among.not()) })
            }
        }
    }

    /// A list: its path, what its items are, and when each of its items is decided.
    pub(super) fn list(&mut self, of: &Expr) -> Result<List<'m>, Cannot> {
        if let Kind::Each { kind: Macro::Filter, of, variable, body } = &of.kind {
            let inner = self.list(of)?;
            let Some(what) = inner.what else { return Ok(inner) };
            let kept = self.within(&variable.name, what, |it| it.test(body, true))?;
            let left = self.within(&variable.name, what, |it| it.test(body, false))?;
            let open = kept.clone().or(left).not();
            let decided = self.some(&inner.path, &variable.name, open).not();
            let path = match self.version {
                Version::One => format!("{}[{}]", inner.path, kept.text()),
                Version::Two => {
                    let (name, path) = (&variable.name, &inner.path);
                    format!(
                        "(for ${name} in {path} return if ({}) then ${name} else ())",
                        kept.text()
                    )
                }
            };
            return Ok(List { path, what: Some(what), decided: inner.decided.and(decided) });
        }
        let place = self.place(of)?;
        let (what, decided) = match place.what {
            What::Fact => (None, Test::Never),
            What::Nothing => (None, Test::Always),
            what => (Some(what), Test::Always),
        };
        Ok(List { path: place.path, what, decided })
    }

    /// What is made within a macro.
    pub(super) fn within<T>(
        &mut self,
        name: &str,
        what: What<'m>,
        make: impl FnOnce(&mut Self) -> Result<T, Cannot>,
    ) -> Result<T, Cannot> {
        self.depth += 1;
        let (depth, bound) = (self.depth, self.version == Version::Two);
        self.variables.push(Variable { name: name.to_owned(), what, depth, bound });
        let made = make(self);
        self.variables.pop();
        self.depth -= 1;
        made
    }

    /// Whether an item of a list is so.
    fn some(&self, list: &str, variable: &str, test: Test) -> Test {
        match (test, self.version) {
            (Test::Never, _) => Test::Never,
            (Test::Always, _) => Test::tight(list),
            (test, Version::One) => Test::tight(format!("{list}[{}]", test.text())),
            (test, Version::Two) => {
                Test::open(format!("some ${variable} in {list} satisfies {}", test.text()))
            }
        }
    }

    fn each(&mut self, kind: Macro, of: &Expr, name: &str, body: &Expr, holds: bool) -> Made {
        let list = self.list(of)?;
        let Some(what) = list.what else {
            // An empty list, or one that is not known.
            let empty = (kind == Macro::All) == holds;
            return Ok(if empty { list.decided } else { Test::Never });
        };
        let yes = self.within(name, what, |it| it.test(body, true))?;
        let no = self.within(name, what, |it| it.test(body, false))?;
        let path = &list.path;
        let made = match (kind, holds) {
            (Macro::Exists, true) => self.some(path, name, yes),
            (Macro::Exists, false) => self.some(path, name, no.not()).not(),
            (Macro::All, true) => self.some(path, name, yes.not()).not(),
            (Macro::All, false) => self.some(path, name, no),
            (Macro::ExistsOne, _) => {
                let decided = self.some(path, name, yes.clone().or(no).not()).not();
                let count = match self.version {
                    Version::One => format!("count({path}[{}])", yes.text()),
                    Version::Two => format!(
                        "count(for ${name} in {path} return if ({}) then 1 else ())",
                        yes.text()
                    ),
                };
                let sign = if holds { "=" } else { "!=" };
                decided.and(Test::compared(format!("{count} {sign} 1")))
            }
            (Macro::Filter | Macro::Map, _) => return Err(Cannot::Form),
        };
        Ok(list.decided.and(made))
    }
}

/// A text in `XPath`.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) xpath: String,
    pub(super) there: Test,
}

/// A list in `XPath`.
#[derive(Clone, Debug)]
pub(super) struct List<'m> {
    pub(super) path: String,
    /// What its items are; none where it has no items, or is not known.
    pub(super) what: Option<What<'m>>,
    pub(super) decided: Test,
}

/// The comparison that holds where this one does not.
const fn opposite(op: Comparison) -> Comparison {
    match op {
        Comparison::Equal => Comparison::Unequal,
        Comparison::Unequal => Comparison::Equal,
        Comparison::Less => Comparison::AtLeast,
        Comparison::AtMost => Comparison::Greater,
        Comparison::Greater => Comparison::AtMost,
        Comparison::AtLeast => Comparison::Less,
    }
}

/// The sign of a comparison in every version of `XPath`.
pub(super) const fn sign(op: Comparison) -> &'static str {
    match op {
        Comparison::Equal => "=",
        _ => op.sign(),
    }
}

/// The sign of a comparison of single values, from `XPath` 2.0 on.
pub(super) const fn value_sign(op: Comparison) -> &'static str {
    match op {
        Comparison::Equal => "eq",
        Comparison::Unequal => "ne",
        Comparison::Less => "lt",
        Comparison::AtMost => "le",
        Comparison::Greater => "gt",
        Comparison::AtLeast => "ge",
    }
}

/// Whether a pattern means the same in RE2 and in `XPath`: no escapes but of marks, no groups but plain
/// ones.
fn is_common_pattern(pattern: &str) -> bool {
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        let fits = match c {
            '\\' => chars.next().is_some_and(|it| ".*+?()[]{}|^$-\\".contains(it)),
            '(' => chars.peek() != Some(&'?'),
            '[' => chars.peek() != Some(&'[') && chars.peek() != Some(&':'),
            '&' | '~' => false,
            _ => true,
        };
        if !fits {
            return false;
        }
    }
    true
}
