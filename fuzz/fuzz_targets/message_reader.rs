//! Any bytes, judged as a message in XML or JSON of a shipped block, and of one that keeps an XML Schema:
//! no panic, and every place is within the text.

#![no_main]

use std::sync::LazyLock;

use gnc::import::xsd::{Request, Unread, import};
use gnc::message::{MAX_FINDINGS, Validator, judge};
use gnc::text::Sources;
use gnc::view::message::build::build;
use gnc::workspace::Workspace;

fn validator(text: &[u8]) -> Validator {
    let mut workspace = Workspace::default();
    let (file, _) = workspace.add("block.yaml", text.to_vec());
    workspace.prepare();
    Validator::new(&build(&workspace.analyse(file).resolved.expect("a block"), false))
}

static VALIDATORS: LazyLock<[Validator; 2]> = LazyLock::new(|| {
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
    [validator(shipped), validator(kept.as_bytes())]
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for validator in &*VALIDATORS {
        let mut sources = Sources::default();
        let (file, judged) = judge(validator, &mut sources, "message", bytes.to_vec());
        let text = sources.text(file);
        for finding in &judged.findings.list {
            let place = finding.span.start as usize..finding.span.end as usize;
            assert!(text.get(place).is_some(), "{:?} is no place of the text", finding.span);
        }
        assert!(judged.findings.list.len() <= 2 * MAX_FINDINGS);
        assert!(judged.message.is_some() || !judged.is_valid());
    }
});
