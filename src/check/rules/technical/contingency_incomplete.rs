//! The contingency plan is complete.

use crate::check::mends::{OPEN_POINT, open_below};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-15",
        name: "contingency-incomplete",
        title: words(
            "The contingency plan says when, how and by what the exchange is replaced, and how it resumes",
            "Le plan de secours indique quand, comment et par quoi l’échange est remplacé, et comment il reprend",
        ),
        message: words(
            "the contingency plan does not state: {missing}",
            "le plan de secours n’indique pas : {missing}",
        ),
        why: words(
            "Goods keep arriving while a system is down; officers and traders need the same answer on both sides.",
            "Les marchandises continuent d’arriver pendant une panne ; agents et opérateurs ont besoin de la même réponse des deux côtés.",
        ),
        help: words(
            "Write the missing keys under `contingency`.",
            "Écrivez les clés manquantes sous « contingency ».",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P5"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[(Maturity::Negotiation, Severity::Warning)],
    fixes: &[OPEN_POINT],
    bad: "
block: {status: technical}
technical_interoperability: {contingency: {notify_within: }}
",
    good: "
block: {status: technical}
technical_interoperability: {contingency: {notify_within: PT1H}}
",
    check: Check::Block(check),
};

const KEYS: &[&str] = &[
    "outage_after",
    "notify_within",
    "channel",
    "fallback",
    "queue_retention",
    "resend_order",
    "recovery",
];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(group) = Section::find(block, "technical_interoperability") else { return };
    if let Some((span, missing)) = group.lacks_below("contingency", KEYS) {
        let finding = RULE.at(span).arg("missing", missing);
        findings.add(RULE.mend(finding, open_below(block, &group, "contingency", KEYS)));
    }
}
