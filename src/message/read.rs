//! What reading XML and reading JSON have in common: bounds, values judged, findings counted.

use std::borrow::Cow;
use std::sync::Arc;

use crate::diag::{Code, Finding, Findings, looks_like};
use crate::message::codes;
use crate::message::compile::{AttributeSpec, CodeSet, GivenSpec, TypeSpec, Validator};
use crate::message::items::{Items, Text};
use crate::message::{MAX_BYTES, MAX_DEPTH, MAX_FINDINGS};
use crate::text::encoding::{NotUtf8, utf8};
use crate::text::{FileId, Span};
use crate::view::message::facets::{CharacterSet, Facets};
use crate::view::message::given::Unkept;
use crate::words::Words;

/// How many values a finding names of those that are possible.
const NAMED: usize = 12;

/// What was read of a message.
pub(super) struct Read {
    /// Which message it is.
    pub(super) message: Option<usize>,
    /// What is wrong with it.
    pub(super) findings: Findings,
    /// Its values.
    pub(super) items: Option<Items>,
}

/// Why bytes are no text of a message.
pub(super) enum Refused {
    /// There are too many.
    TooLarge,
    /// They are not UTF-8.
    NotUtf8(NotUtf8),
}

impl Refused {
    pub(super) fn finding(&self, file: FileId) -> Finding {
        let finding = Finding::new(&codes::REFUSED, Span::new(file, 0, 0));
        match self {
            Self::TooLarge => finding.arg_words("fault", codes::TOO_LARGE).arg("limit", MAX_BYTES),
            Self::NotUtf8(NotUtf8 { encoding, byte, .. }) => finding
                .arg_words("fault", codes::NOT_UTF8)
                .arg_words("encoding", looks_like(*encoding))
                .arg("at", byte + 1),
        }
    }
}

/// The text in these bytes. A byte order mark is taken away.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, Refused> {
    if bytes.len() > MAX_BYTES {
        return Err(Refused::TooLarge);
    }
    utf8(bytes).map_err(Refused::NotUtf8)
}

/// A message in JSON, where messages keep an XML Schema.
pub(super) fn not_xml(validator: &Validator, file: FileId) -> Read {
    let mut reading = Reading::new(validator, Arc::default(), file);
    reading.refuse(Span::new(file, 0, 0), codes::XML_ONLY, |it| it);
    Read { message: None, findings: reading.findings, items: None }
}

/// Reading stops here: what comes behind cannot be told, or enough was found.
pub(super) struct Stop;

/// A text as it was heard in reading, after entities and escapes, and where it stands.
pub(super) struct Heard<'t> {
    pub(super) text: Cow<'t, str>,
    pub(super) span: Span,
}

/// The reading of one message.
pub(super) struct Reading<'v> {
    pub(super) validator: &'v Validator,
    pub(super) file: FileId,
    pub(super) findings: Findings,
    pub(super) items: Items,
    /// How often each field occurs in the classes that are being read, the outer ones first.
    counts: Vec<u32>,
    depth: usize,
}

/// A class that is being read: where its counts begin.
#[derive(Clone, Copy)]
pub(super) struct Begun(usize);

impl<'v> Reading<'v> {
    pub(super) fn new(validator: &'v Validator, text: Arc<String>, file: FileId) -> Self {
        let (findings, items) = (Findings::default(), Items::of(text));
        Self { validator, file, findings, items, counts: Vec::new(), depth: 0 }
    }

    /// Keeps a text.
    pub(super) fn keep(&mut self, heard: &Heard<'_>) -> Text {
        Text { said: self.items.keep(&heard.text), span: heard.span }
    }

    /// A place in the text.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, start, end.max(start))
    }

    /// Adds a finding; stops when there are enough.
    pub(super) fn add(&mut self, finding: Finding) -> Result<(), Stop> {
        let n = self.findings.list.len();
        if n >= MAX_FINDINGS {
            let last = Finding::new(&codes::TOO_MUCH_WRONG, finding.span).arg("n", n);
            self.findings.add(last);
            return Err(Stop);
        }
        self.findings.add(finding);
        Ok(())
    }

    /// A finding of this kind at an element.
    pub(super) fn fault(
        &mut self,
        code: &'static Code,
        span: Span,
        path: &str,
        more: impl FnOnce(Finding) -> Finding,
    ) -> Result<(), Stop> {
        let mut finding = more(Finding::new(code, span).arg("path", path));
        path.clone_into(&mut finding.path);
        self.add(finding)
    }

    /// The message is not read further, for this reason.
    pub(super) fn refuse(
        &mut self,
        span: Span,
        fault: Words,
        more: impl FnOnce(Finding) -> Finding,
    ) -> Stop {
        self.findings.add(more(Finding::new(&codes::REFUSED, span).arg_words("fault", fault)));
        Stop
    }

    /// The text is no XML or no JSON from here.
    pub(super) fn unreadable(&mut self, at: usize, fault: Words) -> Stop {
        let span = self.span(at, at);
        self.findings.add(Finding::new(&codes::UNREADABLE, span).arg_words("fault", fault));
        Stop
    }

    /// One level deeper, in a class of so many fields; [`Reading::leave`] comes back.
    pub(super) fn enter(&mut self, fields: usize, span: Span) -> Result<Begun, Stop> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.refuse(span, codes::TOO_DEEP, |it| it.arg("limit", MAX_DEPTH)));
        }
        let begun = Begun(self.counts.len());
        self.counts.resize(begun.0 + fields, 0);
        Ok(begun)
    }

    /// Back from a class.
    pub(super) fn leave(&mut self, begun: Begun) {
        self.counts.truncate(begun.0);
        self.depth -= 1;
    }

    /// How often a field of a class occurred so far.
    pub(super) fn count(&self, begun: Begun, field: usize) -> u32 {
        self.counts.get(begun.0 + field).copied().unwrap_or_default()
    }

    /// A field of a class occurred `more` times; gives how often in all.
    pub(super) fn counted(&mut self, begun: Begun, field: usize, more: u32) -> u32 {
        let Some(count) = self.counts.get_mut(begun.0 + field) else { return 0 };
        *count = count.saturating_add(more);
        *count
    }

    /// Judges the content of a value.
    pub(super) fn value(
        &mut self,
        of: &TypeSpec,
        text: &str,
        span: Span,
        path: &str,
    ) -> Result<(), Stop> {
        if let Some(only) = &of.only {
            if text == only {
                return Ok(());
            }
            return self.fault(&codes::WRONG_FORMAT, span, path, |it| {
                let it = it.arg("value", shown(text)).arg_words("expected", codes::ONLY);
                it.arg("only", only).arg("format", &of.format)
            });
        }
        if let Some(codes) = of.content_codes().filter(|codes| !codes.has(text)) {
            return self.fault(&codes::WRONG_CODE, span, path, |it| {
                let it = it.arg("value", shown(text)).arg("list", &codes.list);
                it.arg("known", known(codes))
            });
        }
        if of.facets.accepts(text) {
            return Ok(());
        }
        self.fault(&codes::WRONG_FORMAT, span, path, |it| {
            expected(it.arg("value", shown(text)), &of.facets).arg("format", &of.format)
        })
    }

    /// Judges what stands beside a value; `text` and its place where something does, `place` of the
    /// value itself.
    pub(super) fn companion(
        &mut self,
        of: &TypeSpec,
        (name, required): (&str, bool),
        text: Option<(&str, Span)>,
        place: Span,
        path: &str,
    ) -> Result<(), Stop> {
        match text {
            None if required => {
                self.fault(&codes::COMPANION_MISSING, place, path, |it| it.arg("name", name))
            }
            Some((text, span)) if !of.accepts_companion(text) => {
                self.fault(&codes::COMPANION_WRONG, span, path, |it| {
                    let it = it.arg("value", shown(text)).arg("name", name);
                    let formats = of.date_formats().iter().map(|format| format.code());
                    let formats: Vec<&str> = formats.collect();
                    let listed = of.codes.as_deref().map(known);
                    it.arg("known", listed.unwrap_or_else(|| formats.join(", ")))
                })
            }
            _ => Ok(()),
        }
    }

    /// Judges a value as an XML Schema that exists already has it.
    pub(super) fn given_value(
        &mut self,
        of: &TypeSpec,
        given: &GivenSpec,
        text: &str,
        span: Span,
        path: &str,
    ) -> Result<(), Stop> {
        let Err(unkept) = given.lexis.judge(text) else { return Ok(()) };
        if let Unkept::Codes(codes) = &unkept {
            return self.fault(&codes::WRONG_CODE, span, path, |it| {
                let list = of.codes.as_ref().map_or("", |it| &it.list);
                it.arg("value", shown(text)).arg("list", list).arg("known", first(codes))
            });
        }
        self.fault(&codes::WRONG_FORMAT, span, path, |it| {
            let format = if of.format.is_empty() { "—" } else { &of.format };
            asked(it.arg("value", shown(text)), &unkept).arg("format", format)
        })
    }

    /// Judges an XML attribute beside a value; `text` where it is there, `place` of the value itself.
    pub(super) fn given_attribute(
        &mut self,
        spec: &AttributeSpec,
        text: Option<&Heard<'_>>,
        place: Span,
        path: &str,
    ) -> Result<(), Stop> {
        let Some(text) = text else {
            if spec.required {
                return self.fault(&codes::COMPANION_MISSING, place, path, |it| {
                    it.arg("name", &spec.name)
                });
            }
            return Ok(());
        };
        let value = spec.lexis.value(&text.text);
        let unkept = match spec.lexis.judge(&value) {
            Ok(()) if spec.fixed.is_empty() || *value == *spec.fixed => return Ok(()),
            Ok(()) => Unkept::Codes(vec![spec.fixed.clone()]),
            Err(unkept) => unkept,
        };
        let wrong = |it: Finding| it.arg("value", shown(&text.text)).arg("name", &spec.name);
        match &unkept {
            Unkept::Codes(codes) => self.fault(&codes::COMPANION_WRONG, text.span, path, |it| {
                wrong(it).arg("known", first(codes))
            }),
            _ => {
                self.fault(&codes::ATTRIBUTE_WRONG, text.span, path, |it| asked(wrong(it), &unkept))
            }
        }
    }

    /// Reports each field of a class that does not occur often enough.
    pub(super) fn missing(
        &mut self,
        class: usize,
        begun: Begun,
        span: Span,
        path: &str,
    ) -> Result<(), Stop> {
        let validator = self.validator;
        let Some(spec) = validator.classes.get(class) else { return Ok(()) };
        for (at, field) in spec.fields.iter().enumerate() {
            let count = self.count(begun, at);
            if count < field.min {
                self.fault(&codes::MISSING, span, path, |it| {
                    it.arg("name", &field.xml).arg("count", count).arg("min", field.min)
                })?;
            }
        }
        Ok(())
    }
}

/// A value as a finding shows it: not longer than a line.
pub(super) fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or("")),
        None => text.to_owned(),
    }
}

/// The first codes of a list.
fn known(codes: &CodeSet) -> String {
    let mut named: Vec<&str> = codes.codes().take(NAMED + 1).collect();
    if named.len() > NAMED {
        named.truncate(NAMED);
        named.push("…");
    }
    named.join(", ")
}

/// The first of these.
fn first(codes: &[String]) -> String {
    let mut named: Vec<&str> = codes.iter().take(NAMED).map(String::as_str).collect();
    if codes.len() > NAMED {
        named.push("…");
    }
    named.join(", ")
}

/// What an XML Schema that exists already asks for.
fn asked(finding: Finding, unkept: &Unkept) -> Finding {
    let (words, asked) = match unkept {
        Unkept::Kind(name) => (codes::GIVEN_KIND, (*name).to_owned()),
        Unkept::Length(n) => (codes::GIVEN_LENGTH, n.to_string()),
        Unkept::MinLength(n) => (codes::GIVEN_LEAST, n.to_string()),
        Unkept::MaxLength(n) => (codes::GIVEN_MOST, n.to_string()),
        Unkept::TotalDigits(n) => (codes::GIVEN_DIGITS, n.to_string()),
        Unkept::FractionDigits(n) => (codes::GIVEN_DECIMALS, n.to_string()),
        Unkept::Bound(facet, number) => (codes::GIVEN_BOUND, format!("{facet} {number}")),
        Unkept::Patterns(patterns) => (codes::GIVEN_PATTERN, shown(patterns)),
        Unkept::Codes(codes) => (codes::GIVEN_ONE_OF, first(codes)),
    };
    finding.arg_words("expected", words).arg("asked", asked)
}

/// What the facets ask for.
fn expected(finding: Finding, facets: &Facets) -> Finding {
    match facets {
        Facets::Characters { set, min, max } => {
            let words = match set {
                CharacterSet::Letters => codes::LETTERS,
                CharacterSet::Digits => codes::DIGITS,
                CharacterSet::Any => codes::CHARACTERS,
            };
            let finding = finding.arg_words("expected", words).arg("min", min);
            match *max {
                Facets::UNBOUNDED => finding.arg_words("length", codes::AT_LEAST),
                max if max == *min => finding.arg("length", max),
                max => finding.arg_words("length", codes::BETWEEN).arg("max", max),
            }
        }
        Facets::Decimal { digits, fraction } => finding
            .arg_words("expected", codes::DECIMAL)
            .arg("length", digits)
            .arg("fraction", fraction),
        Facets::Date(_) => finding.arg_words("expected", codes::DATE),
        Facets::Boolean => finding.arg_words("expected", codes::A_BOOLEAN),
        Facets::Binary => finding.arg_words("expected", codes::BASE64),
    }
}
