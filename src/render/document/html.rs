//! A document as one HTML page that needs nothing else: no script, no font, no network.

use std::collections::BTreeSet;

use crate::render::document::{Picture, artifact, breaks, picture, style};
use crate::render::print::html::{Element, Node, element, page};
use crate::render::{Artifact, Kind};
use crate::view::document::{
    Align, Block, BracketKind, Clause, Division, Document, Edition, Fact, Figure, Heading, Inline,
    Inlines, List, Marks, Parallel, Point, Row, Setting, Table, plain, set_blanks,
};
use crate::words::Lang;
use crate::words::document as say;

/// What the page may do: show itself and its styles, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
                      base-uri 'none'; form-action 'none'";

/// Place of the title among the parts of a cover.
const TITLE: usize = 1;

/// Writes the document; two languages stand side by side, one after the other on narrow screens.
pub fn write(edition: &Edition, pictures: &[Picture]) -> Artifact {
    let lang = edition.first().lang;
    let mut writer =
        Writer { edition, pictures, lang, widths: BTreeSet::new(), marked: BTreeSet::new() };
    let text = page(&writer.html());
    artifact(edition, Kind::Html, "html", text.into_bytes())
}

struct Writer<'a> {
    edition: &'a Edition,
    pictures: &'a [Picture],
    /// The language of what is being written.
    lang: Lang,
    /// Widths of columns in hundredths: each is a class of the style sheet.
    widths: BTreeSet<u16>,
    /// The notes that were marked already: the first mark of each has a name.
    marked: BTreeSet<usize>,
}

impl<'a> Writer<'a> {
    fn html(&mut self) -> Element<'a> {
        let document = self.edition.first();
        let lang = self.lang;
        let mut body = element("body").with("class", self.edition.paper().id()).child(
            element("a").with("class", "skip").with("href", "#text").child(say::SKIP.get(lang)),
        );
        body.push(self.cover());
        let mut main = element("main").with("id", "text");
        match self.edition {
            Edition::One(document) => {
                if document.blocks.contains(&Block::Contents) {
                    body.push(self.contents("contents", document.blocks.iter()));
                }
                main.push_all(self.sections(&document.blocks));
            }
            Edition::Parallel(it) => {
                let [left, right] = [it.left.lang, it.right.lang];
                if it.column(left).any(|block| *block == Block::Contents) {
                    let contents = self.contents("contents", it.column(left));
                    let name = format!("{}-contents", right.code());
                    let other = self.in_lang(right, |me| me.contents(&name, it.column(right)));
                    body.push(pair(Some(contents), Some(other.with("lang", right.code()))));
                }
                main.push_all(self.rows(it));
            }
        }
        body.push(main);
        body.push(self.footer());
        let head = element("head")
            .child(element("meta").with("charset", "utf-8"))
            .child(
                element("meta")
                    .with("http-equiv", "Content-Security-Policy")
                    .with("content", POLICY),
            )
            .child(
                element("meta")
                    .with("name", "viewport")
                    .with("content", "width=device-width, initial-scale=1"),
            )
            .child(element("meta").with("name", "color-scheme").with("content", "light dark"))
            .child(element("title").child(self.page_title()))
            .child(
                element("style").child(Node::Style(style::sheet(document, &self.widths).into())),
            );
        element("html").with("lang", lang.code()).child(head).child(body)
    }

    fn page_title(&self) -> String {
        let Document { block, version, mark, .. } = self.edition.first();
        let mark = if mark.is_empty() { String::new() } else { format!(" ({mark})") };
        format!("{block} {version}{mark}")
    }

    /// What `make` gives in another language than that of the page.
    fn in_lang<T>(&mut self, lang: Lang, make: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.lang, lang);
        let made = make(self);
        self.lang = before;
        made
    }

    fn cover(&mut self) -> Element<'a> {
        let cover = element("header").with("class", "cover");
        match self.edition {
            Edition::One(document) => {
                let title = element("h1").child(document.title.as_str());
                let parts = self.cover_parts(document, title);
                cover.children(parts.into_iter().flatten())
            }
            Edition::Parallel(it) => {
                let (left, right) = (&it.left, &it.right);
                // A page has one heading of the first rank: here it says the title twice.
                let title = |words: &'a str| element("span").child(words);
                let mut parts = self.cover_parts(left, title(&left.title));
                let lang = right.lang;
                let mut others =
                    self.in_lang(lang, |me| me.cover_parts(right, title(&right.title)));
                for other in &mut others {
                    *other = other.take().map(|it| it.with("lang", lang.code()));
                }
                let mut cover = cover;
                for (part, (one, other)) in parts.iter_mut().zip(&mut others).enumerate() {
                    cover.push(match (part, one.take(), other.take()) {
                        (TITLE, Some(one), Some(other)) => {
                            element("h1").with("class", "pair").child(one).child(other)
                        }
                        (_, one, other) => pair(one, other),
                    });
                }
                cover
            }
        }
    }

    /// The mark, the title, the subtitle, the facts and the notice of a cover.
    fn cover_parts(
        &mut self,
        document: &'a Document,
        title: Element<'a>,
    ) -> [Option<Element<'a>>; 5] {
        let words = |class: &'static str, words: &'a str| {
            (!words.is_empty()).then(|| element("p").with("class", class).child(words))
        };
        let mut facts = element("dl").with("class", "facts");
        for Fact { name, value } in &document.facts {
            facts.push(
                element("div")
                    .child(element("dt").children(self.inlines(name)))
                    .child(element("dd").children(self.inlines(value))),
            );
        }
        [
            words("mark", &document.mark),
            Some(title),
            words("subtitle", &document.subtitle),
            Some(facts),
            words("notice", &document.notice),
        ]
    }

    /// Blocks in two languages, with a section around each part, Article and Appendix.
    fn rows(&mut self, it: &'a Parallel) -> Vec<Node<'a>> {
        let lang = it.right.lang;
        let mut nodes = Vec::new();
        let mut open: Option<Element<'a>> = None;
        for row in &it.rows {
            if let Some(Block::Heading(heading)) = row.left.as_ref().or(row.right.as_ref())
                && heading.level == 1
            {
                nodes.extend(open.take().map(Node::from));
                open = Some(section(heading.division));
            }
            let left = row.left.as_ref().and_then(|block| self.block(block));
            let right = row.right.as_ref();
            let right = right.and_then(|block| self.in_lang(lang, |me| me.block(block)));
            let right = right.map(|it| element("div").with("lang", lang.code()).child(it));
            let made: Vec<Node<'a>> = match (row.setting, left, right) {
                (_, None, None) => continue,
                (Setting::Columns, left, right) => {
                    vec![pair(left.map(|it| element("div").child(it)), right).into()]
                }
                (Setting::Stacked | Setting::Merged, left, right) => {
                    left.into_iter().chain(right.map(Node::from)).collect()
                }
            };
            match &mut open {
                Some(section) => section.push_all(made),
                None => nodes.extend(made),
            }
        }
        nodes.extend(open.map(Node::from));
        nodes
    }

    fn contents(&self, name: &str, blocks: impl Iterator<Item = &'a Block>) -> Element<'a> {
        let mut list = element("ol").with("class", "contents");
        for block in blocks {
            let Block::Heading(heading) = block else { continue };
            if !self.edition.paper().lists(heading) {
                continue;
            }
            let mut link = element("a").with("href", format!("#{}", heading.anchor));
            if !heading.label.is_empty() {
                let label = format!("{} ", heading.label);
                link.push(element("span").with("class", "label").child(label));
            }
            link.push(plain(&heading.title));
            list.push(element("li").child(link));
        }
        let title = element("h2").with("id", name.to_owned()).child(say::CONTENTS.get(self.lang));
        element("nav").with("aria-labelledby", name.to_owned()).child(title).child(list)
    }

    fn footer(&mut self) -> Element<'a> {
        let (edition, page) = (self.edition, self.lang);
        let mut footer = element("footer");
        let notes: Vec<(Lang, &'a Inlines)> = match edition {
            Edition::One(document) => document.footnotes.iter().map(|it| (page, it)).collect(),
            Edition::Parallel(it) => it.footnotes.iter().map(|it| (it.lang, &it.text)).collect(),
        };
        if !notes.is_empty() {
            let mut list = element("ol").with("class", "notes");
            for (place, (lang, note)) in notes.into_iter().enumerate() {
                let mut item = element("li").with("id", format!("note-{}", place + 1));
                if lang != page {
                    item = item.with("lang", lang.code());
                }
                item = item.children(self.inlines(note)).child(" ");
                let back = element("a")
                    .with("href", format!("#mark-{}", place + 1))
                    .with("aria-label", say::BACK.get(lang))
                    .child("↩");
                list.push(item.child(back));
            }
            footer.push(element("h2").child(say::FOOTNOTES.get(page)));
            footer.push(list);
        }
        let words = |document: &'a Document| element("p").child(document.notice.as_str());
        match edition {
            Edition::One(document) => footer.child(words(document)),
            Edition::Parallel(it) => {
                let right = words(&it.right).with("lang", it.right.lang.code());
                footer.child(pair(Some(words(&it.left)), Some(right)))
            }
        }
    }

    /// The blocks, with a section around each part, Article and Appendix.
    fn sections(&mut self, blocks: &'a [Block]) -> Vec<Node<'a>> {
        let mut nodes = Vec::new();
        let mut open: Option<Element<'a>> = None;
        for block in blocks {
            if let Block::Heading(heading) = block
                && heading.level == 1
            {
                nodes.extend(open.take().map(Node::from));
                open = Some(section(heading.division));
            }
            let made = self.block(block);
            match &mut open {
                Some(section) => section.push_all(made),
                None => nodes.extend(made),
            }
        }
        nodes.extend(open.map(Node::from));
        nodes
    }

    fn blocks(&mut self, blocks: &'a [Block]) -> Vec<Node<'a>> {
        blocks.iter().filter_map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &'a Block) -> Option<Node<'a>> {
        let made = match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Clause(clause) => self.clause(clause),
            Block::Paragraph(text) => element("p").children(self.inlines(text)),
            Block::List(list) => self.list(list),
            Block::Definitions(definitions) => {
                let mut list = element("dl").with("class", "terms");
                for definition in definitions {
                    let term = element("dt").with("id", definition.anchor.as_str());
                    list.push(term.children(self.inlines(&definition.term)));
                    list.push(element("dd").children(self.inlines(&definition.meaning)));
                }
                list
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Note(blocks) => {
                element("div").with("class", "note").children(self.blocks(blocks))
            }
            Block::Contents => return None,
        };
        Some(made.into())
    }

    fn heading(&mut self, heading: &'a Heading) -> Element<'a> {
        let name = match heading.level {
            0 | 1 => "h2",
            2 => "h3",
            3 => "h4",
            _ => "h5",
        };
        let mut made = element(name).with("id", heading.anchor.as_str());
        if !heading.label.is_empty() {
            let label = format!("{} ", heading.label);
            made.push(element("span").with("class", "label").child(label));
        }
        made.children(self.inlines(&heading.title))
    }

    fn clause(&mut self, clause: &'a Clause) -> Element<'a> {
        let mut blocks = clause.blocks.iter();
        let number = element("span").with("class", "number").child(format!("{} ", clause.number));
        let mut first = element("p").child(number);
        if let Some(Block::Paragraph(text)) = blocks.as_slice().first() {
            first = first.children(self.inlines(text));
            blocks.next();
        }
        element("div")
            .with("class", "clause")
            .with("id", clause.anchor.as_str())
            .child(first)
            .children(self.blocks(blocks.as_slice()))
    }

    fn list(&mut self, list: &'a List) -> Element<'a> {
        let (name, class) = match list.marks {
            Marks::Bullets => ("ul", ""),
            Marks::Letters => ("ol", "letters"),
            Marks::Roman => ("ol", "roman"),
            Marks::Numbers => ("ol", ""),
        };
        let mut made = element(name).with_some("class", class);
        for item in &list.items {
            let item = match item.as_slice() {
                [Block::Paragraph(text)] => element("li").children(self.inlines(text)),
                blocks => element("li").children(self.blocks(blocks)),
            };
            made.push(item);
        }
        made
    }

    fn table(&mut self, table: &'a Table) -> Element<'a> {
        let lang = self.lang;
        let name = format!("{}-caption", table.anchor);
        let mut words = element("span").with("class", "words");
        if !table.label.is_empty() {
            let label = say::CAPTION.with(lang, &[("label", &table.label)]);
            words.push(element("span").with("class", "label").child(label));
        }
        words = words.children(self.inlines(&table.caption));
        let caption = element("caption").with("id", name.clone()).child(words);

        let sum = table.columns.iter().map(|it| u32::from(it.width)).sum::<u32>().max(1);
        let mut columns = element("colgroup");
        for column in &table.columns {
            let share = u16::try_from(u32::from(column.width) * 100 / sum).unwrap_or(100);
            self.widths.insert(share);
            columns.push(element("col").with("class", format!("w{share}")));
        }
        let heads: Vec<_> = table
            .columns
            .iter()
            .enumerate()
            .map(|(place, column)| {
                let class = match column.align {
                    _ if place == table.row_header => "key",
                    Align::Centre => "centre",
                    Align::Left => "",
                };
                let head = element("th").with("scope", "col").with_some("class", class);
                head.children(self.inlines(&column.title))
            })
            .collect();
        let head = element("thead").child(element("tr").children(heads));
        // A title speaks for the rows of its body.
        let bodies = table.rows.chunk_by(|_, next| !next.is_title());
        let bodies: Vec<_> = bodies
            .map(|rows| element("tbody").children(rows.iter().map(|row| self.row(table, row))))
            .collect();
        let made = element("table").child(caption).child(columns).child(head).children(bodies);
        let size = match (table.landscape, table.columns.len()) {
            (true, _) => "table wide landscape",
            (_, 0..=3) => "table cards",
            _ => "table cards wide",
        };
        // Who has no pointer scrolls a wide table with the keys.
        element("section")
            .with("class", size)
            .with("id", table.anchor.as_str())
            .with("aria-labelledby", name)
            .with("tabindex", "0")
            .child(made)
    }

    fn row(&mut self, table: &'a Table, row: &'a Row) -> Element<'a> {
        let class = if row.group { "group" } else { "" };
        let mut made = element("tr").with_some("id", row.anchor.as_str()).with_some("class", class);
        if row.is_title() {
            let title = element("th").with("colspan", table.columns.len().to_string());
            let title = title.with("scope", "rowgroup").with("class", "key");
            return made
                .child(title.children(self.inlines(row.cells.first().map_or(&[], Vec::as_slice))));
        }
        for (place, (cell, column)) in row.cells.iter().zip(&table.columns).enumerate() {
            let mut class = String::new();
            if column.align == Align::Centre {
                class.push_str("centre");
            }
            let one = if place == table.row_header {
                "key".clone_into(&mut class);
                if row.level > 0 {
                    class.push_str(&format!(" level{}", row.level.min(6)));
                }
                element("th").with("scope", "row")
            } else {
                element("td")
            };
            // On a narrow screen a row is a card, and each cell says what it is.
            let title = if table.landscape || place == table.row_header || cell.is_empty() {
                String::new()
            } else {
                plain(&column.title)
            };
            let one = one.with_some("class", class).with_some("data-title", title);
            made.push(one.children(self.inlines(cell)));
        }
        made
    }

    fn figure(&mut self, figure: &'a Figure) -> Element<'a> {
        let mut made = element("figure").with("id", figure.anchor.as_str());
        if let Some(picture) = picture(self.pictures, &figure.drawing, self.lang) {
            let name = format!("{}-picture", figure.anchor);
            made.push(
                element("section")
                    .with("class", "picture")
                    .with("id", name)
                    .with("aria-label", figure.alternative.as_str())
                    .with("tabindex", "0")
                    .child(Node::Drawing(picture.svg.as_str().into())),
            );
        }
        let label = say::CAPTION.with(self.lang, &[("label", &figure.label)]);
        let mut caption = element("figcaption")
            .child(element("span").with("class", "label").child(label))
            .children(self.inlines(&figure.caption));
        if !figure.described_at.is_empty() {
            caption.push(" ");
            caption.push(
                element("a")
                    .with("href", format!("#{}", figure.described_at))
                    .child(say::DESCRIBED.get(self.lang)),
            );
        }
        made.child(caption)
    }

    fn inlines(&mut self, inlines: &'a [Inline]) -> Vec<Node<'a>> {
        inlines.iter().map(|inline| self.inline(inline)).collect()
    }

    fn inline(&mut self, inline: &'a Inline) -> Node<'a> {
        let made = match inline {
            Inline::Text(text) => return text.as_str().into(),
            Inline::Strong(text) => element("strong").children(self.inlines(text)),
            Inline::Emphasis(text) => element("em").children(self.inlines(text)),
            Inline::Code(code) => breakable(code),
            Inline::Break => element("br"),
            Inline::Link { to, text } => {
                element("a").with("href", to.as_str()).children(self.inlines(text))
            }
            Inline::Reference { anchor, text } => {
                let text = set_blanks(text.clone(), self.lang);
                element("a").with("href", format!("#{anchor}")).child(text)
            }
            Inline::Term { anchor, text } => element("a")
                .with("class", "term")
                .with("href", format!("#{anchor}"))
                .children(self.inlines(text)),
            Inline::Bracket(bracket) => {
                let class = match bracket.kind {
                    BracketKind::Proposal => "bracket",
                    BracketKind::Open => "bracket open",
                    BracketKind::Missing => "bracket missing",
                };
                element("a")
                    .with("class", class)
                    .with("href", format!("#{}", Point::link(bracket.point)))
                    .children(self.inlines(&bracket.text))
            }
            Inline::Foreign { lang, text } => element("span")
                .with("class", "foreign")
                .with("lang", lang.as_str())
                .children(self.inlines(text)),
            Inline::Translation { lang, text } => element("span")
                .with("class", "translation")
                .with("lang", lang.code())
                .children(self.in_lang(*lang, |me| me.inlines(text))),
            Inline::Stale(text) => {
                element("span").with("class", "stale").children(self.inlines(text))
            }
            Inline::Footnote(place) => {
                let number = (place + 1).to_string();
                let link = element("a")
                    .with("href", format!("#note-{number}"))
                    .with("aria-label", format!("{} {number}", say::NOTE.get(self.lang)))
                    .child(number.clone());
                let mark = element("sup").child(link);
                let first = self.marked.insert(*place);
                if first { mark.with("id", format!("mark-{number}")) } else { mark }
            }
        };
        made.into()
    }
}

/// What stands around a part, an Article or an Appendix.
fn section<'a>(division: Division) -> Element<'a> {
    let class = match division {
        Division::Part => "part",
        Division::Article => "article",
        Division::Appendix => "appendix",
        Division::Section => "section",
    };
    element("section").with("class", class)
}

/// Two elements side by side; an empty place where one is missing.
fn pair<'a>(left: Option<Element<'a>>, right: Option<Element<'a>>) -> Element<'a> {
    let empty = || element("div");
    let (left, right) = (left.unwrap_or_else(empty), right.unwrap_or_else(empty));
    element("div").with("class", "pair").child(left).child(right)
}

/// A code; a line may end behind each of its pieces.
fn breakable(code: &str) -> Element<'_> {
    let mut made = element("code");
    for (at, piece) in breaks::code(code).into_iter().enumerate() {
        if at > 0 {
            made = made.child(element("wbr"));
        }
        made = made.child(piece);
    }
    made
}
