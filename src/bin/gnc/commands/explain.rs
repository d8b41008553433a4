//! `gnc explain`: rules, each with its reason and its examples.

use clap::ArgMatches;
use gnc::explain::page;
use gnc::rulebook::{Entry, find, json};
use gnc::words::cli;

use crate::line::Say;
use crate::{Failure, Outcome, commands};

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let (entries, outcome) = commands::rules(args, say)?;
    let wanted = args.get_many::<String>("rules").into_iter().flatten();
    let wanted = wanted.map(|it| find(&entries, it).ok_or_else(|| unknown(&entries, it, say)));
    let wanted = wanted.collect::<Result<Vec<Entry>, Failure>>()?;
    let text = match args.get_one::<String>("format").map(String::as_str) {
        Some("json") => json(&wanted, say.lang),
        _ => wanted.iter().map(|it| page(it, say.lang)).collect::<Vec<_>>().join("\n"),
    };
    crate::print(&text, say)?;
    Ok(outcome)
}

/// There is no such rule; perhaps one like it.
fn unknown(entries: &[Entry], wanted: &str, say: Say) -> Failure {
    let mut message = say.with(cli::NO_RULE, &[("name", wanted)]);
    let names = entries.iter().flat_map(|it| [it.code.id, it.code.name]);
    let names: Vec<_> = names.collect();
    if let Some(word) = gnc::model::closest(wanted, names) {
        message.push_str(": ");
        message.push_str(&say.with(cli::MEANT, &[("word", word)]));
    }
    Failure::Usage(message)
}
