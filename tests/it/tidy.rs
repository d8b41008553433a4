//! The walls of the house: who may import whom, and what may stand nowhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Who may import whom. Read top to bottom: text flows down this list and never back.
const LAYERS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("words", &[]),
    ("diag", &["text", "words"]),
    ("expression", &["text", "words", "diag"]),
    ("syntax", &["text", "words", "diag"]),
    ("model", &["text", "words", "diag", "expression", "syntax"]),
    ("layout", &["text", "words", "diag", "syntax", "model"]),
    ("catalogue", &["text", "words", "diag", "model"]),
    ("pattern", &["text", "words", "diag", "syntax", "model"]),
    ("resolve", &["text", "words", "diag", "expression", "syntax", "model", "catalogue"]),
    ("diff", &["text", "words", "diag", "syntax", "model", "catalogue", "resolve"]),
    ("completeness", &["text", "words", "syntax", "model", "resolve"]),
    (
        "view",
        &[
            "text",
            "words",
            "diag",
            "expression",
            "syntax",
            "model",
            "catalogue",
            "resolve",
            "diff",
            "completeness",
        ],
    ),
    ("assertion", &["text", "words", "diag", "expression", "syntax", "model"]),
    (
        "check",
        &[
            "assertion",
            "text",
            "words",
            "diag",
            "expression",
            "syntax",
            "model",
            "catalogue",
            "resolve",
            "diff",
            "completeness",
            "view",
        ],
    ),
    ("shipped", &[]),
    ("guide", &["text", "words", "syntax", "model", "layout", "completeness", "check", "shipped"]),
    (
        "start",
        &[
            "text",
            "words",
            "syntax",
            "model",
            "layout",
            "catalogue",
            "resolve",
            "completeness",
            "check",
            "guide",
        ],
    ),
    (
        "house",
        &[
            "text",
            "words",
            "diag",
            "expression",
            "syntax",
            "model",
            "resolve",
            "assertion",
            "check",
        ],
    ),
    (
        "status",
        &["text", "words", "diag", "syntax", "model", "resolve", "completeness", "view", "check"],
    ),
    (
        "import",
        &["text", "words", "diag", "syntax", "model", "layout", "catalogue", "resolve", "view"],
    ),
    ("message", &["text", "words", "diag", "expression", "view"]),
    ("render", &["text", "words", "expression", "view"]),
    ("trial", &["text", "words", "diag", "expression", "view", "message", "render"]),
    ("exchange", &["text", "words", "diag", "expression", "view", "message", "render"]),
    (
        "report",
        &[
            "text",
            "words",
            "diag",
            "expression",
            "syntax",
            "model",
            "resolve",
            "diff",
            "completeness",
            "view",
            "status",
            "exchange",
        ],
    ),
];

/// Files that may be longer than the rest, each with the reason.
const LONG_FILES: &[(&str, &str)] =
    &[("src/syntax/codes.rs", "one table of what reading may find, with its words")];

const LONGEST: usize = 600;

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the repository") {
            let path = entry.expect("an entry of the folder").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let text = fs::read_to_string(&path).expect("a source file");
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

fn shown(path: &Path) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    path.strip_prefix(root).unwrap_or(path).display().to_string()
}

/// Layers named in a line of code as `crate::<layer>`.
fn imports(line: &str) -> Vec<&str> {
    let code = line.split("//").next().unwrap_or("");
    code.match_indices("crate::")
        .map(|(at, found)| {
            let rest = &code[at + found.len()..];
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            &rest[..end]
        })
        .collect()
}

#[test]
fn layers_import_only_what_stands_before_them() {
    let mut wrong = Vec::new();
    for (layer, allowed) in LAYERS {
        for (path, text) in sources(&format!("src/{layer}")) {
            for (number, line) in text.lines().enumerate() {
                let place = format!("{}:{}", shown(&path), number + 1);
                if line.contains("super::super") || line.contains("crate::{") {
                    wrong.push(format!("{place}: spell the import out from `crate::`"));
                }
                for import in imports(line) {
                    let known = LAYERS.iter().any(|(name, _)| *name == import);
                    if import != *layer && known && !allowed.contains(&import) {
                        wrong.push(format!("{place}: `{layer}` may not import `{import}`"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_of_layers_hides_no_cycle() {
    let mut above = BTreeSet::new();
    for (layer, allowed) in LAYERS {
        for import in *allowed {
            assert!(above.contains(import), "`{layer}` lists `{import}`, which stands below it");
        }
        above.insert(*layer);
    }
}

#[test]
fn every_layer_of_the_library_is_in_the_table() {
    let folders = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    for entry in folders.expect("src") {
        let path = entry.expect("an entry of src").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // A folder with a manifest is a package of its own, which the compiler keeps apart.
        if path.is_dir() && name != "bin" && !path.join("Cargo.toml").exists() {
            let known = LAYERS.iter().any(|(layer, _)| *layer == name);
            assert!(known, "src/{name} is no layer of the table in tests/it/tidy.rs");
        }
    }
}

#[test]
fn a_writer_imports_no_writer_and_a_rule_no_rule() {
    let mut wrong = Vec::new();
    for (folder, shared) in [("src/render", "print"), ("src/check/rules", "")] {
        let prefix = folder.trim_start_matches("src/").replace('/', "::");
        for (path, text) in sources(folder) {
            for (number, line) in text.lines().enumerate() {
                let Some((_, rest)) = line.split_once(&format!("use crate::{prefix}::")) else {
                    continue;
                };
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
                let first = &rest[..end.unwrap_or(rest.len())];
                let is_module = first.starts_with(char::is_lowercase);
                let own = shown(&path).contains(&format!("{folder}/{first}"));
                if is_module && first != shared && !own {
                    wrong.push(format!("{}:{}: imports `{first}`", shown(&path), number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn crates_of_one_trade_are_used_in_one_place() {
    let homes = [
        ("granit_parser", "src/syntax/"),
        ("clap", "src/bin/gnc/"),
        ("toml", "src/bin/gnc/"),
        ("similar", "src/bin/gnc/"),
        ("annotate_snippets", "src/report/"),
        ("comfy_table", "src/report/"),
        ("pulldown_cmark", "src/view/document/"),
        ("tera", "src/view/document/"),
        ("gnc_typeset", "src/render/document/pdf/"),
        ("typst", "src/typeset/"),
        ("typst_layout", "src/typeset/"),
        ("typst_pdf", "src/typeset/"),
        ("csv", "src/catalogue/"),
        ("aho_corasick", "src/check/"),
        ("regex", "src/expression/"),
        ("calamine", "src/import/"),
        ("jiter", "src/message/"),
        ("rust_xlsxwriter", "src/render/workbook/"),
        ("png", "src/render/process/"),
        ("ttf_parser", "src/render/process/"),
        ("zeno", "src/render/process/"),
    ];
    for (path, text) in sources("src") {
        for (name, home) in homes {
            let used =
                text.lines().any(|line| line.trim_start().starts_with(&format!("use {name}::")));
            assert!(
                !used || shown(&path).starts_with(home),
                "{}: `{name}` belongs to {home}",
                shown(&path)
            );
        }
    }
}

#[test]
fn files_stay_small_enough_to_hold_in_the_head() {
    for folder in ["src", "tests"] {
        for (path, text) in sources(folder) {
            let lines = text.lines().count();
            let excused = LONG_FILES.iter().any(|(name, _)| shown(&path) == *name);
            assert!(lines <= LONGEST || excused, "{} has {lines} lines", shown(&path));
            assert!(text.starts_with("//!"), "{} does not say what it is for", shown(&path));
        }
    }
}

#[test]
fn sentences_have_the_apostrophe_of_print() {
    let elided = [
        " l'",
        " d'",
        " n'",
        " s'",
        " c'",
        "qu'",
        "«\u{a0}l'",
        "\"l'",
        "\"d'",
        "\"L'",
        " L'",
        "\"S'",
        "n't ",
    ];
    for (path, text) in sources("src") {
        for (number, line) in text.lines().enumerate() {
            let said = !line.trim_start().starts_with("//");
            let wrong = elided.iter().find(|it| said && line.contains(**it));
            assert!(wrong.is_none(), "{}:{}: {line}", shown(&path), number + 1);
        }
    }
}
