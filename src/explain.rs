//! The page of a rule: what it asks, why, on what it rests, how to mend what it finds, examples.

use crate::assertion::Written;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Pack};
use crate::rulebook::{Entry, arguments, weights};
use crate::words::{Lang, Words, cli, report, rulebook};

/// What the short names of sources mean.
const SOURCES: &str = include_str!("../docs/sources.md");

/// The page of a code, in Markdown.
pub fn page(entry: &Entry, lang: Lang) -> String {
    let Entry { code, rule } = entry;
    let basis = match code.basis {
        Basis::Format => report::BASIS_FORMAT.get(lang).to_owned(),
        Basis::House if code.pack == Pack::Project => report::BASIS_PROJECT.get(lang).to_owned(),
        Basis::House => report::BASIS_HOUSE.get(lang).to_owned(),
        Basis::Sourced(sources) => {
            report::BASIS_SOURCES.with(lang, &[("sources", &sources.join(", "))])
        }
    };
    let arguments: Vec<_> =
        arguments(code, lang).iter().map(|name| format!("`{{{name}}}`")).collect();
    let mut facts = vec![
        (cli::NAME, format!("`{}`", code.name)),
        (cli::SEVERITY, weights(entry, lang)),
        (cli::PACK, format!("`{}`", code.pack.id())),
        (report::BASIS, basis),
        (cli::MESSAGE, code.message.get(lang).to_owned()),
    ];
    if !arguments.is_empty() {
        facts.push((rulebook::ARGUMENTS, arguments.join(", ")));
    }
    if let Some(Rule { check: Check::Own(assertion, kinds), .. }) = rule {
        facts.extend(asked(&assertion.written, kinds, lang));
    }
    facts.extend([
        (report::WHY, code.why.get(lang).to_owned()),
        (report::HELP, code.help.get(lang).to_owned()),
    ]);
    if let Some(rule) = rule {
        let fixes: Vec<_> = rule.fixes.iter().map(|words| words.get(lang)).collect();
        let none = rulebook::NO_FIX.get(lang).to_owned();
        let fixes = if fixes.is_empty() { none } else { fixes.join("; ") };
        facts.push((rulebook::FIXES, fixes));
    }
    let colon = if lang == Lang::Fr { "\u{a0}:" } else { ":" };
    let mut out = format!("# {}. {}\n\n", code.id, code.title.get(lang));
    for (label, text) in facts {
        out += &format!("- {}{colon} {text}\n", label.get(lang));
    }
    if let Basis::Sourced(sources) = code.basis {
        out += "\n";
        for mark in sources {
            if let Some(meaning) = meaning(mark) {
                out += &format!("{mark}{colon} {meaning}\n\n");
            }
        }
        out.truncate(out.trim_end().len() + 1);
    }
    for (label, other, language) in rule.iter().flat_map(|it| beside(it)) {
        let other = other.trim_matches('\n');
        let label = capital(label.get(lang));
        out += &format!("\n## {label}\n\n```{language}\n{other}\n```\n");
    }
    for (label, example) in rule.iter().flat_map(|it| [(cli::BAD, it.bad), (cli::GOOD, it.good)]) {
        let example = example.trim_matches('\n');
        out += &format!("\n## {}\n\n```yaml\n{example}\n```\n", capital(label.get(lang)));
    }
    out
}

/// What a rule of a project asks.
fn asked(written: &Written, kinds: &[&str], lang: Lang) -> Vec<(Words, String)> {
    let code = |text: &str| format!("`{}`", text.split_whitespace().collect::<Vec<_>>().join(" "));
    let place = match written.place.as_str() {
        "" => rulebook::WHOLE_BLOCK.get(lang).to_owned(),
        place => code(place),
    };
    let mut facts = vec![(rulebook::PLACE, place)];
    facts.extend(written.when.iter().map(|it| (rulebook::WHEN, code(it))));
    facts.push((rulebook::ASSERT, code(&written.assert)));
    if !kinds.is_empty() {
        let kinds: Vec<_> = kinds.iter().map(|it| code(it)).collect();
        facts.push((rulebook::KINDS, kinds.join(", ")));
    }
    facts
}

/// The documents that the examples of a rule are looked at beside: what each is, its text, and the
/// language that it is written in.
pub(crate) fn beside(rule: &Rule) -> Vec<(Words, &'static str, &'static str)> {
    match rule.check {
        Check::Beside(others, _) => {
            others.iter().map(|(role, text)| (role.label(), *text, "yaml")).collect()
        }
        Check::Built(manifest, _) => vec![(cli::MANIFEST, manifest, "json")],
        Check::Block(_)
        | Check::Processes(_)
        | Check::Proofs(_)
        | Check::Expressions(_)
        | Check::Own(..)
        | Check::Resolved => Vec::new(),
    }
}

/// What the list of sources says of a mark.
pub(crate) fn meaning(mark: &str) -> Option<&'static str> {
    let cells = |line: &'static str| {
        let mut cells = line.strip_prefix("| ")?.strip_suffix(" |")?.splitn(2, " | ");
        Some((cells.next()?.trim_matches('`'), cells.next()?))
    };
    SOURCES.lines().filter_map(cells).find(|(name, _)| *name == mark).map(|(_, text)| text)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
