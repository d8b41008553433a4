//! Reading block files: what is read, where it stands, and what is said about mistakes.

use gnc::diag::Findings;
use gnc::syntax::{Node, Tree, Value, parse};
use gnc::text::Sources;
use gnc::words::Lang;

fn read(text: &str) -> (Sources, Tree, Findings) {
    let mut sources = Sources::default();
    let file = sources.add("block.yaml", text);
    let (tree, findings) = parse(&sources, file);
    (sources, tree, findings)
}

/// Every finding as `ID line:column text`.
fn said(text: &str) -> Vec<String> {
    let (sources, _, findings) = read(text);
    let say = |finding: &gnc::diag::Finding| {
        let start = sources.start(finding.span);
        format!(
            "{} {}:{} {}",
            finding.code.id,
            start.line,
            start.column,
            sources.slice(finding.span)
        )
    };
    findings.list.iter().map(say).collect()
}

/// The tree in one line, with the text that each span covers in angle brackets.
fn shape(sources: &Sources, node: &Node) -> String {
    let here = sources.slice(node.span);
    match &node.value {
        Value::Null => format!("null<{here}>"),
        Value::Scalar(scalar) => format!("{:?}<{here}>", scalar.text),
        Value::List(items) => {
            let items: Vec<_> = items.iter().map(|item| shape(sources, item)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Map(entries) => {
            let entries = entries.iter();
            let entry = |e: &gnc::syntax::Entry| {
                assert_eq!(sources.slice(e.key.span).trim_matches(['"', '\'']), &*e.key.value);
                format!("{}: {}", e.key.value, shape(sources, &e.value))
            };
            format!("{{{}}}", entries.map(entry).collect::<Vec<_>>().join(", "))
        }
    }
}

#[test]
fn each_mistake_is_said_once_where_it_was_made() {
    let cases: &[(&str, &[&str])] = &[
        ("a: b: c\n", &["SYN-21 1:5 :"]),
        ("- a: Annex I: Rules\n", &["SYN-21 1:13 :"]),
        ("key: value\n other: x\n", &["SYN-16 2:2 other: x"]),
        ("key value\nother: x\n", &["SYN-17 1:1 key value"]),
        ("a: 1\nkey value\nother: x\n", &["SYN-17 2:1 key value"]),
        ("a:\n  b: 1\n c: 2\n", &["SYN-16 3:2 c: 2"]),
        ("a:\n  - b\n - c\n", &["SYN-16 3:2 - c"]),
        ("a: \"abc\nb: c\n", &["SYN-19 1:4 \"abc"]),
        ("a: 'abc\nb: 'c'\n", &["SYN-19 1:4 'abc"]),
        ("a:\n  b: 'abc\n  c: 'd'\n", &["SYN-19 2:6 'abc"]),
        ("a: [1, 2\nb: c\n", &["SYN-20 1:4 ["]),
        ("a: {x: 1, y: 2\nb: c\n", &["SYN-20 1:4 {"]),
        ("a: [1, 2", &["SYN-20 1:4 ["]),
        ("a: @x\n", &["SYN-22 1:4 @"]),
        ("a: `x\n", &["SYN-22 1:4 `"]),
        ("a: %x\n", &["SYN-22 1:4 %"]),
        ("a: , b\n", &["SYN-22 1:4 ,"]),
        ("a: *\n", &["SYN-22 1:4 *"]),
        ("a:\n\tb: 1\n", &["SYN-06 2:1 \t"]),
        ("a:\n  b: 1\n\tc: 2\n", &["SYN-06 3:1 \t"]),
        ("a: |\n\tfoo\n", &["SYN-06 2:1 \t"]),
        ("a: [1}\n", &["SYN-29 1:6 }"]),
        ("a: [1, 2]]\n", &["SYN-29 1:10 ]"]),
        ("a: ]\n", &["SYN-29 1:4 ]"]),
        ("a: \"x\" y\n", &["SYN-23 1:8 y"]),
        ("a: 'l'origine'\n", &["SYN-23 1:7 origine'"]),
        ("a: \"b\": c\n", &["SYN-23 1:7 :"]),
        ("a: \"c:\\Users\"\n", &["SYN-24 1:7 \\U"]),
        ("a: \"c:\\de\"\n", &["SYN-24 1:7 \\d"]),
        ("a: |x\n  foo\n", &["SYN-25 1:4 |x"]),
        ("a: |\n    foo\n  bar\nb: 1\n", &["SYN-16 3:3 bar"]),
        ("a:b\nc: d\n", &["SYN-18 1:2 :"]),
        ("a: 1\nb:c\n", &["SYN-18 2:2 :"]),
        ("- a\nb: c\n", &["SYN-26 2:1 b: c"]),
        ("a: 1\n- b\n", &["SYN-26 2:1 - b"]),
        ("a: - b\n", &["SYN-27 1:4 - b"]),
        ("a: {{x}}\n", &["SYN-08 1:5 {x}"]),
        ("a: 1\n%YAML 1.2\n", &["SYN-31 2:1 %YAML 1.2"]),
        ("%YAML 1.1\n---\na: 1\n", &["SYN-31 1:1 %YAML 1.1"]),
        ("a: 1\n---\nb: 2\n", &["SYN-07 2:1 ---"]),
        ("a: 1\n...\nb: 2\n", &["SYN-07 3:1 b: 2"]),
        ("a: [1 2: 3: 4]\n", &["SYN-28 1:11 :"]),
        ("a: \"x\"#c\n", &["SYN-30 1:7 #c"]),
        ("a: x\n  # c\n  y\n", &["SYN-16 3:3 y"]),
        ("a: &x 1\nb: *x\n", &["SYN-02 1:4 &x"]),
        ("a: *x\n", &["SYN-03 1:4 *x"]),
        ("a: *to be agreed*\n", &["SYN-03 1:4 *to"]),
        ("a: &b Co: x\n", &["SYN-02 1:4 &b"]),
        ("a: !!str 3\n", &["SYN-05 1:4 !!str"]),
        ("a: !local {b: c}\n", &["SYN-05 1:4 !local"]),
        ("a:\n  <<: {b: c}\n", &["SYN-04 2:3 <<"]),
        ("a: 1\na: 2\n", &["SYN-01 2:1 a"]),
        ("a: 1\n\"a\": 2\na: 3\n", &["SYN-01 2:1 \"a\"", "SYN-01 3:1 a"]),
        ("? [a]\n: b\n", &["SYN-08 1:3 [a]"]),
        (": b\n", &["SYN-08 1:1 "]),
        ("", &["SYN-15 1:1 "]),
        ("# only this\n", &["SYN-15 1:1 "]),
        ("---\n", &["SYN-15 1:1 "]),
        ("a: \u{1}b\n", &["SYN-10 1:4 \u{1}"]),
        ("a: x\u{0}b\nb: [\n", &["SYN-10 1:5 \u{0}"]),
        ("a: 1\n---\n", &["SYN-07 2:1 ---"]),
        ("---\na: 1\n...\n", &[]),
        ("a: 10:30\nb: x#y\nc: http://x/y\n", &[]),
        ("a: b\n\n# comment\n\nc:\n- d\n- e: f\n  g: h\n", &[]),
    ];
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let got = said(text);
        if got != *expected {
            wrong.push(format!("{text:?}\n  wanted {expected:?}\n  got    {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn independent_mistakes_are_all_said_in_one_run() {
    let text = "a: 1\na: 2\nb:\n  c: x: y\n  d: 1\ne: *f\ng: {h: 1, h: 2}\ni: \"open\nj: [1, 2\nk: 3\na: 4\n";
    let expected = [
        "SYN-01 2:1 a",
        "SYN-21 4:7 :",
        "SYN-03 6:4 *f",
        "SYN-01 7:11 h",
        "SYN-19 8:4 \"open",
        "SYN-20 9:4 [",
        "SYN-01 11:1 a",
    ];
    assert_eq!(said(text), expected);
    let (_, tree, _) = read(text);
    assert!(!tree.complete);
    let root = tree.root.expect("what could be read is kept");
    assert_eq!(root.get("k").and_then(Node::text), Some("3"));
    assert_eq!(root.get("a").and_then(Node::text), Some("1"));
}

#[test]
fn every_value_stays_the_text_that_was_written() {
    let text = "country: NO\nhs: 010121\nversion: 1.10\ndate: 2027-02-01\ntime: 22:22\nyes: on\nn: 1_000\nq: '~'\nnull: ~\nempty:\nlist: [null, '', Null]\n";
    let (sources, tree, findings) = read(text);
    assert!(findings.list.is_empty() && tree.complete);
    let root = tree.root.expect("a map");
    let expected = concat!(
        "{country: \"NO\"<NO>, hs: \"010121\"<010121>, version: \"1.10\"<1.10>, ",
        "date: \"2027-02-01\"<2027-02-01>, time: \"22:22\"<22:22>, yes: \"on\"<on>, ",
        "n: \"1_000\"<1_000>, q: \"~\"<'~'>, null: null<~>, empty: null<>, ",
        "list: [null<null>, \"\"<''>, null<Null>]}"
    );
    assert_eq!(shape(&sources, &root), expected);
    let empty = root.get("empty").expect("the key stands there");
    assert_eq!(sources.start(empty.span).column, 7, "just after the colon");
}

#[test]
fn spans_are_exact_with_carriage_returns_marks_emoji_and_text_blocks() {
    let text = "\u{feff}a: \"é😀\" # c\r\nb: 😀x y\r\nc: |\r\n  one\r\n  two\r\n\r\nd: >-\r\n  x\r\n  y\r\ne:\r\n- 'f'\r\n- {g: h, i: [j]}\r\nk:\r\n  l: m\r\n";
    let (sources, tree, findings) = read(text);
    assert!(findings.list.is_empty() && tree.complete);
    let root = tree.root.expect("a map");
    let expected = concat!(
        "{a: \"é😀\"<\"é😀\">, b: \"😀x y\"<😀x y>, c: \"one\\ntwo\\n\"<one\r\n  two>, ",
        "d: \"x y\"<x\r\n  y>, e: [\"f\"<'f'>, {g: \"h\"<h>, i: [\"j\"<j>]}], k: {l: \"m\"<m>}}"
    );
    assert_eq!(shape(&sources, &root), expected);
    assert_eq!(sources.slice(root.span), text.trim_start_matches('\u{feff}').trim_end());
    let list = root.get("e").expect("e");
    assert_eq!(sources.slice(list.span), "- 'f'\r\n- {g: h, i: [j]}");
    assert_eq!(sources.slice(root.get("k").expect("k").span), "l: m");
}

#[test]
fn every_code_is_said_in_both_languages_with_the_same_placeholders() {
    let holes = |text: &str| {
        let mut found: Vec<_> = text
            .match_indices('{')
            .filter_map(|(at, _)| {
                let name: String =
                    text[at + 1..].chars().take_while(char::is_ascii_lowercase).collect();
                text[at + 1 + name.len()..].starts_with('}').then_some(name)
            })
            .filter(|name| !name.is_empty())
            .collect();
        found.sort();
        found
    };
    let codes = gnc::syntax::codes::CODES;
    for (at, code) in codes.iter().enumerate() {
        assert_eq!(code.id, format!("SYN-{:02}", at + 1));
        for words in [code.title, code.message, code.why, code.help] {
            assert_eq!(holes(words.get(Lang::En)), holes(words.get(Lang::Fr)), "{}", code.id);
        }
        assert!(holes(code.title.en).is_empty() && holes(code.why.en).is_empty(), "{}", code.id);
    }
}
