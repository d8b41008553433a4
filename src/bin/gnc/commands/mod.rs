//! The commands, one file each.

mod answer;
mod beside;
mod build;
mod catalogue;
mod check;
mod diff;
mod explain;
mod fmt;
mod import;
mod import_xsd;
mod index;
mod map;
mod matching;
mod message;
mod new;
mod propose;
mod rules;
mod sample;
mod schema;
mod show;
mod status;
mod stub;
mod templates;
mod translations;
mod validate;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ArgMatches;
use gnc::allowance::Allowance;
use gnc::catalogue::Catalogue;
use gnc::check::Rule;
use gnc::diag::{Findings, Severity};
use gnc::house;
use gnc::model::Date;
use gnc::resolve::Resolved;
use gnc::rulebook::{Entry, entries_with};
use gnc::syntax::decode;
use gnc::text::Span;
use gnc::words::cli;
use gnc::workspace::Workspace;

use crate::disk::Loader;
use crate::line::Say;
use crate::project::Project;
use crate::{Failure, Outcome, disk};

/// Runs the command that was called.
pub(crate) fn run(matches: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    match matches.subcommand() {
        Some(("check", args)) => check::run(args, say),
        Some(("build", args)) => build::run(args, say),
        Some(("show", args)) => show::run(args, say),
        Some(("diff", args)) => diff::run(args, say),
        Some(("status", args)) => status::run(args, say),
        Some(("templates", args)) => templates::run(args, say),
        Some(("translations", args)) => translations::run(args, say),
        Some(("explain", args)) => explain::run(args, say),
        Some(("fmt", args)) => fmt::run(args, say),
        Some(("propose", args)) => propose::run(args, say),
        Some(("rules", args)) => rules::run(args, say),
        Some(("message", args)) => message::run(args, say),
        Some(("stub", args)) => stub::run(args, say),
        Some(("new", args)) => new::run(args, say),
        Some(("import", args)) => import::run(args, say),
        Some(("index", args)) => index::run(args, say),
        Some(("schema", args)) => schema::run(args, say),
        Some(("catalogue", args)) => catalogue::run(args, say),
        _ => Ok(Outcome::Clean),
    }
}

/// The project around the place that is looked at.
fn project(near: &Path, say: Say) -> Result<Project, Failure> {
    let near = std::path::absolute(near).unwrap_or_else(|_| near.to_path_buf());
    let folder = if near.is_dir() { near.as_path() } else { near.parent().unwrap_or(&near) };
    Project::find(folder, say)
}

/// An empty workspace with the reference data and the settings of the project.
fn workspace(args: &ArgMatches, project: &Project, say: Say) -> Result<Workspace, Failure> {
    let mut workspace = Workspace::default();
    let chosen = args.get_one::<String>("data").map(PathBuf::from);
    if let Some(folder) = chosen.as_ref().or(project.data.as_ref()) {
        let mut files = Vec::new();
        for (name, text) in disk::texts(folder, &[".csv", ".yaml"], say)? {
            let name = format!("{}/{name}", disk::shown(folder));
            files.push(workspace.sources.add(name, text));
        }
        let mut findings = Findings::default();
        let catalogue = Catalogue::with_files(&workspace.sources, &files, &mut findings);
        workspace.catalogue = Arc::new(catalogue);
        workspace.data_findings = findings;
    }
    let rules = house_rules(project, &mut workspace, say)?;
    workspace.settings = project.settings(rules).map_err(|it| project.refused(&it, say))?;
    workspace.today = Some(today());
    if let Some((name, text)) = &project.own {
        let mut allowed = project.allowances().peekable();
        if allowed.peek().is_some() {
            let file = workspace.sources.add(name.as_str(), text.as_str());
            for (written, bytes) in allowed {
                // Its first line is enough to find it.
                let shown = text.get(bytes.clone()).and_then(|it| it.find('\n'));
                let end = shown.map_or(bytes.end, |length| bytes.start + length);
                let span = Span::new(file, bytes.start, end);
                let own = &workspace.settings.own.rules;
                let found = &mut workspace.data_findings;
                let it = Allowance::of_project(&written, span, own, found);
                workspace.allowances.extend(it);
            }
        }
    }
    Ok(workspace)
}

/// The rules that the project wrote for itself; what is wrong with them is kept with what is wrong
/// with its reference data.
fn house_rules(
    project: &Project,
    workspace: &mut Workspace,
    say: Say,
) -> Result<Vec<&'static Rule>, Failure> {
    let mut files = Vec::new();
    for path in &project.house.rules {
        // One byte more than may be read, so that a longer file is a finding.
        let read = decode(disk::bytes(path, house::MAX_BYTES, say)?);
        let text = read.as_deref().unwrap_or("");
        let file = workspace.sources.add(disk::shown(path), text);
        match read {
            Ok(_) => files.push(file),
            Err(undecodable) => workspace.data_findings.add(undecodable.finding(file)),
        }
    }
    let (sources, found) = (&mut workspace.sources, &mut workspace.data_findings);
    Ok(house::read(sources, &files, &gnc::codes::all(), found))
}

/// Every rule: those of the tool, and those of the project around the present folder. What is wrong
/// with the project's is said on the error stream.
fn rules(args: &ArgMatches, say: Say) -> Result<(Vec<Entry>, Outcome), Failure> {
    let project = project(Path::new("."), say)?;
    let mut workspace = workspace(args, &project, say)?;
    workspace.data_findings.sort();
    let findings = &workspace.data_findings;
    let mut outcome = Outcome::Clean;
    if !project.house.rules.is_empty() && !findings.list.is_empty() {
        let colour = colour(args);
        to_stderr(&gnc::report::human(&workspace.sources, findings, say.lang, colour));
        if findings.worst() == Some(Severity::Error) {
            outcome = Outcome::Findings;
        }
    }
    Ok((entries_with(&workspace.settings.own.rules), outcome))
}

/// The present moment, or the one that `SOURCE_DATE_EPOCH` gives.
fn now() -> jiff::Timestamp {
    use std::time::{SystemTime, UNIX_EPOCH};
    let given = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|it| it.parse::<i64>().ok());
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).ok();
    let seconds = given.or_else(|| i64::try_from(now()?.as_secs()).ok());
    seconds.and_then(|it| jiff::Timestamp::from_second(it).ok()).unwrap_or_default()
}

/// The present day (UTC).
fn today() -> Date {
    Date(now().to_zoned(jiff::tz::TimeZone::UTC).date())
}

/// The templates that take the place of embedded ones: those that the caller names, else the
/// project's.
fn templates(
    args: &ArgMatches,
    project: &Project,
    say: Say,
) -> Result<Vec<(String, String)>, Failure> {
    let chosen = args.get_one::<String>("templates").map(PathBuf::from);
    match chosen.as_ref().or(project.templates.as_ref()) {
        Some(folder) => disk::texts(folder, &[".md", ".txt", ".typ"], say),
        None => Ok(Vec::new()),
    }
}

/// The blocks that are named, or else the folder of the project's blocks.
fn blocks(given: Vec<PathBuf>, say: Say) -> Result<Vec<PathBuf>, Failure> {
    if !given.is_empty() {
        return Ok(given);
    }
    let project = project(Path::new("."), say)?;
    Ok(vec![project.blocks.unwrap_or_else(|| PathBuf::from("utility-blocks"))])
}

/// Resolves the block of one file beside others that may have the same identifier; what is wrong
/// with a block that does not resolve.
fn resolved(
    workspace: &mut Workspace,
    project: &Project,
    path: &Path,
    say: Say,
) -> Result<Result<Resolved, Findings>, Failure> {
    let mut files = disk::block_files(path, say)?;
    let (Some(file), true) = (files.pop(), files.is_empty()) else {
        return Err(Failure::Usage(say.with(cli::ONE_OF, &[("path", &disk::shown(path))])));
    };
    let file = Loader::new(workspace, project.blocks.as_deref(), say).load(&file)?;
    workspace.prepare();
    let analysis = workspace.analyse(file);
    workspace.forget_names();
    if let Some(block) = analysis.resolved.filter(|_| analysis.complete) {
        return Ok(Ok(block));
    }
    let mut findings = analysis.findings;
    findings.list.retain(|it| it.severity == Severity::Error);
    Ok(Err(findings))
}

/// Says something beside what a command prints; nobody has to listen.
pub(crate) fn to_stderr(text: &str) {
    use std::io::Write;
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// What changes from one text to the other, as a unified diff.
fn unified_diff(name: &str, before: &str, after: &str) -> String {
    let name = name.trim_start_matches("./").trim_start_matches('/');
    let (old, new) = (format!("a/{name}"), format!("b/{name}"));
    let diff = similar::TextDiff::from_lines(before, after);
    diff.unified_diff().context_radius(3).header(&old, &new).to_string()
}

/// Whether to print in colour.
fn colour(args: &ArgMatches) -> bool {
    match args.get_one::<String>("color").map(String::as_str) {
        Some("always") => true,
        Some("never") => false,
        _ => std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
    }
}
