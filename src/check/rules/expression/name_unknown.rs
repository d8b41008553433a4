//! Every name in an expression leads somewhere.

use crate::check::rules::expression::report;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Pack, Severity};
use crate::expression::Topic;
use crate::model::Maturity;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "EXP-02",
        name: "name-in-expression-unknown",
        title: words(
            "Each name in an expression is an element of the data cluster, a fact or a function",
            "Chaque nom d’une expression est un élément de la grappe de données, un fait ou une fonction",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "A rule about something that no message carries and nobody is said to hold cannot be applied. Elements stand in the data cluster, everything else that rules know in `facts`.",
            "Une règle portant sur ce qu’aucun message ne transporte et que nul n’est censé détenir est inapplicable. Les éléments figurent dans la grappe de données, tout ce que les règles savent par ailleurs sous « facts ».",
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
    - {id: BR-06, assert: \"Certificate.IssueDateTime <= Certificate.ExpirationDateTime && Certificate.Number != ''\"}
",
    good: "
process_alignment:
  business_rules:
    - {id: BR-06, assert: \"Certificate.IssueDateTime <= Certificate.ExpirationDateTime && Certificate.ID != ''\"}
",
    check: Check::Expressions(|all, findings| report(&RULE, Topic::Name, all, findings)),
};
