//! What a block means: the profile laid over its framework, every name found, every element with
//! what its maximum dataset says of it.

mod beyond;
mod cluster;
mod code_list;
mod codes;
mod environment;
mod fit;
mod framework;
mod library;
mod limits;
mod merge;
mod names;
mod paraphrases;
mod permissions;
mod points;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::diag::{Content as Written, Finding, Findings, Mend};
use crate::model::{Block, Lower, Maturity, closest, lower};
use crate::syntax::{Entry, Node, Value};
use crate::text::likeness::distance;
use crate::text::{Span, Spanned};

use framework::Merged;

pub use beyond::{Beyond, Excess, INTERNATIONAL};
pub use cluster::{Cluster, ClusterElement, Content, MessageContent};
pub use code_list::{CodeListRef, UsedCode};
pub use codes::{CODES, GIVEN_FIRST, UNKNOWN, WRITE_IT};
pub use environment::{Owner, Scope, Spoken};
pub use fit::{Answer, Asked, Filled, Fit, Line};
pub use framework::Framework;
pub use library::{Library, control};
pub use merge::{Merge, OMIT, Omission};
pub use names::{Kind, Named, Names};
pub use paraphrases::Paraphrases;
pub use permissions::{Permission, Way, binds, permits};
pub use points::{Point, PointState};

/// A block with everything it refers to.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// The block after merging; every leaf knows the file it came from.
    pub block: Block,
    /// The merged tree that the block was read from.
    pub tree: Node,
    /// The framework that the block profiles.
    pub framework: Option<Arc<Framework>>,
    /// What the profile leaves out of its framework.
    pub omissions: Vec<Omission>,
    /// The names that are given and used.
    pub names: Names,
    /// What is still to be agreed.
    pub points: Vec<Point>,
    /// The elements of the data cluster as a tree, with what the maximum dataset adds.
    pub cluster: Cluster,
    /// What each message carries.
    pub messages: Vec<MessageContent>,
    /// The reference data.
    pub catalogue: Arc<Catalogue>,
}

impl Resolved {
    /// What a block means, and what is wrong with reading it; nothing where its tree is no map.
    fn of(merged: Merged, catalogue: &Arc<Catalogue>) -> (Self, Findings) {
        let Merged { tree, framework, omissions } = merged;
        let (block, findings) = lower(&tree);
        let mut block = block.unwrap_or_else(|| Block::empty(tree.span));
        limits::fill(&mut block);
        let points = points::collect(&tree, Block::shape());
        let names = Names::collect(&block, &points);
        let cluster = Cluster::build(&block, catalogue);
        let messages = cluster.messages(&block);
        let catalogue = Arc::clone(catalogue);
        let resolved =
            Self { block, tree, framework, omissions, names, points, cluster, messages, catalogue };
        (resolved, findings)
    }

    /// How far the block is; a block that does not say is a concept.
    pub fn maturity(&self) -> Maturity {
        let status = self.block.block.as_ref().and_then(|control| control.status.as_ref());
        status.map_or(Maturity::Concept, |status| status.value)
    }

    /// The same block with another status: to see what would be asked of it there.
    pub fn at(&self, maturity: Maturity) -> Self {
        let mut block = self.clone();
        if let Some(control) = block.block.block.as_mut() {
            let span = control.status.as_ref().map_or(control.span, |it| it.span);
            control.status = Some(Spanned::new(maturity, span));
        }
        block
    }

    /// The kind of Utility Block, as written; empty when the block does not say.
    pub fn kind(&self) -> &str {
        let kind = self.block.block.as_ref().and_then(|control| control.kind.as_ref());
        kind.map_or("", |kind| &kind.value.0)
    }

    /// The identifier; empty when the block gives none.
    pub fn id(&self) -> &str {
        let id = self.block.block.as_ref().and_then(|control| control.id.as_ref());
        id.map_or("", |id| &id.value.0)
    }

    /// The version; empty when the block gives none.
    pub fn version(&self) -> &str {
        let version = self.block.block.as_ref().and_then(|control| control.version.as_ref());
        version.map_or("", |version| &version.value.0)
    }

    /// Whether the block is a guiding template with placeholder Parties.
    pub fn is_hypothetical(&self) -> bool {
        let flag = self.block.block.as_ref().and_then(|control| control.hypothetical.as_ref());
        flag.is_some_and(|flag| flag.value.0)
    }

    /// The Party of this name, or the one that stands for the placeholder of this name.
    pub fn party(&self, name: &str) -> Option<&crate::model::Party> {
        let parties = || self.block.block.iter().flat_map(|control| &control.parties);
        let called =
            |it: &&crate::model::Party| it.id.as_ref().is_some_and(|id| &*id.value.0 == name);
        let stands = |it: &&crate::model::Party| {
            it.stands_for.as_ref().is_some_and(|it| &*it.value.0 == name)
        };
        parties().find(called).or_else(|| parties().find(stands))
    }

    /// The place to point at for something that the block as a whole lacks.
    pub fn place(&self) -> Span {
        let control = self.block.block.as_ref();
        let id = control.and_then(|control| control.id.as_ref());
        id.map_or(self.tree.span.head(), |id| id.span)
    }
}

/// Resolves the block whose tree has this root. `None` when it cannot be read as a block at all.
///
/// What is wrong with reading, merging and finding names is reported; the rules look at the rest.
/// What is wrong in the framework's own file is seen again here, at its place there, unless the
/// profile has mended it.
pub fn resolve(
    root: &Node,
    library: &Library,
    catalogue: &Arc<Catalogue>,
) -> (Option<Resolved>, Findings) {
    let mut findings = Findings::default();
    let Some(merged) = merged(root, library, &mut findings) else {
        findings.extend(by_itself(root));
        return (None, findings);
    };
    if !matches!(merged.tree.value, Value::Map(_)) {
        findings.extend(lower(&merged.tree).1);
        return (None, findings);
    }
    let (resolved, found) = Resolved::of(merged, catalogue);
    findings.extend(found);
    names_found(&resolved, &mut findings);
    (Some(resolved), findings)
}

/// A block laid over its framework; `None`, and why, where that is not there.
fn merged(root: &Node, library: &Library, findings: &mut Findings) -> Option<Merged> {
    let framework = extended(root, library, findings);
    if framework.is_none() && !findings.list.is_empty() {
        return None;
    }
    let mut merge = Merge::default();
    let tree = match &framework {
        Some(framework) => profile(framework.tree(), root, &mut merge),
        None => root.clone(),
    };
    for it in merge.omissions.iter().filter(|it| !it.known) {
        let finding = Finding::new(&codes::OMITS_UNKNOWN, it.span).arg("key", &it.key);
        findings.add(finding.arg("list", &it.list));
    }
    Some(Merged { tree, framework, omissions: merge.omissions })
}

/// What is wrong in a profile whose framework is not there, whatever the framework may say: all else
/// would only follow from that.
fn by_itself(root: &Node) -> Findings {
    let mut found = lower(root).1;
    found.list.retain(|it| it.text("key") != Some(OMIT));
    found
}

/// `example` laid over `base`, a block that is complete in itself: an empty value takes a key away.
/// For the examples of the rules.
pub fn lay_over(base: &Node, example: &Node) -> Node {
    let mut merge = Merge { empty_removes: true, ..Merge::default() };
    merge.merge(base, example, Block::shape())
}

/// The framework that a block names, when it is there.
fn extended(root: &Node, library: &Library, findings: &mut Findings) -> Option<Arc<Framework>> {
    let extends = root.get("block")?.get("extends")?;
    let (id, version) = extends.text()?.split_once('@')?;
    let finding = |code| Finding::new(code, extends.span).arg("id", id).arg("version", version);
    if control(root, "id") == Some(id) || library.is_circular(id) {
        findings.add(finding(&codes::EXTENDS_ITSELF));
        return None;
    }
    let Some(base) = library.get(id) else {
        let known = closest(id, library.ids());
        let finding = finding(&codes::FRAMEWORK_NOT_FOUND);
        findings.add(match known {
            Some(known) => finding.arg_words("hint", codes::MEANT).arg("word", known),
            None => finding.arg_words("hint", codes::PUT_BESIDE),
        });
        return None;
    };
    if base.version() != version {
        findings.add(finding(&codes::FRAMEWORK_VERSION).arg("found", base.version()));
    }
    Some(Arc::clone(base))
}

/// The profile laid over its framework. Document control is the profile's own: of the framework's
/// it takes the kind and the languages only.
fn profile(base: &Node, own: &Node, merge: &mut Merge) -> Node {
    const INHERITED: [&str; 2] = ["kind", "languages"];
    let inherited = |control: &Node| match &control.value {
        Value::Map(entries) => {
            let kept = entries.iter().filter(|it| INHERITED.contains(&&*it.key.value));
            Node { span: control.span, value: Value::Map(kept.cloned().collect()) }
        }
        _ => control.clone(),
    };
    let mut base = base.clone();
    if let Value::Map(entries) = &base.value {
        let entries = entries.iter().map(|entry| match &*entry.key.value {
            "block" => Entry { key: entry.key.clone(), value: inherited(&entry.value) },
            _ => entry.clone(),
        });
        base.value = Value::Map(entries.collect());
    }
    merge.merge(&base, own, Block::shape())
}

/// Whether one name is so close to the other, and to no third one, that nothing else can be meant.
fn is_slip<'a>(name: &str, known: &str, names: impl Iterator<Item = &'a str>) -> bool {
    const LONG: usize = 8;
    let allowed = if known.len() < LONG { 1 } else { 2 };
    let near = |it: &&str| distance(name, it, allowed).is_some();
    let near: BTreeSet<&str> = names.filter(near).collect();
    known.len() > 2 && near.len() == 1 && near.contains(known)
}

/// Reports every name that is used and not given, once, with the places where it is used, and every
/// name that is given twice.
fn names_found(resolved: &Resolved, findings: &mut Findings) {
    // Looking for a similar name takes time; who misspelt this many has other worries.
    const MOST_HINTS: usize = 50;
    const MOST_NOTES: usize = 5;
    let mut unknown: BTreeMap<(Kind, &str, &str), Vec<Span>> = BTreeMap::new();
    for used in &resolved.names.used {
        if resolved.names.find(used.kind, &used.scope, &used.name).is_none() {
            unknown.entry((used.kind, &used.scope, &used.name)).or_default().push(used.span);
        }
    }
    for (n, ((kind, scope, name), places)) in unknown.into_iter().enumerate() {
        let [first, others @ ..] = places.as_slice() else { continue };
        let names = resolved.names.of(kind, scope).take_while(|_| n < MOST_HINTS);
        let finding = Finding::new(&codes::UNKNOWN_NAME, *first)
            .arg("name", name)
            .arg_words("kind", kind.label());
        let finding = match closest(name, names) {
            Some(known) => {
                let finding = finding.arg_words("hint", codes::MEANT).arg("word", known);
                let of_kind = resolved.names.of(kind, scope);
                let same_file = places.iter().all(|it| it.file == first.file);
                match is_slip(name, known, of_kind) && same_file {
                    true => {
                        let known = Written::Text(known.to_owned());
                        let write = |place: &Span| Mend::Replace(*place, known.clone());
                        finding.mend(codes::WRITE_IT, places.iter().map(write).collect())
                    }
                    false => finding,
                }
            }
            None => finding.arg_words("hint", codes::DEFINE_IT),
        };
        let others = others.iter().take(MOST_NOTES);
        findings.add(others.fold(finding, |it, place| it.note(*place, codes::USED_ALSO)));
    }
    // A step of one process may be called like one of another, or like a message.
    let given = resolved.names.given.iter().filter(|it| it.kind != Kind::Occasion);
    for given in given {
        let first = resolved.names.find(given.kind, &given.scope, &given.name);
        if let Some(first) = first.filter(|first| *first != given.span) {
            let finding = Finding::new(&codes::REPEATED_NAME, given.span)
                .arg("name", &given.name)
                .arg_words("kind", given.kind.label());
            findings.add(finding.note(first, codes::GIVEN_FIRST));
        }
    }
}
