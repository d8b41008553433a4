//! A message read from XML: by the namespaces and the order of its schema modules, with the place of
//! each element. Declarations of document types and entities of their own are refused.

use std::borrow::Cow;

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

use crate::message::codes;
use crate::message::compile::{ContentSpec, FieldSpec, TypeSpec, Validator};
use crate::message::items::{Item, Text};
use crate::message::read::{Read, Reading, Stop, shown};
use crate::text::{FileId, Span};
use crate::view::message::facets::Facets;
use crate::words::Words;

/// Namespace of what XML Schema lets stand in every instance.
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
/// Child of a date that holds its text.
const DATE_STRING: &str = "DateTimeString";

pub(super) fn read(validator: &Validator, text: &str, file: FileId) -> Read {
    let mut reader = NsReader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut xml =
        Xml { reader, text, at: 0, reading: Reading::new(validator, file), message: None };
    let whole = xml.document().is_ok();
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
            Ok(Some(c)) => return Ok(c.to_string()),
            Ok(None) => {}
            Err(_) => return Err(self.unreadable(codes::NOT_XML)),
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

    fn name(&self, tag: &BytesStart<'_>) -> Name {
        let (namespace, local) = self.reader.resolver().resolve_element(tag.name());
        let namespace = match namespace {
            ResolveResult::Bound(namespace) => namespace.as_ref().to_owned(),
            _ => String::new(),
        };
        let tag = local.as_ref().to_owned();
        Name { namespace, tag }
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
        let is_wrapper = name.namespace == validator.wrapper_namespace
            && name.tag == crate::view::message::header::ROOT;
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
        let is = |it: &crate::message::compile::MessageSpec| {
            it.namespace == name.namespace && *it.root.xml == *name.tag
        };
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
        let at = self.reading.items.open(Item {
            class: validator.wrapper,
            field: None,
            size: 0,
            span,
            value: None,
            companion: None,
        });
        if let ContentSpec::Class(class) = spec.root.content {
            self.class(class, &spec.root.path, &spec.namespace, tag, empty, false)?;
        }
        let end = self.here().end;
        self.reading.items.close(at, end);
        Ok(())
    }

    fn wrapper(&mut self, tag: &BytesStart<'t>, empty: bool) -> Result<(), Stop> {
        let validator = self.reading.validator;
        let path = crate::view::message::header::ROOT;
        self.class(validator.wrapper, path, &validator.wrapper_namespace, tag, empty, true)
    }

    /// Whether the wrapper names the message whose document it holds.
    fn compare_names(&mut self) -> Result<(), Stop> {
        let validator = self.reading.validator;
        let Some(message) = self.message.and_then(|at| validator.messages.get(at)) else {
            return Ok(());
        };
        let is_name = |item: &&Item| {
            let fields = validator.classes.get(validator.wrapper).map(|it| &it.fields);
            let field = item.field.and_then(|at| fields?.get(at));
            item.class == validator.wrapper
                && field.is_some_and(|it| &*it.xml == crate::view::message::header::TYPE_NAME)
        };
        let name = self.reading.items.list.iter().find(is_name).and_then(|it| it.value.clone());
        match name.filter(|it| *it.text != *message.name) {
            Some(name) => self.reading.fault(&codes::OTHER_NAME, name.span, "", |it| {
                it.arg("value", shown(&name.text)).arg("name", &message.name)
            }),
            None => Ok(()),
        }
    }

    /// A class: its fields in their order; for the wrapper, then the document.
    fn class(
        &mut self,
        class: usize,
        path: &str,
        namespace: &str,
        tag: &BytesStart<'t>,
        empty: bool,
        is_wrapper: bool,
    ) -> Result<(), Stop> {
        let validator = self.reading.validator;
        let Some(spec) = validator.classes.get(class) else { return Ok(()) };
        let span = self.here();
        self.reading.enter(span)?;
        self.attributes(tag, None, path)?;
        let mut counts = vec![0_u32; spec.fields.len()];
        let mut from = 0;
        let mut document = false;
        let mut open = !empty;
        while open {
            match self.next()? {
                Part::End => open = false,
                Part::Over => return Err(self.unreadable(codes::ENDS_EARLY)),
                Part::Text(text) => self.loose(&text, path)?,
                Part::Start(tag, empty) => {
                    let name = self.name(&tag);
                    let own = name.namespace == namespace;
                    let is = |field: &FieldSpec| own && *field.xml == *name.tag;
                    let ahead = spec.fields.get(from..).unwrap_or(&[]);
                    if let Some(found) = ahead.iter().position(is).filter(|_| !document) {
                        from += found;
                        let (Some(field), Some(count)) =
                            (spec.fields.get(from), counts.get_mut(from))
                        else {
                            continue;
                        };
                        *count += 1;
                        let (count, here) = (*count, self.here());
                        if count == field.max.saturating_add(1) {
                            self.reading.fault(&codes::TOO_MANY, here, path, |it| {
                                it.arg("name", &field.xml).arg("max", field.max)
                            })?;
                        }
                        self.field(class, from, field, namespace, &tag, empty)?;
                    } else if is_wrapper && !document && self.message_of(&name).is_some() {
                        document = true;
                        if let Some(message) = self.message_of(&name) {
                            self.root(message, &tag, empty)?;
                        }
                    } else {
                        self.stranger(spec.fields.iter().position(is), from, class, path, &name)?;
                        self.skip(empty)?;
                    }
                }
            }
        }
        self.reading.missing(class, &counts, span, path)?;
        if is_wrapper && !document {
            let expected: Vec<&str> = validator.messages.iter().map(|it| &*it.name).collect();
            let missing = crate::diag::Finding::new(&codes::NOT_OF_BLOCK, span);
            let missing = missing.arg("found", path).arg("expected", expected.join(", "));
            self.reading.add(missing)?;
        }
        self.reading.leave();
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
        namespace: &str,
        tag: &BytesStart<'t>,
        empty: bool,
    ) -> Result<(), Stop> {
        let span = self.here();
        let item = Item { class, field: Some(at), size: 0, span, value: None, companion: None };
        let place = self.reading.items.open(item);
        match field.content {
            ContentSpec::Class(inner) => {
                self.class(inner, &field.path, namespace, tag, empty, false)?;
            }
            ContentSpec::Value(of) => {
                let validator = self.reading.validator;
                if let Some(of) = validator.types.get(of) {
                    let (value, companion) = match of.facets {
                        Facets::Date(_) => self.date(of, field, tag, empty)?,
                        _ => self.value(of, field, tag, empty)?,
                    };
                    if let Some(item) = self.reading.items.list.get_mut(place) {
                        (item.value, item.companion) = (value, companion);
                    }
                }
            }
        }
        let end = self.here().end;
        self.reading.items.close(place, end);
        Ok(())
    }

    /// A value and what stands beside it.
    fn value(
        &mut self,
        of: &TypeSpec,
        field: &FieldSpec,
        tag: &BytesStart<'t>,
        empty: bool,
    ) -> Result<(Option<Text>, Option<Text>), Stop> {
        let place = self.here();
        let beside = self.attributes(tag, of.companion.map(|it| it.xml), &field.path)?;
        let (text, span) = self.text(&field.path, empty)?;
        // XML Schema drops blanks around numbers and truth values, and keeps them in texts.
        let text = match of.facets {
            Facets::Decimal { .. } | Facets::Boolean => text.trim_matches(BLANKS).to_owned(),
            _ => text,
        };
        self.reading.value(of, &text, span, &field.path)?;
        self.beside(of, beside.as_ref(), place, &field.path)?;
        Ok((Some(Text { text: text.into(), span }), beside))
    }

    /// A date: an element of its own holds the text and the code of its format.
    fn date(
        &mut self,
        of: &TypeSpec,
        field: &FieldSpec,
        tag: &BytesStart<'t>,
        empty: bool,
    ) -> Result<(Option<Text>, Option<Text>), Stop> {
        let place = self.here();
        self.attributes(tag, None, &field.path)?;
        let mut found = (None, None);
        let mut count = 0_u32;
        let mut open = !empty;
        while open {
            match self.next()? {
                Part::End => open = false,
                Part::Over => return Err(self.unreadable(codes::ENDS_EARLY)),
                Part::Text(text) => self.loose(&text, &field.path)?,
                Part::Start(tag, empty) => {
                    let name = self.name(&tag);
                    let here = self.here();
                    let own = name.namespace == self.reading.validator.type_namespace;
                    if !own || name.tag != DATE_STRING {
                        self.reading.fault(&codes::UNKNOWN, here, &field.path, |it| {
                            it.arg("name", shown(&name.tag)).arg("known", DATE_STRING)
                        })?;
                        self.skip(empty)?;
                        continue;
                    }
                    count += 1;
                    if count == 2 {
                        self.reading.fault(&codes::TOO_MANY, here, &field.path, |it| {
                            it.arg("name", DATE_STRING).arg("max", 1)
                        })?;
                    }
                    let names = of.companion.map(|it| it.xml);
                    let beside = self.attributes(&tag, names, &field.path)?;
                    let (text, span) = self.text(&field.path, empty)?;
                    self.reading.value(of, &text, span, &field.path)?;
                    self.beside(of, beside.as_ref(), here, &field.path)?;
                    found = (Some(Text { text: text.into(), span }), beside);
                }
            }
        }
        if count == 0 {
            self.reading.fault(&codes::MISSING, place, &field.path, |it| {
                it.arg("name", DATE_STRING).arg("count", 0).arg("min", 1)
            })?;
        }
        Ok(found)
    }

    fn beside(
        &mut self,
        of: &TypeSpec,
        beside: Option<&Text>,
        place: Span,
        path: &str,
    ) -> Result<(), Stop> {
        let Some(names) = of.companion else { return Ok(()) };
        let text = beside.map(|it| (&*it.text, it.span));
        self.reading.companion(of, (names.xml, names.required), text, place, path)
    }

    /// The text of an element up to its end, and its place.
    fn text(&mut self, path: &str, empty: bool) -> Result<(String, Span), Stop> {
        let start = self.position();
        let mut text = String::new();
        if empty {
            return Ok((text, self.reading.span(start, start)));
        }
        loop {
            match self.next()? {
                Part::End => return Ok((text, self.reading.span(start, self.at))),
                Part::Over => return Err(self.unreadable(codes::ENDS_EARLY)),
                Part::Text(more) => text.push_str(&more),
                Part::Start(_, empty) => {
                    let here = self.here();
                    self.kind(here, path, codes::ELEMENTS, codes::A_TEXT)?;
                    self.skip(empty)?;
                }
            }
        }
    }

    /// Judges the attributes of an element: the one that may stand beside a value is given back, the
    /// others have no place. Namespaces and the whereabouts of schemas are no matter of the message.
    fn attributes(
        &mut self,
        tag: &BytesStart<'t>,
        own: Option<&str>,
        path: &str,
    ) -> Result<Option<Text>, Stop> {
        let mut beside = None;
        for attribute in tag.attributes() {
            let Ok(attribute) = attribute else { return Err(self.unreadable(codes::NOT_XML)) };
            let key = attribute.key.as_ref().to_owned();
            if key == "xmlns" || key.starts_with("xmlns:") {
                continue;
            }
            let (namespace, local) = self.reader.resolver().resolve_attribute(attribute.key);
            let local = local.as_ref().to_owned();
            let is_hint = matches!(&namespace, ResolveResult::Bound(it)
                if it.as_ref() == XSI)
                && matches!(&*local, "schemaLocation" | "noNamespaceSchemaLocation");
            let plain = matches!(namespace, ResolveResult::Unbound);
            if is_hint {
                continue;
            }
            let here = self.here();
            if plain && Some(&*local) == own {
                let Ok(text) = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0)
                else {
                    return Err(self.unreadable(codes::NOT_XML));
                };
                beside = Some(Text { text: text.into(), span: here });
            } else {
                self.reading.fault(&codes::WRONG_KIND, here, path, |it| {
                    let it = it.arg_words("found", codes::AN_ATTRIBUTE).arg("name", shown(&key));
                    it.arg_words("expected", codes::NO_ATTRIBUTE)
                })?;
            }
        }
        Ok(beside)
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

/// What XML counts as blanks.
const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];
