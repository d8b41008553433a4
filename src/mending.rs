//! Ready fixes put into effect: no fix is kept that makes a new error.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Edit, Finding, Findings, Mend, Severity};
use crate::syntax::Tree;
use crate::text::{FileId, Sources};
use crate::workspace::Workspace;

/// How often fixes are collected.
const ROUNDS: usize = 5;
/// How often a set of fixes is tried, all rounds together.
const TRIALS: usize = 200;

/// A fix that can be put into effect.
struct Ready {
    file: FileId,
    edits: Vec<Edit>,
    /// What tells it apart while places shift.
    name: String,
    rule: &'static str,
}

/// Puts the ready fixes of the findings in these files into effect, in the workspace only. Gives
/// the identifier of the rule of each fix that was kept.
///
/// Fixes that do not touch each other are made together; then the blocks are checked again. A fix
/// is kept only if fewer findings count afterwards, or fewer of them are errors.
pub fn mend(workspace: &mut Workspace, files: &[FileId]) -> Vec<&'static str> {
    let mut kept = Vec::new();
    let mut refused: BTreeSet<String> = BTreeSet::new();
    let (mut rounds, mut trials) = (0, 0);
    let mut found = analyse(workspace, files);
    let mut ready = ready(workspace, files, &found, &refused);
    while rounds < ROUNDS && trials < TRIALS && !ready.is_empty() {
        trials += 1;
        let before = texts(workspace, &ready);
        workspace.rewrite(&mended(&before, &ready));
        let now = analyse(workspace, files);
        let (was, is) = (weight(&found), weight(&now));
        if is.0 <= was.0 && is.1 <= was.1 && is != was {
            kept.extend(ready.iter().map(|it| it.rule));
            found = now;
            rounds += 1;
        } else {
            workspace.rewrite(&before);
            // If they do no good together, the first half is tried, down to one alone.
            if ready.len() > 1 {
                ready.truncate(ready.len() / 2);
                continue;
            }
            refused.extend(ready.iter().map(|it| it.name.clone()));
        }
        ready = self::ready(workspace, files, &found, &refused);
    }
    kept
}

/// The texts of the files that fixes are for.
fn texts(workspace: &Workspace, ready: &[Ready]) -> BTreeMap<FileId, String> {
    let text = |it: &Ready| (it.file, workspace.sources.text(it.file).to_owned());
    ready.iter().map(text).collect()
}

fn analyse(workspace: &Workspace, files: &[FileId]) -> Findings {
    let mut findings = Findings::default();
    for file in files {
        findings.extend(workspace.analyse(*file).findings);
    }
    findings.sort();
    findings
}

/// How many errors count, and how many findings.
fn weight(findings: &Findings) -> (usize, usize) {
    (findings.count(Severity::Error), findings.counting().count())
}

/// The fixes that can be made together: each within one of the files and apart from the others.
fn ready(
    workspace: &Workspace,
    files: &[FileId],
    findings: &Findings,
    refused: &BTreeSet<String>,
) -> Vec<Ready> {
    let mut taken: BTreeMap<FileId, Vec<(u32, u32)>> = BTreeMap::new();
    let mut ready = Vec::new();
    for finding in findings.counting() {
        let Some(it) = one(workspace, finding) else { continue };
        if refused.contains(&it.name) || !files.contains(&it.file) {
            continue;
        }
        let taken = taken.entry(it.file).or_default();
        let touches = |edit: &Edit| {
            let span = edit.span;
            taken.iter().any(|(start, end)| span.start <= *end && *start <= span.end)
        };
        if !it.edits.iter().any(touches) {
            taken.extend(it.edits.iter().map(|edit| (edit.span.start, edit.span.end)));
            ready.push(it);
        }
    }
    ready
}

fn one(workspace: &Workspace, finding: &Finding) -> Option<Ready> {
    let edits = &finding.fix.as_ref()?.edits;
    // What a profile lacks may be seen in its framework; the fix is for the profile.
    let file = edits.first()?.span.file;
    let own = edits.iter().all(|edit| edit.span.file == file);
    let (block, place) = workspace.place(finding);
    let name = format!("{} {block} {place} {:?}", finding.code.id, finding.args);
    own.then(|| Ready { file, edits: edits.clone(), name, rule: finding.code.id })
}

/// The texts with all edits made.
fn mended(before: &BTreeMap<FileId, String>, ready: &[Ready]) -> BTreeMap<FileId, String> {
    let text_of = |(file, text): (&FileId, &String)| {
        let of_file = ready.iter().filter(|it| it.file == *file);
        let mut edits: Vec<&Edit> = of_file.flat_map(|it| &it.edits).collect();
        edits.sort_by_key(|edit| edit.span);
        (*file, edited(text, &edits))
    };
    before.iter().map(text_of).collect()
}

/// The text of `file` with these changes of its block made; `None` when one cannot be made by edits
/// that keep the rest.
pub fn changed(sources: &Sources, file: FileId, tree: &Tree, mends: &[Mend]) -> Option<String> {
    let mut edits = crate::layout::edits(sources, file, (tree, None), mends)?;
    edits.sort_by_key(|edit| edit.span);
    let edits: Vec<&Edit> = edits.iter().collect();
    Some(edited(sources.text(file), &edits))
}

/// `text` with these edits made, which are in order and do not overlap.
pub(crate) fn edited(text: &str, edits: &[&Edit]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        let start = edit.span.start as usize;
        out.push_str(text.get(at..start).unwrap_or(""));
        out.push_str(&edit.text);
        at = edit.span.end as usize;
    }
    out.push_str(text.get(at..).unwrap_or(""));
    out
}
