//! The Markdown that a template gave, as blocks of the document.

use std::iter::Peekable;

use pulldown_cmark::{
    Alignment, CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd,
};

use crate::diag::{Finding, Findings};
use crate::view::document::context::Values;
use crate::view::document::tables::{self, Directive};
use crate::view::document::templates::Template;
use crate::view::document::{
    Align, Block, Clause, Column, Division, Heading, Inline, Inlines, List, Marks, Row, Table,
    codes, plain,
};

/// Reads what `template` gave; what cannot be used is reported and left out.
pub(super) fn read(
    markdown: &str,
    template: &Template,
    values: &mut Values,
    findings: &mut Findings,
) -> Vec<Block> {
    let events = Parser::new_ext(markdown, OPTIONS).peekable();
    let anchor = None;
    let mut reader = Reader {
        events,
        template,
        values,
        findings,
        anchor,
        depth: 0,
        numbered: false,
        met: Vec::new(),
    };
    reader.blocks(None)
}

const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_HEADING_ATTRIBUTES);

/// How deep blocks may stand in each other: more is not a text that anybody reads.
const MAX_DEPTH: usize = 24;

struct Reader<'a, 'b, 'c> {
    events: Peekable<Parser<'a>>,
    template: &'a Template,
    values: &'b mut Values<'c>,
    findings: &'b mut Findings,
    /// The name that a clause has been given and not yet taken.
    anchor: Option<String>,
    depth: usize,
    /// Whether an Article or Appendix is open, whose paragraphs are numbered.
    numbered: bool,
    /// Values that stand in the run that is being read.
    met: Vec<usize>,
}

impl Reader<'_, '_, '_> {
    fn report(&mut self, code: &'static crate::diag::Code, mark: &str, arg: (&'static str, &str)) {
        let finding = Finding::new(code, self.template.place(mark));
        self.findings.add(finding.arg(arg.0, arg.1));
    }

    fn unsupported(&mut self, mark: &str) {
        let first = mark.lines().next().unwrap_or("").trim().to_owned();
        self.report(&codes::MARK_UNKNOWN, &first, ("mark", &first));
    }

    /// Blocks until the end of what holds them.
    fn blocks(&mut self, end: Option<TagEnd>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut run = Inlines::new();
        while let Some(event) = self.events.next() {
            if matches!(&event, Event::End(tag) if Some(*tag) == end) {
                break;
            }
            // In a list without blank lines, the words of an item stand there without a paragraph.
            if let Some(inlines) = self.inline(&event) {
                run.extend(inlines);
                continue;
            }
            self.flush(&mut run, &mut blocks);
            self.block(event, &mut blocks);
        }
        self.flush(&mut run, &mut blocks);
        blocks
    }

    fn block(&mut self, event: Event, blocks: &mut Vec<Block>) {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            self.depth -= 1;
            self.unsupported("");
            return;
        }
        match event {
            Event::Start(Tag::Paragraph) => {
                let text = self.inlines(TagEnd::Paragraph);
                self.paragraph(text, blocks);
            }
            Event::Start(Tag::Heading { level, id, classes, .. }) => {
                let heading = self.heading(level, id.as_deref().unwrap_or(""), &classes);
                blocks.push(Block::Heading(heading));
            }
            Event::Start(Tag::List(first)) => self.list(first.is_some(), blocks),
            Event::Start(Tag::BlockQuote(kind)) => {
                blocks.push(Block::Note(self.blocks(Some(TagEnd::BlockQuote(kind)))));
            }
            Event::Start(Tag::CodeBlock(kind)) => self.directive(&kind, blocks),
            Event::Start(Tag::Table(aligns)) => {
                let table = self.table(&aligns);
                blocks.push(Block::Table(table));
            }
            Event::Start(Tag::HtmlBlock) => self.html(),
            Event::Rule => self.unsupported("---"),
            _ => {}
        }
        self.depth -= 1;
    }

    fn flush(&mut self, run: &mut Inlines, blocks: &mut Vec<Block>) {
        let mut merged = Inlines::new();
        for inline in std::mem::take(run) {
            push(&mut merged, inline);
        }
        self.paragraph(merged, blocks);
    }

    /// Adds a paragraph. One that is a single value is that value as its author wrote it, with its
    /// own paragraphs and lists.
    fn paragraph(&mut self, text: Inlines, blocks: &mut Vec<Block>) {
        let met = std::mem::take(&mut self.met);
        if let [at] = met.as_slice()
            && let Some(shown) = self.values.shown.get(*at)
            && !shown.blocks.is_empty()
            && shown.inlines == text
        {
            blocks.extend(shown.blocks.iter().cloned());
        } else if !text.is_empty() {
            blocks.push(Block::Paragraph(text));
        }
    }

    fn html(&mut self) {
        let mut text = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::End(TagEnd::HtmlBlock) => break,
                Event::Html(html) => text.push_str(&html),
                _ => {}
            }
        }
        self.unsupported(&text);
    }

    fn heading(
        &mut self,
        level: HeadingLevel,
        id: &str,
        classes: &[pulldown_cmark::CowStr],
    ) -> Heading {
        let title = self.inlines(TagEnd::Heading(level));
        let division = match classes.first().map(|class| &**class) {
            Some("article") => Division::Article,
            Some("appendix") => Division::Appendix,
            Some(other) => {
                self.unsupported(&format!(".{other}"));
                Division::Part
            }
            None if level == HeadingLevel::H1 => Division::Part,
            None => Division::Section,
        };
        let level = if division == Division::Section {
            (level as u8).max(2)
        } else {
            self.numbered = division != Division::Part;
            1
        };
        Heading { division, level, anchor: id.to_owned(), label: String::new(), title }
    }

    /// A numbered list at the top of an Article or Appendix holds its paragraphs; a list in a
    /// paragraph holds its points.
    fn list(&mut self, ordered: bool, blocks: &mut Vec<Block>) {
        let clauses = ordered && self.depth == 1 && self.numbered;
        let marks = match (ordered, self.depth, self.numbered) {
            (false, ..) => Marks::Bullets,
            (true, _, false) => Marks::Numbers,
            (true, 0..=3, true) => Marks::Letters,
            (true, _, true) => Marks::Roman,
        };
        let mut items = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(TagEnd::List(_)) => break,
                Event::Start(Tag::Item) => {
                    self.depth += 1;
                    if self.depth > MAX_DEPTH {
                        self.unsupported("");
                    }
                    let item = self.blocks(Some(TagEnd::Item));
                    self.depth -= 1;
                    if clauses {
                        let anchor = self.anchor.take().unwrap_or_default();
                        let number = String::new();
                        blocks.push(Block::Clause(Clause { number, anchor, blocks: item }));
                    } else if !item.is_empty() {
                        items.push(item);
                    }
                }
                _ => {}
            }
        }
        if !items.is_empty() {
            blocks.push(Block::List(List { marks, items }));
        }
    }

    fn directive(&mut self, kind: &CodeBlockKind, blocks: &mut Vec<Block>) {
        let mut body = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::End(TagEnd::CodeBlock) => break,
                Event::Text(text) => body.push_str(&text),
                _ => {}
            }
        }
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.trim().to_owned(),
            CodeBlockKind::Indented => return self.unsupported(&body),
        };
        let directive = Directive::read(&info);
        let caption = self.caption(&body);
        let made = directive.and_then(|it| tables::make(&it, caption, self.values));
        if let Some(made) = made {
            blocks.extend(made);
        } else {
            let finding = Finding::new(&codes::DIRECTIVE_UNKNOWN, self.template.place(&info));
            let finding = finding.arg("directive", &info).arg("known", tables::known());
            self.findings.add(finding);
        }
    }

    /// The body of a directive: one paragraph, which is the caption.
    fn caption(&mut self, body: &str) -> Inlines {
        let events = Parser::new_ext(body, OPTIONS).peekable();
        let (template, anchor) = (self.template, None);
        let (values, findings) = (&mut *self.values, &mut *self.findings);
        let mut reader = Reader {
            events,
            template,
            values,
            findings,
            anchor,
            depth: 0,
            numbered: false,
            met: Vec::new(),
        };
        reader
            .blocks(None)
            .into_iter()
            .find_map(|block| match block {
                Block::Paragraph(text) => Some(text),
                _ => None,
            })
            .unwrap_or_default()
    }

    fn table(&mut self, aligns: &[Alignment]) -> Table {
        let mut rows: Vec<Vec<Inlines>> = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(TagEnd::Table) => break,
                Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
                Event::Start(Tag::TableCell) => {
                    let cell = self.inlines(TagEnd::TableCell);
                    if let Some(row) = rows.last_mut() {
                        row.push(cell);
                    }
                }
                _ => {}
            }
        }
        let mut rows = rows.into_iter();
        let heads = rows.next().unwrap_or_default();
        let align = |at: usize| match aligns.get(at) {
            Some(Alignment::Center) => Align::Centre,
            _ => Align::Left,
        };
        let columns = heads.iter().enumerate();
        let columns =
            columns.map(|(at, head)| Column { title: head.clone(), width: 1, align: align(at) });
        let row = |cells| Row { anchor: String::new(), group: false, level: 0, cells };
        Table {
            anchor: String::new(),
            label: String::new(),
            caption: Vec::new(),
            columns: columns.collect(),
            rows: rows.map(row).collect(),
            row_header: 0,
            landscape: false,
        }
    }

    /// Inlines until the end of what holds them.
    fn inlines(&mut self, end: TagEnd) -> Inlines {
        let mut out = Inlines::new();
        self.depth += 1;
        while let Some(event) = self.events.next() {
            if matches!(&event, Event::End(tag) if *tag == end) {
                break;
            }
            match self.inline(&event) {
                Some(inlines) => {
                    for inline in inlines {
                        push(&mut out, inline);
                    }
                }
                None => {
                    if let Event::Start(Tag::Image { dest_url, .. }) = &event {
                        self.unsupported(dest_url);
                    }
                }
            }
        }
        self.depth -= 1;
        out
    }

    /// One event as inlines; `None` when it is not one of a run of text.
    fn inline(&mut self, event: &Event) -> Option<Inlines> {
        let one = |inline| Some(vec![inline]);
        match event {
            Event::Text(text) => one(Inline::Text(text.to_string())),
            Event::Code(code) => one(Inline::Code(code.to_string())),
            Event::SoftBreak => one(Inline::Text(" ".to_owned())),
            Event::HardBreak => one(Inline::Break),
            Event::InlineHtml(html) => {
                self.unsupported(html);
                Some(Vec::new())
            }
            Event::Start(Tag::Strong) if self.depth < MAX_DEPTH => {
                one(Inline::Strong(self.inlines(TagEnd::Strong)))
            }
            Event::Start(Tag::Emphasis) if self.depth < MAX_DEPTH => {
                one(Inline::Emphasis(self.inlines(TagEnd::Emphasis)))
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) if self.depth < MAX_DEPTH => {
                let (kind, to) = (*link_type, dest_url.to_string());
                let text = self.inlines(TagEnd::Link);
                Some(self.link(kind, &to, text))
            }
            _ => None,
        }
    }

    fn link(&mut self, kind: LinkType, to: &str, text: Inlines) -> Inlines {
        let inline = match to.split_once(':') {
            Some(("gnc", rest)) => return self.special(to, rest, text),
            Some(("https" | "http" | "mailto", _)) => {
                let to = if kind == LinkType::Email && !to.starts_with("mailto:") {
                    format!("mailto:{to}")
                } else {
                    to.to_owned()
                };
                Inline::Link { to, text }
            }
            _ => {
                self.unsupported(to);
                return text;
            }
        };
        vec![inline]
    }

    /// The links of our own scheme: values, references, terms, names of paragraphs.
    fn special(&mut self, to: &str, rest: &str, text: Inlines) -> Inlines {
        let (kind, name) = rest.split_once('/').unwrap_or((rest, ""));
        match kind {
            "value" => {
                let at: Option<usize> = name.parse().ok();
                self.met.extend(at);
                let shown = at.and_then(|at| self.values.shown.get(at));
                shown.map(|shown| shown.inlines.clone()).unwrap_or_default()
            }
            "missing" => vec![self.values.missing(name)],
            "ref" => vec![Inline::Reference { anchor: name.to_owned(), text: plain(&text) }],
            "term" => vec![Inline::Term { anchor: format!("term-{name}"), text }],
            "anchor" => {
                self.anchor = Some(name.to_owned());
                Vec::new()
            }
            _ => {
                self.unsupported(to);
                text
            }
        }
    }
}

/// Adds to a run; texts side by side become one.
fn push(run: &mut Inlines, inline: Inline) {
    if let (Some(Inline::Text(before)), Inline::Text(text)) = (run.last_mut(), &inline) {
        before.push_str(text);
    } else {
        run.push(inline);
    }
}
