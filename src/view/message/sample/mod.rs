//! One sample of each message: the same on every run, with values that a customs officer would
//! not stumble over, every optional element included.

mod subjects;
mod values;
mod wishes;

use std::borrow::Cow;

use crate::view::message::facets::{DataKind, DateFormat, Facets};
use crate::view::message::instance::{Content, Element, Module, Value};
use crate::view::message::sample::wishes::Wishes;
use crate::view::message::{Attribute, Class, DataType, Message, MessageModel, Presence, header};

/// No element is repeated more often in a sample, whatever its least occurrence.
const MOST_REPEATS: u32 = 100;

/// The sample of `message`: the wrapper with the document in it.
pub fn sample<'m>(model: &'m MessageModel, message: &'m Message) -> Element<'m> {
    made(Maker::new(model, message, false))
}

/// The same with everything that the message may carry, also what excludes each other.
pub fn complete<'m>(model: &'m MessageModel, message: &'m Message) -> Element<'m> {
    made(Maker::new(model, message, true))
}

fn made<'m>(maker: Maker<'m>) -> Element<'m> {
    let (model, message) = (maker.model, maker.message);
    let mut members: Vec<Element<'m>> = Vec::with_capacity(model.header.attributes.len() + 1);
    for attribute in &model.header.attributes {
        if let Some(text) = maker.header_value(&attribute.xml) {
            let Some(data_type) = model.data_type(attribute) else { continue };
            let value = maker.value(attribute, data_type, Cow::Borrowed(text), 0);
            members.push(leaf(attribute, Module::Header, value));
        }
    }
    members.push(maker.class(&message.root, 0, false));
    Element {
        xml: &model.header.xml,
        json: &model.header.json,
        module: Module::Header,
        many: false,
        content: Content::Group(members),
    }
}

struct Maker<'m> {
    model: &'m MessageModel,
    message: &'m Message,
    /// Exporting, importing.
    countries: [&'m str; 2],
    /// References of this message, and of the one it replies to.
    references: [String; 2],
    /// The tag of the document in the message that this one replies to.
    answers: &'m str,
    /// What the rules ask of the values.
    wishes: Wishes,
    /// Whether nothing is left out.
    complete: bool,
}

impl<'m> Maker<'m> {
    fn new(model: &'m MessageModel, message: &'m Message, complete: bool) -> Self {
        // A country that the Parties declare is shown where their own list of countries has it.
        let list = model.code_lists.iter().find(|it| it.id.contains("3166-1"));
        let known = |country: &str| {
            !country.is_empty()
                && list.is_none_or(|it| it.codes.iter().any(|code| code.value == country))
        };
        let declared = [model.exporting_country.as_str(), &model.importing_country];
        let all_known = declared.iter().all(|country| known(country));
        let countries = if all_known { declared } else { values::COUNTRIES };
        let own = model.messages.iter().position(|it| it.id == message.id).unwrap_or_default();
        let before =
            |it: &Message| it.acknowledged_by.contains(&own) || it.answered_by.contains(&own);
        let before = model.messages.iter().position(before);
        let answers = before.and_then(|at| model.messages.get(at));
        let answers = answers.map_or("", |it| it.root.xml.as_str());
        let references = [reference(own), reference(before.unwrap_or_default())];
        let wishes = Wishes::of(model, message);
        Self { model, message, countries, references, answers, wishes, complete }
    }

    fn header_value(&self, tag: &str) -> Option<&'m str> {
        let declared = &self.model.header_values;
        let (text, stand_in) = match tag {
            header::MODEL_VERSION => (&self.model.data_model, ""),
            header::TYPE_NAME => (&self.message.name, ""),
            header::COUNTRY => (&declared.country, self.countries[0]),
            header::AGENCY => (&declared.agency, values::AGENCY),
            // A customisation is assigned by an agency; a sample must not invent one.
            header::CUSTOMIZATION => (&declared.customization, ""),
            header::CUSTOMIZATION_VERSION => (&declared.customization_version, ""),
            _ => return None,
        };
        let text = if text.is_empty() { stand_in } else { text };
        (!text.is_empty()).then_some(text)
    }

    /// An occurrence of `class`; `turn` counts the occurrences of the repeated class around it.
    fn class(&self, class: &'m Class, turn: usize, repeated: bool) -> Element<'m> {
        let mut members = Vec::with_capacity(class.attributes.len() + class.classes.len());
        for attribute in &class.attributes {
            let Some(data_type) = self.model.data_type(attribute) else { continue };
            if self.leaves_out(&attribute.path, &attribute.presence) {
                continue;
            }
            for at in 0..repeats(&attribute.presence, 1) {
                let turn = if at == 0 { turn } else { at as usize };
                let candidate = self.candidate(attribute, data_type, turn);
                let mut value = self.value(attribute, data_type, candidate, turn);
                if let Some(wish) = self.wishes.text(&attribute.path, &value.text, turn) {
                    value = self.value(attribute, data_type, Cow::Owned(wish.to_owned()), turn);
                }
                members.push(leaf(attribute, Module::Document, value));
            }
        }
        for inner in &class.classes {
            if self.leaves_out(&inner.path, &inner.presence) {
                continue;
            }
            // Only the outermost numbered class is repeated, so that totals stay true.
            let numbered = inner.attributes.iter().any(|it| it.xml == values::SEQUENCE);
            let wanted = if numbered && !repeated { 2 } else { 1 };
            let asked = self.wishes.occurrences(&inner.path);
            let wanted = wanted.max(u32::try_from(asked).unwrap_or(MOST_REPEATS));
            let count = repeats(&inner.presence, wanted);
            for at in 0..count {
                let next = if count > 1 { at as usize } else { turn };
                members.push(self.class(inner, next, repeated || count > 1));
            }
        }
        Element {
            xml: &class.xml,
            json: &class.json,
            module: Module::Document,
            many: class.presence.is_many(),
            content: Content::Group(members),
        }
    }

    /// What one would write there, if its type allows it.
    fn candidate(&self, attribute: &'m Attribute, of: &'m DataType, turn: usize) -> Cow<'m, str> {
        if let Some(only) = &of.only {
            return Cow::Borrowed(&only.value);
        }
        let path = attribute.path.as_str();
        if attribute.xml == "FunctionCode" && !self.message.function.is_empty() {
            return Cow::Borrowed(&self.message.function);
        }
        if of.kind == DataKind::Identifier && path.ends_with("ReferenceID") {
            // The message's own reference, or that of the message it speaks of.
            let own = path.matches('/').count() == 1 && attribute.xml == "FunctionalReferenceID";
            if values::known(path, self.role(), turn).is_none() {
                return Cow::Owned(self.references[usize::from(!own)].clone());
            }
        }
        let known = values::known(path, self.role(), turn);
        let placed = known.is_some_and(|it| it.starts_with([values::EXPORTING, values::IMPORTING]));
        let coded = matches!(of.kind, DataKind::Code | DataKind::Identifier);
        if !placed && coded && values::is_country(path) {
            let abroad = values::is_abroad(path) || self.wishes.is_apart(path);
            return Cow::Borrowed(self.countries[usize::from(abroad)]);
        }
        match known {
            Some(known) if known.starts_with([values::EXPORTING, values::IMPORTING]) => {
                let abroad = usize::from(known.starts_with(values::IMPORTING));
                Cow::Owned(known.replacen(|_| true, self.countries[abroad], 1))
            }
            Some(known) => Cow::Borrowed(known),
            None if of.kind == DataKind::Text => Cow::Borrowed(&attribute.term.label.en),
            None => Cow::Borrowed(""),
        }
    }

    fn leaves_out(&self, path: &str, presence: &Presence) -> bool {
        !self.complete && presence.min == 0 && values::is_left_out(path, self.role())
    }

    fn role(&self) -> values::Role<'m> {
        let message = self.message;
        values::Role {
            nature: message.nature,
            function: &message.function,
            name: &message.name,
            answers: self.answers,
        }
    }

    /// `candidate` if the type accepts it, else the nearest value that it does accept.
    fn value(
        &self,
        attribute: &'m Attribute,
        of: &'m DataType,
        candidate: Cow<'m, str>,
        turn: usize,
    ) -> Value<'m> {
        let companion = of.companion;
        let listed = self.model.enumeration(of);
        let closed = listed.filter(|_| companion.is_none());
        let text = match closed {
            Some(list) => {
                let codes = || list.codes.iter().map(|code| code.value.as_str());
                let of_candidate = codes().find(|code| *code == candidate);
                let preferred = || values::any(&list.codes, turn);
                Cow::Borrowed(of_candidate.or_else(preferred).unwrap_or(""))
            }
            None => values::fitted(&of.facets, candidate, turn),
        };
        let beside = companion.map(|companion| {
            let code: Cow<'m, str> = match of.kind {
                DataKind::DateTime => Cow::Borrowed(format_code(&of.facets, &text)),
                kind => {
                    let wanted = values::companion(kind, &attribute.path);
                    let codes = || {
                        listed.into_iter().flat_map(|it| &it.codes).map(|code| code.value.as_str())
                    };
                    let found = codes().find(|code| *code == wanted).or_else(|| codes().next());
                    Cow::Borrowed(found.unwrap_or(wanted))
                }
            };
            (companion, code)
        });
        let (object, integer) = (companion.is_some(), of.is_json_integer());
        Value { kind: of.kind, object, integer, text, companion: beside }
    }
}

/// The reference of the message at `position`: thirty-two hexadecimal digits, as of a UUID.
fn reference(position: usize) -> String {
    format!("8f14e45fceea467a957524ab31d0{:04x}", (0xa3f0 + position) & 0xffff)
}

fn leaf<'m>(attribute: &'m Attribute, module: Module, value: Value<'m>) -> Element<'m> {
    Element {
        xml: &attribute.xml,
        json: &attribute.json,
        module,
        many: attribute.presence.is_many(),
        content: Content::Value(value),
    }
}

fn repeats(presence: &Presence, wanted: u32) -> u32 {
    wanted.max(presence.min).min(presence.max).min(MOST_REPEATS)
}

/// The code of the format in which `text` is written.
fn format_code(facets: &Facets, text: &str) -> &'static str {
    let Facets::Date(formats) = facets else { return DateFormat::Second.code() };
    let fits = |format: &&DateFormat| Facets::Date(vec![**format]).accepts(text);
    formats.iter().find(fits).copied().unwrap_or(DateFormat::Second).code()
}
