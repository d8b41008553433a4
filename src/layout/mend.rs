//! Changes of a block put into the words and the layout of its file; the rest stays as it is.

use std::borrow::Cow;

use crate::diag::{Content, Edit, Mend};
use crate::layout::canonical::is_flow;
use crate::layout::comments::{line_end, line_start};
use crate::layout::profile::own;
use crate::layout::quote::written;
use crate::model::{Block, Lower, Record, Shape, below, item_shape, record_of};
use crate::syntax::{Node, Tree, Value};
use crate::text::{FileId, Sources, Span};

/// Columns that a written entry in brackets may take.
const WIDTH: usize = 100;
/// Blanks for each level.
const STEP: usize = 2;

/// The edits of `file` that make these changes of its block. `whole` is the block laid over its
/// framework: what is to be changed there is changed in the profile. `None` when one of the changes
/// cannot be made by edits that keep the rest.
pub fn edits(
    sources: &Sources,
    file: FileId,
    (tree, whole): (&Tree, Option<&Node>),
    mends: &[Mend],
) -> Option<Vec<Edit>> {
    let root = tree.root.as_ref().filter(|_| tree.complete)?;
    let mends = &*own(root, whole, file, mends)?;
    let page = Page { text: sources.text(file), file, comments: &tree.comments };
    let made: Option<Vec<Vec<Edit>>> = mends.iter().map(|it| page.edits(root, it)).collect();
    made.map(|made| made.into_iter().flatten().collect())
}

/// The node at a place, and what it stands in.
struct Found<'a> {
    node: &'a Node,
    shape: Option<Shape>,
    /// The lists and mappings around it, outermost first, each with the number of the child.
    around: Vec<(&'a Node, usize)>,
}

/// Looks for the node at `span`, or for the value of the key at `span`.
fn find(root: &Node, span: Span) -> Option<Found<'_>> {
    let mut found = Found { node: root, shape: Some(Block::shape()), around: Vec::new() };
    loop {
        let node = found.node;
        if node.span == span {
            return Some(found);
        }
        let within = |start: u32, end: u32| start <= span.start && span.end <= end;
        match &node.value {
            Value::Map(entries) => {
                let at = entries.iter().position(|it| {
                    let end = it.key.span.end.max(it.value.span.end);
                    it.key.span.file == span.file && within(it.key.span.start, end)
                })?;
                let entry = entries.get(at)?;
                found.shape = found.shape.and_then(|it| below(it, node, &entry.key.value));
                found.around.push((node, at));
                found.node = &entry.value;
                if entry.key.span == span {
                    return Some(found);
                }
            }
            Value::List(items) => {
                let at = items.iter().position(|it| within(it.span.start, it.span.end))?;
                found.shape = item_shape(found.shape);
                found.around.push((node, at));
                found.node = items.get(at)?;
            }
            Value::Null | Value::Scalar(_) => return None,
        }
    }
}

struct Page<'a> {
    text: &'a str,
    file: FileId,
    comments: &'a [Span],
}

impl Page<'_> {
    fn edits(&self, root: &Node, mend: &Mend) -> Option<Vec<Edit>> {
        let (Mend::Replace(span, _)
        | Mend::Insert(span, ..)
        | Mend::Append(span, _)
        | Mend::Words(span, ..)
        | Mend::Remove(span)
        | Mend::Order(span, _)) = mend;
        let found = find(root, *span).filter(|_| span.file == self.file)?;
        match mend {
            Mend::Replace(span, content) => Some(vec![self.replace(&found, *span, content)?]),
            Mend::Insert(_, key, content) => Some(vec![self.insert(&found, key, content)?]),
            Mend::Append(_, content) => Some(vec![self.append(&found, content)?]),
            Mend::Words(span, from, to) => self.words(*span, from, to),
            Mend::Remove(_) => Some(vec![self.remove(&found.around)?]),
            Mend::Order(_, order) => self.order(found.node, order),
        }
    }

    fn edit(&self, start: usize, end: usize, text: String) -> Edit {
        Edit { span: Span::new(self.file, start, end), text }
    }

    fn newline(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    fn column(&self, at: usize) -> usize {
        let start = line_start(self.text, at);
        self.text.get(start..at).unwrap_or("").chars().filter(|c| *c != '\u{feff}').count()
    }

    /// Whether what stands in this list or mapping stands in brackets.
    fn in_brackets(&self, around: &[(&Node, usize)]) -> bool {
        around.iter().any(|(node, _)| is_flow(self.text, node))
    }

    fn replace(&self, found: &Found<'_>, span: Span, content: &Content) -> Option<Edit> {
        let flow = self.in_brackets(&found.around);
        let is_key = span != found.node.span;
        let short = matches!(found.node.value, Value::Scalar(_) | Value::Null);
        // A list or a mapping is replaced as a whole only where no comment would go with it.
        let inside = |it: &Span| span.start <= it.start && it.start < span.end;
        if !is_key && !short && self.comments.iter().any(inside) {
            return None;
        }
        let text = in_line(content, flow || is_key);
        let gap = if span.start == span.end { " " } else { "" };
        Some(self.edit(span.start as usize, span.end as usize, format!("{gap}{text}")))
    }

    /// Other words in a text. Only where they stand in one line and need no quotes of their own.
    fn words(&self, span: Span, from: &str, to: &str) -> Option<Vec<Edit>> {
        let start = span.start as usize;
        let text = self.text.get(start..span.end as usize)?;
        let plain =
            |c: char| c.is_alphanumeric() || matches!(c, ' ' | '\u{a0}' | '-' | '’' | '«' | '»');
        let whole = |at: usize| {
            let before = text.get(..at).and_then(|it| it.chars().next_back());
            let after = text.get(at + from.len()..).and_then(|it| it.chars().next());
            ![before, after].into_iter().flatten().any(char::is_alphanumeric)
        };
        let places = text.match_indices(from).map(|(at, _)| at).filter(|at| whole(*at));
        let edit = |at: usize| self.edit(start + at, start + at + from.len(), to.to_owned());
        let edits: Vec<Edit> = places.map(edit).collect();
        (to.chars().all(plain) && !edits.is_empty()).then_some(edits)
    }

    /// A key in the place that the format gives it.
    fn insert(&self, found: &Found<'_>, key: &str, content: &Content) -> Option<Edit> {
        let Value::Map(entries) = &found.node.value else { return None };
        if entries.iter().any(|entry| &*entry.key.value == key) {
            return None;
        }
        let flow = self.in_brackets(&found.around) || is_flow(self.text, found.node);
        let Some(first) = entries.first() else {
            let text = format!("{{{key}: {}}}", in_line(content, true));
            return Some(self.edit(
                found.node.span.start as usize,
                found.node.span.end as usize,
                text,
            ));
        };
        let record = record_of(found.shape, found.node);
        let rank = |key: &str| rank(record, key);
        let before = entries.iter().rev().find(|entry| rank(&entry.key.value) < rank(key));
        let before = if record.is_some() { before } else { entries.last() };
        let first_at = first.key.span.start as usize;
        if flow {
            let text = format!("{key}: {}", in_line(content, true));
            return Some(match before {
                Some(entry) => {
                    let end = entry.key.span.end.max(entry.value.span.end) as usize;
                    self.edit(end, end, format!(", {text}"))
                }
                None => self.edit(first_at, first_at, format!("{text}, ")),
            });
        }
        let indent = self.column(first_at);
        let mut text = format!("{key}:");
        self.behind(&mut text, content, indent);
        let margin = format!("{}{}", self.newline(), " ".repeat(indent));
        Some(match before {
            Some(entry) => {
                let end = entry.key.span.end.max(entry.value.span.end) as usize;
                let at = self.end_with_comments(end, indent + 1);
                self.edit(at, at, format!("{margin}{text}"))
            }
            None => self.edit(first_at, first_at, format!("{text}{margin}")),
        })
    }

    fn append(&self, found: &Found<'_>, content: &Content) -> Option<Edit> {
        let Value::List(items) = &found.node.value else { return None };
        let (start, end) = (found.node.span.start as usize, found.node.span.end as usize);
        let Some(last) = items.last() else {
            return Some(self.edit(start, end, format!("[{}]", in_line(content, true))));
        };
        let last = last.span.end as usize;
        if self.in_brackets(&found.around) || is_flow(self.text, found.node) {
            return Some(self.edit(last, last, format!(", {}", in_line(content, true))));
        }
        let indent = self.column(start);
        let margin = " ".repeat(indent);
        let mut text = format!("{}{margin}-", self.newline());
        self.item(&mut text, content, indent);
        let at = self.end_with_comments(last, indent + 1);
        Some(self.edit(at, at, text))
    }

    /// An entry or an item, with the list or mapping around it when nothing else stands there.
    fn remove(&self, around: &[(&Node, usize)]) -> Option<Edit> {
        let ((node, at), outer) = around.split_last()?;
        let spans: Vec<(usize, usize)> = match &node.value {
            Value::Map(entries) => {
                let end = |it: &crate::syntax::Entry| it.key.span.end.max(it.value.span.end);
                entries.iter().map(|it| (it.key.span.start as usize, end(it) as usize)).collect()
            }
            Value::List(items) => {
                items.iter().map(|it| (it.span.start as usize, it.span.end as usize)).collect()
            }
            Value::Null | Value::Scalar(_) => return None,
        };
        let (start, end) = *spans.get(*at)?;
        let before = at.checked_sub(1).and_then(|at| spans.get(at));
        let after = spans.get(at + 1);
        if before.is_none() && after.is_none() {
            return self.remove(outer);
        }
        if self.in_brackets(around) {
            return Some(match (before, after) {
                (_, Some((next, _))) => self.edit(start, *next, String::new()),
                (Some((_, last)), None) => self.edit(*last, end, String::new()),
                (None, None) => return None,
            });
        }
        let is_item = matches!(node.value, Value::List(_));
        let line = line_start(self.text, start);
        let lead = self.text.get(line..start)?;
        let alone = lead.chars().all(|c| c == ' ' || (is_item && c == '-'));
        // The first key of an item stands behind the dash, which stays.
        let own_line = alone && (!is_item || lead.matches('-').count() == 1);
        if !own_line {
            let (next, _) = after?;
            return Some(self.edit(start, *next, String::new()));
        }
        let end = line_end(self.text, end);
        let rest = self.text.get(end..)?;
        let newline = if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
        Some(self.edit(line, end + newline, String::new()))
    }

    /// The items of a list in another order. Only where no comment would come to stand elsewhere.
    fn order(&self, list: &Node, order: &[usize]) -> Option<Vec<Edit>> {
        let Value::List(items) = &list.value else { return None };
        let mut sorted = order.to_vec();
        sorted.sort_unstable();
        if sorted != (0..items.len()).collect::<Vec<_>>() {
            return None;
        }
        let inside = |it: &Span| list.span.start <= it.start && it.start < list.span.end;
        let first = items.first().map(|it| self.column(it.span.start as usize));
        let flow = is_flow(self.text, list);
        let even = items.iter().all(|it| Some(self.column(it.span.start as usize)) == first);
        if self.comments.iter().any(inside) || !(flow || even) {
            return None;
        }
        let moved = order.iter().enumerate().filter(|(to, from)| to != *from);
        let moved = moved.map(|(to, from)| {
            let (place, it) = (items.get(to)?, items.get(*from)?);
            let text = self.text.get(it.span.start as usize..it.span.end as usize)?;
            Some(self.edit(place.span.start as usize, place.span.end as usize, text.to_owned()))
        });
        moved.collect()
    }

    /// The end of the line that `end` is on, and of the comment lines below it that are indented by
    /// at least `column`.
    fn end_with_comments(&self, end: usize, column: usize) -> usize {
        let mut last = line_end(self.text, end);
        loop {
            let next = last + self.newline().len();
            let Some(line) = self.text.get(next..line_end(self.text, next)) else { return last };
            let body = line.trim_start_matches(' ');
            if !body.starts_with('#') || line.len() - body.len() < column {
                return last;
            }
            last = next + line.len();
        }
    }

    /// A value behind the colon of a key in column `indent`.
    fn behind(&self, out: &mut String, content: &Content, indent: usize) {
        let short = in_line(content, true);
        if !is_long(content) || out.len() + short.len() + indent < WIDTH {
            let flow = !matches!(content, Content::Text(_) | Content::Plain(_));
            out.push(' ');
            return out.push_str(&in_line(content, flow));
        }
        let margin = format!("{}{}", self.newline(), " ".repeat(indent + STEP));
        if let Content::List(items) = content {
            for item in items {
                out.push_str(&format!("{margin}-"));
                self.item(out, item, indent + STEP);
            }
        }
        for (key, value) in entries(content) {
            out.push_str(&format!("{margin}{key}:"));
            self.behind(out, value, indent + STEP);
        }
    }

    /// What stands behind a dash in column `indent`.
    fn item(&self, out: &mut String, content: &Content, indent: usize) {
        let short = in_line(content, true);
        match content {
            Content::Map(entries) if short.len() + indent >= WIDTH => {
                for (number, (key, value)) in entries.iter().enumerate() {
                    let margin = match number {
                        0 => " ".to_owned(),
                        _ => format!("{}{}", self.newline(), " ".repeat(indent + STEP)),
                    };
                    out.push_str(&format!("{margin}{key}:"));
                    self.behind(out, value, indent + STEP);
                }
            }
            _ => {
                let flow = !matches!(content, Content::Text(_) | Content::Plain(_));
                out.push(' ');
                out.push_str(&in_line(content, flow));
            }
        }
    }
}

fn rank(record: Option<&'static Record>, key: &str) -> usize {
    let found = record.and_then(|it| it.fields.iter().position(|field| field.key == key));
    found.unwrap_or(usize::MAX)
}

/// The entries of a mapping, each key as it is written.
fn entries(content: &Content) -> Vec<(Cow<'_, str>, &Content)> {
    match content {
        Content::Map(entries) => {
            entries.iter().map(|(key, it)| (Cow::Borrowed(*key), it)).collect()
        }
        Content::PerName(entries) => {
            entries.iter().map(|(key, it)| (Cow::Owned(written(key, true)), it)).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether a value may take lines of its own.
fn is_long(content: &Content) -> bool {
    match content {
        Content::Map(entries) => !entries.is_empty(),
        Content::PerName(entries) => !entries.is_empty(),
        Content::List(items) => !items.is_empty(),
        Content::Text(_) | Content::Plain(_) => false,
    }
}

/// A value on one line, as it stands in brackets or not.
fn in_line(content: &Content, flow: bool) -> String {
    match content {
        Content::Text(text) => written(text, flow),
        Content::Plain(text) => text.clone(),
        Content::Map(_) | Content::PerName(_) => {
            let entries = entries(content).into_iter();
            let entries: Vec<_> =
                entries.map(|(key, it)| format!("{key}: {}", in_line(it, true))).collect();
            format!("{{{}}}", entries.join(", "))
        }
        Content::List(items) => {
            let items: Vec<_> = items.iter().map(|it| in_line(it, true)).collect();
            format!("[{}]", items.join(", "))
        }
    }
}
