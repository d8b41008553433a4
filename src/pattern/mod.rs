//! Patterns: steps, messages, rules that repeat from process to process, written once and used with
//! parameters.
//!
//! An item `{pattern: acknowledged-push@1.0.0, with: {…}}` of a list stands for the items that the
//! pattern has for such a list; a mapping with the same two keys receives what the pattern has for
//! such a mapping, as far as it does not say it itself. They are put in place before anything else
//! reads the block, so nothing behind this layer knows of patterns. A value that is a parameter
//! keeps the place where the block wrote it; everything else has its place in the pattern.

mod codes;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diag::{Finding, Findings};
use crate::model::closest;
use crate::model::{PATTERN as USE, PATTERN_WITH as WITH};
use crate::syntax::{Entry, Node, Scalar, Value};
use crate::text::{Span, Spanned};
use crate::words::{Label, Words};

pub use codes::CODES;

/// How deep patterns may use patterns.
const DEEPEST: usize = 4;
/// Most items that the patterns of one block may give.
const MOST: usize = 20_000;

/// A pattern.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// Its parameters, in the order of the file.
    pub parameters: Vec<Parameter>,
    /// The whole file: a list or a mapping for each key at which it can be used.
    root: Node,
}

/// A parameter of a pattern.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// The name by which a block gives it.
    pub id: String,
    /// What it is.
    pub meaning: Label,
    /// Where the pattern declares it.
    span: Span,
    default: Option<Node>,
}

impl Pattern {
    /// Reads the file with this root; `None` when it is no pattern.
    pub fn read(root: &Node) -> Option<Self> {
        let control = root.get(USE)?;
        let Value::List(listed) = &control.get("parameters")?.value else { return None };
        let mut parameters = Vec::with_capacity(listed.len());
        for item in listed {
            let meaning = item.get("meaning");
            let text = |lang: &str| meaning.and_then(|it| it.get(lang)?.text()).unwrap_or("");
            parameters.push(Parameter {
                id: item.get("id")?.text()?.to_owned(),
                meaning: Label::new(text("en"), text("fr")),
                span: item.get("id").map_or(item.span, |it| it.span),
                default: item.get("default").cloned(),
            });
        }
        Some(Self { parameters, root: root.clone() })
    }

    /// The lists and mappings that it has something for.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        let parts = entries_of(&self.root)
            .iter()
            .filter(|it| *it.key.value != *USE && it.value.text().is_none());
        parts.map(|it| &*it.key.value)
    }

    /// The part for this key. A misspelt key has the part that was meant: the reader of the block,
    /// which tells of it, goes on in the same way.
    fn part(&self, key: &str) -> Option<&Node> {
        self.root.get(key).or_else(|| self.root.get(closest(key, self.parts())?))
    }

    /// The items for a list at this key.
    fn items(&self, key: &str) -> Option<&[Node]> {
        match &self.part(key)?.value {
            Value::List(items) => Some(items),
            _ => None,
        }
    }

    /// The entries for a mapping at this key.
    fn entries(&self, key: &str) -> Option<&[Entry]> {
        match &self.part(key).filter(|_| key != USE)?.value {
            Value::Map(entries) => Some(entries),
            _ => None,
        }
    }
}

/// The patterns that a block names, each once, as `acknowledged-push@1.0.0`.
pub fn used(root: &Node) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut stack = vec![root];
    while let Some(node) = stack.pop() {
        names.extend(node.get(USE).and_then(Node::text).map(str::to_owned));
        match &node.value {
            Value::Map(entries) => stack.extend(entries.iter().map(|it| &it.value)),
            Value::List(items) => stack.extend(items.iter()),
            Value::Null | Value::Scalar(_) => {}
        }
    }
    names
}

/// Where a block names a pattern first.
pub fn place(root: &Node, name: &str) -> Option<Span> {
    let mut stack = vec![root];
    while let Some(node) = stack.pop() {
        if let Some(found) = node.get(USE).filter(|it| it.text() == Some(name)) {
            return Some(found.span);
        }
        match &node.value {
            Value::Map(entries) => stack.extend(entries.iter().rev().map(|it| &it.value)),
            Value::List(items) => stack.extend(items.iter().rev()),
            Value::Null | Value::Scalar(_) => {}
        }
    }
    None
}

/// The patterns at hand, by `id@version`; `None` for one that could not be read.
pub type Patterns = BTreeMap<String, Option<Arc<Pattern>>>;

/// Puts the items of patterns in the place of those that name them. `known` are the names that
/// exist, to help with one that does not.
pub fn expand(root: &mut Node, patterns: &Patterns, known: &[String]) -> Findings {
    let mut expansion =
        Expansion { patterns, known, findings: Findings::default(), left: MOST, depth: 0 };
    if let Some(expanded) = expansion.node(root, "") {
        *root = expanded;
    }
    expansion.findings
}

struct Expansion<'a> {
    patterns: &'a Patterns,
    known: &'a [String],
    findings: Findings,
    /// How many items may still be put in.
    left: usize,
    depth: usize,
}

impl<'a> Expansion<'a> {
    /// The node with its patterns put in; `None` when it names none. `key` is the key it stands at.
    fn node(&mut self, node: &Node, key: &str) -> Option<Node> {
        let value = match &node.value {
            Value::Map(_) if is_use(node) && !key.is_empty() => {
                Value::Map(self.completed(node, key).into())
            }
            Value::Map(entries) => Value::Map(self.entries(entries)?.into()),
            Value::List(items) => {
                if !items.iter().any(is_use) {
                    let mut changed: Option<Vec<Node>> = None;
                    for (at, item) in items.iter().enumerate() {
                        if let Some(value) = self.node(item, key) {
                            changed.get_or_insert_with(|| items.to_vec())[at] = value;
                        }
                    }
                    return Some(Node { span: node.span, value: Value::List(changed?.into()) });
                }
                let mut all = Vec::with_capacity(items.len() + 8);
                for item in items {
                    match is_use(item) {
                        true => self.put_in(item, key, &mut all),
                        false => all.push(self.node(item, key).unwrap_or_else(|| item.clone())),
                    }
                }
                Value::List(all.into())
            }
            Value::Null | Value::Scalar(_) => return None,
        };
        Some(Node { span: node.span, value })
    }

    /// These entries with the patterns below them put in; `None` when there are none.
    fn entries(&mut self, entries: &[Entry]) -> Option<Vec<Entry>> {
        let mut changed: Option<Vec<Entry>> = None;
        for (at, entry) in entries.iter().enumerate() {
            if let Some(value) = self.node(&entry.value, &entry.key.value) {
                changed.get_or_insert_with(|| entries.to_vec())[at].value = value;
            }
        }
        changed
    }

    /// The items of the pattern that `item` names, for a list under `key`.
    fn put_in(&mut self, item: &Node, key: &str, all: &mut Vec<Node>) {
        let Some((pattern, name, span)) = self.named(item) else { return };
        let Some(part) = pattern.items(key) else {
            return self.no_part(pattern, key, name, span);
        };
        let own = entries_of(item).iter().filter(|it| !matches!(&*it.key.value, USE | WITH));
        self.strange(own, pattern, name);
        let Some(values) = self.values(item, name, span, pattern) else { return };
        if !self.takes(part.len(), name, span) {
            return;
        }
        self.depth += 1;
        for node in part {
            let filled = filled(node, &values, None);
            if is_use(&filled) {
                self.put_in(&filled, key, all);
            } else {
                all.push(self.node(&filled, key).unwrap_or(filled));
            }
        }
        self.depth -= 1;
    }

    /// The entries of the mapping `node` under `key`, completed by those of the pattern that it
    /// names: what the mapping says itself stays.
    fn completed(&mut self, node: &Node, key: &str) -> Vec<Entry> {
        let own = entries_of(node).iter().filter(|it| !matches!(&*it.key.value, USE | WITH));
        let own: Vec<Entry> = own.cloned().collect();
        let mut all = self.entries(&own).unwrap_or(own);
        let Some((pattern, name, span)) = self.named(node) else { return all };
        let Some(part) = pattern.entries(key) else {
            self.no_part(pattern, key, name, span);
            return all;
        };
        let Some(values) = self.values(node, name, span, pattern) else { return all };
        if !self.takes(part.len(), name, span) {
            return all;
        }
        self.depth += 1;
        for entry in part.iter().filter(|it| node.get(&it.key.value).is_none()) {
            let filled = filled(&entry.value, &values, None);
            let value = self.node(&filled, &entry.key.value).unwrap_or(filled);
            all.push(Entry { key: entry.key.clone(), value });
        }
        self.depth -= 1;
        all
    }

    /// The pattern that `node` names, its name and where it is named.
    fn named<'n>(&mut self, node: &'n Node) -> Option<(&'a Pattern, &'n str, Span)> {
        let named = node.get(USE)?;
        let (name, span) = (named.text().unwrap_or(""), named.span);
        let patterns = self.patterns;
        match patterns.get(name) {
            None => self.unknown(name, span),
            Some(Some(pattern)) if self.depth < DEEPEST => {
                return Some((&**pattern, name, span));
            }
            Some(_) => self.broken(name, span),
        }
        None
    }

    fn no_part(&mut self, pattern: &Pattern, key: &str, name: &str, span: Span) {
        let known = pattern.parts().collect::<Vec<_>>().join(", ");
        let finding = Finding::new(&codes::NO_SUCH_PART, span).arg("name", name);
        self.findings.add(finding.arg("list", key).arg("known", known));
    }

    /// Whether so much may still be put in.
    fn takes(&mut self, count: usize, name: &str, span: Span) -> bool {
        let left = self.left.checked_sub(count);
        match left {
            Some(left) => self.left = left,
            None => self.broken(name, span),
        }
        left.is_some()
    }

    fn unknown(&mut self, name: &str, span: Span) {
        let finding = Finding::new(&codes::UNKNOWN_PATTERN, span).arg("name", name);
        let close = closest(name, self.known.iter().map(String::as_str));
        self.findings.add(match close {
            Some(word) => finding.arg_words("hint", codes::MEANT).arg("word", word),
            None => finding.arg_words("hint", codes::NO_HINT),
        });
    }

    fn broken(&mut self, name: &str, span: Span) {
        self.findings.add(Finding::new(&codes::BROKEN_PATTERN, span).arg("name", name));
    }

    /// Parameters that are not given by name.
    fn nameless(&mut self, with: &Node, name: &str, pattern: &Pattern) {
        let finding = Finding::new(&codes::NAMELESS_PARAMETERS, with.span).arg("name", name);
        self.findings.add(finding.arg("known", known(pattern)));
    }

    /// Names that the pattern does not know.
    fn strange<'e>(
        &mut self,
        entries: impl Iterator<Item = &'e Entry>,
        pattern: &Pattern,
        name: &str,
    ) {
        for entry in entries {
            let finding = Finding::new(&codes::UNKNOWN_PARAMETER, entry.key.span);
            let finding = finding.arg("parameter", &entry.key.value).arg("name", name);
            self.findings.add(finding.arg("known", known(pattern)));
        }
    }

    /// The value of each parameter; `None` when one is missing, or they are not given by name.
    fn values<'n>(
        &mut self,
        item: &'n Node,
        name: &str,
        span: Span,
        pattern: &'n Pattern,
    ) -> Option<BTreeMap<&'n str, &'n Node>> {
        let with = item.get(WITH);
        // Nothing under the key is no parameter; a text or a list is values without their names.
        if let Some(with) = with.filter(|it| !matches!(it.value, Value::Null | Value::Map(_))) {
            self.nameless(with, name, pattern);
            return None;
        }
        let with = with.map_or(&[][..], entries_of);
        let is_known = |it: &&Entry| pattern.parameters.iter().any(|own| *own.id == *it.key.value);
        self.strange(with.iter().filter(|it| !is_known(it)), pattern, name);
        let mut values = BTreeMap::new();
        let mut whole = true;
        for parameter in &pattern.parameters {
            let given = with.iter().find(|it| *it.key.value == *parameter.id).map(|it| &it.value);
            if let Some(value) = given.or(parameter.default.as_ref()) {
                values.insert(parameter.id.as_str(), value);
            } else {
                whole = false;
                let finding = Finding::new(&codes::MISSING_PARAMETER, span);
                let finding = finding.arg("name", name).arg("parameter", &parameter.id);
                self.findings.add(finding.note(parameter.span, codes::DECLARED));
            }
        }
        whole.then_some(values)
    }
}

/// The names of the parameters of a pattern, in its order.
fn known(pattern: &Pattern) -> String {
    let names: Vec<_> = pattern.parameters.iter().map(|it| it.id.as_str()).collect();
    names.join(", ")
}

/// Whether a node names a pattern.
fn is_use(node: &Node) -> bool {
    node.get(USE).is_some()
}

/// The entries of a mapping; none of anything else.
fn entries_of(node: &Node) -> &[Entry] {
    match &node.value {
        Value::Map(entries) => entries,
        _ => &[],
    }
}

/// The node with the parameters put in; `lang` is the language that it is written in.
fn filled(node: &Node, values: &BTreeMap<&str, &Node>, lang: Option<&str>) -> Node {
    let value = match &node.value {
        Value::Null => Value::Null,
        Value::Scalar(scalar) => {
            let whole = scalar.text.strip_prefix("${").and_then(|it| it.strip_suffix('}'));
            if let Some(value) = whole.and_then(|name| values.get(name)) {
                return in_lang(value, lang).clone();
            }
            match replaced(&scalar.text, values, lang) {
                None => Value::Scalar(scalar.clone()),
                Some(text) => Value::Scalar(Scalar { text: text.into(), plain: scalar.plain }),
            }
        }
        Value::List(items) => {
            Value::List(items.iter().map(|it| filled(it, values, lang)).collect::<Vec<_>>().into())
        }
        Value::Map(entries) => {
            let entry = |it: &Entry| {
                let key = &*it.key.value;
                let is_lang = key.len() == 2 && key.bytes().all(|it| it.is_ascii_lowercase());
                let lang = if is_lang { Some(key) } else { lang };
                let text = replaced(key, values, None);
                let text = text.map_or_else(|| it.key.value.clone(), Into::into);
                Entry {
                    key: Spanned::new(text, it.key.span),
                    value: filled(&it.value, values, lang),
                }
            };
            Value::Map(entries.iter().map(entry).collect::<Vec<_>>().into())
        }
    };
    Node { span: node.span, value }
}

/// What a value says in `lang`, when it says something in several languages.
fn in_lang<'n>(value: &'n Node, lang: Option<&str>) -> &'n Node {
    lang.and_then(|lang| value.get(lang)).unwrap_or(value)
}

/// A text with each `${name}` replaced; `None` when it has none.
fn replaced(text: &str, values: &BTreeMap<&str, &Node>, lang: Option<&str>) -> Option<String> {
    if !text.contains("${") {
        return None;
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once("${") {
        out.push_str(before);
        let found = tail.split_once('}').and_then(|(name, after)| {
            let value = values.get(name).map(|it| in_lang(it, lang))?;
            Some((value.text()?, after))
        });
        if let Some((value, after)) = found {
            out.push_str(value);
            rest = after;
        } else {
            out.push_str("${");
            rest = tail;
        }
    }
    out.push_str(rest);
    Some(out)
}

/// What is said at the place where a pattern is used, for a finding in the pattern.
pub const USED_HERE: Words =
    crate::words::words("the pattern is used here", "le modèle de processus est employé ici");
