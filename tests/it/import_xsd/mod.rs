//! XML Schemas brought in: what becomes of their constructs, what is said of those that do not fit, what
//! messages are judged to be, and what is written anew.

mod carried;
mod fixture;
mod hostile;
mod real;

use std::collections::BTreeMap;

use gnc::import::xsd::{Imported, MAX_LEVELS, Request, Unread, import};
use gnc::message::{Validator, judge};
use gnc::text::Sources;
use gnc::view::message::MessageModel;
use gnc::view::message::build::build;
use gnc::workspace::Workspace;

/// Brings in `file` of these files.
fn bring(files: &BTreeMap<String, Vec<u8>>, file: &str) -> (Imported, Sources) {
    let mut sources = Sources::default();
    let request = Request { folder: "", file, id: "", levels: MAX_LEVELS };
    let mut read = |path: &str, _: usize| files.get(path).cloned().ok_or(Unread::Missing);
    let imported = import(request, &mut sources, &mut read);
    (imported, sources)
}

/// One file and nothing beside it.
fn bring_one(text: &str) -> (Imported, Sources) {
    bring(&BTreeMap::from([("one.xsd".to_owned(), text.as_bytes().to_vec())]), "one.xsd")
}

/// The messages of a block that was brought in.
fn model(text: &str) -> MessageModel {
    let mut workspace = Workspace::default();
    let (file, _) = workspace.add("imported.yaml", text.as_bytes().to_vec());
    workspace.prepare();
    let analysis = workspace.analyse(file);
    let wrong: Vec<String> = analysis
        .findings
        .list
        .iter()
        .filter(|it| it.code.id.starts_with("FMT") || it.code.id.starts_with("RES"))
        .map(|it| format!("{} {:?}", it.code.name, it.args))
        .collect();
    assert!(analysis.complete, "{wrong:?}\n{text}");
    build(&analysis.resolved.expect("a block"), false)
}

/// Whether the validator finds a message valid, and what it says.
fn verdict(validator: &Validator, message: &[u8]) -> (bool, Vec<&'static str>) {
    let mut sources = Sources::default();
    let (_, judged) = judge(validator, &mut sources, "message.xml", message.to_vec());
    (judged.is_valid(), judged.findings.list.iter().map(|it| it.code.name).collect())
}

/// The names of what was found, in order.
fn said(imported: &Imported) -> Vec<&'static str> {
    imported.findings.list.iter().map(|it| it.code.name).collect()
}
