//! `gnc translations`: record from which words each translation was made.

use std::path::Path;

use clap::ArgMatches;
use gnc::diag::Severity;
use gnc::mending::changed;
use gnc::model::translation::records;
use gnc::report::{self, Format};
use gnc::syntax::{decode, parse};
use gnc::text::Sources;
use gnc::words::cli;

use crate::line::Say;
use crate::{Failure, Outcome, commands, disk};

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let path = args.get_one::<String>("block").map_or(Path::new(""), |it| Path::new(it));
    let accepted: Vec<&String> = args.get_many("accept").into_iter().flatten().collect();
    let (all, diff) = (args.get_flag("all"), args.get_flag("diff"));
    let mut sources = Sources::default();
    let files = disk::block_files(path, say)?;
    let [path] = files.as_slice() else {
        return Err(Failure::Usage(say.with(cli::ONE_OF, &[("path", &disk::shown(path))])));
    };
    let text = decode(disk::read(path, say)?)
        .map_err(|_| Failure::Io(cli::NOT_TEXT.get(say.lang).to_owned()))?;
    let file = sources.add(disk::shown(path), text);
    let (tree, findings) = parse(&sources, file);
    let Some(root) = tree.root.as_ref().filter(|_| findings.worst() != Some(Severity::Error))
    else {
        let colour = commands::colour(args);
        crate::print(&report::print(Format::Human, &sources, &findings, say.lang, colour), say)?;
        return Ok(Outcome::Findings);
    };
    let looked_at = |place: &str| all || accepted.iter().any(|it| place.starts_with(it.as_str()));
    let (mends, count) = records(root, &looked_at);
    let Some(after) = changed(&sources, file, &tree, &mends) else {
        return Err(Failure::Io(say.with(cli::NOT_LAID_OUT, &[("path", sources.name(file))])));
    };
    let (name, before) = (sources.name(file), sources.text(file));
    if diff {
        if before != after {
            crate::print(&commands::unified_diff(name, before, &after), say)?;
        }
        return Ok(Outcome::Clean);
    }
    if before != after {
        disk::replace(path, &after, say)?;
    }
    let said = say.with(cli::TRANSLATIONS_RECORDED, &[("path", name), ("n", &count.to_string())]);
    crate::print(&format!("{said}\n"), say)?;
    Ok(Outcome::Clean)
}
