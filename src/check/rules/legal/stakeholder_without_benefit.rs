//! Each side and trade gain something.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Stakeholder};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-02",
        name: "stakeholder-without-benefit",
        title: words(
            "The exporting side, the importing side and trade each have a benefit",
            "Le côté exportation, le côté importation et les opérateurs ont chacun un avantage",
        ),
        message: words(
            "no benefit is stated for: {stakeholder}",
            "aucun avantage n’est indiqué pour : {stakeholder}",
        ),
        why: words(
            "A side that gains nothing has no reason to build or to keep up its half of the exchange.",
            "Une partie prenante qui n’y gagne rien n’a pas de raison de réaliser ni d’entretenir sa part de l’échange.",
        ),
        help: words(
            "Add a benefit with `stakeholder: {id}` and, if it can be counted, `measure:`.",
            "Ajoutez un avantage avec « stakeholder: {id} » et, s’il est mesurable, « measure: ».",
        ),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["S1", "S4"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
business_case:
  benefits: [{id: quick-release, stakeholder: importing-side}]
",
    good: "
business_case:
  benefits: [{id: quick-release, stakeholder: trade}]
",
    check: Check::Block(check),
};

const ASKED: [Stakeholder; 3] =
    [Stakeholder::ExportingSide, Stakeholder::ImportingSide, Stakeholder::Trade];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(case) = block.block.business_case.as_ref().filter(|it| !it.benefits.is_empty()) else {
        return;
    };
    let place = Section::find(block, "business_case").and_then(|it| it.node.entry("benefits"));
    let place = place.map_or(case.span, |entry| entry.key.span);
    for asked in ASKED {
        let gains = |it: &&crate::model::Benefit| {
            it.stakeholder.as_ref().is_some_and(|it| it.value == asked)
        };
        if !case.benefits.iter().any(|it| gains(&it)) {
            let finding = RULE.at(place).arg_words("stakeholder", asked.label());
            findings.add(finding.arg("id", asked.id()));
        }
    }
}
