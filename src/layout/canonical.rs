//! The canonical layout of a block file.
//!
//! Two blanks for each level, keys in the order of the format, one blank line between the groups at
//! the top, quotes where they are needed. What stands in brackets stays so while it fits the line.
//! Comments stay with what they belong to.

use crate::layout::comments::{Comment, Comments, line_end, line_start};
use crate::layout::quote::{quoted, written};
use crate::layout::scalar;
use crate::model::{
    Block, Lower, PATTERN, PATTERN_WITH, Record, Shape, below, item_shape, record_of,
};
use crate::syntax::{Entry, Node, Scalar, Tree, Value, parse};
use crate::text::{FileId, Sources};

/// Most columns of a line with brackets.
const WIDTH: usize = 120;
/// Blanks for each level.
const STEP: usize = 2;

/// The text of `file` in its canonical layout. `None` when the text could not be read as a whole,
/// or cannot be laid out without changing what it says.
pub fn canonical(sources: &Sources, file: FileId, tree: &Tree) -> Option<String> {
    let root = tree.root.as_ref().filter(|_| tree.complete)?;
    let text = sources.text(file);
    let Value::Map(entries) = &root.value else { return None };
    if is_flow(text, root) {
        return None;
    }
    let comments = Comments::new(text, &tree.comments);
    let mut page = Page { text, comments, out: String::new(), fresh: true, inline: false };
    // What stands above everything stays there.
    let first = entries.first().map_or(0, |entry| entry.key.span.start as usize);
    page.comment_lines(Region { from: 0, to: first }, 0, false);
    page.entries(root, entries, Some(Block::shape()), Region { from: first, to: text.len() }, 0);
    let laid_out = page.out;
    says_the_same(text, tree, &laid_out).then_some(laid_out)
}

/// Whether the text that was laid out has the same content and the same comments.
fn says_the_same(text: &str, tree: &Tree, laid_out: &str) -> bool {
    let mut sources = Sources::default();
    let file = sources.add("", laid_out);
    let (again, _) = parse(&sources, file);
    let said = |text: &str, tree: &Tree| {
        let all = Comments::new(text, &tree.comments);
        let mut said: Vec<String> =
            all.within(0, text.len()).map(|it| it.text.to_owned()).collect();
        said.sort_unstable();
        said
    };
    let (Some(before), Some(after)) = (&tree.root, &again.root) else { return false };
    again.complete && same(before, after) && said(text, tree) == said(laid_out, &again)
}

/// Whether two values say the same, whatever the order of keys.
fn same(a: &Node, b: &Node) -> bool {
    match (&a.value, &b.value) {
        (Value::Null, Value::Null) => true,
        (Value::Scalar(a), Value::Scalar(b)) => a.text == b.text,
        (Value::List(a), Value::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Map(a), Value::Map(b)) => {
            let sorted = |entries: &[Entry]| {
                let mut order: Vec<usize> = (0..entries.len()).collect();
                order.sort_by(|a, b| {
                    let key = |at: &usize| entries.get(*at).map(|it| &it.key.value);
                    key(a).cmp(&key(b))
                });
                order
            };
            let pairs = sorted(a).into_iter().zip(sorted(b));
            a.len() == b.len()
                && pairs.into_iter().all(|(x, y)| match (a.get(x), b.get(y)) {
                    (Some(a), Some(b)) => a.key.value == b.key.value && same(&a.value, &b.value),
                    _ => false,
                })
        }
        _ => false,
    }
}

/// Whether a list or mapping stands in brackets.
pub(super) fn is_flow(text: &str, node: &Node) -> bool {
    let first = text.as_bytes().get(node.span.start as usize);
    matches!(node.value, Value::List(_) | Value::Map(_)) && matches!(first, Some(b'[' | b'{'))
}

/// The order in which the format lists the keys.
fn ordered<'a>(entries: &'a [Entry], record: Option<&'static Record>) -> Vec<(usize, &'a Entry)> {
    let mut order: Vec<(usize, &Entry)> = entries.iter().enumerate().collect();
    if let Some(record) = record {
        // What completes a mapping is read before what the mapping says itself.
        let rank = |entry: &Entry| {
            let key = &*entry.key.value;
            let found = record.fields.iter().position(|field| field.key == key);
            let last = if [PATTERN, PATTERN_WITH].contains(&key) { 0 } else { usize::MAX };
            found.map_or(last, |at| at + 1)
        };
        order.sort_by_key(|(_, entry)| rank(entry));
    }
    order
}

/// A stretch of the text.
#[derive(Clone, Copy)]
struct Region {
    from: usize,
    to: usize,
}

struct Page<'a> {
    text: &'a str,
    comments: Comments<'a>,
    out: String,
    /// Whether nothing stands yet below the line that opened this level.
    fresh: bool,
    /// Whether the dash of an item was written, and its content goes on the same line.
    inline: bool,
}

impl<'a> Page<'a> {
    fn source(&self, start: u32, end: u32) -> &'a str {
        self.text.get(start as usize..end as usize).unwrap_or("")
    }

    /// Begins a line, after a blank one if the author left one here.
    fn begin(&mut self, indent: usize, blank: bool) {
        if !std::mem::take(&mut self.inline) {
            if blank && !self.fresh {
                self.out.push('\n');
            }
            self.out.push_str(&" ".repeat(indent));
        }
        self.fresh = false;
    }

    fn comment(&mut self, comment: Comment<'a>, indent: usize, blank: bool) {
        if self.inline {
            // What belongs to the first key of an item stands above its dash.
            let start = line_start(&self.out, self.out.len());
            let line = self.out.get(start..).unwrap_or("");
            let indent = line.len() - line.trim_start().len();
            self.out.insert_str(start, &format!("{}{}\n", " ".repeat(indent), comment.text));
            return;
        }
        let own_line = self.comments.begins_line(comment.start);
        let left = own_line && self.comments.is_blank_above(comment.start);
        self.begin(indent, blank || left);
        self.out.push_str(comment.text);
        self.end_line();
    }

    fn end_line(&mut self) {
        self.out.push('\n');
    }

    /// The comments of a region, a line each.
    fn comment_lines(&mut self, region: Region, indent: usize, mut blank: bool) -> bool {
        let comments: Vec<_> = self.comments.within(region.from, region.to).collect();
        let any = !comments.is_empty();
        for comment in comments {
            self.comment(comment, indent, std::mem::take(&mut blank));
        }
        any
    }

    /// The first comment of a region that stands behind something is put behind it again; gives
    /// where the rest of the region begins.
    fn comment_behind(&mut self, region: Region) -> usize {
        let first = self.comments.within(region.from, region.to).next();
        let Some(first) = first.filter(|it| !self.comments.begins_line(it.start)) else {
            return region.from;
        };
        self.out.push(' ');
        self.out.push_str(first.text);
        first.start + 1
    }

    /// Whether a blank line stands above what begins its line at `at`.
    fn blank_above(&self, at: usize) -> bool {
        let before = self.text.get(line_start(self.text, at)..at).unwrap_or("x");
        before.chars().all(|c| matches!(c, ' ' | '-' | '?' | '\u{feff}'))
            && self.comments.is_blank_above(at)
    }

    /// Whether a value has lines of its own: a comment indented like them belongs to it.
    fn is_block(&self, node: &Node) -> bool {
        matches!(node.value, Value::List(_) | Value::Map(_)) && !is_flow(self.text, node)
    }

    fn column(&self, node: &Node) -> usize {
        let start = node.span.start as usize;
        if is_flow(self.text, node) { usize::MAX } else { start - line_start(self.text, start) }
    }

    /// The entries of a mapping, each on lines of its own, with the comments of the region.
    fn entries(
        &mut self,
        map: &Node,
        entries: &[Entry],
        shape: Option<Shape>,
        region: Region,
        indent: usize,
    ) {
        let column = self.column(map).saturating_add(1);
        let mut regions = Vec::with_capacity(entries.len());
        let mut from = region.from;
        for (at, entry) in entries.iter().enumerate() {
            let end = entry.key.span.end.max(entry.value.span.end) as usize;
            let next = entries.get(at + 1).map_or(region.to, |next| next.key.span.start as usize);
            let column = if self.is_block(&entry.value) { column } else { usize::MAX };
            let to = self.comments.end_with_tail(end, next, column);
            regions.push(Region { from, to });
            from = to;
        }
        let parted = entries.first().map(|entry| self.blank_above(entry.key.span.start as usize));
        let mut parted = parted.filter(|_| indent == 0);
        for (at, entry) in ordered(entries, record_of(shape, map)) {
            let Some(own) = regions.get(at).copied() else { continue };
            let start = entry.key.span.start as usize;
            let first = parted.take();
            let apart = indent == 0 && first.is_none();
            let led = self.comment_lines(Region { from: own.from, to: start }, indent, apart);
            let above = first.unwrap_or_else(|| self.blank_above(start));
            self.begin(indent, above || (apart && !led));
            let key = self.source(entry.key.span.start, entry.key.span.end);
            let quoted = key.starts_with(['"', '\'']) || key.contains('\n');
            let key = if quoted { written(&entry.key.value, true) } else { key.to_owned() };
            self.out.push_str(&key);
            self.out.push(':');
            let shape = shape.and_then(|shape| below(shape, map, &entry.key.value));
            let rest = Region { from: entry.key.span.end as usize, to: own.to };
            self.value(&entry.value, shape, rest, indent);
        }
        self.comment_lines(Region { from, to: region.to }, indent, false);
    }

    fn items(
        &mut self,
        list: &Node,
        items: &[Node],
        shape: Option<Shape>,
        region: Region,
        indent: usize,
    ) {
        let column = self.column(list).saturating_add(1);
        let flow = is_flow(self.text, list);
        let mut from = region.from;
        for (at, item) in items.iter().enumerate() {
            let end = item.span.end as usize;
            let next = items.get(at + 1).map_or(region.to, |next| next.span.start as usize);
            // The dash of the next item ends what belongs to this one.
            let next = match items.get(at + 1) {
                Some(_) if !flow => self.dash(end, next),
                _ => next,
            };
            let start = item.span.start as usize;
            let dash = if flow { start } else { self.dash(from, start) };
            let column = if self.is_block(item) { column } else { usize::MAX };
            let to = self.comments.end_with_tail(end, next, column);
            self.comment_lines(Region { from, to: dash }, indent, false);
            let above = self.blank_above(dash);
            self.begin(indent, above);
            self.out.push('-');
            self.item(item, item_shape(shape), Region { from: dash, to }, indent);
            from = to;
        }
        self.comment_lines(Region { from, to: region.to }, indent, false);
    }

    /// The last dash in a stretch that is in no comment; its end if there is none.
    fn dash(&self, from: usize, to: usize) -> usize {
        let mut last = to;
        let mut at = from;
        let comments = self.comments.within(from, to).map(|it| (it.start, it.text.len()));
        for (start, length) in comments.chain([(to, 0)]) {
            let gap = self.text.get(at..start).unwrap_or("");
            if let Some(found) = gap.rfind('-') {
                last = at + found;
            }
            at = start + length;
        }
        last
    }

    /// What stands behind a dash.
    fn item(&mut self, node: &Node, shape: Option<Shape>, region: Region, indent: usize) {
        let in_block = match &node.value {
            Value::Map(entries) => !entries.is_empty() && !self.fits(node, shape),
            Value::List(items) => !items.is_empty() && !self.fits(node, shape),
            _ => false,
        };
        if !in_block {
            return self.value(node, shape, region, indent);
        }
        let start = node.span.start as usize;
        let from = self.comment_behind(Region { from: region.from, to: start });
        if from == region.from {
            self.out.push(' ');
            self.inline = true;
        } else {
            self.end_line();
            self.fresh = true;
        }
        self.children(node, shape, Region { from, to: region.to }, indent + STEP);
    }

    fn children(&mut self, node: &Node, shape: Option<Shape>, region: Region, indent: usize) {
        match &node.value {
            Value::Map(entries) => self.entries(node, entries, shape, region, indent),
            Value::List(items) => self.items(node, items, shape, region, indent),
            Value::Null | Value::Scalar(_) => {}
        }
    }

    /// Whether a list or mapping in brackets goes on this line.
    fn fits(&self, node: &Node, shape: Option<Shape>) -> bool {
        let (start, end) = (node.span.start as usize, node.span.end as usize);
        let inside = self.comments.within(start, end).next();
        if inside.is_some() || !is_flow(self.text, node) {
            return false;
        }
        let line = self.out.rsplit('\n').next().unwrap_or("").chars().count();
        let room = WIDTH.saturating_sub(line + 1);
        // What is longer than its place in the file can grow is not measured.
        end - start <= 16 * WIDTH && self.in_brackets(node, shape).chars().count() <= room
    }

    fn in_brackets(&self, node: &Node, shape: Option<Shape>) -> String {
        let source = self.source(node.span.start, node.span.end);
        match &node.value {
            Value::Null => "null".to_owned(),
            Value::Scalar(it) => scalar::on_one_line(source, it, true),
            Value::List(items) => {
                let items: Vec<_> =
                    items.iter().map(|it| self.in_brackets(it, item_shape(shape))).collect();
                format!("[{}]", items.join(", "))
            }
            Value::Map(entries) => {
                let entries: Vec<_> = ordered(entries, record_of(shape, node))
                    .into_iter()
                    .map(|(_, entry)| {
                        let shape = shape.and_then(|it| below(it, node, &entry.key.value));
                        let key = self.source(entry.key.span.start, entry.key.span.end);
                        let quoted = key.starts_with(['"', '\'']) || key.contains('\n');
                        let key =
                            if quoted { written(&entry.key.value, true) } else { key.to_owned() };
                        format!("{key}: {}", self.in_brackets(&entry.value, shape))
                    })
                    .collect();
                format!("{{{}}}", entries.join(", "))
            }
        }
    }

    /// What stands behind the colon of a key, or behind a dash, with the comments of the region.
    fn value(&mut self, node: &Node, shape: Option<Shape>, region: Region, indent: usize) {
        let source = self.source(node.span.start, node.span.end);
        match &node.value {
            Value::Null if source.is_empty() => self.close(region, indent),
            Value::Null => {
                self.out.push(' ');
                self.out.push_str(source);
                self.close(region, indent);
            }
            Value::Scalar(it) if scalar::is_text_block(source, it) => {
                self.text_block(node, it, region, indent);
            }
            Value::Scalar(it) => {
                self.out.push(' ');
                let text = if source.contains('\n') {
                    scalar::on_lines(source, indent + STEP)
                } else {
                    scalar::on_one_line(source, it, false)
                };
                self.out.push_str(&text);
                self.close(region, indent);
            }
            Value::List(items) if items.is_empty() => {
                self.out.push_str(" []");
                self.close(region, indent);
            }
            Value::Map(entries) if entries.is_empty() => {
                self.out.push_str(" {}");
                self.close(region, indent);
            }
            Value::List(_) | Value::Map(_) => {
                if self.fits(node, shape) {
                    self.out.push(' ');
                    let text = self.in_brackets(node, shape);
                    self.out.push_str(&text);
                    return self.close(region, indent);
                }
                let first = match &node.value {
                    Value::Map(entries) => entries.first().map(|it| it.key.span.start),
                    Value::List(items) => items.first().map(|it| it.span.start),
                    _ => None,
                };
                let to = first.unwrap_or(node.span.start) as usize;
                let from = self.comment_behind(Region { from: region.from, to });
                self.end_line();
                self.fresh = true;
                self.children(node, shape, Region { from, to: region.to }, indent + STEP);
            }
        }
    }

    /// Ends the line of a value with the comment behind it, and puts further ones below.
    fn close(&mut self, region: Region, indent: usize) {
        let comments: Vec<_> = self.comments.within(region.from, region.to).collect();
        let behind = comments.iter().position(|it| !self.comments.begins_line(it.start));
        if let Some(comment) = behind.and_then(|at| comments.get(at)) {
            self.out.push(' ');
            self.out.push_str(comment.text);
        }
        self.end_line();
        for (at, comment) in comments.into_iter().enumerate() {
            if Some(at) != behind {
                self.comment(comment, indent, false);
            }
        }
    }

    fn text_block(&mut self, node: &Node, it: &Scalar, region: Region, indent: usize) {
        let source = self.source(node.span.start, node.span.end);
        let start = node.span.start as usize;
        self.out.push(' ');
        let Some((head, body)) = scalar::text_block(source, &it.text, indent + STEP) else {
            let text = quoted(&it.text);
            self.out.push_str(&text);
            return self.close(region, indent);
        };
        self.out.push_str(&head);
        let line = line_end(self.text, start);
        let from = self.comment_behind(Region { from: region.from, to: line });
        self.end_line();
        self.out.push_str(&body);
        // Blank lines that are kept are part of the text: none may follow.
        self.fresh = head.ends_with('+');
        self.comment_lines(Region { from, to: region.to }, indent, false);
    }
}
