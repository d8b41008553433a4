//! Why a reference document cannot be used.

use crate::words::reference as say;
use crate::words::{Lang, Words};

/// Why a reference document cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is no Word document, or one with a password.
    NotWord,
    /// It is in the strict form of the format, with other namespaces.
    Strict,
    /// It unpacks to more than so many megabytes.
    TooLarge(u64),
    /// This part cannot be read.
    Damaged(String),
    /// It lacks these styles.
    NoStyle(Vec<&'static str>),
    /// This style is of the first kind, and has to be of the second.
    WrongStyle(String, String, String),
    /// This part holds an object of this kind, which cannot be taken over.
    Object(String, String),
    /// Its pages leave too little room for text, or are larger than Word has them.
    NoRoom,
}

impl Fault {
    /// The same in words, with what to do about it.
    pub fn say(&self, lang: Lang) -> String {
        let named = |name: &str| say::NAME.with(lang, &[("name", name)]);
        match self {
            Self::NotWord => say::NOT_WORD.get(lang).to_owned(),
            Self::NoRoom => say::NO_ROOM.get(lang).to_owned(),
            Self::Strict => say::STRICT.get(lang).to_owned(),
            Self::TooLarge(limit) => say::TOO_LARGE.with(lang, &[("limit", &limit.to_string())]),
            Self::Damaged(part) => say::DAMAGED.with(lang, &[("part", part)]),
            Self::NoStyle(names) => {
                let names: Vec<_> = names.iter().map(|name| named(name)).collect();
                say::NO_STYLE.with(lang, &[("styles", &names.join(", "))])
            }
            Self::WrongStyle(style, found, wanted) => {
                let kind = |id: &str| {
                    let known = say::KINDS.iter().find(|(it, _)| *it == id);
                    known.map_or_else(
                        || id.to_owned(),
                        |(_, words): &(_, Words)| words.get(lang).to_owned(),
                    )
                };
                let (style, found, wanted) = (named(style), kind(found), kind(wanted));
                let args = [("style", &*style), ("found", &*found), ("wanted", &*wanted)];
                say::WRONG_STYLE.with(lang, &args)
            }
            Self::Object(part, object) => {
                say::OBJECT.with(lang, &[("part", part), ("object", object)])
            }
        }
    }
}
