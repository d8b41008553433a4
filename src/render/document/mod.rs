//! Writers of the Document view.

mod breaks;
pub mod docx;
pub mod html;
pub mod markdown;
pub mod pdf;
mod sheets;
mod style;

use crate::render::{Artifact, Kind};
use crate::view::document::{Drawing, Edition};
use crate::words::Lang;

/// A picture that a figure of the document shows, made by the writer of its view.
#[derive(Clone, Debug)]
pub struct Picture {
    /// What it draws.
    pub drawing: Drawing,
    /// The language of the words in it.
    pub lang: Lang,
    /// Where it lies beside the document, as `../process/issue-and-use.en.svg`.
    pub path: String,
    /// The drawing itself, as SVG without an XML declaration; every `id` in it begins with
    /// something of its own, so that several fit on one page.
    pub svg: String,
    /// The same for printed documents: a drawing for each of its parts, complete in itself; empty
    /// where nobody asked for it.
    pub sheets: Vec<String>,
    /// The same as dots (PNG), for programs that show no vectors; empty where nobody asked for it.
    pub dots: Vec<Vec<u8>>,
}

/// The picture of this drawing in this language.
fn picture<'a>(pictures: &'a [Picture], drawing: &Drawing, lang: Lang) -> Option<&'a Picture> {
    pictures.iter().find(|picture| picture.drawing == *drawing && picture.lang == lang)
}

/// The artifact of an edition, `<document>/<document>.<languages>.<extension>`.
fn artifact(edition: &Edition, kind: Kind, extension: &str, bytes: Vec<u8>) -> Artifact {
    let (paper, languages) = (edition.paper().id(), edition.languages());
    let path = format!("{paper}/{paper}.{}.{extension}", languages.suffix());
    Artifact { path, kind, languages: Some(languages), schema: None, bytes }
}
