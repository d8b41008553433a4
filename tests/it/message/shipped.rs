//! The messages of the shipped blocks.

use std::path::Path;
use std::sync::LazyLock;

use gnc::view::message::build::build;
use gnc::view::message::{MessageModel, Requirement};
use gnc::workspace::Workspace;

use super::{artifacts, convert, sample_json, text, validator};

const BLOCKS: [&str; 2] = ["wco.co-push", "adj-bor.co-push"];

pub(super) static MODELS: LazyLock<Vec<MessageModel>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("utility-blocks");
    let mut workspace = Workspace::default();
    let files = BLOCKS.map(|block| {
        let name = format!("{block}.yaml");
        let bytes = std::fs::read(folder.join(&name)).expect("a shipped block");
        workspace.add(&name, bytes).0
    });
    workspace.prepare();
    let model = |file| build(&workspace.analyse(file).resolved.expect("a block"), false);
    files.into_iter().map(model).collect()
});

#[test]
fn every_message_of_the_blocks_has_a_valid_sample_on_both_sides() {
    for model in &*MODELS {
        let all = artifacts(model);
        assert!(model.messages.len() >= 10, "{}: {}", model.block, model.messages.len());
        for (at, message) in model.messages.iter().enumerate() {
            let json = sample_json(&all, &message.id);
            let validator = validator(model, at);
            let wrong: Vec<_> = validator.iter_errors(&json).map(|it| it.to_string()).collect();
            assert!(wrong.is_empty(), "{} {}: {wrong:?}", model.block, message.id);
            let xml = convert::read_xml(text(&all, &format!("samples/{}.xml", message.id)));
            assert_eq!(convert::to_json(model, message, &xml), json, "{}", message.id);
            assert_eq!(convert::to_xml(model, message, &json), xml, "{}", message.id);
        }
    }
}

#[test]
fn a_message_asks_for_what_its_block_asks_for() {
    let [framework, _] = MODELS.as_slice() else { panic!("two blocks") };
    let message = |id: &str| {
        framework.messages.iter().find(|it| it.id == id).unwrap_or_else(|| panic!("no {id}"))
    };
    let certificate = message("certificate");
    let find = |tag: &str| certificate.root.attributes.iter().find(|it| it.xml == tag);
    let number = find("ID").expect("a number");
    assert_eq!(number.presence.requirement, Requirement::Mandatory);
    assert_eq!((number.term.wco_id.as_str(), number.term.format.as_str()), ("D014", "an..70"));
    assert!(find("CancellationDateTime").is_none(), "not communicated in this message");
    let cancellation = message("cancellation");
    assert!(cancellation.root.attributes.iter().any(|it| it.xml == "CancellationDateTime"));
    assert!(cancellation.root.classes.iter().all(|it| it.xml != "GovernmentAgencyGoodsItem"));
    let function = find("FunctionCode").expect("a function");
    let of = framework.data_type(function).expect("a type");
    assert_eq!(of.only.as_ref().map(|it| it.value.as_str()), Some("9"));
    // Conditional elements say when, in both languages.
    let packages = find("TotalPackageQuantity").expect("packages");
    assert_eq!(packages.presence.requirement, Requirement::Conditional);
    assert!(
        !packages.presence.condition.en.is_empty() && !packages.presence.condition.fr.is_empty()
    );
    assert!(packages.presence.expression.contains("Packaging"));
    let exporter = certificate.root.classes.iter().find(|it| it.xml == "Exporter");
    let name = exporter.and_then(|it| it.attributes.first()).expect("the exporter's name");
    assert_eq!(name.term.dictionary_entry, "Exporter. Name. Text");
}

#[test]
fn each_message_is_received_where_the_block_says() {
    for model in &*MODELS {
        let interface = &model.interface;
        assert_eq!(interface.gateways.len(), 2, "{}", model.block);
        for (at, message) in model.messages.iter().enumerate() {
            let operation = interface.operations.iter().find(|it| it.message == at);
            let operation =
                operation.unwrap_or_else(|| panic!("{} is received nowhere", message.id));
            let serves = |gateway: &usize| {
                let gateway = &interface.gateways[*gateway];
                message.receivers.iter().any(|role| gateway.roles.contains(role))
            };
            assert!(operation.gateways.iter().all(serves), "{}", message.id);
        }
    }
}
