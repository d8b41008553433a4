//! The program as its users meet it: arguments in, text and files and an exit code out.

mod answers;
mod arguments;
mod build;
mod check;
mod documents;
mod matching;
mod messages;
mod new;
mod project;
mod tutorial;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a run of the program gave.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program prints UTF-8");
        let code = output.status.code().expect("the program ends by itself");
        let ran = Self { code, out: text(output.stdout), err: text(output.stderr) };
        for trace in ["panicked", "RUST_BACKTRACE", "stack backtrace"] {
            assert!(!ran.out.contains(trace) && !ran.err.contains(trace), "{}", ran.err);
        }
        ran
    }

    /// The same, when it ended with this code.
    #[track_caller]
    pub(crate) fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "\n{}\n{}", self.out, self.err);
        self
    }

    /// Whether one of the streams has this text.
    pub(crate) fn says(&self, text: &str) -> bool {
        self.out.contains(text) || self.err.contains(text)
    }
}

/// The program, with nothing in its environment that could change what it says.
pub(crate) fn gnc() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gnc"));
    for name in ["GNC_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    command
}

/// Runs it with these arguments in the folder of the project.
pub(crate) fn run(args: &[&str]) -> Ran {
    Ran::of(gnc().args(args).current_dir(root()).output().unwrap())
}

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A folder of a test's own, away from the project, removed with its content in the end.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("gnc-cli-{}-{number}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(std::fs::canonicalize(path).unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn at(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    /// Writes a file, with the folders above it, and gives its path.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        self.at(name)
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        Ran::of(gnc().args(args).current_dir(&self.0).output().unwrap())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Every file below a folder with its content, by its path there; links are not followed.
pub(crate) fn files(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut found = std::collections::BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(at) = open.pop() {
        for entry in std::fs::read_dir(&at).into_iter().flatten() {
            let path = entry.unwrap().path();
            let kind = std::fs::symlink_metadata(&path).unwrap().file_type();
            let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            if kind.is_dir() {
                open.push(path);
            } else {
                let bytes = if kind.is_file() { std::fs::read(&path).unwrap() } else { Vec::new() };
                found.insert(name, bytes);
            }
        }
    }
    found
}

/// A small block in which nothing is found.
pub(crate) const SMALL: &str = "\
gnc: 1
block: {id: exa.small, version: 0.1.0, status: concept, title: {en: Small, fr: Petit},
  kind: other, date: 2026-01-01, maintainer: {en: Us, fr: Nous}, hypothetical: true}
business_case:
  name: {en: Small, fr: Petit}
  purposes:
    - {id: control, function: control, statement: {en: To control., fr: Contrôler.}}
  benefits:
    - {id: speed, stakeholder: trade, statement: {en: Speed., fr: Vitesse.}, measure: {en: Time., fr: Temps.}}
";
