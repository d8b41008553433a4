//! `gnc schema`: the JSON Schema of the block file format, or of files of house rules.

use clap::ArgMatches;
use gnc::model::{house_schema, schema};

use crate::line::Say;
use crate::{Failure, Outcome};

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let schema = match args.get_one::<String>("what").map(String::as_str) {
        Some("house-rules") => house_schema(),
        _ => schema(),
    };
    crate::print(&format!("{schema:#}\n"), say)?;
    Ok(Outcome::Clean)
}
