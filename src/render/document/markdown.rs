//! A document as `CommonMark` with tables: plain text that reads well as it is.

use crate::render::document::{Picture, path, picture};
use crate::render::{Artifact, Kind};
use crate::view::document::commonmark::escape;
use crate::view::document::{
    Align, Block, Bracket, Clause, Division, Document, Fact, Figure, Heading, Inline, List, Row,
    Table,
};
use crate::words::Lang;
use crate::words::document as say;

/// Writes the document.
pub fn write(document: &Document, pictures: &[Picture]) -> Artifact {
    let mut page = Page { document, pictures, out: String::with_capacity(128 * 1024) };
    page.cover();
    page.blocks(&document.blocks, "");
    page.footnotes();
    let text = format!("{}\n", page.out.trim_end());
    Artifact::text(Kind::Markdown, path(document, "md"), text).in_lang(document.lang)
}

struct Page<'a> {
    document: &'a Document,
    pictures: &'a [Picture],
    out: String,
}

impl Page<'_> {
    fn lang(&self) -> Lang {
        self.document.lang
    }

    /// Begins a block: a blank line before it, and the margin.
    fn begin(&mut self, margin: &str) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            let blank = if self.out.ends_with('\n') { "\n" } else { "\n\n" };
            self.out.push_str(blank);
        }
        self.out.push_str(margin);
    }

    fn cover(&mut self) {
        let document = self.document;
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
            self.out.push_str(if self.lang() == Lang::Fr { "\u{a0}: " } else { ": " });
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
            let label = say::CAPTION.with(self.lang(), &[("label", &table.label)]);
            escape(&label, &mut self.out);
        }
        self.inlines(&table.caption);
        self.out.push_str("**");
        self.begin("");
        self.out.push('|');
        for column in &table.columns {
            self.out.push(' ');
            escape(&column.title, &mut self.out);
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
        escape(&say::CAPTION.with(self.lang(), &[("label", &figure.label)]), &mut self.out);
        self.inlines(&figure.caption);
        self.out.push_str("**");
        if let Some(picture) = picture(self.pictures, &figure.drawing) {
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
        self.out.push_str(say::CONTENTS.get(self.lang()));
        self.begin("");
        for block in &self.document.blocks {
            let Block::Heading(heading) = block else { continue };
            if heading.level != 1 || heading.division == Division::Section {
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

    fn footnotes(&mut self) {
        let notes = &self.document.footnotes;
        if notes.is_empty() {
            return;
        }
        self.begin("");
        self.out.push_str("## ");
        self.out.push_str(say::FOOTNOTES.get(self.lang()));
        for (place, note) in notes.iter().enumerate() {
            self.begin("");
            self.out.push_str(&format!("\\[{}\\] ", place + 1));
            self.inlines(note);
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Reference { text, .. } => {
                    escape(text, &mut self.out);
                }
                Inline::Strong(text) | Inline::Bracket(Bracket { text, .. }) => {
                    self.marked("**", text);
                }
                Inline::Emphasis(text) => self.marked("*", text),
                Inline::Foreign { text, .. } | Inline::Term { text, .. } => self.inlines(text),
                Inline::Code(code) => self.code(code),
                Inline::Break => self.out.push_str("; "),
                Inline::Link { to, text } => {
                    self.out.push('[');
                    self.inlines(text);
                    self.out.push_str("](<");
                    self.out.extend(to.chars().filter(|c| !matches!(c, '<' | '>' | '\n' | '\\')));
                    self.out.push_str(">)");
                }
                Inline::Footnote(place) => self.out.push_str(&format!(" \\[{}\\]", place + 1)),
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
