//! `gnc rules`: every rule, or those that are asked for.

use clap::ArgMatches;
use gnc::check::EXAMPLE_BLOCK;
use gnc::diag::{Pack, Severity};
use gnc::model::Maturity;
use gnc::rulebook::{Format, Wanted, print};

use crate::line::Say;
use crate::{Failure, Outcome, commands};

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    if args.get_flag("example") {
        crate::print(EXAMPLE_BLOCK, say)?;
        return Ok(Outcome::Clean);
    }
    let given = |name: &str| args.get_one::<String>(name).map(String::as_str);
    let packs = args.get_many::<String>("pack").into_iter().flatten();
    let wanted = Wanted {
        packs: packs.filter_map(|id| Pack::from_id(id)).collect(),
        basis: given("basis").map(str::to_owned),
        severity: given("severity").and_then(Severity::from_id),
        status: given("status").and_then(|it| it.parse::<Maturity>().ok()),
        has_fix: args.get_flag("has-fix"),
    };
    let format = given("format").and_then(Format::from_id).unwrap_or_default();
    let (entries, outcome) = commands::rules(args, say)?;
    let chosen: Vec<_> = entries.into_iter().filter(|it| wanted.takes(it)).collect();
    crate::print(&print(format, &chosen, wanted.status, say.lang), say)?;
    Ok(outcome)
}
