//! Rules that a project writes for itself, in files that `gnc.toml` names: read, compared with the
//! block format, tried on their own examples.
//!
//! A rule of a file is a [`Rule`] like those of the rulebook, so that lists, reports, allowances and
//! baselines know no difference. `docs/house-rules.md` says what may be written.

mod codes;
mod compile;
mod examples;
mod sentences;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::check::{EXAMPLE_BLOCK, Rule};
use crate::diag::{Code, Finding, Findings};
use crate::model::{HouseRule, HouseRules, Lower, Lowering};
use crate::resolve::GIVEN_FIRST;
use crate::syntax::{Node, parse};
use crate::text::{FileId, Sources, Span};

pub use codes::CODES;

/// Most bytes of one file of rules.
pub const MAX_BYTES: usize = 256 * 1024;
/// Most rules of a project.
pub const MAX_RULES: usize = 200;

/// Reads files of rules: the rules without a fault, in the order of their identifiers. `taken` are
/// the codes of the tool, whose identifiers and names are not the project's to give.
///
/// A rule lives as long as the program, as those of the rulebook do, so that findings can name it.
/// A program that reads the same file again and again holds each rule once.
pub fn read(
    sources: &mut Sources,
    files: &[FileId],
    taken: &[&'static Code],
    findings: &mut Findings,
) -> Vec<&'static Rule> {
    if files.is_empty() {
        return Vec::new();
    }
    let base = sources.add("example.yaml", EXAMPLE_BLOCK);
    let Some(base) = parse(sources, base).0.root else { return Vec::new() };
    let mut reader = Reader { sources, taken, given: BTreeMap::new(), base };
    let mut rules = Vec::new();
    for file in files {
        rules.extend(reader.file(*file, findings));
    }
    rules.sort_by_key(|rule| rule.code.id);
    rules
}

struct Reader<'a> {
    sources: &'a Sources,
    taken: &'a [&'static Code],
    /// Identifiers and names of rules that were read, and where.
    given: BTreeMap<String, Span>,
    /// The block that examples are laid over.
    base: Node,
}

impl Reader<'_> {
    fn file(&mut self, file: FileId, findings: &mut Findings) -> Vec<&'static Rule> {
        let unread = |span, words| Finding::new(&codes::NOT_READ, span).arg_words("fault", words);
        if self.sources.text(file).len() > MAX_BYTES {
            let finding = unread(Span::new(file, 0, 0), codes::TOO_LONG);
            findings.add(finding.arg("most", MAX_BYTES));
            return Vec::new();
        }
        let (tree, found) = parse(self.sources, file);
        findings.extend(found);
        let Some(root) = tree.root.filter(|_| tree.complete) else { return Vec::new() };
        let mut cx = Lowering::default();
        let read = HouseRules::lower(&root, &mut cx);
        findings.extend(cx.findings);
        let Some(HouseRules { gnc_rules: version, rules, .. }) = read else { return Vec::new() };
        if let Some(version) = version.filter(|it| it.value.0 != 1) {
            let finding = unread(version.span, codes::VERSION);
            findings.add(finding.arg("version", version.value.0));
            return Vec::new();
        }
        let mut read = Vec::new();
        for rule in &rules {
            if self.given.len() >= 2 * MAX_RULES {
                let finding = unread(rule.span.head(), codes::RULES_TOO_MANY);
                findings.add(finding.arg("most", MAX_RULES));
                break;
            }
            let mut faults = self.distinct(rule);
            read.extend(self.rule(rule, &mut faults));
            findings.extend(faults);
        }
        read
    }

    /// Reports an identifier or a name that is not the rule's own.
    fn distinct(&mut self, rule: &HouseRule) -> Findings {
        let mut findings = Findings::default();
        let taken = |span, words| Finding::new(&codes::TAKEN, span).arg_words("fault", words);
        let id = rule.id.as_ref().map(|it| (&*it.value.0, it.span, codes::ID_GIVEN));
        let name = rule.name.as_ref().map(|it| (&*it.value.0, it.span, codes::NAME_GIVEN));
        if let Some((id, span, _)) = id {
            let prefix = id.split('-').next();
            if self.taken.iter().any(|it| it.id.split('-').next() == prefix) {
                let finding = taken(span, codes::PREFIX_TAKEN);
                findings.add(finding.arg("prefix", prefix.unwrap_or("")));
            }
        }
        for (text, span, words) in [id, name].into_iter().flatten() {
            let finding = taken(span, words).arg("id", text);
            if let Some(first) = self.given.get(text) {
                findings.add(finding.note(*first, GIVEN_FIRST));
            } else if self.taken.iter().any(|it| it.name == text) {
                findings.add(finding);
            }
            self.given.entry(text.to_owned()).or_insert(span);
        }
        findings
    }

    /// The rule, if nothing is wrong with it. One that was read before, word for word, is that one.
    fn rule(&self, rule: &HouseRule, findings: &mut Findings) -> Option<&'static Rule> {
        static KNOWN: Mutex<BTreeMap<String, &'static Rule>> = Mutex::new(BTreeMap::new());
        let text = self.sources.slice(rule.span);
        let known = || KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(rule) = known().get(text) {
            return findings.worst().is_none().then_some(*rule);
        }
        let made = compile::rule(rule, self.sources, &self.base, findings)?;
        if findings.worst().is_none() {
            known().insert(text.to_owned(), made);
        }
        Some(made)
    }
}
