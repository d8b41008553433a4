//! Conditions and business rules in JSON Schema: refused where broken, and nowhere else.

use std::collections::BTreeSet;

use gnc::message::{self, Validator};
use gnc::render::message::{json_schema, openapi, schematron};
use gnc::text::Sources;
use gnc::trial::trials;
use gnc::view::message::MessageModel;
use serde_json::{Value, json};

use super::shipped::MODELS;
use super::{artifacts, sample_json, validator as compiled};

/// What a schema says of conditions and rules, by their names.
fn said(schema: &Value) -> Vec<(String, Value)> {
    let all = schema["$defs"].as_object().expect("definitions").iter();
    let rules = all.filter(|it| it.0.ends_with("_Rules"));
    let parts = rules.flat_map(|it| it.1["allOf"].as_array().expect("a list").clone());
    parts.map(|it| (it["title"].as_str().expect("a title").to_owned(), it)).collect()
}

fn broken(model: &MessageModel, validator: &Validator, message: &Value) -> BTreeSet<String> {
    let bytes = message.to_string().into_bytes();
    let (_, judged) = message::judge(validator, &mut Sources::default(), "", bytes);
    assert!(judged.conforms());
    let found = judged.findings.list.iter().filter_map(|it| it.text("constraint")?.parse().ok());
    found.map(|at: usize| model.constraints[at].name().to_owned()).collect()
}

#[test]
fn what_a_schema_says_it_refuses_exactly_where_it_is_broken() {
    let model = &MODELS[1];
    let validator = Validator::new(model);
    let (mut expressed, mut refused) = (BTreeSet::new(), BTreeSet::new());
    for id in ["business-response", "technical-receipt", "utilisation-report", "certificate"] {
        let at = model.messages.iter().position(|it| it.id == id).expect("a message");
        let schema = compiled(model, at);
        let rules = said(&json_schema::schema(model, &model.messages[at]));
        let names: BTreeSet<String> = rules.into_iter().map(|it| it.0).collect();
        for trial in trials(model, &validator, at) {
            let name = model.constraints[trial.constraint].name();
            assert!(schema.is_valid(&trial.passing), "{id}: {name} is kept");
            let wrong = broken(model, &validator, &trial.failing);
            let counts = wrong.intersection(&names).count() > 0;
            assert_eq!(schema.is_valid(&trial.failing), !counts, "{id}: {name}");
            if names.contains(name) {
                refused.insert(name.to_owned());
            }
        }
        expressed.extend(names);
    }
    // Conditions of elements, and rules on the presence of elements and on codes.
    assert!(expressed.len() >= 12, "{expressed:?}");
    assert!(refused.len() * 2 > expressed.len(), "{refused:?} of {expressed:?}");
    assert!(refused.contains("Response/Error"), "{refused:?}");
}

#[test]
fn conditions_are_said_in_the_words_of_json_schema() {
    let model = &MODELS[1];
    let at = model.messages.iter().position(|it| it.id == "business-response").expect("one");
    let schema = json_schema::schema(model, &model.messages[at]);
    let rules = said(&schema);
    let error = &rules.iter().find(|it| it.0 == "Response/Error").expect("a condition").1;
    assert_eq!(
        error["if"]["properties"]["status"]["properties"]["nameCode"]["enum"],
        json!(["41", "63"])
    );
    assert_eq!(error["if"]["required"], json!(["status"]));
    assert_eq!(error["then"]["required"], json!(["error"]));
    assert!(error["$comment"].as_str().expect("French").starts_with("fr: "));
    // The description of the interface says the same.
    let api = openapi::description(model);
    let name = format!("{}_Rules", model.messages[at].name);
    let in_api = api["components"]["schemas"][&name].to_string();
    assert_eq!(in_api, schema["$defs"][&name].to_string());
    // And the table says of each whether a schema says it, in both languages.
    let tables = schematron::write(model);
    for (file, yes, no) in [
        ("schematron/README.en.md", "| yes |", "not expressed: it cannot compare two values"),
        ("schematron/README.fr.md", "| oui |", "non exprimée : deux valeurs d’un message"),
    ] {
        let table = tables.iter().find(|it| it.path == file).expect(file);
        let table = std::str::from_utf8(&table.bytes).expect("UTF-8");
        assert!(table.contains(yes) && table.contains(no), "{table}");
    }
}

#[test]
fn samples_keep_what_the_schemas_say() {
    for model in &*MODELS {
        let all = artifacts(model);
        for (at, message) in model.messages.iter().enumerate() {
            let errors: Vec<String> = compiled(model, at)
                .iter_errors(&sample_json(&all, &message.id))
                .map(|it| it.to_string())
                .collect();
            assert!(errors.is_empty(), "{}: {errors:?}", message.id);
        }
    }
}
