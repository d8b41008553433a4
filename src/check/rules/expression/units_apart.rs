//! Quantities and amounts are compared with their units.

use crate::check::rules::expression::report;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Pack, Severity};
use crate::expression::Topic;
use crate::model::Maturity;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "EXP-04",
        name: "units-apart",
        title: words(
            "Each quantity or amount in an expression is compared with one whose unit goes with its own",
            "Chaque quantité ou montant d’une expression est comparé à un autre dont l’unité est compatible",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "Hundred of what? Kilograms and tonnes, euros and dollars differ by more than any tolerance.",
            "Cent de quoi ? Kilogrammes et tonnes, euros et dollars diffèrent de plus que toute tolérance.",
        ),
        help: words("{hint}", "{hint}"),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::Format,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  business_rules:
    - {id: BR-06, assert: \"Certificate.IssueDateTime <= Certificate.ExpirationDateTime && declaration.items.all(i, i.quantity <= 100)\"}
",
    good: "
process_alignment:
  business_rules:
    - {id: BR-06, assert: \"Certificate.IssueDateTime <= Certificate.ExpirationDateTime && declaration.items.all(i, i.quantity <= quantity(100, 'KGM'))\"}
",
    check: Check::Expressions(|all, findings| report(&RULE, Topic::Unit, all, findings)),
};
