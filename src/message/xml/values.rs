//! Values of a message in XML: their text, and the attributes beside it.

use std::borrow::Cow;

use quick_xml::events::BytesStart;

use crate::message::codes;
use crate::message::compile::{FieldSpec, TypeSpec};
use crate::message::items::{Said, Text};
use crate::message::read::{Heard, Stop, shown};
use crate::message::xml::{BLANKS, Part, Xml};
use crate::text::Span;
use crate::view::message::facets::{DATE_STRING, Facets};

impl<'t> Xml<'t, '_> {
    /// A value and what stands beside it.
    pub(super) fn value(
        &mut self,
        of: &TypeSpec,
        field: &FieldSpec,
        tag: &BytesStart<'t>,
        empty: bool,
    ) -> Result<(Option<Text>, Option<Said>), Stop> {
        let place = self.here();
        let beside = self.attributes(tag, of.companion.map(|it| it.xml), &field.path)?;
        let mut heard = self.text(&field.path, empty)?;
        // XML Schema drops blanks around numbers and truth values, and keeps them in texts.
        if matches!(of.facets, Facets::Decimal { .. } | Facets::Boolean) {
            heard.text = match heard.text {
                Cow::Borrowed(text) => Cow::Borrowed(text.trim_matches(BLANKS)),
                Cow::Owned(text) => Cow::Owned(text.trim_matches(BLANKS).to_owned()),
            };
        }
        self.judged(of, &heard, beside.as_ref(), place, &field.path)
    }

    /// A value that an element of its own holds, with what stands beside it: a date, and the code of
    /// its format.
    pub(super) fn held(
        &mut self,
        of: &TypeSpec,
        field: &FieldSpec,
        tag: &BytesStart<'t>,
        empty: bool,
    ) -> Result<(Option<Text>, Option<Said>), Stop> {
        let place = self.here();
        self.attributes(tag, None, &field.path)?;
        let validator = self.reading.validator;
        let holder = of.given.as_ref().and_then(|it| it.holder.as_ref());
        let (namespace, holder) = holder
            .map_or((&*validator.type_namespace, DATE_STRING), |it| (it.0.as_str(), it.1.as_str()));
        let mut found = (None, None);
        let mut count = 0_u32;
        let mut open = !empty;
        while open {
            match self.next()? {
                Part::End => open = false,
                Part::Over => return Err(self.unreadable(codes::ENDS_EARLY)),
                Part::Text(text) => self.loose(&text, &field.path)?,
                Part::Start(tag, empty) => {
                    let here = self.here();
                    let is_holder = |space: &str, tag: &str| space == namespace && tag == holder;
                    if !self.named(&tag, is_holder) {
                        let name = self.name(&tag);
                        self.reading.fault(&codes::UNKNOWN, here, &field.path, |it| {
                            it.arg("name", shown(&name.tag)).arg("known", holder)
                        })?;
                        self.skip(empty)?;
                        continue;
                    }
                    count += 1;
                    if count == 2 {
                        self.reading.fault(&codes::TOO_MANY, here, &field.path, |it| {
                            it.arg("name", holder).arg("max", 1)
                        })?;
                    }
                    if of.given.is_some() {
                        found = self.given(of, field, &tag, empty)?;
                        continue;
                    }
                    let names = of.companion.map(|it| it.xml);
                    let beside = self.attributes(&tag, names, &field.path)?;
                    let heard = self.text(&field.path, empty)?;
                    found = self.judged(of, &heard, beside.as_ref(), here, &field.path)?;
                }
            }
        }
        if count == 0 {
            self.reading.fault(&codes::MISSING, place, &field.path, |it| {
                it.arg("name", holder).arg("count", 0).arg("min", 1)
            })?;
        }
        Ok(found)
    }

    /// A value as an XML Schema that exists already has it, with its attributes.
    pub(super) fn given(
        &mut self,
        of: &TypeSpec,
        field: &FieldSpec,
        tag: &BytesStart<'t>,
        empty: bool,
    ) -> Result<(Option<Text>, Option<Said>), Stop> {
        let Some(given) = &of.given else { return Ok((None, None)) };
        let place = self.here();
        let mut there: Vec<Option<Heard<'_>>> = given.attributes.iter().map(|_| None).collect();
        for (name, heard) in self.plain_attributes(tag)? {
            let known = given.attributes.iter().position(|it| it.name == name);
            match known.and_then(|at| there.get_mut(at)) {
                Some(slot) => *slot = Some(heard),
                None => self.stray(name, &field.path)?,
            }
        }
        let mut beside = None;
        for (spec, text) in given.attributes.iter().zip(there) {
            self.reading.given_attribute(spec, text.as_ref(), place, &field.path)?;
            if of.companion.is_some_and(|it| it.xml == spec.name) {
                beside = text.map(|it| self.reading.items.keep(&it.text));
            }
        }
        let mut heard = self.text(&field.path, empty)?;
        heard.text = match heard.text {
            Cow::Borrowed(text) => given.lexis.value(text),
            Cow::Owned(text) => Cow::Owned(given.lexis.value(&text).into_owned()),
        };
        self.reading.given_value(of, given, &heard.text, heard.span, &field.path)?;
        Ok((Some(self.reading.keep(&heard)), beside))
    }

    /// Judges a value and what stands beside it, and keeps both.
    fn judged(
        &mut self,
        of: &TypeSpec,
        heard: &Heard<'_>,
        beside: Option<&Heard<'_>>,
        place: Span,
        path: &str,
    ) -> Result<(Option<Text>, Option<Said>), Stop> {
        self.reading.value(of, &heard.text, heard.span, path)?;
        self.beside(of, beside, place, path)?;
        let beside = beside.map(|it| self.reading.items.keep(&it.text));
        Ok((Some(self.reading.keep(heard)), beside))
    }

    fn beside(
        &mut self,
        of: &TypeSpec,
        beside: Option<&Heard<'_>>,
        place: Span,
        path: &str,
    ) -> Result<(), Stop> {
        let Some(names) = of.companion else { return Ok(()) };
        let text = beside.map(|it| (&*it.text, it.span));
        self.reading.companion(of, (names.xml, names.required), text, place, path)
    }

    /// The text of an element up to its end, and its place.
    fn text(&mut self, path: &str, empty: bool) -> Result<Heard<'t>, Stop> {
        let start = self.position();
        let mut text = Cow::Borrowed("");
        if empty {
            return Ok(Heard { text, span: self.reading.span(start, start) });
        }
        loop {
            match self.next()? {
                Part::End => {
                    return Ok(Heard { text, span: self.reading.span(start, self.at) });
                }
                Part::Over => return Err(self.unreadable(codes::ENDS_EARLY)),
                Part::Text(more) if text.is_empty() => text = more,
                Part::Text(more) => text.to_mut().push_str(&more),
                Part::Start(_, empty) => {
                    let here = self.here();
                    self.kind(here, path, codes::ELEMENTS, codes::A_TEXT)?;
                    self.skip(empty)?;
                }
            }
        }
    }
}
