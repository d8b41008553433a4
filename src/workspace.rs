//! Texts in, findings and artifacts out: the way of the data for one run.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::allowance::{self, Allowance};
use crate::catalogue::{Catalogue, Entry, Kind};
use crate::check::{Settings, check, link};
use crate::diag::{Finding, Findings, Note};
use crate::layout;
use crate::model::{Block, Date, Lower, mend, place};
use crate::pattern::{self, Pattern, Patterns};
use crate::resolve::{Framework, Library, Resolved, control, resolve};
use crate::shipped::Shipped;
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
    /// The day on which findings that are allowed for a time are looked at.
    pub today: Option<Date>,
    /// What the project file allows.
    pub allowances: Vec<Allowance>,
    trees: BTreeMap<FileId, (Tree, Findings)>,
    /// The trees before slips of the pen were mended.
    written: BTreeMap<FileId, Tree>,
    by_id: BTreeMap<String, FileId>,
    library: Library,
    /// The patterns that blocks name, and the file of each.
    patterns: Patterns,
    pattern_files: BTreeMap<FileId, String>,
}

/// What is known of one block.
#[derive(Debug, Default)]
pub struct Analysis {
    /// The block, when it could be read as one.
    pub resolved: Option<Resolved>,
    /// What was found, sorted.
    pub findings: Findings,
    /// Whether artefacts may be made: everything could be read and every name was found.
    pub complete: bool,
    /// Which of the project's allowances were used, by their number.
    pub used: BTreeSet<usize>,
}

impl Workspace {
    /// Adds the file of a block and reads it as YAML. Gives its identifier in this run, and the
    /// framework it names as `id@version`, so that the caller can look for that one's text.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) -> (FileId, Option<String>) {
        let (file, read) = match decode(bytes) {
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
        let extends = self.keep(file, read);
        (file, extends)
    }

    /// Adds a framework that comes with the program; gives the one that it names itself.
    pub fn add_shipped(&mut self, it: &Shipped) -> Option<String> {
        let file = self.sources.add_shipped(format!("{}.yaml", it.id), it.text);
        let read = parse(&self.sources, file);
        self.keep(file, read)
    }

    /// Keeps what was read of a file; gives the framework that it names.
    fn keep(&mut self, file: FileId, mut read: (Tree, Findings)) -> Option<String> {
        self.written.insert(file, read.0.clone());
        if let Some(root) = read.0.root.as_mut().filter(|_| read.0.complete) {
            read.1.extend(self.put_in_patterns(root));
            read.1.extend(mend(root));
        }
        let root = read.0.root.as_ref();
        let extends = root.and_then(|root| control(root, "extends")).map(str::to_owned);
        if let Some(id) = root.and_then(|root| control(root, "id")) {
            self.by_id.entry(id.to_owned()).or_insert(file);
        }
        self.trees.insert(file, read);
        extends
    }

    /// Puts the items of patterns in the place of those that name them.
    fn put_in_patterns(&mut self, root: &mut Node) -> Findings {
        let mut names: Vec<String> = pattern::used(root).into_iter().collect();
        if names.is_empty() {
            return Findings::default();
        }
        // Patterns may use patterns.
        while let Some(name) = names.pop() {
            if self.patterns.contains_key(&name) {
                continue;
            }
            let entry = self.catalogue.entry(Kind::Pattern, &name);
            let Some(entry) = entry.filter(|it| it.reference() == name) else { continue };
            let file = match entry.comes_with_the_program() {
                true => self.sources.add_shipped(&entry.file, entry.text()),
                false => self.sources.add(&entry.file, entry.text()),
            };
            let (tree, _) = parse(&self.sources, file);
            let root = tree.root.filter(|_| tree.complete);
            let pattern = root.as_ref().and_then(Pattern::read).map(Arc::new);
            names.extend(root.iter().flat_map(pattern::used));
            self.pattern_files.insert(file, name.clone());
            self.patterns.insert(name, pattern);
        }
        let patterns = self.catalogue.entries().iter().filter(|it| it.kind == Kind::Pattern);
        let known: Vec<String> = patterns.map(Entry::reference).collect();
        pattern::expand(root, &self.patterns, &known)
    }

    /// Says of each finding in a pattern where the block in `file` uses that pattern.
    fn show_uses(&self, file: FileId, findings: &mut Findings) {
        let Some(root) = self.written.get(&file).and_then(|tree| tree.root.as_ref()) else {
            return;
        };
        for finding in &mut findings.list {
            let Some(name) = self.pattern_files.get(&finding.span.file) else { continue };
            if let Some(place) = pattern::place(root, name) {
                finding.notes.push(Note { span: place, words: pattern::USED_HERE });
            }
        }
    }

    /// Puts other texts in the place of those of these files, and prepares everything anew.
    pub fn rewrite(&mut self, texts: &BTreeMap<FileId, String>) {
        for (file, text) in texts {
            self.sources.replace(*file, text.as_str());
        }
        let files: Vec<FileId> = self.trees.keys().copied().collect();
        self.by_id.clear();
        self.library = Library::default();
        for file in files {
            match (texts.contains_key(&file), self.trees.remove(&file), self.written.get(&file)) {
                (false, Some((_, findings)), Some(_)) if !self.is_readable(file) => {
                    self.trees.insert(file, (Tree::default(), findings));
                }
                _ => {
                    let read = parse(&self.sources, file);
                    self.keep(file, read);
                }
            }
        }
        self.prepare();
    }

    /// Whether a file is a text at all.
    fn is_readable(&self, file: FileId) -> bool {
        !self.sources.text(file).is_empty()
    }

    /// Whether a file is that of a block.
    pub fn is_block(&self, file: FileId) -> bool {
        self.trees.contains_key(&file)
    }

    /// The block that a finding is about, and where in it the finding stands.
    pub fn place(&self, finding: &Finding) -> (String, String) {
        let file = finding.span.file;
        let Some(root) = self.written.get(&file).and_then(|tree| tree.root.as_ref()) else {
            return (self.sources.name(file).to_owned(), String::new());
        };
        let block = control(root, "id").unwrap_or_else(|| self.sources.name(file));
        (block.to_owned(), place(root, Block::shape(), finding.span).path)
    }

    /// The project's allowances that no block of a complete run needed, or that have ended.
    pub fn unused(&self, used: &BTreeSet<usize>) -> Findings {
        let mut findings = Findings::default();
        let unused = self.allowances.iter().enumerate().filter(|(at, _)| !used.contains(at));
        for (_, it) in unused {
            findings.add(match it.is_valid(self.today) {
                true => it.unused(&self.sources),
                false => it.expired(),
            });
        }
        findings
    }

    /// Forgets which block has which identifier and every framework, so that other versions of the
    /// same blocks can be added beside those that are resolved already. Their texts stay.
    pub fn forget_names(&mut self) {
        self.by_id.clear();
        self.library = Library::default();
    }

    /// The identifier and the text of each block that was added, sorted.
    pub fn blocks(&self) -> impl Iterator<Item = (&str, &str)> {
        self.by_id.iter().map(|(id, file)| (id.as_str(), self.sources.text(*file)))
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
                if let Some(framework) = Framework::read(root, &self.library, &self.catalogue) {
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

    /// What a block means, when everything could be read and every name was found; no rule is asked.
    /// [`Workspace::prepare`] has to have run since texts were added.
    pub fn resolved(&self, file: FileId) -> Option<Resolved> {
        let (resolved, findings) = self.understood(file)?;
        resolved.filter(|_| findings.worst() != Some(crate::diag::Severity::Error))
    }

    /// A block as far as it could be resolved, with what was found in reading it.
    fn understood(&self, file: FileId) -> Option<(Option<Resolved>, Findings)> {
        let (tree, found) = self.trees.get(&file)?;
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
        Some((resolved, findings))
    }

    /// Checks one block: [`Workspace::prepare`] has to have run since texts were added.
    pub fn analyse(&self, file: FileId) -> Analysis {
        let Some((resolved, mut findings)) = self.understood(file) else {
            return Analysis::default();
        };
        let complete = resolved.is_some() && findings.worst() != Some(crate::diag::Severity::Error);
        if let Some(resolved) = &resolved {
            findings.extend(check(resolved, &self.settings));
        }
        findings.sort();
        for finding in &mut findings.list {
            finding.path = self.place(finding).1;
        }
        if let Some(resolved) = &resolved {
            link(resolved, &mut findings);
        }
        if !self.pattern_files.is_empty() {
            self.show_uses(file, &mut findings);
        }
        self.put_into_words(file, resolved.as_ref(), &mut findings);
        let used = allowance::apply(self, file, resolved.is_some(), &mut findings);
        Analysis { resolved, findings, complete, used }
    }

    /// The tree of a file as it was written.
    pub(crate) fn written(&self, file: FileId) -> Option<&Tree> {
        self.written.get(&file)
    }

    /// Puts the changes that mend findings into the words of the file; what cannot be put so is no
    /// ready fix.
    fn put_into_words(&self, file: FileId, resolved: Option<&Resolved>, findings: &mut Findings) {
        let whole = resolved.map(|it| &it.tree);
        for finding in &mut findings.list {
            let Some(fix) = finding.fix.as_mut().filter(|fix| !fix.mends.is_empty()) else {
                continue;
            };
            let tree = self.written.get(&file);
            match tree.and_then(|it| layout::edits(&self.sources, file, (it, whole), &fix.mends)) {
                Some(edits) => fix.edits.extend(edits),
                None => finding.fix = None,
            }
        }
    }
}
