//! `gnc diff`: what differs between two blocks, and what it means for systems in use.

use std::path::PathBuf;

use clap::ArgMatches;
use gnc::diff::{Class, diff};
use gnc::report;

use crate::line::Say;
use crate::{Failure, Outcome, commands};

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let path = |name: &str| PathBuf::from(args.get_one::<String>(name).map_or("", String::as_str));
    let (old, new) = (path("old"), path("new"));
    let project = commands::project(&new, say)?;
    let mut resolved = Vec::new();
    let mut workspace = commands::workspace(args, &project, say)?;
    for path in [&old, &new] {
        match commands::resolved(&mut workspace, &project, path, say)? {
            Ok(block) => resolved.push(block),
            Err(findings) => {
                let colour = commands::colour(args);
                let text = report::human(&workspace.sources, &findings, say.lang, colour);
                commands::to_stderr(&text);
                return Ok(Outcome::Findings);
            }
        }
    }
    let [old, new] = &resolved[..] else { return Ok(Outcome::Clean) };
    let difference = diff(old, new);
    let text = match args.get_one::<String>("format").map(String::as_str) {
        Some("json") => report::difference_json(&workspace.sources, &difference, say.lang),
        _ => report::difference(&workspace.sources, &difference, say.lang, commands::colour(args)),
    };
    crate::print(&text, say)?;
    let limit = args.get_one::<String>("fail-on").and_then(|id| Class::from_id(id));
    let fails = limit.is_some_and(|limit| difference.worst().is_some_and(|it| it >= limit));
    Ok(if fails { Outcome::Findings } else { Outcome::Clean })
}
