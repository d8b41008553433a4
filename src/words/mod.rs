//! Every sentence the tool says, in each language it speaks.
//!
//! A sentence is a [`Words`]: the compiler refuses one that lacks a language. Placeholders are
//! written `{name}`; [`fill`] puts the arguments in. Sentences of a rule stand with the rule; all
//! others stand in [`labels`].

pub mod advice;
pub mod catalogue;
pub mod cli;
pub mod diff;
pub mod document;
pub mod documents;
pub mod exchange;
pub mod expression;
pub mod guide;
pub mod index;
pub mod labels;
pub mod mapping;
pub mod message;
pub mod notes;
pub mod paraphrase;
pub mod points;
pub mod process;
pub mod profile;
#[cfg(feature = "pseudo")]
pub mod pseudo;
pub mod reference;
pub mod report;
pub mod requests;
pub mod rulebook;
pub mod settings;
pub mod start;
pub mod status;
pub mod stub;
pub mod tables;
pub mod usage;
pub mod workbook;

/// A language the tool speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

impl Lang {
    /// Every language, in the order in which they are written out.
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// The ISO 639-1 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// The language with this ISO 639-1 code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

/// The language of a document, or the two in which it is printed side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Languages {
    /// One language.
    One(Lang),
    /// Two languages: the left column, then the right one.
    Two(Lang, Lang),
}

impl Languages {
    /// Every choice there is: each language, then each pair.
    pub const ALL: [Self; 4] = [
        Self::One(Lang::En),
        Self::One(Lang::Fr),
        Self::Two(Lang::En, Lang::Fr),
        Self::Two(Lang::Fr, Lang::En),
    ];

    /// The languages, in the order of the columns.
    pub fn each(self) -> impl Iterator<Item = Lang> {
        let (first, second) = match self {
            Self::One(lang) => (lang, None),
            Self::Two(left, right) => (left, Some(right)),
        };
        std::iter::once(first).chain(second)
    }

    /// The name on the command line and in the manifest, as `en` or `en+fr`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::One(lang) => lang.code(),
            Self::Two(Lang::En, Lang::Fr) => "en+fr",
            Self::Two(Lang::Fr, Lang::En) => "fr+en",
            Self::Two(Lang::En, Lang::En) => "en+en",
            Self::Two(Lang::Fr, Lang::Fr) => "fr+fr",
        }
    }

    /// The same in the name of a file, where `+` is not safe everywhere: `en-fr`.
    pub fn suffix(self) -> String {
        self.code().replace('+', "-")
    }

    /// The languages of this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// One sentence in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Words {
    /// English.
    pub en: &'static str,
    /// French.
    pub fr: &'static str,
}

impl Words {
    /// The sentence in `lang`.
    #[cfg(not(feature = "pseudo"))]
    pub const fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Fr => self.fr,
        }
    }

    /// The sentence in `lang`; for French the one of the pseudo-locale.
    #[cfg(feature = "pseudo")]
    pub fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Fr => pseudo::kept(self.fr),
        }
    }

    /// The sentence in `lang` with its placeholders filled.
    pub fn with(&self, lang: Lang, args: &[(&str, &str)]) -> String {
        fill(self.get(lang), |name| args.iter().find(|(key, _)| *key == name).map(|(_, v)| *v))
    }
}

/// A text of a block or of the reference data in every language; empty where it has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
}

impl Label {
    /// English, then French.
    pub fn new(en: impl Into<String>, fr: impl Into<String>) -> Self {
        Self { en: en.into(), fr: fr.into() }
    }

    /// The text in `lang`; empty where there is none.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }

    /// The text in `lang`, else in another language: what exists is better than a gap.
    pub fn any(&self, lang: Lang) -> &str {
        let text = self.get(lang);
        if !text.is_empty() {
            return text;
        }
        if self.en.is_empty() { &self.fr } else { &self.en }
    }
}

/// Shorthand for a [`Words`]: English, then French.
pub const fn words(en: &'static str, fr: &'static str) -> Words {
    Words { en, fr }
}

/// Replaces each `{name}` of `pattern` by what `value` gives; an unknown name stays as written.
pub fn fill<'a>(pattern: &str, value: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut out = String::with_capacity(pattern.len() + 32);
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        let (before, tail) = rest.split_at(open);
        out.push_str(before);
        let close = tail.find('}');
        if let Some((at, text)) = close.and_then(|at| Some((at, value(&tail[1..at])?))) {
            out.push_str(text);
            rest = &tail[at + 1..];
        } else {
            out.push('{');
            rest = &tail[1..];
        }
    }
    out.push_str(rest);
    out
}

/// The placeholders of a sentence: `{name}`, of small letters. Braces of an example are none.
pub fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| {
        let (name, _) = rest.split_once('}')?;
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
        (!name.is_empty() && name.bytes().all(plain)).then_some(name)
    })
}

/// Says a count with its noun: `one` for what the language counts as singular, else `many`.
/// French counts 0 and 1 as singular, English only 1.
pub fn count(lang: Lang, n: usize, one: Words, many: Words) -> String {
    let singular = match lang {
        Lang::En => n == 1,
        Lang::Fr => n < 2,
    };
    let words = if singular { one } else { many };
    words.with(lang, &[("n", &n.to_string())])
}
