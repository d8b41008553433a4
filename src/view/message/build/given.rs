//! What messages keep of an XML Schema that exists already, from the block.

use std::collections::BTreeMap;

use crate::model::{
    AttributePresence, Block, BuiltIn, Count, DataCluster, Line, Name, ValueType, XmlSchema,
};
use crate::text::Spanned;
use crate::view::message::facets::{Companion, DATE_STRING, DataKind, Facets};
use crate::view::message::given::{Base, Given, GivenAttribute, GivenFacets, GivenType};
use crate::view::message::tree::ValueForm;
use crate::view::message::{Message, Presence};

/// What the block says of an XML Schema that exists already.
pub(super) fn schema(block: &Block) -> Option<&XmlSchema> {
    block.process_alignment.as_ref()?.data_cluster.as_ref()?.xml_schema.as_ref()
}

/// The types of values, found by their identifiers.
pub(super) struct Types {
    types: Vec<GivenType>,
    positions: BTreeMap<String, usize>,
}

impl Types {
    /// The types of the block; `list` gives the position of one of its code lists.
    pub(super) fn read(
        cluster: Option<&DataCluster>,
        mut list: impl FnMut(&str) -> Option<usize>,
    ) -> Self {
        let written = || cluster.iter().flat_map(|it| &it.value_types);
        let mut positions = BTreeMap::new();
        for (at, it) in written().enumerate() {
            let id = it.id.as_ref().map_or("", |id| &*id.value.0);
            positions.entry(id.to_owned()).or_insert(at);
        }
        let types = written().map(|it| value_type(it, &positions, &mut list)).collect();
        Self { types, positions }
    }

    /// Gives a value of an element the type called `name`: what may stand beside it is what the type
    /// has.
    pub(super) fn put(&mut self, name: &str, form: &mut ValueForm) {
        let base = base(name, &self.positions);
        let at = match base {
            Base::Type(at) => at,
            // An element may name a type of XML Schema itself: it gets one that adds nothing.
            Base::BuiltIn(of) => *self.positions.entry(of.name.to_owned()).or_insert_with(|| {
                self.types.push(plain(of));
                self.types.len() - 1
            }),
        };
        form.given = Some(at);
        let kept = Given { types: std::mem::take(&mut self.types), ..Given::default() };
        let beside = |it: Companion| {
            let attributes = kept.attributes(at);
            let known = attributes.iter().find(|attribute| attribute.name == it.xml)?;
            Some(Companion { required: known.required == Some(true), ..it })
        };
        form.companion = form.companion.and_then(beside);
        self.types = kept.types;
    }

    /// Gives a value of an element that names no type one that says what its format says.
    pub(super) fn make(&mut self, path: &str, form: &mut ValueForm) {
        let built_in = match form.facets {
            Facets::Decimal { .. } => "decimal",
            Facets::Boolean => "boolean",
            Facets::Characters { .. } | Facets::Date(_) | Facets::Binary => "string",
        };
        let mut facets = GivenFacets::default();
        match &form.facets {
            Facets::Characters { min, max, .. } => {
                facets.min_length = Some(*min);
                facets.max_length = Some(*max).filter(|it| *it != Facets::UNBOUNDED);
            }
            Facets::Decimal { digits, fraction } => {
                facets.total_digits = Some(*digits);
                facets.fraction_digits = Some(*fraction);
            }
            Facets::Boolean => facets.patterns.push("true|false".to_owned()),
            Facets::Date(_) | Facets::Binary => {}
        }
        facets.patterns.extend(form.facets.pattern());
        if form.companion.is_none() {
            facets.codes = form.codes;
        }
        let beside = form.companion.map(|it| GivenAttribute {
            name: it.xml.to_owned(),
            base: Base::BuiltIn(BuiltIn::STRING),
            required: Some(it.required),
            fixed: String::new(),
        });
        let dated = form.kind == DataKind::DateTime;
        form.given = Some(self.types.len());
        self.types.push(GivenType {
            id: format!("{}Type", crate::view::message::name::upper_camel(path)),
            namespace: String::new(),
            base: base(built_in, &BTreeMap::new()),
            holder: if dated { DATE_STRING.to_owned() } else { String::new() },
            facets,
            attributes: beside.into_iter().collect(),
        });
    }

    pub(super) fn finish(self) -> Vec<GivenType> {
        self.types
    }
}

fn plain(of: &'static BuiltIn) -> GivenType {
    GivenType {
        id: format!("Plain{}", crate::view::message::name::upper_camel(of.name)),
        namespace: String::new(),
        base: Base::BuiltIn(of),
        holder: String::new(),
        facets: GivenFacets::default(),
        attributes: Vec::new(),
    }
}

fn base(name: &str, positions: &BTreeMap<String, usize>) -> Base {
    match (positions.get(name), BuiltIn::find(name)) {
        (Some(at), _) => Base::Type(*at),
        (None, Some(built_in)) => Base::BuiltIn(built_in),
        // A name that nobody gives is reported; any text will do.
        (None, None) => Base::BuiltIn(BuiltIn::STRING),
    }
}

fn value_type(
    it: &ValueType,
    positions: &BTreeMap<String, usize>,
    list: &mut impl FnMut(&str) -> Option<usize>,
) -> GivenType {
    let of = |name: Option<&Spanned<Name>>| {
        name.map_or(Base::BuiltIn(BuiltIn::STRING), |it| base(&it.value.0, positions))
    };
    let line = |it: Option<&Spanned<Line>>| it.map_or_else(String::new, |it| it.value.to_string());
    let name = |it: Option<&Spanned<Name>>| it.map_or_else(String::new, |it| it.value.to_string());
    let count = |it: Option<&Spanned<Count>>| it.map(|it| it.value.0);
    let facets = GivenFacets {
        white_space: it.white_space.as_ref().map(|it| it.value),
        length: count(it.length.as_ref()),
        min_length: count(it.min_length.as_ref()),
        max_length: count(it.max_length.as_ref()),
        total_digits: count(it.total_digits.as_ref()),
        fraction_digits: count(it.fraction_digits.as_ref()),
        bounds: [&it.min_inclusive, &it.max_inclusive, &it.min_exclusive, &it.max_exclusive]
            .map(|it| line(it.as_ref())),
        patterns: it.patterns.iter().map(|it| it.value.to_string()).collect(),
        codes: it.codes.as_ref().and_then(|it| list(&it.value.0)),
    };
    let attributes = it.attributes.iter().map(|it| GivenAttribute {
        name: name(it.id.as_ref()),
        base: of(it.base.as_ref()),
        required: match it.presence.as_ref().map(|it| it.value) {
            Some(AttributePresence::Required) => Some(true),
            Some(AttributePresence::Prohibited) => None,
            Some(AttributePresence::Optional) | None => Some(false),
        },
        fixed: line(it.fixed.as_ref()),
    });
    GivenType {
        id: name(it.id.as_ref()),
        namespace: line(it.namespace.as_ref()),
        base: of(it.base.as_ref()),
        holder: name(it.holder.as_ref()),
        facets,
        attributes: attributes.collect(),
    }
}

/// What messages keep; none where the block keeps no XML Schema.
pub(super) fn given(
    block: &Block,
    types: Vec<GivenType>,
    messages: &[Message],
    wrapped: bool,
) -> Option<Given> {
    let schema = schema(block)?;
    let documents = schema.documents.iter().flat_map(|it| {
        let path = it.path.as_ref().map_or("", |it| &*it.value.0);
        let occurs = it.occurs.as_ref().map(|it| it.value);
        let min = occurs.map_or(1, |it| it.min);
        let max = occurs.map_or(1, |it| it.max.unwrap_or(Presence::UNBOUNDED));
        let of = messages.iter().enumerate().filter(move |(_, message)| message.root.path == path);
        of.map(move |(at, _)| (at, min, max))
    });
    let documents = documents.collect();
    Some(Given { types, wrapped, documents })
}
