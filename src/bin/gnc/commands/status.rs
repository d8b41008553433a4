//! `gnc status`: how far blocks are, what is still to be agreed, what the next step asks for.

use std::path::PathBuf;

use clap::ArgMatches;
use gnc::model::{Date, Scalar};
use gnc::report;
use gnc::status::{Counts, Entry, Status};
use gnc::words::status as words;

use crate::disk::Loader;
use crate::line::Say;
use crate::{Failure, Outcome, commands, disk};

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let given: Vec<PathBuf> =
        args.get_many::<String>("blocks").into_iter().flatten().map(PathBuf::from).collect();
    let near = given.first().cloned().unwrap_or_else(|| PathBuf::from("."));
    let project = commands::project(&near, say)?;
    let mut workspace = commands::workspace(args, &project, say)?;
    if let Some(day) = args.get_one::<String>("today") {
        let Some(day) = Date::parse(day) else {
            return Err(Failure::Usage(say.with(words::NO_DATE, &[("value", day)])));
        };
        workspace.today = Some(day);
    }
    commands::beside::read(args, &project, &mut workspace, say)?;
    let mut loader = Loader::new(&mut workspace, project.blocks.as_deref(), say);
    let mut files = Vec::new();
    for path in commands::blocks(given, say)? {
        for path in disk::block_files(&path, say)? {
            files.push(loader.load(&path)?);
        }
    }
    files.dedup();
    workspace.prepare();
    let mut entries = Vec::new();
    let mut outcome = Outcome::Clean;
    let mut unreadable = gnc::diag::Findings::default();
    for file in files {
        let analysis = workspace.analyse(file);
        let counts = Counts::of(&analysis.findings);
        let status = analysis.resolved.as_ref().map(|block| {
            Status::of(block, &analysis.findings, &workspace.settings, workspace.today)
        });
        if status.is_none() {
            outcome = Outcome::Findings;
            unreadable.extend(analysis.findings);
        }
        entries.push(Entry { file: workspace.sources.name(file).to_owned(), status, counts });
    }
    let colour = commands::colour(args);
    let text = match args.get_one::<String>("format").map(String::as_str) {
        Some("json") => {
            report::status_json(&workspace.sources, &entries, workspace.today, say.lang)
        }
        _ => report::status(&workspace.sources, &entries, say.lang, colour),
    };
    if outcome == Outcome::Findings {
        let text = report::human(&workspace.sources, &unreadable, say.lang, colour);
        commands::to_stderr(&text);
    }
    crate::print(&text, say)?;
    Ok(outcome)
}
