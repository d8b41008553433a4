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

/// What a block says of matching, beside a schema that it keeps; the rule is the one of docs/import-xsd.md.
const BESIDE: &str = "process_alignment:
  entities:
    - {id: customs, side: importing-party, name: {en: Customs, fr: Douane}}
    - {id: carrier, side: importing-trade, name: {en: Carrier, fr: Transporteur}}
  facts:
    - {path: earlier, like: Crossing}
    - {path: bill, held_by: customs}
    - {path: bill/reference, kind: text, from: Crossing.ID}
    - {path: bill/arrival, kind: date, from: Crossing.ArrivalDateTime}
    - {path: bill/toll, kind: amount, from: Crossing.TollAmount}
    - {path: bill/seals, occurs: 0..*, from: Crossing.Seal}
    - {path: bill/seals/number, kind: text, from: this.ID}
    - {path: bill/payer, kind: text, left_to: carrier}
  business_rules:
    - id: BR-01
      kind: matching
      statement: {en: The toll is the one of the bill., fr: Le péage est celui de la facture.}
      assert: bill.toll == Crossing.TollAmount && bill.arrival == Crossing.ArrivalDateTime
      otherwise: {code: E-TOLL, severity: reject, result: discrepancy, action: {en: Ask., fr: Demander.}}
    - id: BR-02
      kind: matching
      statement: {en: The axles are the same., fr: Les essieux sont les mêmes.}
      assert: earlier.AxleNumeric == Crossing.AxleNumeric
      otherwise: {code: E-TOLL, severity: reject, action: {en: Ask., fr: Demander.}}
    - id: BR-CHOICE-01
      kind: validation
      statement: {en: Not both., fr: Jamais les deux.}
      when: crossing
      assert: has(Crossing.LaneCode) != has(Crossing.Seal)
      otherwise: {code: E-CHOICE, severity: reject, action: {en: Refused., fr: Refusé.}}
  matchings:
    - {id: bill, messages: [crossing], document: bill, key: Crossing.ID == bill.reference, rules: [BR-01]}
    - {id: again, messages: [crossing], document: earlier, key: Crossing.ID == earlier.ID, rules: [BR-02]}
";
const ERRORS: &str = "technical_interoperability:
  service_interface:
    errors:
      - {code: E-TOLL, category: business-rule, meaning: {en: Toll, fr: Péage}}
      - {code: E-CHOICE, category: business-rule, meaning: {en: Choice, fr: Choix}}
";

#[test]
fn messages_of_a_schema_that_is_kept_are_judged_by_rules_matched_and_fill_in() {
    const SCHEMA: &str = "tests/it/import_xsd/family/entry.xsd";
    const MESSAGE: &str = "tests/it/import_xsd/family/messages/crossing.xml";
    let folder = Folder::new();
    let block = folder.at("block.yaml");
    run(&["import", "xsd", SCHEMA, "--id", "xa.crossing", "--out", &block]).ends(0);
    let text = std::fs::read_to_string(&block).unwrap();
    let text = text.replacen("process_alignment:\n", BESIDE, 1);
    let text = text.replacen("technical_interoperability:\n", ERRORS, 1);
    std::fs::write(&block, text).unwrap();
    // The rule that stands for a choice is judged beside the schema.
    let judged = run(&["message", "validate", MESSAGE, "--block", &block]).ends(1);
    assert!(judged.out.contains("MSG-16") && judged.out.contains("BR-CHOICE-01"), "{}", judged.out);
    let message = std::fs::read_to_string(MESSAGE).unwrap();
    let without = message.lines().filter(|it| !it.contains("LaneCode"));
    let without = folder.write("one.xml", without.collect::<Vec<_>>().join("\n"));
    run(&["message", "validate", &without, "--block", &block]).ends(0);
    // A document of its own.
    let draft = folder.at("bill.xml");
    let fill =
        ["message", "prefill", MESSAGE, "--block", &block, "--matching", "bill", "--out", &draft];
    let said = run(&fill).ends(0).out;
    assert!(said.contains("bill/payer") && said.contains("Carrier"), "{said}");
    let text = std::fs::read_to_string(&draft).unwrap();
    for part in [
        "<reference>KE 1</reference>",
        "<arrival>20270131101500Z</arrival>",
        "<toll currencyID=\"EUR\">1234.50</toll>",
        "<number>NONE</number>",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let whole = text.replace("<payer></payer>", "<payer>C-1</payer>");
    let good = folder.write("good.xml", &whole);
    let bad = folder.write("bad.xml", whole.replace("1234.50", "1234.51"));
    let compared = |document: &str, matching: &str, code: i32| {
        run(&["message", "match", MESSAGE, document, "--block", &block, "--matching", matching])
            .ends(code)
            .out
    };
    assert!(compared(&good, "bill", 0).contains("holds       BR-01"));
    assert!(compared(&bad, "bill", 1).contains("Result: discrepancy"));
    // A message of the same block.
    assert!(compared(MESSAGE, "again", 0).contains("holds       BR-02"));
    let other = message.replace("<c:AxleNumeric>5", "<c:AxleNumeric>6");
    let other = folder.write("other.xml", other);
    assert!(compared(&other, "again", 1).contains("fails       BR-02"));
    // JSON is refused with the reason, in both languages.
    let json = folder.write("message.json", "{\"crossing\": {}}");
    for (lang, words) in [("en", "which says nothing of JSON"), ("fr", "qui ne dit rien de JSON")] {
        let said = run(&["message", "match", &json, &good, "--block", &block, "--speak", lang]);
        assert!(said.ends(1).err.contains(words));
    }
}
