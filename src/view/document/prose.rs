//! What an author may mark in a free text: stress, weight, links, lists. A small part of Markdown, in
//! the few places that `docs/templates.md` names; every other sign stays what it is, a sign.

use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::view::document::{Block, Inline, Inlines, List, Marks};

/// The texts that may have marks, by their paths without the items of lists.
const PLACES: [&str; 8] = [
    "annexes.text",
    "block.history.change",
    "block.history.decisions",
    "block.history.purpose",
    "business_case.governance.body",
    "business_case.governance.change_procedure",
    "business_case.legal_basis.summary",
    "technical_interoperability.testing.phases.description",
];

/// How deep marks may stand in each other; what is deeper stays as it is written.
const DEEPEST: usize = 6;

/// Whether the text at this path may have marks.
pub(super) fn is_marked(path: &str) -> bool {
    let mut plain = String::with_capacity(path.len());
    let mut inside = false;
    for c in path.chars() {
        match c {
            '[' => inside = true,
            ']' => inside = false,
            c if !inside => plain.push(c),
            _ => {}
        }
    }
    PLACES.contains(&plain.as_str())
}

/// A text as paragraphs and lists.
pub(super) fn read(text: &str) -> Vec<Block> {
    let parser = Parser::new_ext(text, Options::empty());
    // A definition of a link stands nowhere in the text that a reader of Markdown shows.
    if parser.reference_definitions().iter().next().is_some() {
        return vec![Block::Paragraph(literal(text))];
    }
    let events: Vec<_> = parser.into_offset_iter().collect();
    let mut reader = Reader { text, events: events.into_iter().peekable(), depth: 0 };
    reader.blocks(None)
}

/// Blocks as one run, for places that hold no paragraphs: an item of a list begins on a line of its
/// own.
pub(super) fn flat(blocks: &[Block]) -> Inlines {
    let mut run = Inlines::new();
    flatten(blocks, &mut run);
    let mut joined = Inlines::new();
    for inline in run {
        match inline {
            Inline::Text(words) => push(&mut joined, &words),
            other => joined.push(other),
        }
    }
    joined
}

fn flatten(blocks: &[Block], run: &mut Inlines) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => {
                if !run.is_empty()
                    && !matches!(run.last(), Some(Inline::Text(it)) if it.ends_with('\u{a0}'))
                {
                    run.push(Inline::Break);
                }
                run.extend(text.iter().cloned());
            }
            Block::List(list) => {
                for (at, item) in list.items.iter().enumerate() {
                    if !run.is_empty() {
                        run.push(Inline::Break);
                    }
                    run.push(Inline::Text(format!("{}\u{a0}", list.marks.label(at))));
                    flatten(item, run);
                }
            }
            _ => {}
        }
    }
}

/// A text as it is, its lines run together.
fn literal(text: &str) -> Inlines {
    let words: Vec<&str> = text.split_whitespace().collect();
    vec![Inline::Text(words.join(" "))]
}

struct Reader<'t> {
    text: &'t str,
    events: Peekable<IntoIter<(Event<'t>, Range<usize>)>>,
    depth: usize,
}

impl Reader<'_> {
    fn written(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or("")
    }

    /// Leaves out what stands between a start and its end.
    fn skip(&mut self) {
        let mut open = 1_usize;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
            if open == 0 {
                return;
            }
        }
    }

    fn blocks(&mut self, end: Option<TagEnd>) -> Vec<Block> {
        let (mut blocks, mut run) = (Vec::new(), Inlines::new());
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(tag) if Some(tag) == end => break,
                Event::Start(Tag::Paragraph) => {
                    close(&mut run, &mut blocks);
                    let mut text = Inlines::new();
                    self.inlines(&mut text, TagEnd::Paragraph);
                    close(&mut text, &mut blocks);
                }
                Event::Start(Tag::List(first)) if self.depth < DEEPEST => {
                    close(&mut run, &mut blocks);
                    let list = self.list(first.is_some());
                    blocks.push(Block::List(list));
                }
                event if self.inline(&event, &range, &mut run) => {}
                // A heading, a quotation, a table, a piece of code: words like any other.
                Event::Start(_) => {
                    close(&mut run, &mut blocks);
                    let mut text = literal(self.written(&range));
                    self.skip();
                    close(&mut text, &mut blocks);
                }
                Event::Rule => {
                    close(&mut run, &mut blocks);
                    close(&mut literal(self.written(&range)), &mut blocks);
                }
                _ => {}
            }
        }
        close(&mut run, &mut blocks);
        blocks
    }

    fn list(&mut self, numbered: bool) -> List {
        let marks = if numbered { Marks::Numbers } else { Marks::Bullets };
        let mut items = Vec::new();
        self.depth += 1;
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::End(TagEnd::List(_)) => break,
                Event::Start(Tag::Item) => items.push(self.blocks(Some(TagEnd::Item))),
                _ => {}
            }
        }
        self.depth -= 1;
        items.retain(|item| !item.is_empty());
        List { marks, items }
    }

    fn inlines(&mut self, run: &mut Inlines, end: TagEnd) {
        self.depth += 1;
        while let Some((event, range)) = self.events.next() {
            if matches!(&event, Event::End(tag) if *tag == end) {
                break;
            }
            if !self.inline(&event, &range, run) && matches!(event, Event::Start(_)) {
                push(run, self.written(&range));
                self.skip();
            }
        }
        self.depth -= 1;
    }

    /// Adds an event to a run; says whether it is a piece of one.
    fn inline(&mut self, event: &Event, range: &Range<usize>, run: &mut Inlines) -> bool {
        let deep = self.depth > DEEPEST;
        let made = match event {
            // A reader of Markdown would turn `&amp;` into another sign.
            Event::Text(words) if **words == unescaped(self.written(range)) => {
                push(run, words);
                return true;
            }
            Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) | Event::Html(_) => {
                push(run, self.written(range));
                return true;
            }
            Event::SoftBreak => {
                push(run, " ");
                return true;
            }
            Event::HardBreak => Inline::Break,
            Event::Start(Tag::Emphasis) if !deep => {
                let mut text = Inlines::new();
                self.inlines(&mut text, TagEnd::Emphasis);
                Inline::Emphasis(text)
            }
            Event::Start(Tag::Strong) if !deep => {
                let mut text = Inlines::new();
                self.inlines(&mut text, TagEnd::Strong);
                Inline::Strong(text)
            }
            Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, .. })
                if !deep && leads_somewhere(dest_url) =>
            {
                let mut text = Inlines::new();
                self.inlines(&mut text, TagEnd::Link);
                Inline::Link { to: dest_url.to_string(), text }
            }
            _ => return false,
        };
        run.push(made);
        true
    }
}

/// A text without the backslashes that make signs out of marks.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.peek() {
            Some(next) if c == '\\' && next.is_ascii_punctuation() => out.extend(chars.next()),
            _ => out.push(c),
        }
    }
    out
}

/// Whether an author's link may lead there: to a page by `https`, to a person by `mailto`.
fn leads_somewhere(to: &str) -> bool {
    let rest = to.strip_prefix("https://").or_else(|| to.strip_prefix("mailto:"));
    rest.is_some_and(|rest| {
        !rest.is_empty()
            && !rest.contains(|c: char| {
                c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"')
            })
    })
}

fn push(run: &mut Inlines, words: &str) {
    let words = words.replace(['\n', '\r', '\t'], " ");
    if let Some(Inline::Text(before)) = run.last_mut() {
        before.push_str(&words);
    } else {
        run.push(Inline::Text(words));
    }
}

fn close(run: &mut Inlines, blocks: &mut Vec<Block>) {
    if !run.is_empty() {
        blocks.push(Block::Paragraph(std::mem::take(run)));
    }
}
