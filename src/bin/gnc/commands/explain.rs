//! `gnc explain`: one rule, its reason and its examples.

use clap::ArgMatches;
use gnc::diag::Code;
use gnc::explain::page;
use gnc::words::cli;

use crate::line::Say;
use crate::{Failure, Outcome};

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let wanted = args.get_one::<String>("rule").map_or("", String::as_str);
    let codes = gnc::codes::all();
    let called = |code: &&&Code| code.id.eq_ignore_ascii_case(wanted) || code.name == wanted;
    let Some(code) = codes.iter().find(called) else {
        let names = codes.iter().flat_map(|code| [code.id, code.name]);
        let mut message = say.with(cli::NO_RULE, &[("name", wanted)]);
        if let Some(word) = gnc::model::closest(wanted, names) {
            message.push_str(": ");
            message.push_str(&say.with(cli::MEANT, &[("word", word)]));
        }
        return Err(Failure::Usage(message));
    };
    crate::print(&page(code, say.lang), say)?;
    Ok(Outcome::Clean)
}
