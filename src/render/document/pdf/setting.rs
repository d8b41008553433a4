//! The setting itself, where the program was built with it; otherwise the word that it was not.

use std::collections::{BTreeMap, BTreeSet};

use crate::render::document::pdf::{TEMPLATES, source};
use crate::render::document::{Picture, artifact};
use crate::render::{Artifact, Kind};
use crate::view::document::Edition;

/// What every PDF of a run has in common.
#[derive(Clone, Debug, Default)]
pub struct Setter<'a> {
    /// Templates of the user: name below the template folder, and text.
    pub own: Vec<(&'a str, &'a str)>,
    /// The day that the files carry as their own: year, month, day; none where the block has none.
    pub date: Option<(i32, u8, u8)>,
    /// Signs that no font has; their numbers were set in their place.
    pub unknown: BTreeSet<char>,
}

/// Why a PDF could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// This program was built without the setting of PDF (feature `pdf`).
    NotBuiltIn,
    /// Something is wrong in a template.
    Template {
        /// Its name below the template folder.
        name: String,
        /// Where in it, in bytes.
        place: std::ops::Range<usize>,
        /// What is wrong, in the words of Typst.
        detail: String,
    },
    /// Something else is wrong, in the words of Typst.
    Other(String),
}

/// Writes an edition as PDF: accessible (PDF/UA-1) and for archives (PDF/A-2a).
///
/// # Errors
///
/// What stands in the way; nothing is written then.
pub fn write(
    edition: &Edition,
    pictures: &[Picture],
    setter: &mut Setter<'_>,
) -> Result<Artifact, Vec<Trouble>> {
    let Setter { own, unknown, .. } = &mut *setter;
    let files = source(edition, pictures, own, &mut |text| clean(text, unknown));
    let (main, _) = TEMPLATES[0];
    let bytes = set(main, files, setter.date, edition)?;
    Ok(artifact(edition, Kind::Pdf, "pdf", bytes))
}

/// Takes control characters out of a text, and puts the numbers of signs that no font has in their
/// place: PDF for archives knows no sign without a letter of a font.
fn clean(text: &mut String, unknown: &mut BTreeSet<char>) {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return;
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() || has_sign(c) {
            out.push(c);
        } else if !c.is_control() {
            unknown.insert(c);
            out.push_str(&format!("[U+{:04X}]", u32::from(c)));
        }
    }
    *text = out;
}

#[cfg(feature = "pdf")]
fn has_sign(c: char) -> bool {
    gnc_typeset::has_sign(c)
}

#[cfg(not(feature = "pdf"))]
fn has_sign(_: char) -> bool {
    true
}

#[cfg(feature = "pdf")]
fn set(
    main: &str,
    files: BTreeMap<String, Vec<u8>>,
    date: Option<(i32, u8, u8)>,
    edition: &Edition,
) -> Result<Vec<u8>, Vec<Trouble>> {
    let document = edition.first();
    let (paper, languages) = (edition.paper().id(), edition.languages().code());
    let ident = format!("{} {} {paper} {languages}", document.block, document.version);
    let job = gnc_typeset::Job { main: main.to_owned(), files, date, ident };
    let trouble = |fault: gnc_typeset::Fault| {
        if fault.file.is_empty() {
            return Trouble::Other(fault.message);
        }
        let place = fault.start..fault.end;
        Trouble::Template { name: fault.file, place, detail: fault.message }
    };
    gnc_typeset::set(job).map_err(|faults| faults.into_iter().map(trouble).collect())
}

#[cfg(not(feature = "pdf"))]
fn set(
    _: &str,
    _: BTreeMap<String, Vec<u8>>,
    _: Option<(i32, u8, u8)>,
    _: &Edition,
) -> Result<Vec<u8>, Vec<Trouble>> {
    Err(vec![Trouble::NotBuiltIn])
}
