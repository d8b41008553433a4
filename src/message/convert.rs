//! A message that was read, as the tree that the XML and the JSON printer both walk.

use std::borrow::Cow;

use crate::message::compile::{ContentSpec, FieldSpec, Validator};
use crate::message::items::{Item, Items};
use crate::view::message::header;
use crate::view::message::instance::{Content, Element, Module, Value};

/// The values of `message` as XML and JSON write them: in the order of the schema, with the wrapper.
/// What stands in the items is taken as it is; an invalid message gives an invalid one.
pub fn element<'m>(
    validator: &'m Validator,
    message: usize,
    items: &'m Items,
) -> Option<Element<'m>> {
    let spec = validator.messages.get(message)?;
    let mut members = Vec::new();
    for (at, item) in items.below(None) {
        match item.field() {
            Some(_) => members.extend(one(validator, items, at, item, Module::Header)),
            None => members
                .push((usize::MAX, of(validator, items, at, item, &spec.root, Module::Document))),
        }
    }
    Some(Element {
        xml: header::ROOT,
        json: header::ROOT,
        module: Module::Header,
        many: false,
        content: Content::Group(sorted(members)),
    })
}

/// Elements with the place of their field, in the order of the fields; several of one field stay in
/// their own order.
fn sorted(mut members: Vec<(usize, Element<'_>)>) -> Vec<Element<'_>> {
    members.sort_by_key(|it| it.0);
    members.into_iter().map(|it| it.1).collect()
}

fn one<'m>(
    validator: &'m Validator,
    items: &'m Items,
    at: usize,
    item: &'m Item,
    module: Module,
) -> Option<(usize, Element<'m>)> {
    let place = item.field()?;
    let field = validator.classes.get(item.class())?.fields.get(place)?;
    Some((place, of(validator, items, at, item, field, module)))
}

fn of<'m>(
    validator: &'m Validator,
    items: &'m Items,
    at: usize,
    item: &'m Item,
    field: &'m FieldSpec,
    module: Module,
) -> Element<'m> {
    let content = match field.content {
        ContentSpec::Class(_) => {
            let inner = items.below(Some(at));
            let members = inner.filter_map(|(at, item)| one(validator, items, at, item, module));
            Content::Group(sorted(members.collect()))
        }
        ContentSpec::Value(of) => Content::Value(value(validator, items, item, of)),
    };
    let many = field.is_many();
    Element { xml: &field.xml, json: &field.json, module, many, content }
}

fn value<'m>(validator: &'m Validator, items: &'m Items, item: &Item, of: usize) -> Value<'m> {
    let spec = validator.types.get(of);
    let companion = spec.and_then(|it| it.companion);
    let text = items.value(item).unwrap_or_default();
    let beside = items.companion(item);
    Value {
        kind: spec.map_or(crate::view::message::facets::DataKind::Text, |it| it.kind),
        object: companion.is_some(),
        integer: spec.is_some_and(|it| it.integer),
        text: Cow::Borrowed(text),
        companion: companion.zip(beside).map(|(names, text)| (names, Cow::Borrowed(text))),
    }
}
