//! The files of a schema: the one that is given and those that it imports and includes, read through
//! what the program gives, never outside its folder.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Finding, Findings, Severity};
use crate::import::xsd::codes;
use crate::import::xsd::tree::{self, Fault, Node};
use crate::text::encoding::{Encoding, NotUtf8, utf8};
use crate::text::{FileId, Sources, Span};
use crate::words::Words;

/// Namespace of XML Schema.
pub(super) const XS: &str = "http://www.w3.org/2001/XMLSchema";
/// Most bytes of all files together.
pub const MAX_BYTES: usize = 32 << 20;
/// Most files.
const MAX_FILES: usize = 200;

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// There is none.
    Missing,
    /// There is one, but it cannot be read, for this reason.
    Refused(String),
}

/// What reads files: the path from the folder, parts joined by `/`, and most bytes; more than those
/// are a file that is too large.
pub type Read<'r> = dyn FnMut(&str, usize) -> Result<Vec<u8>, Unread> + 'r;

/// One file of the schema.
#[derive(Debug)]
pub(super) struct File {
    /// Its path from the folder.
    pub(super) path: String,
    /// Namespace of what it declares; empty for none.
    pub(super) namespace: String,
    /// Whether what it declares takes the namespace of the file that includes it.
    pub(super) adopted: bool,
    /// Whether elements within types have its namespace.
    pub(super) qualified: bool,
    /// Its version, as it states.
    pub(super) version: String,
    /// Its root element.
    pub(super) root: usize,
    /// The files that it names, in order: whether included, position.
    pub(super) names: Vec<(bool, usize)>,
}

/// A kind of component with a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Component {
    Element,
    Type,
    Group,
    AttributeGroup,
    Attribute,
}

/// The whole schema.
#[derive(Default)]
pub(super) struct Set {
    pub(super) nodes: Vec<Node>,
    pub(super) files: Vec<File>,
    pub(super) components: BTreeMap<(Component, String, String), usize>,
    pub(super) findings: Findings,
    said: BTreeSet<(usize, &'static str)>,
}

impl Set {
    pub(super) fn node(&self, at: usize) -> Option<&Node> {
        self.nodes.get(at)
    }

    /// Whether the element at `at` is the one of XML Schema called so.
    pub(super) fn is(&self, at: usize, tag: &str) -> bool {
        self.node(at).is_some_and(|it| it.namespace == XS && it.tag == tag)
    }

    /// The elements of XML Schema directly in `at`, annotations left out.
    pub(super) fn below(&self, at: usize) -> Vec<usize> {
        let of_schema = |at: &usize| {
            self.node(*at).is_some_and(|it| it.namespace == XS && it.tag != "annotation")
        };
        let children = self.node(at).map_or(&[][..], |it| &it.children);
        children.iter().copied().filter(of_schema).collect()
    }

    /// The first element of XML Schema called so directly in `at`.
    pub(super) fn child(&self, at: usize, tag: &str) -> Option<usize> {
        let children = self.node(at).map_or(&[][..], |it| &it.children);
        children.iter().copied().find(|it| self.is(*it, tag))
    }

    pub(super) fn attribute(&self, at: usize, name: &str) -> Option<&str> {
        self.node(at)?.attribute(name)
    }

    pub(super) fn span(&self, at: usize) -> Span {
        self.node(at).map_or(Span::new(FileId(0), 0, 0), |it| it.span)
    }

    /// The namespace of the file in which the element at `at` stands.
    pub(super) fn namespace(&self, at: usize) -> &str {
        self.file(at).map_or("", |it| &it.namespace)
    }

    pub(super) fn file(&self, at: usize) -> Option<&File> {
        self.files.get(self.node(at)?.file)
    }

    /// Namespace and name that a prefixed name means at `at`.
    pub(super) fn qualified(&self, at: usize, name: &str) -> (String, String) {
        let name = name.trim();
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let scope = self.node(at).and_then(|it| it.scope.get(prefix));
        let adopted = || self.file(at).filter(|it| it.adopted).map(|it| it.namespace.clone());
        let namespace = match scope {
            Some(it) if !it.is_empty() => it.clone(),
            _ => adopted().unwrap_or_default(),
        };
        (namespace, local.to_owned())
    }

    /// The component that a prefixed name means at `at`.
    pub(super) fn find(&self, of: Component, at: usize, name: &str) -> Option<usize> {
        let (namespace, name) = self.qualified(at, name);
        self.components.get(&(of, namespace, name)).copied()
    }

    /// What parts of a group are called: elements by their tags, groups by those of their elements.
    pub(super) fn called(&self, parts: &[usize], between: &str, depth: usize) -> String {
        const NAMED: usize = 8;
        const LEVELS: usize = 4;
        let one = |at: &usize| {
            let name = ["name", "ref"].iter().find_map(|it| self.attribute(*at, it));
            match name {
                Some(name) => name.rsplit(':').next().unwrap_or(name).to_owned(),
                None if self.is(*at, "any") || depth > LEVELS => "…".to_owned(),
                None if self.is(*at, "choice") => {
                    format!("({})", self.called(&self.below(*at), " | ", depth + 1))
                }
                None => self.called(&self.below(*at), " + ", depth + 1),
            }
        };
        let names: Vec<String> = parts.iter().take(NAMED).map(one).collect();
        names.join(between)
    }

    /// Says once of the element at `at` that something of it is not carried over.
    pub(super) fn lose(&mut self, at: usize, why: Words, more: &str) {
        if !self.said.insert((at, why.en)) {
            return;
        }
        let tag = self.node(at).map_or("", |it| it.tag.as_str());
        let named = ["name", "ref", "value", "base"];
        let named = named.iter().find_map(|it| self.attribute(at, it)).unwrap_or("");
        let construct = match named.is_empty() {
            true => format!("<{tag}>"),
            false => format!("<{tag} {named}>"),
        };
        let finding = Finding::new(&codes::NOT_CARRIED, self.span(at))
            .arg("construct", short(&construct))
            .arg("more", short(more))
            .arg_words("reason", why);
        self.findings.add(finding);
    }

    /// The component that a prefixed name means at `at`; one that no file defines is a finding.
    pub(super) fn defined(&mut self, of: Component, at: usize, name: &str) -> Option<usize> {
        let found = self.find(of, at, name);
        if found.is_none() {
            let (namespace, name) = self.qualified(at, name);
            self.find_fault(at, &codes::UNDEFINED, |it| {
                it.arg("name", short(&name)).arg("namespace", short(&namespace))
            });
        }
        found
    }

    /// A finding at the element at `at`.
    pub(super) fn find_fault(
        &mut self,
        at: usize,
        code: &'static crate::diag::Code,
        more: impl FnOnce(Finding) -> Finding,
    ) {
        if self.said.insert((at, code.id)) {
            self.findings.add(more(Finding::new(code, self.span(at))));
        }
    }
}

/// A text as a finding shows it.
pub(super) fn short(text: &str) -> String {
    const LONGEST: usize = 80;
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or("")),
        None => text.to_owned(),
    }
}

struct Loading<'a, 'r> {
    set: Set,
    /// The folder, as findings show it before paths; empty, or with its closing `/`.
    folder: &'a str,
    sources: &'a mut Sources,
    read: &'a mut Read<'r>,
    /// Files by path and namespace.
    known: BTreeMap<(String, String), Option<usize>>,
    bytes: usize,
    /// What could not be found: the element that names it, its namespace.
    missing: Vec<(usize, String, &'static crate::diag::Code)>,
}

/// Reads `path` and everything it names. Nothing is given where the file itself cannot be read.
pub(super) fn load(
    folder: &str,
    path: &str,
    sources: &mut Sources,
    read: &mut Read,
) -> (Set, bool) {
    let set = Set::default();
    let (known, missing) = (BTreeMap::new(), Vec::new());
    let mut loading = Loading { set, folder, sources, read, known, bytes: 0, missing };
    let first = loading.file(path, None, None);
    let mut at = 0;
    while at < loading.set.files.len() {
        loading.names(at);
        at += 1;
    }
    let loaded: BTreeSet<String> =
        loading.set.files.iter().map(|it| it.namespace.clone()).collect();
    for (at, namespace, code) in std::mem::take(&mut loading.missing) {
        // What another file declares is not missed; how it was named is still worth knowing.
        let missed = !loaded.contains(&namespace);
        let location = loading.set.attribute(at, "schemaLocation").unwrap_or("—").to_owned();
        loading.set.find_fault(at, code, |it| {
            let mut it = it.arg("location", short(&location)).arg("namespace", short(&namespace));
            it.severity = if missed { Severity::Warning } else { Severity::Advice };
            it.arg_words("effect", if missed { codes::MISSED } else { codes::NOT_MISSED })
        });
    }
    (loading.set, first.is_some())
}

impl Loading<'_, '_> {
    /// Reads one file; `by` is the element that names it, `adopt` the namespace that an included file
    /// without one takes.
    fn file(&mut self, path: &str, by: Option<usize>, adopt: Option<&str>) -> Option<usize> {
        let key = (path.to_owned(), adopt.unwrap_or("").to_owned());
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        self.known.insert(key.clone(), None);
        let place = by.map(|at| self.set.span(at));
        let refuse = |set: &mut Set, span: Span, words: Words, found: &str| {
            let finding = Finding::new(&codes::NOT_READ, span).arg_words("fault", words);
            set.findings.add(finding.arg("file", path).arg("found", short(found)));
        };
        let shown = format!("{}{path}", self.folder);
        let mut own = || Span::new(self.sources.add(shown.as_str(), ""), 0, 0);
        if self.set.files.len() >= MAX_FILES {
            let span = place.unwrap_or_else(own);
            refuse(&mut self.set, span, codes::TOO_MANY_FILES, &MAX_FILES.to_string());
            return None;
        }
        let left = MAX_BYTES.saturating_sub(self.bytes);
        let bytes = match (self.read)(path, left) {
            Ok(bytes) if bytes.len() <= left => bytes,
            Ok(_) => {
                let span = place.unwrap_or_else(own);
                refuse(&mut self.set, span, codes::TOO_LARGE, &MAX_BYTES.to_string());
                return None;
            }
            Err(unread) => {
                let (words, found) = match unread {
                    Unread::Missing => (codes::NO_FILE, String::new()),
                    Unread::Refused(reason) => (codes::NOT_READABLE, reason),
                };
                match by {
                    Some(at) => {
                        let namespace =
                            self.set.attribute(at, "namespace").unwrap_or("").to_owned();
                        self.missing.push((at, namespace, &codes::NOT_FOUND));
                    }
                    None => refuse(&mut self.set, own(), words, &found),
                }
                return None;
            }
        };
        self.bytes += bytes.len();
        let text = match utf8(bytes) {
            Ok(text) => text,
            Err(NotUtf8 { encoding, byte, .. }) => {
                let words = match encoding {
                    Encoding::Utf16 => codes::UTF_16,
                    _ => codes::NOT_UTF8,
                };
                refuse(&mut self.set, own(), words, &(byte + 1).to_string());
                return None;
            }
        };
        let id = self.sources.add(shown.as_str(), text);
        let at = self.set.files.len();
        let root = match tree::read(self.sources.text(id), id, at, &mut self.set.nodes) {
            Ok(root) => root,
            Err(Fault { at, words, found }) => {
                refuse(&mut self.set, Span::new(id, at, at), words, &found);
                return None;
            }
        };
        if !self.set.is(root, "schema") {
            refuse(&mut self.set, Span::new(id, 0, 0), codes::NO_SCHEMA, "");
            return None;
        }
        let said = |name: &str| self.set.attribute(root, name).unwrap_or("").to_owned();
        let own = said("targetNamespace");
        let adopted = own.is_empty() && adopt.is_some_and(|it| !it.is_empty());
        let namespace = if adopted { adopt.unwrap_or("").to_owned() } else { own };
        self.set.files.push(File {
            path: path.to_owned(),
            namespace,
            adopted,
            qualified: said("elementFormDefault") == "qualified",
            version: said("version"),
            root,
            names: Vec::new(),
        });
        self.known.insert(key, Some(at));
        self.declare(at, root);
        Some(at)
    }

    /// The components of a file, and what of it has no place.
    fn declare(&mut self, file: usize, root: usize) {
        let namespace = self.set.files.get(file).map_or("", |it| &it.namespace).to_owned();
        for at in self.set.below(root) {
            let Some(node) = self.set.node(at) else { continue };
            let of = match node.tag.as_str() {
                "element" => Component::Element,
                "simpleType" | "complexType" => Component::Type,
                "group" => Component::Group,
                "attributeGroup" => Component::AttributeGroup,
                "attribute" => Component::Attribute,
                "import" | "include" | "notation" => continue,
                "redefine" | "override" => {
                    self.set.lose(at, codes::REDEFINED, "");
                    continue;
                }
                _ => {
                    self.set.lose(at, codes::UNKNOWN_PART, "");
                    continue;
                }
            };
            let name = node.attribute("name").unwrap_or("").to_owned();
            self.set.components.entry((of, namespace.clone(), name)).or_insert(at);
        }
    }

    /// Reads the files that a file names.
    fn names(&mut self, file: usize) {
        let Some(root) = self.set.files.get(file).map(|it| it.root) else { return };
        for at in self.set.below(root) {
            let include = self.set.is(at, "include") || self.set.is(at, "redefine");
            if !include && !self.set.is(at, "import") {
                continue;
            }
            let own = self.set.namespace(at).to_owned();
            let namespace = match include {
                true => own.clone(),
                false => self.set.attribute(at, "namespace").unwrap_or("").to_owned(),
            };
            let Some(location) = self.set.attribute(at, "schemaLocation").map(str::to_owned) else {
                self.missing.push((at, namespace, &codes::NOT_FOUND));
                continue;
            };
            let from = self.set.file(at).map_or_else(String::new, |it| it.path.clone());
            let Some(path) = resolve(&from, &location) else {
                self.missing.push((at, namespace, &codes::OUTSIDE));
                continue;
            };
            let adopt = include.then_some(own.as_str());
            if let Some(named) = self.file(&path, Some(at), adopt)
                && let Some(file) = self.set.files.get_mut(file)
            {
                file.names.push((include, named));
            }
        }
    }
}

/// The path that `location` means in the file `from`; none where it leaves the folder: an absolute
/// path, an address of the network, too many steps up.
pub(super) fn resolve(from: &str, location: &str) -> Option<String> {
    let location = location.trim();
    let strange = |c: char| c == '\\' || c == ':' || c.is_control();
    if location.is_empty() || location.starts_with('/') || location.contains(strange) {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in location.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            _ => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}
