//! Valid messages of any size and number, each different, the same for the same seed.

use serde_json::Value as Json;

use crate::expression::{Comparison, Decimal, Expr, Function, Kind, references};
use crate::message::Validator;
use crate::trial::edit::{Edit, Of, paths, places, remove_all};
use crate::trial::{base, said};
use crate::view::message::facets::{DataKind, Facets};
use crate::view::message::{Attribute, Class, DataType, MessageModel};

/// Numbers that follow from a seed (Steele, Lea and Flood, `SplitMix64`).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        it ^ (it >> 31)
    }

    /// One of `n` numbers from 0.
    fn of(&mut self, n: usize) -> usize {
        let n = u64::try_from(n.max(1)).unwrap_or(1);
        usize::try_from(self.next() % n).unwrap_or(0)
    }
}

/// A valid message: other numbers, codes and quantities than those of the sample, other optional
/// elements, and `items` occurrences of its numbered list where that is not 0. Whatever would
/// break a rule is taken back.
pub fn varied(
    model: &MessageModel,
    validator: &Validator,
    message: usize,
    seed: u64,
    items: usize,
) -> Option<Json> {
    let own = model.messages.get(message)?;
    let mut json = base(model, message)?;
    let mut chance = Chance(seed ^ (message as u64) << 32);
    if items > 0 {
        repeat(&mut json, &own.root, items);
    }
    let mut elements = Vec::new();
    collect(&own.root, &mut elements);
    for (path, of) in &elements {
        let before = json.clone();
        let there = places(&json, &own.root, path).0;
        if there.is_empty() {
            continue;
        }
        let optional = match of {
            Of::Value(it) => it.presence.min == 0,
            Of::Class(it) => it.presence.min == 0,
        };
        if optional && chance.of(8) == 0 {
            Edit::Remove { path: path.clone(), at: there }.apply(&mut json);
        } else if let Of::Value(attribute) = of
            && let Some(of) = model.data_type(attribute)
        {
            for at in there {
                change(&mut json, &at, attribute, of, model, &mut chance);
            }
        } else {
            continue;
        }
        settle(&mut json, model, validator, message);
        let now = said(validator, &json);
        if !now.conforms || !now.broken.is_empty() {
            json = before;
        }
    }
    settle(&mut json, model, validator, message);
    let now = said(validator, &json);
    (now.conforms && now.broken.is_empty()).then_some(json)
}

fn collect<'m>(class: &'m Class, all: &mut Vec<(String, Of<'m>)>) {
    all.extend(class.attributes.iter().map(|it| (it.path.clone(), Of::Value(it))));
    for it in &class.classes {
        all.push((it.path.clone(), Of::Class(it)));
        collect(it, all);
    }
}

/// Repeats the items of the list whose items are numbered; of several, of the one that says most.
fn repeat(json: &mut Json, root: &Class, items: usize) {
    let mut found: Option<(&Class, String, usize)> = None;
    numbered(root, &format!("/{}", root.json), &mut found);
    let Some((class, pointer, _)) = found else { return };
    let most = usize::try_from(class.presence.max).unwrap_or(usize::MAX);
    let property = class.attributes.iter().find(|it| it.xml == "SequenceNumeric");
    let Some(property) = property.map(|it| it.json.clone()) else { return };
    let list = json.pointer_mut(&pointer);
    let Some(Json::Array(all)) = list else { return };
    let shown: Vec<Json> = std::mem::take(all);
    for (at, item) in shown.iter().cycle().take(items.min(most)).enumerate() {
        let mut item = item.clone();
        if let Some(object) = item.as_object_mut() {
            object.insert(property.clone(), Json::from(at + 1));
        }
        all.push(item);
    }
}

/// The list of numbered items with the most elements, with its pointer in JSON; of those that stand in
/// no other list.
fn numbered<'m>(class: &'m Class, at: &str, found: &mut Option<(&'m Class, String, usize)>) {
    for it in &class.classes {
        let pointer = format!("{at}/{}", it.json);
        if !it.presence.is_many() {
            numbered(it, &pointer, found);
        } else if it.attributes.iter().any(|it| it.xml == "SequenceNumeric") {
            let mut all = Vec::new();
            collect(it, &mut all);
            if found.as_ref().is_none_or(|it| it.2 < all.len()) {
                *found = Some((it, pointer, all.len()));
            }
        }
    }
}

/// Gives a value another content of its type.
fn change(
    json: &mut Json,
    at: &str,
    attribute: &Attribute,
    of: &DataType,
    model: &MessageModel,
    chance: &mut Chance,
) {
    let Some(place) = json.pointer_mut(at) else { return };
    let content = match place {
        Json::Object(all) => all.get_mut("content"),
        plain => Some(plain),
    };
    let Some(content) = content else { return };
    let closed = model.enumeration(of).filter(|_| of.companion.is_none());
    let numbered = attribute.xml == "SequenceNumeric";
    match (content, closed) {
        (Json::Bool(it), _) => *it = chance.of(2) == 0,
        (content, Some(list)) if of.only.is_none() => {
            if let Some(code) = list.codes.get(chance.of(list.codes.len())) {
                *content = Json::from(code.value.as_str());
            }
        }
        (Json::String(text), None) => {
            let new = digits(text, of, chance);
            if of.facets.accepts(&new) {
                *text = new;
            }
        }
        (content @ Json::Number(_), None) if !numbered => {
            *content = Json::from(1 + chance.of(9));
        }
        _ => {}
    }
}

/// The same text with other digits; dates stay within a month.
fn digits(text: &str, of: &DataType, chance: &mut Chance) -> String {
    if of.kind == DataKind::DateTime {
        let day = format!("{:02}", 1 + chance.of(28));
        return match (text.get(..6), text.get(8..)) {
            (Some(month), Some(rest)) => format!("{month}{day}{rest}"),
            _ => text.to_owned(),
        };
    }
    let number = matches!(of.facets, Facets::Decimal { .. });
    let shown = matches!(of.kind, DataKind::Identifier) || number;
    let mut first = true;
    let other = |c: char| {
        let new = match c {
            '1'..='9' if shown => char::from(b'1' + u8::try_from(chance.of(9)).unwrap_or(0)),
            '0' if shown && !first && !number => {
                char::from(b'0' + u8::try_from(chance.of(10)).unwrap_or(0))
            }
            c => c,
        };
        first = false;
        new
    };
    text.chars().map(other).collect()
}

/// Mends what follows from other values: totals are added up again; an optional element that breaks a
/// rule is left out.
fn settle(json: &mut Json, model: &MessageModel, validator: &Validator, message: usize) {
    for at in said(validator, json).broken {
        let (Some(own), Some(of)) = (model.messages.get(message), model.constraints.get(at)) else {
            continue;
        };
        total(&of.checked.expr, json, &own.root);
        if !said(validator, json).broken.contains(&at) || !of.is_rule() {
            continue;
        }
        for path in paths(of) {
            let there = places(json, &own.root, &path).0;
            let mut without = json.clone();
            let gone = remove_all(&mut without, &there);
            let now = said(validator, &without);
            if gone && now.conforms && now.broken.is_empty() {
                *json = without;
                return;
            }
        }
    }
}

/// Where a value has to equal a sum, it becomes that sum.
fn total(expr: &Expr, json: &mut Json, root: &Class) {
    if let Kind::Compare { op: Comparison::Equal, left, right } = &expr.kind {
        for (one, other) in [(left, right), (right, left)] {
            let is_sum = matches!(&other.kind, Kind::Call { function, .. }
                if Function::named(&function.name) == Some(Function::Sum));
            let (Some(to), Some(from)) = (references(one).pop(), references(other).pop()) else {
                continue;
            };
            if !is_sum {
                continue;
            }
            let said = |at: &String| {
                let value = json.pointer(at)?;
                Decimal::parse(value.get("content").unwrap_or(value).as_str()?)
            };
            let parts = places(json, root, &from.path.join("/")).0;
            let sum = parts.iter().try_fold(Decimal::ZERO, |sum, at| sum.plus(said(at)?));
            let place = places(json, root, &to.path.join("/")).0.pop();
            if let (Some(sum), Some(place)) = (sum, place)
                && let Some(value) = json.pointer_mut(&place)
            {
                let text = Json::from(sum.shortest().to_string());
                match value {
                    Json::Object(all) => {
                        all.insert("content".to_owned(), text);
                    }
                    plain => *plain = text,
                }
            }
        }
    }
    for part in expr.parts() {
        total(part, json, root);
    }
}
