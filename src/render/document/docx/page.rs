//! Pages: upright and on their side, with their headers and footers.

use crate::render::document::docx::emit::{self, Voice, value};
use crate::render::document::docx::marks::Marks;
use crate::render::document::docx::reference::Margin;
use crate::render::document::docx::{LINKS, SPACE, tag};
use crate::render::print::xml::Xml;
use crate::view::document::{Document, Edition};
use crate::words::document as say;

/// How a page lies. A4 both ways, as treaty offices print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Page {
    /// Upright.
    #[default]
    Upright,
    /// On its side.
    Landscape,
}

impl Page {
    /// Width and height of the paper, in twentieths of a point.
    const fn paper(self) -> (u32, u32) {
        match self {
            Self::Upright => (11_906, 16_838),
            Self::Landscape => (16_838, 11_906),
        }
    }

    /// Margins: above, at each side, below.
    const fn margins(self) -> (u32, u32, u32) {
        match self {
            Self::Upright => (1_531, 1_304, 1_304),
            Self::Landscape => (1_361, 1_021, 1_077),
        }
    }

    /// Width of the text, in twentieths of a point.
    pub(super) const fn width(self) -> u32 {
        self.paper().0 - 2 * self.margins().1
    }

    /// Height of the text, in twentieths of a point.
    pub(super) const fn height(self) -> u32 {
        self.paper().1 - self.margins().0 - self.margins().2
    }

    fn names(self) -> [&'static str; 2] {
        match self {
            Self::Upright => ["rIdHeader", "rIdFooter"],
            Self::Landscape => ["rIdHeaderWide", "rIdFooterWide"],
        }
    }
}

/// The properties of a section. `cover` is the first one, whose first page has a header of its own.
pub(super) fn section(xml: &mut Xml, page: Page, cover: bool) {
    let [header, footer] = page.names();
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", header)]);
        if cover {
            xml.empty("w:headerReference", &[("w:type", "first"), ("r:id", "rIdHeaderFirst")]);
        }
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", footer)]);
        if cover {
            xml.empty("w:footerReference", &[("w:type", "first"), ("r:id", "rIdFooterFirst")]);
        }
        value(xml, "w:type", "nextPage");
        let (width, height) = page.paper();
        let (width, height) = (width.to_string(), height.to_string());
        let mut size = vec![("w:w", &*width), ("w:h", &*height)];
        if page == Page::Landscape {
            size.push(("w:orient", "landscape"));
        }
        xml.empty("w:pgSz", &size);
        let (top, side, bottom) = page.margins();
        let [top, side, bottom] = [top, side, bottom].map(|it| it.to_string());
        let margins = [
            ("w:top", &*top),
            ("w:right", &*side),
            ("w:bottom", &*bottom),
            ("w:left", &*side),
            ("w:header", "624"),
            ("w:footer", "567"),
            ("w:gutter", "0"),
        ];
        xml.empty("w:pgMar", &margins);
        if cover {
            xml.empty("w:titlePg", &[]);
        }
    });
}

/// The end of a section, in a paragraph that takes no room.
pub(super) fn end_section(xml: &mut Xml, page: Page, cover: bool) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            value(xml, "w:pStyle", "SectionEnd");
            section(xml, page, cover);
        });
    });
}

/// What a reference has at the head or foot of a page, and the first number of its objects.
type Above<'r> = (&'r Margin, usize);

/// A header or footer: what the reference has, then our own.
fn part(name: &str, above: Option<Above>, inner: impl FnOnce(&mut Xml)) -> String {
    let mut xml = Xml::lean();
    let Some((above, number)) = above else {
        xml.element(name, &[("xmlns:w", SPACE), ("xmlns:r", LINKS)], inner);
        return xml.finish();
    };
    inner(&mut xml);
    format!("{}{}{}</{name}>", above.open, above.numbered(number), xml.finish())
}

/// The header of a page: title, and below it block, version, status, and the mark of a draft.
pub(super) fn header(edition: &Edition, page: Page, above: Option<Above>) -> String {
    let document = edition.first();
    let style = if page == Page::Landscape { "HeaderWide" } else { "Header" };
    let voice = voice(document);
    let version = say::HEADER_VERSION.with(document.lang, &[("version", &document.version)]);
    let facts = [document.block.as_str(), version.as_str(), document.status.as_str()];
    let facts: Vec<_> = facts.into_iter().filter(|it| !it.is_empty()).collect();
    let mut marks = match edition {
        Edition::One(it) => vec![(it.lang, &it.mark)],
        Edition::Parallel(it) => {
            vec![(it.left.lang, &it.left.mark), (it.right.lang, &it.right.mark)]
        }
    };
    marks.dedup_by_key(|(_, mark)| *mark);
    part("w:hdr", above, |xml| {
        emit::paragraph(xml, style, |xml| {
            emit::words(xml, voice, &document.title);
            emit::line_break(xml, voice);
            emit::words(xml, voice, &facts.join(" · "));
            for (at, (lang, mark)) in marks.into_iter().filter(|it| !it.1.is_empty()).enumerate() {
                let voice = Voice { lang: tag(lang), ..voice };
                match at {
                    0 => emit::tab(xml, voice),
                    _ => emit::words(xml, voice, " · "),
                }
                emit::words(xml, voice.with(Marks::DRAFT), mark);
            }
        });
    })
}

/// The footer of a page: which it is, of how many, unless that of the reference says so.
pub(super) fn footer(edition: &Edition, page: Page, above: Option<Above>) -> String {
    let document = edition.first();
    let style = if page == Page::Landscape { "FooterWide" } else { "Footer" };
    let voice = voice(document);
    part("w:ftr", above, |xml| {
        if above.is_some_and(|(it, _)| it.numbers_pages) {
            return;
        }
        emit::paragraph(xml, style, |xml| {
            emit::tab(xml, voice);
            let words = say::PAGE_OF.get(document.lang);
            let (before, rest) = words.split_once("{n}").unwrap_or((words, ""));
            let (between, after) = rest.split_once("{of}").unwrap_or((rest, ""));
            emit::words(xml, voice, before);
            emit::field(xml, voice, "PAGE", "1");
            emit::words(xml, voice, between);
            emit::field(xml, voice, "NUMPAGES", "1");
            emit::words(xml, voice, after);
        });
    })
}

/// A header or footer with nothing of ours in it: that of the cover.
pub(super) fn blank(name: &str, above: Option<Above>) -> String {
    part(name, above, |xml| {
        if above.is_none_or(|(it, _)| it.inner.is_empty()) {
            emit::paragraph(xml, "Normal", |_| {});
        }
    })
}

fn voice(document: &Document) -> Voice {
    Voice { lang: tag(document.lang), marks: Marks::NONE, linked: false, small: false }
}
