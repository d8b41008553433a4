//! Messages for trials: what is made to be valid is, and what is made to break one thing breaks it.

use gnc::message::{self, Judged, Validator};
use gnc::text::Sources;
use gnc::trial::{faults, trials, varied};
use gnc::view::message::MessageModel;
use serde_json::Value;

use super::shipped::MODELS;

fn judge(validator: &Validator, json: &Value) -> Judged {
    let bytes = json.to_string().into_bytes();
    message::judge(validator, &mut Sources::default(), "message", bytes).1
}

fn position(model: &MessageModel, id: &str) -> usize {
    model.messages.iter().position(|it| it.id == id).expect("a message")
}

#[test]
fn each_rule_is_kept_by_one_message_and_broken_by_one() {
    let model = &MODELS[1];
    let validator = Validator::new(model);
    let mut broken = Vec::new();
    for id in ["business-response", "utilisation-report", "certificate", "status-query"] {
        let at = position(model, id);
        for it in trials(model, &validator, at) {
            let name = model.constraints[it.constraint].name();
            assert!(judge(&validator, &it.passing).findings.list.is_empty(), "{id} {name}");
            let judged = judge(&validator, &it.failing);
            assert!(judged.conforms(), "{id} {name}: only the rule is broken");
            let found = judged.findings.list.iter().filter_map(|it| it.text("constraint"));
            let mut found: Vec<usize> = found.filter_map(|it| it.parse().ok()).collect();
            found.dedup();
            let mut expected: Vec<usize> = it.also.iter().copied().chain([it.constraint]).collect();
            found.sort_unstable();
            expected.sort_unstable();
            found.dedup();
            assert_eq!(found, expected, "{id} {name}");
            broken.push((name, it.also.len()));
        }
    }
    for rule in ["BR-CO-27", "BR-CO-28", "BR-CO-29", "BR-CO-34"] {
        assert!(broken.contains(&(rule, 0)), "{rule} is broken by itself: {broken:?}");
    }
    let alone = broken.iter().filter(|it| it.1 == 0).count();
    assert!(broken.len() >= 25 && alone * 10 >= broken.len() * 8, "{alone} of {}", broken.len());
}

#[test]
fn each_element_can_be_wrong_by_itself() {
    let model = &MODELS[1];
    let validator = Validator::new(model);
    let made = faults(model, &validator, position(model, "certificate"));
    for code in ["MSG-06", "MSG-09", "MSG-10", "MSG-11", "MSG-12"] {
        assert!(made.iter().any(|it| it.code == code), "no message with {code}");
    }
    for it in &made {
        let judged = judge(&validator, &it.failing);
        let codes: Vec<_> = judged.findings.list.iter().map(|it| it.code.id).collect();
        assert!(codes.contains(&it.code), "{} {}: {codes:?}", it.code, it.path);
    }
}

#[test]
fn valid_messages_differ_by_their_seed_only() {
    let model = &MODELS[1];
    let validator = Validator::new(model);
    let at = position(model, "certificate");
    let make = |seed, items| varied(model, &validator, at, seed, items).expect("a message");
    let one = make(1, 30);
    assert_eq!(one, make(1, 30));
    assert_ne!(one, make(2, 30));
    let items = one.pointer("/certificate/governmentAgencyGoodsItem").and_then(Value::as_array);
    assert_eq!(items.map(Vec::len), Some(30));
    for json in [one, make(3, 0)] {
        assert!(judge(&validator, &json).findings.list.is_empty());
    }
}
