//! The lines of a block that is begun: values with the comments that guide its author.

use std::collections::BTreeSet;

use crate::guide::form;
use crate::layout::{blanks, canonical, is_short, item, keyed};
use crate::model::{Block, Field, Record, Shape, item_name, item_shape, record_of};
use crate::start::annex::said;
use crate::syntax::{Node, Value, parse};
use crate::text::Sources;
use crate::words::advice::ADVICE;
use crate::words::{Lang, start};

/// The mark of a comment.
pub(super) const GUIDING: &str = "# ";

/// Most columns of a comment.
const WIDTH: usize = 100;

/// A text that is being written.
pub(super) struct Page {
    /// The language of the comments.
    pub(super) lang: Lang,
    /// The lines.
    pub(super) lines: Vec<String>,
    /// The mark of its comments.
    mark: &'static str,
    /// Keys that were explained already: once is enough.
    said: BTreeSet<(&'static str, &'static str)>,
}

/// The text of a page in its canonical layout, so that `gnc fmt` has nothing to change.
pub(super) fn finished(page: Page) -> String {
    let text = page.lines.join("\n") + "\n";
    let mut sources = Sources::default();
    let file = sources.add("", text.as_str());
    let (tree, _) = parse(&sources, file);
    canonical(&sources, file, &tree).unwrap_or(text)
}

impl Page {
    /// An empty page whose comments have this mark.
    pub(super) const fn new(lang: Lang, mark: &'static str) -> Self {
        Self { lang, lines: Vec::new(), mark, said: BTreeSet::new() }
    }

    /// A comment.
    pub(super) fn say(&mut self, level: usize, text: &str) {
        let before = format!("{}{}", blanks(level), self.mark);
        let mut line = before.clone();
        // What a framework says may hold signs that no comment may.
        let readable: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        for word in readable.split_whitespace() {
            let length = line.chars().count() + 1 + word.chars().count();
            if length > WIDTH && line.len() > before.len() {
                self.lines.push(line.trim_end().to_owned());
                line.clone_from(&before);
            }
            if line.len() > before.len() {
                line.push(' ');
            }
            line.push_str(word);
        }
        self.lines.push(line.trim_end().to_owned());
    }

    /// A block: `base` is the framework that it rests on.
    pub(super) fn block(&mut self, tree: &Node, base: &Node) {
        for field in Block::RECORD.fields {
            let Some(group) = tree.get(field.key) else { continue };
            self.lines.push(String::new());
            if !is_short(group) {
                self.explain(Block::RECORD, field, 0);
                if let Some(advice) = ADVICE.iter().find(|it| it.path == field.key) {
                    self.say(0, advice.how.get(self.lang));
                }
            }
            self.entry(field, group, base.get(field.key), 0);
        }
    }

    /// A key with its value, and what stands below.
    fn entry(&mut self, field: &'static Field, node: &Node, base: Option<&Node>, level: usize) {
        let shape = Some((field.shape)());
        let record = record_of(shape, node);
        match (record, &node.value) {
            (Some(record), Value::Map(_)) => {
                self.lines.push(format!("{}{}:", blanks(level), field.key));
                self.record(record, node, base, level + 1);
            }
            (_, Value::List(items)) if !is_short(node) => {
                self.lines.push(format!("{}{}:", blanks(level), field.key));
                let shape = item_shape(shape);
                for it in items {
                    self.item(shape, it, base, level + 1);
                }
            }
            _ => keyed(field.key, node, level, &mut self.lines),
        }
    }

    fn record(&mut self, record: &'static Record, node: &Node, base: Option<&Node>, level: usize) {
        for field in record.fields {
            let Some(value) = node.get(field.key) else { continue };
            self.explain(record, field, level);
            self.entry(field, value, base.and_then(|base| base.get(field.key)), level);
        }
    }

    /// An item of a list: what the framework calls it, then its keys.
    fn item(&mut self, shape: Option<Shape>, node: &Node, base: Option<&Node>, level: usize) {
        let name = item_name(shape, node);
        let base = match base.map(|it| &it.value) {
            Some(Value::List(items)) => {
                items.iter().find(|it| name.is_some() && item_name(shape, it) == name)
            }
            _ => None,
        };
        if let Some(title) = base.and_then(|it| self.title(it)) {
            self.say(level, &title);
        }
        let Some(record) = record_of(shape, node) else {
            self.lines.extend(item(node, level));
            return;
        };
        let from = self.lines.len();
        self.record(record, node, base, level + 1);
        // The hyphen stands before the first key; comments on it stand before the hyphen.
        let first = self.lines.iter().skip(from).position(|it| !it.trim_start().starts_with('#'));
        let Some(first) = first.map(|at| from + at) else { return };
        for (at, line) in self.lines.iter_mut().enumerate().skip(from).take(first + 1 - from) {
            let rest = line.trim_start().to_owned();
            let hyphen = if at == first { "- " } else { "" };
            *line = format!("{}{hyphen}{rest}", blanks(level));
        }
    }

    /// What an item of the framework is about, on one line.
    fn title(&self, item: &Node) -> Option<String> {
        const KEYS: &[&str] = &["title", "name", "event", "statement", "summary", "purpose"];
        const LONGEST: usize = 160;
        let text = KEYS.iter().find_map(|key| item.get(key)).map(|it| said(it, self.lang))?;
        let mut short = String::new();
        for word in text.split_whitespace() {
            if short.chars().count() + word.chars().count() > LONGEST {
                short.push_str(" …");
                break;
            }
            if !short.is_empty() {
                short.push(' ');
            }
            short.push_str(word);
        }
        (!short.is_empty()).then_some(short)
    }

    /// What belongs under a key, said at its first occurrence.
    fn explain(&mut self, record: &'static Record, field: &'static Field, level: usize) {
        if field.key == "id" && level > 1 || !self.said.insert((record.name, field.key)) {
            return;
        }
        let what = field.said(self.lang);
        let text = match (field.shape)() {
            Shape::Negotiable(inner) if !matches!(inner(), Shape::Text) => {
                let form = match inner() {
                    // What a form looks like is said once, then an example is enough.
                    Shape::Scalar(kind) if !self.said.insert((kind.name, kind.example)) => {
                        start::SUCH_AS.with(self.lang, &[("example", kind.example)])
                    }
                    shape => form(shape, self.lang),
                };
                start::WITH_FORM.with(self.lang, &[("what", &what), ("form", &form)])
            }
            _ => what,
        };
        self.say(level, &text);
    }
}
