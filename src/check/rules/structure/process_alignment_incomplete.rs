//! The process alignment has its four components.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "STR-03",
        name: "process-alignment-incomplete",
        title: words(
            "The process alignment has business rules, triggers, entities and a data cluster",
            "L’alignement des processus comporte des règles de gestion, des déclencheurs, des entités et un groupe de données",
        ),
        message: words(
            "the process alignment does not state: {missing}",
            "l’alignement des processus n’indique pas : {missing}",
        ),
        why: words(
            "Who acts, on what event, by what rule and with what data: without one of them the exchange is not described.",
            "Qui agit, sur quel événement, selon quelle règle et avec quelles données : sans l’un de ces éléments, l’échange n’est pas décrit.",
        ),
        help: words(
            "Add at least one entry for each missing component under `process_alignment`.",
            "Ajoutez au moins une entrée pour chaque composante manquante sous « process_alignment ».",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S0"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  business_rules:
  processes:
    - {id: issue, steps: [{id: register, rules: []}, {id: match, rules: []}]}
",
    good: "
process_alignment:
  business_rules: [{id: BR-05, when: certificate}]
",
    check: Check::Block(check),
};

const KEYS: &[&str] = &["exchange_model", "business_rules", "triggers", "entities", "data_cluster"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "process_alignment") else { return };
    if let Some(missing) = section.lacks(KEYS) {
        findings.add(RULE.at(section.span).arg("missing", missing));
    }
}
