//! The pseudo-locale: every sentence of the tool in letters that nothing else is written in, so that
//! what was never given to translators shows. Only for the tests: feature `pseudo`.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// What stands for the letters of ASCII, small ones first.
const LETTERS: [&str; 2] = ["áƀćđéƒǵĥíĵķłɱńóƥɋřśţúṽŵẋýž", "ÁɃĆĐÉƑǴĤÍĴĶŁⱮŃÓƤɊŘŚŢÚṼŴẊÝŽ"];

/// A text in the pseudo-locale. `{placeholders}` stay as they are.
pub fn of(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let name = rest.strip_prefix('{').and_then(|it| it.split_once('}')).map(|(name, _)| name);
        let plain = |it: &&str| {
            !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        };
        let length = name.filter(plain).map_or(c.len_utf8(), |name| name.len() + 2);
        let (piece, tail) = rest.split_at(length);
        match c {
            'a'..='z' => out.extend(LETTERS[0].chars().nth(usize::from(c as u8 - b'a'))),
            'A'..='Z' => out.extend(LETTERS[1].chars().nth(usize::from(c as u8 - b'A'))),
            _ => out.push_str(piece),
        }
        rest = tail;
    }
    out
}

/// The same, once for each text.
pub(super) fn kept(text: &'static str) -> &'static str {
    static KNOWN: Mutex<BTreeMap<&'static str, &'static str>> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.entry(text).or_insert_with(|| String::leak(of(text)))
}
