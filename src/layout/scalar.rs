//! One scalar of the file, written again at another place or with other indentation.

use crate::layout::comments::line_end;
use crate::layout::quote::{is_plain, is_read_otherwise, quoted};
use crate::syntax::Scalar;

/// On one line; `source` is what stands in the file.
pub(super) fn on_one_line(source: &str, scalar: &Scalar, flow: bool) -> String {
    let text = &*scalar.text;
    if source.contains('\n') {
        return if is_plain(text, flow) { text.to_owned() } else { quoted(text) };
    }
    if scalar.plain {
        return source.to_owned();
    }
    if is_plain(text, flow) && !is_read_otherwise(text) {
        return text.to_owned();
    }
    // A string with quotes or backslashes reads best as its author wrote it.
    if source.starts_with('"') || text.contains(['"', '\\']) {
        source.to_owned()
    } else {
        quoted(text)
    }
}

/// Whether `source` is a text block, begun by `|` or `>`.
pub(super) fn is_text_block(source: &str, scalar: &Scalar) -> bool {
    !scalar.plain && source.starts_with(['|', '>'])
}

/// A scalar of several lines, its further lines indented by `indent`.
pub(super) fn on_lines(source: &str, indent: usize) -> String {
    let margin = " ".repeat(indent);
    let mut out = String::new();
    for (number, line) in source.lines().enumerate() {
        // A backslash at the end joins lines, and escapes a blank.
        let trimmed = line.trim_end();
        let line = if trimmed.ends_with('\\') { line.trim_end_matches('\r') } else { trimmed };
        if number == 0 {
            out.push_str(line);
            continue;
        }
        out.push('\n');
        let line = line.trim_start();
        if !line.is_empty() {
            out.push_str(&margin);
            out.push_str(line);
        }
    }
    out
}

/// A text block as its first line and the rest, indented by `indent`. `None` where only quotes can
/// say the same.
pub(super) fn text_block(source: &str, text: &str, indent: usize) -> Option<(String, String)> {
    let head = source.get(..line_end(source, 0))?;
    let style = head.get(..1)?;
    let content = text.trim_end_matches('\n');
    let marked = head.split('#').next()?.contains(|c: char| c.is_ascii_digit());
    if content.trim().is_empty() || marked || content.starts_with([' ', '\n']) {
        return None;
    }
    let chomp = match text.len() - content.len() {
        0 => "-",
        1 => "",
        _ => "+",
    };
    let margin = " ".repeat(indent);
    let mut out = String::new();
    let mut lines = |line: &str| {
        if !line.is_empty() {
            out.push_str(&margin);
            out.push_str(line);
        }
        out.push('\n');
    };
    if style == "|" {
        content.split('\n').for_each(&mut lines);
    } else {
        let body = source.lines().skip(1);
        let first = body.clone().find(|line| !line.trim().is_empty())?;
        let depth = first.len() - first.trim_start_matches(' ').len();
        for line in body {
            let blank = line.trim().is_empty();
            lines(if blank { "" } else { line.get(depth..)?.trim_end_matches('\r') });
        }
    }
    for _ in 1..text.len() - content.len() {
        out.push('\n');
    }
    Some((format!("{style}{chomp}"), out))
}
