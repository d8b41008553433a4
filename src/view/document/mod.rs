//! The technical annex as plain data: headings, numbered clauses, tables, figures, brackets.
//!
//! Every number, reference and label is settled here; a writer only puts it into its own form.
//! Room for tracked changes: a change is one more [`Inline`] (who, inserted or deleted, and the
//! content) and one more kind of [`Block`]; nothing here assumes that text is final.

mod build;
mod changes;
pub mod codes;
mod columns;
pub mod commonmark;
mod completeness;
mod context;
mod data;
mod directive;
pub mod edition;
mod finish;
mod matching;
mod matter;
mod notes;
pub mod paper;
mod permissions;
mod points;
mod process;
mod profile;
mod prose;
mod reader;
pub mod requests;
mod rules;
mod tables;
pub mod templates;
pub mod values;
mod walk;

pub use build::{Options, build};
pub use edition::{Edition, Pair, Parallel, Setting};
pub use paper::Paper;

use crate::words::{Lang, Words};

/// A run of text with its marks.
pub type Inlines = Vec<Inline>;

/// One document in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What kind of document it is.
    pub paper: Paper,
    /// The language it is written in.
    pub lang: Lang,
    /// Identifier of the block it was made from, as `adj-bor.co-push`.
    pub block: String,
    /// Version of the block.
    pub version: String,
    /// Title, on the cover and in the page header.
    pub title: String,
    /// What kind of document it is and between whom.
    pub subtitle: String,
    /// How far the block is, as printed.
    pub status: String,
    /// The mark that every page carries until the text is agreed; empty afterwards.
    pub mark: String,
    /// Who made the document, and what it is not.
    pub notice: String,
    /// Facts of the cover: what, and which.
    pub facts: Vec<Fact>,
    /// Everything behind the cover.
    pub blocks: Vec<Block>,
    /// Every point that is not agreed, in the order in which it is met.
    pub points: Vec<Point>,
    /// Notes at the foot of the page; [`Inline::Footnote`] counts from 0.
    pub footnotes: Vec<Inlines>,
}

/// A fact of the cover, or of any other list of names and values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What.
    pub name: Inlines,
    /// Which.
    pub value: Inlines,
}

/// A part of a document that stands on its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A numbered paragraph of an Article.
    Clause(Clause),
    /// A paragraph without a number.
    Paragraph(Inlines),
    /// A list.
    List(List),
    /// Terms and their meanings.
    Definitions(Vec<Definition>),
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
    /// A remark to the reader that is not part of the agreed text.
    Note(Vec<Block>),
    /// The place of the table of contents; writers make it from the headings.
    Contents,
}

/// A heading and what it opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// What it opens.
    pub division: Division,
    /// Depth, from 1 for an Article or Appendix.
    pub level: u8,
    /// The name that links point to.
    pub anchor: String,
    /// Its number with its word, as `Article 3` or `Appendix A`; empty for none.
    pub label: String,
    /// Its words.
    pub title: Inlines,
}

/// What a heading opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Division {
    /// A part that stands before or between, such as the preamble: no number.
    Part,
    /// An Article: numbered through the document, its paragraphs numbered within it.
    Article,
    /// An Appendix: lettered.
    Appendix,
    /// A section of one of these.
    Section,
}

/// A numbered paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its number, as `3.2`.
    pub number: String,
    /// The name that links point to.
    pub anchor: String,
    /// What it says; the first block is a paragraph.
    pub blocks: Vec<Block>,
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// How its items are marked.
    pub marks: Marks,
    /// Its items.
    pub items: Vec<Vec<Block>>,
}

/// How the items of a list are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// A dot.
    Bullets,
    /// (a), (b), (c): the points of a numbered paragraph.
    Letters,
    /// (i), (ii), (iii): the points of a point.
    Roman,
    /// 1., 2., 3.
    Numbers,
}

impl Marks {
    /// The mark of the item at this place, counted from 0, as `(b)`.
    pub fn label(self, place: usize) -> String {
        match self {
            Self::Bullets => "•".to_owned(),
            Self::Letters => format!("({})", values::letters(place, 'a')),
            Self::Roman => format!("({})", values::roman(place + 1)),
            Self::Numbers => format!("{}.", place + 1),
        }
    }
}

/// A term and its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The name that links point to.
    pub anchor: String,
    /// The term.
    pub term: Inlines,
    /// Its meaning.
    pub meaning: Inlines,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The name that links point to.
    pub anchor: String,
    /// Its number with its word, as `Table 3`; empty for a table without a number.
    pub label: String,
    /// What it shows.
    pub caption: Inlines,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Position of the column that says what a row is about.
    pub row_header: usize,
    /// Whether it needs a page in landscape.
    pub landscape: bool,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands at its head.
    pub title: Inlines,
    /// Share of the width, in parts of the sum of all columns.
    pub width: u16,
    /// How its cells are set.
    pub align: Align,
}

impl Column {
    /// A column with this title, whose cells are set to the left.
    fn left(title: Words, width: u16, lang: Lang) -> Self {
        let title = vec![Inline::Text(title.get(lang).to_owned())];
        Self { title, width, align: Align::Left }
    }
}

/// How a cell is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// From the left.
    Left,
    /// In the middle: letters and numbers of a few characters.
    Centre,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The name that links point to; empty for none.
    pub anchor: String,
    /// Whether the row opens a group: a class of a data table.
    pub group: bool,
    /// By how many steps its header is indented.
    pub level: u8,
    /// One cell for each column.
    pub cells: Vec<Inlines>,
}

impl Row {
    /// Whether it is a title of the rows below it and nothing more: its first cell spans them all.
    pub fn is_title(&self) -> bool {
        let others = self.cells.get(1..).unwrap_or_default();
        self.group && others.iter().all(Vec::is_empty)
    }
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The name that links point to.
    pub anchor: String,
    /// Its number with its word, as `Figure 1`.
    pub label: String,
    /// What it shows.
    pub caption: Inlines,
    /// What stands in its place for those who do not see it.
    pub alternative: String,
    /// Where its content is also said in words: an anchor; empty for none.
    pub described_at: String,
    /// How a reference to that place reads, as `Table 50`; empty for none.
    pub described: String,
    /// What is drawn.
    pub drawing: Drawing,
}

/// What a figure draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// The process of this identifier.
    Process(String),
    /// The states of the document that is exchanged.
    Lifecycle,
    /// The messages and which side sends them.
    Exchange,
}

/// A piece of a run of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Words with weight.
    Strong(Inlines),
    /// Words with stress.
    Emphasis(Inlines),
    /// A code, a path, an identifier.
    Code(String),
    /// A new line.
    Break,
    /// A link to another place in the world.
    Link {
        /// Its address: `https:` or `mailto:`.
        to: String,
        /// Its words.
        text: Inlines,
    },
    /// A reference to a place in the document.
    Reference {
        /// The name of the place.
        anchor: String,
        /// Its number, as `Article 15`.
        text: String,
    },
    /// A defined term where it is first used.
    Term {
        /// The name of its definition.
        anchor: String,
        /// The term as it is used here.
        text: Inlines,
    },
    /// Words on which the Parties do not agree yet, square brackets included.
    Bracket(Bracket),
    /// Words in another language than the document.
    Foreign {
        /// The language (ISO 639-1).
        lang: String,
        /// The words.
        text: Inlines,
    },
    /// The same words in the second language, where both languages share a cell of a table; a
    /// [`Inline::Break`] stands before it.
    Translation {
        /// The language.
        lang: Lang,
        /// The words.
        text: Inlines,
    },
    /// A translation whose original has changed since it was made, with the words that say so.
    Stale(Inlines),
    /// The mark of a note at the foot of the page: its position in [`Document::footnotes`].
    Footnote(usize),
}

/// Words in square brackets: a position of a Party, a point to be agreed, something not said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bracket {
    /// What the brackets stand for.
    pub kind: BracketKind,
    /// The Party that proposes or owes; empty for none.
    pub party: String,
    /// Position of the point in [`Document::points`].
    pub point: usize,
    /// The words, square brackets included.
    pub text: Inlines,
}

/// What square brackets stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BracketKind {
    /// A position of a Party.
    Proposal,
    /// A point that somebody owes.
    Open,
    /// Something that the block does not say.
    Missing,
}

/// A point that is not agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Where it stands in the block, as `technical_interoperability.communication.retries`.
    pub path: String,
    /// What it is about.
    pub subject: Inlines,
    /// What it waits for.
    pub kind: BracketKind,
    /// The position of each Party.
    pub positions: Vec<Position>,
    /// The Party that owes the answer; empty for none or for all.
    pub owner: String,
    /// The day by which it is due, as printed; empty for none.
    pub due: String,
    /// The same as it is written, `2027-02-01`: days sort as texts.
    pub due_on: String,
    /// What the answer waits for.
    pub note: Inlines,
    /// The name of the clause or table where it is first printed; empty when it is not printed, or
    /// printed in another document ([`Point::place`]).
    pub anchor: String,
    /// How a reference to that place reads, as `paragraph 20.6`.
    pub place: String,
}

/// The position of a Party on a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// Identifier of the Party.
    pub party: String,
    /// What it proposes.
    pub value: Inlines,
}

impl Point {
    /// The name that links to this point use.
    pub fn link(position: usize) -> String {
        format!("point-{}", position + 1)
    }

    /// The position of the point that this name links to.
    fn position(name: &str) -> Option<usize> {
        name.strip_prefix("point-")?.parse::<usize>().ok()?.checked_sub(1)
    }
}

/// Words with the marks that authors may use (stress, weight, links, lists), as paragraphs and
/// lists.
pub fn paragraphs(text: &str) -> Vec<Block> {
    prose::read(text)
}

/// A text with the blanks of its language: narrow and unbreakable before French marks.
pub fn set_blanks(mut text: String, lang: Lang) -> String {
    finish::set_blanks(&mut text, lang);
    text
}

/// The words of a run without its marks.
pub fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    write_plain(inlines, &mut out);
    out
}

fn write_plain(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Reference { text, .. } => {
                out.push_str(text);
            }
            Inline::Break => out.push(' '),
            Inline::Strong(text)
            | Inline::Emphasis(text)
            | Inline::Link { text, .. }
            | Inline::Term { text, .. }
            | Inline::Bracket(Bracket { text, .. })
            | Inline::Foreign { text, .. }
            | Inline::Translation { text, .. }
            | Inline::Stale(text) => write_plain(text, out),
            Inline::Footnote(_) => {}
        }
    }
}

/// `name` as the name of a place: letters, digits and hyphens.
fn anchor(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}
