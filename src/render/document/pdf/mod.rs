//! A document as PDF: its data and its drawings, set by a Typst template.

mod data;

mod setting;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::render::document::pdf::data::Sheet;
use crate::render::document::{Picture, picture, sheets};
use crate::view::document::{Block, Edition, Figure};
use crate::words::Lang;

pub use setting::{Setter, Trouble, write};

/// The template with which setting begins, and what goes with it.
pub const TEMPLATES: &[(&str, &str)] =
    &[("pdf/document.typ", include_str!("../../../../templates/pdf/document.typ"))];

/// The room that a drawing has on the upright pages of the template and on those on their side, in
/// twentieths of a point.
const UPRIGHT: (u32, u32) = (9_298, 13_100);
const WIDE: (u32, u32) = (15_250, 9_010);

/// Where the data stands, beside the first template.
const DATA: &str = "pdf/document.json";

/// Everything that Typst needs to set an edition: files by their names. `own` are templates of the
/// user, which take the place of those of the program; `clean` gives a text in signs that the fonts
/// have.
pub fn source(
    edition: &Edition,
    pictures: &[Picture],
    own: &[(&str, &str)],
    clean: &mut dyn FnMut(&mut String),
) -> BTreeMap<String, Vec<u8>> {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (name, text) in TEMPLATES.iter().chain(own) {
        files.insert((*name).to_owned(), text.as_bytes().to_vec());
    }
    let of = |figure: &Figure, lang: Lang| {
        picture(pictures, &figure.drawing, lang).map_or(&[][..], |it| &it.sheets)
    };
    let sheets = |figure: &Figure, lang: Lang| {
        let all = of(figure, lang);
        let each = all.iter().enumerate();
        let sheet = |(at, svg): (usize, &String)| Sheet {
            file: name(figure, at),
            size: sheets::pixels(svg),
        };
        (each.map(sheet).collect(), sheets::are_larger(all, UPRIGHT, WIDE))
    };
    let mut data = data::edition(edition, &sheets);
    each_text(&mut data, clean);
    for (figure, lang) in shown(edition) {
        for (at, sheet) in of(figure, lang).iter().enumerate() {
            let mut sheet = sheet.clone();
            clean(&mut sheet);
            files.insert(format!("pdf/{}", name(figure, at)), sheet.into_bytes());
        }
    }
    files.insert(DATA.to_owned(), data.to_string().into_bytes());
    files
}

/// Calls `visit` for every text of the data.
fn each_text(data: &mut Value, visit: &mut dyn FnMut(&mut String)) {
    match data {
        Value::String(text) => visit(text),
        Value::Array(list) => list.iter_mut().for_each(|it| each_text(it, visit)),
        Value::Object(map) => map.values_mut().for_each(|it| each_text(it, visit)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The file of a drawing of a figure, beside the first template.
fn name(figure: &Figure, at: usize) -> String {
    format!("{}-{}.svg", figure.anchor, at + 1)
}

/// Every figure of an edition, with its language.
fn shown(edition: &Edition) -> Vec<(&Figure, Lang)> {
    let mut found = Vec::new();
    match edition {
        Edition::One(document) => figures(&document.blocks, document.lang, &mut found),
        Edition::Parallel(it) => {
            for pair in &it.rows {
                figures(pair.left.as_slice(), it.left.lang, &mut found);
                figures(pair.right.as_slice(), it.right.lang, &mut found);
            }
        }
    }
    found
}

/// Every figure, also those within paragraphs and lists.
fn figures<'a>(blocks: &'a [Block], lang: Lang, found: &mut Vec<(&'a Figure, Lang)>) {
    for block in blocks {
        match block {
            Block::Figure(figure) => found.push((figure, lang)),
            Block::Clause(clause) => figures(&clause.blocks, lang, found),
            Block::List(list) => list.items.iter().for_each(|it| figures(it, lang, found)),
            Block::Note(blocks) => figures(blocks, lang, found),
            _ => {}
        }
    }
}
