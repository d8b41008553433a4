//! A message compared with a document beside it, by the rules of the block, item by item.

use serde_json::{Map, Value as Json, json};

use crate::expression::{HaltKind, Verdict};
use crate::message::{Items, Pair, Validator, element};
use crate::render::message::sample::to_json;
use crate::view::message::MessageModel;
use crate::view::message::matching::{Consequence, Matched, Matching};

/// What a rule says of one item, or of both documents.
#[derive(Clone, Debug)]
pub struct Said<'m> {
    /// The rule.
    pub rule: &'m Matched,
    /// Whether it holds.
    pub verdict: Verdict,
}

/// What the rules say of one item.
#[derive(Clone, Debug)]
pub struct Group<'m> {
    /// The list that the item is of, with dots; empty for what is said of both documents together.
    pub list: String,
    /// Place of the item in its list, from 1; 0 for both documents together.
    pub number: usize,
    /// What each rule says.
    pub said: Vec<Said<'m>>,
}

/// What came of a comparison.
#[derive(Clone, Debug)]
pub struct Compared<'m> {
    /// Whether message and document belong together; `None` where the block does not say when.
    pub key: Option<Verdict>,
    /// Both documents together first, then item by item.
    pub groups: Vec<Group<'m>>,
}

impl Group<'_> {
    /// What becomes of it: the gravest result of the rules that do not hold.
    pub fn result(&self) -> Consequence {
        let failed = self.said.iter().filter(|it| it.verdict == Verdict::Fails);
        failed.map(|it| it.rule.result).max().unwrap_or(Consequence::Accept)
    }

    /// Whether some rule could not be decided.
    pub fn is_open(&self) -> bool {
        self.said.iter().any(|it| matches!(it.verdict, Verdict::Undecided(_)))
    }
}

impl Compared<'_> {
    /// What becomes of the whole; a discrepancy at least where the two do not belong together.
    pub fn result(&self) -> Consequence {
        let groups = self.groups.iter().map(Group::result).max().unwrap_or(Consequence::Accept);
        match self.key {
            Some(Verdict::Fails) => groups.max(Consequence::Discrepancy),
            _ => groups,
        }
    }
}

/// Compares the message of `items` with a document. `facts` is what is known beside the two.
pub fn compare<'m>(
    model: &'m MessageModel,
    validator: &Validator,
    (at, items): (usize, &Items),
    matching: &'m Matching,
    (document, facts): (&Json, &Map<String, Json>),
) -> Option<Compared<'m>> {
    let mut known = facts.clone();
    known.insert(matching.document.name().to_owned(), document.clone());
    // The message is one of those that are registered.
    if !matching.among.is_empty() {
        let tree = element(validator, at, items)?;
        let root = model.messages.get(at)?.root.json.as_str();
        let own = to_json(&tree).get(root).cloned().unwrap_or_default();
        match known.get_mut(&matching.among) {
            Some(Json::Array(all)) => all.push(own),
            _ => {
                known.insert(matching.among.clone(), json!([own]));
            }
        }
    }
    let known = Json::Object(known);
    let pair = Pair::new(validator, at, items, Some(&known))?;
    let key = matching.key.as_ref().map(|it| pair.holds(it));
    let mut groups: Vec<Group<'m>> = Vec::new();
    for rule in &matching.rules {
        let Some(constraint) = model.constraints.get(rule.constraint) else { continue };
        for of in pair.each(&constraint.checked) {
            let list = of.list.join(".");
            let number = if list.is_empty() { 0 } else { of.index + 1 };
            let said = Said { rule, verdict: of.verdict };
            match groups.iter_mut().find(|it| it.list == list && it.number == number) {
                Some(group) => group.said.push(said),
                None => groups.push(Group { list, number, said: vec![said] }),
            }
        }
    }
    groups.sort_by(|a, b| (&a.list, a.number).cmp(&(&b.list, b.number)));
    Some(Compared { key, groups })
}

/// Whether a verdict is open since a fact is not known, not since something is missing.
pub const fn is_unknown(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Undecided(halt) if matches!(halt.kind, HaltKind::Unknown))
}
