//! The styles of a document: those of this program, or of the reference that the user gave, with
//! what it lacks.

use std::collections::BTreeSet;

use crate::render::document::docx::lists::{RIGHT_APPENDICES, RIGHT_ARTICLES};
use crate::render::document::docx::marks::{self, Marks};
use crate::render::document::docx::page::{Format, Page};
use crate::render::document::docx::reference::Sheet;
use crate::render::document::docx::{table, tag};
use crate::words::Lang;

const SHEET: &str = include_str!("styles.xml");
const END: &str = "</w:styles>";

/// Styles that are numbered, with their list and level on the right side.
const NUMBERED: [(&str, u32, u32); 8] = [
    ("ArticleHeading", RIGHT_ARTICLES, 0),
    ("Clause", RIGHT_ARTICLES, 1),
    ("Point", RIGHT_ARTICLES, 2),
    ("Subpoint", RIGHT_ARTICLES, 3),
    ("AppendixHeading", RIGHT_APPENDICES, 0),
    ("AppendixClause", RIGHT_APPENDICES, 1),
    ("AppendixPoint", RIGHT_APPENDICES, 2),
    ("AppendixSubpoint", RIGHT_APPENDICES, 3),
];

/// What is smaller in a document of one page, to how many hundredths: type, and room between
/// paragraphs.
const TIGHT: [(&str, u32); 4] =
    [("<w:sz w:val=\"", 76), ("<w:szCs w:val=\"", 76), ("w:before=\"", 20), ("w:after=\"", 30)];
/// The same where two languages share the page.
const TIGHTER: [(&str, u32); 4] =
    [("<w:sz w:val=\"", 62), ("<w:szCs w:val=\"", 62), ("w:before=\"", 12), ("w:after=\"", 16)];

/// A sheet of styles with every number of this attribute made smaller.
fn scaled(sheet: &str, attribute: &str, percent: u32) -> String {
    let mut pieces = sheet.split(attribute);
    let mut out = pieces.next().unwrap_or("").to_owned();
    for piece in pieces {
        out.push_str(attribute);
        let end = piece.find('"').unwrap_or(0);
        let (number, rest) = piece.split_at(end);
        match number.parse::<u32>() {
            Ok(number) => out.push_str(&(number * percent / 100).to_string()),
            Err(_) => out.push_str(number),
        }
        out.push_str(rest);
    }
    out
}

/// The part with the styles. `mixed` are the marks that meet, `kept` the styles of paragraphs that
/// stay on the page of what follows them; `sides` says whether the text stands in two columns.
pub(super) fn styles(
    lang: Lang,
    mixed: &BTreeSet<Marks>,
    kept: &BTreeSet<String>,
    sides: bool,
    one_page: bool,
    format: Format,
    reference: Option<&Sheet>,
) -> String {
    let mut sheet = SHEET.replace("{lang}", tag(lang));
    if one_page {
        sheet = sheet.replace("w:line=\"264\"", "w:line=\"235\"");
        for (attribute, percent) in if sides { TIGHTER } else { TIGHT } {
            sheet = scaled(&sheet, attribute, percent);
        }
    }
    let mut out = sheet.replace(">\n<", "><");
    // What stands at the right edge of the text, in headers and in the table of contents.
    for (ours, page) in [("\"9298\"", Page::Upright), ("\"14796\"", Page::Landscape)] {
        out = out.replace(ours, &format!("\"{}\"", format.width(page)));
    }
    if sides {
        // A heading in a cell turns no page: a paragraph before its table does.
        for style in ["PartHeading", "AppendixHeading"] {
            let Some(at) = out.find(&format!("w:styleId=\"{style}\"")) else { continue };
            let (before, after) = out.split_at(at);
            out = format!("{before}{}", after.replacen("<w:pageBreakBefore/>", "", 1));
        }
        // Half the width has no room for a hanging number: both sides begin at their edge.
        for style in ["ArticleHeading", "AppendixHeading"] {
            let Some(at) = out.find(&format!("w:styleId=\"{style}\"")) else { continue };
            let Some(from) = out.get(at..).and_then(|it| it.find("<w:ind ")) else { continue };
            let Some(end) = out.get(at + from..).and_then(|it| it.find("/>")) else { continue };
            out.replace_range(at + from..at + from + end + 2, "");
        }
    }
    out.truncate(out.rfind(END).unwrap_or(out.len()));
    for (_, _, style) in marks::single() {
        out.push_str(&style);
    }
    for marks in mixed {
        out.push_str(&marks::mixed(*marks, marks::first(*marks)));
    }
    for (_, _, style) in table::level_styles() {
        out.push_str(&style);
    }
    if sides {
        for (style, list, level) in NUMBERED {
            out.push_str(&format!(
                "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{style}Right\">\
                 <w:name w:val=\"{style} Right\"/><w:basedOn w:val=\"{style}\"/><w:pPr><w:numPr>\
                 <w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr></w:style>"
            ));
        }
    }
    for style in kept {
        out.push_str(&kept_form(style, &out));
    }
    if let Some(reference) = reference {
        out = reference.complete(&out);
    }
    if sides {
        half(&mut out);
    }
    out.push_str(END);
    out
}

/// The identifier of the form of a style whose paragraphs stay on the page of what follows them.
pub(super) fn kept(style: &str) -> String {
    format!("{style}Kept")
}

/// That form, for a style of this sheet.
fn kept_form(style: &str, sheet: &str) -> String {
    let head = format!("w:styleId=\"{style}\"><w:name w:val=\"");
    let name = sheet.split_once(&head).and_then(|(_, rest)| rest.split_once('"'));
    let (id, name) = (kept(style), name.map_or(style, |(name, _)| name));
    format!(
        "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{id}\"><w:name w:val=\"{name} Kept\"/>\
         <w:basedOn w:val=\"{style}\"/><w:pPr><w:keepNext/></w:pPr></w:style>"
    )
}

/// The facts of the cover stand in half the width where there are two columns.
fn half(sheet: &mut String) {
    let Some(from) = sheet.find("w:styleId=\"Fact\"") else { return };
    let (before, rest) = sheet.split_at(from);
    let (style, after) = rest.split_at(rest.find("</w:style>").unwrap_or(rest.len()));
    *sheet = format!("{before}{}{after}", style.replace("\"3686\"", "\"1531\""));
}
