//! The metadata wrapper: which model, which message, which country, agency and customisation.
//!
//! Names, formats and dictionary entry names are those of the WCO wrapper; that four of the six are
//! mandatory is a choice of this project, because a receiver needs them before it opens the rest.

use std::sync::Arc;

use crate::view::message::facets::{CharacterSet, DataKind, Facets};
use crate::view::message::{Attribute, Class, DataType, Presence, Term, name};
use crate::words::Label;
use crate::words::Lang;
use crate::words::Words;
use crate::words::message as say;

/// Tag of the wrapper.
pub const ROOT: &str = "MetaData";
/// Tag of the version of the WCO Data Model.
pub const MODEL_VERSION: &str = "WCODataModelVersionCode";
/// Tag of the name of the message.
pub const TYPE_NAME: &str = "WCOTypeName";
/// Tag of the country that answers for the interface.
pub const COUNTRY: &str = "ResponsibleCountryCode";
/// Tag of the agency that answers for the interface.
pub const AGENCY: &str = "ResponsibleAgencyName";
/// Tag of the code of the customisation.
pub const CUSTOMIZATION: &str = "AgencyAssignedCustomizationCode";
/// Tag of the version of the customisation.
pub const CUSTOMIZATION_VERSION: &str = "AgencyAssignedCustomizationVersionCode";

struct Entry {
    tag: &'static str,
    property: &'static str,
    kind: DataKind,
    set: CharacterSet,
    /// Shortest and longest length.
    length: (u32, u32),
    mandatory: bool,
    label: Words,
}

const ENTRIES: [Entry; 6] = [
    Entry {
        tag: MODEL_VERSION,
        property: "WCO Data Model Version",
        kind: DataKind::Code,
        set: CharacterSet::Any,
        length: (1, 6),
        mandatory: true,
        label: say::MODEL_VERSION,
    },
    Entry {
        tag: TYPE_NAME,
        property: "WCO Type Name",
        kind: DataKind::Text,
        set: CharacterSet::Any,
        length: (1, 70),
        mandatory: true,
        label: say::TYPE_NAME,
    },
    Entry {
        tag: COUNTRY,
        property: "Responsible Country",
        kind: DataKind::Code,
        set: CharacterSet::Letters,
        length: (2, 2),
        mandatory: true,
        label: say::RESPONSIBLE_COUNTRY,
    },
    Entry {
        tag: AGENCY,
        property: "Responsible Agency Name",
        kind: DataKind::Text,
        set: CharacterSet::Any,
        length: (1, 70),
        mandatory: true,
        label: say::RESPONSIBLE_AGENCY,
    },
    Entry {
        tag: CUSTOMIZATION,
        property: "Agency Assigned Customization",
        kind: DataKind::Code,
        set: CharacterSet::Any,
        length: (1, 6),
        mandatory: false,
        label: say::CUSTOMIZATION,
    },
    Entry {
        tag: CUSTOMIZATION_VERSION,
        property: "Agency Assigned Customization Version",
        kind: DataKind::Code,
        set: CharacterSet::Any,
        length: (1, 3),
        mandatory: false,
        label: say::CUSTOMIZATION_VERSION,
    },
];

/// The wrapper; its types are added to `types`.
pub fn class(types: &mut Vec<DataType>) -> Class {
    let attributes = ENTRIES.iter().map(|entry| attribute(entry, types)).collect();
    let term = Term {
        wco_name: ROOT.to_owned(),
        dictionary_entry: "Document Meta Data. Details".to_owned(),
        label: label(say::HEADER),
        definition: label(say::HEADER_DEFINITION),
        ..Term::default()
    };
    Class {
        path: ROOT.to_owned(),
        xml: ROOT.to_owned(),
        json: name::json(ROOT),
        namespace: None,
        term: Arc::new(term),
        presence: Presence::mandatory(),
        attributes,
        classes: Vec::new(),
    }
}

fn attribute(entry: &Entry, types: &mut Vec<DataType>) -> Attribute {
    let representation = if entry.kind == DataKind::Code { "Code" } else { "Text" };
    let dictionary_entry = format!("Document Meta Data. {}. {representation}", entry.property);
    let prefix = if entry.set == CharacterSet::Letters { "a" } else { "an" };
    let (min, max) = entry.length;
    let dots = if min == max { "" } else { ".." };
    let term = Arc::new(Term {
        wco_name: entry.property.to_owned(),
        dictionary_entry,
        format: format!("{prefix}{dots}{max}"),
        label: label(entry.label),
        ..Term::default()
    });
    let data_type = types.len();
    types.push(DataType {
        name: name::data_type(&term.dictionary_entry, ROOT, entry.tag),
        kind: entry.kind,
        facets: Facets::of(entry.kind, entry.set, min, max, 0),
        companion: None,
        codes: None,
        only: None,
        given: None,
        term: Arc::clone(&term),
    });
    Attribute {
        path: format!("{ROOT}/{}", entry.tag),
        xml: entry.tag.to_owned(),
        json: name::json(entry.tag),
        namespace: None,
        term,
        presence: if entry.mandatory { Presence::mandatory() } else { Presence::optional() },
        data_type,
    }
}

fn label(words: Words) -> Label {
    Label::new(words.get(Lang::En), words.get(Lang::Fr))
}
