//! Which provision permits which message to be sent, for which purpose.

use std::collections::BTreeSet;

use crate::model::{Enables, LegalLevel, LegalStatus, Message, Nature, Provision, Purpose};
use crate::resolve::Resolved;

/// How a message comes to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Without a request of the other Party.
    Unasked,
    /// To ask for something.
    Request,
    /// Because it was asked for.
    Answer,
}

/// What permits a message to be sent for a purpose.
#[derive(Clone, Debug)]
pub struct Permission<'a> {
    /// The message.
    pub message: &'a Message,
    /// How it comes to be sent.
    pub way: Way,
    /// A purpose that an element of it serves.
    pub purpose: &'a Purpose,
    /// The provisions that permit it; models and recommendations do not.
    pub provisions: Vec<&'a Provision>,
}

impl Permission<'_> {
    /// Whether one of its provisions holds between the Parties: the law of one of them does not bind
    /// the other.
    pub fn binds(&self) -> bool {
        self.provisions.iter().any(|it| binds(it))
    }
}

/// Whether a provision holds between the Parties.
pub fn binds(provision: &Provision) -> bool {
    let level = provision.level.as_ref().map(|it| it.value);
    is_law(provision) && level != Some(LegalLevel::National)
}

/// Whether a provision permits this way of sending at all.
pub fn permits(provision: &Provision, way: Way) -> bool {
    provision.enables.iter().any(|it| match it.value {
        Enables::Automatic | Enables::Advance | Enables::Spontaneous => true,
        // Who may be asked may answer; nothing is sent that was not asked for.
        Enables::Request => way != Way::Unasked,
        Enables::ElectronicDocuments | Enables::InformationTechnology | Enables::Cooperation => {
            false
        }
    })
}

fn is_law(provision: &Provision) -> bool {
    provision.status.as_ref().is_none_or(|it| it.value != LegalStatus::Adopted)
}

impl Resolved {
    /// One entry for each message with a content of its own and each purpose that its elements
    /// serve, in the order of the block. Receipts, and responses to what was sent unasked, go with
    /// the message that they answer.
    pub fn permissions(&self) -> Vec<Permission<'_>> {
        let Some(case) = self.block.business_case.as_ref() else { return Vec::new() };
        let Some(alignment) = self.block.process_alignment.as_ref() else { return Vec::new() };
        let asked: BTreeSet<&str> = alignment
            .messages
            .iter()
            .filter(|it| it.nature.as_ref().is_some_and(|it| it.value == Nature::Request))
            .filter_map(|it| Some(&*it.answered_by.as_ref()?.value.0))
            .collect();
        let mut found = Vec::new();
        for content in &self.messages {
            let Some(message) = alignment.messages.get(content.message) else { continue };
            let Some(id) = message.id.as_ref().map(|it| &*it.value.0) else { continue };
            let way = match message.nature.as_ref().map(|it| it.value) {
                Some(Nature::Document | Nature::Notice) => Way::Unasked,
                Some(Nature::Request) => Way::Request,
                Some(Nature::Response) if asked.contains(id) => Way::Answer,
                Some(Nature::Response | Nature::Acknowledgement) | None => continue,
            };
            let served: BTreeSet<&str> = content
                .content
                .iter()
                .flat_map(|it| &self.cluster.elements[it.element].own.purposes)
                .map(|it| &*it.value.0)
                .collect();
            for purpose in &case.purposes {
                let Some(name) = purpose.id.as_ref().map(|it| &*it.value.0) else { continue };
                if !served.contains(name) {
                    continue;
                }
                let names = |list: &[crate::text::Spanned<crate::model::Name>], name: &str| {
                    list.is_empty() || list.iter().any(|it| *it.value.0 == *name)
                };
                let provisions = case.legal_basis.iter().filter(|it| {
                    is_law(it)
                        && permits(it, way)
                        && names(&it.messages, id)
                        && names(&it.purposes, name)
                });
                found.push(Permission { message, way, purpose, provisions: provisions.collect() });
            }
        }
        found
    }
}
