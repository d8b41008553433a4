//! Character styles: what marks words, alone and where two marks meet on the same words.

use crate::render::print::xml::Xml;

/// The marks on a run of words. Each is a character style; where several meet, a style is made of
/// them, so that no run is ever formatted by hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Marks(u16);

impl Marks {
    pub(super) const NONE: Self = Self(0);
    /// A position of a Party in square brackets.
    pub(super) const PROPOSAL: Self = Self(1);
    /// A point that somebody owes, in square brackets.
    pub(super) const OPEN: Self = Self(1 << 1);
    /// Something not said, in square brackets.
    pub(super) const MISSING: Self = Self(1 << 2);
    /// A term where it is defined.
    pub(super) const DEFINED: Self = Self(1 << 3);
    /// A defined term where it is first used.
    pub(super) const TERM: Self = Self(1 << 4);
    /// A link to another place in the world.
    pub(super) const LINK: Self = Self(1 << 5);
    /// Words with weight.
    pub(super) const STRONG: Self = Self(1 << 6);
    /// Words with stress.
    pub(super) const EMPHASIS: Self = Self(1 << 7);
    /// Words in another language than the document.
    pub(super) const FOREIGN: Self = Self(1 << 8);
    /// A code, a path, an identifier.
    pub(super) const CODE: Self = Self(1 << 9);
    /// The same in a table, where the type is smaller.
    pub(super) const SMALL_CODE: Self = Self(1 << 10);
    /// The mark of a note at the foot of the page.
    pub(super) const NOTE_MARK: Self = Self(1 << 11);
    /// The name of a fact on the cover.
    pub(super) const FACT: Self = Self(1 << 12);
    /// The mark of a draft in the header.
    pub(super) const DRAFT: Self = Self(1 << 13);
    /// The same words in the second language, in a table that both languages share.
    pub(super) const TRANSLATION: Self = Self(1 << 14);
    /// A translation whose original has changed.
    pub(super) const STALE: Self = Self(1 << 15);

    /// The same with another mark.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is more than one, so that a style has to be made.
    pub(super) const fn is_mixed(self) -> bool {
        self.0.count_ones() > 1
    }

    fn members(self) -> impl Iterator<Item = &'static Style> {
        STYLES.iter().filter(move |style| self.has(style.mark))
    }

    /// The identifier of its style; empty for no mark.
    pub(super) fn id(self) -> String {
        self.members().map(|style| style.id).collect()
    }
}

/// A character style.
struct Style {
    mark: Marks,
    id: &'static str,
    name: &'static str,
    look: Look,
}

/// How a character style looks; what is empty stays as the paragraph has it.
#[derive(Clone, Copy)]
struct Look {
    font: &'static str,
    bold: bool,
    italic: bool,
    colour: &'static str,
    /// Room between letters, in twentieths of a point.
    spaced: &'static str,
    /// In half points.
    size: &'static str,
    line: &'static str,
    ground: &'static str,
    raised: bool,
}

const PLAIN: Look = Look {
    font: "",
    bold: false,
    italic: false,
    colour: "",
    spaced: "",
    size: "",
    line: "",
    ground: "",
    raised: false,
};
const BRACKET: Look = Look { bold: true, colour: "5C4000", ground: "FFF3CD", ..PLAIN };

const STYLES: [Style; 16] = [
    style(Marks::PROPOSAL, "BracketProposal", "Bracket Proposal", BRACKET),
    style(Marks::OPEN, "BracketOpen", "Bracket Open", Look { line: "dash", ..BRACKET }),
    style(
        Marks::MISSING,
        "BracketMissing",
        "Bracket Not Stated",
        Look { colour: "7A1C12", ground: "FDE4E1", line: "dotted", ..BRACKET },
    ),
    style(Marks::DEFINED, "DefinedTerm", "Defined Term", Look { bold: true, ..PLAIN }),
    style(Marks::TERM, "TermInUse", "Defined Term in Use", Look { line: "dotted", ..PLAIN }),
    style(
        Marks::LINK,
        "Hyperlink",
        "Hyperlink",
        Look { colour: "0B4F9E", line: "single", ..PLAIN },
    ),
    style(Marks::STRONG, "Strong", "Strong", Look { bold: true, ..PLAIN }),
    style(Marks::EMPHASIS, "Emphasis", "Emphasis", Look { italic: true, ..PLAIN }),
    style(Marks::FOREIGN, "ForeignText", "Foreign Text", Look { italic: true, ..PLAIN }),
    style(Marks::CODE, "CodeText", "Code", Look { font: "Courier New", size: "19", ..PLAIN }),
    style(
        Marks::SMALL_CODE,
        "TableCode",
        "Table Code",
        Look { font: "Courier New", size: "15", ..PLAIN },
    ),
    style(
        Marks::NOTE_MARK,
        "FootnoteReference",
        "footnote reference",
        Look { raised: true, ..PLAIN },
    ),
    style(
        Marks::FACT,
        "FactName",
        "Cover Fact Name",
        Look { font: "Arial", colour: "4A5568", size: "18", ..PLAIN },
    ),
    style(
        Marks::DRAFT,
        "HeaderDraftMark",
        "Header Draft Mark",
        Look { bold: true, colour: "9B1C1C", spaced: "30", size: "18", ..PLAIN },
    ),
    style(Marks::TRANSLATION, "TranslationText", "Translation", Look { colour: "4A5568", ..PLAIN }),
    style(
        Marks::STALE,
        "StaleTranslation",
        "Stale Translation",
        Look { line: "wave", colour: "7A1C12", ..PLAIN },
    ),
];

const fn style(mark: Marks, id: &'static str, name: &'static str, look: Look) -> Style {
    Style { mark, id, name, look }
}

/// The styles of single marks: identifier, name, and the style as XML.
pub(super) fn single() -> impl Iterator<Item = (&'static str, &'static str, String)> {
    STYLES.iter().map(|style| (style.id, style.name, print(style.mark, style.name, None)))
}

/// A style for marks that meet, made of the style of the first: `based_on` is its identifier.
pub(super) fn mixed(marks: Marks, based_on: &str) -> String {
    let names: Vec<_> = marks.members().map(|style| style.name).collect();
    print(marks, &names.join(" + "), Some(based_on))
}

/// The style that a mixed one is made of.
pub(super) fn first(marks: Marks) -> &'static str {
    marks.members().next().map_or("DefaultParagraphFont", |style| style.id)
}

fn print(marks: Marks, name: &str, based_on: Option<&str>) -> String {
    let mut xml = Xml::lean();
    let id = marks.id();
    let known = matches!(&*id, "Hyperlink" | "Strong" | "Emphasis" | "FootnoteReference");
    let mut attributes = vec![("w:type", "character")];
    if !known {
        attributes.push(("w:customStyle", "1"));
    }
    attributes.push(("w:styleId", &*id));
    xml.element("w:style", &attributes, |xml| {
        let value = |xml: &mut Xml, name: &str, value: &str| xml.empty(name, &[("w:val", value)]);
        value(xml, "w:name", name);
        value(xml, "w:basedOn", based_on.unwrap_or("DefaultParagraphFont"));
        if based_on.is_none() {
            xml.empty("w:qFormat", &[]);
        }
        let last = |pick: fn(&Look) -> &'static str| {
            let all: Vec<_> = marks.members().map(|it| pick(&it.look)).collect();
            all.into_iter().rfind(|it| !it.is_empty()).unwrap_or("")
        };
        let any = |pick: fn(&Look) -> bool| marks.members().any(|it| pick(&it.look));
        xml.element("w:rPr", &[], |xml| {
            let font = last(|it| it.font);
            if !font.is_empty() {
                let fonts = [("w:ascii", font), ("w:hAnsi", font), ("w:cs", font)];
                xml.empty("w:rFonts", &fonts);
            }
            if any(|it| it.bold) {
                xml.empty("w:b", &[]);
                xml.empty("w:bCs", &[]);
            }
            if any(|it| it.italic) {
                xml.empty("w:i", &[]);
                xml.empty("w:iCs", &[]);
            }
            if !font.is_empty() {
                xml.empty("w:noProof", &[]);
            }
            // The first mark decides on colours: a bracket stays a bracket whatever is in it.
            let front = |pick: fn(&Look) -> &'static str| {
                marks.members().map(|it| pick(&it.look)).find(|it| !it.is_empty()).unwrap_or("")
            };
            let colour = front(|it| it.colour);
            if !colour.is_empty() {
                value(xml, "w:color", colour);
            }
            let spaced = last(|it| it.spaced);
            if !spaced.is_empty() {
                value(xml, "w:spacing", spaced);
            }
            let size = last(|it| it.size);
            if !size.is_empty() {
                value(xml, "w:sz", size);
                value(xml, "w:szCs", size);
            }
            let line = front(|it| it.line);
            if !line.is_empty() {
                value(xml, "w:u", line);
            }
            let ground = front(|it| it.ground);
            if !ground.is_empty() {
                let shade = [("w:val", "clear"), ("w:color", "auto"), ("w:fill", ground)];
                xml.empty("w:shd", &shade);
            }
            if any(|it| it.raised) {
                value(xml, "w:vertAlign", "superscript");
            }
        });
    });
    xml.finish()
}
