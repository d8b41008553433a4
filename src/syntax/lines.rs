//! Lines of a text, found from a byte.

/// The first byte of the line `at` is on, not counting a byte order mark.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
    let mark = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    before.iter().rposition(|byte| *byte == b'\n').map_or(mark.min(at), |newline| newline + 1)
}

/// The end of the line `at` is on, without the line break.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let after = bytes.get(at..).unwrap_or(&[]);
    let end = after.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |next| at + next);
    if end > at && bytes.get(end - 1) == Some(&b'\r') { end - 1 } else { end }
}

/// The next line after the one `at` is on that begins, without indentation, with `word:`.
pub(super) fn next_top_level_key(text: &str, at: usize) -> Option<usize> {
    let mut start = line_end(text, at);
    while let Some(newline) = text.get(start..)?.find('\n') {
        start += newline + 1;
        let line = text.get(start..line_end(text, start))?;
        let word =
            line.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
        let word = word.count();
        let key = line.get(word..).is_some_and(|rest| rest == ":" || rest.starts_with(": "));
        if word > 0 && !line.starts_with('-') && key {
            return Some(start);
        }
    }
    None
}
