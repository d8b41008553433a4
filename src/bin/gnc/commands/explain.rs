//! `gnc explain`: rules, each with its reason and its examples, and the parts of a block.

use clap::ArgMatches;
use gnc::explain::page;
use gnc::guide::{self, Subject};
use gnc::rulebook::{Entry, find, json};
use gnc::words::{cli, guide as words};

use crate::line::Say;
use crate::{Failure, Outcome, commands};

/// What was asked for.
enum Asked {
    Rule(Entry),
    Part(Subject),
}

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let wanted: Vec<&String> = args.get_many::<String>("rules").into_iter().flatten().collect();
    if wanted.is_empty() {
        crate::print(&guide::list(say.lang), say)?;
        return Ok(Outcome::Clean);
    }
    let (entries, outcome) = commands::rules(args, say)?;
    let one = |name: &String| {
        let rule = find(&entries, name).map(Asked::Rule);
        let asked = rule.or_else(|| guide::find(name, say.lang).map(Asked::Part));
        asked.ok_or_else(|| unknown(&entries, name, say))
    };
    let asked = wanted.into_iter().map(one).collect::<Result<Vec<Asked>, Failure>>()?;
    let said = |it: &Asked| match it {
        Asked::Rule(rule) => page(rule, say.lang),
        Asked::Part(part) => guide::page(part, say.lang),
    };
    let text = match args.get_one::<String>("format").map(String::as_str) {
        Some("json") => as_json(asked, say)?,
        _ => asked.iter().map(said).collect::<Vec<_>>().join("\n"),
    };
    crate::print(&text, say)?;
    Ok(outcome)
}

/// One object for rules, another for parts of a block.
fn as_json(asked: Vec<Asked>, say: Say) -> Result<String, Failure> {
    let (mut rules, mut parts) = (Vec::new(), Vec::new());
    for it in asked {
        match it {
            Asked::Rule(rule) => rules.push(rule),
            Asked::Part(part) => parts.push(part),
        }
    }
    match (rules.is_empty(), parts.is_empty()) {
        (_, true) => Ok(json(&rules, say.lang)),
        (true, false) => Ok(guide::json(&parts, say.lang)),
        (false, false) => Err(Failure::Usage(words::NOT_TOGETHER.get(say.lang).to_owned())),
    }
}

/// There is nothing of this name; perhaps something like it.
fn unknown(entries: &[Entry], wanted: &str, say: Say) -> Failure {
    let mut message = say.with(words::UNKNOWN, &[("name", wanted)]);
    let names = entries.iter().flat_map(|it| [it.code.id, it.code.name]);
    let rule = gnc::model::closest(wanted, names).map(str::to_owned);
    let part = guide::nearest(wanted);
    let both = rule.iter().chain(&part).map(String::as_str);
    if let Some(word) = gnc::model::closest(wanted, both) {
        message.push_str(": ");
        message.push_str(&say.with(cli::MEANT, &[("word", word)]));
    }
    Failure::Usage(message)
}
