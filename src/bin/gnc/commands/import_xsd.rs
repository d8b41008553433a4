//! `gnc import xsd`: an XML Schema that exists already becomes a block, with a report of what could not
//! be carried over.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use gnc::diag::Severity;
use gnc::import::xsd::{Imported, MAX_LEVELS, Request, Unread, import};
use gnc::report::{self, Format};
use gnc::text::Sources;
use gnc::words::cli;

use crate::line::Say;
use crate::{Failure, Outcome, commands, disk};

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let option = |name: &str| args.get_one::<String>(name).map(String::as_str);
    let file = PathBuf::from(option("file").unwrap_or(""));
    let parent = match file.parent() {
        Some(parent) if parent != Path::new("") => parent.to_path_buf(),
        _ => PathBuf::from("."),
    };
    let folder = option("within").map_or(parent, PathBuf::from);
    let whole =
        |path: &Path| fs::canonicalize(path).map_err(|error| disk::unreadable(path, &error, say));
    let (root, place) = (whole(&folder)?, whole(&file)?);
    let Ok(inner) = place.strip_prefix(&root) else {
        let (path, folder) = (disk::shown(&file), disk::shown(&folder));
        let said = say.with(cli::IMPORT_NOT_WITHIN, &[("path", &path), ("folder", &folder)]);
        return Err(Failure::Usage(said));
    };
    let id = option("id").unwrap_or("");
    let levels = args.get_one::<u8>("levels").map_or(MAX_LEVELS, |it| usize::from(*it));
    let shown = match disk::shown(&folder).as_str() {
        "." => String::new(),
        folder => format!("{}/", folder.trim_end_matches('/')),
    };
    let inner = disk::shown(inner);
    let request = Request { folder: &shown, file: &inner, id, levels };
    let mut sources = Sources::default();
    let mut reader = |path: &str, most: usize| read(&root, path, most, say);
    let imported = import(request, &mut sources, &mut reader);
    conclude(args, &imported, &sources, say)
}

/// Reads a file below `root`; what leads out of it, by a link, is not there.
fn read(root: &Path, path: &str, most: usize, say: Say) -> Result<Vec<u8>, Unread> {
    use io::Read;
    let refused = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => Unread::Missing,
        _ => Unread::Refused(disk::reason(&error, say)),
    };
    let place = fs::canonicalize(root.join(path)).map_err(refused)?;
    if !place.starts_with(root) || !place.is_file() {
        return Err(Unread::Missing);
    }
    let mut bytes = Vec::new();
    let limit = most as u64 + 1;
    fs::File::open(&place)
        .map_err(refused)?
        .take(limit)
        .read_to_end(&mut bytes)
        .map_err(refused)?;
    Ok(bytes)
}

/// The block into its file or onto the output, the report beside it.
fn conclude(
    args: &ArgMatches,
    imported: &Imported,
    sources: &Sources,
    say: Say,
) -> Result<Outcome, Failure> {
    let json = args.get_one::<String>("format").is_some_and(|it| it == "json");
    let (form, colour) = match json {
        true => (Format::Json, false),
        false => (Format::Human, commands::colour(args)),
    };
    let mut report = report::print(form, sources, &imported.findings, say.lang, colour);
    let refused = imported.findings.worst() == Some(Severity::Error);
    if !json && !refused {
        report = format!("{}\n{}\n", report.trim_end(), summary(imported, say));
    }
    let Some(text) = &imported.text else {
        crate::print(&report, say)?;
        return Ok(Outcome::Findings);
    };
    if let Some(out) = args.get_one::<String>("out") {
        disk::create(Path::new(out), text, say)?;
        crate::print(&report, say)?;
    } else {
        crate::remark(&report);
        crate::print(text, say)?;
    }
    Ok(Outcome::Clean)
}

/// How much was brought in, and how much of each kind was not.
fn summary(imported: &Imported, say: Say) -> String {
    let mut lost: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in &imported.findings.list {
        if finding.severity != Severity::Advice {
            *lost.entry(finding.code.id).or_default() += 1;
        }
    }
    let lost: Vec<String> = lost.iter().map(|(id, n)| format!("{n} × {id}")).collect();
    let lost = match lost.is_empty() {
        true => cli::IMPORT_ALL.get(say.lang).to_owned(),
        false => lost.join(", "),
    };
    let [elements, messages, types, lists] = imported.counts.map(|it| it.to_string());
    let arguments = [
        ("elements", elements.as_str()),
        ("messages", &messages),
        ("types", &types),
        ("lists", &lists),
        ("lost", &lost),
    ];
    say.with(cli::IMPORT_DONE, &arguments)
}
