//! Any bytes, judged as a message in XML or JSON of a shipped block, and of one that keeps an XML Schema:
//! no panic, every place is within the text, and what conforms still does in the other form.

use std::sync::LazyLock;

use gnc::import::xsd::{Request, Unread, import};
use gnc::message::{MAX_FINDINGS, Syntax, Validator, element, judge};
use gnc::render::message::sample::{to_json, to_xml};
use gnc::text::Sources;
use gnc::view::message::MessageModel;
use gnc::view::message::build::build;
use gnc::workspace::Workspace;

fn model(text: &[u8]) -> (MessageModel, Validator) {
    let mut workspace = Workspace::default();
    let (file, _) = workspace.add("block.yaml", text.to_vec());
    workspace.prepare();
    let model = build(&workspace.analyse(file).resolved.expect("a block"), false);
    let validator = Validator::new(&model);
    (model, validator)
}

static MODELS: LazyLock<[(MessageModel, Validator); 2]> = LazyLock::new(|| {
    let files = [
        ("entry.xsd", include_str!("../../tests/it/import_xsd/family/entry.xsd")),
        ("wrapper.xsd", include_str!("../../tests/it/import_xsd/family/wrapper.xsd")),
        ("crossing.xsd", include_str!("../../tests/it/import_xsd/family/crossing.xsd")),
        ("types.xsd", include_str!("../../tests/it/import_xsd/family/types.xsd")),
        ("notice.xsd", include_str!("../../tests/it/import_xsd/family/notice.xsd")),
    ];
    let mut read = |path: &str, _: usize| {
        let found = files.iter().find(|it| it.0 == path);
        found.map(|it| it.1.as_bytes().to_vec()).ok_or(Unread::Missing)
    };
    let request = Request { folder: "", file: "entry.xsd", id: "", levels: 32 };
    let kept = import(request, &mut Sources::default(), &mut read).text.expect("a block");
    let shipped = include_bytes!("../../utility-blocks/wco.co-push.yaml");
    [model(shipped), model(kept.as_bytes())]
});

/// Reads these bytes, whatever they are.
///
/// # Panics
/// Where the reader does what it must never do.
pub(super) fn read(bytes: &[u8]) {
    for (model, validator) in &*MODELS {
        let mut sources = Sources::default();
        let (file, judged) = judge(validator, &mut sources, "message", bytes.to_vec());
        let text = sources.text(file);
        for finding in &judged.findings.list {
            let place = finding.span.start as usize..finding.span.end as usize;
            assert!(text.get(place).is_some(), "{:?} is no place of the text", finding.span);
        }
        assert!(judged.findings.list.len() <= 2 * MAX_FINDINGS);
        assert!(judged.message.is_some() || !judged.is_valid());
        // A message whose wrapper names another one is accepted in XML alone, and not converted.
        let of_another = judged.findings.list.iter().any(|it| it.code.id == "MSG-14");
        let (Some(at), Some(items), true, false) =
            (judged.message, &judged.items, judged.conforms(), of_another)
        else {
            continue;
        };
        let Some(tree) = element(validator, at, items).filter(|_| model.given.is_none()) else {
            continue;
        };
        let other = match judged.syntax {
            Syntax::Xml => to_json(&tree).to_string(),
            Syntax::Json => to_xml(model, &model.messages[at], &tree),
        };
        let mut sources = Sources::default();
        let (_, again) = judge(validator, &mut sources, "other", other.clone().into_bytes());
        assert!(again.conforms() && again.message == Some(at), "{other}");
    }
}
