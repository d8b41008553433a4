//! What expressions look up: the values of a message by the tags of the data cluster, and facts
//! beside it.

use std::borrow::Cow;

use serde_json::Value as Json;

use crate::expression::Node;
use crate::message::compile::{ClassSpec, ContentSpec, Validator};
use crate::message::items::{Item, Items};
use crate::text::Span;
use crate::view::message::facets::Facets;
use crate::view::message::name;

/// A message and what is known beside it.
#[derive(Debug)]
pub(super) struct Ground<'a> {
    pub(super) validator: &'a Validator,
    pub(super) items: &'a Items,
    /// The document: its position among the items.
    pub(super) root: usize,
    /// Its tag, and what it holds.
    pub(super) document: (&'a str, ContentSpec),
    /// Facts by the names of the expression language.
    pub(super) facts: Option<&'a Json>,
}

/// Something that an expression names.
#[derive(Clone, Debug)]
pub(super) enum Part<'a> {
    /// Where names begin; with the element that `this` stands for.
    Top(&'a Ground<'a>, Option<usize>),
    /// An element of the message.
    Item(&'a Ground<'a>, usize),
    /// Currency or unit beside a value.
    Beside(&'a str),
    /// A fact.
    Fact(&'a Json),
}

impl<'a> Ground<'a> {
    fn item(&self, at: usize) -> Option<&'a Item> {
        self.items.get(at)
    }

    /// What an item may hold.
    fn content(&self, item: &Item) -> Option<ContentSpec> {
        match item.field() {
            Some(field) => {
                let class = self.validator.classes.get(item.class())?;
                class.fields.get(field).map(|it| it.content)
            }
            None => Some(self.document.1),
        }
    }

    /// The class of an element, where it has one.
    pub(super) fn class(&self, at: usize) -> Option<&'a ClassSpec> {
        match self.content(self.item(at)?)? {
            ContentSpec::Class(class) => self.validator.classes.get(class),
            ContentSpec::Value(_) => None,
        }
    }

    /// The elements below the one at `at` that have this tag, in order.
    fn tagged(&'a self, at: usize, tag: &str) -> impl Iterator<Item = usize> + 'a {
        let field = self.class(at).and_then(|class| class.tag(tag));
        let below = field.map(|field| {
            let is = move |it: &(usize, &Item)| it.1.field() == Some(field);
            self.items.below(Some(at)).filter(is).map(|it| it.0)
        });
        below.into_iter().flatten().filter(|at| self.says(*at))
    }

    /// Whether the element says anything: one without text is not there.
    fn says(&self, at: usize) -> bool {
        self.item(at).is_some_and(|it| self.items.value(it).is_none_or(|it| !it.is_empty()))
    }

    fn text(&self, at: usize) -> Option<Cow<'a, str>> {
        let item = self.item(at)?;
        let text = self.items.value(item)?;
        let of = match self.content(item)? {
            ContentSpec::Value(of) => self.validator.types.get(of)?,
            ContentSpec::Class(_) => return None,
        };
        Some(match (&of.facets, text) {
            // Yes and no are listed as 1 and 0.
            (Facets::Boolean, "true") => Cow::Borrowed("1"),
            (Facets::Boolean, "false") => Cow::Borrowed("0"),
            _ => Cow::Borrowed(text),
        })
    }

    /// The code of the unit or currency beside a value.
    pub(super) fn unit(&self, at: usize) -> Option<&'a str> {
        self.beside(at, "unitCode").or_else(|| self.beside(at, "currencyID"))
    }

    fn beside(&self, at: usize, tag: &str) -> Option<&'a str> {
        let item = self.item(at)?;
        let ContentSpec::Value(of) = self.content(item)? else { return None };
        let names = self.validator.types.get(of)?.companion?;
        let text = self.items.companion(item)?;
        (names.xml == tag && !text.is_empty()).then_some(text)
    }

    /// Whether two elements hold the same.
    fn same(&self, one: usize, two: usize) -> bool {
        let (Some(first), Some(second)) = (self.item(one), self.item(two)) else { return false };
        let said = |it: &'a Item| (self.items.value(it), self.items.companion(it));
        if said(first) != said(second) {
            return false;
        }
        let (mut left, mut right) = (self.items.below(Some(one)), self.items.below(Some(two)));
        loop {
            match (left.next(), right.next()) {
                (None, None) => return true,
                (Some((one, a)), Some((two, b))) => {
                    let alike = a.class() == b.class() && a.field() == b.field();
                    if !alike || !self.same(one, two) {
                        return false;
                    }
                }
                _ => return false,
            }
        }
    }

    /// Whether an element holds what a fact says.
    fn as_fact(&self, at: usize, fact: &Json) -> bool {
        let Some(class) = self.class(at) else {
            let part = Part::Fact(fact);
            return part.text().is_some() && part.text() == self.text(at);
        };
        let (Json::Object(said), Some(_)) = (fact, self.item(at)) else { return false };
        let known = said.values().filter(|it| !it.is_null()).count();
        let mut found = 0;
        for field in &class.fields {
            let own: Vec<usize> = self
                .items
                .below(Some(at))
                .filter_map(|(at, it)| {
                    let named = it.field().and_then(|at| class.fields.get(at));
                    named.is_some_and(|it| it.xml == field.xml).then_some(at)
                })
                .collect();
            let there = Part::Fact(fact).each(field.tag());
            found += usize::from(!there.is_empty());
            let same = |(at, fact): (&usize, &Part<'_>)| match fact {
                Part::Fact(fact) => self.as_fact(*at, fact),
                _ => false,
            };
            if own.len() != there.len() || !own.iter().zip(&there).all(same) {
                return false;
            }
        }
        found == known
    }
}

/// What a fact says under a name: the tag of an element, or its property in JSON.
fn said<'a>(fact: &'a Json, tag: &str) -> Option<&'a Json> {
    let found = fact.get(tag).or_else(|| fact.get(name::json(tag)))?;
    (!found.is_null() && found.as_str() != Some("")).then_some(found)
}

impl<'a> Part<'a> {
    /// Where it stands in the message; `None` for what is not of the message.
    pub(super) fn span(&self) -> Option<Span> {
        match self {
            Part::Item(ground, at) => {
                let item = ground.item(*at)?;
                Some(item.value.as_ref().map_or(item.span, |it| it.span))
            }
            _ => None,
        }
    }

    /// The path of the element; empty for what is none.
    pub(super) fn path(&self) -> &'a str {
        let Part::Item(ground, at) = self else { return "" };
        let of = |item: &'a Item| {
            let class = ground.validator.classes.get(item.class())?;
            class.fields.get(item.field()?).map(|it| &*it.path)
        };
        ground.item(*at).and_then(of).unwrap_or(ground.document.0)
    }
}

impl<'a> Node<'a> for Part<'a> {
    fn child(&self, name: &str) -> Option<Self> {
        match self {
            Part::Top(ground, Some(this)) if name == "this" => Some(Part::Item(ground, *this)),
            Part::Top(ground, _) if name == ground.document.0 => {
                Some(Part::Item(ground, ground.root))
            }
            Part::Top(ground, _) => Part::Fact(ground.facts?).child(name),
            Part::Item(ground, at) => match ground.tagged(*at, name).next() {
                Some(at) => Some(Part::Item(ground, at)),
                None => ground.beside(*at, name).map(Part::Beside),
            },
            Part::Beside(_) => None,
            Part::Fact(fact) => Some(Part::Fact(match said(fact, name)? {
                Json::Array(all) => all.first()?,
                one => one,
            })),
        }
    }

    fn each(&self, name: &str) -> Vec<Self> {
        match self {
            Part::Item(ground, at) => {
                ground.tagged(*at, name).map(|at| Part::Item(ground, at)).collect()
            }
            Part::Top(ground, _) if name != "this" && name != ground.document.0 => {
                ground.facts.map_or_else(Vec::new, |it| Part::Fact(it).each(name))
            }
            Part::Fact(fact) => match said(fact, name) {
                Some(Json::Array(all)) => all.iter().map(Part::Fact).collect(),
                Some(one) => vec![Part::Fact(one)],
                None => Vec::new(),
            },
            Part::Top(..) => self.child(name).into_iter().collect(),
            Part::Beside(_) => Vec::new(),
        }
    }

    fn items(&self) -> Vec<Self> {
        match self {
            Part::Fact(Json::Array(all)) => all.iter().map(Part::Fact).collect(),
            _ => Vec::new(),
        }
    }

    fn text(&self) -> Option<Cow<'a, str>> {
        match self {
            Part::Item(ground, at) => ground.text(*at),
            Part::Beside(text) => Some(Cow::Borrowed(text)),
            Part::Fact(fact) => match fact {
                Json::String(text) => Some(Cow::Borrowed(text)),
                Json::Number(number) => Some(Cow::Owned(number.to_string())),
                Json::Bool(it) => Some(Cow::Borrowed(if *it { "1" } else { "0" })),
                // A value with something beside it, as messages write it.
                Json::Object(all) => match all.get("content")? {
                    Json::String(text) => Some(Cow::Borrowed(text)),
                    Json::Number(number) => Some(Cow::Owned(number.to_string())),
                    _ => None,
                },
                Json::Null | Json::Array(_) => None,
            },
            Part::Top(..) => None,
        }
    }

    fn is_known(&self, name: &str) -> bool {
        match self {
            Part::Top(ground, this) => {
                name == ground.document.0
                    || (name == "this" && this.is_some())
                    || ground.facts.is_some_and(|it| it.get(name).is_some())
            }
            _ => true,
        }
    }

    fn equals(&self, other: &Self) -> bool {
        match (self, other) {
            (Part::Item(ground, one), Part::Item(_, two)) => ground.same(*one, *two),
            (Part::Item(ground, at), Part::Fact(fact))
            | (Part::Fact(fact), Part::Item(ground, at)) => ground.as_fact(*at, fact),
            (Part::Fact(one), Part::Fact(two)) => one == two,
            (one, two) => one.text().is_some() && one.text() == two.text(),
        }
    }
}
