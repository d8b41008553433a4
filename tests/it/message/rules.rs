//! Conditions and business rules of the shipped blocks, judged on messages.

use gnc::message::{self, Judged, Validator};
use gnc::render::message::sample::to_xml;
use gnc::text::Sources;
use gnc::view::message::MessageModel;
use serde_json::{Value, json};

use super::shipped::MODELS;
use super::{artifacts, sample_json};

fn judge(validator: &Validator, text: &str) -> (Sources, Judged) {
    let mut sources = Sources::default();
    let (_, judged) = message::judge(validator, &mut sources, "message", text.into());
    (sources, judged)
}

/// Codes, names of constraints and lines of what was found.
fn found(model: &MessageModel, judged: &Judged) -> Vec<(String, String)> {
    let name =
        |at: &str| model.constraints[at.parse::<usize>().expect("a place")].name().to_owned();
    let list = judged.findings.list.iter();
    list.map(|it| (it.code.id.to_owned(), it.text("constraint").map_or_else(String::new, name)))
        .collect()
}

/// The sample of a message with a change; judged as JSON and as XML, which have to agree.
fn changed(id: &str, change: impl FnOnce(&mut Value)) -> Vec<(String, String)> {
    let model = &MODELS[0];
    let at = model.messages.iter().position(|it| it.id == id).expect("a message");
    let mut json = sample_json(&artifacts(model), id);
    change(&mut json);
    let validator = Validator::new(model);
    let (_, of_json) = judge(&validator, &json.to_string());
    let items = of_json.items.as_ref().expect("values");
    let tree = message::element(&validator, at, items).expect("a tree");
    let (_, of_xml) = judge(&validator, &to_xml(model, &model.messages[at], &tree));
    assert_eq!(found(model, &of_json), found(model, &of_xml));
    assert_eq!(of_json.is_valid(), of_xml.is_valid());
    found(model, &of_json)
}

fn one(code: &str, name: &str) -> Vec<(String, String)> {
    vec![(code.to_owned(), name.to_owned())]
}

#[test]
fn samples_keep_every_condition_and_rule() {
    for model in &*MODELS {
        assert!(
            model.constraints.iter().filter(|it| it.is_rule() && it.is_of_message()).count() >= 4
        );
        let all = artifacts(model);
        let validator = Validator::new(model);
        for message in &model.messages {
            let (_, judged) = judge(&validator, &sample_json(&all, &message.id).to_string());
            assert!(judged.findings.list.is_empty(), "{}: {:?}", message.id, found(model, &judged));
        }
    }
}

#[test]
fn rules_and_conditions_are_judged_alike_in_xml_and_json() {
    let items = "/certificate/governmentAgencyGoodsItem";
    let put = |at: &str, value: Value| {
        let path = format!("/certificate/{at}");
        move |json: &mut Value| *json.pointer_mut(&path).expect(&path) = value
    };
    // An item number twice; and one that is too great.
    let number = "governmentAgencyGoodsItem/1/sequenceNumeric";
    assert_eq!(changed("certificate", put(number, json!(1))), one("MSG-16", "BR-CO-28"));
    assert_eq!(changed("certificate", put(number, json!(3))), one("MSG-16", "BR-CO-28"));
    // A rule that may fail without the fact that it also needs.
    let day = json!({"content": "20200101", "formatCode": "102"});
    let late = changed("certificate", put("expirationDateTime", day));
    assert!(late.contains(&("MSG-16".to_owned(), "BR-CO-27".to_owned())), "{late:?}");
    // A total that is not the sum, to the last decimal.
    let total = changed("certificate", |json| {
        let total =
            json.pointer_mut("/certificate/totalGrossMassMeasure/content").expect("a total");
        *total = json!(format!(
            "{}.000001",
            total.as_str().expect("a number").split('.').next().unwrap()
        ));
    });
    assert_eq!(total, one("MSG-16", "BR-CO-29"));
    // A conditional element of one item of a list only.
    let path = "Certificate/GovernmentAgencyGoodsItem/Origin/CriterionPercentNumeric";
    let percent = changed("certificate", |json| {
        let origin = json.pointer_mut(&format!("{items}/1/origin")).expect("an origin");
        let origin = if origin.is_array() { &mut origin[0] } else { origin };
        origin["criterionCode"] = json!("RVC");
        origin.as_object_mut().expect("an object").remove("criterionPercentNumeric");
    });
    assert!(percent.contains(&("MSG-15".to_owned(), path.to_owned())), "{percent:?}");
}

#[test]
fn findings_say_where_in_both_languages_with_the_code_of_the_block() {
    let model = &MODELS[0];
    let mut json = sample_json(&artifacts(model), "certificate");
    let items = json.pointer_mut("/certificate/governmentAgencyGoodsItem").expect("items");
    items[1]["sequenceNumeric"] = json!(77);
    let text = serde_json::to_string_pretty(&json).expect("JSON");
    let validator = Validator::new(model);
    let (sources, judged) = judge(&validator, &text);
    let [finding] = judged.findings.list.as_slice() else { panic!("{:?}", judged.findings.list) };
    let line =
        text.lines().position(|it| it.contains("\"sequenceNumeric\": 77")).expect("a line") + 1;
    assert_eq!(sources.start(finding.span).line, line);
    assert_eq!(finding.path, "Certificate/GovernmentAgencyGoodsItem/SequenceNumeric");
    assert_eq!(judged.error_codes(&validator), ["E-ITEM"]);
    for lang in gnc::words::Lang::ALL {
        let said = finding.message(lang) + &finding.help(lang);
        assert!(said.contains("BR-CO-28") && !said.contains('{'), "{said}");
    }
}

#[test]
fn facts_beside_a_message_decide() {
    let model = &MODELS[0];
    let json = sample_json(&artifacts(model), "certificate");
    let id = json.pointer("/certificate/id").expect("a number").clone();
    let body = json.pointer("/certificate/issuingAuthority/id").expect("a body").clone();
    let name = |judged: &Judged| found(model, judged);
    let with = |facts: Value| {
        let validator = Validator::new(model).with_facts(facts);
        judge(&validator, &json.to_string()).1
    };
    let open = |judged: &Judged, rule: &str| {
        judged.undecided.iter().any(|it| model.constraints[it.constraint].name() == rule)
    };
    let nothing = judge(&Validator::new(model), &json.to_string()).1;
    assert!(open(&nothing, "BR-CO-25") && nothing.is_valid());
    let empty = with(json!({"register": []}));
    assert!(!open(&empty, "BR-CO-25") && name(&empty).is_empty());
    // Names as in the expression language, or as in messages.
    for register in [
        json!([{"ID": id, "IssuingAuthority": {"ID": body}}]),
        json!([{"id": id, "issuingAuthority": {"id": body}}]),
    ] {
        let twice = with(json!({"register": register}));
        assert_eq!(name(&twice), one("MSG-16", "BR-CO-25"));
    }
}

#[test]
fn a_message_of_a_thousand_items_is_judged_in_proportion() {
    let model = &MODELS[0];
    let mut json = sample_json(&artifacts(model), "certificate");
    let items = json.pointer_mut("/certificate/governmentAgencyGoodsItem").expect("items");
    let item = items[0].clone();
    let made = (1..=999).map(|n| {
        let mut item = item.clone();
        item["sequenceNumeric"] = json!(n);
        item
    });
    *items = made.collect();
    let root = json.pointer_mut("/certificate").and_then(Value::as_object_mut).expect("a class");
    root.remove("totalGrossMassMeasure");
    root.remove("totalPackageQuantity");
    let validator = Validator::new(model);
    let (_, judged) = judge(&validator, &json.to_string());
    let rules: Vec<_> = found(model, &judged)
        .into_iter()
        .filter(|it| it.0 != "MSG-15" && it.0 != "MSG-06")
        .collect();
    assert!(rules.is_empty(), "{rules:?}");
    json["certificate"]["governmentAgencyGoodsItem"][998]["sequenceNumeric"] = json!(7);
    let (_, judged) = judge(&validator, &json.to_string());
    assert!(found(model, &judged).contains(&("MSG-16".to_owned(), "BR-CO-28".to_owned())));
}
