//! What a build wrote: for whoever checks, publishes or cleans the folder.

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::render::Artifact;
use crate::resolve::Resolved;

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
        status: block.maturity().id(),
        draft,
        artifacts: entries,
    };
    let mut bytes = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
    bytes.push(b'\n');
    bytes
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
