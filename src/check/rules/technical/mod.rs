//! The technical part (TEC).

pub(super) mod access_not_ruled;
pub(super) mod audit_log_undefined;
pub(super) mod certificate_lifecycle_incomplete;
pub(super) mod contingency_incomplete;
pub(super) mod duplicates_unregulated;
pub(super) mod error_codes_incomplete;
pub(super) mod error_without_place;
pub(super) mod fault_without_test;
pub(super) mod header_incomplete;
pub(super) mod limits_not_stated;
pub(super) mod message_identity_unclear;
pub(super) mod message_without_service;
pub(super) mod messages_not_protected;
pub(super) mod model_of_message_inconsistent;
pub(super) mod monitoring_incomplete;
pub(super) mod parallel_run_undated;
pub(super) mod reference_data_unregulated;
pub(super) mod retries_unregulated;
pub(super) mod secret_in_the_text;
pub(super) mod service_levels_incomplete;
pub(super) mod test_plan_incomplete;
pub(super) mod time_values_contradict;
pub(super) mod topology_or_system_undeclared;
pub(super) mod transport_not_secured;
pub(super) mod transport_or_syntax_unnamed;
pub(super) mod versioning_unregulated;
