//! `gnc message match` and `prefill`: a message compared with a document beside it, or filling it in.

use std::fmt::Write as _;
use std::path::Path;

use clap::ArgMatches;
use gnc::exchange::{compare, document, prefill};
use gnc::message::{self, Items, Syntax, Validator, judge};
use gnc::render::message::sample::to_json;
use gnc::render::print::json;
use gnc::report::{self, Format};
use gnc::text::Sources;
use gnc::view::message::MessageModel;
use gnc::view::message::matching::{Consequence, EntryKind, Matching};
use gnc::words::exchange as w;
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
        Some("json") => json::print(&report::comparison_json(model, matching, &made, say.lang)),
        _ => report::comparison(model, matching, &made, say.lang),
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
        crate::print(
            &json::print(&report::draft_json(model, matching, &made, &wrong, say.lang)),
            say,
        )?;
        return Ok(outcome);
    }
    let text = document::write(&matching.document, &made.document, *syntax, say.lang);
    let mut said = report::draft(&made, say.lang);
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
