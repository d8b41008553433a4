//! What was found on an earlier day, so that only what is new counts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::diag::{Basis, Excuse, Finding, Findings};
use crate::workspace::Workspace;

/// Findings that are known, as they are written to a file.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// Version of the form of this file.
    gnc_baseline: u32,
    findings: Vec<Known>,
}

/// A finding that is known. The fingerprint alone decides; the rest is for people.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    rule: String,
    block: String,
    place: String,
    fingerprint: String,
}

impl Baseline {
    /// Records the findings that count. A file that cannot be read is never recorded.
    pub fn of(workspace: &Workspace, findings: &Findings) -> Self {
        let mut known: Vec<Known> = Vec::new();
        let mut counted = Counted::default();
        let recorded =
            |it: &&Finding| it.code.basis != Basis::Format && workspace.is_block(it.span.file);
        for finding in findings.counting().filter(recorded) {
            let (block, place) = workspace.place(finding);
            let fingerprint = counted.fingerprint(finding, &block, &place);
            known.push(Known { rule: finding.code.id.to_owned(), block, place, fingerprint });
        }
        let key = |it: &Known| (it.block.clone(), it.place.clone(), it.rule.clone());
        known.sort_by_key(key);
        Self { gnc_baseline: 1, findings: known }
    }

    /// Reads what [`Baseline::text`] wrote; says why it cannot.
    ///
    /// # Errors
    ///
    /// When the text is no such file.
    pub fn read(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    /// As a file.
    pub fn text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Excuses the findings that are known.
    pub fn excuse(&self, workspace: &Workspace, findings: &mut Findings) {
        let mut counted = Counted::default();
        let known: std::collections::BTreeSet<&str> =
            self.findings.iter().map(|it| it.fingerprint.as_str()).collect();
        let counting = findings.list.iter_mut().filter(|it| it.excuse.is_none());
        for finding in counting.filter(|it| it.code.basis != Basis::Format) {
            let (block, place) = workspace.place(finding);
            if known.contains(counted.fingerprint(finding, &block, &place).as_str()) {
                finding.excuse = Some(Excuse::Known);
            }
        }
    }
}

/// How often a rule was met at a place.
#[derive(Default)]
struct Counted(BTreeMap<(&'static str, String, String), u32>);

impl Counted {
    /// Rule, block, place and number at that place: neither the wording nor the line matters.
    fn fingerprint(&mut self, finding: &Finding, block: &str, place: &str) -> String {
        let key = (finding.code.id, block.to_owned(), place.to_owned());
        let number = self.0.entry(key).or_default();
        *number += 1;
        let text = format!("{}\0{block}\0{place}\0{number}", finding.code.id);
        let hash = Sha256::digest(text.as_bytes());
        crate::manifest::hex(&hash[..12])
    }
}
