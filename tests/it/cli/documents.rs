//! The documents besides the annex, their templates and their translations, as their users meet them.

use gnc::view::document::{Block, Division, Document, Paper};
use gnc::words::Lang;

use super::{Folder, SMALL, files, run};
use crate::papers::document;

/// The headings of a document: their names and their words.
fn headings(document: &Document) -> Vec<(String, String)> {
    let of = |block: &Block| match block {
        Block::Heading(it) => Some((it.anchor.clone(), gnc::view::document::plain(&it.title))),
        _ => None,
    };
    document.blocks.iter().filter_map(of).collect()
}

fn table<'d>(document: &'d Document, name: &str) -> &'d gnc::view::document::Table {
    let mut tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) if table.anchor == name => Some(table),
        _ => None,
    });
    tables.next().unwrap_or_else(|| panic!("no table {name}"))
}

#[test]
fn the_utility_block_has_its_three_groups_and_eleven_components_in_each_language() {
    for lang in Lang::ALL {
        let document = document(Paper::UtilityBlock, "adj-bor.co-push", lang);
        let headings = headings(&document);
        let group = if lang == Lang::En { "Group " } else { "Groupe " };
        let groups: Vec<_> =
            headings.iter().filter(|(_, words)| words.starts_with(group)).collect();
        assert_eq!(groups.len(), 3, "{groups:?}");
        let components: Vec<_> =
            headings.iter().filter(|(name, _)| name.starts_with("component-")).collect();
        assert_eq!(components.len(), 11, "{components:?}");
        for (at, (_, words)) in components.iter().enumerate() {
            assert!(words.starts_with(&format!("{}. ", at + 1)), "{words}");
        }
        // Its points are its own, each with a row that brackets lead to.
        let rows = &table(&document, "table-brackets").rows;
        assert_eq!(rows.len(), document.points.len());
    }
}

#[test]
fn the_summary_is_short_and_says_how_much_is_open() {
    let annex = document(Paper::Annex, "adj-bor.co-push", Lang::En);
    let summary = document(Paper::Summary, "adj-bor.co-push", Lang::En);
    let words = |document: &Document| format!("{:?}", document.blocks).len();
    assert!(words(&summary) * 10 < words(&annex));
    let names: Vec<String> = headings(&summary).into_iter().map(|(name, _)| name).collect();
    let wanted = ["purpose", "benefits", "exchange", "legal-basis", "points", "process"];
    assert_eq!(names, wanted);
    assert!(!summary.blocks.contains(&Block::Contents));
    assert_eq!(summary.points.len(), annex.points.len(), "it counts what the annex leaves open");
    let said = format!("{} points are to be agreed", annex.points.len());
    assert!(format!("{:?}", summary.blocks).contains(&said));
    let next = table(&summary, "table-next-points");
    assert_eq!(next.rows.len(), 3);
}

#[test]
fn the_list_of_brackets_numbers_as_the_annex_does() {
    for lang in Lang::ALL {
        let annex = document(Paper::Annex, "adj-bor.co-push", lang);
        let brackets = document(Paper::Brackets, "adj-bor.co-push", lang);
        let own = table(&brackets, "table-brackets");
        let there = annex.blocks.iter().find_map(|block| match block {
            Block::Table(table) if table.anchor == "table-brackets" => Some(table),
            _ => None,
        });
        let there = there.expect("the appendix of brackets");
        assert_eq!(own.rows.len(), annex.points.len());
        for (own, there) in own.rows.iter().zip(&there.rows) {
            // Number and subject; the place is words there, since it is in another document.
            assert_eq!(own.cells[..2], there.cells[..2]);
            let [own, there] = [own, there].map(|row| gnc::view::document::plain(&row.cells[2]));
            assert_eq!(own.replace('\u{a0}', " "), there.replace('\u{a0}', " "));
        }
    }
}

/// Two versions of a small block; the second has one purpose more and says why.
fn versions(folder: &Folder) -> (String, String) {
    let old = SMALL.to_owned();
    let more = "    - {id: ease, function: facilitation, statement: {en: To ease., fr: Faciliter.}}\n  benefits:";
    // The header of the small block is one line of braces: the history goes in before its end.
    let inline = "history: [\
        {version: 0.2.0, date: 2026-06-01, purpose: {en: Second round., fr: Deuxième tour.}, \
        change: {en: A purpose more., fr: Une finalité de plus.}, \
        decisions: [{en: Facilitation is a purpose., fr: La facilitation est une finalité.}], \
        by: {en: Both sides, fr: Les deux côtés}}, \
        {version: 0.1.0, date: 2026-01-01, change: {en: First text., fr: Premier texte.}, by: {en: Us, fr: Nous}}]";
    let new = SMALL
        .replace("version: 0.1.0", "version: 0.2.0")
        .replace("date: 2026-01-01", "date: 2026-06-01")
        .replace("  benefits:", more)
        .replace("hypothetical: true}", &format!("hypothetical: true, {inline}}}"));
    (folder.write("old/exa.small.yaml", old), folder.write("exa.small.yaml", new))
}

#[test]
fn the_record_of_changes_has_for_each_version_what_and_who_and_the_changes_by_class() {
    let folder = Folder::new();
    let (old, new) = versions(&folder);
    let out = folder.at("out");
    let args = ["build", &new, "--out", &out, "--only", "html", "--document", "changes"];
    let page = |lang: &str| {
        let path = folder.path().join(format!("out/changes/changes.{lang}.html"));
        std::fs::read_to_string(path).expect("the record")
    };
    folder.run(&[&args[..], &["--earlier", &old]].concat()).ends(0);
    let record = page("en");
    for words in ["Second round.", "Facilitation is a purpose.", "A purpose more.", "Both sides"] {
        assert!(record.contains(words), "{words}");
    }
    assert!(record.contains("Compared with version 0.1.0: 0 breaking"), "{record}");
    assert!(record.contains("Changes from version 0.1.0 to version 0.2.0, by class"));
    assert!(record.contains("purposes[ease]") && record.contains("To ease."), "{record}");
    let record = page("fr");
    assert!(
        record.contains("Par rapport à la version 0.1.0\u{202f}: incompatibles, 0"),
        "{record}"
    );
    assert!(record.contains("Faciliter.") && record.contains("Classe"));

    // Without another version there is nothing to compare with, and nothing is said of it.
    folder.run(&args).ends(0);
    assert!(!page("en").contains("by class"));
    // The project file names earlier versions, too.
    folder.write("gnc.toml", "[[documents]]\nrole = \"earlier\"\nfile = \"old/exa.small.yaml\"\n");
    folder.run(&args).ends(0);
    assert!(page("en").contains("Compared with version 0.1.0"));
    // Another block is no earlier version of this one.
    let other = folder.write("exa.other.yaml", SMALL.replace("exa.small", "exa.other"));
    folder.run(&[&args[..], &["--earlier", &other]].concat()).ends(2);
}

#[test]
fn the_record_of_changes_says_values_as_the_language_has_them() {
    let folder = Folder::new();
    let (old, new) = versions(&folder);
    let noticed = |name: &str, path: &str, notice: &str, parties: &str| {
        let text = std::fs::read_to_string(path).expect("a version");
        let governance = format!("  governance: {{suspension_notice: {notice}}}\n  benefits:");
        let parties = format!("hypothetical: true, {parties}");
        let text =
            text.replace("  benefits:", &governance).replace("hypothetical: true, ", &parties);
        folder.write(name, text)
    };
    let old = noticed("old/exa.small.yaml", &old, "P1M", "");
    let parties =
        "parties: [{id: EXA, name: {en: Exa, fr: Exa}}, {id: EXB, name: {en: Exb, fr: Exb}}], ";
    let new = noticed("exa.small.yaml", &new, "{proposals: {EXA: P30D, EXB: PT36H}}", parties);
    let out = folder.at("out");
    let args = ["build", &new, "--draft", "--out", &out, "--only", "html", "--document", "changes"];
    let _ = folder.run(&[&args[..], &["--earlier", &old]].concat());
    for (lang, before, after) in [
        ("en", "1\u{a0}month", "[EXA: 30\u{a0}days] [EXB: 36\u{a0}hours]"),
        ("fr", "1\u{a0}mois", "[EXA\u{202f}: 30\u{a0}jours] [EXB\u{202f}: 36\u{a0}heures]"),
    ] {
        let path = folder.path().join(format!("out/changes/changes.{lang}.html"));
        let record = std::fs::read_to_string(path).expect("the record");
        assert!(record.contains(before) && record.contains(after), "{record}");
        assert!(!record.contains("P30D") && !record.contains("PT36H"), "{record}");
    }
}

#[test]
fn every_document_comes_about_in_both_languages_and_side_by_side() {
    let folder = Folder::new();
    let out = folder.at("out");
    let block = "utility-blocks/adj-bor.co-push.yaml";
    let papers = "utility-block,summary,brackets,changes";
    run(&[
        "build",
        block,
        "--out",
        &out,
        "--only",
        "html,docx,markdown",
        "--document",
        papers,
        "--lang",
        "en,fr,en+fr",
    ])
    .ends(0);
    let written = files(&folder.path().join("out"));
    for paper in papers.split(',') {
        for lang in ["en", "fr", "en-fr"] {
            for ending in ["html", "docx", "md"] {
                let name = format!("{paper}/{paper}.{lang}.{ending}");
                assert!(written.get(&name).is_some_and(|it| it.len() > 900), "{name}");
            }
        }
        let both =
            String::from_utf8(written[&format!("{paper}/{paper}.en-fr.html")].clone()).unwrap();
        let page = |lang: &str| {
            String::from_utf8(written[&format!("{paper}/{paper}.{lang}.html")].clone()).unwrap()
        };
        // Each heading stands there in both languages.
        for lang in Lang::ALL {
            let document = document(Paper::from_id(paper).unwrap(), "adj-bor.co-push", lang);
            for (_, words) in headings(&document) {
                let words = words.replace('&', "&amp;");
                assert!(both.contains(&words), "{paper}: {words}");
                assert!(page(lang.code()).contains(&words), "{paper}: {words}");
            }
        }
        assert!(both.contains("class=\"pair\"") && both.contains("lang=\"fr\""), "{paper}");
    }
}

#[test]
fn templates_are_written_out_and_put_to_use() {
    let folder = Folder::new();
    let own = folder.at("own");
    folder.run(&["templates", "export", &own]).ends(0);
    let exported = files(&folder.path().join("own"));
    let setting = gnc::render::document::pdf::TEMPLATES;
    let embedded = gnc::view::document::templates::EMBEDDED.iter().chain(setting);
    assert_eq!(exported.len(), embedded.clone().count());
    for (name, text) in embedded {
        assert_eq!(exported[*name], text.as_bytes(), "{name}");
    }
    // What is there stays, and nothing is written halfway.
    folder.write("own/summary/en/page.md", "## Mine { #mine}\n\nOnly this: {{ block.id }}.\n");
    let ran = folder.run(&["templates", "export", &own, "--speak", "fr"]).ends(3);
    assert!(ran.says("existe déjà") && ran.says("own/"), "{}", ran.err);
    let kept = std::fs::read_to_string(folder.path().join("own/summary/en/page.md")).unwrap();
    assert!(kept.starts_with("## Mine"));

    let block = folder.write("exa.small.yaml", SMALL);
    let out = folder.at("out");
    let build = ["build", &block, "--out", &out, "--only", "markdown", "--document", "summary"];
    let args = [&build[..], &["--templates", &own]].concat();
    folder.run(&args).ends(0);
    let page = |lang: &str| {
        std::fs::read_to_string(folder.path().join(format!("out/summary/summary.{lang}.md")))
            .unwrap()
    };
    assert!(page("en").contains("Only this: exa.small."), "{}", page("en"));
    assert!(!page("fr").contains("Mine"), "the other language has the template of the program");

    folder.run(&["templates", "export", &own, "--force"]).ends(0);
    folder.run(&args).ends(0);
    assert!(!page("en").contains("Only this"));
}

#[test]
fn what_is_wrong_in_a_template_names_its_file_and_line() {
    let folder = Folder::new();
    let block = folder.write("exa.small.yaml", SMALL);
    let out = folder.at("out");
    for (text, line, code) in [
        ("## A { #a}\n\n{% if block.id %}\nnever closed\n", 3, "TPL"),
        ("## A { #a}\n\nSee {{ ref(to=\"nowhere\") }}.\n", 3, "TPL-04"),
        ("## A { #a}\n\n\n```gnc table=nothing\n```\n", 4, "TPL"),
        ("## A { #a}\n\n<b>x</b>\n", 3, "TPL"),
    ] {
        folder.write("own/summary/en/page.md", text);
        let args = [
            "build",
            &block,
            "--out",
            &out,
            "--document",
            "summary",
            "--templates",
            "own",
            "--lang",
            "en",
        ];
        let ran = folder.run(&args).ends(1);
        let place = format!("summary/en/page.md:{line}");
        let near = format!("summary/en/page.md:{}", line - 1);
        assert!(ran.says(&place) || ran.says(&near), "{place}\n{}", ran.out);
        assert!(ran.says(code), "{}", ran.out);
        assert!(!folder.path().join("out").exists(), "nothing is written");
    }
}

#[test]
fn translations_are_recorded_and_a_changed_original_is_found_and_marked() {
    let folder = Folder::new();
    let block = folder.write("exa.small.yaml", SMALL);
    let text = || std::fs::read_to_string(folder.path().join("exa.small.yaml")).unwrap();
    let ran = folder.run(&["translations", &block, "--diff"]).ends(0);
    assert!(ran.says("translated:") && text() == SMALL, "a difference writes nothing");
    let ran = folder.run(&["translations", &block]).ends(0);
    assert!(ran.says("exa.small.yaml: ") && text().contains("translated: {fr: en-"), "{}", text());
    folder.run(&["check", &block]).ends(0);
    // Recording again changes nothing.
    let recorded = text();
    folder.run(&["translations", &block]).ends(0);
    assert_eq!(text(), recorded);

    folder.write("exa.small.yaml", recorded.replace("en: To control.", "en: To control goods."));
    let ran = folder.run(&["check", &block]);
    assert!(ran.says("TRM-11"), "{}", ran.out);
    let out = folder.at("out");
    let build = ["build", &block, "--out", &out, "--only", "markdown", "--document", "summary"];
    let page = || {
        let ran = folder.run(&build);
        assert!(ran.code < 2, "{}", ran.err);
        std::fs::read_to_string(folder.path().join("out/summary/summary.fr.md")).unwrap()
    };
    assert!(page().contains("traduction à revoir"));
    folder.run(&["translations", &block, "--accept", "business_case.purposes"]).ends(0);
    assert!(!folder.run(&["check", &block]).says("TRM-11"));
    assert!(!page().contains("traduction à revoir"));
}

/// Parts, Articles and Appendices belong to the annex alone.
#[test]
fn only_the_annex_has_articles() {
    for paper in Paper::ALL.into_iter().filter(|it| *it != Paper::Annex) {
        let document = document(paper, "adj-bor.co-push", Lang::Fr);
        let article = document
            .blocks
            .iter()
            .any(|block| matches!(block, Block::Heading(it) if it.division == Division::Article));
        assert!(!article, "{paper:?}");
    }
}

/// A block at its beginning lacks most of what the annex refers to: its draft says so.
#[test]
fn a_block_at_its_beginning_gives_a_draft_of_every_document() {
    let folder = Folder::new();
    let block = folder.write("exa.small.yaml", SMALL);
    let out = folder.at("out");
    let papers = "annex,utility-block,summary,brackets,changes,maintenance-request";
    folder.run(&["build", &block, "--out", &out, "--document", papers, "--only", "html"]).ends(0);
    let page = folder.path().join("out/annex/annex.en.html");
    let page = std::fs::read_to_string(page).expect("the annex");
    assert!(page.contains("[not stated]"));
    let page = std::fs::read_to_string(folder.path().join("out/annex/annex.fr.html")).unwrap();
    assert!(page.contains("[non précisé]"));
}
