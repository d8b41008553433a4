//! The smallest parts of a text in `WordprocessingML`: paragraphs, runs, fields, bookmarks.
//!
//! Every word of a document passes through [`words`]. Whoever adds tracked changes wraps the runs of
//! a stretch in `w:ins` or `w:del` (author, date, number) there, and prints `w:delText` for `w:t`.

use crate::render::document::docx::marks::Marks;
use crate::render::print::xml::Xml;

/// How words are set: their language and their marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Voice {
    /// The language, as Word names it: `en-GB`.
    pub(super) lang: &'static str,
    /// The marks on the words.
    pub(super) marks: Marks,
    /// Whether they stand in a link already: links do not nest.
    pub(super) linked: bool,
    /// Whether they stand in a table, where codes are set smaller.
    pub(super) small: bool,
}

impl Voice {
    /// The same with one more mark.
    pub(super) fn with(self, marks: Marks) -> Self {
        Self { marks: self.marks.and(marks), ..self }
    }
}

/// An empty element with a value.
pub(super) fn value(xml: &mut Xml, name: &str, value: &str) {
    xml.empty(name, &[("w:val", value)]);
}

/// A run, with its character style and its language.
fn run(xml: &mut Xml, voice: Voice, inner: impl FnOnce(&mut Xml)) {
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| {
            if voice.marks != Marks::NONE {
                value(xml, "w:rStyle", &voice.marks.id());
            }
            value(xml, "w:lang", voice.lang);
        });
        inner(xml);
    });
}

/// Words.
pub(super) fn words(xml: &mut Xml, voice: Voice, text: &str) {
    if text.is_empty() {
        return;
    }
    run(xml, voice, |xml| {
        for (at, piece) in text.split('\t').enumerate() {
            if at > 0 {
                xml.empty("w:tab", &[]);
            }
            if !piece.is_empty() {
                xml.leaf("w:t", &[("xml:space", "preserve")], piece);
            }
        }
    });
}

/// A tab.
pub(super) fn tab(xml: &mut Xml, voice: Voice) {
    run(xml, voice, |xml| xml.empty("w:tab", &[]));
}

/// A new line within a paragraph.
pub(super) fn line_break(xml: &mut Xml, voice: Voice) {
    run(xml, voice, |xml| xml.empty("w:br", &[]));
}

/// The mark of a note at the foot of the page, by the number of the note.
pub(super) fn note_mark(xml: &mut Xml, voice: Voice, id: &str) {
    run(xml, voice, |xml| xml.empty("w:footnoteReference", &[("w:id", id)]));
}

/// The mark at the head of the note itself.
pub(super) fn own_note_mark(xml: &mut Xml, voice: Voice) {
    run(xml, voice, |xml| xml.empty("w:footnoteRef", &[]));
}

/// A picture.
pub(super) fn picture(xml: &mut Xml, voice: Voice, inner: impl FnOnce(&mut Xml)) {
    run(xml, voice, |xml| xml.element("w:drawing", &[], inner));
}

/// The start of a field, up to where its result begins.
pub(super) fn field_start(xml: &mut Xml, voice: Voice, code: &str) {
    let mark = |xml: &mut Xml, kind: &str| {
        run(xml, voice, |xml| xml.empty("w:fldChar", &[("w:fldCharType", kind)]));
    };
    mark(xml, "begin");
    let code = format!(" {code} ");
    run(xml, voice, |xml| xml.leaf("w:instrText", &[("xml:space", "preserve")], &code));
    mark(xml, "separate");
}

/// The end of a field.
pub(super) fn field_end(xml: &mut Xml, voice: Voice) {
    run(xml, voice, |xml| xml.empty("w:fldChar", &[("w:fldCharType", "end")]));
}

/// A field with its result.
pub(super) fn field(xml: &mut Xml, voice: Voice, code: &str, result: &str) {
    field_start(xml, voice, code);
    words(xml, voice, result);
    field_end(xml, voice);
}

/// A paragraph in a style of its own.
pub(super) fn paragraph(xml: &mut Xml, style: &str, inner: impl FnOnce(&mut Xml)) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| value(xml, "w:pStyle", style));
        inner(xml);
    });
}
