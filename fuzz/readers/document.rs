//! Any bytes, read in XML or JSON as a document beside the messages and compared with what the block says of
//! it: no panic, a sentence for each fault, and what was read can be written and read again.

use std::sync::LazyLock;

use gnc::exchange::document;
use gnc::message::Syntax;
use gnc::view::message::MessageModel;
use gnc::view::message::build::build;
use gnc::words::Lang;
use gnc::workspace::Workspace;

static MODEL: LazyLock<MessageModel> = LazyLock::new(|| {
    let mut workspace = Workspace::default();
    let shipped = include_bytes!("../../utility-blocks/wco.export-data.yaml");
    let (file, _) = workspace.add("block.yaml", shipped.to_vec());
    workspace.prepare();
    build(&workspace.analyse(file).resolved.expect("a block"), false)
});

/// Reads these bytes, whatever they are.
///
/// # Panics
/// Where the reader does what it must never do.
pub(super) fn read(bytes: &[u8]) {
    for matching in &MODEL.matchings {
        let entry = &matching.document;
        let (found, _) = match document::read(entry, bytes.to_vec()) {
            Ok(found) => found,
            Err(wrong) => {
                assert!(Lang::ALL.iter().all(|it| !wrong.message(*it).is_empty()));
                continue;
            }
        };
        let wrong = document::check(entry, &found, false);
        for it in &wrong {
            assert!(Lang::ALL.iter().all(|lang| !it.message(*lang).is_empty()));
        }
        for syntax in [Syntax::Json, Syntax::Xml] {
            let text = document::write(entry, &found, syntax, Lang::Fr);
            if wrong.is_empty() {
                let again = document::read(entry, text.clone().into_bytes());
                let again = again.unwrap_or_else(|it| panic!("{}\n{text}", it.message(Lang::En)));
                assert!(document::check(entry, &again.0, false).is_empty(), "{text}");
            }
        }
    }
}
