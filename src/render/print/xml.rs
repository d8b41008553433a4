//! The XML printer: elements are opened and closed by nesting calls, so that what it prints is well
//! formed; every text and every attribute value is escaped here and nowhere else.

use std::borrow::Cow;

use quick_xml::escape::{escape, partial_escape};

/// An XML document being printed.
#[derive(Debug)]
pub struct Xml {
    out: String,
    depth: usize,
    /// Whether elements follow each other without line ends and margins.
    lean: bool,
}

impl Xml {
    /// A document that begins with an XML declaration.
    pub fn document() -> Self {
        let mut xml = Self::fragment();
        xml.out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml
    }

    /// Elements without an XML declaration.
    pub fn fragment() -> Self {
        Self { out: String::with_capacity(16 * 1024), depth: 0, lean: false }
    }

    /// Elements without line ends between them: for parts that programs read and nobody else.
    pub fn lean() -> Self {
        Self { out: String::with_capacity(16 * 1024), depth: 0, lean: true }
    }

    /// Puts in what another printer of the same kind printed.
    pub fn append(&mut self, printed: &str) {
        self.out.push_str(printed);
    }

    /// The text printed so far.
    pub fn finish(self) -> String {
        self.out
    }

    /// An element with other elements in it, each on its own line.
    pub fn element(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        inner: impl FnOnce(&mut Self),
    ) {
        self.start(name, attributes);
        self.out.push('>');
        let end = self.out.len();
        self.line();
        let after = self.out.len();
        self.depth += 1;
        inner(self);
        self.depth -= 1;
        if self.out.len() == after {
            // Nothing was put in: close it at once.
            self.out.truncate(end - 1);
            self.out.push_str("/>");
            self.line();
            return;
        }
        self.indent();
        self.end(name);
    }

    /// An element with text in it, on one line.
    pub fn leaf(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.start(name, attributes);
        self.out.push('>');
        let text = partial_escape(allowed(text));
        if text.contains('\r') {
            // A reader would turn it into a line feed.
            self.out.push_str(&text.replace('\r', "&#13;"));
        } else {
            self.out.push_str(&text);
        }
        self.end(name);
    }

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.out.push_str("/>");
        self.line();
    }

    /// A comment on a line of its own. Two hyphens in a row, which would end it, are pulled apart.
    pub fn comment(&mut self, text: &str) {
        self.indent();
        self.out.push_str("<!-- ");
        let mut hyphen = false;
        for c in allowed(text).chars() {
            if c == '-' && hyphen {
                self.out.push(' ');
            }
            hyphen = c == '-';
            self.out.push(c);
        }
        self.out.push_str(" -->");
        self.line();
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.indent();
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push(' ');
            self.out.push_str(key);
            self.out.push_str("=\"");
            self.out.push_str(&attribute(value));
            self.out.push('"');
        }
    }

    fn end(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
        self.line();
    }

    fn line(&mut self) {
        if !self.lean {
            self.out.push('\n');
        }
    }

    fn indent(&mut self) {
        if self.lean {
            return;
        }
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
    }
}

/// An attribute value, its line ends and tabs kept through the reader's normalisation.
fn attribute(value: &str) -> Cow<'_, str> {
    let value = escape(allowed(value));
    if value.contains(['\n', '\r', '\t']) {
        let value = value.replace('\n', "&#10;").replace('\r', "&#13;").replace('\t', "&#9;");
        return Cow::Owned(value);
    }
    value
}

/// `text` with every character that XML 1.0 cannot hold replaced by U+FFFD.
fn allowed(text: &str) -> Cow<'_, str> {
    let refused = |c: char| matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
    // Most texts have no byte that could be a part of one.
    let is_part =
        |byte: u8| (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0xEF;
    if text.bytes().fold(false, |found, byte| found | is_part(byte)) && text.contains(refused) {
        return Cow::Owned(text.replace(refused, "\u{FFFD}"));
    }
    Cow::Borrowed(text)
}
