//! The library of blocks: each is found by `gnc check` to be what `utility-blocks/README.md` says of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use crate::cli::run;

/// Rule, weight and place (`line:column`) of a finding.
type Found = (String, String, String);

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("utility-blocks")
}

/// The identifiers of the blocks that ship, sorted.
pub(crate) fn shipped() -> Vec<String> {
    let files = std::fs::read_dir(folder()).unwrap().map(|it| it.unwrap().path());
    let blocks = files.filter(|it| it.extension().is_some_and(|it| it == "yaml"));
    let mut ids: Vec<_> =
        blocks.map(|it| it.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    ids.sort();
    ids
}

/// What the README lists: the findings of each block, from the tables under its heading.
fn listed(readme: &str) -> BTreeMap<String, Vec<Found>> {
    let mut all = BTreeMap::<String, Vec<Found>>::new();
    let mut block = String::new();
    for line in readme.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            heading.trim_matches('`').clone_into(&mut block);
            all.insert(block.clone(), Vec::new());
        }
        let cells: Vec<_> = line.split(" | ").map(|it| it.trim_matches(['|', ' '])).collect();
        if let [rule, weight, place, ..] = cells.as_slice()
            && place.split_once(':').is_some_and(|(line, _)| line.parse::<u32>().is_ok())
        {
            let found = (*rule, *weight, *place);
            let found = (found.0.to_owned(), found.1.to_owned(), found.2.to_owned());
            all.get_mut(&block).expect("a table stands under the heading of a block").push(found);
        }
    }
    all
}

/// What `gnc check` finds in the blocks, in all of them at once as in each alone.
fn found(paths: &[&str], code: i32) -> BTreeMap<String, Vec<Found>> {
    let args: Vec<_> =
        ["check"].iter().chain(paths).chain(&["--format", "json"]).copied().collect();
    let report: Json = serde_json::from_str(&run(&args).ends(code).out).unwrap();
    let mut all = BTreeMap::<String, Vec<Found>>::new();
    for finding in report["findings"].as_array().expect("a list of findings") {
        let place = &finding["place"];
        let file = Path::new(place["file"].as_str().expect("a file"));
        let text = |key: &str| finding[key].as_str().expect(key).to_owned();
        let place = format!("{}:{}", place["line"], place["column"]);
        let block = file.file_stem().unwrap().to_string_lossy().into_owned();
        all.entry(block).or_default().push((text("rule"), text("severity"), place));
    }
    all
}

#[test]
fn every_block_is_what_the_readme_says_of_it_and_nothing_else() {
    let listed = listed(&std::fs::read_to_string(folder().join("README.md")).unwrap());
    let blocks = shipped();
    assert_eq!(listed.keys().collect::<Vec<_>>(), blocks.iter().collect::<Vec<_>>());
    let refused = |findings: &[Found]| findings.iter().any(|it| it.1 == "error");
    for id in &blocks {
        let path = format!("utility-blocks/{id}.yaml");
        let expected = &listed[id];
        let code = i32::from(refused(expected));
        let own = found(&[&path], code).remove(id).unwrap_or_default();
        assert_eq!(&own, expected, "{id}");
    }
    let whole = found(&["utility-blocks"], i32::from(listed.values().any(|it| refused(it))));
    for id in &blocks {
        assert_eq!(whole.get(id).map_or(&[][..], |it| it), listed[id], "{id}, among the others");
    }
}

#[test]
fn every_block_is_in_the_canonical_layout() {
    let paths: Vec<String> =
        shipped().iter().map(|id| format!("utility-blocks/{id}.yaml")).collect();
    let args: Vec<&str> =
        ["fmt", "--check"].into_iter().chain(paths.iter().map(String::as_str)).collect();
    run(&args).ends(0);
}
