//! Reciprocity is declared, or its absence explained.

use std::collections::BTreeSet;

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-16",
        name: "one-way-without-reason",
        title: words(
            "The exchange goes both ways, or the block says why not",
            "L’échange va dans les deux sens, ou le bloc dit pourquoi non",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "Most laws on mutual assistance ask for reciprocity; a one-way exchange needs its reason on record.",
            "La plupart des textes d’assistance mutuelle exigent la réciprocité ; un échange à sens unique doit être motivé.",
        ),
        help: words(
            "List both directions under `scope.directions`, or write the reason under `scope.asymmetry`.",
            "Énumérez les deux sens sous « scope.directions », ou indiquez le motif sous « scope.asymmetry ».",
        ),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["P37"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
business_case: {scope: {asymmetry: }}
",
    good: "
business_case:
  scope:
    asymmetry:
    directions: [{from: EXA, to: EXB, start: 2027-01-01}, {from: EXB, to: EXA, start: 2027-07-01}]
",
    check: Check::Block(check),
};

const NOT_SAID: Words = words(
    "the directions of the exchange are not stated",
    "les sens de l’échange ne sont pas indiqués",
);
const ONE_WAY: Words = words(
    "data goes from `{from}` to `{to}`, and nothing says why not back",
    "les données vont de « {from} » à « {to} », et rien n’indique pourquoi elles ne vont pas en sens inverse",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(case) = Section::find(block, "business_case") else { return };
    let Some(scope) = case.below("scope").filter(|scope| scope.says("directions")) else {
        let place = case.below("scope").map_or(case.span, |scope| scope.span);
        findings.add(RULE.at(place).arg_words("fault", NOT_SAID));
        return;
    };
    if scope.says("asymmetry") {
        return;
    }
    let scope = block.block.business_case.as_ref().and_then(|case| case.scope.as_ref());
    let directions = scope.map_or(&[][..], |scope| &scope.directions);
    let ways: BTreeSet<(&str, &str)> = directions
        .iter()
        .filter_map(|it| Some((&*it.from.as_ref()?.value.0, &*it.to.as_ref()?.value.0)))
        .collect();
    for direction in directions {
        let (Some(from), Some(to)) = (&direction.from, &direction.to) else { continue };
        if !ways.contains(&(&*to.value.0, &*from.value.0)) {
            let finding = RULE.at(from.span).arg_words("fault", ONE_WAY);
            findings.add(finding.arg("from", &from.value).arg("to", &to.value));
        }
    }
}
