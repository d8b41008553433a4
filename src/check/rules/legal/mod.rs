//! The business case and its legal basis (LEG).

pub(super) mod authority_without_body;
pub(super) mod competent_authority_missing;
pub(super) mod confidentiality_not_stated;
pub(super) mod contact_point_missing;
pub(super) mod electronic_certificate_without_effect;
pub(super) mod element_without_purpose;
pub(super) mod evidence_not_addressed;
pub(super) mod exchange_without_enabling_instrument;
pub(super) mod final_clauses_missing;
pub(super) mod governance_incomplete;
pub(super) mod languages_not_stated;
pub(super) mod liability_costs_or_ownership_open;
pub(super) mod message_without_permission;
pub(super) mod message_without_retention;
pub(super) mod no_international_basis;
pub(super) mod one_way_without_reason;
pub(super) mod onward_transfer_open;
pub(super) mod paper_and_electronic_unordered;
pub(super) mod party_without_national_provision;
pub(super) mod personal_data_unprotected;
pub(super) mod producer_cannot_be_hidden;
pub(super) mod provision_half_cited;
pub(super) mod purpose_without_function;
pub(super) mod signature_not_recognised;
pub(super) mod specification_not_named;
pub(super) mod stakeholder_without_benefit;
