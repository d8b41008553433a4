//! `gnc message match` and `prefill`: a message compared with a document beside it, or filling it in.

use std::fmt::Write as _;
use std::path::Path;

use clap::ArgMatches;
use gnc::exchange::{Compared, Draft, Filling, Group, Said, compare, document, prefill};
use gnc::expression::Verdict;
use gnc::message::{self, Items, Syntax, Validator, judge};
use gnc::render::message::sample::to_json;
use gnc::render::print::json;
use gnc::report::{self, Format};
use gnc::text::Sources;
use gnc::view::message::MessageModel;
use gnc::view::message::constraint::{Constraint, ConstraintKind};
use gnc::view::message::matching::{Consequence, EntryKind, Matching};
use gnc::words::{Lang, Words, exchange as w};
use serde_json::{Map, Value as Json, json};

use crate::line::Say;
use crate::{Failure, Outcome, commands, disk};

/// A message that was read, and the matching that it is used for.
struct Read<'m> {
    validator: Validator,
    at: usize,
    items: Items,
    syntax: Syntax,
    matching: &'m Matching,
}

/// Reads the message that is named; `None` where it is not in good form, which is then said.
fn read<'m>(
    args: &ArgMatches,
    model: &'m MessageModel,
    fills: bool,
    say: Say,
) -> Result<Option<Read<'m>>, Failure> {
    let file = args.get_one::<String>("message").map_or("", String::as_str);
    let bytes = disk::bytes(Path::new(file), message::MAX_BYTES, say)?;
    let validator = Validator::new(model);
    let mut sources = Sources::default();
    let (_, judged) = judge(&validator, &mut sources, file, bytes);
    let usable = judged.conforms();
    let (Some(at), Some(items), true) = (judged.message, judged.items, usable) else {
        let colour = commands::colour(args);
        let text = report::print(Format::Human, &sources, &judged.findings, say.lang, colour);
        commands::to_stderr(&format!("{text}\n{}\n", w::NOT_COMPARED.get(say.lang)));
        return Ok(None);
    };
    let wanted = args.get_one::<String>("matching");
    let chosen = model.matchings.iter().find(|it| {
        it.messages.contains(&at)
            && wanted.is_none_or(|id| *id == it.id)
            && (!fills || it.document.is_filled())
    });
    let Some(matching) = chosen else {
        let known: Vec<&str> = model.matchings.iter().map(|it| it.id.as_str()).collect();
        let known = if known.is_empty() { "—".to_owned() } else { known.join(", ") };
        let args =
            [("block", model.block.as_str()), ("message", validator.id(at)), ("known", &known)];
        return Err(Failure::Usage(say.with(w::NO_MATCHING, &args)));
    };
    Ok(Some(Read { validator, at, items, syntax: judged.syntax, matching }))
}

pub(super) fn compared(
    args: &ArgMatches,
    model: &MessageModel,
    facts: Option<Json>,
    say: Say,
) -> Result<Outcome, Failure> {
    let Some(read) = read(args, model, false, say)? else { return Ok(Outcome::Findings) };
    let file = args.get_one::<String>("document").map_or("", String::as_str);
    let bytes = disk::bytes(Path::new(file), message::MAX_BYTES, say)?;
    let bytes = match read.matching.document.kind {
        EntryKind::Like => as_document(model, &read.validator, bytes),
        _ => bytes,
    };
    let found = document::read(&read.matching.document, bytes);
    let (wrong, found) = match found {
        Ok(found) => (document::check(&read.matching.document, &found.0, false), Some(found)),
        Err(wrong) => (vec![wrong], None),
    };
    let Some((found, beside)) = found.filter(|_| wrong.is_empty()) else {
        let head = say.with(w::DOCUMENT_WRONG, &[("file", file), ("block", &model.block)]);
        let all: Vec<String> = wrong.iter().map(|it| it.message(say.lang)).collect();
        commands::to_stderr(&format!("{head}\n{}\n", all.join("\n")));
        return Ok(Outcome::Findings);
    };
    let mut known = match facts {
        Some(Json::Object(known)) => known,
        _ => Map::new(),
    };
    known.extend(beside);
    let Read { validator, at, items, matching, .. } = &read;
    let made = compare(model, validator, (*at, items), matching, (&found, &known));
    let Some(made) = made else { return Ok(Outcome::Findings) };
    let text = match args.get_one::<String>("format").map(String::as_str) {
        Some("json") => json::print(&as_json(model, matching, &made, say.lang)),
        _ => as_text(model, matching, &made, say.lang),
    };
    crate::print(&text, say)?;
    Ok(match made.result() {
        Consequence::Accept => Outcome::Clean,
        _ => Outcome::Findings,
    })
}

/// The document of a message of the block, where it is one: what a document is like may be sent, too.
fn as_document(model: &MessageModel, validator: &Validator, bytes: Vec<u8>) -> Vec<u8> {
    let (_, judged) = judge(validator, &mut Sources::default(), "", bytes.clone());
    let conforms = judged.conforms();
    let (Some(at), Some(items), true) = (judged.message, judged.items, conforms) else {
        return bytes;
    };
    let spec = model.messages.get(at);
    let tree = message::element(validator, at, &items);
    let own = spec.zip(tree).and_then(|it| to_json(&it.1).get(&it.0.root.json).cloned());
    own.map_or(bytes, |it| it.to_string().into_bytes())
}

const fn result(of: Consequence) -> Words {
    match of {
        Consequence::Accept => w::RESULT_ACCEPT,
        Consequence::Discrepancy => w::RESULT_DISCREPANCY,
        Consequence::GuaranteeRelease => w::RESULT_GUARANTEE,
        Consequence::Refuse => w::RESULT_REFUSE,
    }
}

fn as_text(model: &MessageModel, matching: &Matching, made: &Compared<'_>, lang: Lang) -> String {
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

fn as_json(model: &MessageModel, matching: &Matching, made: &Compared<'_>, lang: Lang) -> Json {
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

pub(super) fn prefilled(
    args: &ArgMatches,
    model: &MessageModel,
    facts: Option<Json>,
    say: Say,
) -> Result<Outcome, Failure> {
    let Some(read) = read(args, model, true, say)? else { return Ok(Outcome::Findings) };
    let facts = facts.unwrap_or_else(|| json!({}));
    let Read { validator, at, items, matching, syntax } = &read;
    let Some(made) = prefill(validator, (*at, items), matching, &facts) else {
        return Ok(Outcome::Findings);
    };
    // What the message says may not be what the document admits.
    let wrong = document::check(&matching.document, &made.document, true);
    let wrong: Vec<String> = wrong.iter().map(|it| it.message(say.lang)).collect();
    let outcome = if wrong.is_empty() { Outcome::Clean } else { Outcome::Findings };
    if args.get_one::<String>("format").is_some_and(|it| it == "json") {
        crate::print(&json::print(&draft_json(model, matching, &made, &wrong, say.lang)), say)?;
        return Ok(outcome);
    }
    let text = document::write(&matching.document, &made.document, *syntax, say.lang);
    let mut said = draft_text(&made, say.lang);
    for it in wrong {
        let _ = writeln!(said, "{it}");
    }
    if let Some(out) = args.get_one::<String>("out") {
        disk::create(Path::new(out), &text, say)?;
        crate::print(&said, say)?;
    } else {
        crate::print(&text, say)?;
        commands::to_stderr(&said);
    }
    Ok(outcome)
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

fn draft_text(made: &Draft<'_>, lang: Lang) -> String {
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

fn draft_json(
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
