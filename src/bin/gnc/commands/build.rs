//! `gnc build`: check a block and write its artefacts.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ArgMatches;
use gnc::build::{Built, Request, build};
use gnc::check::Role;
use gnc::diag::Severity;
use gnc::manifest;
use gnc::render::document::docx::reference::{self, Reference};
use gnc::render::{Artifact, Kind};
use gnc::report::{self, Format};
use gnc::resolve::{Point, PointState, Resolved};
use gnc::view::document::Paper;
use gnc::view::document::values::size;
use gnc::words::reference as words;
use gnc::words::{Lang, Languages, cli, count};
use gnc::workspace::{Analysis, Workspace};

use crate::disk::Loader;
use crate::line::Say;
use crate::project::Project;
use crate::{Failure, Outcome, commands, disk};

/// Most open points that the summary lists.
const LISTED: usize = 12;

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let path = PathBuf::from(args.get_one::<String>("block").map_or("", String::as_str));
    let out = PathBuf::from(args.get_one::<String>("out").map_or("", String::as_str));
    let project = commands::project(&path, say)?;
    let mut workspace = commands::workspace(args, &project, say)?;
    let files = disk::block_files(&path, say)?;
    let [file] = files.as_slice() else {
        return Err(Failure::Usage(say.with(cli::ONE_BLOCK, &[("path", &disk::shown(&path))])));
    };
    let named = commands::beside::read(args, &project, &mut workspace, say)?;
    let file = Loader::new(&mut workspace, project.blocks.as_deref(), say).load(file)?;
    workspace.prepare();
    let mut analysis = workspace.analyse(file);
    analysis.findings.extend(workspace.data_findings.clone());
    commands::beside::fits(&workspace, &[file], &named, say)?;
    let draft = args.get_flag("draft");
    let failed = analysis.findings.worst() == Some(Severity::Error);
    if !analysis.complete || (failed && !draft) {
        print_findings(&workspace, &analysis, args, say)?;
        let why = if analysis.complete { cli::NOT_WRITTEN } else { cli::NO_DRAFT };
        crate::print(&format!("\n{}\n", why.get(say.lang)), say)?;
        return Ok(Outcome::Findings);
    }
    let templates = commands::templates(args, &project, say)?;
    let request = Request {
        kinds: kinds(args),
        papers: papers(args),
        languages: languages(args),
        draft,
        templates,
        reference: reference(args, &project, say)?,
        earlier: earlier(&workspace, &analysis),
        ..Request::default()
    };
    let Built { mut artifacts, findings } = build(&analysis, &request, &mut workspace.sources);
    analysis.findings.extend(findings);
    analysis.findings.sort();
    print_findings(&workspace, &analysis, args, say)?;
    let Some(resolved) = &analysis.resolved else { return Ok(Outcome::Findings) };
    if analysis.findings.worst() == Some(Severity::Error) && !draft {
        crate::print(&format!("\n{}\n", cli::NOT_WRITTEN.get(say.lang)), say)?;
        return Ok(Outcome::Findings);
    }
    let stale = stale(&out, &artifacts);
    let manifest = manifest::write(resolved, draft, &artifacts);
    artifacts.push(Artifact::manifest(manifest::PATH, manifest));
    disk::write(&out, &artifacts, &stale, say)?;
    crate::print(&summary(&out, &artifacts, &analysis, draft, say), say)?;
    let failed = analysis.findings.worst() == Some(Severity::Error);
    // The process ends here: giving back every tree piece by piece would only take time.
    std::mem::forget((workspace, analysis, artifacts));
    Ok(if failed { Outcome::Findings } else { Outcome::Clean })
}

fn kinds(args: &ArgMatches) -> Vec<Kind> {
    let chosen: Vec<&String> = args.get_many("only").into_iter().flatten().collect();
    let added: Vec<&String> = args.get_many("with").into_iter().flatten().collect();
    let wanted = |kind: &Kind| {
        let named = |ids: &[&String]| ids.iter().any(|id| *id == kind.id());
        // Whoever names a reference document wants Word files.
        let word = *kind == Kind::Docx && args.contains_id("reference");
        word || named(&added) || named(&chosen) || (chosen.is_empty() && kind.is_default())
    };
    Kind::ALL.into_iter().filter(wanted).collect()
}

/// The earlier versions of the block among the documents that it is looked at beside.
fn earlier(workspace: &Workspace, analysis: &Analysis) -> Vec<Arc<Resolved>> {
    let Some(block) = &analysis.resolved else { return Vec::new() };
    let blocks = workspace.settings.documents.blocks.iter();
    let fits = |(role, it): &&(Role, Arc<Resolved>)| *role == Role::Earlier && role.fits(block, it);
    blocks.filter(fits).map(|(_, it)| Arc::clone(it)).collect()
}

/// The Word file whose look is taken over: the one that the caller names, else the project's.
pub(super) fn reference(
    args: &ArgMatches,
    project: &Project,
    say: Say,
) -> Result<Option<Reference>, Failure> {
    let chosen = args.get_one::<String>("reference").map(PathBuf::from);
    let Some(path) = chosen.as_ref().or(project.reference.as_ref()) else { return Ok(None) };
    let bytes = disk::bytes(path, reference::MAX_BYTES, say)?;
    let refused = |fault: reference::Fault| {
        let (path, reason) = (disk::shown(path), fault.say(say.lang));
        Failure::Io(say.with(words::REFUSED, &[("path", &path), ("reason", &reason)]))
    };
    Reference::read(&bytes).map(Some).map_err(refused)
}

fn papers(args: &ArgMatches) -> Vec<Paper> {
    let chosen: Vec<&String> = args.get_many("document").into_iter().flatten().collect();
    if chosen.is_empty() {
        return vec![Paper::Annex];
    }
    let wanted = |paper: &Paper| chosen.iter().any(|id| *id == paper.id());
    Paper::ALL.into_iter().filter(wanted).collect()
}

/// The editions that are asked for; without a choice, one in each language.
pub(super) fn languages(args: &ArgMatches) -> Vec<Languages> {
    let chosen: Vec<&String> = args.get_many("lang").into_iter().flatten().collect();
    if chosen.is_empty() {
        return Lang::ALL.map(Languages::One).to_vec();
    }
    let wanted = |it: &Languages| chosen.iter().any(|code| *code == it.code());
    Languages::ALL.into_iter().filter(wanted).collect()
}

fn print_findings(
    workspace: &Workspace,
    analysis: &Analysis,
    args: &ArgMatches,
    say: Say,
) -> Result<(), Failure> {
    if !analysis.findings.list.is_empty() {
        let colour = commands::colour(args);
        let (sources, findings) = (&workspace.sources, &analysis.findings);
        let text = report::print(Format::Human, sources, findings, say.lang, colour);
        crate::print(&format!("{text}\n"), say)?;
    }
    Ok(())
}

/// What an earlier build of this folder wrote and this one does not.
pub(super) fn stale(out: &Path, artifacts: &[Artifact]) -> Vec<String> {
    let earlier = std::fs::read_to_string(out.join(manifest::PATH)).unwrap_or_default();
    let mut paths = manifest::paths(&earlier);
    paths.retain(|path| artifacts.iter().all(|artifact| artifact.path != *path));
    paths
}

fn summary(
    out: &Path,
    artifacts: &[Artifact],
    analysis: &Analysis,
    draft: bool,
    say: Say,
) -> String {
    let Some(block) = &analysis.resolved else { return String::new() };
    let mut text = String::new();
    for artifact in artifacts {
        let size = size(artifact.bytes.len(), say.lang);
        let args = [("path", artifact.path.as_str()), ("size", size.as_str())];
        text.push_str(&format!("  {}\n", say.with(cli::WROTE, &args)));
    }
    let head = if draft { cli::BUILT_DRAFT } else { cli::BUILT };
    let args = [
        ("id", block.id()),
        ("version", block.version()),
        ("status", block.maturity().label().get(say.lang)),
        ("out", &disk::shown(out)),
    ];
    text.push_str(&format!("\n{}\n", say.with(head, &args)));
    let total: usize = artifacts.iter().map(|artifact| artifact.bytes.len()).sum();
    let number = count(say.lang, artifacts.len(), cli::ARTEFACT, cli::ARTEFACTS);
    text.push_str(&format!("{number}, {}\n", size(total, say.lang)));
    let counts = report::counts(&analysis.findings, say.lang);
    text.push_str(&format!("{}\n", say.with(cli::FINDINGS, &[("counts", &counts)])));
    text.push_str(&open_points(block, say));
    text
}

fn open_points(block: &Resolved, say: Say) -> String {
    if block.points.is_empty() {
        return format!("{}\n", cli::NOTHING_OPEN.get(say.lang));
    }
    let number = block.points.len().to_string();
    let mut text = format!("{}\n", say.with(cli::STILL_OPEN, &[("n", &number)]));
    for point in block.points.iter().take(LISTED) {
        text.push_str(&format!("  {}\n", open_point(block, point, say)));
    }
    if let Some(more) = block.points.len().checked_sub(LISTED).filter(|more| *more > 0) {
        text.push_str(&format!("  {}\n", say.with(cli::AND_MORE, &[("n", &more.to_string())])));
    }
    text
}

fn open_point(block: &Resolved, point: &Point, say: Say) -> String {
    let party = |name: &str| {
        let id = block.party(name).and_then(|party| party.id.as_ref());
        id.map_or_else(|| name.to_owned(), |id| id.value.to_string())
    };
    match &point.state {
        PointState::Open { owner, due, .. } => {
            let owner = owner.as_ref().map_or_else(|| "?".to_owned(), |owner| party(&owner.value));
            let words = if due.is_some() { cli::OWED_BY } else { cli::OWED_UNDATED };
            let due = due.as_ref().map_or("", |due| &due.value);
            say.with(words, &[("path", &point.path), ("owner", &owner), ("due", due)])
        }
        PointState::Proposals(proposals) => {
            let position =
                |(name, node): &(gnc::text::Spanned<gnc::text::Piece>, gnc::syntax::Node)| {
                    let value = node.text().or_else(|| node.get(say.lang.code())?.text());
                    format!("{}: {}", party(&name.value), value.unwrap_or("…"))
                };
            let positions: Vec<_> = proposals.iter().map(position).collect();
            let positions = positions.join(", ");
            say.with(cli::PROPOSED, &[("path", &point.path), ("positions", &positions)])
        }
    }
}
