//! The difference between two blocks: each change where it stands, of the class that the table of
//! laws gives it, with who has to change first.

use std::collections::BTreeSet;
use std::sync::Arc;

use gnc::catalogue::Catalogue;
use gnc::check::EXAMPLE_BLOCK;
use gnc::diff::{Class, Difference, First, Kind, diff, table};
use gnc::model::{Block, Lower, Record, Shape};
use gnc::resolve::{Library, Resolved, lay_over, resolve};
use gnc::syntax::{Node, parse};
use gnc::text::Sources;
use serde_json::Value as Json;

use crate::cli::{Folder, root, run};
use crate::mutations::{Dice, shipped};

fn tree(text: &str) -> Node {
    let mut sources = Sources::default();
    let file = sources.add("example.yaml", text);
    let (tree, found) = parse(&sources, file);
    assert!(tree.complete && found.list.is_empty(), "{found:?}");
    tree.root.unwrap()
}

fn resolved(root: &Node) -> Resolved {
    resolve(root, &Library::default(), &Arc::new(Catalogue::default())).0.unwrap()
}

fn example(fragment: &str) -> Resolved {
    let base = tree(EXAMPLE_BLOCK);
    match fragment.trim() {
        "" => resolved(&base),
        _ => resolved(&lay_over(&base, &tree(fragment))),
    }
}

/// From the first fragment laid over the example block to the second: path, kind, class, first.
fn between(old: &str, new: &str) -> Vec<(String, Kind, Class, First)> {
    let difference = diff(&example(old), &example(new));
    let row = |it: &gnc::diff::Change| (it.path.clone(), it.kind, it.class, it.first);
    difference.changes.iter().map(row).collect()
}

#[track_caller]
fn is(old: &str, new: &str, path: &str, kind: Kind, class: Class, first: First) {
    let found = between(old, new);
    assert_eq!(found, [(path.to_owned(), kind, class, first)]);
}

fn element(path: &str, says: &str) -> String {
    format!("process_alignment: {{data_cluster: {{elements: [{{path: {path}, {says}}}]}}}}")
}

const ID: &str = "Certificate/ID";
const AT: &str = "process_alignment.data_cluster.elements[Certificate/ID]";

#[test]
fn nothing_differs_between_a_block_and_itself() {
    for fragment in ["", "block: {status: concept}"] {
        assert_eq!(between(fragment, fragment), []);
    }
}

#[test]
fn a_format_that_lets_through_more_is_compatible_and_less_is_breaking() {
    let (long, short) = (element(ID, "format: an..35"), element(ID, "format: an..17"));
    let at = format!("{AT}.format");
    is(&long, &short, &at, Kind::Changed, Class::Breaking, First::Sender);
    is(&short, &long, &at, Kind::Changed, Class::Compatible, First::Receiver);
    let digits = element(ID, "format: n..40");
    is(&long, &digits, &at, Kind::Changed, Class::Breaking, First::Both);
}

#[test]
fn a_higher_lowest_version_and_one_syntax_less_are_breaking() {
    let of = |key: &str, it: &str| {
        format!("technical_interoperability: {{communication: {{{key}: {it}}}}}")
    };
    let at = "technical_interoperability.communication.tls";
    let (low, high) = (of("tls", "\"1.2\""), of("tls", "\"1.3\""));
    is(&low, &high, at, Kind::Changed, Class::Breaking, First::Sender);
    is(&high, &low, at, Kind::Changed, Class::Compatible, First::Receiver);
    let at = "technical_interoperability.communication.syntax";
    let (one, both) = (of("syntax", "xml"), of("syntax", "xml-and-json"));
    is(&both, &one, at, Kind::Changed, Class::Breaking, First::Sender);
    is(&one, &both, at, Kind::Changed, Class::Compatible, First::Receiver);
    is(&one, &of("syntax", "json"), at, Kind::Changed, Class::Breaking, First::Both);
}

#[test]
fn a_requirement_that_asks_more_is_breaking_and_less_is_compatible() {
    let steps = ["M", "O"];
    let of = |it: &str| element(ID, &format!("requirement: {it}"));
    let at = format!("{AT}.requirement");
    let [strict, free] = steps.map(of);
    is(&free, &strict, &at, Kind::Changed, Class::Breaking, First::Sender);
    is(&strict, &free, &at, Kind::Changed, Class::Compatible, First::Receiver);
    let never = of("NC");
    is(&free, &never, &at, Kind::Changed, Class::Breaking, First::Sender);
    is(&never, &free, &at, Kind::Changed, Class::Compatible, First::Receiver);
    is(&never, &strict, &at, Kind::Changed, Class::Breaking, First::Sender);
}

#[test]
fn an_occurrence_is_measured_in_both_directions() {
    let of = |it: &str| element(ID, &format!("occurs: {it}"));
    let at = format!("{AT}.occurs");
    is(&of("1..1"), &of("1..3"), &at, Kind::Changed, Class::Compatible, First::Receiver);
    is(&of("1..3"), &of("1..1"), &at, Kind::Changed, Class::Breaking, First::Sender);
    is(&of("1..3"), &of("0..1"), &at, Kind::Changed, Class::Breaking, First::Both);
}

#[test]
fn words_for_readers_are_editorial_and_limits_are_measured() {
    let name = |it: &str| element(ID, &format!("name: {it}"));
    let at = format!("{AT}.name");
    is(&name("Number"), &name("No"), &at, Kind::Changed, Class::Editorial, First::Nobody);
    let limit = |key: &str, it: &str| {
        format!("technical_interoperability: {{communication: {{{key}: {it}}}}}")
    };
    for (key, less, more) in
        [("acknowledgement_timeout", "PT30S", "PT1M"), ("rate_limit", "300", "600")]
    {
        let at = format!("technical_interoperability.communication.{key}");
        let (less, more) = (limit(key, less), limit(key, more));
        is(&less, &more, &at, Kind::Changed, Class::Compatible, First::Receiver);
        is(&more, &less, &at, Kind::Changed, Class::Breaking, First::Sender);
        let open = limit(key, "{open: {owner: EXB, due: 2027-01-01}}");
        is(&open, &less, &at, Kind::Changed, Class::Compatible, First::Nobody);
        is(&less, &open, &at, Kind::Changed, Class::Compatible, First::Nobody);
    }
}

#[test]
fn the_direction_of_a_message_and_its_name_are_its_interface() {
    let of = |says: &str| format!("process_alignment: {{messages: [{{id: certificate, {says}}}]}}");
    for (key, old, new) in [
        ("name", "CertificateOfOrigin", "OriginProof"),
        ("sender", "exporting-gateway", "importing-gateway"),
    ] {
        let at = format!("process_alignment.messages[certificate].{key}");
        let (old, new) = (of(&format!("{key}: {old}")), of(&format!("{key}: {new}")));
        is(&old, &new, &at, Kind::Changed, Class::Breaking, First::Both);
    }
    let at = "process_alignment.messages[certificate].version";
    let version = |it: &str| of(&format!("version: {it}"));
    is(&version("1.0.0"), &version("1.4.0"), at, Kind::Changed, Class::Compatible, First::Nobody);
    is(&version("1.4.0"), &version("2.0.0"), at, Kind::Changed, Class::Breaking, First::Both);
}

#[test]
fn items_are_told_apart_by_their_name_wherever_they_stand() {
    let list = |items: &[&str]| {
        let items: Vec<_> = items.iter().map(|it| format!("{{code: {it}}}")).collect();
        let items = items.join(", ");
        format!(
            "process_alignment: {{data_cluster: {{code_lists: [{{id: x, codes: [{items}]}}]}}}}"
        )
    };
    // The example block has no list `x`; laid over it, both have.
    let found = between(&list(&["A", "B", "C"]), &list(&["C", "A", "B", "D"]));
    let at = |code: &str| format!("process_alignment.data_cluster.code_lists[x].codes[{code}]");
    assert_eq!(
        found,
        [
            (at("C"), Kind::Moved, Class::Editorial, First::Nobody),
            (at("D"), Kind::Added, Class::Compatible, First::Receiver),
        ]
    );
    let found = between(&list(&["A", "B"]), &list(&["B"]));
    assert_eq!(found, [(at("A"), Kind::Removed, Class::Breaking, First::Sender)]);
}

#[test]
fn a_new_element_breaks_when_it_is_mandatory_and_a_lost_one_always() {
    let with = |requirement: &str| {
        element("Certificate/Extra", &format!("format: an..3, requirement: {requirement}"))
    };
    let at = "process_alignment.data_cluster.elements[Certificate/Extra]";
    is("", &with("O"), at, Kind::Added, Class::Compatible, First::Receiver);
    is("", &with("M"), at, Kind::Added, Class::Breaking, First::Sender);
    is(&with("O"), "", at, Kind::Removed, Class::Breaking, First::Sender);
}

#[test]
fn the_words_of_a_rule_are_editorial_beside_its_expression() {
    let of = |says: &str| format!("process_alignment: {{business_rules: [{{id: BR-01, {says}}}]}}");
    let at = "process_alignment.business_rules[BR-01].statement";
    let said = |text: &str, assert: &str| of(&format!("statement: {text}, assert: {assert}"));
    let (old, new) = (said("One.", "'1 == 1'"), said("Two.", "'1 == 1'"));
    is(&old, &new, at, Kind::Changed, Class::Editorial, First::Nobody);
    let (old, new) = (said("One.", ""), said("Two.", ""));
    is(&old, &new, at, Kind::Changed, Class::Breaking, First::Both);
}

/// Every record of the format by name.
fn records() -> Vec<&'static Record> {
    let (mut found, mut names) = (Vec::new(), BTreeSet::new());
    let mut open = vec![Block::shape()];
    while let Some(shape) = open.pop() {
        match shape {
            Shape::Record(record) if names.insert(record.name) => {
                found.push(record);
                open.extend(record.fields.iter().map(|field| (field.shape)()));
            }
            Shape::List(of) | Shape::Negotiable(of) | Shape::PerName(of) => open.push(of()),
            _ => {}
        }
    }
    found
}

#[test]
fn every_law_is_about_a_key_that_the_format_has_once() {
    let records = records();
    let mut met = BTreeSet::new();
    for (record, key, _) in table() {
        let known = records.iter().find(|it| it.name == *record);
        let field = known.and_then(|it| it.field(key));
        assert!(field.is_some() && met.insert((*record, *key)), "{record}.{key}");
    }
}

/// The table of laws in `docs/compatibility.md`. `BLESS=1 cargo test --test it diff` writes it anew.
#[test]
fn the_page_on_compatibility_has_the_table_of_laws() {
    let path = root().join("docs/compatibility.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let mark = "<!-- the table: BLESS=1 cargo test --test it diff -->\n";
    let (head, _) = page.split_once(mark).unwrap();
    let mut expected = format!("{head}{mark}\n| Record | Key | Law |\n|---|---|---|\n");
    for (record, key, law) in table() {
        let (name, words) = law.said();
        let words = words.get(gnc::words::Lang::En);
        expected += &format!("| {record} | `{key}` | {name}: {words} |\n");
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &expected).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(written == expected, "docs/compatibility.md is not up to date: run with BLESS=1");
}

/// Whatever changes, both ways have the same places; what is added one way is removed the other.
#[test]
fn the_way_back_has_the_same_places() {
    let text = shipped("wco.co-push");
    let lines: Vec<&str> = text.lines().collect();
    let old = resolved(&tree(&text));
    let mut dice = Dice::new(41);
    let mut seen = 0;
    for _ in 0..60 {
        let gone = dice.below(lines.len());
        let kept: Vec<&str> =
            lines.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, it)| *it).collect();
        let mut sources = Sources::default();
        let file = sources.add("mutant.yaml", kept.join("\n"));
        let (tree, found) = parse(&sources, file);
        let (Some(root), true) = (tree.root, found.list.is_empty()) else { continue };
        let Some(new) = resolve(&root, &Library::default(), &Arc::new(Catalogue::default())).0
        else {
            continue;
        };
        let (there, back) = (diff(&old, &new), diff(&new, &old));
        let places = |it: &Difference, flip: bool| {
            let kind = |kind: Kind| match (kind, flip) {
                (Kind::Added, true) => Kind::Removed,
                (Kind::Removed, true) => Kind::Added,
                (kind, _) => kind,
            };
            let moved = |it: &&gnc::diff::Change| it.kind != Kind::Moved;
            let rows = it.changes.iter().filter(moved).map(|it| (it.path.clone(), kind(it.kind)));
            rows.collect::<BTreeSet<_>>()
        };
        assert_eq!(places(&there, false), places(&back, true), "line {}", gone + 1);
        for change in &there.changes {
            assert_eq!(change.old.is_some(), change.kind != Kind::Added, "{}", change.path);
            assert_eq!(change.new.is_some(), change.kind != Kind::Removed, "{}", change.path);
        }
        seen += 1;
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn the_command_says_it_in_both_languages_and_as_published() {
    let (old, new) = ("utility-blocks/wco.co-push.yaml", "utility-blocks/adj-bor.co-push.yaml");
    let en = run(&["diff", old, new]).ends(0).out;
    let fr = run(&["diff", old, new, "--speak", "fr"]).ends(0).out;
    assert!(en.contains("narrower than before; senders change first"), "{en}");
    assert!(fr.contains("plus étroit qu’avant ; les émetteurs d’abord"), "{fr}");
    let schema =
        std::fs::read_to_string(root().join("docs/schema/difference.schema.json")).unwrap();
    let schema = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    for lang in ["en", "fr"] {
        let ran = run(&["diff", old, new, "--format", "json", "--speak", lang]).ends(0);
        let json: Json = serde_json::from_str(&ran.out).unwrap();
        let wrong: Vec<_> = schema.iter_errors(&json).map(|it| it.to_string()).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        let changes = json["changes"].as_array().unwrap();
        let sum: u64 = ["breaking", "compatible", "editorial"]
            .iter()
            .map(|it| json["summary"][it].as_u64().unwrap())
            .sum();
        assert_eq!(sum, changes.len() as u64);
    }
}

#[test]
fn fail_on_chooses_from_which_class_it_fails() {
    let folder = Folder::new();
    let text = "gnc: 1\nblock: {id: a.b, status: concept, version: 0.1.0}\n";
    let old = folder.write("old/a.b.yaml", text);
    let new = folder.write("new/a.b.yaml", text.replace("0.1.0", "0.2.0"));
    folder.run(&["diff", &old, &new]).ends(0);
    folder.run(&["diff", &old, &new, "--fail-on", "editorial"]).ends(1);
    folder.run(&["diff", &old, &new, "--fail-on", "compatible"]).ends(0);
    folder.run(&["diff", &old, &new, "--fail-on", "breaking"]).ends(0);
    folder.run(&["diff", &old, &old, "--fail-on", "editorial"]).ends(0);
    let broken = folder.write("broken.yaml", "gnc: 1\nblock: {id: a.b\n");
    let ran = folder.run(&["diff", &old, &broken]).ends(1);
    assert!(ran.err.contains("SYN-"), "{}", ran.err);
    folder.run(&["diff", &old, &folder.at("nowhere.yaml")]).ends(3);
}
