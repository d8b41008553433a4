//! An XML Schema that exists already and that messages keep: what stands around documents, and types
//! of values with exactly the facets that it gives them.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::expression::{Decimal, Pattern};
use crate::model::{BuiltIn, Primitive, WhiteSpace};

/// Types made from each other further than this are taken for a circle.
const LONGEST_CHAIN: usize = 32;

/// What messages keep of an XML Schema that exists already.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The types of values.
    pub types: Vec<GivenType>,
    /// Whether a wrapper stands around documents.
    pub wrapped: bool,
    /// For each message whose document may stand in the wrapper: its position in
    /// [`crate::view::message::MessageModel::messages`], fewest, most.
    pub documents: Vec<(usize, u32, u32)>,
}

/// A type of values.
#[derive(Clone, Debug)]
pub struct GivenType {
    /// Its name, unique in the model.
    pub id: String,
    /// Its namespace.
    pub namespace: String,
    /// What it is made from.
    pub base: Base,
    /// Tag of the element, in its namespace, that holds the value; empty where none does.
    pub holder: String,
    /// What it adds to its base.
    pub facets: GivenFacets,
    /// XML attributes that it adds to those of its base.
    pub attributes: Vec<GivenAttribute>,
}

/// What a type is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// A type of XML Schema itself.
    BuiltIn(&'static BuiltIn),
    /// Another type, by its position.
    Type(usize),
}

/// What a type adds to its base.
#[derive(Clone, Debug, Default)]
pub struct GivenFacets {
    /// How blanks count.
    pub white_space: Option<WhiteSpace>,
    /// Exact number of characters.
    pub length: Option<u32>,
    /// Fewest characters.
    pub min_length: Option<u32>,
    /// Most characters.
    pub max_length: Option<u32>,
    /// Most digits.
    pub total_digits: Option<u32>,
    /// Most digits behind the point.
    pub fraction_digits: Option<u32>,
    /// Least number, greatest number, and those that are not reached; empty for none.
    pub bounds: [String; 4],
    /// Regular expressions; a value keeps one of them.
    pub patterns: Vec<String>,
    /// Position of the code list that names all values.
    pub codes: Option<usize>,
}

impl GivenFacets {
    /// Whether it adds nothing.
    pub fn is_empty(&self) -> bool {
        let numbers = [
            self.length,
            self.min_length,
            self.max_length,
            self.total_digits,
            self.fraction_digits,
            self.codes.and_then(|it| u32::try_from(it).ok()),
        ];
        numbers.iter().all(Option::is_none)
            && self.white_space.is_none()
            && self.patterns.is_empty()
            && self.bounds.iter().all(String::is_empty)
    }
}

/// Names of the bounds of [`GivenFacets::bounds`] in XML Schema.
pub const BOUNDS: [&str; 4] = ["minInclusive", "maxInclusive", "minExclusive", "maxExclusive"];

/// An XML attribute beside a value.
#[derive(Clone, Debug)]
pub struct GivenAttribute {
    /// Its name.
    pub name: String,
    /// Type of its value.
    pub base: Base,
    /// Whether it must be there; `None` where it may not, though the base has it.
    pub required: Option<bool>,
    /// The one value that it has; empty for any.
    pub fixed: String,
}

impl Given {
    /// The type and those that it is made from, itself first.
    pub fn chain(&self, of: usize) -> Vec<&GivenType> {
        let mut chain: Vec<&GivenType> = Vec::new();
        let mut next = Some(of);
        while let Some(it) = next.and_then(|at| self.types.get(at)) {
            if chain.len() >= LONGEST_CHAIN {
                break;
            }
            chain.push(it);
            next = match it.base {
                Base::Type(at) => Some(at),
                Base::BuiltIn(_) => None,
            };
        }
        chain
    }

    /// The XML attributes of the type, those of its base included.
    pub fn attributes(&self, of: usize) -> Vec<&GivenAttribute> {
        let mut all: Vec<&GivenAttribute> = Vec::new();
        for it in self.chain(of).into_iter().rev().flat_map(|it| &it.attributes) {
            match all.iter_mut().find(|known| known.name == it.name) {
                Some(known) => *known = it,
                None => all.push(it),
            }
        }
        all.retain(|it| it.required.is_some());
        all
    }

    /// The type of XML Schema that it is made from in the end.
    pub fn built_in(&self, of: usize) -> &'static BuiltIn {
        match self.chain(of).last().map(|it| it.base) {
            Some(Base::BuiltIn(it)) => it,
            _ => BuiltIn::STRING,
        }
    }

    /// What judges values of `base`; `codes` gives the codes of a list by its position.
    pub fn lexis<'c>(&self, base: Base, codes: &dyn Fn(usize) -> Vec<&'c str>) -> Lexis {
        let (chain, built_in) = match base {
            Base::BuiltIn(it) => (Vec::new(), it),
            Base::Type(at) => (self.chain(at), self.built_in(at)),
        };
        let mut lexis = Lexis {
            primitive: built_in.primitive,
            white_space: built_in.white_space,
            checks: Vec::new(),
        };
        if let Some(pattern) =
            Pattern::new(built_in.pattern).filter(|_| !built_in.pattern.is_empty())
        {
            lexis.checks.push(Check::Kind(built_in.name, pattern));
        }
        let (least, most) = built_in.range;
        lexis.bound(0, least);
        lexis.bound(1, most);
        for facets in chain.iter().rev().map(|it| &it.facets) {
            lexis.add(facets, codes);
        }
        lexis
    }
}

/// Judges values of one type.
#[derive(Clone, Debug)]
pub struct Lexis {
    primitive: Primitive,
    white_space: WhiteSpace,
    checks: Vec<Check>,
}

#[derive(Clone, Debug)]
enum Check {
    Kind(&'static str, Pattern),
    Length(u32),
    MinLength(u32),
    MaxLength(u32),
    TotalDigits(u32),
    FractionDigits(u32),
    Bound(usize, Decimal, String),
    /// One of them is kept; those that no reader here understands are left out by the import.
    Patterns(Vec<Pattern>, String),
    Codes(BTreeSet<String>),
}

/// What a value does not keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unkept {
    /// It is no value of this type of XML Schema.
    Kind(&'static str),
    /// It has not exactly so many characters.
    Length(u32),
    /// It has fewer characters.
    MinLength(u32),
    /// It has more characters.
    MaxLength(u32),
    /// It has more digits.
    TotalDigits(u32),
    /// It has more digits behind the point.
    FractionDigits(u32),
    /// It is outside a bound: the name of the facet, the number.
    Bound(&'static str, String),
    /// It keeps none of these regular expressions.
    Patterns(String),
    /// It is not one of these.
    Codes(Vec<String>),
}

impl Lexis {
    fn bound(&mut self, which: usize, text: &str) {
        if let Some(number) = Decimal::parse(text) {
            self.checks.push(Check::Bound(which, number, text.to_owned()));
        }
    }

    fn add<'c>(&mut self, facets: &GivenFacets, codes: &dyn Fn(usize) -> Vec<&'c str>) {
        self.white_space = facets.white_space.unwrap_or(self.white_space);
        let numbers = [
            facets.length.map(Check::Length),
            facets.min_length.map(Check::MinLength),
            facets.max_length.map(Check::MaxLength),
            facets.total_digits.map(Check::TotalDigits),
            facets.fraction_digits.map(Check::FractionDigits),
        ];
        self.checks.extend(numbers.into_iter().flatten());
        for (which, text) in facets.bounds.iter().enumerate() {
            self.bound(which, text);
        }
        if let Some(list) = facets.codes {
            let codes = codes(list).into_iter().map(ToOwned::to_owned).collect();
            self.checks.push(Check::Codes(codes));
        }
        let patterns: Option<Vec<Pattern>> =
            facets.patterns.iter().map(|it| Pattern::new(it)).collect();
        if let Some(patterns) = patterns.filter(|it| !it.is_empty()) {
            self.checks.push(Check::Patterns(patterns, facets.patterns.join(" | ")));
        }
    }

    /// The value as its type takes it: blanks counted as it says.
    pub fn value<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
        match self.white_space {
            WhiteSpace::Replace if text.contains(['\t', '\n', '\r']) => {
                Cow::Owned(text.replace(['\t', '\n', '\r'], " "))
            }
            WhiteSpace::Replace | WhiteSpace::Preserve => Cow::Borrowed(text),
            WhiteSpace::Collapse => {
                let trimmed = text.trim_matches(blank);
                if !trimmed.contains(['\t', '\n', '\r']) && !trimmed.contains("  ") {
                    return Cow::Borrowed(trimmed);
                }
                let words: Vec<&str> = trimmed.split(blank).filter(|it| !it.is_empty()).collect();
                Cow::Owned(words.join(" "))
            }
        }
    }

    /// Whether `value`, as [`Lexis::value`] gives it, is one of the type.
    ///
    /// # Errors
    /// The first thing that it does not keep.
    pub fn judge(&self, value: &str) -> Result<(), Unkept> {
        let bytes = value.bytes().filter(|it| !matches!(it, b' ' | b'='));
        let length = match self.primitive {
            Primitive::Hex => value.len() / 2,
            Primitive::Base64 => bytes.count() * 3 / 4,
            _ => value.chars().count(),
        };
        let length = u32::try_from(length).unwrap_or(u32::MAX);
        self.checks.iter().try_for_each(|check| self.keeps(check, value, length))
    }

    fn keeps(&self, check: &Check, value: &str, length: u32) -> Result<(), Unkept> {
        let counted =
            matches!(self.primitive, Primitive::Text | Primitive::Hex | Primitive::Base64);
        let unless = |holds: bool, unkept: Unkept| if holds { Ok(()) } else { Err(unkept) };
        match check {
            Check::Kind(name, pattern) => {
                // `P` and `PT` alone are no length of time, which no simple pattern says.
                let empty = *name == "duration" && value.ends_with(['P', 'T']);
                unless(pattern.fits(value) && !empty, Unkept::Kind(name))
            }
            Check::Length(n) => unless(!counted || length == *n, Unkept::Length(*n)),
            Check::MinLength(n) => unless(!counted || length >= *n, Unkept::MinLength(*n)),
            Check::MaxLength(n) => unless(!counted || length <= *n, Unkept::MaxLength(*n)),
            Check::TotalDigits(n) => {
                let (whole, fraction) = digits(value);
                unless(whole + fraction <= *n as usize, Unkept::TotalDigits(*n))
            }
            Check::FractionDigits(n) => {
                unless(digits(value).1 <= *n as usize, Unkept::FractionDigits(*n))
            }
            Check::Bound(which, bound, text) => {
                // What has too many digits to be reckoned with is beyond every bound.
                let beyond =
                    if value.starts_with('-') { Ordering::Less } else { Ordering::Greater };
                let order = number(value).map_or(beyond, |it| it.cmp(bound));
                let holds = match which {
                    0 => order.is_ge(),
                    1 => order.is_le(),
                    2 => order.is_gt(),
                    _ => order.is_lt(),
                };
                unless(holds, Unkept::Bound(BOUNDS[*which], text.clone()))
            }
            Check::Patterns(patterns, text) => {
                unless(patterns.iter().any(|it| it.fits(value)), Unkept::Patterns(text.clone()))
            }
            Check::Codes(codes) => {
                let same = || {
                    let value = number(value).filter(|_| self.primitive == Primitive::Decimal)?;
                    codes.iter().find(|it| number(it) == Some(value))
                };
                let known = codes.contains(value) || same().is_some();
                unless(known, Unkept::Codes(codes.iter().cloned().collect()))
            }
        }
    }
}

/// How many digits of a number count before and behind the point.
fn digits(value: &str) -> (usize, usize) {
    let unsigned = value.trim_start_matches(['+', '-']);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    (whole.trim_start_matches('0').len(), fraction.trim_end_matches('0').len())
}

/// The number that a decimal of XML Schema writes: `5.` and `.5` are numbers there.
fn number(value: &str) -> Option<Decimal> {
    let sign = if value.starts_with('-') { "-" } else { "" };
    let unsigned = value.trim_start_matches(['+', '-']);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let fraction = fraction.trim_end_matches('0');
    let (point, whole) =
        (if fraction.is_empty() { "" } else { "." }, whole.trim_start_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    Decimal::parse(&format!("{sign}{whole}{point}{fraction}"))
}

/// Whether a regular expression of XML Schema is understood here.
pub fn reads_pattern(text: &str) -> bool {
    Pattern::new(text).is_some()
}

/// Whether a bound of a type is a number that can be compared.
pub fn reads_bound(text: &str) -> bool {
    Decimal::parse(text).is_some()
}
