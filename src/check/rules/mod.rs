//! The rules, one file each, named after the fault, in a folder for each group of identifiers.

mod process;

use crate::check::Rule;

/// Every rule, in the order of their identifiers.
pub static RULES: &[&Rule] = &[
    &process::origin_exchange_not_pushed::RULE,
    &process::push_begun_by_importing_side::RULE,
    &process::pull_not_begun_by_query::RULE,
    &process::trigger_incomplete::RULE,
    &process::message_without_one_trigger::RULE,
    &process::entity_without_part::RULE,
    &process::origin_role_missing::RULE,
    &process::message_within_one_party::RULE,
    &process::message_without_answer::RULE,
    &process::decision_without_clear_outcomes::RULE,
    &process::wait_without_timeout::RULE,
    &process::step_without_way::RULE,
    &process::flow_in_wrong_pool::RULE,
    &process::lifecycle_incomplete::RULE,
    &process::amendment_flow_missing::RULE,
    &process::missing_certificate_unhandled::RULE,
    &process::matching_not_formal::RULE,
    &process::no_feedback_on_use::RULE,
    &process::verification_incomplete::RULE,
    &process::business_rule_incomplete::RULE,
];
