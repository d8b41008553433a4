//! Any bytes, brought in as an XML Schema that imports itself and others of the same bytes: no panic,
//! every place is within its text, and a block that is made can be read.

use gnc::import::xsd::{Request, Unread, import};
use gnc::report::{Format, print};
use gnc::syntax::parse;
use gnc::text::Sources;
use gnc::words::Lang;

/// Reads these bytes, whatever they are.
///
/// # Panics
/// Where the reader does what it must never do.
pub(super) fn read(bytes: &[u8]) {
    // What stands behind a NUL is the file that others are found to be.
    let mut files = bytes.splitn(2, |byte| *byte == 0);
    let first = files.next().unwrap_or_default().to_vec();
    let second = files.next().map(<[u8]>::to_vec);
    let mut read = |path: &str, _: usize| match path {
        "one.xsd" => Ok(first.clone()),
        _ => second.clone().ok_or(Unread::Missing),
    };
    let mut sources = Sources::default();
    let request = Request { folder: "", file: "one.xsd", id: "", levels: 6 };
    let imported = import(request, &mut sources, &mut read);
    for finding in &imported.findings.list {
        let text = sources.text(finding.span.file);
        let place = finding.span.start as usize..finding.span.end as usize;
        assert!(text.get(place).is_some(), "{:?} is no place of the text", finding.span);
    }
    let said = print(Format::Json, &sources, &imported.findings, Lang::Fr, false);
    assert!(said.starts_with('{'));
    let Some(text) = imported.text else {
        assert!(!imported.findings.list.is_empty(), "what is refused says why");
        return;
    };
    let mut sources = Sources::default();
    let file = sources.add("block.yaml", text.as_str());
    let (tree, found) = parse(&sources, file);
    let faults: Vec<_> = found.list.iter().map(|it| it.code.name).collect();
    assert!(tree.complete && faults.is_empty(), "{faults:?}\n{text}");
}
