//! What documents carry besides their clauses: notes for sources, marks of language, typography.

use std::io::Read;

use gnc::render::document::{docx, html, markdown};
use gnc::view::document::{Block, Document, Edition, Parallel, plain};
use gnc::words::Lang;
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::document::annex;

/// The text of a part of a Word file.
pub(crate) fn part(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// How often each note is marked.
fn marks(blocks: &[Block], notes: usize) -> Vec<usize> {
    let text = format!("{blocks:?}");
    (0..notes).map(|at| text.matches(&format!("Footnote({at})")).count()).collect()
}

#[test]
fn provisions_meanings_and_codes_have_notes_for_their_sources() {
    for (lang, words) in [
        (
            Lang::En,
            "Instrument of 9 March 2021. Official Gazette of Adjikistan, 2021, No. 19, p. 204.",
        ),
        (
            Lang::Fr,
            "Instrument du 9 mars 2021. Journal officiel d’Adjikistan, 2021, n° 19, p. 204.",
        ),
    ] {
        let document = annex("adj-bor.co-push", lang, &[]).0;
        let notes: Vec<String> = document.footnotes.iter().map(|it| plain(it)).collect();
        let notes: Vec<String> = notes.iter().map(|it| it.replace('\u{a0}', " ")).collect();
        assert!(notes.iter().any(|it| it == words), "{notes:#?}");
        // Provisions of one instrument share a note; the numbers follow the order of the marks.
        let marked = marks(&document.blocks, notes.len());
        assert!(marked.iter().all(|count| *count > 0), "{marked:?}");
        assert!(marked[0] > 1, "the Standards of the Kyoto Convention share a note: {marked:?}");
        let text = format!("{:?}", document.blocks);
        let first = |at: usize| text.find(&format!("Footnote({at})"));
        assert!((1..notes.len()).all(|at| first(at - 1) < first(at)));
    }
}

#[test]
fn every_writer_shows_the_notes() {
    let edition = |document: Document| Edition::One(Box::new(document));
    let document = annex("adj-bor.co-push", Lang::En, &[]).0;
    let count = document.footnotes.len();
    let gazette = "Official Gazette of Adjikistan, 2021, No. 19, p. 204.";
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();

    let page = text(html::write(&edition(document.clone()), &[]).bytes);
    for number in 1..=count {
        assert_eq!(page.matches(&format!("id=\"mark-{number}\"")).count(), 1, "{number}");
        assert_eq!(page.matches(&format!("<li id=\"note-{number}\">")).count(), 1, "{number}");
    }
    assert!(page.contains(gazette));

    let page = text(markdown::write(&edition(document.clone()), &[]).bytes);
    let options = Options::ENABLE_FOOTNOTES | Options::ENABLE_TABLES;
    let mut defined = 0;
    let mut marked = std::collections::BTreeSet::new();
    for event in Parser::new_ext(&page, options) {
        match event {
            Event::FootnoteReference(name) => drop(marked.insert(name.to_string())),
            Event::Start(Tag::FootnoteDefinition(_)) => defined += 1,
            _ => {}
        }
    }
    assert_eq!((defined, marked.len()), (count, count));
    assert!(page.contains(gazette));

    let file = docx::write(&edition(document), &[]).bytes;
    let notes = part(&file, "word/footnotes.xml");
    // Two more are the lines above the notes.
    assert_eq!(notes.matches("<w:footnote ").count(), count + 2);
    assert!(notes.contains(gazette));
    let body = part(&file, "word/document.xml");
    assert_eq!(body.matches("<w:footnoteReference ").count(), count);
    assert!(body.contains("NOTEREF _note_1 "), "a further mark refers to the first");
}

#[test]
fn side_by_side_each_language_has_its_notes() {
    let of = |lang| annex("adj-bor.co-push", lang, &[]).0;
    let (left, right) = (of(Lang::En), of(Lang::Fr));
    let count = left.footnotes.len() + right.footnotes.len();
    let both = Parallel::new(left, right);
    assert_eq!(both.footnotes.len(), count);
    let none = |lang| !both.footnotes.iter().any(|it| it.lang == lang && it.text.is_empty());
    assert!(none(Lang::En) && none(Lang::Fr), "{:?}", both.footnotes);
    for note in &both.footnotes {
        let other = if note.lang == Lang::En { "Instrument du" } else { "Instrument of" };
        assert!(!plain(&note.text).contains(other), "{note:?}");
    }
    let page = html::write(&Edition::Parallel(Box::new(both)), &[]).bytes;
    let page = String::from_utf8(page).unwrap();
    for number in 1..=count {
        assert_eq!(page.matches(&format!("id=\"mark-{number}\"")).count(), 1, "{number}");
    }
}
