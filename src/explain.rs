//! The page of a rule: what it asks, why, on what it rests, how to mend what it finds, examples.

use crate::check::RULES;
use crate::diag::{Basis, Code};
use crate::words::{Lang, cli, report};

/// What the short names of sources mean.
const SOURCES: &str = include_str!("../docs/sources.md");

/// The page of a code, in Markdown.
pub fn page(code: &Code, lang: Lang) -> String {
    let rule = RULES.iter().find(|rule| rule.code.id == code.id);
    let basis = match code.basis {
        Basis::Format => report::BASIS_FORMAT.get(lang).to_owned(),
        Basis::House => report::BASIS_HOUSE.get(lang).to_owned(),
        Basis::Sourced(sources) => {
            report::BASIS_SOURCES.with(lang, &[("sources", &sources.join(", "))])
        }
    };
    let mut facts = vec![
        (cli::NAME, format!("`{}`", code.name)),
        (cli::SEVERITY, code.severity.label().get(lang).to_owned()),
        (cli::PACK, format!("`{}`", code.pack.id())),
    ];
    facts.extend(rule.map(|rule| (cli::FROM, rule.from.label().get(lang).to_owned())));
    facts.extend([
        (report::BASIS, basis),
        (cli::MESSAGE, code.message.get(lang).to_owned()),
        (report::WHY, code.why.get(lang).to_owned()),
        (report::HELP, code.help.get(lang).to_owned()),
    ]);
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
    for (label, example) in rule.iter().flat_map(|it| [(cli::BAD, it.bad), (cli::GOOD, it.good)]) {
        let example = example.trim_matches('\n');
        out += &format!("\n## {}\n\n```yaml\n{example}\n```\n", capital(label.get(lang)));
    }
    out
}

/// What the list of sources says of a mark.
fn meaning(mark: &str) -> Option<&'static str> {
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
