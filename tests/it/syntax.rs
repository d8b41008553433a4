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
        ("a: [b\nc:\n  - d\n", &["SYN-20 1:4 ["]),
        ("a:\n  - {x: y\n  - z\nb: c\n", &["SYN-20 2:5 {"]),
        ("a: b: c\n  d: e\n", &["SYN-21 1:5 :"]),
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
    let text = "a: 1\na: 2\nb:\n  c: x: y\n  d: @1\n  d: 2\ne: *f\ng: {h: 1, h: 2}\ni: \"open\nj: [1, 2\nk: 3\na: 4\n";
    let expected = [
        "SYN-01 2:1 a",
        "SYN-21 4:7 :",
        "SYN-22 5:6 @",
        "SYN-01 6:3 d",
        "SYN-03 7:4 *f",
        "SYN-01 8:11 h",
        "SYN-19 9:4 \"open",
        "SYN-20 10:4 [",
        "SYN-01 12:1 a",
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
        "{a: \"é😀\"<\"é😀\">, b: \"😀x y\"<😀x y>, c: \"one\\ntwo\\n\"<|\r\n  one\r\n  two>, ",
        "d: \"x y\"<>-\r\n  x\r\n  y>, e: [\"f\"<'f'>, {g: \"h\"<h>, i: [\"j\"<j>]}], k: {l: \"m\"<m>}}"
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

const FIXTURE: &str = "\u{feff}# Bloc « é »\r\ngnc: 1\r\nblock:\r\n  id: 'adj-bor.co-push'\r\n  name: {en: \"A \\\"CO\\\" 😀\", fr: l’accord}\r\n  parties:\r\n  - {id: ADJ, list: [a, 'b', \"c\\u00e9\"]}\r\n  - id: BOR\r\n    note: |+\r\n      un\r\n       deux\r\n\r\n    last: >-\r\n      trois 😀\r\n# fin\r\n? k\r\n: - x\r\n  -\r\n  - y: &a z\r\n    w: *a\r\nt: !x 3\r\n";

/// Whatever the text: no panic, and every place is within the file and splits no character.
fn sound(text: &str) {
    let (sources, tree, findings) = read(text);
    let check = |span: gnc::text::Span| {
        let (start, end) = (span.start as usize, span.end as usize);
        assert!(start <= end && text.get(start..end).is_some(), "{span:?} of {text:?}");
    };
    for finding in &findings.list {
        check(finding.span);
        finding.notes.iter().for_each(|note| check(note.span));
        finding.fix.iter().flat_map(|fix| &fix.edits).for_each(|edit| check(edit.span));
        for lang in Lang::ALL {
            assert!(!finding.message(lang).is_empty());
        }
    }
    let mut open: Vec<&Node> = tree.root.iter().collect();
    while let Some(node) = open.pop() {
        check(node.span);
        match &node.value {
            Value::List(items) => open.extend(items),
            Value::Map(entries) => entries.iter().for_each(|entry| {
                check(entry.key.span);
                open.push(&entry.value);
            }),
            Value::Null | Value::Scalar(_) => {}
        }
    }
    let broken = findings.worst() == Some(gnc::diag::Severity::Error);
    assert!(tree.complete || broken, "an incomplete tree says why: {text:?}");
    assert!(sources.iter().count() == 1);
}

#[test]
fn half_written_and_damaged_texts_are_read_soundly() {
    for (at, c) in FIXTURE.char_indices() {
        sound(&FIXTURE[..at]);
        let after = at + c.len_utf8();
        sound(&[&FIXTURE[..at], &FIXTURE[after..]].concat());
        for insert in
            ["\t", ":", "\"", "'", "[", "}", "- ", "\n", "&", "*", "!", "\u{0}", "%", "😀"]
        {
            sound(&[&FIXTURE[..at], insert, &FIXTURE[at..]].concat());
        }
    }
    let mut bytes = FIXTURE.as_bytes().to_vec();
    for at in 0..FIXTURE.len() {
        let byte = bytes.remove(at);
        if let Ok(text) = gnc::syntax::decode(bytes.clone()) {
            sound(&text);
        }
        bytes.insert(at, byte);
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_soundly(text in r"(\PC|[ \n\t\r:\-\[\]{},&*!|>'#%@`?a-c\\]|\x22){0,80}") {
        sound(&text);
    }
}

#[test]
fn bombs_stay_within_bounds() {
    use gnc::syntax::{MAX_BYTES, MAX_DEPTH, MAX_FINDINGS, MAX_LINE};
    let ids = |text: &str| {
        sound(text);
        let (_, tree, findings) = read(text);
        assert!(!tree.complete);
        let mut ids: Vec<_> = findings.list.iter().map(|finding| finding.code.id).collect();
        ids.dedup();
        ids
    };
    assert_eq!(ids(&"[".repeat(100_000)), ["SYN-11"]);
    assert_eq!(ids(&"{a: ".repeat(100_000)), ["SYN-11"]);
    assert_eq!(ids(&"- ".repeat(100_000)), ["SYN-11"]);
    assert_eq!(ids(&"? ".repeat(100_000)), ["SYN-11"]);
    let stairs: String = (0..500).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
    assert_eq!(ids(&stairs), ["SYN-11"]);
    let both = "- [".to_owned() + &"[".repeat(MAX_DEPTH - 2);
    assert_eq!(ids(&both), ["SYN-20"], "{MAX_DEPTH} levels are read");
    assert_eq!(ids(&("a: ".to_owned() + &"x".repeat(MAX_LINE))), ["SYN-13"]);
    assert_eq!(ids(&"a: b\n".repeat(MAX_BYTES / 4)), ["SYN-12"]);
    assert_eq!(ids(&"- a\n".repeat(600_000)), ["SYN-14"]);
    let mut laughs = String::from("a0: &a0 [x, x]\n");
    for n in 1..60 {
        laughs += &format!("a{n}: &a{n} [*a{m}, *a{m}]\n", m = n - 1);
    }
    assert_eq!(ids(&laughs), ["SYN-02"]);
    let twice: String = "a: 1\n".repeat(10_000);
    let (_, tree, findings) = read(&twice);
    assert!(!tree.complete && findings.list.len() == MAX_FINDINGS + 1);
    assert_eq!(findings.list.last().map(|finding| finding.code.id), Some("SYN-32"));
    let many: String = (0..20_000).map(|n| format!("k{n}: v\n")).collect();
    let (_, tree, findings) = read(&(many + "k7: w\n"));
    assert!(tree.complete && findings.list.len() == 1);
    let breaks: String = (0..1_000).map(|n| format!("k{n}: \"\nl{n}: [\n")).collect();
    assert!(ids(&breaks).len() <= 50);
}

#[test]
fn other_encodings_are_named() {
    use gnc::syntax::decode;
    assert_eq!(decode(b"\xEF\xBB\xBFa: \xC3\xA9\r\n".to_vec()).as_deref(), Ok("a: é\r\n"));
    let refused = |bytes: &[u8]| {
        let mut sources = Sources::default();
        let file = sources.add("block.yaml", "");
        decode(bytes.to_vec()).map_err(|error| error.finding(file).message(Lang::En)).unwrap_err()
    };
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    assert!(refused(&utf16("\u{feff}block: é")).contains("UTF-16"));
    assert!(refused(&utf16("block: adj-bor")).contains("UTF-16"));
    let latin = refused(b"a: 1\nnom: p\xE9riode\n");
    assert!(latin.contains("Windows-1252") && latin.contains("byte 11, line 2"), "{latin}");
    assert!(refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0").contains("no text"));
    assert!(refused("a: é".as_bytes().split_last().expect("not empty").1).contains("breaks off"));
}

#[test]
fn fixes_mend_what_they_say() {
    let cases = [
        ("t: Annex I: Rules # c\n", "t: 'Annex I: Rules' # c\n"),
        ("t: l'annexe: @x\n", "t: 'l''annexe: @x'\n"),
        ("t: @x\n", "t: '@x'\n"),
        ("a:b\nc: d\n", "a: b\nc: d\n"),
        ("a: !!str 3\n", "a: 3\n"),
        (
            "a: x\u{1}y\u{2}z abcdefghijklmnopqrstuvwxyz abcdefghijklmnopqrstuvwxyz abcdefghijklmnopqrstuvwxyz abcdefghijklmnopqrstuvwxyz abcdefghijk\n",
            "a: xyz abcdefghijklmnopqrstuvwxyz abcdefghijklmnopqrstuvwxyz abcdefghijklmnopqrstuvwxyz abcdefghijklmnopqrstuvwxyz abcdefghijk\n",
        ),
    ];
    for (text, mended) in cases {
        let (_, _, findings) = read(text);
        let [finding] = &findings.list[..] else { panic!("{text:?}: {findings:?}") };
        let mut edits = finding.fix.clone().expect("a fix").edits;
        edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
        let mut after = text.to_owned();
        for edit in edits {
            after.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.text);
        }
        assert_eq!(after, mended);
        assert!(read(&after).2.list.is_empty());
    }
}

/// A small block as an author writes it.
const BLOCK: &str = "gnc: 1
block:
  id: adj-bor.co-push
  languages: [en, fr]
  parties:
    - {id: ADJ, name: {en: Adjikistan, fr: Adjikistan}}
    - id: BOR
      name: \"Borastria\"

business_case:
  name:
    fr: 'Certificats d''origine'
  scope: |
    All certificates.
  legal_basis:
    - {id: tfa-12, instrument: WTO TFA, provision: Article 12}

process_alignment:
  exchange_model: push
";

#[test]
fn one_slip_gives_one_finding_on_its_line() {
    let (mut slips, mut one, mut near) = (0, 0, 0);
    for (at, c) in BLOCK.char_indices() {
        let line = BLOCK[..at].matches('\n').count() + 1;
        for slip in ["", "\t", ":", ": ", "\"", "'", "[", "}", "#", " ", "*", "@", "-"] {
            let after = if slip.is_empty() { at + c.len_utf8() } else { at };
            let (sources, _, findings) = read(&[&BLOCK[..at], slip, &BLOCK[after..]].concat());
            let Some(first) = findings.list.first() else { continue };
            slips += 1;
            one += usize::from(findings.list.len() == 1);
            near += usize::from(sources.start(first.span).line.abs_diff(line) <= 1);
        }
    }
    assert!(slips > 1_500, "{slips}");
    assert!(one * 100 >= slips * 97, "{one} of {slips} gave one finding");
    assert!(near * 100 >= slips * 97, "{near} of {slips} were found within one line");
}
