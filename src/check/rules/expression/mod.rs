//! EXP: the expressions of business rules and conditions.

pub(super) mod code_outside_list;
pub(super) mod does_not_fit;
pub(super) mod name_unknown;
pub(super) mod units_apart;
pub(super) mod unreadable;

use crate::check::Rule;
use crate::diag::Findings;
use crate::expression::Topic;
use crate::model::place_of_fault;
use crate::resolve::Spoken;

/// Reports what is wrong with expressions, as far as it is about this topic.
fn report(rule: &'static Rule, topic: Topic, all: &[Spoken], findings: &mut Findings) {
    for spoken in all {
        let faults = spoken.read.as_ref().err();
        for fault in faults.into_iter().flatten().filter(|it| it.topic == topic) {
            let place = place_of_fault(fault, spoken.written);
            findings.add(fault.finding(&rule.code, place));
        }
    }
}
