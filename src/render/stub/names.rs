//! Identifiers of programs: unique where they stand, never a word that a language keeps for itself.

use std::collections::BTreeSet;

/// The names given so far in one place; two that differ only in the case of letters count as one.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// No names but these, which are kept for others.
    pub(super) fn but(kept: &[&str]) -> Self {
        Self { taken: kept.iter().map(|it| it.to_ascii_lowercase()).collect() }
    }

    /// `wanted`, or the same with a number behind it where that is taken.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        let mut count = 2;
        while !self.taken.insert(name.to_ascii_lowercase()) {
            name = format!("{wanted}{count}");
            count += 1;
        }
        name
    }
}

/// `text` in words of ASCII letters and digits: `E-SCHEMA` is `E`, `SCHEMA`, `verifiedOn` is
/// `verified`, `On`. Never empty, and no first word begins with a digit.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    let chars: Vec<char> = text.chars().collect();
    for (at, c) in chars.iter().enumerate() {
        if !c.is_ascii_alphanumeric() {
            open = false;
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| chars.get(at));
        let turns = c.is_ascii_uppercase()
            && (before.is_some_and(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
                || before.is_some_and(char::is_ascii_uppercase)
                    && chars.get(at + 1).is_some_and(char::is_ascii_lowercase));
        match words.last_mut().filter(|_| open && !turns) {
            Some(word) => word.push(*c),
            None => words.push(c.to_string()),
        }
        open = true;
    }
    if words.first().is_none_or(|it| it.starts_with(|c: char| c.is_ascii_digit())) {
        words.insert(0, "x".to_owned());
    }
    words
}

/// `text` as `lowerCamelCase`.
pub(super) fn lower_camel(text: &str) -> String {
    let words = words(text);
    let mut out = String::new();
    for (at, word) in words.iter().enumerate() {
        let low = word.to_ascii_lowercase();
        out.push_str(&if at == 0 { low } else { capital(&low) });
    }
    out
}

/// `text` as `UpperCamelCase`.
pub(super) fn upper_camel(text: &str) -> String {
    words(text).iter().map(|word| capital(&word.to_ascii_lowercase())).collect()
}

/// `text` as `UPPER_SNAKE_CASE`.
pub(super) fn upper_snake(text: &str) -> String {
    words(text).join("_").to_ascii_uppercase()
}

/// The name of the method that sends what an operation receives: `receiveReceipt` is `sendReceipt`.
pub(super) fn sending(operation: &str) -> String {
    match operation.strip_prefix("receive") {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_uppercase()) => format!("send{rest}"),
        _ => lower_camel(operation),
    }
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |c| c.to_ascii_uppercase().to_string() + chars.as_str())
}
