//! Texts of authors in source code of each language: in comments and in literals they stay texts.

use std::fmt::Write;

/// Longest text of a comment, in characters.
const LONGEST: usize = 2_000;

/// A text on one line without anything that a compiler, an editor or a reviewer could take for more
/// than letters: no line ends, no control characters, no marks that turn the direction of writing.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().take(LONGEST) {
        let is_blank = c.is_whitespace() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{85}');
        if is_blank {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !c.is_control() && !is_invisible(c) {
            out.push(c);
        }
    }
    out.trim().to_owned()
}

/// Marks of direction, joiners and other characters that show nothing (Unicode TR 36).
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    )
}

/// A text in a block comment of TypeScript or Java: no end of the comment, no Unicode escape, no
/// element of HTML, no tag of documentation.
pub(super) fn block_comment(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in plain(text).chars() {
        match c {
            '*' => out.push_str("&#42;"),
            '\\' => out.push_str("&#92;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '@' => out.push_str("&#64;"),
            '{' => out.push_str("&#123;"),
            '}' => out.push_str("&#125;"),
            _ => out.push(c),
        }
    }
    out
}

/// A text in a line comment of Rust, which is Markdown.
pub(super) fn line_comment(text: &str) -> String {
    let text = markdown(text);
    if text.is_empty() { "—".to_owned() } else { text }
}

/// A text as a cell or a line of Markdown.
pub(super) fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in plain(text).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

/// A literal of TypeScript: that of JSON, all in ASCII.
pub(super) fn typescript(text: &str) -> String {
    ascii_literal(text)
}

/// A literal of Java. A backslash of the text is doubled, so that no escape of Unicode begins at it:
/// Java reads those before it knows literals from comments.
pub(super) fn java(text: &str) -> String {
    ascii_literal(text)
}

/// A literal in double quotes whose every character beyond ASCII is an escape of UTF-16, as
/// TypeScript, Java and JSON all read it.
fn ascii_literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            ' '..='~' => out.push(c),
            _ => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
        }
    }
    out.push('"');
    out
}

/// A literal of Rust, all in ASCII.
pub(super) fn rust(text: &str) -> String {
    format!("\"{}\"", text.escape_default())
}
