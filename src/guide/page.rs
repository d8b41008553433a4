//! The page of a part of a block, in Markdown and as JSON; the list of all parts.

use serde_json::{Value, json};

use crate::guide::{Part, Subject, example, parts};
use crate::model::Shape;
use crate::words::guide::TOPICS;
use crate::words::{Lang, guide, report};

/// The page of a subject.
pub fn page(subject: &Subject, lang: Lang) -> String {
    match subject {
        Subject::Part(part, also) => of_part(part, also, lang),
        Subject::Several(key, parts) => several(key, parts, lang),
        Subject::Topic(topic) => {
            let colon = colon(lang);
            let mut out = format!("# {}\n\n{}\n\n", topic.key, topic.what.get(lang));
            for (label, text) in [(report::WHY, topic.why), (guide::HOW, topic.how)] {
                out += &format!("- {}{colon} {}\n", label.get(lang), text.get(lang));
            }
            let example = topic.example;
            out + &format!("\n## {}\n\n```yaml\n{example}```\n", guide::EXAMPLE.get(lang))
        }
    }
}

fn of_part(part: &Part, also: &[Part], lang: Lang) -> String {
    let colon = colon(lang);
    let mut out = format!("# {}", part.key());
    if let Some(component) = part.component() {
        let number = component.number.map(|it| it.to_string()).unwrap_or_default();
        let args = [("n", number.as_str()), ("title", component.title.get(lang))];
        out += &format!(" ({})", guide::COMPONENT.with(lang, &args));
    }
    out += &format!("\n\n{}\n\n", part.what(lang));
    let mut facts = vec![(guide::PLACE, format!("`{}`", part.path))];
    facts.extend(asked(part, lang).map(|it| (guide::ASKED, it)));
    facts.extend(part.why().map(|it| (report::WHY, it.get(lang).to_owned())));
    facts.extend(part.advice().map(|it| (guide::HOW, it.how.get(lang).to_owned())));
    facts.push((guide::FORM, form(part.shape(), lang)));
    for (label, text) in facts {
        out += &format!("- {}{colon} {text}\n", label.get(lang));
    }
    if let Some(record) = part.record() {
        out += &format!("\n## {}\n\n", guide::KEYS.get(lang));
        for field in record.fields {
            out += &format!("- `{}`{colon} {}\n", field.key, field.said(lang));
        }
    }
    out += &match example(part) {
        Some(it) => format!("\n## {}\n\n```yaml\n{it}```\n", guide::EXAMPLE.get(lang)),
        None => format!("\n{}\n", guide::ONE_BY_ONE.get(lang)),
    };
    if !also.is_empty() {
        let places: Vec<_> = also.iter().map(|it| format!("`{}`", it.path)).collect();
        out += &format!("\n{} {}\n", guide::ALSO.get(lang), places.join(", "));
    }
    out
}

/// When a part is asked for, and by which rule; else when the first of the keys below it is.
fn asked(part: &Part, lang: Lang) -> Option<String> {
    if part.field.required {
        return Some(guide::REQUIRED.get(lang).to_owned());
    }
    let asks = part.asked().into_iter().map(|ask| {
        let words = match ask.kind {
            Some(_) => guide::ASKED_FROM_OF_KIND,
            None => guide::ASKED_FROM,
        };
        let status = ask.from.label().get(lang);
        let kind = ask.kind.unwrap_or("");
        words.with(lang, &[("status", status), ("kind", kind), ("rule", ask.rule)])
    });
    let asks: Vec<_> = asks.collect();
    if asks.is_empty() {
        let first = part.asked_below()?;
        return Some(guide::ASKED_BELOW.with(lang, &[("status", first.label().get(lang))]));
    }
    Some(asks.join("; "))
}

/// What may be written, in words.
pub fn form(shape: Shape, lang: Lang) -> String {
    match shape {
        Shape::Text => guide::A_TEXT.get(lang).to_owned(),
        Shape::Scalar(kind) => {
            guide::AS.with(lang, &[("what", kind.what.get(lang)), ("example", kind.example)])
        }
        Shape::Choice(choice) => {
            let word = |it: &crate::model::Variant| format!("`{}` ({})", it.id, it.label.get(lang));
            let words: Vec<_> = choice.variants.iter().map(word).collect();
            guide::ONE_OF.with(lang, &[("words", &words.join(", "))])
        }
        Shape::Record(_) | Shape::Fragment => guide::A_MAPPING.get(lang).to_owned(),
        Shape::List(item) => guide::A_LIST.with(lang, &[("item", &form(item(), lang))]),
        Shape::Negotiable(inner) => guide::OR_OPEN.with(lang, &[("value", &form(inner(), lang))]),
        Shape::PerName(inner) => guide::OR_BY_NAME.with(lang, &[("value", &form(inner(), lang))]),
    }
}

/// The places of a key that stands in several.
fn several(key: &str, parts: &[Part], lang: Lang) -> String {
    let mut out = format!("{}\n\n", guide::SEVERAL.with(lang, &[("key", key)]));
    for part in parts {
        out += &format!("- `{}`{} {}\n", part.path, colon(lang), part.what(lang));
    }
    out
}

/// Everything that can be explained: the parts of a block down to their keys of the second level.
pub fn list(lang: Lang) -> String {
    const DEEPEST: usize = 2;
    let shown: Vec<Part> = parts().into_iter().filter(|it| it.depth() <= DEEPEST).collect();
    let width = shown.iter().map(|it| it.key().len() + 2 * it.depth()).max().unwrap_or(0);
    let mut out = format!("{}\n{}\n", guide::LIST.get(lang), guide::LIST_HOW.get(lang));
    for part in &shown {
        let indent = "  ".repeat(part.depth() - 1);
        let key = format!("{indent}{}", part.key());
        let gap = if part.depth() == 1 { "\n" } else { "" };
        out += &format!("{gap}{key:width$}{}\n", part.what(lang));
    }
    out += &format!("\n{}\n", guide::EVERYWHERE.get(lang));
    for topic in TOPICS {
        let key = format!("  {}", topic.key);
        out += &format!("{key:width$}{}\n", topic.what.get(lang));
    }
    out
}

/// The same as the pages, for programs: one object, as in `docs/schema/parts.schema.json`.
pub fn json(subjects: &[Subject], lang: Lang) -> String {
    let mut all = Vec::new();
    for subject in subjects {
        match subject {
            Subject::Part(part, _) => all.push(object(part, lang)),
            Subject::Several(_, parts) => all.extend(parts.iter().map(|it| object(it, lang))),
            Subject::Topic(topic) => all.push(json!({
                "path": topic.key,
                "what": topic.what.get(lang),
                "why": topic.why.get(lang),
                "how": topic.how.get(lang),
                "example": topic.example,
            })),
        }
    }
    format!("{:#}\n", json!({"gnc_parts": 1, "language": lang.code(), "parts": all}))
}

fn object(part: &Part, lang: Lang) -> Value {
    let keys = part.record().map_or(&[][..], |it| it.fields);
    let keys = keys.iter().map(|it| json!({"key": it.key, "what": it.said(lang)}));
    let asks = part.asked().into_iter();
    let asks = asks.map(|it| json!({"from": it.from.id(), "rule": it.rule, "kind": it.kind}));
    json!({
        "path": part.path,
        "component": part.component().and_then(|it| it.number),
        "what": part.what(lang),
        "why": part.why().map(|it| it.get(lang)),
        "how": part.advice().map(|it| it.how.get(lang)),
        "required": part.field.required,
        "asked": asks.collect::<Vec<_>>(),
        "form": form(part.shape(), lang),
        "keys": keys.collect::<Vec<_>>(),
        "example": example(part),
    })
}

fn colon(lang: Lang) -> &'static str {
    if lang == Lang::Fr { "\u{a0}:" } else { ":" }
}
