//! The test plan covers every kind of test.

use std::collections::BTreeSet;

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, TestKind};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-16",
        name: "test-plan-incomplete",
        title: words("The test plan covers every kind of test, the environment and the exit criteria", "Le plan d’essai couvre chaque type d’essai, l’environnement et les critères de sortie"),
        message: words("the test plan does not state: {missing}", "le plan d’essai n’indique pas : {missing}"),
        why: words("What is not tested between the Parties is tested by the first trader whose goods are held.", "Ce qui n’est pas essayé entre les Parties l’est par le premier opérateur dont les marchandises sont retenues."),
        help: words("Add a phase under `testing.phases` for each missing kind, and write `environment` (apart from production, no live personal data) and `exit_criteria`.", "Ajoutez sous « testing.phases » une phase pour chaque type manquant, et rédigez « environment » (distinct de la production, sans données personnelles réelles) et « exit_criteria »."),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P10", "P49"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[(Maturity::Negotiation, Severity::Warning)],
    fixes: &[],
    bad: "
technical_interoperability:
  testing:
    phases: [{id: failover, omit: true}]
",
    good: "
technical_interoperability:
  testing:
    phases: [{id: failover, omit: true}, {id: recovery, kind: failover, description: {en: Restart., fr: Redémarrage.}}]
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    const KEYS: [&str; 3] = ["phases", "environment", "exit_criteria"];
    let Some(group) = Section::find(block, "technical_interoperability") else { return };
    let Some(testing) = group.below("testing") else {
        if let Some((span, missing)) = group.lacks_below("testing", &KEYS) {
            findings.add(RULE.at(span).arg("missing", missing));
        }
        return;
    };
    let mut missing: Vec<&str> = KEYS.into_iter().filter(|key| !testing.says(key)).collect();
    let phases = testing.items("phases");
    // A phase whose kind could not be read has its own finding.
    let kinds: BTreeSet<&str> =
        phases.iter().filter_map(|phase| phase.node.get("kind")?.text()).collect();
    let all_read = kinds.iter().all(|kind| TestKind::ALL.iter().any(|it| it.id() == *kind));
    if testing.says("phases") && all_read {
        missing.extend(TestKind::ALL.iter().map(|it| it.id()).filter(|it| !kinds.contains(it)));
    }
    if !missing.is_empty() {
        findings.add(RULE.at(testing.span).arg("missing", missing.join(", ")));
    }
}
