//! The fonts that documents are set in, embedded.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

macro_rules! fonts {
    ($($name:literal),* $(,)?) => {
        &[$(include_bytes!(concat!("fonts/", $name, ".ttf"))),*]
    };
}

/// In order: the first that has a sign is taken where the family that was asked for has none.
const FILES: &[&[u8]] = fonts![
    "LiberationSerif-Regular",
    "LiberationSerif-Bold",
    "LiberationSerif-Italic",
    "LiberationSerif-BoldItalic",
    "LiberationSans-Regular",
    "LiberationSans-Bold",
    "LiberationSans-Italic",
    "LiberationMono-Regular",
    "LiberationMono-Bold",
    "DejaVuSans",
];

/// The fonts, and the book in which they are looked up.
pub(crate) struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) list: Vec<Font>,
}

pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let list: Vec<Font> = FILES.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&list)), list }
});

/// Whether a font has a sign for this character, or it needs none.
pub(crate) fn has_sign(c: char) -> bool {
    let needs_none = matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    );
    needs_none || FONTS.list.iter().any(|font| font.info().coverage.contains(u32::from(c)))
}
