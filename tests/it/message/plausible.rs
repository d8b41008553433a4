//! Samples that an officer would not stumble over: goods and their codes, masses and totals, the order
//! of events.

use std::path::Path;

use gnc::catalogue::Catalogue;
use gnc::view::message::build::build;
use gnc::workspace::Workspace;
use serde_json::Value;

use super::{artifacts, sample_json};

/// Every sample of every shipped block, with the block and the message.
fn samples() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("utility-blocks");
    let mut workspace = Workspace::default();
    let mut files = Vec::new();
    let mut names: Vec<_> =
        std::fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path()).collect();
    names.sort();
    for path in names.iter().filter(|it| it.extension().is_some_and(|it| it == "yaml")) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        files.push(workspace.add(&name, std::fs::read(path).unwrap()).0);
    }
    workspace.prepare();
    let mut all = Vec::new();
    for file in files {
        let Some(resolved) = workspace.analyse(file).resolved else { continue };
        let model = build(&resolved, false);
        let made = artifacts(&model);
        for message in &model.messages {
            let name = format!("{} {}", model.block, message.id);
            all.push((name, sample_json(&made, &message.id)));
        }
    }
    assert!(all.len() > 80, "{}", all.len());
    all
}

/// Calls `visit` with each object and the names that lead to it.
fn objects(
    value: &Value,
    path: &str,
    visit: &mut dyn FnMut(&str, &serde_json::Map<String, Value>),
) {
    match value {
        Value::Object(map) => {
            visit(path, map);
            for (key, inner) in map {
                objects(inner, &format!("{path}/{key}"), visit);
            }
        }
        Value::Array(items) => items.iter().for_each(|it| objects(it, path, visit)),
        _ => {}
    }
}

/// What an element says, beside its unit or format.
fn said(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value.get("content")?.as_str())
}

fn number(value: Option<&Value>) -> Option<f64> {
    said(value?)?.parse().ok()
}

/// The sum of a measure over the goods items below `root`.
fn sum(root: &Value, end: &str) -> Option<f64> {
    let mut found = Vec::new();
    objects(root, "", &mut |path, map| {
        if let Some((class, key)) = end.rsplit_once('/')
            && path.ends_with(class)
        {
            found.extend(number(map.get(key)));
        }
    });
    (!found.is_empty()).then(|| found.iter().sum())
}

#[test]
fn masses_packages_and_values_add_up() {
    let mut compared = 0;
    for (name, sample) in samples() {
        objects(&sample, "", &mut |path, map| {
            let net = ["netMassMeasure", "netNetWeightMeasure"].iter().find_map(|it| map.get(*it));
            if let (Some(gross), Some(net)) = (number(map.get("grossMassMeasure")), number(net)) {
                assert!(gross > net, "{name} {path}: gross {gross}, net {net}");
                compared += 1;
            }
            let here = Value::Object(map.clone());
            for (total, end) in [
                ("totalGrossMassMeasure", "/goodsMeasure/grossMassMeasure"),
                ("totalPackageQuantity", "/packaging/quantityQuantity"),
                ("invoiceAmount", "/invoiceLine/itemChargeAmount"),
            ] {
                if let (Some(total), Some(items)) = (number(map.get(total)), sum(&here, end)) {
                    assert!((total - items).abs() < 1e-6, "{name} {path}: {total}, items {items}");
                    compared += 1;
                }
            }
        });
    }
    assert!(compared > 40, "{compared}");
}

#[test]
fn goods_have_a_code_that_fits_their_description() {
    // Subheadings of the Harmonized System 2022, and a word that goods of each have in their name.
    const GOODS: [(&str, &str); 5] = [
        ("090111", "not roasted"),
        ("090121", "roasted, not decaffeinated"),
        ("090230", "tea"),
        ("080261", "macadamia"),
        ("854931", "circuit boards"),
    ];
    let catalogue = Catalogue::default();
    let subheadings = catalogue.codelist("wco.hs-subheadings").unwrap();
    let mut seen = 0;
    for (name, sample) in samples() {
        objects(&sample, "", &mut |path, map| {
            let code = |it: &Value| said(it.get("id")?).map(str::to_owned);
            let codes = match map.get("classification") {
                Some(Value::Array(all)) => all.iter().filter_map(code).collect(),
                Some(one) => code(one).into_iter().collect(),
                None => Vec::new(),
            };
            let described =
                ["description", "produceDescription"].iter().find_map(|it| map.get(*it));
            let described = described.and_then(said).unwrap_or("").to_lowercase();
            for code in codes.iter().filter(|it| it.len() == 6 && !described.is_empty()) {
                assert!(subheadings.get(code).is_some(), "{name} {path}: {code} does not exist");
                let fits = GOODS.iter().find(|it| it.0 == code).map(|it| described.contains(it.1));
                assert_eq!(fits, Some(true), "{name} {path}: {code} is not {described}");
                seen += 1;
            }
        });
    }
    assert!(seen > 30, "{seen}");
}

#[test]
fn nothing_is_told_before_it_happened() {
    // What lies in the past when a message is made; what it announces may be later.
    const PAST: [&str; 8] = [
        "acceptanceDateTime",
        "exitDateTime",
        "arrivalDateTime",
        "effectiveDateTime",
        "rejectionDateTime",
        "registrationDateTime",
        "statementDateTime",
        "certificationDateTime",
    ];
    let mut seen = 0;
    for (name, sample) in samples() {
        let Some(document) =
            sample.as_object().and_then(|it| it.values().find(|it| it.is_object()))
        else {
            continue;
        };
        let Some(made) = document.get("issueDateTime").and_then(said) else { continue };
        // A validity or a service may begin later; a status that is reported may not.
        objects(document, "", &mut |path, map| {
            for key in PAST {
                let Some(at) = map.get(key).and_then(said) else { continue };
                if key == "effectiveDateTime" && !path.ends_with("/status") {
                    continue;
                }
                let length = at.len().min(made.len()).min(8);
                let same_day = at[..length] == made[..length];
                let earlier =
                    at[..length] < made[..length] || same_day && (at.len() < 9 || at <= made);
                assert!(earlier, "{name} {path}/{key}: {at} is after {made}");
                seen += 1;
            }
        });
    }
    assert!(seen > 40, "{seen}");
}

#[test]
fn people_seals_and_offices_have_no_number_of_a_certificate() {
    for (name, sample) in samples() {
        objects(&sample, "", &mut |path, map| {
            let id = map.get("id").and_then(said).unwrap_or("");
            let role = [
                "exporter",
                "declarant",
                "carrier",
                "seal",
                "Office",
                "consignee",
                "originDeclarant",
            ];
            if role.iter().any(|it| path.ends_with(it)) {
                assert!(!id.starts_with("CO-"), "{name} {path}: {id}");
            }
            let called = map.get("name").and_then(said).unwrap_or("x");
            assert!(!called.ends_with(" name") && called != "Name", "{name} {path}: {called}");
        });
    }
}
