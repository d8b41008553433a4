//! What is said of the parts of a block: of every part, in each language, with an example that the
//! tool itself accepts.

use std::collections::BTreeSet;

use gnc::check::EXAMPLE_BLOCK;
use gnc::guide::{Subject, example, find, page, parts};
use gnc::model::{Shape, lower};
use gnc::resolve::lay_over;
use gnc::shipped::{FRAMEWORKS, kinds};
use gnc::syntax::{Node, Value, parse};
use gnc::text::Sources;
use gnc::words::Lang;
use gnc::words::advice::ADVICE;
use gnc::words::guide::TOPICS;

use crate::cli::{root, run};

fn read(text: &str) -> Node {
    let mut sources = Sources::default();
    let file = sources.add("example.yaml", text);
    let (tree, found) = parse(&sources, file);
    assert!(tree.complete && found.list.is_empty(), "{text}\n{found:?}");
    tree.root.unwrap()
}

/// Whether something stands under these keys, in whichever item of a list.
fn says(node: &Node, keys: &[&str]) -> bool {
    match (&node.value, keys.split_first()) {
        (_, None) => true,
        (Value::List(items), _) => items.iter().any(|item| says(item, keys)),
        (_, Some((key, rest))) => node.get(key).is_some_and(|below| says(below, rest)),
    }
}

#[test]
fn every_part_is_explained_in_both_languages_and_every_explanation_has_its_part() {
    let parts = parts();
    let paths: BTreeSet<&str> = parts.iter().map(|it| it.path.as_str()).collect();
    for advice in ADVICE {
        assert!(paths.contains(advice.path), "there is no part {}", advice.path);
    }
    for part in &parts {
        let (en, fr) = (part.what(Lang::En), part.what(Lang::Fr));
        assert!(en.len() > 4 && fr.len() > 3, "{}: {en:?} {fr:?}", part.path);
        let alike = ["Communication.", "Architecture.", "Version."];
        assert!(en != fr || alike.contains(&&*en), "{}: {en}", part.path);
        // A part of the block that holds others says why it matters and how it is written.
        let holds = part.record().is_some() && part.depth() <= 2;
        assert!(!holds || part.advice().is_some(), "nothing is advised of {}", part.path);
    }
    assert!(parts.len() > 350, "{} parts", parts.len());
}

#[test]
fn the_example_of_every_part_has_it_and_is_accepted() {
    let base = read(EXAMPLE_BLOCK);
    for part in parts() {
        let Some(text) = example(&part) else {
            assert!(part.depth() == 1, "{} has no example", part.path);
            continue;
        };
        let node = read(&text);
        let keys: Vec<&str> = part.path.split('.').collect();
        assert!(says(&node, &keys), "{}:\n{text}", part.path);
        // An example of a pattern's own key is no block; everything else is read without a word.
        let (block, found) = lower(&lay_over(&base, &node));
        assert!(block.is_some() && found.list.is_empty(), "{}:\n{text}\n{found:?}", part.path);
    }
    for topic in TOPICS {
        let node = read(topic.example);
        let (block, found) = lower(&lay_over(&base, &node));
        assert!(block.is_some() && found.list.is_empty(), "{}", topic.key);
    }
}

#[test]
fn parts_are_found_by_key_path_title_and_as_reports_have_them() {
    let path = |wanted: &str, lang| match find(wanted, lang) {
        Some(Subject::Part(part, _)) => part.path,
        other => panic!("{wanted}: {other:?}"),
    };
    let legal = "business_case.legal_basis";
    for wanted in ["legal_basis", "legal-basis", "Legal basis", "business_case.legal_basis[fta]"] {
        assert_eq!(path(wanted, Lang::En), legal, "{wanted}");
    }
    assert_eq!(path("Base juridique", Lang::Fr), legal);
    assert_eq!(path("legal_basis.level", Lang::En), "business_case.legal_basis.level");
    let status = "process_alignment.triggers[co-issued].within";
    assert_eq!(path(status, Lang::En), "process_alignment.triggers.within");
    let Some(Subject::Several(_, places)) = find("title", Lang::En) else { panic!("one title") };
    assert!(places.len() > 3 && places.iter().all(|it| it.key() == "title"));
    assert!(matches!(find("open", Lang::En), Some(Subject::Topic(_))));
    assert!(find("legal_bassis", Lang::En).is_none());
    // A list that leads in circles, or a part that is nobody's, would show here.
    for part in parts() {
        let found = find(&part.path, Lang::Fr).expect("every path is found");
        assert!(page(&found, Lang::Fr).contains(&format!("`{}`", part.path)));
        assert!(!matches!(part.shape(), Shape::Fragment));
    }
}

#[test]
fn an_official_asks_and_is_told() {
    let en = run(&["explain", "legal_basis"]).ends(0).out;
    for said in [
        "# legal_basis (component 4: Legal basis)",
        "the provisions that the exchange rests on",
        "- place: `business_case.legal_basis`",
        "from status “process aligned” (rule STR-02)",
        "- why: An administration may send data only where a provision permits it.",
        "- how to write it: Cite instrument, article, date",
        "- `level`: Level of the instrument.",
        "```yaml\nbusiness_case:\n  legal_basis:\n    - id: ",
    ] {
        assert!(en.contains(said), "{said:?} not in\n{en}");
    }
    let fr = run(&["--speak", "fr", "explain", "legal_basis.level"]).ends(0).out;
    for said in ["# level", "Niveau de l’instrument.", "`bilateral` (bilatéral)", "## Exemple"] {
        assert!(fr.contains(said), "{said:?} not in\n{fr}");
    }
    let list = run(&["explain"]).ends(0).out;
    for said in ["legal_basis", "Component 4", "proposals", "gnc explain legal_basis.level"] {
        assert!(list.contains(said), "{said:?} not in\n{list}");
    }
    let both = run(&["explain", "LEG-05", "security"]).ends(0).out;
    assert!(both.contains("# LEG-05.") && both.contains("# security"), "{both}");
    let unknown = run(&["explain", "legal_bases"]).ends(2);
    assert!(unknown.err.contains("did you mean `legal_basis`?"), "{}", unknown.err);
    let unknown = run(&["--speak", "fr", "explain", "PCR-09"]).ends(2);
    assert!(unknown.err.contains("vouliez-vous dire « PRC-09 »"), "{}", unknown.err);
}

#[test]
fn programs_get_parts_as_json_and_not_mixed_with_rules() {
    let ran = run(&["explain", "legal_basis", "open", "--format", "json"]).ends(0);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["parts"][0]["path"], "business_case.legal_basis");
    assert_eq!(json["parts"][0]["component"], 4);
    assert_eq!(json["parts"][0]["asked"][0]["rule"], "STR-02");
    assert_eq!(json["parts"][1]["path"], "open");
    run(&["explain", "legal_basis", "LEG-05", "--format", "json"]).ends(2);

    let schema = std::fs::read_to_string(root().join("docs/schema/parts.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let of = |it: gnc::guide::Part| Subject::Part(it, Vec::new());
    let mut all: Vec<_> = parts().into_iter().map(of).collect();
    all.extend(TOPICS.iter().map(Subject::Topic));
    for lang in Lang::ALL {
        let all = serde_json::from_str(&gnc::guide::json(&all, lang)).unwrap();
        let errors: Vec<_> = validator.iter_errors(&all).map(|it| it.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
}

#[test]
fn what_ships_is_what_stands_in_the_library() {
    for it in FRAMEWORKS {
        let block = read(it.text);
        let control = |key: &str| block.get("block").and_then(|block| block.get(key)?.text());
        assert_eq!((control("id"), control("kind")), (Some(it.id), Some(it.kind)));
    }
    // Every framework of the library ships, and nothing that binds Members does.
    let shipped: BTreeSet<&str> = FRAMEWORKS.iter().map(|it| it.id).collect();
    let mut library = BTreeSet::new();
    for id in crate::library::shipped() {
        let path = root().join("utility-blocks").join(format!("{id}.yaml"));
        if std::fs::read_to_string(path).unwrap().contains("\n  hypothetical: true\n") {
            library.insert(id);
        }
    }
    assert_eq!(shipped, library.iter().map(String::as_str).collect());
    let distinct: BTreeSet<&str> = kinds().into_iter().collect();
    assert_eq!(distinct.len(), kinds().len(), "the frameworks of a kind stand together");
}
