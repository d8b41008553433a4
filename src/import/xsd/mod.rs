//! An XML Schema that exists already, turned into a block: its data cluster, its messages, the types of
//! its values; and a finding for each construct that is not carried over.
//!
//! ```text
//! file ─► tree (places, bounds) ─► load (imports, components) ─► types, content (rows) ─► print (YAML)
//! ```

pub(super) mod codes;
mod content;
mod facts;
mod load;
mod print;
mod tree;
mod types;

use crate::diag::{Finding, Findings, Severity};
use crate::import::xsd::content::{MAX_ELEMENTS, Walk};
use crate::import::xsd::print::Head;
use crate::layout::canonical;
use crate::syntax::parse;
use crate::text::{Sources, Span};
use crate::words::Lang;
use crate::words::cli as say;

pub use content::MAX_LEVELS;
pub use load::{MAX_BYTES, Read, Unread};

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The folder, as findings show it before paths; empty, or with its closing `/`.
    pub folder: &'a str,
    /// The schema: its path from the folder, parts joined by `/`.
    pub file: &'a str,
    /// Identifier of the block that is made; by the name of the file where it is empty.
    pub id: &'a str,
    /// Most levels of classes.
    pub levels: usize,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Imported {
    /// The block; none where the schema cannot be read or names no message.
    pub text: Option<String>,
    /// What was found, each at its construct.
    pub findings: Findings,
    /// How many elements, messages, types of values and code lists it has.
    pub counts: [usize; 4],
}

/// Turns a schema into a block. `read` reads files; texts are added to `sources`, so that findings have
/// places.
pub fn import(request: Request, sources: &mut Sources, read: &mut Read) -> Imported {
    let (mut set, whole) = load::load(request.folder, request.file, sources, read);
    if !whole {
        return Imported { findings: set.findings, ..Imported::default() };
    }
    let version = set.files.first().map_or_else(String::new, |it| it.version.clone());
    let mut walk = Walk::new(&mut set, request.levels.min(MAX_LEVELS));
    walk.run();
    let Walk { types, rows, roots, over, .. } = walk;
    let mut findings = std::mem::take(&mut set.findings);
    let place =
        set.files.first().map_or(Span::new(crate::text::FileId(0), 0, 0), |it| set.span(it.root));
    if over {
        let finding = Finding::new(&codes::TOO_MANY_ELEMENTS, place).arg("limit", MAX_ELEMENTS);
        findings.add(finding);
    } else if roots.iter().all(|it| !it.wraps.is_empty()) {
        findings.add(Finding::new(&codes::NO_MESSAGE, place));
    }
    findings.sort();
    if findings.worst() == Some(Severity::Error) {
        return Imported { findings, ..Imported::default() };
    }
    let name = request.file.rsplit('/').next().unwrap_or(request.file);
    let id = match request.id {
        "" => identifier(name),
        id => id.to_owned(),
    };
    let arguments = [("file", name), ("version", version.as_str())];
    let title = Lang::ALL.map(|lang| say::IMPORT_TITLE.with(lang, &arguments));
    let origin = match version.is_empty() {
        true => say::IMPORT_ORIGIN,
        false => say::IMPORT_ORIGIN_VERSION,
    };
    let origin = Lang::ALL.map(|lang| origin.with(lang, &arguments));
    let text = print::block(&Head { id: &id, title, origin }, &types, &rows, &roots);
    let messages = roots.iter().filter(|it| it.wraps.is_empty()).count();
    let counts = [rows.len(), messages, types.values.len(), types.lists.len()];
    Imported { text: Some(laid_out(text)), findings, counts }
}

/// The canonical layout of the block, where it can be read as one.
fn laid_out(text: String) -> String {
    let mut sources = Sources::default();
    let file = sources.add("", text.as_str());
    let (tree, _) = parse(&sources, file);
    canonical(&sources, file, &tree).unwrap_or(text)
}

/// An identifier from the name of a file.
fn identifier(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_ascii_lowercase();
    let kept = |c: char| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' };
    let id: String = stem.chars().map(kept).collect();
    let id = id.trim_matches(['-', '.']);
    if id.is_empty() { "imported".to_owned() } else { id.to_owned() }
}
