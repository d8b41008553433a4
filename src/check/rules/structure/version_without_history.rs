//! The change history knows the current version.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "STR-11",
        name: "version-without-history",
        title: words("The change history has an entry for the current version", "L’historique comporte une entrée pour la version courante"),
        message: words("version {version} is not in the change history", "la version {version} ne figure pas dans l’historique"),
        why: words("Partners see from the history what changed since the version they know.", "L’historique montre aux partenaires ce qui a changé depuis la version qu’ils connaissent."),
        help: words("Add an entry with this version, its date and what changed under `block.history`.", "Ajoutez sous « block.history » une entrée avec cette version, sa date et ce qui a changé."),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
block: {version: 1.1.0}
",
    good: "
block:
  version: 1.1.0
  history:
    - {version: 1.1.0, date: 2026-06-01, change: {en: Time limits changed., fr: Délais modifiés.}}
    - {version: 1.0.0, date: 2026-05-04, change: {en: First agreed text., fr: Premier texte convenu.}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(control) = &block.block.block else { return };
    let Some(version) = &control.version else { return };
    let mut changes = control.history.iter().filter_map(|change| change.version.as_ref());
    if !changes.any(|it| it.value == version.value) {
        findings.add(RULE.at(version.span).arg("version", &version.value));
    }
}
