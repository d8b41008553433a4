//! The world as Typst sees it: the files that were given, and the embedded fonts.

use std::collections::BTreeMap;
use std::path::Path;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::fonts::FONTS;

/// Files by their names, and the day on which everything happens.
pub(crate) struct Files {
    library: LazyHash<Library>,
    main: FileId,
    sources: BTreeMap<String, Source>,
    contents: BTreeMap<String, Bytes>,
    date: Option<(i32, u8, u8)>,
}

impl Files {
    pub(crate) fn new(
        main: String,
        files: BTreeMap<String, Vec<u8>>,
        date: Option<(i32, u8, u8)>,
    ) -> Self {
        let mut sources = BTreeMap::new();
        let mut contents = BTreeMap::new();
        for (name, bytes) in files {
            if Path::new(&name).extension().is_some_and(|it| it == "typ") {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                sources.insert(name.clone(), Source::new(id(&name), text));
            }
            contents.insert(name, Bytes::new(bytes));
        }
        // Cells that are headers of their row are offered by no other name yet.
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = <Library as LibraryExt>::builder().with_features(features).build();
        let library = LazyHash::new(library);
        Self { library, main: id(&main), sources, contents, date }
    }
}

fn id(name: &str) -> FileId {
    // A name that is no path of a file becomes one that nothing can ask for.
    let path = VirtualPath::new(name).or_else(|_| VirtualPath::new("unnamed"));
    RootedPath::new(VirtualRoot::Project, path.expect("a plain name is a path")).intern()
}

/// The name of a file of the project; packages are not to be had.
fn name(id: FileId) -> FileResult<&'static str> {
    let path = id.get();
    match path.root() {
        VirtualRoot::Project => Ok(path.vpath().get_without_slash()),
        VirtualRoot::Package(_) => Err(FileError::AccessDenied),
    }
}

impl World for Files {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let name = name(id)?;
        self.sources.get(name).cloned().ok_or_else(|| FileError::NotFound(name.into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let name = name(id)?;
        self.contents.get(name).cloned().ok_or_else(|| FileError::NotFound(name.into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.list.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        self.date.and_then(|(year, month, day)| Datetime::from_ymd(year, month, day))
    }
}
