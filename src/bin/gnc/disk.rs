//! Disk: texts in; artifacts out, whole or not at all, and never outside the output folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use gnc::render::Artifact;
use gnc::shipped;
use gnc::syntax::MAX_BYTES;
use gnc::text::FileId;
use gnc::words::{Words, cli};
use gnc::workspace::Workspace;

use crate::Failure;
use crate::line::Say;

/// Name of the file of a block that has a folder of its own.
pub(crate) const BLOCK_FILE: &str = "block.yaml";

/// Why something on disk did not work, in the user's language where we have words for it.
pub(crate) fn reason(error: &io::Error, say: Say) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => cli::NOT_FOUND.get(say.lang).to_owned(),
        io::ErrorKind::PermissionDenied => cli::NO_PERMISSION.get(say.lang).to_owned(),
        io::ErrorKind::IsADirectory => cli::IS_FOLDER.get(say.lang).to_owned(),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            cli::NO_FOLDER.get(say.lang).to_owned()
        }
        io::ErrorKind::InvalidData => cli::NOT_TEXT.get(say.lang).to_owned(),
        _ => error.to_string(),
    }
}

fn failed(words: Words, path: &Path, error: &io::Error, say: Say) -> Failure {
    let (path, reason) = (shown(path), reason(error, say));
    Failure::Io(say.with(words, &[("path", &path), ("reason", &reason)]))
}

/// A path as it is shown: with forward slashes.
pub(crate) fn shown(path: &Path) -> String {
    let text = path.display().to_string();
    if cfg!(windows) { text.replace('\\', "/") } else { text }
}

/// The block files that `path` names: itself, its `block.yaml`, or every block in the folder.
pub(crate) fn block_files(path: &Path, say: Say) -> Result<Vec<PathBuf>, Failure> {
    let meta = fs::metadata(path).map_err(|error| failed(cli::CANNOT_READ, path, &error, say))?;
    if meta.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    let own = path.join(BLOCK_FILE);
    if own.is_file() {
        return Ok(vec![own]);
    }
    let read = |error| failed(cli::CANNOT_READ, path, &error, say);
    let mut files = Vec::new();
    for entry in fs::read_dir(path).map_err(read)? {
        let entry = entry.map_err(read)?.path();
        if entry.is_dir() {
            files.push(entry.join(BLOCK_FILE));
        } else if entry.extension().is_some_and(|it| it == "yaml" || it == "yml") {
            files.push(entry);
        }
    }
    files.retain(|file| file.is_file());
    files.sort();
    if files.is_empty() {
        return Err(Failure::Io(say.with(cli::NO_BLOCKS, &[("path", &shown(path))])));
    }
    Ok(files)
}

/// Reads blocks into a workspace, each file once.
#[derive(Debug)]
pub(crate) struct Loader<'a> {
    /// Where they are read into.
    pub(crate) workspace: &'a mut Workspace,
    /// The project's folder of blocks.
    pub(crate) blocks: Option<&'a Path>,
    /// The language of failures.
    pub(crate) say: Say,
    read: BTreeMap<PathBuf, (FileId, Option<String>)>,
}

impl<'a> Loader<'a> {
    /// A loader that has read nothing yet.
    pub(crate) fn new(workspace: &'a mut Workspace, blocks: Option<&'a Path>, say: Say) -> Self {
        Self { workspace, blocks, say, read: BTreeMap::new() }
    }

    /// Reads a block and every framework it rests on, from its own folder or the project's; one that
    /// is in neither is that which comes with the program, and the user is told.
    pub(crate) fn load(&mut self, file: &Path) -> Result<FileId, Failure> {
        let (id, mut extends) = self.add(file)?;
        while let Some(base) = extends.take() {
            let name = base.split_once('@').map_or(&*base, |(name, _)| name);
            if self.workspace.has(name) || !is_plain(name) {
                break;
            }
            let folder = match file.file_name() {
                Some(it) if it == BLOCK_FILE => file.parent().and_then(Path::parent),
                _ => file.parent(),
            };
            let found = [folder, self.blocks]
                .into_iter()
                .flatten()
                .find_map(|folder| block_in(folder, name));
            if let Some(found) = found {
                extends = self.add(&found)?.1;
            } else if let Some(shipped) = shipped::framework(name) {
                extends = self.workspace.add_shipped(shipped);
                let note = self.say.with(cli::FRAMEWORK_SHIPS, &[("id", name)]);
                crate::commands::to_stderr(&(note + "\n"));
            }
        }
        Ok(id)
    }

    fn add(&mut self, file: &Path) -> Result<(FileId, Option<String>), Failure> {
        let place = fs::canonicalize(file).unwrap_or_else(|_| file.to_path_buf());
        if let Some(read) = self.read.get(&place) {
            return Ok(read.clone());
        }
        let read = self.workspace.add(&shown(file), read(file, self.say)?);
        self.read.insert(place, read.clone());
        Ok(read)
    }
}

/// The file of the block of this identifier in a folder, if it is there.
pub(crate) fn block_in(folder: &Path, id: &str) -> Option<PathBuf> {
    let single = folder.join(format!("{id}.yaml"));
    let own = folder.join(id).join(BLOCK_FILE);
    [single, own].into_iter().find(|it| is_plain(id) && it.is_file())
}

/// Whether an identifier can be the name of a file in the folder, and of nothing elsewhere.
fn is_plain(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    name.chars().all(plain) && !name.starts_with('.')
}

/// The bytes of a file, one more than the limit at most: a larger one is a finding, not a load.
pub(crate) fn read(file: &Path, say: Say) -> Result<Vec<u8>, Failure> {
    bytes(file, MAX_BYTES, say)
}

/// The same, with a limit of its own.
pub(crate) fn bytes(file: &Path, limit: usize, say: Say) -> Result<Vec<u8>, Failure> {
    use std::io::Read;
    let fail = |error| failed(cli::CANNOT_READ, file, &error, say);
    let limit = limit as u64 + 1;
    let file = fs::File::open(file).map_err(fail)?;
    // As much room as the file needs, and a byte more, so that its end is met without asking for more.
    let size = file.metadata().map_or(0, |it| it.len()).min(limit) + 1;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    file.take(limit).read_to_end(&mut bytes).map_err(fail)?;
    Ok(bytes)
}

/// A file to be read piece by piece.
pub(crate) fn open(path: &Path, say: Say) -> Result<fs::File, Failure> {
    fs::File::open(path).map_err(|error| unreadable(path, &error, say))
}

/// The failure that a file cannot be read.
pub(crate) fn unreadable(path: &Path, error: &io::Error, say: Say) -> Failure {
    failed(cli::CANNOT_READ, path, error, say)
}

/// Every file of a folder, and of the folders in it, with one of these extensions, sorted.
pub(crate) fn files(folder: &Path, extensions: &[&str], say: Say) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(at) = folders.pop() {
        let read = |error| unreadable(&at, &error, say);
        for entry in fs::read_dir(&at).map_err(read)? {
            let entry = entry.map_err(read)?;
            let (path, kind) = (entry.path(), entry.file_type().map_err(read)?);
            let named = path.extension().and_then(|it| it.to_str());
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() && named.is_some_and(|it| extensions.contains(&it)) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Every text file of a folder whose name ends so, with its name, sorted.
pub(crate) fn texts(
    folder: &Path,
    ends: &[&str],
    say: Say,
) -> Result<Vec<(String, String)>, Failure> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(at) = folders.pop() {
        let read = |error| failed(cli::CANNOT_READ, &at, &error, say);
        for entry in fs::read_dir(&at).map_err(read)? {
            let entry = entry.map_err(read)?;
            let path = entry.path();
            let kind = entry.file_type().map_err(read)?;
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() && ends.iter().any(|end| shown(&path).ends_with(end)) {
                let fail = |error| failed(cli::CANNOT_READ, &path, &error, say);
                let text = fs::read_to_string(&path).map_err(fail)?;
                let name = path.strip_prefix(folder).map_or_else(|_| shown(&path), shown);
                found.push((name, text));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Writes all artifacts below `out`: first beside their places, then, once all are written, into
/// them; so a failure leaves the earlier outputs as they were. What an earlier build wrote and this
/// one does not (`stale`) is removed.
pub(crate) fn write(
    out: &Path,
    artifacts: &[Artifact],
    stale: &[String],
    say: Say,
) -> Result<(), Failure> {
    let mut begun = Begun::default();
    let result = begun.write(out, artifacts, say).and_then(|()| begun.finish(say));
    if result.is_err() {
        begun.undo();
        return result;
    }
    for path in stale.iter().filter(|path| is_inside(path) && !leads_away(out, path)) {
        let _ = fs::remove_file(out.join(path));
        // Folders that are empty now go too; those that are not stay by themselves.
        let folders = Path::new(path).ancestors().skip(1).filter(|it| !it.as_os_str().is_empty());
        for folder in folders {
            let _ = fs::remove_dir(out.join(folder));
        }
    }
    Ok(())
}

/// A text file.
pub(crate) fn text(path: &Path, say: Say) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| failed(cli::CANNOT_READ, path, &error, say))
}

/// Writes a file that may be there already, whole or not at all.
pub(crate) fn create(path: &Path, text: &str, say: Say) -> Result<(), Failure> {
    if path.exists() {
        return replace(path, text, say);
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|it| failed(cli::CANNOT_WRITE, path, &it, say))?;
    }
    fs::write(path, text).map_err(|error| failed(cli::CANNOT_WRITE, path, &error, say))
}

/// Puts `text` in the place of a file, whole or not at all. A link stays one: what it leads to is
/// replaced.
pub(crate) fn replace(path: &Path, text: &str, say: Say) -> Result<(), Failure> {
    let fail = |error| failed(cli::CANNOT_WRITE, path, &error, say);
    let place = fs::canonicalize(path).map_err(fail)?;
    let temporary = beside(&place, "new");
    let write = || {
        fs::write(&temporary, text)?;
        fs::set_permissions(&temporary, fs::metadata(&place)?.permissions())?;
        fs::rename(&temporary, &place)
    };
    write().map_err(|error| {
        let _ = fs::remove_file(&temporary);
        fail(error)
    })
}

/// A build that is being written.
#[derive(Default)]
struct Begun {
    /// Folders that were not there before, the outer ones first.
    folders: Vec<PathBuf>,
    /// What is written beside its place.
    pending: Vec<Pending>,
    /// How many of them are in their place.
    placed: usize,
    /// What stood in a place before, and that place.
    earlier: Vec<(PathBuf, PathBuf)>,
}

/// A file that is written beside its place.
struct Pending {
    temporary: PathBuf,
    place: PathBuf,
    /// Whether something stood in the place before.
    earlier: bool,
}

impl Begun {
    /// Writes every artifact beside its place.
    fn write(&mut self, out: &Path, artifacts: &[Artifact], say: Say) -> Result<(), Failure> {
        let mut folders = BTreeSet::new();
        for artifact in artifacts {
            let place = out.join(&artifact.path);
            let fail = |error| failed(cli::CANNOT_WRITE, &place, &error, say);
            let folder = place.parent().unwrap_or(out);
            let known = folders.contains(folder);
            let there = fs::symlink_metadata(&place).ok();
            let is_link = there.as_ref().is_some_and(fs::Metadata::is_symlink);
            let outside = is_link || (!known && leads_away(out, &artifact.path));
            if !is_inside(&artifact.path) || outside {
                return Err(Failure::Io(say.with(cli::OUTSIDE, &[("path", &artifact.path)])));
            }
            if there.as_ref().is_some_and(fs::Metadata::is_dir) {
                return Err(fail(io::ErrorKind::IsADirectory.into()));
            }
            if !known {
                self.folder(folder).map_err(fail)?;
                folders.insert(folder.to_path_buf());
            }
            let temporary = beside(&place, "new");
            let file = fs::OpenOptions::new().write(true).create_new(true).open(&temporary);
            let mut file = file.map_err(fail)?;
            self.pending.push(Pending {
                temporary,
                place: place.clone(),
                earlier: there.is_some(),
            });
            io::Write::write_all(&mut file, &artifact.bytes).map_err(fail)?;
        }
        Ok(())
    }

    /// Makes a folder, and remembers which of the folders above it were missing.
    fn folder(&mut self, folder: &Path) -> io::Result<()> {
        let missing = folder.ancestors().filter(|it| !it.as_os_str().is_empty());
        let missing: Vec<_> = missing.take_while(|it| fs::metadata(it).is_err()).collect();
        self.folders.extend(missing.into_iter().rev().map(Path::to_path_buf));
        fs::create_dir_all(folder)
    }

    /// Moves everything into its place.
    fn finish(&mut self, say: Say) -> Result<(), Failure> {
        for Pending { temporary, place, earlier } in &self.pending {
            let fail = |error| failed(cli::CANNOT_WRITE, place, &error, say);
            if *earlier {
                let kept = beside(place, "old");
                fs::rename(place, &kept).map_err(fail)?;
                self.earlier.push((kept, place.clone()));
            }
            fs::rename(temporary, place).map_err(fail)?;
            self.placed += 1;
        }
        for (kept, _) in &self.earlier {
            let _ = fs::remove_file(kept);
        }
        Ok(())
    }

    /// Leaves everything as it was.
    fn undo(&self) {
        for (at, Pending { temporary, place, .. }) in self.pending.iter().enumerate() {
            let _ = fs::remove_file(if at < self.placed { place } else { temporary });
        }
        for (kept, place) in &self.earlier {
            let _ = fs::rename(kept, place);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// The name of a file beside this one, for the time of writing.
fn beside(place: &Path, what: &str) -> PathBuf {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    place.with_file_name(format!(".{name}.gnc-{}-{what}", std::process::id()))
}

/// Whether a path stays below the folder it is taken from.
fn is_inside(path: &str) -> bool {
    !path.is_empty() && Path::new(path).components().all(|it| matches!(it, Component::Normal(_)))
}

/// Whether a folder on the way is a link, which may lead anywhere.
fn leads_away(out: &Path, path: &str) -> bool {
    let mut at = out.to_path_buf();
    let parts: Vec<_> = Path::new(path).components().collect();
    parts.iter().any(|part| {
        at.push(part);
        fs::symlink_metadata(&at).is_ok_and(|meta| meta.is_symlink())
    })
}
