//! The names that an expression uses, each with its place in the text.
//!
//! Read without a grammar: identifiers joined by dots, outside of strings. A variable that a macro
//! binds (`all`, `exists`, `exists_one`, `filter`, `map`) stands for what it ranges over, so that
//! `Certificate.Invoice.exists(v, has(v.ID))` speaks of `Certificate.Invoice.ID`.

use crate::model::scalar::Expression;
use crate::text::{Span, Spanned};

/// A name that an expression uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference<'a> {
    /// Its parts; what a macro ranges over in place of the variable.
    pub path: Vec<&'a str>,
    /// First byte in the text of the expression.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// Whether the expression only asks if it is there.
    pub tested: bool,
}

impl Reference<'_> {
    /// Where it stands in the file; the whole expression where escapes have moved it.
    pub fn place(&self, expression: &Spanned<Expression>) -> Span {
        let span = expression.span;
        let written = span.end.saturating_sub(span.start) as usize;
        let quote = match written.checked_sub(expression.value.len()) {
            Some(0) => 0,
            Some(2) => 1,
            _ => return span,
        };
        let start = span.start as usize + quote + self.start;
        Span::new(span.file, start, start + self.end - self.start)
    }
}

impl Expression {
    /// The names it uses, in the order of the text. What is unknown or not well formed is left out.
    pub fn references(&self) -> Vec<Reference<'_>> {
        let mut reader = Reader {
            text: self,
            at: 0,
            found: Vec::new(),
            variables: Vec::new(),
            frames: Vec::new(),
        };
        reader.read();
        reader.found
    }
}

/// Longest name that is followed: what is longer is no data element.
const MAX_PARTS: usize = 32;

/// The parts of a name, or nothing where it is not known what is meant.
type Path<'a> = Option<Vec<&'a str>>;

/// An open parenthesis or bracket.
struct Frame<'a> {
    method: &'a str,
    receiver: Path<'a>,
    variables: usize,
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    found: Vec<Reference<'a>>,
    variables: Vec<(&'a str, Path<'a>)>,
    frames: Vec<Frame<'a>>,
}

impl<'a> Reader<'a> {
    fn read(&mut self) {
        // What a closed parenthesis stands for, while a dot may follow.
        let mut before: Option<Path<'a>> = None;
        while let Some(byte) = self.peek() {
            match byte {
                b' ' | b'\t' | b'\n' | b'\r' => {
                    self.at += 1;
                    continue;
                }
                b'\'' | b'"' => self.skip_string(byte),
                b'0'..=b'9' => self.skip_number(),
                b'(' | b'[' => {
                    let receiver = if byte == b'[' { before.take().flatten() } else { None };
                    self.open(if byte == b'[' { "[" } else { "" }, receiver);
                }
                b')' | b']' => {
                    self.at += 1;
                    before = Some(self.close());
                    continue;
                }
                b'.' if before.is_some() => {
                    self.at += 1;
                    let path = before.take().flatten();
                    before = self.chain(path);
                    continue;
                }
                _ if is_letter(byte) => {
                    before = self.name();
                    continue;
                }
                _ => self.at += self.text[self.at..].chars().next().map_or(1, char::len_utf8),
            }
            before = None;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn skip_string(&mut self, quote: u8) {
        self.at += 1;
        while let Some(byte) = self.peek() {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == quote {
                break;
            }
        }
        // An escape may have stepped into a character, or past the end.
        while self.at < self.text.len() && !self.text.is_char_boundary(self.at) {
            self.at += 1;
        }
        self.at = self.at.min(self.text.len());
    }

    fn skip_number(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'.') {
            self.at += 1;
        }
    }

    fn identifier(&mut self) -> Option<&'a str> {
        let start = self.at;
        if !self.peek().is_some_and(is_letter) {
            return None;
        }
        while self.peek().is_some_and(|byte| is_letter(byte) || byte.is_ascii_digit()) {
            self.at += 1;
        }
        Some(&self.text[start..self.at])
    }

    /// A name that begins here. Gives what may be continued after it.
    fn name(&mut self) -> Option<Path<'a>> {
        let start = self.at;
        let first = self.identifier()?;
        if matches!(first, "true" | "false" | "null" | "in") || self.peek() == Some(b'\'') {
            return None;
        }
        if self.calls() {
            self.open(first, None);
            return None;
        }
        let bound = self.variables.iter().rev().find(|(name, _)| *name == first);
        let path = bound.map_or_else(|| Some(vec![first]), |(_, path)| path.clone());
        self.rest(start, path)
    }

    /// What follows a dot after a parenthesis.
    fn chain(&mut self, path: Path<'a>) -> Option<Path<'a>> {
        self.skip_space();
        let start = self.at;
        let name = self.identifier()?;
        if self.calls() {
            self.open(name, path);
            return None;
        }
        self.rest(start, extend(path, name))
    }

    /// The parts that follow, up to a call or the end of the name.
    fn rest(&mut self, start: usize, mut path: Path<'a>) -> Option<Path<'a>> {
        loop {
            let end = self.at;
            self.skip_space();
            if self.peek() != Some(b'.') {
                self.at = end;
                self.found(&path, start, end);
                return Some(path);
            }
            self.at += 1;
            self.skip_space();
            let Some(name) = self.identifier() else {
                self.found(&path, start, end);
                return None;
            };
            if self.calls() {
                self.found(&path, start, end);
                self.open(name, path);
                return None;
            }
            path = extend(path, name);
        }
    }

    fn found(&mut self, path: &Path<'a>, start: usize, end: usize) {
        let tested = self.frames.iter().any(|it| it.method == "has" && it.receiver.is_none());
        if let Some(path) = path.clone() {
            self.found.push(Reference { path, start, end, tested });
        }
    }

    fn calls(&mut self) -> bool {
        self.skip_space();
        self.peek() == Some(b'(')
    }

    fn open(&mut self, method: &'a str, receiver: Path<'a>) {
        self.at += 1;
        let variables = self.variables.len();
        if matches!(method, "all" | "exists" | "exists_one" | "filter" | "map") {
            let start = self.at;
            self.skip_space();
            let variable = self.identifier();
            self.skip_space();
            match variable {
                Some(name) if self.peek() == Some(b',') => {
                    self.variables.push((name, receiver.clone()));
                }
                _ => self.at = start,
            }
        }
        self.frames.push(Frame { method, receiver, variables });
    }

    fn close(&mut self) -> Path<'a> {
        let frame = self.frames.pop()?;
        self.variables.truncate(frame.variables);
        matches!(frame.method, "filter" | "[").then_some(frame.receiver).flatten()
    }
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_'
}

fn extend<'a>(path: Path<'a>, name: &'a str) -> Path<'a> {
    let mut path = path.filter(|path| path.len() < MAX_PARTS)?;
    path.push(name);
    Some(path)
}
