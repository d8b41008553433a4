//! Two trees side by side, by the shape of the format: items by their key, texts as wholes.

use std::collections::{BTreeMap, BTreeSet};

use crate::diff::laws::{self, Site};
use crate::diff::{Change, Kind, Side};
use crate::model::{Block, Lower, Record, Shape, negotiation_key};
use crate::resolve::Resolved;
use crate::syntax::{Node, Value};
use crate::text::Span;

/// Every change, in the order of the format.
pub(super) fn changes(old: &Resolved, new: &Resolved) -> Vec<Change> {
    let mut walk = Walk { old, new, changes: Vec::new(), items: Vec::new() };
    let at = At { shape: Block::shape(), record: "", key: "" };
    walk.both(at, String::new(), &old.tree, &new.tree);
    walk.changes
}

/// What may stand at a place: its shape, and the record and key that hold it.
#[derive(Clone, Copy)]
struct At {
    shape: Shape,
    record: &'static str,
    key: &'static str,
}

struct Walk<'a> {
    old: &'a Resolved,
    new: &'a Resolved,
    changes: Vec<Change>,
    /// The keys of the items that hold the present place, the outermost first.
    items: Vec<&'a str>,
}

/// A value and the place to point at for it.
type Found<'a> = (&'a Node, Span);

impl<'a> Walk<'a> {
    fn both(&mut self, at: At, path: String, old: &'a Node, new: &'a Node) {
        match (at.shape, &old.value, &new.value) {
            // What a profile inherits, it holds together with its framework.
            (_, Value::Map(ours), Value::Map(theirs)) if ours.is(theirs) => {}
            (_, Value::List(ours), Value::List(theirs)) if ours.is(theirs) => {}
            (Shape::Record(record), Value::Map(_), Value::Map(_)) => {
                self.record(record, &path, old, new);
            }
            (Shape::List(of), Value::List(ours), Value::List(theirs)) => {
                let at = At { shape: of(), ..at };
                match at.shape {
                    Shape::Record(record) if record.key().is_some() => {
                        self.keyed(at, record.key().unwrap_or_default(), &path, ours, theirs);
                    }
                    Shape::Record(_) => self.numbered(at, &path, ours, theirs),
                    _ => self.plain(at, &path, ours, theirs),
                }
            }
            (Shape::Negotiable(inner), ..)
                if negotiation_key(old).is_none() && negotiation_key(new).is_none() =>
            {
                self.both(At { shape: inner(), ..at }, path, old, new);
            }
            (Shape::PerName(of), Value::Map(ours), Value::Map(theirs)) => {
                let at = At { shape: of(), ..at };
                let names = ours.iter().chain(theirs.iter()).map(|it| &*it.key.value);
                let mut met = BTreeSet::new();
                for name in names.filter(|it| met.insert(*it)) {
                    let found =
                        |node: &'a Node| node.entry(name).map(|it| (&it.value, it.key.span));
                    self.one(at, format!("{path}.{name}"), found(old), found(new));
                }
            }
            _ if is_same(old, new) => {}
            _ => self.add(at, path, Kind::Changed, Some((old, old.span)), Some((new, new.span))),
        }
    }

    /// What stands at one place on either side, or on one only.
    fn one(&mut self, at: At, path: String, old: Option<Found<'a>>, new: Option<Found<'a>>) {
        match (old, new) {
            (Some((old, _)), Some((new, _))) => self.both(at, path, old, new),
            (None, None) => {}
            (Some(_), None) => self.add(at, path, Kind::Removed, old, None),
            (None, Some(_)) => self.add(at, path, Kind::Added, None, new),
        }
    }

    fn record(&mut self, record: &'static Record, path: &str, old: &'a Node, new: &'a Node) {
        for field in record.fields {
            let found = |node: &'a Node| {
                let entry = node.entry(field.key)?;
                let written = !matches!(entry.value.value, Value::Null);
                written.then_some((&entry.value, entry.key.span))
            };
            let dot = if path.is_empty() { "" } else { "." };
            let at = At { shape: (field.shape)(), record: record.name, key: field.key };
            self.one(at, format!("{path}{dot}{}", field.key), found(old), found(new));
        }
    }

    fn keyed(&mut self, at: At, key: &str, path: &str, ours: &'a [Node], theirs: &'a [Node]) {
        let name = |node: &'a Node| node.get(key).and_then(Node::text);
        let by_name = |items: &'a [Node]| {
            let mut map: BTreeMap<&'a str, &'a Node> = BTreeMap::new();
            for item in items {
                if let Some(name) = name(item) {
                    map.entry(name).or_insert(item);
                }
            }
            map
        };
        let (old, new) = (by_name(ours), by_name(theirs));
        let place = |node: &'a Node| node.get(key).map_or(node.span.head(), |it| it.span);
        let mut met = BTreeSet::new();
        let common: Vec<&str> = ours
            .iter()
            .filter_map(name)
            .filter(|it| new.contains_key(it) && met.insert(*it))
            .collect();
        let stayed = stayed(&common, theirs.iter().filter_map(name));
        let mut met = BTreeSet::new();
        let names = theirs.iter().chain(ours.iter()).filter_map(name);
        for item in names.filter(|it| met.insert(*it)) {
            let path = format!("{path}[{item}]");
            let found = |of: &BTreeMap<&'a str, &'a Node>| of.get(item).map(|it| (*it, place(it)));
            self.items.push(item);
            if let (Some(before), Some(after)) = (found(&old), found(&new))
                && !stayed.contains(item)
            {
                self.add(at, path.clone(), Kind::Moved, Some(before), Some(after));
            }
            self.one(at, path, found(&old), found(&new));
            self.items.pop();
        }
    }

    /// Records without a key are told apart by their number.
    fn numbered(&mut self, at: At, path: &str, ours: &'a [Node], theirs: &'a [Node]) {
        for place in 0..ours.len().max(theirs.len()) {
            let found = |items: &'a [Node]| items.get(place).map(|it| (it, it.span.head()));
            self.one(at, format!("{path}[#{}]", place + 1), found(ours), found(theirs));
        }
    }

    /// Words of a list are there or not; their order says nothing.
    fn plain(&mut self, at: At, path: &str, ours: &'a [Node], theirs: &'a [Node]) {
        let words =
            |items: &'a [Node]| items.iter().filter_map(Node::text).collect::<BTreeSet<_>>();
        let (before, after) = (words(ours), words(theirs));
        let gone = |it: &&Node| it.text().is_some_and(|text| !after.contains(text));
        let new = |it: &&Node| it.text().is_some_and(|text| !before.contains(text));
        let named = |it: &Node| format!("{path}[{}]", it.text().unwrap_or_default());
        for it in ours.iter().filter(gone) {
            self.add(at, named(it), Kind::Removed, Some((it, it.span)), None);
        }
        for it in theirs.iter().filter(new) {
            self.add(at, named(it), Kind::Added, None, Some((it, it.span)));
        }
    }

    fn add(
        &mut self,
        at: At,
        path: String,
        kind: Kind,
        old: Option<Found<'a>>,
        new: Option<Found<'a>>,
    ) {
        let site = Site {
            record: at.record,
            key: at.key,
            item: self.items.last().copied().unwrap_or(""),
            kind,
            old: old.map(|it| it.0),
            new: new.map(|it| it.0),
        };
        let (class, first, reason) = laws::judge(self.old, self.new, &site);
        let side =
            |it: Option<Found<'a>>| it.map(|(value, span)| Side { span, value: value.clone() });
        self.changes.push(Change {
            path,
            kind,
            old: side(old),
            new: side(new),
            class,
            first,
            reason,
        });
    }
}

/// Which of `common`, in their order before, need not be moved to stand in their order after: a
/// longest run that rises in both.
fn stayed<'a>(common: &[&'a str], after: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let place: BTreeMap<&str, usize> =
        after.enumerate().collect::<Vec<_>>().into_iter().rev().map(|(at, it)| (it, at)).collect();
    let places: Vec<usize> = common.iter().map(|it| place.get(it).copied().unwrap_or(0)).collect();
    // Patience sorting: the top of each pile, and what lay on the pile before.
    let mut tops: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; places.len()];
    for (at, here) in places.iter().enumerate() {
        let pile = tops.partition_point(|top| places.get(*top).is_some_and(|it| it < here));
        before[at] = pile.checked_sub(1).and_then(|it| tops.get(it).copied());
        if pile == tops.len() {
            tops.push(at);
        } else {
            tops[pile] = at;
        }
    }
    let mut run = BTreeSet::new();
    let mut at = tops.last().copied();
    while let Some(here) = at {
        run.extend(common.get(here));
        at = before.get(here).copied().flatten();
    }
    run
}

/// Whether two values say the same, wherever they stand and however they are quoted.
pub(super) fn is_same(old: &Node, new: &Node) -> bool {
    let mut stack = vec![(old, new)];
    while let Some((old, new)) = stack.pop() {
        let same = match (&old.value, &new.value) {
            (Value::Null, Value::Null) => true,
            (Value::Scalar(one), Value::Scalar(other)) => one.text == other.text,
            (Value::List(one), Value::List(other)) => {
                stack.extend(one.iter().zip(other.iter()));
                one.len() == other.len()
            }
            (Value::Map(one), Value::Map(other)) => {
                one.len() == other.len()
                    && one.iter().all(|entry| match new.get(&entry.key.value) {
                        Some(value) => {
                            stack.push((&entry.value, value));
                            true
                        }
                        None => false,
                    })
            }
            _ => false,
        };
        if !same {
            return false;
        }
    }
    true
}
