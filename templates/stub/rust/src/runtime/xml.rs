//! XML to the JSON form of a message and back, by the model: namespaces, order of elements, attributes.

use std::fmt::Write;

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use serde_json::{Map, Value};

use super::check::CONTENT;
use super::spec::{Facets, Faults, FieldSpec, MAX_DEPTH, MessageSpec, ModelSpec, TypeSpec, shown};

const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
const ROOT: &str = "MetaData";
const DATE_STRING: &str = "DateTimeString";
/// What XML counts as blanks.
const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// An element with all that it holds.
#[derive(Default)]
struct Element {
    namespace: String,
    name: String,
    /// Namespace, name and value of each attribute that is no declaration of a namespace.
    attributes: Vec<(String, String, String)>,
    children: Vec<Element>,
    text: String,
}

/// Reads a message; what has no place in it is a fault.
pub(super) fn read(model: &ModelSpec, text: &str, faults: &mut Faults) -> Result<Value, String> {
    let root = parse(text)?;
    if root.namespace != model.header_namespace || root.name != ROOT {
        faults.add(
            "",
            format!("{} is no message of {}", shown(&root.name), model.block),
        );
        return Ok(Value::Null);
    }
    let mut reader = Reader {
        model,
        faults,
        message: None,
    };
    let fields = &model.classes[model.header].fields;
    let tree = reader.group(&root, fields, &model.header_namespace, ROOT, true);
    let said = tree.get(&model.type_name.json).and_then(Value::as_str);
    if let Some(message) = reader.message.filter(|it| Some(it.name.as_str()) != said) {
        let path = format!("{ROOT}/{}", model.type_name.xml);
        faults.add(&path, format!("{} expected", message.name));
    }
    Ok(Value::Object(tree))
}

/// Elements of a document; none when it is not well formed, or brings a document type.
fn parse(text: &str) -> Result<Element, String> {
    let mut reader = NsReader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut open: Vec<Element> = Vec::new();
    let mut root: Option<Element> = None;
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        match event {
            Event::Start(_) | Event::Empty(_) if open.is_empty() && root.is_some() => {
                return Err("more behind the message".to_owned());
            }
            Event::Start(tag) => {
                open.push(element(&reader, &tag)?);
                if open.len() > MAX_DEPTH {
                    return Err("too many levels".to_owned());
                }
            }
            Event::Empty(tag) => {
                let element = element(&reader, &tag)?;
                close(&mut open, &mut root, element);
            }
            Event::End(_) => {
                if let Some(element) = open.pop() {
                    close(&mut open, &mut root, element);
                }
            }
            Event::Text(text) => add(&mut open, &text.xml10_content())?,
            Event::CData(text) => add(&mut open, &text.xml10_content())?,
            Event::GeneralRef(reference) => {
                let character = reference
                    .resolve_char_ref()
                    .map_err(|error| error.to_string())?;
                match character {
                    Some(character) => add(&mut open, character.encode_utf8(&mut [0; 4]))?,
                    None => {
                        let name = (*reference).to_owned();
                        let text = quick_xml::escape::resolve_xml_entity(&name);
                        add(
                            &mut open,
                            text.ok_or("an entity that XML itself does not know")?,
                        )?;
                    }
                }
            }
            Event::DocType(_) => return Err("a document type is not allowed".to_owned()),
            Event::Decl(declaration) => {
                let encoding = declaration.encoding().and_then(Result::ok);
                if encoding.is_some_and(|it| !it.eq_ignore_ascii_case("utf-8")) {
                    return Err("messages are in UTF-8".to_owned());
                }
            }
            Event::Comment(_) | Event::PI(_) => {}
            Event::Eof if open.is_empty() => return root.ok_or("there is no element".to_owned()),
            Event::Eof => return Err("the message has no end".to_owned()),
        }
    }
}

fn element(reader: &NsReader<&[u8]>, tag: &BytesStart<'_>) -> Result<Element, String> {
    let (namespace, name) = reader.resolver().resolve_element(tag.name());
    let mut element = Element {
        namespace: bound(&namespace)?,
        name: name.as_ref().to_owned(),
        ..Element::default()
    };
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let key = attribute.key.as_ref();
        if key == "xmlns" || key.starts_with("xmlns:") {
            continue;
        }
        let (namespace, name) = reader.resolver().resolve_attribute(attribute.key);
        let value = attribute
            .normalized_value(quick_xml::XmlVersion::Implicit1_0)
            .map_err(|error| error.to_string())?;
        let attribute = (
            bound(&namespace)?,
            name.as_ref().to_owned(),
            value.into_owned(),
        );
        element.attributes.push(attribute);
    }
    Ok(element)
}

fn bound(namespace: &ResolveResult<'_>) -> Result<String, String> {
    match namespace {
        ResolveResult::Bound(namespace) => Ok(namespace.as_ref().to_owned()),
        ResolveResult::Unbound => Ok(String::new()),
        ResolveResult::Unknown(_) => Err("a prefix without a namespace".to_owned()),
    }
}

fn add(open: &mut [Element], text: &str) -> Result<(), String> {
    match open.last_mut() {
        Some(element) => element.text.push_str(text),
        None if text.trim_matches(BLANKS).is_empty() => {}
        None => return Err("text outside of the message".to_owned()),
    }
    Ok(())
}

fn close(open: &mut [Element], root: &mut Option<Element>, element: Element) {
    match open.last_mut() {
        Some(outer) => outer.children.push(element),
        None => *root = Some(element),
    }
}

struct Reader<'r, 'm> {
    model: &'m ModelSpec,
    faults: &'r mut Faults,
    message: Option<&'m MessageSpec>,
}

impl<'m> Reader<'_, 'm> {
    fn group(
        &mut self,
        element: &Element,
        fields: &'m [FieldSpec],
        namespace: &str,
        path: &str,
        is_header: bool,
    ) -> Map<String, Value> {
        let model = self.model;
        self.attribute(element, None, path);
        if !element.text.trim_matches(BLANKS).is_empty() {
            self.faults.add(path, "text between elements");
        }
        let mut found = Map::new();
        let mut from = 0;
        for child in &element.children {
            let is = |it: &FieldSpec| child.namespace == namespace && child.name == it.xml;
            let closed = is_header && self.message.is_some();
            let place = fields.iter().skip(from).position(is).filter(|_| !closed);
            if let Some(place) = place {
                from += place;
                let field = &fields[from];
                self.field(
                    child,
                    field,
                    namespace,
                    &format!("{path}/{}", field.xml),
                    &mut found,
                );
                continue;
            }
            let document =
                |it: &&MessageSpec| it.namespace == child.namespace && it.xml == child.name;
            match model.messages.iter().find(document) {
                Some(message) if is_header && !closed => {
                    self.message = Some(message);
                    let fields = &model.classes[message.class].fields;
                    let inner = self.group(child, fields, &message.namespace, &message.xml, false);
                    found.insert(message.json.clone(), Value::Object(inner));
                }
                _ => {
                    let early = fields.iter().any(is);
                    let what = if early {
                        "element out of order:"
                    } else {
                        "unknown element"
                    };
                    self.faults
                        .add(path, format!("{what} {}", shown(&child.name)));
                }
            }
        }
        found
    }

    fn field(
        &mut self,
        child: &Element,
        field: &'m FieldSpec,
        namespace: &str,
        path: &str,
        found: &mut Map<String, Value>,
    ) {
        let value = match (field.class, field.value) {
            (Some(class), _) => {
                let fields = &self.model.classes[class].fields;
                Value::Object(self.group(child, fields, namespace, path, false))
            }
            (None, Some(at)) => self.value(child, &self.model.types[at], path),
            (None, None) => Value::Null,
        };
        match found.get_mut(&field.json) {
            Some(Value::Array(items)) if field.is_many() => items.push(value),
            Some(_) => self.faults.add(path, "occurs more than once"),
            None => {
                let value = if field.is_many() {
                    Value::Array(vec![value])
                } else {
                    value
                };
                found.insert(field.json.clone(), value);
            }
        }
    }

    fn value(&mut self, element: &Element, spec: &TypeSpec, path: &str) -> Value {
        let mut holder = element;
        if let Facets::Date { .. } = spec.facets {
            self.attribute(element, None, path);
            match element.children.as_slice() {
                [only]
                    if only.namespace == self.model.type_namespace
                        && only.name == DATE_STRING
                        && element.text.trim_matches(BLANKS).is_empty() =>
                {
                    holder = only;
                }
                _ => {
                    self.faults.add(path, format!("one {DATE_STRING} expected"));
                    return Value::Null;
                }
            }
        }
        if !holder.children.is_empty() {
            self.faults.add(path, "elements where a text belongs");
        }
        let names = spec.companion.as_ref();
        let beside = self.attribute(holder, names.map(|it| it.xml.as_str()), path);
        let text = match spec.facets {
            Facets::Decimal { .. } | Facets::Boolean => holder.text.trim_matches(BLANKS),
            _ => holder.text.as_str(),
        };
        let content = plain(spec, text);
        let Some(names) = names else { return content };
        let mut object = Map::new();
        object.insert(CONTENT.to_owned(), content);
        if let Some(code) = beside {
            object.insert(names.json.clone(), Value::String(code));
        }
        Value::Object(object)
    }

    /// The attribute of this name; no other may be there.
    fn attribute(&mut self, element: &Element, name: Option<&str>, path: &str) -> Option<String> {
        let mut value = None;
        for (namespace, local, text) in &element.attributes {
            let hint = matches!(
                local.as_str(),
                "schemaLocation" | "noNamespaceSchemaLocation"
            );
            if namespace == XSI && hint {
                continue;
            }
            if namespace.is_empty() && Some(local.as_str()) == name {
                value = Some(text.clone());
            } else {
                self.faults
                    .add(path, format!("unknown attribute {}", shown(local)));
            }
        }
        value
    }
}

/// A text as JSON has it; what is no number or truth value stays a text, to be refused as one.
fn plain(spec: &TypeSpec, text: &str) -> Value {
    let canonical = text == "0" || !text.starts_with('0');
    match (&spec.facets, text) {
        _ if spec.only.is_some() => text.into(),
        (Facets::Boolean, "true") => true.into(),
        (Facets::Boolean, "false") => false.into(),
        _ if spec.integer && canonical && text.bytes().all(|it| it.is_ascii_digit()) => text
            .parse::<u64>()
            .map_or_else(|_| text.into(), Value::from),
        _ => text.into(),
    }
}

/// Writes a message that was checked.
pub(super) fn write(
    model: &ModelSpec,
    message: &MessageSpec,
    tree: &Value,
) -> Result<String, String> {
    let mut writer = Writer {
        model,
        out: String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"),
    };
    let header = escape(&model.header_namespace)?;
    writer.out.push_str(&format!("<{ROOT} xmlns=\"{header}\">"));
    writer.fields(&model.classes[model.header].fields, tree)?;
    let (own, types) = (escape(&message.namespace)?, escape(&model.type_namespace)?);
    writer.out.push_str(&format!(
        "<{} xmlns=\"{own}\" xmlns:ds=\"{types}\">",
        message.xml
    ));
    if let Some(root) = tree.get(&message.json) {
        writer.fields(&model.classes[message.class].fields, root)?;
    }
    writer
        .out
        .push_str(&format!("</{}></{ROOT}>\n", message.xml));
    Ok(writer.out)
}

struct Writer<'m> {
    model: &'m ModelSpec,
    out: String,
}

impl Writer<'_> {
    fn fields(&mut self, fields: &[FieldSpec], tree: &Value) -> Result<(), String> {
        for field in fields {
            match tree.get(&field.json) {
                Some(Value::Array(items)) => {
                    for item in items {
                        self.item(field, item)?;
                    }
                }
                Some(item) => self.item(field, item)?,
                None => {}
            }
        }
        Ok(())
    }

    fn item(&mut self, field: &FieldSpec, item: &Value) -> Result<(), String> {
        let (model, tag) = (self.model, &field.xml);
        if let Some(class) = field.class {
            self.out.push_str(&format!("<{tag}>"));
            self.fields(&model.classes[class].fields, item)?;
            self.out.push_str(&format!("</{tag}>"));
            return Ok(());
        }
        let Some(spec) = field.value.map(|at| &model.types[at]) else {
            return Ok(());
        };
        let content = item.get(CONTENT).unwrap_or(item);
        let text = match content {
            Value::String(text) => escape(text)?,
            other => other.to_string(),
        };
        let mut beside = String::new();
        if let Some(names) = &spec.companion
            && let Some(Value::String(code)) = item.get(&names.json)
        {
            beside = format!(" {}=\"{}\"", names.xml, escape(code)?);
        }
        self.out.push_str(&match spec.facets {
            Facets::Date { .. } => {
                format!("<{tag}><ds:{DATE_STRING}{beside}>{text}</ds:{DATE_STRING}></{tag}>")
            }
            _ => format!("<{tag}{beside}>{text}</{tag}>"),
        });
        Ok(())
    }
}

/// Text for content and attributes.
fn escape(text: &str) -> Result<String, String> {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' | '<' | '>' | '"' | '\t' | '\n' | '\r' => {
                let _ = write!(out, "&#{};", u32::from(character));
            }
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                return Err("XML cannot carry a control character".to_owned());
            }
            _ => out.push(character),
        }
    }
    Ok(out)
}
