//! Where a framework is found, and where a new block goes.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use gnc::model::closest;
use gnc::render::{Artifact, Kind};
use gnc::resolve::Resolved;
use gnc::shipped::{self, FRAMEWORKS, Shipped};
use gnc::text::FileId;
use gnc::words::{cli, start as words};
use gnc::workspace::Workspace;

use crate::disk::Loader;
use crate::line::Say;
use crate::project::Project;
use crate::{Failure, disk};

/// Most frameworks in a row.
const MOST: usize = 8;

/// A framework, and where it comes from.
pub(super) enum Base {
    /// A file.
    File(PathBuf),
    /// What ships with the program.
    Shipped(&'static Shipped),
}

impl Base {
    /// The framework that is named: a file, or an identifier (with its version or without), looked
    /// for in the project's folder of blocks, here, in the folder `utility-blocks`, and among those
    /// that ship.
    pub(super) fn find(wanted: &str, project: &Project, say: Say) -> Result<Self, Failure> {
        let path = Path::new(wanted);
        if names_file(wanted) || path.is_file() {
            let mut files = disk::block_files(path, say)?;
            return match (files.pop(), files.is_empty()) {
                (Some(file), true) => Ok(Self::File(file)),
                _ => Err(Failure::Usage(say.with(cli::ONE_OF, &[("path", &disk::shown(path))]))),
            };
        }
        let id = wanted.split_once('@').map_or(wanted, |(id, _)| id);
        let here = [PathBuf::from("."), PathBuf::from("utility-blocks")];
        let mut folders = project.blocks.iter().chain(&here);
        if let Some(found) = folders.find_map(|it| disk::block_in(it, id)) {
            return Ok(Self::File(found));
        }
        shipped::framework(id).map(Self::Shipped).ok_or_else(|| {
            let all = super::frameworks();
            let args = [("name", wanted), ("frameworks", &*all)];
            let mut message = say.with(words::NO_FRAMEWORK, &args);
            if let Some(word) = closest(id, FRAMEWORKS.iter().map(|it| it.id)) {
                message += &format!(": {}", say.with(cli::MEANT, &[("word", word)]));
            }
            Failure::Usage(message)
        })
    }

    /// Whether it has the version that was asked for, if one was.
    pub(super) fn is_wanted(
        &self,
        wanted: &str,
        framework: &Resolved,
        say: Say,
    ) -> Result<(), Failure> {
        let version = wanted.split_once('@').filter(|_| !names_file(wanted));
        let Some((_, version)) = version.filter(|(_, it)| *it != framework.version()) else {
            return Ok(());
        };
        let path = match self {
            Self::File(path) => disk::shown(path),
            Self::Shipped(it) => it.id.to_owned(),
        };
        let args = [("path", &*path), ("found", framework.version()), ("wanted", version)];
        Err(Failure::Usage(say.with(words::OTHER_VERSION, &args)))
    }

    /// Reads it, and every framework that it rests on itself.
    pub(super) fn load(
        &self,
        workspace: &mut Workspace,
        project: &Project,
        say: Say,
    ) -> Result<FileId, Failure> {
        match self {
            Self::File(path) => Loader::new(workspace, project.blocks.as_deref(), say).load(path),
            Self::Shipped(it) => {
                let name = |id: &str| format!("{id}.yaml");
                let (file, mut extends) = workspace.add(&name(it.id), it.text.into());
                for _ in 0..MOST {
                    let Some(next) = extends.as_deref().and_then(shipped_base) else { break };
                    extends = workspace.add(&name(next.id), next.text.into()).1;
                }
                Ok(file)
            }
        }
    }

    /// The folder that it was found in.
    pub(super) fn folder(&self) -> Option<&Path> {
        match self {
            Self::File(path) if path.file_name().is_some_and(|it| it == disk::BLOCK_FILE) => {
                path.parent().and_then(Path::parent)
            }
            Self::File(path) => path.parent(),
            Self::Shipped(_) => None,
        }
    }

    /// The frameworks that a block at this place would not find: file names and texts.
    pub(super) fn missing_at(
        place: &Place,
        workspace: &Workspace,
        say: Say,
    ) -> Result<Vec<(String, String)>, Failure> {
        let project = crate::commands::project(&place.path, say)?;
        let folders = [Some(place.folder().to_path_buf()), project.blocks];
        let found = |id: &str| folders.iter().flatten().any(|it| disk::block_in(it, id).is_some());
        let chain = workspace.blocks().filter(|(id, _)| !found(id));
        Ok(chain.map(|(id, text)| (format!("{id}.yaml"), text.to_owned())).collect())
    }
}

/// Whether a framework is named by its file.
fn names_file(wanted: &str) -> bool {
    let yaml = Path::new(wanted).extension().is_some_and(|it| it.eq_ignore_ascii_case("yaml"));
    yaml || wanted.contains(['/', '\\'])
}

/// The framework that ships under the identifier in front of the `@`.
fn shipped_base(extends: &str) -> Option<&'static Shipped> {
    shipped::framework(extends.split_once('@').map_or(extends, |(id, _)| id))
}

/// Where a new block goes.
pub(super) struct Place {
    /// Its file.
    pub(super) path: PathBuf,
}

impl Place {
    /// What `--out` says: a file, or a folder; else the folder of the project's blocks, else that of
    /// the framework, else the present one.
    pub(super) fn choose(
        args: &ArgMatches,
        id: &str,
        beside: Option<&Path>,
        project: &Project,
    ) -> Self {
        let name = format!("{id}.yaml");
        let path = match args.get_one::<String>("out").map(Path::new) {
            Some(out) if out.extension().is_some_and(|it| it == "yaml" || it == "yml") => {
                out.to_path_buf()
            }
            Some(out) => out.join(name),
            None => {
                let folder = project.blocks.as_deref().or(beside).unwrap_or(Path::new(""));
                folder.join(name)
            }
        };
        Self { path: path.strip_prefix(".").map(Path::to_path_buf).unwrap_or(path) }
    }

    /// The folder of the file.
    pub(super) fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }

    /// The path as it is shown.
    pub(super) fn shown(&self) -> String {
        disk::shown(&self.path)
    }

    /// Writes the block and the frameworks that it would not find, all or nothing.
    pub(super) fn write(
        &self,
        text: &str,
        frameworks: &[(String, String)],
        force: bool,
        base: &Base,
        say: Say,
    ) -> Result<(), Failure> {
        let path = [("path", &*self.shown())];
        let is_base = match base {
            Base::File(file) => {
                let real = |it: &Path| std::fs::canonicalize(it).ok();
                real(file).is_some_and(|it| Some(it) == real(&self.path))
            }
            Base::Shipped(_) => false,
        };
        let own = self.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if is_base || frameworks.iter().any(|(name, _)| *name == own) {
            return Err(Failure::Usage(say.with(words::ITSELF, &path)));
        }
        if !force && std::fs::symlink_metadata(&self.path).is_ok() {
            return Err(Failure::Io(say.with(words::THERE, &path)));
        }
        let artifact = |path: &str, text: &str| Artifact {
            path: path.to_owned(),
            kind: Kind::Markdown,
            languages: None,
            schema: None,
            bytes: text.as_bytes().to_vec(),
        };
        let mut all = vec![artifact(&own, text)];
        all.extend(frameworks.iter().map(|(name, text)| artifact(name, text)));
        disk::write(self.folder(), &all, &[], say)
    }
}
