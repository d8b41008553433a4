//! A block beside other documents: earlier versions, partners, blocks in use, what was built (XCP).

pub(super) mod breaking_without_major_version;
pub(super) mod breaks_interface_in_use;
pub(super) mod built_from_another_block;
pub(super) mod code_lists_of_different_versions;
pub(super) mod partner_does_not_match;
pub(super) mod retired_too_early;
pub(super) mod several_agreements;
