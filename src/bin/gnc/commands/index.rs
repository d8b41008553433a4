//! `gnc index`: a page that lists blocks, beside the folders in which they were built.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use gnc::diag::{Findings, Severity};
use gnc::index::{Listed, pages};
use gnc::manifest::{self, Listing};
use gnc::report;
use gnc::status::Status;
use gnc::view::document::templates::Templates;
use gnc::words::index as words;
use gnc::words::{Lang, cli, count};

use crate::disk::Loader;
use crate::line::Say;
use crate::{Failure, Outcome, commands, disk};

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let dir = PathBuf::from(args.get_one::<String>("dir").map_or("", String::as_str));
    let given: Vec<PathBuf> =
        args.get_many::<String>("blocks").into_iter().flatten().map(PathBuf::from).collect();
    let near = given.first().cloned().unwrap_or_else(|| PathBuf::from("."));
    let project = commands::project(&near, say)?;
    let mut workspace = commands::workspace(args, &project, say)?;
    // The page does not change with the day on which it is written.
    workspace.today = None;
    let mut loader = Loader::new(&mut workspace, project.blocks.as_deref(), say);
    let mut files = Vec::new();
    for path in commands::blocks(given, say)? {
        for path in disk::block_files(&path, say)? {
            files.push(loader.load(&path)?);
        }
    }
    files.dedup();
    workspace.prepare();
    let mut listings = listings(&dir, say)?;
    let mut listed = Vec::new();
    let mut unreadable = Findings::default();
    for file in files {
        let analysis = workspace.analyse(file);
        let status = analysis
            .resolved
            .as_ref()
            .map(|block| Status::of(block, &analysis.findings, &workspace.settings, None));
        let built = status.as_ref().and_then(|status| {
            let fits = |it: &(String, Listing)| it.1.block == status.id;
            // A folder of the version that was read is better than one of another.
            let same = |it: &(String, Listing)| fits(it) && it.1.version == status.version;
            let at = listings.iter().position(same).or_else(|| listings.iter().position(fits));
            at.map(|at| listings.remove(at))
        });
        if status.is_none() {
            unreadable.extend(analysis.findings.clone());
        }
        let file = workspace.sources.name(file).to_owned();
        listed.push(Listed { file, analysis, status, built });
    }
    listed.sort_by(|a, b| name(a).cmp(name(b)));
    let mut own = Vec::new();
    for (name, text) in commands::templates(args, &project, say)? {
        let file = workspace.sources.add(name.clone(), text);
        own.push((name, file));
    }
    let templates = Templates::new(&mut workspace.sources, &own);
    let chosen: Vec<Lang> = args
        .get_many::<String>("lang")
        .into_iter()
        .flatten()
        .filter_map(|code| Lang::from_code(code))
        .collect();
    let langs = if chosen.is_empty() { Lang::ALL.to_vec() } else { chosen };
    let artifacts = pages(&listed, &templates, &workspace.sources, &langs);
    disk::write(&dir, &artifacts, &[], say)?;
    let mut text = String::new();
    for it in &listed {
        let (id, dir) = (name(it), disk::shown(&dir));
        let words = match &it.built {
            _ if it.status.is_none() => continue,
            None => words::UNBUILT,
            Some(_) if it.is_behind() => words::BEHIND,
            Some(_) => continue,
        };
        text.push_str(&format!("{}\n", say.with(words, &[("id", id), ("dir", &dir)])));
    }
    let blocks = count(say.lang, listed.len(), words::ONE_BLOCK, words::MANY_BLOCKS);
    for artifact in &artifacts {
        let path = disk::shown(&dir.join(&artifact.path));
        let args = [("path", &*path), ("blocks", &*blocks)];
        text.push_str(&format!("{}\n", say.with(words::WROTE, &args)));
    }
    if unreadable.worst() == Some(Severity::Error) {
        let colour = commands::colour(args);
        commands::to_stderr(&report::human(&workspace.sources, &unreadable, say.lang, colour));
        crate::print(&text, say)?;
        return Ok(Outcome::Findings);
    }
    crate::print(&text, say)?;
    Ok(Outcome::Clean)
}

/// Identifier of the block, or the name of a file that could not be read as one.
fn name(it: &Listed) -> &str {
    it.status.as_ref().map_or(&it.file, |status| &status.id)
}

/// What was built in the folders below this one, in the order of their names.
fn listings(dir: &Path, say: Say) -> Result<Vec<(String, Listing)>, Failure> {
    let read = |error: std::io::Error| {
        let (path, reason) = (disk::shown(dir), disk::reason(&error, say));
        Failure::Io(say.with(cli::CANNOT_READ, &[("path", &path), ("reason", &reason)]))
    };
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(read)? {
        let entry = entry.map_err(read)?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let place = entry.path().join(manifest::PATH);
        if !place.is_file() {
            continue;
        }
        if let Some(listing) = manifest::listing(&disk::text(&place, say)?) {
            found.push((name, listing));
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(found)
}
