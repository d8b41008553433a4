//! The reader: events of the YAML parser to a tree, and what a block file may not use.

use std::borrow::Cow;
use std::collections::BTreeMap;

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle, options};

use crate::diag::{Edit, Finding, Findings};
use crate::syntax::broken::{self, Break};
use crate::syntax::codes;
use crate::syntax::frames::{Frame, Items, Key, OpenMap};
use crate::syntax::lines::{line_end, line_start, next_top_level_key};
use crate::syntax::{Entry, Node, Scalar, Tree, Value};
use crate::syntax::{MAX_BYTES, MAX_DEPTH, MAX_FINDINGS, MAX_VALUES};
use crate::text::{FileId, Span, Spanned};

/// How often reading starts again after a break.
const MAX_RESTARTS: usize = 20;
/// How often a mistake of one character is mended to read on.
const MAX_MENDS: usize = 10;
/// Most places listed with one finding.
const MAX_NOTES: usize = 8;

/// Reads the whole text.
///
/// A mistake of one character is mended in a copy, byte for byte, and the copy is read instead, so
/// that what stands below it in the same section is looked at too.
pub(super) fn read(text: &str, file: FileId, findings: &mut Findings) -> Tree {
    let mut text = Cow::Borrowed(text);
    for mends in 0..=MAX_MENDS {
        let known = findings.list.len();
        let mut reader = Reader::new(&text, file, findings, mends < MAX_MENDS);
        reader.run();
        let (root, complete, mend) = (reader.root, reader.complete && mends == 0, reader.mend);
        let mut comments = reader.comments;
        comments.sort_unstable();
        if let Some((at, finding)) = mend {
            findings.list.truncate(known);
            findings.list.extend(finding);
            let after = text.get(at + 1..).unwrap_or("");
            text = Cow::Owned([text.get(..at).unwrap_or(""), "x", after].concat());
            continue;
        }
        let root = root.filter(|root| !matches!(root.value, Value::Null));
        if root.is_none() && complete {
            findings.add(Finding::new(&codes::EMPTY_FILE, Span::new(file, 0, 0)));
            return Tree { root, complete: false, comments };
        }
        return Tree { root, complete, comments };
    }
    Tree::default()
}

struct Reader<'a> {
    text: &'a str,
    file: FileId,
    findings: &'a mut Findings,
    stack: Vec<Frame>,
    root: Option<Node>,
    /// Which finding reported an anchor, for the notes at its aliases.
    anchors: BTreeMap<usize, usize>,
    comments: Vec<Span>,
    values: usize,
    /// The end of the last event that covers text.
    last: usize,
    complete: bool,
    /// Whether one more mistake of one character may be mended.
    may_mend: bool,
    /// The character to mend, and the finding that says so unless its line has one already.
    mend: Option<(usize, Option<Finding>)>,
}

/// Why the reader stops before the end.
enum Stop {
    /// The document is over.
    Done,
    /// Reading can start again at a top-level key on a line after this byte.
    Broken(usize),
    /// Reading ends here, or starts again with a mended text.
    Limit,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, file: FileId, findings: &'a mut Findings, may_mend: bool) -> Self {
        Self {
            text,
            file,
            findings,
            stack: Vec::new(),
            root: None,
            anchors: BTreeMap::new(),
            comments: Vec::new(),
            values: 0,
            last: 0,
            complete: true,
            may_mend,
            mend: None,
        }
    }

    fn run(&mut self) {
        let mut from = 0;
        for _ in 0..=MAX_RESTARTS {
            let before = self.root.take();
            let stop = self.piece(from);
            self.rejoin(before);
            match stop {
                Stop::Done => return,
                Stop::Limit => {
                    self.complete = false;
                    return;
                }
                Stop::Broken(at) => {
                    self.complete = false;
                    if !matches!(self.root, None | Some(Node { value: Value::Map(_), .. })) {
                        return;
                    }
                    match next_top_level_key(self.text, at) {
                        Some(next) if next > from => from = next,
                        _ => return,
                    }
                }
            }
        }
    }

    /// Reads from a byte to the end or to the first break.
    fn piece(&mut self, from: usize) -> Stop {
        let rest: &'a str = self.text.get(from..).unwrap_or("");
        let mut options = options! {
            disallow_directives: true,
            emit_unresolved_aliases: true,
            emit_anchor_events: true,
            flow_nesting_limit: MAX_DEPTH,
            block_nesting_limit: MAX_DEPTH,
            // A file may begin with any number of comments.
            max_buffered_comment_events: MAX_BYTES,
        };
        options.set_emit_comments(true);
        self.last = from;
        let mut documents = 0;
        for event in Parser::new_from_str_with_options(rest, options) {
            let (event, place) = match event {
                Ok(event) => event,
                Err(error) => {
                    let at = from + error.marker().byte_offset().unwrap_or(rest.len());
                    return self.broke(error.kind(), at);
                }
            };
            if self.findings.list.len() >= MAX_FINDINGS {
                let finding =
                    Finding::new(&codes::TOO_MANY_FINDINGS, self.span(self.last, self.last));
                self.findings.add(finding.arg("limit", MAX_FINDINGS));
                return Stop::Limit;
            }
            let range = place.byte_range().unwrap_or(0..0);
            let (start, end) = (from + range.start, from + range.end);
            let tag = place.tag_span().and_then(|tag| tag.byte_range());
            if let Some(tag) = tag {
                self.tag(from + tag.start, from + tag.end);
            }
            match event {
                Event::DocumentStart(..) => {
                    documents += 1;
                    if documents > 1 {
                        let end = line_end(self.text, start);
                        self.add(Finding::new(&codes::SEVERAL_DOCUMENTS, self.span(start, end)));
                        return Stop::Limit;
                    }
                }
                Event::Scalar(text, style, _, _) => self.scalar(text, style, start, end),
                Event::SequenceStart(style, ..) => {
                    let items = Items::List(Vec::new());
                    self.open(items, style == StructureStyle::Flow, start, end);
                }
                Event::MappingStart(style, ..) => {
                    let items = Items::Map(OpenMap::default());
                    self.open(items, style == StructureStyle::Flow, start, end);
                }
                Event::SequenceEnd | Event::MappingEnd => self.close(start, end),
                Event::Anchor(id, name) => self.anchor(id, &name, start, end),
                Event::Comment(..) => self.comments.push(self.span(start, end)),
                Event::Alias(id) => self.alias(id, start, end),
                Event::UnresolvedAlias(name) => {
                    let finding = Finding::new(&codes::ALIAS, self.span(start, end));
                    self.add(finding.arg("name", broken::shorten(&name)));
                    self.no_value(start, end);
                }
                _ => {}
            }
            if self.stack.len() > MAX_DEPTH {
                let finding = Finding::new(&codes::TOO_DEEP, self.span(start, end));
                self.add(finding.arg("limit", MAX_DEPTH));
                return Stop::Broken(start);
            }
            if self.values > MAX_VALUES {
                let finding = Finding::new(&codes::TOO_MANY_VALUES, self.span(start, end));
                self.add(finding.arg("limit", MAX_VALUES));
                return Stop::Limit;
            }
        }
        Stop::Done
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start, end)
    }

    fn add(&mut self, finding: Finding) {
        self.findings.add(finding);
    }

    /// Reports a break of the layout, and says where to read on.
    fn broke(&mut self, kind: &granit_parser::ErrorKind, at: usize) -> Stop {
        let open: Vec<_> = self.stack.iter().map(|frame| (frame.start, frame.flow)).collect();
        let found = Break { text: self.text, file: self.file, at, last: self.last, open: &open };
        let finding = broken::explain(kind, &found);
        let start = finding.span.start as usize;
        // What breaks a line is often the anchor, tag or control character already reported on it,
        // and a line that does not fit follows from what is wrong with the line above.
        let follows = [codes::WRONG_INDENTATION.id, codes::MISSING_COLON.id];
        let from = if follows.contains(&finding.code.id) { found.above(start) } else { start };
        let line = line_start(self.text, from)..line_end(self.text, at.max(start));
        let known = self.findings.list.iter().any(|known| {
            line.contains(&(known.span.start as usize))
                || (known.code.id == finding.code.id
                    && finding.code.id == codes::TAB_INDENTATION.id)
        });
        let one_character = [codes::COLON_IN_TEXT.id, codes::RESERVED_START.id];
        let ascii = self.text.as_bytes().get(start).is_some_and(u8::is_ascii_punctuation);
        if self.may_mend && ascii && one_character.contains(&finding.code.id) {
            self.mend = Some((start, (!known).then_some(finding)));
            return Stop::Limit;
        }
        if !known {
            self.add(finding);
        }
        Stop::Broken(start)
    }

    fn scalar(&mut self, text: Cow<'a, str>, style: ScalarStyle, start: usize, end: usize) {
        let plain = style == ScalarStyle::Plain;
        let written = self.text.get(start..end).unwrap_or("");
        let nothing = plain && start == end;
        let (start, end) = match style {
            ScalarStyle::Literal | ScalarStyle::Folded => {
                (self.block_head(start), start + written.trim_end().len())
            }
            _ => (start, end),
        };
        self.last = self.last.max(end);
        if self.wants_key() {
            return self.key(text, plain, nothing, start, end);
        }
        let value = if nothing || (plain && is_null(&text)) {
            Value::Null
        } else {
            Value::Scalar(Scalar { text: text.into(), plain })
        };
        // The place of a value that was not written is where it would stand: after the colon.
        let at = match self.text.as_bytes().get(start) {
            Some(b':') if nothing => start + 1,
            _ => start,
        };
        self.value(Node { span: self.span(at, end.max(at)), value });
    }

    /// Where a text block begins: the parser names the first line of its text, not the `|` or `>`.
    fn block_head(&self, content: usize) -> usize {
        let mut at = self.last;
        while let Some(rest) = self.text.get(at..content) {
            match rest.find(['|', '>', '#']) {
                Some(found) if rest.as_bytes().get(found) == Some(&b'#') => {
                    at = line_end(self.text, at + found);
                }
                Some(found) => return at + found,
                None => break,
            }
        }
        content
    }

    fn wants_key(&self) -> bool {
        let Some(Frame { items: Items::Map(map), .. }) = self.stack.last() else { return false };
        map.key.is_none()
    }

    fn key(&mut self, text: Cow<'a, str>, plain: bool, nothing: bool, start: usize, end: usize) {
        let span = self.span(start, end);
        if nothing {
            self.add(Finding::new(&codes::KEY_NOT_TEXT, span));
            return self.refuse_key();
        }
        if plain && text == "<<" {
            self.add(Finding::new(&codes::MERGE_KEY, span));
            return self.refuse_key();
        }
        let Some(Frame { items: Items::Map(map), .. }) = self.stack.last_mut() else { return };
        self.values += 1;
        match map.find(&text) {
            None => map.key = Some(Key::Name(Spanned::new(text.into(), span))),
            Some(first) => {
                map.key = Some(Key::Refused);
                let finding = Finding::new(&codes::DUPLICATE_KEY, span)
                    .arg("key", broken::shorten(&text))
                    .note(first, codes::FIRST_HERE);
                self.add(finding);
            }
        }
    }

    fn refuse_key(&mut self) {
        self.complete = false;
        if let Some(Frame { items: Items::Map(map), .. }) = self.stack.last_mut() {
            map.key = Some(Key::Refused);
        }
    }

    /// Puts a finished value where it belongs.
    fn value(&mut self, node: Node) {
        self.values += 1;
        let end = node.span.end as usize;
        self.last = self.last.max(end);
        let Some(frame) = self.stack.last_mut() else {
            self.root = Some(node);
            return;
        };
        frame.end = frame.end.max(end);
        match &mut frame.items {
            Items::List(items) => items.push(node),
            Items::Map(map) => match map.key.take() {
                Some(Key::Name(key)) => map.push(Entry { key, value: node }),
                Some(Key::Refused) => {}
                None => {
                    // A list or a map stands where a key is expected.
                    map.key = Some(Key::Refused);
                    self.complete = false;
                    self.add(Finding::new(&codes::KEY_NOT_TEXT, node.span));
                }
            },
        }
    }

    /// A place whose value is known only elsewhere.
    fn no_value(&mut self, start: usize, end: usize) {
        self.complete = false;
        self.last = self.last.max(end);
        if self.wants_key() {
            return self.refuse_key();
        }
        self.value(Node { span: self.span(start, end), value: Value::Null });
    }

    fn open(&mut self, items: Items, flow: bool, start: usize, end: usize) {
        self.last = self.last.max(end);
        let start = self.first_dash(&items, flow, start);
        self.stack.push(Frame { start, end: start, flow, items });
    }

    /// Where a list begins: the parser names its first item when the list is not indented below
    /// its key.
    fn first_dash(&self, items: &Items, flow: bool, start: usize) -> usize {
        let map = self.stack.last().filter(|frame| matches!(frame.items, Items::Map(_)));
        let (Items::List(_), Some(map), false) = (items, map, flow) else { return start };
        let column = map.start - line_start(self.text, map.start);
        let dash = line_start(self.text, start) + column;
        if self.text.as_bytes().get(dash) == Some(&b'-') { dash } else { start }
    }

    fn close(&mut self, start: usize, end: usize) {
        let Some(mut frame) = self.stack.pop() else { return };
        if frame.flow && start < end {
            frame.end = end;
        }
        let node = self.node(frame);
        self.value(node);
    }

    fn node(&self, frame: Frame) -> Node {
        let value = match frame.items {
            Items::List(items) => Value::List(items.into()),
            Items::Map(map) => Value::Map(map.entries.into()),
        };
        Node { span: self.span(frame.start, frame.end), value }
    }

    /// Closes what is open, keeping what was read.
    fn unwind(&mut self) {
        while let Some(frame) = self.stack.pop() {
            if let Some(Frame { items: Items::Map(map), .. }) = self.stack.last_mut()
                && map.key.is_none()
            {
                map.key = Some(Key::Refused);
            }
            let node = self.node(frame);
            self.value(node);
        }
    }

    /// Joins what was read before a break with what was read after it.
    fn rejoin(&mut self, before: Option<Node>) {
        self.unwind();
        let Some(before) = before else { return };
        let after = self.root.take();
        let Value::Map(entries) = before.value else {
            self.root = Some(before);
            return;
        };
        let mut map = OpenMap::of(entries.to_vec());
        let mut end = before.span.end as usize;
        if let Some(Node { span, value: Value::Map(entries) }) = after {
            end = end.max(span.end as usize);
            for entry in &entries {
                match map.find(&entry.key.value) {
                    None => map.push(entry.clone()),
                    Some(first) => self.add(
                        Finding::new(&codes::DUPLICATE_KEY, entry.key.span)
                            .arg("key", broken::shorten(&entry.key.value))
                            .note(first, codes::FIRST_HERE),
                    ),
                }
            }
        }
        let span = self.span(before.span.start as usize, end);
        self.root = Some(Node { span, value: Value::Map(map.entries.into()) });
    }

    fn anchor(&mut self, id: usize, name: &str, start: usize, end: usize) {
        self.anchors.insert(id, self.findings.list.len());
        let finding = Finding::new(&codes::ANCHOR, self.span(start, end));
        self.add(finding.arg("name", broken::shorten(name)));
    }

    fn alias(&mut self, id: usize, start: usize, end: usize) {
        let span = self.span(start, end);
        let known = self.anchors.get(&id).and_then(|at| self.findings.list.get_mut(*at));
        if let Some(finding) = known
            && finding.notes.len() < MAX_NOTES
        {
            finding.notes.push(crate::diag::Note { span, words: codes::REPEATED_HERE });
        }
        self.no_value(start, end);
    }

    fn tag(&mut self, start: usize, end: usize) {
        let span = self.span(start, end);
        let written = self.text.get(start..end).unwrap_or("");
        let blanks = self.text.get(end..).unwrap_or("").bytes().take_while(|b| *b == b' ').count();
        let edit = Edit { span: self.span(start, end + blanks), text: String::new() };
        let finding = Finding::new(&codes::TAG, span).arg("tag", broken::shorten(written));
        self.add(finding.fix(codes::REMOVE_TAG, vec![edit]));
    }
}

/// Whether a text without quotes says that there is nothing.
pub(super) fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}
