//! `gnc catalogue map`: how the certificates of others fit a maximum dataset, or a block.

use std::path::Path;

use clap::ArgMatches;
use gnc::catalogue::{Entry, Kind};
use gnc::diag::Severity;
use gnc::report;
use gnc::report::mapping::{Form, print};
use gnc::resolve::Fit;
use gnc::words::{cli, mapping as words};

use crate::line::Say;
use crate::{Failure, Outcome, commands};

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let path = args.get_one::<String>("block").map(Path::new);
    let project = commands::project(path.unwrap_or_else(|| Path::new(".")), say)?;
    let mut workspace = commands::workspace(args, &project, say)?;
    let colour = commands::colour(args);
    let block = match path {
        None => None,
        Some(path) => match commands::resolved(&mut workspace, &project, path, say)? {
            Ok(block) => Some(block),
            Err(findings) => {
                let text = report::human(&workspace.sources, &findings, say.lang, colour);
                crate::print(&text, say)?;
                return Ok(Outcome::Findings);
            }
        },
    };
    let found = &workspace.data_findings;
    if !found.list.is_empty() {
        commands::to_stderr(&report::human(&workspace.sources, found, say.lang, colour));
    }
    let catalogue = &*workspace.catalogue;
    let known: Vec<&Entry> =
        catalogue.entries().iter().filter(|it| it.kind == Kind::Mapping).collect();
    let mut chosen = Vec::new();
    for name in args.get_many::<String>("structures").into_iter().flatten() {
        let Some(entry) = catalogue.entry(Kind::Mapping, name) else {
            let all: Vec<&str> = known.iter().map(|it| it.id.as_str()).collect();
            let args = [("id", name.as_str()), ("known", &*all.join(", "))];
            let mut message = say.with(words::UNKNOWN, &args);
            if let Some(word) = catalogue.suggest(Kind::Mapping, name) {
                message.push_str(&format!(". {}", say.with(cli::MEANT, &[("word", &word)])));
            }
            return Err(Failure::Usage(message));
        };
        chosen.push(entry);
    }
    let whole = !chosen.is_empty();
    let listed = if whole { chosen } else { known };
    // A block is compared with what its own dataset is mapped to.
    let dataset = if let Some(block) = &block {
        let maximum = block.data_cluster().and_then(|it| it.maximum.as_ref());
        let Some(maximum) = maximum.filter(|_| block.maximum().is_some()) else {
            let args = [("id", block.id())];
            return Err(Failure::Usage(say.with(words::NO_DATASET, &args)));
        };
        maximum.value.to_string()
    } else {
        let first = listed.iter().find_map(|it| it.as_mapping()?.fields.first());
        first.map(|it| it.dataset.clone()).unwrap_or_default()
    };
    let fits: Vec<Fit> = catalogue.dataset(&dataset).map_or_else(Vec::new, |rows| {
        let fit = |it: &&Entry| Fit::of(it, &dataset, rows, block.as_ref());
        listed.iter().filter_map(fit).collect()
    });
    if fits.is_empty() {
        return Err(Failure::Usage(say.with(words::NOT_MAPPED, &[("dataset", &dataset)])));
    }
    let form = args.get_one::<String>("format").and_then(|id| Form::from_id(id));
    let form = form.unwrap_or(Form::Text);
    crate::print(&print(&fits, form, whole, say.lang, colour), say)?;
    let faulty = found.count(Severity::Error) > 0;
    Ok(if faulty { Outcome::Findings } else { Outcome::Clean })
}
