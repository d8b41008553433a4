//! XML text of a schema to a tree with places. Hostile input ends here: no document types, no entities
//! of its own, bounded depth and size.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::import::xsd::codes;
use crate::text::{FileId, Span};
use crate::words::Words;

/// Most levels of elements in each other; real schemas have about twenty.
pub(super) const MAX_DEPTH: usize = 100;
/// Most elements of all files together.
pub(super) const MAX_NODES: usize = 500_000;

/// Namespaces by prefix, the default one under the empty prefix.
pub(super) type Scope = Arc<BTreeMap<String, String>>;

/// An element of a schema file.
#[derive(Debug)]
pub(super) struct Node {
    /// Namespace of the tag; empty for none.
    pub(super) namespace: String,
    /// The tag without its prefix.
    pub(super) tag: String,
    /// Attributes: prefix and name as written, value.
    pub(super) attributes: Vec<(String, String)>,
    /// Positions of the elements directly in it.
    pub(super) children: Vec<usize>,
    /// The text directly in it.
    pub(super) text: String,
    /// Its start tag.
    pub(super) span: Span,
    /// The prefixes that are known here.
    pub(super) scope: Scope,
    /// The file it stands in, by its place in the set.
    pub(super) file: usize,
}

impl Node {
    /// The value of an attribute without prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|it| it.0 == name).map(|it| it.1.as_str())
    }
}

/// Why a file is refused, and where.
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) words: Words,
    pub(super) found: String,
}

/// Reads `text` into `nodes`; gives the position of its root.
pub(super) fn read(
    text: &str,
    id: FileId,
    file: usize,
    nodes: &mut Vec<Node>,
) -> Result<usize, Fault> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    reader.config_mut().check_comments = true;
    let mut builder = Builder { nodes, open: Vec::new(), root: None, id, file };
    loop {
        let at = place(&reader, text);
        let fault = |words| Fault { at, words, found: String::new() };
        match reader.read_event().map_err(|_| fault(codes::NOT_XML))? {
            Event::Start(tag) => builder.start(&tag, at, place(&reader, text))?,
            Event::Empty(tag) => {
                builder.start(&tag, at, place(&reader, text))?;
                builder.open.pop();
            }
            Event::End(_) => drop(builder.open.pop()),
            Event::Text(piece) => builder.text(piece.xml10_content(), at)?,
            Event::CData(piece) => builder.text(piece.xml10_content(), at)?,
            Event::GeneralRef(entity) => {
                let name = (*entity).to_owned();
                let resolved = match entity.resolve_char_ref() {
                    Ok(Some(c)) => Some(c.to_string()),
                    Ok(None) => quick_xml::escape::resolve_xml_entity(&name).map(str::to_owned),
                    Err(_) => return Err(fault(codes::NOT_XML)),
                };
                let Some(resolved) = resolved else {
                    let found: String = name.chars().take(40).collect();
                    return Err(Fault { found, ..fault(codes::ENTITY) });
                };
                builder.text(Cow::Owned(resolved), at)?;
            }
            Event::DocType(_) => return Err(fault(codes::DOCTYPE)),
            Event::Decl(declaration) => {
                if let Some(Ok(found)) = declaration.encoding()
                    && !found.eq_ignore_ascii_case("utf-8")
                {
                    let found = found.chars().take(40).collect();
                    return Err(Fault { found, ..fault(codes::ENCODING) });
                }
            }
            Event::Comment(_) | Event::PI(_) => {}
            Event::Eof => break,
        }
    }
    let fault = |words| Fault { at: text.len(), words, found: String::new() };
    match builder.root.filter(|_| builder.open.is_empty()) {
        Some(root) => Ok(root),
        None => Err(fault(codes::ENDS_EARLY)),
    }
}

fn place(reader: &Reader<&[u8]>, text: &str) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX).min(text.len())
}

struct Builder<'n> {
    nodes: &'n mut Vec<Node>,
    open: Vec<usize>,
    root: Option<usize>,
    id: FileId,
    file: usize,
}

impl Builder<'_> {
    fn start(&mut self, tag: &BytesStart<'_>, at: usize, end: usize) -> Result<(), Fault> {
        let fault = |words| Fault { at, words, found: String::new() };
        if self.open.len() >= MAX_DEPTH {
            return Err(Fault { found: MAX_DEPTH.to_string(), ..fault(codes::TOO_DEEP) });
        }
        if self.nodes.len() >= MAX_NODES {
            return Err(Fault { found: MAX_NODES.to_string(), ..fault(codes::TOO_MANY_NODES) });
        }
        if self.open.is_empty() && self.root.is_some() {
            return Err(fault(codes::GOES_ON));
        }
        let parent = self.open.last().and_then(|at| self.nodes.get(*at));
        let mut scope = parent.map(|it| Arc::clone(&it.scope)).unwrap_or_default();
        let mut attributes = Vec::new();
        for attribute in tag.attributes() {
            let Ok(attribute) = attribute else { return Err(fault(codes::NOT_XML)) };
            let key = attribute.key.as_ref().to_owned();
            let Ok(value) = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0) else {
                return Err(fault(codes::NOT_XML));
            };
            let value = value.into_owned();
            match key.strip_prefix("xmlns").map(|rest| rest.strip_prefix(':').unwrap_or(rest)) {
                Some(prefix) if key == "xmlns" || key.starts_with("xmlns:") => {
                    Arc::make_mut(&mut scope).insert(prefix.to_owned(), value);
                }
                _ => attributes.push((key, value)),
            }
        }
        let name = tag.name().as_ref().to_owned();
        let (prefix, local) = name.split_once(':').unwrap_or(("", &name));
        let namespace = scope.get(prefix).cloned();
        if namespace.is_none() && !prefix.is_empty() {
            return Err(fault(codes::NOT_XML));
        }
        let here = self.nodes.len();
        if let Some(parent) = self.open.last().and_then(|at| self.nodes.get_mut(*at)) {
            parent.children.push(here);
        }
        self.root.get_or_insert(here);
        self.nodes.push(Node {
            namespace: namespace.unwrap_or_default(),
            tag: local.to_owned(),
            attributes,
            children: Vec::new(),
            text: String::new(),
            span: Span::new(self.id, at, end),
            scope,
            file: self.file,
        });
        self.open.push(here);
        Ok(())
    }

    fn text(&mut self, text: Cow<'_, str>, at: usize) -> Result<(), Fault> {
        match self.open.last().and_then(|at| self.nodes.get_mut(*at)) {
            Some(node) => node.text.push_str(&text),
            None if text.trim().is_empty() => {}
            None => return Err(Fault { at, words: codes::NOT_XML, found: String::new() }),
        }
        Ok(())
    }
}
