//! How values are printed: lengths of time, dates, shares, lists, and what is not agreed yet.

use crate::model::{Count, Date, Duration, Percent, Scalar, ScalarKind};
use crate::view::document::{Inline, Inlines};
use crate::words::Lang;
use crate::words::document as say;
use crate::words::document::{AND, DATE, FIRST, MONTHS, UNITS};

/// No-break space, between a number and its unit.
pub const NBSP: char = '\u{a0}';
/// Narrow no-break space: between groups of digits, before the French signs `;`, `:`, `!`, `?` and
/// `%`, and inside French quotation marks.
pub const NARROW: char = '\u{202f}';

/// A translation whose original has changed since, with the words that say so.
pub(super) fn stale(mut text: Inlines, lang: Lang) -> Inlines {
    text.push(Inline::Text(say::STALE.get(lang).to_owned()));
    vec![Inline::Stale(text)]
}

/// A text in another language than the document, with the words that say so.
pub(super) fn foreign(text: Inlines, other: &str, lang: Lang) -> Inlines {
    let mark = say::ONLY_IN.with(lang, &[("language", language(other, lang))]);
    vec![Inline::Foreign { lang: other.to_owned(), text }, Inline::Text(mark)]
}

/// What a language is called; its code where the program has no name for it.
pub(super) fn language(code: &str, lang: Lang) -> &str {
    let known = say::LANGUAGES.iter().find(|(it, _)| *it == code);
    known.map_or(code, |(_, words)| words.get(lang))
}

/// A length of time as it was written: `PT36H` is 36 hours, not a day and a half.
pub fn duration(duration: &Duration, lang: Lang) -> String {
    let mut parts = Vec::new();
    let (mut number, mut time) = (0_u32, false);
    for c in duration.text.chars() {
        match c {
            '0'..='9' => {
                number = number.saturating_mul(10).saturating_add(c.to_digit(10).unwrap_or(0));
            }
            'T' => time = true,
            _ => {
                let unit = if time && c == 'M' { 'm' } else { c };
                if let Some((_, one, many)) = UNITS.iter().find(|(key, ..)| *key == unit) {
                    let words = if is_one(lang, number) { one } else { many };
                    parts.push(words.with(lang, &[("n", &count(number, lang))]));
                }
                number = 0;
            }
        }
    }
    let parts: Vec<_> = parts.into_iter().map(|part| part.replacen(' ', "\u{a0}", 1)).collect();
    join(&parts, lang)
}

fn is_one(lang: Lang, number: u32) -> bool {
    match lang {
        Lang::En => number == 1,
        Lang::Fr => number < 2,
    }
}

/// A day, as `1 February 2027` or `1er février 2027`.
pub fn date(date: &Date, lang: Lang) -> String {
    let date = date.0;
    let day = match date.day() {
        1 => FIRST.get(lang).to_owned(),
        day => day.to_string(),
    };
    let place = usize::try_from(date.month() - 1).unwrap_or(0);
    let month = MONTHS.get(place).map_or("", |month| month.get(lang));
    let year = date.year().to_string();
    let date = DATE.with(lang, &[("day", &day), ("month", month), ("year", &year)]);
    date.replacen(' ', "\u{a0}", 1)
}

/// A share of a hundred with the decimals it was written with.
pub fn percent(percent: &Percent, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{}{NBSP}%", percent.0),
        Lang::Fr => format!("{}{NARROW}%", percent.0.replace('.', ",")),
    }
}

/// A whole number with its digits in groups of three, from 10,000 on.
pub fn count(number: u32, lang: Lang) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(if lang == Lang::En { ',' } else { NARROW });
        }
        out.push(digit);
    }
    out
}

/// Several, as `a, b and c`.
pub fn join(items: &[String], lang: Lang) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{}{}{last}", first.join(", "), AND.get(lang)),
    }
}

/// Yes or no.
pub fn flag(flag: bool, lang: Lang) -> String {
    (if flag { say::YES } else { say::NO }).get(lang).to_owned()
}

/// The letters of a place, counted from 0: a, b, … z, aa, ab, …
pub fn letters(mut place: usize, first: char) -> String {
    let mut out = Vec::new();
    loop {
        let step = u32::try_from(place % 26).unwrap_or(0);
        out.push(char::from_u32(u32::from(first) + step).unwrap_or(first));
        if place < 26 {
            return out.iter().rev().collect();
        }
        place = place / 26 - 1;
    }
}

/// A number in small Roman numerals.
pub fn roman(mut number: usize) -> String {
    const STEPS: [(usize, &str); 9] = [
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number > 399 {
        return number.to_string();
    }
    let mut out = String::new();
    for (value, letters) in STEPS {
        while number >= value {
            out.push_str(letters);
            number -= value;
        }
    }
    out
}

/// A number of bytes, as people read it: `21.9 kB`, « 21,9 ko ».
pub fn size(bytes: usize, lang: Lang) -> String {
    let (unit, decimal) = match lang {
        Lang::En => ("B", '.'),
        Lang::Fr => ("o", ','),
    };
    if bytes < 1_000 {
        return format!("{bytes} {unit}");
    }
    let tenths = bytes / 100;
    format!("{}{decimal}{} k{unit}", tenths / 10, tenths % 10)
}

/// A value of a kind that is written as one string, as it is printed.
pub(super) fn scalar(kind: &ScalarKind, text: &str, lang: Lang) -> String {
    let printed = match kind.name {
        "Date" => Date::parse(text).map(|it| date(&it, lang)),
        "Duration" => Duration::parse(text).map(|it| duration(&it, lang)),
        "Percent" => Percent::parse(text).map(|it| percent(&it, lang)),
        "Count" => Count::parse(text).map(|it| count(it.0, lang)),
        "Flag" => Some(flag(text == "true", lang)),
        _ => None,
    };
    printed.unwrap_or_else(|| text.to_owned())
}
