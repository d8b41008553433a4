//! The service levels are complete.

use crate::check::mends::{OPEN_POINT, open_below};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-13",
        name: "service-levels-incomplete",
        title: words(
            "Availability, response, processing and recovery are promised with their windows",
            "La disponibilité, la réponse, le traitement et la reprise sont promis avec leurs périodes",
        ),
        message: words(
            "the service levels do not state: {missing}",
            "les niveaux de service n’indiquent pas : {missing}",
        ),
        why: words(
            "Traders wait at the border for the slower system; a level that is not promised cannot be claimed.",
            "Les opérateurs attendent à la frontière le système le plus lent ; un niveau non promis ne peut être exigé.",
        ),
        help: words(
            "Write the missing keys under `service_levels`; a value that is not agreed yet is written as `open` or `proposals`.",
            "Écrivez les clés manquantes sous « service_levels » ; une valeur non encore convenue s’écrit « open » ou « proposals ».",
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
technical_interoperability: {service_levels: {window: }}
",
    good: "
block: {status: technical}
technical_interoperability: {service_levels: {window: P3M}}
",
    check: Check::Block(check),
};

const KEYS: &[&str] = &[
    "availability",
    "window",
    "maintenance_notice",
    "response_time",
    "response_share",
    "processing_time",
    "recovery_time",
    "recovery_point",
];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(group) = Section::find(block, "technical_interoperability") else { return };
    if let Some((span, missing)) = group.lacks_below("service_levels", KEYS) {
        let finding = RULE.at(span).arg("missing", missing);
        findings.add(RULE.mend(finding, open_below(block, &group, "service_levels", KEYS)));
    }
}
