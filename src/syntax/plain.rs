//! The short way through the YAML that blocks are mostly written in.
//!
//! Maps and lists by indentation or in brackets, and texts that end on the line they begin on.
//! At the first sign of anything else, a mistake above all, this reader gives up and the full one
//! reads the text from the beginning: only that one has to know all of YAML, and only that one
//! explains mistakes. What is read here is read exactly as there; a test compares both.

use std::sync::Arc;

use crate::syntax::reader::is_null;
use crate::syntax::{Entry, MAX_VALUES, Node, Scalar, Tree, Value};
use crate::text::{FileId, Piece, Span, Spanned};

/// Levels of lists and maps in each other up to which the short way is taken.
const MAX_LEVELS: usize = 40;
/// Most keys of one map: each new one is compared with all before it.
const MAX_KEYS: usize = 64;
/// Longest key in bytes.
const MAX_KEY: usize = 200;

/// The root of `text`; `None` when it is not all of the plain kind.
pub(super) fn read(text: &Arc<String>, file: FileId) -> Option<Tree> {
    if !is_ordinary(text.as_bytes()) {
        return None;
    }
    let mut plain = Plain {
        text,
        bytes: text.as_bytes(),
        file,
        at: 0,
        indent: Some(0),
        levels: 0,
        values: 0,
        nodes: Vec::new(),
        entries: Vec::new(),
        comments: Vec::new(),
    };
    plain.next_line(0);
    if plain.indent != Some(0) {
        return None;
    }
    let root = plain.block_map(0)?;
    let whole = plain.indent.is_none() && plain.values <= MAX_VALUES;
    whole.then_some(Tree { root: Some(root), complete: true, comments: plain.comments })
}

/// Whether there are no tabs, carriage returns, control characters or byte order marks, and no line
/// breaks other than line feeds. U+0080 to U+009F begin with C2, U+2028 with E2 80, U+FEFF with EF.
#[allow(clippy::needless_bitwise_bool, reason = "without branches it becomes wide loads")]
fn is_ordinary(bytes: &[u8]) -> bool {
    let odd = |byte: u8, next: u8| {
        ((byte < b' ') & (byte != b'\n'))
            | (byte == 0x7F)
            | (byte == 0xEF)
            | ((byte == 0xC2) & (next < 0xA0))
    };
    let nexts = bytes.get(1..).unwrap_or(&[]);
    let any = |(chunk, nexts): (&[u8], &[u8])| {
        chunk.iter().zip(nexts).fold(false, |found, (byte, next)| found | odd(*byte, *next))
    };
    let last = bytes.last().is_some_and(|byte| odd(*byte, 0));
    !last && !bytes.chunks(4096).zip(nexts.chunks(4096)).any(any)
}

struct Plain<'a> {
    text: &'a Arc<String>,
    bytes: &'a [u8],
    file: FileId,
    /// What is looked at: between lines, the first character of the next line that has any.
    at: usize,
    /// The column of that character; `None` behind the last line.
    indent: Option<usize>,
    levels: usize,
    values: usize,
    /// The items of all lists that are open, and the entries of all maps.
    nodes: Vec<Node>,
    entries: Vec<Entry>,
    comments: Vec<Span>,
}

impl Plain<'_> {
    /// The byte at a place; behind the end, a line break.
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b'\n')
    }

    /// Whether a place is followed by a blank or the end of the line.
    fn is_gap(&self, at: usize) -> bool {
        matches!(self.byte(at), b' ' | b'\n')
    }

    fn skip_blanks(&mut self) {
        while self.byte(self.at) == b' ' {
            self.at += 1;
        }
    }

    /// Goes to the next line, from `start` on, that has more than a comment.
    fn next_line(&mut self, mut start: usize) {
        while start < self.bytes.len() {
            self.at = start;
            self.skip_blanks();
            match self.byte(self.at) {
                b'\n' => start = self.at + 1,
                b'#' => {
                    let rest = self.bytes.get(self.at..).unwrap_or(&[]);
                    let length = rest.iter().position(|byte| *byte == b'\n');
                    let end = length.map_or(self.bytes.len(), |length| self.at + length);
                    self.comments.push(Span::new(self.file, self.at, end));
                    start = end + 1;
                }
                _ => {
                    self.indent = Some(self.at - start);
                    return;
                }
            }
        }
        self.at = self.bytes.len();
        self.indent = None;
    }

    /// Whether nothing but a comment follows on this line; goes to the next one.
    fn end_line(&mut self) -> Option<()> {
        let from = self.at;
        self.skip_blanks();
        match self.byte(self.at) {
            b'\n' => self.next_line(self.at + 1),
            b'#' if self.at > from => self.next_line(self.at),
            _ => return None,
        }
        Some(())
    }

    fn enter(&mut self) -> Option<()> {
        self.levels += 1;
        self.values += 1;
        (self.levels <= MAX_LEVELS && self.values <= MAX_VALUES).then_some(())
    }

    fn node(&mut self, start: usize, end: usize, value: Value) -> Node {
        Node { span: Span::new(self.file, start, end), value }
    }

    fn list(&mut self, from: usize, start: usize, end: usize) -> Node {
        self.levels -= 1;
        let items = Value::List(self.nodes.drain(from..).collect());
        self.node(start, end, items)
    }

    fn map(&mut self, from: usize, start: usize, end: usize) -> Node {
        self.levels -= 1;
        let entries = Value::Map(self.entries.drain(from..).collect());
        self.node(start, end, entries)
    }

    /// A map whose keys are in column `indent`; the first is looked at.
    fn block_map(&mut self, indent: usize) -> Option<Node> {
        self.enter()?;
        let (from, start) = (self.entries.len(), self.at);
        let mut end = start;
        loop {
            let key = self.key(from)?;
            self.skip_blanks();
            let value = match self.byte(self.at) {
                b'\n' | b'#' => {
                    self.end_line()?;
                    match self.indent {
                        Some(below) if below > indent => self.block(below)?,
                        Some(same) if same == indent && self.is_item() => self.block_list(same)?,
                        _ => return None,
                    }
                }
                _ => {
                    let value = self.inline()?;
                    self.end_line()?;
                    value
                }
            };
            end = end.max(value.span.end as usize);
            self.entries.push(Entry { key, value });
            match self.indent {
                Some(next) if next > indent => return None,
                Some(next) if next == indent => {}
                _ => return Some(self.map(from, start, end)),
            }
            if self.is_item() {
                return None;
            }
        }
    }

    /// Whether an item of a list is looked at.
    fn is_item(&self) -> bool {
        self.byte(self.at) == b'-' && self.is_gap(self.at + 1)
    }

    /// A list or a map on lines of its own.
    fn block(&mut self, indent: usize) -> Option<Node> {
        if self.is_item() { self.block_list(indent) } else { self.block_map(indent) }
    }

    /// A list whose dashes are in column `indent`; the first is looked at.
    fn block_list(&mut self, indent: usize) -> Option<Node> {
        self.enter()?;
        let (from, start) = (self.nodes.len(), self.at);
        let mut end = start;
        loop {
            let dash = self.at;
            self.at += 1;
            self.skip_blanks();
            let inner = indent + (self.at - dash);
            let item = match self.byte(self.at) {
                b'\n' | b'#' => {
                    self.end_line()?;
                    let below = self.indent.filter(|below| *below > indent)?;
                    self.block(below)?
                }
                _ if self.is_key() => self.block_map(inner)?,
                _ => {
                    let item = self.inline()?;
                    self.end_line()?;
                    item
                }
            };
            end = end.max(item.span.end as usize);
            self.nodes.push(item);
            match self.indent {
                Some(next) if next > indent => return None,
                Some(next) if next == indent && self.is_item() => {}
                _ => return Some(self.list(from, start, end)),
            }
        }
    }

    /// How long the word is that is looked at.
    fn word(&self) -> usize {
        let first = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let rest = |byte: &&u8| first(byte) || matches!(byte, b'-' | b'.' | b'/' | b'@');
        let bytes = self.bytes.get(self.at..).unwrap_or(&[]);
        if !bytes.first().is_some_and(first) {
            return 0;
        }
        bytes.iter().take_while(rest).count()
    }

    /// Whether a key is looked at.
    fn is_key(&self) -> bool {
        let end = self.at + self.word();
        end > self.at && self.byte(end) == b':' && self.is_gap(end + 1)
    }

    /// The key that is looked at, with its colon, unless it is among the entries after `from`.
    fn key(&mut self, from: usize) -> Option<Spanned<Piece>> {
        let (start, end) = (self.at, self.at + self.word());
        if end == start || end - start > MAX_KEY || self.byte(end) != b':' || !self.is_gap(end + 1)
        {
            return None;
        }
        let key = Piece::of(self.text, start, end);
        let known = self.entries.get(from..)?;
        if known.len() >= MAX_KEYS || known.iter().any(|entry| entry.key.value == key) {
            return None;
        }
        self.values += 1;
        self.at = end + 1;
        Some(Spanned::new(key, Span::new(self.file, start, end)))
    }

    /// A value that ends on this line.
    fn inline(&mut self) -> Option<Node> {
        match self.byte(self.at) {
            b'[' => self.flow_list(),
            b'{' => self.flow_map(),
            b'"' | b'\'' => self.quoted(),
            _ => self.words(false),
        }
    }

    /// A value in brackets, and the comma or bracket behind it.
    fn flow_value(&mut self) -> Option<(Node, u8)> {
        let value = match self.byte(self.at) {
            b'[' => self.flow_list()?,
            b'{' => self.flow_map()?,
            b'"' | b'\'' => self.quoted()?,
            _ => self.words(true)?,
        };
        self.skip_blanks();
        let mark = self.byte(self.at);
        self.at += 1;
        Some((value, mark))
    }

    fn flow_list(&mut self) -> Option<Node> {
        self.enter()?;
        let (from, start) = (self.nodes.len(), self.at);
        self.at += 1;
        self.skip_blanks();
        if self.byte(self.at) == b']' {
            self.at += 1;
            return Some(self.list(from, start, self.at));
        }
        loop {
            let (item, mark) = self.flow_value()?;
            self.nodes.push(item);
            match mark {
                b',' => self.skip_blanks(),
                b']' => return Some(self.list(from, start, self.at)),
                _ => return None,
            }
        }
    }

    fn flow_map(&mut self) -> Option<Node> {
        self.enter()?;
        let (from, start) = (self.entries.len(), self.at);
        self.at += 1;
        self.skip_blanks();
        if self.byte(self.at) == b'}' {
            self.at += 1;
            return Some(self.map(from, start, self.at));
        }
        loop {
            let key = self.key(from)?;
            self.skip_blanks();
            let (value, mark) = self.flow_value()?;
            self.entries.push(Entry { key, value });
            match mark {
                b',' => self.skip_blanks(),
                b'}' => return Some(self.map(from, start, self.at)),
                _ => return None,
            }
        }
    }

    /// A text in quotes that has nothing escaped but the quotes of `'it''s'`.
    fn quoted(&mut self) -> Option<Node> {
        let (start, quote) = (self.at, self.byte(self.at));
        let mut doubled = false;
        let mut end = start + 1;
        loop {
            match self.byte(end) {
                b'\n' | b'\\' if quote == b'"' => return None,
                b'\n' => return None,
                byte if byte != quote => end += 1,
                b'\'' if self.byte(end + 1) == b'\'' => {
                    doubled = true;
                    end += 2;
                }
                _ => break,
            }
        }
        let written = self.text.get(start + 1..end)?;
        let text = match doubled {
            true => written.replace("''", "'").into(),
            false => Piece::of(self.text, start + 1, end),
        };
        self.values += 1;
        self.at = end + 1;
        Some(self.node(start, end + 1, Value::Scalar(Scalar { text, plain: false })))
    }

    /// A text without quotes, in brackets or not.
    fn words(&mut self, flow: bool) -> Option<Node> {
        let start = self.at;
        let first = self.byte(start);
        let second = self.byte(start + 1);
        match first {
            b'-' if second.is_ascii_digit() => {}
            b'-' | b'?' | b':' | b',' | b'[' | b']' | b'{' | b'}' | b'#' | b'&' | b'*' | b'!'
            | b'|' | b'>' | b'\'' | b'"' | b'%' | b'@' | b'`' | b'\n' => return None,
            _ => {}
        }
        let (mut at, mut end) = (start, start);
        loop {
            match self.byte(at) {
                b'\n' => break,
                b' ' => {
                    at += 1;
                    continue;
                }
                b'#' if end < at => break,
                b':' if self.is_gap(at + 1) => return None,
                b':' if flow && matches!(self.byte(at + 1), b',' | b'[' | b']' | b'{' | b'}') => {
                    return None;
                }
                b',' | b']' | b'}' if flow => break,
                b'[' | b'{' if flow => return None,
                _ => {}
            }
            at += 1;
            end = at;
        }
        let text = self.text.get(start..end)?;
        self.values += 1;
        self.at = end;
        let value = match is_null(text) {
            true => Value::Null,
            false => Value::Scalar(Scalar { text: Piece::of(self.text, start, end), plain: true }),
        };
        Some(self.node(start, end, value))
    }
}
