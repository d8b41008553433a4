//! A block beside other documents, as the program is called: earlier versions, partners, blocks in
//! use, what was built; and what the project file may choose of the rules.

use std::sync::Arc;

use gnc::catalogue::Catalogue;
use gnc::check::{EXAMPLE_BLOCK, RULES, Role, Settings, check as look};
use gnc::diag::{Basis, Pack, Severity};
use gnc::resolve::{Library, lay_over, resolve};
use gnc::syntax::parse;
use gnc::text::Sources;
use gnc::words::Lang;
use serde_json::Value;

use crate::cli::{Folder, Ran};

/// Identifier and severity of each finding.
fn found(ran: &Ran) -> Vec<(String, String)> {
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let text = |it: &Value, key: &str| it[key].as_str().unwrap().to_owned();
    let findings = report["findings"].as_array().unwrap();
    findings.iter().map(|it| (text(it, "rule"), text(it, "severity"))).collect()
}

fn rules(ran: &Ran) -> Vec<String> {
    found(ran).into_iter().map(|it| it.0).collect()
}

const JSON: [&str; 2] = ["--format", "json"];

fn check(folder: &Folder, args: &[&str]) -> Ran {
    let args: Vec<&str> = ["check"].into_iter().chain(args.iter().copied()).chain(JSON).collect();
    folder.run(&args)
}

#[test]
fn an_earlier_version_is_named_or_found_in_the_project() {
    let folder = Folder::new();
    folder.write("old.yaml", EXAMPLE_BLOCK);
    let changed = EXAMPLE_BLOCK.replace("protocol: rest-https", "protocol: as4");
    assert_ne!(changed, EXAMPLE_BLOCK);
    let block = folder.write("exa-exb.co-push.yaml", &changed);
    assert_eq!(rules(&check(&folder, &[&block]).ends(0)), Vec::<String>::new());
    let ran = check(&folder, &[&block, "--earlier", "old.yaml"]).ends(1);
    assert_eq!(rules(&ran), ["XCP-11"]);
    // Its second place is in the block itself, where the change stands.
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let note = &report["findings"][0]["notes"][0];
    let at = "technical_interoperability.communication.protocol";
    assert!(note["message"].as_str().unwrap().contains(at), "{note}");
    folder.write("gnc.toml", "[[documents]]\nrole = \"earlier\"\nfile = \"old.yaml\"\n");
    assert_eq!(rules(&check(&folder, &[&block]).ends(1)), ["XCP-11"]);
    let status = folder.run(&["status", &block]).ends(0);
    assert!(status.out.contains("1 error"), "{}", status.out);
    let out = folder.at("out");
    let ran = folder.run(&["build", &block, "--out", &out, "--only", "markdown"]).ends(1);
    assert!(ran.out.contains("XCP-11"), "{}", ran.out);
    // Without house advice nobody asks.
    folder.write(
        "gnc.toml",
        "[rules]\nhouse = false\n[[documents]]\nrole = \"earlier\"\nfile = \"old.yaml\"\n",
    );
    assert_eq!(rules(&check(&folder, &[&block]).ends(0)), Vec::<String>::new());
}

#[test]
fn partners_and_blocks_in_use_are_compared_in_their_roles() {
    let folder = Folder::new();
    let block = folder.write("mine/exa-exb.co-push.yaml", EXAMPLE_BLOCK);
    let list = "base: gnc.origin-criteria";
    let theirs = EXAMPLE_BLOCK.replace("version: '1', codes", "version: '7', codes");
    assert!(theirs != EXAMPLE_BLOCK && theirs.contains(list));
    folder.write("theirs/exa-exb.co-push.yaml", &theirs);
    let partner = folder.at("theirs/exa-exb.co-push.yaml");
    let ran = check(&folder, &[&block, "--partner", &partner]).ends(1);
    assert_eq!(rules(&ran), ["XCP-04"]);
    let other = EXAMPLE_BLOCK.replace("id: exa-exb.co-push", "id: exa-exc.co-push");
    let other = other.replace("name: CertificateOfOrigin,", "name: OriginProof,");
    let in_use = folder.write("used/exa-exc.co-push.yaml", &other);
    let ran = check(&folder, &[&block, "--in-use", &in_use]);
    assert_eq!(rules(&ran.ends(1)), ["XCP-02"]);
    // What has to do with none of the blocks is wrong usage, not silence.
    let stranger = "gnc: 1\nblock: {id: x.y, status: concept, version: 0.1.0}\n";
    let stranger = folder.write("x.y.yaml", stranger);
    for role in ["--earlier", "--partner", "--in-use"] {
        let ran = check(&folder, &[&block, role, &stranger]).ends(2);
        assert!(ran.err.contains("x.y"), "{}", ran.err);
    }
    let broken = folder.write("broken.yaml", "gnc: 1\nblock: {id: x\n");
    let ran = check(&folder, &[&block, "--earlier", &broken]).ends(3);
    assert!(ran.err.contains("SYN-"), "{}", ran.err);
}

#[test]
fn what_was_built_is_held_against_the_block_and_its_manifest() {
    let folder = Folder::new();
    let block = folder.write("exa-exb.co-push.yaml", EXAMPLE_BLOCK);
    let out = folder.at("out");
    folder.run(&["build", &block, "--out", &out, "--only", "markdown,xsd"]).ends(0);
    assert_eq!(rules(&check(&folder, &[&block, "--built", &out]).ends(0)), Vec::<String>::new());
    let annex = "out/annex/annex.en.md";
    let text = std::fs::read_to_string(folder.at(annex)).unwrap();
    folder.write(annex, format!("{text}\nOne sentence more.\n"));
    let ran = check(&folder, &[&block, "--built", &out]).ends(1);
    assert_eq!(rules(&ran), ["XCP-06"]);
    assert!(ran.out.contains("annex.en.md was changed after it was written"), "{}", ran.out);
    std::fs::remove_file(folder.at(annex)).unwrap();
    let ran = check(&folder, &[&block, "--built", &out]).ends(1);
    assert!(ran.out.contains("annex.en.md is missing"), "{}", ran.out);
    folder.write(annex, text);
    folder.write(
        "exa-exb.co-push.yaml",
        EXAMPLE_BLOCK.replace("All originating goods.", "All goods."),
    );
    let ran = check(&folder, &[&block, "--built", &out]).ends(1);
    assert!(ran.out.contains("another text of exa-exb.co-push 1.0.0"), "{}", ran.out);
    folder.write("out/manifest.json", "{}");
    check(&folder, &[&block, "--built", &out]).ends(3);
    folder.write("out/manifest.json", "{\"artifacts\": [{\"path\": \"../../etc/passwd\", \"sha256\": \"\"}], \"block\": \"a\", \"version\": \"1\"}");
    check(&folder, &[&block, "--built", &out]).ends(1);
}

#[test]
fn the_project_chooses_packs_and_weights_within_limits() {
    let folder = Folder::new();
    let block = folder.write(
        "b.yaml",
        EXAMPLE_BLOCK.replace(
            "maintainer: {en: Joint Technical Group, fr: Groupe technique conjoint}\n  parties",
            "parties",
        ),
    );
    let weigh = |text: &str| {
        folder.write("gnc.toml", text);
        found(&check(&folder, &[&block]))
    };
    let one = |rule: &str, weight: &str| vec![(rule.to_owned(), weight.to_owned())];
    assert_eq!(weigh(""), one("STR-08", "error"));
    assert_eq!(weigh("[rules.severity]\nSTR-08 = \"advice\"\n"), one("STR-08", "advice"));
    let by_name = "[rules.severity]\ndocument-control-incomplete = \"warning\"\n";
    assert_eq!(weigh(by_name), one("STR-08", "warning"));
    assert_eq!(weigh("[rules.packs]\nhouse = false\n"), Vec::new());
    // Rules of another kind ask for what this kind does not have.
    let waste = weigh("[rules.packs]\nwaste = true\nhouse = false\n");
    let of_waste =
        |id: &str| RULES.iter().any(|it| it.code.id == id && it.code.pack == Pack::Waste);
    assert!(!waste.is_empty() && waste.iter().all(|it| of_waste(&it.0)), "{waste:?}");
    for (text, said) in [
        ("[rules.severity]\nSTR-01 = \"warning\"\n", "STR-01 is an error by published sources"),
        ("[rules.severity]\nSTR-99 = \"warning\"\n", "there is no rule `STR-99`"),
        ("[rules.severity]\nSTR-08 = \"off\"\n", "STR-08 cannot weigh `off`"),
        ("[rules.packs]\ngnc-core = false\n", "`gnc-core` rests on published sources"),
        ("[rules.packs]\nhouses = true\n", "there is no pack `houses`"),
        ("[[documents]]\nrole = \"later\"\nfile = \"b.yaml\"\n", "`later` is no role"),
        ("[[documents]]\nrole = \"earlier\"\n", "file"),
    ] {
        folder.write("gnc.toml", text);
        let ran = folder.run(&["check", &block]).ends(3);
        assert!(ran.err.contains(said) && ran.err.contains("gnc.toml"), "{}", ran.err);
    }
}

#[test]
fn no_sourced_error_can_weigh_less_and_every_rule_can_weigh_more() {
    for rule in RULES.iter().filter(|it| it.code.pack != Pack::Format) {
        let code = &rule.code;
        let lower = Settings::default().weigh(code.id, Severity::Advice.id());
        let sourced = matches!(code.basis, Basis::Sourced(_));
        assert_eq!(lower.is_err(), sourced && code.severity == Severity::Error, "{}", code.id);
        assert!(Settings::default().weigh(code.name, Severity::Error.id()).is_ok(), "{}", code.id);
        if let Err(refusal) = lower {
            assert!(Lang::ALL.iter().all(|lang| refusal.say(*lang).contains(code.id)));
        }
    }
}

#[test]
fn every_form_of_report_shows_on_what_a_rule_rests() {
    let folder = Folder::new();
    let text = EXAMPLE_BLOCK.replace(
        "maintainer: {en: Joint Technical Group, fr: Groupe technique conjoint}\n  parties",
        "parties",
    );
    let text = text.replace("    protocol: rest-https\n", "");
    let block = folder.write("b.yaml", text);
    let run = |format: &str| folder.run(&["check", &block, "--format", format]).ends(1).out;
    let human = run("human");
    assert!(human.contains("basis: our own advice, not a WCO rule"), "{human}");
    assert!(human.contains("basis: sources"), "{human}");
    let json: Value = serde_json::from_str(&run("json")).unwrap();
    let basis: Vec<_> = json["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["basis"].as_str().unwrap())
        .collect();
    assert!(basis.contains(&"house") && basis.contains(&"sourced"), "{basis:?}");
    let sarif: Value = serde_json::from_str(&run("sarif")).unwrap();
    let rules = sarif["runs"][0]["tool"]["driver"]["rules"].to_string();
    assert!(rules.contains("house") && rules.contains("sourced"), "{rules}");
}

/// `docs/project-file.md` names every key, and its example can be read.
#[test]
fn the_page_on_the_project_file_has_an_example_that_can_be_read() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/project-file.md");
    let page = std::fs::read_to_string(path).unwrap();
    let example = page.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    let folder = Folder::new();
    folder.write("gnc.toml", example);
    folder.write("agreed/adj-bor.co-push-1.0.0.yaml", EXAMPLE_BLOCK);
    folder.write("rules/house.yaml", "gnc_rules: 1\nrules: []\n");
    let block = folder.write("blocks/exa-exb.co-push.yaml", EXAMPLE_BLOCK);
    for place in ["data", "templates"] {
        std::fs::create_dir_all(folder.at(place)).unwrap();
    }
    let ran = check(&folder, &[&block]);
    assert!(ran.code < 2, "{}", ran.err);
    let source = include_str!("../../src/bin/gnc/project.rs");
    let fields = source.lines().filter_map(|line| {
        let line = line.trim().trim_start_matches("pub(crate) ");
        let (name, kind) = line.strip_suffix(',')?.split_once(": ")?;
        let plain = name.bytes().all(|it| it.is_ascii_lowercase());
        (plain && kind.starts_with(char::is_uppercase)).then_some(name)
    });
    let fields: Vec<&str> = fields.filter(|it| !["own", "one", "many"].contains(it)).collect();
    assert!(fields.contains(&"blocks") && fields.contains(&"severity"), "{fields:?}");
    for name in fields {
        assert!(page.contains(name), "{name} is not on the page");
    }
}

/// The messages of one rule for a fragment laid over the example block, beside another such fragment.
fn said(rule: &str, fragment: &str, role: Role, other: &str) -> Vec<String> {
    let mut sources = Sources::default();
    let mut tree = |name: &str, text: &str| {
        let file = sources.add(name, text);
        let (tree, found) = parse(&sources, file);
        assert!(tree.complete && found.list.is_empty(), "{found:?}");
        tree.root.unwrap()
    };
    let base = tree("example.yaml", EXAMPLE_BLOCK);
    let catalogue = Arc::new(Catalogue::default());
    let mut resolved = |name: &str, text: &str| {
        let root = lay_over(&base, &tree(name, text));
        resolve(&root, &Library::default(), &catalogue).0.unwrap()
    };
    let mut settings = Settings::default();
    settings.documents.blocks.push((role, Arc::new(resolved("other.yaml", other))));
    let block = resolved("fragment.yaml", fragment);
    let found = look(&block, &settings);
    let of_rule = found.list.iter().filter(|it| it.code.id == rule);
    of_rule.map(|it| it.message(Lang::En)).collect()
}

fn version(number: &str) -> String {
    format!(
        "block: {{version: {number}, history: [{{version: {number}, date: 2026-05-04, change: A, by: B}}]}}\n"
    )
}

#[test]
fn the_number_of_a_version_is_measured_against_the_one_before() {
    let breaks = "technical_interoperability: {communication: {character_set: UTF-16}}\n";
    let adds = "technical_interoperability: {communication: {acknowledgement_timeout: P9D}}\n";
    let count = |new: &str, change: &str, old: &str| {
        said("XCP-11", &(version(new) + change), Role::Earlier, &version(old)).len()
    };
    for (new, change, old, wanted) in [
        ("1.1.0", breaks, "1.0.0", 1),
        ("2.0.0", breaks, "1.9.0", 0),
        ("1.1.0", adds, "1.0.0", 0),
        // The same number for another content.
        ("1.0.0", adds, "1.0.0", 1),
        ("1.0.0", "", "1.0.0", 0),
        // Before 1.0.0 the second number counts.
        ("0.4.1", breaks, "0.4.0", 1),
        ("0.5.0", breaks, "0.4.0", 0),
        ("1.0.0", breaks, "0.4.0", 0),
    ] {
        assert_eq!(count(new, change, old), wanted, "{old} to {new}: {change}");
    }
}

#[test]
fn what_one_party_needs_is_looked_for_in_the_other_block_both_ways() {
    let of = |requirement: &str| {
        format!(
            "process_alignment: {{data_cluster: {{elements: [{{path: Response/Certificate/ID, requirement: {requirement}}}]}}}}"
        )
    };
    let (must, never) = (of("M"), of("NC"));
    let there = said("XCP-03", &must, Role::Partner, &never);
    assert!(
        there.len() == 2 && there.iter().all(|it| it.contains("does not carry it")),
        "{there:?}"
    );
    let here = said("XCP-03", &never, Role::Partner, &must);
    assert!(
        here.len() == 2 && here.iter().all(|it| it.contains("is not carried here")),
        "{here:?}"
    );
    let gone = "process_alignment: {messages: [{id: verification-result, omit: true}]}";
    let gone = said("XCP-03", &must, Role::Partner, gone);
    assert_eq!(gone, ["the block of the partner has no message `verification-result`"]);
}

#[test]
fn what_is_retired_has_a_last_day_that_nobody_is_cut_off_by() {
    let code = |says: &str| {
        format!(
            "process_alignment: {{data_cluster: {{code_lists: [{{id: exa.origin-criteria, codes: [{{code: RVC{says}}}]}}]}}}}\n"
        )
    };
    let rule = |new: &str, role: Role, old: &str| said("XCP-12", new, role, old);
    // The example is of 4 May 2026 and supports the version before for twelve months.
    let soon = rule(&code(", until: 2027-05-03"), Role::Earlier, &version("1.0.0"));
    assert!(
        soon.iter().all(|it| it.contains("comes before 2027-05-04")) && !soon.is_empty(),
        "{soon:?}"
    );
    assert!(rule(&code(", until: 2027-05-04"), Role::Earlier, &version("1.0.0")).is_empty());
    // A partner that needs longer.
    let longer =
        "technical_interoperability: {service_interface: {versioning: {parallel_support: P3Y}}}";
    let soon = rule(&code(", until: 2028-01-01"), Role::Partner, longer);
    assert_eq!(soon.len(), 1, "{soon:?}");
    let gone = code(", omit: true");
    let said = rule(&gone, Role::Earlier, &version("1.0.0"));
    assert!(said.len() == 1 && said[0].contains("no last day was stated"), "{said:?}");
    let said = rule(&gone, Role::Earlier, &(version("1.0.0") + &code(", until: 2026-06-30")));
    assert!(said.len() == 1 && said[0].contains("before its last day"), "{said:?}");
    assert!(
        rule(&gone, Role::Earlier, &(version("1.0.0") + &code(", until: 2026-03-31"))).is_empty()
    );
}
