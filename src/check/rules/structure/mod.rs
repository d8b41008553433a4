//! What every block has, and that its parts hold together (STR).

pub(super) mod attachment_empty;
pub(super) mod business_case_incomplete;
pub(super) mod component_group_missing;
pub(super) mod country_unknown;
pub(super) mod declared_and_not_used;
pub(super) mod document_control_incomplete;
pub(super) mod entry_incomplete;
pub(super) mod entry_repeated;
pub(super) mod fewer_than_two_members;
pub(super) mod hypothetical_block_binds_members;
pub(super) mod kind_misspelt;
pub(super) mod language_unknown;
pub(super) mod open_point_without_owner_or_date;
pub(super) mod process_alignment_incomplete;
pub(super) mod several_needs_in_one_block;
pub(super) mod technical_part_incomplete;
pub(super) mod unknown_or_repeated_name;
pub(super) mod version_without_history;
