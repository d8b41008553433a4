//! `gnc.toml`, data of one's own, templates of one's own.

use super::{Folder, SMALL, files, root};

#[test]
fn a_project_file_is_found_upwards_and_its_mistakes_are_named() {
    let folder = Folder::new();
    folder.write("gnc.toml", "blocks = \"blocks\"\n");
    folder.write("blocks/exa.small.yaml", SMALL);
    let profile = SMALL.replace("exa.small", "exa.profile");
    let profile = profile.replace("status", "extends: exa.small@0.1.0, status");
    folder.write("far/below/exa.profile.yaml", profile);
    folder.run(&["check"]).ends(0);
    let ran = folder.run(&["check", "far/below/exa.profile.yaml"]).ends(0);
    assert!(!ran.says("RES-01"), "the framework is in the project's folder: {}", ran.out);
    for (text, named) in [
        ("block = \"blocks\"\n", "block"),
        ("[rules]\nhose = false\n", "hose"),
        ("blocks = 3\n", "blocks"),
        ("blocks = \"a\n", "1"),
        ("\u{0}", "gnc.toml"),
    ] {
        folder.write("gnc.toml", text);
        for (lang, words) in [("en", "project file"), ("fr", "fichier de projet")] {
            let ran = folder.run(&["check", "--speak", lang]).ends(3);
            assert!(ran.err.contains("gnc.toml") && ran.err.contains(words), "{}", ran.err);
            assert!(ran.err.contains(named), "no {named:?} in {}", ran.err);
        }
    }
}

#[test]
fn house_rules_can_be_left_out() {
    let folder = Folder::new();
    let file = folder.write("block.yaml", SMALL.replace("en: Small", "en: NO"));
    let house = |text: &str| {
        folder.write("gnc.toml", text);
        folder.run(&["check", &file, "--format", "json"]).out.matches("\"pack\": \"house\"").count()
    };
    assert!(house("") > 0, "the small block leaves room for advice");
    assert_eq!(house("[rules]\nhouse = false\n"), 0);
}

#[test]
fn data_of_a_folder_takes_the_place_of_what_is_built_in() {
    let folder = Folder::new();
    let show =
        |args: &[&str]| folder.run(&[&["catalogue", "show", "iso.3166-1:FR"], args].concat());
    let ours = show(&[]).ends(0).out;
    assert!(ours.contains("France"), "{ours}");
    let built_in = root().join("src/catalogue/data");
    let read = |name: &str| std::fs::read_to_string(built_in.join(name)).unwrap();
    let index = read("index.csv");
    let row = index.lines().find(|line| line.starts_with("iso.3166-1,")).unwrap();
    folder.write("data/index.csv", format!("{}\n{row}\n", index.lines().next().unwrap()));
    let name = row.split(',').find(|cell| cell.contains(".csv")).unwrap();
    folder.write(&format!("data/{name}"), read(name).replace("France", "Gallia"));
    let theirs = show(&["--data", "data"]).ends(0).out;
    assert!(theirs.contains("Gallia") && !theirs.contains("France"), "{theirs}");
    folder.write("gnc.toml", "data = \"data\"\n");
    assert_eq!(show(&[]).ends(0).out, theirs, "the same by the project file");
    // What is wrong in such a file is found where it stands.
    folder.write(&format!("data/{name}"), "not,a\ndataset");
    let ran = show(&[]);
    assert!(ran.code == 1 || ran.code == 2, "{}", ran.err);
    assert!(ran.says(&format!("{name}:1")), "{}\n{}", ran.out, ran.err);
    let block = folder.write("block.yaml", SMALL);
    let ran = folder.run(&["check", &block]).ends(1);
    assert!(ran.out.contains(name), "{}", ran.out);
    folder.run(&["check", &block, "--data", "nowhere"]).ends(3);
}

#[test]
fn templates_of_a_folder_take_the_place_of_what_is_built_in() {
    let folder = Folder::new();
    let block = root().join("utility-blocks/adj-bor.co-push.yaml");
    let block = block.to_str().unwrap();
    let build = |more: &[&str]| {
        let args = ["build", block, "--out", "out", "--only", "markdown", "--lang", "en"];
        folder.run(&[&args, more].concat())
    };
    let all = files(&root().join("templates"));
    let (name, bytes) = all
        .iter()
        .find(|(name, text)| name.contains(".en.") || (name.contains("en/") && text.len() > 200))
        .expect("an English template");
    let text = String::from_utf8(bytes.clone()).unwrap();
    folder.write(&format!("own/{name}"), format!("{text}\n\nThis clause is our own.\n"));
    build(&["--templates", "own"]).ends(0);
    let annex = std::fs::read_to_string(folder.path().join("out/annex/annex.en.md")).unwrap();
    assert!(annex.contains("This clause is our own."), "{name} was not used");
    // A template that is broken is a finding with its place, and nothing is written.
    folder.write(&format!("own/{name}"), "{% if %}\n{{ nothing.there }}\n");
    let before = files(&folder.path().join("out"));
    let ran = build(&["--templates", "own"]).ends(1);
    assert!(ran.says(name), "{}", ran.out);
    assert_eq!(files(&folder.path().join("out")), before);
    build(&["--templates", "nowhere"]).ends(3);
}

#[test]
fn a_template_reads_no_file_and_runs_no_endless_loop() {
    let folder = Folder::new();
    let block = root().join("utility-blocks/adj-bor.co-push.yaml");
    let all = files(&root().join("templates"));
    let name = all.keys().find(|it| it.contains(".en.") || it.contains("en/")).unwrap();
    folder.write("secret.txt", "TOP-SECRET");
    for text in [
        "{% include \"../secret.txt\" %}".to_owned(),
        format!("{{% include \"{}\" %}}", folder.at("secret.txt")),
        "{{ get_env(name=\"HOME\") }}".to_owned(),
        "{{ load(path=\"secret.txt\") }}".to_owned(),
        format!("{{% include \"{name}\" %}}"),
    ] {
        folder.write(&format!("own/{name}"), &text);
        let args = ["build", block.to_str().unwrap(), "--out", "out", "--only", "markdown"];
        let ran = folder.run(&[&args[..], &["--templates", "own"]].concat()).ends(1);
        assert!(!ran.says("TOP-SECRET"), "{}", ran.out);
        assert!(!folder.path().join("out").exists(), "{text} was taken");
    }
}
