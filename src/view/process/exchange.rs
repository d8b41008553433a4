//! Which message goes from which side to which, as plain data: an exchange at one glance.

use crate::model::{Message, Nature, Side};
use crate::resolve::Resolved;
use crate::view::process::build::{label, name};
use crate::words::{Label, Lang};

/// Identifier of the picture, from which its path is made.
pub const EXCHANGE: &str = "exchange";

/// An exchange between two sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// Whether pictures of it must say that they are drafts.
    pub draft: bool,
    /// What the sides are called; the first one sends the first message.
    pub ends: [Label; 2],
    /// The messages, in the order of the block.
    pub ways: Vec<Way>,
}

/// A message on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What the message is called.
    pub name: Label,
    /// Whether the first side sends it.
    pub forward: bool,
    /// Whether the other side sends it, too.
    pub both: bool,
}

/// The exchange of a block; none where its messages go between more or fewer than two sides.
/// Acknowledgements, which follow every message, are left out.
pub fn build(block: &Resolved) -> Option<Exchange> {
    let alignment = block.block.process_alignment.as_ref()?;
    let side = |id: &str| {
        let entity = alignment.entities.iter().find(|it| name(it.id.as_ref()) == id)?;
        Some(match entity.side.as_ref()?.value {
            Side::ExportingTrade => Side::ExportingParty,
            Side::ImportingTrade => Side::ImportingParty,
            other => other,
        })
    };
    let ends_of =
        |it: &Message| Some((side(name(it.sender.as_ref()))?, side(name(it.receiver.as_ref()))?));
    let is_receipt = |it: &&Message| {
        it.nature.as_ref().is_some_and(|nature| nature.value == Nature::Acknowledgement)
    };
    let messages = alignment.messages.iter().filter(|it| !is_receipt(it));
    let (mut ends, mut ways) = (Vec::new(), Vec::new());
    for message in messages {
        let (from, to) = ends_of(message)?;
        for end in [from, to] {
            if !ends.contains(&end) {
                ends.push(end);
            }
        }
        ways.push(Way {
            name: label(message.title.as_ref()),
            forward: ends.first() == Some(&from),
            both: message.both_ways.as_ref().is_some_and(|it| it.value.0),
        });
    }
    let [first, second] = <[Side; 2]>::try_from(ends).ok()?;
    let called = |side: Side| {
        let words = side.label();
        Label::new(words.get(Lang::En), words.get(Lang::Fr))
    };
    Some(Exchange { draft: false, ends: [called(first), called(second)], ways })
}
