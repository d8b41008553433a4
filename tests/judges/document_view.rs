//! Prints the Document view of a block as plain data, so that judges can compare with it what the
//! writers made of it: one line of JSON for each document and edition.
//!
//!     document-view [--draft] BLOCK [FILE…]
//!
//! FILEs are the blocks that BLOCK may rest on. What is printed are the lines of the document in the
//! order in which they are read, each with what it is and its number, and how many links and marks of
//! notes stand in it. It reads the view alone and no writer, and leaves out nothing of the view.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a program, not the library")]

use gnc::text::Sources;
use gnc::view::document::templates::Templates;
use gnc::view::document::{
    Block, Bracket, Document, Edition, Figure, Heading, Inline, Inlines, List, Options, Paper,
    Parallel, Setting, Table, build,
};
use gnc::words::document as say;
use gnc::words::{Lang, Languages};
use gnc::workspace::Workspace;
use serde_json::{Value, json};

fn main() -> Result<(), String> {
    let (flags, files): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|it| it == "--draft");
    let options = Options { draft: !flags.is_empty(), ..Options::default() };
    let mut workspace = Workspace::default();
    let mut block = None;
    for path in &files {
        let bytes = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?;
        let added = workspace.add(path, bytes).0;
        block = block.or(Some(added));
    }
    workspace.prepare();
    let analysis = workspace.analyse(block.ok_or("name a block")?);
    let resolved = analysis.resolved.ok_or("the block does not resolve")?;
    let templates = Templates::new(&mut Sources::default(), &[]);
    for paper in Paper::ALL {
        let document = |lang| build(paper, &resolved, &templates, lang, options).0;
        for languages in Languages::ALL {
            let edition = match languages {
                Languages::One(lang) => Edition::One(Box::new(document(lang))),
                Languages::Two(left, right) => {
                    Edition::Parallel(Box::new(Parallel::new(document(left), document(right))))
                }
            };
            println!("{}", dump(&edition));
        }
    }
    Ok(())
}

fn dump(edition: &Edition) -> Value {
    let mut reader = Reader { lang: edition.first().lang, paper: edition.paper(), lines: vec![] };
    let notes = match edition {
        Edition::One(it) => {
            reader.cover(&[it]);
            reader.blocks(&it.blocks);
            it.footnotes.iter().map(|note| words(note)).collect::<Vec<_>>()
        }
        Edition::Parallel(it) => {
            reader.cover(&[&it.left, &it.right]);
            for pair in &it.rows {
                let merged = pair.setting == Setting::Merged;
                for (lang, block) in [(it.left.lang, &pair.left), (it.right.lang, &pair.right)] {
                    reader.lang = lang;
                    let from = reader.lines.len();
                    if let Some(block) = block {
                        reader.block(block);
                    }
                    let side = if merged { "both" } else { lang.code() };
                    for line in reader.lines.iter_mut().skip(from) {
                        line["side"] = side.into();
                    }
                }
            }
            it.footnotes.iter().map(|note| words(&note.text)).collect()
        }
    };
    json!({
        "paper": edition.paper().id(),
        "languages": edition.languages().suffix(),
        "lines": reader.lines,
        "notes": notes,
        "points": edition.points().len(),
    })
}

struct Reader {
    lang: Lang,
    paper: Paper,
    lines: Vec<Value>,
}

impl Reader {
    fn line(&mut self, is: &str, label: &str, text: &[Inline]) -> &mut Value {
        let mut count = Count::default();
        count.all(text, false);
        self.lines.push(json!({
            "is": is,
            "label": label,
            "text": words(text),
            "links": count.links,
            "notes": count.notes,
        }));
        self.lines.last_mut().expect("a line was pushed")
    }

    fn words(&mut self, is: &str, text: &str) {
        if !text.is_empty() {
            self.line(is, "", &[Inline::Text(text.to_owned())]);
        }
    }

    /// The cover, part by part: in two languages, each part in both.
    fn cover(&mut self, documents: &[&Document]) {
        let parts: [fn(&mut Self, &Document); 5] = [
            |it, document| it.words("mark", &document.mark),
            |it, document| it.words("title", &document.title),
            |it, document| it.words("subtitle", &document.subtitle),
            |it, document| {
                for fact in &document.facts {
                    let mut run = fact.name.clone();
                    run.push(Inline::Text(" ".to_owned()));
                    run.extend(fact.value.iter().cloned());
                    it.line("fact", "", &run);
                }
            },
            |it, document| it.words("notice", &document.notice),
        ];
        for part in parts {
            for document in documents {
                part(self, document);
            }
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Clause(it) => self.numbered("clause", &it.number, &it.blocks),
            Block::Paragraph(text) => drop(self.line("paragraph", "", text)),
            Block::List(list) => self.list(list),
            Block::Definitions(list) => {
                for it in list {
                    let mut run = it.term.clone();
                    run.extend(it.meaning.iter().cloned());
                    let between = say::DEFINED_AS.get(self.lang);
                    let line = self.line("definition", &words(&it.term), &run);
                    line["text"] = words(&it.meaning).into();
                    line["between"] = between.into();
                }
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Note(blocks) => self.blocks(blocks),
            Block::Contents => self.words("contents", say::CONTENTS.get(self.lang)),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let listed = self.paper.lists(heading);
        let line = self.line("heading", &heading.label, &heading.title);
        line["level"] = heading.level.into();
        line["listed"] = listed.into();
    }

    /// A paragraph with a number, and what belongs to it.
    fn numbered(&mut self, is: &str, label: &str, blocks: &[Block]) {
        if let Some((Block::Paragraph(text), rest)) = blocks.split_first() {
            self.line(is, label, text);
            self.blocks(rest);
        } else {
            self.line(is, label, &[]);
            self.blocks(blocks);
        }
    }

    fn list(&mut self, list: &List) {
        for (at, item) in list.items.iter().enumerate() {
            self.numbered("item", &list.marks.label(at), item);
        }
    }

    fn table(&mut self, table: &Table) {
        self.line("caption", &table.label, &table.caption);
        let (columns, rows) = (table.columns.len(), table.rows.len());
        self.lines.push(json!({"is": "table", "columns": columns, "rows": rows}));
        for column in &table.columns {
            self.line("head", "", &column.title);
        }
        for cell in table.rows.iter().flat_map(|row| &row.cells) {
            self.line("cell", "", cell);
        }
    }

    fn figure(&mut self, figure: &Figure) {
        self.line("caption", &figure.label, &figure.caption);
        self.lines.push(json!({"is": "figure", "alternative": figure.alternative}));
        if !figure.described_at.is_empty() {
            let words = say::DESCRIBED.get(self.lang).to_owned() + say::COLON.get(self.lang);
            let anchor = figure.described_at.clone();
            let place = Inline::Reference { anchor, text: figure.described.clone() };
            self.line("described", "", &[Inline::Text(words), place]);
        }
    }
}

/// What stands in a run besides words.
#[derive(Default)]
struct Count {
    /// Links to places of the document, except those within another link.
    links: usize,
    notes: usize,
}

impl Count {
    fn all(&mut self, run: &[Inline], linked: bool) {
        for inline in run {
            match inline {
                Inline::Reference { .. } => self.links += usize::from(!linked),
                Inline::Term { text, .. } | Inline::Bracket(Bracket { text, .. }) => {
                    self.links += usize::from(!linked);
                    self.all(text, true);
                }
                Inline::Link { text, .. } => self.all(text, true),
                Inline::Strong(text)
                | Inline::Emphasis(text)
                | Inline::Foreign { text, .. }
                | Inline::Translation { text, .. }
                | Inline::Stale(text) => self.all(text, linked),
                Inline::Footnote(_) => self.notes += 1,
                Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
            }
        }
    }
}

/// The words of a run; lines of a paragraph are parted by a line end, and the number of a note stands
/// between two word joiners.
fn words(run: &[Inline]) -> String {
    let mut lines = vec![Inlines::new()];
    split(run, &mut lines);
    let lines: Vec<_> = lines.iter().map(|line| gnc::view::document::plain(line)).collect();
    lines.join("\n")
}

fn split(run: &[Inline], lines: &mut Vec<Inlines>) {
    for inline in run {
        match inline {
            Inline::Break => lines.push(Inlines::new()),
            Inline::Footnote(place) => {
                let mark = format!("\u{2060}{}\u{2060}", place + 1);
                lines.last_mut().expect("there is a line").push(Inline::Text(mark));
            }
            Inline::Strong(text)
            | Inline::Emphasis(text)
            | Inline::Link { text, .. }
            | Inline::Term { text, .. }
            | Inline::Foreign { text, .. }
            | Inline::Translation { text, .. }
            | Inline::Stale(text)
            | Inline::Bracket(Bracket { text, .. }) => split(text, lines),
            other => lines.last_mut().expect("there is a line").push(other.clone()),
        }
    }
}
