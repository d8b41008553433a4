//! What of a data cluster goes beyond its maximum dataset: the one judgement that the rules on data,
//! and the data maintenance request, share.

use crate::catalogue::{DataModel, Dataset};
use crate::model::DataType;
use crate::resolve::{ClusterElement, Resolved};
use crate::text::notation::{Format, Occurs};

/// In what an element goes beyond the maximum dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Excess {
    /// It is not in the dataset.
    Outside,
    /// It has another kind of data than there.
    Kind {
        /// That of the block.
        own: DataType,
        /// That of the dataset.
        limit: DataType,
    },
    /// Its format is wider.
    Format {
        /// That of the block.
        own: Format,
        /// That of the dataset, or of the data model.
        limit: Format,
    },
    /// It may occur more often.
    Occurs {
        /// As the block has it.
        own: Occurs,
        /// At most so often in the dataset.
        limit: Occurs,
    },
    /// Its codes come from another list.
    Codes {
        /// That of the block.
        own: String,
        /// That of the dataset.
        limit: String,
    },
}

/// An element that goes beyond the maximum dataset.
#[derive(Clone, Debug)]
pub struct Beyond<'a> {
    /// The element.
    pub element: &'a ClusterElement,
    /// In what it does.
    pub excess: Vec<Excess>,
}

/// International lists that are used as they are, and how the data model speaks of them.
pub const INTERNATIONAL: [(&str, &str); 7] = [
    ("iso.3166-1", "ISO 3166-1"),
    ("iso.4217", "ISO 4217"),
    ("unece.locode", "UN/LOCODE"),
    ("unece.rec-20", "Recommendation 20"),
    ("unece.rec-21", "Recommendation 21"),
    ("unece.rec-19", "Recommendation 19"),
    ("unece.rec-28", "Recommendation 28"),
];

impl ClusterElement {
    /// Whether it holds a value: it is no class.
    pub fn is_leaf(&self) -> bool {
        let typed = self.data_type.is_some() || self.format.is_some();
        !self.is_class() && (typed || !self.in_maximum)
    }

    /// The occurrence in the dataset, where the block's own allows more repetitions. How often at
    /// least is the cluster's affair.
    pub fn exceeded_occurs(&self) -> Option<Occurs> {
        let own = self.own.occurs.as_ref()?.value;
        self.maximum_occurs.filter(|limit| own.exceeds(limit))
    }
}

impl Resolved {
    /// The data model that the cluster states, when the catalogue has it.
    pub fn data_model(&self) -> Option<&DataModel> {
        self.catalogue.model(&self.data_cluster()?.model.as_ref()?.value.0)
    }

    /// The maximum dataset that the cluster states, when the catalogue has it.
    pub fn maximum(&self) -> Option<&Dataset> {
        self.catalogue.dataset(&self.data_cluster()?.maximum.as_ref()?.value.0)
    }

    /// The data cluster as it was written.
    pub fn data_cluster(&self) -> Option<&crate::model::DataCluster> {
        self.block.process_alignment.as_ref()?.data_cluster.as_ref()
    }

    /// The format of the dataset, else of the data model.
    pub fn format_limit(&self, element: &ClusterElement) -> Option<Format> {
        let in_model = || self.data_model()?.element(&element.wco_id)?.format;
        element.maximum_format.or_else(in_model)
    }

    /// The format that the block's own is wider than.
    pub fn exceeded_format(&self, element: &ClusterElement) -> Option<Format> {
        let own = element.own.format.as_ref()?.value;
        self.format_limit(element).filter(|limit| !own.is_within(limit))
    }

    /// The kind of data of the dataset, else of the data model, where the block's own is another.
    pub fn exceeded_kind(&self, element: &ClusterElement) -> Option<DataType> {
        let own = element.own.data_type.as_ref()?.value;
        let theirs = match self.maximum().and_then(|it| it.row(&element.path)) {
            Some(row) => row.data_type,
            None => self.data_model().and_then(|it| it.element(&element.wco_id)?.data_type),
        };
        theirs.filter(|theirs| *theirs != own)
    }

    /// The code list that the data model recommends for an element, unless it leaves the choice to
    /// the users.
    pub fn recommended_list(&self, element: &ClusterElement) -> Option<&str> {
        let remark = &self.data_model()?.element(&element.wco_id)?.code_list;
        if remark.is_empty() || remark.to_lowercase().contains("user code") {
            return None;
        }
        if let Some(row) = self.maximum()?.row(&element.path) {
            return row.codelist.as_deref();
        }
        let named = INTERNATIONAL.iter().find(|(_, mark)| remark.contains(mark));
        named.map(|(list, _)| *list)
    }

    /// The international list that an element is to use as it is, where the block names another.
    pub fn exceeded_list(&self, element: &ClusterElement) -> Option<&str> {
        let (_, codes) = (element.own.codes.as_ref()?, element.codes.as_ref()?);
        let wanted = self.recommended_list(element)?;
        let is_international = INTERNATIONAL.iter().any(|(id, _)| *id == wanted);
        (is_international && codes.base != wanted).then_some(wanted)
    }

    /// The elements that go beyond the maximum dataset, in the order of the cluster; none where the
    /// cluster states no dataset that is known.
    pub fn beyond(&self) -> Vec<Beyond<'_>> {
        if self.maximum().is_none() {
            return Vec::new();
        }
        let found = self.cluster.elements.iter().map(|element| {
            let mut excess = Vec::new();
            if !element.in_maximum {
                excess.push(Excess::Outside);
            }
            let own = &element.own;
            if let (Some(own), Some(limit)) = (&own.data_type, self.exceeded_kind(element)) {
                excess.push(Excess::Kind { own: own.value, limit });
            }
            if let (Some(own), Some(limit)) = (&own.format, self.exceeded_format(element)) {
                excess.push(Excess::Format { own: own.value, limit });
            }
            if let (Some(own), Some(limit)) = (&own.occurs, element.exceeded_occurs()) {
                excess.push(Excess::Occurs { own: own.value, limit });
            }
            if let (Some(own), Some(limit)) = (&element.codes, self.exceeded_list(element)) {
                excess.push(Excess::Codes { own: own.id.clone(), limit: limit.to_owned() });
            }
            Beyond { element, excess }
        });
        found.filter(|it| !it.excess.is_empty()).collect()
    }
}
