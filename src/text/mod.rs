//! Texts and places in them: who holds a text, where a line begins, what column a byte is in.

pub mod encoding;
pub mod likeness;
pub mod notation;
mod piece;

pub use piece::Piece;

use std::sync::{Arc, OnceLock};

/// Which text of a [`Sources`] a place is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A stretch of one text, in bytes; `end` is not part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The text.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The stretch from `start` to `end` of `file`.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { file, start: clamp(start), end: clamp(end) }
    }

    /// The empty stretch where this one begins.
    pub fn head(self) -> Self {
        Self { end: self.start, ..self }
    }
}

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// `value`, written at `span`.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

impl<T> std::ops::Deref for Spanned<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// A place as people count: both from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode scalar values, from 1.
    pub column: usize,
}

/// One text with the name it is shown under.
#[derive(Debug)]
pub struct Source {
    /// The path as given by whoever loaded it, with forward slashes.
    pub name: String,
    /// The text.
    pub text: Arc<String>,
    /// Whether it comes with the program: its user has no such file.
    pub shipped: bool,
    lines: OnceLock<Vec<u32>>,
}

impl Source {
    fn line_starts(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let newlines = self.text.match_indices('\n');
            let after = newlines.map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX));
            std::iter::once(0).chain(after).collect()
        })
    }
}

/// Every text of one run, in the order in which they were added.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Adds a text and says under which identifier it is kept.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        let source = Source {
            name: name.into(),
            text: Arc::new(text.into()),
            shipped: false,
            lines: OnceLock::new(),
        };
        self.files.push(source);
        id
    }

    /// Adds a text that comes with the program.
    pub fn add_shipped(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = self.add(name, text);
        if let Some(source) = self.files.last_mut() {
            source.shipped = true;
        }
        id
    }

    /// Puts another text in the place of the one kept as `file`.
    pub fn replace(&mut self, file: FileId, text: impl Into<String>) {
        if let Some(source) = self.files.get_mut(file.0 as usize) {
            source.text = Arc::new(text.into());
            source.lines = OnceLock::new();
        }
    }

    /// The text kept as `file`, if there is one.
    pub fn get(&self, file: FileId) -> Option<&Source> {
        self.files.get(file.0 as usize)
    }

    /// The name that `file` is shown under; empty for an unknown file.
    pub fn name(&self, file: FileId) -> &str {
        self.get(file).map_or("", |source| &source.name)
    }

    /// The text of `file`; empty for an unknown file.
    pub fn text(&self, file: FileId) -> &str {
        self.get(file).map_or("", |source| &source.text)
    }

    /// Every text with its identifier.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.files
            .iter()
            .enumerate()
            .map(|(at, source)| (FileId(u32::try_from(at).unwrap_or(u32::MAX)), source))
    }

    /// What stands at `span`; empty where the span is outside the text or splits a character.
    pub fn slice(&self, span: Span) -> &str {
        self.text(span.file).get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// Line and column of the first byte of `span`.
    pub fn start(&self, span: Span) -> Position {
        self.position(span.file, span.start)
    }

    /// Line and column just after the last byte of `span`.
    pub fn end(&self, span: Span) -> Position {
        self.position(span.file, span.end)
    }

    /// Line and column of a byte; a byte past the end is taken as the end.
    pub fn position(&self, file: FileId, byte: u32) -> Position {
        let Some(source) = self.get(file) else { return Position { line: 1, column: 1 } };
        let starts = source.line_starts();
        let line = starts.partition_point(|start| *start <= byte).max(1);
        let start = starts[line - 1] as usize;
        let end = (byte as usize).min(source.text.len());
        let before = source.text.as_bytes().get(start..end).unwrap_or(&[]);
        let column = before.iter().filter(|byte| (**byte & 0xC0) != 0x80).count() + 1;
        Position { line, column }
    }
}
