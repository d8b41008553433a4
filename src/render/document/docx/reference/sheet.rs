//! The styles of a reference document, under the names that our documents use, and completed by what
//! they lack.
//!
//! Styles are told by their names (`heading 1`), which are the same in every language of Word; their
//! identifiers are not (`Titre1`). Numbers of Articles and paragraphs are always ours: they carry the
//! references of the text.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::{BytesStart, Event};

use crate::render::document::docx::look;
use crate::render::document::docx::page::Format;
use crate::render::document::docx::reference::Fault;
use crate::render::document::docx::reference::part::{attribute, known_space, pieces, tag};
use crate::words::Lang;

/// Styles without which a file says nothing about the look of a document.
const NEEDED: [&str; 5] = ["Normal", "Title", "heading 1", "heading 2", "heading 3"];
/// Elements that name a style.
const NAMING: [&str; 6] = ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link"];
/// What stands before the numbering in the properties of a paragraph.
const BEFORE_NUMBERING: [&str; 6] =
    ["w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl"];
/// What stands behind the properties of a paragraph in a style.
const BEHIND_PARAGRAPH: [&str; 5] = ["w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:tblStylePr"];

/// The styles of a reference document.
#[derive(Clone, Debug)]
pub(in crate::render::document::docx) struct Sheet {
    /// The part, without the tag that ends it.
    text: String,
    /// For each identifier of the reference, the one that it has here.
    ids: BTreeMap<String, String>,
    taken: BTreeSet<String>,
}

/// A style as far as it is told from others.
struct Style {
    id: String,
    kind: String,
    name: String,
    /// Its numbering, as XML.
    numbering: Option<String>,
}

impl Sheet {
    pub(super) fn read(text: &str, name: &str) -> Result<Self, Fault> {
        let ours = look::styles(
            Lang::En,
            &BTreeSet::new(),
            &BTreeSet::new(),
            true,
            false,
            Format::A4,
            None,
        );
        let ours = styles(&ours, name)?;
        let theirs = styles(text, name)?;
        let called = |list: &[Style], wanted: &str| {
            list.iter().position(|it| it.name.eq_ignore_ascii_case(wanted))
        };
        let lacking: Vec<&str> =
            NEEDED.into_iter().filter(|it| called(&theirs, it).is_none()).collect();
        if !lacking.is_empty() {
            return Err(Fault::NoStyle(lacking));
        }
        let mut ids = BTreeMap::new();
        for style in &theirs {
            let own = called(&ours, &style.name).and_then(|at| ours.get(at));
            if let Some(own) = own
                && own.kind != style.kind
            {
                let (found, wanted) = (style.kind.clone(), own.kind.clone());
                return Err(Fault::WrongStyle(style.name.clone(), found, wanted));
            }
            let id = match own {
                Some(own) => own.id.clone(),
                // Another style of theirs may have an identifier that we use.
                None if ours.iter().any(|it| it.id == style.id) => format!("{}Own", style.id),
                None => style.id.clone(),
            };
            ids.insert(style.id.clone(), id);
        }
        let taken = ids.values().cloned().collect();
        let mut sheet = Self { text: String::new(), ids, taken };
        sheet.text = sheet.rewrite(text, name, &ours)?;
        Ok(sheet)
    }

    /// The part, with those of our styles that the reference lacks. They take its fonts and colours.
    pub(in crate::render::document::docx) fn complete(&self, ours: &str) -> String {
        let mut out = self.text.clone();
        for style in each(ours) {
            let id = style.split_once("w:styleId=\"").and_then(|(_, it)| it.split_once('"'));
            let id = id.map_or("", |(id, _)| id);
            if !self.taken.contains(id) {
                out.push_str(&fitted(style, id));
            }
        }
        out
    }

    /// A piece with the identifiers of styles that they have here.
    pub(super) fn renamed<'e>(&self, event: Event<'e>) -> Event<'e> {
        let named = |start: &BytesStart| match tag(start) {
            "w:style" => Some("w:styleId"),
            tag if NAMING.contains(&tag) => Some("w:val"),
            _ => None,
        };
        let rename = |start: BytesStart<'e>| {
            let Some(key) = named(&start) else { return start };
            let mut out = BytesStart::new(tag(&start).to_owned());
            for attribute in start.attributes().flatten() {
                match self.ids.get(&*attribute.value) {
                    Some(id) if attribute.key.into_inner() == key => {
                        out.push_attribute((key, id.as_str()));
                    }
                    _ => out.push_attribute(attribute),
                }
            }
            out
        };
        match event {
            Event::Start(start) => Event::Start(rename(start)),
            Event::Empty(start) => Event::Empty(rename(start)),
            other => other,
        }
    }

    /// The part with our names and our numbering.
    fn rewrite(&self, text: &str, name: &str, ours: &[Style]) -> Result<String, Fault> {
        let damaged = || Fault::Damaged(name.to_owned());
        let mut writer = quick_xml::Writer::new(Vec::with_capacity(text.len()));
        let (mut depth, mut left_out) = (0_usize, None);
        // The numbering that the style which is being read gets, and has not got yet.
        let mut numbering: Option<&str> = None;
        pieces(text, name, |event| {
            let here = match &event {
                Event::Start(_) => {
                    depth += 1;
                    depth
                }
                Event::Empty(_) => depth + 1,
                Event::End(_) => {
                    depth -= 1;
                    depth + 1
                }
                Event::Comment(_) | Event::PI(_) => return Ok(()),
                _ => depth,
            };
            let is_end = matches!(event, Event::End(_));
            if left_out.is_some() {
                if is_end && left_out == Some(here) {
                    left_out = None;
                }
                return Ok(());
            }
            let tag = match &event {
                Event::Start(it) | Event::Empty(it) => tag(it).to_owned(),
                Event::End(it) => it.name().into_inner().to_owned(),
                _ => String::new(),
            };
            match (here, tag.as_str(), &event) {
                (1, _, Event::End(_)) | (_, "w:numPr", Event::Empty(_)) => return Ok(()),
                (_, "w:numPr", Event::Start(_)) => {
                    left_out = Some(here);
                    return Ok(());
                }
                (2, "w:style", Event::Start(start)) => {
                    let id = attribute(start, "w:styleId").unwrap_or_default();
                    let id = self.ids.get(&id).map_or("", String::as_str);
                    let own = ours.iter().find(|it| it.id == id);
                    numbering = own.and_then(|it| it.numbering.as_deref());
                }
                _ => {}
            }
            let mut put = |text: &str| writer.get_mut().extend_from_slice(text.as_bytes());
            if let Some(own) = numbering {
                let begins = matches!(event, Event::Start(_) | Event::Empty(_));
                match (here, tag.as_str()) {
                    (3, "w:pPr") if matches!(event, Event::Empty(_)) => {
                        numbering = None;
                        put(&format!("<w:pPr>{own}</w:pPr>"));
                        return Ok(());
                    }
                    (3, "w:pPr") if is_end => {
                        numbering = None;
                        put(own);
                    }
                    (4, tag) if begins && !BEFORE_NUMBERING.contains(&tag) => {
                        numbering = None;
                        put(own);
                    }
                    (3, tag) if begins && BEHIND_PARAGRAPH.contains(&tag) => {
                        numbering = None;
                        put(&format!("<w:pPr>{own}</w:pPr>"));
                    }
                    (2, "w:style") if is_end => {
                        numbering = None;
                        put(&format!("<w:pPr>{own}</w:pPr>"));
                    }
                    _ => {}
                }
            }
            writer.write_event(self.renamed(event)).map_err(|_| damaged())
        })?;
        String::from_utf8(writer.into_inner()).map_err(|_| damaged())
    }
}

/// The styles of a part.
fn styles(text: &str, name: &str) -> Result<Vec<Style>, Fault> {
    let mut list: Vec<Style> = Vec::new();
    let (mut first, mut depth) = (true, 0_usize);
    pieces(text, name, |event| {
        let (start, here) = match &event {
            Event::Start(start) => {
                depth += 1;
                (start, depth)
            }
            Event::Empty(start) => (start, depth + 1),
            Event::End(_) => {
                depth -= 1;
                return Ok(());
            }
            _ => return Ok(()),
        };
        if std::mem::take(&mut first) {
            known_space(start, name)?;
        }
        match (here, tag(start)) {
            (2, "w:style") => list.push(Style {
                id: attribute(start, "w:styleId").unwrap_or_default(),
                kind: attribute(start, "w:type").unwrap_or_else(|| "paragraph".to_owned()),
                name: String::new(),
                numbering: None,
            }),
            (3, "w:name") => {
                if let Some(style) = list.last_mut() {
                    style.name = attribute(start, "w:val").unwrap_or_default();
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    for (style, text) in list.iter_mut().zip(each(text)) {
        let end = "</w:numPr>";
        let found = text.find("<w:numPr>").zip(text.find(end));
        style.numbering =
            found.and_then(|(from, to)| text.get(from..to + end.len())).map(str::to_owned);
    }
    Ok(list)
}

/// The styles of a part that we wrote, as texts.
fn each(ours: &str) -> impl Iterator<Item = &str> {
    let end = "</w:style>";
    let parts = ours.split_inclusive(end).filter(move |part| part.ends_with(end));
    parts.filter_map(|part| part.find("<w:style ").and_then(|at| part.get(at..)))
}

/// A style of ours in the fonts of the reference, and in its colours where the colour says nothing.
fn fitted(style: &str, id: &str) -> String {
    let mut out = style.to_owned();
    if !out.contains("Courier") {
        cut(&mut out, "<w:rFonts ");
    }
    if out.contains("w:type=\"paragraph\"") && id != "DraftMark" {
        cut(&mut out, "<w:color ");
    }
    out
}

/// Takes an element without content out.
fn cut(text: &mut String, tag: &str) {
    while let Some(from) = text.find(tag) {
        let Some(length) = text.get(from..).and_then(|rest| rest.find("/>")) else { return };
        text.replace_range(from..from + length + 2, "");
    }
}
