//! Each business rule, error code and process is tested.

use std::collections::BTreeSet;

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Covered, Maturity};
use crate::resolve::{Kind, Resolved};
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-17",
        name: "fault-without-test",
        title: words(
            "Each business rule, error code and process has a test case",
            "Chaque règle de gestion, code d’erreur et processus a un cas d’essai",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "A rule that was never broken on purpose is first broken by a trader’s consignment.",
            "Une règle jamais enfreinte à dessein l’est d’abord par l’envoi d’un opérateur.",
        ),
        help: words(
            "List it under `covers` of the phase of `testing.phases` that tests it; `business-rules`, `error-codes` and `processes` stand for all of them.",
            "Citez-le sous « covers » de la phase de « testing.phases » qui l’éprouve ; « business-rules », « error-codes » et « processes » les désignent tous.",
        ),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
technical_interoperability:
  testing:
    phases: [{id: negative, covers: [business-rules]}]
",
    good: "
technical_interoperability:
  testing:
    phases: [{id: negative, covers: [business-rules, error-codes]}]
",
    check: Check::Block(check),
};

const NOT_COVERED: Words =
    words("no phase of testing covers: {names}", "aucune phase d’essai ne couvre : {names}");
const UNKNOWN: Words = words(
    "the phase covers `{names}`, which is no business rule, error code or process of the block",
    "la phase couvre « {names} », qui n’est ni une règle de gestion, ni un code d’erreur, ni un processus du bloc",
);
/// How many names one finding lists.
const LISTED: usize = 12;

fn check(block: &Resolved, findings: &mut Findings) {
    let testing = block.block.technical_interoperability.as_ref();
    let Some(testing) = testing.and_then(|it| it.testing.as_ref()) else { return };
    let mut covered = BTreeSet::new();
    for name in testing.phases.iter().flat_map(|phase| &phase.covers) {
        let word = &*name.value.0;
        let known = Covered::ALL.iter().any(|it| it.id() == word)
            || GROUPS.iter().any(|(kind, _)| block.names.find(*kind, "", word).is_some());
        if !known {
            findings.add(RULE.at(name.span).arg_words("fault", UNKNOWN).arg("names", word));
        }
        covered.insert(word);
    }
    let all = GROUPS.iter().filter(|(_, all)| !covered.contains(all.id()));
    let names = all.flat_map(|(kind, _)| block.names.of(*kind, ""));
    let mut missing: Vec<&str> = names.filter(|name| !covered.contains(name)).collect();
    if missing.is_empty() || testing.phases.is_empty() {
        return;
    }
    if missing.len() > LISTED {
        missing.truncate(LISTED);
        missing.push("…");
    }
    let finding = RULE.at(testing.span).arg_words("fault", NOT_COVERED);
    findings.add(finding.arg("names", missing.join(", ")));
}

/// What is to be covered, and the word that stands for all of it.
const GROUPS: [(Kind, Covered); 3] = [
    (Kind::BusinessRule, Covered::BusinessRules),
    (Kind::ErrorCode, Covered::ErrorCodes),
    (Kind::Process, Covered::Processes),
];
