//! A message compared with a document beside it, and a document filled in beforehand: for people and
//! for programs.

use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use crate::exchange::{Compared, Draft, Filling, Group, Said};
use crate::expression::Verdict;
use crate::view::message::MessageModel;
use crate::view::message::constraint::{Constraint, ConstraintKind};
use crate::view::message::matching::{Consequence, Matching};
use crate::words::{Lang, Words, exchange as w};

const fn result(of: Consequence) -> Words {
    match of {
        Consequence::Accept => w::RESULT_ACCEPT,
        Consequence::Discrepancy => w::RESULT_DISCREPANCY,
        Consequence::GuaranteeRelease => w::RESULT_GUARANTEE,
        Consequence::Refuse => w::RESULT_REFUSE,
    }
}

/// What came of comparing a message with a document beside it, for people: a paragraph for each item.
pub fn comparison(
    model: &MessageModel,
    matching: &Matching,
    made: &Compared<'_>,
    lang: Lang,
) -> String {
    let mut text = format!("{}\n", matching.label.any(lang));
    if let Some(key) = made.key {
        let words = match key {
            Verdict::Holds => w::KEY_HOLDS,
            Verdict::Fails => w::KEY_FAILS,
            Verdict::Undecided(_) => w::KEY_OPEN,
        };
        let _ = writeln!(text, "{}", words.with(lang, &[("key", &matching.key_written)]));
    }
    for group in &made.groups {
        let name = match group.list.is_empty() {
            true => w::WHOLE.get(lang).to_owned(),
            false => format!("{} {}", group.list, group.number),
        };
        let head = if group.is_open() { w::GROUP_OPEN } else { w::GROUP };
        let args = [("name", name.as_str()), ("result", result(group.result()).get(lang))];
        let _ = writeln!(text, "\n{}", head.with(lang, &args));
        for said in &group.said {
            text += &rule(model, said, lang);
        }
    }
    let open = made.groups.iter().any(Group::is_open);
    let words = if open { w::RESULT_OPEN } else { w::RESULT };
    let _ = writeln!(text, "\n{}", words.with(lang, &[("x", result(made.result()).get(lang))]));
    text
}

/// One rule: what it says, and what follows when it does not hold.
fn rule(model: &MessageModel, said: &Said<'_>, lang: Lang) -> String {
    let Some(of) = model.constraints.get(said.rule.constraint) else { return String::new() };
    let head = match said.verdict {
        Verdict::Holds => w::HOLDS,
        Verdict::Fails => w::FAILS,
        Verdict::Undecided(_) => w::OPEN,
    };
    let mut text = format!("  {}{}  {}\n", head.get(lang), of.name(), of.statement.any(lang));
    let mut more = |line: String| {
        let _ = writeln!(text, "      {line}");
    };
    match said.verdict {
        Verdict::Holds => {}
        Verdict::Fails => {
            for line in consequences(of, said, lang) {
                more(line);
            }
        }
        Verdict::Undecided(halt) => {
            let part = of.written.get(halt.start..halt.end).unwrap_or(&of.written);
            let args = [("x", halt.kind.words().get(lang)), ("part", part)];
            more(w::BECAUSE.with(lang, &args));
        }
    }
    text
}

fn consequences(of: &Constraint, said: &Said<'_>, lang: Lang) -> Vec<String> {
    let ConstraintKind::Rule { tolerance, action, code, .. } = &of.kind else { return Vec::new() };
    let mut lines = vec![match said.rule.tolerance_open {
        true => w::TOLERANCE_OPEN.get(lang).to_owned(),
        false => w::TOLERANCE.with(lang, &[("x", tolerance.any(lang))]),
    }];
    lines.push(w::OTHERWISE.with(lang, &[("x", action.any(lang))]));
    if !code.is_empty() {
        lines.push(w::RULE_CODE.with(lang, &[("x", code)]));
    }
    lines.push(w::RESULT.with(lang, &[("x", result(said.rule.result).get(lang))]));
    lines.retain(|it| !it.trim_end().ends_with(':'));
    lines
}

/// The same as [`comparison`], for programs.
pub fn comparison_json(
    model: &MessageModel,
    matching: &Matching,
    made: &Compared<'_>,
    lang: Lang,
) -> Json {
    let verdict = |it: Verdict| match it {
        Verdict::Holds => "holds",
        Verdict::Fails => "fails",
        Verdict::Undecided(_) => "undecided",
    };
    let said = |it: &Said<'_>| {
        let of = model.constraints.get(it.rule.constraint)?;
        let mut all = json!({"rule": of.name(), "verdict": verdict(it.verdict)});
        let ConstraintKind::Rule { tolerance, action, code, .. } = &of.kind else { return None };
        match it.verdict {
            Verdict::Holds => {}
            Verdict::Fails => {
                all["statement"] = of.statement.any(lang).into();
                all["tolerance"] = match it.rule.tolerance_open {
                    true => Json::Null,
                    false => tolerance.any(lang).into(),
                };
                all["action"] = action.any(lang).into();
                all["code"] = code.as_str().into();
                all["result"] = it.rule.result.id().into();
            }
            Verdict::Undecided(halt) => {
                all["because"] = halt.kind.words().get(lang).into();
                all["part"] = of.written.get(halt.start..halt.end).unwrap_or_default().into();
            }
        }
        Some(all)
    };
    let group = |it: &Group<'_>| {
        json!({
            "list": it.list,
            "item": if it.number == 0 { Json::Null } else { it.number.into() },
            "rules": it.said.iter().filter_map(said).collect::<Vec<_>>(),
            "decided": !it.is_open(),
            "result": it.result().id(),
        })
    };
    json!({
        "block": model.block,
        "matching": matching.id,
        "key": made.key.map(verdict),
        "groups": made.groups.iter().map(group).collect::<Vec<_>>(),
        "result": made.result().id(),
    })
}

/// What became of an entry.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Copied,
    Derived,
    Left,
    Unsaid,
}

fn fate(it: &Filling<'_>) -> Option<Fate> {
    let source = it.entry.source.as_ref();
    if it.filled == 0 && it.empty == 0 {
        return None;
    }
    Some(match source {
        None => Fate::Left,
        Some(_) if it.filled == 0 => Fate::Unsaid,
        Some(source) if source.copied => Fate::Copied,
        Some(_) => Fate::Derived,
    })
}

/// Where each entry of a document that was filled in beforehand comes from, for people.
pub fn draft(made: &Draft<'_>, lang: Lang) -> String {
    let mut text = String::new();
    let kinds = [
        (Fate::Copied, w::COPIED),
        (Fate::Derived, w::DERIVED),
        (Fate::Left, w::LEFT),
        (Fate::Unsaid, w::UNSAID),
    ];
    for (of, head) in kinds {
        let all: Vec<&Filling<'_>> =
            made.fillings.iter().filter(|it| fate(it) == Some(of)).collect();
        if all.is_empty() {
            continue;
        }
        let _ = writeln!(text, "{}", head.get(lang));
        for it in all {
            let (path, label) = (&*it.entry.path, it.entry.label.any(lang));
            let to = match it.entry.left_to.any(lang) {
                "" => w::LEFT_EMPTY.get(lang),
                to => to,
            };
            let line = match (&it.entry.source, of) {
                (Some(source), _) => {
                    let args = [("path", path), ("label", label), ("from", &source.written)];
                    w::FILLED_FROM.with(lang, &args)
                }
                (None, _) => {
                    w::LEFT_ITEM.with(lang, &[("path", path), ("label", label), ("to", to)])
                }
            };
            let _ = writeln!(text, "{line}");
        }
    }
    text
}

/// The same as [`draft`], for programs, with the document itself and what is `wrong` with it.
pub fn draft_json(
    model: &MessageModel,
    matching: &Matching,
    made: &Draft<'_>,
    wrong: &[String],
    lang: Lang,
) -> Json {
    let of = |wanted: Fate| -> Vec<Json> {
        let all = made.fillings.iter().filter(|it| fate(it) == Some(wanted));
        let all = all.map(|it| {
            let mut said = json!({"path": it.entry.path, "label": it.entry.label.any(lang)});
            match &it.entry.source {
                Some(source) => said["from"] = source.written.as_str().into(),
                None => said["left_to"] = it.entry.left_to.any(lang).into(),
            }
            said
        });
        all.collect()
    };
    json!({
        "block": model.block,
        "matching": matching.id,
        "document": {matching.document.name(): made.document},
        "copied": of(Fate::Copied),
        "derived": of(Fate::Derived),
        "left": of(Fate::Left),
        "unsaid": of(Fate::Unsaid),
        "wrong": wrong,
    })
}
