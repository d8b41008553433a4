//! A document as `CommonMark` with tables: plain text that reads well as it is.

use crate::render::document::{Picture, artifact, picture};
use crate::render::{Artifact, Kind};
use crate::view::document::commonmark::escape;
use crate::view::document::{
    Align, Block, Bracket, Clause, Document, Edition, Fact, Figure, Heading, Inline, Inlines, List,
    Row, Table,
};
use crate::words::Lang;
use crate::words::document as say;

/// Writes the document; of two languages, each paragraph of the left one is followed by the same of
/// the right one.
pub fn write(edition: &Edition, pictures: &[Picture]) -> Artifact {
    let lang = edition.first().lang;
    let mut page = Page { edition, pictures, lang, out: String::with_capacity(128 * 1024) };
    match edition {
        Edition::One(document) => {
            page.cover(document);
            page.blocks(&document.blocks, "");
            page.footnotes(document.footnotes.iter().map(|it| (lang, it)));
        }
        Edition::Parallel(it) => {
            page.cover(&it.left);
            page.in_lang(it.right.lang, |page| page.cover(&it.right));
            for row in &it.rows {
                row.left.iter().for_each(|block| page.block(block, ""));
                let right = |page: &mut Page| row.right.iter().for_each(|it| page.block(it, ""));
                page.in_lang(it.right.lang, right);
            }
            page.footnotes(it.footnotes.iter().map(|it| (it.lang, &it.text)));
        }
    }
    let text = format!("{}\n", page.out.trim_end());
    artifact(edition, Kind::Markdown, "md", text.into_bytes())
}

struct Page<'a> {
    edition: &'a Edition,
    pictures: &'a [Picture],
    /// The language of what is being written.
    lang: Lang,
    out: String,
}

impl Page<'_> {
    fn in_lang(&mut self, lang: Lang, write: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.lang, lang);
        write(self);
        self.lang = before;
    }

    /// Begins a block: a blank line before it, and the margin.
    fn begin(&mut self, margin: &str) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            let blank = if self.out.ends_with('\n') { "\n" } else { "\n\n" };
            self.out.push_str(blank);
        }
        self.out.push_str(margin);
    }

    fn cover(&mut self, document: &Document) {
        self.begin("");
        self.out.push_str("# ");
        escape(&document.title, &mut self.out);
        if !document.subtitle.is_empty() {
            self.begin("");
            escape(&document.subtitle, &mut self.out);
        }
        self.begin("");
        if !document.mark.is_empty() {
            self.out.push_str("**");
            escape(&document.mark, &mut self.out);
            self.out.push_str("** · ");
        }
        escape(&document.notice, &mut self.out);
        self.begin("");
        for Fact { name, value } in &document.facts {
            self.out.push_str("- **");
            self.inlines(name);
            self.out.push_str("**");
            self.out.push_str(if self.lang == Lang::Fr { "\u{202f}: " } else { ": " });
            self.inlines(value);
            self.out.push('\n');
        }
    }

    fn blocks(&mut self, blocks: &[Block], margin: &str) {
        for block in blocks {
            self.block(block, margin);
        }
    }

    fn block(&mut self, block: &Block, margin: &str) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Clause(clause) => self.clause(clause, margin),
            Block::Paragraph(text) => {
                self.begin(margin);
                self.inlines(text);
            }
            Block::List(list) => self.list(list, margin),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    self.begin(margin);
                    self.out.push_str("**");
                    self.inlines(&definition.term);
                    self.out.push_str("** — ");
                    self.inlines(&definition.meaning);
                }
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure, margin),
            Block::Note(blocks) => self.blocks(blocks, &format!("{margin}> ")),
            Block::Contents => self.contents(),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        self.begin("");
        let depth = usize::from(heading.level).saturating_add(1).min(6);
        self.out.push_str(&"#".repeat(depth));
        self.out.push(' ');
        if !heading.label.is_empty() {
            escape(&heading.label, &mut self.out);
            self.out.push_str(" – ");
        }
        self.inlines(&heading.title);
    }

    fn clause(&mut self, clause: &Clause, margin: &str) {
        let mut blocks = clause.blocks.iter();
        self.begin(margin);
        self.out.push_str("**");
        self.out.push_str(&clause.number);
        self.out.push_str("**\u{2003}");
        match blocks.next() {
            Some(Block::Paragraph(text)) => self.inlines(text),
            Some(other) => self.block(other, margin),
            None => {}
        }
        self.blocks(blocks.as_slice(), margin);
    }

    fn list(&mut self, list: &List, margin: &str) {
        self.begin("");
        let inner = format!("{margin}  ");
        for (place, item) in list.items.iter().enumerate() {
            let mut blocks = item.iter();
            if place > 0 {
                self.out.push('\n');
            }
            self.out.push_str(margin);
            self.out.push_str("- ");
            if list.marks != crate::view::document::Marks::Bullets {
                escape(&list.marks.label(place), &mut self.out);
                self.out.push(' ');
            }
            match blocks.next() {
                Some(Block::Paragraph(text)) => self.inlines(text),
                Some(other) => self.block(other, &inner),
                None => {}
            }
            self.blocks(blocks.as_slice(), &inner);
        }
    }

    fn table(&mut self, table: &Table) {
        self.begin("");
        self.out.push_str("**");
        if !table.label.is_empty() {
            let label = say::CAPTION.with(self.lang, &[("label", &table.label)]);
            escape(&label, &mut self.out);
        }
        self.inlines(&table.caption);
        self.out.push_str("**");
        self.begin("");
        self.out.push('|');
        for column in &table.columns {
            self.out.push(' ');
            self.inlines(&column.title);
            self.out.push_str(" |");
        }
        self.out.push_str("\n|");
        for column in &table.columns {
            self.out.push_str(if column.align == Align::Centre { " :-: |" } else { " --- |" });
        }
        self.out.push('\n');
        for row in &table.rows {
            self.row(table, row);
        }
    }

    fn row(&mut self, table: &Table, row: &Row) {
        self.out.push('|');
        for (place, cell) in row.cells.iter().enumerate() {
            self.out.push(' ');
            let header = place == table.row_header;
            if header {
                for _ in 0..row.level {
                    self.out.push('\u{2003}');
                }
            }
            if header && row.group && !cell.is_empty() {
                self.out.push_str("**");
                self.inlines(cell);
                self.out.push_str("**");
            } else {
                self.inlines(cell);
            }
            self.out.push_str(" |");
        }
        self.out.push('\n');
    }

    fn figure(&mut self, figure: &Figure, margin: &str) {
        self.begin(margin);
        self.out.push_str("**");
        escape(&say::CAPTION.with(self.lang, &[("label", &figure.label)]), &mut self.out);
        self.inlines(&figure.caption);
        self.out.push_str("**");
        if let Some(picture) = picture(self.pictures, &figure.drawing, self.lang) {
            self.begin(margin);
            self.out.push_str("![");
            escape(&figure.alternative, &mut self.out);
            self.out.push_str("](");
            self.out.push_str(&picture.path);
            self.out.push(')');
        }
    }

    fn contents(&mut self) {
        self.begin("");
        self.out.push_str("## ");
        self.out.push_str(say::CONTENTS.get(self.lang));
        self.begin("");
        let edition = self.edition;
        let blocks: Vec<&Block> = match edition {
            Edition::One(document) => document.blocks.iter().collect(),
            Edition::Parallel(it) => it.column(self.lang).collect(),
        };
        for block in blocks {
            let Block::Heading(heading) = block else { continue };
            if !self.edition.paper().lists(heading) {
                continue;
            }
            self.out.push_str("- ");
            if !heading.label.is_empty() {
                escape(&heading.label, &mut self.out);
                self.out.push_str(" – ");
            }
            self.inlines(&heading.title);
            self.out.push('\n');
        }
    }

    fn footnotes<'n>(&mut self, notes: impl Iterator<Item = (Lang, &'n Inlines)>) {
        let mut notes = notes.enumerate().peekable();
        if notes.peek().is_none() {
            return;
        }
        self.begin("");
        self.out.push_str("## ");
        self.out.push_str(say::FOOTNOTES.get(self.lang));
        for (place, (lang, note)) in notes {
            self.begin("");
            self.out.push_str(&format!("[^{}]: ", place + 1));
            self.in_lang(lang, |page| page.inlines(note));
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        let mut rest = inlines.iter();
        while let Some(inline) = rest.next() {
            match inline {
                Inline::Break if matches!(rest.as_slice(), [Inline::Translation { .. }, ..]) => {
                    self.out.push_str(" / ");
                }
                Inline::Text(text) | Inline::Reference { text, .. } => {
                    escape(text, &mut self.out);
                }
                Inline::Strong(text) | Inline::Bracket(Bracket { text, .. }) => {
                    self.marked("**", text);
                }
                Inline::Emphasis(text) => self.marked("*", text),
                Inline::Foreign { text, .. } | Inline::Term { text, .. } | Inline::Stale(text) => {
                    self.inlines(text);
                }
                Inline::Translation { lang, text } => {
                    self.in_lang(*lang, |page| page.inlines(text));
                }
                Inline::Code(code) => self.code(code),
                Inline::Break => self.out.push_str("; "),
                Inline::Link { to, text } => {
                    self.out.push('[');
                    self.inlines(text);
                    self.out.push_str("](<");
                    self.out.extend(to.chars().filter(|c| !matches!(c, '<' | '>' | '\n' | '\\')));
                    self.out.push_str(">)");
                }
                Inline::Footnote(place) => self.out.push_str(&format!("[^{}]", place + 1)),
            }
        }
    }

    fn marked(&mut self, mark: &str, text: &[Inline]) {
        self.out.push_str(mark);
        self.inlines(text);
        self.out.push_str(mark);
    }

    /// A code span; the bar would part the cells of a table, so it gets a plain text instead.
    fn code(&mut self, code: &str) {
        if code.contains(['`', '|', '\n']) {
            escape(code, &mut self.out);
        } else {
            self.out.push('`');
            self.out.push_str(code);
            self.out.push('`');
        }
    }
}
