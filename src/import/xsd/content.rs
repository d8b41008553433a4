//! Classes and their elements: from the documents of a schema down, each wherever it stands.

use std::collections::BTreeSet;

use crate::import::xsd::codes;
use crate::import::xsd::facts::{Facts, data_type};
use crate::import::xsd::load::{Component, Set};
use crate::import::xsd::types::{Made, Types};
use crate::model::{BuiltIn, DataType, Primitive};
use crate::text::notation::{Characters, Format, Length};

/// Most elements.
pub(super) const MAX_ELEMENTS: usize = 20_000;
/// Most levels of classes.
pub const MAX_LEVELS: usize = 32;
/// Most steps of the walk.
const MAX_STEPS: usize = 500_000;
/// Groups within groups further than this are not followed.
const DEEPEST: usize = 32;

/// A row of the data cluster.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) path: String,
    pub(super) facts: Facts,
    /// Kind of data; none for a class.
    pub(super) data_type: Option<DataType>,
    pub(super) format: Option<Format>,
    pub(super) value_type: String,
    /// Namespace, where it is not that of the class.
    pub(super) namespace: Option<String>,
    /// The tag, where it is not the last of the path; empty where it is.
    pub(super) tag: String,
    /// Fewest and most; none for without bound.
    pub(super) occurs: (u32, Option<u32>),
}

/// A document, or the wrapper around documents.
#[derive(Debug)]
pub(super) struct Root {
    pub(super) path: String,
    /// Documents that it wraps: namespace, fewest, most.
    pub(super) wraps: Vec<(String, u32, Option<u32>)>,
}

/// What a class holds.
enum Part {
    Element(usize, u32, Option<u32>),
    Any(usize, u32, Option<u32>),
}

impl Part {
    const fn times(&mut self) -> (&mut u32, &mut Option<u32>) {
        match self {
            Self::Element(_, min, max) | Self::Any(_, min, max) => (min, max),
        }
    }
}

/// The walk over a schema.
pub(super) struct Walk<'s> {
    pub(super) set: &'s mut Set,
    pub(super) types: Types,
    pub(super) rows: Vec<Row>,
    pub(super) roots: Vec<Root>,
    /// Most levels of classes.
    pub(super) levels: usize,
    /// The types of the classes that are open.
    open: Vec<usize>,
    /// Whether there were too many elements.
    pub(super) over: bool,
    /// Steps taken: groups in groups and empty classes in each other multiply without making a row.
    steps: usize,
}

impl<'s> Walk<'s> {
    pub(super) fn new(set: &'s mut Set, levels: usize) -> Self {
        let (rows, roots, open) = (Vec::new(), Vec::new(), Vec::new());
        Self { set, types: Types::default(), rows, roots, levels, open, over: false, steps: 0 }
    }

    /// Everything from the documents down.
    pub(super) fn run(&mut self) {
        let mut wanted = self.documents();
        let mut done = BTreeSet::new();
        let mut paths = BTreeSet::new();
        while let Some(at) = wanted.pop() {
            if !done.insert(at) {
                continue;
            }
            let tag = self.set.attribute(at, "name").unwrap_or("").to_owned();
            if !is_tag(&tag) {
                self.set.find_fault(at, &codes::BAD_NAME, |it| {
                    it.arg("name", &tag).arg("path", "/").arg_words("reason", codes::NOT_A_TAG)
                });
                continue;
            }
            // Documents of one tag in several namespaces have each a path of their own.
            let mut path = tag.clone();
            while !paths.insert(path.clone()) {
                path = format!("{tag}{}", paths.len() + 1);
            }
            let mut wraps = Vec::new();
            if !self.element(at, at, ("", &path), "", (1, Some(1)), Some(&mut wraps)) {
                paths.remove(&path);
                continue;
            }
            for (namespace, ..) in &wraps {
                let of = |it: &(Component, String, String)| {
                    it.0 == Component::Element && it.1 == *namespace
                };
                let known = self.set.components.iter().filter(|it| of(it.0));
                let found: Vec<usize> = known.map(|it| *it.1).collect();
                if found.is_empty() {
                    self.set
                        .find_fault(at, &codes::NO_DOCUMENT, |it| it.arg("namespace", namespace));
                }
                wanted.extend(found.into_iter().rev());
            }
            self.roots.push(Root { path, wraps });
        }
    }

    /// The elements that can be documents: those that the file declares, or those of the files that it
    /// names, where it only names others. What other elements refer to is a part of them.
    fn documents(&mut self) -> Vec<usize> {
        let mut files = BTreeSet::from([0]);
        let mut stack = vec![0];
        while let Some(file) = stack.pop() {
            let names = self.set.files.get(file).map_or(&[][..], |it| &it.names);
            let included = names.iter().filter(|it| it.0).map(|it| it.1);
            stack.extend(included.filter(|it| files.insert(*it)));
        }
        let declared = |set: &Set, files: &BTreeSet<usize>| -> Vec<usize> {
            let roots = files.iter().filter_map(|at| set.files.get(*at)).map(|it| it.root);
            let all = roots.flat_map(|root| set.below(root));
            all.filter(|at| set.is(*at, "element")).collect()
        };
        let mut found = declared(self.set, &files);
        if found.is_empty() {
            let names = files.iter().filter_map(|at| self.set.files.get(*at));
            let named = names.flat_map(|it| &it.names).map(|it| it.1).collect();
            found = declared(self.set, &named);
        }
        let referred: BTreeSet<usize> = (0..self.set.nodes.len())
            .filter(|at| self.set.is(*at, "element"))
            .filter_map(|at| {
                let name = self.set.attribute(at, "ref")?;
                self.set.find(Component::Element, at, name)
            })
            .collect();
        let (parts, roots): (Vec<usize>, Vec<usize>) =
            found.iter().copied().partition(|at| referred.contains(at));
        if roots.is_empty() {
            found.reverse();
            return found;
        }
        for at in parts {
            let name = self.set.attribute(at, "name").unwrap_or("").to_owned();
            self.set.find_fault(at, &codes::NOT_A_MESSAGE, |it| it.arg("name", name));
        }
        roots.into_iter().rev().collect()
    }

    /// An element and what stands below it: `by` is where it is used, `at` where it is declared. Tells
    /// whether it is a class.
    fn element(
        &mut self,
        by: usize,
        at: usize,
        (class, last): (&str, &str),
        namespace: &str,
        occurs: (u32, Option<u32>),
        wraps: Option<&mut Vec<(String, u32, Option<u32>)>>,
    ) -> bool {
        if self.is_over() {
            return false;
        }
        let tag = self.set.attribute(at, "name").unwrap_or("").to_owned();
        let root = class.is_empty();
        let path = if root { last.to_owned() } else { format!("{class}/{last}") };
        let other_tag = if last == tag { String::new() } else { tag.clone() };
        let own = self.own_namespace(at, by != at || root, namespace);
        self.lost_of_element(at);
        let made = self.types.of_element(self.set, at, &format!("{}Type", camel(&path)));
        let facts = Facts::read(self.set, by).or(Facts::read(self.set, at));
        let differs = (own != namespace || root && !own.is_empty()).then(|| own.clone());
        match made {
            Made::Value(_) if root => {
                self.set.find_fault(at, &codes::NOT_A_MESSAGE, |it| it.arg("name", &tag));
                false
            }
            Made::Value(name) => {
                self.value(by, path, name, facts, differs, occurs, &tag);
                if let Some(row) = self.rows.last_mut() {
                    row.tag = other_tag;
                }
                false
            }
            Made::Class(of) => {
                let level = path.matches('/').count() + 1;
                if level > self.levels {
                    let limit = self.levels;
                    self.set.find_fault(by, &codes::TOO_DEEP_CLASS, |it| {
                        it.arg("path", &path).arg("limit", limit)
                    });
                    return false;
                }
                if self.open.contains(&of) {
                    self.set.find_fault(by, &codes::WITHIN_ITSELF, |it| it.arg("path", &path));
                    return false;
                }
                let facts = facts.or(Facts::read(self.set, of));
                let facts = self.checked(by, facts);
                let here = self.rows.len();
                let namespace = differs;
                self.rows.push(Row {
                    path: path.clone(),
                    facts,
                    namespace,
                    tag: other_tag,
                    occurs,
                    ..Row::default()
                });
                self.open.push(of);
                let kept = self.class(of, &path, &own, wraps);
                self.open.pop();
                if !kept {
                    self.set.lose(by, codes::EMPTY_CLASS, "");
                    self.rows.truncate(here);
                }
                kept
            }
        }
    }

    /// Whether there are too many elements, or too many steps were taken.
    fn is_over(&mut self) -> bool {
        self.steps += 1;
        self.over |= self.rows.len() >= MAX_ELEMENTS || self.steps > MAX_STEPS;
        self.over
    }

    fn own_namespace(&mut self, at: usize, global: bool, namespace: &str) -> String {
        let own = self.set.namespace(at).to_owned();
        let form = self.set.attribute(at, "form").map(|it| it == "qualified");
        let qualified = form.unwrap_or_else(|| self.set.file(at).is_some_and(|it| it.qualified));
        match (global || qualified, own.is_empty()) {
            (true, false) => own,
            (true, true) => {
                self.set.lose(at, codes::NO_NAMESPACE, "");
                namespace.to_owned()
            }
            (false, _) => {
                self.set.lose(at, codes::UNQUALIFIED, "");
                namespace.to_owned()
            }
        }
    }

    fn lost_of_element(&mut self, at: usize) {
        for (name, why) in [
            ("nillable", codes::NILLABLE),
            ("default", codes::DEFAULT),
            ("fixed", codes::FIXED),
            ("abstract", codes::ABSTRACT),
            ("substitutionGroup", codes::SUBSTITUTION),
        ] {
            let said = self.set.attribute(at, name).filter(|it| !matches!(*it, "false" | "0"));
            if said.is_some() {
                self.set.lose(at, why, "");
            }
        }
        for tag in ["key", "keyref", "unique"] {
            if let Some(key) = self.set.child(at, tag) {
                self.set.lose(key, codes::IDENTITY, "");
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one row, put together in one place")]
    fn value(
        &mut self,
        by: usize,
        path: String,
        name: String,
        facts: Facts,
        namespace: Option<String>,
        occurs: (u32, Option<u32>),
        tag: &str,
    ) {
        let chain = self.types.chain(&name);
        let mut facts = facts;
        for of in &chain {
            facts = facts.or(of.facts.clone());
        }
        let mut names: Vec<String> = chain.iter().map(|it| it.id.clone()).collect();
        names.reverse();
        let built_in = chain.last().map_or(name.as_str(), |it| it.base.as_str());
        let built_in = BuiltIn::find(built_in).unwrap_or(BuiltIn::STRING);
        // Whatever the type is called: this is how the WCO writes dates.
        let dated = chain.iter().any(|it| it.holder == "DateTimeString");
        let said = dated.then_some(DataType::DateTime);
        let said = said.or_else(|| data_type(&facts.entry, &names, tag));
        let kind = said.unwrap_or(match built_in.primitive {
            Primitive::Decimal | Primitive::Float => DataType::Numeric,
            Primitive::Boolean => DataType::Indicator,
            Primitive::Time => DataType::DateTime,
            Primitive::Hex | Primitive::Base64 => DataType::Binary,
            Primitive::Text => DataType::Text,
        });
        let said = facts.format.replace(' ', "").parse::<Format>().ok();
        let of_type = self.of_type(&name, built_in);
        if let (Some(said), Some(of_type)) = (said, of_type) {
            let same =
                (said.max_length(), said.decimals()) == (of_type.max_length(), of_type.decimals());
            if !same && said.max_length().is_some() && kind != DataType::DateTime {
                self.set.find_fault(by, &codes::OTHER_FORMAT, |it| {
                    it.arg("path", &path).arg("format", said).arg("type", of_type)
                });
            }
        }
        let facts = self.checked(by, facts);
        self.rows.push(Row {
            path,
            facts,
            data_type: Some(kind),
            format: said.or(of_type),
            value_type: name,
            namespace,
            tag: String::new(),
            occurs,
        });
    }

    /// A WCO ID that is none is left out.
    fn checked(&mut self, by: usize, mut facts: Facts) -> Facts {
        let fits = |byte: u8| byte.is_ascii_alphanumeric();
        if !facts.id.is_empty() && (facts.id.len() > 12 || !facts.id.bytes().all(fits)) {
            let id = std::mem::take(&mut facts.id);
            self.set.lose(by, codes::NOT_AN_ID, &id);
        }
        facts
    }

    /// The format that a type of values says by its facets; none where they bound nothing.
    fn of_type(&self, name: &str, built_in: &BuiltIn) -> Option<Format> {
        let chain = self.types.chain(name);
        let least = |key: &str| {
            let facets = chain.iter().flat_map(|it| &it.facets).filter(|it| it.0 == key);
            facets.filter_map(|it| it.1.parse::<u32>().ok()).min()
        };
        let format = match built_in.primitive {
            Primitive::Decimal => {
                let (total, fraction) = (least("total_digits")?, least("fraction_digits"));
                match fraction.unwrap_or(0) {
                    0 => format!("n..{total}"),
                    fraction => format!("n..{total},{fraction}"),
                }
            }
            Primitive::Text => {
                let exact = least("length").filter(|it| *it > 0).map(Length::Exactly);
                let most = least("max_length").filter(|it| *it > 0).map(Length::UpTo);
                return Some(Format::new(Characters::Any, exact.or(most)?));
            }
            _ => return None,
        };
        format.parse().ok()
    }

    /// What stands in a class. Tells whether anything does.
    fn class(
        &mut self,
        of: usize,
        path: &str,
        namespace: &str,
        wraps: Option<&mut Vec<(String, u32, Option<u32>)>>,
    ) -> bool {
        let mut parts = Vec::new();
        self.parts_of_type(of, &mut parts, 0);
        let mut tags: Vec<(String, String)> = Vec::new();
        let (mut wraps, mut documents, mut classes) = (wraps, false, false);
        let before = self.rows.len();
        for part in parts {
            let (by, min, max) = match part {
                Part::Element(at, min, max) => (at, min, max),
                Part::Any(at, min, max) => {
                    match &mut wraps {
                        Some(wraps) => documents |= self.wrapped(at, min, max, wraps),
                        None => self.set.lose(at, codes::ANY, ""),
                    }
                    continue;
                }
            };
            if max == Some(0) {
                continue;
            }
            if documents {
                self.set.lose(by, codes::AFTER_DOCUMENT, "");
                continue;
            }
            let Some(at) = self.declared(by) else { continue };
            let tag = self.set.attribute(at, "name").unwrap_or("").to_owned();
            let own = self.set.namespace(at).to_owned();
            let known = tags.iter().any(|it| it.0 == tag && it.1 == own);
            let count = tags.iter().filter(|it| it.0 == tag).count();
            tags.push((tag.clone(), own));
            // The path tells elements of one tag in several namespaces apart.
            let mut last = match count {
                0 => tag.clone(),
                _ => format!("{tag}{}", count + 1),
            };
            while count > 0 && tags.iter().any(|it| it.0 == last) {
                last.push('x');
            }
            if !is_tag(&tag) || known {
                let reason = if known { codes::SAME_TAG } else { codes::NOT_A_TAG };
                self.set.find_fault(by, &codes::BAD_NAME, |it| {
                    it.arg("name", &tag).arg("path", path).arg_words("reason", reason)
                });
                continue;
            }
            let is_class = self.element(by, at, (path, &last), namespace, (min, max), None);
            if classes && !is_class && self.rows.last().is_some_and(|it| it.data_type.is_some()) {
                self.set.lose(by, codes::ORDER, "");
            }
            classes |= is_class;
        }
        self.rows.len() > before || documents
    }

    /// Where the element used at `by` is declared.
    fn declared(&mut self, by: usize) -> Option<usize> {
        let Some(name) = self.set.attribute(by, "ref").map(str::to_owned) else { return Some(by) };
        self.set.defined(Component::Element, by, &name)
    }

    /// Documents of other schemas in the wrapper. Tells whether it names them.
    fn wrapped(
        &mut self,
        at: usize,
        min: u32,
        max: Option<u32>,
        wraps: &mut Vec<(String, u32, Option<u32>)>,
    ) -> bool {
        let named = self.set.attribute(at, "namespace").unwrap_or("##any").to_owned();
        let names: Vec<&str> = named.split_whitespace().collect();
        if names.is_empty() || names.iter().any(|it| it.starts_with("##")) {
            self.set.lose(at, codes::ANY, "");
            return false;
        }
        if !matches!(self.set.attribute(at, "processContents"), None | Some("strict")) {
            self.set.lose(at, codes::LOOSE_DOCUMENT, "");
        }
        for name in names {
            match wraps.iter_mut().find(|it| it.0 == name) {
                Some(known) => known.2 = known.2.zip(max).map(|(a, b)| a.saturating_add(b)),
                None => wraps.push((name.to_owned(), min, max)),
            }
        }
        true
    }

    /// The parts of a complex type, those of its base first.
    fn parts_of_type(&mut self, of: usize, parts: &mut Vec<Part>, depth: usize) {
        if self.is_over() {
            return;
        }
        if self.set.attribute(of, "mixed") == Some("true") {
            self.set.lose(of, codes::MIXED, "");
        }
        if self.set.attribute(of, "abstract") == Some("true") {
            self.set.lose(of, codes::ABSTRACT, "");
        }
        for part in self.set.below(of) {
            let tag = self.set.node(part).map_or("", |it| it.tag.as_str()).to_owned();
            match tag.as_str() {
                "sequence" | "choice" | "all" | "group" => self.parts(part, parts, depth),
                "attribute" | "attributeGroup"
                    if self.set.attribute(part, "use") != Some("prohibited") =>
                {
                    self.set.lose(part, codes::CLASS_ATTRIBUTE, "");
                }
                "attribute" | "attributeGroup" => {}
                "anyAttribute" => self.set.lose(part, codes::ANY_ATTRIBUTE, ""),
                "complexContent" => {
                    for derivation in self.set.below(part) {
                        self.derived(derivation, parts, depth);
                    }
                }
                _ => self.set.lose(part, codes::UNKNOWN_PART, ""),
            }
        }
    }

    fn derived(&mut self, at: usize, parts: &mut Vec<Part>, depth: usize) {
        if self.set.is(at, "extension") && depth < DEEPEST {
            let name = self.set.attribute(at, "base").unwrap_or("").to_owned();
            if let Some(base) = self.set.defined(Component::Type, at, &name) {
                self.parts_of_type(base, parts, depth + 1);
            }
        }
        // A restriction says all that is left, an extension what comes behind its base.
        self.parts_of_type(at, parts, depth + 1);
    }

    /// The parts of a group.
    fn parts(&mut self, at: usize, parts: &mut Vec<Part>, depth: usize) {
        if self.is_over() {
            return;
        }
        let (min, max) = occurs(self.set, at);
        if depth > DEEPEST {
            return self.set.lose(at, codes::TYPE_CIRCLE, "");
        }
        let tag = self.set.node(at).map_or("", |it| it.tag.as_str()).to_owned();
        let mut inner = Vec::new();
        match tag.as_str() {
            "element" => return parts.push(Part::Element(at, min, max)),
            "any" => return parts.push(Part::Any(at, min, max)),
            "group" => {
                let name = self.set.attribute(at, "ref").unwrap_or("").to_owned();
                let group = self.set.defined(Component::Group, at, &name);
                for part in group.map_or_else(Vec::new, |group| self.set.below(group)) {
                    self.parts(part, &mut inner, depth + 1);
                }
            }
            "sequence" | "all" => {
                if tag == "all" {
                    self.set.lose(at, codes::ALL, "");
                }
                for part in self.set.below(at) {
                    self.parts(part, &mut inner, depth + 1);
                }
            }
            "choice" => {
                let alternatives = self.set.below(at);
                for part in &alternatives {
                    self.parts(*part, &mut inner, depth + 1);
                }
                // Documents of one kind or another in a wrapper exclude each other anyway.
                let documents = inner.iter().all(|it| matches!(it, Part::Any(..)));
                if alternatives.len() > 1 && !documents {
                    let names = self.set.called(&alternatives, ", ", 0);
                    self.set.lose(at, codes::CHOICE, &names);
                    for part in &mut inner {
                        *part.times().0 = 0;
                    }
                }
            }
            _ => return self.set.lose(at, codes::UNKNOWN_PART, ""),
        }
        let documents = inner.iter().all(|it| matches!(it, Part::Any(..)));
        if max != Some(1) && inner.len() > 1 && !documents {
            self.set.lose(at, codes::REPEATED, "");
        }
        if min == 0 && inner.len() > 1 && inner.iter_mut().any(|it| *it.times().0 > 0) {
            self.set.lose(at, codes::OPTIONAL_GROUP, "");
        }
        for part in &mut inner {
            let (own_min, own_max) = part.times();
            *own_min = own_min.saturating_mul(min);
            *own_max = own_max.zip(max).map(|(a, b)| a.saturating_mul(b));
        }
        parts.extend(inner);
    }
}

/// How often a particle occurs.
fn occurs(set: &Set, at: usize) -> (u32, Option<u32>) {
    let number = |name| set.attribute(at, name).map(str::trim);
    let min = number("minOccurs").and_then(|it| it.parse().ok()).unwrap_or(1);
    let max = match number("maxOccurs") {
        None => Some(1),
        Some("unbounded") => None,
        Some(text) => Some(text.parse().unwrap_or(u32::MAX)),
    };
    (min, max.map(|max: u32| max.max(min)))
}

/// Whether a tag can stand in a path.
fn is_tag(tag: &str) -> bool {
    tag.starts_with(|c: char| c.is_ascii_alphabetic())
        && tag.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The tags of a path in one word.
fn camel(path: &str) -> String {
    let tags = path.rsplit('/').take(2).collect::<Vec<_>>();
    tags.into_iter().rev().collect()
}
