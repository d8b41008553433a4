//! The messages of a block, made ready to judge many of them: names looked up fast, code lists as sets.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::view::message::constraint::{Constraint, ConstraintKind};
use crate::view::message::facets::{DataKind, DateFormat, Facets};
use crate::view::message::given::{Base, GivenAttribute, Lexis};
use crate::view::message::interface::ErrorCategory;
use crate::view::message::{Class, DataType, MessageModel, Presence, header};

/// How many properties are compared before they are looked up.
const AHEAD: usize = 3;

/// Judges messages of one block.
#[derive(Debug)]
pub struct Validator {
    /// Every class of the wrapper and of the messages.
    pub(super) classes: Vec<ClassSpec>,
    /// Every type, by its position in the model.
    pub(super) types: Vec<TypeSpec>,
    /// The wrapper: its class.
    pub(super) wrapper: usize,
    /// Namespace of the wrapper.
    pub(super) wrapper_namespace: String,
    /// Tag of the wrapper; empty where documents stand alone.
    pub(super) wrapper_tag: String,
    /// Whether messages keep an XML Schema that exists already: they travel in XML only then, and the
    /// wrapper does not name them.
    pub(super) given: bool,
    /// Namespace of the type of dates.
    pub(super) type_namespace: String,
    /// The messages, in the order of the model.
    pub(super) messages: Vec<MessageSpec>,
    /// Conditions and business rules, in the order of the model.
    pub(super) constraints: Vec<Arc<Constraint>>,
    /// What is known beside the messages, by the names of the expression language.
    pub(super) facts: Option<serde_json::Value>,
    /// The block's error code for messages that do not conform to their schema; empty for none.
    pub(super) schema_code: String,
}

/// A message.
#[derive(Debug)]
pub(super) struct MessageSpec {
    /// Identifier in the block.
    pub(super) id: String,
    /// Name of its type, as the wrapper says it.
    pub(super) name: String,
    /// Namespace of its document.
    pub(super) namespace: String,
    /// Tag and property of its root.
    pub(super) root: FieldSpec,
    /// Its business rules, by their positions.
    pub(super) rules: Vec<usize>,
    /// Fewest and most of its documents in one wrapper; none where it cannot stand in one.
    pub(super) wrapped: Option<(u32, u32)>,
}

/// A class: what may stand in it, in the order of XML.
#[derive(Debug, Default)]
pub(super) struct ClassSpec {
    /// Attributes first, then classes.
    pub(super) fields: Vec<FieldSpec>,
    /// Fields that must be there under a condition, each with the position of the condition.
    pub(super) conditions: Vec<(usize, usize)>,
    by_json: BTreeMap<String, usize>,
    by_tag: BTreeMap<String, usize>,
}

/// Something that may stand in a class.
#[derive(Clone, Debug)]
pub(super) struct FieldSpec {
    /// XML tag.
    pub(super) xml: Arc<str>,
    /// JSON property.
    pub(super) json: Arc<str>,
    /// Namespace of the tag.
    pub(super) namespace: Arc<str>,
    /// Path of XML tags from the root.
    pub(super) path: Arc<str>,
    /// At least so often.
    pub(super) min: u32,
    /// At most so often.
    pub(super) max: u32,
    /// What it holds.
    pub(super) content: ContentSpec,
}

impl FieldSpec {
    /// The tag that expressions name it by: the last of its path.
    pub(super) fn tag(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// Whether JSON has an array of it.
    pub(super) fn is_many(&self) -> bool {
        self.max > 1
    }
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ContentSpec {
    /// A class, by its position.
    Class(usize),
    /// A value of a type, by its position.
    Value(usize),
}

/// A type of values.
#[derive(Debug)]
pub(super) struct TypeSpec {
    /// Kind of value.
    pub(super) kind: DataKind,
    /// What it may look like.
    pub(super) facets: Facets,
    /// Format in the notation of the WCO.
    pub(super) format: String,
    /// The one value it admits.
    pub(super) only: Option<String>,
    /// The codes that it admits, or that its companion does.
    pub(super) codes: Option<Arc<CodeSet>>,
    /// What stands beside it.
    pub(super) companion: Option<crate::view::message::facets::Companion>,
    /// Whether JSON writes it as a whole number.
    pub(super) integer: bool,
    /// Its form in an XML Schema that exists already.
    pub(super) given: Option<Box<GivenSpec>>,
}

/// A type of values as an XML Schema that exists already has it.
#[derive(Debug)]
pub(super) struct GivenSpec {
    /// What judges the value.
    pub(super) lexis: Lexis,
    /// Namespace and tag of the element that holds the value.
    pub(super) holder: Option<(String, String)>,
    /// The XML attributes beside it.
    pub(super) attributes: Vec<AttributeSpec>,
}

/// An XML attribute beside a value.
#[derive(Debug)]
pub(super) struct AttributeSpec {
    /// Its name.
    pub(super) name: String,
    /// What judges its value.
    pub(super) lexis: Lexis,
    /// Whether it must be there.
    pub(super) required: bool,
    /// The one value that it has; empty for any.
    pub(super) fixed: String,
}

impl GivenSpec {
    fn new(of: usize, model: &MessageModel) -> Option<Self> {
        let given = model.given.as_ref()?;
        let codes = |list: usize| -> Vec<&str> {
            let list = model.code_lists.get(list);
            list.into_iter().flat_map(|it| &it.codes).map(|it| it.value.as_str()).collect()
        };
        let holder = given.chain(of).into_iter().find(|it| !it.holder.is_empty());
        let attribute = |it: &GivenAttribute| AttributeSpec {
            name: it.name.clone(),
            lexis: given.lexis(it.base, &codes),
            required: it.required == Some(true),
            fixed: it.fixed.clone(),
        };
        Some(Self {
            lexis: given.lexis(Base::Type(of), &codes),
            holder: holder.map(|it| (it.namespace.clone(), it.holder.clone())),
            attributes: given.attributes(of).into_iter().map(attribute).collect(),
        })
    }
}

/// The codes of a list.
#[derive(Debug)]
pub(super) struct CodeSet {
    /// Identifier of the list.
    pub(super) list: String,
    codes: BTreeSet<String>,
}

impl CodeSet {
    /// Whether the list has this code.
    pub(super) fn has(&self, code: &str) -> bool {
        self.codes.contains(code)
    }

    /// The codes, in their order.
    pub(super) fn codes(&self) -> impl Iterator<Item = &str> {
        self.codes.iter().map(String::as_str)
    }
}

impl ClassSpec {
    /// The field of this JSON property. Most stand in the order of the fields, so those from `next` on
    /// are looked at first.
    pub(super) fn property(&self, name: &str, next: usize) -> Option<usize> {
        let ahead = self.fields.iter().enumerate().skip(next).take(AHEAD);
        let found = ahead.into_iter().find(|it| *it.1.json == *name).map(|it| it.0);
        found.or_else(|| self.by_json.get(name).copied())
    }

    /// The field of this tag of the data cluster.
    pub(super) fn tag(&self, tag: &str) -> Option<usize> {
        self.by_tag.get(tag).copied()
    }

    fn close(&mut self) {
        let named = self.fields.iter().enumerate();
        self.by_json = named.map(|(at, field)| (field.json.to_string(), at)).collect();
        let tagged = self.fields.iter().enumerate();
        self.by_tag = tagged.map(|(at, field)| (field.tag().to_owned(), at)).collect();
    }
}

impl TypeSpec {
    fn new(of: &DataType, model: &MessageModel, sets: &[Option<Arc<CodeSet>>]) -> Self {
        let listed = of.codes.filter(|_| model.enumeration(of).is_some());
        Self {
            kind: of.kind,
            facets: of.facets.clone(),
            format: of.term.format.clone(),
            only: of.only.as_ref().map(|it| it.value.clone()),
            codes: listed.and_then(|at| sets.get(at).cloned().flatten()),
            companion: of.companion,
            integer: of.is_json_integer(),
            given: of.given.and_then(|at| GivenSpec::new(at, model)).map(Box::new),
        }
    }

    /// The codes that the content itself has to be among.
    pub(super) fn content_codes(&self) -> Option<&CodeSet> {
        self.codes.as_deref().filter(|_| self.companion.is_none())
    }

    /// Whether `code` may stand beside the value.
    pub(super) fn accepts_companion(&self, code: &str) -> bool {
        if let Facets::Date(formats) = &self.facets {
            return formats.iter().any(|format| format.code() == code);
        }
        match &self.codes {
            Some(codes) => codes.has(code),
            None => is_companion(self.kind, code),
        }
    }

    /// The ways to write a date, where it is one.
    pub(super) fn date_formats(&self) -> &[DateFormat] {
        match &self.facets {
            Facets::Date(formats) => formats,
            _ => &[],
        }
    }
}

/// Whether `code` keeps the pattern of what stands beside values of this kind
/// ([`DataKind::companion`]), where no list of codes binds it.
fn is_companion(kind: DataKind, code: &str) -> bool {
    let all = |text: &str, of: fn(u8) -> bool| text.bytes().all(of);
    match kind {
        DataKind::Amount => code.len() == 3 && all(code, |it| it.is_ascii_uppercase()),
        DataKind::Measure | DataKind::Quantity => {
            (1..=3).contains(&code.len())
                && all(code, |it| it.is_ascii_uppercase() || it.is_ascii_digit())
        }
        DataKind::BinaryObject => code.split_once('/').is_some_and(|(kind, sub)| {
            let of_sub = |it: u8| it.is_ascii_alphanumeric() || b".+_-".contains(&it);
            (1..=20).contains(&kind.len())
                && all(kind, |it| it.is_ascii_lowercase())
                && (1..=100).contains(&sub.len())
                && all(sub, of_sub)
        }),
        _ => true,
    }
}

impl Validator {
    /// Makes the messages of `model` ready.
    pub fn new(model: &MessageModel) -> Self {
        let sets: Vec<Option<Arc<CodeSet>>> = model
            .code_lists
            .iter()
            .map(|list| {
                let codes: BTreeSet<String> =
                    list.codes.iter().map(|code| code.value.clone()).collect();
                let set = CodeSet { list: list.id.clone(), codes };
                (!list.codes.is_empty()).then(|| Arc::new(set))
            })
            .collect();
        let types = model.data_types.iter().map(|it| TypeSpec::new(it, model, &sets)).collect();
        let mut validator = Self {
            classes: Vec::new(),
            types,
            wrapper: 0,
            wrapper_namespace: model.header_namespace(),
            wrapper_tag: match &model.given {
                Some(given) if !given.wrapped => String::new(),
                _ => model.header.xml.clone(),
            },
            given: model.given.is_some(),
            type_namespace: model.data_type_namespace(),
            messages: Vec::new(),
            constraints: model.constraints.iter().cloned().map(Arc::new).collect(),
            facts: None,
            schema_code: String::new(),
        };
        let schema = model.error_codes.iter().find(|it| it.category == ErrorCategory::Schema);
        validator.schema_code = schema.map_or_else(String::new, |it| it.code.clone());
        validator.wrapper = validator.class(&model.header, &model.header_namespace(), &[]);
        for (at, message) in model.messages.iter().enumerate() {
            let of_message = model.constraints.iter().enumerate();
            let of_message: Vec<(usize, &Constraint)> =
                of_message.filter(|it| it.1.messages.contains(&at)).collect();
            let namespace = model.document_namespace(message);
            let class = validator.class(&message.root, &namespace, &of_message);
            let documents = model.given.as_ref().map(|it| &it.documents);
            let of_documents = |it: &Vec<(usize, u32, u32)>| {
                it.iter().find(|it| it.0 == at).map(|it| (it.1, it.2))
            };
            let root = FieldSpec {
                xml: message.root.xml.as_str().into(),
                json: message.root.json.as_str().into(),
                namespace: namespace.as_str().into(),
                path: message.root.path.as_str().into(),
                min: 1,
                max: 1,
                content: ContentSpec::Class(class),
            };
            validator.messages.push(MessageSpec {
                id: message.id.clone(),
                name: message.name.clone(),
                namespace,
                wrapped: documents.map_or(Some((1, 1)), of_documents),
                root,
                rules: of_message.iter().filter(|it| it.1.is_rule()).map(|it| it.0).collect(),
            });
        }
        validator
    }

    /// The same, with facts beside the messages: a mapping by the names of the expression language,
    /// as `{"declaration": {"items": […]}}`. Rules that need facts that are not there are not judged.
    pub fn with_facts(self, facts: serde_json::Value) -> Self {
        Self { facts: Some(facts), ..self }
    }

    /// The conditions and business rules, in the order of the model.
    pub fn constraints(&self) -> impl Iterator<Item = &Constraint> {
        self.constraints.iter().map(AsRef::as_ref)
    }

    fn class(
        &mut self,
        class: &Class,
        namespace: &str,
        constraints: &[(usize, &Constraint)],
    ) -> usize {
        let at = self.classes.len();
        let shared: Arc<str> = namespace.into();
        let own = |it: &Option<String>| {
            it.as_ref().map_or_else(|| Arc::clone(&shared), |it| it.as_str().into())
        };
        self.classes.push(ClassSpec::default());
        let mut spec = ClassSpec::default();
        for it in &class.attributes {
            let content = ContentSpec::Value(it.data_type);
            let names = (&*it.xml, &*it.json, own(&it.namespace));
            spec.fields.push(field(names, &it.path, &it.presence, content));
        }
        for it in &class.classes {
            let namespace = own(&it.namespace);
            let content = ContentSpec::Class(self.class(it, &namespace, constraints));
            let names = (&*it.xml, &*it.json, namespace);
            spec.fields.push(field(names, &it.path, &it.presence, content));
        }
        for (field, it) in spec.fields.iter().enumerate() {
            let is = |(_, constraint): &&(usize, &Constraint)| matches!(&constraint.kind, ConstraintKind::Condition { path } if **path == *it.path);
            spec.conditions.extend(constraints.iter().find(is).map(|found| (field, found.0)));
        }
        spec.close();
        self.classes[at] = spec;
        at
    }

    /// The identifier in the block of the message at this position.
    pub fn id(&self, message: usize) -> &str {
        self.messages.get(message).map_or("", |it| &it.id)
    }

    /// The message of this name, as the wrapper says it.
    pub(super) fn named(&self, name: &str) -> Option<usize> {
        self.messages.iter().position(|it| it.name == name)
    }

    /// The property of the wrapper that names the message.
    pub(super) fn name_property(&self) -> Option<&FieldSpec> {
        let fields = &self.classes.get(self.wrapper)?.fields;
        fields.iter().find(|field| &*field.xml == header::TYPE_NAME)
    }
}

fn field(
    (xml, json, namespace): (&str, &str, Arc<str>),
    path: &str,
    presence: &Presence,
    content: ContentSpec,
) -> FieldSpec {
    let (min, max) = (presence.min, presence.max);
    FieldSpec {
        xml: xml.into(),
        json: json.into(),
        namespace,
        path: path.into(),
        min,
        max,
        content,
    }
}
