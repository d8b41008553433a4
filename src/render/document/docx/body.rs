//! The blocks of a document as paragraphs and tables.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::render::document::Picture;
use crate::render::document::docx::emit::{self, Voice, value};
use crate::render::document::docx::lists::{self, Lists};
use crate::render::document::docx::look;
use crate::render::document::docx::marks::Marks;
use crate::render::document::docx::names::{Place, PlaceKind, Places};
use crate::render::document::docx::page::{Format, Page};
use crate::render::document::docx::tag;
use crate::render::print::xml::Xml;
use crate::view::document::{
    self as view, Block, Bracket, BracketKind, Clause, Definition, Division, Heading, Inline,
    Inlines, List, Point, Table,
};
use crate::words::Lang;
use crate::words::document as say;

/// Which side of a text in two languages is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Side {
    /// The only one, or the left one.
    #[default]
    Left,
    /// The right one, numbered for itself by styles of its own.
    Right,
}

/// What stands behind the table that is written next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Behind {
    /// A gap.
    Gap,
    /// The end of its page, since a gap there could need a page of its own.
    PageEnd,
}

/// What the blocks of a document need besides themselves, and what they ask of other parts.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    pub(super) pictures: &'a [Picture],
    pub(super) notes: Vec<(Lang, &'a Inlines)>,
    pub(super) places: Places,
    pub(super) lang: Lang,
    pub(super) side: Side,
    /// Width of the text, in twentieths of a point.
    pub(super) width: u32,
    pub(super) format: Format,
    pub(super) page: Page,
    /// Whether an Appendix is open, whose paragraphs are numbered by its letter.
    pub(super) appendix: bool,
    pub(super) lists: Lists,
    /// Addresses that links lead to, in the order in which they were met.
    pub(super) links: Vec<String>,
    /// Pictures that were shown: place in `pictures`, and which sheet.
    pub(super) shown: Vec<(usize, usize)>,
    /// Character styles that are made of several.
    pub(super) mixed: BTreeSet<Marks>,
    /// Notes that were marked already.
    pub(super) marked: BTreeSet<usize>,
    /// How many bookmarks were set that are not places.
    pub(super) extra: usize,
    /// Whether the list of a paragraph was begun with its style: a further one begins anew.
    pub(super) pointed: bool,
    /// Most height of a picture, in twentieths of a point.
    pub(super) figures: u32,
    /// Whether the block that is written next leads to a table, figure or list, and stays on its page.
    pub(super) leads: bool,
    pub(super) behind: Behind,
    /// The widths of the columns of tables, by table and room.
    pub(super) tables: BTreeMap<(*const Table, u32), Rc<[u32]>>,
    /// Styles of paragraphs that stay on the page of what follows them.
    pub(super) kept: BTreeSet<String>,
}

/// Whether the words before it have to stand on the page where this begins.
pub(super) fn is_led_to(block: &Block) -> bool {
    matches!(block, Block::Table(_) | Block::Figure(_) | Block::List(_) | Block::Definitions(_))
}

/// Where a paragraph stands, which decides on its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Text,
    Clause,
    Point,
    Subpoint,
    Item(usize),
    Note,
}

impl At {
    fn style(self) -> &'static str {
        match self {
            Self::Text => "Normal",
            Self::Clause => "ClauseText",
            Self::Point => "PointText",
            Self::Subpoint => "SubpointText",
            Self::Item(_) => "ListContinue",
            Self::Note => "Note",
        }
    }
}

/// What stands before the words of a paragraph.
struct Opening<'p> {
    style: String,
    /// Number of the list and level, for a list that is not tied to the style.
    list: Option<(u32, usize)>,
    place: Option<&'p Place>,
    /// Whether it stays on the page of what follows.
    leads: bool,
}

impl Writer<'_> {
    pub(super) fn voice(&self) -> Voice {
        Voice { lang: tag(self.lang), marks: Marks::NONE, linked: false, small: false }
    }

    fn own(&self, style: &str) -> String {
        match self.side {
            Side::Left => style.to_owned(),
            Side::Right => format!("{style}Right"),
        }
    }

    pub(super) fn place(&self, anchor: &str) -> Option<Place> {
        self.places.get(anchor).cloned()
    }

    /// A block, wherever it stands: in the body, in a cell.
    pub(super) fn outer(&mut self, xml: &mut Xml, block: &Block) {
        self.block(xml, block, At::Text);
    }

    /// Blocks that follow each other; `leads` says whether the last of them leads to what follows.
    fn blocks(&mut self, xml: &mut Xml, blocks: &[Block], at: At, leads: bool) {
        for (number, block) in blocks.iter().enumerate() {
            self.leads = blocks.get(number + 1).map_or(leads, is_led_to);
            self.block(xml, block, at);
        }
    }

    /// The form of a style for a paragraph that stays on the page of what follows.
    pub(super) fn keeping(&mut self, style: &str) -> String {
        self.kept.insert(style.to_owned());
        look::kept(style)
    }

    fn block(&mut self, xml: &mut Xml, block: &Block, at: At) {
        let leads = std::mem::take(&mut self.leads);
        match block {
            Block::Heading(heading) => self.heading(xml, heading),
            Block::Clause(clause) => self.clause(xml, clause, leads),
            Block::Paragraph(text) if leads => {
                let style = self.keeping(at.style());
                self.plain(xml, &style, text);
            }
            Block::Paragraph(text) => self.plain(xml, at.style(), text),
            Block::List(list) => self.list(xml, list, at),
            Block::Definitions(list) => {
                for definition in list {
                    self.definition(xml, definition);
                }
            }
            Block::Table(table) => self.table(xml, table),
            Block::Figure(figure) => self.figure(xml, figure),
            Block::Note(blocks) => self.blocks(xml, blocks, At::Note, leads),
            // The front of the document has it.
            Block::Contents => {}
        }
    }

    pub(super) fn plain(&mut self, xml: &mut Xml, style: &str, text: &[Inline]) {
        let voice = self.voice();
        emit::paragraph(xml, style, |xml| self.inlines(xml, text, voice));
    }

    fn opened(&mut self, xml: &mut Xml, mut opening: Opening, text: &[Inline]) {
        if opening.leads {
            // Word counts by the style that a level names: the other form of it names the level itself.
            opening.list = opening.list.or_else(|| lists::tied(&opening.style));
            opening.style = self.keeping(&opening.style);
        }
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                value(xml, "w:pStyle", &opening.style);
                if let Some((number, level)) = opening.list {
                    xml.element("w:numPr", &[], |xml| {
                        value(xml, "w:ilvl", &level.to_string());
                        value(xml, "w:numId", &number.to_string());
                    });
                }
            });
            let voice = self.voice();
            bookmarked(xml, opening.place, |xml| self.inlines(xml, text, voice));
        });
    }

    fn heading(&mut self, xml: &mut Xml, heading: &Heading) {
        let style = match (heading.division, heading.level) {
            (Division::Part, _) => "PartHeading".to_owned(),
            (Division::Article, _) => self.own("ArticleHeading"),
            (Division::Appendix, _) => self.own("AppendixHeading"),
            (Division::Section, 0..=2) => "Heading2".to_owned(),
            (Division::Section, 3) => "Heading3".to_owned(),
            (Division::Section, _) => "Heading4".to_owned(),
        };
        match heading.division {
            Division::Appendix => self.appendix = true,
            Division::Article | Division::Part => self.appendix = false,
            Division::Section => {}
        }
        let place = self.place(&heading.anchor);
        let opening = Opening { style, list: None, place: place.as_ref(), leads: false };
        self.opened(xml, opening, &heading.title);
    }

    fn clause(&mut self, xml: &mut Xml, clause: &Clause, leads: bool) {
        let style = self.own(if self.appendix { "AppendixClause" } else { "Clause" });
        let (first, rest) = match clause.blocks.split_first() {
            Some((Block::Paragraph(text), rest)) => (text.as_slice(), rest),
            _ => (&[] as &[Inline], clause.blocks.as_slice()),
        };
        let place = self.place(&clause.anchor);
        let leads_on = rest.first().map_or(leads, is_led_to);
        let opening = Opening { style, list: None, place: place.as_ref(), leads: leads_on };
        self.opened(xml, opening, first);
        self.pointed = false;
        self.blocks(xml, rest, At::Clause, leads);
    }

    fn list(&mut self, xml: &mut Xml, list: &List, at: At) {
        let depth = match at {
            At::Text | At::Clause | At::Note => 0,
            At::Point => 1,
            At::Subpoint => 2,
            At::Item(depth) => depth + 1,
        };
        let points = match (at, list.marks) {
            (At::Clause, view::Marks::Letters) if !self.pointed => {
                Some(("Point", "AppendixPoint", At::Point))
            }
            (At::Point, view::Marks::Roman) => Some(("Subpoint", "AppendixSubpoint", At::Subpoint)),
            _ => None,
        };
        if let Some((article, appendix, inner)) = points {
            // The points of a paragraph are numbered by its style and begin anew with it.
            if at == At::Clause {
                self.pointed = true;
            }
            let style = self.own(if self.appendix { appendix } else { article });
            for item in &list.items {
                self.item(xml, item, &style, None, inner);
            }
            return;
        }
        let level = depth.min(2);
        if list.marks == view::Marks::Bullets {
            let style = ["ListBullet", "ListBullet2", "ListBullet3"][level];
            for item in &list.items {
                self.item(xml, item, style, None, At::Item(depth));
            }
            return;
        }
        let number = self.lists.begin(list.marks);
        let style = ["ListNumber", "ListNumber2", "ListNumber3"][level];
        for item in &list.items {
            self.item(xml, item, style, Some((number, level)), At::Item(depth));
        }
    }

    fn item(
        &mut self,
        xml: &mut Xml,
        item: &[Block],
        style: &str,
        list: Option<(u32, usize)>,
        inner: At,
    ) {
        let (first, rest) = match item.split_first() {
            Some((Block::Paragraph(text), rest)) => (text.as_slice(), rest),
            _ => (&[] as &[Inline], item),
        };
        let leads = rest.first().is_some_and(is_led_to);
        self.opened(xml, Opening { style: style.to_owned(), list, place: None, leads }, first);
        self.blocks(xml, rest, inner, false);
    }

    fn definition(&mut self, xml: &mut Xml, definition: &Definition) {
        let voice = self.voice();
        let place = self.place(&definition.anchor);
        emit::paragraph(xml, "Definition", |xml| {
            bookmarked(xml, place.as_ref(), |xml| {
                self.inlines(xml, &definition.term, voice.with(Marks::DEFINED));
            });
            emit::words(xml, voice, say::DEFINED_AS.get(self.lang));
            self.inlines(xml, &definition.meaning, voice);
        });
    }

    /// The caption of a table or figure: its word, its number as a field, its words.
    pub(super) fn caption(&mut self, xml: &mut Xml, anchor: &str, label: &str, text: &[Inline]) {
        let voice = self.voice();
        let place = self.place(anchor);
        emit::paragraph(xml, "Caption", |xml| {
            if let Some((word, number)) = label.rsplit_once([' ', '\u{a0}']) {
                let rest = say::CAPTION.with(self.lang, &[("label", "")]);
                emit::words(xml, voice, &format!("{word}\u{a0}"));
                // A word that both languages share counts apart in each.
                let apart = match self.side {
                    Side::Left => String::new(),
                    Side::Right => format!("_{}", self.lang.code()),
                };
                let code = format!("SEQ {}{apart} \\* ARABIC", word.replace(' ', "_"));
                bookmarked(xml, place.as_ref(), |xml| emit::field(xml, voice, &code, number));
                emit::words(xml, voice, &rest);
                self.inlines(xml, text, voice);
            } else {
                bookmarked(xml, place.as_ref(), |xml| self.inlines(xml, text, voice));
            }
        });
    }

    pub(super) fn inlines(&mut self, xml: &mut Xml, inlines: &[Inline], voice: Voice) {
        for inline in inlines {
            self.inline(xml, inline, voice);
        }
    }

    fn marked(&mut self, voice: Voice, marks: Marks) -> Voice {
        let voice = voice.with(marks);
        if voice.marks.is_mixed() {
            self.mixed.insert(voice.marks);
        }
        voice
    }

    fn inline(&mut self, xml: &mut Xml, inline: &Inline, voice: Voice) {
        match inline {
            Inline::Text(text) => emit::words(xml, voice, text),
            Inline::Strong(text) => {
                let voice = self.marked(voice, Marks::STRONG);
                self.inlines(xml, text, voice);
            }
            Inline::Emphasis(text) => {
                let voice = self.marked(voice, Marks::EMPHASIS);
                self.inlines(xml, text, voice);
            }
            Inline::Code(code) => {
                let code_marks = if voice.small { Marks::SMALL_CODE } else { Marks::CODE };
                let voice = self.marked(voice, code_marks);
                emit::words(xml, voice, code);
            }
            Inline::Break => emit::line_break(xml, voice),
            Inline::Link { to, text } => self.link(xml, to, text, voice),
            Inline::Reference { anchor, text } => self.reference(xml, anchor, text, voice),
            Inline::Term { anchor, text } => {
                let voice = self.marked(voice, Marks::TERM);
                let place = self.place(anchor);
                self.inside(xml, place, voice, |it, xml, voice| it.inlines(xml, text, voice));
            }
            Inline::Bracket(bracket) => self.bracket(xml, bracket, voice),
            Inline::Foreign { lang, text } => {
                let mut voice = self.marked(voice, Marks::FOREIGN);
                if let Some(lang) = Lang::from_code(lang) {
                    voice.lang = tag(lang);
                }
                self.inlines(xml, text, voice);
            }
            Inline::Translation { lang, text } => {
                let voice = Voice { lang: tag(*lang), ..self.marked(voice, Marks::TRANSLATION) };
                self.inlines(xml, text, voice);
            }
            Inline::Stale(text) => {
                let voice = self.marked(voice, Marks::STALE);
                self.inlines(xml, text, voice);
            }
            Inline::Footnote(at) => self.note_mark(xml, *at, voice),
        }
    }

    fn bracket(&mut self, xml: &mut Xml, bracket: &Bracket, voice: Voice) {
        let marks = match bracket.kind {
            BracketKind::Proposal => Marks::PROPOSAL,
            BracketKind::Open => Marks::OPEN,
            BracketKind::Missing => Marks::MISSING,
        };
        let voice = self.marked(voice, marks);
        let place = self.place(&Point::link(bracket.point));
        self.inside(xml, place, voice, |it, xml, voice| it.inlines(xml, &bracket.text, voice));
    }

    /// Runs in a link to a place of the document; as they are where links cannot be.
    fn inside(
        &mut self,
        xml: &mut Xml,
        place: Option<Place>,
        voice: Voice,
        inner: impl FnOnce(&mut Self, &mut Xml, Voice),
    ) {
        let Some(place) = place.filter(|_| !voice.linked) else {
            return inner(self, xml, voice);
        };
        let to = [("w:anchor", place.bookmark.as_str()), ("w:history", "1")];
        let voice = Voice { linked: true, ..voice };
        xml.element("w:hyperlink", &to, |xml| inner(self, xml, voice));
    }

    fn link(&mut self, xml: &mut Xml, to: &str, text: &[Inline], voice: Voice) {
        if voice.linked {
            return self.inlines(xml, text, voice);
        }
        let at = self.links.iter().position(|known| known == to).unwrap_or_else(|| {
            self.links.push(to.to_owned());
            self.links.len() - 1
        });
        let voice = Voice { linked: true, ..self.marked(voice, Marks::LINK) };
        let id = link_id(at);
        xml.element("w:hyperlink", &[("r:id", &id), ("w:history", "1")], |xml| {
            self.inlines(xml, text, voice);
        });
    }

    /// A reference: what Word can number anew is a field, the word before the number is not.
    fn reference(&mut self, xml: &mut Xml, anchor: &str, text: &str, voice: Voice) {
        let Some(place) = self.place(anchor) else {
            return emit::words(xml, voice, text);
        };
        let bookmark = &place.bookmark;
        // A line does not end between the word and its number.
        let (before, number) = match text.rsplit_once([' ', '\u{a0}']) {
            Some((word, number)) => (format!("{word}\u{a0}"), number),
            None => (String::new(), text),
        };
        let before = before.as_str();
        let (before, code, result) = match place.kind {
            PlaceKind::Numbered if place.label == text => {
                ("", format!("REF {bookmark} \\n \\h"), text)
            }
            PlaceKind::Numbered if place.label == number => {
                (before, format!("REF {bookmark} \\n \\h"), number)
            }
            // The field gives the number with its word, which begins with a capital where it stands.
            PlaceKind::Numbered if place.label.to_lowercase() == text => {
                ("", format!("REF {bookmark} \\n \\h \\* Lower"), text)
            }
            PlaceKind::Numbered if place.label.to_lowercase() == text.to_lowercase() => {
                ("", format!("REF {bookmark} \\n \\h"), text)
            }
            PlaceKind::Captioned if place.label.ends_with(number) => {
                (before, format!("REF {bookmark} \\h"), number)
            }
            PlaceKind::Titled if place.label == text => ("", format!("REF {bookmark} \\h"), text),
            _ => {
                let place = Some(place);
                return self.inside(xml, place, voice, |_, xml, voice| {
                    emit::words(xml, voice, text);
                });
            }
        };
        emit::words(xml, voice, before);
        emit::field(xml, voice, &code, result);
    }

    /// The mark of a note; a note that is marked again is a link to its first mark. It is no field
    /// (`NOTEREF`): `LibreOffice` before 7.6 does not know that one, and references that stand before it
    /// to places behind it then read “Reference source not found”.
    fn note_mark(&mut self, xml: &mut Xml, at: usize, voice: Voice) {
        if at >= self.notes.len() {
            return;
        }
        let voice = Voice { marks: Marks::NOTE_MARK, ..voice };
        let number = (at + 1).to_string();
        let mut place = Place {
            bookmark: format!("_note_{number}"),
            id: String::new(),
            kind: PlaceKind::Plain,
            label: String::new(),
        };
        if !self.marked.insert(at) {
            return self.inside(xml, Some(place), voice, |_, xml, voice| {
                emit::words(xml, voice, &number);
            });
        }
        self.extra += 1;
        place.id = (100_000 + self.extra).to_string();
        bookmarked(xml, Some(&place), |xml| emit::note_mark(xml, voice, &number));
    }
}

/// The name under which the part that holds the text knows an address.
pub(super) fn link_id(at: usize) -> String {
    format!("rIdLink{}", at + 1)
}

/// What `inner` prints, between the ends of the bookmark of a place.
pub(super) fn bookmarked(xml: &mut Xml, place: Option<&Place>, inner: impl FnOnce(&mut Xml)) {
    let Some(place) = place else { return inner(xml) };
    xml.empty("w:bookmarkStart", &[("w:id", &place.id), ("w:name", &place.bookmark)]);
    inner(xml);
    xml.empty("w:bookmarkEnd", &[("w:id", &place.id)]);
}
