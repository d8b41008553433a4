//! JSON schemas of types, classes and messages, shared by the JSON Schema and the interface
//! description; only where definitions stand differs.

use serde_json::{Map, Value, json};

use crate::render::message::json_rules;
use crate::render::print::instance::CONTENT;
use crate::view::message::facets::{Companion, DataKind, Facets};
use crate::view::message::header::TYPE_NAME;
use crate::view::message::{
    Attribute, Class, CodeList, DataType, Message, MessageModel, Presence, Term,
};
use crate::words::Label;
use crate::words::message as say;
use crate::words::{Lang, Words};

/// Lists up to this length are explained code by code in the description of their schema.
const EXPLAINED_CODES: usize = 40;

/// Definitions by name.
pub(super) type Definitions = Map<String, Value>;

/// Makes definitions and refers to them.
pub(super) struct Types<'m> {
    /// The messages.
    pub model: &'m MessageModel,
    /// What stands before a name in a reference, as `#/$defs/`.
    pub prefix: &'static str,
}

impl Types<'_> {
    /// The schema of `message` as it travels: the wrapper's elements and the document. Whatever it
    /// refers to is added to `definitions`.
    pub(super) fn message(&self, message: &Message, definitions: &mut Definitions) -> Value {
        let header = &self.model.header;
        let mut properties = Map::new();
        let mut required = Vec::new();
        for attribute in &header.attributes {
            self.attribute(attribute, &mut properties, &mut required, definitions);
        }
        // The name tells messages apart whose documents have one root.
        let named = header.attributes.iter().find(|it| it.xml == TYPE_NAME);
        if let Some(Value::Object(name)) = named.and_then(|it| properties.get_mut(&it.json)) {
            name.insert("const".into(), message.name.as_str().into());
        }
        self.class_property(message, &message.root, &mut properties, &mut required, definitions);
        self.rules(message, definitions);
        let mut schema = Map::new();
        schema.insert("title".into(), message.name.clone().into());
        let description = sentences(&[&message.label.en, &message.purpose.en]);
        put(&mut schema, "description", &description);
        french(&mut schema, &message.label.fr, &message.purpose.fr, "");
        object(schema, properties, required)
    }

    /// The conditions and business rules of a message that a schema can say, beside its structure.
    fn rules(&self, message: &Message, definitions: &mut Definitions) {
        let own = self.model.messages.iter().position(|it| it.id == message.id);
        let Some(own) = own else { return };
        let all = self.model.constraints.iter().filter(|it| it.messages.contains(&own));
        let said = all.filter_map(|it| json_rules::said(self.model, message, it).ok());
        let said: Vec<Value> = said.collect();
        if said.is_empty() {
            return;
        }
        let name = format!("{}_Rules", message.name);
        let mut schema = Map::new();
        put(&mut schema, "title", say::RULES_OF_SCHEMA.en);
        put(&mut schema, "$comment", &french_comment(say::RULES_OF_SCHEMA.fr));
        schema.insert("type".into(), "object".into());
        schema.insert("allOf".into(), Value::Array(said));
        let root = format!("{}_{}", message.name, message.root.path.replace('/', "_"));
        if let Some(Value::Object(root)) = definitions.get_mut(&root) {
            root.insert("allOf".into(), json!([self.reference(&name)]));
        }
        definitions.insert(name, Value::Object(schema));
    }

    fn class_property(
        &self,
        message: &Message,
        class: &Class,
        properties: &mut Map<String, Value>,
        required: &mut Vec<Value>,
        definitions: &mut Definitions,
    ) {
        let name = format!("{}_{}", message.name, class.path.replace('/', "_"));
        let mut inner = Map::new();
        let mut inner_required = Vec::new();
        for attribute in &class.attributes {
            self.attribute(attribute, &mut inner, &mut inner_required, definitions);
        }
        for it in &class.classes {
            self.class_property(message, it, &mut inner, &mut inner_required, definitions);
        }
        let mut schema = Map::new();
        describe(&mut schema, &class.term, &class.xml);
        definitions.insert(name.clone(), object(schema, inner, inner_required));
        let (said, reference) = (Said::default(), self.reference(&name));
        property(&class.json, &class.presence, reference, &said, properties, required);
    }

    fn attribute(
        &self,
        attribute: &Attribute,
        properties: &mut Map<String, Value>,
        required: &mut Vec<Value>,
        definitions: &mut Definitions,
    ) {
        let Some(of) = self.model.data_type(attribute) else { return };
        self.define(of, definitions);
        // What the type says already is not said again.
        let title = &attribute.term.label.en;
        let title = if *title == of.term.label.en { "" } else { title };
        let definition = &attribute.term.definition;
        let definition = if *definition == of.term.definition { None } else { Some(definition) };
        let said = Said { title, definition };
        let reference = self.reference(&of.name);
        property(&attribute.json, &attribute.presence, reference, &said, properties, required);
    }

    fn define(&self, of: &DataType, definitions: &mut Definitions) {
        if definitions.contains_key(&of.name) {
            return;
        }
        let mut schema = Map::new();
        describe(&mut schema, &of.term, &of.name);
        if let Some(only) = &of.only {
            schema.insert("type".into(), "string".into());
            schema.insert("const".into(), only.value.as_str().into());
            definitions.insert(of.name.clone(), Value::Object(schema));
            return;
        }
        let listed = self.model.enumeration(of);
        if let Some(list) = listed
            && !definitions.contains_key(&list.type_name)
        {
            definitions.insert(list.type_name.clone(), code_list(list));
        }
        let schema = match &of.companion {
            None => {
                self.content(of, listed, &mut schema);
                Value::Object(schema)
            }
            Some(companion) => {
                let mut content = Map::new();
                content.insert("title".into(), say::CONTENT.en.into());
                self.content(of, None, &mut content);
                let mut properties = Map::new();
                properties.insert(CONTENT.to_owned(), Value::Object(content));
                properties.insert(companion.json.to_owned(), self.companion(of, companion, listed));
                let mut required = vec![CONTENT.into()];
                required.extend(companion.required.then(|| Value::from(companion.json)));
                object(schema, properties, required)
            }
        };
        definitions.insert(of.name.clone(), schema);
    }

    fn content(&self, of: &DataType, listed: Option<&CodeList>, schema: &mut Map<String, Value>) {
        if let Some(list) = listed {
            schema.insert("$ref".into(), format!("{}{}", self.prefix, list.type_name).into());
            if MessageModel::is_said_by_list(list, of) {
                return;
            }
        }
        let kind = match &of.facets {
            Facets::Boolean => "boolean",
            Facets::Decimal { .. } if of.is_json_integer() => "integer",
            _ => "string",
        };
        schema.insert("type".into(), kind.into());
        match &of.facets {
            Facets::Characters { min, max, .. } => {
                schema.insert("minLength".into(), (*min).into());
                if *max != Facets::UNBOUNDED {
                    schema.insert("maxLength".into(), (*max).into());
                }
            }
            Facets::Decimal { digits, .. } if of.is_json_integer() => {
                schema.insert("minimum".into(), 0.into());
                let most = 10_u64.saturating_pow(*digits) - 1;
                schema.insert("maximum".into(), most.into());
                return;
            }
            Facets::Binary => {
                schema.insert("contentEncoding".into(), "base64".into());
            }
            Facets::Decimal { .. } | Facets::Date(_) | Facets::Boolean => {}
        }
        if let Some(pattern) = of.facets.pattern() {
            schema.insert("pattern".into(), anchored(&pattern).into());
        }
    }

    fn companion(&self, of: &DataType, companion: &Companion, listed: Option<&CodeList>) -> Value {
        let words = companion_words(of.kind);
        let comment = french_comment(words.fr);
        if let Some(list) = listed {
            let reference = format!("{}{}", self.prefix, list.type_name);
            return json!({"title": words.en, "$comment": comment, "$ref": reference});
        }
        if let Facets::Date(formats) = &of.facets {
            let codes: Vec<&str> = formats.iter().map(|format| format.code()).collect();
            return json!({
                "title": words.en, "$comment": comment, "type": "string", "enum": codes
            });
        }
        let pattern = anchored(companion.pattern);
        json!({"title": words.en, "$comment": comment, "type": "string", "pattern": pattern})
    }

    /// A reference to the definition `name`.
    pub(super) fn reference(&self, name: &str) -> Map<String, Value> {
        let mut schema = Map::new();
        schema.insert("$ref".into(), format!("{}{name}", self.prefix).into());
        schema
    }
}

/// What is said of a property beyond what its type says.
#[derive(Default)]
struct Said<'t> {
    title: &'t str,
    definition: Option<&'t Label>,
}

/// Adds a property: a value, or an array where it can occur more than once.
fn property(
    name: &str,
    presence: &Presence,
    reference: Map<String, Value>,
    said: &Said,
    properties: &mut Map<String, Value>,
    required: &mut Vec<Value>,
) {
    let mut schema = Map::new();
    put(&mut schema, "title", said.title);
    let describe = |lang| {
        let definition = said.definition.map_or("", |it| it.get(lang));
        let condition = presence.condition.get(lang);
        if condition.is_empty() {
            return definition.to_owned();
        }
        sentences(&[definition, &say::CONDITION.with(lang, &[("condition", condition)])])
    };
    put(&mut schema, "description", &describe(Lang::En));
    let french = describe(Lang::Fr);
    if !french.is_empty() {
        put(&mut schema, "$comment", &french_comment(&french));
    }
    if presence.is_many() {
        schema.insert("type".into(), "array".into());
        schema.insert("items".into(), Value::Object(reference));
        // XML has no empty array: what is absent is left out on both sides.
        schema.insert("minItems".into(), presence.min.max(1).into());
        if presence.max != Presence::UNBOUNDED {
            schema.insert("maxItems".into(), presence.max.into());
        }
    } else {
        schema.extend(reference);
    }
    if presence.min > 0 {
        required.push(name.into());
    }
    properties.insert(name.to_owned(), Value::Object(schema));
}

/// An object that holds these properties and no others.
fn object(
    mut schema: Map<String, Value>,
    properties: Map<String, Value>,
    required: Vec<Value>,
) -> Value {
    schema.insert("type".into(), "object".into());
    schema.insert("additionalProperties".into(), false.into());
    if !required.is_empty() {
        schema.insert("required".into(), Value::Array(required));
    }
    schema.insert("properties".into(), Value::Object(properties));
    Value::Object(schema)
}

fn code_list(list: &CodeList) -> Value {
    let mut schema = Map::new();
    put(&mut schema, "title", if list.label.en.is_empty() { &list.id } else { &list.label.en });
    if list.codes.len() <= EXPLAINED_CODES {
        let explained = |lang| {
            let named = list.codes.iter().filter(|code| !code.name.get(lang).is_empty());
            let lines: Vec<String> = named
                .map(|code| {
                    let (value, name) = (code.value.as_str(), code.name.get(lang));
                    say::CODE.with(lang, &[("code", value), ("name", name)])
                })
                .collect();
            lines.join("; ")
        };
        put(&mut schema, "description", &explained(Lang::En));
        french(&mut schema, &list.label.fr, &explained(Lang::Fr), &facts_of_list(list));
    } else {
        french(&mut schema, &list.label.fr, "", &facts_of_list(list));
    }
    schema.insert("type".into(), "string".into());
    let codes: Vec<&str> = list.codes.iter().map(|code| code.value.as_str()).collect();
    schema.insert("enum".into(), codes.into());
    Value::Object(schema)
}

fn facts_of_list(list: &CodeList) -> String {
    joined(&[&list.id, &list.version, &list.maintainer])
}

/// Title and description in English; the facts of the data model and the French in a comment.
fn describe(schema: &mut Map<String, Value>, term: &Term, otherwise: &str) {
    put(schema, "title", if term.label.en.is_empty() { otherwise } else { &term.label.en });
    put(schema, "description", &term.definition.en);
    let facts = joined(&[&term.wco_id, &term.dictionary_entry, &term.format]);
    french(schema, &term.label.fr, &term.definition.fr, &facts);
}

fn french(schema: &mut Map<String, Value>, label: &str, definition: &str, facts: &str) {
    let said = sentences(&[label, definition]);
    let said = if said.is_empty() { said } else { french_comment(&said) };
    put(schema, "$comment", &joined(&[facts, &said]));
}

fn french_comment(text: &str) -> String {
    format!("{}: {text}", Lang::Fr.code())
}

/// The texts one after the other, each closed by a full stop before the next.
pub(super) fn sentences(texts: &[&str]) -> String {
    let mut all = String::new();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        if !all.is_empty() {
            all.push_str(if all.ends_with(['.', '!', '?']) { " " } else { ". " });
        }
        all.push_str(text);
    }
    all
}

fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(" | ")
}

/// Adds `key` if there is something to say.
pub(super) fn put(map: &mut Map<String, Value>, key: &str, text: &str) {
    if !text.is_empty() {
        map.insert(key.to_owned(), text.into());
    }
}

const fn companion_words(kind: DataKind) -> Words {
    match kind {
        DataKind::Amount => say::CURRENCY,
        DataKind::DateTime => say::DATE_FORMAT,
        DataKind::BinaryObject => say::MEDIA_TYPE,
        _ => say::UNIT,
    }
}

/// A pattern that the whole text must match.
fn anchored(pattern: &str) -> String {
    if pattern.contains('|') { format!("^({pattern})$") } else { format!("^{pattern}$") }
}
