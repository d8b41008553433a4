//! The elements and classes of a published data model, as facts.

use std::collections::BTreeMap;

use crate::catalogue::search::nearest;
use crate::catalogue::table::Table;
use crate::diag::Findings;
use crate::model::DataType;
use crate::text::FileId;
use crate::text::notation::Format;

/// A class of a data model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// Identifier in the model, as `57A`.
    pub wco_id: String,
    /// Name, as `Exporter`.
    pub name: String,
    /// Dictionary entry name, as `Exporter. Details`.
    pub dictionary_entry_name: String,
    /// XML tag.
    pub xml_tag: String,
}

/// An attribute of a data model; the same identifier may be bound in several classes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Identifier in the model, as `R031`.
    pub wco_id: String,
    /// Name in the model.
    pub name: String,
    /// Format, if the model states one.
    pub format: Option<Format>,
    /// Kind of value.
    pub data_type: Option<DataType>,
    /// Number in the UN Trade Data Elements Directory; empty if not stated.
    pub tded: String,
    /// XML tag where it was first seen.
    pub xml_tag: String,
    /// Dictionary entry names under which it was seen.
    pub dictionary_entry_names: Vec<String>,
    /// Where it was seen, as `Exporter.Name`: class tag and own tag.
    pub bindings: Vec<String>,
    /// What the model says about its codes; empty if nothing.
    pub code_list: String,
}

/// A data model: what of it was seen in published schemas.
#[derive(Debug, Default)]
pub struct DataModel {
    classes: Vec<Class>,
    elements: Vec<Element>,
    by_class: BTreeMap<String, usize>,
    by_element: BTreeMap<String, usize>,
}

impl DataModel {
    pub(super) fn read(text: &str, file: Option<FileId>, findings: &mut Findings) -> Self {
        let required = ["kind", "wco_id", "name", "format"];
        let table = Table::read(text, file, &required, findings);
        let mut model = Self::default();
        for row in table.rows() {
            match row.get("kind") {
                "class" => {
                    let Some(wco_id) = row.key("wco_id", &mut model.by_class, findings) else {
                        continue;
                    };
                    model.classes.push(Class {
                        wco_id,
                        name: row.text("name"),
                        dictionary_entry_name: row.text("dictionary_entry_name"),
                        xml_tag: row.text("xml_tag"),
                    });
                }
                "element" => {
                    let Some(wco_id) = row.key("wco_id", &mut model.by_element, findings) else {
                        continue;
                    };
                    model.elements.push(Element {
                        wco_id,
                        name: row.text("name"),
                        format: row.value("format", "an..35, a2, n..16,3", findings),
                        data_type: row.value("data_type", "Text, Code, Identifier, …", findings),
                        tded: row.text("tded"),
                        xml_tag: row.text("xml_tag"),
                        dictionary_entry_names: row.parts("dictionary_entry_name", ';'),
                        bindings: row.parts("bindings", ';'),
                        code_list: row.text("code_list"),
                    });
                }
                _ => row.bad("kind", "class, element", findings),
            }
        }
        model
    }

    /// The element with this identifier.
    pub fn element(&self, wco_id: &str) -> Option<&Element> {
        self.by_element.get(wco_id).and_then(|at| self.elements.get(*at))
    }

    /// The class with this identifier.
    pub fn class(&self, wco_id: &str) -> Option<&Class> {
        self.by_class.get(wco_id).and_then(|at| self.classes.get(*at))
    }

    /// The class with this XML tag.
    pub fn class_of_tag(&self, tag: &str) -> Option<&Class> {
        self.classes.iter().find(|class| class.xml_tag == tag)
    }

    /// Whether an element or a class has this identifier.
    pub fn has(&self, wco_id: &str) -> bool {
        self.element(wco_id).is_some() || self.class(wco_id).is_some()
    }

    /// Every element, by identifier.
    pub fn elements(&self) -> &[Element] {
        &self.elements
    }

    /// Every class, by identifier.
    pub fn classes(&self) -> &[Class] {
        &self.classes
    }

    /// The identifier most like `wanted`, if one is like it.
    pub fn suggest(&self, wanted: &str) -> Option<&str> {
        nearest(wanted, self.by_element.keys().chain(self.by_class.keys()).map(String::as_str))
    }
}
