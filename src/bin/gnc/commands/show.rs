//! `gnc show`: a block as it was written, or with everything it inherits.

use std::path::PathBuf;

use clap::ArgMatches;
use gnc::diag::Severity;
use gnc::report::{self, Format};

use crate::disk::Loader;
use crate::line::Say;
use crate::{Failure, Outcome, commands, disk};

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let path = PathBuf::from(args.get_one::<String>("block").map_or("", String::as_str));
    let project = commands::project(&path, say)?;
    let mut workspace = commands::workspace(args, &project, say)?;
    let mut loader = Loader::new(&mut workspace, project.blocks.as_deref(), say);
    let files: Result<Vec<_>, _> =
        disk::block_files(&path, say)?.iter().map(|file| loader.load(file)).collect();
    for file in files? {
        if !args.get_flag("resolved") {
            crate::print(workspace.sources.text(file), say)?;
            continue;
        }
        workspace.prepare();
        let analysis = workspace.analyse(file);
        match &analysis.resolved {
            Some(resolved) if analysis.complete => {
                let json = args.get_one::<String>("format").is_some_and(|it| it == "json");
                let write = if json { gnc::snapshot::json } else { gnc::snapshot::yaml };
                crate::print(&write(resolved), say)?;
            }
            _ => {
                let mut findings = analysis.findings;
                findings.list.retain(|it| it.severity == Severity::Error);
                let colour = commands::colour(args);
                let text =
                    report::print(Format::Human, &workspace.sources, &findings, say.lang, colour);
                commands::to_stderr(&text);
                return Ok(Outcome::Findings);
            }
        }
    }
    Ok(Outcome::Clean)
}
