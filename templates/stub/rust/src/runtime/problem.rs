//! Problems as gateways report them (RFC 9457), with the error codes of the block.

use serde::{Deserialize, Serialize};

use super::spec::{Category, Fault, ModelSpec};

pub const PROBLEM_TYPE: &str = "application/problem+json";

/// The body of a refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    #[serde(rename = "type", default = "blank")]
    pub kind: String,
    pub title: String,
    pub status: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    pub code: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    pub correlation_id: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ProblemEntry>,
}

/// One of several things that are wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemEntry {
    pub code: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

fn blank() -> String {
    "about:blank".to_owned()
}

/// Refuses a message; handlers and hooks return it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What kind of trouble it is: gives the status, and the code where `entries` is empty.
    pub category: Category,
    pub detail: String,
    pub entries: Vec<ProblemEntry>,
    /// The status where that of the category is not the one.
    pub status: Option<u16>,
}

impl Refusal {
    pub fn new(category: Category, detail: impl Into<String>) -> Self {
        Self {
            category,
            detail: detail.into(),
            entries: Vec::new(),
            status: None,
        }
    }

    /// The same, with what is wrong one by one.
    pub fn because(self, entries: Vec<ProblemEntry>) -> Self {
        Self { entries, ..self }
    }

    pub(super) fn with_status(self, status: u16) -> Self {
        Self {
            status: Some(status),
            ..self
        }
    }

    pub(super) fn schema(model: &ModelSpec, faults: &[Fault]) -> Self {
        let code = &model.categories.get(Category::Schema).code;
        let entry = |it: &Fault| ProblemEntry {
            code: code.clone(),
            path: Some(it.path.clone()),
            detail: Some(it.detail.clone()),
        };
        Self::new(
            Category::Schema,
            "the message does not conform to its schema",
        )
        .because(faults.iter().map(entry).collect())
    }

    pub(super) fn problem(self, model: &ModelSpec, correlation_id: &str) -> Problem {
        let spec = model.categories.get(self.category);
        let status = self.status.unwrap_or(spec.status);
        let first = self.entries.first();
        Problem {
            kind: blank(),
            title: title(status).to_owned(),
            status,
            detail: Some(self.detail),
            code: first.map_or_else(|| spec.code.clone(), |it| it.code.clone()),
            path: first.and_then(|it| it.path.clone()),
            correlation_id: correlation_id.to_owned(),
            errors: self.entries,
        }
    }
}

const fn title(status: u16) -> &'static str {
    match status {
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Content",
        503 => "Service Unavailable",
        _ => "Error",
    }
}
