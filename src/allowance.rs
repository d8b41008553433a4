//! Findings that somebody allows: in a comment of the block, or in the project file.
//!
//! An allowance names rules, a place, a reason and an author, and may end on a day. What it allows
//! is still counted; one that allows nothing is itself a finding.

use std::collections::BTreeSet;

use crate::check::Rule;
use crate::codes;
use crate::diag::{Basis, Code, Edit, Excuse, Finding, Findings, Pack, Severity};
use crate::model::{Date, Scalar, closest};
use crate::syntax::{Node, Tree, Value};
use crate::text::{FileId, Sources, Span};
use crate::words::{Words, words};
use crate::workspace::Workspace;

/// What a comment that allows something begins with, after `#`.
const MARK: &str = "gnc:";

/// Every code that allowing findings may report.
pub static CODES: &[&Code] = &[&REFUSED, &UNKNOWN_RULE, &UNUSED, &EXPIRED];

const fn code(
    id: &'static str,
    name: &'static str,
    title: Words,
    texts: [Words; 3],
    severity: Severity,
) -> Code {
    let [message, why, help] = texts;
    let (basis, pack) = (Basis::House, Pack::Format);
    Code { id, name, title, message, why, help, severity, basis, pack }
}

static REFUSED: Code = code(
    "SUP-01",
    "allowance-refused",
    words(
        "Whoever allows a finding gives a reason and a name",
        "Quiconque admet un constat en donne la raison et son nom",
    ),
    [
        words("this allowance is refused: {fault}", "cette dérogation est refusée : {fault}"),
        words(
            "An exception without reason and author cannot be examined when the block is signed.",
            "Une exception sans raison ni auteur ne peut être examinée au moment de la signature.",
        ),
        words(
            "Write `# gnc: allow RULE (reason; author NAME; until YYYY-MM-DD)`; `until` may be left out.",
            "Écrivez « # gnc: allow RÈGLE (raison; author NOM; until AAAA-MM-JJ) » ; « until » est facultatif.",
        ),
    ],
    Severity::Error,
);

static UNKNOWN_RULE: Code = code(
    "SUP-02",
    "allowance-of-unknown-rule",
    words("An allowance names rules that exist", "Une dérogation cite des règles qui existent"),
    [
        words("there is no rule `{rule}`", "il n’y a pas de règle « {rule} »"),
        words(
            "An exception to a rule that does not exist says nothing.",
            "Une exception à une règle qui n’existe pas ne dit rien.",
        ),
        words("{hint}", "{hint}"),
    ],
    Severity::Error,
);

static UNUSED: Code = code(
    "SUP-03",
    "allowance-unused",
    words("An allowance allows something", "Une dérogation admet quelque chose"),
    [
        words(
            "nothing here breaks {rules}: the allowance is no longer needed",
            "rien ici n’enfreint {rules} : la dérogation n’a plus d’objet",
        ),
        words(
            "An exception that outlives its cause hides the next mistake in its place.",
            "Une exception qui survit à sa cause masque la prochaine erreur au même endroit.",
        ),
        words("Remove it.", "Supprimez-la."),
    ],
    Severity::Warning,
);

static EXPIRED: Code = code(
    "SUP-04",
    "allowance-expired",
    words("An allowance has not expired", "Une dérogation n’a pas expiré"),
    [
        words("this allowance ended on {until}", "cette dérogation a pris fin le {until}"),
        words(
            "What was allowed for a time counts again after it.",
            "Ce qui était admis pour un temps compte de nouveau ensuite.",
        ),
        words(
            "Mend what it allowed, or agree on another day.",
            "Corrigez ce qu’elle admettait, ou convenez d’une autre date.",
        ),
    ],
    Severity::Warning,
);

const NO_FORM: Words = words("it is not understood", "elle n’est pas comprise");
const NO_REASON: Words = words("it gives no reason", "elle ne donne aucune raison");
const NO_AUTHOR: Words = words("it names no author", "elle ne cite aucun auteur");
const NO_DATE: Words = words("`until` is not a date", "« until » n’est pas une date");
const NO_PLACE: Words = words("it names no place", "elle ne cite aucun endroit");
const OF_FORMAT: Words = words(
    "{rule} is about reading the file, which cannot be left out",
    "{rule} porte sur la lecture du fichier, dont on ne peut se passer",
);
const MEANT: Words = words("Did you mean `{word}`?", "Vouliez-vous dire « {word} » ?");
const LIST: Words = words("`gnc rules` lists them.", "« gnc rules » les énumère.");
const REMOVE: Words = words("remove it", "la supprimer");

/// Where findings are allowed.
#[derive(Clone, Debug)]
enum Where {
    /// Within these bytes of the file of the comment.
    Lines(u32, u32),
    /// At this place of this block, or of every block.
    Place(Option<String>, String),
}

/// What allows findings, as it was written.
#[derive(Clone, Debug)]
pub struct Allowance {
    span: Span,
    rules: Vec<&'static Code>,
    reason: String,
    author: String,
    until: Option<Date>,
    place: Where,
}

/// What the project file writes for an allowance.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// Identifiers or names of rules.
    pub rules: Vec<String>,
    /// The block it is about; every block when it is left out.
    pub block: Option<String>,
    /// The place, as `process_alignment.messages[certificate]`.
    pub place: String,
    /// The reason.
    pub reason: String,
    /// Who allows it.
    pub author: String,
    /// The last day.
    pub until: Option<String>,
}

impl Allowance {
    /// Reads an allowance of the project file, which stands at `span`.
    pub fn of_project(
        written: &Written,
        span: Span,
        own: &[&'static Rule],
        findings: &mut Findings,
    ) -> Option<Self> {
        if written.place.trim().is_empty() {
            findings.add(refused(span, NO_PLACE));
            return None;
        }
        let place = Where::Place(written.block.clone(), written.place.trim().to_owned());
        Self::read(written, span, place, own, findings)
    }

    fn read(
        written: &Written,
        span: Span,
        place: Where,
        own: &[&'static Rule],
        findings: &mut Findings,
    ) -> Option<Self> {
        let fault = match &written.until {
            _ if written.rules.is_empty() => Some(NO_FORM),
            _ if written.reason.trim().is_empty() => Some(NO_REASON),
            _ if written.author.trim().is_empty() => Some(NO_AUTHOR),
            Some(until) if Date::parse(until).is_none() => Some(NO_DATE),
            _ => None,
        };
        if let Some(fault) = fault {
            findings.add(refused(span, fault));
            return None;
        }
        let mut rules = Vec::new();
        for name in &written.rules {
            let code = known(name, own);
            match code {
                Some(code) if is_of_format(code) => {
                    findings.add(refused(span, OF_FORMAT).arg("rule", code.id));
                }
                Some(code) => rules.push(code),
                None => findings.add(unknown(name, span, own)),
            }
        }
        let until = written.until.as_deref().and_then(Date::parse);
        let (reason, author) = (written.reason.trim().into(), written.author.trim().into());
        (!rules.is_empty()).then_some(Self { span, rules, reason, author, until, place })
    }

    /// Whether it still holds.
    pub(crate) fn is_valid(&self, today: Option<Date>) -> bool {
        !matches!((self.until, today), (Some(until), Some(today)) if until < today)
    }

    /// Says that nothing needs it.
    pub(crate) fn unused(&self, sources: &Sources) -> Finding {
        let rules: Vec<_> = self.rules.iter().map(|code| code.id).collect();
        let finding = Finding::new(&UNUSED, self.span).arg("rules", rules.join(", "));
        match self.place {
            Where::Lines(..) => finding.fix(REMOVE, vec![without(sources, self.span)]),
            Where::Place(..) => finding,
        }
    }

    /// Says that it has ended.
    pub(crate) fn expired(&self) -> Finding {
        let until = self.until.map_or_else(String::new, |until| until.0.to_string());
        Finding::new(&EXPIRED, self.span).arg("until", until)
    }

    fn allows(&self, workspace: &Workspace, finding: &Finding) -> bool {
        let known = self.rules.iter().any(|code| code.id == finding.code.id);
        known
            && match &self.place {
                Where::Lines(start, end) => {
                    let at = finding.span.start;
                    finding.span.file == self.span.file && *start <= at && at <= *end
                }
                Where::Place(block, path) => {
                    let (of, at) = workspace.place(finding);
                    let rest = at.strip_prefix(path.as_str());
                    block.as_ref().is_none_or(|block| *block == of)
                        && rest.is_some_and(|it| it.is_empty() || it.starts_with(['.', '[']))
                }
            }
    }

    fn excuse(&self) -> Excuse {
        let inline = matches!(self.place, Where::Lines(..));
        let (reason, author) = (self.reason.clone(), self.author.clone());
        Excuse::Allowed { reason, author, inline }
    }
}

/// Excuses what is allowed, and reports allowances that are wrong, that have ended, and, once every
/// rule has run, those of this file that nothing needs. Gives which of the project's were used.
pub(crate) fn apply(
    workspace: &Workspace,
    file: FileId,
    complete: bool,
    findings: &mut Findings,
) -> BTreeSet<usize> {
    let mut files: Vec<FileId> = findings.list.iter().map(|it| it.span.file).collect();
    files.push(file);
    files.sort_unstable();
    files.dedup();
    let mut own = Vec::new();
    let mut said = Findings::default();
    for it in files {
        let mut elsewhere = Findings::default();
        let said = if it == file { &mut said } else { &mut elsewhere };
        if let Some(tree) = workspace.written(it) {
            own.extend(inline(workspace, it, tree, said));
        }
    }
    let today = workspace.today;
    let mut used = BTreeSet::new();
    let mut used_own = BTreeSet::new();
    let valid = |it: &&Allowance| it.is_valid(today);
    for finding in findings.list.iter_mut().filter(|it| !is_of_format(it.code)) {
        let of_file = own.iter().position(|it| valid(&it) && it.allows(workspace, finding));
        let mut project = workspace.allowances.iter();
        let of_project = project.position(|it| valid(&it) && it.allows(workspace, finding));
        used.extend(of_project);
        used_own.extend(of_file);
        let of_file = of_file.and_then(|at| own.get(at));
        let of_project = of_project.and_then(|at| workspace.allowances.get(at));
        finding.excuse = of_file.or(of_project).map(Allowance::excuse);
    }
    for (at, it) in own.iter().enumerate().filter(|(_, it)| it.span.file == file) {
        if !it.is_valid(today) {
            said.add(it.expired());
        } else if complete && !used_own.contains(&at) {
            said.add(it.unused(&workspace.sources));
        }
    }
    findings.extend(said);
    findings.sort();
    used
}

/// What the comments of a file allow.
fn inline(
    workspace: &Workspace,
    file: FileId,
    tree: &Tree,
    findings: &mut Findings,
) -> Vec<Allowance> {
    let (sources, rules) = (&workspace.sources, &workspace.settings.own.rules);
    let text = sources.text(file);
    let mut found = Vec::new();
    for span in &tree.comments {
        let comment = sources.slice(*span).trim_start_matches('#').trim();
        let Some(said) = comment.strip_prefix(MARK) else { continue };
        let Some(written) = parse(said) else {
            findings.add(refused(*span, NO_FORM));
            continue;
        };
        let (start, end) = scope(text, tree, *span);
        let place = Where::Lines(start, end);
        found.extend(Allowance::read(&written, *span, place, rules, findings));
    }
    found
}

/// `allow RULE, RULE (reason; author NAME; until DATE)`.
fn parse(said: &str) -> Option<Written> {
    let said = said.trim().strip_prefix("allow ")?;
    let (rules, rest) = said.split_once('(').unwrap_or((said, ")"));
    let inner = rest.trim_end().strip_suffix(')')?;
    let mut written = Written::default();
    let rules = rules.split([',', ' ']).filter(|rule| !rule.is_empty());
    written.rules = rules.map(str::to_owned).collect();
    let mut reason = Vec::new();
    for part in inner.split(';') {
        let part = part.trim();
        if let Some(author) = part.strip_prefix("author ") {
            author.trim().clone_into(&mut written.author);
        } else if let Some(until) = part.strip_prefix("until ") {
            written.until = Some(until.trim().to_owned());
        } else {
            reason.push(part);
        }
    }
    written.reason = reason.join("; ");
    Some(written)
}

/// What a comment is about: the entry or item that begins on its line, or else on the next line
/// that has more than a comment.
fn scope(text: &str, tree: &Tree, comment: Span) -> (u32, u32) {
    let start = comment.start as usize;
    let head = text.get(..start).map_or(0, |it| it.rfind('\n').map_or(0, |at| at + 1));
    let own_line = text.get(head..start).is_some_and(|it| it.trim().is_empty());
    let mut from = head;
    if own_line {
        from = next_line(text, start);
        while let Some(line) = text.get(from..next_line(text, from)) {
            let body = line.trim();
            if from >= text.len() || !(body.is_empty() || body.starts_with('#')) {
                break;
            }
            from = next_line(text, from);
        }
    }
    let to = next_line(text, from);
    let (from, to) =
        (Span::new(comment.file, from, to).start, Span::new(comment.file, from, to).end);
    tree.root.as_ref().and_then(|root| begun(root, from, to)).unwrap_or((from, to))
}

fn next_line(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|it| it.find('\n')).map_or(text.len(), |found| at + found + 1)
}

/// The outermost entry or item that begins within a stretch.
fn begun(node: &Node, from: u32, to: u32) -> Option<(u32, u32)> {
    let within = |start: u32| from <= start && start < to;
    match &node.value {
        Value::Map(entries) => entries.iter().find_map(|entry| {
            let (start, end) = (entry.key.span.start, entry.value.span.end.max(entry.key.span.end));
            let inside = || (start < to && from <= end).then(|| begun(&entry.value, from, to));
            if within(start) { Some((start, end)) } else { inside()? }
        }),
        Value::List(items) => items.iter().find_map(|item| {
            let (start, end) = (item.span.start, item.span.end);
            let inside = || (start < to && from <= end).then(|| begun(item, from, to));
            if within(start) { Some((start, end)) } else { inside()? }
        }),
        Value::Null | Value::Scalar(_) => None,
    }
}

fn refused(span: Span, fault: Words) -> Finding {
    Finding::new(&REFUSED, span).arg_words("fault", fault)
}

fn unknown(name: &str, span: Span, own: &[&'static Rule]) -> Finding {
    let finding = Finding::new(&UNKNOWN_RULE, span).arg("rule", name);
    let all = all(own);
    match closest(name, all.iter().flat_map(|code| [code.id, code.name])) {
        Some(word) => finding.arg_words("hint", MEANT).arg("word", word),
        None => finding.arg_words("hint", LIST),
    }
}

/// Every code of the tool, and those of the project's own rules.
fn all(own: &[&'static Rule]) -> Vec<&'static Code> {
    let mut all = codes::all();
    all.extend(own.iter().map(|rule| &rule.code));
    all
}

/// The rule of this identifier or name.
fn known(name: &str, own: &[&'static Rule]) -> Option<&'static Code> {
    all(own).into_iter().find(|code| code.id.eq_ignore_ascii_case(name) || code.name == name)
}

/// Whether a finding says that the file, its names or its allowances could not be read.
fn is_of_format(code: &Code) -> bool {
    code.pack == Pack::Format || code.basis == Basis::Format
}

/// The edit that takes a comment away, with its line if nothing else stands there.
fn without(sources: &Sources, comment: Span) -> Edit {
    let text = sources.text(comment.file);
    let (start, end) = (comment.start as usize, comment.end as usize);
    let head = text.get(..start).map_or(0, |it| it.rfind('\n').map_or(0, |at| at + 1));
    let before = text.get(head..start).unwrap_or("");
    let (from, to) = match before.trim().is_empty() {
        true => (head, next_line(text, start)),
        false => (head + before.trim_end().len(), end),
    };
    Edit { span: Span::new(comment.file, from, to), text: String::new() }
}
