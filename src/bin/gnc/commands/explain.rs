//! `gnc explain`: one rule, its reason and its examples.

use clap::ArgMatches;
use gnc::check::RULES;
use gnc::diag::{Basis, Code};
use gnc::words::{cli, report as words};

use crate::line::Say;
use crate::{Failure, Outcome};

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let wanted = args.get_one::<String>("rule").map_or("", String::as_str);
    let codes = gnc::codes::all();
    let called = |code: &&&Code| code.id.eq_ignore_ascii_case(wanted) || code.name == wanted;
    let Some(code) = codes.iter().find(called) else {
        let names = codes.iter().flat_map(|code| [code.id, code.name]);
        let mut message = say.with(cli::NO_RULE, &[("name", wanted)]);
        if let Some(word) = gnc::model::closest(wanted, names) {
            message.push_str(": ");
            message.push_str(&say.with(cli::MEANT, &[("word", word)]));
        }
        return Err(Failure::Usage(message));
    };
    print!("{}", page(code, say));
    Ok(Outcome::Clean)
}

fn page(code: &Code, say: Say) -> String {
    let lang = say.lang;
    let basis = match code.basis {
        Basis::Format => words::BASIS_FORMAT.get(lang).to_owned(),
        Basis::House => words::BASIS_HOUSE.get(lang).to_owned(),
        Basis::Sourced(sources) => {
            words::BASIS_SOURCES.with(lang, &[("sources", &sources.join(", "))])
        }
    };
    let mut out = format!("{} {}\n{}\n\n", code.id, code.name, code.title.get(lang));
    let facts = [
        (cli::SEVERITY, code.severity.label().get(lang)),
        (cli::PACK, code.pack.id()),
        (words::BASIS, &basis),
        (cli::MESSAGE, code.message.get(lang)),
        (words::WHY, code.why.get(lang)),
        (words::HELP, code.help.get(lang)),
    ];
    for (label, text) in facts {
        out.push_str(&format!("{}: {text}\n", label.get(lang)));
    }
    if let Some(rule) = RULES.iter().find(|rule| rule.code.id == code.id) {
        for (label, example) in [(cli::BAD, rule.bad), (cli::GOOD, rule.good)] {
            out.push_str(&format!("\n{}:\n", label.get(lang)));
            for line in example.trim_matches('\n').lines() {
                out.push_str(&format!("    {line}\n"));
            }
        }
    }
    out
}
