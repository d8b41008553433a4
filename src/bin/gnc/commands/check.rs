//! `gnc check`: read blocks, run every rule, print what was found.

use std::path::PathBuf;

use clap::ArgMatches;
use gnc::diag::{Findings, Severity};
use gnc::report::{self, Format};
use gnc::text::FileId;
use gnc::workspace::Workspace;

use crate::disk::Loader;
use crate::line::Say;
use crate::{Failure, Outcome, commands, disk};

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let given: Vec<PathBuf> =
        args.get_many::<String>("blocks").into_iter().flatten().map(PathBuf::from).collect();
    let near = given.first().cloned().unwrap_or_else(|| PathBuf::from("."));
    let project = commands::project(&near, say)?;
    let mut workspace = commands::workspace(args, &project, say)?;
    let paths = match given.is_empty() {
        true => vec![project.blocks.clone().unwrap_or_else(|| PathBuf::from("utility-blocks"))],
        false => given,
    };
    let mut files = Vec::new();
    let mut loader = Loader::new(&mut workspace, project.blocks.as_deref(), say);
    for path in &paths {
        for file in disk::block_files(path, say)? {
            files.push(loader.load(&file)?);
        }
    }
    workspace.prepare();
    let mut findings = analyse_all(&workspace, &files);
    findings.extend(workspace.data_findings.clone());
    findings.sort();
    let format = args.get_one::<String>("format").and_then(|id| Format::from_id(id));
    let format = format.unwrap_or_default();
    let text =
        report::print(format, &workspace.sources, &findings, say.lang, commands::colour(args));
    crate::print(&text, say)?;
    let fail_on = args.get_one::<String>("fail-on").map_or(Severity::Error, |id| {
        Severity::ALL.into_iter().find(|it| it.id() == id).unwrap_or(Severity::Error)
    });
    let found = findings.worst().is_some_and(|worst| worst >= fail_on);
    // The process ends here: giving back every tree piece by piece would only take time.
    std::mem::forget(workspace);
    Ok(if found { Outcome::Findings } else { Outcome::Clean })
}

/// Checks the blocks side by side, as many at once as the machine has processors.
fn analyse_all(workspace: &Workspace, files: &[FileId]) -> Findings {
    let share = |files: &[FileId]| {
        let mut findings = Findings::default();
        for file in files {
            findings.extend(workspace.analyse(*file).findings);
        }
        findings
    };
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    if files.len() < 4 || workers == 1 {
        return share(files);
    }
    std::thread::scope(|scope| {
        let chunks = files.chunks(files.len().div_ceil(workers));
        let running: Vec<_> = chunks.map(|chunk| scope.spawn(move || share(chunk))).collect();
        let mut findings = Findings::default();
        for handle in running {
            if let Ok(found) = handle.join() {
                findings.extend(found);
            }
        }
        findings
    })
}
