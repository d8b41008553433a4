//! Where a block stands: how complete it is, what is still to be agreed and by whom, and what the
//! next step of maturity would ask of it.

use std::collections::BTreeSet;

use crate::check::{Settings, check};
use crate::completeness::Completeness;
use crate::diag::{Arg, Finding, Findings, Severity};
use crate::model::{Date, Maturity, Scalar};
use crate::resolve::{Point, PointState, Resolved};
use crate::syntax::Node;
use crate::text::{Piece, Span, Spanned};

/// Where a block stands.
#[derive(Clone, Debug)]
pub struct Status {
    /// Where the block stands in the texts.
    pub span: Span,
    /// Identifier of the block.
    pub id: String,
    /// Version of the block; empty when it states none.
    pub version: String,
    /// Kind of the block; empty when it states none.
    pub kind: String,
    /// How far the block says it is.
    pub maturity: Maturity,
    /// Whether it is a guiding template with placeholder Parties.
    pub hypothetical: bool,
    /// Its components.
    pub completeness: Completeness,
    /// What is still to be agreed, in the order of the block.
    pub points: Vec<Outstanding>,
    /// The day that due dates are compared with.
    pub today: Option<Date>,
    /// What is found in it as it is: errors, warnings, advice that count.
    pub now: Counts,
    /// What the next step of maturity would ask for; `None` when there is no next step.
    pub next: Option<NextStep>,
}

/// How many findings of each severity count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Errors.
    pub error: usize,
    /// Warnings.
    pub warning: usize,
    /// Pieces of advice.
    pub advice: usize,
}

impl Counts {
    /// Of these findings.
    pub fn of(findings: &Findings) -> Self {
        Self {
            error: findings.count(Severity::Error),
            warning: findings.count(Severity::Warning),
            advice: findings.count(Severity::Advice),
        }
    }
}

/// A block file and where its block stands.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Name of the file.
    pub file: String,
    /// Where its block stands; `None` when it could not be read as one.
    pub status: Option<Status>,
    /// What is found in it.
    pub counts: Counts,
}

/// A value that is still to be agreed.
#[derive(Clone, Debug)]
pub struct Outstanding {
    /// Its path, as `process_alignment.triggers[co-issued].within`.
    pub path: String,
    /// The last key of the path.
    pub key: &'static str,
    /// Where it stands.
    pub span: Span,
    /// What is on the table.
    pub matter: Matter,
}

/// What is on the table.
#[derive(Clone, Debug)]
pub enum Matter {
    /// Somebody owes an answer.
    Owed {
        /// The Party that owes it.
        owner: Option<String>,
        /// By when, as written.
        due: Option<String>,
        /// Whether that day has passed.
        overdue: bool,
        /// What it waits for.
        note: Option<Node>,
    },
    /// The Parties propose different things.
    Differing(Vec<Stance>),
    /// Every Party proposes the same: it only has to be written as agreed.
    Matching(Vec<Stance>),
}

/// What one Party proposes.
#[derive(Clone, Debug)]
pub struct Stance {
    /// The Party.
    pub party: String,
    /// Its proposal, as written.
    pub value: Node,
}

/// The next step of maturity.
#[derive(Clone, Debug)]
pub struct NextStep {
    /// The step.
    pub maturity: Maturity,
    /// What would be found there and is not found now, sorted.
    pub findings: Findings,
}

/// The step of maturity that follows; `None` for a published block: its next version is a new one.
pub const fn following(maturity: Maturity) -> Option<Maturity> {
    match maturity {
        Maturity::Concept => Some(Maturity::Process),
        Maturity::Process => Some(Maturity::Technical),
        Maturity::Technical => Some(Maturity::Negotiation),
        Maturity::Negotiation => Some(Maturity::Agreed),
        Maturity::Agreed => Some(Maturity::Published),
        Maturity::Published | Maturity::Superseded => None,
    }
}

impl Status {
    /// Where this block stands, on this day; `found` is what checking it has found.
    pub fn of(
        block: &Resolved,
        found: &Findings,
        settings: &Settings,
        today: Option<Date>,
    ) -> Self {
        let maturity = block.maturity();
        let next = following(maturity).map(|step| {
            let mut then = check(&block.at(step), settings);
            let known: BTreeSet<_> = found.list.iter().map(told_apart).collect();
            then.list.retain(|it| !known.contains(&told_apart(it)));
            NextStep { maturity: step, findings: then }
        });
        Self {
            span: block.place(),
            id: block.id().to_owned(),
            version: block.version().to_owned(),
            kind: block.kind().to_owned(),
            maturity,
            hypothetical: block.is_hypothetical(),
            completeness: Completeness::of(block),
            points: block.points.iter().map(|it| outstanding(block, it, today)).collect(),
            today,
            now: Counts::of(found),
            next,
        }
    }

    /// The points that somebody owes.
    pub fn owed(&self) -> impl Iterator<Item = &Outstanding> {
        self.points.iter().filter(|it| matches!(it.matter, Matter::Owed { .. }))
    }

    /// The points with proposals, whether they differ or not.
    pub fn proposed(&self) -> impl Iterator<Item = &Outstanding> {
        self.points.iter().filter(|it| !matches!(it.matter, Matter::Owed { .. }))
    }

    /// How many points are overdue.
    pub fn overdue(&self) -> usize {
        let late = |it: &&Outstanding| matches!(it.matter, Matter::Owed { overdue: true, .. });
        self.points.iter().filter(late).count()
    }
}

/// What tells one finding from another.
fn told_apart(it: &Finding) -> (Span, &'static str, &[(&'static str, Arg)]) {
    (it.span, it.code.id, &it.args)
}

fn outstanding(block: &Resolved, point: &Point, today: Option<Date>) -> Outstanding {
    // A profile speaks of its own Parties, also where the framework named placeholders.
    let party = |name: &str| {
        let id = block.party(name).and_then(|party| party.id.as_ref());
        id.map_or_else(|| name.to_owned(), |id| id.value.to_string())
    };
    let matter = match &point.state {
        PointState::Open { owner, due, note } => {
            let day = due.as_ref().and_then(|due| Date::parse(&due.value));
            Matter::Owed {
                owner: owner.as_ref().map(|owner| party(&owner.value)),
                due: due.as_ref().map(|due| due.value.to_string()),
                overdue: matches!((day, today), (Some(day), Some(today)) if day < today),
                note: note.clone(),
            }
        }
        PointState::Proposals(proposals) => {
            let stance = |(name, value): &(Spanned<Piece>, Node)| Stance {
                party: party(&name.value),
                value: value.clone(),
            };
            let stances = proposals.iter().map(stance).collect();
            if point.is_settled() { Matter::Matching(stances) } else { Matter::Differing(stances) }
        }
    };
    Outstanding { path: point.path.clone(), key: point.key, span: point.span, matter }
}
