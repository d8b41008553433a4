//! `gnc propose`: what goes beyond the maximum dataset is what the rules on data find, and each is
//! drafted as a request with its justification and its impact.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use gnc::resolve::{Excess, Resolved};
use gnc::workspace::Workspace;

use crate::cli::{Folder, run};

const DRIFTED: &str = "utility-blocks/adj-kat.co-push.yaml";

/// A block of the library, with the rules on data and the paths that they name.
fn found(
    id: &str,
    changed: impl Fn(String) -> String,
) -> (Arc<Resolved>, BTreeSet<(String, String)>) {
    let mut workspace = Workspace::default();
    let mut file = None;
    for name in ["wco.co-push", id] {
        let text = fs::read_to_string(format!("utility-blocks/{name}.yaml")).unwrap();
        let text = if name == id { changed(text) } else { text };
        file = Some(workspace.add(&format!("{name}.yaml"), text.into_bytes()).0);
    }
    workspace.prepare();
    let analysis = workspace.analyse(file.unwrap());
    let rules = ["DAT-02", "DAT-04", "DAT-05", "DAT-07", "DAT-12"];
    let list = analysis.findings.list.iter().filter(|it| rules.contains(&it.code.id));
    let path = |it: &gnc::diag::Finding| {
        let args = it.args.iter().find(|(name, _)| *name == "path");
        args.map(|(_, value)| format!("{value:?}").split('"').nth(1).unwrap().to_owned())
    };
    let list = list.map(|it| (it.code.id.to_owned(), path(it).expect("a path"))).collect();
    (Arc::new(analysis.resolved.unwrap()), list)
}

/// The rule that finds this excess.
fn rule(excess: &Excess) -> &'static str {
    match excess {
        Excess::Outside => "DAT-02",
        Excess::Kind { .. } => "DAT-05",
        Excess::Format { .. } => "DAT-04",
        Excess::Occurs { .. } => "DAT-07",
        Excess::Codes { .. } => "DAT-12",
    }
}

fn beyond(block: &Resolved) -> BTreeSet<(String, String)> {
    let all = block.beyond();
    let each = all.iter().flat_map(|it| {
        it.excess.iter().map(|excess| (rule(excess).to_owned(), it.element.path.to_string()))
    });
    each.collect()
}

#[test]
fn what_is_asked_for_is_what_the_rules_on_data_find() {
    let (block, rules) = found("adj-kat.co-push", |text| text);
    assert_eq!(rules.len(), 3);
    assert_eq!(beyond(&block), rules);
    // In every way at once.
    let (block, rules) = found("adj-kat.co-push", |text| {
        let row = "      - {path: Certificate/Consignor, requirement: NC}\n";
        let wider = "      - {path: Certificate/Exporter, occurs: 1..7}\n      \
                     - {path: Certificate/IssueDateTime, data_type: Text}\n";
        assert!(text.contains(row));
        text.replace(row, &format!("{row}{wider}"))
    });
    assert_eq!(rules.len(), 5, "{rules:?}");
    assert_eq!(beyond(&block), rules);
    for id in ["adj-bor.co-push", "adj-con.co-push"] {
        let (block, rules) = found(id, |text| text);
        assert!(rules.is_empty() && beyond(&block).is_empty(), "{id}: {rules:?}");
    }
}

#[test]
fn each_element_is_drafted_with_justification_and_impact() {
    let folder = Folder::new();
    let out = folder.at("out");
    let ran = run(&["propose", DRIFTED, "--out", &out]).ends(0);
    assert!(
        ran.says("Certificate/Exporter/ID: format an..35, in the dataset an..17"),
        "{}",
        ran.out
    );
    assert!(ran.says("Certificate/Exporter/RegistrationID: not in the dataset"));
    let read =
        |name: &str| fs::read(folder.path().join("out/maintenance-request").join(name)).unwrap();
    assert!(read("maintenance-request.en.docx").starts_with(b"PK"));
    let english = String::from_utf8(read("maintenance-request.en.md")).unwrap();
    let french = String::from_utf8(read("maintenance-request.fr.md")).unwrap();
    for said in [
        "## Exporter: Register number of the exporter",
        "| Request | add an element to the maximum dataset |",
        "| Class | `Certificate/Exporter` (Exporter 57A) |",
        "| Definition | number under which the exporter is entered in the register of suppliers of Katanga |",
        "| Format | `an..35` | `an..17` |",
        "| Code list | `adj-kat.countries` (Countries of the clearance system of Katanga) | `iso.3166-1`",
        // Why, and on what basis.
        "- To let the importing Party establish that a certificate of origin",
        "- Free Trade Agreement between Adjikistan and Katanga, Article\u{a0}2.27",
        "The need is that of: Adjikistan and Katanga.",
        // Which messages change, and who else has the dataset.
        "| Duplicate certificate of origin | optional |",
        "| `wco.co-pull` 1.0.0 | Exporting Party and Importing Party | has the element, within the dataset |",
        "have to be widened to an..35",
    ] {
        assert!(english.contains(said), "the request does not say {said}\n{english}");
    }
    assert!(french.contains("Numéro d’inscription de l’exportateur"));
    assert!(french.contains("## Objet de la demande") && french.contains("### Incidence"));
    // One element alone, and both languages side by side.
    let args = [
        "propose",
        DRIFTED,
        "--out",
        &out,
        "--only",
        "html",
        "--lang",
        "en+fr",
        "--element",
        "Certificate/Exporter/RegistrationID",
    ];
    run(&args).ends(0);
    let page =
        fs::read_to_string(folder.at("out/maintenance-request/maintenance-request.en-fr.html"))
            .unwrap();
    assert!(page.contains("Register number of the exporter") && !page.contains("an..35"));
    assert!(!folder.path().join("out/maintenance-request/maintenance-request.en.md").exists());
}

#[test]
fn without_an_excess_there_is_nothing_to_ask_for() {
    let folder = Folder::new();
    let out = folder.at("out");
    let block = "utility-blocks/adj-con.co-push.yaml";
    let ran = run(&["propose", block, "--out", &out]).ends(0);
    assert!(ran.says("every element lies within wco.e-co@2025; there is nothing to ask for"));
    let ran = run(&["propose", block, "--speak", "fr"]).ends(0);
    assert!(ran.says("il n’y a rien à demander"), "{}", ran.out);
    assert!(!folder.path().join("out").exists());
    // As a document of a build it says so in words.
    let build =
        ["build", block, "--out", &out, "--only", "markdown", "--document", "maintenance-request"];
    run(&build).ends(0);
    let page =
        fs::read_to_string(folder.at("out/maintenance-request/maintenance-request.en.md")).unwrap();
    assert!(page.contains("**There is nothing to ask for.**"), "{page}");
    let ran = run(&["propose", DRIFTED, "--element", "Certificate/ID"]).ends(2);
    assert!(ran.err.contains("`Certificate/ID` does not go beyond wco.e-co@2025"), "{}", ran.err);
    // What has no dataset cannot be compared.
    let bare =
        folder.write("x.y.yaml", "gnc: 1\nblock: {id: x.y, version: 0.1.0, status: concept}\n");
    assert!(run(&["propose", &bare]).ends(1).says("states no maximum dataset"));
}
