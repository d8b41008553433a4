//! Rules that a project wrote: where they are looked for, and where one of them may be an error.

use std::ops::Deref;

use crate::assertion::Assertion;
use crate::check::Rule;
use crate::diag::{Arg, Basis, Code, Finding, Findings, Pack, Severity};
use crate::resolve::Resolved;
use crate::text::{FileId, Span};
use crate::words::{Words, words};

/// A rule of the project gave no answer.
pub static UNDECIDED: Code = Code {
    id: "OWN-08",
    name: "house-rule-undecided",
    title: words(
        "A house rule gives an answer wherever everything that it needs is there",
        "Une règle du projet donne une réponse partout où ce qu’il lui faut est présent",
    ),
    message: words(
        "{rule} could not be decided here: {reason}",
        "{rule} n’a pu être tranchée ici : {reason}",
    ),
    why: words(
        "From here on the rule was not looked at, so what breaks it may stand in the block.",
        "À partir d’ici, la règle n’a plus été contrôlée : ce qui l’enfreint peut se trouver dans le bloc.",
    ),
    help: words(
        "Make the rule ask less at once: fewer lists gone through in each other, units that go together.",
        "Faites en sorte que la règle demande moins à la fois : moins de listes parcourues l’une dans l’autre, des unités compatibles.",
    ),
    severity: Severity::Warning,
    basis: Basis::House,
    pack: Pack::Format,
};

const NOT_STATED: Words = words("not stated", "non indiqué");

/// The rules of a project, and the blocks that it answers for.
#[derive(Clone, Debug, Default)]
pub struct Own {
    /// The rules, in the order of their identifiers.
    pub rules: Vec<&'static Rule>,
    /// The blocks: identifiers, or `who.*` for all of one maker.
    pub owns: Vec<String>,
}

impl Own {
    /// Whether the project answers for the block of this identifier.
    pub fn has(&self, id: &str) -> bool {
        let fits = |owned: &String| match owned.strip_suffix(".*") {
            Some(who) => id.strip_prefix(who).is_some_and(|rest| rest.starts_with('.')),
            None => owned == id,
        };
        !id.is_empty() && self.owns.iter().any(fits)
    }

    /// What a rule of the project may weigh at most in this block at this place: an error only where
    /// the project owns the block, and the block in whose file the place is.
    pub(super) fn heaviest(&self, block: &Resolved, place: Span) -> Severity {
        let of_place = id_of(block, place.file);
        let owned = self.has(block.id()) && of_place.is_some_and(|id| self.has(id));
        if owned { Severity::Error } else { Severity::Warning }
    }
}

/// The block, or the framework below it, that stands in this file.
fn id_of(block: &Resolved, file: FileId) -> Option<&str> {
    let mut at = Some(block);
    while let Some(it) = at {
        if it.place().file == file {
            return Some(it.id());
        }
        at = it.framework.as_deref().map(Deref::deref);
    }
    None
}

/// Looks for places of the block that do not keep a rule of the project.
pub(super) fn look(
    rule: &'static Rule,
    assertion: &Assertion,
    kinds: &[&str],
    block: &Resolved,
    findings: &mut Findings,
) {
    if !kinds.is_empty() && !kinds.contains(&block.kind()) {
        return;
    }
    match assertion.breaches(&block.tree) {
        Ok(breaches) => {
            for breach in breaches {
                let mut finding = rule.at(breach.span);
                finding.args.extend(
                    breach
                        .arguments
                        .into_iter()
                        .map(|(name, text)| (name, text.map_or(Arg::Words(NOT_STATED), Arg::Text))),
                );
                findings.add(finding);
            }
        }
        Err((span, halt)) => findings.add(
            Finding::new(&UNDECIDED, span)
                .arg("rule", rule.code.id)
                .arg_words("reason", halt.words()),
        ),
    }
}
