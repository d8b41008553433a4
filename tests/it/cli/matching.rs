//! `gnc message match` and `gnc message prefill`.

use super::{Folder, run};

const BLOCK: &str = "utility-blocks/wco.export-data.yaml";

#[test]
fn a_declaration_is_filled_in_completed_and_compared() {
    let folder = Folder::new();
    let path = |name: &str| folder.at(name);
    let sample = ["message", "sample", "--block", BLOCK, "--message", "export-data", "--out"];
    run(&[&sample[..], &[&path("in")]].concat()).ends(0);
    let [json, xml] = ["json", "xml"].map(|it| path(&format!("in/valid/export-data-1.{it}")));
    // In the syntax of the message, what is left marked; the report beside.
    let draft = run(&["message", "prefill", &xml, "--block", BLOCK]).ends(0);
    assert!(
        draft.out.contains("<!-- left to: Importer or declarant at import -->"),
        "{}",
        draft.out
    );
    assert!(draft.out.contains("<importer></importer>"), "{}", draft.out);
    for said in
        ["Copied from the message:", "entry/ucr", "Derived", "entry/items/hs6", "Left empty:"]
    {
        assert!(draft.err.contains(said), "{said}\n{}", draft.err);
    }
    let french = ["message", "prefill", &json, "--block", BLOCK, "--speak", "fr", "--out"];
    let french = run(&[&french[..], &[&path("draft.json")]].concat()).ends(0);
    assert!(french.out.contains("Laissé vide") && french.err.is_empty(), "{}", french.out);
    // A draft is no declaration yet.
    let unfinished =
        run(&["message", "match", &xml, &path("draft.json"), "--block", BLOCK]).ends(1);
    assert!(unfinished.err.contains("entry/importer: is missing"), "{}", unfinished.err);
    let text = std::fs::read_to_string(path("draft.json")).unwrap();
    let mut all: serde_json::Value = serde_json::from_str(&text).unwrap();
    let entry = &mut all["entry"];
    for name in ["importer", "procedure"] {
        entry[name] = "1".into();
    }
    entry["acceptanceDate"] = "20270301".into();
    entry["confirmedByDeclarant"] = true.into();
    for item in entry["items"].as_array_mut().unwrap() {
        item["valuationMethod"] = "1".into();
    }
    let good = folder.write("good.json", all.to_string());
    let held = run(&["message", "match", &json, &good, "--block", BLOCK]).ends(0);
    assert!(
        held.out.contains("entry.items 2: accepted") && !held.out.contains("fails"),
        "{}",
        held.out
    );
    all["entry"]["items"][1]["hs6"] = "000000".into();
    let bad = folder.write("bad.json", all.to_string());
    let broken = run(&["message", "match", &xml, &bad, "--block", BLOCK]).ends(1);
    for said in
        ["entry.items 1: accepted", "entry.items 2: discrepancy", "E-HS", "None on six digits."]
    {
        assert!(broken.out.contains(said), "{said}\n{}", broken.out);
    }
    let as_json = ["message", "match", &xml, &bad, "--block", BLOCK, "--format", "json"];
    let as_json: serde_json::Value = serde_json::from_str(&run(&as_json).ends(1).out).unwrap();
    assert_eq!(as_json["result"], "discrepancy");
    assert_eq!(as_json["groups"][2]["rules"][0]["code"], "E-HS");
    // A message that the block compares with nothing.
    let sample = ["message", "sample", "--block", BLOCK, "--message", "import-report", "--out"];
    run(&[&sample[..], &[&path("other")]].concat()).ends(0);
    let report = path("other/valid/import-report-1.json");
    let none = run(&["message", "match", &report, &bad, "--block", BLOCK]).ends(2);
    assert!(none.err.contains("import-report") && none.err.contains("import-declaration"));
}
