//! From a block that resolved to its artifacts: views, then writers.

use crate::diag::Findings;
use crate::render::{Artifact, Kind, message};
use crate::text::Sources;
use crate::verify;
use crate::view;
use crate::view::message::MessageModel;
use crate::words::Lang;
use crate::workspace::Analysis;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The kinds of artifacts.
    pub kinds: Vec<Kind>,
    /// The languages of documents and pictures.
    pub langs: Vec<Lang>,
    /// Whether every artifact is marked as a draft.
    pub draft: bool,
    /// Templates that take the place of embedded ones: path below the template folder, and text.
    pub templates: Vec<(String, String)>,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Built {
    /// The artifacts, in the order of [`Kind::ALL`].
    pub artifacts: Vec<Artifact>,
    /// What was found on the way: in templates, and in samples that do not fit their schemas.
    pub findings: Findings,
}

/// Makes the artifacts that are asked for from a block that resolved.
///
/// Nothing is made of a block that did not resolve. Texts of templates are added to `sources`, so
/// that findings in them have a place.
pub fn build(analysis: &Analysis, request: &Request, _sources: &mut Sources) -> Built {
    let mut built = Built::default();
    let Some(resolved) = analysis.resolved.as_ref().filter(|_| analysis.complete) else {
        return built;
    };
    let wants = |kinds: &[Kind]| kinds.iter().any(|kind| request.kinds.contains(kind));
    if wants(&[Kind::Xsd, Kind::JsonSchema, Kind::OpenApi, Kind::Sample]) {
        let model = view::message::build::build(resolved, request.draft);
        messages(&model, request, &mut built.artifacts);
        built.findings.extend(verify::samples(&built.artifacts, resolved.place()));
    }
    let order = |artifact: &Artifact| Kind::ALL.iter().position(|kind| *kind == artifact.kind);
    built.artifacts.retain(|artifact| request.kinds.contains(&artifact.kind));
    built.artifacts.sort_by(|a, b| (order(a), &a.path).cmp(&(order(b), &b.path)));
    built
}

fn messages(model: &MessageModel, request: &Request, artifacts: &mut Vec<Artifact>) {
    let wants = |kind| request.kinds.contains(&kind);
    if wants(Kind::Xsd) {
        artifacts.extend(message::xsd::write(model));
    }
    // Samples are checked against their schemas, so one is not made without the other.
    if wants(Kind::JsonSchema) || wants(Kind::Sample) {
        artifacts.extend(message::json_schema::write(model));
    }
    if wants(Kind::Sample) {
        artifacts.extend(message::sample::write(model));
    }
    if wants(Kind::OpenApi) {
        artifacts.extend(message::openapi::write(model));
    }
}
