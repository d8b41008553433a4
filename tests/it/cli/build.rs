//! `gnc build`: whole or not at all, nothing outside the folder, the same bytes everywhere.

use std::path::Path;

use serde_json::Value;

use super::{Folder, Ran, SMALL, files, gnc, root, run};

const PROFILE: &str = "utility-blocks/adj-bor.co-push.yaml";

/// Builds a shipped block into `out`.
fn build(block: &str, out: &str, more: &[&str]) -> Ran {
    run(&[&["build", block, "--out", out], more].concat())
}

fn shipped() -> String {
    std::fs::read_to_string(root().join(PROFILE)).unwrap()
}

/// The shipped blocks copied into a folder, the profile changed.
fn copied(folder: &Folder, change: impl Fn(String) -> String) -> String {
    let framework = std::fs::read(root().join("utility-blocks/wco.co-push.yaml")).unwrap();
    folder.write("wco.co-push.yaml", framework);
    folder.write("adj-bor.co-push.yaml", change(shipped()))
}

fn manifest(out: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(out.join("manifest.json")).unwrap()).unwrap()
}

/// The folder holds what its manifest says, byte for byte, and nothing else.
#[track_caller]
fn holds_what_it_says(out: &Path) {
    use sha2::{Digest, Sha256};
    let mut there = files(out);
    assert!(there.remove("manifest.json").is_some());
    let manifest = manifest(out);
    for entry in manifest["artifacts"].as_array().unwrap() {
        let path = entry["path"].as_str().unwrap();
        let bytes = there.remove(path).unwrap_or_else(|| panic!("{path} is not there, or twice"));
        assert_eq!(entry["bytes"].as_u64().unwrap(), bytes.len() as u64, "{path}");
        let digest = Sha256::digest(&bytes);
        let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(entry["sha256"], digest.as_str(), "{path}");
    }
    let left: Vec<_> = there.keys().collect();
    assert!(left.is_empty(), "not in the manifest: {left:?}");
}

#[test]
fn a_build_writes_every_kind_in_both_languages_and_says_so() {
    let folder = Folder::new();
    let ran = build(PROFILE, &folder.at("out"), &[]).ends(0);
    let out = folder.path().join("out");
    holds_what_it_says(&out);
    let manifest = manifest(&out);
    assert_eq!(manifest["block"], "adj-bor.co-push");
    assert_eq!(manifest["draft"], false);
    let artifacts = manifest["artifacts"].as_array().unwrap();
    for kind in gnc::render::Kind::ALL {
        let of_kind = artifacts.iter().filter(|it| it["kind"] == kind.id());
        assert_eq!(of_kind.count() > 0, kind.is_default(), "{}", kind.id());
    }
    for entry in artifacts {
        let path = entry["path"].as_str().unwrap();
        assert!(ran.out.contains(path), "no line about {path}");
    }
    assert!(ran.out.contains("adj-bor.co-push 0.3.0") && ran.out.contains("Still to be agreed"));
    // The annex of a block that is not agreed is a draft in any case; nothing else is.
    let marked = |(path, text): &(String, Vec<u8>)| {
        !path.starts_with("annex/") && String::from_utf8_lossy(text).contains("DRAFT")
    };
    let marked: Vec<_> = files(&out).into_iter().filter(marked).map(|it| it.0).collect();
    assert!(marked.is_empty(), "no mark unless asked for: {marked:?}");
}

#[test]
fn two_builds_are_the_same_bytes_wherever_and_whenever_they_run() {
    let folder = Folder::new();
    build(PROFILE, &folder.at("one"), &[]).ends(0);
    let other = Folder::new();
    let block = root().join(PROFILE);
    let mut command = gnc();
    command.arg("build").arg(&block).args(["--out", &folder.at("two")]).current_dir(other.path());
    for (name, value) in [
        ("TZ", "Pacific/Kiritimati"),
        ("LANG", "fr_FR.UTF-8"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("HOME", "/nonexistent"),
        ("SOURCE_DATE_EPOCH", "1"),
        ("NO_COLOR", "1"),
    ] {
        command.env(name, value);
    }
    Ran::of(command.output().unwrap()).ends(0);
    let (one, two) = (files(&folder.path().join("one")), files(&folder.path().join("two")));
    assert_eq!(one.keys().collect::<Vec<_>>(), two.keys().collect::<Vec<_>>());
    for (path, bytes) in &one {
        assert!(two[path] == *bytes, "{path} differs");
        let text = String::from_utf8_lossy(bytes);
        for foreign in [env!("CARGO_MANIFEST_DIR"), folder.path().to_str().unwrap()] {
            assert!(!text.contains(foreign), "{path} names a folder of this machine");
        }
    }
}

#[test]
fn errors_keep_the_earlier_outputs_and_begin_nothing() {
    let folder = Folder::new();
    let only = ["--only", "markdown", "--lang", "en"];
    build(PROFILE, &folder.at("out"), &only).ends(0);
    let before = files(&folder.path().join("out"));
    // A name that is not given, an error of a rule, and a text that breaks off.
    let named = |text: String| text.replacen("owner: BOR", "owner: BORR", 1);
    let unfit = |text: String| text.replacen("status: negotiation", "status: agreed", 1);
    let broken = |text: String| text.replacen("block:", "block: [", 1);
    let cases: [(&dyn Fn(String) -> String, bool); 5] =
        [(&named, false), (&named, true), (&unfit, false), (&broken, false), (&broken, true)];
    for (change, draft) in cases {
        let block = copied(&folder, change);
        let mut args = only.to_vec();
        args.extend(draft.then_some("--draft"));
        for out in ["out", "fresh"] {
            let ran = build(&block, &folder.at(out), &args).ends(1);
            assert!(ran.out.contains("Nothing was written"), "{}", ran.out);
        }
        assert_eq!(files(&folder.path().join("out")), before);
        assert!(!folder.path().join("fresh").exists(), "nothing is begun");
    }
}

#[test]
fn a_draft_is_made_in_spite_of_errors_and_every_artefact_says_so() {
    let folder = Folder::new();
    // A rule finds an error; all names are found and all can be read.
    let block = copied(&folder, |text| text.replacen("status: negotiation", "status: agreed", 1));
    build(&block, &folder.at("out"), &["--only", "markdown"]).ends(1);
    let ran = build(&block, &folder.at("out"), &["--draft"]).ends(1);
    assert!(ran.out.contains("DRAFT of adj-bor.co-push"), "{}", ran.out);
    let out = folder.path().join("out");
    holds_what_it_says(&out);
    assert_eq!(manifest(&out)["draft"], true);
    for (path, bytes) in files(&out) {
        let text = String::from_utf8_lossy(&bytes);
        let marked = text.contains("DRAFT") || text.contains("PROJET") || path.contains("DRAFT");
        assert!(marked || path == "manifest.json", "{path} does not say that it is a draft");
        for (lang, mark) in [("en", "DRAFT"), ("fr", "PROJET")] {
            if path.contains(&format!(".{lang}.")) {
                assert!(text.contains(mark), "{path} does not say so in its language");
            }
        }
    }
    for entry in manifest(&out)["artifacts"].as_array().unwrap() {
        if let Some(schema) = entry["schema"].as_str() {
            assert!(out.join(schema).is_file(), "{schema}");
        }
    }
}

#[test]
fn what_an_earlier_build_wrote_and_this_one_does_not_goes() {
    let folder = Folder::new();
    let out = folder.path().join("out");
    build(PROFILE, &folder.at("out"), &["--only", "markdown,mermaid"]).ends(0);
    folder.write("out/mine.txt", "kept");
    folder.write("out/process/mine.txt", "kept");
    build(PROFILE, &folder.at("out"), &["--only", "markdown", "--lang", "fr"]).ends(0);
    let left: Vec<_> = files(&out).into_keys().collect();
    assert_eq!(left, ["annex/annex.fr.md", "manifest.json", "mine.txt", "process/mine.txt"]);
}

#[test]
fn a_manifest_cannot_have_files_elsewhere_removed() {
    let folder = Folder::new();
    let only = ["--only", "markdown", "--lang", "en"];
    build(PROFILE, &folder.at("out"), &only).ends(0);
    let precious = folder.write("precious.txt", "kept");
    folder.write("far/precious.txt", "kept");
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.path().join("far"), folder.path().join("out/link")).unwrap();
    let paths =
        ["../precious.txt", &precious, "link/precious.txt", "./../precious.txt", "", ".", "annex"];
    let entries: Vec<_> = paths.iter().map(|path| serde_json::json!({"path": path})).collect();
    folder.write("out/manifest.json", serde_json::json!({"artifacts": entries}).to_string());
    build(PROFILE, &folder.at("out"), &only).ends(0);
    for kept in ["precious.txt", "far/precious.txt", "out/annex/annex.en.md"] {
        assert!(folder.path().join(kept).is_file(), "{kept} is gone");
    }
    for nonsense in ["", "[]", "{\"artifacts\": 3}", "\u{0}", "{\"artifacts\": [{\"path\": 3}]}"] {
        folder.write("out/manifest.json", nonsense);
        build(PROFILE, &folder.at("out"), &only).ends(0);
    }
}

/// A build into `out` is refused for a reason that names `what`, and changes nothing.
#[track_caller]
fn refused(folder: &Folder, out: &str, what: &str) {
    let before = (files(folder.path()), folders(folder.path()));
    let said = [
        ("en", "earlier outputs are kept", "outside the output folder"),
        ("fr", "sont conservées", "sort du dossier"),
    ];
    for (lang, kept, outside) in said {
        let ran = build(PROFILE, &folder.at(out), &["--only", "markdown", "--speak", lang]).ends(3);
        assert!(ran.err.starts_with("gnc: ") && ran.err.contains(what), "{}", ran.err);
        assert!(ran.err.contains(kept) || ran.err.contains(outside), "{}", ran.err);
        assert!(!ran.err.contains("os error"), "{}", ran.err);
        assert!(!ran.out.contains("manifest.json"), "{}", ran.out);
    }
    assert_eq!((files(folder.path()), folders(folder.path())), before, "all is as it was");
}

fn folders(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(at) = open.pop() {
        for entry in std::fs::read_dir(&at).into_iter().flatten() {
            let path = entry.unwrap().path();
            if std::fs::symlink_metadata(&path).unwrap().is_dir() {
                found.push(path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned());
                open.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn where_it_cannot_write_it_leaves_everything_as_it_was() {
    let folder = Folder::new();
    folder.write("file", "a file where the folder should be");
    refused(&folder, "file", "file");
    refused(&folder, "file/below", "file");
    folder.write("annexed/annex", "a file where a folder of the output should be");
    refused(&folder, "annexed", "annex");
    folder.write("new/place/annex", "the same below folders that are new");
    refused(&folder, "new/place", "annex");
    folder.write("taken/annex/annex.fr.md/mine.txt", "a folder where an output should be");
    refused(&folder, "taken", "annex.fr.md");
    folder.write("listed/manifest.json/mine.txt", "a folder where the manifest should be");
    refused(&folder, "listed", "manifest.json");
}

#[cfg(unix)]
#[test]
fn links_that_lead_away_are_not_followed() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new();
    folder.write("far/annex.en.md", "not ours");
    folder.write("out/mine.txt", "kept");
    symlink(folder.path().join("far"), folder.path().join("out/annex")).unwrap();
    refused(&folder, "out", "annex");
    let other = Folder::new();
    other.write("far.md", "not ours");
    other.write("out/annex/mine.txt", "kept");
    symlink(other.path().join("far.md"), other.path().join("out/annex/annex.en.md")).unwrap();
    refused(&other, "out", "annex.en.md");
    // The folder itself may be a link: that is whoever calls the program's own choice.
    let own = Folder::new();
    own.write("real/mine.txt", "kept");
    symlink(own.path().join("real"), own.path().join("out")).unwrap();
    build(PROFILE, &own.at("out"), &["--only", "markdown"]).ends(0);
    assert!(own.path().join("real/annex/annex.en.md").is_file());
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    folder.write("out/annex/annex.en.md", "earlier");
    let place = folder.path().join("out/annex");
    std::fs::set_permissions(&place, PermissionsExt::from_mode(0o555)).unwrap();
    // Whoever may write anywhere is not kept out by this.
    let kept_out = std::fs::write(place.join("probe"), "").is_err();
    if kept_out {
        refused(&folder, "out", "annex");
    }
    std::fs::set_permissions(&place, PermissionsExt::from_mode(0o755)).unwrap();
    // A file that may not be written is replaced all the same: the folder is ours.
    let _ = std::fs::remove_file(place.join("probe"));
    let file = place.join("annex.en.md");
    std::fs::set_permissions(&file, PermissionsExt::from_mode(0o444)).unwrap();
    build(PROFILE, &folder.at("out"), &["--only", "markdown"]).ends(0);
    holds_what_it_says(&folder.path().join("out"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_place_where_nothing_can_be_made_is_3() {
    let ran = build(PROFILE, "/proc/gnc", &["--only", "markdown"]).ends(3);
    assert!(ran.err.contains("/proc/gnc"), "{}", ran.err);
}

#[test]
fn names_that_are_paths_lead_nowhere() {
    let identifiers = ["../x", "/tmp/x", "a/b", "..", ".", "a\\b", "C:x", "~", "x\u{0}y", "-x"];
    for id in identifiers {
        let folder = Folder::new();
        let quoted = serde_json::to_string(id).unwrap();
        let block = folder.write("inner/block.yaml", SMALL.replace("exa.small", &quoted));
        let before = files(folder.path());
        let ran = folder.run(&["build", &block, "--out", "inner/out", "--draft"]).ends(1);
        assert!(ran.out.contains("Nothing was written"), "{id}: {}", ran.out);
        assert_eq!(files(folder.path()), before, "{id}");
    }
    let framework = root().join("utility-blocks/wco.co-push.yaml");
    let framework = std::fs::read_to_string(framework).unwrap();
    for (of, id) in [("technical-receipt", "../../x"), ("certificate", "a/b"), ("outage", "..")] {
        let folder = Folder::new();
        let changed = framework.replace(&format!("- id: {of}\n"), &format!("- id: {id}\n"));
        assert_ne!(changed, framework);
        let block = folder.write("block.yaml", changed);
        let ran = build(&block, &folder.at("inner/out"), &["--draft"]).ends(1);
        assert!(ran.out.contains("FMT-03") && ran.out.contains("Nothing was"), "{}", ran.out);
        assert!(!folder.path().join("inner").exists());
    }
}

#[test]
fn a_small_draft_can_be_built_whatever_it_lacks() {
    let folder = Folder::new();
    let block = folder.write("block.yaml", SMALL);
    for draft in [&["--draft"][..], &[]] {
        let ran = folder.run(&[&["build", &block, "--out", "out"], draft].concat());
        assert!(matches!(ran.code, 0 | 1), "{}\n{}", ran.out, ran.err);
        if ran.out.contains("manifest.json") {
            holds_what_it_says(&folder.path().join("out"));
        }
    }
}

#[test]
fn two_artefacts_of_one_name_are_found_before_one_is_lost() {
    let framework = root().join("utility-blocks/wco.co-push.yaml");
    let framework = std::fs::read_to_string(framework).unwrap();
    // The lifecycle has a picture of its own.
    let changed = framework.replace("- id: outage\n", "- id: Lifecycle\n");
    let changed = changed.replace("process: outage", "process: Lifecycle");
    assert_ne!(changed, framework);
    let folder = Folder::new();
    let block = folder.write("block.yaml", changed);
    let ran = build(&block, &folder.at("out"), &["--only", "svg"]).ends(1);
    assert!(ran.out.contains("BLD-02") && ran.out.contains("lifecycle.en.svg"), "{}", ran.out);
    assert!(!folder.path().join("out").exists());
}
