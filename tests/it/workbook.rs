//! The workbook of the data cluster: what it says, and what comes back from it.

use gnc::diag::Severity;
use gnc::import::{self, Review};
use gnc::layout::canonical;
use gnc::render::workbook::xlsx;
use gnc::text::FileId;
use gnc::view::document::{Options, Paper, Point, templates::Templates};
use gnc::view::workbook::{Cell, Key, SheetKind, Workbook, address, build};
use gnc::words::Lang;
use gnc::workspace::{Analysis, Workspace};

const BLOCKS: [&str; 2] = ["wco.co-push", "adj-bor.co-push"];

struct Case {
    workspace: Workspace,
    file: FileId,
    analysis: Analysis,
    points: Vec<(Lang, Vec<Point>)>,
}

impl Case {
    /// A shipped block, with `edit` made in its text.
    fn new(id: &str, edit: impl FnOnce(String) -> String) -> Self {
        let mut workspace = Workspace::default();
        let text = |id: &str| {
            let path = format!("{}/utility-blocks/{id}.yaml", env!("CARGO_MANIFEST_DIR"));
            std::fs::read_to_string(path).unwrap()
        };
        let (file, base) = workspace.add(&format!("{id}.yaml"), edit(text(id)).into_bytes());
        if let Some(base) = base {
            let base = base.split_once('@').unwrap().0;
            workspace.add(&format!("{base}.yaml"), text(base).into_bytes());
        }
        workspace.prepare();
        let analysis = workspace.analyse(file);
        assert!(analysis.complete, "{id} resolves");
        let resolved = analysis.resolved.as_ref().unwrap();
        let templates = Templates::new(&mut workspace.sources, &[]);
        let points = Lang::ALL.map(|lang| {
            let options = Options::default();
            (
                lang,
                gnc::view::document::build(Paper::Annex, resolved, &templates, lang, options)
                    .0
                    .points,
            )
        });
        let points = points.to_vec();
        Self { workspace, file, analysis, points }
    }

    fn shipped(id: &str) -> Self {
        Self::new(id, |text| text)
    }

    fn book(&self, lang: Lang) -> Workbook {
        let points = &self.points.iter().find(|it| it.0 == lang).unwrap().1;
        build(self.analysis.resolved.as_ref().unwrap(), points, lang, false)
    }

    fn import(&mut self, book: &Workbook) -> Review {
        let bytes = xlsx::write(book).unwrap().bytes;
        self.import_bytes(&bytes)
    }

    fn import_bytes(&mut self, bytes: &[u8]) -> Review {
        let name = ("book.xlsx", bytes);
        import::workbook(&mut self.workspace, self.file, &self.analysis, &self.points, name)
    }

    fn text(&self) -> &str {
        self.workspace.sources.text(self.file)
    }
}

/// Writes into the cell of a message where `key` of the element at `path` stands.
fn write(book: &mut Workbook, message: &str, path: &str, key: Key, value: &str) -> String {
    let of = SheetKind::Message(message.to_owned());
    let sheet = book.sheets.iter_mut().find(|it| it.kind == of).expect("a sheet of the message");
    let column = sheet.column(key).expect("a column");
    let at = sheet.rows.iter().position(|row| sheet.cell(row, Key::Path) == path);
    let at = at.unwrap_or_else(|| panic!("{path} is not in {message}"));
    sheet.rows[at].cells[column] = Cell::text(value);
    format!("{}!{}", sheet.name, address(column, at + 1))
}

fn said(review: &Review) -> Vec<String> {
    review
        .findings
        .list
        .iter()
        .map(|it| format!("{} {}", it.code.id, it.message(Lang::En)))
        .collect()
}

fn places(case: &Case, review: &Review) -> Vec<String> {
    let name = |it: &gnc::diag::Finding| case.workspace.sources.name(it.span.file).to_owned();
    review.findings.list.iter().map(name).collect()
}

/// The lines that differ, with `-` and `+`.
fn difference(before: &str, after: &str) -> Vec<String> {
    let diff = similar::TextDiff::from_lines(before, after);
    let changed = diff.iter_all_changes().filter(|it| it.tag() != similar::ChangeTag::Equal);
    changed.map(|it| format!("{}{}", it.tag(), it.value().trim_end())).collect()
}

#[test]
fn a_workbook_that_nobody_edited_brings_back_no_change() {
    for id in BLOCKS {
        let mut case = Case::shipped(id);
        for lang in Lang::ALL {
            let book = case.book(lang);
            assert!(book.sheets.len() > 10, "{id} has a sheet for each message");
            let review = case.import(&book);
            assert_eq!(said(&review), Vec::<String>::new(), "{id} {lang:?}");
            assert!(review.changes.is_empty() && review.text.is_none(), "{id} {lang:?}");
        }
    }
}

#[test]
fn two_runs_give_the_same_bytes() {
    let case = Case::shipped("adj-bor.co-push");
    let book = case.book(Lang::Fr);
    assert_eq!(xlsx::write(&book).unwrap().bytes, xlsx::write(&book).unwrap().bytes);
}

#[test]
fn an_edited_cell_changes_that_value_and_nothing_else_in_the_file() {
    let mut case = Case::shipped("wco.co-push");
    let mut book = case.book(Lang::En);
    let path = "Certificate/Exporter/Name";
    let cell = write(&mut book, "certificate", path, Key::Format, "an..60");
    let review = case.import(&book);
    assert_eq!(said(&review), Vec::<String>::new());
    let [change] = &review.changes[..] else { panic!("{:?}", review.changes) };
    assert_eq!((change.cell.as_str(), change.path.as_str()), (cell.as_str(), path));
    assert_eq!((change.before.as_str(), change.after.as_str()), ("an..70", "an..60"));
    assert!(change.also.contains(&"duplicate".to_owned()), "{:?}", change.also);
    let before = case.text().to_owned();
    let after = review.text.expect("a changed text");
    let lines = difference(&before, &after);
    assert!(lines.len() <= 2 && lines.iter().any(|it| it.contains("an..60")), "{lines:?}");
    // The workbook of the changed block says the same as the edited one.
    let changed = Case::new("wco.co-push", |_| after);
    let of = |book: &Workbook| -> Vec<String> {
        let sheet = book.sheets.iter().find(|it| it.name == "certificate").unwrap();
        sheet.rows.iter().map(|row| sheet.cell(row, Key::Format)).collect()
    };
    assert_eq!(of(&changed.book(Lang::En)), of(&book));
}

#[test]
fn a_profile_gets_the_change_and_its_framework_does_not() {
    let mut case = Case::shipped("adj-bor.co-push");
    let mut book = case.book(Lang::En);
    let inherited = "Certificate/Exporter/Name";
    write(&mut book, "certificate", inherited, Key::Format, "an..35");
    write(&mut book, "certificate", inherited, Key::Note, "As registered.");
    let review = case.import(&book);
    assert_eq!(said(&review), Vec::<String>::new());
    let after = review.text.expect("a changed text");
    assert!(!case.text().contains("As registered."), "the workspace is as it was");
    let changed = Case::new("adj-bor.co-push", |_| after);
    let element = changed.analysis.resolved.as_ref().unwrap().cluster.find(inherited).unwrap();
    assert_eq!(element.format.unwrap().to_string(), "an..35");
    assert_eq!(element.own.note.as_ref().unwrap().get(Lang::En), Some("As registered."));
}

#[test]
fn a_text_in_one_language_keeps_the_other() {
    let mut case = Case::shipped("wco.co-push");
    let path = "Certificate/ID";
    let mut book = case.book(Lang::Fr);
    write(&mut book, "certificate", path, Key::Note, "Numéro imprimé en haut.");
    let review = case.import(&book);
    assert_eq!(said(&review), Vec::<String>::new());
    let changed = Case::new("wco.co-push", |_| review.text.unwrap());
    let note = |case: &Case, lang| {
        let resolved = case.analysis.resolved.as_ref().unwrap();
        let own = &resolved.cluster.find(path).unwrap().own;
        own.note.as_ref().and_then(|it| it.get(lang)).map(str::to_owned)
    };
    assert_eq!(note(&changed, Lang::Fr).as_deref(), Some("Numéro imprimé en haut."));
    assert_eq!(note(&changed, Lang::En), note(&case, Lang::En));
}

#[test]
fn a_requirement_changes_in_its_message_only() {
    let mut case = Case::shipped("wco.co-push");
    let mut book = case.book(Lang::En);
    let sheet = book.sheets.iter().find(|it| it.name == "certificate").unwrap();
    let optional =
        |row: &&gnc::view::workbook::Row| sheet.cell(row, Key::Requirement) == "O" && !row.group;
    let path = sheet.cell(sheet.rows.iter().find(optional).unwrap(), Key::Path);
    write(&mut book, "certificate", &path, Key::Requirement, "NC");
    let review = case.import(&book);
    assert_eq!(said(&review), Vec::<String>::new());
    let changed = Case::new("wco.co-push", |_| review.text.unwrap()).book(Lang::En);
    for name in ["certificate", "duplicate", "replacement"] {
        let of = |book: &Workbook| {
            let sheet = book.sheets.iter().find(|it| it.name == name).unwrap();
            let row = sheet.rows.iter().find(|row| sheet.cell(row, Key::Path) == path);
            row.map(|row| sheet.cell(row, Key::Requirement))
        };
        let expected = if name == "certificate" { Some("NC".to_owned()) } else { of(&book) };
        assert_eq!(of(&changed), expected, "{path} in {name}");
    }
}

#[test]
fn what_does_not_fit_is_refused_at_its_cell_and_nothing_is_changed() {
    let path = "Certificate/Exporter/Name";
    for (key, value, code, words) in [
        (Key::Format, "seventy", "IMP-07", "a format in WCO notation"),
        (Key::Occurs, "often", "IMP-07", "an occurrence"),
        (Key::Requirement, "X", "IMP-07", "one of M, C, O, NC"),
        (Key::Codes, "no.such-list", "IMP-07", "a code list"),
        (Key::Purposes, "profit", "IMP-07", "purposes of the block"),
        (Key::WcoId, "999", "IMP-08", "is not brought back"),
        (Key::Format, "", "IMP-11", "comes from the framework block or the dataset"),
    ] {
        let mut case = Case::shipped("adj-bor.co-push");
        let mut book = case.book(Lang::En);
        let cell = write(&mut book, "certificate", path, key, value);
        let review = case.import(&book);
        assert!(review.text.is_none(), "{key:?} {value}");
        assert_eq!(places(&case, &review), [format!("book.xlsx#{cell}")], "{:?}", said(&review));
        let said = said(&review).join("\n");
        assert!(said.starts_with(code) && said.contains(words), "{key:?} {value}: {said}");
        for it in &review.findings.list {
            assert!(!it.message(Lang::Fr).contains('{'), "{}", it.message(Lang::Fr));
        }
    }
}

#[test]
fn two_sheets_may_not_say_different_things_of_one_value() {
    let mut case = Case::shipped("wco.co-push");
    let mut book = case.book(Lang::En);
    let path = "Certificate/Exporter/Name";
    let first = write(&mut book, "certificate", path, Key::Format, "an..60");
    let second = write(&mut book, "duplicate", path, Key::Format, "an..50");
    let review = case.import(&book);
    assert_eq!(places(&case, &review), [format!("book.xlsx#{second}")]);
    assert!(said(&review)[0].contains(&first), "{:?}", said(&review));
    write(&mut book, "duplicate", path, Key::Format, "an..60");
    let review = case.import(&book);
    assert!(review.findings.list.is_empty() && review.changes.len() == 1, "{:?}", said(&review));
}

#[test]
fn a_block_that_changed_since_is_not_overwritten() {
    let path = "Certificate/Exporter/Name";
    let mut book = Case::shipped("adj-bor.co-push").book(Lang::En);
    let narrowed = |text: String| {
        let key = "    elements:\n";
        assert!(text.contains(key));
        text.replacen(key, &format!("{key}      - {{path: {path}, format: an..50}}\n"), 1)
    };
    let mut case = Case::new("adj-bor.co-push", narrowed);
    let review = case.import(&book);
    assert!(said(&review).iter().all(|it| it.starts_with("IMP-09")), "{:?}", said(&review));
    assert!(!review.findings.list.is_empty());
    let cell = write(&mut book, "certificate", path, Key::Format, "an..60");
    let review = case.import(&book);
    assert!(places(&case, &review).contains(&format!("book.xlsx#{cell}")));
    assert!(review.text.is_none());
}

#[test]
fn a_deleted_row_and_a_row_without_a_path_are_refused() {
    let mut case = Case::shipped("wco.co-push");
    let mut book = case.book(Lang::En);
    let sheet = book.sheets.iter_mut().find(|it| it.name == "certificate").unwrap();
    let gone = sheet.cell(&sheet.rows[3], Key::Path);
    sheet.rows.remove(3);
    let at = sheet.column(Key::Path).unwrap();
    sheet.rows[5].cells[at] = Cell::Empty;
    let review = case.import(&book);
    let said = said(&review).join("\n");
    assert!(
        said.contains(&format!("IMP-05 the row of `{gone}`")) && said.contains("IMP-06"),
        "{said}"
    );
}

#[test]
fn a_new_row_becomes_an_element_with_its_requirement() {
    let mut case = Case::shipped("wco.co-push");
    let mut book = case.book(Lang::En);
    let sheet = book.sheets.iter_mut().find(|it| it.name == "certificate").unwrap();
    let mut row = sheet.rows[1].clone();
    row.cells.fill(Cell::Empty);
    let path = "Certificate/Exporter/OtherName";
    for (key, value) in [
        (Key::Path, path),
        (Key::WcoId, "R011"),
        (Key::Label, "Trading name"),
        (Key::Format, "an..70"),
        (Key::Occurs, "0..1"),
        (Key::Requirement, "O"),
    ] {
        let at = sheet.column(key).unwrap();
        row.cells[at] = Cell::text(value);
    }
    sheet.rows.push(row);
    let review = case.import(&book);
    assert_eq!(review.changes.len(), 1, "{:?}", said(&review));
    let text = review.text.expect("the element is put in");
    let changed = Case::new("wco.co-push", |_| text);
    let resolved = changed.analysis.resolved.as_ref().unwrap();
    let element = resolved.cluster.find(path).expect("the new element");
    assert_eq!(element.name[0], "Trading name");
    let carrying = |message: usize| {
        let content = &resolved.messages[message].content;
        content.iter().any(|it| &*resolved.cluster.elements[it.element].path == path)
    };
    let messages = &resolved.block.process_alignment.as_ref().unwrap().messages;
    for (at, message) in messages.iter().enumerate() {
        let id = &*message.id.as_ref().unwrap().value.0;
        assert_eq!(carrying(at), id == "certificate", "{id}");
    }
}

#[test]
fn a_sheet_that_is_only_read_cannot_be_edited_in_vain() {
    let mut case = Case::shipped("adj-bor.co-push");
    for name in ["Code lists", "Business rules", "Open points"] {
        let mut book = case.book(Lang::En);
        let sheet = book.sheets.iter_mut().find(|it| it.name == name).unwrap();
        sheet.rows[0].cells[2] = Cell::text("edited");
        let review = case.import(&book);
        assert_eq!(places(&case, &review), [format!("book.xlsx#{name}!C2")], "{:?}", said(&review));
        assert_eq!(review.findings.list[0].code.id, "IMP-08");
    }
}

#[test]
fn a_change_that_makes_a_new_error_is_not_written() {
    let mut case = Case::shipped("wco.co-push");
    let mut book = case.book(Lang::En);
    // Wider than the maximum dataset.
    write(&mut book, "certificate", "Certificate/Exporter/Name", Key::Format, "an..9000");
    let review = case.import(&book);
    assert_eq!(review.findings.worst(), Some(Severity::Error), "{:?}", said(&review));
    assert!(review.findings.list.iter().any(|it| it.code.id == "DAT-04"), "{:?}", said(&review));
}

#[test]
fn what_is_no_workbook_of_this_block_is_refused() {
    let mut case = Case::shipped("adj-bor.co-push");
    for bytes in [&b""[..], b"PK\x03\x04 no archive", b"id;name\n1;2\n"] {
        let review = case.import_bytes(bytes);
        assert!(said(&review)[0].starts_with("IMP-01"), "{:?}", said(&review));
    }
    let other = Case::shipped("wco.co-push").book(Lang::En);
    let review = case.import(&other);
    assert!(said(&review)[0].starts_with("IMP-02"), "{:?}", said(&review));
}

#[test]
fn a_workbook_damaged_anywhere_is_refused_or_read_without_panic() {
    let mut case = Case::shipped("adj-bor.co-push");
    let whole = xlsx::write(&case.book(Lang::En)).unwrap().bytes;
    for at in (0..whole.len()).step_by(whole.len() / 40 + 1) {
        let mut cut = whole.clone();
        cut.truncate(at);
        assert!(case.import_bytes(&cut).text.is_none());
        let mut flipped = whole.clone();
        flipped[at] ^= 0x55;
        case.import_bytes(&flipped);
    }
}

#[test]
fn texts_are_texts_and_never_formulas() {
    let mut case = Case::shipped("wco.co-push");
    let hostile = "=HYPERLINK(\"https://example.org\",\"1\")";
    let mut book = case.book(Lang::En);
    write(&mut book, "certificate", "Certificate/ID", Key::Note, hostile);
    let bytes = xlsx::write(&book).unwrap().bytes;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    for at in 0..archive.len() {
        let mut part = String::new();
        let mut file = archive.by_index(at).unwrap();
        std::io::Read::read_to_string(&mut file, &mut part).unwrap();
        assert!(!part.contains("<f>"), "part {at} has a formula");
    }
    let review = case.import(&book);
    assert_eq!(review.changes[0].after, hostile);
}

#[test]
fn the_canonical_layout_is_kept_by_what_is_put_in() {
    let mut case = Case::shipped("adj-bor.co-push");
    let mut book = case.book(Lang::En);
    write(
        &mut book,
        "certificate",
        "Certificate/Exporter/Name",
        Key::Note,
        "A remark: with a colon.",
    );
    let text = case.import(&book).text.unwrap();
    let mut sources = gnc::text::Sources::default();
    let file = sources.add("block.yaml", text.clone());
    let (tree, found) = gnc::syntax::parse(&sources, file);
    assert!(found.worst() != Some(Severity::Error), "it is read again");
    assert!(canonical(&sources, file, &tree).is_some());
}
