//! The message model as data: what the runtime of every stub judges messages by.

use serde_json::{Map, Value, json};

use crate::render::print::instance::to_json;
use crate::view::message::facets::{CharacterSet, DataKind, Facets};
use crate::view::message::interface::Syntax;
use crate::view::message::sample::sample;
use crate::view::message::{DataType, Presence, header, name};
use crate::view::stub::{CATEGORIES, Content, Field, StubModel, category_id, status};

/// The model; its form is described in `templates/stub/typescript/src/runtime/spec.ts`.
pub(super) fn model(stub: &StubModel) -> Value {
    let model = &stub.model;
    let syntaxes = stub.syntaxes().into_iter().map(|it| match it {
        Syntax::Json => "json",
        Syntax::Xml => "xml",
    });
    let categories = CATEGORIES.iter().map(|it| {
        let about = json!({"status": status(*it), "code": stub.code_of(*it)});
        (category_id(*it).to_owned(), about)
    });
    let classes = stub.classes.iter().map(|class| {
        let fields: Vec<Value> = class.fields.iter().map(field).collect();
        json!({"name": class.name, "fields": fields})
    });
    let messages = model.messages.iter().zip(&stub.messages).map(|(message, it)| {
        json!({
            "id": it.id,
            "name": it.name,
            "namespace": model.document_namespace(message),
            "xml": it.xml,
            "json": it.json,
            "class": it.class,
            "reference": it.reference,
        })
    });
    let operations = stub.operations.iter().map(|it| {
        let mut about = Map::new();
        about.insert("id".into(), it.id.as_str().into());
        about.insert("path".into(), it.path.as_str().into());
        about.insert("message".into(), it.message.into());
        if let Some(reply) = it.reply {
            about.insert("reply".into(), reply.into());
        }
        about.insert("atOnce".into(), it.at_once.into());
        Value::Object(about)
    });
    let limits = stub.limits;
    json!({
        "block": model.block,
        "version": model.version,
        "basePath": model.interface.base_path,
        "syntaxes": syntaxes.collect::<Vec<_>>(),
        "headerNamespace": model.header_namespace(),
        "typeNamespace": model.data_type_namespace(),
        "header": stub.header,
        "typeName": {"xml": header::TYPE_NAME, "json": name::json(header::TYPE_NAME)},
        "limits": {
            "acknowledgementSeconds": limits.acknowledgement.value,
            "retries": limits.retries.value,
            "intervalSeconds": limits.interval.value,
            "bytes": limits.bytes.value,
        },
        "categories": categories.collect::<Map<String, Value>>(),
        "lists": lists(stub),
        "types": model.data_types.iter().map(|it| data_type(stub, it)).collect::<Vec<_>>(),
        "classes": classes.collect::<Vec<_>>(),
        "messages": messages.collect::<Vec<_>>(),
        "operations": operations.collect::<Vec<_>>(),
    })
}

/// A sample of each message, by its identifier.
pub(super) fn samples(stub: &StubModel) -> Vec<(&str, Value)> {
    let model = &stub.model;
    model.messages.iter().map(|it| (it.id.as_str(), to_json(&sample(model, it)))).collect()
}

/// What the wrapper of every message says because the block declares it, by property; in the form
/// that fits the wrapper's formats.
pub(super) fn header_values(stub: &StubModel) -> Vec<(String, String)> {
    let model = &stub.model;
    let Some(message) = model.messages.first() else { return Vec::new() };
    let whole = to_json(&sample(model, message));
    let declared = [
        (header::MODEL_VERSION, &model.data_model),
        (header::COUNTRY, &model.header_values.country),
        (header::AGENCY, &model.header_values.agency),
        (header::CUSTOMIZATION, &model.header_values.customization),
        (header::CUSTOMIZATION_VERSION, &model.header_values.customization_version),
    ];
    let declared = declared.into_iter().filter(|it| !it.1.is_empty());
    let said = declared.filter_map(|(tag, _)| {
        let property = name::json(tag);
        let value = whole.get(&property)?.as_str()?.to_owned();
        Some((property, value))
    });
    said.collect()
}

fn lists(stub: &StubModel) -> Vec<Value> {
    let lists = stub.model.code_lists.iter().map(|list| {
        let codes: Vec<&str> = list.codes.iter().map(|it| it.value.as_str()).collect();
        json!({"id": list.id, "codes": codes})
    });
    lists.collect()
}

fn field(field: &Field) -> Value {
    let mut about = Map::new();
    about.insert("xml".into(), field.xml.as_str().into());
    about.insert("json".into(), field.json.as_str().into());
    about.insert("min".into(), field.presence.min.into());
    if field.presence.max != Presence::UNBOUNDED {
        about.insert("max".into(), field.presence.max.into());
    }
    match field.content {
        Content::Class(at) => about.insert("class".into(), at.into()),
        Content::Value(at) => about.insert("type".into(), at.into()),
    };
    Value::Object(about)
}

fn data_type(stub: &StubModel, it: &DataType) -> Value {
    let mut about = Map::new();
    let mut put = |key: &str, value: Value| about.insert(key.to_owned(), value);
    match &it.facets {
        Facets::Characters { set, min, max } => {
            put("kind", "characters".into());
            let set = match set {
                CharacterSet::Letters => "letters",
                CharacterSet::Digits => "digits",
                CharacterSet::Any => "any",
            };
            put("set", set.into());
            put("min", (*min).into());
            if *max != Facets::UNBOUNDED {
                put("max", (*max).into());
            }
        }
        Facets::Decimal { digits, fraction } => {
            put("kind", "decimal".into());
            put("digits", (*digits).into());
            put("fraction", (*fraction).into());
        }
        Facets::Date(formats) => {
            put("kind", "date".into());
            put("formats", formats.iter().map(|it| it.code()).collect());
        }
        Facets::Boolean => {
            put("kind", "boolean".into());
        }
        Facets::Binary => {
            put("kind", "binary".into());
        }
    }
    if it.is_json_integer() {
        put("integer", true.into());
    }
    if let Some(only) = &it.only {
        put("only", only.value.as_str().into());
    }
    if let Some(list) = it.codes.filter(|_| stub.model.enumeration(it).is_some()) {
        put("list", list.into());
    }
    if let Some(companion) = &it.companion {
        let form = match it.kind {
            DataKind::Amount => "currency",
            DataKind::BinaryObject => "media",
            DataKind::DateTime => "date",
            _ => "unit",
        };
        let beside = json!({
            "xml": companion.xml,
            "json": companion.json,
            "required": companion.required,
            "form": form,
        });
        put("companion", beside);
    }
    Value::Object(about)
}
