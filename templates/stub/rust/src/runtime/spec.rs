//! What the runtime knows of a block: the message model as data (`model.json`).

use std::collections::BTreeSet;

use serde::Deserialize;

/// Most levels of elements in each other.
pub const MAX_DEPTH: usize = 64;
/// Most faults that are reported of one message.
pub const MAX_FAULTS: usize = 50;

/// The message model.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ModelSpec {
    pub block: String,
    pub version: String,
    pub base_path: String,
    pub syntaxes: Vec<Syntax>,
    pub header_namespace: String,
    pub type_namespace: String,
    pub header: usize,
    /// Tag and property of the wrapper that name the message.
    pub type_name: TypeName,
    pub limits: Limits,
    pub categories: Categories,
    pub lists: Vec<ListSpec>,
    pub types: Vec<TypeSpec>,
    pub classes: Vec<ClassSpec>,
    pub messages: Vec<MessageSpec>,
    pub operations: Vec<OperationSpec>,
}

/// The syntax of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Syntax {
    Json,
    Xml,
}

impl Syntax {
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Xml => "application/xml",
        }
    }

    /// The syntax of a media type, whatever its parameters.
    pub fn of(media_type: &str) -> Option<Self> {
        match media_type
            .split(';')
            .next()?
            .trim()
            .to_ascii_lowercase()
            .as_str()
        {
            "application/json" => Some(Self::Json),
            "application/xml" | "text/xml" => Some(Self::Xml),
            _ => None,
        }
    }
}

#[derive(Debug, Deserialize)]
pub struct TypeName {
    pub xml: String,
    pub json: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Limits {
    pub acknowledgement_seconds: u64,
    pub retries: u32,
    pub interval_seconds: u64,
    pub bytes: usize,
}

/// A kind of trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    Transport,
    Security,
    Schema,
    BusinessRule,
    UnknownReference,
    Duplicate,
    Unavailable,
}

/// The status and the code that the block gives for each kind of trouble.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Categories {
    transport: CategorySpec,
    security: CategorySpec,
    schema: CategorySpec,
    business_rule: CategorySpec,
    unknown_reference: CategorySpec,
    duplicate: CategorySpec,
    unavailable: CategorySpec,
}

#[derive(Debug, Deserialize)]
pub struct CategorySpec {
    pub status: u16,
    pub code: String,
}

impl Categories {
    pub const fn get(&self, category: Category) -> &CategorySpec {
        match category {
            Category::Transport => &self.transport,
            Category::Security => &self.security,
            Category::Schema => &self.schema,
            Category::BusinessRule => &self.business_rule,
            Category::UnknownReference => &self.unknown_reference,
            Category::Duplicate => &self.duplicate,
            Category::Unavailable => &self.unavailable,
        }
    }
}

#[derive(Debug, Deserialize)]
pub struct ListSpec {
    pub id: String,
    pub codes: BTreeSet<String>,
}

/// The type of a value.
#[derive(Debug, Deserialize)]
pub struct TypeSpec {
    #[serde(flatten)]
    pub facets: Facets,
    /// Whether JSON writes it as a number.
    #[serde(default)]
    pub integer: bool,
    /// The one value admitted.
    pub only: Option<String>,
    /// Position of the list of codes for the content, or for what stands beside it.
    pub list: Option<usize>,
    pub companion: Option<CompanionSpec>,
}

/// What the content of a value may look like.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Facets {
    Characters {
        set: CharacterSet,
        min: usize,
        /// Without bound where it is not there.
        max: Option<usize>,
    },
    Decimal {
        /// Digits in all.
        digits: usize,
        /// Digits behind the point.
        fraction: usize,
    },
    Date {
        /// Codes of the formats admitted (UNTDID 2379).
        formats: Vec<String>,
    },
    Boolean,
    Binary,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CharacterSet {
    Any,
    Letters,
    Digits,
}

/// What may stand beside a value.
#[derive(Debug, Deserialize)]
pub struct CompanionSpec {
    pub xml: String,
    pub json: String,
    pub required: bool,
    pub form: CompanionForm,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CompanionForm {
    Currency,
    Unit,
    Date,
    Media,
}

#[derive(Debug, Deserialize)]
pub struct ClassSpec {
    pub fields: Vec<FieldSpec>,
}

/// An element of a class: it holds a value of a type or a class, by their positions.
#[derive(Clone, Debug, Deserialize)]
pub struct FieldSpec {
    pub xml: String,
    pub json: String,
    pub min: usize,
    /// Without bound where it is not there.
    pub max: Option<usize>,
    #[serde(rename = "type")]
    pub value: Option<usize>,
    pub class: Option<usize>,
}

impl FieldSpec {
    /// Whether it can occur more than once; if so, it is a list in JSON, also when alone.
    pub fn is_many(&self) -> bool {
        self.max.is_none_or(|max| max > 1)
    }
}

#[derive(Debug, Deserialize)]
pub struct MessageSpec {
    pub id: String,
    pub name: String,
    pub namespace: String,
    pub xml: String,
    pub json: String,
    pub class: usize,
    /// Property by which the sender identifies the message; empty where it has none.
    pub reference: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OperationSpec {
    pub id: String,
    pub path: String,
    pub message: usize,
    /// The message that comes back.
    pub reply: Option<usize>,
    /// Whether it is the answer in substance (status 200), and not an acknowledgement (202).
    pub at_once: bool,
}

impl OperationSpec {
    /// The status of success.
    pub const fn status(&self) -> u16 {
        if self.at_once { 200 } else { 202 }
    }
}

/// Something that is wrong with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Path of XML tags, as `Certificate/Exporter/Name`.
    pub path: String,
    /// What is wrong, for whoever reads the log.
    pub detail: String,
}

/// Collects what is wrong with a message.
#[derive(Debug, Default)]
pub struct Faults {
    pub list: Vec<Fault>,
}

impl Faults {
    pub fn add(&mut self, path: &str, detail: impl Into<String>) {
        if self.list.len() < MAX_FAULTS {
            self.list.push(Fault {
                path: path.to_owned(),
                detail: detail.into(),
            });
        }
    }
}

/// A value as a log can show it.
pub(crate) fn shown(text: &str) -> String {
    text.chars()
        .take(60)
        .map(|c| {
            if c.is_ascii_graphic() || c == ' ' {
                c
            } else {
                '·'
            }
        })
        .collect()
}
