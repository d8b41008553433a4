//! What the YAML parser calls an error, as the mistake an author made.

use granit_parser::ErrorKind;

use crate::diag::{Code, Edit, Finding};
use crate::syntax::MAX_DEPTH;
use crate::syntax::codes;
use crate::syntax::lines::{line_end, line_start};
use crate::text::{FileId, Span};

/// Where the parser stopped, and what it knew.
pub(super) struct Break<'a> {
    pub(super) text: &'a str,
    pub(super) file: FileId,
    /// Where it stopped.
    pub(super) at: usize,
    /// The end of the last thing that was read.
    pub(super) last: usize,
    /// Each list or map that is open: its first byte, and whether it stands in brackets.
    pub(super) open: &'a [(usize, bool)],
}

/// The finding for an error of the parser.
pub(super) fn explain(kind: &ErrorKind, found: &Break<'_>) -> Finding {
    match kind {
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::SimpleKeyExpected
        | ErrorKind::InvalidSimpleKey
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::ExpectedNodeContent
            if found.in_brackets() =>
        {
            found.within_brackets()
        }
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::InvalidBlockEntryWhitespace
        | ErrorKind::InvalidMappingValueWhitespace => found.tab(),
        ErrorKind::MappingValueNotAllowed => found.unexpected_colon(),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => found.no_colon(found.at),
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::InvalidIndentation
        | ErrorKind::MappingKeyNotAllowed => found.misplaced_line(),
        ErrorKind::BlockSequenceEntryNotAllowed => {
            found.finding(&codes::LIST_BESIDE_KEY, found.at, found.line_end(found.at))
        }
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::DocumentIndicatorInQuotedScalar => found.unclosed_quote(),
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => found.after_quote(),
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => found.escape(),
        ErrorKind::UnclosedFlowCollection { open } => found.unclosed_bracket(found.at, *open),
        ErrorKind::MismatchedFlowCollectionEnd { close, .. } => found.stray_bracket(Some(*close)),
        ErrorKind::MisplacedFlowCollectionEnd => found.stray_bracket(None),
        ErrorKind::InvalidColonPlacement
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::FlowMappingValueAdjacentCollection
        | ErrorKind::BlockEntryInFlowCollection => found.within_brackets(),
        ErrorKind::UnexpectedCharacter { .. }
        | ErrorKind::MissingAnchorOrAliasName
        | ErrorKind::PlainScalarStartsWithDashFlowIndicator
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::MissingTagUri
        | ErrorKind::UnclosedVerbatimTag
        | ErrorKind::InvalidTagEscape
        | ErrorKind::UndeclaredTagHandle
        | ErrorKind::InvalidGlobalTagCharacter => found.reserved(),
        ErrorKind::ZeroBlockScalarIndent
        | ErrorKind::InvalidBlockScalarHeader
        | ErrorKind::InvalidBlockScalarIndent => {
            found.finding(&codes::BROKEN_TEXT_BLOCK, found.at, found.line_end(found.at))
        }
        ErrorKind::CommentInterceptedScalar | ErrorKind::CommentNotSeparated => {
            found.finding(&codes::MISPLACED_COMMENT, found.at, found.line_end(found.at))
        }
        ErrorKind::DirectiveDisallowed | ErrorKind::MissingDocumentEndBeforeDirective => {
            found.finding(&codes::DIRECTIVE, found.at, found.line_end(found.at))
        }
        ErrorKind::RecursionLimitExceeded => {
            found.finding(&codes::TOO_DEEP, found.at, found.at + 1).arg("limit", MAX_DEPTH)
        }
        _ => found.other(),
    }
}

/// User text for a message: one line, not long.
pub(super) fn shorten(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.lines().next().unwrap_or("");
    if line.len() == text.len() && line.chars().count() <= MOST {
        return text.to_owned();
    }
    let mut short: String = line.chars().take(MOST).collect();
    short.push('…');
    short
}

impl Break<'_> {
    fn finding(&self, code: &'static Code, start: usize, end: usize) -> Finding {
        Finding::new(code, self.span(start, end))
    }

    /// A span within the text and on the boundaries of characters.
    fn span(&self, start: usize, end: usize) -> Span {
        let start = floor(self.text, start);
        Span::new(self.file, start, ceil(self.text, end).max(start))
    }

    fn line_end(&self, at: usize) -> usize {
        let start = line_start(self.text, at);
        let end = line_end(self.text, at);
        start + self.slice(start, end).trim_end().len()
    }

    fn slice(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or("")
    }

    /// Where the text of the line begins, after its indentation.
    fn line_text(&self, at: usize) -> usize {
        let start = line_start(self.text, at);
        let line = self.slice(start, line_end(self.text, start));
        start + line.len() - line.trim_start().len()
    }

    /// Where a break that follows from an earlier one would begin: the line above.
    pub(super) fn above(&self, start: usize) -> usize {
        self.line_above(start).unwrap_or(start)
    }

    /// The last line before the one `at` is on that is neither blank nor a comment: its text.
    fn line_above(&self, at: usize) -> Option<usize> {
        let mut start = line_start(self.text, at);
        while start > 0 {
            start = line_start(self.text, start - 1);
            let line = self.slice(start, line_end(self.text, start)).trim();
            if !line.is_empty() && !line.starts_with('#') {
                return Some(self.line_text(start));
            }
        }
        None
    }

    fn indentation(&self, at: usize) -> usize {
        self.line_text(at) - line_start(self.text, at)
    }

    fn tab(&self) -> Finding {
        let from = line_start(self.text, self.at);
        let mut start = from;
        let mut first = None;
        for line in self.slice(from, self.text.len()).split_inclusive('\n') {
            let blanks = line.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
            if first.is_none() && line.as_bytes().iter().take(blanks).any(|byte| *byte == b'\t') {
                first = Some((start, start + blanks));
            }
            start += line.len();
        }
        let (start, end) = first.unwrap_or((self.at, self.at + 1));
        let n = self.text.lines().filter(|line| line.starts_with('\t')).count();
        self.finding(&codes::TAB_INDENTATION, start, end).arg("n", n.max(1))
    }

    /// A colon after a value has begun: in the value itself, or in a line that stands too far in.
    fn unexpected_colon(&self) -> Finding {
        let text = self.line_text(self.at);
        let line = self.slice(text, self.at);
        let item = line.len() - line.trim_start_matches("- ").len();
        if let Some(colon) = line.get(item..).and_then(|line| line.find(": ")) {
            let after = text + item + colon + 2;
            let value = after + self.slice(after, self.at).len()
                - self.slice(after, self.at).trim_start().len();
            if self.slice(value, value + 1).starts_with(['"', '\'']) {
                return self.finding(&codes::TEXT_AFTER_QUOTE, self.at, self.at + 1);
            }
            return self.quote(&codes::COLON_IN_TEXT, value, self.at, self.at + 1);
        }
        match self.line_above(self.at) {
            Some(above) if self.indentation(above) < self.indentation(self.at) => {
                self.indented(self.at)
            }
            Some(above) => self.no_colon(above),
            None => self.other(),
        }
    }

    /// A line that should have a key and has no colon, or no space after it.
    fn no_colon(&self, at: usize) -> Finding {
        let start = self.line_text(at);
        let end = self.line_end(at);
        let line = self.slice(start, end);
        let item = line.len() - line.trim_start_matches("- ").len();
        let word = line.get(item..).and_then(|line| line.split_once(':'));
        match word {
            Some((key, value)) if is_name(key) && !value.is_empty() && !value.starts_with(' ') => {
                let colon = start + item + key.len();
                let edit = Edit { span: self.span(colon + 1, colon + 1), text: " ".to_owned() };
                self.finding(&codes::MISSING_SPACE, colon, colon + 1)
                    .arg("key", shorten(key))
                    .arg("value", shorten(value))
                    .fix(codes::INSERT_SPACE, vec![edit])
            }
            _ => self.finding(&codes::MISSING_COLON, start, end).arg("line", shorten(line)),
        }
    }

    /// A line that belongs to no open list or section.
    fn misplaced_line(&self) -> Finding {
        let column = self.indentation(self.at);
        let open = |(start, _): &(usize, bool)| start - line_start(self.text, *start) == column;
        if self.open.iter().any(open) {
            let start = self.line_text(self.at);
            return self.finding(&codes::KEYS_AND_ITEMS_MIXED, start, self.line_end(self.at));
        }
        self.indented(self.at)
    }

    fn indented(&self, at: usize) -> Finding {
        let start = self.line_text(at);
        let column = self.indentation(at) + 1;
        self.finding(&codes::WRONG_INDENTATION, start, self.line_end(at)).arg("column", column)
    }

    /// The quote that opens the value being read, if one does.
    fn opening_quote(&self) -> Option<(usize, char)> {
        let between = self.text.get(self.last..self.text.len())?;
        let opens = |(at, c): &(usize, char)| {
            let before = between.as_bytes().get(at.wrapping_sub(1));
            matches!(c, '"' | '\'')
                && before.is_none_or(|byte| matches!(byte, b' ' | b'\n' | b'[' | b'{' | b','))
        };
        between.char_indices().find(opens).map(|(at, c)| (self.last + at, c))
    }

    fn unclosed_quote(&self) -> Finding {
        let (start, quote) = self.opening_quote().unwrap_or((self.at, '"'));
        self.finding(&codes::UNCLOSED_QUOTE, start, self.line_end(start)).arg("quote", quote)
    }

    /// Text after a closing quote; when the quoted text spans lines, the first quote was left open
    /// and this one was meant to open another text.
    fn after_quote(&self) -> Finding {
        match self.opening_quote() {
            Some((start, _)) if line_end(self.text, start) < self.at => self.unclosed_quote(),
            _ => self.finding(&codes::TEXT_AFTER_QUOTE, self.at, self.line_end(self.at)),
        }
    }

    fn escape(&self) -> Finding {
        let (start, _) = self.opening_quote().unwrap_or((self.at, '"'));
        let mut rest = self.slice(start, self.text.len()).char_indices();
        while let Some((at, c)) = rest.next() {
            let Some((_, escaped)) = (c == '\\').then(|| rest.next()).flatten() else { continue };
            if !"0abt\tnvfre \"/\\N_LP\n\r".contains(escaped) {
                let end = start + at + 1 + escaped.len_utf8();
                let start = start + at;
                let escape = shorten(self.slice(start, end));
                return self.finding(&codes::UNKNOWN_ESCAPE, start, end).arg("escape", escape);
            }
        }
        self.finding(&codes::UNKNOWN_ESCAPE, start, self.line_end(start)).arg("escape", '\\')
    }

    fn unclosed_bracket(&self, at: usize, open: char) -> Finding {
        let close = if open == '[' { ']' } else { '}' };
        self.finding(&codes::UNCLOSED_BRACKET, at, at + 1).arg("open", open).arg("close", close)
    }

    fn stray_bracket(&self, close: Option<char>) -> Finding {
        let here = self.slice(self.at, self.text.len());
        let ahead = close.and_then(|close| here.find(close)).unwrap_or(0);
        let at = self.at + ahead;
        let close = close.or_else(|| here.chars().next()).unwrap_or(']');
        self.finding(&codes::STRAY_BRACKET, at, at + 1).arg("close", close)
    }

    fn in_brackets(&self) -> bool {
        self.open.last().is_some_and(|(_, flow)| *flow)
    }

    /// Between brackets: on another line than the opening one the closing one is missing, on the
    /// same line a comma is.
    fn within_brackets(&self) -> Finding {
        let Some(start) = self.opening_bracket() else { return self.other() };
        let open = self.slice(start, start + 1).chars().next().unwrap_or('[');
        let same_line = line_start(self.text, start) == line_start(self.text, self.at);
        if !same_line && self.indentation(self.at) <= self.indentation(start) {
            return self.unclosed_bracket(start, open);
        }
        let close = if open == '[' { ']' } else { '}' };
        self.finding(&codes::MISSING_COMMA, self.at, self.at + 1)
            .arg("open", open)
            .arg("close", close)
    }

    /// The innermost bracket that is open where the parser stopped. The parser looks ahead, so that
    /// bracket may come after what has been read.
    fn opening_bracket(&self) -> Option<usize> {
        let flow = self.open.iter().filter(|(_, flow)| *flow);
        let mut open: Vec<usize> = flow.map(|(start, _)| *start).collect();
        let from = self.last.max(open.last().map_or(0, |start| start + 1));
        let mut before = b' ';
        let mut until = None;
        for (at, byte) in self.slice(from, self.at).bytes().enumerate() {
            match (until, byte) {
                (Some(end), _) if end == byte => until = None,
                (None, b'#') if before == b' ' => until = Some(b'\n'),
                (None, b'"' | b'\'') if b" [{,\n".contains(&before) => until = Some(byte),
                (None, b'[' | b'{') => open.push(from + at),
                (None, b']' | b'}') => drop(open.pop()),
                (Some(_) | None, _) => {}
            }
            before = byte;
        }
        open.last().copied()
    }

    fn reserved(&self) -> Finding {
        let character = self.slice(self.at, self.text.len()).chars().next().unwrap_or(' ');
        let finding =
            self.quote(&codes::RESERVED_START, self.at, self.at, self.at + character.len_utf8());
        finding.arg("character", character)
    }

    /// A text from `value` to the end of its line that should stand in quotes.
    fn quote(&self, code: &'static Code, value: usize, start: usize, end: usize) -> Finding {
        let line = self.slice(value, self.line_end(value));
        let text = line.split(" #").next().unwrap_or(line).trim_end();
        let quoted = format!("'{}'", text.replace('\'', "''"));
        let finding = self.finding(code, start, end).arg("quoted", shorten(&quoted));
        if text.is_empty() || self.in_brackets() {
            return finding;
        }
        let edit = Edit { span: self.span(value, value + text.len()), text: quoted };
        finding.fix(codes::PUT_IN_QUOTES, vec![edit])
    }

    fn other(&self) -> Finding {
        match self.slice(self.at, self.text.len()).chars().next() {
            Some(',' | '%' | '@' | '`') => self.reserved(),
            Some(c) => {
                let end = self.line_end(self.at).max(self.at + c.len_utf8());
                self.finding(&codes::BROKEN_YAML, self.at, end)
            }
            None => self.finding(&codes::BROKEN_YAML, self.at, self.at),
        }
    }
}

/// Whether a text looks like a key of the format.
fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn ceil(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}
