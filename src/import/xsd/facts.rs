//! What annotations of a schema say in the manner of the WCO: identifier, names, format, description.

use std::collections::BTreeMap;

use crate::import::xsd::load::{Set, XS};
use crate::model::DataType;
use crate::words::Lang;

/// Longest text that is taken over, in bytes.
const LONGEST: usize = 4_000;

/// What is said of an element or a type.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    /// WCO ID.
    pub(super) id: String,
    /// WCO format.
    pub(super) format: String,
    /// Dictionary entry name.
    pub(super) entry: String,
    /// Name in each language, as [`Lang::ALL`].
    pub(super) name: [String; 2],
    /// Description in each language.
    pub(super) description: [String; 2],
    /// Remarks on codes in each language.
    pub(super) remarks: [String; 2],
}

impl Facts {
    /// What stands in the annotations of the element at `at`.
    pub(super) fn read(set: &Set, at: usize) -> Self {
        let mut facts = Self::default();
        let Some(annotation) = set.child(at, "annotation") else { return facts };
        for documentation in set.below(annotation) {
            let Some(node) = set.node(documentation) else { continue };
            let lang = node.attributes.iter().find(|it| it.0 == "xml:lang");
            let lang = lang.map_or("", |it| it.1.as_str()).to_ascii_lowercase();
            let known = Lang::ALL.iter().position(|it| lang.starts_with(it.code()));
            // A language that the block has not is no business of it; without one, it is English.
            let Some(lang) = known.or((lang.is_empty()).then_some(0)) else { continue };
            let mut said: BTreeMap<&str, String> = BTreeMap::new();
            for child in node.children.iter().filter_map(|at| set.node(*at)) {
                said.entry(child.tag.as_str()).or_insert_with(|| line(&child.text));
            }
            let mut take = |tag: &str| said.remove(tag).unwrap_or_default();
            let (name, label) = (take("WCOName"), take("Label"));
            let (means, own) = (take("WCODescription"), take("Definition"));
            put(&mut facts.id, take("WCOID"));
            put(&mut facts.format, take("WCOFormat"));
            put(&mut facts.entry, take("DictionaryEntryName"));
            put(&mut facts.name[lang], if label.is_empty() { name } else { label });
            put(&mut facts.description[lang], if own.is_empty() { means } else { own });
            put(&mut facts.remarks[lang], take("WCOCodeRemarks"));
            if node.children.is_empty() {
                put(&mut facts.description[lang], line(&node.text));
            }
        }
        facts
    }

    /// The same, with what `other` says where nothing is said here.
    pub(super) fn or(mut self, other: Self) -> Self {
        put(&mut self.id, other.id);
        put(&mut self.format, other.format);
        put(&mut self.entry, other.entry);
        let texts = [
            (&mut self.name, other.name),
            (&mut self.description, other.description),
            (&mut self.remarks, other.remarks),
        ];
        for (own, other) in texts {
            // A text in one language is not completed by another text in the other.
            if own.iter().all(String::is_empty) {
                *own = other;
            }
        }
        self
    }
}

fn put(slot: &mut String, text: String) {
    if slot.is_empty() {
        *slot = text;
    }
}

/// A text on one line.
fn line(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        if out.len() + word.len() > LONGEST {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The name of an enumeration value in each language: what the text of its annotation says.
pub(super) fn code_name(set: &Set, at: usize) -> [String; 2] {
    let facts = Facts::read(set, at);
    let mut names = facts.name;
    if names.iter().all(String::is_empty) {
        names = facts.description;
    }
    if names.iter().all(String::is_empty)
        && let Some(annotation) = set.child(at, "annotation")
    {
        // In the manner of UN/CEFACT: `ccts:Name` in the documentation.
        let documentation = set.below(annotation).into_iter().filter_map(|it| set.node(it));
        let inner = documentation.flat_map(|it| &it.children).filter_map(|it| set.node(*it));
        let mut named = inner.filter(|it| it.namespace != XS && it.tag == "Name");
        names[0] = named.next().map_or_else(String::new, |it| line(&it.text));
    }
    names
}

/// The kind of data: by the representation term of the dictionary entry name, by the name of the type
/// that it is made from, by the tag.
pub(super) fn data_type(entry: &str, types: &[String], tag: &str) -> Option<DataType> {
    let term = entry.rsplit('.').next().filter(|_| entry.contains('.')).map(str::trim);
    let by_term = match term.unwrap_or("") {
        "Amount" => Some(DataType::Amount),
        "Binary Object" => Some(DataType::Binary),
        "Code" => Some(DataType::Code),
        "Date Time" | "DateTime" | "Date" | "Time" => Some(DataType::DateTime),
        "Identifier" | "ID" => Some(DataType::Identifier),
        "Indicator" => Some(DataType::Indicator),
        "Measure" => Some(DataType::Measure),
        "Numeric" | "Percent" | "Rate" | "Value" => Some(DataType::Numeric),
        "Quantity" => Some(DataType::Quantity),
        "Text" | "Name" => Some(DataType::Text),
        _ => None,
    };
    let ends = |text: &str| {
        let text = text.strip_suffix("Type").unwrap_or(text);
        let ends = |endings: &[&str]| endings.iter().any(|it| text.ends_with(it));
        match () {
            () if ends(&["Amount"]) => Some(DataType::Amount),
            () if ends(&["BinaryObject"]) => Some(DataType::Binary),
            () if ends(&["Code"]) => Some(DataType::Code),
            () if ends(&["DateTime", "Date", "Time"]) => Some(DataType::DateTime),
            () if ends(&["ID", "Identifier"]) => Some(DataType::Identifier),
            () if ends(&["Indicator"]) => Some(DataType::Indicator),
            () if ends(&["Measure"]) => Some(DataType::Measure),
            () if ends(&["Numeric", "Percent", "Rate"]) => Some(DataType::Numeric),
            () if ends(&["Quantity"]) => Some(DataType::Quantity),
            () if ends(&["Text"]) => Some(DataType::Text),
            () => None,
        }
    };
    by_term.or_else(|| types.iter().rev().find_map(|it| ends(it))).or_else(|| ends(tag))
}
