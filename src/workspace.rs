//! Texts in, findings and artifacts out: the way of the data for one run.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::check::{Settings, check};
use crate::diag::Findings;
use crate::model::mend;
use crate::resolve::{Library, Resolved, control, framework, resolve};
use crate::syntax::{Node, Tree, decode, parse};
use crate::text::{FileId, Sources};

/// Most frameworks in a row.
const MAX_CHAIN: usize = 8;

/// The texts of a run and what was read from them.
#[derive(Debug, Default)]
pub struct Workspace {
    /// The texts.
    pub sources: Sources,
    /// The reference data.
    pub catalogue: Arc<Catalogue>,
    /// What was found in the reference data that the project brings.
    pub data_findings: Findings,
    /// What the project chose.
    pub settings: Settings,
    trees: BTreeMap<FileId, (Tree, Findings)>,
    by_id: BTreeMap<String, FileId>,
    library: Library,
}

/// What is known of one block.
#[derive(Debug)]
pub struct Analysis {
    /// The block, when it could be read as one.
    pub resolved: Option<Resolved>,
    /// What was found, sorted.
    pub findings: Findings,
    /// Whether artefacts may be made: everything could be read and every name was found.
    pub complete: bool,
}

impl Workspace {
    /// Adds the file of a block and reads it as YAML. Gives its identifier in this run, and the
    /// framework it names as `id@version`, so that the caller can look for that one's text.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) -> (FileId, Option<String>) {
        let (file, mut read) = match decode(bytes) {
            Ok(text) => {
                let file = self.sources.add(name, text);
                (file, parse(&self.sources, file))
            }
            Err(undecodable) => {
                let file = self.sources.add(name, "");
                let mut findings = Findings::default();
                findings.add(undecodable.finding(file));
                (file, (Tree::default(), findings))
            }
        };
        if let Some(root) = read.0.root.as_mut().filter(|_| read.0.complete) {
            read.1.extend(mend(root));
        }
        let root = read.0.root.as_ref();
        let extends = root.and_then(|root| control(root, "extends")).map(str::to_owned);
        if let Some(id) = root.and_then(|root| control(root, "id")) {
            self.by_id.entry(id.to_owned()).or_insert(file);
        }
        self.trees.insert(file, read);
        (file, extends)
    }

    /// Whether a block of this identifier was added.
    pub fn has(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }

    /// Resolves the frameworks of the blocks that were added, each once, lowest first.
    pub fn prepare(&mut self) {
        let files: Vec<_> = self.trees.keys().copied().collect();
        for file in files {
            let mut chain: Vec<(String, FileId)> = Vec::new();
            let mut at = file;
            while let Some(id) = self.extends(at) {
                if self.library.get(&id).is_some() {
                    break;
                }
                let Some(base) = self.by_id.get(&id).copied() else { break };
                if chain.iter().any(|(_, it)| *it == base) || chain.len() >= MAX_CHAIN {
                    self.library.add_circular(&id);
                    break;
                }
                chain.push((id, base));
                at = base;
            }
            for (id, base) in chain.into_iter().rev() {
                // A framework that could not be read is reported once, where it breaks off.
                let Some(root) = self.root(base).filter(|_| self.is_whole(base)) else {
                    self.library.add_broken(&id);
                    continue;
                };
                if let Some(framework) = framework(root, &self.library, &self.catalogue) {
                    self.library.add(&id, Arc::new(framework));
                }
            }
        }
    }

    fn root(&self, file: FileId) -> Option<&Node> {
        self.trees.get(&file)?.0.root.as_ref()
    }

    fn is_whole(&self, file: FileId) -> bool {
        self.trees.get(&file).is_some_and(|(tree, _)| tree.complete)
    }

    /// What was found in reading the frameworks that a block rests on.
    fn inherited(&self, file: FileId) -> Findings {
        let mut findings = Findings::default();
        let mut at = file;
        for _ in 0..MAX_CHAIN {
            let base = self.extends(at).and_then(|id| self.by_id.get(&id).copied());
            let Some(base) = base.filter(|base| *base != file) else { break };
            if let Some((_, found)) = self.trees.get(&base) {
                findings.extend(found.clone());
            }
            at = base;
        }
        findings
    }

    fn extends(&self, file: FileId) -> Option<String> {
        let extends = control(self.root(file)?, "extends")?;
        Some(extends.split_once('@')?.0.to_owned())
    }

    /// Checks one block: [`Workspace::prepare`] has to have run since texts were added.
    pub fn analyse(&self, file: FileId) -> Analysis {
        let Some((tree, found)) = self.trees.get(&file) else {
            return Analysis { resolved: None, findings: Findings::default(), complete: false };
        };
        let mut findings = found.clone();
        findings.extend(self.inherited(file));
        let extends = self.extends(file);
        let broken = extends.is_some_and(|id| self.library.is_broken(&id));
        // What broke off is not looked at further: whatever is missing would only be a finding
        // that follows from the first.
        let root = tree.root.as_ref().filter(|_| tree.complete && !broken);
        let resolved = root.and_then(|root| {
            let (resolved, found) = resolve(root, &self.library, &self.catalogue);
            findings.extend(found);
            resolved
        });
        let complete = resolved.is_some() && findings.worst() != Some(crate::diag::Severity::Error);
        if let Some(resolved) = &resolved {
            findings.extend(check(resolved, &self.settings));
        }
        findings.sort();
        Analysis { resolved, findings, complete }
    }
}
