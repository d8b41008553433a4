//! From the flat rows of a data table to the class tree of a message, and to the types its
//! attributes have.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::view::message::facets::{Companion, DataKind, Facets};
use crate::view::message::{Attribute, Class, CodeList, DataType, Only, Presence, Term, name};
use crate::words::Label;

/// Deeper rows than this are left out of a message; no data model comes near it.
const DEEPEST: usize = 40;

/// A row of the data table as one message carries it.
#[derive(Clone, Debug)]
pub struct Row<'r> {
    /// Path of XML tags from the root class, as `Certificate/IssueDateTime`.
    pub path: &'r str,
    /// What it means.
    pub term: Arc<Term>,
    /// How often, and whether it must be there.
    pub presence: Presence,
    /// Position of its type for an attribute; none for a class.
    pub data_type: Option<usize>,
    /// Namespace of its tag, where it is not that of its class.
    pub namespace: Option<&'r str>,
    /// Its tag, where it is not the last of its path.
    pub tag: Option<&'r str>,
}

/// What the value of an attribute looks like, before its type has a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueForm {
    /// Kind of value.
    pub kind: DataKind,
    /// What the content may look like.
    pub facets: Facets,
    /// What stands beside it.
    pub companion: Option<Companion>,
    /// Position of its code list.
    pub codes: Option<usize>,
    /// Position of its form in an XML Schema that exists already.
    pub given: Option<usize>,
}

impl ValueForm {
    /// A value of `kind` with `facets`, what usually stands beside it, and no code list.
    pub fn new(kind: DataKind, facets: Facets) -> Self {
        Self { kind, facets, companion: kind.companion(), codes: None, given: None }
    }
}

/// The types of all attributes; one for each distinct name and form.
#[derive(Clone, Debug, Default)]
pub struct Types {
    types: Vec<DataType>,
    /// Positions by name without regard to form.
    named: BTreeMap<String, Vec<usize>>,
}

impl Types {
    /// No types but these.
    pub fn with(types: Vec<DataType>) -> Self {
        let named = types.iter().enumerate().map(|(at, it)| (it.name.clone(), vec![at])).collect();
        Self { types, named }
    }

    /// The position of the type for the attribute at `path`. Attributes that share a dictionary
    /// entry name and a form share a type; where only the name is the same, the later one gets the
    /// tags of its path as its name.
    pub fn position(&mut self, path: &str, term: &Arc<Term>, form: &ValueForm) -> usize {
        let mut tags = path.rsplit('/');
        let tag = tags.next().unwrap_or_default();
        let class = tags.next().unwrap_or_default();
        let plain = name::data_type(&term.dictionary_entry, class, tag);
        let alike = |it: &DataType| {
            it.kind == form.kind
                && it.facets == form.facets
                && it.companion == form.companion
                && it.codes == form.codes
                && it.given == form.given
        };
        let known = self.named.entry(plain.clone()).or_default();
        let fits = |at: &&usize| self.types.get(**at).is_some_and(alike);
        if let Some(at) = known.iter().find(fits) {
            return *at;
        }
        let at = self.types.len();
        let first = known.is_empty();
        known.push(at);
        let name = if first { plain } else { self.own_name(path) };
        self.types.push(DataType {
            name,
            kind: form.kind,
            facets: form.facets.clone(),
            companion: form.companion,
            codes: form.codes,
            only: None,
            given: form.given,
            term: Arc::clone(term),
        });
        at
    }

    /// The position of the type that admits nothing but `value` of what type `of` admits. It is `of`
    /// itself where that does not admit `value`: then something else is wrong, and no schema should
    /// contradict itself over it.
    pub fn only(&mut self, of: usize, value: &str, lists: &[CodeList]) -> usize {
        let Some(base) = self.types.get(of) else { return of };
        let list = base.codes.and_then(|at| lists.get(at)).filter(|list| !list.codes.is_empty());
        let listed = list.is_none_or(|list| list.codes.iter().any(|code| code.value == value));
        if base.companion.is_some()
            || base.given.is_some()
            || !base.facets.accepts(value)
            || !listed
        {
            return of;
        }
        let only = Only { of, value: value.to_owned() };
        let known = self.types.iter().position(|it| it.only.as_ref() == Some(&only));
        if let Some(known) = known {
            return known;
        }
        let base = base.clone();
        let stem = base.name.strip_suffix("Type").unwrap_or(&base.name);
        let value: String = value.chars().filter(char::is_ascii_alphanumeric).collect();
        let name = self.free_name(&format!("{stem}{value}"));
        self.types.push(DataType { name, only: Some(only), ..base });
        self.types.len() - 1
    }

    fn own_name(&mut self, path: &str) -> String {
        self.free_name(&name::upper_camel(path))
    }

    /// A type name that begins with `base` and is not taken.
    fn free_name(&mut self, base: &str) -> String {
        let mut name = format!("{base}Type");
        let mut count = 2;
        while self.named.contains_key(&name) {
            name = format!("{base}{count}Type");
            count += 1;
        }
        self.named.insert(name.clone(), Vec::new());
        name
    }

    /// The types, in the order of their positions.
    pub fn finish(self) -> Vec<DataType> {
        self.types
    }
}

/// The class at `root` with everything below it in `rows`: attributes first, then classes, each in
/// the order of the rows. A class that no row describes but that holds attributes is mandatory
/// where one of them is; a class that holds nothing is left out.
pub fn assemble(root: &str, rows: &[Row]) -> Class {
    let mut members: BTreeMap<&str, Vec<Member>> = BTreeMap::new();
    let mut described: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        described.entry(row.path).or_insert(at);
    }
    let below_root = |path: &str| {
        path.strip_prefix(root).is_some_and(|rest| rest.starts_with('/'))
            && path.matches('/').count() <= DEEPEST
    };
    // Each row under its parent; a parent without a row of its own is added once, where first met.
    let mut missing: BTreeSet<&str> = BTreeSet::new();
    for (at, row) in rows.iter().enumerate() {
        if !below_root(row.path) || described.get(row.path) != Some(&at) {
            continue;
        }
        let mut path = row.path;
        let mut member = Member::Row(at);
        while let Some((parent, _)) = path.rsplit_once('/') {
            members.entry(parent).or_default().push(member);
            if parent == root || described.contains_key(parent) || missing.contains(parent) {
                break;
            }
            missing.insert(parent);
            member = Member::Missing(parent);
            path = parent;
        }
    }
    let tree = Tree { rows, members };
    let described = described.get(root).and_then(|at| rows.get(*at));
    let term = described.map_or_else(|| plain_term(root), |row| Arc::clone(&row.term));
    let mut class = tree.class(root, term, Presence::mandatory());
    class.namespace = described.and_then(|row| row.namespace).map(str::to_owned);
    if let Some(tag) = described.and_then(|row| row.tag) {
        class.xml = name::xml(tag);
    }
    class
}

#[derive(Clone, Copy)]
enum Member<'r> {
    Row(usize),
    Missing(&'r str),
}

struct Tree<'r> {
    rows: &'r [Row<'r>],
    members: BTreeMap<&'r str, Vec<Member<'r>>>,
}

impl Tree<'_> {
    fn class(&self, path: &str, term: Arc<Term>, presence: Presence) -> Class {
        let mut attributes = Vec::new();
        let mut classes = Vec::new();
        let mut taken = BTreeSet::new();
        for member in self.members.get(path).into_iter().flatten() {
            let row = match member {
                Member::Row(at) => self.rows.get(*at),
                Member::Missing(path) => {
                    let mut inner = self.class(path, plain_term(path), Presence::optional());
                    if holds_mandatory(&inner) {
                        inner.presence = Presence::mandatory();
                    }
                    push_class(inner, None, &mut classes, &mut taken);
                    continue;
                }
            };
            let Some(row) = row else { continue };
            let Some(data_type) = row.data_type else {
                let mut inner = self.class(row.path, Arc::clone(&row.term), row.presence.clone());
                inner.namespace = row.namespace.map(str::to_owned);
                push_class(inner, row.tag, &mut classes, &mut taken);
                continue;
            };
            let (xml, json) = names(row.path, row.tag, &mut taken);
            attributes.push(Attribute {
                path: row.path.to_owned(),
                xml,
                json,
                namespace: row.namespace.map(str::to_owned),
                term: Arc::clone(&row.term),
                presence: row.presence.clone(),
                data_type,
            });
        }
        let xml = name::xml(last_tag(path));
        Class {
            path: path.to_owned(),
            json: name::json(&xml),
            xml,
            namespace: None,
            term,
            presence,
            attributes,
            classes,
        }
    }
}

fn push_class(
    mut inner: Class,
    tag: Option<&str>,
    classes: &mut Vec<Class>,
    taken: &mut BTreeSet<String>,
) {
    if inner.attributes.is_empty() && inner.classes.is_empty() {
        return;
    }
    (inner.xml, inner.json) = names(&inner.path, tag, taken);
    classes.push(inner);
}

fn holds_mandatory(class: &Class) -> bool {
    class.attributes.iter().any(|it| it.presence.min > 0)
        || class.classes.iter().any(|it| it.presence.min > 0)
}

/// Tag and property for the element at `path`; neither is taken by another element of the class, unless
/// the block gives a tag of its own.
fn names(path: &str, own: Option<&str>, taken: &mut BTreeSet<String>) -> (String, String) {
    let tag = name::xml(last_tag(path));
    let mut xml = tag.clone();
    let mut json = name::json(&xml);
    let mut count = 2;
    while taken.contains(&json) {
        xml = format!("{tag}{count}");
        json = name::json(&xml);
        count += 1;
    }
    taken.insert(json.clone());
    (own.map_or(xml, name::xml), json)
}

fn last_tag(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn plain_term(path: &str) -> Arc<Term> {
    let tag = name::xml(last_tag(path));
    Arc::new(Term { wco_name: tag.clone(), label: Label::new(tag.clone(), tag), ..Term::default() })
}
