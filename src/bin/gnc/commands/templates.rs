//! `gnc templates export`: write the templates of the documents out, to be edited.

use std::path::Path;

use clap::ArgMatches;
use gnc::render::document::pdf;
use gnc::view::document::templates::EMBEDDED;
use gnc::words::cli;

use crate::line::Say;
use crate::{Failure, Outcome, disk};

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let Some(("export", args)) = args.subcommand() else { return Ok(Outcome::Clean) };
    let folder = args.get_one::<String>("dir").map_or(Path::new(""), |it| Path::new(it));
    let all: Vec<(&str, &str)> = EMBEDDED.iter().chain(pdf::TEMPLATES).copied().collect();
    if !args.get_flag("force") {
        // Nothing is written when anything is there: half an export would mix two versions.
        let there = all.iter().find(|(name, _)| folder.join(name).exists());
        if let Some((name, _)) = there {
            let path = disk::shown(&folder.join(name));
            return Err(Failure::Io(say.with(cli::TEMPLATE_THERE, &[("path", &path)])));
        }
    }
    for (name, text) in &all {
        disk::create(&folder.join(name), text, say)?;
    }
    let (n, path) = (all.len().to_string(), disk::shown(folder));
    let said = say.with(cli::TEMPLATES_WRITTEN, &[("n", &n), ("path", &path)]);
    crate::print(&format!("{said}\n"), say)?;
    Ok(Outcome::Clean)
}
