//! The message model of a resolved block.

mod constraints;
mod data;
mod exchange;
mod given;
mod matching;

use std::collections::BTreeMap;

use crate::model::{Block, Direction, Text};
use crate::resolve::Resolved;
use crate::view::message::header;
use crate::view::message::tree::Types;
use crate::view::message::{HeaderValues, Message, MessageModel, Nature, name};
use crate::words::Label;
use crate::words::Lang;

/// The messages of `resolved`: what each carries and how it travels. `draft` marks everything that
/// is made from it.
pub fn build(resolved: &Resolved, draft: bool) -> MessageModel {
    let block = &resolved.block;
    let mut header_types = Vec::new();
    let mut header = header::class(&mut header_types);
    let mut types = Types::with(header_types);
    let cluster = data::cluster(resolved, &mut types);
    let wrapper = data::wrapper(resolved, &cluster, &mut types);
    let wrapped = wrapper.is_some();
    if let Some(wrapper) = wrapper {
        header = wrapper;
    }
    let declared = || block.process_alignment.iter().flat_map(|it| &it.messages);
    let mut messages = Vec::new();
    let mut positions: BTreeMap<&str, usize> = BTreeMap::new();
    let mut names = Unique::default();
    for content in &resolved.messages {
        let Some(it) = declared().nth(content.message) else { continue };
        let Some(id) = it.id.as_ref().map(|id| &*id.value.0) else { continue };
        let function = it.function.as_ref().map_or("", |it| &it.value.0);
        let Some(root) = data::message(resolved, &cluster, content, function, &mut types) else {
            continue; // Without a root there is nothing to carry.
        };
        let declared = it.name.as_ref().map_or(id, |name| &name.value.0);
        positions.entry(id).or_insert(messages.len());
        messages.push(Message {
            id: names.of(&name::token(id)),
            name: names.of(&name::upper_camel(declared)),
            label: label(it.title.as_ref()),
            purpose: label(it.purpose.as_ref()),
            nature: it.nature.as_ref().map_or(Nature::Document, |it| nature(it.value)),
            function: function.to_owned(),
            senders: exchange::roles(it, false),
            receivers: exchange::roles(it, true),
            version: it
                .version
                .as_ref()
                .map_or_else(|| resolved.version().to_owned(), |it| it.value.to_string()),
            acknowledged_by: Vec::new(),
            answered_by: Vec::new(),
            root,
        });
    }
    // Only now is it known where each message stands.
    for it in declared() {
        let position = |id: &str| positions.get(id).copied();
        let own = it.id.as_ref().and_then(|id| position(&id.value.0));
        let Some(message) = own.and_then(|at| messages.get_mut(at)) else { continue };
        let reply = |name: Option<&_>| exchange::name_of(name).and_then(position);
        message.acknowledged_by = reply(it.acknowledged_by.as_ref()).into_iter().collect();
        message.answered_by = reply(it.answered_by.as_ref()).into_iter().collect();
    }
    let interface = exchange::interface(block, &messages, &positions);
    let spoken = resolved.expressions();
    let constraints = constraints::constraints(resolved, &spoken, &messages, &positions);
    let position = |id: &str| positions.get(id).copied();
    let matchings = matching::matchings(resolved, &spoken, &constraints, position);
    let control = block.block.as_ref();
    let given = given::given(block, cluster.given, &messages, wrapped);
    MessageModel {
        block: resolved.id().to_owned(),
        version: resolved.version().to_owned(),
        draft,
        title: label(control.and_then(|it| it.title.as_ref())),
        data_model: data::model_version(block),
        header_values: header_values(block),
        exporting_country: country(block, Direction::Exporting),
        importing_country: country(block, Direction::Importing),
        header,
        messages,
        constraints,
        matchings,
        data_types: types.finish(),
        code_lists: cluster.lists,
        interface,
        error_codes: exchange::error_codes(block),
        given,
    }
}

/// Names that are given once: a later equal one, case aside, gets a number.
#[derive(Debug, Default)]
struct Unique {
    taken: BTreeMap<String, u32>,
}

impl Unique {
    fn of(&mut self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        loop {
            let key = name.to_ascii_lowercase();
            if let Some(count) = self.taken.get_mut(&key) {
                *count += 1;
                name = format!("{wanted}{count}");
            } else {
                self.taken.insert(key, 1);
                return name;
            }
        }
    }
}

fn label(text: Option<&Text>) -> Label {
    let say = |lang| text.and_then(|text| text.get(lang)).unwrap_or_default();
    Label::new(say(Lang::En), say(Lang::Fr))
}

const fn nature(of: crate::model::Nature) -> Nature {
    match of {
        crate::model::Nature::Document => Nature::Document,
        crate::model::Nature::Notice => Nature::Notice,
        crate::model::Nature::Request => Nature::Request,
        crate::model::Nature::Response => Nature::Response,
        crate::model::Nature::Acknowledgement => Nature::Acknowledgement,
    }
}

fn header_values(block: &Block) -> HeaderValues {
    let technical = block.technical_interoperability.as_ref();
    let interface = technical.and_then(|it| it.service_interface.as_ref());
    let Some(header) = interface.and_then(|it| it.header.as_ref()) else {
        return HeaderValues::default();
    };
    let text = |name| exchange::name_of(name).unwrap_or_default().to_owned();
    HeaderValues {
        country: text(header.country.as_ref()),
        agency: header.agency.as_ref().map_or("", |it| it.any(Lang::En)).to_owned(),
        customization: text(header.customization.as_ref()),
        customization_version: text(header.customization_version.as_ref()),
    }
}

/// The country of the first Party that acts in this direction.
fn country(block: &Block, direction: Direction) -> String {
    let parties = || block.block.iter().flat_map(|control| &control.parties);
    let acts = |it: &&crate::model::Party| it.acts.iter().any(|it| it.value == direction);
    // Where both act both ways, the first exports and the last imports.
    let party = match direction {
        Direction::Exporting => parties().find(acts),
        Direction::Importing => parties().rfind(acts),
    };
    let country = party.and_then(|party| party.country.as_ref());
    country.map_or_else(String::new, |it| it.value.to_string())
}
