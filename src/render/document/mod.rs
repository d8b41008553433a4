//! Writers of the Document view.

pub mod html;
pub mod markdown;
mod style;

use crate::view::document::{Document, Drawing};

/// A picture that a figure of the document shows, made by the writer of its view.
#[derive(Clone, Debug)]
pub struct Picture {
    /// What it draws.
    pub drawing: Drawing,
    /// Where it lies beside the document, as `../process/issue-and-use.en.svg`.
    pub path: String,
    /// The drawing itself, as SVG without an XML declaration; every `id` in it begins with
    /// something of its own, so that several fit on one page.
    pub svg: String,
}

/// The picture of this drawing.
fn picture<'a>(pictures: &'a [Picture], drawing: &Drawing) -> Option<&'a Picture> {
    pictures.iter().find(|picture| picture.drawing == *drawing)
}

/// Where the annex of `document` lies below the output folder.
fn path(document: &Document, extension: &str) -> String {
    format!("annex/annex.{}.{extension}", document.lang.code())
}
