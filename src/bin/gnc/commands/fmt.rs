//! `gnc fmt`: block files in their canonical layout.

use std::path::PathBuf;

use clap::ArgMatches;
use gnc::diag::{Findings, Severity};
use gnc::layout::canonical;
use gnc::report::{self, Format};
use gnc::syntax::{decode, parse};
use gnc::text::Sources;
use gnc::words::cli;

use crate::line::Say;
use crate::{Failure, Outcome, commands, disk};

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let given: Vec<PathBuf> =
        args.get_many::<String>("blocks").into_iter().flatten().map(PathBuf::from).collect();
    let paths = commands::blocks(given, say)?;
    let (check, diff) = (args.get_flag("check"), args.get_flag("diff"));
    let mut sources = Sources::default();
    let mut findings = Findings::default();
    let mut changes = Vec::new();
    let mut outcome = Outcome::Clean;
    for path in &paths {
        for path in disk::block_files(path, say)? {
            let name = disk::shown(&path);
            let text = match decode(disk::read(&path, say)?) {
                Ok(text) => text,
                Err(undecodable) => {
                    let file = sources.add(name, "");
                    findings.add(undecodable.finding(file));
                    continue;
                }
            };
            let file = sources.add(name.as_str(), text);
            let (tree, found) = parse(&sources, file);
            if found.worst() == Some(Severity::Error) {
                findings.extend(found);
                continue;
            }
            match canonical(&sources, file, &tree) {
                Some(text) if text != sources.text(file) => changes.push((path, file, text)),
                Some(_) => {}
                None => {
                    eprintln!("{}", say.with(cli::NOT_LAID_OUT, &[("path", &name)]));
                    outcome = Outcome::Findings;
                }
            }
        }
    }
    if !findings.list.is_empty() {
        let colour = commands::colour(args);
        crate::print(&report::print(Format::Human, &sources, &findings, say.lang, colour), say)?;
        return Ok(Outcome::Findings);
    }
    for (path, file, text) in changes {
        let name = sources.name(file);
        if diff {
            crate::print(&commands::unified_diff(name, sources.text(file), &text), say)?;
        } else if !check {
            disk::replace(&path, &text, say)?;
        }
        if check {
            outcome = Outcome::Findings;
        }
        if !diff {
            let words = if check { cli::OTHER_LAYOUT } else { cli::LAID_OUT };
            crate::print(&(say.with(words, &[("path", name)]) + "\n"), say)?;
        }
    }
    Ok(outcome)
}
