//! The PDF writer: the data that the Typst template reads, and what Typst makes of it where the
//! program has it.

use std::collections::BTreeSet;

use gnc::render::document::pdf::{Setter, Trouble, source, write};
use gnc::view::document::{
    Block, Definition, Division, Document, Edition, Heading, Inline, Parallel,
};
use gnc::words::Lang;
use serde_json::Value;

use crate::document::{annex, sample};

/// The data that the template reads.
fn data(edition: &Edition) -> Value {
    let files = source(edition, &[], &[], &mut |_| {});
    serde_json::from_slice(&files["pdf/document.json"]).expect("the data is JSON")
}

/// Calls `visit` for every mapping of the data.
fn each<'a>(data: &'a Value, visit: &mut dyn FnMut(&'a serde_json::Map<String, Value>)) {
    match data {
        Value::Array(list) => list.iter().for_each(|it| each(it, visit)),
        Value::Object(map) => {
            visit(map);
            map.values().for_each(|it| each(it, visit));
        }
        _ => {}
    }
}

/// The texts below the text-bearing keys, joined.
fn words(data: &Value, out: &mut String) {
    match data {
        Value::String(text) => out.push_str(text),
        Value::Array(list) => list.iter().for_each(|it| words(it, out)),
        Value::Object(map) => {
            for key in ["title", "label", "number", "text", "pieces", "caption", "columns", "rows"]
            {
                if let Some(it) = map.get(key) {
                    words(it, out);
                }
            }
            for key in ["cells", "blocks", "items", "term", "meaning", "left", "right"] {
                if let Some(it) = map.get(key) {
                    words(it, out);
                }
            }
        }
        _ => {}
    }
}

fn heading(level: u8, anchor: &str) -> Block {
    let title = vec![Inline::Text(anchor.to_owned())];
    let (anchor, label) = (anchor.to_owned(), String::new());
    Block::Heading(Heading { division: Division::Section, level, anchor, label, title })
}

#[test]
fn the_data_says_every_word_and_takes_none_for_markup() {
    let hostile = "#eval(\"1\") $x$ \\ <b> @ref // *a* _b_ `c` [ ] { } \"";
    let mut document = sample();
    document.blocks.push(Block::Paragraph(vec![Inline::Text(hostile.to_owned())]));
    let data = data(&Edition::One(Box::new(document)));
    let mut said = String::new();
    words(&data["rows"], &mut said);
    for expected in [hostile, "[ADJ: 30 seconds]", "<script>alert(1)</script>", "A remark."] {
        assert!(said.contains(expected), "{expected} in {said}");
    }
}

#[test]
fn links_lead_to_places_that_are_there_once() {
    let (en, _) = annex("adj-bor.co-push", Lang::En, &[]);
    let (fr, _) = annex("adj-bor.co-push", Lang::Fr, &[]);
    let editions =
        [Edition::One(Box::new(en.clone())), Edition::Parallel(Box::new(Parallel::new(en, fr)))];
    for edition in editions {
        let data = data(&edition);
        let (mut places, mut links, mut twice) = (BTreeSet::new(), Vec::new(), Vec::new());
        each(&data, &mut |it| {
            let Some(name) = it.get("anchor").and_then(Value::as_str).filter(|it| !it.is_empty())
            else {
                return;
            };
            let kind = it.get("is").and_then(Value::as_str).unwrap_or("row");
            if matches!(kind, "reference" | "term" | "bracket") {
                links.push(name.to_owned());
            } else if !places.insert(name.to_owned()) {
                twice.push(name.to_owned());
            }
        });
        assert!(twice.is_empty(), "{twice:?}");
        assert!(links.len() > 100, "{}", links.len());
        let lost: Vec<_> = links.iter().filter(|name| !places.contains(*name)).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }
}

#[test]
fn headings_begin_at_the_first_rank_and_pass_none_over() {
    let mut document = sample();
    document.blocks = vec![heading(2, "a"), heading(4, "b"), heading(2, "c"), heading(3, "d")];
    let data = data(&Edition::One(Box::new(document)));
    let mut levels = Vec::new();
    each(&data, &mut |it| levels.extend(it.get("level").and_then(Value::as_u64)));
    assert_eq!(levels, [1, 2, 1, 2]);
}

#[test]
fn a_place_named_twice_and_a_link_to_nothing_do_no_harm() {
    let mut document = sample();
    let term = |anchor: &str| Definition {
        anchor: anchor.to_owned(),
        term: vec![Inline::Text("a".to_owned())],
        meaning: vec![Inline::Reference { anchor: "nowhere".to_owned(), text: "b".to_owned() }],
    };
    document.blocks = vec![Block::Definitions(vec![term("x"), term("x")])];
    let data = data(&Edition::One(Box::new(document)));
    let mut names = Vec::new();
    each(&data, &mut |it| names.extend(it.get("anchor").and_then(Value::as_str)));
    assert_eq!(names, ["x", "", "", ""]);
}

/// What the writer gives for a document.
fn set(document: Document) -> Result<Vec<u8>, Vec<Trouble>> {
    let mut setter = Setter { date: Some((2026, 11, 21)), ..Setter::default() };
    write(&Edition::One(Box::new(document)), &[], &mut setter).map(|artifact| artifact.bytes)
}

#[cfg(not(feature = "pdf"))]
#[test]
fn a_program_without_pdf_says_so() {
    assert_eq!(set(sample()).unwrap_err(), [Trouble::NotBuiltIn]);
}

#[cfg(feature = "pdf")]
#[test]
fn the_same_document_gives_the_same_bytes() {
    let (one, other) = (set(sample()).unwrap(), set(sample()).unwrap());
    assert!(one.starts_with(b"%PDF-1.7"));
    assert!(one == other);
}

#[cfg(feature = "pdf")]
#[test]
fn a_sign_that_no_font_has_is_printed_as_its_number() {
    let mut document = sample();
    document.blocks.push(Block::Paragraph(vec![Inline::Text("中\u{7}".to_owned())]));
    let mut setter = Setter { date: Some((2026, 11, 21)), ..Setter::default() };
    write(&Edition::One(Box::new(document)), &[], &mut setter).unwrap();
    assert_eq!(setter.unknown, BTreeSet::from(['中']));
}

#[cfg(feature = "pdf")]
#[test]
fn a_broken_template_is_told_by_its_place() {
    let own = "#let doc = json(\"document.json\")\n#nonsense(1)\n";
    let mut setter = Setter { own: vec![("pdf/document.typ", own)], ..Setter::default() };
    let troubles = write(&Edition::One(Box::new(sample())), &[], &mut setter).unwrap_err();
    let [Trouble::Template { name, place, .. }] = troubles.as_slice() else {
        panic!("{troubles:?}");
    };
    assert_eq!((name.as_str(), &own[place.clone()]), ("pdf/document.typ", "nonsense"));
}

#[cfg(feature = "pdf")]
#[test]
fn a_template_reads_nothing_but_what_it_was_given() {
    for read in
        ["#read(\"/etc/hostname\")", "#read(\"../../Cargo.toml\")", "#import \"@preview/a:1.0.0\""]
    {
        let mut setter = Setter { own: vec![("pdf/document.typ", read)], ..Setter::default() };
        write(&Edition::One(Box::new(sample())), &[], &mut setter).unwrap_err();
    }
}
