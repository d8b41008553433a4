//! What a build wrote: for whoever checks, publishes or cleans the folder.

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::check::Built;
use crate::render::Artifact;
use crate::resolve::Resolved;
use crate::words::documents::{FILE_CHANGED, FILE_GONE};

/// Path of the manifest below the output folder.
pub const PATH: &str = "manifest.json";

/// A build, as the manifest says it.
#[derive(Debug, Serialize)]
struct Manifest<'a> {
    /// Version of this file's shape.
    #[serde(rename = "manifest")]
    format: u8,
    /// Identifier of the block.
    block: &'a str,
    /// Version of the block.
    version: &'a str,
    /// SHA-256 of the block with everything it inherits, as [`source`] gives it.
    source: String,
    /// How far the block is.
    status: &'static str,
    /// Whether every artifact is marked as a draft.
    draft: bool,
    /// The artifacts, in the order of their paths.
    artifacts: Vec<Entry<'a>>,
}

/// One artifact.
#[derive(Debug, Serialize)]
struct Entry<'a> {
    path: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<&'a str>,
    bytes: usize,
    sha256: String,
}

/// The manifest of these artifacts.
pub fn write(block: &Resolved, draft: bool, artifacts: &[Artifact]) -> Vec<u8> {
    let mut entries: Vec<_> = artifacts.iter().map(entry).collect();
    entries.sort_by_key(|entry| entry.path);
    let manifest = Manifest {
        format: 1,
        block: block.id(),
        version: block.version(),
        source: source(block),
        status: block.maturity().id(),
        draft,
        artifacts: entries,
    };
    let mut bytes = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The digest of a block with everything it inherits: SHA-256 of what `gnc show --resolved --format
/// json` prints, in hexadecimal digits.
pub fn source(block: &Resolved) -> String {
    hex(&Sha256::digest(crate::snapshot::json(block)))
}

/// What a manifest says of the build, with the files that are not as it says; `None` when it is not
/// a manifest. `name` is what to call it; `read` gives the bytes of a file below the folder.
pub fn built(name: &str, manifest: &str, read: impl Fn(&str) -> Option<Vec<u8>>) -> Option<Built> {
    let value: serde_json::Value = serde_json::from_str(manifest).ok()?;
    let text = |key: &str| value.get(key).and_then(|it| it.as_str()).map(str::to_owned);
    let mut faults = Vec::new();
    for entry in value.get("artifacts")?.as_array()? {
        let (Some(path), digest) = (entry.get("path")?.as_str(), entry.get("sha256")) else {
            continue;
        };
        match read(path) {
            None => faults.push((path.to_owned(), FILE_GONE)),
            Some(bytes)
                if digest.and_then(|it| it.as_str()) != Some(&hex(&Sha256::digest(&bytes))) =>
            {
                faults.push((path.to_owned(), FILE_CHANGED));
            }
            Some(_) => {}
        }
    }
    let (block, version) = (text("block")?, text("version")?);
    Some(Built { name: name.to_owned(), block, version, source: text("source"), faults })
}

/// What a manifest lists.
#[derive(Clone, Debug)]
pub struct Listing {
    /// Identifier of the block.
    pub block: String,
    /// Version of the block.
    pub version: String,
    /// Digest of the block with everything it inherits; `None` where the manifest has none.
    pub source: Option<String>,
    /// Whether every artifact is marked as a draft.
    pub draft: bool,
    /// The artifacts, in the order of their paths.
    pub files: Vec<Listed>,
    /// Size of the manifest itself, in bytes.
    pub bytes: usize,
}

/// An artifact of a manifest.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Path below the folder of the manifest: plain steps downward, nothing else.
    pub path: String,
    /// The kind, by its name.
    pub kind: String,
    /// The language or languages, as `en` or `en+fr`; empty where none is stated.
    pub lang: String,
    /// Size in bytes.
    pub bytes: usize,
}

/// What a manifest lists; `None` when it is not a manifest. A path that leads out of its folder is
/// left out.
pub fn listing(manifest: &str) -> Option<Listing> {
    let value: serde_json::Value = serde_json::from_str(manifest).ok()?;
    let text = |it: &serde_json::Value, key: &str| {
        it.get(key).and_then(|it| it.as_str()).map(str::to_owned)
    };
    let listed = |entry: &serde_json::Value| {
        let path = text(entry, "path")?;
        let bytes = entry.get("bytes").and_then(serde_json::Value::as_u64)?;
        path.split('/').all(is_step).then_some(Listed {
            path,
            kind: text(entry, "kind")?,
            lang: text(entry, "lang").unwrap_or_default(),
            bytes: usize::try_from(bytes).unwrap_or(usize::MAX),
        })
    };
    Some(Listing {
        block: text(&value, "block")?,
        version: text(&value, "version")?,
        source: text(&value, "source"),
        draft: value.get("draft").and_then(serde_json::Value::as_bool).unwrap_or(false),
        files: value.get("artifacts")?.as_array()?.iter().filter_map(listed).collect(),
        bytes: manifest.len(),
    })
}

/// Whether this is one step of a path that leads downward.
fn is_step(step: &str) -> bool {
    !step.is_empty() && step != "." && step != ".." && !step.contains(['\\', ':'])
}

/// The paths that a manifest lists; none when it is not a manifest.
pub fn paths(manifest: &str) -> Vec<String> {
    let value: serde_json::Value = serde_json::from_str(manifest).unwrap_or_default();
    let entries = value.get("artifacts").and_then(|it| it.as_array());
    let path = |entry: &serde_json::Value| Some(entry.get("path")?.as_str()?.to_owned());
    entries.into_iter().flatten().filter_map(path).collect()
}

fn entry(artifact: &Artifact) -> Entry<'_> {
    let digest = Sha256::digest(&artifact.bytes);
    Entry {
        path: &artifact.path,
        kind: artifact.kind.id(),
        lang: artifact.languages.map(crate::words::Languages::code),
        schema: artifact.schema.as_deref(),
        bytes: artifact.bytes.len(),
        sha256: hex(&digest),
    }
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: [u8; 16] = *b"0123456789abcdef";
    let digit = |value: u8| char::from(DIGITS[usize::from(value & 0x0F)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]).collect()
}
