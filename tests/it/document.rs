//! The Document view and its writers.

use gnc::render::document::{Picture, docx, html, markdown};
use gnc::view::document::templates::Templates;
use gnc::view::document::{
    Align, Block, Bracket, BracketKind, Clause, Column, Division, Document, Drawing, Edition, Fact,
    Figure, Heading, Inline, Inlines, List, Marks, Options, Paper, Parallel, Row, Setting, Table,
    build, commonmark,
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
pub(crate) fn sample() -> Document {
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
    let column = |title: &str, width| Column { title: text(title), width, align: Align::Left };
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
                anchor: String::new(),
                group: false,
                level: 1,
                cells: vec![text("first"), vec![Inline::Code("1".to_owned())]],
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
        described: "Table 1".to_owned(),
        drawing: Drawing::Process("issue".to_owned()),
    };
    Document {
        paper: Paper::Annex,
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
        lang: Lang::En,
        path: "../process/issue.en.svg".to_owned(),
        svg: "<svg viewBox=\"0 0 1 1\"></svg>".to_owned(),
        sheets: vec!["<svg viewBox=\"0 0 20 10\"></svg>".to_owned()],
        dots: vec![b"dots".to_vec()],
    }]
}

#[test]
fn a_word_file_is_the_same_each_time_and_holds_what_word_works_with() {
    let mut document = sample();
    let lead = Clause {
        number: "1.2".to_owned(),
        anchor: "communication-2".to_owned(),
        blocks: vec![Block::Paragraph(text("The elements are set out below."))],
    };
    document.blocks.insert(3, Block::Clause(lead));
    let edition = Edition::One(Box::new(document));
    let first = docx::write(&edition, &pictures());
    assert_eq!(first, docx::write(&edition, &pictures()));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(first.bytes)).unwrap();
    let mut text = String::new();
    let mut part = archive.by_name("word/document.xml").unwrap();
    std::io::Read::read_to_string(&mut part, &mut text).unwrap();
    drop(part);
    // Each picture is there as vectors and as dots.
    let mut held = |name: &str| {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut archive.by_name(name).unwrap(), &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    };
    assert_eq!(held("word/media/figure1.png"), "dots");
    assert!(held("word/media/figure1.svg").contains("0 0 20 10"));
    let links = held("word/_rels/document.xml.rels");
    for (id, ending) in [("rIdDots1", "png"), ("rIdPicture1", "svg")] {
        assert!(text.contains(&format!("r:embed=\"{id}\"")), "{id}");
        let to = format!(
            "Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/figure1.{ending}\""
        );
        assert!(links.contains(&to), "{links}");
    }
    // What leads to a list or table stays on its page, by a style, and keeps its number.
    let kept =
        "<w:pStyle w:val=\"ClauseKept\"/><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/>";
    assert_eq!(text.matches(kept).count(), 2, "{text}");
    assert_eq!(text.matches("\"TableTextKept\"").count(), 1, "all rows but the last: {text}");
    assert_eq!(text.matches("<w:gridSpan w:val=\"2\"/>").count(), 1, "the title of a group");
    let styles = held("word/styles.xml");
    assert!(styles.contains("w:val=\"Numbered Paragraph Kept\"/><w:basedOn w:val=\"Clause\"/>"));
    for wanted in ["ArticleHeading", "BracketProposal", "w:tblHeader", " SEQ Table ", " REF _t "] {
        assert!(text.contains(wanted), "no {wanted}");
    }
    assert!(text.contains("&lt;script&gt;") && !text.contains("<script"));
    assert!(!text.contains("<w:b/>") && !text.contains("<w:jc "), "formatted by hand");
}

fn written(artifact: gnc::render::Artifact) -> String {
    String::from_utf8(artifact.bytes).expect("writers write UTF-8")
}

#[test]
fn html_escapes_words_and_keeps_structure() {
    let page = written(html::write(&Edition::One(Box::new(sample())), &pictures()));
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"), "{page}");
    assert!(!page.contains("<script"), "{page}");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(
        page.contains(
            "<span class=\"label\">Article 1 </span>Communication &amp; &lt;security&gt;"
        )
    );
    assert!(page.contains("<a class=\"bracket\" href=\"#point-1\">[ADJ: 30 seconds]</a>"));
    assert!(page.contains("<a href=\"#t\">Table\u{a0}1</a>"));
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
    let text = written(markdown::write(&Edition::One(Box::new(sample())), &pictures()));
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

/// The annexes of a shipped block with templates of our own in the place of some, and findings.
pub(crate) fn annex(block: &str, lang: Lang, own: &[(&str, &str)]) -> (Document, Vec<String>) {
    let mut workspace = gnc::workspace::Workspace::default();
    let mut file = None;
    for name in ["wco.co-push", "adj-bor.co-push"] {
        let path = format!("utility-blocks/{name}.yaml");
        let bytes = std::fs::read(&path).expect("the shipped blocks are there");
        let added = workspace.add(&path, bytes).0;
        if name == block {
            file = Some(added);
        }
    }
    workspace.prepare();
    let analysis = workspace.analyse(file.expect("the block is one of those"));
    let resolved = analysis.resolved.expect("the shipped blocks resolve");
    let mut sources = gnc::text::Sources::default();
    let own: Vec<_> = own
        .iter()
        .map(|(name, text)| ((*name).to_owned(), sources.add(format!("own/{name}"), *text)))
        .collect();
    let templates = Templates::new(&mut sources, &own);
    let (document, findings) = build(Paper::Annex, &resolved, &templates, lang, Options::default());
    let line = |span| format!("{}:{}", sources.name(span_file(span)), sources.start(span).line);
    let findings = findings.list.iter();
    let findings = findings.map(|it| format!("{} {}", it.code.id, line(it.span))).collect();
    (document, findings)
}

fn span_file(span: gnc::text::Span) -> gnc::text::FileId {
    span.file
}

fn headings(document: &Document, division: Division) -> Vec<String> {
    let of = |block: &Block| match block {
        Block::Heading(heading) if heading.division == division => Some(heading.label.clone()),
        _ => None,
    };
    document.blocks.iter().filter_map(of).collect()
}

#[test]
fn annexes_have_25_articles_and_9_appendices_in_each_language_and_one_more_in_a_profile() {
    for (block, count, last) in [("wco.co-push", 9, " I"), ("adj-bor.co-push", 10, " J")] {
        let mut shapes = Vec::new();
        for lang in Lang::ALL {
            let (document, findings) = annex(block, lang, &[]);
            assert_eq!(findings, Vec::<String>::new(), "{block} {lang:?}");
            assert_eq!(headings(&document, Division::Article).len(), 25);
            let appendices = headings(&document, Division::Appendix);
            assert_eq!(appendices.len(), count);
            assert!(appendices[count - 1].ends_with(last), "{appendices:?}");
            // Authentic texts run in parallel: the same paragraphs under the same numbers.
            let clauses = document.blocks.iter().filter_map(|block| match block {
                Block::Clause(clause) => Some((clause.number.clone(), clause.anchor.clone())),
                _ => None,
            });
            shapes.push((clauses.collect::<Vec<_>>(), document.points.len()));
        }
        assert_eq!(shapes[0], shapes[1], "{block}");
    }
}

#[test]
fn every_point_of_the_block_is_in_the_annex_and_leads_to_its_place() {
    let (document, _) = annex("adj-bor.co-push", Lang::En, &[]);
    assert!(document.points.iter().any(|it| it.kind == BracketKind::Proposal));
    assert!(document.points.iter().any(|it| it.kind == BracketKind::Open && !it.due.is_empty()));
    for point in &document.points {
        assert!(!point.anchor.is_empty(), "{} is nowhere printed", point.path);
        assert!(!matches!(point.subject[0], Inline::Code(_)), "{} has no words", point.path);
    }
    let rows = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) if table.anchor == "table-brackets" => Some(table.rows.len()),
        _ => None,
    });
    assert_eq!(rows.sum::<usize>(), document.points.len());
}

#[test]
fn links_of_the_page_lead_somewhere_and_names_are_given_once() {
    for lang in Lang::ALL {
        let (document, _) = annex("adj-bor.co-push", lang, &[]);
        let other = Lang::ALL[usize::from(lang == Lang::En)];
        let (beside, _) = annex("adj-bor.co-push", other, &[]);
        let alone = Edition::One(Box::new(document.clone()));
        let both = Edition::Parallel(Box::new(Parallel::new(document, beside)));
        for edition in [alone, both] {
            let page = written(html::write(&edition, &[]));
            let values = |key: &str| -> Vec<&str> {
                page.split(key).skip(1).filter_map(|rest| rest.split('"').next()).collect()
            };
            let ids = values(" id=\"");
            let set: std::collections::BTreeSet<_> = ids.iter().copied().collect();
            assert_eq!(ids.len(), set.len(), "a name is given twice");
            for target in values(" href=\"#") {
                assert!(set.contains(target), "{target} leads nowhere");
            }
        }
    }
}

#[test]
fn two_languages_stand_side_by_side_paragraph_by_paragraph() {
    let of = |lang| annex("adj-bor.co-push", lang, &[]).0;
    let Parallel { rows, points, .. } = Parallel::new(of(Lang::En), of(Lang::Fr));
    assert_eq!(points.len(), of(Lang::En).points.len());
    let mut merged = 0;
    for row in &rows {
        match (&row.left, &row.right) {
            (Some(Block::Clause(left)), Some(Block::Clause(right))) => {
                assert_eq!(left.number, right.number);
                assert_eq!(right.anchor, format!("fr-{}", left.anchor));
            }
            (Some(Block::Definitions(left)), Some(Block::Definitions(right))) => {
                assert_eq!((left.len(), right.len()), (1, 1));
                assert_eq!(right[0].anchor, format!("fr-{}", left[0].anchor));
            }
            (Some(Block::Table(_)), None) => {
                assert_eq!(row.setting, Setting::Merged);
                merged += 1;
            }
            (Some(Block::Figure(_)), Some(Block::Figure(_))) => {
                assert_eq!(row.setting, Setting::Stacked);
            }
            (Some(left), Some(right)) => {
                assert_eq!(std::mem::discriminant(left), std::mem::discriminant(right));
            }
            alone => panic!("{alone:?} stands alone"),
        }
    }
    assert!(merged > 20, "{merged} tables say everything in both languages");
}

/// What only one language has stands alone, and the rest stays beside its own.
#[test]
fn a_paragraph_of_one_language_alone_shifts_nothing() {
    let own = "# Liability { #liability .article}\n\n1. One.\n\n1. Two.\n\n1. Three.\n\n1. Four.\n\n\
               1. Five.\n\n1. Six.\n";
    let left = annex("adj-bor.co-push", Lang::En, &[("annex/en/liability.md", own)]).0;
    let right = annex("adj-bor.co-push", Lang::Fr, &[]).0;
    let rows = Parallel::new(left, right).rows;
    let numbered = rows.iter().filter_map(|row| match (&row.left, &row.right) {
        (Some(Block::Clause(left)), right) => Some((left.number.clone(), right)),
        _ => None,
    });
    let mut alone = 0;
    for (number, right) in numbered {
        match right {
            Some(Block::Clause(right)) => assert_eq!(number, right.number),
            None => alone += 1,
            Some(other) => panic!("{number} stands beside {other:?}"),
        }
    }
    assert!(alone > 0, "the Article has more paragraphs in English");
}

#[test]
fn what_is_wrong_in_a_template_is_found_at_its_line() {
    let found =
        |text: &str| annex("adj-bor.co-push", Lang::En, &[("annex/en/liability.md", text)]).1;
    let at = |code: &str, line: usize| vec![format!("{code} own/annex/en/liability.md:{line}")];
    assert_eq!(found("# T { #liability .article}\n\n1. {{ nothing.here }}\n"), at("TPL-01", 3));
    assert_eq!(found("# T { #liability .article}\n\n1. {% if x %}\n"), at("TPL-01", 3));
    assert_eq!(found("# T\n\n```gnc table=mesages\nMessages\n```\n"), at("TPL-02", 3));
    assert_eq!(
        found("# T\n\n<b onclick=x>bold</b>\n"),
        [at("TPL-03", 3), at("TPL-03", 3)].concat()
    );
    assert_eq!(found("# T\n\n[x](javascript:alert)\n"), at("TPL-03", 3));
    assert_eq!(found("# T\n\n{{ ref(to=\"nowhere\") }}\n"), at("TPL-04", 3));
    assert_eq!(found("# T\n\nA [thing](gnc:term/no-such-term).\n"), at("TPL-05", 3));
    assert_eq!(found("# T { #governance}\n"), vec!["TPL-07 templates/annex/en/governance.md:1"]);
    let missing = annex("adj-bor.co-push", Lang::En, &[("annex/outline.txt", "front\nnone\n")]).1;
    assert_eq!(missing.first().map(String::as_str), Some("TPL-06 own/annex/outline.txt:2"));
}

#[test]
fn words_of_a_block_are_never_markup() {
    let path = "utility-blocks/wco.co-push.yaml";
    let text = std::fs::read_to_string(path).expect("the framework block is there");
    let hostile = "**bold** <img src=x> {{ block.id }} [x](https://e.vil) # no | bar";
    let before = text.find("    - id: verify-origin").expect("the purpose is there");
    let (head, rest) = text.split_at(before);
    let english = rest.find("        en: ").expect("its statement is there") + 12;
    let end = rest[english..].find('\n').expect("it ends") + english;
    let text = format!("{head}{}'{hostile}'{}", &rest[..english], &rest[end..]);
    let mut workspace = gnc::workspace::Workspace::default();
    let file = workspace.add(path, text.into_bytes()).0;
    workspace.prepare();
    let resolved = workspace.analyse(file).resolved.expect("it resolves");
    let mut sources = gnc::text::Sources::default();
    let templates = Templates::new(&mut sources, &[]);
    let (document, _) = build(Paper::Annex, &resolved, &templates, Lang::En, Options::default());
    let page = written(html::write(&Edition::One(Box::new(document)), &[]));
    assert!(
        page.contains("**bold** &lt;img src=x&gt; {{ block.id }} [x](https://e.vil) # no | bar")
    );
}

#[test]
fn values_are_printed_as_each_language_has_them() {
    use gnc::model::{Date, Duration, Percent, Scalar};
    use gnc::view::document::values;
    let duration = |text: &str, lang| values::duration(&Duration::parse(text).unwrap(), lang);
    assert_eq!(duration("PT30S", Lang::En), "30\u{a0}seconds");
    assert_eq!(duration("PT1M", Lang::Fr), "1\u{a0}minute");
    assert_eq!(duration("P1M", Lang::Fr), "1\u{a0}mois");
    assert_eq!(duration("PT36H", Lang::Fr), "36\u{a0}heures");
    assert_eq!(duration("P1Y6M", Lang::En), "1\u{a0}year and 6\u{a0}months");
    let date = |text: &str, lang| values::date(&Date::parse(text).unwrap(), lang);
    assert_eq!(date("2027-02-01", Lang::En), "1\u{a0}February 2027");
    assert_eq!(date("2027-02-01", Lang::Fr), "1er\u{a0}février 2027");
    assert_eq!(date("2026-12-15", Lang::Fr), "15\u{a0}décembre 2026");
    let share = |text: &str, lang| values::percent(&Percent::parse(text).unwrap(), lang);
    assert_eq!(share("99.50", Lang::En), "99.50\u{a0}%");
    assert_eq!(share("99.50", Lang::Fr), "99,50\u{202f}%");
    assert_eq!(values::count(12_000, Lang::En), "12,000");
    assert_eq!(values::count(12_000, Lang::Fr), "12\u{202f}000");
    assert_eq!(values::letters(27, 'a'), "ab");
    assert_eq!(values::roman(14), "xiv");
}

/// Every negotiable value of the format has words for the list of open points.
#[test]
fn every_negotiable_key_has_words() {
    use gnc::model::{Block, Lower, Shape};
    fn walk(shape: Shape, key: &'static str, missing: &mut Vec<&'static str>) {
        match shape {
            Shape::Record(record) => {
                for field in record.fields {
                    walk((field.shape)(), field.key, missing);
                }
            }
            Shape::List(of) => walk(of(), key, missing),
            Shape::Negotiable(_) if gnc::words::points::subject(key).is_none() => missing.push(key),
            _ => {}
        }
    }
    let mut missing = Vec::new();
    walk(Block::shape(), "", &mut missing);
    assert_eq!(missing, Vec::<&str>::new());
}
