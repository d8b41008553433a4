//! Types of values of a schema: each as it is made from another, with its facets, codes and attributes.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::xsd::codes;
use crate::import::xsd::facts::{Facts, code_name};
use crate::import::xsd::load::{Component, Set, XS};
use crate::model::BuiltIn;
use crate::view::message::given::{reads_bound, reads_pattern};

/// Types within types further than this are not followed.
const DEEPEST: usize = 24;

/// Groups of attributes that are followed at most.
const MAX_STEPS: usize = 50_000;

/// A type of values.
#[derive(Debug, Default)]
pub(super) struct ValueType {
    pub(super) id: String,
    pub(super) base: String,
    pub(super) namespace: String,
    pub(super) holder: String,
    /// Facets by their keys in the block, in order.
    pub(super) facets: Vec<(&'static str, String)>,
    pub(super) patterns: Vec<String>,
    pub(super) codes: String,
    pub(super) attributes: Vec<ValueAttribute>,
    /// What its annotation says.
    pub(super) facts: Facts,
}

/// An XML attribute beside a value.
#[derive(Debug, Default)]
pub(super) struct ValueAttribute {
    pub(super) name: String,
    pub(super) base: String,
    pub(super) presence: &'static str,
    pub(super) fixed: String,
}

/// A code list.
#[derive(Debug, Default)]
pub(super) struct List {
    pub(super) id: String,
    /// Code, and its name in each language.
    pub(super) codes: Vec<(String, [String; 2])>,
}

/// What an element is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Made {
    /// A value of the type of this name, its own or one of XML Schema.
    Value(String),
    /// A class: the type at this place.
    Class(usize),
}

/// The types that were met, bases before those made from them.
#[derive(Default)]
pub(super) struct Types {
    pub(super) values: Vec<ValueType>,
    pub(super) lists: Vec<List>,
    known: BTreeMap<usize, String>,
    open: BTreeSet<usize>,
    /// Groups of attributes that were followed.
    steps: usize,
    names: BTreeSet<String>,
    list_names: BTreeSet<String>,
}

const FACETS: [(&str, &str); 10] = [
    ("length", "length"),
    ("minLength", "min_length"),
    ("maxLength", "max_length"),
    ("totalDigits", "total_digits"),
    ("fractionDigits", "fraction_digits"),
    ("minInclusive", "min_inclusive"),
    ("maxInclusive", "max_inclusive"),
    ("minExclusive", "min_exclusive"),
    ("maxExclusive", "max_exclusive"),
    ("whiteSpace", "white_space"),
];

impl Types {
    /// The type of this name and those that it is made from, itself first.
    pub(super) fn chain(&self, name: &str) -> Vec<&ValueType> {
        let mut chain = Vec::new();
        let mut name = name;
        while let Some(it) = self.values.iter().find(|it| it.id == name) {
            if chain.len() > DEEPEST {
                break;
            }
            chain.push(it);
            name = &it.base;
        }
        chain
    }

    /// What the element at `at` is made of.
    pub(super) fn of_element(&mut self, set: &mut Set, at: usize, hint: &str) -> Made {
        if let Some(name) = set.attribute(at, "type").map(str::to_owned) {
            return self.named(set, at, &name);
        }
        let inner = set.child(at, "simpleType").or_else(|| set.child(at, "complexType"));
        if let Some(inner) = inner {
            return self.made(set, inner, hint, 0);
        }
        set.lose(at, codes::NO_TYPE, "");
        Made::Value("string".to_owned())
    }

    /// What a type is that is named at `at`.
    fn named(&mut self, set: &mut Set, at: usize, name: &str) -> Made {
        let (namespace, local) = set.qualified(at, name);
        if namespace == XS {
            return Made::Value(built_in(set, at, &local));
        }
        let found = set.defined(Component::Type, at, name);
        found.map_or_else(
            || Made::Value("string".to_owned()),
            |found| self.made(set, found, &local, 0),
        )
    }

    /// What the type at `at` is; `hint` names it where it has no name.
    fn made(&mut self, set: &mut Set, at: usize, hint: &str, depth: usize) -> Made {
        if set.is(at, "simpleType") || set.child(at, "simpleContent").is_some() {
            return Made::Value(self.value(set, at, hint, depth));
        }
        match self.held(set, at, hint, depth) {
            Some(name) => Made::Value(name),
            None => Made::Class(at),
        }
    }

    /// A class of one element that only holds a value: a date and its text.
    fn held(&mut self, set: &mut Set, at: usize, hint: &str, depth: usize) -> Option<String> {
        if let Some(known) = self.known.get(&at) {
            return Some(known.clone());
        }
        if depth > DEEPEST || !self.open.insert(at) {
            return None;
        }
        let held = self.held_once(set, at, hint, depth);
        self.open.remove(&at);
        held
    }

    fn held_once(&mut self, set: &mut Set, at: usize, hint: &str, depth: usize) -> Option<String> {
        let [group] = set.below(at)[..] else { return None };
        if !set.is(group, "sequence") && !set.is(group, "choice") {
            return None;
        }
        let [element] = set.below(group)[..] else { return None };
        let once = |at: usize| {
            let is = |name: &str| set.attribute(at, name).is_none_or(|it| it.trim() == "1");
            is("minOccurs") && is("maxOccurs")
        };
        let tag = set.attribute(element, "name")?.to_owned();
        let qualified = set.file(element).is_some_and(|it| it.qualified);
        if !set.is(element, "element")
            || !tag.ends_with("String")
            || !once(group)
            || !once(element)
            || !qualified
            || set.attribute(at, "mixed") == Some("true")
        {
            return None;
        }
        let own = set.attribute(at, "name").unwrap_or(hint).to_owned();
        let of = if let Some(name) = set.attribute(element, "type").map(str::to_owned) {
            self.named(set, element, &name)
        } else {
            let inner = set.child(element, "simpleType");
            let inner = inner.or_else(|| set.child(element, "complexType"))?;
            self.made(set, inner, &format!("{own}{tag}"), depth + 1)
        };
        let Made::Value(base) = of else { return None };
        let id = unique(&own, &mut self.names);
        let namespace = set.namespace(element).to_owned();
        let facts = Facts::read(set, at);
        self.known.insert(at, id.clone());
        let id_given = id.clone();
        self.values.push(ValueType {
            id,
            base,
            namespace,
            holder: tag,
            facts,
            ..ValueType::default()
        });
        Some(id_given)
    }

    /// The name of the type of values at `at`.
    fn value(&mut self, set: &mut Set, at: usize, hint: &str, depth: usize) -> String {
        if let Some(known) = self.known.get(&at) {
            return known.clone();
        }
        if depth > DEEPEST || !self.open.insert(at) {
            set.lose(at, codes::TYPE_CIRCLE, "");
            return "string".to_owned();
        }
        let own = set.attribute(at, "name").unwrap_or(hint).to_owned();
        let id = unique(&own, &mut self.names);
        let mut it = ValueType {
            id: id.clone(),
            base: "string".to_owned(),
            namespace: set.namespace(at).to_owned(),
            facts: Facts::read(set, at),
            ..ValueType::default()
        };
        let content = set.child(at, "simpleContent").unwrap_or(at);
        for part in set.below(content) {
            let tag = set.node(part).map_or("", |it| it.tag.as_str()).to_owned();
            match tag.as_str() {
                "restriction" | "extension" => self.derive(set, part, &own, &mut it, depth),
                "list" => set.lose(part, codes::LIST, ""),
                "union" => set.lose(part, codes::UNION, ""),
                _ => set.lose(part, codes::UNKNOWN_PART, ""),
            }
        }
        self.open.remove(&at);
        self.known.insert(at, id.clone());
        self.values.push(it);
        id
    }

    fn derive(&mut self, set: &mut Set, at: usize, own: &str, it: &mut ValueType, depth: usize) {
        if let Some(name) = set.attribute(at, "base").map(str::to_owned) {
            it.base = self.base(set, at, &name, depth);
        }
        let mut list: Vec<(String, [String; 2])> = Vec::new();
        for part in set.below(at) {
            let Some(node) = set.node(part) else { continue };
            let (tag, value) = (node.tag.clone(), node.attribute("value").map(str::to_owned));
            let value = value.unwrap_or_default();
            match tag.as_str() {
                "simpleType" => {
                    it.base = self.value(set, part, &format!("{own}Content"), depth + 1);
                }
                "pattern" => match reads_pattern(&value) && !value.contains('\n') {
                    true => it.patterns.push(value),
                    false => set.lose(part, codes::PATTERN, ""),
                },
                "enumeration" => match value.trim().is_empty() || value.contains('\n') {
                    true => set.lose(part, codes::EMPTY_CODE, ""),
                    false if list.iter().any(|it| it.0 == value) => {}
                    false => list.push((value, code_name(set, part))),
                },
                "attribute" => self.attribute(set, part, &mut it.attributes, own, depth),
                "attributeGroup" => self.attributes(set, part, &mut it.attributes, own, depth),
                "anyAttribute" => set.lose(part, codes::ANY_ATTRIBUTE, ""),
                _ => match FACETS.iter().find(|it| it.0 == tag) {
                    Some((_, key)) => facet(set, part, key, value, it),
                    None => set.lose(part, codes::FACET, ""),
                },
            }
        }
        // One pattern that is not understood could be the one that a value keeps.
        let patterns = set.below(at).into_iter().filter(|it| set.is(*it, "pattern")).count();
        if patterns > it.patterns.len() {
            it.patterns.clear();
        }
        if !list.is_empty() {
            it.codes = unique(own, &mut self.list_names);
            self.lists.push(List { id: it.codes.clone(), codes: list });
        }
    }

    /// The name of the type that another is made from.
    fn base(&mut self, set: &mut Set, at: usize, name: &str, depth: usize) -> String {
        let (namespace, local) = set.qualified(at, name);
        if namespace == XS {
            return built_in(set, at, &local);
        }
        let found = set.defined(Component::Type, at, name);
        found.map_or_else(|| "string".to_owned(), |found| self.value(set, found, &local, depth + 1))
    }

    /// The attributes of a group of them.
    fn attributes(
        &mut self,
        set: &mut Set,
        at: usize,
        attributes: &mut Vec<ValueAttribute>,
        own: &str,
        depth: usize,
    ) {
        let name = set.attribute(at, "ref").unwrap_or("").to_owned();
        self.steps += 1;
        if depth >= DEEPEST || self.steps > MAX_STEPS {
            return set.lose(at, codes::TYPE_CIRCLE, "");
        }
        let Some(group) = set.defined(Component::AttributeGroup, at, &name) else { return };
        for part in set.below(group) {
            match () {
                () if set.is(part, "attribute") => {
                    self.attribute(set, part, attributes, own, depth);
                }
                () if set.is(part, "attributeGroup") => {
                    self.attributes(set, part, attributes, own, depth + 1);
                }
                () => set.lose(part, codes::ANY_ATTRIBUTE, ""),
            }
        }
    }

    fn attribute(
        &mut self,
        set: &mut Set,
        at: usize,
        attributes: &mut Vec<ValueAttribute>,
        own: &str,
        depth: usize,
    ) {
        let usage = set.attribute(at, "use").unwrap_or("").to_owned();
        let Some(name) = set.attribute(at, "name").map(str::to_owned) else {
            if usage != "prohibited" {
                set.lose(at, codes::OTHER_ATTRIBUTE, "");
            }
            return;
        };
        if set.attribute(at, "form") == Some("qualified") || !is_name(&name) {
            return set.lose(at, codes::OTHER_ATTRIBUTE, "");
        }
        if set.attribute(at, "default").is_some() {
            set.lose(at, codes::DEFAULT, "");
        }
        let base = match (set.attribute(at, "type").map(str::to_owned), set.child(at, "simpleType"))
        {
            (Some(of), _) => self.base(set, at, &of, depth),
            (None, Some(inner)) => {
                let stem = own.strip_suffix("Type").unwrap_or(own);
                let mut hint = format!("{stem}{name}Type");
                if let Some(first) = name.get(..1) {
                    let rest = name.get(1..).unwrap_or("");
                    hint = format!("{stem}{}{rest}Type", first.to_ascii_uppercase());
                }
                self.value(set, inner, &hint, depth + 1)
            }
            (None, None) => "string".to_owned(),
        };
        let presence = match usage.as_str() {
            "required" => "required",
            "prohibited" => "prohibited",
            _ => "",
        };
        let fixed = set.attribute(at, "fixed").unwrap_or("").trim().to_owned();
        attributes.retain(|it| it.name != name);
        attributes.push(ValueAttribute { name, base, presence, fixed });
    }
}

fn facet(set: &mut Set, at: usize, key: &'static str, value: String, it: &mut ValueType) {
    let value = value.trim().to_owned();
    let fits = match key {
        "white_space" => matches!(value.as_str(), "preserve" | "replace" | "collapse"),
        _ if key.ends_with("clusive") => reads_bound(&value),
        _ => value.len() < 10 && value.parse::<u32>().is_ok(),
    };
    match fits {
        true => it.facets.push((key, value)),
        false => set.lose(at, codes::FACET, ""),
    }
}

/// The name of a type of XML Schema as blocks have it.
fn built_in(set: &mut Set, at: usize, name: &str) -> String {
    if matches!(name, "ID" | "IDREF") {
        set.lose(at, codes::UNIQUE_ID, "");
    }
    match BuiltIn::find(name) {
        Some(it) => it.name.to_owned(),
        None if name == "IDREF" => "NCName".to_owned(),
        None => {
            set.lose(at, codes::BUILT_IN, name);
            "string".to_owned()
        }
    }
}

fn is_name(name: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    name.starts_with(|c: char| c.is_ascii_alphanumeric()) && name.bytes().all(fits)
}

/// An identifier made from `name` that is not taken; none that XML Schema has for itself.
fn unique(name: &str, taken: &mut BTreeSet<String>) -> String {
    let kept = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let mut stem: String = name.chars().filter(kept).take(200).collect();
    if !stem.starts_with(|c: char| c.is_ascii_alphabetic()) {
        stem.insert_str(0, "Type");
    }
    if BuiltIn::find(&stem).is_some() {
        stem.push_str("Type");
    }
    let mut id = stem.clone();
    let mut count = 2;
    while !taken.insert(id.clone()) {
        id = format!("{stem}{count}");
        count += 1;
    }
    id
}
