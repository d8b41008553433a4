//! Stubs: complete, the same each time, names unique, texts of authors inert. That they compile and talk
//! to each other, the judge of stubs says.

use std::collections::BTreeSet;
use std::sync::Arc;

use gnc::check::EXAMPLE_BLOCK;
use gnc::render::Artifact;
use gnc::render::stub::{Language, write};
use gnc::view::message::build::build;
use gnc::view::stub::{Content, StubModel};
use gnc::workspace::Workspace;
use serde_json::Value;

use crate::cli::{Folder, run};

/// A text that ends comments, literals and lines in one language or another.
const HOSTILE: &str = "*/ \\u000a \\u{a} ${x} \"\"\" {@code} <b> \\n\u{2028}\u{202e}// ]]> \\ x";

fn stub(text: &str) -> StubModel {
    let mut workspace = Workspace::default();
    let file = workspace.add("block.yaml", text.as_bytes().to_vec()).0;
    workspace.prepare();
    let analysis = workspace.analyse(file);
    StubModel::new(Arc::new(build(&analysis.resolved.expect("a block that resolves"), false)))
}

/// The example with a hostile text in the place of each label in English.
fn hostile() -> StubModel {
    let quoted = serde_json::to_string(HOSTILE).expect("a text");
    let mut text = String::new();
    let mut rest = EXAMPLE_BLOCK;
    while let Some((before, label)) = rest.split_once("en: ") {
        text.push_str(before);
        text.push_str("en: ");
        let end = label.find([',', '}']).expect("an end");
        let plain = !label.starts_with(['\'', '"', '[']) && label[end..].starts_with(", fr: ");
        if plain {
            text.push_str(&quoted);
        }
        rest = if plain { &label[end..] } else { label };
    }
    text.push_str(rest);
    assert!(text.matches(&quoted).count() > 50, "labels are replaced");
    stub(&text)
}

fn text<'a>(files: &'a [Artifact], path: &str) -> &'a str {
    let file = files.iter().find(|it| it.path == path).unwrap_or_else(|| panic!("no {path}"));
    std::str::from_utf8(&file.bytes).expect("UTF-8")
}

#[test]
fn a_stub_is_the_same_each_time_and_every_path_stands_once_inside_the_folder() {
    for language in Language::ALL {
        let files = write(&stub(EXAMPLE_BLOCK), language);
        assert_eq!(files, write(&stub(EXAMPLE_BLOCK), language), "{}", language.id());
        let paths: BTreeSet<String> = files.iter().map(|it| it.path.to_lowercase()).collect();
        assert_eq!(paths.len(), files.len(), "{}: no two paths alike", language.id());
        for path in &paths {
            let plain = path.split('/').all(|it| !it.is_empty() && it != "." && it != "..");
            assert!(plain, "{path} stays in the folder");
        }
        for file in &files {
            let text = std::str::from_utf8(&file.bytes).expect("UTF-8");
            assert!(!text.contains("@@"), "{}: {} has no mark left", language.id(), file.path);
            assert!(text.ends_with('\n'), "{}: {} ends its last line", language.id(), file.path);
        }
        assert!(!text(&files, "README.md").is_empty() && !text(&files, "README.fr.md").is_empty());
    }
}

#[test]
fn types_have_one_shape_each_and_names_of_their_own() {
    let stub = stub(EXAMPLE_BLOCK);
    let mut names = BTreeSet::new();
    let all = stub.classes.iter().map(|it| &it.name).chain(stub.messages.iter().map(|it| &it.name));
    for name in all {
        assert!(names.insert(name.to_lowercase()), "{name} is the name of one type");
        assert!(name.chars().all(|c| c.is_ascii_alphanumeric()), "{name}");
    }
    for (at, class) in stub.classes.iter().enumerate() {
        let shape = |it: &gnc::view::stub::ClassType| {
            let fields = it.fields.iter();
            let fields = fields.map(|it| (it.json.clone(), it.presence.clone(), it.content));
            (it.xml.clone(), fields.collect::<Vec<_>>())
        };
        let twin = stub.classes.iter().skip(at + 1).find(|it| shape(it) == shape(class));
        assert!(twin.is_none(), "{} has the shape of {:?}", class.name, twin.map(|it| &it.name));
        for field in &class.fields {
            match field.content {
                Content::Class(inner) => assert!(inner < stub.classes.len()),
                Content::Value(of) => assert!(stub.data_type(of).is_some()),
            }
        }
    }
    // Requests and results of verification differ, so each is called after its message; the exporter
    // stands in one place.
    let called = ["exporter", "verificationrequestverification", "verificationresultverification"];
    assert!(called.iter().all(|it| names.contains(*it)), "{names:?}");
}

#[test]
fn every_type_of_the_model_stands_in_each_language() {
    let stub = stub(EXAMPLE_BLOCK);
    for language in Language::ALL {
        let files = write(&stub, language);
        let source: String =
            files.iter().map(|it| String::from_utf8_lossy(&it.bytes).into_owned()).collect();
        for name in
            stub.messages.iter().map(|it| &it.name).chain(stub.classes.iter().map(|it| &it.name))
        {
            let declared = ["interface", "struct", "record"];
            let declared = declared.iter().any(|it| source.contains(&format!("{it} {name}")));
            assert!(declared, "{}: {name}", language.id());
        }
        for error in stub.errors() {
            assert!(source.contains(&error.code), "{}: {}", language.id(), error.code);
        }
    }
}

#[test]
fn what_is_agreed_is_told_from_what_the_stub_begins_with() {
    let agreed = |setting: &str| {
        let old = EXAMPLE_BLOCK.lines().find(|it| it.contains(" retries:")).expect("a setting");
        stub(&EXAMPLE_BLOCK.replace(old, &format!("    retries: {setting}"))).limits.retries
    };
    let seven = agreed("7");
    assert!(seven.agreed && seven.value == 7, "{seven:?}");
    let open = agreed("{open: {owner: EXA, due: 2026-09-01}}");
    assert!(!open.agreed && open.value > 0, "{open:?}");
}

#[test]
fn texts_of_authors_stay_texts() {
    let (plain, hostile) = (stub(EXAMPLE_BLOCK), hostile());
    for language in Language::ALL {
        let (before, after) = (write(&plain, language), write(&hostile, language));
        for (old, new) in before.iter().zip(&after) {
            assert_eq!(old.path, new.path);
            let source = std::path::Path::new(&new.path).extension().and_then(|it| it.to_str());
            if !matches!(source, Some("ts" | "rs" | "java")) {
                continue;
            }
            let (old, new) =
                (String::from_utf8_lossy(&old.bytes), String::from_utf8_lossy(&new.bytes));
            assert!(
                !new.contains(['\u{2028}', '\u{202e}']),
                "{}: nothing turns or hides",
                language.id()
            );
            // No text opens or ends a comment, a line or a statement.
            for mark in ["*/", "/*", "\n", "{\n", "}\n", ";\n"] {
                let counts = (old.matches(mark).count(), new.matches(mark).count());
                let literals = new.matches("*/ \\\\u000a").count();
                let extra = if mark == "*/" { literals } else { 0 };
                assert_eq!(counts.0, counts.1 - extra, "{}: {mark:?}", language.id());
            }
        }
    }
}

#[test]
fn the_command_writes_a_stub_and_says_what_is_not_agreed() {
    let folder = Folder::new();
    let block = "utility-blocks/wco.co-push.yaml";
    for language in Language::ALL {
        let out = folder.at(language.id());
        let arguments = ["stub", "--block", block, "--lang", language.id(), "--out", &out];
        let ran = run(&arguments).ends(0);
        assert!(ran.says("Not agreed yet") && ran.says("acknowledgement time-out"), "{}", ran.out);
        let readme =
            std::fs::read_to_string(folder.path().join(language.id()).join("README.fr.md"));
        assert!(readme.expect("a README in French").contains("à convenir avec le partenaire"));
    }
    let out = folder.at("none");
    run(&["stub", "--block", block, "--lang", "cobol", "--out", &out]).ends(2);
    assert!(!folder.path().join("none").exists(), "nothing is written");
}

#[test]
fn the_model_as_data_says_what_the_view_says() {
    let stub = stub(EXAMPLE_BLOCK);
    let files = write(&stub, Language::TypeScript);
    let data = text(&files, "src/model.ts");
    let start = data.find("= {").expect("the model") + 2;
    // A literal of TypeScript is JSON but for commas at the end of lists.
    let mut json = String::new();
    let lines: Vec<&str> = data[start..].trim_end().trim_end_matches(';').lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).map_or("", |it| it.trim_start());
        let closes = next.starts_with(['}', ']']);
        json.push_str(if closes { line.trim_end_matches(',') } else { line });
        json.push('\n');
    }
    let model: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(model["messages"].as_array().map(Vec::len), Some(stub.messages.len()));
    assert_eq!(model["classes"].as_array().map(Vec::len), Some(stub.classes.len()));
    assert_eq!(model["operations"].as_array().map(Vec::len), Some(stub.operations.len()));
    assert_eq!(model["categories"]["schema"]["code"], "E-SCHEMA");
    assert_eq!(model["categories"]["duplicate"]["status"], 409);
}
