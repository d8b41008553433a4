//! The block's own answers to messages that were judged.

use gnc::exchange::{Answer, Occasion, Outcome, Unanswered, answer};
use gnc::message::{self, Validator};
use gnc::render::message::sample::{to_json, to_xml};
use gnc::text::Sources;
use gnc::trial::{faults, trials};
use gnc::view::message::{Class, MessageModel};
use gnc::words::Lang;
use serde_json::{Value, json};

use super::shipped::MODELS;
use super::{artifacts, sample_json, validator as schema};

const MOMENT: &str = "20270201101500Z";

fn answered<'m>(
    model: &'m MessageModel,
    validator: &Validator,
    text: &str,
) -> Result<Answer<'m>, Unanswered> {
    let mut sources = Sources::default();
    let (file, judged) = message::judge(validator, &mut sources, "message", text.into());
    let occasion = Occasion { moment: MOMENT, lang: Lang::En };
    answer(model, validator, (&sources, file), &judged, &occasion)
}

/// The answer as JSON, valid by the schema of the block as other software reads it.
#[track_caller]
fn as_json(model: &MessageModel, made: &Answer<'_>) -> Value {
    let json = to_json(&made.element);
    let errors: Vec<String> =
        schema(model, made.message).iter_errors(&json).map(|it| it.to_string()).collect();
    assert!(errors.is_empty(), "{}: {errors:?}", model.messages[made.message].id);
    json
}

fn at(model: &MessageModel, id: &str) -> usize {
    model.messages.iter().position(|it| it.id == id).expect("a message")
}

/// Whether what stands at a path has an identifier in the WCO Data Model.
fn identified(class: &Class, path: &str) -> bool {
    let own = class.attributes.iter().any(|it| it.path == path && !it.term.wco_id.is_empty());
    own || class.classes.iter().any(|it| identified(it, path))
}

#[test]
fn each_fault_of_form_is_answered_by_a_receipt_that_names_it() {
    let model = &MODELS[1];
    let validator = Validator::new(model);
    let position = at(model, "cancellation");
    let made = faults(model, &validator, position);
    let mut pointed = 0;
    for fault in &made {
        let reference = fault.failing["certificate"]["functionalReferenceId"].clone();
        let answer = match answered(model, &validator, &fault.failing.to_string()) {
            Ok(answer) => answer,
            // Without a reference, or without a root, there is nothing to answer to.
            Err(Unanswered::NoReference | Unanswered::Unknown) => {
                let usable = |it: &str| (1..=35).contains(&it.chars().count());
                assert!(!reference.as_str().is_some_and(usable), "{}", fault.path);
                continue;
            }
            Err(other) => panic!("{} {}: {other:?}", fault.code, fault.path),
        };
        assert_eq!(model.messages[answer.message].id, "technical-receipt");
        assert_eq!(answer.outcome, Outcome::Unreadable);
        let json = as_json(model, &answer);
        let response = &json["response"];
        assert_eq!(response["certificate"]["functionalReferenceId"], reference, "{}", fault.path);
        assert_eq!(response["status"]["nameCode"], "63");
        assert_eq!(response["error"][0]["validationCode"], "E-SCHEMA");
        let said = response["error"][0]["description"].as_str().expect("a text");
        assert!(said.contains("(line "), "{said}");
        // The wrapper is no part of the document that an answer points into.
        if identified(&model.messages[position].root, &fault.path) {
            let pointer = response["error"][0].get("pointer");
            assert!(pointer.is_some(), "{} {}", fault.code, fault.path);
            pointed += 1;
        }
    }
    assert!(pointed > 12, "{pointed} of {}", made.len());
}

#[test]
fn a_broken_rule_is_answered_by_the_response_with_its_code_and_place() {
    let model = &MODELS[1];
    let validator = Validator::new(model);
    let at = at(model, "certificate");
    let mut codes = Vec::new();
    for trial in trials(model, &validator, at).iter().filter(|it| it.also.is_empty()) {
        let rule = &model.constraints[trial.constraint];
        let answer = answered(model, &validator, &trial.failing.to_string());
        let answer = answer.unwrap_or_else(|why| panic!("{}: {why:?}", rule.name()));
        assert_eq!(model.messages[answer.message].id, "business-response", "{}", rule.name());
        let json = as_json(model, &answer);
        let state = json["response"]["status"]["nameCode"].as_str().expect("a code");
        let expected = if answer.outcome == Outcome::Rejected { "41" } else { "171" };
        assert_eq!(state, expected, "{}", rule.name());
        let code = json["response"]["error"][0]["validationCode"].as_str().expect("a code");
        if rule.is_rule() {
            assert_eq!(code, rule.code(), "{}", rule.name());
            codes.push(code.to_owned());
        }
        // What the message keeps is acknowledged.
        let passing = answered(model, &validator, &trial.passing.to_string()).expect("a receipt");
        assert_eq!(passing.outcome, Outcome::InOrder);
        assert_eq!(as_json(model, &passing)["response"]["status"]["nameCode"], "170");
    }
    codes.sort();
    codes.dedup();
    assert!(codes.len() >= 3, "{codes:?}");
    // Which of two items is meant.
    let mut json = sample_json(&artifacts(model), "certificate");
    json["certificate"]["governmentAgencyGoodsItem"][1]["sequenceNumeric"] = json!(3);
    let answer = answered(model, &validator, &json.to_string()).expect("an answer");
    let pointer = as_json(model, &answer)["response"]["error"][0]["pointer"].clone();
    let step = |number: u32, id: &str| json!({"sequenceNumeric": number, "tagId": id});
    assert_eq!(pointer, json!([step(2, "68A"), step(1, "006")]));
}

#[test]
fn xml_and_json_are_answered_alike_and_a_repetition_the_same() {
    let model = &MODELS[1];
    let validator = Validator::new(model);
    let position = at(model, "certificate");
    let mut json = sample_json(&artifacts(model), "certificate");
    json["certificate"]["governmentAgencyGoodsItem"][1]["sequenceNumeric"] = json!(3);
    let text = json.to_string();
    let of_json = as_json(model, &answered(model, &validator, &text).expect("an answer"));
    let again = as_json(model, &answered(model, &validator, &text).expect("an answer"));
    assert_eq!(of_json, again);
    let (_, judged) = message::judge(&validator, &mut Sources::default(), "", text.into_bytes());
    let items = judged.items.expect("values");
    let tree = message::element(&validator, position, &items).expect("a tree");
    let xml = to_xml(model, &model.messages[position], &tree);
    // Line and column, and the reference that is made from the text, are of the one or the other.
    let of_xml = as_json(model, &answered(model, &validator, &xml).expect("an answer"));
    for key in ["validationCode", "pointer"] {
        assert_eq!(of_xml["response"]["error"][0][key], of_json["response"]["error"][0][key]);
    }
    assert_eq!(of_xml["response"]["certificate"], of_json["response"]["certificate"]);
    assert_eq!(of_xml["response"]["status"], of_json["response"]["status"]);
}

#[test]
fn where_the_block_has_no_answer_that_is_said() {
    let model = &MODELS[1];
    let validator = Validator::new(model);
    let all = artifacts(model);
    let receipt = sample_json(&all, "technical-receipt").to_string();
    assert_eq!(answered(model, &validator, &receipt).unwrap_err(), Unanswered::NoneDeclared);
    assert_eq!(answered(model, &validator, "{}").unwrap_err(), Unanswered::Unknown);
    // A query is answered by a status, which has no place for errors.
    let mut query = sample_json(&all, "status-query");
    query["wcoDataModelVersionCode"] = json!("far too long");
    let refused = answered(model, &validator, &query.to_string());
    assert_eq!(refused.unwrap_err(), Unanswered::NoPlace(vec![at(model, "status-answer")]));
    // An acknowledgement whose list of codes has none of the block's cannot say it.
    let mut other = model.clone();
    for list in &mut other.code_lists {
        if list.codes.iter().any(|it| it.value == "E-SCHEMA") {
            list.codes.retain(|it| it.value == "E-UNAV");
        }
    }
    let validator = Validator::new(&other);
    let mut certificate = sample_json(&all, "certificate");
    certificate["certificate"]["functionCode"] = json!("nine");
    let refused = answered(&other, &validator, &certificate.to_string());
    assert!(matches!(refused, Err(Unanswered::NoPlace(_))), "{refused:?}");
}
