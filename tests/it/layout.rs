//! The canonical layout: it says the same, keeps every comment, and comes to rest at once.

use gnc::layout::canonical;
use gnc::syntax::{Node, Tree, Value, parse};
use gnc::text::{FileId, Sources};
use proptest::prelude::*;

fn read(text: &str) -> (Sources, FileId, Tree) {
    let mut sources = Sources::default();
    let file = sources.add("a.yaml", text);
    let (tree, findings) = parse(&sources, file);
    assert!(tree.complete, "{findings:?}\n{text}");
    (sources, file, tree)
}

fn laid_out(text: &str) -> String {
    let (sources, file, tree) = read(text);
    canonical(&sources, file, &tree).unwrap_or_else(|| panic!("cannot be laid out:\n{text}"))
}

/// What a text says, keys sorted.
fn said(node: &Node) -> String {
    match &node.value {
        Value::Null => "~".to_owned(),
        Value::Scalar(it) => format!("{:?}", it.text),
        Value::List(items) => format!("[{}]", items.iter().map(said).collect::<Vec<_>>().join()),
        Value::Map(entries) => {
            let mut all: Vec<_> = entries
                .iter()
                .map(|it| format!("{:?}:{}", it.key.value, said(&it.value)))
                .collect();
            all.sort();
            format!("{{{}}}", all.join())
        }
    }
}

trait Join {
    fn join(&self) -> String;
}

impl Join for Vec<String> {
    fn join(&self) -> String {
        self[..].join(",")
    }
}

fn comments(text: &str) -> Vec<String> {
    let (_, _, tree) = read(text);
    let all = tree.comments.iter();
    let mut all: Vec<_> =
        all.map(|it| text[it.start as usize..it.end as usize].trim_end().to_owned()).collect();
    all.sort();
    all
}

fn content(text: &str) -> String {
    read(text).2.root.as_ref().map_or(String::new(), said)
}

fn check(text: &str) -> String {
    let out = laid_out(text);
    assert_eq!(content(text), content(&out), "says something else:\n{text}\n---\n{out}");
    assert_eq!(comments(text), comments(&out), "comments differ:\n{text}\n---\n{out}");
    assert_eq!(out, laid_out(&out), "does not come to rest:\n{text}\n---\n{out}");
    assert!(out.ends_with('\n') && !out.contains('\r'));
    out
}

fn shipped() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("utility-blocks");
    let mut blocks: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path())
        .filter(|it| it.extension().is_some_and(|it| it == "yaml"))
        .map(|it| (it.display().to_string(), std::fs::read_to_string(it).unwrap()))
        .collect();
    blocks.sort();
    blocks.push(("example".to_owned(), gnc::check::EXAMPLE_BLOCK.to_owned()));
    blocks
}

#[test]
fn the_layout_of_a_block() {
    let text = "# head\r\n\r\nblock:   {version: 1.0.0, id: 'a.b'}  # of this block\r\n\
        gnc: 1\r\nbusiness_case:\r\n\r\n      # what for\r\n      purposes:\r\n      - statement: >\r\n\
        \x20         To check\r\n          origin.\r\n        # the name\r\n        id: \"NO\"\r\n\r\n\r\n\
        \x20     - {id: b, # why\r\n         statement: {en: x}}\r\n      # the end of it\r\n\
        annexes: []\n# the end";
    let expected = "\
# head

gnc: 1

block: {id: a.b, version: 1.0.0} # of this block

business_case:
  # what for
  purposes:
    # the name
    - id: \"NO\"
      statement: >
        To check
        origin.

    - id: b # why
      statement: {en: x}
  # the end of it

annexes: []
# the end
";
    let out = check(text);
    assert_eq!(out, expected, "\n{out}");
}

#[test]
fn shipped_blocks_keep_what_they_say() {
    for (name, text) in shipped() {
        let out = check(&text);
        let long = |line: &&str| line.chars().count() > 120 && line.contains(['{', '[']);
        let wide: Vec<_> = out.lines().filter(long).filter(|it| it.contains(": {")).collect();
        assert!(wide.is_empty(), "{name}: {wide:#?}");
    }
}

#[test]
fn quotes_stand_only_where_they_are_needed() {
    for (before, after) in [
        ("'NO'", "\"NO\""),
        ("\"01\"", "\"01\""),
        ("'1.10'", "\"1.10\""),
        ("\"1.10.0\"", "1.10.0"),
        ("'2026-01-01'", "\"2026-01-01\""),
        ("'12:30'", "\"12:30\""),
        ("'null'", "\"null\""),
        ("'a: b'", "\"a: b\""),
        ("'a # b'", "\"a # b\""),
        ("'it''s'", "it's"),
        ("'say \"it\": now'", "'say \"it\": now'"),
        ("\"a\\u00A0b\"", "a\u{a0}b"),
        ("\"a\\nb\"", "\"a\\nb\""),
        ("''", "\"\""),
        ("'- x'", "\"- x\""),
        ("'x'", "x"),
    ] {
        let out = check(&format!("gnc: {before}\n"));
        assert_eq!(out, format!("gnc: {after}\n"), "{before}");
    }
}

#[test]
fn odd_layouts_are_laid_out() {
    for text in [
        "gnc: 1\nglossary:\n- id: a\n  term: x\n# of the next\nannexes:\n-\n  id: b\n- # c\n  id: c\n",
        "? gnc\n: 1\n",
        "gnc:\n  # under\n  1\n",
        "gnc: # behind\n  1\n",
        "gnc: 1\nglossary: [a: b, {c: d}, [e, [f]], 'g, h', ~, null]\n",
        "gnc: 1\nglossary: [ # x\n a, # y\n # z\n b # last\n # end\n ] # after\n",
        "gnc: |+\n  a\n\n\nblock: |-\n   x\n    y\nannexes: >2\n    z\n",
        "gnc: |  # why\n  a\n # deeper\nblock: x\n",
        "gnc: \"a\n   b\\\n   c\n\n   d\"\nblock: x\n  y\n\n  z\n",
        "gnc:\nblock: ~\nannexes: null\nglossary:\n  -\n  - a\n",
        "glossary:\n- - a\n  - b\n-   - c\n    # d\n  # e\n# f\n",
        "---\ngnc: 1\n...\n",
        "\u{feff}gnc: 1\n",
        "gnc: {a: , b: {}, c: []}\n",
        "gnc: {\"a\":1, b: http://x/y?z#w}\n",
    ] {
        check(text);
    }
}

/// A text with some of its layout changed: more indentation, other line ends, quotes, comments.
fn disturbed(text: &str, seed: &[u8]) -> String {
    let mut dice = seed.iter().cycle();
    let mut roll = move || *dice.next().unwrap_or(&0);
    let mut out = String::new();
    let factor = 1 + usize::from(roll() % 3);
    for line in text.lines() {
        let body = line.trim_start();
        let depth = line.len() - body.len();
        match roll() % 16 {
            0 => out += "\n",
            1 => out += &format!("{}# beside {}\n", " ".repeat(usize::from(roll() % 9)), roll()),
            2 => out += &format!("{}# above\n", " ".repeat(depth * factor)),
            _ => {}
        }
        let body = match body.split_once(": ") {
            Some((key, value))
                if roll() % 4 == 0
                    && !value.starts_with(['"', '\'', '{', '[', '|', '>', '#'])
                    && !key.contains(['{', '"', '\'']) =>
            {
                match roll() % 2 {
                    0 => format!("{key}:  '{}'", value.replace('\'', "''")),
                    _ => format!("{key}: \"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")),
                }
            }
            _ => body.to_owned(),
        };
        // The content of an item stands two columns behind its dash, whatever the depth.
        out += &" ".repeat(depth * factor);
        match body.strip_prefix("- ") {
            Some(rest) if factor > 1 => {
                out += &format!("-{}{rest}", " ".repeat(2 * factor - 1));
            }
            _ => out += &body,
        }
        match roll() % 24 {
            0 if !body.is_empty() && !body.starts_with('#') => out += "   # behind  ",
            1 => out += "   ",
            _ => {}
        }
        out += if roll() % 2 == 0 { "\r\n" } else { "\n" };
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_disturbed_layout_comes_back(seed in prop::collection::vec(any::<u8>(), 40..1000)) {
        for (_, text) in shipped() {
            let text = disturbed(&text, &seed);
            check(&text);
        }
    }

    #[test]
    fn any_text_that_can_be_read_is_laid_out_or_left(text in "[a-c \\n:#\\-\\[\\]{},'\"|>]{0,60}") {
        let mut sources = Sources::default();
        let file = sources.add("a", text.as_str());
        let (tree, _) = parse(&sources, file);
        if let Some(out) = canonical(&sources, file, &tree) {
            let (sources, file, tree) = read(&out);
            prop_assert_eq!(canonical(&sources, file, &tree), Some(out));
        }
    }
}
