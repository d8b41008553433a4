//! The page that lists blocks as one HTML page that needs nothing else: no script, no font, no
//! network.

use crate::render::index::style::SHEET;
use crate::render::print::html::{Element, Node, element, page};
use crate::render::{Artifact, Kind};
use crate::view::document::{Block, Inline};
use crate::view::index::{Card, Download, Group, Index, Picture, Piece, Reach};
use crate::words::index as say;
use crate::words::{Lang, count};

/// What the page may do: show itself and its styles, and nothing else.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Writes the page; `path` is where it lies below the output folder.
pub fn write(index: &Index, path: &str) -> Artifact {
    let text = page(&Writer { lang: index.lang }.html(index));
    Artifact::text(Kind::Html, path, text).in_lang(index.lang)
}

struct Writer {
    lang: Lang,
}

impl Writer {
    fn html<'a>(&self, index: &'a Index) -> Element<'a> {
        let lang = self.lang;
        let meta = || element("meta");
        let style = format!("{SHEET}{}", index.style);
        let head = element("head")
            .child(meta().with("charset", "utf-8"))
            .child(meta().with("http-equiv", "Content-Security-Policy").with("content", POLICY))
            .child(
                meta()
                    .with("name", "viewport")
                    .with("content", "width=device-width, initial-scale=1"),
            )
            .child(meta().with("name", "color-scheme").with("content", "light dark"))
            .child(element("title").child(index.title.as_str()))
            .child(element("style").child(Node::Style(style.into())));
        let mut header = element("header");
        if !index.editions.is_empty() {
            let mut others = element("p").with("class", "editions");
            for (other, path) in &index.editions {
                others.push(
                    element("a")
                        .with("href", href(path))
                        .with("lang", other.code())
                        .with("hreflang", other.code())
                        .child(say::THIS_PAGE.get(*other)),
                );
            }
            header.push(others);
        }
        header.push(element("h1").child(index.title.as_str()));
        header.push(element("div").with("class", "lead").children(blocks(&index.lead)));
        let mut main = element("main").with("id", "blocks");
        main.push(self.overview(index));
        main.push_all(index.groups.iter().map(|it| self.group(it)));
        let skip =
            element("a").with("class", "skip").with("href", "#blocks").child(say::SKIP.get(lang));
        let body = element("body").child(skip).child(header).child(main);
        element("html").with("lang", lang.code()).child(head).child(body)
    }

    /// One line for each block.
    fn overview<'a>(&self, index: &'a Index) -> Element<'a> {
        let lang = self.lang;
        let columns = [say::BLOCK, say::KIND, say::STATUS, say::COMPONENTS, say::OPEN, say::FOUND];
        let column =
            |it: &crate::words::Words| element("th").with("scope", "col").child(it.get(lang));
        let head = element("thead").child(element("tr").children(columns.iter().map(column)));
        let mut body = element("tbody");
        for card in index.groups.iter().flat_map(|it| &it.cards) {
            let link = element("a").with("href", format!("#{}", card.anchor));
            let cells = [
                element("td").child(card.kind.as_str()),
                element("td").child(card.status.as_str()),
                element("td").child(if card.steps.is_empty() {
                    "–".to_owned()
                } else {
                    format!("{}\u{202f}/\u{202f}{}", card.score.0, card.score.1)
                }),
                element("td").child(card.open.to_string()),
                element("td").child(card.counted.as_str()),
            ];
            let titled = cells.into_iter().zip(columns.iter().skip(1));
            let titled = titled.map(|(cell, it)| cell.with("data-title", it.get(lang)));
            body.push(
                element("tr")
                    .child(element("th").with("scope", "row").child(link.child(card.id.as_str())))
                    .children(titled),
            );
        }
        let caption = element("caption").child(say::CAPTION.get(lang));
        element("section")
            .with("aria-labelledby", "overview")
            .child(element("h2").with("id", "overview").child(say::OVERVIEW.get(lang)))
            .child(element("table").child(caption).child(head).child(body))
    }

    fn group<'a>(&self, group: &'a Group) -> Element<'a> {
        let title = element("h2").with("id", group.anchor.as_str()).child(group.title.as_str());
        element("section")
            .with("aria-labelledby", group.anchor.as_str())
            .child(title)
            .children(group.cards.iter().map(|it| self.card(it)))
    }

    fn card<'a>(&self, card: &'a Card) -> Element<'a> {
        let name = format!("{}-title", card.anchor);
        let mut made = element("article")
            .with("id", card.anchor.as_str())
            .with("aria-labelledby", name.clone());
        let code = format!("{} {}", card.id, card.version);
        made.push(
            element("p").with("class", "id").child(element("code").child(code.trim().to_owned())),
        );
        made.push(element("h3").with("id", name).child(card.title.as_str()));
        if !card.purpose.is_empty() {
            made.push(element("p").with("class", "purpose").child(card.purpose.as_str()));
        }
        let mut facts = element("dl").with("class", "facts");
        for (name, value) in &card.facts {
            facts.push(
                element("div")
                    .child(element("dt").child(name.as_str()))
                    .child(element("dd").children(value.iter().map(piece))),
            );
        }
        made.push(facts);
        made.push(self.standing(card));
        if !card.pictures.is_empty() {
            let title = say::DIAGRAMS;
            made.push(element("h4").child(title.get(self.lang)));
            let list =
                element("ul").with("class", "pictures").children(card.pictures.iter().map(picture));
            made.push(list);
        }
        made.push(element("h4").child(say::FILES.get(self.lang)));
        made.push_all(
            card.remarks.iter().map(|it| element("p").with("class", "remark").child(it.as_str())),
        );
        if !card.leading.is_empty() {
            let list = element("ul").with("class", "leading");
            made.push(list.children(card.leading.iter().map(download)));
        }
        if !card.files.is_empty() {
            made.push(self.shelves(card));
        }
        made
    }

    /// How far the block is, what is open in it, and what was found.
    fn standing<'a>(&self, card: &'a Card) -> Element<'a> {
        let lang = self.lang;
        let mut made = element("div").with("class", "standing");
        if !card.steps.is_empty() {
            let mut steps = element("ol").with("class", "steps");
            for step in &card.steps {
                let (class, mark) = match step.reach {
                    Reach::Whole => ("whole", "●"),
                    Reach::Part => ("part", "◐"),
                    Reach::None => ("none", "○"),
                };
                let mark = element("span").with("aria-hidden", "true").child(mark);
                let said = element("span").with("class", "said").child(step.said.as_str());
                let mut item = element("li").with("class", class);
                if step.here {
                    item = item.with("aria-current", "step");
                }
                item.push(mark);
                let label = element("span").with("class", "label").child(step.label.as_str());
                steps.push(item.child(" ").child(label).child(" ").child(said));
            }
            made.push(element("h4").child(say::MATURITY.get(lang)));
            made.push(steps);
            let (n, all) = (card.score.0.to_string(), card.score.1.to_string());
            let mut said = say::SCORE.with(lang, &[("n", &n), ("all", &all)]);
            said.push(' ');
            said.push_str(&match card.open {
                0 => say::NO_POINTS.get(lang).to_owned(),
                n => count(lang, n, say::ONE_POINT, say::MANY_POINTS),
            });
            if card.differing > 0 {
                let n = card.differing.to_string();
                said.push(' ');
                said.push_str(&say::DIFFERING.with(lang, &[("n", &n)]));
            }
            made.push(element("p").child(said));
        }
        made.push(element("h4").child(say::FOUND.get(lang)));
        if card.found.is_empty() {
            return made.child(element("p").child(say::NOTHING_FOUND.get(lang)));
        }
        let summary = element("summary").child(card.counted.as_str());
        let mut list = element("ul").with("class", "found");
        for it in &card.found {
            let class = ["error", "warning", "advice"].get(it.weight).copied().unwrap_or("advice");
            list.push(
                element("li")
                    .child(element("span").with("class", class).child(it.label.as_str()))
                    .child(" ")
                    .child(element("code").child(it.rule.as_str()))
                    .child(format!(" {} ", it.message))
                    .child(element("span").with("class", "place").child(format!("({})", it.place))),
            );
        }
        made.child(element("details").child(summary).child(list))
    }

    fn shelves<'a>(&self, card: &'a Card) -> Element<'a> {
        let files: usize = card.files.iter().map(|it| it.files.len()).sum();
        let opens = say::ALL_FILES.with(self.lang, &[("n", &files.to_string())]);
        let opens = element("summary").child(opens);
        let mut made = element("details").with("class", "shelves").child(opens);
        for shelf in &card.files {
            let files = shelf.files.iter().map(download);
            made.push(element("h5").child(shelf.title.as_str()));
            made.push(element("ul").children(files));
        }
        made
    }
}

fn download(file: &Download) -> Element<'_> {
    let mut link = element("a").with("href", href(&file.to));
    if let Some(lang) = file.lang {
        link = link.with("hreflang", lang.code());
    }
    let size = element("span").with("class", "size").child(file.size.as_str());
    element("li").child(link.child(file.label.as_str())).child(" ").child(size)
}

fn piece(piece: &Piece) -> Node<'_> {
    match piece.to.is_empty() {
        true => piece.text.as_str().into(),
        false => element("a").with("href", href(&piece.to)).child(piece.text.as_str()).into(),
    }
}

fn picture(picture: &Picture) -> Element<'_> {
    let drawing = || Node::Drawing(picture.svg.as_str().into());
    let words = || element("span").child(picture.title.as_str());
    let item = element("li");
    match picture.to.is_empty() {
        true => item.child(drawing()).child(words()),
        false => {
            item.child(element("a").with("href", href(&picture.to)).child(drawing()).child(words()))
        }
    }
}

/// A path as an address: what is no letter, digit or plain sign goes in by its bytes.
fn href(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' | b'#' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

fn blocks(blocks: &[Block]) -> Vec<Node<'_>> {
    let made = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(text) => Some(element("p").children(inlines(text)).into()),
        Block::List(list) => {
            let items = list.items.iter();
            let items = items.map(|item| element("li").children(self::blocks(item)));
            Some(element("ul").children(items).into())
        }
        _ => None,
    });
    made.collect()
}

fn inlines(run: &[Inline]) -> Vec<Node<'_>> {
    let made = run.iter().map(|inline| match inline {
        Inline::Text(text) => text.as_str().into(),
        Inline::Code(text) => element("code").child(text.as_str()).into(),
        Inline::Strong(text) => element("strong").children(inlines(text)).into(),
        Inline::Emphasis(text) => element("em").children(inlines(text)).into(),
        Inline::Link { to, text } => {
            element("a").with("href", to.as_str()).children(inlines(text)).into()
        }
        Inline::Break => element("br").into(),
        other => Node::Text(crate::view::document::plain(std::slice::from_ref(other)).into()),
    });
    made.collect()
}
