//! The published schemas of one administration, in two versions, and 379 messages with known verdicts.
//! Where the reference data is not there, nothing is judged, and that is said.
#![allow(clippy::print_stdout, reason = "a skipped comparison says so")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use gnc::diag::Severity;
use gnc::import::xsd::{MAX_LEVELS, Request, Unread, import};
use gnc::message::Validator;
use gnc::text::Sources;

use super::{model, verdict};

/// The reference data: `GNC_SHARED`, or the folder `shared` beside this one.
fn reference() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let shared = std::env::var_os("GNC_SHARED").map_or_else(beside, PathBuf::from);
    let folder = shared.join("reference/wco-dm");
    if folder.join("samples/manifest.csv").is_file() {
        return Some(folder);
    }
    println!("skipped: {} is not there", folder.display());
    None
}

#[test]
fn real_messages_get_their_known_verdicts() {
    let Some(folder) = reference() else { return };
    let manifest = folder.join("samples/manifest.csv");
    let mut reader = csv::Reader::from_path(manifest).expect("a manifest");
    let mut by_schema: BTreeMap<String, Vec<(String, bool)>> = BTreeMap::new();
    for row in reader.deserialize::<BTreeMap<String, String>>() {
        let row = row.expect("a row");
        let message = (row["file"].clone(), row["expected"] == "valid");
        by_schema.entry(row["schema"].clone()).or_default().push(message);
    }
    let (mut judged, mut wrong) = (0, Vec::new());
    for (schema, messages) in by_schema {
        // Families have a folder each below `xsd`, and files in it name each other.
        let (family, file) = schema.trim_start_matches("xsd/").split_once('/').expect("a family");
        let root = folder.join("xsd").join(family);
        let request = Request { folder: "", file, id: "", levels: MAX_LEVELS };
        let mut read =
            |path: &str, _: usize| std::fs::read(root.join(path)).map_err(|_| Unread::Missing);
        let imported = import(request, &mut Sources::default(), &mut read);
        // All that is left behind is a document that the wrapper names and no file declares.
        for finding in &imported.findings.list {
            let known = finding.severity == Severity::Advice || finding.code.id == "IMP-24";
            assert!(known, "{schema}: {} {:?}", finding.code.name, finding.args);
        }
        let validator = Validator::new(&model(&imported.text.expect("a block")));
        for (file, valid) in messages {
            let bytes = std::fs::read(folder.join("samples").join(&file)).expect("a sample");
            let (found, says) = verdict(&validator, &bytes);
            judged += 1;
            if found != valid {
                wrong.push(format!("{file}: should be {valid}: {says:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(judged, 379);
    println!("{judged} messages judged");
}

#[test]
fn a_real_cluster_has_the_identifiers_and_formats_of_its_annotations() {
    let Some(folder) = reference() else { return };
    let root = folder.join("xsd/hmrc-dms-2.15");
    let file = "declaration/validate-declaration.xsd";
    let request = Request { folder: "", file, id: "", levels: MAX_LEVELS };
    let mut read =
        |path: &str, _: usize| std::fs::read(root.join(path)).map_err(|_| Unread::Missing);
    let imported = import(request, &mut Sources::default(), &mut read);
    let model = model(&imported.text.expect("a block"));
    // The catalogue of the reference data was made from the same schema by others.
    let mut reader = csv::Reader::from_path(folder.join("elements.csv")).expect("a catalogue");
    let mut known: BTreeMap<String, (String, String, String)> = BTreeMap::new();
    let declaration = &model.messages.iter().find(|it| it.root.path == "Declaration").unwrap().root;
    let mut stack = vec![declaration];
    while let Some(class) = stack.pop() {
        let occurs = |it: &gnc::view::message::Presence| {
            let max = match it.max {
                gnc::view::message::Presence::UNBOUNDED => "*".to_owned(),
                max => max.to_string(),
            };
            format!("{}..{max}", it.min)
        };
        let entry = (class.term.wco_id.clone(), String::new(), occurs(&class.presence));
        known.insert(class.path.clone(), entry);
        for it in &class.attributes {
            let entry = (it.term.wco_id.clone(), it.term.format.clone(), occurs(&it.presence));
            known.insert(it.path.clone(), entry);
        }
        stack.extend(&class.classes);
    }
    let (mut compared, mut wrong) = (0, Vec::new());
    for row in reader.deserialize::<BTreeMap<String, String>>() {
        let row = row.expect("a row");
        let path = &row["class_path"];
        let in_schema = row["schema_family"] == "hmrc-dms-2.15";
        if !in_schema || !path.starts_with("Declaration") || path == "Declaration" {
            continue;
        }
        let Some((id, format, occurs)) = known.get(path) else {
            wrong.push(format!("{path} is not there"));
            continue;
        };
        compared += 1;
        let expected = format!("{}..{}", row["min_occurs"], row["max_occurs"]);
        let same_format = row["wco_format"].is_empty() || row["wco_format"] == *format;
        if *id != row["wco_id"] || *occurs != expected || !same_format {
            wrong.push(format!(
                "{path}: {id} {format} {occurs}, not {} {} {expected}",
                row["wco_id"], row["wco_format"]
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(compared > 400, "{compared}");
}
