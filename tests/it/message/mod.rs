//! Messages: schemas, samples and the interface description of a block made by hand.

mod answers;
mod certificate;
mod convert;
mod hostile;
mod matching;
mod plausible;
mod rules;
mod schema_rules;
mod shipped;
mod trials;

use std::collections::BTreeSet;

use gnc::render::message::{json_schema, openapi, sample, xsd};
use gnc::render::{Artifact, Kind};
use gnc::view::message::facets::{CharacterSet, DataKind, DateFormat, Facets};
use gnc::view::message::{MessageModel, Presence, name};
use serde_json::{Value, json};

pub(super) fn artifacts(model: &MessageModel) -> Vec<Artifact> {
    let mut all = xsd::write(model);
    all.extend(json_schema::write(model));
    all.extend(openapi::write(model));
    all.extend(sample::write(model));
    all
}

fn text<'a>(all: &'a [Artifact], path: &str) -> &'a str {
    let found = all.iter().find(|it| it.path == path).unwrap_or_else(|| panic!("no {path}"));
    std::str::from_utf8(&found.bytes).expect("UTF-8")
}

fn sample_json(all: &[Artifact], id: &str) -> Value {
    serde_json::from_str(text(all, &format!("samples/{id}.json"))).expect("JSON")
}

fn validator(model: &MessageModel, at: usize) -> jsonschema::Validator {
    let schema = json_schema::schema(model, &model.messages[at]);
    jsonschema::draft202012::meta::validate(&schema).expect("a schema of draft 2020-12");
    jsonschema::draft202012::new(&schema).expect("a schema")
}

#[test]
fn artifacts_have_the_paths_the_manifest_promises() {
    let all = artifacts(&certificate::model());
    let paths: BTreeSet<&str> = all.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(paths.len(), all.len(), "no path twice");
    for sample in all.iter().filter(|it| it.kind == Kind::Sample) {
        let schema = sample.schema.as_deref().expect("a schema");
        assert!(paths.contains(schema), "{schema}");
    }
}

#[test]
fn samples_are_valid_and_carry_every_optional_element() {
    let model = certificate::model();
    let all = artifacts(&model);
    for (at, message) in model.messages.iter().enumerate() {
        let sample = sample_json(&all, &message.id);
        let validator = validator(&model, at);
        let errors: Vec<_> = validator.iter_errors(&sample).map(|it| it.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", message.id);
    }
    let sample = sample_json(&all, "certificate");
    let document = &sample["certificate"];
    assert_eq!(document["functionCode"], "9");
    assert_eq!(document["retrospectiveIndicator"], true);
    let items = document["governmentAgencyGoodsItem"].as_array().expect("an array");
    assert_eq!(items.len(), 2);
    assert_eq!(items[1]["sequenceNumeric"], 2);
    assert_eq!(document["routingCountryCode"], json!(["KE"]));
    let total = |path: &str, of: &str| -> f64 {
        items
            .iter()
            .map(|it| it[path][of].as_str().expect("a text").parse::<f64>().expect("one"))
            .sum()
    };
    let declared = document["invoiceAmount"]["content"].as_str().expect("a text");
    assert!(
        (total("customsValueAmount", "content") - declared.parse::<f64>().expect("one")).abs()
            < 1e-9
    );
}

#[test]
fn json_schema_refuses_each_mutilation() {
    let model = certificate::model();
    let validator = validator(&model, 0);
    let good = sample_json(&artifacts(&model), "certificate");
    let item = "/certificate/governmentAgencyGoodsItem/0";
    let bad: &[(&str, Value)] = &[
        ("/certificate/id", json!("")),
        ("/certificate/id", json!("x".repeat(71))),
        ("/certificate/functionCode", json!("9a")),
        ("/certificate/functionCode", json!(9)),
        ("/certificate/issueDateTime", json!({"content": "20260312093000Z"})),
        ("/certificate/issueDateTime/content", json!("20261312093000Z")),
        ("/certificate/issueDateTime/content", json!("2026-03-12")),
        ("/certificate/issueDateTime/formatCode", json!("203")),
        ("/certificate/expiryDateTime/formatCode", json!("304")),
        ("/certificate/invoiceAmount/content", json!("48250.0001")),
        ("/certificate/invoiceAmount/content", json!("00048250.00")),
        ("/certificate/invoiceAmount/content", json!("12345678901234567")),
        ("/certificate/invoiceAmount/content", json!(48250)),
        ("/certificate/invoiceAmount/currencyId", json!("GBP")),
        ("/certificate/totalGrossMassMeasure/unitCode", json!("kg")),
        ("/certificate/retrospectiveIndicator", json!("true")),
        ("/certificate/routingCountryCode", json!("KE")),
        ("/certificate/routingCountryCode", json!([])),
        ("/certificate/routingCountryCode", json!(["ZZ"])),
        ("/certificate/routingCountryCode", json!(vec!["KE"; 10])),
        ("/certificate/governmentAgencyGoodsItem/0/sequenceNumeric", json!(100_000)),
        ("/certificate/governmentAgencyGoodsItem/0/sequenceNumeric", json!("1")),
        ("/certificate/governmentAgencyGoodsItem/0/originCriterionCode", json!("PE")),
        ("/certificate/governmentAgencyGoodsItem/0/percentNumeric", json!("62.505")),
        ("/certificate/governmentAgencyGoodsItem/0/commodity/classification/id", json!("0901.11")),
        ("/certificate/importer/address/cityName", json!("x".repeat(21))),
        (item, json!({})),
        ("/wcoTypeName", Value::Null),
    ];
    for (pointer, value) in bad {
        let mut sample = good.clone();
        *sample.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value.clone();
        assert!(!validator.is_valid(&sample), "{pointer} = {value} is admitted");
    }
    // What must be there, and what must not.
    for (object, name) in [("", "wcoTypeName"), ("/certificate", "exporter"), (item, "commodity")] {
        let mut sample = good.clone();
        let object = sample.pointer_mut(object).and_then(Value::as_object_mut).expect("an object");
        object.remove(name).expect("was there");
        assert!(!validator.is_valid(&sample), "{name} is missing");
    }
    let mut sample = good.clone();
    sample["certificate"]["colour"] = json!("red");
    assert!(!validator.is_valid(&sample), "an unknown property is admitted");
    // The subset of the cancellation leaves the goods out.
    let cancellation = self::validator(&model, 1);
    let mut sample = sample_json(&artifacts(&model), "cancellation");
    sample["certificate"]["exporter"] = good["certificate"]["exporter"].clone();
    assert!(!cancellation.is_valid(&sample), "a message carries what is not in its subset");
}

#[test]
fn xml_and_json_carry_the_same_data_by_name_alone() {
    let model = certificate::model();
    let all = artifacts(&model);
    for message in &model.messages {
        let xml = convert::read_xml(text(&all, &format!("samples/{}.xml", message.id)));
        let json = sample_json(&all, &message.id);
        assert_eq!(convert::to_json(&model, message, &xml), json, "{}", message.id);
        assert_eq!(convert::to_xml(&model, message, &json), xml, "{}", message.id);
    }
}

#[test]
fn schema_modules_are_well_formed_and_stay_out_of_foreign_namespaces() {
    let all = artifacts(&certificate::model());
    for module in all.iter().filter(|it| it.kind == Kind::Xsd) {
        let text = std::str::from_utf8(&module.bytes).expect("UTF-8");
        let schema = convert::read_xml(text);
        let attribute = |name: &str| {
            let found = schema.attributes.iter().find(|(it, _)| it == name);
            found.map(|(_, value)| value.as_str())
        };
        let namespace = attribute("targetNamespace").expect("a namespace");
        assert!(namespace.starts_with("urn:gnc:datamodel:test.certificate:"), "{namespace}");
        assert!(namespace.ends_with(":1"), "{namespace}");
        assert_eq!(attribute("elementFormDefault"), Some("qualified"));
        assert!(!text.contains("urn:wco"), "{}", module.path);
    }
}

#[test]
fn classes_hold_attributes_first_and_only_what_they_have() {
    let model = certificate::model();
    let root = &model.messages[0].root;
    let tags: Vec<&str> = root.classes.iter().map(|it| it.xml.as_str()).collect();
    assert_eq!(
        tags,
        ["AdditionalInformation", "Exporter", "GovernmentAgencyGoodsItem", "Importer"]
    );
    // No row describes the importer; it holds nothing mandatory.
    assert_eq!(root.classes[3].presence, Presence::optional());
    let commodity = &root.classes[2].classes[0];
    assert_eq!(commodity.classes[0].presence, Presence::mandatory());
    // One type for one name and form; a narrower form gets a name of its own.
    let names: Vec<&str> = model.data_types.iter().map(|it| it.name.as_str()).collect();
    let distinct: BTreeSet<&&str> = names.iter().collect();
    assert_eq!(distinct.len(), names.len());
    assert!(names.contains(&"AddressCityNameTextType"));
    assert!(names.contains(&"CertificateImporterAddressCityNameType"));
    assert!(names.contains(&"GovernmentAgencyGoodsItemOriginCriterionCodeType"));
}

#[test]
fn the_interface_says_how_each_message_is_received() {
    let model = certificate::model();
    let api = openapi::description(&model);
    assert_eq!(api["openapi"], "3.1.0");
    let post = &api["paths"]["/messages/certificate-of-origin"]["post"];
    let receipt = &post["responses"]["202"]["content"]["application/json"]["schema"]["$ref"];
    assert_eq!(receipt, "#/components/schemas/TechnicalReceipt");
    assert_eq!(post["tags"], json!(["importing-gateway"]));
    assert_eq!(
        api["webhooks"]["businessResponse"]["post"]["requestBody"]["$ref"],
        "#/components/requestBodies/BusinessResponse"
    );
    // A question is answered at once, so no status query of our own is needed.
    let query = &api["paths"]["/messages/status-query"]["post"];
    assert!(query["responses"].get("200").is_some() && query["responses"].get("202").is_none());
    assert!(api["paths"].get("/messages/{messageKey}/status").is_none());
    assert_eq!(api["security"], json!([{"mutualTls": [], "oauth2": ["messages.send"]}]));
    assert_eq!(api["components"]["schemas"]["ErrorCode"]["enum"], json!(["E-QTY", "E-SCHEMA"]));
    let example = &api["components"]["responses"]["UnprocessableContent"]["content"]["application/problem+json"]
        ["examples"]["problem"]["value"];
    assert_eq!(example["code"], "E-QTY");
    let written = api.to_string();
    assert!(!written.contains("oneOf"));
    every_reference_resolves(&api, &api);

    let mut without = model;
    without.messages[4].answered_by.clear();
    let api = openapi::description(&without);
    assert!(api["paths"].get("/messages/{messageKey}/status").is_some());
    every_reference_resolves(&api, &api);
}

fn every_reference_resolves(root: &Value, value: &Value) {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(reference)) = map.get("$ref") {
                let pointer = reference.strip_prefix('#').expect("a local reference");
                assert!(root.pointer(pointer).is_some(), "{reference}");
            }
            map.values().for_each(|inner| every_reference_resolves(root, inner));
        }
        Value::Array(items) => items.iter().for_each(|inner| every_reference_resolves(root, inner)),
        _ => {}
    }
}

#[test]
fn the_schemas_of_the_interface_are_those_of_the_messages() {
    let model = certificate::model();
    let api = openapi::description(&model);
    for (at, message) in model.messages.iter().enumerate() {
        let file = json_schema::schema(&model, &model.messages[at]);
        let named = format!("{}_{}", message.name, message.root.xml);
        let in_api = api["components"]["schemas"][&named].to_string();
        let in_file = file["$defs"][&named].to_string();
        assert_eq!(in_api.replace("#/components/schemas/", "#/$defs/"), in_file);
    }
}

#[test]
fn patterns_and_acceptance_agree() {
    let amount = Facets::of(DataKind::Amount, CharacterSet::Digits, 1, 16, 3);
    let facets = [
        amount.clone(),
        Facets::of(DataKind::Numeric, CharacterSet::Digits, 1, 5, 2),
        Facets::of(DataKind::Numeric, CharacterSet::Digits, 1, 1, 0),
        Facets::of(DataKind::Numeric, CharacterSet::Digits, 1, 2, 1),
        Facets::of(DataKind::Code, CharacterSet::Letters, 2, 2, 0),
        Facets::of(DataKind::Identifier, CharacterSet::Digits, 1, 4, 0),
        Facets::Date(DateFormat::ALL.to_vec()),
        Facets::Date(vec![DateFormat::Day]),
        Facets::Binary,
    ];
    let values = [
        "",
        "0",
        "00",
        "7",
        "12",
        "0.5",
        "1.5",
        "1.",
        ".5",
        "12.3",
        "1.23",
        "12345",
        "123.45",
        "1234.5",
        "123456",
        "1234567890123456",
        "12345678901234567",
        "1234567890123.456",
        "12345678901234.567",
        "-1",
        "+1",
        "1e3",
        " 1",
        "AB",
        "ab",
        "A1",
        "é",
        "1234",
        "20260312",
        "20261301",
        "20260230",
        "20260312093000Z",
        "20260312093000+02",
        "20260312093000+0200",
        "20260312253000Z",
        "20260312093000",
        "c2VhbA==",
        "c2VhbA=",
        "c2Vhb!==",
        "c2Vh",
    ];
    for facets in &facets {
        let pattern = facets.pattern().expect("a pattern");
        let schema = json!({"type": "string", "pattern": format!("^({pattern})$")});
        let validator = jsonschema::draft202012::new(&schema).expect("a pattern");
        for value in values {
            let by_pattern = validator.is_valid(&json!(value));
            assert_eq!(facets.accepts(value), by_pattern, "{value:?} by {pattern}");
        }
    }
    assert!(amount.accepts("48250.00") && !amount.accepts("48250.0001"));
}

#[test]
fn names_are_made_of_letters_and_digits() {
    let json_names = [
        ("ID", "id"),
        ("CountryCode", "countryCode"),
        ("FunctionalReferenceID", "functionalReferenceId"),
        ("WCOTypeName", "wcoTypeName"),
        ("UCR", "ucr"),
        ("LPCOExemptionCode", "lpcoExemptionCode"),
        ("GovernmentAgencyGoodsItem", "governmentAgencyGoodsItem"),
    ];
    for (tag, json) in json_names {
        assert_eq!(name::json(tag), json);
    }
    assert_eq!(
        name::data_type("Origin. Country. Code", "Origin", "CountryCode"),
        "OriginCountryCodeType"
    );
    assert_eq!(
        name::data_type("Declaration. Identification. Identifier", "Declaration", "ID"),
        "DeclarationIdentificationIDType"
    );
    assert_eq!(name::kebab("CertificateOfOrigin"), "certificate-of-origin");
    assert_eq!(name::kebab("AEOStatus2"), "aeo-status2");
    for hostile in ["<script>", "a b\"c", "../../etc", "é", "1x", "", "x:y", "{u}"] {
        let tag = name::xml(hostile);
        assert!(tag.starts_with(|c: char| c.is_ascii_alphabetic()), "{tag}");
        assert!(tag.chars().all(|c| c.is_ascii_alphanumeric()), "{tag}");
        let token = name::token(hostile);
        assert!(
            !token.is_empty() && !token.contains(['/', '<', '"', ' ']) && !token.starts_with('.')
        );
    }
}

#[test]
fn two_builds_are_the_same_bytes_and_a_draft_says_so() {
    let mut model = certificate::model();
    assert_eq!(artifacts(&model), artifacts(&certificate::model()));
    model.draft = true;
    let drafts = artifacts(&model);
    let marked =
        |it: &&Artifact| std::str::from_utf8(&it.bytes).is_ok_and(|text| text.contains("DRAFT"));
    for artifact in &drafts {
        // A JSON sample has no place for a remark; the manifest marks it.
        let json_sample = artifact.kind == Kind::Sample && artifact.bytes.starts_with(b"{");
        assert!(json_sample || marked(&artifact), "{} is not marked", artifact.path);
    }
}
