//! On which side of the exchange each entity stands.

use std::collections::BTreeMap;

use crate::model::{Entity, ProcessAlignment, Side};
use crate::resolve::Resolved;

/// The entities of a block by name.
pub(super) struct Sides<'a> {
    entities: BTreeMap<&'a str, &'a Entity>,
}

impl<'a> Sides<'a> {
    /// Of this block.
    pub(super) fn of(alignment: &'a ProcessAlignment) -> Self {
        let named = |it: &'a Entity| Some((&*it.id.as_ref()?.value.0, it));
        Self { entities: alignment.entities.iter().filter_map(named).collect() }
    }

    /// The side of the entity of this name; nothing where the entity or its side is not known.
    pub(super) fn side(&self, entity: &str) -> Option<Side> {
        self.entities.get(entity)?.side.as_ref().map(|side| side.value)
    }

    /// The Party to whose side the entity of this name belongs: its trade stands with it. Nothing
    /// for a third party.
    pub(super) fn camp(&self, entity: &str) -> Option<Camp> {
        match self.side(entity)? {
            Side::ExportingParty | Side::ExportingTrade => Some(Camp::Exporting),
            Side::ImportingParty | Side::ImportingTrade => Some(Camp::Importing),
            Side::ThirdParty => None,
        }
    }
}

/// One of the two Parties of an exchange, with its trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Camp {
    /// Goods leave it.
    Exporting,
    /// Goods enter it.
    Importing,
}

/// The process alignment of a block.
pub(super) fn alignment(block: &Resolved) -> Option<&ProcessAlignment> {
    block.block.process_alignment.as_ref()
}
