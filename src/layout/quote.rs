//! When a string needs quotes, so that readers of YAML 1.1 and 1.2 all take it for that string.

/// `text` as it is written in a block file: without quotes where every reader takes it for this
/// string; `flow` says whether it stands in brackets.
pub fn written(text: &str, flow: bool) -> String {
    if is_plain(text, flow) { text.to_owned() } else { quoted(text) }
}

/// `text` in double quotes, on one line.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => {
                out.push_str(&format!("\\u{:04X}", u32::from(c)));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether every reader takes `text` without quotes for this string.
pub(super) fn is_plain(text: &str, flow: bool) -> bool {
    const INDICATORS: &[char] = &[
        '-', '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@',
        '`', '=', '<',
    ];
    let breaks =
        |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{85}');
    !text.is_empty()
        && text.trim() == text
        && !text.starts_with(INDICATORS)
        && !text.ends_with(':')
        && !text.contains(": ")
        && !text.contains(" #")
        && !(flow && text.contains([',', '[', ']', '{', '}']))
        && !(flow && text.contains("::"))
        && !text.contains(breaks)
        && !text.starts_with("...")
        && !is_read_otherwise(text)
}

/// Whether some reader takes `text` without quotes for a truth value, a number, a date or nothing.
pub fn is_read_otherwise(text: &str) -> bool {
    const WORDS: &[&str] =
        &["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<"];
    let lower = text.to_ascii_lowercase();
    WORDS.contains(&lower.as_str()) || is_number(&lower) || is_date(text)
}

/// Integers, decimals and sexagesimals of YAML 1.1 and 1.2; `text` in lower case.
fn is_number(text: &str) -> bool {
    let body = text.strip_prefix(['+', '-']).unwrap_or(text);
    if matches!(body, ".inf" | ".nan") {
        return true;
    }
    let digits = |text: &str| text.bytes().all(|it| it.is_ascii_digit() || it == b'_');
    if let Some(rest) = body.strip_prefix("0x").or_else(|| body.strip_prefix("0o")) {
        return !rest.is_empty() && rest.bytes().all(|it| it.is_ascii_hexdigit() || it == b'_');
    }
    if let Some(rest) = body.strip_prefix("0b") {
        return !rest.is_empty() && digits(rest);
    }
    let begins = body.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    if !begins || !body.bytes().any(|it| it.is_ascii_digit()) {
        return false;
    }
    if body.contains(':') {
        return body.split(':').all(|part| digits(&part.replacen('.', "", 1)));
    }
    let (number, exponent) = body.split_once('e').map_or((body, None), |(a, b)| (a, Some(b)));
    let exponent = exponent.is_none_or(|it| {
        let it = it.strip_prefix(['+', '-']).unwrap_or(it);
        !it.is_empty() && digits(it)
    });
    exponent && digits(&number.replacen('.', "", 1))
}

/// Dates and times of day after a date.
fn is_date(text: &str) -> bool {
    let day = text.split(['T', 't', ' ']).next().unwrap_or("");
    let parts: Vec<&str> = day.split('-').collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(digits) && parts.first().is_some_and(|it| it.len() == 4)
}
