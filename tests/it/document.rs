//! The Document view and its writers.

use gnc::render::document::{Picture, html, markdown};
use gnc::view::document::{
    Align, Block, Bracket, BracketKind, Clause, Column, Division, Document, Drawing, Fact, Figure,
    Heading, Inline, Inlines, List, Marks, Row, Table, commonmark,
};
use gnc::words::Lang;

fn text(words: &str) -> Inlines {
    vec![Inline::Text(words.to_owned())]
}

fn bracket(party: &str, words: &str) -> Inline {
    Inline::Bracket(Bracket {
        kind: BracketKind::Proposal,
        party: party.to_owned(),
        point: 0,
        text: text(words),
    })
}

/// A small document that uses every kind of block and of inline, with hostile words in it.
fn sample() -> Document {
    let article = Heading {
        division: Division::Article,
        level: 1,
        anchor: "communication".to_owned(),
        label: "Article 1".to_owned(),
        title: text("Communication & <security>"),
    };
    let clause = Clause {
        number: "1.1".to_owned(),
        anchor: "communication-1".to_owned(),
        blocks: vec![
            Block::Paragraph(vec![
                Inline::Text("A message shall be acknowledged within ".to_owned()),
                bracket("ADJ", "[ADJ: 30 seconds]"),
                Inline::Text(" ".to_owned()),
                bracket("BOR", "[BOR: 5 minutes]"),
                Inline::Text("; see ".to_owned()),
                Inline::Reference { anchor: "t".to_owned(), text: "Table 1".to_owned() },
                Inline::Text(". *Not emphasis*, <script>alert(1)</script>.".to_owned()),
            ]),
            Block::List(List {
                marks: Marks::Letters,
                items: vec![
                    vec![Block::Paragraph(text("first;"))],
                    vec![Block::Paragraph(text("second."))],
                ],
            }),
        ],
    };
    let column = |title: &str, width| Column { title: title.to_owned(), width, align: Align::Left };
    let table = Table {
        anchor: "t".to_owned(),
        label: "Table 1".to_owned(),
        caption: text("Elements | more"),
        columns: vec![column("Name", 3), column("Code", 1)],
        rows: vec![
            Row {
                anchor: String::new(),
                group: true,
                level: 0,
                cells: vec![text("Class"), vec![]],
            },
            Row {
                anchor: "row-1".to_owned(),
                group: false,
                level: 1,
                cells: vec![text("a | b"), vec![Inline::Code("a|b".to_owned())]],
            },
        ],
        row_header: 0,
        landscape: true,
    };
    let figure = Figure {
        anchor: "f".to_owned(),
        label: "Figure 1".to_owned(),
        caption: text("The process"),
        alternative: "A diagram".to_owned(),
        described_at: "t".to_owned(),
        drawing: Drawing::Process("issue".to_owned()),
    };
    Document {
        lang: Lang::En,
        block: "x.y".to_owned(),
        version: "1.0.0".to_owned(),
        title: "An annex".to_owned(),
        subtitle: "between A and B".to_owned(),
        status: "in negotiation".to_owned(),
        mark: "DRAFT".to_owned(),
        notice: "Not a treaty.".to_owned(),
        facts: vec![Fact { name: text("Version"), value: text("1.0.0") }],
        blocks: vec![
            Block::Contents,
            Block::Heading(article),
            Block::Clause(clause),
            Block::Table(table),
            Block::Figure(figure),
            Block::Note(vec![Block::Paragraph(text("A remark."))]),
        ],
        points: Vec::new(),
        footnotes: vec![text("A source.")],
    }
}

fn pictures() -> Vec<Picture> {
    vec![Picture {
        drawing: Drawing::Process("issue".to_owned()),
        path: "../process/issue.en.svg".to_owned(),
        svg: "<svg viewBox=\"0 0 1 1\"></svg>".to_owned(),
    }]
}

fn written(artifact: gnc::render::Artifact) -> String {
    String::from_utf8(artifact.bytes).expect("writers write UTF-8")
}

#[test]
fn html_escapes_words_and_keeps_structure() {
    let page = written(html::write(&sample(), &pictures()));
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"), "{page}");
    assert!(!page.contains("<script"), "{page}");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(
        page.contains(
            "<span class=\"label\">Article 1 </span>Communication &amp; &lt;security&gt;"
        )
    );
    assert!(page.contains("<a class=\"bracket\" href=\"#point-1\">[ADJ: 30 seconds]</a>"));
    assert!(page.contains("<a href=\"#t\">Table 1</a>"));
    assert!(page.contains("<svg viewBox"));
    assert!(page.contains("default-src 'none'"));
    for open in ["section", "table", "div", "p", "tr", "th", "td", "ol", "li", "figure", "a"] {
        let ends = page.matches(&format!("</{open}>")).count();
        let starts =
            page.matches(&format!("<{open}>")).count() + page.matches(&format!("<{open} ")).count();
        assert_eq!(starts, ends, "{open}");
    }
}

#[test]
fn markdown_means_what_the_document_says() {
    let text = written(markdown::write(&sample(), &pictures()));
    assert!(
        text.starts_with("# An annex\n\nbetween A and B\n\n**DRAFT** · Not a treaty."),
        "{text}"
    );
    assert!(text.contains("## Article 1 – Communication & \\<security\\>"), "{text}");
    assert!(text.contains("**\\[ADJ: 30 seconds\\]** **\\[BOR: 5 minutes\\]**"), "{text}");
    assert!(text.contains("| \u{2003}a \\| b | a\\|b |"), "{text}");
    assert!(text.contains("- (a) first;\n- (b) second."), "{text}");
    assert!(text.contains("![A diagram](../process/issue.en.svg)"), "{text}");
}

/// What a reader of Markdown takes `text` for: its words, and how many marks it saw.
fn read_back(text: &str) -> (String, usize) {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    let (mut words, mut marks) = (String::new(), 0);
    let options = Options::all().difference(Options::ENABLE_SMART_PUNCTUATION);
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            Event::SoftBreak => words.push('\n'),
            _ => marks += 1,
        }
    }
    (words, marks)
}

#[test]
fn escaped_words_are_never_marks() {
    let hostile = [
        "# heading",
        "1. item",
        "12) item",
        "- item",
        "+ item",
        "* item",
        "> quote",
        "***",
        "---",
        "===",
        "`code`",
        "```",
        "~~~ x",
        "[a](b)",
        "![a](b)",
        "<b>",
        "<!-- x -->",
        "&amp;",
        "&#65;",
        "a\\b",
        "\\",
        "*a*",
        "_a_",
        "**a**",
        "~~a~~",
        "| a | b |",
        "{{ x }}",
        "{% raw %}",
        "[^1]",
        "$x$",
        ": definition",
        "a {#id .class}",
        "http://x.y/ <http://x.y>",
        "l’origine « x »",
        "2027. The year",
        "a  b",
        "[x]: /y",
        "\u{a0}x",
        "!",
        "a]",
        "=",
        "#",
        "1.",
        "+1 555",
    ];
    for words in hostile {
        let mut text = String::new();
        commonmark::escape(words, &mut text);
        let expected = words.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(read_back(&text), (expected, 0), "{words:?} became {text:?}");
    }
}
