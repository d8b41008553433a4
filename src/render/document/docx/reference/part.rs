//! Parts of a reference document, read piece by piece: what is carried over is checked on its way.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::render::document::docx::SPACE;
use crate::render::document::docx::page::{Format, Leaf, Margins};
use crate::render::document::docx::reference::sheet::Sheet;
use crate::render::document::docx::reference::{Fault, Link, Margin};

/// The namespace of the strict form of the format.
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
/// Elements of a header that mean something only in the document they come from.
const LEFT_OUT: [&str; 7] = [
    "w:numPr",
    "w:bookmarkStart",
    "w:bookmarkEnd",
    "w:commentRangeStart",
    "w:commentRangeEnd",
    "w:commentReference",
    "w:proofErr",
];

/// Calls `visit` for each piece of a part, and refuses what no program for documents writes.
pub(super) fn pieces(
    text: &str,
    name: &str,
    mut visit: impl FnMut(Event) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let damaged = || Fault::Damaged(name.to_owned());
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut depth = 0_usize;
    let mut roots = 0;
    loop {
        let event = reader.read_event().map_err(|_| damaged())?;
        match &event {
            Event::Eof if depth == 0 && roots == 1 => return Ok(()),
            Event::Eof | Event::DocType(_) => return Err(damaged()),
            Event::Start(_) => {
                roots += usize::from(depth == 0);
                depth += 1;
            }
            Event::Empty(_) => roots += usize::from(depth == 0),
            Event::End(_) => depth = depth.checked_sub(1).ok_or_else(damaged)?,
            Event::GeneralRef(it) => {
                let known =
                    it.starts_with('#') || quick_xml::escape::resolve_xml_entity(it).is_some();
                if !known {
                    return Err(damaged());
                }
            }
            _ => {}
        }
        visit(event)?;
    }
}

/// The name of a tag, as it is written.
pub(super) fn tag<'t>(start: &'t BytesStart) -> &'t str {
    start.name().into_inner()
}

/// The value of an attribute, entities resolved.
pub(super) fn attribute(start: &BytesStart, name: &str) -> Option<String> {
    let found = start.try_get_attribute(name).ok()??;
    found
        .normalized_value(quick_xml::XmlVersion::Implicit1_0)
        .ok()
        .map(std::borrow::Cow::into_owned)
}

/// Whether the names of a part are those that this program knows: `w` stands for the namespace of
/// documents.
pub(super) fn known_space(root: &BytesStart, name: &str) -> Result<(), Fault> {
    match attribute(root, "xmlns:w").as_deref() {
        Some(SPACE) => Ok(()),
        Some(STRICT) => Err(Fault::Strict),
        _ => Err(Fault::Damaged(name.to_owned())),
    }
}

/// What a part refers to.
pub(super) fn relations(
    text: &str,
    name: &str,
    folder: &str,
) -> Result<BTreeMap<String, Link>, Fault> {
    let mut links = BTreeMap::new();
    pieces(text, name, |event| {
        if let Event::Start(start) | Event::Empty(start) = event
            && tag(&start) == "Relationship"
        {
            let get = |name| attribute(&start, name).unwrap_or_default();
            let kind = get("Type").rsplit('/').next().unwrap_or("").to_owned();
            let outside = get("TargetMode") == "External";
            let link = Link { kind, to: get("Target"), outside, folder: folder.to_owned() };
            links.insert(get("Id"), link);
        }
        Ok(())
    })?;
    Ok(links)
}

/// Which header or footer it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Header,
    Footer,
    FirstHeader,
    FirstFooter,
}

/// What a document says of its pages.
#[derive(Debug, Default)]
pub(super) struct Section {
    /// Headers and footers of the last section, with the names that the document uses for them.
    pub(super) margins: Vec<(Slot, String)>,
    /// Size and margins of the pages.
    pub(super) format: Option<Format>,
}

/// The pages of a document, above all those of its last section. What they were before a change that is tracked does not count.
pub(super) fn last_section(text: &str, name: &str) -> Result<Section, Fault> {
    let (mut section, mut titled) = (Vec::new(), false);
    let (mut leaves, mut paper, mut margins) = (Vec::new(), None, Margins::UPRIGHT);
    let (mut first, mut before) = (true, false);
    pieces(text, name, |event| {
        if let Event::End(end) = &event
            && end.name().into_inner() == "w:sectPrChange"
        {
            before = false;
        }
        let (Event::Start(start) | Event::Empty(start)) = event else { return Ok(()) };
        if std::mem::take(&mut first) {
            known_space(&start, name)?;
        }
        let kind = attribute(&start, "w:type");
        let number = |name| Some(attribute(&start, name)?.parse::<i32>().ok()?.unsigned_abs());
        let slot = match (tag(&start), kind.as_deref()) {
            ("w:sectPrChange", _) => {
                before = true;
                return Ok(());
            }
            _ if before => return Ok(()),
            ("w:sectPr", _) => {
                // A section without headers of its own has those of the section before it.
                titled = false;
                leaves.extend(paper.take().map(|paper| Leaf { paper, margins }));
                margins = Margins::UPRIGHT;
                return Ok(());
            }
            ("w:pgSz", _) => {
                paper = number("w:w").zip(number("w:h"));
                return Ok(());
            }
            ("w:pgMar", _) => {
                let ours = Margins::UPRIGHT;
                margins = Margins {
                    top: number("w:top").unwrap_or(ours.top),
                    right: number("w:right").unwrap_or(ours.right),
                    bottom: number("w:bottom").unwrap_or(ours.bottom),
                    left: number("w:left").unwrap_or(ours.left),
                    header: number("w:header").unwrap_or(ours.header),
                    footer: number("w:footer").unwrap_or(ours.footer),
                };
                return Ok(());
            }
            ("w:titlePg", _) => {
                titled = !matches!(attribute(&start, "w:val").as_deref(), Some("0" | "false"));
                return Ok(());
            }
            ("w:headerReference", Some("default")) => Slot::Header,
            ("w:footerReference", Some("default")) => Slot::Footer,
            ("w:headerReference", Some("first")) => Slot::FirstHeader,
            ("w:footerReference", Some("first")) => Slot::FirstFooter,
            _ => return Ok(()),
        };
        if let Some(id) = attribute(&start, "r:id") {
            section.retain(|(it, _)| *it != slot);
            section.push((slot, id));
        }
        Ok(())
    })?;
    if !titled {
        section.retain(|(slot, _)| matches!(slot, Slot::Header | Slot::Footer));
    }
    leaves.extend(paper.map(|paper| Leaf { paper, margins }));
    let format = match leaves.as_slice() {
        [] => None,
        leaves => Some(Format::of(leaves).ok_or(Fault::NoRoom)?),
    };
    Ok(Section { margins: section, format })
}

/// A header or footer, its styles by the names that they have in our documents.
pub(super) fn margin(text: &str, name: &str, sheet: &Sheet) -> Result<Margin, Fault> {
    let damaged = || Fault::Damaged(name.to_owned());
    let mut writer = quick_xml::Writer::new(Vec::new());
    let mut open = None;
    // Depth below the root, and the depth at which an element began that is left out.
    let (mut depth, mut left_out) = (0_usize, None);
    let (mut in_code, mut code) = (false, String::new());
    pieces(text, name, |event| {
        match &event {
            Event::Start(start) | Event::Empty(start) if open.is_none() => {
                known_space(start, name)?;
                open = Some(format!("<{}>", &**start));
                return Ok(());
            }
            Event::Start(start) => {
                depth += 1;
                if left_out.is_none() && LEFT_OUT.contains(&tag(start)) {
                    left_out = Some(depth);
                }
                in_code = tag(start) == "w:instrText";
            }
            Event::End(_) => {
                let ended = depth;
                // The end of the root is written with what is added to it.
                let Some(above) = depth.checked_sub(1) else { return Ok(()) };
                (depth, in_code) = (above, false);
                if left_out == Some(ended) {
                    left_out = None;
                    return Ok(());
                }
            }
            Event::Empty(start) if LEFT_OUT.contains(&tag(start)) => return Ok(()),
            Event::Empty(_) => {}
            Event::Text(words) if in_code => {
                code.push_str(words);
                code.push(' ');
            }
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) if depth > 0 => {}
            _ => return Ok(()),
        }
        if let Event::Start(start) | Event::Empty(start) = &event {
            code.extend(attribute(start, "w:instr").map(|it| it + " "));
        }
        if left_out.is_some() {
            return Ok(());
        }
        let event = without_number(sheet.renamed(event));
        writer.write_event(event).map_err(|_| damaged())
    })?;
    let inner = String::from_utf8(writer.into_inner()).map_err(|_| damaged())?;
    let open = open.ok_or_else(damaged)?;
    let numbers_pages = code.split_whitespace().any(|it| it == "PAGE");
    Ok(Margin { open, inner, relations: Vec::new(), numbers_pages })
}

/// The number of an object stands first, so that each part can give its own.
fn without_number(event: Event) -> Event {
    let zero = |start: BytesStart| {
        let mut out = BytesStart::new(OBJECT).with_attributes([("id", "0")]);
        let others = start.attributes().flatten();
        out.extend_attributes(others.filter(|it| it.key.into_inner() != "id"));
        out.into_owned()
    };
    match event {
        Event::Start(start) if tag(&start) == OBJECT => Event::Start(zero(start)),
        Event::Empty(start) if tag(&start) == OBJECT => Event::Empty(zero(start)),
        other => other,
    }
}

/// The element that numbers objects: a document uses each number once.
const OBJECT: &str = "wp:docPr";

impl Margin {
    /// What it holds, its objects numbered from `first`.
    pub(in crate::render::document::docx) fn numbered(&self, first: usize) -> String {
        let mark = format!("<{OBJECT} id=\"");
        let unnumbered = format!("{mark}0\"");
        let mut parts = self.inner.split(&unnumbered);
        let mut out = parts.next().unwrap_or("").to_owned();
        for (number, part) in (first..).zip(parts) {
            out.push_str(&format!("{mark}{number}\"{part}"));
        }
        out
    }
}

/// A theme as it is, when it stands by itself.
pub(super) fn theme(text: &str, name: &str) -> Result<String, Fault> {
    pieces(text, name, |event| {
        let (Event::Start(start) | Event::Empty(start)) = event else { return Ok(()) };
        match ["r:embed", "r:link", "r:id"].iter().find_map(|it| attribute(&start, it)) {
            Some(id) => Err(Fault::Object(name.to_owned(), id)),
            None => Ok(()),
        }
    })?;
    Ok(text.to_owned())
}
