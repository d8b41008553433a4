//! The messages of a block as plain data: which classes and attributes each carries, under which
//! names, in which format, and how they travel.
//!
//! Every name that a writer prints (XML tag, JSON property, type, namespace) is computed here and
//! nowhere else, so that no two artifacts can disagree about it.

pub mod facets;
pub mod header;
pub mod instance;
pub mod interface;
pub mod name;
pub mod sample;

use std::sync::Arc;

use crate::view::message::facets::{DataKind, Facets};
use crate::view::message::interface::{ErrorCode, Interface};
use crate::words::Lang;

/// A text in the languages the tool speaks; empty where the block has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
}

impl Label {
    /// English, then French.
    pub fn new(en: impl Into<String>, fr: impl Into<String>) -> Self {
        Self { en: en.into(), fr: fr.into() }
    }

    /// The text in `lang`.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }
}

/// Everything the message writers need to know of one block.
#[derive(Clone, Debug)]
pub struct MessageModel {
    /// Identifier of the block, as `adj-bor.co-push`.
    pub block: String,
    /// Version of the block (Semantic Versioning).
    pub version: String,
    /// Whether artifacts made from it must say that they are drafts.
    pub draft: bool,
    /// Title of the block.
    pub title: Label,
    /// Version of the WCO Data Model that the data cluster is drawn from, as `3.6`.
    pub data_model: String,
    /// Country of the exporting Party (ISO 3166-1 alpha-2); empty where the block names none.
    pub exporting_country: String,
    /// Country of the importing Party; empty where the block names none.
    pub importing_country: String,
    /// The metadata wrapper around every message, without the document in it.
    pub header: Class,
    /// The messages, in the order of the block.
    pub messages: Vec<Message>,
    /// One type for each distinct meaning and format; attributes point here.
    pub data_types: Vec<DataType>,
    /// The code lists that data types use.
    pub code_lists: Vec<CodeList>,
    /// How messages travel.
    pub interface: Interface,
    /// The error codes of the block, in its order.
    pub error_codes: Vec<ErrorCode>,
}

/// One message of the block.
#[derive(Clone, Debug)]
pub struct Message {
    /// Identifier in the block, safe as a file name, as `certificate-of-origin`.
    pub id: String,
    /// Name in `UpperCamelCase`, as `CertificateOfOrigin`: the name of its type and module.
    pub name: String,
    /// What people call it.
    pub label: Label,
    /// What it is for.
    pub purpose: Label,
    /// Message function code (UNTDID 1225); empty if none is declared.
    pub function: String,
    /// Roles that send it.
    pub senders: Vec<String>,
    /// Roles that receive it; the gateways serving them offer its operation.
    pub receivers: Vec<String>,
    /// Version of the message; that of the block unless the block says otherwise.
    pub version: String,
    /// Positions (in [`MessageModel::messages`]) of the messages that acknowledge it.
    pub acknowledged_by: Vec<usize>,
    /// Positions of the messages that answer it in substance.
    pub answered_by: Vec<usize>,
    /// What it carries: the root class with everything this message communicates.
    pub root: Class,
}

/// A class: attributes first, then the classes it is made of.
#[derive(Clone, Debug)]
pub struct Class {
    /// Path from the root, of XML tags, as `Certificate/GovernmentAgencyGoodsItem`.
    pub path: String,
    /// XML tag.
    pub xml: String,
    /// JSON property.
    pub json: String,
    /// What it means.
    pub term: Arc<Term>,
    /// Whether this message must, may or under a condition must carry it.
    pub presence: Presence,
    /// Its attributes, in order.
    pub attributes: Vec<Attribute>,
    /// The classes in it, in order.
    pub classes: Vec<Class>,
}

/// A data element that holds a value.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// Path from the root, of XML tags, as `Certificate/IssueDateTime`.
    pub path: String,
    /// XML tag.
    pub xml: String,
    /// JSON property.
    pub json: String,
    /// What it means.
    pub term: Arc<Term>,
    /// Whether this message must, may or under a condition must carry it.
    pub presence: Presence,
    /// Position of its type in [`MessageModel::data_types`].
    pub data_type: usize,
}

/// How often a class or attribute occurs in its class, and whether that is an obligation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presence {
    /// Mandatory, conditional or optional. What is not communicated is not in the message at all.
    pub requirement: Requirement,
    /// At least so often.
    pub min: u32,
    /// At most so often; [`Presence::UNBOUNDED`] for without bound.
    pub max: u32,
    /// When a conditional element must be there, in words.
    pub condition: Label,
}

impl Presence {
    /// Any number of times.
    pub const UNBOUNDED: u32 = u32::MAX;

    /// Exactly once.
    pub fn mandatory() -> Self {
        Self { requirement: Requirement::Mandatory, min: 1, max: 1, condition: Label::default() }
    }

    /// At most once.
    pub fn optional() -> Self {
        Self { requirement: Requirement::Optional, min: 0, max: 1, condition: Label::default() }
    }

    /// At most once, and once where `condition` holds.
    pub fn conditional(condition: Label) -> Self {
        Self { requirement: Requirement::Conditional, min: 0, max: 1, condition }
    }

    /// The same, up to `max` times.
    pub fn up_to(self, max: u32) -> Self {
        Self { max, ..self }
    }

    /// Whether it can occur more than once; if so, it is an array in JSON, also when alone.
    pub const fn is_many(&self) -> bool {
        self.max > 1
    }
}

/// Whether an element must be communicated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// `M`.
    Mandatory,
    /// `C`: mandatory where its condition holds.
    Conditional,
    /// `O`.
    Optional,
}

impl Requirement {
    /// The letter in data tables.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Mandatory => "M",
            Self::Conditional => "C",
            Self::Optional => "O",
        }
    }
}

/// What an element means, wherever it stands; empty strings where nothing is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// WCO ID, as `D014` or `68A`.
    pub wco_id: String,
    /// WCO name.
    pub wco_name: String,
    /// Dictionary entry name, as `Origin. Country. Code`.
    pub dictionary_entry: String,
    /// Format in WCO notation, as `an..35`, after any narrowing by the block.
    pub format: String,
    /// Number in the UN Trade Data Elements Directory.
    pub tded: String,
    /// What people call it.
    pub label: Label,
    /// What it means.
    pub definition: Label,
    /// Whether it is personal data.
    pub personal: bool,
    /// Confidentiality class declared by the block.
    pub classification: String,
}

/// The type of one or more attributes: kind of value, format and codes.
#[derive(Clone, Debug)]
pub struct DataType {
    /// Name, as `OriginCountryCodeType`; unique in the model.
    pub name: String,
    /// Kind of value (the representation term of the dictionary entry name).
    pub kind: DataKind,
    /// What the value may look like.
    pub facets: Facets,
    /// The list its codes come from: position in [`MessageModel::code_lists`]. For amounts the list
    /// is that of currencies, for measures and quantities that of units.
    pub codes: Option<usize>,
    /// What it means.
    pub term: Arc<Term>,
}

/// A code list as far as the messages use it.
#[derive(Clone, Debug)]
pub struct CodeList {
    /// Identifier, as `iso-3166-1`.
    pub id: String,
    /// Name of its type, as `Iso31661CodeType`; unique in the model.
    pub type_name: String,
    /// What people call it.
    pub label: Label,
    /// Version or date.
    pub version: String,
    /// Who maintains it.
    pub maintainer: String,
    /// Whether the block admits only some of its codes.
    pub restricted: bool,
    /// The codes admitted. Empty where the list is too long to be written into schemas; then only
    /// the format of the element binds them there.
    pub codes: Vec<Code>,
}

/// One code of a list.
#[derive(Clone, Debug)]
pub struct Code {
    /// The code.
    pub value: String,
    /// What it stands for.
    pub name: Label,
}

impl MessageModel {
    /// The longest list that is written out in a schema unless the block itself restricts it.
    pub const LONGEST_ENUMERATION: usize = 300;

    /// The type of `attribute`.
    pub fn data_type(&self, attribute: &Attribute) -> Option<&DataType> {
        self.data_types.get(attribute.data_type)
    }

    /// The codes that are written out for `data_type`, if any are.
    pub fn enumeration(&self, data_type: &DataType) -> Option<&CodeList> {
        let list = data_type.codes.and_then(|at| self.code_lists.get(at))?;
        (!list.codes.is_empty()).then_some(list)
    }

    /// Namespace of the document module of `message`.
    pub fn document_namespace(&self, message: &Message) -> String {
        self.namespace(&message.name)
    }

    /// Namespace of the module of data types that all messages share.
    pub fn data_type_namespace(&self) -> String {
        self.namespace("DS")
    }

    /// Namespace of the metadata wrapper.
    pub fn header_namespace(&self) -> String {
        self.namespace("DocumentMetaData")
    }

    /// `urn:gnc:datamodel:<block>:<module>:<major version>`: as the WCO builds its namespaces, but
    /// never inside the WCO's own.
    fn namespace(&self, module: &str) -> String {
        let major = name::token(self.version.split('.').next().unwrap_or_default());
        format!("urn:gnc:datamodel:{}:{module}:{major}", name::token(&self.block))
    }
}
