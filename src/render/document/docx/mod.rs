//! A document as a Word file (Office Open XML, ECMA-376 transitional): styles and numbering that
//! Word can work with, fields, notes, vector pictures. No word is formatted by hand.

mod body;
mod contents;
mod emit;
mod figure;
mod lists;
mod look;
mod marks;
mod measure;
mod names;
mod package;
mod page;
mod properties;
pub mod reference;
mod rows;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use crate::render::document::docx::body::{Behind, Side, Writer, link_id};
use crate::render::document::docx::emit::words;
use crate::render::document::docx::lists::Lists;
use crate::render::document::docx::marks::Marks;
use crate::render::document::docx::names::Places;
use crate::render::document::docx::package::{Package, Relation};
use crate::render::document::docx::page::{Format, Page};
use crate::render::document::docx::reference::Reference;
use crate::render::document::docx::rows::Row;
use crate::render::document::{Picture, artifact};
use crate::render::print::xml::Xml;
use crate::render::{Artifact, Kind};
use crate::view::document::{Block, Edition, Paper};
use crate::words::Lang;

/// The namespace of `WordprocessingML`.
const SPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The namespace of references from part to part.
const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DRAWINGS: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

/// The colours and fonts that Word offers for what is added to a document.
const THEME: &str = include_str!("theme.xml");

/// A language as Word names it.
const fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en-GB",
        Lang::Fr => "fr-FR",
    }
}

/// Writes the document, in our own look.
pub fn write(edition: &Edition, pictures: &[Picture]) -> Artifact {
    write_as(edition, pictures, None)
}

/// Writes the document in the look of a reference document, where there is one.
pub fn write_as(
    edition: &Edition,
    pictures: &[Picture],
    reference: Option<&Reference>,
) -> Artifact {
    let rows = rows::of(edition);
    let notes = match edition {
        Edition::One(it) => it.footnotes.iter().map(|note| (it.lang, note)).collect(),
        Edition::Parallel(it) => it.footnotes.iter().map(|it| (it.lang, &it.text)).collect(),
    };
    let lang = edition.first().lang;
    let format = reference.and_then(|it| it.format).unwrap_or(match edition.paper() {
        Paper::Summary => Format::ONE_PAGE,
        _ => Format::A4,
    });
    let mut writer = Writer {
        pictures,
        notes,
        places: Places::default(),
        lang,
        side: Side::Left,
        width: format.width(Page::Upright),
        format,
        page: Page::Upright,
        appendix: false,
        lists: Lists::default(),
        links: Vec::new(),
        shown: Vec::new(),
        mixed: BTreeSet::new(),
        marked: BTreeSet::new(),
        extra: 0,
        pointed: false,
        figures: match edition.paper() {
            Paper::Summary => figure::SMALL,
            _ => u32::MAX,
        },
        leads: false,
        behind: Behind::Gap,
        tables: BTreeMap::new(),
        kept: BTreeSet::new(),
    };
    writer.places.collect(rows.iter().flat_map(Row::each).map(|(_, block)| block));
    let text = body(edition, &rows, &mut writer);
    let notes = (!writer.notes.is_empty()).then(|| footnotes(&mut writer));
    let bytes = package(edition, &writer, text, notes, reference);
    artifact(edition, Kind::Docx, "docx", bytes)
}

/// The main part.
fn body(edition: &Edition, rows: &[Row], writer: &mut Writer) -> String {
    let mut xml = Xml::lean();
    let spaces = [("xmlns:w", SPACE), ("xmlns:r", LINKS), ("xmlns:wp", DRAWINGS)];
    xml.element("w:document", &spaces, |xml| {
        xml.element("w:body", &[], |xml| {
            writer.cover(xml, edition);
            if rows.iter().flat_map(Row::each).any(|(_, block)| *block == Block::Contents) {
                writer.contents(xml, edition.paper(), rows);
            }
            let is_last_section_first = writer.rows(xml, edition.paper(), rows);
            page::section(xml, writer.format, writer.page, is_last_section_first);
        });
    });
    xml.finish()
}

fn footnotes(writer: &mut Writer) -> String {
    let mut xml = Xml::lean();
    xml.element("w:footnotes", &[("xmlns:w", SPACE), ("xmlns:r", LINKS)], |xml| {
        for (id, kind) in [("-1", "separator"), ("0", "continuationSeparator")] {
            xml.element("w:footnote", &[("w:type", kind), ("w:id", id)], |xml| {
                emit::paragraph(xml, "SectionEnd", |xml| {
                    xml.element("w:r", &[], |xml| xml.empty(&format!("w:{kind}"), &[]));
                });
            });
        }
        for (at, (lang, note)) in writer.notes.clone().into_iter().enumerate() {
            writer.lang = lang;
            let voice = writer.voice();
            xml.element("w:footnote", &[("w:id", &(at + 1).to_string())], |xml| {
                emit::paragraph(xml, "FootnoteText", |xml| {
                    emit::own_note_mark(xml, voice.with(Marks::NOTE_MARK));
                    words(xml, voice, " ");
                    writer.inlines(xml, note, voice);
                });
            });
        }
    });
    xml.finish()
}

fn package(
    edition: &Edition,
    writer: &Writer,
    text: String,
    notes: Option<String>,
    reference: Option<&Reference>,
) -> Vec<u8> {
    let document = edition.first();
    let langs: Vec<Lang> = edition.languages().each().collect();
    let mut package = Package::default();
    package.relations(
        "",
        &[
            Relation::part("rId1", "officeDocument", "word/document.xml"),
            Relation::part("rId2", "core", "docProps/core.xml"),
            Relation::part("rId3", "extended-properties", "docProps/app.xml"),
            Relation::part("rId4", "custom-properties", "docProps/custom.xml"),
        ],
    );
    package.word("document.xml", "document.main", text);
    let mut relations = vec![
        Relation::part("rIdStyles", "styles", "styles.xml"),
        Relation::part("rIdNumbering", "numbering", "numbering.xml"),
        Relation::part("rIdSettings", "settings", "settings.xml"),
        Relation::part("rIdFonts", "fontTable", "fontTable.xml"),
        Relation::part("rIdTheme", "theme", "theme/theme1.xml"),
        Relation::part("rIdHeader", "header", "header1.xml"),
        Relation::part("rIdHeaderWide", "header", "header2.xml"),
        Relation::part("rIdHeaderFirst", "header", "header3.xml"),
        Relation::part("rIdFooter", "footer", "footer1.xml"),
        Relation::part("rIdFooterWide", "footer", "footer2.xml"),
        Relation::part("rIdFooterFirst", "footer", "footer3.xml"),
    ];
    package.word(
        "styles.xml",
        "styles",
        look::styles(
            document.lang,
            &writer.mixed,
            &writer.kept,
            langs.len() > 1,
            edition.paper() == Paper::Summary,
            writer.format,
            reference.map(|it| &it.sheet),
        ),
    );
    package.word("numbering.xml", "numbering", writer.lists.write(&langs));
    package.word("settings.xml", "settings", properties::settings(document.lang, notes.is_some()));
    package.word("fontTable.xml", "fontTable", properties::fonts());
    let office = "application/vnd.openxmlformats-officedocument.";
    package.xml(
        "word/theme/theme1.xml",
        &format!("{office}theme+xml"),
        reference.and_then(|it| it.theme.clone()).unwrap_or_else(|| THEME.replace(">\n<", "><")),
    );
    margins(&mut package, edition, reference);
    if let Some(notes) = notes {
        package.word("footnotes.xml", "footnotes", notes);
        relations.push(Relation::part("rIdNotes", "footnotes", "footnotes.xml"));
    }
    for (at, (which, sheet)) in writer.shown.iter().enumerate() {
        let n = at + 1;
        let Some(picture) = writer.pictures.get(*which) else { continue };
        if let Some(dots) = picture.dots.get(*sheet) {
            let name = format!("media/figure{n}.png");
            relations.push(Relation::part(figure::dots_link(n), "image", name.as_str()));
            package.picture(&format!("word/{name}"), dots);
        }
        let Some(sheet) = picture.sheets.get(*sheet) else { continue };
        let name = format!("media/figure{n}.svg");
        relations.push(Relation::part(figure::link(n), "image", name.as_str()));
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        package.picture(&format!("word/{name}"), format!("{head}{sheet}").into_bytes());
    }
    let links = writer.links.iter().enumerate();
    let links: Vec<_> = links.map(|(at, to)| Relation::outside(link_id(at), to)).collect();
    if !writer.notes.is_empty() {
        package.relations("word/footnotes.xml", &links);
    }
    relations.extend(links);
    package.relations("word/document.xml", &relations);
    let core = "application/vnd.openxmlformats-package.core-properties+xml";
    package.xml("docProps/core.xml", core, properties::core(edition));
    let app = format!("{office}extended-properties+xml");
    package.xml("docProps/app.xml", &app, properties::app());
    let custom = format!("{office}custom-properties+xml");
    package.xml("docProps/custom.xml", &custom, properties::custom(edition));
    package.finish()
}

/// Headers and footers: upright, on its side, and those of the cover. Those of a reference stand above
/// ours; on the cover they stand alone.
fn margins<'a>(package: &mut Package<'a>, edition: &Edition, reference: Option<&'a Reference>) {
    let head = reference.and_then(|it| it.header.as_ref());
    let foot = reference.and_then(|it| it.footer.as_ref());
    let first_head = reference.and_then(|it| it.first_header.as_ref()).or(head);
    let first_foot = reference.and_then(|it| it.first_footer.as_ref()).or(foot);
    // The objects of each part have numbers that no other part has.
    let at = |of, part: usize| Option::map(of, |it| (it, part * 10_000));
    let (upright, wide) = (Page::Upright, Page::Landscape);
    let parts = [
        ("header1", "header", page::header(edition, upright, at(head, 1)), head),
        ("footer1", "footer", page::footer(edition, upright, at(foot, 2)), foot),
        ("header2", "header", page::header(edition, wide, at(head, 3)), head),
        ("footer2", "footer", page::footer(edition, wide, at(foot, 4)), foot),
        ("header3", "header", page::blank("w:hdr", at(first_head, 5)), first_head),
        ("footer3", "footer", page::blank("w:ftr", at(first_foot, 6)), first_foot),
    ];
    for (name, kind, text, of) in parts {
        package.word(&format!("{name}.xml"), kind, text);
        if let Some(relations) = of.map(|it| &it.relations).filter(|it| !it.is_empty()) {
            package.relations(&format!("word/{name}.xml"), relations);
        }
    }
    for (name, bytes) in reference.iter().flat_map(|it| &it.pictures) {
        package.picture(&format!("word/{name}"), bytes);
    }
}
