//! Pages: upright and on their side, with their headers and footers.

use crate::render::document::docx::emit::{self, Voice, value};
use crate::render::document::docx::marks::Marks;
use crate::render::document::docx::reference::Margin;
use crate::render::document::docx::{LINKS, SPACE, tag};
use crate::render::print::xml::Xml;
use crate::view::document::{Document, Edition};
use crate::words::document as say;

/// How a page lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Page {
    /// Upright.
    #[default]
    Upright,
    /// On its side.
    Landscape,
}

/// A leaf of paper with its margins, in twentieths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Leaf {
    /// Width and height.
    pub(super) paper: (u32, u32),
    pub(super) margins: Margins,
}

/// The margins of a page, in twentieths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Margins {
    pub(super) top: u32,
    pub(super) right: u32,
    pub(super) bottom: u32,
    pub(super) left: u32,
    /// From the upper edge to the header.
    pub(super) header: u32,
    /// From the lower edge to the footer.
    pub(super) footer: u32,
}

impl Margins {
    /// Ours, on an upright page.
    pub(super) const UPRIGHT: Self =
        Self { top: 1_531, right: 1_304, bottom: 1_304, left: 1_304, header: 624, footer: 567 };
}

/// The pages of a document, both ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Format {
    upright: Leaf,
    wide: Leaf,
}

impl Format {
    /// A4, as treaty offices print.
    pub(super) const A4: Self = Self {
        upright: Leaf { paper: (11_906, 16_838), margins: Margins::UPRIGHT },
        wide: Leaf {
            paper: (16_838, 11_906),
            margins: Margins {
                top: 1_361,
                right: 1_021,
                bottom: 1_077,
                left: 1_021,
                ..Margins::UPRIGHT
            },
        },
    };
    /// A4 with narrow margins, for a document that has one page.
    pub(super) const ONE_PAGE: Self = {
        let margins =
            Margins { top: 850, right: 1_021, bottom: 850, left: 1_021, header: 454, footer: 397 };
        Self {
            upright: Leaf { margins, ..Self::A4.upright },
            wide: Leaf { margins, ..Self::A4.wide },
        }
    };
    /// The largest paper of Word.
    const MOST: u32 = 31_680;
    /// The least room for text, either way: about ten centimetres.
    const LEAST: u32 = 5_670;

    /// The pages of a document with these leaves, the last of each way. Where there is none on its
    /// side, or none upright, the other one is turned and keeps its margins: what stands in the
    /// header needs as much room. `None` when they leave too little for text.
    pub(super) fn of(leaves: &[Leaf]) -> Option<Self> {
        let last =
            |wide: bool| leaves.iter().rev().find(|it| (it.paper.0 > it.paper.1) == wide).copied();
        let turned = |it: Leaf| Leaf { paper: (it.paper.1, it.paper.0), ..it };
        let upright = last(false).or_else(|| last(true).map(turned))?;
        let format = Self { upright, wide: last(true).unwrap_or_else(|| turned(upright)) };
        let fits = |page| {
            let (width, height) = format.leaf(page).paper;
            let room = format.width(page).min(format.height(page));
            width.max(height) <= Self::MOST && room >= Self::LEAST
        };
        (fits(Page::Upright) && fits(Page::Landscape)).then_some(format)
    }

    const fn leaf(self, page: Page) -> Leaf {
        match page {
            Page::Upright => self.upright,
            Page::Landscape => self.wide,
        }
    }

    /// Width of the text, in twentieths of a point.
    pub(super) const fn width(self, page: Page) -> u32 {
        let Leaf { paper, margins } = self.leaf(page);
        paper.0.saturating_sub(margins.left).saturating_sub(margins.right)
    }

    /// Height of the text, in twentieths of a point.
    pub(super) const fn height(self, page: Page) -> u32 {
        let Leaf { paper, margins } = self.leaf(page);
        paper.1.saturating_sub(margins.top).saturating_sub(margins.bottom)
    }
}

impl Page {
    fn names(self) -> [&'static str; 2] {
        match self {
            Self::Upright => ["rIdHeader", "rIdFooter"],
            Self::Landscape => ["rIdHeaderWide", "rIdFooterWide"],
        }
    }
}

/// The properties of a section. `cover` is the first one, whose first page has a header of its own.
pub(super) fn section(xml: &mut Xml, format: Format, page: Page, cover: bool) {
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
        let Leaf { paper, margins } = format.leaf(page);
        let (width, height) = (paper.0.to_string(), paper.1.to_string());
        let mut size = vec![("w:w", &*width), ("w:h", &*height)];
        if page == Page::Landscape {
            size.push(("w:orient", "landscape"));
        }
        xml.empty("w:pgSz", &size);
        let Margins { top, right, bottom, left, header, footer } = margins;
        let margins = [
            ("w:top", top),
            ("w:right", right),
            ("w:bottom", bottom),
            ("w:left", left),
            ("w:header", header),
            ("w:footer", footer),
            ("w:gutter", 0),
        ];
        let margins = margins.map(|(name, it)| (name, it.to_string()));
        xml.empty("w:pgMar", &margins.each_ref().map(|(name, it)| (*name, it.as_str())));
        if cover {
            xml.empty("w:titlePg", &[]);
        }
    });
}

/// The end of a section, in a paragraph that takes no room.
pub(super) fn end_section(xml: &mut Xml, format: Format, page: Page, cover: bool) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            value(xml, "w:pStyle", "SectionEnd");
            section(xml, format, page, cover);
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

/// The header of a page: title, and below it block, version, status, in each language of the document;
/// and the mark of a draft.
pub(super) fn header(edition: &Edition, page: Page, above: Option<Above>) -> String {
    let style = if page == Page::Landscape { "HeaderWide" } else { "Header" };
    let mut marks: Vec<_> = documents(edition).map(|it| (it.lang, &it.mark)).collect();
    marks.dedup_by_key(|(_, mark)| *mark);
    part("w:hdr", above, |xml| {
        emit::paragraph(xml, style, |xml| {
            for document in documents(edition) {
                emit::words(xml, voice(document), &document.title);
                emit::line_break(xml, voice(document));
            }
            for (at, document) in documents(edition).enumerate() {
                let version =
                    say::HEADER_VERSION.with(document.lang, &[("version", &document.version)]);
                let facts = [document.block.as_str(), version.as_str(), document.status.as_str()];
                // The block has one name in all languages.
                let facts = facts.into_iter().skip(at.min(1)).filter(|it| !it.is_empty());
                let facts: Vec<_> = facts.collect();
                let between = if at == 0 { "" } else { " / " };
                emit::words(xml, voice(document), &format!("{between}{}", facts.join(" · ")));
            }
            for (at, (lang, mark)) in marks.into_iter().filter(|it| !it.1.is_empty()).enumerate() {
                let voice = Voice { lang: tag(lang), ..voice(edition.first()) };
                match at {
                    0 => emit::tab(xml, voice),
                    _ => emit::words(xml, voice, " · "),
                }
                emit::words(xml, voice.with(Marks::DRAFT), mark);
            }
        });
    })
}

/// The footer of a page: which it is, of how many, in each language of the document, unless that of the
/// reference says so.
pub(super) fn footer(edition: &Edition, page: Page, above: Option<Above>) -> String {
    let style = if page == Page::Landscape { "FooterWide" } else { "Footer" };
    part("w:ftr", above, |xml| {
        if above.is_some_and(|(it, _)| it.numbers_pages) {
            return;
        }
        emit::paragraph(xml, style, |xml| {
            emit::tab(xml, voice(edition.first()));
            for (at, document) in documents(edition).enumerate() {
                let voice = voice(document);
                let words = say::PAGE_OF.get(document.lang);
                let (before, rest) = words.split_once("{n}").unwrap_or((words, ""));
                let (between, after) = rest.split_once("{of}").unwrap_or((rest, ""));
                let gap = if at == 0 { "" } else { " / " };
                emit::words(xml, voice, &format!("{gap}{before}"));
                emit::field(xml, voice, "PAGE", "1");
                emit::words(xml, voice, between);
                emit::field(xml, voice, "NUMPAGES", "1");
                emit::words(xml, voice, after);
            }
        });
    })
}

/// The documents of an edition, one for each language.
fn documents(edition: &Edition) -> impl Iterator<Item = &Document> {
    let (first, second) = match edition {
        Edition::One(it) => (&**it, None),
        Edition::Parallel(it) => (&it.left, Some(&it.right)),
    };
    std::iter::once(first).chain(second)
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
