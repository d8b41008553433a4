//! The package: parts, what they are, how they refer to each other; the same bytes each time.

use std::borrow::Cow;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::render::print::xml::Xml;

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// How hard parts are packed: the next level costs the annex of the bilateral block 2 ms more, for a file
/// 3 % smaller.
const QUICK: i64 = 1;

/// How a part refers to another, or to an address.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    /// The name under which the part knows it.
    pub(super) id: String,
    /// The kind, as the last word of its address: `image`.
    pub(super) kind: &'static str,
    /// Where it leads.
    pub(super) to: String,
    /// Whether it leads out of the package.
    pub(super) outside: bool,
}

impl Relation {
    pub(super) fn part(id: impl Into<String>, kind: &'static str, to: impl Into<String>) -> Self {
        Self { id: id.into(), kind, to: to.into(), outside: false }
    }

    pub(super) fn outside(id: String, to: &str) -> Self {
        Self { id, kind: "hyperlink", to: to.to_owned(), outside: true }
    }
}

/// A package being filled.
#[derive(Debug, Default)]
pub(super) struct Package<'a> {
    parts: Vec<(String, String, Cow<'a, [u8]>)>,
}

impl<'a> Package<'a> {
    /// Adds a part of `WordprocessingML`: its name below `word/`, what it holds.
    pub(super) fn word(&mut self, name: &str, holds: &str, text: String) {
        self.xml(&format!("word/{name}"), &format!("{MAIN}{holds}+xml"), text);
    }

    /// Adds a part of XML with its type.
    pub(super) fn xml(&mut self, name: &str, kind: &str, text: String) {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        let text = if text.starts_with("<?xml") { text } else { format!("{head}{text}") };
        self.parts.push((name.to_owned(), kind.to_owned(), text.into_bytes().into()));
    }

    /// Adds a picture; its type follows from its name.
    pub(super) fn picture(&mut self, name: &str, bytes: impl Into<Cow<'a, [u8]>>) {
        self.parts.push((name.to_owned(), String::new(), bytes.into()));
    }

    /// Adds how the part `of` refers to others; the package itself for an empty name.
    pub(super) fn relations(&mut self, of: &str, relations: &[Relation]) {
        let mut xml = Xml::lean();
        let space = "http://schemas.openxmlformats.org/package/2006/relationships";
        xml.element("Relationships", &[("xmlns", space)], |xml| {
            for it in relations {
                let kind = match it.kind {
                    "core" => {
                        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
                            .to_owned()
                    }
                    kind => format!("{RELATION}{kind}"),
                };
                let mut attributes = vec![("Id", &*it.id), ("Type", &*kind), ("Target", &*it.to)];
                if it.outside {
                    attributes.push(("TargetMode", "External"));
                }
                xml.empty("Relationship", &attributes);
            }
        });
        let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        self.xml(&format!("{folder}_rels/{name}.rels"), "", xml.finish());
    }

    /// The whole as the bytes of a file.
    pub(super) fn finish(self) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::with_capacity(256 * 1024)));
        let types = self.types();
        let first = ("[Content_Types].xml".to_owned(), String::new(), types.into_bytes().into());
        for (name, _, bytes) in std::iter::once(first).chain(self.parts) {
            // Pictures of dots are packed already.
            let packed = name.rsplit('.').next().is_some_and(|it| it == "png" || it == "jpeg");
            let method =
                if packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
            let options = SimpleFileOptions::default()
                .compression_method(method)
                .compression_level((!packed).then_some(QUICK))
                .last_modified_time(DateTime::default())
                .unix_permissions(0o644);
            // Writing into memory does not fail.
            let started = archive.start_file(name, options);
            debug_assert!(started.is_ok(), "a part could not be begun");
            let written = archive.write_all(&bytes);
            debug_assert!(written.is_ok(), "a part could not be written");
        }
        archive.finish().map(Cursor::into_inner).unwrap_or_default()
    }

    fn types(&self) -> String {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        let mut xml = Xml::lean();
        let space = "http://schemas.openxmlformats.org/package/2006/content-types";
        xml.element("Types", &[("xmlns", space)], |xml| {
            let known = [
                ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                ("xml", "application/xml"),
                ("png", "image/png"),
                ("jpeg", "image/jpeg"),
                ("jpg", "image/jpeg"),
                ("gif", "image/gif"),
                ("svg", "image/svg+xml"),
                ("emf", "image/x-emf"),
                ("wmf", "image/x-wmf"),
            ];
            let used = |ending: &str| {
                ending == "xml"
                    || self.parts.iter().any(|(name, ..)| name.ends_with(&format!(".{ending}")))
            };
            for (ending, kind) in known.iter().filter(|(ending, _)| used(ending)) {
                xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
            }
            for (name, kind, _) in self.parts.iter().filter(|(_, kind, _)| !kind.is_empty()) {
                let name = format!("/{name}");
                xml.empty("Override", &[("PartName", &*name), ("ContentType", kind)]);
            }
        });
        format!("{head}{}", xml.finish())
    }
}
