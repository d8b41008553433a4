//! How much room words take, roughly: enough to share the width of a table and to count pages.
//!
//! Widths are those that Arial and Times New Roman have in common within a few per cent, in
//! thousandths of the size of the type; measures are in twentieths of a point.

use crate::render::document::breaks;
use crate::view::document::{Bracket, Inline};

/// Size of the type in tables, in twentieths of a point.
const TABLE: u32 = 170;
/// Size of codes in tables.
const CODE: u32 = 150;
/// How wide words in bold type are beside others, in hundredths: those with many narrow letters gain most.
const BOLD: u32 = 115;

/// Width of a character, in thousandths of the size of the type.
pub(super) fn letter(c: char) -> u32 {
    LETTERS.get(c as usize).copied().unwrap_or_else(|| reckon(c))
}

/// The widths of the characters that most words are made of.
const LETTERS: [u32; 256] = {
    let mut widths = [0; 256];
    let mut c: u8 = 0;
    loop {
        widths[c as usize] = reckon(c as char);
        if c == u8::MAX {
            break widths;
        }
        c += 1;
    }
};

const fn reckon(c: char) -> u32 {
    match c {
        'i' | 'j' | 'l' | '\'' | '|' | '’' => 222,
        '\u{202f}' => 200,
        ' ' | '\u{a0}' | 't' | 'f' | 'I' | '.' | ',' | ':' | ';' | '!' | '/' | '\\' | '[' | ']' => {
            278
        }
        '(' | ')' | 'r' | '-' | '‑' | '`' | '“' | '”' => 333,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' | 'ç' => 500,
        'm' | 'M' => 833,
        'w' | 'C' | 'D' | 'H' | 'N' | 'R' | 'U' => 722,
        'A' | 'B' | 'E' | 'K' | 'P' | 'S' | 'V' | 'X' | 'Y' | 'É' | 'À' | 'È' => 667,
        'F' | 'T' | 'Z' => 611,
        'G' | 'O' | 'Q' => 778,
        'W' | '—' | '→' | '@' | '%' => 950,
        '\u{2003}'.. => 1000,
        _ => 556,
    }
}

fn word(text: &str, size: u32, fixed: bool) -> u32 {
    let sum: u32 = text.chars().map(|c| if fixed { 600 } else { letter(c) }).sum();
    sum * size / 1000
}

fn longest(text: &str, size: u32, fixed: bool) -> u32 {
    let width = |part: &str| word(part, size, fixed);
    // A line may end at a blank and behind a hyphen, which a short code or word does better without.
    let each = text.split([' ', '\n']).map(|part| match breaks::is_whole(part) {
        true => width(part),
        false => part.split_inclusive('-').map(width).max().unwrap_or(0),
    });
    each.max().unwrap_or(0)
}

/// The longest word in the head of a column, which is set bold.
pub(super) fn bold_word(text: &[Inline]) -> u32 {
    longest_word(text) * BOLD / 100
}

/// The longest word of a cell.
pub(super) fn longest_word(inlines: &[Inline]) -> u32 {
    let each = inlines.iter().map(|inline| match inline {
        Inline::Text(text) | Inline::Reference { text, .. } => longest(text, TABLE, false),
        Inline::Code(code) => longest(code, CODE, true),
        Inline::Strong(text) | Inline::Bracket(Bracket { text, .. }) => {
            longest_word(text) * BOLD / 100
        }
        Inline::Emphasis(text)
        | Inline::Link { text, .. }
        | Inline::Term { text, .. }
        | Inline::Translation { text, .. }
        | Inline::Stale(text)
        | Inline::Foreign { text, .. } => longest_word(text),
        Inline::Break | Inline::Footnote(_) => 0,
    });
    each.max().unwrap_or(0)
}

/// Width of a run of words in type of this size.
pub(super) fn run(inlines: &[Inline], size: u32) -> u32 {
    let each = inlines.iter().map(|inline| match inline {
        Inline::Text(text) | Inline::Reference { text, .. } => word(text, size, false),
        Inline::Code(code) => word(code, size * 88 / 100, true),
        Inline::Strong(text)
        | Inline::Bracket(Bracket { text, .. })
        | Inline::Emphasis(text)
        | Inline::Link { text, .. }
        | Inline::Term { text, .. }
        | Inline::Translation { text, .. }
        | Inline::Stale(text)
        | Inline::Foreign { text, .. } => run(text, size),
        Inline::Break | Inline::Footnote(_) => 0,
    });
    each.sum()
}

/// How many lines a run of words takes in this width.
pub(super) fn lines(inlines: &[Inline], size: u32, width: u32) -> u32 {
    let mut lines = 0;
    for part in inlines.split(|inline| *inline == Inline::Break) {
        // Words do not fill their lines to the end.
        lines += (run(part, size) * 106 / 100).div_ceil(width.max(1)).max(1);
    }
    lines
}
