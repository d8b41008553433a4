//! Which findings follow from another, so that a report can show the cause and fold the rest.
//!
//! Nothing is hidden by this: a finding that follows is printed below its cause and stays in every
//! machine-readable report.

use std::collections::BTreeMap;

use crate::check::section::Section;
use crate::diag::{Basis, Cause, Finding, Findings, Link};
use crate::resolve::{Resolved, UNKNOWN};
use crate::text::Span;

/// The name of a finding about a key that the format does not have.
const UNKNOWN_KEY: &str = "unknown-key";
/// Keys that name the item they stand in; a finding about the item points at one of them.
const NAMES: [&str; 4] = ["id", "path", "code", "term"];

/// Gives each finding that follows from another its cause. Findings are sorted and know their path.
/// Takes time in proportion to the findings, but for the few causes that are looked through.
pub fn link(block: &Resolved, findings: &mut Findings) {
    let list = &findings.list;
    let mut causes: Vec<Option<(usize, Link)>> = vec![None; list.len()];
    let mut set = |at: usize, root: usize, link: Link| {
        if at != root && causes.get(at).is_some_and(Option::is_none) {
            causes[at] = Some((root, link));
        }
    };
    names(list, &mut set);
    keys(list, &mut set);
    parts(block, list, &mut set);
    classes(list, &mut set);
    let roots: Vec<Option<Cause>> = (0..list.len())
        .map(|at| {
            let (mut root, link) = (*causes.get(at)?)?;
            // A chain is told by its beginning; as many steps as there are findings end a circle.
            for _ in 0..list.len() {
                match causes.get(root).copied().flatten() {
                    Some((next, _)) if next != at => root = next,
                    Some(_) => return None,
                    None => break,
                }
            }
            let root: &Finding = list.get(root)?;
            Some(Cause { code: root.code, span: root.span, link })
        })
        .collect();
    for (finding, cause) in findings.list.iter_mut().zip(roots) {
        finding.cause = cause;
    }
}

/// Most causes of one kind that are looked through; who misspelt this many names has other worries.
const MOST_CAUSES: usize = 50;

/// What speaks of the very thing that a name was meant for follows from the name not being found.
fn names(list: &[Finding], set: &mut impl FnMut(usize, usize, Link)) {
    let about = |finding: &Finding, name: &str| {
        finding.args.iter().any(|(key, _)| finding.text(key) == Some(name))
    };
    let unknown = list.iter().enumerate().filter(|(_, it)| it.code.name == UNKNOWN.name);
    for (root, finding) in unknown.take(MOST_CAUSES) {
        let meant = [finding.text("name"), finding.text("word")];
        for (at, other) in list.iter().enumerate() {
            let rule = other.code.basis != Basis::Format && other.code.id != finding.code.id;
            if rule && meant.into_iter().flatten().any(|name| about(other, name)) {
                set(at, root, Link::UnknownName);
            }
        }
    }
}

/// What a part is said to miss may stand there under a key that is not known.
fn keys(list: &[Finding], set: &mut impl FnMut(usize, usize, Link)) {
    let mut unknown: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, finding) in list.iter().enumerate() {
        if finding.code.name == UNKNOWN_KEY {
            unknown.entry(above(&finding.path)).or_insert(at);
        }
    }
    for (at, finding) in list.iter().enumerate() {
        if let (Some(_), Some(root)) = (finding.text("missing"), unknown.get(part(finding))) {
            set(at, *root, Link::UnknownKey);
        }
    }
}

/// Rules that each miss something in a part that is not there at all follow from the first that
/// says so.
fn parts(block: &Resolved, list: &[Finding], set: &mut impl FnMut(usize, usize, Link)) {
    let mut of_part: BTreeMap<(Span, &str), Vec<usize>> = BTreeMap::new();
    for (at, finding) in list.iter().enumerate() {
        let Some(missing) = finding.text("missing") else { continue };
        let Some(section) = section(block, part(finding)) else { continue };
        let keys: Vec<&str> = missing.split(", ").collect();
        for key in section.parts_missing(&keys) {
            of_part.entry((finding.span, key)).or_default().push(at);
        }
    }
    for (_, group) in of_part {
        let weight = |at: &usize| {
            let finding = list.get(*at)?;
            // A rule that asks for the part itself comes before those that ask for what is in it.
            let whole = finding.code.id.starts_with("STR-");
            Some((whole, finding.severity, std::cmp::Reverse(finding.code.id)))
        };
        let Some(root) = group.iter().copied().max_by_key(weight) else { continue };
        for at in group {
            set(at, root, Link::MissingPart);
        }
    }
}

/// What a rule says of a class it says of each element in it.
fn classes(list: &[Finding], set: &mut impl FnMut(usize, usize, Link)) {
    let mut by_path: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (at, finding) in list.iter().enumerate() {
        if let Some(path) = finding.text("path") {
            by_path.entry((finding.code.id, path)).or_insert(at);
        }
    }
    for ((id, path), at) in &by_path {
        let mut above = *path;
        while let Some((class, _)) = above.rsplit_once('/') {
            if let Some(root) = by_path.get(&(id, class)) {
                set(*at, *root, Link::WholeClass);
                break;
            }
            above = class;
        }
    }
}

/// The path of the part or item that a finding is about.
fn part(finding: &Finding) -> &str {
    match finding.path.rsplit_once('.') {
        Some((part, name)) if NAMES.contains(&name) => part,
        _ => &finding.path,
    }
}

/// The path of what a key stands in.
fn above(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(above, _)| above)
}

/// The part with this path; a finding about the block as a whole points at its identifier.
fn section<'a>(block: &'a Resolved, path: &str) -> Option<Section<'a>> {
    match path {
        "" | "block" => Section::whole(block),
        _ => Section::find(block, path),
    }
}
