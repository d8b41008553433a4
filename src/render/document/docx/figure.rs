//! Figures: each sheet of a drawing as a vector picture, with dots beside it for programs that show no
//! vectors.

use crate::render::document::docx::body::Writer;
use crate::render::document::docx::emit;
use crate::render::document::docx::page::{Format, Page};
use crate::render::document::sheets;
use crate::render::print::xml::Xml;
use crate::view::document::{Figure, Inline};
use crate::words::document as say;

/// Twentieths of a point to the units of drawings.
const EMU: u32 = 635;
/// Height that a caption and the words below a picture take.
pub(super) const CAPTION: u32 = 1_100;
/// Most height of a picture in a document of one page: 4 cm.
pub(super) const SMALL: u32 = 2_268;
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
/// The extension that holds the vector form of a picture (Office 2016 and later, `LibreOffice`).
const VECTOR: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
const VECTOR_SPACE: &str = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";

/// The room that a picture has on such a page, in twentieths of a point.
fn room(format: Format, page: Page) -> (u32, u32) {
    (format.width(page), format.height(page) - CAPTION)
}

/// On which page the sheets of a figure are shown larger.
pub(super) fn page(format: Format, sheets: &[String]) -> Page {
    let [upright, wide] = [Page::Upright, Page::Landscape].map(|page| room(format, page));
    if sheets::are_larger(sheets, upright, wide) { Page::Landscape } else { Page::Upright }
}

impl Writer<'_> {
    pub(super) fn figure(&mut self, xml: &mut Xml, figure: &Figure) {
        let pictures = self.pictures;
        let found = pictures
            .iter()
            .enumerate()
            .find(|(_, it)| it.drawing == figure.drawing && it.lang == self.lang);
        self.caption(xml, &figure.anchor, &figure.label, &figure.caption);
        if let Some((at, picture)) = found {
            let count = picture.sheets.len();
            for (number, sheet) in picture.sheets.iter().enumerate() {
                self.shown.push((at, number));
                let n = self.shown.len();
                let has_dots = picture.dots.get(number).is_some();
                let alternative = if count > 1 {
                    let (n, of) = ((number + 1).to_string(), count.to_string());
                    let args = [("text", figure.alternative.as_str()), ("n", &n), ("of", &of)];
                    say::SHEET.with(self.lang, &args)
                } else {
                    figure.alternative.clone()
                };
                let high = room(self.format, self.page).1.min(self.figures);
                let name = format!("{} ({})", figure.label, number + 1);
                let voice = self.voice();
                emit::paragraph(xml, "Figure", |xml| {
                    emit::picture(xml, voice, |xml| {
                        let parts = (link(n), if has_dots { dots_link(n) } else { link(n) });
                        let size = sheets::size(sheet, (self.width, high));
                        inline(xml, n, &parts, (&name, &alternative), size);
                    });
                });
            }
        }
        if !figure.described_at.is_empty() {
            let words = say::DESCRIBED.get(self.lang).to_owned();
            let text = say::COLON.get(self.lang).to_owned();
            let (anchor, label) = (figure.described_at.clone(), figure.described.clone());
            let to = vec![Inline::Text(words + &text), Inline::Reference { anchor, text: label }];
            self.plain(xml, "FigureNote", &to);
        }
    }
}

/// The name under which the part that holds the text knows a picture's vectors.
pub(super) fn link(n: usize) -> String {
    format!("rIdPicture{n}")
}

/// The name under which it knows the same as dots.
pub(super) fn dots_link(n: usize) -> String {
    format!("rIdDots{n}")
}

/// A picture within a line: the names of its vectors and dots, its name and what it shows in words.
fn inline(
    xml: &mut Xml,
    n: usize,
    (lines, dots): &(String, String),
    (name, alternative): (&str, &str),
    (width, height): (u32, u32),
) {
    let [wide, high] = [width, height].map(|it| (it * EMU).to_string());
    let id = n.to_string();
    let about = [("id", &*id), ("name", name), ("descr", alternative)];
    let none = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
    xml.element("wp:inline", &none, |xml| {
        xml.empty("wp:extent", &[("cx", &wide), ("cy", &high)]);
        xml.empty("wp:docPr", &about);
        xml.element("wp:cNvGraphicFramePr", &[], |xml| {
            xml.empty("a:graphicFrameLocks", &[("xmlns:a", DRAWING), ("noChangeAspect", "1")]);
        });
        xml.element("a:graphic", &[("xmlns:a", DRAWING)], |xml| {
            xml.element("a:graphicData", &[("uri", PICTURE)], |xml| {
                xml.element("pic:pic", &[("xmlns:pic", PICTURE)], |xml| {
                    xml.element("pic:nvPicPr", &[], |xml| {
                        xml.empty("pic:cNvPr", &about);
                        xml.empty("pic:cNvPicPr", &[]);
                    });
                    xml.element("pic:blipFill", &[], |xml| {
                        xml.element("a:blip", &[("r:embed", &**dots)], |xml| {
                            xml.element("a:extLst", &[], |xml| {
                                xml.element("a:ext", &[("uri", VECTOR)], |xml| {
                                    let attributes =
                                        [("xmlns:asvg", VECTOR_SPACE), ("r:embed", &**lines)];
                                    xml.empty("asvg:svgBlip", &attributes);
                                });
                            });
                        });
                        xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
                    });
                    xml.element("pic:spPr", &[], |xml| {
                        xml.element("a:xfrm", &[], |xml| {
                            xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                            xml.empty("a:ext", &[("cx", &wide), ("cy", &high)]);
                        });
                        xml.element("a:prstGeom", &[("prst", "rect")], |xml| {
                            xml.empty("a:avLst", &[]);
                        });
                    });
                });
            });
        });
    });
}
