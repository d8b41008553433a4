//! Help, version, wrong calls: in the language of the user, with the exit code that is promised.

use super::{Folder, Ran, gnc, root, run};

#[test]
fn help_is_in_the_language_of_the_user() {
    let commands = ["", "check", "build", "show", "explain", "rules", "schema", "catalogue"];
    for command in commands {
        let args = |lang| {
            let mut args = vec!["--speak", lang, "--help"];
            args.extend((!command.is_empty()).then_some(command));
            args.rotate_left(if command.is_empty() { 0 } else { 3 });
            args
        };
        let (en, fr) = (run(&args("en")).ends(0), run(&args("fr")).ends(0));
        assert!(en.out.contains("Usage: gnc") && en.err.is_empty(), "{}", en.out);
        assert!(fr.out.contains("Utilisation: gnc"), "{}", fr.out);
        for english in ["Usage", "Print", "Language of", "Folder", "default", "[possible"] {
            assert!(!fr.out.contains(english), "{english:?} in\n{}", fr.out);
        }
        for french in ["Utilisation", "Afficher", "Langue", "Dossier"] {
            assert!(!en.out.contains(french), "{french:?} in\n{}", en.out);
        }
    }
}

#[test]
fn the_language_comes_from_the_option_then_the_environment() {
    let spoken = |set: &[(&str, &str)], args: &[&str]| {
        let mut command = gnc();
        command.args(args).arg("--help").envs(set.iter().copied()).current_dir(root());
        let ran = Ran::of(command.output().unwrap()).ends(0);
        if ran.out.contains("Utilisation") { "fr" } else { "en" }
    };
    assert_eq!(spoken(&[], &[]), "en");
    assert_eq!(spoken(&[("LANG", "fr_CA.UTF-8")], &[]), "fr");
    assert_eq!(spoken(&[("LANG", "fr_FR"), ("LC_ALL", "en_GB")], &[]), "en");
    assert_eq!(spoken(&[("LANG", "en_GB"), ("GNC_LANG", "fr")], &[]), "fr");
    assert_eq!(spoken(&[("GNC_LANG", "fr")], &["--speak=en"]), "en");
    assert_eq!(spoken(&[("LANG", "é")], &[]), "en");
    assert_eq!(spoken(&[("LANG", "C")], &[]), "en");
}

#[test]
fn the_version_is_the_only_thing_said() {
    for option in ["--version", "-V"] {
        let ran = run(&[option]).ends(0);
        assert_eq!(ran.out, format!("gnc {}\n", env!("CARGO_PKG_VERSION")));
    }
}

#[test]
fn a_wrong_call_ends_with_2_and_says_what_was_meant() {
    let block = "utility-blocks/wco.co-push.yaml";
    let cases: &[(&[&str], &str, &str)] = &[
        (&["--nonsense"], "`--nonsense`", "« --nonsense »"),
        (&["check", "--formt", "json"], "did you mean `--format`?", "« --format »"),
        (&["chek"], "did you mean `check`?", "vouliez-vous dire « check »"),
        (&["check", "--format", "yaml"], "human, json, sarif", "valeurs admises : human"),
        (&["check", "--fail-on", "warnings"], "`warnings`", "« warnings »"),
        (&["build", block], "is missing", "il manque"),
        (&["build", block, "--out"], "asks for a value", "demande une valeur"),
        (&["build", block, "--out", "x", "--only", "papyrus"], "`papyrus`", "« papyrus »"),
        (&["show"], "is missing", "il manque"),
        (&["explain", "PRC-99"], "called `PRC-99`", "ne s’appelle « PRC-99 »"),
        (&["check", "a", "--data"], "asks for a value", "demande une valeur"),
    ];
    for (args, en, fr) in cases {
        for (lang, expected) in [("en", en), ("fr", fr)] {
            let all = [&["--speak", lang], *args].concat();
            let ran = run(&all).ends(2);
            assert!(ran.err.starts_with("gnc: "), "{args:?}: {}", ran.err);
            assert!(ran.err.contains(expected), "{args:?}: no {expected:?} in\n{}", ran.err);
            let english = ["error:", "unexpected", "invalid", "required", "Usage"];
            let foreign = english.iter().find(|it| ran.err.contains(**it));
            assert!(foreign.is_none(), "{args:?}: {foreign:?} in\n{}", ran.err);
            assert!(ran.out.is_empty(), "{args:?} prints {}", ran.out);
        }
    }
    let nothing = run(&[]).ends(2);
    assert!(nothing.err.contains("Usage: gnc"), "{}", nothing.err);
}

#[test]
fn a_folder_with_several_blocks_is_not_one_to_build() {
    let ran = run(&["build", "utility-blocks", "--out", "/nonexistent/gnc"]).ends(2);
    assert!(ran.err.contains("several blocks"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn arguments_that_are_no_text_are_no_panic() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let name = OsStr::from_bytes(b"\xff\xfe.yaml");
    let ran = Ran::of(gnc().arg("check").arg(name).current_dir(root()).output().unwrap());
    assert!(matches!(ran.code, 2 | 3), "{}", ran.err);
    assert!(ran.err.starts_with("gnc: "), "{}", ran.err);
}

/// A file system may be full, and who reads may stop early.
#[cfg(target_os = "linux")]
#[test]
fn output_that_nobody_takes_is_no_panic() {
    use std::process::Stdio;
    for args in [&["rules"][..], &["schema"], &["--speak", "en", "explain", "SYN-01"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let ran = Ran::of(gnc().args(args).stdout(full).output().unwrap()).ends(3);
        assert!(ran.err.starts_with("gnc: cannot write the output"), "{}", ran.err);
        let mut child =
            gnc().args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let ran = Ran::of(child.wait_with_output().unwrap()).ends(0);
        assert!(ran.err.is_empty(), "{}", ran.err);
    }
}

#[test]
fn a_rule_is_explained_by_identifier_and_by_name() {
    let by_id = run(&["explain", "syn-01"]).ends(0);
    assert_eq!(by_id.out, run(&["explain", "duplicate-key"]).ends(0).out);
    let fr = run(&["explain", "SYN-01", "--speak", "fr"]).ends(0);
    assert!(fr.out.contains("figure deux fois") && !fr.out.contains("stands twice"), "{}", fr.out);
}

#[test]
fn a_missing_file_is_3_and_names_it() {
    let folder = Folder::new();
    for (lang, expected) in [("en", "there is no such file"), ("fr", "n’existe pas")] {
        let ran = folder.run(&["check", "nowhere.yaml", "--speak", lang]).ends(3);
        assert!(ran.err.contains("nowhere.yaml") && ran.err.contains(expected), "{}", ran.err);
        let ran = folder.run(&["show", "nowhere.yaml", "--speak", lang]).ends(3);
        assert!(ran.err.contains("nowhere.yaml") && ran.err.contains(expected), "{}", ran.err);
        let args = ["build", "nowhere.yaml", "--out", "out", "--speak", lang];
        let ran = folder.run(&args).ends(3);
        assert!(ran.err.contains(expected), "{}", ran.err);
        assert!(!folder.path().join("out").exists(), "nothing is begun");
    }
    let ran = folder.run(&["check", "."]).ends(3);
    assert!(ran.err.contains("no block was found"), "{}", ran.err);
    folder.run(&["check"]).ends(3);
}
