//! One finding and the one way to report it.

use super::code::{Code, Severity};
use crate::text::Span;
use crate::words::{Label, Lang, Words, fill};

/// One thing that was found.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Its kind.
    pub code: &'static Code,
    /// Its weight here; a rule may weigh less at an early maturity.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// Other places that belong to it, each with a remark.
    pub notes: Vec<Note>,
    /// What fills the placeholders of the message and of the help.
    pub args: Vec<(&'static str, Arg)>,
    /// A change to the text that mends it.
    pub fix: Option<Fix>,
    /// Why it does not count: somebody allowed it, or it was known before.
    pub excuse: Option<Excuse>,
    /// Where in the block it stands: keys and items from the root, as
    /// `process_alignment.messages[certificate].sender`; empty for the block as a whole.
    pub path: String,
    /// The finding that it follows from: once that is mended, this one is probably gone.
    pub cause: Option<Cause>,
}

/// The finding that another follows from.
#[derive(Clone, Copy, Debug)]
pub struct Cause {
    /// Its kind.
    pub code: &'static Code,
    /// Where it is.
    pub span: Span,
    /// How the other follows from it.
    pub link: Link,
}

/// How a finding follows from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link {
    /// A name is not found; the other speaks of what the name was meant for.
    UnknownName,
    /// A key is not known; the other misses what was perhaps meant by it.
    UnknownKey,
    /// A part is not there; the other misses what should stand in it.
    MissingPart,
    /// A class is wrong; the other says the same of what stands in it.
    WholeClass,
}

impl Link {
    /// Every way.
    pub const ALL: [Self; 4] =
        [Self::UnknownName, Self::UnknownKey, Self::MissingPart, Self::WholeClass];

    /// The name used in machine-readable reports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::UnknownName => "unknown-name",
            Self::UnknownKey => "unknown-key",
            Self::MissingPart => "missing-part",
            Self::WholeClass => "whole-class",
        }
    }
}

/// Why a finding does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Excuse {
    /// Somebody allows it.
    Allowed {
        /// The reason given.
        reason: String,
        /// Who gave it.
        author: String,
        /// Whether it is allowed in the file itself, not in the project file.
        inline: bool,
    },
    /// It was recorded before.
    Known,
}

/// What fills a placeholder: a text from the file, or words of our own in each language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arg {
    /// The same in every language.
    Text(String),
    /// In the language of the report.
    Words(Words),
    /// Put together from the file, in the language of the report.
    Label(Label),
}

impl From<Words> for Arg {
    fn from(words: Words) -> Self {
        Self::Words(words)
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// A second place with a remark.
#[derive(Clone, Debug)]
pub struct Note {
    /// Where.
    pub span: Span,
    /// What is to be seen there; may use the finding's placeholders.
    pub words: Words,
}

/// Edits that together mend a finding.
#[derive(Clone, Debug)]
pub struct Fix {
    /// What the fix does.
    pub words: Words,
    /// What is changed in the block, as long as it is not put into the words of the file.
    pub mends: Vec<Mend>,
    /// The edits, in any order, not overlapping.
    pub edits: Vec<Edit>,
}

/// A change of a block, whatever the layout of its file. Places are those of the tree.
#[derive(Clone, Debug)]
pub enum Mend {
    /// Writes another scalar or another key in the place of this one.
    Replace(Span, Content),
    /// Writes a key into the mapping at this place, where the format has it.
    Insert(Span, &'static str, Content),
    /// Writes an item at the end of the list at this place.
    Append(Span, Content),
    /// Writes other words in the place of these, wherever they stand in the text at this place.
    Words(Span, String, String),
    /// Takes away the entry whose key stands here, or the item of a list that does.
    Remove(Span),
    /// Puts the items of the list at this place into this order of their present numbers.
    Order(Span, Vec<usize>),
}

/// What a change writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A text, in quotes where it needs them.
    Text(String),
    /// A date, a number, `true`: never in quotes.
    Plain(String),
    /// Keys of the format and values.
    Map(Vec<(&'static str, Content)>),
    /// Names of the block's own, or languages, and values.
    PerName(Vec<(String, Content)>),
    /// A list.
    List(Vec<Content>),
}

/// Replace what stands at `span` by `text`.
#[derive(Clone, Debug)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// By what.
    pub text: String,
}

impl Finding {
    /// A finding of this kind at this place, of the kind's own weight.
    pub fn new(code: &'static Code, span: Span) -> Self {
        let severity = code.severity;
        Self {
            code,
            severity,
            span,
            notes: Vec::new(),
            args: Vec::new(),
            fix: None,
            excuse: None,
            path: String::new(),
            cause: None,
        }
    }

    /// The text from the file that fills a placeholder.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.args.iter().find_map(|(key, arg)| match arg {
            Arg::Text(text) if *key == name => Some(text.as_str()),
            _ => None,
        })
    }

    /// Fills one placeholder.
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, Arg::Text(value.to_string())));
        self
    }

    /// Fills one placeholder with words of our own.
    pub fn arg_words(mut self, name: &'static str, value: Words) -> Self {
        self.args.push((name, Arg::Words(value)));
        self
    }

    /// Fills one placeholder with a text that was put together in each language.
    pub fn arg_label(mut self, name: &'static str, value: Label) -> Self {
        self.args.push((name, Arg::Label(value)));
        self
    }

    /// Adds a second place.
    pub fn note(mut self, span: Span, words: Words) -> Self {
        self.notes.push(Note { span, words });
        self
    }

    /// Adds a change that mends it.
    pub fn fix(mut self, words: Words, edits: Vec<Edit>) -> Self {
        self.fix = Some(Fix { words, mends: Vec::new(), edits });
        self
    }

    /// Adds a change of the block that mends it.
    pub fn mend(mut self, words: Words, mends: Vec<Mend>) -> Self {
        self.fix = Some(Fix { words, mends, edits: Vec::new() });
        self
    }

    /// Any of the finding's sentences, in `lang`, with the placeholders filled. Words of our own may
    /// have placeholders in turn; a text from the file is taken as it is.
    pub fn say(&self, words: Words, lang: Lang) -> String {
        let find = |name: &str| self.args.iter().find(|(key, _)| *key == name);
        let own = |text: &str| {
            fill(text, |name| match find(name) {
                Some((_, Arg::Words(words))) => Some(words.get(lang)),
                _ => None,
            })
        };
        fill(&own(&own(words.get(lang))), |name| match find(name) {
            Some((_, Arg::Text(text))) => Some(text.as_str()),
            Some((_, Arg::Label(label))) => Some(label.any(lang)),
            _ => None,
        })
    }

    /// What is wrong.
    pub fn message(&self, lang: Lang) -> String {
        self.say(self.code.message, lang)
    }

    /// How to mend it.
    pub fn help(&self, lang: Lang) -> String {
        self.say(self.code.help, lang)
    }
}

/// What was found so far.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// In the order in which they were found, until [`Findings::sort`].
    pub list: Vec<Finding>,
}

impl Findings {
    /// Adds a finding.
    pub fn add(&mut self, finding: Finding) {
        self.list.push(finding);
    }

    /// Adds all of `other`.
    pub fn extend(&mut self, other: Self) {
        self.list.extend(other.list);
    }

    /// Those that count.
    pub fn counting(&self) -> impl Iterator<Item = &Finding> {
        self.list.iter().filter(|finding| finding.excuse.is_none())
    }

    /// How many do not count, since somebody allows them or they were known before.
    pub fn excused(&self) -> usize {
        self.list.len() - self.counting().count()
    }

    /// How many of those that count weigh `severity`.
    pub fn count(&self, severity: Severity) -> usize {
        self.counting().filter(|finding| finding.severity == severity).count()
    }

    /// The heaviest weight of those that count, if there are any.
    pub fn worst(&self) -> Option<Severity> {
        self.counting().map(|finding| finding.severity).max()
    }

    /// By file and place, then heaviest first, then identifier; exact repetitions go.
    pub fn sort(&mut self) {
        let weight = |finding: &Finding| std::cmp::Reverse(finding.severity);
        self.list.sort_by(|a, b| {
            (a.span, weight(a), a.code.id, &a.args).cmp(&(b.span, weight(b), b.code.id, &b.args))
        });
        self.list.dedup_by(|a, b| a.span == b.span && a.code.id == b.code.id && a.args == b.args);
    }
}
