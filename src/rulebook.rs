//! The rulebook as a whole: which rules there are, chosen by pack, basis, weight, status and fix,
//! printed as a list, as Markdown and as JSON.

use serde::Serialize;

use crate::check::{RULES, Rule};
use crate::diag::{Basis, Code, Pack, Severity};
use crate::explain::{beside, meaning};
use crate::model::Maturity;
use crate::words::{Lang, count, placeholders, rulebook};

/// A code of the tool, with its rule when it is one of those that look at a block.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The code.
    pub code: &'static Code,
    /// Its rule; reading a file has codes without one.
    pub rule: Option<&'static Rule>,
}

/// Every code of the tool, by identifier.
pub fn entries() -> Vec<Entry> {
    let rule = |code: &Code| RULES.iter().copied().find(|rule| rule.code.id == code.id);
    crate::codes::all().into_iter().map(|code| Entry { code, rule: rule(code) }).collect()
}

/// The same and the rules that a project wrote.
pub fn entries_with(own: &[&'static Rule]) -> Vec<Entry> {
    let mut entries = entries();
    entries.extend(own.iter().map(|rule| Entry { code: &rule.code, rule: Some(rule) }));
    entries.sort_by_key(|entry| entry.code.id);
    entries
}

/// The one with this identifier, in letters of any size, or this name.
pub fn find(entries: &[Entry], wanted: &str) -> Option<Entry> {
    let called = |it: &&Entry| it.code.id.eq_ignore_ascii_case(wanted) || it.code.name == wanted;
    entries.iter().find(called).copied()
}

/// Which rules are asked for; what is `None`, empty or `false` does not matter.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Of one of these packs.
    pub packs: Vec<Pack>,
    /// On this basis, as [`Basis::id`] names it.
    pub basis: Option<String>,
    /// Of this weight, at the status if one is given.
    pub severity: Option<Severity>,
    /// Those that bite for a block of this status.
    pub status: Option<Maturity>,
    /// Those with a ready fix.
    pub has_fix: bool,
}

impl Wanted {
    /// Whether this one is asked for.
    pub fn takes(&self, entry: &Entry) -> bool {
        let Entry { code, rule } = entry;
        let severity = match (rule, self.status) {
            (Some(rule), Some(status)) => rule.severity(status),
            _ => code.severity,
        };
        (self.packs.is_empty() || self.packs.contains(&code.pack))
            && self.basis.as_deref().is_none_or(|it| it == code.basis.id())
            && self.severity.is_none_or(|it| it == severity)
            && self.status.is_none_or(|it| rule.is_none_or(|rule| it >= rule.from))
            && (!self.has_fix || rule.is_some_and(|rule| !rule.fixes.is_empty()))
    }
}

/// A form in which the rules are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Format {
    /// Lines in groups, for people at a terminal.
    #[default]
    Text,
    /// One JSON object, as in `docs/schema/rules.schema.json`.
    Json,
    /// The table of `docs/rules/README.md`.
    Md,
}

impl Format {
    /// Every form.
    pub const ALL: [Self; 3] = [Self::Text, Self::Json, Self::Md];

    /// The name used on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Md => "md",
        }
    }

    /// The form with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }
}

/// Prints these rules.
pub fn print(format: Format, entries: &[Entry], status: Option<Maturity>, lang: Lang) -> String {
    match format {
        Format::Text => text(entries, status, lang),
        Format::Json => json(entries, lang),
        Format::Md => markdown(entries, lang),
    }
}

/// What is asked, with a mark where something of the file is put in.
fn asked(code: &Code, lang: Lang) -> String {
    let title = code.title.get(lang);
    placeholders(title)
        .fold(title.to_owned(), |text, name| text.replace(&format!("{{{name}}}"), "…"))
}

/// What a rule weighs, and from which status on.
pub(crate) fn weights(entry: &Entry, lang: Lang) -> String {
    let Some(rule) = entry.rule else { return entry.code.severity.label().get(lang).to_owned() };
    let step = |(from, severity): (Maturity, Severity)| {
        let args = [("severity", severity.label().get(lang)), ("status", from.label().get(lang))];
        rulebook::WEIGHS_FROM.with(lang, &args)
    };
    rule.severities().into_iter().map(step).collect::<Vec<_>>().join(", ")
}

fn sources(basis: Basis) -> &'static [&'static str] {
    match basis {
        Basis::Sourced(sources) => sources,
        Basis::Format | Basis::House => &[],
    }
}

fn text(entries: &[Entry], status: Option<Maturity>, lang: Lang) -> String {
    if entries.is_empty() {
        return format!("{}\n", rulebook::NONE.get(lang));
    }
    let mut out = String::new();
    let width = Severity::ALL.iter().map(|it| it.label().get(lang).chars().count()).max();
    let width = width.unwrap_or(0);
    for group in entries.chunk_by(|a, b| letters(a) == letters(b)) {
        let Some(first) = group.first() else { continue };
        let words = rulebook::GROUPS.iter().find(|(it, _)| *it == letters(first));
        let heading = words.map_or(letters(first), |(_, words)| words.get(lang));
        let number = count(lang, group.len(), rulebook::ONE_CODE, rulebook::CODES);
        out += &format!("{}{heading} ({number})\n", if out.is_empty() { "" } else { "\n" });
        for entry in group {
            let Entry { code, rule } = entry;
            let severity = match (rule, status) {
                (Some(rule), Some(status)) => rule.severity(status),
                _ => code.severity,
            };
            let severity = severity.label().get(lang);
            out += &format!("  {}  {severity:<width$}  {}\n", code.id, asked(code, lang));
        }
    }
    out
}

/// The letters of an identifier.
fn letters(entry: &Entry) -> &'static str {
    entry.code.id.split('-').next().unwrap_or("")
}

fn markdown(entries: &[Entry], lang: Lang) -> String {
    let say = |words: crate::words::Words| words.get(lang);
    let head = [
        rulebook::CODE,
        rulebook::ASKED,
        rulebook::WEIGHT,
        rulebook::BASIS,
        rulebook::PACK,
        rulebook::FIX,
    ];
    let mut out = format!(
        "# {}\n\n{}\n\n{}\n\n{}\n\n| {} |\n|---|---|---|---|---|---|\n",
        say(rulebook::TITLE),
        say(rulebook::OTHER_LANGUAGE),
        say(rulebook::INTRODUCTION),
        say(rulebook::COLUMNS),
        head.map(say).join(" | ")
    );
    for entry in entries {
        let Entry { code, rule } = entry;
        let id = match rule {
            Some(_) if code.pack != Pack::Project => {
                format!("[{0}]({0}.{1}.md)", code.id, lang.code())
            }
            _ => code.id.to_owned(),
        };
        let basis = match code.basis {
            Basis::Sourced(sources) => sources.join(", "),
            other => other.id().to_owned(),
        };
        let fix = rule.is_some_and(|rule| !rule.fixes.is_empty());
        let fix = if fix { say(rulebook::YES) } else { "" };
        let (asked, weights) = (asked(code, lang).replace('|', "\\|"), weights(entry, lang));
        out += &format!("| {id} | {asked} | {weights} | {basis} | {} | {fix} |\n", code.pack.id());
    }
    out
}

/// These rules as JSON.
///
/// # Panics
///
/// Never: strings and numbers always serialise.
pub fn json(entries: &[Entry], lang: Lang) -> String {
    let book = Book {
        gnc_rules: 1,
        language: lang.code(),
        rules: entries.iter().map(|entry| said(entry, lang)).collect(),
    };
    serde_json::to_string_pretty(&book).expect("strings and numbers always serialise") + "\n"
}

#[derive(Serialize)]
struct Book {
    gnc_rules: u32,
    language: &'static str,
    rules: Vec<Said>,
}

#[derive(Serialize)]
struct Said {
    id: &'static str,
    name: &'static str,
    title: &'static str,
    message: &'static str,
    arguments: Vec<&'static str>,
    why: &'static str,
    help: &'static str,
    severity: &'static str,
    pack: &'static str,
    basis: &'static str,
    sources: Vec<Source>,
    #[serde(skip_serializing_if = "Option::is_none")]
    checked: Option<Checked>,
}

#[derive(Serialize)]
struct Source {
    mark: &'static str,
    meaning: &'static str,
}

#[derive(Serialize)]
struct Checked {
    severities: Vec<Step>,
    fixes: Vec<&'static str>,
    bad: &'static str,
    good: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    beside: Vec<Other>,
}

#[derive(Serialize)]
struct Other {
    document: &'static str,
    text: &'static str,
}

#[derive(Serialize)]
struct Step {
    from: &'static str,
    severity: &'static str,
}

fn said(entry: &Entry, lang: Lang) -> Said {
    let code = entry.code;
    let source = |mark: &&'static str| Source { mark, meaning: meaning(mark).unwrap_or("") };
    let step =
        |(from, severity): (Maturity, Severity)| Step { from: from.id(), severity: severity.id() };
    let checked = entry.rule.map(|rule| Checked {
        severities: rule.severities().into_iter().map(step).collect(),
        fixes: rule.fixes.iter().map(|words| words.get(lang)).collect(),
        bad: rule.bad.trim_matches('\n'),
        good: rule.good.trim_matches('\n'),
        beside: beside(rule)
            .into_iter()
            .map(|(what, text, _)| Other {
                document: what.get(lang),
                text: text.trim_matches('\n'),
            })
            .collect(),
    });
    Said {
        id: code.id,
        name: code.name,
        title: code.title.get(lang),
        message: code.message.get(lang),
        arguments: arguments(code, lang),
        why: code.why.get(lang),
        help: code.help.get(lang),
        severity: code.severity.id(),
        pack: code.pack.id(),
        basis: code.basis.id(),
        sources: sources(code.basis).iter().map(source).collect(),
        checked,
    }
}

/// What a finding puts into the sentences of its code, in the order in which they ask for it.
pub(crate) fn arguments(code: &Code, lang: Lang) -> Vec<&'static str> {
    let mut names = Vec::new();
    for words in [code.message, code.help] {
        for name in placeholders(words.get(lang)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}
