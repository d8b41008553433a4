//! How the certificate that a partner already issues fits a dataset, and the block that is to carry it.

use std::collections::BTreeMap;

use crate::catalogue::{Dataset, Entry, Field, Row};

pub use crate::catalogue::Answer;

use crate::model::Requirement;
use crate::resolve::Resolved;
use crate::words::Label;

/// How a structure fits a dataset.
#[derive(Clone, Debug)]
pub struct Fit {
    /// The structure with its version, as `asean.form-d@1`.
    pub structure: String,
    /// What it is.
    pub title: Label,
    /// Whether the mapping is its maintainer's own; what we compiled is not.
    pub official: bool,
    /// Where its fields were read.
    pub source: String,
    /// The dataset with its version.
    pub dataset: String,
    /// The block, where one is looked at.
    pub block: Option<String>,
    /// The elements, in the order of the dataset: those of the structure's document, and others that
    /// it answers.
    pub lines: Vec<Line>,
    /// The fields for which the dataset has no element.
    pub more: Vec<Filled>,
}

/// An element of the dataset.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its path.
    pub path: String,
    /// What it is called.
    pub name: Label,
    /// What the class in which it stands is called; empty below the root.
    pub class: Label,
    /// What the block asks of it; `None` without a block.
    pub asked: Option<Asked>,
    /// Whether the system that sends the message makes it, whatever the certificate has.
    pub made: bool,
    /// The fields that answer it.
    pub fields: Vec<Filled>,
}

/// What a block asks of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its requirement in the message.
    pub requirement: Option<Requirement>,
    /// Whether every message has it: it is mandatory, and so is every class in which it stands.
    pub always: bool,
}

/// A field of the structure.
#[derive(Clone, Debug)]
pub struct Filled {
    /// The field; empty where the value stands in none.
    pub field: String,
    /// How it answers the element.
    pub how: Answer,
    /// Whether it was found in the published files of the structure.
    pub seen: bool,
    /// How many elements it answers together.
    pub shared: usize,
    /// What it holds, where the dataset has no element for it.
    pub what: Label,
}

impl Line {
    /// The best of the answers.
    pub fn best(&self) -> Option<Answer> {
        self.fields.iter().map(|it| it.how).min()
    }

    /// Whether every message of the block has it and the structure cannot fill it.
    pub fn is_unfilled(&self) -> bool {
        self.asked.is_some_and(|it| it.always) && !self.made && self.fields.is_empty()
    }

    /// Whether every message of the block has it and the structure fills it in part only.
    pub fn is_weak(&self) -> bool {
        let weak = self.best().is_some_and(|it| it != Answer::Direct);
        self.asked.is_some_and(|it| it.always) && !self.made && weak
    }
}

impl Fit {
    /// Of this structure and dataset; `None` where the file holds no mapping to the dataset.
    pub fn of(
        entry: &Entry,
        reference: &str,
        dataset: &Dataset,
        block: Option<&Resolved>,
    ) -> Option<Self> {
        let fields: Vec<&Field> =
            entry.as_mapping()?.fields.iter().filter(|it| it.dataset == reference).collect();
        let root = |path: &str| path.split('/').next().unwrap_or("").to_owned();
        // The document of the structure is the root that most of its fields are about.
        let mut roots: BTreeMap<String, usize> = BTreeMap::new();
        for field in fields.iter().filter(|it| !it.path.is_empty()) {
            *roots.entry(root(&field.path)).or_default() += 1;
        }
        let document = roots.iter().max_by_key(|(_, count)| **count)?.0.clone();
        let shared = |field: &Field| {
            let same = fields.iter().filter(|it| it.field == field.field && !it.path.is_empty());
            same.count().max(1)
        };
        let filled = |field: &&Field| Filled {
            field: field.field.clone(),
            how: field.how,
            seen: field.seen,
            shared: if field.field.is_empty() { 1 } else { shared(field) },
            what: field.what.clone(),
        };
        let asked = block.map(|block| asked(block, &document));
        let line = |row: &Row| {
            let own: Vec<Filled> =
                fields.iter().filter(|it| it.path == row.path).map(filled).collect();
            let asked = match &asked {
                None => None,
                // What the block does not carry does not matter to it.
                Some(asked) => Some(*asked.get(row.path.as_str())?),
            };
            let is_document = root(&row.path) == document && !row.is_class();
            // The document itself goes without saying.
            let class = row.parent().and_then(|it| dataset.row(it));
            let class = class.filter(|it| it.path != document);
            (is_document || !own.is_empty()).then(|| Line {
                path: row.path.clone(),
                name: row.label.clone(),
                class: class.map(|it| it.label.clone()).unwrap_or_default(),
                asked,
                made: !row.purposes.is_empty() && row.purposes.iter().all(|it| it == MADE),
                fields: own,
            })
        };
        Some(Self {
            structure: entry.reference(),
            title: entry.title.clone(),
            official: entry.official,
            source: entry.source.clone(),
            dataset: reference.to_owned(),
            block: block.map(|it| it.id().to_owned()),
            lines: dataset.rows().iter().filter_map(line).collect(),
            more: fields.iter().filter(|it| it.path.is_empty()).map(filled).collect(),
        })
    }

    /// The elements that the structure answers.
    pub fn answered(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|it| !it.fields.is_empty())
    }

    /// The elements that it lacks, without those that the sending system makes.
    pub fn lacking(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|it| it.fields.is_empty() && !it.made)
    }

    /// How many of its fields were not found in a published file.
    pub fn unconfirmed(&self) -> usize {
        let fields = self.lines.iter().flat_map(|it| &it.fields).chain(&self.more);
        fields.filter(|it| !it.seen).count()
    }
}

/// The purpose of data that the sending system makes.
const MADE: &str = "handle-message";

/// What a block asks of each element that its document of this root carries; of several such
/// documents, the first.
fn asked<'a>(block: &'a Resolved, root: &str) -> BTreeMap<&'a str, Asked> {
    let elements = &block.cluster.elements;
    let carries = |it: &&crate::resolve::MessageContent| {
        let first = it.content.first().and_then(|it| elements.get(it.element));
        first.is_some_and(|it| *it.path == *root)
    };
    let mut found: BTreeMap<&str, Asked> = BTreeMap::new();
    let mut always: BTreeMap<usize, bool> = BTreeMap::new();
    let Some(message) = block.messages.iter().find(carries) else { return found };
    for content in &message.content {
        let Some(element) = elements.get(content.element) else { continue };
        let above = element.parent.is_none_or(|it| always.get(&it).copied().unwrap_or(false));
        // The document itself is there whenever it is sent.
        let own = element.parent.is_none() || content.requirement == Some(Requirement::Mandatory);
        always.insert(content.element, above && own);
        let asked = Asked { requirement: content.requirement, always: above && own };
        found.insert(&element.path, asked);
    }
    found
}
