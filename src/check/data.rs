//! What the rules on data look up: the data cluster, its model and its maximum dataset, and which
//! message carries which element.

use std::collections::BTreeSet;

use crate::catalogue::{DataModel, Dataset};
use crate::model::{ElementStatus, Message, Requirement};
use crate::resolve::{ClusterElement, Content, Resolved};

/// The data cluster of a block.
pub(super) fn cluster(block: &Resolved) -> Option<&crate::model::DataCluster> {
    block.data_cluster()
}

/// The data model that the cluster states, when the catalogue has it.
pub(super) fn model(block: &Resolved) -> Option<&DataModel> {
    block.data_model()
}

/// The maximum dataset that the cluster states, when the catalogue has it.
pub(super) fn maximum(block: &Resolved) -> Option<&Dataset> {
    block.maximum()
}

/// Whether an element is one of the maximum dataset or of the data model, or is proposed to be one.
pub(super) fn is_claimed(element: &ClusterElement) -> bool {
    let own = &element.own;
    let proposed = own.status.as_ref().is_some_and(|it| it.value == ElementStatus::Proposed);
    element.in_maximum || own.wco_id.is_some() || proposed
}

/// The paths of the elements that are part of a key.
pub(super) fn keyed(block: &Resolved) -> BTreeSet<&str> {
    let keys = cluster(block).into_iter().flat_map(|it| &it.keys);
    keys.flat_map(|key| &key.elements).map(|path| &*path.value.0).collect()
}

/// The last part of the path of the class that an element belongs to; empty for a root.
pub(super) fn class_tag(element: &ClusterElement) -> &str {
    let class = element.path.rsplit_once('/').map_or("", |(class, _)| class);
    class.rsplit_once('/').map_or(class, |(_, tag)| tag)
}

/// In which messages each element of the cluster is carried.
pub(super) struct Carried<'a> {
    by_element: Vec<Vec<(&'a Message, &'a Content)>>,
}

impl<'a> Carried<'a> {
    /// By this block.
    pub(super) fn of(block: &'a Resolved) -> Self {
        let mut by_element = vec![Vec::new(); block.cluster.elements.len()];
        let messages = block.block.process_alignment.as_ref().map(|it| &it.messages);
        for carried in &block.messages {
            let Some(message) = messages.and_then(|it| it.get(carried.message)) else { continue };
            for content in &carried.content {
                if let Some(list) = by_element.get_mut(content.element) {
                    list.push((message, content));
                }
            }
        }
        Self { by_element }
    }

    /// The messages that carry an element, and how.
    pub(super) fn by(&self, element: usize) -> &[(&'a Message, &'a Content)] {
        self.by_element.get(element).map_or(&[], Vec::as_slice)
    }

    /// Whether some message carries an element without its having to be there.
    pub(super) fn is_ever_absent(&self, element: usize) -> bool {
        let mandatory = Some(Requirement::Mandatory);
        self.by(element).iter().any(|(_, content)| content.requirement != mandatory)
    }

    /// Whether one and the same message carries both.
    pub(super) fn together(&self, one: usize, other: usize) -> bool {
        let other = self.by(other);
        self.by(one)
            .iter()
            .all(|(message, _)| other.iter().any(|(it, _)| std::ptr::eq(*it, *message)))
    }
}

/// What a message is called; empty for one without a name.
pub(super) fn message_id(message: &Message) -> &str {
    message.id.as_ref().map_or("", |id| &id.value.0)
}
