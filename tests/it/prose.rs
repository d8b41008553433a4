//! What an author may mark in a free text, and that everything else stays what is written.

use gnc::render::document::{docx, html, markdown};
use gnc::view::document::{Block, Document, Edition, Inline, Inlines, Marks, Paper, plain};
use gnc::words::Lang;

use crate::papers::{made, part};

/// The record of changes of a block whose one change reads so.
fn record(change: &str) -> Document {
    let change = serde_json::to_string(change).unwrap();
    let block = format!(
        "gnc: 1
block:
  id: exa.one
  version: 0.1.0
  status: concept
  title: {{en: One, fr: Un}}
  history:
    - {{version: 0.1.0, date: 2026-01-01, change: {{en: \"Before.\", fr: \"Avant.\"}}, decisions: [{{en: {change}, fr: Rien.}}], by: {{en: A, fr: A}}}}
"
    );
    made(Paper::Changes, &block, Lang::En).0
}

/// The blocks of the one decision.
fn decision(change: &str) -> Vec<Block> {
    let document = record(change);
    let list = document.blocks.into_iter().find_map(|block| match block {
        Block::List(list) => Some(list),
        _ => None,
    });
    list.expect("the list of decisions").items.remove(0)
}

fn text(words: &str) -> Inlines {
    vec![Inline::Text(words.to_owned())]
}

#[test]
fn stress_weight_links_and_lists_are_marks() {
    let blocks = decision(
        "The *Joint Technical Group* decided **unanimously**, see [the minutes](https://example.org/m?a=1&b=2) or [write](mailto:a@example.org):\n\n- one\n- two\n  1. first\n  2. second\n",
    );
    let [Block::Paragraph(run), Block::List(list)] = blocks.as_slice() else {
        panic!("{blocks:?}");
    };
    assert!(run.contains(&Inline::Emphasis(text("Joint Technical Group"))), "{run:?}");
    assert!(run.contains(&Inline::Strong(text("unanimously"))));
    let link = |to: &str, words: &str| Inline::Link { to: to.to_owned(), text: text(words) };
    assert!(run.contains(&link("https://example.org/m?a=1&b=2", "the minutes")));
    assert!(run.contains(&link("mailto:a@example.org", "write")));
    assert_eq!((list.marks, list.items.len()), (Marks::Bullets, 2));
    let [_, Block::List(inner)] = list.items[1].as_slice() else { panic!("{list:?}") };
    assert_eq!((inner.marks, inner.items.len()), (Marks::Numbers, 2));
}

/// Nothing of this is a mark: it is printed sign by sign, in every writer.
const LITERAL: [&str; 24] = [
    "# not a heading",
    "<b>bold</b> <script>alert(1)</script>",
    "<!-- hidden -->",
    "`code` and ``more``",
    "![picture](https://example.org/x.png)",
    "[run](javascript:alert(1))",
    "[open](file:///etc/passwd)",
    "[plain](http://example.org)",
    "[data](data:text/html,x)",
    "[upper](HTTPS:example)",
    "<https://example.org>",
    "https://example.org/a_b_c",
    "&amp; &lt; &#65; &copy;",
    "{{ block.id }} {% raw %}",
    "[x](gnc:value/0) [](gnc:missing/a)",
    "| a | b |",
    "~~struck~~ $x$ ^up^",
    "[^1] a note",
    "[x]: https://example.org",
    "> quoted",
    "a * b * c",
    "snake_case_name",
    "#let x = 1; @label <label>",
    "[to be agreed]",
];

#[test]
fn everything_else_stays_what_is_written() {
    for words in LITERAL {
        let blocks = decision(words);
        let [Block::Paragraph(run)] = blocks.as_slice() else { panic!("{words}: {blocks:?}") };
        assert_eq!(run, &text(words), "{words}");

        let edition = Edition::One(Box::new(record(words)));
        let page = String::from_utf8(html::write(&edition, &[]).bytes).unwrap();
        for tag in ["<script", "<b>", "<img", "javascript:\"", "href=\"file"] {
            assert!(!page.contains(tag), "{words}");
        }
        let body = part(&docx::write(&edition, &[]).bytes, "word/document.xml");
        let escaped = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        assert!(body.contains(&escaped), "{words}: {body}");
        let page = String::from_utf8(markdown::write(&edition, &[]).bytes).unwrap();
        assert!(!page.replace("\\<", "").contains("<script"), "{words}");
    }
    // Lines run together as in any other text, and a sign behind a backslash is a sign.
    let written = [
        ("Title\n=====", "Title ====="),
        ("```\ncode\n```", "``` code ```"),
        ("\\*a\\*", "*a*"),
        ("---", "---"),
    ];
    for (words, read) in written {
        let run: Vec<String> = decision(words).iter().map(|it| format!("{it:?}")).collect();
        assert_eq!(run, vec![format!("{:?}", Block::Paragraph(text(read)))], "{words}");
    }
}

#[test]
fn what_is_nested_without_end_is_read_without_harm() {
    for words in [
        "*a **b ".repeat(4_000),
        "[".repeat(20_000),
        "> ".repeat(5_000),
        format!("{}x", "- ".repeat(2_000)),
        "![a](".repeat(4_000),
        "**".repeat(10_000),
    ] {
        let document = record(&words);
        assert!(docx::write(&Edition::One(Box::new(document)), &[]).bytes.len() > 1_000);
    }
}

/// Where no documentation allows marks, there are none.
#[test]
fn other_texts_have_no_marks() {
    let block = "gnc: 1
block:
  id: exa.one
  version: 0.1.0
  status: concept
  title: {en: \"A *title*\", fr: Un}
business_case:
  purposes:
    - {id: p, function: control, statement: {en: \"To **control** [x](https://example.org).\", fr: C.}}
";
    let document = made(Paper::UtilityBlock, block, Lang::En).0;
    assert_eq!(document.title, "A *title*");
    let table = document.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.anchor == "table-purposes" => Some(table),
        _ => None,
    });
    let cell = &table.expect("the purposes").rows[0].cells[1];
    assert_eq!(plain(cell), "To **control** [x](https://example.org).");
    assert!(!format!("{cell:?}").contains("Strong"));
}

/// A cell of a table holds no paragraphs: the items of a list begin on lines of their own.
#[test]
fn a_list_in_a_cell_is_set_in_lines() {
    let block = "gnc: 1
block: {id: exa.one, version: 0.1.0, status: concept, title: {en: One, fr: Un}}
business_case:
  legal_basis:
    - id: act
      title: {en: Act, fr: Loi}
      summary: {en: \"It permits:\\n\\n- *one*;\\n- two.\", fr: Rien.}
";
    let document = made(Paper::UtilityBlock, block, Lang::En).0;
    let page = html::write(&Edition::One(Box::new(document)), &[]).bytes;
    let page = String::from_utf8(page).unwrap();
    assert!(page.contains("It permits:<br>•\u{a0}<em>one</em>;<br>•\u{a0}two."), "{page}");
}
