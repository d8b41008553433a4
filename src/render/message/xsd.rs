//! XML Schema in the manner of the WCO: a module for each message, one of data types, one of the
//! metadata wrapper; in every class the attributes first; an annotation for each element.

use crate::render::print::xml::Xml;
use crate::render::{Artifact, Kind};
use crate::view::message::facets::{Companion, DATE_STRING, DataKind, DateFormat, Facets};
use crate::view::message::{
    Attribute, Class, CodeList, DataType, Message, MessageModel, Presence, Term,
};
use crate::words::Label;
use crate::words::Lang;
use crate::words::message as say;

/// Namespace of XML Schema.
pub(super) const XS: &str = "http://www.w3.org/2001/XMLSchema";
/// File name of the module of data types, beside the others.
const DATA_TYPES: &str = "DS.xsd";

/// The modules of `model`.
pub fn write(model: &MessageModel) -> Vec<Artifact> {
    if let Some(given) = &model.given {
        return crate::render::message::given::write(model, given);
    }
    let file = |name: &str, text| Artifact::text(Kind::Xsd, format!("xsd/{name}"), text);
    let mut artifacts = vec![
        Artifact::text(Kind::Xsd, super::XSD_WRAPPER, wrapper(model)),
        file(DATA_TYPES, data_types(model)),
    ];
    for message in &model.messages {
        artifacts.push(file(&format!("{}.xsd", message.id), document(model, message)));
    }
    artifacts
}

/// The module of one message: a global element and everything below it.
fn document(model: &MessageModel, message: &Message) -> String {
    let namespace = model.document_namespace(message);
    module(model, &namespace, &message.version, &message.label, |xml| {
        import(xml, &model.data_type_namespace(), DATA_TYPES);
        class(xml, model, &message.root, true);
    })
}

/// The wrapper: its own elements, then the document of any message.
fn wrapper(model: &MessageModel) -> String {
    let header = &model.header;
    module(model, &model.header_namespace(), &model.version, &header.term.label, |xml| {
        import(xml, &model.data_type_namespace(), DATA_TYPES);
        let namespaces: Vec<String> =
            model.messages.iter().map(|message| model.document_namespace(message)).collect();
        for (message, namespace) in model.messages.iter().zip(&namespaces) {
            import(xml, namespace, &format!("{}.xsd", message.id));
        }
        xml.element("xs:element", &[("name", &header.xml)], |xml| {
            annotation(xml, &header.term, None, None, None);
            xml.element("xs:complexType", &[], |xml| {
                xml.element("xs:sequence", &[], |xml| {
                    for it in &header.attributes {
                        attribute(xml, model, it);
                    }
                    let list = namespaces.join(" ");
                    xml.empty("xs:any", &[("namespace", &list), ("processContents", "strict")]);
                });
            });
        });
    })
}

fn module(
    model: &MessageModel,
    namespace: &str,
    version: &str,
    title: &Label,
    inner: impl FnOnce(&mut Xml),
) -> String {
    let mut xml = Xml::document();
    let data_types = model.data_type_namespace();
    let attributes = [
        ("xmlns", namespace),
        ("xmlns:xs", XS),
        ("xmlns:ds", &data_types),
        ("targetNamespace", namespace),
        ("elementFormDefault", "qualified"),
        ("version", version),
    ];
    xml.element("xs:schema", &attributes, |xml| {
        said(xml, model, title);
        inner(xml);
    });
    xml.finish()
}

/// What a module is, and where it comes from.
pub(super) fn said(xml: &mut Xml, model: &MessageModel, title: &Label) {
    let (en, fr) = super::origin(model);
    xml.element("xs:annotation", &[], |xml| {
        for (lang, origin) in [(Lang::En, en), (Lang::Fr, fr)] {
            xml.element("xs:documentation", &[("xml:lang", lang.code())], |xml| {
                texts(xml, &[("Title", title.get(lang)), ("Origin", &origin)]);
            });
        }
    });
}

fn import(xml: &mut Xml, namespace: &str, location: &str) {
    xml.empty("xs:import", &[("namespace", namespace), ("schemaLocation", location)]);
}

/// A class: an element with an anonymous type. A global one carries no occurrence.
fn class(xml: &mut Xml, model: &MessageModel, it: &Class, global: bool) {
    let (min, max) = occurrence(&it.presence);
    let with_occurrence = [("name", it.xml.as_str()), ("minOccurs", &min), ("maxOccurs", &max)];
    let attributes = if global { &with_occurrence[..1] } else { &with_occurrence[..] };
    xml.element("xs:element", attributes, |xml| {
        annotation(xml, &it.term, Some(&it.presence), None, None);
        xml.element("xs:complexType", &[], |xml| {
            xml.element("xs:sequence", &[], |xml| {
                for inner in &it.attributes {
                    attribute(xml, model, inner);
                }
                for inner in &it.classes {
                    class(xml, model, inner, false);
                }
            });
        });
    });
}

fn attribute(xml: &mut Xml, model: &MessageModel, it: &Attribute) {
    let Some(of) = model.data_type(it) else { return };
    let (min, max) = occurrence(&it.presence);
    let name = format!("ds:{}", of.name);
    let attributes =
        [("name", it.xml.as_str()), ("type", &name), ("minOccurs", &min), ("maxOccurs", &max)];
    xml.element("xs:element", &attributes, |xml| {
        let codes = of.codes.and_then(|at| model.code_lists.get(at));
        let said = it.term.definition == of.term.definition;
        annotation(xml, &it.term, Some(&it.presence), codes, Some((&of.name, said)));
    });
}

pub(super) fn occurrence(presence: &Presence) -> (String, String) {
    let max = match presence.max {
        Presence::UNBOUNDED => "unbounded".to_owned(),
        max => max.to_string(),
    };
    (presence.min.to_string(), max)
}

/// What is known about an element, as the WCO writes it beside each: identifier, names, format,
/// code list, directory number; and what this block adds. With the name of its type comes whether
/// the type says the definition already.
pub(super) fn annotation(
    xml: &mut Xml,
    term: &Term,
    presence: Option<&Presence>,
    codes: Option<&CodeList>,
    of: Option<(&str, bool)>,
) {
    let (type_name, defined) = of.unwrap_or_default();
    xml.element("xs:annotation", &[], |xml| {
        xml.element("xs:documentation", &[], |xml| {
            let list = codes.map(|list| {
                let parts = [list.id.as_str(), &list.version, &list.maintainer];
                let parts: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
                parts.join(", ")
            });
            let facts = [
                ("WCOID", term.wco_id.as_str()),
                ("WCOName", &term.wco_name),
                ("WCOFormat", &term.format),
                ("WCOCodeRemarks", list.as_deref().unwrap_or_default()),
                ("TDEDUID", &term.tded),
                ("DictionaryEntryName", &term.dictionary_entry),
                ("NamedComplexType", type_name),
                ("Requirement", presence.map_or("", |it| it.requirement.letter())),
                ("Expression", presence.map_or("", |it| &it.expression)),
                ("Classification", &term.classification),
                ("PersonalData", if term.personal { "true" } else { "" }),
            ];
            texts(xml, &facts);
        });
        for lang in Lang::ALL {
            let label = term.label.get(lang);
            let definition = if defined { "" } else { term.definition.get(lang) };
            let condition = presence.map_or("", |it| it.condition.get(lang));
            if [label, definition, condition].iter().all(|text| text.is_empty()) {
                continue;
            }
            xml.element("xs:documentation", &[("xml:lang", lang.code())], |xml| {
                let facts =
                    [("Label", label), ("Definition", definition), ("Condition", condition)];
                texts(xml, &facts);
            });
        }
    });
}

/// An element for each text that is not empty.
pub(super) fn texts(xml: &mut Xml, entries: &[(&str, &str)]) {
    for (name, text) in entries.iter().filter(|(_, text)| !text.is_empty()) {
        xml.leaf(name, &[], text);
    }
}

/// The module of data types: code lists, ways to write a date, a type for each attribute.
fn data_types(model: &MessageModel) -> String {
    let title = Label::new(say::DATA_TYPES.en, say::DATA_TYPES.fr);
    module(model, &model.data_type_namespace(), &model.version, &title, |xml| {
        for list in model.code_lists.iter().filter(|list| !list.codes.is_empty()) {
            code_list(xml, list);
        }
        let mut date_strings: Vec<&Facets> = Vec::new();
        for it in &model.data_types {
            if it.kind == DataKind::DateTime && !date_strings.contains(&&it.facets) {
                date_strings.push(&it.facets);
                date_string(xml, &it.facets);
            }
        }
        for it in &model.data_types {
            data_type(xml, model, it);
        }
    })
}

fn code_list(xml: &mut Xml, list: &CodeList) {
    xml.element("xs:simpleType", &[("name", &list.type_name)], |xml| {
        xml.element("xs:annotation", &[], |xml| {
            xml.element("xs:documentation", &[], |xml| {
                let facts = [
                    ("CodeList", list.id.as_str()),
                    ("Version", &list.version),
                    ("Maintainer", &list.maintainer),
                ];
                texts(xml, &facts);
            });
            labels(xml, &list.label);
        });
        xml.element("xs:restriction", &[("base", "xs:string")], |xml| {
            for code in &list.codes {
                let value = [("value", code.value.as_str())];
                if code.name.en.is_empty() && code.name.fr.is_empty() {
                    xml.empty("xs:enumeration", &value);
                    continue;
                }
                xml.element("xs:enumeration", &value, |xml| {
                    xml.element("xs:annotation", &[], |xml| labels(xml, &code.name));
                });
            }
        });
    });
}

pub(super) fn labels(xml: &mut Xml, label: &Label) {
    for lang in Lang::ALL {
        let text = label.get(lang);
        if !text.is_empty() {
            xml.leaf("xs:documentation", &[("xml:lang", lang.code())], text);
        }
    }
}

/// Name of the type that writes a date in one of the formats that `facets` admit.
fn date_string_name(facets: &Facets) -> String {
    let mut name = DATE_STRING.to_owned();
    if let Facets::Date(formats) = facets {
        name.extend(formats.iter().map(|format| format.code()));
    }
    name
}

fn date_string(xml: &mut Xml, facets: &Facets) {
    let name = date_string_name(facets);
    let content = format!("{name}ContentType");
    xml.element("xs:simpleType", &[("name", &content)], |xml| {
        restriction(xml, "xs:string", facets);
    });
    xml.element("xs:complexType", &[("name", &format!("{name}Type"))], |xml| {
        xml.element("xs:simpleContent", &[], |xml| {
            xml.element("xs:extension", &[("base", &format!("ds:{content}"))], |xml| {
                let Some(companion) = DataKind::DateTime.companion() else { return };
                let Facets::Date(formats) = facets else { return };
                let codes = formats.iter().map(|format: &DateFormat| format.code());
                beside(xml, &companion, |xml| {
                    for code in codes {
                        xml.empty("xs:enumeration", &[("value", code)]);
                    }
                });
            });
        });
    });
}

/// An XML attribute beside a value.
fn beside(xml: &mut Xml, companion: &Companion, facets: impl FnOnce(&mut Xml)) {
    let usage = if companion.required { "required" } else { "optional" };
    xml.element("xs:attribute", &[("name", companion.xml), ("use", usage)], |xml| {
        xml.element("xs:simpleType", &[], |xml| {
            xml.element("xs:restriction", &[("base", "xs:string")], facets);
        });
    });
}

fn data_type(xml: &mut Xml, model: &MessageModel, it: &DataType) {
    let documentation = |xml: &mut Xml| {
        let facts = [("WCOID", it.term.wco_id.as_str()), ("WCOFormat", &it.term.format)];
        let known = facts.iter().any(|(_, text)| !text.is_empty());
        if !known && it.term.definition == Label::default() {
            return;
        }
        xml.element("xs:annotation", &[], |xml| {
            if known {
                xml.element("xs:documentation", &[], |xml| texts(xml, &facts));
            }
            labels(xml, &it.term.definition);
        });
    };
    if let Some(only) = &it.only
        && let Some(of) = model.data_types.get(only.of)
    {
        xml.element("xs:simpleType", &[("name", &it.name)], |xml| {
            documentation(xml);
            xml.element("xs:restriction", &[("base", &format!("ds:{}", of.name))], |xml| {
                xml.empty("xs:enumeration", &[("value", &only.value)]);
            });
        });
        return;
    }
    let listed = model.enumeration(it);
    let list = listed.map(|list| format!("ds:{}", list.type_name));
    if it.kind == DataKind::DateTime {
        xml.element("xs:complexType", &[("name", &it.name)], |xml| {
            documentation(xml);
            xml.element("xs:sequence", &[], |xml| {
                let of = format!("ds:{}Type", date_string_name(&it.facets));
                xml.empty("xs:element", &[("name", DATE_STRING), ("type", &of)]);
            });
        });
        return;
    }
    let Some(companion) = &it.companion else {
        xml.element("xs:simpleType", &[("name", &it.name)], |xml| {
            documentation(xml);
            match &list {
                Some(list) if listed.is_some_and(|of| MessageModel::is_said_by_list(of, it)) => {
                    xml.empty("xs:restriction", &[("base", list)]);
                }
                // Some codes are not of the format; list and format must both hold.
                Some(list) => restriction(xml, list, &it.facets),
                None => restriction(xml, base(&it.facets), &it.facets),
            }
        });
        return;
    };
    let content = format!("{}ContentType", it.name.strip_suffix("Type").unwrap_or(&it.name));
    xml.element("xs:simpleType", &[("name", &content)], |xml| {
        restriction(xml, base(&it.facets), &it.facets);
    });
    xml.element("xs:complexType", &[("name", &it.name)], |xml| {
        documentation(xml);
        xml.element("xs:simpleContent", &[], |xml| {
            xml.element("xs:extension", &[("base", &format!("ds:{content}"))], |xml| {
                let usage = if companion.required { "required" } else { "optional" };
                match &list {
                    Some(list) => {
                        let attributes = [("name", companion.xml), ("type", list), ("use", usage)];
                        xml.empty("xs:attribute", &attributes);
                    }
                    None => beside(xml, companion, |xml| {
                        xml.empty("xs:pattern", &[("value", companion.pattern)]);
                    }),
                }
            });
        });
    });
}

const fn base(facets: &Facets) -> &'static str {
    match facets {
        Facets::Decimal { .. } => "xs:decimal",
        Facets::Boolean => "xs:boolean",
        Facets::Characters { .. } | Facets::Date(_) | Facets::Binary => "xs:string",
    }
}

fn restriction(xml: &mut Xml, base: &str, facets: &Facets) {
    xml.element("xs:restriction", &[("base", base)], |xml| {
        let mut facet = |name: &str, value: &str| xml.empty(name, &[("value", value)]);
        match facets {
            Facets::Characters { min, max, .. } if min == max => {
                facet("xs:length", &min.to_string());
            }
            Facets::Characters { min, max, .. } => {
                facet("xs:minLength", &min.to_string());
                if *max != Facets::UNBOUNDED {
                    facet("xs:maxLength", &max.to_string());
                }
            }
            Facets::Decimal { digits, fraction } => {
                facet("xs:totalDigits", &digits.to_string());
                facet("xs:fractionDigits", &fraction.to_string());
            }
            // One spelling for one value, as in JSON.
            Facets::Boolean => facet("xs:pattern", "true|false"),
            Facets::Date(_) | Facets::Binary => {}
        }
        if let Some(pattern) = facets.pattern() {
            facet("xs:pattern", &pattern);
        }
    });
}
