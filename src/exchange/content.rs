//! The values of an answer, element by element, as its message has them.

use std::borrow::Cow;

use crate::exchange::answer::Outcome;
use crate::message::Step;
use crate::view::message::facets::{DataKind, DateFormat, Facets};
use crate::view::message::instance::{Content as Inner, Element, Module, Value};
use crate::view::message::{Attribute, Class, Message, MessageModel, header};

/// Tags of the WCO Data Model by which an answer is recognised.
mod tag {
    /// An error (53A).
    pub(super) const ERROR: &str = "Error";
    /// A step of the way to the place of an error (97A).
    pub(super) const POINTER: &str = "Pointer";
    /// The outcome (12B).
    pub(super) const STATUS: &str = "Status";
    /// A remark (03A).
    pub(super) const REMARK: &str = "AdditionalInformation";
    /// Reference of a message (D026).
    pub(super) const REFERENCE: &str = "FunctionalReferenceID";
    /// Number of a document (D014).
    pub(super) const NUMBER: &str = "ID";
    /// Version of a document (383).
    pub(super) const VERSION: &str = "VersionID";
    /// When a document was accepted (023).
    pub(super) const ACCEPTED: &str = "AcceptanceDateTime";
    /// When a document was rejected (374).
    pub(super) const REJECTED: &str = "RejectionDateTime";
    /// Code of an error (377).
    pub(super) const CODE: &str = "ValidationCode";
    /// Which of several repetitions (006).
    pub(super) const SEQUENCE: &str = "SequenceNumeric";
    /// Identifier of a class (375).
    pub(super) const SECTION: &str = "DocumentSectionCode";
    /// Identifier of an attribute (381).
    pub(super) const ELEMENT: &str = "TagID";
}

/// Why a message is refused or remarked on.
#[derive(Clone, Debug)]
pub(super) struct Reason {
    /// Codes of the block for it, the most exact first.
    pub(super) codes: Vec<String>,
    /// What is wrong, and where.
    pub(super) text: String,
    /// The way to the place.
    pub(super) way: Vec<Step>,
}

/// What an answer repeats of the message that it answers.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    /// The values of the wrapper, by their tags.
    header: Vec<(String, String)>,
    /// Reference of the message.
    pub(super) reference: Option<String>,
    /// Number and version of its document.
    number: Option<String>,
    version: Option<String>,
}

impl Said {
    /// Of a message that was read.
    pub(super) fn read(tree: &Element<'_>) -> Self {
        let mut said = Self::default();
        let Inner::Group(members) = &tree.content else { return said };
        for member in members {
            match &member.content {
                Inner::Value(value) => {
                    said.header.push((member.xml.to_owned(), value.text.to_string()));
                }
                Inner::Group(document) => {
                    let text = |tag: &str| {
                        document.iter().find_map(|it| match &it.content {
                            Inner::Value(value) if it.xml == tag && !value.text.is_empty() => {
                                Some(value.text.to_string())
                            }
                            _ => None,
                        })
                    };
                    said.reference = text(tag::REFERENCE);
                    said.number = text(tag::NUMBER);
                    said.version = text(tag::VERSION);
                }
            }
        }
        said
    }
}

/// An answer in the making.
pub(super) struct Content<'a, 'm> {
    pub(super) model: &'m MessageModel,
    /// The message that it is.
    pub(super) of: &'m Message,
    /// The message that it answers.
    pub(super) to: &'m Message,
    pub(super) outcome: Outcome,
    /// Code of the outcome.
    pub(super) state: &'a str,
    pub(super) said: &'a Said,
    pub(super) reasons: &'a [Reason],
    /// Its own reference.
    pub(super) reference: &'a str,
    /// When it is given, in format 304.
    pub(super) moment: &'a str,
}

impl<'m> Content<'_, 'm> {
    /// The answer; what it must say and nobody knows is left out.
    pub(super) fn element(&self) -> Element<'m> {
        let mut members = Vec::new();
        for it in &self.model.header.attributes {
            members
                .extend(self.header(&it.xml).and_then(|text| self.leaf(it, Module::Header, text)));
        }
        let root = &self.of.root;
        let mut document = Vec::new();
        for it in &root.attributes {
            let text = match it.xml.as_str() {
                tag::REFERENCE => Some(self.reference.to_owned()),
                "IssueDateTime" => Some(self.moment.to_owned()),
                "FunctionCode" => Some(self.of.function.clone()),
                _ => None,
            };
            document.extend(text.and_then(|text| self.leaf(it, Module::Document, text)));
        }
        for class in &root.classes {
            match class.xml.as_str() {
                tag::ERROR if self.outcome != Outcome::InOrder => {
                    let most = class.presence.max as usize;
                    let errors = self.reasons.iter().filter_map(|it| self.error(class, it));
                    document.extend(errors.take(most));
                }
                tag::REMARK if self.outcome == Outcome::Remarked => {
                    let most = class.presence.max as usize;
                    let remarks = self.reasons.iter().map(|it| {
                        self.group(class, |attribute| {
                            (attribute.xml == "StatementDescription").then(|| it.text.clone())
                        })
                    });
                    document.extend(remarks.take(most));
                }
                tag::ERROR | tag::REMARK => {}
                tag::STATUS => {
                    document.push(self.group(class, |attribute| match attribute.xml.as_str() {
                        "NameCode" => Some(self.state.to_owned()),
                        "EffectiveDateTime" => Some(self.moment.to_owned()),
                        _ => None,
                    }));
                }
                _ if class.attributes.iter().any(|it| it.xml == tag::REFERENCE) => {
                    document.push(self.group(class, |it| self.answered(&it.xml)));
                }
                _ => {}
            }
        }
        members.push(element(root, document));
        element(&self.model.header, members)
    }

    /// Whether the answer can name the reference of the message.
    pub(super) fn names_reference(&self) -> bool {
        let places = self.of.root.classes.iter().flat_map(|it| &it.attributes);
        let mut places = places.filter(|it| it.xml == tag::REFERENCE);
        let reference = self.said.reference.as_deref();
        reference.is_some_and(|text| places.all(|it| self.admits(it, text)))
    }

    /// Whether an answer says at least one error of the message.
    pub(super) fn says_errors(&self, element: &Element<'_>) -> bool {
        let below = |it: &Element<'_>, tag: &str| match &it.content {
            Inner::Group(members) => members.iter().any(|it| it.xml == tag),
            Inner::Value(_) => false,
        };
        let Inner::Group(members) = &element.content else { return false };
        let document = members.iter().find(|it| it.module == Module::Document);
        let remarks = self.outcome == Outcome::Remarked;
        document.is_some_and(|it| below(it, tag::ERROR) || remarks && below(it, tag::REMARK))
    }

    fn header(&self, tag: &str) -> Option<String> {
        let declared = &self.model.header_values;
        let own = match tag {
            header::MODEL_VERSION => &self.model.data_model,
            header::TYPE_NAME => &self.of.name,
            header::COUNTRY => &declared.country,
            header::AGENCY => &declared.agency,
            header::CUSTOMIZATION => &declared.customization,
            header::CUSTOMIZATION_VERSION => &declared.customization_version,
            _ => return None,
        };
        if !own.is_empty() {
            return Some(own.clone());
        }
        self.said.header.iter().find(|it| it.0 == tag).map(|it| it.1.clone())
    }

    /// What is said of the message that is answered.
    fn answered(&self, tag: &str) -> Option<String> {
        match tag {
            tag::REFERENCE => self.said.reference.clone(),
            tag::NUMBER => self.said.number.clone(),
            tag::VERSION => self.said.version.clone(),
            tag::ACCEPTED => {
                let accepted = matches!(self.outcome, Outcome::InOrder | Outcome::Remarked);
                accepted.then(|| self.moment.to_owned())
            }
            tag::REJECTED => (self.outcome == Outcome::Rejected).then(|| self.moment.to_owned()),
            _ => None,
        }
    }

    /// One error; none where its code cannot be said.
    fn error(&self, class: &'m Class, reason: &Reason) -> Option<Element<'m>> {
        let of_code = class.attributes.iter().find(|it| it.xml == tag::CODE)?;
        let code = reason.codes.iter().find(|it| self.admits(of_code, it))?;
        let mut made = self.group(class, |it| match it.xml.as_str() {
            tag::CODE => Some(code.clone()),
            "Description" => Some(reason.text.clone()),
            _ => None,
        });
        let pointer = class.classes.iter().find(|it| it.xml == tag::POINTER);
        if let (Some(pointer), Inner::Group(members)) = (pointer, &mut made.content) {
            members.extend(self.pointers(pointer, &reason.way));
        }
        Some(made)
    }

    /// The steps of the way to an error, as far as each has an identifier in the WCO Data Model.
    fn pointers(&self, class: &'m Class, way: &[Step]) -> Vec<Element<'m>> {
        let mut steps = Vec::new();
        let has = |tag: &str| class.attributes.iter().find(|it| it.xml == tag);
        for step in way.iter().take(class.presence.max as usize) {
            let Some((id, is_class)) = identifier(&self.to.root, &step.path) else { break };
            // A class is named by its section, where pointers have that.
            let name = match (has(tag::SECTION), has(tag::ELEMENT)) {
                (Some(section), _) if is_class => section,
                (_, Some(element)) => element,
                _ => break,
            };
            if !self.admits(name, id) {
                break;
            }
            steps.push(self.group(class, |it| {
                if it.xml == name.xml {
                    Some(id.to_owned())
                } else if it.xml == tag::SEQUENCE {
                    Some(step.number.to_string())
                } else {
                    None
                }
            }));
        }
        steps
    }

    /// A class with those of its attributes that have a text.
    fn group(
        &self,
        class: &'m Class,
        text: impl Fn(&'m Attribute) -> Option<String>,
    ) -> Element<'m> {
        let leaf = |it| self.leaf(it, Module::Document, text(it)?);
        element(class, class.attributes.iter().filter_map(leaf).collect())
    }

    /// An attribute with a text; none where it admits no such value.
    fn leaf(&self, attribute: &'m Attribute, module: Module, text: String) -> Option<Element<'m>> {
        let of = self.model.data_type(attribute)?;
        let text = match &of.facets {
            // A shortened identifier or code would name something else.
            Facets::Characters { max, .. } if of.kind == DataKind::Text => shortened(text, *max),
            _ => text,
        };
        // A day where the format knows no moments.
        let (text, format) = match &of.facets {
            Facets::Date(formats) if !formats.contains(&DateFormat::Second) => {
                (text.get(..8)?.to_owned(), DateFormat::Day)
            }
            _ => (text, DateFormat::Second),
        };
        if !self.admits(attribute, &text) {
            return None;
        }
        let companion = of.companion.map(|it| (it, Cow::Borrowed(format.code())));
        let (object, integer) = (companion.is_some(), of.is_json_integer());
        let content = Inner::Value(Value {
            kind: of.kind,
            object,
            integer,
            text: Cow::Owned(text),
            companion,
        });
        let many = attribute.presence.is_many();
        Some(Element { xml: &attribute.xml, json: &attribute.json, module, many, content })
    }

    /// Whether the type of an attribute has this value.
    fn admits(&self, attribute: &Attribute, text: &str) -> bool {
        let Some(of) = self.model.data_type(attribute) else { return false };
        let listed = self.model.enumeration(of).filter(|_| of.companion.is_none());
        of.facets.accepts(text)
            && of.only.as_ref().is_none_or(|it| it.value == text)
            && listed.is_none_or(|it| it.codes.iter().any(|code| code.value == text))
    }
}

fn element<'m>(class: &'m Class, members: Vec<Element<'m>>) -> Element<'m> {
    Element {
        xml: &class.xml,
        json: &class.json,
        module: if class.xml == header::ROOT { Module::Header } else { Module::Document },
        many: class.presence.is_many(),
        content: Inner::Group(members),
    }
}

/// At most `max` characters of a text; an ellipsis says that something was left out.
fn shortened(text: String, max: u32) -> String {
    let max = max as usize;
    if text.chars().count() <= max {
        return text;
    }
    let mut short: String = text.chars().take(max.saturating_sub(1)).collect();
    short.push('…');
    short
}

/// The WCO ID of what stands at a path, and whether it is a class.
fn identifier<'m>(class: &'m Class, path: &str) -> Option<(&'m str, bool)> {
    let known = |id: &'m str| (!id.is_empty()).then_some(id);
    if let Some(it) = class.attributes.iter().find(|it| it.path == path) {
        return Some((known(&it.term.wco_id)?, false));
    }
    if class.path == path {
        return Some((known(&class.term.wco_id)?, true));
    }
    class.classes.iter().find_map(|it| identifier(it, path))
}
