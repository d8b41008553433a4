//! The program: help of every command, status, difference, findings as they are printed.

use std::collections::BTreeSet;
use std::process::Command;

use gnc::check::EXAMPLE_BLOCK;

use crate::world::{self, plain_words, root};

fn run(args: &[&str], folder: &std::path::Path) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_gnc"))
        .args(["--speak", "fr"])
        .args(args)
        .current_dir(folder)
        .env("COLUMNS", "400")
        .output()
        .unwrap();
    String::from_utf8(out.stdout).unwrap() + &String::from_utf8(out.stderr).unwrap()
}

/// Words of the command line: they are typed, not read.
fn typed(help: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let mut in_commands = false;
    for line in help.lines() {
        if !line.starts_with(' ') {
            in_commands = line.ends_with(':');
        }
        let first = line.split_whitespace().next().filter(|_| line.starts_with("  "));
        words.extend(first.filter(|_| in_commands).map(str::to_owned));
        for chunk in line.split_whitespace().filter(|it| it.contains(['-', '<', '[', '…'])) {
            words.extend(plain_words(chunk).map(str::to_owned));
        }
    }
    words
}

#[test]
fn no_help_has_a_string_that_is_not_translated() {
    let mut wrong = BTreeSet::new();
    let mut open = vec![Vec::new()];
    let mut seen = 0;
    while let Some(command) = open.pop() {
        let args: Vec<&str> = command.iter().map(String::as_str).chain(["--help"]).collect();
        let help = run(&args, &root());
        seen += 1;
        let mut known = typed(&help);
        known.extend(command.iter().cloned());
        known.insert("gnc".to_owned());
        // Commands below this one stand first in their lines, without a dash.
        let mut of_commands = false;
        for line in help.lines() {
            if !line.starts_with(' ') {
                of_commands =
                    line.contains(&gnc::words::cli::COMMANDS.get(gnc::words::Lang::Fr).to_owned());
            }
            let name = line.strip_prefix("  ").and_then(|it| it.split_whitespace().next());
            if let Some(name) = name.filter(|_| of_commands) {
                let mut below = command.clone();
                below.push(name.to_owned());
                open.push(below);
            }
            for word in plain_words(line).filter(|it| !known.contains(*it)) {
                wrong.insert(format!("gnc {}: {word} in {line}", command.join(" ")));
            }
        }
    }
    assert!(seen > 15, "{seen} commands");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_report_has_a_string_that_is_not_translated() {
    let folder = std::env::temp_dir().join(format!("gnc-pseudo-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    for (name, text) in world::data() {
        let path = folder.join("data").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let old = world::block(EXAMPLE_BLOCK);
    let new = old
        .replacen("status: agreed", "status: negotiation", 1)
        .replacen("version: 1.0.0", "version: 1.1.0", 1)
        .replacen("within: PT15M", "within: {open: {owner: EXA, due: 2020-01-01}}", 1)
        .replacen("within: P5D", "within: {proposals: {EXA: P5D, EXB: P8D}}", 1)
        .replacen("    asymmetry:", "    asimmetry:", 1)
        .replacen("entity: issuing-authority", "entity: issuing-authorities", 1);
    std::fs::write(folder.join("old.yaml"), &old).unwrap();
    std::fs::write(folder.join("new.yaml"), &new).unwrap();
    let mut known = world::values(&new);
    // What the command line gave.
    known.extend(["gnc", "check", "chek", "nothing"].map(str::to_owned));
    let mut wrong = BTreeSet::new();
    for args in [
        &["check", "new.yaml", "--data", "data"][..],
        &["check", "old.yaml", "--data", "data"],
        &["check", "nowhere.yaml"],
        &["status", "new.yaml", "--data", "data", "--today", "2026-01-01"],
        &["diff", "old.yaml", "old.yaml", "--data", "data"],
        &["build", "new.yaml", "--out", "out", "--data", "data"],
        &["build", "old.yaml", "--out", "out", "--data", "data"],
        &["translations", "old.yaml", "--data", "data"],
        &["catalogue", "list", "--data", "data"],
        &["explain", "nothing"],
        &["chek"],
        &["check", "--formt"],
    ] {
        let text = run(args, &folder);
        assert!(!text.is_empty() || args[0] == "translations", "{args:?} says nothing");
        for line in text.lines() {
            // Lines of the file that a finding shows, and where it is.
            let quoted = line.trim_start().starts_with(|c: char| c.is_ascii_digit());
            if quoted && line.contains('|') || line.contains("-->") || line.contains(":::") {
                continue;
            }
            let found = world::untranslated(line, &known);
            if !found.is_empty() {
                wrong.insert(format!("gnc {}: {found:?} in {line}", args.join(" ")));
            }
        }
    }
    let _ = std::fs::remove_dir_all(&folder);
    assert!(wrong.is_empty(), "{wrong:#?}");
}
