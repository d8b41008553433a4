//! The documents that blocks are looked at beside: those of the project file and those that are
//! named on the command line.

use std::path::{Component, Path};
use std::sync::Arc;

use clap::ArgMatches;
use gnc::check::{Built, Role};
use gnc::manifest;
use gnc::report;
use gnc::text::FileId;
use gnc::words::{cli, documents};
use gnc::workspace::Workspace;

use crate::line::Say;
use crate::project::Project;
use crate::{Failure, commands, disk};

/// A document that was named on the command line: its path, and its place among the documents.
pub(super) type Named = (String, usize);

/// Reads the documents that blocks are looked at beside: those of the project file, and those that
/// are named. What is wrong with one is found where it is checked itself.
pub(super) fn read(
    args: &ArgMatches,
    project: &Project,
    workspace: &mut Workspace,
    say: Say,
) -> Result<Vec<Named>, Failure> {
    let of_project = project
        .documents
        .iter()
        .filter_map(|it| Some((Role::from_id(&it.role)?, disk::shown(&it.file), false)));
    let mut wanted: Vec<(Role, String, bool)> = of_project.collect();
    for role in Role::ALL {
        let named = args.try_get_many::<String>(role.id()).ok().flatten();
        let named = named.into_iter().flatten();
        wanted.extend(named.map(|path| (role, path.clone(), true)));
    }
    let mut blocks = Vec::new();
    let mut named = Vec::new();
    for (role, path, is_named) in wanted {
        match commands::resolved(workspace, project, Path::new(&path), say)? {
            Ok(block) => {
                if is_named {
                    named.push((path, blocks.len()));
                }
                blocks.push((role, Arc::new(block)));
            }
            Err(findings) => {
                let colour = commands::colour(args);
                let text = report::human(&workspace.sources, &findings, say.lang, colour);
                commands::to_stderr(&text);
                let reason = report::counts(&findings, say.lang);
                let args = [("path", &*path), ("reason", &*reason)];
                return Err(Failure::Io(say.with(cli::CANNOT_READ, &args)));
            }
        }
    }
    workspace.settings.documents.blocks = blocks;
    Ok(named)
}

/// Refuses a named document that has to do with none of the blocks: its rules would say nothing,
/// and nobody would know.
pub(super) fn fits(
    workspace: &Workspace,
    files: &[FileId],
    named: &[Named],
    say: Say,
) -> Result<(), Failure> {
    if named.is_empty() {
        return Ok(());
    }
    let analyses: Vec<_> = files.iter().map(|file| workspace.analyse(*file)).collect();
    let blocks: Vec<_> = analyses.iter().filter_map(|it| it.resolved.as_ref()).collect();
    if blocks.len() < files.len() {
        return Ok(()); // What cannot be read is said first.
    }
    for (path, at) in named {
        let Some((role, document)) = workspace.settings.documents.blocks.get(*at) else { continue };
        if !blocks.iter().any(|block| role.fits(block, document)) {
            let role = role.label().get(say.lang);
            let args = [("path", &**path), ("role", role), ("id", document.id())];
            return Err(Failure::Usage(say.with(documents::FITS_NONE, &args)));
        }
    }
    Ok(())
}

/// What was built in a folder.
pub(super) fn built(folder: &Path, say: Say) -> Result<Built, Failure> {
    let place = folder.join(manifest::PATH);
    let text = disk::text(&place, say)?;
    let name = disk::shown(&place);
    let read = |path: &str| {
        let is_plain = Path::new(path).components().all(|it| matches!(it, Component::Normal(_)));
        is_plain.then(|| std::fs::read(folder.join(path)).ok()).flatten()
    };
    let built = manifest::built(&name, &text, read);
    built.ok_or_else(|| Failure::Io(say.with(documents::NO_MANIFEST, &[("path", &name)])))
}
