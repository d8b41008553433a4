//! Names are given once and found; resolving reports it.

use crate::check::{Check, Rule};
use crate::model::Maturity;

pub(in crate::check) static RULE: Rule = Rule {
    code: crate::resolve::UNKNOWN,
    from: Maturity::Concept,
    early: &[],
    fixes: &[crate::resolve::WRITE_IT],
    bad: "
process_alignment:
  triggers: [{id: doubt-raised, entity: importing-custom}]
",
    good: "
process_alignment:
  triggers: [{id: doubt-raised, entity: inbound-gateway}]
",
    check: Check::Resolved,
};
