//! `gnc import`: bring back into a block what others edited: shown first, written when asked to.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use gnc::diag::Severity;
use gnc::import::{self, Change, Review};
use gnc::report::{self, Format};
use gnc::view::document::{Options, Paper, build, templates::Templates};
use gnc::words::{Lang, cli, count};

use crate::disk::Loader;
use crate::line::Say;
use crate::{Failure, Outcome, commands, disk};

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    match args.subcommand() {
        Some(("xlsx", args)) => workbook(args, say),
        Some(("xsd", args)) => commands::import_xsd::run(args, say),
        _ => Ok(Outcome::Clean),
    }
}

fn workbook(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let path = |name: &str| PathBuf::from(args.get_one::<String>(name).map_or("", String::as_str));
    let (book, block) = (path("file"), path("block"));
    let project = commands::project(&block, say)?;
    let mut workspace = commands::workspace(args, &project, say)?;
    let files = disk::block_files(&block, say)?;
    let [place] = files.as_slice() else {
        let shown = disk::shown(&block);
        return Err(Failure::Usage(say.with(cli::ONE_BLOCK, &[("path", &shown)])));
    };
    let bytes = disk::bytes(&book, import::MAX_BYTES, say)?;
    let file = Loader::new(&mut workspace, project.blocks.as_deref(), say).load(place)?;
    workspace.prepare();
    let analysis = workspace.analyse(file);
    let colour = commands::colour(args);
    let Some(resolved) = analysis.resolved.as_ref().filter(|_| analysis.complete) else {
        let (sources, found) = (&workspace.sources, &analysis.findings);
        crate::print(&report::print(Format::Human, sources, found, say.lang, colour), say)?;
        return Ok(Outcome::Findings);
    };
    let own = commands::templates(args, &project, say)?;
    let own: Vec<_> = own
        .into_iter()
        .map(|(name, text)| (name.clone(), workspace.sources.add(name, text)))
        .collect();
    let templates = Templates::new(&mut workspace.sources, &own);
    let points = Lang::ALL.map(|lang| {
        let built = build(Paper::Annex, resolved, &templates, lang, Options::default());
        (lang, built.0.points)
    });
    let name = disk::shown(&book);
    let review = import::workbook(&mut workspace, file, &analysis, &points, (&name, &bytes));
    let before = workspace.sources.text(file).to_owned();
    let shown = workspace.sources.name(file).to_owned();
    crate::print(&changes(&review.changes, say), say)?;
    let refused = review.findings.worst() == Some(Severity::Error);
    if !review.findings.list.is_empty() {
        // Findings of the changed block have their places in its changed text.
        if let Some(text) = &review.text {
            workspace.sources.replace(file, text.as_str());
        }
        let (sources, found) = (&workspace.sources, &review.findings);
        let text = report::print(Format::Human, sources, found, say.lang, colour);
        crate::print(&format!("{text}\n"), say)?;
    }
    if refused {
        crate::print(&format!("{}\n", cli::IMPORT_REFUSED.get(say.lang)), say)?;
        return Ok(Outcome::Findings);
    }
    conclude(&review, (&shown, &before, place), args.get_flag("write"), say)
}

/// Prints the difference of the texts; writes the new one when asked to.
fn conclude(
    review: &Review,
    (shown, before, place): (&str, &str, &Path),
    write: bool,
    say: Say,
) -> Result<Outcome, Failure> {
    let Some(after) = &review.text else {
        crate::print(&format!("{}\n", say.with(cli::IMPORT_NOTHING, &[("path", shown)])), say)?;
        return Ok(Outcome::Clean);
    };
    crate::print(&commands::unified_diff(shown, before, after), say)?;
    let n = count(say.lang, review.changes.len(), cli::CHANGE, cli::CHANGES);
    let words = if write { cli::IMPORT_WRITTEN } else { cli::IMPORT_ASKED };
    if write {
        disk::replace(place, after, say)?;
    }
    crate::print(&format!("\n{}\n", say.with(words, &[("n", &n), ("path", shown)])), say)?;
    Ok(Outcome::Clean)
}

/// One line for each change: the cell, the element, what it said and what it will say.
fn changes(changes: &[Change], say: Say) -> String {
    let mut text = String::new();
    for it in changes {
        let nothing = cli::NOTHING_SAID.get(say.lang);
        let or_nothing = |text: &str| {
            let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            if line.is_empty() { nothing.to_owned() } else { line }
        };
        let args = [
            ("cell", it.cell.as_str()),
            ("path", &or_nothing(&it.path)),
            ("column", it.column.get(say.lang)),
            ("before", &or_nothing(&it.before)),
            ("after", &or_nothing(&it.after)),
        ];
        text.push_str(&format!("  {}\n", say.with(cli::CHANGE_LINE, &args)));
        if !it.also.is_empty() {
            let also = say.with(cli::CHANGE_ALSO, &[("messages", &it.also.join(", "))]);
            text.push_str(&format!("    {also}\n"));
        }
    }
    if !changes.is_empty() {
        text.push('\n');
    }
    text
}
