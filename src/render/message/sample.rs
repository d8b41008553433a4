//! Samples in XML and JSON, two prints of one tree of values.

use crate::render::print::json;
use crate::render::print::xml::Xml;
use crate::render::{Artifact, Kind};
use crate::view::message::facets::{DATE_STRING, DataKind};
use crate::view::message::instance::{Content, Element, Module, Value};
use crate::view::message::sample::sample;
use crate::view::message::{Message, MessageModel};
use crate::words::Lang;
use crate::words::message as say;

pub use crate::render::print::instance::to_json;

/// A sample of each message of `model`, in XML and in JSON.
pub fn write(model: &MessageModel) -> Vec<Artifact> {
    let mut artifacts = Vec::with_capacity(2 * model.messages.len());
    for message in &model.messages {
        let instance = sample(model, message);
        let path = |extension| format!("samples/{}.{extension}", message.id);
        let xml = Artifact::text(Kind::Sample, path("xml"), to_xml(model, message, &instance));
        artifacts.push(xml.valid_against(super::XSD_WRAPPER));
        let text = json::print(&to_json(&instance));
        // JSON has no place for a remark, so a draft says so in its name.
        let name = path(if model.draft { "DRAFT.json" } else { "json" });
        let json = Artifact::text(Kind::Sample, name, text);
        artifacts.push(json.valid_against(super::json_schema_path(message)));
    }
    artifacts
}

/// `instance` as an XML document.
pub fn to_xml(model: &MessageModel, message: &Message, instance: &Element) -> String {
    let namespaces = Namespaces {
        header: model.header_namespace(),
        document: model.document_namespace(message),
        data_types: model.data_type_namespace(),
    };
    let mut xml = Xml::document();
    if model.draft {
        xml.comment(say::DRAFT.get(Lang::En));
    }
    element(&mut xml, instance, None, &namespaces);
    xml.finish()
}

struct Namespaces {
    header: String,
    document: String,
    data_types: String,
}

fn element(xml: &mut Xml, it: &Element, outer: Option<Module>, namespaces: &Namespaces) {
    // The namespace is declared where the module begins.
    let declared = [
        (
            "xmlns",
            if it.module == Module::Header { &namespaces.header } else { &namespaces.document },
        ),
        ("xmlns:ds", &namespaces.data_types),
    ];
    let declared = declared.map(|(name, value)| (name, value.as_str()));
    let begins = outer != Some(it.module);
    let attributes: &[(&str, &str)] = match (begins, it.module) {
        (false, _) => &[],
        (true, Module::Header) => &declared[..1],
        (true, Module::Document) => &declared,
    };
    match &it.content {
        Content::Group(members) => xml.element(it.xml, attributes, |xml| {
            for member in members {
                element(xml, member, Some(it.module), namespaces);
            }
        }),
        Content::Value(Value { kind: DataKind::DateTime, text, companion, .. }) => {
            xml.element(it.xml, attributes, |xml| {
                let beside = companion.as_ref().map(|(names, code)| (names.xml, code.as_ref()));
                let name = format!("ds:{DATE_STRING}");
                xml.leaf(&name, beside.as_slice(), text);
            });
        }
        Content::Value(value) => {
            let mut attributes = attributes.to_vec();
            attributes.extend(value.companion.as_ref().map(|(names, code)| (names.xml, &**code)));
            xml.leaf(it.xml, &attributes, &value.text);
        }
    }
}
