//! Schemas of JSON Schema as conditions are put together from them: known ones fall away.

use serde_json::{Map, Value as Json, json};

use crate::render::message::cannot::Cannot;
use crate::view::message::Class;

/// A schema of an element, as far as it says anything.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Test {
    /// Whatever it is.
    Always,
    /// Nothing.
    Never,
    /// What this schema accepts.
    Is(Map<String, Json>),
}

/// Whatever `when` accepts has to fit `then`.
pub(super) fn implied(when: Test, then: Json) -> Test {
    match when {
        Test::Never => Test::Always,
        Test::Always => object(then),
        Test::Is(when) => {
            // One element that must be there with another has a word of its own.
            let alone = when.get("required").and_then(Json::as_array).filter(|it| it.len() == 1);
            let plain = when.keys().all(|it| it == "required" || it == "type");
            if let (Some([one]), Some(needs), true) =
                (alone.map(Vec::as_slice), then.get("required"), plain)
                && then
                    .as_object()
                    .is_some_and(|it| it.keys().all(|it| it == "required" || it == "type"))
                && let Some(name) = one.as_str()
            {
                return object(json!({"dependentRequired": {name: needs}}));
            }
            let then = match object(then) {
                Test::Is(then) => Json::Object(then),
                _ => Json::Bool(true),
            };
            object(json!({"if": when, "then": then}))
        }
    }
}

/// A schema of an object.
pub(super) fn object(schema: Json) -> Test {
    match schema {
        Json::Object(schema) => {
            let mut all = Map::new();
            all.insert("type".into(), "object".into());
            all.extend(schema);
            Test::Is(all)
        }
        _ => Test::Always,
    }
}

/// What every class at the end of a way has to fit.
pub(super) fn each(way: &[&Class], test: Test) -> Test {
    way.iter().rev().fold(test, |test, class| match test {
        Test::Is(schema) => {
            let schema = Json::Object(schema);
            let own = match class.presence.is_many() {
                true => json!({"type": "array", "items": schema}),
                false => schema,
            };
            object(json!({"properties": {class.json.as_str(): own}}))
        }
        other => other,
    })
}

/// What a schema does not accept.
pub(super) fn not(test: Test) -> Test {
    match test {
        Test::Always => Test::Never,
        Test::Never => Test::Always,
        Test::Is(schema) => {
            let mut all = Map::new();
            all.insert("not".into(), Json::Object(schema));
            Test::Is(all)
        }
    }
}

/// All of them, or one of them.
pub(super) fn joined(tests: Vec<Test>, all: bool) -> Test {
    let (decisive, idle) =
        if all { (Test::Never, Test::Always) } else { (Test::Always, Test::Never) };
    if tests.contains(&decisive) {
        return decisive;
    }
    let mut parts: Vec<Map<String, Json>> = Vec::new();
    for it in tests {
        if let Test::Is(schema) = it
            && !parts.contains(&schema)
        {
            parts.push(schema);
        }
    }
    match parts.len() {
        0 => idle,
        1 => Test::Is(parts.swap_remove(0)),
        _ => {
            let parts = parts.into_iter().map(Json::Object).collect();
            let mut schema = Map::new();
            schema.insert(if all { "allOf" } else { "anyOf" }.into(), Json::Array(parts));
            Test::Is(schema)
        }
    }
}

/// What stands at the end of properties has to fit; `there`: and has to be there.
pub(super) fn nested(steps: &[(&str, bool)], leaf: Test, there: bool) -> Result<Test, Cannot> {
    let Some(((last, many), before)) = steps.split_last() else { return Ok(leaf) };
    // A list between would have to be gone through.
    if before.iter().any(|it| it.1) {
        return Err(Cannot::Form);
    }
    match leaf {
        Test::Never => Err(Cannot::Form),
        Test::Always if !there => Ok(Test::Always),
        Test::Always => Ok(before
            .iter()
            .rev()
            .fold(required(last, None, true), |test, step| required(step.0, Some(test), true))),
        Test::Is(_) if *many => Err(Cannot::Form),
        leaf @ Test::Is(_) => {
            Ok(steps.iter().rev().fold(leaf, |test, step| required(step.0, Some(test), there)))
        }
    }
}

/// The same for a list, whose own schema is given.
pub(super) fn nested_list(
    steps: &[(&str, bool)],
    list: Map<String, Json>,
    there: bool,
) -> Result<Test, Cannot> {
    let Some((last, before)) = steps.split_last() else { return Err(Cannot::Form) };
    if before.iter().any(|it| it.1) || !last.1 {
        return Err(Cannot::Form);
    }
    let of_list = required(last.0, Some(Test::Is(list)), there);
    Ok(before.iter().rev().fold(of_list, |test, step| required(step.0, Some(test), there)))
}

/// An object with a property that fits; `there`: it has to be there.
pub(super) fn required(property: &str, test: Option<Test>, there: bool) -> Test {
    let mut schema = Map::new();
    schema.insert("type".into(), "object".into());
    if there {
        schema.insert("required".into(), json!([property]));
    }
    if let Some(Test::Is(inner)) = test {
        schema.insert("properties".into(), json!({property: inner}));
    }
    Test::Is(schema)
}

/// A text as a pattern that means it.
pub(super) fn escaped(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len() + 4);
    for c in text.chars() {
        if r"\^$.|?*+()[]{}/".contains(c) {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern
}
