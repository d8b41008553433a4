//! Rules of process alignment: exchange model, triggers, entities, messages, steps, lifecycle.

pub(super) mod amendment_flow_missing;
pub(super) mod answer_later_than_wait;
pub(super) mod awaited_message_never_sent;
pub(super) mod back_to_back_without_first_certificate;
pub(super) mod business_rule_incomplete;
pub(super) mod case_never_closed;
pub(super) mod decision_without_clear_outcomes;
pub(super) mod discrepancy_without_action;
pub(super) mod entity_without_part;
pub(super) mod flow_in_wrong_pool;
pub(super) mod kind_of_origin_unsaid;
pub(super) mod late_cancellation_without_effect;
pub(super) mod lifecycle_apart_from_steps;
pub(super) mod lifecycle_incomplete;
pub(super) mod matching_incomplete;
pub(super) mod matching_not_formal;
pub(super) mod message_never_received;
pub(super) mod message_within_one_party;
pub(super) mod message_without_answer;
pub(super) mod message_without_one_trigger;
pub(super) mod missing_certificate_unhandled;
pub(super) mod movement_without_consent;
pub(super) mod no_feedback_on_use;
pub(super) mod one_item_blocks_all;
pub(super) mod operator_status_event_missing;
pub(super) mod origin_exchange_not_pushed;
pub(super) mod origin_role_missing;
pub(super) mod parallel_ways_not_joined;
pub(super) mod pre_population_unregulated;
pub(super) mod process_not_proved;
pub(super) mod process_without_steps;
pub(super) mod pull_not_begun_by_query;
pub(super) mod push_begun_by_importing_side;
pub(super) mod replacement_without_original;
pub(super) mod self_declaration_role_missing;
pub(super) mod step_without_way;
pub(super) mod subprocess_without_end;
pub(super) mod time_limit_not_stated;
pub(super) mod trigger_incomplete;
pub(super) mod verification_incomplete;
pub(super) mod wait_without_timeout;

use crate::model::{Name, Nature, ProcessAlignment, Text};
use crate::text::Spanned;

/// The first message that begins an exchange, and who triggers and sends it.
fn first_message(process: &ProcessAlignment) -> Option<(&str, Vec<&Spanned<Name>>)> {
    let answers = |nature: Nature| matches!(nature, Nature::Response | Nature::Acknowledgement);
    let mut messages = process.messages.iter();
    let first = messages.find(|it| it.nature.as_ref().is_none_or(|it| !answers(it.value)))?;
    let id = &*first.id.as_ref()?.value.0;
    let mut triggers = process.triggers.iter();
    let trigger = triggers.find(|it| it.sends.iter().any(|name| &*name.value.0 == id));
    let actors = trigger.and_then(|it| it.entity.as_ref()).into_iter().chain(&first.sender);
    Some((id, actors.collect()))
}

/// Whether a name or a title has one of these beginnings of words.
fn speaks_of(id: Option<&Spanned<Name>>, title: Option<&Text>, stems: &[&str]) -> bool {
    let id = id.map(|id| id.value.0.to_lowercase());
    let titles = title.into_iter().flat_map(|it| &it.variants);
    let mut texts = id.into_iter().chain(titles.map(|(_, text)| text.value.to_lowercase()));
    texts.any(|text| stems.iter().any(|stem| text.contains(stem)))
}
