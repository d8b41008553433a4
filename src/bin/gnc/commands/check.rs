//! `gnc check`: read blocks, run every rule, print what was found; mend what can be mended.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use gnc::baseline::Baseline;
use gnc::diag::{Findings, Severity};
use gnc::mending::mend;
use gnc::report::{self, Format};
use gnc::text::FileId;
use gnc::words::{cli, documents};
use gnc::workspace::Workspace;

use crate::commands::beside;
use crate::disk::Loader;
use crate::line::Say;
use crate::{Failure, Outcome, commands, disk};

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let given: Vec<PathBuf> =
        args.get_many::<String>("blocks").into_iter().flatten().map(PathBuf::from).collect();
    let near = given.first().cloned().unwrap_or_else(|| PathBuf::from("."));
    let whole = given.is_empty();
    let project = commands::project(&near, say)?;
    let mut workspace = commands::workspace(args, &project, say)?;
    let paths = match whole {
        true => vec![project.blocks.clone().unwrap_or_else(|| PathBuf::from("utility-blocks"))],
        false => given,
    };
    let named = beside::read(args, &project, &mut workspace, say)?;
    let mut files = BTreeMap::new();
    let mut loader = Loader::new(&mut workspace, project.blocks.as_deref(), say);
    for path in &paths {
        for path in disk::block_files(path, say)? {
            files.insert(loader.load(&path)?, path);
        }
    }
    workspace.prepare();
    let ids: Vec<FileId> = files.keys().copied().collect();
    if let Some(path) = args.get_one::<String>("built") {
        if ids.len() != 1 {
            return Err(Failure::Usage(documents::ONE_BUILT.get(say.lang).to_owned()));
        }
        workspace.settings.documents.built = Some(beside::built(Path::new(path), say)?);
    }
    beside::fits(&workspace, &ids, &named, say)?;
    let mut findings = found(&workspace, &ids, whole);
    let (fix, diff) = (args.get_flag("fix"), args.get_flag("diff"));
    if fix || diff {
        let written = mended(&mut workspace, &files, (fix, diff), say)?;
        if fix {
            findings = found(&workspace, &ids, whole);
            eprintln!("{written}");
        }
    }
    if let Some(path) = args.get_one::<String>("write-baseline") {
        let text = Baseline::of(&workspace, &findings).text();
        // Where the name of the file was forgotten, the block that follows would be lost.
        let is_ours = |text: &String| Baseline::read(text).is_ok();
        if Path::new(path).exists()
            && !disk::text(Path::new(path), say).is_ok_and(|it| is_ours(&it))
        {
            return Err(Failure::Io(say.with(cli::KEPT_NO_BASELINE, &[("path", path)])));
        }
        disk::create(Path::new(path), &text, say)?;
        let counts = report::counts(&findings, say.lang);
        let said = say.with(cli::RECORDED, &[("path", path), ("counts", &counts)]);
        crate::print(&format!("{said}\n"), say)?;
        return Ok(Outcome::Clean);
    }
    if let Some(path) = args.get_one::<String>("baseline") {
        let text = disk::text(Path::new(path), say)?;
        let baseline = Baseline::read(&text).map_err(|reason| {
            Failure::Io(say.with(cli::WRONG_BASELINE, &[("path", path), ("reason", &reason)]))
        })?;
        baseline.excuse(&workspace, &mut findings);
    }
    if !diff {
        let format = args.get_one::<String>("format").and_then(|id| Format::from_id(id));
        let format = format.unwrap_or_default();
        let colour = commands::colour(args);
        let text = report::print(format, &workspace.sources, &findings, say.lang, colour);
        crate::print(&text, say)?;
    }
    let fail_on = args.get_one::<String>("fail-on").and_then(|id| Severity::from_id(id));
    let fail_on = fail_on.unwrap_or(Severity::Error);
    let found = findings.worst().is_some_and(|worst| worst >= fail_on);
    // The process ends here: giving back every tree piece by piece would only take time.
    std::mem::forget(workspace);
    Ok(if found { Outcome::Findings } else { Outcome::Clean })
}

/// Puts the ready fixes into the texts; writes them, prints what changes, or both. Gives the
/// summary.
fn mended(
    workspace: &mut Workspace,
    files: &BTreeMap<FileId, PathBuf>,
    (fix, diff): (bool, bool),
    say: Say,
) -> Result<String, Failure> {
    let before: Vec<(FileId, String)> =
        files.keys().map(|file| (*file, workspace.sources.text(*file).to_owned())).collect();
    let ids: Vec<FileId> = files.keys().copied().collect();
    let rules = mend(workspace, &ids);
    for (file, before) in &before {
        let (name, after) = (workspace.sources.name(*file), workspace.sources.text(*file));
        if before == after {
            continue;
        }
        if diff {
            crate::print(&commands::unified_diff(name, before, after), say)?;
        }
        if let Some(path) = files.get(file).filter(|_| fix) {
            disk::replace(path, after, say)?;
        }
    }
    if rules.is_empty() {
        return Ok(cli::NOTHING_FIXED.get(say.lang).to_owned());
    }
    let n = rules.len().to_string();
    let names: BTreeSet<&str> = rules.into_iter().collect();
    let names = names.into_iter().collect::<Vec<_>>().join(", ");
    Ok(say.with(cli::FIXED, &[("n", &n), ("rules", &names)]))
}

/// Everything that is found; `whole` says that the whole project is looked at.
fn found(workspace: &Workspace, files: &[FileId], whole: bool) -> Findings {
    let (mut findings, used, complete) = analyse_all(workspace, files);
    findings.extend(workspace.data_findings.clone());
    if whole && complete {
        findings.extend(workspace.unused(&used));
    }
    findings.sort();
    findings
}

/// What was found, which of the project's allowances were used, and whether every rule has run.
type Found = (Findings, BTreeSet<usize>, bool);

/// Checks the blocks side by side, as many at once as the machine has processors.
fn analyse_all(workspace: &Workspace, files: &[FileId]) -> Found {
    let share = |files: &[FileId]| {
        let mut all: Found = (Findings::default(), BTreeSet::new(), true);
        for file in files {
            let analysis = workspace.analyse(*file);
            all.0.extend(analysis.findings);
            all.1.extend(analysis.used);
            all.2 &= analysis.resolved.is_some();
        }
        all
    };
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    if files.len() < 4 || workers == 1 {
        return share(files);
    }
    std::thread::scope(|scope| {
        let chunks = files.chunks(files.len().div_ceil(workers));
        let running: Vec<_> = chunks.map(|chunk| scope.spawn(move || share(chunk))).collect();
        let mut all: Found = (Findings::default(), BTreeSet::new(), true);
        for handle in running {
            if let Ok((findings, used, complete)) = handle.join() {
                all.0.extend(findings);
                all.1.extend(used);
                all.2 &= complete;
            }
        }
        all
    })
}
