//! Elements, types and code lists of the data cluster, and what each message takes of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalogue::{Catalogue, DataModel, Kind};
use crate::model::{Block, DataType, Requirement as Asked};
use crate::resolve::{ClusterElement, CodeListRef, MessageContent, Resolved, UsedCode};
use crate::text::notation::{Characters, Format};
use crate::view::message::build::{Unique, given, label};
use crate::view::message::facets::{CharacterSet, DataKind, Facets};
use crate::view::message::given::GivenType;
use crate::view::message::tree::{Row, Types, ValueForm, assemble};
use crate::view::message::{
    Class, Code, CodeList, MessageModel, Presence, Requirement, Term, name,
};
use crate::words::Label;
use crate::words::Lang;

/// List of currencies beside amounts, unless the block names another.
const CURRENCIES: &str = "iso.4217";
/// List of units beside measures and quantities, unless the block names another.
const UNITS: &str = "unece.rec-20";
/// WCO ID of the message function.
const FUNCTION: &str = "017";

/// What is the same in every message.
pub(super) struct ClusterData {
    /// For each element of the cluster: what it means, and its type if it is an attribute.
    elements: Vec<(Arc<Term>, Option<usize>)>,
    /// The code lists.
    pub(super) lists: Vec<CodeList>,
    /// The types of values of an XML Schema that exists already; empty where none does.
    pub(super) given: Vec<GivenType>,
}

/// The version of the data model that the block names, as `3.6`; empty if it names none.
pub(super) fn model_version(block: &Block) -> String {
    let cluster = block.process_alignment.as_ref().and_then(|it| it.data_cluster.as_ref());
    let model = cluster.and_then(|it| it.model.as_ref());
    let version = model.and_then(|it| it.value.0.split_once('@'));
    version.map_or_else(String::new, |(_, version)| version.to_owned())
}

/// Terms, types and code lists of the cluster of `resolved`.
pub(super) fn cluster(resolved: &Resolved, types: &mut Types) -> ClusterData {
    let data_cluster =
        resolved.block.process_alignment.as_ref().and_then(|it| it.data_cluster.as_ref());
    let named = data_cluster.and_then(|it| it.model.as_ref());
    let model = named.and_then(|it| resolved.catalogue.model(&it.value.0));
    let own_lists = data_cluster.map_or(&[][..], |it| &it.code_lists);
    let mut lists = Lists {
        catalogue: &resolved.catalogue,
        own: own_lists,
        positions: BTreeMap::new(),
        names: Unique::default(),
        found: Vec::new(),
    };
    let keeps = given::schema(&resolved.block).is_some();
    let mut given = given::Types::read(data_cluster, |list| {
        lists.position(&CodeListRef::of_block(list, own_lists))
    });
    let elements = resolved.cluster.elements.iter().map(|element| {
        let term = Arc::new(term(element, model));
        let data_type = element.data_type.filter(|_| !element.is_class());
        let at = data_type.map(|of| {
            let mut form = form(element, of, &mut lists);
            match &element.own.value_type {
                Some(of) => given.put(&of.value.0, &mut form),
                None if keeps => given.make(&element.path, &mut form),
                None => {}
            }
            types.position(&element.path, &term, &form)
        });
        (term, at)
    });
    let elements = elements.collect();
    ClusterData { elements, lists: lists.found, given: given.finish() }
}

/// The class around every document and what may stand in it, where the block keeps an XML Schema that
/// exists already; `positions` are those of messages by their roots.
pub(super) fn wrapper(
    resolved: &Resolved,
    cluster: &ClusterData,
    types: &mut Types,
) -> Option<Class> {
    let root = given::schema(&resolved.block)?.wrapper.as_ref()?;
    let content = resolved.cluster.whole(&root.value.0);
    message(resolved, cluster, &content, "", types)
}

/// The class that a message carries; none where its root is not in the cluster.
pub(super) fn message(
    resolved: &Resolved,
    cluster: &ClusterData,
    content: &MessageContent,
    function: &str,
    types: &mut Types,
) -> Option<Class> {
    let mut root = None;
    let mut rows = Vec::with_capacity(content.content.len());
    for it in &content.content {
        let Some(element) = resolved.cluster.elements.get(it.element) else { continue };
        let Some((term, data_type)) = cluster.elements.get(it.element) else { continue };
        let path = &*element.path;
        root.get_or_insert(path);
        let max = it.occurs.max.unwrap_or(Presence::UNBOUNDED);
        if max == 0 || it.requirement == Some(Asked::NotCommunicated) {
            continue;
        }
        let presence = presence(element, it.requirement, it.occurs.min, max);
        let mut data_type = *data_type;
        if term.wco_id == FUNCTION && Some(parent(path)) == root {
            data_type = data_type.map(|of| types.only(of, function, &cluster.lists));
        }
        let namespace = element.own.namespace.as_ref().map(|it| &*it.value.0);
        let tag = element.own.tag.as_ref().map(|it| &*it.value.0);
        rows.push(Row { path, term: Arc::clone(term), presence, data_type, namespace, tag });
    }
    root.map(|root| assemble(root, &rows))
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(parent, _)| parent)
}

fn presence(element: &ClusterElement, asked: Option<Asked>, min: u32, max: u32) -> Presence {
    let condition = element.own.condition.as_ref();
    let requirement = match asked {
        Some(Asked::Mandatory) => Requirement::Mandatory,
        Some(Asked::Conditional) => Requirement::Conditional,
        None if min > 0 => Requirement::Mandatory,
        Some(Asked::Optional | Asked::NotCommunicated) | None => Requirement::Optional,
    };
    let conditional = requirement == Requirement::Conditional;
    let when = condition.filter(|_| conditional).and_then(|it| it.when.as_ref());
    Presence {
        requirement,
        min: if requirement == Requirement::Mandatory { min.max(1) } else { 0 },
        max,
        condition: label(condition.filter(|_| conditional).and_then(|it| it.text.as_ref())),
        expression: when.map_or_else(String::new, |it| it.value.to_string()),
    }
}

fn term(element: &ClusterElement, model: Option<&DataModel>) -> Term {
    let [en, fr] = &element.name;
    let [means, signifie] = &element.definition;
    let of_model = model.and_then(|model| model.element(&element.wco_id));
    let dictionary_entry = if element.is_class() {
        let class = model.and_then(|model| model.class(&element.wco_id));
        class.map_or_else(String::new, |it| it.dictionary_entry_name.clone())
    } else {
        // The entry name of the class it stands in here; that of another class would mislead.
        let class = name::xml(parent(&element.path).rsplit('/').next().unwrap_or_default());
        let fits = |entry: &&String| {
            entry.split('.').next().is_some_and(|of| name::upper_camel(of) == class)
        };
        let names = of_model.map_or(&[][..], |it| &it.dictionary_entry_names);
        names.iter().find(fits).cloned().unwrap_or_default()
    };
    Term {
        wco_id: element.wco_id.clone(),
        wco_name: element.wco_name.clone(),
        dictionary_entry,
        format: element.format.map_or_else(String::new, |it| it.to_string()),
        tded: of_model.map_or_else(String::new, |it| it.tded.clone()),
        label: Label::new(en, fr),
        definition: Label::new(means, signifie),
        personal: element.personal,
        classification: element.classification.map_or_else(String::new, |it| it.id().to_owned()),
    }
}

const fn kind(of: DataType) -> DataKind {
    match of {
        DataType::Amount => DataKind::Amount,
        DataType::Binary => DataKind::BinaryObject,
        DataType::Code => DataKind::Code,
        DataType::DateTime => DataKind::DateTime,
        DataType::Identifier => DataKind::Identifier,
        DataType::Indicator => DataKind::Indicator,
        DataType::Measure => DataKind::Measure,
        DataType::Numeric => DataKind::Numeric,
        DataType::Quantity => DataKind::Quantity,
        DataType::Text => DataKind::Text,
    }
}

fn form(element: &ClusterElement, of: DataType, lists: &mut Lists) -> ValueForm {
    let kind = kind(of);
    let facets = match element.format {
        None => Facets::of(kind, CharacterSet::Any, 1, Facets::UNBOUNDED, 0),
        Some(format) => {
            let set = match Format::characters(&format) {
                Characters::Letters => CharacterSet::Letters,
                Characters::Digits => CharacterSet::Digits,
                Characters::Any => CharacterSet::Any,
            };
            let min = format.exact_length().unwrap_or(1);
            let max = format.max_length().unwrap_or(Facets::UNBOUNDED);
            Facets::of(kind, set, min, max, format.decimals())
        }
    };
    let mut form = ValueForm::new(kind, facets);
    form.codes = match (kind, &element.codes) {
        // Yes or no, a date and a file need no list.
        (DataKind::Indicator | DataKind::DateTime | DataKind::BinaryObject, _) => None,
        (_, Some(codes)) => lists.position(codes),
        (DataKind::Amount, None) => lists.of_catalogue(CURRENCIES),
        (DataKind::Measure | DataKind::Quantity, None) => lists.of_catalogue(UNITS),
        (_, None) => None,
    };
    if let (DataKind::Quantity, Facets::Decimal { fraction: 1.., .. }, Some(companion)) =
        (kind, &form.facets, &mut form.companion)
    {
        // What has decimals is measured, not counted, and says nothing without its unit.
        companion.required = true;
    }
    if element.own.unit.is_some() {
        // Currency or unit is an element of its own, bound to its own list.
        form.companion = None;
        form.codes = None;
    }
    form
}

/// The code lists met so far.
struct Lists<'r> {
    catalogue: &'r Catalogue,
    own: &'r [crate::model::CodeList],
    positions: BTreeMap<String, Option<usize>>,
    names: Unique,
    found: Vec<CodeList>,
}

impl Lists<'_> {
    fn of_catalogue(&mut self, id: &str) -> Option<usize> {
        self.position(&CodeListRef::of_catalogue(id))
    }

    /// The position of the list that `codes` names; none where nothing is known of it.
    fn position(&mut self, codes: &CodeListRef) -> Option<usize> {
        if let Some(known) = self.positions.get(&codes.id) {
            return *known;
        }
        let list = self.read(codes);
        let at = list.map(|list| {
            self.found.push(list);
            self.found.len() - 1
        });
        self.positions.insert(codes.id.clone(), at);
        at
    }

    fn read(&mut self, codes: &CodeListRef) -> Option<CodeList> {
        let called = |it: &&crate::model::CodeList| {
            it.id.as_ref().is_some_and(|id| *id.value.0 == *codes.id)
        };
        let own = self.own.iter().find(called);
        let entry = self.catalogue.entry(Kind::CodeList, &codes.base);
        if own.is_none() && entry.is_none() {
            return None;
        }
        let restricted = codes.own.is_some();
        let code = |it: UsedCode| Code { value: it.code, name: Label::new(it.name.en, it.name.fr) };
        // A list that is not written out is not even read.
        let is_long = !restricted
            && entry.is_some_and(|it| it.has_more_rows_than(MessageModel::LONGEST_ENUMERATION));
        let written = if is_long { None } else { codes.codes(self.catalogue) };
        let written = written.unwrap_or_default();
        let written = match restricted || written.len() <= MessageModel::LONGEST_ENUMERATION {
            true => written.into_iter().map(code).collect(),
            false => Vec::new(),
        };
        let title = own.and_then(|own| own.title.as_ref());
        let maintainer = own.and_then(|own| own.maintainer.as_ref());
        let version = own.and_then(|own| own.version.as_ref());
        let of_entry = || entry.map(|it| Label::new(&it.title.en, &it.title.fr));
        let type_name = format!("{}CodeListType", name::upper_camel(&codes.id));
        Some(CodeList {
            id: codes.id.clone(),
            type_name: self.names.of(&type_name),
            label: title.map_or_else(|| of_entry().unwrap_or_default(), |it| label(Some(it))),
            version: match (version, entry) {
                (Some(version), _) => version.value.to_string(),
                (None, Some(entry)) => entry.version.clone(),
                (None, None) => String::new(),
            },
            maintainer: match (maintainer, entry) {
                (Some(maintainer), _) => maintainer.any(Lang::En).to_owned(),
                (None, Some(entry)) => entry.maintainer.clone(),
                (None, None) => String::new(),
            },
            restricted,
            codes: written,
        })
    }
}
