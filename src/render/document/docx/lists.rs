//! Numbering: Articles with their paragraphs and points, Appendices likewise, and lists.

use crate::render::document::docx::SPACE;
use crate::render::document::docx::emit::value;
use crate::render::print::xml::Xml;
use crate::view::document::Marks;
use crate::words::Lang;
use crate::words::document as say;

/// Number of the list that numbers Articles; its levels belong to styles.
pub(super) const ARTICLES: u32 = 1;
/// Number of the list that numbers Appendices.
pub(super) const APPENDICES: u32 = 2;
/// Number of the list of dots.
const BULLETS: u32 = 3;
/// The same for the right side of two columns.
pub(super) const RIGHT_ARTICLES: u32 = 4;
/// The same for the right side of two columns.
pub(super) const RIGHT_APPENDICES: u32 = 5;
/// The first number of a list that begins anew.
const FIRST: u32 = 10;

/// The styles that number Articles, by their levels.
const ARTICLE_STYLES: [&str; 4] = ["ArticleHeading", "Clause", "Point", "Subpoint"];
/// The same for Appendices.
const APPENDIX_STYLES: [&str; 4] =
    ["AppendixHeading", "AppendixClause", "AppendixPoint", "AppendixSubpoint"];
const BULLET_STYLES: [&str; 3] = ["ListBullet", "ListBullet2", "ListBullet3"];

/// The list that a style is tied to, and its level there.
pub(super) fn tied(style: &str) -> Option<(u32, usize)> {
    let (own, is_right) = match style.strip_suffix("Right") {
        Some(own) => (own, true),
        None => (style, false),
    };
    let level = |styles: &[&str]| styles.iter().position(|it| *it == own);
    let side = |left, right| if is_right { right } else { left };
    let articles = level(&ARTICLE_STYLES).map(|at| (side(ARTICLES, RIGHT_ARTICLES), at));
    let appendices = level(&APPENDIX_STYLES).map(|at| (side(APPENDICES, RIGHT_APPENDICES), at));
    articles.or(appendices).or_else(|| level(&BULLET_STYLES).map(|at| (BULLETS, at)))
}

/// The lists of a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    /// For each list that begins anew, how its items are marked.
    own: Vec<Marks>,
}

impl Lists {
    /// A list that begins anew: its number.
    pub(super) fn begin(&mut self, marks: Marks) -> u32 {
        self.own.push(marks);
        FIRST - 1 + u32::try_from(self.own.len()).unwrap_or(0)
    }

    /// The part that says how everything is numbered, with the languages of its sides.
    pub(super) fn write(&self, langs: &[Lang]) -> String {
        let mut xml = Xml::lean();
        xml.element("w:numbering", &[("xmlns:w", SPACE)], |xml| {
            let sides = [("", ARTICLES, APPENDICES), ("Right", RIGHT_ARTICLES, RIGHT_APPENDICES)];
            for (lang, (side, articles, appendices)) in langs.iter().zip(sides) {
                let (numbers, letters) =
                    (("decimal", say::ARTICLE), ("upperLetter", say::APPENDIX));
                divisions(xml, articles, *lang, side, ARTICLE_STYLES, numbers);
                divisions(xml, appendices, *lang, side, APPENDIX_STYLES, letters);
                if side.is_empty() {
                    bullets(xml);
                }
            }
            for (at, marks) in (0..).zip([Marks::Numbers, Marks::Letters, Marks::Roman]) {
                plain(xml, FREE + at, marks);
            }
            let known = [ARTICLES, APPENDICES, BULLETS, RIGHT_ARTICLES, RIGHT_APPENDICES];
            for number in known.iter().take(if langs.len() > 1 { 5 } else { 3 }) {
                let number = number.to_string();
                xml.element("w:num", &[("w:numId", &number)], |xml| {
                    value(xml, "w:abstractNumId", &number);
                });
            }
            for (number, marks) in (FIRST..).zip(&self.own) {
                xml.element("w:num", &[("w:numId", &number.to_string())], |xml| {
                    let of = match marks {
                        Marks::Letters => FREE + 1,
                        Marks::Roman => FREE + 2,
                        _ => FREE,
                    };
                    value(xml, "w:abstractNumId", &of.to_string());
                    for level in 0..LEVELS {
                        xml.element("w:lvlOverride", &[("w:ilvl", &level.to_string())], |xml| {
                            value(xml, "w:startOverride", "1");
                        });
                    }
                });
            }
        });
        xml.finish()
    }
}

/// The first pattern of a list that is not tied to styles.
const FREE: u32 = 6;
/// How deep lists go that are not tied to styles.
const LEVELS: usize = 3;

fn pattern(xml: &mut Xml, number: u32, inner: impl FnOnce(&mut Xml)) {
    xml.element("w:abstractNum", &[("w:abstractNumId", &number.to_string())], |xml| {
        value(xml, "w:nsid", &format!("4E43{number:04X}"));
        value(xml, "w:multiLevelType", "multilevel");
        inner(xml);
    });
}

/// A level: what it counts in, the style it belongs to, how its number is written, what follows.
fn level(xml: &mut Xml, at: usize, [format, style, text, gap]: [&str; 4], ind: (u32, u32)) {
    xml.element("w:lvl", &[("w:ilvl", &at.to_string())], |xml| {
        value(xml, "w:start", "1");
        value(xml, "w:numFmt", format);
        if !style.is_empty() {
            value(xml, "w:pStyle", style);
        }
        value(xml, "w:suff", gap);
        value(xml, "w:lvlText", text);
        value(xml, "w:lvlJc", "left");
        xml.element("w:pPr", &[], |xml| {
            let (left, hanging) = (ind.0.to_string(), ind.1.to_string());
            xml.empty("w:ind", &[("w:left", &*left), ("w:hanging", &*hanging)]);
        });
    });
}

fn divisions(
    xml: &mut Xml,
    number: u32,
    lang: Lang,
    side: &str,
    styles: [&str; 4],
    (format, word): (&str, crate::words::Words),
) {
    let head = format!("{}.", word.with(lang, &[("n", "%1")]));
    let [top, clause, point, subpoint] = styles.map(|style| format!("{style}{side}"));
    pattern(xml, number, |xml| {
        level(xml, 0, [format, &top, &head, "space"], (0, 0));
        level(xml, 1, ["decimal", &clause, "%1.%2", "tab"], (737, 737));
        level(xml, 2, ["lowerLetter", &point, "(%3)", "tab"], (1304, 567));
        level(xml, 3, ["lowerRoman", &subpoint, "(%4)", "tab"], (1871, 567));
    });
}

fn bullets(xml: &mut Xml) {
    pattern(xml, BULLETS, |xml| {
        let dots = ["•", "–", "◦"];
        for (at, (style, dot)) in BULLET_STYLES.into_iter().zip(dots).enumerate() {
            let left = [454, 1077, 1644].get(at).copied().unwrap_or(454);
            level(xml, at, ["bullet", style, dot, "tab"], (left, 340));
        }
    });
}

/// A list whose items are all marked alike, at any depth.
fn plain(xml: &mut Xml, number: u32, marks: Marks) {
    pattern(xml, number, |xml| {
        for at in 0..LEVELS {
            let n = at + 1;
            let (format, text) = match marks {
                Marks::Letters => ("lowerLetter", format!("(%{n})")),
                Marks::Roman => ("lowerRoman", format!("(%{n})")),
                Marks::Bullets | Marks::Numbers => ("decimal", format!("%{n}.")),
            };
            let left = [454, 1021, 1588].get(at).copied().unwrap_or(454);
            level(xml, at, [format, "", &text, "tab"], (left, if at == 0 { 454 } else { 567 }));
        }
    });
}
