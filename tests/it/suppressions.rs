//! The page on fixes, exceptions and the baseline: its examples are run.

use gnc::check::EXAMPLE_BLOCK;

use crate::cli::{Folder, root};

/// The examples of the page in this notation.
fn examples(notation: &str) -> Vec<String> {
    let page = std::fs::read_to_string(root().join("docs/suppressions.md")).unwrap();
    let fence = format!("```{notation}\n");
    page.split(&fence).skip(1).map(|it| it.split("```").next().unwrap().to_owned()).collect()
}

#[test]
fn the_exceptions_of_the_page_allow_what_they_say() {
    let faulty = EXAMPLE_BLOCK.replacen("  version: 1.0.0\n", "  version: 1.1.0\n", 1);
    let commented = examples("yaml").into_iter().find(|it| it.contains("gnc: allow")).unwrap();
    let inline = EXAMPLE_BLOCK.replacen("  version: 1.0.0\n", &commented, 1);
    let project = examples("toml").pop().unwrap();
    let name = "exa-exb.co-push.yaml";
    let check = ["check", name, "--fail-on", "warning"];

    let folder = Folder::new();
    folder.write(name, &faulty);
    assert!(folder.run(&check).ends(1).says("STR-11"));
    folder.write("gnc.toml", &project);
    folder.run(&check).ends(0);
    folder.write("gnc.toml", project.replace("reason =", "# reason ="));
    assert_ne!(folder.run(&check).code, 0);
    folder.write("gnc.toml", project.replace("2027", "2020"));
    assert!(folder.run(&check).ends(1).says("STR-11"));

    let folder = Folder::new();
    folder.write(name, &inline);
    folder.run(&check).ends(0);
    folder.write(name, inline.replace("2027", "2020"));
    assert!(folder.run(&check).ends(1).says("SUP-04"));
}

#[test]
fn the_baseline_of_the_page_counts_what_is_new() {
    let folder = Folder::new();
    let name = "exa-exb.co-push.yaml";
    let faulty = EXAMPLE_BLOCK.replacen("  version: 1.0.0\n", "  version: 1.1.0\n", 1);
    folder.write(name, &faulty);
    folder.run(&["check", name, "--write-baseline", "baseline.json"]).ends(0);
    folder.run(&["check", name, "--write-baseline", "baseline.json"]).ends(0);
    // A block is no baseline, and is not written over by one.
    let refused = folder.run(&["check", "--write-baseline", name, name]);
    assert!(refused.says("--write-baseline") && refused.code != 0);
    assert_eq!(std::fs::read_to_string(folder.at(name)).unwrap(), faulty);
    let check = ["check", name, "--baseline", "baseline.json", "--fail-on", "warning"];
    folder.run(&check).ends(0);
    folder.write(name, faulty.replacen("measure:", "measured:", 1));
    assert_ne!(folder.run(&check).code, 0);
}
