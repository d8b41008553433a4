//! Values of a message in XML: their text, and the attributes beside it.

use quick_xml::events::BytesStart;

use crate::message::codes;
use crate::message::compile::{FieldSpec, TypeSpec};
use crate::message::items::Text;
use crate::message::read::{Stop, shown};
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

    /// A value that an element of its own holds, with what stands beside it: a date, and the code of
    /// its format.
    pub(super) fn held(
        &mut self,
        of: &TypeSpec,
        field: &FieldSpec,
        tag: &BytesStart<'t>,
        empty: bool,
    ) -> Result<(Option<Text>, Option<Text>), Stop> {
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
                    let name = self.name(&tag);
                    let here = self.here();
                    if name.namespace != namespace || name.tag != holder {
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
                    let (text, span) = self.text(&field.path, empty)?;
                    self.reading.value(of, &text, span, &field.path)?;
                    self.beside(of, beside.as_ref(), here, &field.path)?;
                    found = (Some(Text { text: text.into(), span }), beside);
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
    ) -> Result<(Option<Text>, Option<Text>), Stop> {
        let Some(given) = &of.given else { return Ok((None, None)) };
        let place = self.here();
        let mut there: Vec<Option<Text>> = vec![None; given.attributes.len()];
        for (name, text) in self.plain_attributes(tag)? {
            let known = given.attributes.iter().position(|it| it.name == name);
            match known.and_then(|at| there.get_mut(at)) {
                Some(slot) => *slot = Some(text),
                None => self.stray(&name, &field.path)?,
            }
        }
        let mut beside = None;
        for (spec, text) in given.attributes.iter().zip(there) {
            self.reading.given_attribute(spec, text.as_ref(), place, &field.path)?;
            if of.companion.is_some_and(|it| it.xml == spec.name) {
                beside = text;
            }
        }
        let (text, span) = self.text(&field.path, empty)?;
        let text = given.lexis.value(&text);
        self.reading.given_value(of, given, &text, span, &field.path)?;
        Ok((Some(Text { text: text.into(), span }), beside))
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
}
