//! A block as the templates see it: every value of the format under its key, as printed.
//!
//! The walk follows the shape of the format, so no value can be forgotten. Plain texts stay texts
//! (templates may test them; printing escapes them). A value that needs marks — brackets, another
//! language, a choice with its label — stays here, and the template carries a link to it:
//! `[](gnc:value/17)`. What the block does not say is `[](gnc:missing/<path>)`.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use tera::Value as Tera;

use crate::diff::Difference;
use crate::model::{self, Block as Root, Choice, Scalar, ScalarKind, Shape, negotiation_key};
use crate::resolve::{Paraphrases, Resolved};
use crate::syntax::{Node, Value};
use crate::view::document::notes::Notes;
use crate::view::document::requests::Requested;
use crate::view::document::{
    Block, Bracket, BracketKind, Inline, Inlines, Options, Point, Position, changes, plain,
    profile, prose, requests, values,
};
use crate::view::message::MessageModel;
use crate::words::document as say;
use crate::words::{Lang, points};

/// Long lists that only tables show: templates see them as empty.
const TABLES_ONLY: [&str; 4] = ["elements", "code_lists", "steps", "transitions"];

/// Lists whose items others refer to by name.
const NAMED: [&str; 6] = [
    "block.parties",
    "process_alignment.entities",
    "process_alignment.messages",
    "process_alignment.processes",
    "process_alignment.lifecycle.states",
    "business_case.purposes",
];

/// A value that the templates carry as a link.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    /// As written in the file.
    pub(super) written: String,
    /// As printed.
    pub(super) inlines: Inlines,
    /// The same as paragraphs and lists, where its author has put marks.
    pub(super) blocks: Vec<Block>,
}

/// The values of a block and the points that are not agreed.
#[derive(Clone, Debug)]
pub(super) struct Values<'a> {
    pub(super) lang: Lang,
    /// Whether the artifacts are drafts, which their names may say.
    pub(super) draft: bool,
    /// What differs from version to version.
    pub(super) differences: &'a [Difference],
    /// What differs from the framework that the block extends.
    pub(super) profile: Option<&'a Difference>,
    /// Elements that go beyond the maximum dataset, and what that means; none where the document
    /// does not ask for them.
    pub(super) requests: Vec<Requested<'a>>,
    pub(super) resolved: &'a Resolved,
    pub(super) shown: Vec<Shown>,
    pub(super) points: Vec<Point>,
    by_path: BTreeMap<String, usize>,
    /// What the items of lists are called, by list and identifier.
    names: BTreeMap<(&'static str, &'a str), Inlines>,
    /// Where provisions, meanings and figures come from.
    pub(super) notes: Notes<'a>,
    /// What the expressions say, once that was asked for.
    pub(super) paraphrases: OnceCell<Paraphrases>,
    /// Where the messages are kept once they were asked for: for several documents, or for this.
    pub(super) kept: (Option<&'a OnceCell<MessageModel>>, OnceCell<MessageModel>),
}

impl<'a> Values<'a> {
    pub(super) fn new(resolved: &'a Resolved, lang: Lang, options: Options<'a>) -> Self {
        let mut values = Self {
            lang,
            draft: options.draft,
            differences: options.differences,
            profile: None,
            requests: Vec::new(),
            resolved,
            shown: Vec::new(),
            points: Vec::new(),
            by_path: BTreeMap::new(),
            names: BTreeMap::new(),
            notes: Notes::default(),
            paraphrases: OnceCell::new(),
            kept: (options.messages, OnceCell::new()),
        };
        for list in NAMED {
            for (item, shape) in values.list(list) {
                let name = ["title", "name"].iter().find_map(|key| {
                    let inlines = values.key(item, shape, "", key);
                    (!inlines.is_empty()).then_some(inlines)
                });
                let Some(name) = name else { continue };
                for key in ["id", "stands_for"] {
                    if let Some(id) = item.get(key).and_then(Node::text) {
                        values.names.entry((list, id)).or_insert_with(|| name.clone());
                    }
                }
            }
        }
        values.notes = Notes::of(&values);
        values
    }

    /// The whole block for the templates; `known` are its points where another document has them.
    pub(super) fn context(&mut self, known: Option<&[Point]>) -> tera::Context {
        let root = &self.resolved.tree;
        let mut context = tera::Context::new();
        for field in Root::RECORD.fields {
            let value = self.field(Some(root), field, "", "");
            // The component groups are parts of the file, not of the annex: their keys stand alone.
            if let (Shape::Record(_), Some(map)) = ((field.shape)(), value.as_map()) {
                for (key, value) in map {
                    if let Some(key) = key.as_str() {
                        context.insert_value(key.to_owned(), value.clone());
                    }
                }
            }
            context.insert_value(field.key, value);
        }
        context.insert_value("counts", self.counts(known));
        context.insert_value("compared", changes::counts(self.differences));
        context.insert_value("profile", profile::counts(self));
        let requests = requests::listed(self);
        context.insert_value("requests", requests);
        context
    }

    /// How many data elements some message carries; classes are not counted.
    fn elements(&self) -> usize {
        let elements = &self.resolved.cluster.elements;
        let carried = self.resolved.messages.iter().flat_map(|message| &message.content);
        let carried =
            carried.filter(|it| it.requirement != Some(model::Requirement::NotCommunicated));
        let carried: BTreeSet<usize> = carried.map(|it| it.element).collect();
        let is_data = |at: &&usize| elements.get(**at).is_some_and(|it| it.children.is_empty());
        carried.iter().filter(is_data).count()
    }

    /// What is counted: data elements, and points by what they wait for.
    fn counts(&self, known: Option<&[Point]>) -> Tera {
        let points = known.unwrap_or(&self.points);
        let of = |kind| points.iter().filter(|point| point.kind == kind).count();
        let alignment = self.resolved.block.process_alignment.as_ref();
        let facts = alignment.into_iter().flat_map(|it| &it.facts);
        let counts = [
            ("elements", self.elements()),
            ("prefilled", facts.filter(|it| it.from.is_some()).count()),
            ("points", points.len()),
            ("proposals", of(BracketKind::Proposal)),
            ("open", of(BracketKind::Open)),
            ("missing", of(BracketKind::Missing)),
        ];
        let mut map = tera::Map::default();
        for (name, count) in counts {
            map.insert(name.into(), (count as u64).into());
        }
        map.into()
    }

    fn field(&mut self, node: Option<&Node>, field: &model::Field, path: &str, item: &str) -> Tera {
        let below = join(path, field.key);
        let node = node.and_then(|node| node.get(field.key));
        self.value(node, (field.shape)(), &below, field.key, item)
    }

    fn value(
        &mut self,
        node: Option<&Node>,
        shape: Shape,
        path: &str,
        key: &'static str,
        item: &str,
    ) -> Tera {
        let node = node.filter(|node| !matches!(node.value, Value::Null));
        match shape {
            Shape::Record(record) => {
                let mut map = tera::Map::default();
                for field in record.fields {
                    let value = self.field(node, field, path, item);
                    map.insert(field.key.into(), value);
                }
                map.into()
            }
            Shape::List(of) => {
                let Some(Node { value: Value::List(items), .. }) = node else {
                    return Vec::<Tera>::new().into();
                };
                if TABLES_ONLY.contains(&key) {
                    self.note_points(items, of(), path, key, item);
                    return Vec::<Tera>::new().into();
                }
                let shape = of();
                let values = items.iter().enumerate().map(|(at, it)| {
                    let path = format!("{path}[{}]", item_key(shape, it, at));
                    let name = join_names(item, self.item_name(it, shape));
                    self.value(Some(it), shape, &path, key, &name)
                });
                values.collect::<Vec<_>>().into()
            }
            Shape::PerName(_) => Tera::none(),
            _ => match node {
                None => missing(path),
                Some(node) => self.leaf(node, shape, path, key, item),
            },
        }
    }

    /// Notes the points in a list whose values the templates do not see.
    fn note_points(
        &mut self,
        items: &[Node],
        shape: Shape,
        path: &str,
        key: &'static str,
        outer: &str,
    ) {
        for (at, item) in items.iter().enumerate() {
            let path = format!("{path}[{}]", item_key(shape, item, at));
            self.note_points_in(item, shape, &path, key, outer, true);
        }
    }

    fn note_points_in(
        &mut self,
        node: &Node,
        shape: Shape,
        path: &str,
        key: &'static str,
        outer: &str,
        is_item: bool,
    ) {
        match (shape, &node.value) {
            (Shape::Record(record), Value::Map(entries)) => {
                let mut name = None;
                for entry in entries {
                    let Some(field) = record.field(&entry.key.value) else { continue };
                    let shape = (field.shape)();
                    if matches!(shape, Shape::Text | Shape::Scalar(_) | Shape::Choice(_)) {
                        continue;
                    }
                    let name = name.get_or_insert_with(|| {
                        let own = if is_item {
                            self.item_name(node, Shape::Record(record))
                        } else {
                            String::new()
                        };
                        join_names(outer, own)
                    });
                    let (below, name) = (join(path, field.key), name.clone());
                    self.note_points_in(&entry.value, shape, &below, field.key, &name, false);
                }
            }
            (Shape::List(of), Value::List(items)) => {
                self.note_points(items, of(), path, key, outer);
            }
            (Shape::Negotiable(inner), _) if negotiation_key(node).is_some() => {
                self.point(node, inner(), path, key, outer);
            }
            _ => {}
        }
    }

    fn leaf(
        &mut self,
        node: &Node,
        shape: Shape,
        path: &str,
        key: &'static str,
        item: &str,
    ) -> Tera {
        if let Shape::Negotiable(inner) = shape {
            if negotiation_key(node).is_some() {
                self.point(node, inner(), path, key, item);
                let inlines = self.print(node, shape, path);
                return self.keep("", inlines);
            }
            return self.value(Some(node), inner(), path, key, item);
        }
        if let Shape::Text = shape {
            return match text(node, self.lang) {
                None => missing(path),
                Some((text, None)) if !is_stale(node, self.lang) => self.text(text, path),
                Some(_) => {
                    let inlines = self.print(node, shape, path);
                    self.keep("", inlines)
                }
            };
        }
        let Some(written) = node.text() else { return missing(path) };
        if matches!(shape, Shape::Scalar(kind) if is_plain(kind)) {
            return Tera::normal_string(written);
        }
        let inlines = self.print(node, shape, path);
        self.keep(written, inlines)
    }

    /// A text: as it is, or a link to it where its author has put marks.
    fn text(&mut self, text: &str, path: &str) -> Tera {
        if prose::is_marked(path) {
            let blocks = prose::read(text);
            let is_plain = matches!(blocks.as_slice(), [Block::Paragraph(run)]
                if matches!(run.as_slice(), [Inline::Text(words)] if words == text.trim()));
            if !is_plain {
                let inlines = prose::flat(&blocks);
                self.shown.push(Shown { written: String::new(), inlines, blocks });
                return self.link();
            }
        }
        Tera::normal_string(text)
    }

    /// Keeps a value and gives the link to it.
    pub(super) fn keep(&mut self, written: &str, inlines: Inlines) -> Tera {
        self.shown.push(Shown { written: written.to_owned(), inlines, blocks: Vec::new() });
        self.link()
    }

    /// The link to the value that was kept last.
    fn link(&self) -> Tera {
        Tera::safe_string(&format!("[](gnc:value/{})", self.shown.len() - 1))
    }

    /// Notes a point that is not agreed.
    fn point(&mut self, node: &Node, inner: Shape, path: &str, key: &str, item: &str) {
        if self.by_path.contains_key(path) {
            return;
        }
        let mut point = Point {
            path: path.to_owned(),
            subject: subject(key, item, path, self.lang),
            kind: BracketKind::Open,
            positions: Vec::new(),
            owner: String::new(),
            due: String::new(),
            due_on: String::new(),
            note: Vec::new(),
            anchor: String::new(),
            place: String::new(),
        };
        if let Some(Value::Map(entries)) = node.get("proposals").map(|it| &it.value) {
            point.kind = BracketKind::Proposal;
            for entry in entries {
                let value = self.print(&entry.value, inner, path);
                point.positions.push(Position { party: entry.key.value.to_string(), value });
            }
        } else if let Some(open) = node.get("open") {
            let text = |key: &str| open.get(key).and_then(Node::text).unwrap_or("");
            text("owner").clone_into(&mut point.owner);
            if let Some(due) = model::Date::parse(text("due")) {
                point.due = values::date(&due, self.lang);
                text("due").clone_into(&mut point.due_on);
            }
            if let Some(note) = open.get("note") {
                point.note = self.print(note, Shape::Text, path);
            }
        }
        self.by_path.insert(path.to_owned(), self.points.len());
        self.points.push(point);
    }

    /// The bracket for what the block does not say, and its place among the points.
    pub(super) fn missing(&mut self, path: &str) -> Inline {
        let position = self.by_path.get(path).copied().unwrap_or_else(|| {
            let key = path.rsplit('.').next().unwrap_or(path);
            self.points.push(Point {
                path: path.to_owned(),
                subject: subject(key, "", path, self.lang),
                kind: BracketKind::Missing,
                positions: Vec::new(),
                owner: String::new(),
                due: String::new(),
                due_on: String::new(),
                note: Vec::new(),
                anchor: String::new(),
                place: String::new(),
            });
            self.by_path.insert(path.to_owned(), self.points.len() - 1);
            self.points.len() - 1
        });
        Inline::Bracket(Bracket {
            kind: BracketKind::Missing,
            party: String::new(),
            point: position,
            text: vec![Inline::Text(say::NOT_STATED.get(self.lang).to_owned())],
        })
    }

    /// A value as printed; empty for what is not a value by itself.
    pub(super) fn print(&self, node: &Node, shape: Shape, path: &str) -> Inlines {
        let lang = self.lang;
        match shape {
            Shape::Negotiable(inner) if negotiation_key(node).is_some() => {
                self.brackets(node, inner(), path)
            }
            Shape::Negotiable(inner) => self.print(node, inner(), path),
            Shape::Text => match text(node, lang) {
                None => Vec::new(),
                Some((text, None)) if is_stale(node, lang) => {
                    values::stale(words(text, path), lang)
                }
                Some((text, None)) => words(text, path),
                Some((text, Some(other))) => values::foreign(words(text, path), other, lang),
            },
            Shape::Choice(choice) => {
                vec![Inline::Text(label(choice, node.text().unwrap_or(""), lang))]
            }
            Shape::Scalar(kind) if matches!(kind.name, "Versioned" | "ElementPath") => {
                vec![Inline::Code(node.text().unwrap_or("").to_owned())]
            }
            Shape::Scalar(kind) => {
                vec![Inline::Text(values::scalar(kind, node.text().unwrap_or(""), lang))]
            }
            Shape::List(of) => {
                let Value::List(items) = &node.value else { return Vec::new() };
                let mut out = Vec::new();
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        let last = at + 1 == items.len();
                        let between = if last { say::AND.get(lang) } else { ", " };
                        out.push(Inline::Text(between.to_owned()));
                    }
                    out.extend(self.print(item, of(), path));
                }
                out
            }
            Shape::Record(_) | Shape::PerName(_) | Shape::Fragment => Vec::new(),
        }
    }

    /// Whether a point that is not agreed stands at this path.
    pub(super) fn is_point(&self, path: &str) -> bool {
        self.by_path.contains_key(path)
    }

    /// What people call an item: its name or title, else what it is about, else its key.
    pub(super) fn item_name(&self, item: &Node, shape: Shape) -> String {
        let lang = self.lang;
        let called = ["title", "name", "event", "label"].iter().find_map(|key| {
            let (text, _) = text(item.get(key)?, lang)?;
            Some(text.trim_end_matches('.').to_owned())
        });
        let party = || item.get("party").and_then(Node::text);
        let role = || {
            let role = plain(&self.key(item, shape, "", "role"));
            let role = if role.is_empty() { None } else { Some(role) };
            Some(format!("{}, {}", party()?, role?))
        };
        let carried = || {
            let names = plain(&self.names(item, "messages", "process_alignment.messages"));
            item.get("messages").map(|_| names)
        };
        let keyed = || {
            ["id", "path", "code"].iter().find_map(|key| Some(item.get(key)?.text()?.to_owned()))
        };
        let direction =
            || Some(format!("{} → {}", item.get("from")?.text()?, item.get("to")?.text()?));
        called
            .or_else(role)
            .or_else(carried)
            .or_else(keyed)
            .or_else(direction)
            .or_else(|| party().map(str::to_owned))
            .unwrap_or_default()
    }

    /// What an item of a list is called; its identifier when it has no name.
    pub(super) fn called(&self, list: &'static str, id: &str) -> Inlines {
        let name = self.names.get(&(list, id)).cloned();
        name.unwrap_or_else(|| vec![Inline::Code(id.to_owned())])
    }

    /// The positions of the Parties, or the placeholder, as treaty drafters write them.
    fn brackets(&self, node: &Node, inner: Shape, path: &str) -> Inlines {
        let point = self.by_path.get(path).copied().unwrap_or(0);
        let lang = self.lang;
        if let Some(Value::Map(entries)) = node.get("proposals").map(|it| &it.value) {
            let mut out = Vec::new();
            for entry in entries {
                if !out.is_empty() {
                    out.push(Inline::Text(" ".to_owned()));
                }
                let party = &*entry.key.value;
                let mut text = vec![Inline::Text(say::POSITION.with(lang, &[("party", party)]))];
                text.extend(self.print(&entry.value, inner, path));
                text.push(Inline::Text("]".to_owned()));
                let (kind, party) = (BracketKind::Proposal, party.to_owned());
                out.push(Inline::Bracket(Bracket { kind, party, point, text }));
            }
            return out;
        }
        let (owner, due) =
            self.points.get(point).map_or(("", ""), |point| (&*point.owner, &*point.due));
        let pattern = match (owner.is_empty(), due.is_empty()) {
            (false, false) => say::OPEN_OWNER_DUE,
            (false, true) => say::OPEN_OWNER,
            (true, false) => say::OPEN_DUE,
            (true, true) => say::OPEN,
        };
        let text = pattern.with(lang, &[("owner", owner), ("due", due)]) + "]";
        let (kind, party) = (BracketKind::Open, owner.to_owned());
        vec![Inline::Bracket(Bracket { kind, party, point, text: vec![Inline::Text(text)] })]
    }
}

/// What an item is called within what holds it.
fn join_names(outer: &str, name: String) -> String {
    match (outer, name.as_str()) {
        (_, "") => outer.to_owned(),
        ("", _) => name,
        _ => format!("{outer}, {name}"),
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// What tells an item from others in a path: its key, else its place.
pub(super) fn item_key(shape: Shape, item: &Node, at: usize) -> String {
    let key = match shape {
        Shape::Record(record) => record.key(),
        _ => None,
    };
    let name = key.and_then(|key| item.get(key)).and_then(Node::text);
    name.map_or_else(|| (at + 1).to_string(), str::to_owned)
}

fn subject(key: &str, item: &str, path: &str, lang: Lang) -> Inlines {
    let Some(words) = points::subject(key) else {
        return vec![Inline::Code(path.to_owned())];
    };
    let mut out = vec![Inline::Text(words.get(lang).to_owned())];
    if !item.is_empty() {
        out.push(Inline::Text(format!(" ({item})")));
    }
    out
}

fn missing(path: &str) -> Tera {
    Tera::safe_string(&format!("[](gnc:missing/{path})"))
}

/// A text as a run, with the marks of its author where the place allows them.
fn words(text: &str, path: &str) -> Inlines {
    if prose::is_marked(path) {
        return prose::flat(&prose::read(text));
    }
    vec![Inline::Text(text.to_owned())]
}

/// Whether the text in `lang` renders words that have changed since.
fn is_stale(node: &Node, lang: Lang) -> bool {
    use crate::model::translation::{Standing, standing};
    matches!(standing(node, lang.code()), Standing::Stale { .. })
}

/// A text in `lang`; else in any language, and which that is.
pub(super) fn text(node: &Node, lang: Lang) -> Option<(&str, Option<&str>)> {
    let (text, other) = match &node.value {
        Value::Scalar(scalar) => (&*scalar.text, None),
        Value::Map(entries) => {
            let in_lang = entries.iter().find(|it| &*it.key.value == lang.code());
            if let Some(text) = in_lang.and_then(|it| it.value.text()) {
                (text, None)
            } else {
                let any = entries.iter().find_map(|it| Some((it, it.value.text()?)));
                let (entry, text) = any?;
                (text, Some(&*entry.key.value))
            }
        }
        _ => return None,
    };
    (!text.trim().is_empty()).then_some((text, other))
}

/// Forms of string that are printed as they are written.
fn is_plain(kind: &ScalarKind) -> bool {
    !matches!(
        kind.name,
        "Date" | "Duration" | "Percent" | "Count" | "Flag" | "Versioned" | "ElementPath"
    )
}

fn label(choice: &Choice, id: &str, lang: Lang) -> String {
    let variant = choice.variants.iter().find(|variant| variant.id == id);
    variant.map_or(id, |variant| variant.label.get(lang)).to_owned()
}
