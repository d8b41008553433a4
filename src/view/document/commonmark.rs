//! Words as `CommonMark`: nothing in them is taken for a mark.

/// Writes `text` so that a reader of `CommonMark` (with tables, strike-through and heading
/// attributes) gets exactly its words back, behind what `out` holds already. White space runs
/// together: a text of several lines becomes one line.
pub fn escape(text: &str, out: &mut String) {
    let mut words = text.split_ascii_whitespace();
    // A blank at the edge parts words from what stands beside them.
    if text.starts_with(|c: char| c.is_ascii_whitespace()) {
        out.push(' ');
    }
    let Some(first) = words.next() else { return };
    let line = out.rsplit('\n').next().unwrap_or("");
    if line.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '>' | '-')) {
        escape_first(first, out);
    } else {
        escape_word(first, out);
    }
    for word in words {
        out.push(' ');
        escape_word(word, out);
    }
    if text.ends_with(|c: char| c.is_ascii_whitespace()) {
        out.push(' ');
    }
}

/// The first word may stand at the head of a line, where more is a mark: the number of a list, a
/// heading, a bullet, a line below a heading.
fn escape_first(word: &str, out: &mut String) {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = word.split_at(digits);
    let all = |mark: char| !rest.is_empty() && rest.chars().all(|c| c == mark);
    let mark = matches!(rest, "." | ")")
        || (number.is_empty() && (rest == ":" || ['#', '+', '-', '='].into_iter().any(all)));
    out.push_str(number);
    if mark {
        out.push('\\');
    }
    escape_word(rest, out);
}

fn escape_word(word: &str, out: &mut String) {
    let mut chars = word.chars().peekable();
    while let Some(c) = chars.next() {
        let mark = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '{' | '}' | '$' => true,
            '&' => chars.peek().is_some_and(|c| c.is_ascii_alphanumeric() || *c == '#'),
            '!' => chars.peek() == Some(&'['),
            _ => false,
        };
        if mark {
            out.push('\\');
        }
        out.push(c);
    }
}
