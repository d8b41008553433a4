//! The data cluster as a tree: each element with what its row in the maximum dataset adds, and
//! what each message carries.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalogue::{Catalogue, Row, Standing};
use crate::model::{self, Block, Classification, DataType, Requirement};
use crate::resolve::CodeListRef;
use crate::text::notation::{Format, Occurs};
use crate::text::{Piece, Span};
use crate::words::Label;
use crate::words::Lang;

/// The elements of a data cluster, parents before children, in the order of the maximum dataset
/// and attributes before classes (as WCO schemas have them).
#[derive(Clone, Debug, Default)]
pub struct Cluster {
    /// The elements.
    pub elements: Vec<ClusterElement>,
    index: BTreeMap<Piece, usize>,
}

/// One element with everything that is known of it.
#[derive(Clone, Debug)]
pub struct ClusterElement {
    /// Path of XML tags from the root class.
    pub path: Piece,
    /// Where its row in the block stands.
    pub span: Span,
    /// What the block says of it.
    pub own: Arc<model::Element>,
    /// The class it belongs to, as an index; `None` for a root, and where the class is missing.
    pub parent: Option<usize>,
    /// What belongs to it, as indices in order.
    pub children: Vec<usize>,
    /// Depth, from 0.
    pub level: usize,
    /// Whether its path is in the maximum dataset.
    pub in_maximum: bool,
    /// Identifier in the WCO Data Model; empty when none is confirmed.
    pub wco_id: String,
    /// Name in the WCO Data Model; empty when none is known.
    pub wco_name: String,
    /// Label in each language, as [`Lang::ALL`].
    pub name: [String; 2],
    /// Definition in each language: the dataset's, then the block's supplementary one.
    pub definition: [String; 2],
    /// Format; `None` for classes and where none is known.
    pub format: Option<Format>,
    /// Format in the maximum dataset.
    pub maximum_format: Option<Format>,
    /// Kind of data; `None` for classes.
    pub data_type: Option<DataType>,
    /// How often it occurs.
    pub occurs: Occurs,
    /// How often it may occur in the maximum dataset.
    pub maximum_occurs: Option<Occurs>,
    /// The code list.
    pub codes: Option<CodeListRef>,
    /// Whether it may be personal data.
    pub personal: bool,
    /// How it is classified.
    pub classification: Option<Classification>,
    /// The standing of its row in the maximum dataset.
    pub standing: Option<Standing>,
}

/// What a message carries.
#[derive(Clone, Debug)]
pub struct MessageContent {
    /// Index of the message in the block.
    pub message: usize,
    /// The elements, in the order of the cluster.
    pub content: Vec<Content>,
}

/// An element in a message.
#[derive(Clone, Copy, Debug)]
pub struct Content {
    /// Index in the cluster.
    pub element: usize,
    /// Requirement in this message; `None` when the block does not say.
    pub requirement: Option<Requirement>,
    /// Occurrence in this message.
    pub occurs: Occurs,
}

impl ClusterElement {
    /// Whether other elements belong to it.
    pub fn is_class(&self) -> bool {
        !self.children.is_empty()
    }

    /// The last tag of the path.
    pub fn tag(&self) -> &str {
        self.path.rsplit_once('/').map_or(&self.path, |(_, tag)| tag)
    }
}

impl Cluster {
    /// The element of this path.
    pub fn find(&self, path: &str) -> Option<&ClusterElement> {
        self.index.get(path).map(|at| &self.elements[*at])
    }

    /// The index of the element of this path.
    pub fn position(&self, path: &str) -> Option<usize> {
        self.index.get(path).copied()
    }

    /// The elements below `root`, itself included, in order.
    pub fn below(&self, root: usize) -> Vec<usize> {
        let mut all = Vec::new();
        let mut stack = vec![root];
        while let Some(at) = stack.pop() {
            all.push(at);
            if let Some(element) = self.elements.get(at) {
                stack.extend(element.children.iter().rev());
            }
        }
        all
    }

    pub(super) fn build(block: &Block, catalogue: &Catalogue) -> Self {
        let Some(cluster) =
            block.process_alignment.as_ref().and_then(|it| it.data_cluster.as_ref())
        else {
            return Self::default();
        };
        let maximum = cluster.maximum.as_ref().and_then(|it| catalogue.dataset(&it.value.0));
        let mut rows: Vec<(&Piece, usize, &Arc<model::Element>)> = Vec::new();
        for element in &cluster.elements {
            let Some(path) = &element.path else { continue };
            let place = maximum.and_then(|it| it.position(&path.value.0)).unwrap_or(usize::MAX);
            rows.push((&path.value.0, place, element));
        }
        let by_path: BTreeMap<&str, usize> =
            rows.iter().enumerate().rev().map(|(at, row)| (&**row.0, at)).collect();
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); rows.len()];
        let mut roots = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            if by_path.get(&**row.0) != Some(&at) {
                continue; // The second row of a path is reported as a repeated name.
            }
            let parent = row.0.rsplit_once('/').and_then(|(parent, _)| by_path.get(parent));
            match parent {
                Some(parent) => children[*parent].push(at),
                None => roots.push(at),
            }
        }
        let is_class: Vec<bool> = children.iter().map(|it| !it.is_empty()).collect();
        for list in &mut children {
            list.sort_by_key(|at| (is_class[*at], rows[*at].1, *at));
        }
        roots.sort_by_key(|at| (rows[*at].1, *at));
        let mut built = Self::default();
        let mut stack: Vec<(usize, Option<usize>, usize)> =
            roots.iter().rev().map(|at| (*at, None, 0)).collect();
        while let Some((at, parent, level)) = stack.pop() {
            let (path, _, own) = rows[at];
            let row = maximum.and_then(|it| it.row(path));
            let here = built.elements.len();
            let mut element = effective(path, own, row, &cluster.code_lists);
            (element.parent, element.level) = (parent, level);
            if let Some(parent) = parent {
                built.elements[parent].children.push(here);
            }
            built.index.insert(path.clone(), here);
            built.elements.push(element);
            stack.extend(children[at].iter().rev().map(|child| (*child, Some(here), level + 1)));
        }
        built
    }

    /// What stands below `root`, itself included, as the block says it for all messages.
    pub fn whole(&self, root: &str) -> MessageContent {
        let below = self.position(root).map_or_else(Vec::new, |at| self.below(at));
        let of = |element| {
            let it: &ClusterElement = &self.elements[element];
            let requirement = it.own.requirement.as_ref().and_then(model::Requirements::strictest);
            Content { element, requirement, occurs: it.occurs }
        };
        MessageContent { message: usize::MAX, content: below.into_iter().map(of).collect() }
    }

    pub(super) fn messages(&self, block: &Block) -> Vec<MessageContent> {
        let messages = block.process_alignment.iter().flat_map(|it| &it.messages);
        let content = |(message, it)| MessageContent { message, content: self.content(it) };
        messages.enumerate().map(content).collect()
    }

    fn content(&self, message: &model::Message) -> Vec<Content> {
        let Some(root) = message.root.as_ref().and_then(|root| self.position(&root.value.0)) else {
            return Vec::new();
        };
        let id = message.id.as_ref().map_or("", |id| &*id.value.0);
        let listed: BTreeMap<&str, &model::SubsetElement> = message
            .subset
            .iter()
            .filter_map(|it| Some((&*it.path.as_ref()?.value.0, it)))
            .collect();
        let mut carried = self.below(root);
        if !listed.is_empty() {
            let mut kept = vec![false; self.elements.len()];
            for path in listed.keys() {
                let mut at = self.position(path);
                while let Some(here) = at {
                    kept[here] = true;
                    at = self.elements[here].parent;
                }
            }
            carried.retain(|at| kept[*at]);
        }
        let content = carried.into_iter().map(|at| {
            let element = &self.elements[at];
            let subset = listed.get(&*element.path);
            let narrowed = subset.and_then(|it| it.requirement.as_ref()).map(|it| it.value);
            let general = || element.own.requirement.as_ref().and_then(|it| it.of(id));
            let occurs = subset.and_then(|it| it.occurs.as_ref());
            Content {
                element: at,
                requirement: narrowed.or_else(general),
                occurs: occurs.map_or(element.occurs, |it| it.value),
            }
        });
        let mut content: Vec<_> = content.collect();
        self.drop_not_communicated(&mut content);
        content
    }

    /// An element that is not communicated takes everything below it along.
    fn drop_not_communicated(&self, content: &mut Vec<Content>) {
        let mut dropped = vec![false; self.elements.len()];
        content.retain(|it| {
            let parent = self.elements[it.element].parent;
            let gone = parent.is_some_and(|parent| dropped[parent])
                || it.requirement == Some(Requirement::NotCommunicated);
            dropped[it.element] = gone;
            !gone
        });
    }
}

fn effective(
    path: &Piece,
    own: &Arc<model::Element>,
    row: Option<&Row>,
    lists: &[model::CodeList],
) -> ClusterElement {
    let both = |own: Option<&model::Text>, row: Option<&Label>| {
        Lang::ALL.map(|lang| {
            let own = own.and_then(|text| text.get(lang)).unwrap_or("");
            (row.map_or("", |label| label.get(lang)).to_owned(), own.to_owned())
        })
    };
    let name = both(own.name.as_ref(), row.map(|row| &row.label));
    let definition = both(own.definition.as_ref(), row.map(|row| &row.definition));
    let maximum_occurs = row.map(|row| row.occurs);
    let codes = own.codes.as_ref().map(|it| &*it.value.0);
    let codes = codes.or_else(|| row.and_then(|row| row.codelist.as_deref()));
    let own_format = own.format.as_ref().map(|it| it.value);
    ClusterElement {
        path: path.clone(),
        span: own.path.as_ref().map_or(own.span, |path| path.span),
        parent: None,
        children: Vec::new(),
        level: 0,
        in_maximum: row.is_some(),
        wco_id: match &own.wco_id {
            Some(id) => id.value.to_string(),
            None => row.and_then(|row| row.wco_id.clone()).unwrap_or_default(),
        },
        wco_name: row.map(|row| row.wco_name.clone()).unwrap_or_default(),
        name: name.map(|(row, own)| if own.is_empty() { row } else { own }),
        definition: definition.map(|(row, own)| match (row.is_empty(), own.is_empty()) {
            (_, true) => row,
            (true, false) => own,
            (false, false) => format!("{row} {own}"),
        }),
        format: own_format.or_else(|| row.and_then(|row| row.format)),
        maximum_format: row.and_then(|row| row.format),
        data_type: own.data_type.as_ref().map(|it| it.value).or_else(|| row?.data_type),
        occurs: own.occurs.as_ref().map(|it| it.value).or(maximum_occurs).unwrap_or(Occurs::ONE),
        maximum_occurs,
        codes: codes.map(|id| CodeListRef::of_block(id, lists)),
        personal: own
            .personal
            .as_ref()
            .map_or(row.is_some_and(|row| row.personal), |it| it.value.0),
        classification: own
            .classification
            .as_ref()
            .map(|it| it.value)
            .or_else(|| Some(row?.classification)),
        standing: row.map(|row| row.status),
        own: Arc::clone(own),
    }
}
