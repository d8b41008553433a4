//! Rules of the data cluster: elements, formats, occurrence, requirement, code lists, keys.

pub(super) mod attachment_not_described;
pub(super) mod code_list_not_identified;
pub(super) mod confidential_element_unprotected;
pub(super) mod core_of_certificate_missing;
pub(super) mod criterion_without_meaning;
pub(super) mod customisation_in_wco_name;
pub(super) mod data_model_not_stated;
pub(super) mod dates_not_compared;
pub(super) mod element_not_in_model;
pub(super) mod element_outside_maximum_dataset;
pub(super) mod element_under_other_class;
pub(super) mod format_wider_than_model;
pub(super) mod free_text_without_language;
pub(super) mod goods_code_too_short;
pub(super) mod hs_edition_not_stated;
pub(super) mod international_list_not_used;
pub(super) mod item_without_number;
pub(super) mod key_not_mandatory;
pub(super) mod key_not_unique;
pub(super) mod meaning_changed;
pub(super) mod movement_apart_from_notification;
pub(super) mod needed_element_optional;
pub(super) mod occurrence_wider_than_dataset;
pub(super) mod operator_data_missing;
pub(super) mod outside_minimum_or_maximum;
pub(super) mod requirement_unclear;
pub(super) mod subdivision_list_not_used;
pub(super) mod time_basis_not_stated;
pub(super) mod trader_number_without_scheme;
pub(super) mod ucr_without_scheme;
pub(super) mod user_list_without_mapping;
pub(super) mod value_without_unit;
pub(super) mod waste_not_classified;

use crate::catalogue::Kind;
use crate::check::data::cluster;
use crate::diag::{Content, Mend};
use crate::model::{CodeList, Requirement};
use crate::resolve::{ClusterElement, Resolved};
use crate::text::{Span, Spanned};

/// Identifier of the goods code in the WCO Data Model.
const HS_CODE: &str = "145";

/// The code list that a row of the block names.
struct UsedList<'a> {
    id: &'a str,
    span: Span,
    base: &'a str,
    mapped: bool,
}

/// Each element whose row names a code list that exists.
fn uses_of_lists(block: &Resolved) -> Vec<(&ClusterElement, UsedList<'_>)> {
    let lists = cluster(block).map_or(&[][..], |it| it.code_lists.as_slice());
    let of = |id: &str| {
        let called = |it: &&CodeList| it.id.as_ref().is_some_and(|name| *name.value.0 == *id);
        lists.iter().find(called)
    };
    let used = |element| {
        let element: &ClusterElement = element;
        let (named, codes) = (element.own.codes.as_ref()?, element.codes.as_ref()?);
        let list = of(&codes.id);
        if list.is_none() && !block.catalogue.has(Kind::CodeList, &codes.id) {
            return None;
        }
        let mapped = list.is_some_and(|it| it.mapping.is_some());
        Some((element, UsedList { id: &codes.id, span: named.span, base: &codes.base, mapped }))
    };
    block.cluster.elements.iter().filter_map(used).collect()
}

/// Whether the path, the label or the code list of an element has one of these words. For data that
/// has no identifier in the catalogue.
fn is_called(element: &ClusterElement, stems: &[&str]) -> bool {
    let list = element.codes.as_ref().map_or("", |codes| &codes.id);
    let mut texts =
        [&*element.path, &element.name[0], &element.name[1], list].map(str::to_lowercase);
    texts.iter_mut().any(|text| stems.iter().any(|stem| text.contains(stem)))
}

/// What makes an element mandatory wherever the block says that it is optional. One that is
/// conditional has a condition, which is the Parties' to drop.
fn made_mandatory(element: &ClusterElement) -> Option<Vec<Mend>> {
    let stated = &element.own.requirement.as_ref()?.entries;
    let weaker = stated.iter().filter(|(_, it)| it.value != Requirement::Mandatory);
    let mend = |it: &Spanned<Requirement>| {
        let mandatory = Content::Text(Requirement::Mandatory.id().to_owned());
        (it.value == Requirement::Optional).then_some(Mend::Replace(it.span, mandatory))
    };
    let mends: Option<Vec<_>> = weaker.map(|(_, it)| mend(it)).collect();
    mends.filter(|it| !it.is_empty())
}
