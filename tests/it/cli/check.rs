//! `gnc check` on files of every kind: each mistake is found where it stands.

use serde_json::Value;

use super::{Folder, Ran, SMALL, root, run};

/// Rule, line and column of what the reader and the resolver find in a file with this content.
fn found(bytes: impl AsRef<[u8]>) -> Vec<(String, u64, u64)> {
    let folder = Folder::new();
    let file = folder.write("block.yaml", bytes);
    let ran = folder.run(&["check", &file, "--format", "json"]);
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    let findings = report["findings"].as_array().unwrap();
    let read = |it: &&Value| {
        let rule = it["rule"].as_str().unwrap();
        ["SYN", "FMT", "RES", "STR-09"].iter().any(|it| rule.starts_with(it))
    };
    let errors = report["summary"]["error"].as_u64().unwrap();
    assert_eq!(ran.code, i32::from(errors > 0), "{}", ran.out);
    let place = |it: &Value| {
        let number = |key: &str| it["place"][key].as_u64().unwrap();
        (it["rule"].as_str().unwrap().to_owned(), number("line"), number("column"))
    };
    findings.iter().filter(read).map(place).collect()
}

/// The one mistake that is found.
#[track_caller]
fn one(bytes: impl AsRef<[u8]>) -> (String, u64, u64) {
    let mut found = found(bytes);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

#[track_caller]
fn is(found: &(String, u64, u64), rule: &str, line: u64, column: u64) {
    assert_eq!((found.0.as_str(), found.1, found.2), (rule, line, column));
}

#[test]
fn a_small_concept_has_no_errors_in_any_spelling_of_its_file() {
    assert_eq!(found(SMALL), []);
    assert_eq!(found(format!("\u{feff}{SMALL}")), [], "a byte order mark");
    assert_eq!(found(SMALL.replace('\n', "\r\n")), [], "line ends of Windows");
    assert_eq!(found(SMALL.trim_end()), [], "no line end at the end");
    assert_eq!(found(format!("---\n{SMALL}...\n")), [], "document marks");
}

#[test]
fn what_is_no_block_is_one_finding() {
    assert_eq!(one("").0, "SYN-15");
    assert_eq!(one("\n\n# nothing\n").0, one("").0);
    is(&one("- a\n- b\n"), "FMT-02", 1, 1);
    is(&one("just a text\n"), "FMT-02", 1, 1);
    is(&one("42\n"), "FMT-02", 1, 1);
}

#[test]
fn bytes_that_are_no_utf_8_are_named() {
    let latin = one(b"gnc: 1\nblock: {id: a.b, title: Fran\xe7ais}\n");
    let utf16: Vec<u8> = "gnc: 1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!((latin.0.as_str(), one(utf16).0), ("SYN-09", latin.0.clone()));
    assert_eq!(one([0xff, 0xd8, 0xff, 0xe0, 0, 16, b'J', b'F', b'I', b'F']).0, latin.0);
}

#[test]
fn long_lines_deep_nesting_and_bombs_are_refused_at_once() {
    let before = std::time::Instant::now();
    let long = format!("gnc: 1\nblock: {{id: a.b, title: {}}}\n", "x".repeat(2 << 20));
    assert_eq!(one(long).1, 2, "the line is named");
    assert_eq!(one("a: ".to_owned() + &"[".repeat(100_000)).1, 1);
    let deep: String = (0..3_000).map(|n| " ".repeat(n) + "a:\n").collect();
    assert_eq!(found(deep).len(), 1);
    let mut bomb = "gnc: 1\na0: &a0 x\n".to_owned();
    for n in 1..30 {
        bomb += &format!("a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 9].join(", "));
    }
    assert!(!found(bomb).is_empty());
    let large = one("x".repeat(9 << 20));
    assert_eq!((large.1, large.2), (1, 1));
    assert!(before.elapsed().as_secs() < 60, "{:?}", before.elapsed());
}

#[test]
fn tabs_and_keys_written_twice_are_found_where_they_stand() {
    is(&one("gnc: 1\nblock:\n\tid: a.b\n"), "SYN-06", 3, 1);
    let twice = "gnc: 1\nblock:\n  id: a.b\n  status: concept\n  id: c.d\n";
    is(&one(twice), "SYN-01", 5, 3);
}

/// A dozen mistakes of different kinds, each marked behind with its rule and the column that the
/// finding names.
const DOZEN: &str = "\
gnc: 1
block:
  id: a.b
  version: 1.0 #FMT-03 12
  stauts: negotiation #FMT-01 3
  title: [a] #FMT-02 10
  parties:
    - {id: ADJ, name: Adjikistan, country: XA}
    - {name: Borastria} #FMT-05 7
process_alignment:
  exchange_model: psuh #FMT-04 19
  exchange_model: push #SYN-01 3
  entities:
    - {id: gateway, bodies: [{party: ADK}]} #STR-09 38
  triggers:
    - {id: issued, entity: gatewy} #STR-09 28
  messages:
    - {id: certificate, root: Certificate, sender: gateway, receiver: } #FMT-06 61
  data_cluster:
    elements:
      - {path: Certificate//ID, requirement: M} #FMT-03 16
      - {path: Certificate, requirement: M}
technical_interoperability:
  communication:
    acknowledgement_timeout: {proposals: {ADJ: 30 seconds}} #FMT-03 48
    unheard_of: x #FMT-01 5
";

#[test]
fn a_dozen_mistakes_are_all_reported_in_one_run() {
    let mut expected = Vec::new();
    for (n, line) in DOZEN.lines().enumerate() {
        if let Some((_, mark)) = line.split_once(" #") {
            let (rule, column) = mark.split_once(' ').unwrap();
            expected.push((rule.to_owned(), n as u64 + 1, column.parse().unwrap()));
        }
    }
    assert!(expected.len() >= 12);
    let found = found(DOZEN);
    assert_eq!(found, expected);
}

#[test]
fn what_was_meant_is_said() {
    let folder = Folder::new();
    let file = folder.write("block.yaml", DOZEN);
    let en = folder.run(&["check", &file]).ends(1);
    for meant in ["`status`", "`push`", "`gateway`", "`ADJ`"] {
        assert!(en.out.contains(&format!("Did you mean {meant}?")), "{meant}\n{}", en.out);
    }
    for place in ["block.yaml:5:3\n", "block.yaml:16:28\n", "block.yaml:25:48\n"] {
        assert!(en.out.contains(place), "{place}\n{}", en.out);
    }
    let fr = folder.run(&["check", &file, "--speak", "fr"]).ends(1);
    assert!(fr.out.contains("Vouliez-vous dire « status » ?"), "{}", fr.out);
    assert!(!fr.out.contains("Did you"), "{}", fr.out);
}

#[test]
fn a_framework_that_is_missing_or_goes_round_is_one_finding() {
    let profile = SMALL.replace("status", "extends: exa.none@1.0.0, status");
    let column = SMALL.lines().nth(1).and_then(|it| it.find("status")).unwrap() as u64 + 10;
    is(&one(&profile), "RES-01", 2, column);
    is(&one(SMALL.replace("status", "extends: exa.small@0.1.0, status")), "RES-03", 2, column);
    let folder = Folder::new();
    let at = |id: &str, other: &str| {
        let text = SMALL.replace("exa.small", id);
        folder.write(
            &format!("{id}.yaml"),
            text.replace("status", &format!("extends: {other}@0.1.0, status")),
        )
    };
    let first = at("exa.a", "exa.b");
    at("exa.b", "exa.a");
    let ran = folder.run(&["check", &first]).ends(1);
    assert!(ran.out.contains("RES-03"), "{}", ran.out);
    // A name that is a path is not looked for on disk.
    let away = SMALL.replace("status", "extends: ../exa.a@0.1.0, status");
    folder.write("below/away.yaml", away);
    let ran = folder.run(&["check", "below/away.yaml"]).ends(1);
    assert!(ran.out.contains("FMT-03"), "{}", ran.out);
}

#[test]
fn a_block_may_have_a_folder_of_its_own() {
    let folder = Folder::new();
    folder.write("exa.small/block.yaml", SMALL);
    folder.write("exa.small/notes.yaml", "not a block");
    folder.run(&["check", "exa.small"]).ends(0);
    folder.run(&["check", "."]).ends(0);
    let profile = SMALL.replace("exa.small", "exa.profile");
    let profile = profile.replace("status", "extends: exa.small@0.1.0, status");
    folder.write("exa.profile/block.yaml", &profile);
    folder.write("exa.other.yaml", profile.replace("exa.profile", "exa.other"));
    for block in ["exa.profile", "exa.profile/block.yaml", "exa.other.yaml", "."] {
        let ran = folder.run(&["check", block]).ends(0);
        assert!(!ran.says("RES-01"), "{block}: {}", ran.out);
    }
}

#[test]
fn fail_on_chooses_from_which_weight_findings_count() {
    let folder = Folder::new();
    // Without quotes, another reader takes it for "no".
    let file = folder.write("block.yaml", SMALL.replace("en: Small", "en: NO"));
    let ran = folder.run(&["check", &file, "--format", "json"]).ends(0);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let has = |weight: &str| report["summary"][weight].as_u64().unwrap() > 0;
    let (warning, advice) = (has("warning"), has("warning") || has("advice"));
    assert!(advice, "{}", ran.out);
    folder.run(&["check", &file, "--fail-on", "error"]).ends(0);
    folder.run(&["check", &file, "--fail-on", "warning"]).ends(i32::from(warning));
    folder.run(&["check", &file, "--fail-on", "advice"]).ends(i32::from(advice));
}

#[test]
fn every_form_of_report_can_be_read() {
    let folder = Folder::new();
    let file = folder.write("block.yaml", DOZEN);
    let schema = std::fs::read_to_string(root().join("docs/schema/findings.schema.json")).unwrap();
    let schema = serde_json::from_str(&schema).unwrap();
    let published = jsonschema::validator_for(&schema).unwrap();
    let report = |format: &str, lang: &str| -> Ran {
        folder.run(&["check", &file, "--format", format, "--speak", lang]).ends(1)
    };
    for lang in ["en", "fr"] {
        let json: Value = serde_json::from_str(&report("json", lang).out).unwrap();
        let wrong: Vec<_> = published.iter_errors(&json).map(|it| it.to_string()).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        let total = json["findings"].as_array().unwrap().len();
        let sarif: Value = serde_json::from_str(&report("sarif", lang).out).unwrap();
        assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), total);
        assert_eq!(report("github", lang).out.lines().count(), total);
        let junit = report("junit", lang).out;
        let mut reader = quick_xml::Reader::from_str(&junit);
        loop {
            if reader.read_event().expect("well-formed XML") == quick_xml::events::Event::Eof {
                break;
            }
        }
    }
}

#[test]
fn colour_is_for_terminals_unless_asked_for() {
    let folder = Folder::new();
    let file = folder.write("block.yaml", DOZEN);
    assert!(!folder.run(&["check", &file]).says("\u{1b}["));
    assert!(!folder.run(&["check", &file, "--color", "never"]).says("\u{1b}["));
    assert!(folder.run(&["check", &file, "--color", "always"]).says("\u{1b}["));
}

#[test]
fn what_is_shown_resolved_is_a_block_by_itself() {
    let folder = Folder::new();
    let whole = run(&["show", "--resolved", "utility-blocks/adj-bor.co-push.yaml"]).ends(0);
    assert!(whole.out.starts_with("# wco.co-push@1.0.0 → adj-bor.co-push@"), "its origin");
    let file = folder.write("adj-bor.co-push.yaml", &whole.out);
    let ran = folder.run(&["check", &file]).ends(0);
    assert!(!ran.says("RES-"), "{}", ran.out);
    let again = folder.run(&["show", "--resolved", &file]).ends(0).out;
    let rest = |text: &str| text.lines().skip(1).map(|it| format!("{it}\n")).collect::<String>();
    assert_eq!(again, rest(&whole.out), "resolving again changes nothing");
    let json =
        run(&["show", "--resolved", "--format", "json", "utility-blocks/adj-bor.co-push.yaml"]);
    let json: Value = serde_json::from_str(&json.ends(0).out).expect("JSON");
    assert_eq!(json["block"]["id"], "adj-bor.co-push");
    let plain = run(&["show", "utility-blocks/adj-bor.co-push.yaml"]).ends(0).out;
    let place = root().join("utility-blocks/adj-bor.co-push.yaml");
    assert_eq!(plain, std::fs::read_to_string(place).unwrap());
}

/// The rule and the message of every finding in a report.
fn said(report: &str) -> Vec<(String, String)> {
    let report: Value = serde_json::from_str(report).expect("JSON");
    let text = |it: &Value, key: &str| it[key].as_str().unwrap().to_owned();
    let findings = report["findings"].as_array().unwrap().iter();
    findings.map(|it| (text(it, "rule"), text(it, "message"))).collect()
}

/// The bilateral block that ships and has drifted from its framework, so that something is found.
fn profile() -> String {
    std::fs::read_to_string(root().join("utility-blocks/adj-kat.co-push.yaml")).unwrap()
}

#[test]
fn without_its_framework_nothing_but_that_is_said_of_a_profile() {
    let folder = Folder::new();
    let rules = |text: &str| {
        let file = folder.write("block.yaml", text);
        let said = said(&folder.run(&["check", &file, "--format", "json"]).ends(1).out);
        said.into_iter().map(|(rule, _)| rule).collect::<Vec<_>>()
    };
    let text = profile().replace("wco.co-push@1.0.0", "exa.co-push@1.0.0");
    assert_eq!(rules(&text), ["RES-01"]);
    // What is wrong whatever the framework says is still said.
    let slip = text.replace("\n  maintainer:", "\n  maintaner:");
    assert_eq!(rules(&slip), ["RES-01", "FMT-01"]);
}

#[test]
fn the_framework_that_ships_stands_in_for_one_that_is_not_there() {
    let folder = Folder::new();
    let file = folder.write("adj-kat.co-push.yaml", profile());
    let beside = run(&["check", "utility-blocks/adj-kat.co-push.yaml", "--format", "json"]);
    let alone = folder.run(&["check", &file, "--format", "json"]).ends(beside.code);
    assert_eq!(said(&alone.out), said(&beside.out));
    assert!(!said(&alone.out).is_empty());
    assert!(alone.err.contains("`wco.co-push` is not beside the block"), "{}", alone.err);
    // A version that does not ship is not passed off as the one that is asked for.
    let text = profile().replace("wco.co-push@1.0.0", "wco.co-push@9.0.0");
    let newer = folder.run(&["check", &folder.write("newer.yaml", text)]).ends(1);
    assert!(newer.out.contains("RES-02"), "{}", newer.out);
}
