//! What documents carry besides their clauses: notes for sources, marks of language, typography.

use std::io::Read;

use gnc::render::document::{docx, html, markdown};
use gnc::text::{FileId, Sources};
use gnc::view::document::templates::Templates;
use gnc::view::document::{Block, Document, Edition, Inline, Options, Paper, Parallel, plain};
use gnc::words::Lang;
use gnc::workspace::Workspace;
use pulldown_cmark::{Event, Options as Marks, Parser, Tag};

use crate::document::annex;

/// The text of a part of a Word file.
pub(crate) fn part(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// A document of a shipped block.
pub(crate) fn document(paper: Paper, block: &str, lang: Lang) -> Document {
    let mut workspace = Workspace::default();
    let mut file = None;
    for name in ["wco.co-push", block] {
        let path = format!("utility-blocks/{name}.yaml");
        let added = workspace.add(&path, std::fs::read(&path).expect("a shipped block")).0;
        file = Some(added);
    }
    of(paper, workspace, file.expect("a block"), lang).0
}

/// A document of a text, and the rules that found something in it.
pub(crate) fn made(paper: Paper, text: &str, lang: Lang) -> (Document, Vec<String>) {
    let mut workspace = Workspace::default();
    let file = workspace.add("made.yaml", text.as_bytes().to_vec()).0;
    of(paper, workspace, file, lang)
}

fn of(paper: Paper, mut workspace: Workspace, file: FileId, lang: Lang) -> (Document, Vec<String>) {
    workspace.prepare();
    let analysis = workspace.analyse(file);
    let found = analysis.findings.list.iter().map(|it| it.code.id.to_owned()).collect();
    let resolved = analysis.resolved.expect("the block resolves");
    let templates = Templates::new(&mut Sources::default(), &[]);
    let options = Options::default();
    (gnc::view::document::build(paper, &resolved, &templates, lang, options).0, found)
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
        let notes: Vec<String> =
            notes.iter().map(|it| it.replace(['\u{a0}', '\u{202f}'], " ")).collect();
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
    let gazette = "Official Gazette of Adjikistan, 2021, No.\u{a0}19, p. 204.";
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();

    let page = text(html::write(&edition(document.clone()), &[]).bytes);
    for number in 1..=count {
        assert_eq!(page.matches(&format!("id=\"mark-{number}\"")).count(), 1, "{number}");
        assert_eq!(page.matches(&format!("<li id=\"note-{number}\">")).count(), 1, "{number}");
    }
    assert!(page.contains(gazette));

    let page = text(markdown::write(&edition(document.clone()), &[]).bytes);
    let options = Marks::ENABLE_FOOTNOTES | Marks::ENABLE_TABLES;
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
    assert!(body.contains(r#"w:anchor="_note_1""#), "a further mark leads to the first");
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

/// The words of a document with nothing left out but codes and what is in another language.
fn words(edition: &Document) -> Vec<String> {
    fn run(text: &[Inline], out: &mut Vec<String>) {
        let mut line = String::new();
        for inline in text {
            match inline {
                Inline::Text(words) | Inline::Reference { text: words, .. } => line.push_str(words),
                Inline::Strong(text)
                | Inline::Emphasis(text)
                | Inline::Link { text, .. }
                | Inline::Term { text, .. }
                | Inline::Stale(text)
                | Inline::Bracket(gnc::view::document::Bracket { text, .. }) => {
                    line.push_str(&plain(text));
                }
                _ => line.push('x'),
            }
        }
        out.push(line);
    }
    fn blocks(list: &[Block], out: &mut Vec<String>) {
        for block in list {
            match block {
                Block::Heading(it) => run(&it.title, out),
                Block::Clause(it) => blocks(&it.blocks, out),
                Block::Paragraph(text) => run(text, out),
                Block::List(list) => list.items.iter().for_each(|it| blocks(it, out)),
                Block::Definitions(list) => {
                    for it in list {
                        run(&it.term, out);
                        run(&it.meaning, out);
                    }
                }
                Block::Table(it) => {
                    run(&it.caption, out);
                    it.columns.iter().for_each(|column| run(&column.title, out));
                    it.rows.iter().flat_map(|row| &row.cells).for_each(|cell| run(cell, out));
                }
                Block::Figure(it) => {
                    run(&it.caption, out);
                    out.push(it.alternative.clone());
                }
                Block::Note(list) => blocks(list, out),
                Block::Contents => {}
            }
        }
    }
    let mut out = vec![edition.title.clone(), edition.subtitle.clone(), edition.notice.clone()];
    edition.facts.iter().for_each(|fact| run(&fact.value, &mut out));
    edition.footnotes.iter().for_each(|note| run(note, &mut out));
    blocks(&edition.blocks, &mut out);
    out
}

#[test]
fn blanks_around_marks_are_those_of_the_language() {
    let (mut set, mut quoted, mut dates) = (0, 0, 0);
    for paper in Paper::ALL {
        for line in words(&document(paper, "adj-bor.co-push", Lang::Fr)) {
            let mut before = '\0';
            for c in line.chars() {
                if matches!(c, ';' | ':' | '!' | '?' | '»') {
                    assert!(!matches!(before, ' ' | '\u{a0}'), "{paper:?}: {line}");
                    set += usize::from(before == '\u{202f}');
                }
                assert!(!(before == '«' && c != '\u{202f}'), "{paper:?}: {line}");
                quoted += usize::from(c == '«');
                before = c;
            }
            dates += usize::from(line.contains("21\u{a0}novembre 2026"));
        }
        for line in words(&document(paper, "adj-bor.co-push", Lang::En)) {
            let french = [" ;", " :", " ?", " !", "\u{a0}:", "\u{202f}:", "«", "»"];
            let found = french.iter().find(|mark| line.contains(*mark));
            assert!(found.is_none(), "{paper:?}: {found:?} in {line}");
        }
    }
    assert!(
        set > 200 && quoted > 5 && dates > 0,
        "{set} marks, {quoted} quotations, {dates} dates"
    );
}

#[test]
fn numbers_and_lists_are_those_of_the_language() {
    use gnc::model::{Percent, Scalar};
    use gnc::view::document::values;
    let share = Percent::parse("99.5").unwrap();
    assert_eq!(values::percent(&share, Lang::Fr), "99,5\u{202f}%");
    assert_eq!(values::percent(&share, Lang::En), "99.5\u{a0}%");
    assert_eq!(values::count(1_234_567, Lang::Fr), "1\u{202f}234\u{202f}567");
    assert_eq!(values::count(1_234_567, Lang::En), "1,234,567");
    let three = ["a", "b", "c"].map(str::to_owned);
    assert_eq!(values::join(&three, Lang::Fr), "a, b et c");
    assert_eq!(values::join(&three, Lang::En), "a, b and c");
}

/// What exists in one language only says so in words, in the language of the document.
#[test]
fn a_text_in_one_language_only_is_marked_and_found() {
    let one = |text: &str| {
        let both = "goods: {en: All goods that originate under the Agreement.}";
        text.replace("{goods}", both)
    };
    let block = one("
gnc: 1
block:
  id: exa.one
  version: 0.1.0
  status: process
  languages: [en, fr]
  title: {en: One, fr: Un}
business_case:
  scope:
    {goods}
");
    for (lang, mark) in [(Lang::Fr, "[en anglais seulement]"), (Lang::En, "only]")] {
        let (document, _) = made(Paper::UtilityBlock, &block, lang);
        let page = html::write(&Edition::One(Box::new(document)), &[]).bytes;
        let page = String::from_utf8(page).unwrap();
        assert_eq!(page.contains(mark), lang == Lang::Fr, "{lang:?}");
        let shown = "<span class=\"foreign\" lang=\"en\">All goods that originate";
        assert_eq!(page.contains(shown), lang == Lang::Fr, "{lang:?}");
    }
    let (_, found) = made(Paper::UtilityBlock, &block, Lang::Fr);
    assert!(found.iter().any(|id| id == "TRM-10"), "{found:?}");
}

#[test]
fn a_line_does_not_end_between_a_word_and_its_number() {
    let set = |text: &str, lang| {
        gnc::view::document::set_blanks(text.to_owned(), lang).replace('\u{a0}', "~")
    };
    for (lang, text, wanted) in [
        (
            Lang::En,
            "under Article 3.17 and Appendix F of it",
            "under Article~3.17 and Appendix~F of it",
        ),
        (Lang::En, "(Table 5 has 12 rows)", "(Table~5 has 12 rows)"),
        (Lang::En, "Appendix A. Annex About", "Appendix~A. Annex About"),
        (Lang::Fr, "à l’article 12, n° 8, de 9 h à 17 h", "à l’article~12, n°~8, de 9~h à 17~h"),
        (Lang::Fr, "les 9 heures de l’annexe technique", "les 9 heures de l’annexe technique"),
        (Lang::En, "→ 31, then 4", "→~31, then 4"),
    ] {
        assert_eq!(set(text, lang), wanted);
        assert_eq!(set(&set(text, lang).replace('~', "\u{a0}"), lang), wanted, "twice");
    }
}
