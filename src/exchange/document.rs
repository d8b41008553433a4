//! Documents beside the messages, as a declaration: read from JSON and XML by the names that the block
//! gives their parts, compared with what it says of them, and written.

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::{Map, Value as Json};

use crate::expression::Moment;
use crate::message::{MAX_BYTES, MAX_DEPTH, Syntax};
use crate::render::print::json;
use crate::render::print::xml::Xml;
use crate::text::encoding::{Encoding, utf8};
use crate::view::message::Presence;
use crate::view::message::matching::{Entry, EntryKind};
use crate::view::message::name;
use crate::words::{Lang, Words, exchange as w};

/// Levels of objects and lists up to which JSON of a document is read.
const DEEPEST_JSON: usize = 127;

/// Something wrong with a document.
#[derive(Clone, Debug)]
pub struct Wrong {
    /// Where, as `entry/items[2]/hs6`.
    pub path: String,
    fault: Words,
    args: Vec<(&'static str, String)>,
    /// Why it cannot be read, in words that may name arguments, too.
    why: Option<Words>,
}

impl Wrong {
    fn new(path: &str, fault: Words, args: &[(&'static str, &str)]) -> Self {
        let args = args.iter().map(|it| (it.0, it.1.to_owned())).collect();
        Self { path: path.to_owned(), fault, args, why: None }
    }

    /// The document cannot be read, for this reason.
    fn unreadable(document: &Entry, why: Unread) -> Self {
        let args = why.args.iter().map(|it| (it.0, it.1.as_str())).collect::<Vec<_>>();
        let wrong = Self::new(document.name(), w::DOCUMENT_UNREADABLE, &args);
        Self { why: Some(why.words), ..wrong }
    }

    /// What is wrong, in words.
    pub fn message(&self, lang: Lang) -> String {
        let mut args: Vec<(&str, &str)> = vec![("path", &self.path)];
        args.extend(self.args.iter().map(|it| (it.0, it.1.as_str())));
        let why = self.why.map(|it| it.with(lang, &args)).unwrap_or_default();
        args.push(("fault", &why));
        self.fault.with(lang, &args)
    }
}

/// Why a document cannot be read.
struct Unread {
    words: Words,
    args: Vec<(&'static str, String)>,
}

impl Unread {
    fn new(words: Words) -> Self {
        Self { words, args: Vec::new() }
    }

    fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// XML that breaks off or is none, at this byte of the text.
    fn of_xml(words: Words, text: &str, at: u64) -> Self {
        let at = usize::try_from(at).unwrap_or(usize::MAX).min(text.len());
        let before = text.as_bytes().get(..at).unwrap_or_default();
        Self::new(words).arg("line", before.split(|it| *it == b'\n').count())
    }
}

/// Reads a document. JSON may be the document itself, or an object that has it under its name; what
/// else stands in that is given as second value.
///
/// # Errors
/// What keeps it from being read.
pub fn read(document: &Entry, bytes: Vec<u8>) -> Result<(Json, Map<String, Json>), Wrong> {
    let unreadable = |why: Unread| Wrong::unreadable(document, why);
    if bytes.len() > MAX_BYTES {
        return Err(unreadable(Unread::new(w::UNREAD_LARGE).arg("limit", MAX_BYTES)));
    }
    let syntax = Syntax::of(&bytes);
    let text = utf8(bytes).map_err(|it| {
        let words = match it.encoding {
            Encoding::Utf16 => w::UNREAD_UTF_16,
            _ => w::UNREAD_ENCODING,
        };
        unreadable(Unread::new(words).arg("byte", it.byte + 1).arg("line", it.line))
    })?;
    if syntax == Syntax::Xml {
        return Ok((from_xml(document, &text).map_err(unreadable)?, Map::new()));
    }
    let read: Json = serde_json::from_str(&text).map_err(|error| {
        // The only word that the reader has for what stands in itself too often.
        let words = match error.to_string().starts_with("recursion limit") {
            true => w::UNREAD_DEEP,
            false => w::UNREAD_JSON,
        };
        unreadable(Unread::new(words).arg("limit", DEEPEST_JSON).arg("line", error.line()))
    })?;
    let Json::Object(mut all) = read else {
        return Err(unreadable(Unread::new(w::UNREAD_NO_OBJECT)));
    };
    match all.remove(document.name()) {
        Some(own) if own.is_object() => Ok((own, all)),
        Some(other) => {
            all.insert(document.name().to_owned(), other);
            Ok((Json::Object(all), Map::new()))
        }
        None => Ok((Json::Object(all), Map::new())),
    }
}

/// What stands under the name of an entry, or under its property in JSON.
fn under<'j>(all: &'j Map<String, Json>, entry: &Entry) -> Option<&'j Json> {
    all.get(entry.name()).or_else(|| all.get(&name::json(entry.name())))
}

/// What of a document is not as the block says. `draft`: what is left empty is not wrong.
pub fn check(document: &Entry, read: &Json, draft: bool) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    one(document, read, document.name(), draft, &mut wrong);
    wrong
}

fn one(entry: &Entry, value: &Json, path: &str, draft: bool, wrong: &mut Vec<Wrong>) {
    match entry.kind {
        EntryKind::Like => {}
        EntryKind::Group => {
            let Json::Object(all) = value else {
                return wrong.push(Wrong::new(path, w::DOCUMENT_NO_GROUP, &[]));
            };
            for key in all.keys() {
                let known = |it: &Entry| it.name() == key || name::json(it.name()) == *key;
                if !entry.entries.iter().any(known) {
                    let names: Vec<&str> = entry.entries.iter().map(Entry::name).collect();
                    let args = [("name", key.as_str()), ("known", &names.join(", "))];
                    wrong.push(Wrong::new(path, w::DOCUMENT_UNKNOWN, &args));
                }
            }
            for it in &entry.entries {
                several(it, under(all, it), &format!("{path}/{}", it.name()), draft, wrong);
            }
        }
        kind => {
            let text = content(value);
            if !text.as_deref().is_some_and(|text| fits(kind, text)) {
                let shown = text.unwrap_or_else(|| "{…}".to_owned());
                let args = [("value", shown.as_str())];
                return wrong.push(Wrong::new(path, w::DOCUMENT_KIND, &args));
            }
            let text = text.unwrap_or_default();
            if entry.codes.as_ref().is_some_and(|it| !it.contains(&text)) {
                wrong.push(Wrong::new(path, w::DOCUMENT_CODE, &[("value", &text)]));
            }
        }
    }
}

fn several(entry: &Entry, value: Option<&Json>, path: &str, draft: bool, wrong: &mut Vec<Wrong>) {
    let empty = |it: &Json| it.is_null() || it.as_str() == Some("");
    let all: Vec<&Json> = match value {
        Some(Json::Array(all)) if entry.max > 1 => all.iter().collect(),
        Some(one) if !empty(one) => vec![one],
        _ => Vec::new(),
    };
    let count = u32::try_from(all.len()).unwrap_or(u32::MAX);
    if count < entry.min && !draft {
        wrong.push(Wrong::new(path, w::DOCUMENT_MISSING, &[]));
    }
    if count > entry.max {
        wrong.push(Wrong::new(path, w::DOCUMENT_TOO_MANY, &[("max", &entry.max.to_string())]));
    }
    for (at, it) in all.into_iter().enumerate() {
        let path = if entry.max > 1 { format!("{path}[{}]", at + 1) } else { path.to_owned() };
        one(entry, it, &path, draft, wrong);
    }
}

/// The text of a value, as facts write it.
fn content(value: &Json) -> Option<String> {
    Some(match value {
        Json::String(text) => text.clone(),
        Json::Number(number) => number.to_string(),
        Json::Bool(it) => it.to_string(),
        Json::Object(all) => content(all.get("content").filter(|it| !it.is_object())?)?,
        Json::Null | Json::Array(_) => return None,
    })
}

fn fits(kind: EntryKind, text: &str) -> bool {
    match kind {
        EntryKind::Number | EntryKind::Quantity | EntryKind::Amount => {
            let digits = text.strip_prefix('-').unwrap_or(text);
            let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
            let plain = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
            plain(whole) && plain(part)
        }
        EntryKind::Date => Moment::parse(text).is_some(),
        EntryKind::Duration => text.starts_with('P') || text.ends_with(['s', 'm', 'h']),
        EntryKind::YesNo => matches!(text, "true" | "false" | "0" | "1"),
        EntryKind::Text | EntryKind::Group | EntryKind::Like => !text.is_empty(),
    }
}

/// An element of XML that is being read.
struct Open<'e> {
    entry: Option<&'e Entry>,
    name: String,
    text: String,
    below: Map<String, Json>,
    beside: Vec<(String, String)>,
}

/// Reads XML by the names of entries; namespaces are not looked at.
fn from_xml(document: &Entry, text: &str) -> Result<Json, Unread> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Open<'_>> = Vec::new();
    loop {
        let event = reader.read_event();
        let here = reader.buffer_position();
        let broken = |words: Words| Unread::of_xml(words, text, here);
        let event = event.map_err(|_| broken(w::UNREAD_XML))?;
        let closes = matches!(event, Event::Empty(_) | Event::End(_));
        match event {
            Event::Start(tag) | Event::Empty(tag) => {
                if open.len() >= MAX_DEPTH {
                    return Err(broken(w::UNREAD_DEEP).arg("limit", MAX_DEPTH));
                }
                let name = tag.local_name().as_ref().to_owned();
                let entry = match open.last() {
                    None => Some(document),
                    Some(above) => above.entry.and_then(|it| {
                        it.entries
                            .iter()
                            .find(|it| it.name() == name || name::json(it.name()) == name)
                    }),
                };
                let mut beside = Vec::new();
                for it in tag.attributes() {
                    let it = it.map_err(|_| broken(w::UNREAD_XML))?;
                    let key = it.key.local_name().as_ref().to_owned();
                    if matches!(&*key, "unitCode" | "currencyID" | "currencyId" | "formatCode") {
                        let value = it.value.into_owned();
                        beside.push((name::json(&key), value));
                    }
                }
                open.push(Open { entry, name, text: String::new(), below: Map::new(), beside });
            }
            Event::Text(part) => {
                if let Some(it) = open.last_mut() {
                    it.text.push_str(&part.xml10_content());
                }
            }
            Event::CData(part) => {
                if let Some(it) = open.last_mut() {
                    it.text.push_str(&part.xml10_content());
                }
            }
            Event::GeneralRef(part) => {
                let known = match part.resolve_char_ref() {
                    Ok(Some(it)) => it.to_string(),
                    _ => match quick_xml::escape::resolve_xml_entity(&part) {
                        Some(it) => it.to_owned(),
                        None => return Err(broken(w::UNREAD_ENTITY).arg("found", &*part)),
                    },
                };
                if let Some(it) = open.last_mut() {
                    it.text.push_str(&known);
                }
            }
            Event::DocType(_) => return Err(broken(w::UNREAD_DOCTYPE)),
            Event::Eof => return Err(broken(w::UNREAD_EARLY)),
            Event::End(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
        if !closes {
            continue;
        }
        let Some(done) = open.pop() else { return Err(broken(w::UNREAD_XML)) };
        let value = value_of(&done);
        let Some(above) = open.last_mut() else { return Ok(value) };
        let name = done.entry.map_or(&*done.name, Entry::name).to_owned();
        let many = done.entry.is_some_and(|it| it.max > 1);
        match above.below.get_mut(&name) {
            Some(Json::Array(all)) => all.push(value),
            Some(one) => {
                let first = one.take();
                *one = Json::Array(vec![first, value]);
            }
            None if many => {
                above.below.insert(name, Json::Array(vec![value]));
            }
            None => {
                above.below.insert(name, value);
            }
        }
    }
}

fn value_of(done: &Open<'_>) -> Json {
    let is_group = done.entry.is_some_and(|it| it.kind == EntryKind::Group);
    if !done.below.is_empty() || is_group {
        return Json::Object(done.below.clone());
    }
    let text = Json::String(done.text.trim().to_owned());
    if done.beside.is_empty() {
        return text;
    }
    let mut all = Map::new();
    all.insert("content".to_owned(), text);
    for (key, value) in &done.beside {
        all.insert(key.clone(), Json::String(value.clone()));
    }
    Json::Object(all)
}

/// A document as text. In XML a remark says beside each empty element to whom it is left.
pub fn write(document: &Entry, value: &Json, syntax: Syntax, lang: Lang) -> String {
    if syntax == Syntax::Json {
        let mut all = Map::new();
        all.insert(document.name().to_owned(), value.clone());
        return json::print(&Json::Object(all));
    }
    let mut xml = Xml::document();
    element(&mut xml, document, value, lang);
    xml.finish()
}

fn element(xml: &mut Xml, entry: &Entry, value: &Json, lang: Lang) {
    match (entry.kind, value) {
        (EntryKind::Group, Json::Object(all)) => xml.element(entry.name(), &[], |xml| {
            for it in &entry.entries {
                match under(all, it) {
                    Some(Json::Array(many)) if it.max > 1 => {
                        for one in many {
                            element(xml, it, one, lang);
                        }
                    }
                    Some(one) => element(xml, it, one, lang),
                    None => {}
                }
            }
        }),
        (_, Json::Null) => {
            let to = entry.left_to.any(lang);
            let said = match to.is_empty() {
                true => w::LEFT_EMPTY.get(lang).to_owned(),
                false => w::LEFT_TO.with(lang, &[("to", to)]),
            };
            xml.comment(&said);
            xml.leaf(entry.name(), &[], "");
        }
        (_, value) => {
            let beside = |key: &str| value.get(key).and_then(Json::as_str);
            let unit = beside("unitCode").map(|it| ("unitCode", it));
            let unit = unit.or_else(|| beside("currencyId").map(|it| ("currencyID", it)));
            xml.leaf(entry.name(), unit.as_slice(), &content(value).unwrap_or_default());
        }
    }
}

/// How often an entry may occur, in words of a table.
pub fn occurs(entry: &Entry) -> String {
    match entry.max {
        Presence::UNBOUNDED => format!("{}..*", entry.min),
        max => format!("{}..{max}", entry.min),
    }
}
