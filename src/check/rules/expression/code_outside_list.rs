//! A code in an expression is one of its list.

use crate::check::rules::expression::report;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Pack, Severity};
use crate::expression::Topic;
use crate::model::Maturity;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "EXP-05",
        name: "code-outside-list",
        title: words(
            "Each code in an expression is a code of the list of what it is compared with",
            "Chaque code d’une expression est un code de la liste de ce à quoi il est comparé",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "A comparison with a code that the list does not have is never true: the rule is dead, and nobody notices.",
            "Une comparaison avec un code absent de la liste n’est jamais vraie : la règle est morte et personne ne s’en aperçoit.",
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
    - {id: BR-06, assert: \"Certificate.IssueDateTime <= Certificate.ExpirationDateTime && declaration.items.all(i, i.unit != 'KILO')\"}
",
    good: "
process_alignment:
  business_rules:
    - {id: BR-06, assert: \"Certificate.IssueDateTime <= Certificate.ExpirationDateTime && declaration.items.all(i, i.unit != 'KGM')\"}
",
    check: Check::Expressions(|all, findings| report(&RULE, Topic::Code, all, findings)),
};
