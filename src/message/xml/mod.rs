//! A message read from XML: by the namespaces and the order of its schema modules, with the place of
//! each element. Declarations of document types and entities of their own are refused.

mod values;

use std::borrow::Cow;
use std::sync::Arc;

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

use crate::message::codes;
use crate::message::compile::{ContentSpec, FieldSpec, MessageSpec, Validator};
use crate::message::items::Item;
use crate::message::read::{Heard, Read, Reading, Stop, shown};
use crate::text::{FileId, Span};
use crate::view::message::facets::Facets;
use crate::words::Words;

/// Namespace of what XML Schema lets stand in every instance.
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

pub(super) fn read(validator: &Validator, text: &Arc<String>, file: FileId) -> Read {
    let mut reader = NsReader::from_str(text);
    reader.config_mut().check_end_names = true;
    reader.config_mut().check_comments = true;
    let reading = Reading::new(validator, Arc::clone(text), file);
    let mut xml = Xml { reader, text, at: 0, reading, message: None };
    let whole = xml.characters().and_then(|()| xml.document()).is_ok();
    let Xml { reading, message, .. } = xml;
    let items = (whole && message.is_some()).then_some(reading.items);
    Read { message, findings: reading.findings, items }
}

struct Xml<'t, 'v> {
    reader: NsReader<&'t [u8]>,
    text: &'t str,
    /// Where the event that was read last begins.
    at: usize,
    reading: Reading<'v>,
    message: Option<usize>,
}

/// An event as far as messages have it.
enum Part<'t> {
    /// An element begins; whether it ends at once.
    Start(BytesStart<'t>, bool),
    /// The element ends.
    End,
    /// Text, entities resolved.
    Text(Cow<'t, str>),
    /// The text ends.
    Over,
}

/// The namespace and the tag of an element.
#[derive(PartialEq, Eq)]
struct Name {
    namespace: String,
    tag: String,
}

impl<'t> Xml<'t, '_> {
    fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX).min(self.text.len())
    }

    fn here(&self) -> Span {
        self.reading.span(self.at, self.position())
    }

    /// The next part of the message; remarks and instructions are passed over.
    fn next(&mut self) -> Result<Part<'t>, Stop> {
        loop {
            self.at = self.position();
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(error) => return Err(self.ill_formed(&error)),
            };
            return Ok(match event {
                Event::Start(tag) => Part::Start(tag, false),
                Event::Empty(tag) => Part::Start(tag, true),
                Event::End(_) => Part::End,
                Event::Eof => Part::Over,
                Event::Text(text) if text.contains('>') && text.contains("]]>") => {
                    return Err(self.unreadable(codes::NOT_XML));
                }
                Event::Text(text) => Part::Text(text.xml10_content()),
                Event::CData(text) => Part::Text(text.xml10_content()),
                Event::GeneralRef(entity) => Part::Text(Cow::Owned(self.entity(&entity)?)),
                Event::DocType(_) => {
                    let span = self.here();
                    return Err(self.reading.refuse(span, codes::DOCTYPE, |it| it));
                }
                Event::Decl(declaration) => {
                    if let Some(Ok(found)) = declaration.encoding() {
                        let found = found.into_owned();
                        if !found.eq_ignore_ascii_case("utf-8") {
                            let span = self.here();
                            let more = |it: crate::diag::Finding| it.arg("found", shown(&found));
                            return Err(self.reading.refuse(span, codes::ENCODING, more));
                        }
                    }
                    continue;
                }
                Event::Comment(_) | Event::PI(_) => continue,
            });
        }
    }

    /// The character that a reference stands for: one by its number, or one of the five that XML
    /// itself knows.
    fn entity(&mut self, entity: &quick_xml::events::BytesRef<'_>) -> Result<String, Stop> {
        match entity.resolve_char_ref() {
            Ok(Some(c)) if !is_foreign(c) => return Ok(c.to_string()),
            Ok(None) => {}
            Ok(Some(_)) | Err(_) => return Err(self.unreadable(codes::NOT_XML)),
        }
        let name = (**entity).to_owned();
        if let Some(text) = quick_xml::escape::resolve_xml_entity(&name) {
            return Ok(text.to_owned());
        }
        let span = self.here();
        Err(self.reading.refuse(span, codes::ENTITY, |it| it.arg("found", shown(&name))))
    }

    fn unreadable(&mut self, fault: Words) -> Stop {
        let at = self.at;
        self.reading.unreadable(at, fault)
    }

    fn ill_formed(&mut self, error: &quick_xml::Error) -> Stop {
        use quick_xml::errors::{Error, IllFormedError};
        let fault = match error {
            Error::IllFormed(
                IllFormedError::MismatchedEndTag { .. } | IllFormedError::UnmatchedEndTag(_),
            ) => codes::MISMATCHED,
            Error::IllFormed(IllFormedError::MissingEndTag(_)) | Error::Syntax(_) => {
                codes::ENDS_EARLY
            }
            _ => codes::NOT_XML,
        };
        self.unreadable(fault)
    }

    /// What `take` makes of the namespace and the tag of an element.
    fn named<T>(&self, tag: &BytesStart<'_>, take: impl FnOnce(&str, &str) -> T) -> T {
        let (namespace, local) = self.reader.resolver().resolve_element(tag.name());
        match namespace {
            ResolveResult::Bound(namespace) => take(namespace.as_ref(), local.as_ref()),
            _ => take("", local.as_ref()),
        }
    }

    fn name(&self, tag: &BytesStart<'_>) -> Name {
        let name = |namespace: &str, tag: &str| {
            let (namespace, tag) = (namespace.to_owned(), tag.to_owned());
            Name { namespace, tag }
        };
        self.named(tag, name)
    }

    /// The position among `fields` of the one that an element is.
    fn position_among(&self, tag: &BytesStart<'_>, fields: &[FieldSpec]) -> Option<usize> {
        self.named(tag, |namespace, tag| {
            fields.iter().position(|field| *field.xml == *tag && *field.namespace == *namespace)
        })
    }

    /// Characters that XML does not have make a text no XML, wherever they stand.
    fn characters(&mut self) -> Result<(), Stop> {
        let control = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
        // Whole pieces first, without a branch for each byte: there is hardly ever one.
        let some = |piece: &[u8]| piece.iter().fold(false, |some, byte| some | control(byte));
        let piece = self.text.as_bytes().chunks(PIECE).position(some).map(|at| at * PIECE);
        let control = piece.and_then(|from| {
            let rest = self.text.as_bytes().get(from..)?;
            rest.iter().position(control).map(|at| from + at)
        });
        let others = || ['\u{fffe}', '\u{ffff}'].iter().find_map(|c| self.text.find(*c));
        // The reader would pass over a second byte order mark.
        if self.text.starts_with('\u{feff}') {
            return Err(self.reading.unreadable(0, codes::NOT_XML));
        }
        match control.or_else(others) {
            Some(at) => Err(self.reading.unreadable(at, codes::NOT_XML)),
            None => Ok(()),
        }
    }

    fn document(&mut self) -> Result<(), Stop> {
        let validator = self.reading.validator;
        let (tag, empty) = loop {
            match self.next()? {
                Part::Start(tag, empty) => break (tag, empty),
                Part::Text(text) if text.trim().is_empty() => {}
                Part::Over => return Err(self.unreadable(codes::ENDS_EARLY)),
                _ => return Err(self.unreadable(codes::NOT_XML)),
            }
        };
        let name = self.name(&tag);
        let is_wrapper =
            name.namespace == validator.wrapper_namespace && name.tag == validator.wrapper_tag;
        if is_wrapper {
            self.wrapper(&tag, empty)?;
            self.compare_names()?;
        } else if let Some(message) = self.message_of(&name) {
            self.root(message, &tag, empty)?;
        } else {
            return self.not_of_block(&name);
        }
        loop {
            match self.next()? {
                Part::Over => return Ok(()),
                Part::Text(text) if text.trim().is_empty() => {}
                _ => return Err(self.unreadable(codes::GOES_ON)),
            }
        }
    }

    /// The message whose document this is.
    fn message_of(&self, name: &Name) -> Option<usize> {
        let is = |it: &MessageSpec| it.namespace == name.namespace && *it.root.xml == *name.tag;
        self.reading.validator.messages.iter().position(is)
    }

    fn not_of_block(&mut self, name: &Name) -> Result<(), Stop> {
        let span = self.here();
        let validator = self.reading.validator;
        let expected = format!("{{{}}}MetaData", validator.wrapper_namespace);
        let found = format!("{{{}}}{}", name.namespace, name.tag);
        self.reading.add(
            crate::diag::Finding::new(&codes::NOT_OF_BLOCK, span)
                .arg("found", shown(&found))
                .arg("expected", expected),
        )?;
        Err(Stop)
    }

    /// The document of a message.
    fn root(&mut self, message: usize, tag: &BytesStart<'t>, empty: bool) -> Result<(), Stop> {
        let validator = self.reading.validator;
        let Some(spec) = validator.messages.get(message) else { return Ok(()) };
        self.message = Some(message);
        let span = self.here();
        let at = self.reading.items.open(Item::new(validator.wrapper, None, span));
        if let ContentSpec::Class(class) = spec.root.content {
            self.class(class, &spec.root.path, tag, empty, false)?;
        }
        let end = self.here().end;
        self.reading.items.close(at, end);
        Ok(())
    }

    fn wrapper(&mut self, tag: &BytesStart<'t>, empty: bool) -> Result<(), Stop> {
        let validator = self.reading.validator;
        self.class(validator.wrapper, &validator.wrapper_tag, tag, empty, true)
    }

    /// The message whose document may stand here in the wrapper, behind `documents` of them.
    fn wrapped(&self, name: &Name, documents: u32, is_wrapper: bool) -> Option<usize> {
        let at = self.message_of(name).filter(|_| is_wrapper)?;
        let (_, most) = self.reading.validator.messages.get(at)?.wrapped?;
        let same = documents == 0 || self.message == Some(at);
        (same && documents < most).then_some(at)
    }

    /// Whether the wrapper names the message whose document it holds.
    fn compare_names(&mut self) -> Result<(), Stop> {
        let validator = self.reading.validator;
        let message = self.message.and_then(|at| validator.messages.get(at));
        let Some(message) = message.filter(|_| !validator.given) else { return Ok(()) };
        let is_name = |item: &&Item| {
            let fields = validator.classes.get(validator.wrapper).map(|it| &it.fields);
            let field = item.field().and_then(|at| fields?.get(at));
            item.class() == validator.wrapper
                && field.is_some_and(|it| &*it.xml == crate::view::message::header::TYPE_NAME)
        };
        let items = &self.reading.items;
        let name = items.iter().find(is_name).and_then(|it| it.value);
        let Some(name) = name.filter(|it| items.said(it.said) != message.name) else {
            return Ok(());
        };
        let value = shown(items.said(name.said));
        self.reading.fault(&codes::OTHER_NAME, name.span, "", |it| {
            it.arg("value", value).arg("name", &message.name)
        })
    }

    /// A class: its fields in their order; for the wrapper, then the document.
    fn class(
        &mut self,
        class: usize,
        path: &str,
        tag: &BytesStart<'t>,
        empty: bool,
        is_wrapper: bool,
    ) -> Result<(), Stop> {
        let validator = self.reading.validator;
        let Some(spec) = validator.classes.get(class) else { return Ok(()) };
        let span = self.here();
        let begun = self.reading.enter(spec.fields.len(), span)?;
        self.attributes(tag, None, path)?;
        let mut from = 0;
        let mut documents = 0_u32;
        let mut open = !empty;
        while open {
            match self.next()? {
                Part::End => open = false,
                Part::Over => return Err(self.unreadable(codes::ENDS_EARLY)),
                Part::Text(text) => self.loose(&text, path)?,
                Part::Start(tag, empty) => {
                    let ahead = spec.fields.get(from..).unwrap_or(&[]);
                    let found = self.position_among(&tag, ahead).filter(|_| documents == 0);
                    if let Some(found) = found {
                        from += found;
                        let Some(field) = spec.fields.get(from) else { continue };
                        let count = self.reading.counted(begun, from, 1);
                        let here = self.here();
                        if count == field.max.saturating_add(1) {
                            self.reading.fault(&codes::TOO_MANY, here, path, |it| {
                                it.arg("name", &field.xml).arg("max", field.max)
                            })?;
                        }
                        self.field(class, from, field, &tag, empty)?;
                        continue;
                    }
                    let name = self.name(&tag);
                    if let Some(message) = self.wrapped(&name, documents, is_wrapper) {
                        documents = documents.saturating_add(1);
                        self.root(message, &tag, empty)?;
                    } else {
                        let earlier = self.position_among(&tag, &spec.fields);
                        self.stranger(earlier, from, class, path, &name)?;
                        self.skip(empty)?;
                    }
                }
            }
        }
        self.reading.missing(class, begun, span, path)?;
        let fewest = |it: &MessageSpec| it.wrapped.map(|it| it.0);
        let message = self.message.and_then(|at| validator.messages.get(at));
        let fewest = match message {
            Some(message) => fewest(message),
            None => validator.messages.iter().filter_map(fewest).min(),
        };
        if is_wrapper && documents < fewest.unwrap_or(1) {
            let expected: Vec<&str> = validator.messages.iter().map(|it| &*it.name).collect();
            let missing = crate::diag::Finding::new(&codes::NOT_OF_BLOCK, span);
            let missing = missing.arg("found", path).arg("expected", expected.join(", "));
            self.reading.add(missing)?;
        }
        self.reading.leave(begun);
        Ok(())
    }

    /// An element that has no place here, or no longer has one.
    fn stranger(
        &mut self,
        earlier: Option<usize>,
        from: usize,
        class: usize,
        path: &str,
        name: &Name,
    ) -> Result<(), Stop> {
        let validator = self.reading.validator;
        let here = self.here();
        let fields = validator.classes.get(class).map_or(&[][..], |it| &it.fields);
        if earlier.is_some() {
            let before = fields.get(from).map_or("", |field| &*field.xml);
            return self.reading.fault(&codes::OUT_OF_ORDER, here, path, |it| {
                it.arg("name", shown(&name.tag)).arg("before", before)
            });
        }
        let known: Vec<&str> = fields.iter().map(|field| &*field.xml).collect();
        let known = match known.len() {
            0 => "—".to_owned(),
            _ => known.join(", "),
        };
        self.reading.fault(&codes::UNKNOWN, here, path, |it| {
            it.arg("name", shown(&name.tag)).arg("known", known)
        })
    }

    fn field(
        &mut self,
        class: usize,
        at: usize,
        field: &FieldSpec,
        tag: &BytesStart<'t>,
        empty: bool,
    ) -> Result<(), Stop> {
        let span = self.here();
        let place = self.reading.items.open(Item::new(class, Some(at), span));
        match field.content {
            ContentSpec::Class(inner) => {
                self.class(inner, &field.path, tag, empty, false)?;
            }
            ContentSpec::Value(of) => {
                let validator = self.reading.validator;
                if let Some(of) = validator.types.get(of) {
                    let (value, companion) = match (&of.given, &of.facets) {
                        (Some(given), _) => match &given.holder {
                            Some(_) => self.held(of, field, tag, empty)?,
                            None => self.given(of, field, tag, empty)?,
                        },
                        (None, Facets::Date(_)) => self.held(of, field, tag, empty)?,
                        (None, _) => self.value(of, field, tag, empty)?,
                    };
                    self.reading.items.fill(place, value, companion);
                }
            }
        }
        let end = self.here().end;
        self.reading.items.close(place, end);
        Ok(())
    }

    /// Judges the attributes of an element: the one that may stand beside a value is given back, the
    /// others have no place.
    fn attributes<'b>(
        &mut self,
        tag: &'b BytesStart<'t>,
        own: Option<&str>,
        path: &str,
    ) -> Result<Option<Heard<'b>>, Stop> {
        if tag.attributes_raw().trim_matches(BLANKS).is_empty() {
            return Ok(None);
        }
        let mut beside = None;
        for (name, heard) in self.plain_attributes(tag)? {
            match Some(name) == own {
                true => beside = Some(heard),
                false => self.stray(name, path)?,
            }
        }
        Ok(beside)
    }

    /// The attributes of an element by their names, with their prefixes where they have one. Namespaces
    /// and the whereabouts of schemas are no matter of the message.
    fn plain_attributes<'b>(
        &mut self,
        tag: &'b BytesStart<'t>,
    ) -> Result<Vec<(&'b str, Heard<'b>)>, Stop> {
        let mut all = Vec::new();
        for attribute in tag.attributes() {
            let Ok(attribute) = attribute else { return Err(self.unreadable(codes::NOT_XML)) };
            let key = attribute.key.into_inner();
            if key == "xmlns" || key.starts_with("xmlns:") {
                continue;
            }
            let (namespace, local) = self.reader.resolver().resolve_attribute(attribute.key);
            let is_hint = matches!(&namespace, ResolveResult::Bound(it)
                if it.as_ref() == XSI)
                && matches!(local.as_ref(), "schemaLocation" | "noNamespaceSchemaLocation");
            if is_hint {
                continue;
            }
            let Ok(text) = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0) else {
                return Err(self.unreadable(codes::NOT_XML));
            };
            if text.contains(is_foreign) || attribute.value.contains('<') {
                return Err(self.unreadable(codes::NOT_XML));
            }
            all.push((key, Heard { text, span: self.here() }));
        }
        Ok(all)
    }

    /// An attribute that has no place here.
    fn stray(&mut self, key: &str, path: &str) -> Result<(), Stop> {
        let here = self.here();
        self.reading.fault(&codes::WRONG_KIND, here, path, |it| {
            let it = it.arg_words("found", codes::AN_ATTRIBUTE).arg("name", shown(key));
            it.arg_words("expected", codes::NO_ATTRIBUTE)
        })
    }

    /// Text between elements: blanks only.
    fn loose(&mut self, text: &str, path: &str) -> Result<(), Stop> {
        if text.trim_matches(BLANKS).is_empty() {
            return Ok(());
        }
        let written = self.text.get(self.at..).unwrap_or("");
        let blanks = written.len() - written.trim_start_matches(BLANKS).len();
        let here = self.reading.span(self.at + blanks, self.position());
        self.kind(here, path, codes::A_TEXT, codes::ELEMENTS)
    }

    fn kind(&mut self, span: Span, path: &str, found: Words, expected: Words) -> Result<(), Stop> {
        self.reading.fault(&codes::WRONG_KIND, span, path, |it| {
            it.arg_words("found", found).arg_words("expected", expected)
        })
    }

    /// Passes over the element that has begun.
    fn skip(&mut self, empty: bool) -> Result<(), Stop> {
        let mut depth = usize::from(!empty);
        while depth > 0 {
            match self.next()? {
                Part::Start(_, empty) => {
                    depth += usize::from(!empty);
                    if depth > crate::message::MAX_DEPTH {
                        let span = self.here();
                        return Err(self.reading.refuse(span, codes::TOO_DEEP, |it| {
                            it.arg("limit", crate::message::MAX_DEPTH)
                        }));
                    }
                }
                Part::End => depth -= 1,
                Part::Text(_) => {}
                Part::Over => return Err(self.unreadable(codes::ENDS_EARLY)),
            }
        }
        Ok(())
    }
}

/// Whether XML has no such character, not even by its number.
fn is_foreign(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// How many bytes are looked through at once for characters that XML does not have.
const PIECE: usize = 256;

/// What XML counts as blanks.
const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];
