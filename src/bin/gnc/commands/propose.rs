//! `gnc propose`: draft data maintenance requests for what goes beyond the maximum dataset.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ArgMatches;
use gnc::build::{Built, Request, build};
use gnc::diag::Severity;
use gnc::manifest;
use gnc::render::{Artifact, Kind};
use gnc::report::{self, Format};
use gnc::resolve::Resolved;
use gnc::view::document::Paper;
use gnc::view::document::requests::describe;
use gnc::words::cli;
use gnc::words::requests as words;

use crate::disk::Loader;
use crate::line::Say;
use crate::project::Project;
use crate::{Failure, Outcome, commands, disk};

/// The kinds of documents that are written when none is chosen.
const UNASKED: [Kind; 2] = [Kind::Markdown, Kind::Docx];

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let path = PathBuf::from(args.get_one::<String>("block").map_or("", String::as_str));
    let project = commands::project(&path, say)?;
    let mut workspace = commands::workspace(args, &project, say)?;
    let files = disk::block_files(&path, say)?;
    let [file] = files.as_slice() else {
        return Err(Failure::Usage(say.with(cli::ONE_BLOCK, &[("path", &disk::shown(&path))])));
    };
    commands::beside::read(args, &project, &mut workspace, say)?;
    let mut loader = Loader::new(&mut workspace, project.blocks.as_deref(), say);
    let id = loader.load(file)?;
    let mut others = Vec::new();
    for path in neighbours(file, &project, say)? {
        others.push(loader.load(&path)?);
    }
    workspace.prepare();
    let analysis = workspace.analyse(id);
    let Some(resolved) = analysis.resolved.as_ref().filter(|_| analysis.complete) else {
        // A block that goes beyond its dataset has errors; one that cannot be read is another matter.
        let mut findings = analysis.findings;
        findings.list.retain(|it| it.severity == Severity::Error);
        let colour = commands::colour(args);
        let text = report::print(Format::Human, &workspace.sources, &findings, say.lang, colour);
        crate::print(&format!("{text}\n\n{}\n", cli::NO_DRAFT.get(say.lang)), say)?;
        return Ok(Outcome::Findings);
    };
    let cluster = resolved.data_cluster();
    let dataset = cluster.and_then(|it| it.maximum.as_ref()).map_or("", |it| &it.value.0);
    let id = [("id", resolved.id()), ("dataset", dataset)];
    if resolved.maximum().is_none() {
        crate::print(&format!("{}\n", say.with(words::NO_DATASET, &id)), say)?;
        return Ok(Outcome::Findings);
    }
    let elements: Vec<String> =
        args.get_many::<String>("element").into_iter().flatten().cloned().collect();
    let beyond = resolved.beyond();
    let is_known = |path: &&String| beyond.iter().any(|it| *it.element.path == ***path);
    if let Some(path) = elements.iter().find(|path| !is_known(path)) {
        let args = [("path", path.as_str()), ("dataset", dataset)];
        return Err(Failure::Usage(say.with(words::NOT_BEYOND, &args)));
    }
    if beyond.is_empty() {
        crate::print(&format!("{}\n", say.with(words::NOTHING, &id)), say)?;
        return Ok(Outcome::Clean);
    }
    let mut text = String::new();
    for it in beyond
        .iter()
        .filter(|it| elements.is_empty() || elements.iter().any(|path| **path == *it.element.path))
    {
        let mut excess: Vec<_> = it.excess.iter().map(|it| describe(it, say.lang)).collect();
        if let Some(number) = &it.element.own.maintenance_request {
            excess.push(say.with(words::HAS_NUMBER, &[("number", &number.value)]));
        }
        let args = [("path", &*it.element.path), ("excess", &*excess.join("; "))];
        text.push_str(&format!("{}\n", say.with(words::FOUND, &args)));
    }
    let Some(out) = args.get_one::<String>("out").map(PathBuf::from) else {
        text.push_str(&format!("\n{}\n", words::WITH_OUT.get(say.lang)));
        crate::print(&text, say)?;
        return Ok(Outcome::Clean);
    };
    let mut beside: Vec<Arc<Resolved>> = Vec::new();
    for file in others {
        beside.extend(workspace.analyse(file).resolved.map(Arc::new));
    }
    beside.extend(workspace.settings.documents.blocks.iter().map(|(_, it)| Arc::clone(it)));
    let request = Request {
        kinds: kinds(args),
        papers: vec![Paper::MaintenanceRequest],
        languages: commands::build::languages(args),
        draft: true,
        templates: commands::templates(args, &project, say)?,
        reference: commands::build::reference(args, &project, say)?,
        earlier: Vec::new(),
        others: beside,
        elements,
    };
    let Built { mut artifacts, findings } = build(&analysis, &request, &mut workspace.sources);
    if findings.worst() == Some(Severity::Error) {
        let colour = commands::colour(args);
        let text = report::print(Format::Human, &workspace.sources, &findings, say.lang, colour);
        crate::print(&format!("{text}\n\n{}\n", cli::NOT_WRITTEN.get(say.lang)), say)?;
        return Ok(Outcome::Findings);
    }
    let stale = commands::build::stale(&out, &artifacts);
    let list = manifest::write(resolved, true, &artifacts);
    artifacts.push(Artifact::manifest(manifest::PATH, list));
    disk::write(&out, &artifacts, &stale, say)?;
    text.push('\n');
    for artifact in &artifacts {
        let size = gnc::view::document::values::size(artifact.bytes.len(), say.lang);
        let path = disk::shown(&out.join(&artifact.path));
        let args = [("path", path.as_str()), ("size", size.as_str())];
        text.push_str(&format!("{}\n", say.with(cli::WROTE, &args)));
    }
    crate::print(&text, say)?;
    Ok(Outcome::Clean)
}

fn kinds(args: &ArgMatches) -> Vec<Kind> {
    let chosen: Vec<&String> = args.get_many("only").into_iter().flatten().collect();
    let wanted = |kind: &Kind| match chosen.is_empty() {
        true => UNASKED.contains(kind),
        false => chosen.iter().any(|id| *id == kind.id()),
    };
    Kind::ALL.into_iter().filter(wanted).collect()
}

/// The other blocks of the folder in which the block lies, and of the project.
fn neighbours(file: &Path, project: &Project, say: Say) -> Result<Vec<PathBuf>, Failure> {
    let folder = match file.file_name() {
        Some(name) if name == disk::BLOCK_FILE => file.parent().and_then(Path::parent),
        _ => file.parent(),
    };
    let mut found = Vec::new();
    for folder in [folder, project.blocks.as_deref()].into_iter().flatten() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        // A folder of a project that has no blocks yet says nothing.
        found.extend(disk::block_files(folder, say).unwrap_or_default());
    }
    found.retain(|it| it != file);
    Ok(found)
}
