//! `gnc stub`: a program in which the messages of a block are types, with a client and the skeleton of
//! a server.

use std::path::PathBuf;
use std::sync::Arc;

use clap::ArgMatches;
use gnc::render::stub::{Language, unagreed, write};
use gnc::view::stub::StubModel;
use gnc::words::{count, stub as w};

use crate::commands::message::{kept_schema, model};
use crate::line::Say;
use crate::{Failure, Outcome, disk};

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let text = |name| args.get_one::<String>(name).map_or("", String::as_str);
    let Some(language) = Language::from_id(text("lang")) else { return Ok(Outcome::Clean) };
    let Some(model) = model(args, say)? else { return Ok(Outcome::Findings) };
    if model.given.is_some() {
        return kept_schema(say);
    }
    let stub = StubModel::new(Arc::new(model));
    let most = language.most_fields().unwrap_or(usize::MAX);
    if let Some(class) = stub.classes.iter().find(|it| it.fields.len() > most) {
        let (n, most) = (class.fields.len().to_string(), most.to_string());
        let args = [("class", class.name.as_str()), ("n", &n), ("most", &most)];
        return Err(Failure::Usage(say.with(w::TOO_WIDE, &args)));
    }
    let artifacts = write(&stub, language);
    let out = PathBuf::from(text("out"));
    disk::write(&out, &artifacts, &[], say)?;
    let files = count(say.lang, artifacts.len(), w::FILE, w::FILES);
    let (block, version) = (stub.model.block.as_str(), stub.model.version.as_str());
    let shown = disk::shown(&out);
    let args = [("files", files.as_str()), ("block", block), ("version", version), ("out", &shown)];
    let mut said = say.with(w::WRITTEN, &args);
    let open = unagreed(&stub, say.lang);
    if !open.is_empty() {
        said.push('\n');
        said.push_str(&say.with(w::UNAGREED, &[("names", &open.join(", "))]));
    }
    crate::print(&format!("{said}\n"), say)?;
    Ok(Outcome::Clean)
}
