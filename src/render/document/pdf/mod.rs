//! A document as PDF: its data and its drawings, set by a Typst template.

mod breaks;
mod data;

use std::collections::BTreeMap;

use crate::render::document::{Picture, picture};
use crate::view::document::{Block, Document, Figure};

/// The template with which setting begins, and what goes with it.
pub const TEMPLATES: &[(&str, &str)] =
    &[("pdf/document.typ", include_str!("../../../../templates/pdf/document.typ"))];

/// Everything that Typst needs to set the document: files by their names.
pub fn source(document: &Document, pictures: &[Picture]) -> BTreeMap<String, Vec<u8>> {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (name, text) in TEMPLATES {
        files.insert((*name).to_owned(), text.as_bytes().to_vec());
    }
    let names = |figure: &Figure| {
        let sheets = picture(pictures, &figure.drawing).map_or(0, |it| it.sheets.len());
        (0..sheets).map(|at| name(figure, at)).collect()
    };
    let data = data::document(document, &names);
    for figure in figures(&document.blocks) {
        let sheets = picture(pictures, &figure.drawing).map_or(&[][..], |it| &it.sheets);
        for (at, sheet) in sheets.iter().enumerate() {
            files.insert(format!("pdf/{}", name(figure, at)), sheet.clone().into_bytes());
        }
    }
    files.insert("pdf/document.json".to_owned(), data.to_string().into_bytes());
    files
}

/// The file of a drawing of a figure.
fn name(figure: &Figure, at: usize) -> String {
    format!("{}-{}.svg", figure.anchor, at + 1)
}

/// Every figure, also those within paragraphs and lists.
fn figures(blocks: &[Block]) -> Vec<&Figure> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Figure(figure) => found.push(figure),
            Block::Clause(clause) => found.extend(figures(&clause.blocks)),
            Block::List(list) => list.items.iter().for_each(|item| found.extend(figures(item))),
            Block::Note(blocks) => found.extend(figures(blocks)),
            _ => {}
        }
    }
    found
}
