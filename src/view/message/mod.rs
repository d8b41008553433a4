//! The messages of a block as plain data: which classes and attributes each carries, under which
//! names, in which format, and how they travel.
//!
//! Every name that a writer prints (XML tag, JSON property, type, namespace) is computed here and
//! nowhere else, so that no two artifacts can disagree about it.

pub mod build;
pub mod constraint;
pub mod facets;
pub mod given;
pub mod header;
pub mod instance;
pub mod interface;
pub mod matching;
pub mod name;
pub mod sample;
pub mod tree;

use std::sync::Arc;

use crate::view::message::constraint::Constraint;
use crate::view::message::facets::{Companion, DataKind, Facets};
use crate::view::message::given::Given;
use crate::view::message::interface::{ErrorCode, Interface};
use crate::words::Label;

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
    /// What the wrapper says in every message; empty where nothing is declared.
    pub header_values: HeaderValues,
    /// Country of the exporting Party (ISO 3166-1 alpha-2); empty where the block names none.
    pub exporting_country: String,
    /// Country of the importing Party; empty where the block names none.
    pub importing_country: String,
    /// The metadata wrapper around every message, without the document in it.
    pub header: Class,
    /// The messages, in the order of the block.
    pub messages: Vec<Message>,
    /// What messages must fulfil beside their structure: business rules, then conditions, in the
    /// order of the block.
    pub constraints: Vec<Constraint>,
    /// Which messages are compared with which documents beside them.
    pub matchings: Vec<matching::Matching>,
    /// One type for each distinct meaning and format; attributes point here.
    pub data_types: Vec<DataType>,
    /// The code lists that data types use.
    pub code_lists: Vec<CodeList>,
    /// How messages travel.
    pub interface: Interface,
    /// The error codes of the block, in its order.
    pub error_codes: Vec<ErrorCode>,
    /// What messages keep of an XML Schema that exists already; none where the schema is made here.
    pub given: Option<Given>,
}

/// What the metadata wrapper of this block says in every message.
#[derive(Clone, Debug, Default)]
pub struct HeaderValues {
    /// Responsible country (ISO 3166-1 alpha-2).
    pub country: String,
    /// Responsible agency.
    pub agency: String,
    /// Code of the customisation.
    pub customization: String,
    /// Version of the customisation.
    pub customization_version: String,
}

/// What a message is in the exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// It brings about or changes a state.
    Document,
    /// It tells of something.
    Notice,
    /// It asks.
    Request,
    /// It answers.
    Response,
    /// It says that a message arrived and can be read.
    Acknowledgement,
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
    /// What it is in the exchange.
    pub nature: Nature,
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
    /// Namespace of the tag, where it is not that of the class it stands in.
    pub namespace: Option<String>,
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
    /// Namespace of the tag, where it is not that of the class it stands in.
    pub namespace: Option<String>,
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
    /// The same in the expression language of business rules; empty where only words say it.
    pub expression: String,
}

impl Presence {
    /// Any number of times.
    pub const UNBOUNDED: u32 = u32::MAX;

    /// Exactly once.
    pub fn mandatory() -> Self {
        Self::once(Requirement::Mandatory, 1, Label::default())
    }

    /// At most once.
    pub fn optional() -> Self {
        Self::once(Requirement::Optional, 0, Label::default())
    }

    /// At most once, and once where `condition` holds.
    pub fn conditional(condition: Label) -> Self {
        Self::once(Requirement::Conditional, 0, condition)
    }

    fn once(requirement: Requirement, min: u32, condition: Label) -> Self {
        Self { requirement, min, max: 1, condition, expression: String::new() }
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
    /// What stands beside the content: currency, unit, date format, media type. None for a measured
    /// value or an amount whose unit or currency is an element of its own.
    pub companion: Option<Companion>,
    /// The list its codes come from: position in [`MessageModel::code_lists`]. For amounts the list
    /// is that of currencies, for measures and quantities that of units.
    pub codes: Option<usize>,
    /// The one value it admits, where a message fixes it.
    pub only: Option<Only>,
    /// Its form in an XML Schema that exists already: position in [`Given::types`].
    pub given: Option<usize>,
    /// What it means.
    pub term: Arc<Term>,
}

/// The one value that a type admits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Only {
    /// Position of the type that admits more.
    pub of: usize,
    /// The value.
    pub value: String,
}

impl DataType {
    /// Whether JSON writes its content as a number. Only whole numbers without a unit are: sums and
    /// measures are decimals, and most JSON readers would round them.
    pub fn is_json_integer(&self) -> bool {
        let Facets::Decimal { digits, fraction: 0 } = self.facets else { return false };
        self.kind == DataKind::Numeric && digits <= Facets::EXACT_INTEGER_DIGITS
    }
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

    /// Whether the codes written out for `data_type` all have its format, so that the list alone
    /// says everything.
    pub fn is_said_by_list(list: &CodeList, data_type: &DataType) -> bool {
        list.codes.iter().all(|code| data_type.facets.accepts(&code.value))
    }

    /// Namespace of the document module of `message`.
    pub fn document_namespace(&self, message: &Message) -> String {
        message.root.namespace.clone().unwrap_or_else(|| self.namespace(&message.name))
    }

    /// Namespace of the module of data types that all messages share.
    pub fn data_type_namespace(&self) -> String {
        self.namespace("DS")
    }

    /// Namespace of the metadata wrapper.
    pub fn header_namespace(&self) -> String {
        self.header.namespace.clone().unwrap_or_else(|| self.namespace("DocumentMetaData"))
    }

    /// `urn:gnc:datamodel:<block>:<module>:<major version>`: as the WCO builds its namespaces, but
    /// never inside the WCO's own.
    fn namespace(&self, module: &str) -> String {
        let major = name::token(self.version.split('.').next().unwrap_or_default());
        format!("urn:gnc:datamodel:{}:{module}:{major}", name::token(&self.block))
    }
}
