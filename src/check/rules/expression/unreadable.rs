//! An expression can be read.

use crate::check::rules::expression::report;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Pack, Severity};
use crate::expression::Topic;
use crate::model::Maturity;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "EXP-01",
        name: "expression-unreadable",
        title: words("Each expression can be read", "Chaque expression est lisible"),
        message: words("{fault}", "{fault}"),
        why: words(
            "A rule that no machine can read is applied by hand, and by each Party in its own way.",
            "Une règle qu’aucune machine ne peut lire est appliquée à la main, et par chaque Partie à sa manière.",
        ),
        help: words("{hint}", "{hint}"),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::Format,
    },
    from: Maturity::Concept,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  business_rules:
    - {id: BR-05, assert: \"has(certificate.number) and certificate.number != ''\"}
",
    good: "
process_alignment:
  business_rules:
    - {id: BR-05, assert: \"has(certificate.number) && certificate.number != ''\"}
",
    check: Check::Expressions(|all, findings| report(&RULE, Topic::Form, all, findings)),
};
