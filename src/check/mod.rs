//! The rules of a Utility Block, and the engine that runs them.
//!
//! A rule is one file: what it says, why, whose it is, how to mend it, an example that breaks it
//! and one that keeps it, and the check. Its row in [`RULES`] is all that makes it run.

mod chains;
mod data;
mod documents;
mod examples;
mod graph;
mod mends;
mod own;
mod proofs;
mod rules;
mod section;
mod settings;
mod sides;
pub mod soundness;
mod speech;
mod texts;
mod times;

use std::cell::OnceCell;

use crate::assertion::Assertion;
use crate::diag::{Code, Finding, Findings, Mend, Severity};
use crate::model::Maturity;
use crate::resolve::{Resolved, Spoken};
use crate::text::Span;
use crate::view::process::Process;
use crate::view::process::build::build;
use crate::words::Words;

pub use chains::link;
pub use documents::{Built, Documents, Role};
pub use examples::{EXAMPLE_BLOCK, EXAMPLE_FRAMEWORK};
pub use own::{Own, UNDECIDED};
pub use proofs::Proved;
pub use rules::RULES;
pub use settings::{Refusal, Settings};

/// A rule: one of the rulebook, or one that a project wrote, which lives as long as the program.
#[derive(Debug)]
pub struct Rule {
    /// What it says, whose it is, how much it weighs.
    pub code: Code,
    /// The maturity from which it bites.
    pub from: Maturity,
    /// What it weighs while a block has not come so far, the earliest maturity first. From the last
    /// of them on it weighs what its code says.
    pub early: &'static [(Maturity, Severity)],
    /// What its ready fixes do, one sentence for each; empty when it has none.
    pub fixes: &'static [Words],
    /// An example that breaks this rule and no other: a fragment laid over [`EXAMPLE_BLOCK`], in
    /// which an empty value takes a key away and `omit: true` an item.
    pub bad: &'static str,
    /// The same example, mended.
    pub good: &'static str,
    /// What it looks at.
    pub check: Check,
}

/// What a rule looks at.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// The block; runs whatever state the block is in.
    Block(fn(&Resolved, &mut Findings)),
    /// The block and its processes as they are drawn.
    Processes(fn(&Resolved, &[Process], &mut Findings)),
    /// The block beside other documents. The examples are looked at beside these blocks, fragments
    /// laid over [`EXAMPLE_BLOCK`] too.
    Beside(&'static [(Role, &'static str)], fn(&Resolved, &Documents, &mut Findings)),
    /// The block beside a folder that was built. The examples are looked at beside this manifest.
    Built(&'static str, fn(&Resolved, &Documents, &mut Findings)),
    /// The expressions of the block.
    Expressions(fn(&[Spoken], &mut Findings)),
    /// The block, its processes as they are drawn, and the proof of each of them that is whole.
    Proofs(fn(&Resolved, &[Proved<'_>], &mut Findings)),
    /// Places of the block: a rule that a project wrote, for blocks of these kinds, or of every kind.
    Own(&'static Assertion, &'static [&'static str]),
    /// Nothing: resolving the block has reported it already, whatever its maturity.
    Resolved,
}

impl Rule {
    /// A finding of this rule.
    pub fn at(&'static self, span: Span) -> Finding {
        Finding::new(&self.code, span)
    }

    /// The finding with the first of the rule's ready fixes, where these changes mend it.
    pub fn mend(&'static self, finding: Finding, mends: Option<Vec<Mend>>) -> Finding {
        match (self.fixes.first(), mends) {
            (Some(words), Some(mends)) if !mends.is_empty() => finding.mend(*words, mends),
            _ => finding,
        }
    }

    /// What the rule weighs in a block that is so far.
    pub fn severity(&self, maturity: Maturity) -> Severity {
        let early = self.early.iter().find(|(before, _)| maturity < *before);
        early.map_or(self.code.severity, |(_, severity)| *severity)
    }

    /// What the rule weighs from which maturity on, from the first at which it bites.
    pub fn severities(&self) -> Vec<(Maturity, Severity)> {
        let steps = std::iter::once(self.from).chain(self.early.iter().map(|(step, _)| *step));
        steps.map(|step| (step, self.severity(step))).collect()
    }

    /// Whether the rule bites for this block.
    pub fn bites(&self, block: &Resolved, settings: &Settings) -> bool {
        settings.has(self.code.pack, block.kind()) && block.maturity() >= self.from
    }
}

/// Runs every rule that bites.
pub fn check(block: &Resolved, settings: &Settings) -> Findings {
    let mut findings = Findings::default();
    let (processes, expressions, proved) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
    let drawn = || processes.get_or_init(|| build(block));
    let rules = RULES.iter().chain(&settings.own.rules).copied();
    for rule in rules.filter(|rule| rule.bites(block, settings)) {
        let known = findings.list.len();
        match rule.check {
            Check::Block(check) => check(block, &mut findings),
            Check::Processes(check) => {
                check(block, drawn(), &mut findings);
            }
            Check::Proofs(check) => {
                check(block, proved.get_or_init(|| proofs::proofs(block, drawn())), &mut findings);
            }
            Check::Beside(_, check) | Check::Built(_, check) => {
                check(block, &settings.documents, &mut findings);
            }
            Check::Expressions(check) => {
                check(expressions.get_or_init(|| block.expressions()), &mut findings);
            }
            Check::Own(assertion, kinds) => {
                own::look(rule, assertion, kinds, block, &mut findings);
            }
            Check::Resolved => {}
        }
        let severity = rule.severity(block.maturity());
        for finding in findings.list.iter_mut().skip(known) {
            finding.severity = match settings.severity(rule.code.id) {
                // What the project chose holds; what weighs less here than usual goes on doing so.
                Some(chosen) if finding.severity >= severity => chosen,
                Some(chosen) => finding.severity.min(chosen),
                None => finding.severity.min(severity),
            };
            if matches!(rule.check, Check::Own(..)) {
                finding.severity = finding.severity.min(settings.own.heaviest(block, finding.span));
            }
        }
    }
    findings.sort();
    findings
}
