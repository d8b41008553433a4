//! The page that lists blocks: what each is, how far it is, what was found in it, how its processes
//! look, and what can be fetched.

use crate::view::document::Block;
use crate::words::Lang;

/// The page in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    /// The language it is written in.
    pub lang: Lang,
    /// Title.
    pub title: String,
    /// What the reader finds here.
    pub lead: Vec<Block>,
    /// The same page in other languages: the language, and where it lies beside this one.
    pub editions: Vec<(Lang, String)>,
    /// The style sheet that the pictures share.
    pub style: String,
    /// The blocks, those that others profile first.
    pub groups: Vec<Group>,
}

/// Blocks of one sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The name that links point to.
    pub anchor: String,
    /// What they have in common.
    pub title: String,
    /// The blocks.
    pub cards: Vec<Card>,
}

/// A block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The name that links point to.
    pub anchor: String,
    /// Identifier; the name of the file where the block could not be read.
    pub id: String,
    /// Version; empty where none is stated.
    pub version: String,
    /// Title.
    pub title: String,
    /// What it is for, in a sentence; empty where none is stated.
    pub purpose: String,
    /// What is known of it, each with its name: kind, Parties, framework, status.
    pub facts: Vec<(String, Vec<Piece>)>,
    /// Kind, in words; empty where none is stated.
    pub kind: String,
    /// How far it is, in words.
    pub status: String,
    /// The steps of maturity; none where the block could not be read.
    pub steps: Vec<Step>,
    /// How many of the components that are asked for at its step are complete, and how many are
    /// asked for.
    pub score: (usize, usize),
    /// Points that are still to be agreed.
    pub open: usize,
    /// How many of them have proposals that differ.
    pub differing: usize,
    /// How many errors, warnings and pieces of advice were found, in words.
    pub counted: String,
    /// What was found, heaviest first.
    pub found: Vec<Found>,
    /// Its processes and its lifecycle in small.
    pub pictures: Vec<Picture>,
    /// What the reader has to know of the files, as that they are drafts; may be empty.
    pub remarks: Vec<String>,
    /// The files that most readers want.
    pub leading: Vec<Download>,
    /// Every file, by kind.
    pub files: Vec<Shelf>,
}

/// Words, with a link or without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Where they lead; empty for nowhere.
    pub to: String,
}

/// A step of maturity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is called.
    pub label: String,
    /// How far the block is by what this step asks for.
    pub reach: Reach,
    /// How far that is, in words.
    pub said: String,
    /// Whether the block is at this step.
    pub here: bool,
}

/// How far a block is by what a step asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Every component is complete.
    Whole,
    /// Some are.
    Part,
    /// None is.
    None,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// How much it weighs: 0 for an error, 1 for a warning, 2 for advice.
    pub weight: usize,
    /// The same in words.
    pub label: String,
    /// The rule.
    pub rule: String,
    /// What is wrong.
    pub message: String,
    /// Where, as `line 329`.
    pub place: String,
}

/// A picture in small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What it shows.
    pub title: String,
    /// The drawing (SVG without an XML declaration and without identifiers).
    pub svg: String,
    /// Where the whole picture lies; empty where it was not built.
    pub to: String,
}

/// Files of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// The kind, in words.
    pub title: String,
    /// The files.
    pub files: Vec<Download>,
}

/// A file to be fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// What it is called.
    pub label: String,
    /// Where it lies beside the page.
    pub to: String,
    /// The language it is written in, where that is another one than the page's.
    pub lang: Option<Lang>,
    /// Its size, as people read it.
    pub size: String,
}
