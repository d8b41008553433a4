//! Words (TRM).

pub(super) mod acronym_not_expanded;
pub(super) mod definition_repeated;
pub(super) mod label_of_another_element;
pub(super) mod obligation_in_a_definition;
pub(super) mod one_term_twice;
pub(super) mod party_called_country_a;
pub(super) mod self_declaration_called_certificate;
pub(super) mod synonym_of_standard_term;
pub(super) mod translation_missing;
pub(super) mod translation_stale;
