//! How messages travel: gateways, operations, security, what is agreed and what is not.

use std::collections::BTreeMap;
use std::ops::Deref;

use crate::model::{
    Authorisation, Block, Communication, Duration, Entity, Negotiable, Side, Syntax,
};
use crate::view::message::build::{Unique, label};
use crate::view::message::interface::{
    self, ErrorCategory, ErrorCode, Gateway, Interface, Operation, Setting,
};
use crate::view::message::{Message, name};
use crate::words::Label;

/// What was written as a name, if anything was.
pub(super) fn name_of<'a, T: Deref<Target = str> + 'a, S: Deref<Target = T>>(
    name: Option<&'a S>,
) -> Option<&'a str> {
    name.map(|name| &***name)
}

/// Who sends or receives `message`; both do both where it goes both ways.
pub(super) fn roles(message: &crate::model::Message, receiving: bool) -> Vec<String> {
    let sender = name_of(message.sender.as_ref());
    let receiver = name_of(message.receiver.as_ref());
    let both = message.both_ways.as_ref().is_some_and(|it| it.value.0);
    let roles = match (receiving, both) {
        (true, false) => [receiver, None],
        (true, true) => [receiver, sender],
        (false, false) => [sender, None],
        (false, true) => [sender, receiver],
    };
    roles.into_iter().flatten().map(str::to_owned).collect()
}

/// The interface of `block`.
pub(super) fn interface(
    block: &Block,
    messages: &[Message],
    positions: &BTreeMap<&str, usize>,
) -> Interface {
    let technical = block.technical_interoperability.as_ref();
    let mut builder = Builder::new(block);
    let service = technical.and_then(|it| it.service_interface.as_ref());
    for it in service.iter().flat_map(|it| &it.operations) {
        let message = name_of(it.message.as_ref()).and_then(|id| positions.get(id).copied());
        let Some((at, message)) = message.and_then(|at| Some((at, messages.get(at)?))) else {
            continue;
        };
        let gateway = name_of(it.gateway.as_ref()).map(|id| builder.gateway(id));
        let path = it.path.as_ref().map_or_else(|| default_path(message), |it| path(&it.value.0));
        let id = name_of(it.id.as_ref()).unwrap_or(&message.name);
        builder.add(id, at, gateway, path, label(it.summary.as_ref()));
    }
    // What nobody wrote down still has to be received somewhere.
    for (at, message) in messages.iter().enumerate() {
        if builder.operations.iter().all(|it| it.message != at) {
            let id = format!("receive-{}", name::kebab(&message.name));
            for role in &message.receivers {
                let gateway = Some(builder.gateway_of(role));
                builder.add(&id, at, gateway, default_path(message), Label::default());
            }
        }
    }
    let (gateways, operations) = builder.finish();
    let base = Interface { gateways, operations, ..Interface::default() };
    let Some(communication) = technical.and_then(|it| it.communication.as_ref()) else {
        return Interface { syntaxes: syntaxes(None), ..base };
    };
    Interface {
        security: security(communication),
        syntaxes: syntaxes(communication.syntax.as_ref()),
        protocol: setting(communication.protocol.as_ref(), |it| it.value.id().to_owned()),
        tls: setting(communication.tls.as_ref(), |it| it.value.id().to_owned()),
        authorisation: setting(communication.authorisation.as_ref(), |it| it.value.id().to_owned()),
        acknowledgement_timeout: setting(communication.acknowledgement_timeout.as_ref(), |it| {
            time(it)
        }),
        response_timeout: setting(communication.response_timeout.as_ref(), |it| time(it)),
        retry_count: setting(communication.retries.as_ref(), |it| it.value.0.to_string()),
        retry_interval: setting(communication.retry_interval.as_ref(), |it| time(it)),
        message_limit: setting(communication.message_size.as_ref(), |it| {
            format!("{} kB", it.value.0)
        }),
        rate_limit: setting(communication.rate_limit.as_ref(), |it| it.value.0.to_string()),
        ..base
    }
}

fn time(duration: &Duration) -> String {
    duration.text.to_string()
}

/// How far the Parties have come with a value.
fn setting<T>(value: Option<&Negotiable<T>>, say: impl Fn(&T) -> String) -> Setting {
    match value {
        None => Setting::Unstated,
        Some(Negotiable::Agreed(value)) => Setting::Agreed(say(value)),
        Some(Negotiable::Proposals(_, proposals)) => Setting::Proposed(
            proposals.iter().map(|it| (it.party.value.to_string(), say(&it.value))).collect(),
        ),
        Some(Negotiable::Open(open)) => {
            let owner = name_of(open.owner.as_ref()).unwrap_or_default().to_owned();
            let due = open.due.as_ref().map_or_else(String::new, |it| it.value.0.to_string());
            Setting::Open(owner, due)
        }
    }
}

/// Only what is agreed is asked for; what is not is said beside the interface.
fn security(communication: &Communication) -> Vec<interface::Security> {
    let mut all = Vec::new();
    let mutual = communication.mutual_authentication.as_ref().and_then(Negotiable::agreed);
    if mutual.is_some_and(|it| it.value.0) {
        all.push(interface::Security::MutualTls);
    }
    let authorisation = communication.authorisation.as_ref().and_then(Negotiable::agreed);
    if authorisation.is_some_and(|it| it.value == Authorisation::OAuth2) {
        all.push(interface::Security::OAuth);
    }
    all
}

/// Every syntax that is on the table; both where nothing is said.
fn syntaxes(value: Option<&Negotiable<crate::text::Spanned<Syntax>>>) -> Vec<interface::Syntax> {
    let wanted: Vec<Syntax> = value.iter().flat_map(|it| it.values()).map(|it| it.value).collect();
    let has = |syntax| {
        wanted.is_empty() || wanted.contains(&syntax) || wanted.contains(&Syntax::XmlAndJson)
    };
    let mut all = Vec::new();
    if has(Syntax::Json) {
        all.push(interface::Syntax::Json);
    }
    if has(Syntax::Xml) {
        all.push(interface::Syntax::Xml);
    }
    all
}

/// Gateways and operations as they come together.
struct Builder<'b> {
    entities: Vec<&'b Entity>,
    gateways: Vec<Gateway>,
    by_id: BTreeMap<String, usize>,
    operations: Vec<Operation>,
    by_path: BTreeMap<String, usize>,
    names: Unique,
}

impl<'b> Builder<'b> {
    fn new(block: &'b Block) -> Self {
        Self {
            entities: block.process_alignment.iter().flat_map(|it| &it.entities).collect(),
            gateways: Vec::new(),
            by_id: BTreeMap::new(),
            operations: Vec::new(),
            by_path: BTreeMap::new(),
            names: Unique::default(),
        }
    }

    fn entity(&self, id: &str) -> Option<&'b Entity> {
        self.entities.iter().copied().find(|it| name_of(it.id.as_ref()) == Some(id))
    }

    /// The position of the gateway that the entity `id` runs.
    fn gateway(&mut self, id: &str) -> usize {
        if let Some(at) = self.by_id.get(id) {
            return *at;
        }
        let label = label(self.entity(id).and_then(|it| it.name.as_ref()));
        let at = self.gateways.len();
        self.by_id.insert(id.to_owned(), at);
        self.gateways.push(Gateway { id: name::token(id), label, roles: vec![id.to_owned()] });
        at
    }

    /// The position of the gateway that receives for the entity `role`: one on its side that is
    /// known already, else one of its own.
    fn gateway_of(&mut self, role: &str) -> usize {
        let side = |id: &str| self.entity(id).and_then(|it| it.side.as_ref()).map(|it| it.value);
        let own: Option<Side> = side(role);
        let beside = self
            .gateways
            .iter()
            .position(|it| own.is_some() && it.roles.first().is_some_and(|id| side(id) == own));
        match beside {
            Some(at) if !self.by_id.contains_key(role) => {
                if let Some(gateway) = self.gateways.get_mut(at) {
                    gateway.roles.push(role.to_owned());
                }
                at
            }
            _ => self.gateway(role),
        }
    }

    fn add(
        &mut self,
        id: &str,
        message: usize,
        gateway: Option<usize>,
        path: String,
        summary: Label,
    ) {
        let same = self.by_path.get(&path).and_then(|at| self.operations.get_mut(*at));
        if let Some(operation) = same.filter(|it| it.message == message) {
            // The same at two places is one operation; what was said of one place goes.
            operation.gateways.extend(gateway);
            operation.gateways.sort_unstable();
            operation.gateways.dedup();
            operation.summary = Label::default();
            return;
        }
        let mut path = path;
        let mut count = 2;
        while self.by_path.contains_key(&path) {
            path = format!("{path}-{count}");
            count += 1;
        }
        let mut camel = name::json(&name::upper_camel(id));
        camel = self.names.of(&camel);
        self.by_path.insert(path.clone(), self.operations.len());
        let gateways = gateway.into_iter().collect();
        self.operations.push(Operation { id: camel, message, gateways, path, summary });
    }

    fn finish(self) -> (Vec<Gateway>, Vec<Operation>) {
        (self.gateways, self.operations)
    }
}

fn default_path(message: &Message) -> String {
    format!("/messages/{}", name::kebab(&message.name))
}

/// A path of safe segments that begins with a slash.
fn path(written: &str) -> String {
    let segments = written.split('/').map(name::segment).filter(|it| !it.is_empty());
    let mut path = String::new();
    for segment in segments {
        path.push('/');
        path.push_str(&segment);
    }
    if path.is_empty() { "/".to_owned() } else { path }
}

/// The error codes of `block`.
pub(super) fn error_codes(block: &Block) -> Vec<ErrorCode> {
    let technical = block.technical_interoperability.as_ref();
    let service = technical.and_then(|it| it.service_interface.as_ref());
    let errors = service.iter().flat_map(|it| &it.errors);
    let code = |it: &crate::model::ErrorCode| {
        Some(ErrorCode {
            code: name_of(it.code.as_ref())?.to_owned(),
            meaning: label(it.meaning.as_ref()),
            action: label(it.action.as_ref()),
            category: it
                .category
                .as_ref()
                .map_or(ErrorCategory::BusinessRule, |it| category(it.value)),
        })
    };
    errors.filter_map(code).collect()
}

const fn category(of: crate::model::ErrorCategory) -> ErrorCategory {
    match of {
        crate::model::ErrorCategory::Transport => ErrorCategory::Transport,
        crate::model::ErrorCategory::Security => ErrorCategory::Security,
        crate::model::ErrorCategory::Schema => ErrorCategory::Schema,
        crate::model::ErrorCategory::BusinessRule => ErrorCategory::BusinessRule,
        crate::model::ErrorCategory::UnknownReference => ErrorCategory::UnknownReference,
        crate::model::ErrorCategory::Duplicate => ErrorCategory::Duplicate,
        crate::model::ErrorCategory::Unavailable => ErrorCategory::Unavailable,
    }
}
