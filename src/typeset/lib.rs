//! Sets a Typst template with plain data as a PDF that readers for the blind can read and archives
//! may keep.
//!
//! Files are given as values; nothing else can be read: no disk, no network, no clock, no fonts of
//! the machine.

mod fonts;
mod world;

use std::collections::BTreeMap;

use typst::WorldExt;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::world::Files;

/// The program that the PDF names as its maker.
const CREATOR: &str = concat!("gnc ", env!("CARGO_PKG_VERSION"), " with Typst");

/// What is to be set.
#[derive(Clone, Debug)]
pub struct Job {
    /// Name of the file with which setting begins.
    pub main: String,
    /// Every file that can be read, by its name.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The day that the file carries as its own: year, month, day.
    pub date: Option<(i32, u8, u8)>,
    /// What tells this document from every other one; the same for the same document.
    pub ident: String,
}

/// What is wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file; empty where no file can be named.
    pub file: String,
    /// The first byte.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
    /// What is wrong, and how to mend it, as Typst says it (in English).
    pub message: String,
}

/// Sets a document, as PDF 1.7 that is PDF/UA-1 and PDF/A-2a.
///
/// # Errors
///
/// What is wrong with the files; also what would make the PDF less than accessible.
pub fn set(job: Job) -> Result<Vec<u8>, Vec<Fault>> {
    let world = Files::new(job.main, job.files, job.date);
    let faults = |list: &[SourceDiagnostic]| list.iter().map(|it| fault(&world, it)).collect();
    let Warned { output, .. } = typst::compile::<PagedDocument>(&world);
    let document = output.map_err(|it| faults(&it))?;
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|it| vec![Fault::without_place(it.message().to_string())])?;
    let day =
        job.date.and_then(|(year, month, day)| Datetime::from_ymd_hms(year, month, day, 0, 0, 0));
    let options = PdfOptions {
        ident: Smart::Custom(job.ident),
        creator: Smart::Custom(Some(CREATOR.to_owned())),
        timestamp: day.map(Timestamp::new_utc),
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    };
    typst_pdf::pdf(&document, &options).map_err(|it| faults(&it))
}

/// Whether the embedded fonts can show this character; a character without a sign would keep the
/// whole PDF from being made.
pub fn has_sign(c: char) -> bool {
    fonts::has_sign(c)
}

impl Fault {
    fn without_place(message: String) -> Self {
        Self { file: String::new(), start: 0, end: 0, message }
    }
}

fn fault(world: &Files, found: &SourceDiagnostic) -> Fault {
    let mut message = found.message.to_string();
    for hint in &found.hints {
        message.push_str("; ");
        message.push_str(&hint.v);
    }
    let range = world.range(found.span).unwrap_or_default();
    let file = found.span.id().map(|id| id.vpath().get_without_slash().to_owned());
    Fault { file: file.unwrap_or_default(), start: range.start, end: range.end, message }
}
