//! Messages that break one constraint of structure, format or code.

use serde_json::{Value as Json, json};

use crate::message::Validator;
use crate::trial::edit::{Of, element, places, remove};
use crate::trial::{base, said};
use crate::view::message::facets::{DataKind, Facets};
use crate::view::message::{Attribute, Class, MessageModel};

/// A message that breaks one constraint of its structure.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The code of the finding, as `MSG-06`.
    pub code: &'static str,
    /// Path of the element at fault.
    pub path: String,
    /// The message.
    pub failing: Json,
}

/// One message for each way in which each element of a message can be wrong: missing, too often, in
/// another format, no code of its list, without its unit.
pub fn faults(model: &MessageModel, validator: &Validator, message: usize) -> Vec<Fault> {
    let (Some(own), Some(base)) = (model.messages.get(message), base(model, message)) else {
        return Vec::new();
    };
    let mut paths = Vec::new();
    collect(&own.root, &mut paths);
    let mut made = Vec::new();
    for path in paths {
        let Some(of) = element(&own.root, &path) else { continue };
        let Some(place) = places(&base, &own.root, &path).0.pop() else { continue };
        for (code, failing) in wrong(model, &base, &place, of) {
            let said = said(validator, &failing);
            if !said.conforms && said.codes.contains(code) {
                made.push(Fault { code, path: path.clone(), failing });
            }
        }
    }
    made
}

fn collect(class: &Class, paths: &mut Vec<String>) {
    paths.extend(class.attributes.iter().map(|it| it.path.clone()));
    for it in &class.classes {
        paths.push(it.path.clone());
        collect(it, paths);
    }
}

fn wrong(model: &MessageModel, base: &Json, place: &str, of: Of<'_>) -> Vec<(&'static str, Json)> {
    let mut made = Vec::new();
    let presence = match of {
        Of::Value(it) => &it.presence,
        Of::Class(it) => &it.presence,
    };
    let change = |change: &dyn Fn(&mut Json) -> bool| {
        let mut json = base.clone();
        change(&mut json).then_some(json)
    };
    if presence.min > 0 {
        let gone = change(&|json| {
            let list = place.rsplit_once('/').map_or("", |it| it.0);
            // All of a list, the value otherwise.
            match presence.is_many() {
                true => remove(json, list),
                false => remove(json, place),
            }
        });
        made.extend(gone.map(|it| ("MSG-06", it)));
    }
    if presence.is_many() && presence.max < 1_000 {
        let more = change(&|json| {
            let list = place.rsplit_once('/').and_then(|it| json.pointer_mut(it.0));
            let Some(Json::Array(all)) = list else { return false };
            let last = all.last().cloned().unwrap_or_default();
            all.resize(presence.max as usize + 1, last);
            true
        });
        made.extend(more.map(|it| ("MSG-07", it)));
    }
    if let Of::Value(attribute) = of {
        values(model, base, place, attribute, &mut made);
    }
    made
}

fn values(
    model: &MessageModel,
    base: &Json,
    place: &str,
    attribute: &Attribute,
    made: &mut Vec<(&'static str, Json)>,
) {
    let Some(of) = model.data_type(attribute) else { return };
    let closed = model.enumeration(of).filter(|_| of.companion.is_none());
    let mut put = |code: &'static str, at: String, value: Json| {
        let mut json = base.clone();
        if let Some(here) = json.pointer_mut(&at) {
            *here = value;
            made.push((code, json));
        }
    };
    let content = match of.companion {
        Some(_) => format!("{place}/content"),
        None => place.to_owned(),
    };
    if of.only.is_some() {
        put("MSG-09", content.clone(), json!("~"));
    } else if closed.is_some() {
        put("MSG-10", content.clone(), json!("~"));
    } else if of.kind != DataKind::Indicator {
        let wrong = match &of.facets {
            Facets::Characters { max, .. } if *max < 10_000 => Some("X".repeat(*max as usize + 1)),
            Facets::Decimal { .. } if !of.is_json_integer() => Some("1e5".to_owned()),
            Facets::Date(_) => Some("20261301".to_owned()),
            _ => None,
        };
        if let Some(wrong) = wrong {
            put("MSG-09", content, Json::from(wrong));
        }
    }
    if let Some(names) = of.companion {
        let beside = format!("{place}/{}", names.json);
        put("MSG-12", beside.clone(), json!("~~~~"));
        if names.required {
            let mut json = base.clone();
            if remove(&mut json, &beside) {
                made.push(("MSG-11", json));
            }
        }
    }
}
