//! A message read from JSON, with the place of each value. A property that stands twice is refused:
//! readers do not agree on which of the two counts.

use std::borrow::Cow;
use std::sync::Arc;

use jiter::{Jiter, JiterError, JiterErrorType, JsonErrorType, Peek};

use crate::diag::Finding;
use crate::message::codes;
use crate::message::compile::{ClassSpec, ContentSpec, FieldSpec, TypeSpec, Validator};
use crate::message::items::{Item, Said, Text};
use crate::message::read::{Heard, Read, Reading, Stop, shown};
use crate::text::{FileId, Span};
use crate::view::message::facets::Facets;
use crate::words::Words;

/// Property that holds the value where something stands beside it.
const CONTENT: &str = "content";

pub(super) fn read(validator: &Validator, text: &Arc<String>, file: FileId) -> Read {
    let mut json = Json {
        jiter: Jiter::new(text.as_bytes()),
        text,
        reading: Reading::new(validator, Arc::clone(text), file),
        message: None,
    };
    let whole = json.document().is_ok();
    let Json { reading, message, .. } = json;
    let items = (whole && message.is_some()).then_some(reading.items);
    Read { message, findings: reading.findings, items }
}

struct Json<'t, 'v> {
    jiter: Jiter<'t>,
    text: &'t str,
    reading: Reading<'v>,
    message: Option<usize>,
}

/// A property of an object.
enum Key {
    /// One of its class, by its position.
    Field(usize),
    /// The document, in the wrapper.
    Document,
    /// One that has no place there.
    Unknown(String),
}

impl<'t> Json<'t, '_> {
    fn at(&self) -> usize {
        self.jiter.current_index().min(self.text.len())
    }

    fn stop(&mut self, error: &JiterError) -> Stop {
        let fault = match &error.error_type {
            JiterErrorType::JsonError(error) => match error {
                JsonErrorType::EofWhileParsingList
                | JsonErrorType::EofWhileParsingObject
                | JsonErrorType::EofWhileParsingString
                | JsonErrorType::EofWhileParsingValue => codes::ENDS_EARLY,
                JsonErrorType::TrailingCharacters => codes::GOES_ON,
                JsonErrorType::InvalidNumber | JsonErrorType::NumberOutOfRange => codes::BAD_NUMBER,
                JsonErrorType::InvalidEscape
                | JsonErrorType::InvalidUnicodeCodePoint
                | JsonErrorType::LoneLeadingSurrogateInHexEscape
                | JsonErrorType::UnexpectedEndOfHexEscape => codes::BAD_ESCAPE,
                JsonErrorType::RecursionLimitExceeded => codes::TOO_DEEP,
                _ => codes::NOT_JSON,
            },
            JiterErrorType::WrongType { .. } => codes::NOT_JSON,
        };
        let at = error.index.min(self.text.len());
        let at = (0..=at).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0);
        if fault == codes::TOO_DEEP {
            let span = self.reading.span(at, at);
            let limit = crate::message::MAX_DEPTH;
            return self.reading.refuse(span, fault, |it| it.arg("limit", limit));
        }
        self.reading.unreadable(at, fault)
    }

    /// What kind of value begins here; anything else is no JSON.
    fn peek(&mut self) -> Result<Peek, Stop> {
        let found = self.jiter.peek().map_err(|error| self.stop(&error))?;
        let plain = matches!(found, Peek::Object | Peek::Array | Peek::String);
        let word = matches!(found, Peek::True | Peek::False | Peek::Null);
        if !plain && !word && !found.is_num() {
            let at = self.at();
            return Err(self.reading.unreadable(at, codes::NOT_JSON));
        }
        Ok(found)
    }

    /// The first or the next property of an object, as what it is taken for; `None` at its end.
    fn key<T>(&mut self, first: bool, take: impl FnOnce(&str) -> T) -> Result<Option<T>, Stop> {
        let key = if first { self.jiter.known_object() } else { self.jiter.next_key() };
        match key {
            Ok(key) => Ok(key.map(take)),
            Err(error) => Err(self.stop(&error)),
        }
    }

    /// The property of a class; `next` is the one that is likely to come.
    fn property_of(
        &mut self,
        first: bool,
        (class, next): (&ClassSpec, usize),
        root: Option<&FieldSpec>,
    ) -> Result<Option<Key>, Stop> {
        self.key(first, |name| match class.property(name, next) {
            Some(at) => Key::Field(at),
            None if root.is_some_and(|root| *root.json == *name) => Key::Document,
            None => Key::Unknown(name.to_owned()),
        })
    }

    /// Where the property that was read last stands.
    fn key_span(&self) -> Span {
        let before = self.text.get(..self.at()).unwrap_or("");
        let end = before.rfind('"').unwrap_or(0);
        let start = before.get(..end).and_then(|it| it.rfind('"')).unwrap_or(end);
        self.reading.span(start, end + 1)
    }

    fn skip(&mut self) -> Result<(), Stop> {
        self.jiter.next_skip().map_err(|error| self.stop(&error))
    }

    fn document(&mut self) -> Result<(), Stop> {
        let validator = self.reading.validator;
        let start = {
            self.peek()?;
            self.at()
        };
        self.message = self.named();
        if self.peek()? != Peek::Object {
            let span = self.reading.span(start, start + 1);
            let found = kind_of(self.peek()?);
            self.kind(span, crate::view::message::header::ROOT, found, codes::AN_OBJECT)?;
            return Err(Stop);
        }
        let Some(message) = self.message else {
            let span = self.reading.span(start, start);
            let name = validator.name_property().map_or("", |it| &*it.json);
            let names: Vec<&str> = validator.messages.iter().map(|it| &*it.name).collect();
            let finding = Finding::new(&codes::NOT_OF_BLOCK, span).arg("found", name);
            self.reading.add(finding.arg("expected", format!("{name}: {}", names.join(", "))))?;
            // What is no JSON at all is said as well.
            self.skip()?;
            self.jiter.finish().map_err(|error| self.stop(&error))?;
            return Err(Stop);
        };
        self.object(validator.wrapper, crate::view::message::header::ROOT, Some(message))?;
        self.jiter.finish().map_err(|error| self.stop(&error))
    }

    /// The message that the wrapper names, wherever in it the name stands.
    fn named(&self) -> Option<usize> {
        let validator = self.reading.validator;
        let property = validator.name_property()?;
        let mut ahead = Jiter::new(self.text.as_bytes());
        let mut key = ahead.next_object().ok()?.map(str::to_owned);
        while let Some(name) = key {
            if *name == *property.json {
                return validator.named(ahead.next_str().ok()?);
            }
            ahead.next_skip().ok()?;
            key = ahead.next_key().ok()?.map(str::to_owned);
        }
        None
    }

    /// An object of a class; the wrapper holds the document of `message` as well.
    fn object(&mut self, class: usize, path: &str, message: Option<usize>) -> Result<(), Stop> {
        let validator = self.reading.validator;
        let Some(spec) = validator.classes.get(class) else { return Ok(()) };
        let start = self.at();
        let place = self.reading.span(start, start + 1);
        let found = self.peek()?;
        if found != Peek::Object {
            self.kind(place, path, kind_of(found), codes::AN_OBJECT)?;
            return self.skip();
        }
        let begun = self.reading.enter(spec.fields.len(), place)?;
        let mut document = false;
        let root = message.and_then(|at| validator.messages.get(at)).map(|it| &it.root);
        let mut key = self.property_of(true, (spec, 0), root)?;
        while let Some(found) = key {
            let mut next = 0;
            match found {
                Key::Field(at) => {
                    let Some(field) = spec.fields.get(at) else { return Ok(()) };
                    if self.reading.count(begun, at) > 0 {
                        return Err(self.twice(&field.json));
                    }
                    let count = self.property(class, Some(at), field, path)?;
                    self.reading.counted(begun, at, count);
                    next = at + 1;
                }
                Key::Document => {
                    let Some(root) = root else { return Ok(()) };
                    if std::mem::replace(&mut document, true) {
                        return Err(self.twice(&root.json));
                    }
                    self.property(class, None, root, path)?;
                }
                Key::Unknown(name) => {
                    let here = self.key_span();
                    let known: Vec<&str> = spec.fields.iter().map(|it| &*it.json).collect();
                    self.reading.fault(&codes::UNKNOWN, here, path, |it| {
                        it.arg("name", shown(&name)).arg("known", known.join(", "))
                    })?;
                    self.skip()?;
                }
            }
            key = self.property_of(false, (spec, next), root)?;
        }
        self.reading.missing(class, begun, place, path)?;
        if let Some(root) = root.filter(|_| !document) {
            self.reading.fault(&codes::MISSING, place, path, |it| {
                it.arg("name", &root.json).arg("count", 0).arg("min", 1)
            })?;
        }
        self.reading.leave(begun);
        Ok(())
    }

    /// The property that was read last stands twice.
    fn twice(&mut self, name: &str) -> Stop {
        let here = self.key_span();
        self.reading.refuse(here, codes::TWICE, |it| it.arg("found", shown(name)))
    }

    /// A property: one value, or a list of values where it can occur more than once. Gives how many,
    /// at least one; as many as have to be where what is there is no list.
    fn property(
        &mut self,
        class: usize,
        at: Option<usize>,
        field: &FieldSpec,
        path: &str,
    ) -> Result<u32, Stop> {
        if !field.is_many() {
            self.item(class, at, field)?;
            return Ok(1);
        }
        let found = self.peek()?;
        let start = self.at();
        let place = self.reading.span(start, start + 1);
        if found != Peek::Array {
            self.kind(place, &field.path, kind_of(found), codes::AN_ARRAY)?;
            self.skip()?;
            return Ok(field.min.max(1));
        }
        let mut count = 0_u32;
        let mut next = self.jiter.known_array().map_err(|error| self.stop(&error))?;
        if next.is_none() {
            self.kind(place, &field.path, codes::AN_EMPTY_LIST, codes::A_FULL_LIST)?;
            return Ok(field.min.max(1));
        }
        while next.is_some() {
            count = count.saturating_add(1);
            if count == field.max.saturating_add(1) {
                let here = self.reading.span(self.at(), self.at() + 1);
                self.reading.fault(&codes::TOO_MANY, here, path, |it| {
                    it.arg("name", &field.json).arg("max", field.max)
                })?;
            }
            self.item(class, at, field)?;
            next = self.jiter.array_step().map_err(|error| self.stop(&error))?;
        }
        Ok(count)
    }

    fn item(&mut self, class: usize, at: Option<usize>, field: &FieldSpec) -> Result<(), Stop> {
        self.peek()?;
        let start = self.at();
        let span = self.reading.span(start, start);
        let place = self.reading.items.open(Item::new(class, at, span));
        match field.content {
            ContentSpec::Class(inner) => self.object(inner, &field.path, None)?,
            ContentSpec::Value(of) => {
                let validator = self.reading.validator;
                if let Some(of) = validator.types.get(of) {
                    let (value, companion) = match of.companion {
                        Some(names) => {
                            self.with_companion(of, (names.json, names.required), field)?
                        }
                        None => (self.content(of, field)?, None),
                    };
                    self.reading.items.fill(place, value, companion);
                }
            }
        }
        let end = u32::try_from(self.at()).unwrap_or(u32::MAX);
        self.reading.items.close(place, end);
        Ok(())
    }

    /// A value with what stands beside it: an object of two properties.
    fn with_companion(
        &mut self,
        of: &TypeSpec,
        (beside, required): (&str, bool),
        field: &FieldSpec,
    ) -> Result<(Option<Text>, Option<Said>), Stop> {
        let found = self.peek()?;
        let start = self.at();
        let place = self.reading.span(start, start + 1);
        if found != Peek::Object {
            self.kind(place, &field.path, kind_of(found), codes::AN_OBJECT)?;
            self.skip()?;
            return Ok((None, None));
        }
        let (mut value, mut companion) = (None, None);
        let mut seen = (false, false);
        let take = |name: &str| match name {
            CONTENT => Ok(true),
            name if name == beside => Ok(false),
            name => Err(name.to_owned()),
        };
        let mut key = self.key(true, take)?;
        while let Some(name) = key {
            match name {
                Ok(true) if std::mem::replace(&mut seen.0, true) => {
                    return Err(self.twice(CONTENT));
                }
                Ok(false) if std::mem::replace(&mut seen.1, true) => {
                    return Err(self.twice(beside));
                }
                Ok(true) => value = self.content(of, field)?,
                Ok(false) => {
                    if let Some(heard) = self.string(&field.path)? {
                        let said = Some((&*heard.text, heard.span));
                        self.reading.companion(of, (beside, required), said, place, &field.path)?;
                        companion = Some(self.reading.items.keep(&heard.text));
                    }
                }
                Err(name) => {
                    let here = self.key_span();
                    self.reading.fault(&codes::UNKNOWN, here, &field.path, |it| {
                        it.arg("name", shown(&name)).arg("known", format!("{CONTENT}, {beside}"))
                    })?;
                    self.skip()?;
                }
            }
            key = self.key(false, take)?;
        }
        if !seen.0 {
            self.reading.fault(&codes::MISSING, place, &field.path, |it| {
                it.arg("name", CONTENT).arg("count", 0).arg("min", 1)
            })?;
        }
        if !seen.1 {
            self.reading.companion(of, (beside, required), None, place, &field.path)?;
        }
        Ok((value, companion))
    }

    /// The content of a value, as JSON writes values of this type.
    fn content(&mut self, of: &TypeSpec, field: &FieldSpec) -> Result<Option<Text>, Stop> {
        let heard = match of.facets {
            Facets::Boolean if of.only.is_none() => self.boolean(&field.path)?,
            Facets::Decimal { .. } if of.integer && of.only.is_none() => {
                self.integer(&field.path)?
            }
            _ => self.string(&field.path)?,
        };
        let Some(heard) = heard else { return Ok(None) };
        self.reading.value(of, &heard.text, heard.span, &field.path)?;
        Ok(Some(self.reading.keep(&heard)))
    }

    fn string(&mut self, path: &str) -> Result<Option<Heard<'t>>, Stop> {
        let found = self.peek()?;
        let start = self.at();
        if found != Peek::String {
            return self.other(start, path, found, codes::A_STRING);
        }
        let (length, escaped) = match self.jiter.known_str() {
            // Every escape is longer than what it stands for.
            Ok(text) => {
                let plain = self.text.get(start + 1..start + 1 + text.len());
                (text.len(), (plain != Some(text)).then(|| text.to_owned()))
            }
            Err(error) => return Err(self.stop(&error)),
        };
        let text = match escaped {
            Some(text) => Cow::Owned(text),
            None => Cow::Borrowed(self.text.get(start + 1..start + 1 + length).unwrap_or("")),
        };
        Ok(Some(Heard { text, span: self.reading.span(start, self.at()) }))
    }

    fn boolean(&mut self, path: &str) -> Result<Option<Heard<'t>>, Stop> {
        let found = self.peek()?;
        let start = self.at();
        if found != Peek::True && found != Peek::False {
            return self.other(start, path, found, codes::A_BOOLEAN);
        }
        self.jiter.known_bool(found).map_err(|error| self.stop(&error))?;
        Ok(Some(self.written(start)))
    }

    /// What stands in the text from `start` on as far as it was read.
    fn written(&self, start: usize) -> Heard<'t> {
        let text = Cow::Borrowed(self.text.get(start..self.at()).unwrap_or(""));
        Heard { text, span: self.reading.span(start, self.at()) }
    }

    /// A whole number in its one spelling: JSON lets `5.0` and `5e0` mean 5.
    fn integer(&mut self, path: &str) -> Result<Option<Heard<'t>>, Stop> {
        let found = self.peek()?;
        let start = self.at();
        if !found.is_num() {
            return self.other(start, path, found, codes::AN_INTEGER);
        }
        if let Err(error) = self.jiter.known_number_bytes(found) {
            return Err(self.stop(&error));
        }
        let mut heard = self.written(start);
        if heard.text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(Some(heard));
        }
        if let Some(text) = whole(&heard.text) {
            heard.text = Cow::Owned(text);
            return Ok(Some(heard));
        }
        self.kind(heard.span, path, codes::A_NUMBER, codes::AN_INTEGER)?;
        Ok(None)
    }

    fn other(
        &mut self,
        start: usize,
        path: &str,
        found: Peek,
        expected: Words,
    ) -> Result<Option<Heard<'t>>, Stop> {
        self.skip()?;
        let span = self.reading.span(start, self.at());
        self.kind(span, path, kind_of(found), expected)?;
        Ok(None)
    }

    fn kind(&mut self, span: Span, path: &str, found: Words, expected: Words) -> Result<(), Stop> {
        self.reading.fault(&codes::WRONG_KIND, span, path, |it| {
            it.arg_words("found", found).arg_words("expected", expected)
        })
    }
}

fn kind_of(found: Peek) -> Words {
    match found {
        Peek::Object => codes::AN_OBJECT,
        Peek::Array => codes::AN_ARRAY,
        Peek::String => codes::A_STRING,
        Peek::True | Peek::False => codes::A_BOOLEAN,
        Peek::Null => codes::A_NULL,
        _ => codes::A_NUMBER,
    }
}

/// The digits of a number that is whole and not negative, whatever its spelling; none for others.
fn whole(written: &str) -> Option<String> {
    let number: f64 = written.parse().ok()?;
    // Exact as long as fifteen digits suffice.
    let exact = (0.0..1e15).contains(&number) && number.fract() == 0.0;
    exact.then(|| format!("{:.0}", number.abs()))
}
