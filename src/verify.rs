//! The artifacts of one build checked against each other, by a validator that is not ours.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::diag::{Basis, Code, Finding, Findings, Pack, Severity};
use crate::render::{Artifact, Kind};
use crate::text::Span;
use crate::words::words;

/// A sample message that its own schema refuses.
pub static SAMPLE_REFUSED: Code = Code {
    id: "BLD-01",
    name: "sample-refused-by-schema",
    title: words(
        "The generated schemas accept the samples of the annex",
        "Les schémas produits acceptent les exemples de l’annexe",
    ),
    message: words(
        "the sample {sample} is refused by its schema: {reason}",
        "l’exemple {sample} est refusé par son schéma : {reason}",
    ),
    why: words(
        "Whoever builds the interface starts from the sample; a wrong one costs days.",
        "Qui réalise l’interface part de l’exemple ; un exemple faux coûte des jours.",
    ),
    help: words(
        "Check format, code list and occurrence of the element at {place}.",
        "Vérifiez le format, la liste de codes et les occurrences de l’élément en {place}.",
    ),
    severity: Severity::Error,
    basis: Basis::House,
    pack: Pack::GncCore,
};

/// Validates every JSON sample against the schema that it names; findings stand at `place`.
pub fn samples(artifacts: &[Artifact], place: Span) -> Findings {
    let mut findings = Findings::default();
    let by_path: BTreeMap<&str, &Artifact> =
        artifacts.iter().map(|artifact| (artifact.path.as_str(), artifact)).collect();
    for artifact in artifacts.iter().filter(|artifact| artifact.kind == Kind::Sample) {
        let Some(schema) = artifact.schema.as_ref().and_then(|path| by_path.get(path.as_str()))
        else {
            continue;
        };
        if schema.kind != Kind::JsonSchema {
            continue;
        }
        if let Some((reason, at)) = refusal(&schema.bytes, &artifact.bytes) {
            let finding = Finding::new(&SAMPLE_REFUSED, place)
                .arg("sample", &artifact.path)
                .arg("reason", reason)
                .arg("place", at);
            findings.add(finding);
        }
    }
    findings
}

/// Why the schema refuses the sample, and where; `None` when it accepts it.
fn refusal(schema: &[u8], sample: &[u8]) -> Option<(String, String)> {
    let read = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes);
    let (schema, sample) = match (read(schema), read(sample)) {
        (Ok(schema), Ok(sample)) => (schema, sample),
        (Err(error), _) | (_, Err(error)) => return Some((error.to_string(), String::new())),
    };
    let validator = match jsonschema::draft202012::options().build(&schema) {
        Ok(validator) => validator,
        Err(error) => return Some((error.to_string(), error.schema_path().to_string())),
    };
    let error = validator.iter_errors(&sample).next()?;
    Some((error.to_string(), error.instance_path().to_string()))
}
