//! What an expression does fits what it does it to.

use crate::check::rules::expression::report;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Pack, Severity};
use crate::expression::Topic;
use crate::model::Maturity;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "EXP-03",
        name: "expression-does-not-fit",
        title: words(
            "Each expression compares and reckons with values of one kind",
            "Chaque expression compare et calcule avec des valeurs de même nature",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "A number compared with a text, or one element asked of a list, gives no answer in one system and another answer in the next.",
            "Un nombre comparé à un texte, ou un élément demandé à une liste, ne donne pas de réponse dans un système et une autre dans le suivant.",
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
    - {id: BR-06, assert: \"Certificate.IssueDateTime <= Certificate.ExpirationDateTime && Certificate.IssueDateTime <= '2027-02-01'\"}
",
    good: "
process_alignment:
  business_rules:
    - {id: BR-06, assert: \"Certificate.IssueDateTime <= Certificate.ExpirationDateTime && Certificate.IssueDateTime <= date('2027-02-01')\"}
",
    check: Check::Expressions(|all, findings| report(&RULE, Topic::Type, all, findings)),
};
