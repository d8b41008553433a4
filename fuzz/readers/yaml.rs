//! Any bytes, read as a block file and reported: no panic, and every place is within the text.

use gnc::report::{Format, print};
use gnc::syntax::{Node, Value, decode, parse};
use gnc::text::{Sources, Span};
use gnc::words::Lang;

/// Reads these bytes, whatever they are.
///
/// # Panics
/// Where the reader does what it must never do.
pub(super) fn read(bytes: &[u8]) {
    let mut sources = Sources::default();
    let text = match decode(bytes.to_vec()) {
        Ok(text) => text,
        Err(error) => {
            let file = sources.add("block.yaml", "");
            assert!(!error.finding(file).message(Lang::En).is_empty());
            return;
        }
    };
    let file = sources.add("block.yaml", text.as_str());
    let (tree, findings) = parse(&sources, file);
    let sound = |span: Span| {
        let place = span.start as usize..span.end as usize;
        assert!(text.get(place).is_some(), "{span:?} is no place of the text");
    };
    for finding in &findings.list {
        sound(finding.span);
        finding.notes.iter().for_each(|note| sound(note.span));
        finding.fix.iter().flat_map(|fix| &fix.edits).for_each(|edit| sound(edit.span));
    }
    let mut open: Vec<&Node> = tree.root.iter().collect();
    while let Some(node) = open.pop() {
        sound(node.span);
        match &node.value {
            Value::List(items) => open.extend(items),
            Value::Map(entries) => {
                for entry in entries {
                    sound(entry.key.span);
                    open.push(&entry.value);
                }
            }
            Value::Null | Value::Scalar(_) => {}
        }
    }
    assert!(tree.complete || !findings.list.is_empty(), "a tree that broke off says why");
    for format in Format::ALL {
        let said = print(format, &sources, &findings, Lang::Fr, false);
        if format == Format::Json {
            assert!(said.starts_with('{'));
        }
    }
}
