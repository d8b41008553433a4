//! `gnc catalogue map`: which box of a partner's certificate answers which element, what it lacks,
//! what it has more, and what a block asks for and it cannot fill.

#![allow(clippy::print_stdout, reason = "a skipped comparison says so")]

use std::collections::BTreeSet;

use gnc::catalogue::{Catalogue, Entry, Kind};
use serde_json::Value as Json;

use crate::cli::{Folder, run};

const BLOCK: &str = "utility-blocks/wco.co-push.yaml";

fn mappings(catalogue: &Catalogue) -> impl Iterator<Item = &Entry> {
    catalogue.entries().iter().filter(|it| it.kind == Kind::Mapping)
}

#[test]
fn each_field_is_mapped_to_an_element_that_there_is() {
    let catalogue = Catalogue::embedded();
    assert_eq!(mappings(&catalogue).count(), 11);
    for entry in mappings(&catalogue) {
        assert!(!entry.official && !entry.source.is_empty(), "{}", entry.id);
        let mut seen = BTreeSet::new();
        for field in &entry.as_mapping().unwrap().fields {
            let dataset = catalogue.dataset(&field.dataset).expect("a dataset");
            let row = dataset.row(&field.path);
            assert_eq!(row.is_some(), !field.path.is_empty(), "{}: {}", entry.id, field.path);
            assert!(row.is_none_or(|it| !it.is_class()), "{}: {}", entry.id, field.path);
            // What the dataset has no element for says what it holds, in both languages.
            let said = !field.what.en.is_empty() && !field.what.fr.is_empty();
            assert_eq!(said, field.path.is_empty(), "{}: {}", entry.id, field.field);
            assert!(seen.insert((&field.path, &field.field)), "{}: {}", entry.id, field.field);
        }
    }
}

/// Every field that is given as seen stands in a file of the structure.
#[test]
fn fields_that_were_seen_stand_in_the_files_of_their_structure() {
    let folder = std::path::Path::new("../shared/reference/coo");
    if !folder.exists() {
        println!("skipped: {} is not there", folder.display());
        return;
    }
    let homes = [
        ("uncefact.preferential-coo", "uncefact/D23B-2020-12"),
        ("tradetrust.coo", "tradetrust"),
        ("abf.aanzfta-coo", "abf-dvp"),
        ("oasis.ubl-coo", "ubl-2.3"),
        ("w3c.traceability-coo", "w3c-traceability"),
        ("w3c.usmca-coo", "w3c-traceability"),
    ];
    let catalogue = Catalogue::embedded();
    for entry in mappings(&catalogue) {
        let home = homes.iter().find(|(id, _)| *id == entry.id).map(|(_, home)| folder.join(home));
        let text: String = home.iter().flat_map(|it| crate::cli::files(it)).fold(
            String::new(),
            |mut all, (_, bytes)| {
                all.push_str(&String::from_utf8_lossy(&bytes));
                all
            },
        );
        let words: BTreeSet<&str> =
            text.split(|c: char| !(c.is_alphanumeric() || c == '_')).collect();
        let seen = entry.as_mapping().unwrap().fields.iter().filter(|it| it.seen);
        for field in seen {
            let steps = field.field.split(['/', '@', ':']).filter(|it| !it.is_empty());
            let gone: Vec<&str> = steps.filter(|it| !words.contains(it)).collect();
            assert!(gone.is_empty(), "{}: {} ({gone:?})", entry.id, field.field);
        }
    }
}

#[test]
fn a_negotiator_sees_which_box_answers_what() {
    let ran = run(&["catalogue", "map", "asean.form-d"]).ends(0);
    for said in [
        "ASEAN Form D (ATIGA certificate of origin) → wco.e-co@2025",
        "Unofficial: own compilation",
        "box 8 ?",
        "shared by",
        "title of the form ?",
        "the field was not found in a published file",
        "Elements that it lacks",
    ] {
        assert!(ran.out.contains(said), "{said}\n{}", ran.out);
    }
    let widest = ran.out.lines().map(|it| it.chars().count()).max().unwrap();
    assert!(widest <= 120, "{widest} columns\n{}", ran.out);
    let ran = run(&["catalogue", "map", "asean.form-d", "--speak", "fr"]).ends(0);
    assert!(ran.out.contains("case 8 ?") && ran.out.contains("Éléments qui lui manquent"));
    // All of them, in a line each.
    let ran = run(&["catalogue", "map"]).ends(0);
    for id in ["uncefact.preferential-coo@D23B", "aladi.cod@1.8.3", "rcep.form@1"] {
        assert!(ran.out.contains(id), "{}", ran.out);
    }
    let ran = run(&["catalogue", "map", "aladi.cot"]).ends(2);
    assert!(ran.err.contains("aladi.cod"), "{}", ran.err);
}

#[test]
fn what_a_block_needs_and_a_certificate_cannot_fill_is_said() {
    let args = ["catalogue", "map", "uncefact.preferential-coo", "--block", BLOCK];
    let ran = run(&[&args[..], &["--format", "json"]].concat()).ends(0);
    let found: Json = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(found["block"], "wco.co-push");
    let structure = &found["structures"][0];
    let unfilled: Vec<&str> =
        structure["unfilled"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    // The UN/CEFACT certificate names parties by number only, and describes no goods in words.
    assert!(unfilled.contains(&"Certificate/Exporter/Name"), "{unfilled:?}");
    assert!(unfilled.contains(&"Certificate/GovernmentAgencyGoodsItem/Commodity/Description"));
    for element in structure["elements"].as_array().unwrap() {
        let path = element["path"].as_str().unwrap();
        let is_listed = unfilled.contains(&path);
        let fields = element["fields"].as_array().unwrap();
        let must = element["always"] == true && element["made_by_sender"] == false;
        assert_eq!(is_listed, must && fields.is_empty(), "{element}");
    }
    // What is mandatory only within a class that may be absent is not asked for always.
    let text = run(&args).ends(0).out;
    assert!(text.contains("Mandatory in wco.co-push, and not in the certificate"), "{text}");
    let args = ["catalogue", "map", "asean.form-d", "--block", BLOCK, "--format", "md"];
    let text = run(&args).ends(0).out;
    assert!(text.contains("| Consignee: Name | mandatory in its class |"), "{text}");
    let ran = run(&["catalogue", "map", "--block", "utility-blocks/wco.e-waste.yaml"]).ends(2);
    assert!(ran.err.contains("no structure is mapped to the maximum dataset"), "{}", ran.err);
}

#[test]
fn the_same_comes_as_csv_and_markdown() {
    let ran = run(&["catalogue", "map", "w3c.usmca-coo", "--format", "csv"]).ends(0);
    let lines: Vec<&str> = ran.out.split("\r\n").collect();
    assert!(lines[0].starts_with("structure,dataset,path,name,requirement"));
    // What a spreadsheet would take for a formula is guarded.
    assert!(ran.out.contains("'@context") && !ran.out.contains(",@context"), "{}", ran.out);
    let ran = run(&["catalogue", "map", "rcep.form", "--format", "md"]).ends(0);
    assert!(ran.out.starts_with("# RCEP certificate of origin"), "{}", ran.out);
    assert!(ran.out.contains("| Element | Box or field | How |"), "{}", ran.out);
}

#[test]
fn a_mapping_of_ones_own_takes_the_place_of_ours() {
    let folder = Folder::new();
    folder.write(
        "data/index.csv",
        "id,version,kind,title_en,title_fr,official,file\n\
         asean.form-d,1,mapping,Form D as we have it,Notre formulaire D,yes,form-d.csv\n",
    );
    folder.write(
        "data/form-d.csv",
        "dataset,path,field,how,seen,what_en,what_fr\n\
         wco.e-co@2025,Certificate/ID,#99,direct,yes,,\n\
         wco.e-co@2025,,#98,direct,yes,stamp duty,droit de timbre\n",
    );
    let data = folder.at("data");
    let ran = run(&["catalogue", "map", "asean.form-d", "--data", &data]).ends(0);
    assert!(ran.out.contains("box 99") && ran.out.contains("stamp duty"), "{}", ran.out);
    assert!(!ran.out.contains("Unofficial") && !ran.out.contains('?'), "{}", ran.out);
    folder.write("data/form-d.csv", "dataset,path,field,how,seen\nwco.e-co@2025,,,sideways,yes\n");
    let ran = run(&["catalogue", "map", "asean.form-d", "--data", &data]);
    assert!(ran.err.contains("CAT-"), "{}", ran.err);
}
