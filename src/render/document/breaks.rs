//! Where a code or an address may go on in the next line: nothing is added that a reader could copy.

/// A code of so many characters, as that of a rule, stays on one line: what it names is read at a glance.
const WHOLE: usize = 12;
/// Most characters of a code between two chances to break.
const LONGEST: usize = 18;
/// A run of more characters without a blank fits few columns of a table.
const TOO_LONG: usize = 20;
/// A run of more letters is no word.
const NO_WORD: usize = 30;

/// Whether a code is short enough to stay on one line.
pub(super) fn is_whole(code: &str) -> bool {
    code.chars().nth(WHOLE).is_none()
}

/// The pieces of a code: a line may end behind each.
pub(super) fn code(code: &str) -> Vec<&str> {
    if is_whole(code) {
        return if code.is_empty() { Vec::new() } else { vec![code] };
    }
    let mut pieces = Vec::new();
    let (mut from, mut length) = (0, 0);
    let mut before = ' ';
    for (at, c) in code.char_indices() {
        let is_joint = match before {
            '.' | '_' | '/' | '-' | '–' | ':' | '@' | ',' | ';' | '=' | '&' | '?' | '#' | '|'
            | '+' => c.is_alphanumeric() || c == '{',
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

/// A run of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Run<'a> {
    /// Words: a line may end at a blank, or where a word is hyphenated.
    Words(&'a str),
    /// What has no blank and is too long for a column: a line may end behind each piece.
    Pieces(Vec<&'a str>),
}

/// Whether a word is too long for a column, and none that a hyphen could part.
fn is_long(word: &str) -> bool {
    let more_than = |most: usize| word.chars().nth(most).is_some();
    more_than(TOO_LONG) && (more_than(NO_WORD) || word.contains(|c: char| !c.is_alphabetic()))
}

/// The runs of a text: one of words, unless something in it is too long.
pub(super) fn text(text: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let (mut from, mut at) = (0, 0);
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        if is_long(bare) {
            if from < at {
                runs.push(Run::Words(&text[from..at]));
            }
            runs.push(Run::Pieces(code(bare)));
            from = at + bare.len();
        }
        at += word.len();
    }
    if from < text.len() || runs.is_empty() {
        runs.push(Run::Words(&text[from..]));
    }
    runs
}
