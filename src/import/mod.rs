//! What others edited, brought back into a block: a workbook of the data cluster.
//!
//! Nothing is guessed: a cell that does not fit is refused with its address, and the block is
//! changed only where a cell differs from what the block says.

mod changes;
mod codes;
mod grid;
mod put;
pub mod xsd;

use std::collections::BTreeMap;

use crate::diag::{Findings, Severity};
use crate::import::changes::Wanted;
use crate::text::FileId;
use crate::view::document::Point;
use crate::words::{Lang, Words};
use crate::workspace::{Analysis, Workspace};

pub use codes::CODES;
pub use grid::MAX_BYTES;

/// What a workbook would change in a block.
#[derive(Debug, Default)]
pub struct Review {
    /// The changes, in the order of the sheets.
    pub changes: Vec<Change>,
    /// What does not fit. While there is an error here, [`Review::text`] is not to be written.
    pub findings: Findings,
    /// The text of the block's file with the changes made; `None` when nothing changes or the
    /// changes could not be made.
    pub text: Option<String>,
}

/// A change of one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The cell that asks for it, as `certificate!I12`.
    pub cell: String,
    /// Path of the element.
    pub path: String,
    /// The column, as its head is titled.
    pub column: Words,
    /// What the block says; empty for nothing.
    pub before: String,
    /// What it will say; empty for nothing.
    pub after: String,
    /// Other messages in which the same value holds, and so changes too.
    pub also: Vec<String>,
}

/// Compares a workbook with the block in `file` and makes its changes in the text of the block, in
/// the workspace only; the block must have resolved (`analysis`), and `points` are those of its
/// annex in each language. The workbook comes with the name that findings call it by.
pub fn workbook(
    workspace: &mut Workspace,
    file: FileId,
    analysis: &Analysis,
    points: &[(Lang, Vec<Point>)],
    (name, bytes): (&str, &[u8]),
) -> Review {
    let mut review = Review::default();
    let Some(resolved) = analysis.resolved.as_ref() else { return review };
    let mut cells = codes::Cells::new(name, &mut workspace.sources, &mut review.findings);
    let grid = match grid::read(bytes) {
        Ok(grid) => grid,
        Err(refused) => {
            cells.whole(refused);
            return review;
        }
    };
    let Wanted { changes, puts } = changes::compare(resolved, points, &grid, &mut cells);
    review.changes = changes;
    if review.findings.worst() == Some(Severity::Error) || puts.is_empty() {
        return review;
    }
    let before = workspace.sources.text(file).to_owned();
    for (at, it) in &puts {
        if put::put(workspace, file, it) {
            continue;
        }
        if let Some(change) = review.changes.get(*at) {
            let mut cells = codes::Cells::new(name, &mut workspace.sources, &mut review.findings);
            cells.refuse(&codes::NOT_PUT, &change.cell, &change.after);
        }
    }
    if review.findings.worst() != Some(Severity::Error) {
        review.findings.extend(new_errors(workspace, file, analysis));
        review.text = Some(workspace.sources.text(file).to_owned());
    }
    workspace.rewrite(&BTreeMap::from([(file, before)]));
    review
}

/// The errors of the changed block that were not there before.
fn new_errors(workspace: &mut Workspace, file: FileId, before: &Analysis) -> Findings {
    workspace.prepare();
    let now = workspace.analyse(file).findings;
    let mut known: BTreeMap<(&str, String), usize> = BTreeMap::new();
    let name = |it: &crate::diag::Finding| (it.code.id, it.message(Lang::En));
    for it in before.findings.counting().filter(|it| it.severity == Severity::Error) {
        *known.entry(name(it)).or_default() += 1;
    }
    let mut findings = Findings::default();
    for it in now.counting().filter(|it| it.severity == Severity::Error) {
        match known.get_mut(&name(it)) {
            Some(left) if *left > 0 => *left -= 1,
            _ => findings.add(it.clone()),
        }
    }
    findings
}
