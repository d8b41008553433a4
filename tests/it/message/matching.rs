//! Messages compared with documents beside them, and documents filled in from messages.

use gnc::exchange::{Compared, compare, document, prefill};
use gnc::expression::Verdict;
use gnc::message::{self, Items, Syntax, Validator, element};
use gnc::render::message::sample::to_json;
use gnc::text::Sources;
use gnc::trial::varied;
use gnc::view::message::MessageModel;
use gnc::view::message::build::build;
use gnc::view::message::matching::{Consequence, Entry, Matching};
use gnc::words::Lang;
use gnc::workspace::Workspace;
use serde_json::{Map, Value, json};

use super::shipped::MODELS;
use super::{artifacts, sample_json};

fn model(block: &str) -> MessageModel {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("utility-blocks");
    let mut workspace = Workspace::default();
    let name = format!("{block}.yaml");
    let file = workspace.add(&name, std::fs::read(folder.join(&name)).expect("a block")).0;
    workspace.prepare();
    build(&workspace.analyse(file).resolved.expect("a block"), false)
}

fn read(validator: &Validator, json: &Value) -> (usize, Items) {
    let bytes = json.to_string().into_bytes();
    let (_, judged) = message::judge(validator, &mut Sources::default(), "", bytes);
    assert!(judged.conforms(), "{:?}", judged.findings.list);
    (judged.message.expect("a message"), judged.items.expect("values"))
}

/// What became of each rule, item by item.
fn verdicts(model: &MessageModel, made: &Compared<'_>) -> Vec<(usize, String, char)> {
    let mut all = Vec::new();
    for group in &made.groups {
        for said in &group.said {
            let name = model.constraints[said.rule.constraint].name().to_owned();
            let verdict = match said.verdict {
                Verdict::Holds => '+',
                Verdict::Fails => '-',
                Verdict::Undecided(_) => '?',
            };
            all.push((group.number, name, verdict));
        }
    }
    all
}

fn wrong(model: &MessageModel, made: &Compared<'_>) -> Vec<(usize, String, char)> {
    verdicts(model, made).into_iter().filter(|it| it.2 != '+').collect()
}

fn compared<'m>(
    model: &'m MessageModel,
    validator: &Validator,
    (at, items): (usize, &Items),
    matching: &'m Matching,
    document: &Value,
    facts: &Value,
) -> Compared<'m> {
    let facts = facts.as_object().cloned().unwrap_or_default();
    compare(model, validator, (at, items), matching, (document, &facts)).expect("a comparison")
}

/// The import declaration that claims everything on the sample of a certificate.
fn claim(certificate: &Value) -> Value {
    let certificate = &certificate["certificate"];
    let items = certificate["governmentAgencyGoodsItem"].as_array().expect("items");
    let items: Vec<Value> = items
        .iter()
        .map(|it| {
            let code = it["commodity"]["classification"][0]["id"].as_str().expect("a code");
            let origin = &it["origin"];
            let origin = if origin.is_array() { &origin[0] } else { origin };
            json!({
                "certificateItem": it["sequenceNumeric"],
                "hs6": code[..6],
                "quantity": it["commodity"]["goodsMeasure"]["tariffQuantity"],
                "originCountry": origin["countryCode"],
                "consignmentReference": certificate["ucr"]["id"],
            })
        })
        .collect();
    json!({
        "certificateNumber": certificate["id"],
        "certificateIssuer": certificate["issuingAuthority"]["id"],
        "acceptanceDate": certificate["issueDateTime"]["content"],
        "items": items,
    })
}

#[test]
fn a_certificate_and_a_claim_are_compared_item_by_item() {
    let model = &MODELS[1];
    let matching = &model.matchings[0];
    let validator = Validator::new(model);
    let certificate = sample_json(&artifacts(model), "certificate");
    let (at, items) = read(&validator, &certificate);
    let facts = json!({"writeOffs": []});
    let good = claim(&certificate);
    assert!(document::check(&matching.document, &good, false).is_empty());
    let run = |document: &Value, facts: &Value| {
        compared(model, &validator, (at, &items), matching, document, facts)
    };
    let made = run(&good, &facts);
    assert_eq!(made.key, Some(Verdict::Holds));
    assert_eq!(wrong(model, &made), []);
    assert_eq!(made.result(), Consequence::Accept);
    assert!(verdicts(model, &made).len() >= 10, "each rule for each of two items");
    // One item too much, the other of another unit and another origin.
    let mut bad = good.clone();
    let quantity = bad["items"][0]["quantity"]["content"].as_str().expect("a number").to_owned();
    bad["items"][0]["quantity"]["content"] = json!(format!("{quantity}.001"));
    bad["items"][1]["quantity"]["unitCode"] = json!("LTR");
    bad["items"][1]["originCountry"] = json!("FR");
    let made = run(&bad, &facts);
    let expected =
        [(1, "BR-CO-07", '-'), (2, "BR-CO-04", '-'), (2, "BR-CO-07", '?'), (2, "BR-CO-08", '-')];
    let expected: Vec<_> = expected.map(|it| (it.0, it.1.to_owned(), it.2)).to_vec();
    let mut found = wrong(model, &made);
    found.sort();
    assert_eq!(found, expected);
    assert_eq!(made.result(), Consequence::Discrepancy);
    // Without what was written off nothing is said of quantities.
    let made = run(&good, &json!({}));
    assert!(wrong(model, &made).iter().all(|it| it.1 == "BR-CO-07" && it.2 == '?'));
    // Two lines that cite one item: that is seen although each is looked at by itself.
    let mut twice = good.clone();
    twice["items"][1]["certificateItem"] = json!(1);
    let found = wrong(model, &run(&twice, &facts));
    assert!(found.contains(&(1, "BR-CO-02".to_owned(), '-')), "{found:?}");
    assert!(found.contains(&(2, "BR-CO-02".to_owned(), '-')), "{found:?}");
    // A certificate that nobody knows: the goods are released against a guarantee.
    let mut other = good;
    other["certificateNumber"] = json!("another");
    let made = run(&other, &facts);
    assert_eq!(made.key, Some(Verdict::Fails));
    assert!(wrong(model, &made).contains(&(0, "BR-CO-01".to_owned(), '-')));
    assert_eq!(made.result(), Consequence::GuaranteeRelease);
}

/// What is not filled in, by path.
fn left<'e>(entry: &'e Entry, mandatory: bool, all: &mut Vec<&'e str>) {
    let own = entry.source.is_none() && entry.entries.is_empty();
    if own && (!mandatory || entry.min > 0) {
        all.push(&entry.path);
    }
    entry.entries.iter().for_each(|it| left(it, mandatory, all));
}

#[test]
fn export_data_fills_in_an_import_declaration_that_then_matches() {
    let model = model("wco.export-data");
    let matching = &model.matchings[0];
    let validator = Validator::new(&model);
    let export = model.messages.iter().position(|it| it.id == "export-data").expect("a message");
    for seed in 0..5 {
        let json = varied(&model, &validator, export, seed, 7).expect("a message");
        let (at, items) = read(&validator, &json);
        let draft = prefill(&validator, (at, &items), matching, &json!({})).expect("a draft");
        assert!(document::check(&matching.document, &draft.document, true).is_empty());
        let root = &json["declaration"]["goodsShipment"];
        assert_eq!(draft.document["ucr"], root["ucr"]["id"]);
        assert_eq!(draft.document["items"].as_array().expect("items").len(), 7);
        let item = &root["governmentAgencyGoodsItem"][6];
        let filled = &draft.document["items"][6];
        assert_eq!(filled["exportItem"], item["sequenceNumeric"]);
        assert_eq!(filled["grossMass"], item["commodity"]["goodsMeasure"]["grossMassMeasure"]);
        let code = item["commodity"]["classification"][0]["id"].as_str().expect("a code");
        assert_eq!(filled["hs6"], code[..6]);
        // What is the importer's is empty wherever it stands, and nothing else is missing.
        let mut empty = Vec::new();
        left(&matching.document, false, &mut empty);
        assert!(
            empty.contains(&"entry/importer") && empty.contains(&"entry/items/valuationMethod")
        );
        assert!(draft.document["importer"].is_null() && filled["valuationMethod"].is_null());
        let mut owed = Vec::new();
        left(&matching.document, true, &mut owed);
        let missing = document::check(&matching.document, &draft.document, false);
        for it in &missing {
            let plain: String =
                it.path.replace(|c: char| c.is_ascii_digit() || "[]".contains(c), "");
            let known = owed.iter().any(|path| path.replace('6', "") == plain);
            assert!(known, "{}", it.message(Lang::En));
        }
        assert!(missing.len() > 7);
        // Completed, it matches what it was made from.
        let mut full = draft.document.clone();
        for (name, value) in [
            ("acceptanceDate", json!("20270301")),
            ("importer", json!("IMP-1")),
            ("procedure", json!("40")),
            ("confirmedByDeclarant", json!(true)),
        ] {
            full[name] = value;
        }
        for it in full["items"].as_array_mut().expect("items") {
            it["valuationMethod"] = json!("1");
        }
        assert!(document::check(&matching.document, &full, false).is_empty());
        let made = compared(&model, &validator, (at, &items), matching, &full, &json!({}));
        assert_eq!(wrong(&model, &made), []);
        full["items"][3]["hs6"] = json!("000000");
        let made = compared(&model, &validator, (at, &items), matching, &full, &json!({}));
        assert_eq!(wrong(&model, &made), [(4, "BR-EX-32".to_owned(), '-')]);
        // XML says the same as JSON.
        for syntax in [Syntax::Xml, Syntax::Json] {
            let text = document::write(&matching.document, &full, syntax, Lang::Fr);
            let (again, beside) =
                document::read(&matching.document, text.into_bytes()).expect("a document");
            assert!(beside.is_empty());
            let made = compared(&model, &validator, (at, &items), matching, &again, &json!({}));
            assert_eq!(wrong(&model, &made), [(4, "BR-EX-32".to_owned(), '-')]);
        }
    }
}

#[test]
fn what_is_no_such_document_is_told() {
    let model = &MODELS[1];
    let entry = &model.matchings[0].document;
    let faults = |value: &Value| -> Vec<String> {
        document::check(entry, value, false).iter().map(|it| it.message(Lang::En)).collect()
    };
    let good = claim(&sample_json(&artifacts(model), "certificate"));
    assert_eq!(faults(&good), Vec::<String>::new());
    let changes: [(&str, Value, &str); 5] = [
        ("/items/0/hs6", Value::Null, "declaration/items[1]/hs6: is missing"),
        ("/items/1/originCountry", json!("ZZ"), "not a code"),
        ("/acceptanceDate", json!("tomorrow"), "not a value of its kind"),
        ("/items/0/quantity", json!({"content": "many"}), "not a value of its kind"),
        ("/items/0", json!({"hs": "1"}), "`hs` is no name"),
    ];
    for (path, value, said) in changes {
        let mut bad = good.clone();
        *bad.pointer_mut(path).expect("a place") = value;
        let found = faults(&bad);
        assert!(found.iter().any(|it| it.contains(said)), "{path}: {found:?}");
    }
    // Hostile input is refused, not followed.
    let deep = "<a>".repeat(1000);
    for text in [
        "<!DOCTYPE d [<!ENTITY e \"x\">]><declaration>&e;</declaration>",
        "<declaration>&unknown;</declaration>",
        "<declaration><items>",
        &deep,
        "[1]",
        "{",
        "",
    ] {
        assert!(document::read(entry, text.as_bytes().to_vec()).is_err(), "{text:.40}");
    }
    assert!(document::read(entry, vec![0xff, 0xfe]).is_err());
    let unknown: Map<String, Value> = Map::new();
    let read = document::read(entry, b"{\"declaration\": {}, \"writeOffs\": []}".to_vec());
    let (own, beside) = read.expect("a document");
    assert_eq!((own, beside.len()), (Value::Object(unknown), 1));
}

#[test]
fn two_messages_of_one_block_are_compared() {
    let model = model("wco.e-waste");
    let matching = &model.matchings[0];
    let validator = Validator::new(&model);
    let all = artifacts(&model);
    let (at, items) = read(&validator, &sample_json(&all, "movement"));
    let (other, notification) = read(&validator, &sample_json(&all, "notification"));
    let tree = element(&validator, other, &notification).expect("a tree");
    let root = &model.messages[other].root.json;
    let document = to_json(&tree)[root].clone();
    let made = compared(&model, &validator, (at, &items), matching, &document, &json!({}));
    assert!(made.key.is_some() && !verdicts(&model, &made).is_empty());
    let decided = verdicts(&model, &made).iter().filter(|it| it.2 != '?').count();
    assert!(decided >= 3, "{:?}", verdicts(&model, &made));
}
