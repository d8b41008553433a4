//! Ready fixes that several rules offer: open points for what the Parties have yet to agree.
//!
//! A fix never writes a value that is the Parties' to agree. Where one is missing it writes an open
//! point, owed by the Party whose matter it is. From negotiation on an open point needs a day: the
//! block's own, by which its open points are due or the exchange begins; without one, and once the
//! block is agreed, there is no such fix.

use crate::check::section::Section;
use crate::diag::{Content, Mend};
use crate::model::{Direction, Maturity, Negotiable, Party, Shape};
use crate::resolve::{PointState, Resolved};
use crate::words::{Lang, Words, words};

/// What such a fix does.
pub(super) const OPEN_POINT: Words = words(
    "insert an open point, with the Party that owes it, for what is missing",
    "insérer pour ce qui manque un point ouvert, avec la Partie qui en répond",
);

const TO_BE_AGREED: Words =
    words("To be agreed between the Parties.", "À convenir entre les Parties.");

/// What the receiving Party knows: how soon it answers, how much it takes, how long it keeps it.
const OF_RECEIVER: [&str; 10] = [
    "acknowledgement_timeout",
    "response_timeout",
    "response_time",
    "response_share",
    "processing_time",
    "message_size",
    "attachment_size",
    "rate_limit",
    "breach_notice",
    "paper_waiver",
];

/// Open points for those of these keys that a part of the block does not say, if every one of them
/// is for the Parties to agree.
pub(super) fn open(block: &Resolved, section: &Section, keys: &[&str]) -> Option<Vec<Mend>> {
    let missing = keys.iter().filter(|key| !section.says(key));
    missing
        .map(|key| {
            let field = section.field(key)?;
            let point = matches!((field.shape)(), Shape::Negotiable(_))
                .then(|| open_point(block, owner(block, key)?))??;
            Some(Mend::Insert(section.node.span, field.key, point))
        })
        .collect()
}

/// The same for the part under `key`; the part itself is written when there is none.
pub(super) fn open_below(
    block: &Resolved,
    section: &Section,
    key: &str,
    keys: &[&str],
) -> Option<Vec<Mend>> {
    if let Some(part) = section.below(key) {
        return open(block, &part, keys);
    }
    let field = section.field(key)?;
    let Shape::Record(record) = (field.shape)() else { return None };
    let point = |key: &&str| {
        let field = record.field(key)?;
        let negotiable = matches!((field.shape)(), Shape::Negotiable(_));
        let point = negotiable.then(|| open_point(block, owner(block, key)?))??;
        Some((field.key, point))
    };
    let part: Option<Vec<_>> = keys.iter().map(point).collect();
    Some(vec![Mend::Insert(section.node.span, field.key, Content::Map(part?))])
}

/// An open point that this Party owes; `None` where one would itself be found fault with.
pub(super) fn open_point(block: &Resolved, owner: &str) -> Option<Content> {
    let (maturity, hypothetical) = (block.maturity(), block.is_hypothetical());
    if maturity >= Maturity::Agreed && !hypothetical {
        return None;
    }
    let mut point = vec![("owner", Content::Text(owner.to_owned()))];
    if maturity >= Maturity::Negotiation && !hypothetical {
        point.push(("due", Content::Plain(due(block, owner)?)));
    }
    point.extend(in_languages(block, TO_BE_AGREED).map(|note| ("note", note)));
    Some(Content::Map(vec![("open", Content::Map(point))]))
}

/// Words of our own as a text of the block, if we have them in each of its languages.
pub(super) fn in_languages(block: &Resolved, words: Words) -> Option<Content> {
    let control = block.block.block.as_ref()?;
    let each = |code: &str| {
        let lang = Lang::ALL.into_iter().find(|it| it.code() == code)?;
        Some((lang.code(), Content::Text(words.get(lang).to_owned())))
    };
    let texts: Option<Vec<_>> = control.languages.iter().map(|it| each(&it.value.0)).collect();
    texts.filter(|it| !it.is_empty()).map(Content::Map)
}

/// The Party that owes what is missing under this key: the importing Party what the receiver of
/// messages knows, the exporting Party the rest.
fn owner<'a>(block: &'a Resolved, key: &str) -> Option<&'a str> {
    let side = match OF_RECEIVER.contains(&key) {
        true => Direction::Importing,
        false => Direction::Exporting,
    };
    let parties = || block.block.block.iter().flat_map(|it| &it.parties);
    let acts = |it: &&Party| it.acts.iter().any(|it| it.value == side);
    let party = parties().find(acts).or_else(|| parties().next())?;
    Some(&party.id.as_ref()?.value.0)
}

/// The day by which the Party's other open points are due, or else those of the other Party, or
/// else the day on which the exchange begins, by which everything has to be agreed.
fn due(block: &Resolved, party: &str) -> Option<String> {
    let days = |of: Option<&str>| {
        let due = block.points.iter().filter_map(|point| match &point.state {
            PointState::Open { owner: Some(owner), due: Some(due), .. } => {
                of.is_none_or(|it| *owner.value == *it).then(|| due.value.to_string())
            }
            _ => None,
        });
        due.max()
    };
    let begins = || {
        let case = block.block.business_case.as_ref()?;
        let scope = case.scope.iter().flat_map(|it| &it.directions);
        let starts = scope.filter_map(|it| it.start.as_ref());
        let effective = case.governance.iter().filter_map(|it| it.effective.as_ref());
        let days = starts.chain(effective).filter_map(Negotiable::agreed);
        days.map(|it| it.value.0.to_string()).min()
    };
    days(Some(party)).or_else(|| days(None)).or_else(begins)
}
