//! Where a code or an address may go on in the next line: nothing is added that a reader could copy.

/// Most characters of a code between two chances to break.
const LONGEST: usize = 18;
/// A run of this many characters without a blank fits no column of a table.
const TOO_LONG: usize = 30;

/// The pieces of a code: a line may end behind each.
pub(super) fn code(code: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut from, mut length) = (0, 0);
    let mut before = ' ';
    for (at, c) in code.char_indices() {
        let is_joint = match before {
            '.' | '_' | '/' | '-' | ':' | '@' | ',' | ';' | '=' | '&' | '?' | '#' | '|' | '+' => {
                c.is_alphanumeric() || c == '{'
            }
            it => it.is_lowercase() && c.is_uppercase(),
        };
        if at > from && (is_joint && length > 2 || length >= LONGEST) {
            pieces.push(&code[from..at]);
            (from, length) = (at, 0);
        }
        before = c;
        length = if c.is_whitespace() { 0 } else { length + 1 };
    }
    if from < code.len() {
        pieces.push(&code[from..]);
    }
    pieces
}

/// The pieces of a text: one, unless a run without a blank is too long for a line.
pub(super) fn text(text: &str) -> Vec<&str> {
    let is_long = |run: &str| run.chars().nth(TOO_LONG).is_some();
    if !text.split(char::is_whitespace).any(is_long) {
        return vec![text];
    }
    let mut pieces: Vec<&str> = Vec::new();
    for run in text.split_inclusive(char::is_whitespace) {
        if is_long(run) {
            pieces.extend(code(run));
        } else {
            pieces.push(run);
        }
    }
    pieces
}
