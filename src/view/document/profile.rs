//! What an annex does with the framework that it extends: what it narrows, leaves out, words anew or
//! departs from, and what it settles of the points that the framework leaves to the Parties.
//!
//! The changes are those of `diff` from the framework to the annex; here they are put in order for
//! people who negotiate: one row for a data element, one for a class that is not used as a whole.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

use crate::diff::{Change, Class, Difference, Kind, diff};
use crate::model::{Requirement, Requirements, Shape};
use crate::resolve::{ClusterElement, CodeListRef, Resolved};
use crate::syntax::{Node, Value};
use crate::view::document::changes::{agreed, said, shape_at};
use crate::view::document::columns::drop_empty_columns;
use crate::view::document::context::{Values, text};
use crate::view::document::data;
use crate::view::document::matter::{matter, run, short, worded, words};
use crate::view::document::tables::Directive;
use crate::view::document::{Block, Column, Inline, Inlines, Row, Table, plain};
use crate::words::diff as why;
use crate::words::document as labels;
use crate::words::profile as say;
use crate::words::{Lang, Words};

/// The most codes of a list that a cell names.
const LISTED: usize = 12;

/// Keys that are every annex's own: who the Parties are, on what law, through which bodies.
const OWN: [&str; 9] = [
    "block.",
    "business_case.name",
    "business_case.scope.agreement",
    "business_case.legal_basis",
    "business_case.governance.contacts",
    "technical_interoperability.architecture.ends",
    "technical_interoperability.service_interface.version",
    "technical_interoperability.service_interface.header",
    "annexes",
];

/// The same wherever it stands: which body takes the role of an entity.
const BODIES: &str = "bodies";

const ELEMENTS: &str = "process_alignment.data_cluster.elements[";
const CODE_LISTS: &str = "process_alignment.data_cluster.code_lists[";

/// Where a row stands, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Scope,
    Process,
    NotUsed,
    Elements,
    Codes,
    Technical,
    Wording,
    Departures,
}

impl Part {
    const fn title(self) -> Words {
        match self {
            Self::Scope => say::SCOPE,
            Self::Process => say::PROCESS,
            Self::NotUsed => say::NOT_USED,
            Self::Elements => say::ELEMENTS,
            Self::Codes => say::CODES,
            Self::Technical => say::TECHNICAL,
            Self::Wording => say::WORDING,
            Self::Departures => say::DEPARTURES,
        }
    }
}

/// A row: what is compared, in the framework, in the annex, and what that does.
struct Line {
    part: Part,
    cells: [Inlines; 4],
}

/// What differs from the framework to the block; `None` for a block that extends none.
pub(super) fn difference(resolved: &Resolved) -> Option<Difference> {
    Some(diff(resolved.framework.as_deref()?, resolved))
}

/// How much there is of it, as templates see it.
pub(super) fn counts(values: &Values) -> tera::Value {
    let lines = lines(values);
    let departures = lines.iter().filter(|it| it.part == Part::Departures).count();
    let counts =
        [("listed", lines.len()), ("departures", departures), ("points", settled(values).count())];
    let counts = counts.map(|(name, count)| (name.into(), (count as u64).into()));
    tera::Value::from(counts.into_iter().collect::<tera::Map>())
}

/// What the annex narrows, leaves out, words anew or departs from.
pub(super) fn table(directive: &Directive, caption: Inlines, values: &Values) -> Table {
    let lang = values.lang;
    let mut lines = lines(values);
    lines.sort_by_key(|it| it.part);
    let mut rows = Vec::with_capacity(lines.len() + 8);
    let mut part = None;
    for line in lines {
        if part != Some(line.part) {
            part = Some(line.part);
            let title = words(line.part.title(), lang);
            rows.push(row(true, vec![title, Vec::new(), Vec::new(), Vec::new()]));
        }
        rows.push(row(false, line.cells.into()));
    }
    let columns = vec![
        Column::left(say::MATTER, 8, lang),
        Column::left(say::FRAMEWORK, 5, lang),
        Column::left(say::HERE, 5, lang),
        Column::left(say::EFFECT, 3, lang),
    ];
    directive.table_of(caption, columns, rows)
}

/// What the annex says where the framework leaves a point to the Parties.
pub(super) fn points(directive: &Directive, caption: Inlines, values: &Values) -> Table {
    let lang = values.lang;
    let mut rows = Vec::new();
    let mut part = None;
    for change in settled(values) {
        let here_is = match section(&change.path) {
            Part::Codes => Part::Process,
            other => other,
        };
        if part != Some(here_is) {
            part = Some(here_is);
            rows.push(row(true, vec![words(here_is.title(), lang), Vec::new(), Vec::new()]));
        }
        let note = |it: &Node| Some(text(it.get("open")?.get("note")?, lang)?.0.to_owned());
        let guidance = change.old.as_ref().and_then(|it| note(&it.value)).unwrap_or_default();
        let cells = vec![matter(change, values), run(guidance), here(change, values)];
        rows.push(row(false, cells));
    }
    let columns = vec![
        Column::left(say::MATTER, 5, lang),
        Column::left(say::GUIDANCE, 6, lang),
        Column::left(say::HERE, 5, lang),
    ];
    let mut table = directive.table_of(caption, columns, rows);
    drop_empty_columns(&mut table);
    table
}

fn row(group: bool, cells: Vec<Inlines>) -> Row {
    Row { anchor: String::new(), group, level: 0, cells }
}

/// The changes that are not every annex's own.
fn changes<'a>(values: &Values<'a>) -> impl Iterator<Item = &'a Change> + use<'a> {
    let (found, framework) =
        (values.profile, values.resolved.framework.as_deref().map(Deref::deref));
    let all = found.into_iter().flat_map(|it| &it.changes);
    all.filter(move |it| {
        let own = OWN.iter().any(|own| it.path.starts_with(own));
        let own = own || it.path.split(['.', '[']).any(|key| key == BODIES);
        !own && it.kind != Kind::Moved && !gives_way(it, framework)
    })
}

/// Whether a Party stands where the framework has the placeholder for it.
fn gives_way(change: &Change, framework: Option<&Resolved>) -> bool {
    let old = change.old.as_ref().and_then(|it| it.value.text());
    let stand_in = old.zip(framework).and_then(|(name, framework)| framework.party(name));
    change.kind == Kind::Changed
        && stand_in.is_some_and(|it| it.placeholder.as_ref().is_some_and(|flag| flag.value.0))
}

/// Points that the framework leaves open, and what the annex says there.
fn settled<'a>(values: &Values<'a>) -> impl Iterator<Item = &'a Change> + use<'a> {
    changes(values).filter(|it| is_point(it))
}

fn is_point(change: &Change) -> bool {
    change.reason == why::SETTLED || change.reason == why::NEGOTIATED
}

/// How a change stands to the framework, and whether it departs from it: what is right by the annex
/// may then be wrong by the framework.
fn effect(change: &Change) -> (Words, bool) {
    let reason = change.reason;
    let gone = change.kind == Kind::Removed;
    let new = change.kind == Kind::Added;
    if [why::NARROWER, why::LESS_ALLOWED].contains(&reason) {
        return (say::NARROWER, false);
    }
    if [why::NO_LONGER_OFFERED, why::ELEMENT_REMOVED].contains(&reason) {
        return (say::LEFT_OUT, false);
    }
    if [why::MORE_OFFERED, why::ELEMENT_ADDED, why::MANDATORY_ELEMENT].contains(&reason) {
        return (say::ADDED, true);
    }
    if [why::WIDER, why::MORE_ALLOWED].contains(&reason) {
        return (say::WIDER, true);
    }
    match reason {
        why::MORE_ASKED => (if new { say::ADDED } else { say::NARROWER }, false),
        why::LESS_ASKED if gone => (say::LEFT_OUT, false),
        why::LESS_ASKED => (say::WIDER, true),
        why::REOPENED => (say::REOPENED, true),
        why::OTHER => (say::OTHER, true),
        _ if gone => (say::LEFT_OUT, change.class == Class::Breaking),
        _ if new => (say::ADDED, change.class == Class::Breaking),
        _ => (say::OTHER, change.class == Class::Breaking),
    }
}

/// Every row but those of points, as the changes come.
fn lines(values: &Values) -> Vec<Line> {
    let Some(framework) = values.resolved.framework.as_deref() else { return Vec::new() };
    let mut lines = Vec::new();
    let mut of_elements: BTreeMap<(Part, &str), Vec<&Change>> = BTreeMap::new();
    let mut order: Vec<(Part, &str)> = Vec::new();
    let (mut gone, mut named) = (BTreeSet::new(), BTreeSet::new());
    let all: Vec<&Change> = changes(values).filter(|it| !is_point(it)).collect();
    for change in &all {
        if change.kind == Kind::Removed {
            gone.extend(last_item(&change.path).map(|key| (list_of(&change.path), key)));
        }
        if let (Some(element), Some(new)) = (element(&change.path), &change.new) {
            let codes = element.1 == ".codes";
            named.extend(new.value.text().filter(|_| codes));
        }
    }
    for change in all {
        let shape = shape_at(&change.path);
        let is_text = matches!(shape.map(agreed), Some(Shape::Text));
        if let Some((path, rest)) = element(&change.path).filter(|_| !is_text) {
            if let Some(part) = part_of_element(change, rest) {
                let found = of_elements.entry((part, path)).or_default();
                if found.is_empty() {
                    order.push((part, path));
                }
                found.push(change);
            }
            continue;
        }
        let (effect, departs) = effect(change);
        if change.reason == why::SAME_EFFECT || follows(change, &gone) {
            continue;
        }
        let list = change.path.strip_prefix(CODE_LISTS).and_then(|it| it.split_once(']'));
        if list.is_some_and(|(list, rest)| rest.is_empty() && named.contains(list)) {
            continue; // The element that uses the list shows its codes.
        }
        let (old, new) = (&change.old, &change.new);
        // The framework knows nothing of codes of the annex's own.
        let added = list.and_then(|(list, rest)| added_codes(list, rest, values));
        let departs = departs || added.is_some();
        let (part, effect, cells) = match (old, new) {
            (Some(old), Some(new)) if is_text && !departs_by_point(change) => {
                let cells = worded(&old.value, &new.value, values.lang);
                (Part::Wording, say::REWORDED, cells)
            }
            _ => {
                let part = if departs { Part::Departures } else { section(&change.path) };
                let framework = old.as_ref().map(|it| shown(&it.value, shape, values));
                let none = || words(say::NONE, values.lang);
                let here = added.or_else(|| new.as_ref().map(|_| here(change, values)));
                (part, effect, [framework.unwrap_or_else(none), here.unwrap_or_else(none)])
            }
        };
        let [before, after] = cells;
        let cells = [matter(change, values), before, after, words(effect, values.lang)];
        lines.push(Line { part, cells });
    }
    let unused: BTreeSet<&str> =
        order.iter().filter(|it| it.0 == Part::NotUsed).map(|it| it.1).collect();
    for (part, path) in order {
        let inside = path.match_indices('/').any(|(at, _)| unused.contains(&path[..at]));
        if let Some(changes) = of_elements.get(&(part, path)).filter(|_| !inside) {
            lines.push(of_element(part, path, changes, framework, values));
        }
    }
    lines
}

/// Whether an agreed value is negotiated again: two positions are no text.
fn departs_by_point(change: &Change) -> bool {
    change.reason == why::REOPENED
}

/// The element of a path in the data cluster, and what of it the path means.
fn element(path: &str) -> Option<(&str, &str)> {
    path.strip_prefix(ELEMENTS)?.split_once(']')
}

/// The key of the item at the end of a path.
fn last_item(path: &str) -> Option<&str> {
    Some(path.strip_suffix(']')?.rsplit_once('[')?.1)
}

/// The key of the list that an item at the end of a path stands in.
fn list_of(path: &str) -> &str {
    let list = path.rsplit_once('[').map_or(path, |it| it.0);
    list.rsplit_once('.').map_or(list, |it| it.1)
}

/// Whether a name goes from a list only because what it names is gone.
fn follows(change: &Change, gone: &BTreeSet<(&str, &str)>) -> bool {
    let (list, item) = (list_of(&change.path), last_item(&change.path));
    let is_name = change.old.as_ref().is_some_and(|it| it.value.text().is_some());
    change.kind == Kind::Removed
        && is_name
        && item.is_some_and(|item| gone.iter().any(|(other, key)| *key == item && *other != list))
}

/// The part of the table for a change outside the data elements.
fn section(path: &str) -> Part {
    match path.split(['.', '[']).next() {
        Some("process_alignment") if path.starts_with(CODE_LISTS) => Part::Codes,
        Some("process_alignment") => Part::Process,
        Some("technical_interoperability") => Part::Technical,
        _ => Part::Scope,
    }
}

/// The part of the table for a change of a data element; `None` when it has no effect.
fn part_of_element(change: &Change, rest: &str) -> Option<Part> {
    if change.class == Class::Editorial {
        return None;
    }
    let never = |it: &Node| it.text() == Some(Requirement::NotCommunicated.id());
    let (_, departs) = effect(change);
    Some(match rest {
        _ if departs => Part::Departures,
        "" if change.kind == Kind::Removed => Part::NotUsed,
        ".requirement" if change.new.as_ref().is_some_and(|it| never(&it.value)) => Part::NotUsed,
        ".codes" => Part::Codes,
        _ => Part::Elements,
    })
}

/// What is said of an element, in the order in which a cell says it; the rest stands before it.
const FACETS: [&str; 4] = [".requirement", ".occurs", ".format", ".codes"];

/// The row of a data element.
fn of_element(
    part: Part,
    path: &str,
    changes: &[&Change],
    framework: &Resolved,
    values: &Values,
) -> Line {
    let lang = values.lang;
    let (old, new) = (framework.cluster.find(path), values.resolved.cluster.find(path));
    let mut matter = run(new.or(old).map(|it| data::name(it, lang)).unwrap_or_default());
    if !matter.is_empty() {
        matter.push(Inline::Break);
    }
    matter.push(Inline::Code(path.to_owned()));
    let mut sides = [Vec::new(), Vec::new()];
    let mut effects: Vec<Words> = Vec::new();
    let mut changes = changes.to_vec();
    changes.sort_by_key(|it| FACETS.iter().position(|facet| it.path.ends_with(facet)));
    for change in changes {
        let rest = element(&change.path).map_or("", |it| it.1);
        let nodes = [&change.old, &change.new].map(|it| it.as_ref().map(|it| &it.value));
        let of = [(framework, old), (values.resolved, new)];
        for ((side, node), (block, element)) in sides.iter_mut().zip(nodes).zip(of) {
            side.extend(facet(rest, node, element, block, values));
        }
        let effect = if part == Part::NotUsed { say::LEFT_OUT } else { effect(change).0 };
        if !effects.contains(&effect) {
            effects.push(effect);
        }
    }
    if part == Part::NotUsed {
        sides[1].clear();
        sides[0].extend(old.and_then(|it| below(it, framework, lang)));
    }
    let separator = labels::SEMICOLON.get(lang);
    let [before, after] = sides.map(|it| match it.is_empty() {
        true => words(say::NONE, lang),
        false => run(it.join(separator)),
    });
    let effects: Vec<&str> = effects.iter().map(|it| it.get(lang)).collect();
    Line { part, cells: [matter, before, after, run(effects.join(separator))] }
}

/// How many elements belong to a class.
fn below(element: &ClusterElement, block: &Resolved, lang: Lang) -> Option<String> {
    let at = block.cluster.position(&element.path)?;
    match block.cluster.below(at).len().checked_sub(1)? {
        0 => None,
        1 => Some(say::WITH_ONE.get(lang).to_owned()),
        n => Some(say::WITH_MANY.with(lang, &[("n", &n.to_string())])),
    }
}

/// What an element has on one side, of its own or from its dataset.
fn facet(
    rest: &str,
    node: Option<&Node>,
    element: Option<&ClusterElement>,
    block: &Resolved,
    values: &Values,
) -> Vec<String> {
    let Some(element) = element else { return Vec::new() };
    let codes = || element.codes.as_ref().map(|it| codes(it, block, values.lang));
    let format = || element.format.map(|it| it.to_string());
    match rest {
        "" => {
            let own = element.own.requirement.as_ref().and_then(Requirements::strictest);
            let own = own.map(|it| it.id().to_owned());
            own.into_iter()
                .chain([element.occurs.to_string()])
                .chain(format())
                .chain(codes())
                .collect()
        }
        ".format" => format().into_iter().collect(),
        ".occurs" => vec![element.occurs.to_string()],
        ".codes" => codes().into_iter().collect(),
        _ => match (rest.strip_prefix(".requirement"), node) {
            (Some(message), Some(node)) => requirement(message, node, values),
            (_, Some(node)) => {
                said(node, shape_at(&format!("{ELEMENTS}x]{rest}")), values).into_iter().collect()
            }
            (_, None) => Vec::new(),
        },
    }
}

/// A requirement: for all messages, or for each that it names.
fn requirement(message: &str, node: &Node, values: &Values) -> Vec<String> {
    let one = |message: &str, node: &Node| -> Option<String> {
        let called = plain(&values.called("process_alignment.messages", message));
        let args = [("message", &*called), ("requirement", node.text()?)];
        Some(say::IN_MESSAGE.with(values.lang, &args))
    };
    match (message.strip_prefix('.'), &node.value) {
        (Some(message), _) => one(message, node).into_iter().collect(),
        (None, Value::Map(entries)) => {
            entries.iter().filter_map(|it| one(&it.key.value, &it.value)).collect()
        }
        (None, _) => node.text().map(str::to_owned).into_iter().collect(),
    }
}

/// A code list with its codes, or with how many there are.
fn codes(list: &CodeListRef, block: &Resolved, lang: Lang) -> String {
    let Some(codes) = list.codes(&block.catalogue) else { return list.id.clone() };
    if codes.len() > LISTED {
        let args = [("list", &*list.id), ("n", &codes.len().to_string())];
        return say::COUNTED.with(lang, &args);
    }
    let codes: Vec<&str> = codes.iter().map(|it| it.code.as_str()).collect();
    say::LIST.with(lang, &[("list", &list.id), ("codes", &codes.join(", "))])
}

/// The codes that a list of the annex has besides those of the list that it rests on.
fn added_codes(list: &str, rest: &str, values: &Values) -> Option<Inlines> {
    let used = values.resolved.cluster.elements.iter().filter_map(|it| it.codes.as_ref());
    let list = used.into_iter().find(|it| rest.is_empty() && it.id == list)?;
    let codes: Vec<&str> =
        list.user_codes.iter().filter_map(|it| Some(&*it.code.as_ref()?.value)).collect();
    (!codes.is_empty()).then(|| run(codes.join(", ")))
}

/// What stands in the annex: with square brackets that lead to the list of points, where it is one.
fn here(change: &Change, values: &Values) -> Inlines {
    let Some(new) = &change.new else { return words(say::NONE, values.lang) };
    let shape = shape_at(&change.path);
    let path = change.path.replace("[#", "[");
    match shape {
        Some(shape @ Shape::Negotiable(_)) if values.is_point(&path) => {
            values.print(&new.value, shape, &path)
        }
        _ => shown(&new.value, shape, values),
    }
}

/// A value in few words: what an item is called, or says, where it is one.
fn shown(node: &Node, shape: Option<Shape>, values: &Values) -> Inlines {
    match said(node, shape, values) {
        Some(said) if !said.is_empty() => run(short(&said)),
        _ => words(say::NONE, values.lang),
    }
}

/// The table, or that there is nothing to list.
pub(super) fn blocks(table: Table, nothing: Block) -> Vec<Block> {
    vec![if table.rows.is_empty() { nothing } else { Block::Table(table) }]
}
