//! Changes to a message: an element left out, added, repeated, given another value.

use serde_json::Value as Json;

use crate::expression::{Expr, Kind, references};
use crate::render::message::sample::to_json;
use crate::view::message::constraint::{Constraint, ConstraintKind};
use crate::view::message::facets::{DataKind, Facets};
use crate::view::message::instance::{Content, Element};
use crate::view::message::sample::sample;
use crate::view::message::{Attribute, Class, DataType, MessageModel};

/// Codes of a list that are tried beside those that an expression names.
const CODES_TRIED: usize = 3;

/// A change.
#[derive(Clone, Debug)]
pub(super) enum Edit {
    /// Leaves out what stands at these places.
    Remove { path: String, at: Vec<String> },
    /// Gives the values at these places another content.
    Set { at: Vec<String>, value: Json },
    /// Puts this at a place where nothing stands.
    Add { at: String, value: Json },
    /// Repeats the last item of the list at a place.
    Repeat { at: String },
}

impl Edit {
    /// Whether it leaves out the element at this path.
    pub(super) fn removes(&self, of: &str) -> bool {
        matches!(self, Self::Remove { path, .. } if path == of)
    }

    /// Changes a message; whether there was something to change.
    pub(super) fn apply(&self, json: &mut Json) -> bool {
        match self {
            Self::Remove { at, .. } => remove_all(json, at),
            Self::Set { at, value } => {
                let mut changed = false;
                for it in at {
                    changed |= json.pointer_mut(it).is_some_and(|place| set(place, value));
                }
                changed
            }
            Self::Add { at, value } => add(json, at, value.clone()),
            Self::Repeat { at } => match json.pointer_mut(at) {
                Some(Json::Array(all)) => {
                    let last = all.last().cloned();
                    all.extend(last);
                    true
                }
                _ => false,
            },
        }
    }
}

/// Takes away what stands at these places, the last first; whether anything did.
pub(super) fn remove_all(json: &mut Json, at: &[String]) -> bool {
    let mut gone = false;
    for it in at.iter().rev() {
        gone |= remove(json, it);
    }
    gone
}

/// Takes away what stands at a place; a list that gets empty goes, too.
pub(super) fn remove(json: &mut Json, pointer: &str) -> bool {
    let Some((above, last)) = pointer.rsplit_once('/') else { return false };
    match json.pointer_mut(above) {
        Some(Json::Object(all)) => all.shift_remove(last).is_some(),
        Some(Json::Array(all)) => {
            let Some(at) = last.parse().ok().filter(|at: &usize| *at < all.len()) else {
                return false;
            };
            all.remove(at);
            if all.is_empty() { remove(json, above) } else { true }
        }
        _ => false,
    }
}

fn set(place: &mut Json, value: &Json) -> bool {
    let content = match place {
        Json::Object(all) => match all.get_mut("content") {
            Some(content) => content,
            None => return false,
        },
        plain => plain,
    };
    let changed = content != value;
    *content = value.clone();
    changed
}

fn add(json: &mut Json, pointer: &str, value: Json) -> bool {
    let Some((above, last)) = pointer.rsplit_once('/') else { return false };
    match json.pointer_mut(above) {
        Some(Json::Object(all)) if !all.contains_key(last) => {
            all.insert(last.to_owned(), value);
            true
        }
        _ => false,
    }
}

/// An element of a message: an attribute or a class.
#[derive(Clone, Copy)]
pub(super) enum Of<'m> {
    Value(&'m Attribute),
    Class(&'m Class),
}

impl Of<'_> {
    fn json(&self) -> (&str, bool) {
        match self {
            Of::Value(it) => (&it.json, it.presence.is_many()),
            Of::Class(it) => (&it.json, it.presence.is_many()),
        }
    }
}

/// The element at a path below `class`.
pub(super) fn element<'m>(class: &'m Class, path: &str) -> Option<Of<'m>> {
    if class.path == path {
        return Some(Of::Class(class));
    }
    let own = class.attributes.iter().find(|it| it.path == path).map(Of::Value);
    own.or_else(|| class.classes.iter().find_map(|it| element(it, path)))
}

/// Where the elements at a path stand in a message, and where one could be added.
pub(super) fn places(json: &Json, root: &Class, path: &str) -> (Vec<String>, Vec<String>) {
    let mut here = vec![format!("/{}", root.json)];
    let mut free = Vec::new();
    let mut class = root;
    let mut so_far = root.path.clone();
    let rest = path.strip_prefix(&*root.path).unwrap_or("");
    let tags: Vec<&str> = rest.split('/').filter(|it| !it.is_empty()).collect();
    for (at, tag) in tags.iter().enumerate() {
        so_far = format!("{so_far}/{tag}");
        let Some(next) = element(class, &so_far) else { return (Vec::new(), Vec::new()) };
        let (property, many) = next.json();
        let mut below = Vec::new();
        for it in &here {
            let place = format!("{it}/{property}");
            match json.pointer(&place) {
                Some(Json::Array(all)) if many => {
                    below.extend((0..all.len()).map(|n| format!("{place}/{n}")));
                }
                Some(_) => below.push(place),
                None if at + 1 == tags.len() => free.push(place),
                None => {}
            }
        }
        here = below;
        if let Of::Class(it) = next {
            class = it;
        }
    }
    (here, free)
}

/// The changes that may break a constraint, or mend it.
pub(super) fn edits(
    model: &MessageModel,
    message: usize,
    constraint: usize,
    json: &Json,
) -> Vec<Edit> {
    let (Some(own), Some(of)) = (model.messages.get(message), model.constraints.get(constraint))
    else {
        return Vec::new();
    };
    let full = to_json(&sample(model, own));
    let mut made = Vec::new();
    let mut literals = Vec::new();
    texts(&of.checked.expr, &mut literals);
    for path in paths(of) {
        let Some(element) = element(&own.root, &path) else { continue };
        let (there, free) = places(json, &own.root, &path);
        let last: Vec<String> = there.last().cloned().into_iter().collect();
        let mut both = |make: &dyn Fn(Vec<String>) -> Edit| {
            if there.len() > 1 {
                made.push(make(last.clone()));
            }
            if !there.is_empty() {
                made.push(make(there.clone()));
            }
        };
        both(&|at| Edit::Remove { path: path.clone(), at });
        if let Of::Value(attribute) = element
            && let Some(of) = model.data_type(attribute)
        {
            let now = there.last().and_then(|it| json.pointer(it));
            for value in values(model, of, &literals, now) {
                both(&|at| Edit::Set { at, value: value.clone() });
            }
        }
        let (property, many) = element.json();
        let known = places(&full, &own.root, &path).0;
        let shown = known.first().and_then(|it| full.pointer(it)).cloned();
        let shown = shown.or_else(|| lacking(model, own, &path));
        if let Some(value) = shown {
            for at in free {
                let value = if many { Json::Array(vec![value.clone()]) } else { value.clone() };
                made.push(Edit::Add { at, value });
            }
        }
        if many {
            let lists = there.iter().filter_map(|it| it.rsplit_once('/').map(|it| it.0.to_owned()));
            made.extend(
                lists.filter(|it| it.ends_with(property)).take(1).map(|at| Edit::Repeat { at }),
            );
        }
    }
    made
}

/// What a sample would say at a path that it leaves out.
fn lacking(
    model: &MessageModel,
    message: &crate::view::message::Message,
    path: &str,
) -> Option<Json> {
    fn find<'e, 'm>(element: &'e Element<'m>, tags: &[&str]) -> Option<&'e Element<'m>> {
        let [first, rest @ ..] = tags else { return Some(element) };
        let Content::Group(members) = &element.content else { return None };
        members.iter().filter(|it| it.xml == *first).find_map(|it| find(it, rest))
    }
    let whole = crate::view::message::sample::complete(model, message);
    let tags: Vec<&str> = path.split('/').collect();
    find(&whole, &tags).map(to_json)
}

/// The elements that a constraint is about: those it names, and the one that it asks for.
pub(super) fn paths(of: &Constraint) -> Vec<String> {
    let (target, class) = match &of.kind {
        ConstraintKind::Condition { path } => {
            (Some(path.clone()), path.rsplit_once('/').map_or("", |it| it.0))
        }
        ConstraintKind::Rule { .. } => (None, ""),
    };
    let mut all: Vec<String> = target.into_iter().collect();
    for it in references(&of.checked.expr) {
        let mut names = it.path;
        if names.first().is_some_and(|it| it == "this") {
            class.clone_into(&mut names[0]);
        }
        // Currency and unit stand beside their value.
        if names.last().is_some_and(|it| matches!(it.as_str(), "unitCode" | "currencyID")) {
            names.pop();
        }
        let path = names.join("/");
        if !all.contains(&path) {
            all.push(path);
        }
    }
    all
}

/// The texts and numbers that an expression writes out.
fn texts(expr: &Expr, found: &mut Vec<String>) {
    match &expr.kind {
        Kind::Text(text) => found.push(text.clone()),
        Kind::Number(number) => found.push(number.to_string()),
        _ => {}
    }
    for it in expr.parts() {
        texts(it, found);
    }
}

/// Values to be tried in the place of `now`.
fn values(
    model: &MessageModel,
    of: &DataType,
    literals: &[String],
    now: Option<&Json>,
) -> Vec<Json> {
    if of.only.is_some() {
        return Vec::new();
    }
    let closed = model.enumeration(of).filter(|_| of.companion.is_none());
    let fits = |it: &&String| match closed {
        Some(list) => list.codes.iter().any(|code| code.value == **it),
        None => of.facets.accepts(it),
    };
    let text = |it: &str| match of.is_json_integer() {
        true => it.parse::<u64>().map_or(Json::Null, Json::from),
        false => Json::from(it),
    };
    let mut all: Vec<Json> = match (of.kind, &of.facets) {
        (DataKind::Indicator, _) => vec![Json::Bool(true), Json::Bool(false)],
        (DataKind::DateTime, _) => ["20200101", "20991231"].map(Json::from).into(),
        (_, Facets::Decimal { fraction, .. }) => {
            let now = now.map(|it| it.get("content").unwrap_or(it));
            let digits = now.map(|it| it.as_str().map_or_else(|| it.to_string(), str::to_owned));
            let whole = digits.and_then(|it| it.split('.').next()?.parse::<u64>().ok());
            let near = whole.map(|it| [it + 1, it.saturating_sub(1), it * 2, 0]);
            let mut found: Vec<String> =
                near.into_iter().flatten().map(|it| it.to_string()).collect();
            found.extend(literals.iter().cloned());
            if *fraction > 0 {
                found.extend(
                    whole.map(|it| format!("{it}.{}1", "0".repeat(*fraction as usize - 1))),
                );
            }
            found.iter().filter(|it| of.facets.accepts(it)).map(|it| text(it)).collect()
        }
        _ => literals.iter().filter(fits).map(|it| text(it)).collect(),
    };
    if let Some(list) = closed {
        let other = list.codes.iter().filter(|it| !literals.contains(&it.value));
        all.extend(other.take(CODES_TRIED).map(|it| text(&it.value)));
    } else if matches!(of.kind, DataKind::Identifier | DataKind::Text) {
        all.push(text("X1"));
    }
    all.dedup();
    all
}
