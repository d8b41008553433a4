//! An expression as a sentence: in both languages, and different for what means something different.

use std::collections::BTreeMap;

use gnc::expression::{CodeList, RecordId, Vocabulary, paraphrase};
use gnc::words::{Label, Lang};

use super::world::{World, checked};

impl Vocabulary for World {
    fn label(&self, record: Option<RecordId>, name: &str) -> Label {
        use gnc::expression::Environment;
        let known = record.map_or_else(|| self.root(name), |it| self.field(it, name));
        let name = if known.is_some() { name } else { "" };
        Label::new(name, name)
    }
    fn record_label(&self, record: RecordId) -> Label {
        use gnc::expression::Environment;
        Label::new(self.record_name(record), self.record_name(record))
    }
    fn code_label(&self, _: CodeList, code: &str) -> Label {
        if code == "BTB" { Label::new("Back-to-back", "Dos à dos") } else { Label::default() }
    }
}

fn said(text: &str) -> Label {
    let checked = checked(text).unwrap_or_else(|faults| panic!("{text}: {faults:?}"));
    let say = |lang| paraphrase(&checked, &World, lang);
    Label::new(say(Lang::En), say(Lang::Fr))
}

#[test]
fn sentences_say_what_expressions_say() {
    for (text, en, fr) in [
        ("a <= b", "“a” does not exceed “b”", "« a » ne dépasse pas « b »"),
        ("a == 0.5", "“a” equals 0.5", "« a » vaut 0,5"),
        (
            "day <= moment",
            "“day” is not later than “moment”",
            "« day » ne vient pas après « moment »",
        ),
        (
            "!has(w.a) || has(w.b)",
            "if “w › a” is given, then “w › b” is given",
            "si « w › a » figure, alors « w › b » figure",
        ),
        (
            "code in ['RETRO', 'BTB']",
            "“code” is one of “RETRO” or “BTB” (Back-to-back)",
            "« code » est l’une des valeurs « RETRO » ou « BTB » (Dos à dos)",
        ),
        (
            "!(code in ['RETRO'])",
            "“code” is none of “RETRO”",
            "« code » n’est aucune des valeurs « RETRO »",
        ),
        (
            "items.all(i, i.n > 1)",
            "for each “items” (i), “n” of i exceeds 1",
            "pour chaque occurrence (i) de « items », « n » de i dépasse 1",
        ),
        (
            "p && (q || s != '')",
            "“p” is “yes”, and (“q” is “yes”, or “s” is not empty)",
            "« p » est « oui », et (« q » est « oui », ou « s » n’est pas vide)",
        ),
        (
            "moment - day <= duration('240h')",
            "the time from “day” to “moment” does not exceed 10 days",
            "le temps écoulé de « day » à « moment » ne dépasse pas 10 jours",
        ),
        (
            "abs(a - b) <= 0.5",
            "the difference between “a” and “b” does not exceed 0.5",
            "l’écart entre « a » et « b » ne dépasse pas 0,5",
        ),
        (
            "s.substring(0, 6) == t",
            "characters 1 to 6 of “s” is the same as “t”",
            "les caractères 1 à 6 de « s » est identique à « t »",
        ),
    ] {
        let label = said(text);
        assert_eq!((label.get(Lang::En), label.get(Lang::Fr)), (en, fr), "{text}");
    }
}

/// Every expression that is made from these parts means something else.
#[test]
fn different_expressions_give_different_sentences() {
    let mut all: Vec<String> = Vec::new();
    for sign in ["==", "!=", "<", "<=", ">", ">="] {
        for (left, right) in [
            ("a", "b"),
            ("day", "moment"),
            ("a - b", "1"),
            ("sum(numbers)", "a"),
            ("mass", "quantity(1, 'KGM')"),
            ("moment - day", "limit"),
            ("size(items)", "2"),
        ] {
            all.push(format!("{left} {sign} {right}"));
        }
        all.push(format!("items.all(i, i.n {sign} a)"));
    }
    let parts = ["p", "q", "a < b", "has(part.n)", "items.exists(i, i.n == a)"];
    for one in parts {
        for two in parts.iter().filter(|it| **it != one) {
            for three in parts.iter().filter(|it| *it != two && **it != one) {
                for form in [
                    "{1} && ({2} || {3})",
                    "({1} && {2}) || {3}",
                    "{1} || {2} || {3}",
                    "{1} && {2} && {3}",
                    "!({1}) || ({2} && {3})",
                    "(!({1}) || {2}) && {3}",
                    "!({1} && {2}) || {3}",
                    "{1} ? {2} : {3}",
                    "items.all(j, {1} && j.n > 1) && {2} && {3}",
                    "items.all(j, {1} && j.n > 1 && {2}) && {3}",
                    "!({1} || {2}) && {3}",
                    "!(!({1}) && {2}) || {3}",
                ] {
                    all.push(form.replace("{1}", one).replace("{2}", two).replace("{3}", three));
                }
            }
        }
    }
    for each in ["all", "exists", "exists_one"] {
        for inner in ["j.n == i.n", "i.n == a", "j.n == a", "j.n != i.n"] {
            all.push(format!("items.{each}(i, items.exists(j, {inner}))"));
            all.push(format!("items.exists(i, items.{each}(j, !({inner})) && p)"));
            all.push(format!("items.filter(i, {}).{each}(j, j.n > 2)", inner.replace("j.n", "1")));
        }
    }
    for lang in Lang::ALL {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for text in &all {
            let sentence = said(text).get(lang).to_owned();
            assert!(!sentence.contains('{'), "{sentence}");
            if let Some(other) = seen.insert(sentence.clone(), text) {
                assert!(*other == *text, "{other} and {text} both say: {sentence}");
            }
        }
    }
}
