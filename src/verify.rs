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

/// Two artifacts that would be one file.
pub static SAME_PATH: Code = Code {
    id: "BLD-02",
    name: "two-artefacts-of-one-name",
    title: words(
        "Each artefact has a file name of its own",
        "Chaque production a son propre nom de fichier",
    ),
    message: words(
        "two artefacts would be written to {path}",
        "deux productions seraient écrites dans {path}",
    ),
    why: words(
        "File names are made from identifiers; one artefact would silently take the place of the other, on some systems also when only capitals differ.",
        "Les noms de fichier sont tirés des identifiants ; une production prendrait la place de l’autre sans le dire, sur certains systèmes même si seules les majuscules diffèrent.",
    ),
    help: words(
        "Give one of the two processes or messages another identifier.",
        "Donnez un autre identifiant à l’un des deux processus ou messages.",
    ),
    severity: Severity::Error,
    basis: Basis::House,
    pack: Pack::GncCore,
};

/// A workbook that its format cannot hold.
pub static TOO_LARGE: Code = Code {
    id: "BLD-03",
    name: "workbook-too-large",
    title: words(
        "The data cluster fits into a workbook",
        "Le groupe de données tient dans un classeur",
    ),
    message: words(
        "the workbook cannot be written: {reason}",
        "le classeur ne peut pas être produit : {reason}",
    ),
    why: words(
        "A workbook holds about a million rows on a sheet and 32,767 characters in a cell; half a workbook would be mistaken for a whole one.",
        "Un classeur contient environ un million de lignes par feuille et 32 767 caractères par cellule ; un classeur incomplet passerait pour complet.",
    ),
    help: words(
        "Divide the block, or leave the workbook out with `--only`.",
        "Divisez le bloc, ou renoncez au classeur avec « --only ».",
    ),
    severity: Severity::Error,
    basis: Basis::House,
    pack: Pack::GncCore,
};

/// The finding that a workbook could not be written.
pub fn too_large(error: &impl std::fmt::Display, place: Span) -> Finding {
    Finding::new(&TOO_LARGE, place).arg("reason", error)
}

/// Takes away every artifact whose file another one has already, small and capital letters taken
/// as the same; findings stand at `place`.
pub fn distinct(artifacts: &mut Vec<Artifact>, place: Span) -> Findings {
    let mut findings = Findings::default();
    let mut paths = std::collections::BTreeSet::new();
    artifacts.retain(|artifact| {
        let new = paths.insert(artifact.path.to_lowercase());
        if !new {
            findings.add(Finding::new(&SAME_PATH, place).arg("path", &artifact.path));
        }
        new
    });
    findings
}

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
