//! A Word file of the user's whose look the documents take over: its styles, its theme, its header
//! and footer with the logo. Whatever the file claims, what is unpacked of it is bounded, and nothing
//! of it leads out of the document but links to web pages.

mod fault;
mod part;
mod sheet;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::render::document::docx::package::Relation;
use crate::render::document::docx::page::Format;
pub use fault::Fault;
pub(super) use sheet::Sheet;

/// The most bytes that a reference document may have.
pub const MAX_BYTES: usize = 20 << 20;
/// The most bytes that are unpacked of it.
const MAX_UNPACKED: u64 = 48 << 20;
const MAX_PARTS: usize = 2_000;

/// The look that is taken over from a Word file.
#[derive(Clone, Debug)]
pub struct Reference {
    pub(super) sheet: Sheet,
    /// Size and margins of the pages of its last section, where it states them.
    pub(super) format: Option<Format>,
    /// The part with colours and fonts, if it has one.
    pub(super) theme: Option<String>,
    /// Header and footer of its last section.
    pub(super) header: Option<Margin>,
    pub(super) footer: Option<Margin>,
    /// Header and footer of its first page, where that has its own.
    pub(super) first_header: Option<Margin>,
    pub(super) first_footer: Option<Margin>,
    /// Pictures of headers and footers: name below `word/`, and content.
    pub(super) pictures: Vec<(String, Vec<u8>)>,
}

/// A header or a footer.
#[derive(Clone, Debug)]
pub(super) struct Margin {
    /// The tag that opens it, with its namespaces.
    pub(super) open: String,
    /// What it holds.
    pub(super) inner: String,
    /// What it refers to.
    pub(super) relations: Vec<Relation>,
    /// Whether it has the number of the page.
    pub(super) numbers_pages: bool,
}

impl Reference {
    /// Reads a reference document.
    ///
    /// # Errors
    /// When it is no Word document, too large, damaged, lacks a style that the look depends on, or
    /// has in its header what cannot be taken over.
    pub fn read(bytes: &[u8]) -> Result<Self, Fault> {
        let mut file = File::open(bytes)?;
        let main = file.text("word/document.xml")?.ok_or(Fault::NotWord)?;
        let links = file.relations("word/_rels/document.xml.rels")?;
        let of_kind = |kind: &str| {
            links.values().find(|link| link.kind == kind && !link.outside).map(Link::part)
        };
        let styles = of_kind("styles").unwrap_or_else(|| "word/styles.xml".to_owned());
        let text = file.text(&styles)?.ok_or(Fault::Damaged(styles.clone()))?;
        let sheet = Sheet::read(&text, &styles)?;
        let theme = match of_kind("theme") {
            None => None,
            Some(name) => file.text(&name)?.map(|text| part::theme(&text, &name)).transpose()?,
        };
        let section = part::last_section(&main, "word/document.xml")?;
        let mut reference = Self {
            sheet,
            format: section.format,
            theme,
            header: None,
            footer: None,
            first_header: None,
            first_footer: None,
            pictures: Vec::new(),
        };
        for (slot, link) in section.margins {
            let Some(link) = links.get(&link).filter(|link| !link.outside) else { continue };
            let margin = reference.margin(&mut file, &link.part())?;
            *match slot {
                part::Slot::Header => &mut reference.header,
                part::Slot::Footer => &mut reference.footer,
                part::Slot::FirstHeader => &mut reference.first_header,
                part::Slot::FirstFooter => &mut reference.first_footer,
            } = margin;
        }
        Ok(reference)
    }

    fn margin(&mut self, file: &mut File, name: &str) -> Result<Option<Margin>, Fault> {
        let Some(text) = file.text(name)? else { return Ok(None) };
        let mut margin = part::margin(&text, name, &self.sheet)?;
        let (folder, last) = name.rsplit_once('/').unwrap_or(("", name));
        for (id, link) in file.relations(&format!("{folder}/_rels/{last}.rels"))? {
            let object = |what: &str| Fault::Object(name.to_owned(), what.to_owned());
            match (&*link.kind, link.outside) {
                ("hyperlink", true)
                    if link.to.starts_with("https://") || link.to.starts_with("mailto:") =>
                {
                    margin.relations.push(Relation::outside(id, &link.to));
                }
                ("image", false) => {
                    let from = link.part();
                    let ending = from.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
                    if !PICTURES.contains(&&*ending) {
                        return Err(object(&from));
                    }
                    let bytes = file.bytes(&from)?.ok_or(Fault::Damaged(from))?;
                    // The logo of several headers is one picture.
                    let known = self.pictures.iter().find(|(_, it)| *it == bytes);
                    let to = match known {
                        Some((name, _)) => name.clone(),
                        None => format!("media/reference{}.{ending}", self.pictures.len() + 1),
                    };
                    if known.is_none() {
                        self.pictures.push((to.clone(), bytes));
                    }
                    margin.relations.push(Relation::part(id, "image", to));
                }
                (_, true) => return Err(object(&link.to)),
                (kind, false) => return Err(object(kind)),
            }
        }
        Ok(Some(margin))
    }
}

/// Endings of the pictures that a header may have.
const PICTURES: [&str; 7] = ["png", "jpeg", "jpg", "gif", "svg", "emf", "wmf"];

/// Where a part of the file refers to.
#[derive(Clone, Debug)]
struct Link {
    /// The kind, as the last word of its address.
    kind: String,
    to: String,
    outside: bool,
    /// The folder of the part that refers.
    folder: String,
}

impl Link {
    /// The name of the part that it leads to.
    fn part(&self) -> String {
        let mut path: Vec<&str> = match self.to.strip_prefix('/') {
            Some(_) => Vec::new(),
            None => self.folder.split('/').filter(|it| !it.is_empty()).collect(),
        };
        for step in self.to.split('/') {
            match step {
                "" | "." => {}
                ".." => drop(path.pop()),
                step => path.push(step),
            }
        }
        path.join("/")
    }
}

/// The package, of which no more is unpacked than a reference document needs.
struct File<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    left: u64,
}

impl<'b> File<'b> {
    fn open(bytes: &'b [u8]) -> Result<Self, Fault> {
        if bytes.len() > MAX_BYTES {
            return Err(Fault::TooLarge(MAX_UNPACKED >> 20));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::NotWord)?;
        if archive.len() > MAX_PARTS {
            return Err(Fault::TooLarge(MAX_UNPACKED >> 20));
        }
        Ok(Self { archive, left: MAX_UNPACKED })
    }

    fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        let Ok(part) = self.archive.by_name(name) else { return Ok(None) };
        let mut bytes = Vec::new();
        part.take(self.left + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| Fault::Damaged(name.to_owned()))?;
        let too_large = Fault::TooLarge(MAX_UNPACKED >> 20);
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or(too_large)?;
        Ok(Some(bytes))
    }

    fn text(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        let text = String::from_utf8(bytes).map_err(|_| Fault::Damaged(name.to_owned()))?;
        Ok(Some(text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned)))
    }

    /// What a part refers to, by the names that it uses.
    fn relations(&mut self, name: &str) -> Result<BTreeMap<String, Link>, Fault> {
        let Some(text) = self.text(name)? else { return Ok(BTreeMap::new()) };
        let folder = name.rsplit_once("_rels/").map_or("", |(folder, _)| folder);
        part::relations(&text, name, folder)
    }
}
