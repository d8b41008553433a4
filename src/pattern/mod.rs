//! Patterns: steps, messages, rules that repeat from process to process, written once and used with
//! parameters.
//!
//! An item `{pattern: acknowledged-push@1.0.0, with: {…}}` of a list stands for the items that the
//! pattern has for such a list. They are put in its place before anything else reads the block, so
//! nothing behind this layer knows of patterns. A value that is a parameter keeps the place where
//! the block wrote it; everything else has its place in the pattern.

mod codes;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diag::{Finding, Findings};
use crate::model::closest;
use crate::syntax::{Entry, Node, Scalar, Value};
use crate::text::{Span, Spanned};
use crate::words::{Label, Words};

pub use codes::CODES;

/// The key of an item that stands for those of a pattern.
pub const USE: &str = "pattern";
/// The key of the values of its parameters.
pub const WITH: &str = "with";
/// How deep patterns may use patterns.
const DEEPEST: usize = 4;
/// Most items that the patterns of one block may give.
const MOST: usize = 20_000;

/// A pattern.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// Its parameters, in the order of the file.
    pub parameters: Vec<Parameter>,
    /// The whole file: a list for each key of a list in which it can be used.
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

    /// The lists that it has items for.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        let entries = match &self.root.value {
            Value::Map(entries) => &entries[..],
            _ => &[],
        };
        let lists = entries.iter().filter(|it| matches!(it.value.value, Value::List(_)));
        lists.map(|it| &*it.key.value)
    }

    fn part(&self, list: &str) -> Option<&[Node]> {
        match &self.root.get(list)?.value {
            Value::List(items) => Some(items),
            _ => None,
        }
    }
}

/// The patterns that a block names, each once, as `acknowledged-push@1.0.0`.
pub fn used(root: &Node) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut stack = vec![root];
    while let Some(node) = stack.pop() {
        match &node.value {
            Value::Map(entries) => stack.extend(entries.iter().map(|it| &it.value)),
            Value::List(items) => {
                names.extend(items.iter().filter_map(|it| it.get(USE)?.text()).map(str::to_owned));
                stack.extend(items.iter());
            }
            Value::Null | Value::Scalar(_) => {}
        }
    }
    names
}

/// Where a block names a pattern first.
pub fn place(root: &Node, name: &str) -> Option<Span> {
    let mut stack = vec![root];
    while let Some(node) = stack.pop() {
        match &node.value {
            Value::Map(entries) => stack.extend(entries.iter().rev().map(|it| &it.value)),
            Value::List(items) => {
                let named = items.iter().filter_map(|it| it.get(USE));
                if let Some(found) = named.into_iter().find(|it| it.text() == Some(name)) {
                    return Some(found.span);
                }
                stack.extend(items.iter().rev());
            }
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

impl Expansion<'_> {
    /// The node with its patterns put in; `None` when it names none. `key` is the key it stands at.
    fn node(&mut self, node: &Node, key: &str) -> Option<Node> {
        let value = match &node.value {
            Value::Map(entries) => {
                let mut changed: Option<Vec<Entry>> = None;
                for (at, entry) in entries.iter().enumerate() {
                    if let Some(value) = self.node(&entry.value, &entry.key.value) {
                        changed.get_or_insert_with(|| entries.to_vec())[at].value = value;
                    }
                }
                Value::Map(changed?.into())
            }
            Value::List(items) => {
                let is_use = |it: &Node| it.get(USE).is_some();
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

    /// The items of the pattern that `item` names, for a list under `key`.
    fn put_in(&mut self, item: &Node, key: &str, all: &mut Vec<Node>) {
        let Some(entry) = item.entry(USE) else { return };
        let (name, span) = (entry.value.text().unwrap_or(""), entry.value.span);
        let patterns = self.patterns;
        let pattern = match patterns.get(name) {
            None => return self.unknown(name, span),
            Some(None) => return self.broken(name, span),
            Some(Some(_)) if self.depth >= DEEPEST => return self.broken(name, span),
            Some(Some(pattern)) => pattern,
        };
        let Some(part) = pattern.part(key) else {
            let known = pattern.parts().collect::<Vec<_>>().join(", ");
            let finding = Finding::new(&codes::NO_SUCH_PART, span).arg("name", name);
            return self.findings.add(finding.arg("list", key).arg("known", known));
        };
        let Some(values) = self.values(item, name, span, pattern) else { return };
        if part.len() > self.left {
            return self.broken(name, span);
        }
        self.left -= part.len();
        self.depth += 1;
        for node in part {
            let filled = filled(node, &values, None);
            all.push(self.node(&filled, key).unwrap_or(filled));
        }
        self.depth -= 1;
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

    /// The value of each parameter; `None` when one is missing.
    fn values<'n>(
        &mut self,
        item: &'n Node,
        name: &str,
        span: Span,
        pattern: &'n Pattern,
    ) -> Option<BTreeMap<&'n str, &'n Node>> {
        let own = match &item.value {
            Value::Map(entries) => &entries[..],
            _ => &[],
        };
        let with = match item.get(WITH).map(|it| &it.value) {
            Some(Value::Map(entries)) => &entries[..],
            _ => &[],
        };
        let ids = || pattern.parameters.iter().map(|it| it.id.as_str());
        let strange = own.iter().filter(|it| !matches!(&*it.key.value, USE | WITH));
        let strange = strange.chain(with.iter().filter(|it| ids().all(|id| id != &*it.key.value)));
        for entry in strange {
            let finding = Finding::new(&codes::UNKNOWN_PARAMETER, entry.key.span);
            let known = ids().collect::<Vec<_>>().join(", ");
            let finding = finding.arg("parameter", &entry.key.value).arg("name", name);
            self.findings.add(finding.arg("known", known));
        }
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
