//! Messages read, judged and turned from XML into JSON and back.

use std::sync::LazyLock;

use gnc::message::{Judged, Syntax, Validator, element, judge};
use gnc::render::message::sample::{to_json, to_xml};
use gnc::render::print::json;
use gnc::text::Sources;
use gnc::view::message::MessageModel;
use gnc::words::Lang;
use gnc::workspace::Workspace;
use proptest::prelude::*;

/// A shipped block: its messages, a validator of them, and the samples of each in XML and JSON.
struct Shipped {
    model: MessageModel,
    validator: Validator,
    samples: Vec<(String, String, String)>,
}

fn shipped(id: &str) -> Shipped {
    let mut workspace = Workspace::default();
    let text = |id: &str| {
        let path = format!("{}/utility-blocks/{id}.yaml", env!("CARGO_MANIFEST_DIR"));
        std::fs::read(path).unwrap()
    };
    let (file, base) = workspace.add(&format!("{id}.yaml"), text(id));
    if let Some(base) = base {
        workspace.add("base.yaml", text(base.split_once('@').unwrap().0));
    }
    workspace.prepare();
    let resolved = workspace.analyse(file).resolved.unwrap();
    let model = gnc::view::message::build::build(&resolved, false);
    let validator = Validator::new(&model);
    let samples = model.messages.iter().map(|message| {
        let sample = gnc::view::message::sample::sample(&model, message);
        (message.id.clone(), to_xml(&model, message, &sample), json::print(&to_json(&sample)))
    });
    let samples = samples.collect();
    Shipped { model, validator, samples }
}

static BLOCKS: LazyLock<Vec<Shipped>> =
    LazyLock::new(|| ["wco.co-push", "adj-bor.co-push"].map(shipped).into());

fn judged(block: &Shipped, text: &str) -> (Sources, Judged) {
    let mut sources = Sources::default();
    let (_, judged) = judge(&block.validator, &mut sources, "message", text.as_bytes().to_vec());
    (sources, judged)
}

fn said(judged: &Judged) -> Vec<String> {
    let list = judged.findings.list.iter();
    list.map(|it| format!("{} {}", it.code.id, it.message(Lang::En))).collect()
}

/// The message with its values, in the other syntax.
fn converted(block: &Shipped, judged: &Judged) -> String {
    let message = judged.message.unwrap();
    let items = judged.items.as_ref().unwrap();
    let tree = element(&block.validator, message, items).unwrap();
    match judged.syntax {
        Syntax::Xml => json::print(&to_json(&tree)),
        Syntax::Json => to_xml(&block.model, &block.model.messages[message], &tree),
    }
}

#[test]
fn every_sample_is_valid_in_both_syntaxes_and_becomes_the_other() {
    for block in BLOCKS.iter() {
        for (id, xml, json) in &block.samples {
            for (text, other) in [(xml, json), (json, xml)] {
                let (_, judged) = judged(block, text);
                assert_eq!(said(&judged), Vec::<String>::new(), "{id}");
                assert!(judged.is_valid());
                assert_eq!(block.validator.id(judged.message.unwrap()), id);
                assert_eq!(&converted(block, &judged), other, "{id}");
            }
        }
    }
}

/// One change of the certificate, what is found then, and the text at the place of the finding.
fn faults(syntax: Syntax, changes: &[(&str, &str, &str, &str)]) {
    let block = &BLOCKS[0];
    let (_, xml, json) = block.samples.iter().find(|it| it.0 == "certificate").unwrap();
    let text = if syntax == Syntax::Xml { xml } else { json };
    for (from, to, code, place) in changes {
        assert!(text.contains(from), "the sample has {from}");
        let changed = text.replacen(from, to, 1);
        let (sources, judged) = judged(block, &changed);
        let said = said(&judged);
        assert!(said.iter().any(|it| it.starts_with(code)), "{from} → {to}: {said:?}");
        assert_eq!(judged.is_valid(), *code == "MSG-14");
        let found = judged.findings.list.iter().find(|it| it.code.id == *code).unwrap();
        let at = sources.text(found.span.file).get(found.span.start as usize..).unwrap();
        assert!(at.starts_with(place), "{code} stands at {:?}", at.get(..40));
        for lang in Lang::ALL {
            let whole = format!("{} {}", found.message(lang), found.help(lang));
            assert!(!whole.contains('{') || whole.contains("{urn"), "{whole}");
        }
    }
}

#[test]
fn what_is_wrong_in_xml_is_found_at_its_place() {
    faults(
        Syntax::Xml,
        &[
            ("<FunctionCode>", "<FunctionCod>", "MSG-01", ""),
            ("<FunctionCode>9</FunctionCode>", "", "MSG-06", "<Certificate"),
            ("<FunctionCode>9</FunctionCode>", "<FunctionCode>1</FunctionCode>", "MSG-09", "1<"),
            (
                "<FunctionCode>9</FunctionCode>",
                "<Strange>9</Strange><FunctionCode>9</FunctionCode>",
                "MSG-04",
                "<Strange>",
            ),
            (
                "<FunctionCode>9</FunctionCode>",
                "<FunctionCode>9</FunctionCode><FunctionCode>9</FunctionCode>",
                "MSG-07",
                "<FunctionCode>9</FunctionCode>\n",
            ),
            ("<TypeCode>", "<ID>second</ID><TypeCode>", "MSG-05", "<ID>second"),
            ("formatCode=\"304\"", "", "MSG-11", "<ds:DateTimeString"),
            ("formatCode=\"304\"", "formatCode=\"999\"", "MSG-12", "<ds:DateTimeString"),
            ("<FunctionCode>9", "<FunctionCode x=\"1\">9", "MSG-08", "<FunctionCode x"),
            ("<FunctionCode>9", "loose<FunctionCode>9", "MSG-08", "loose"),
            (
                "<FunctionCode>9</FunctionCode>",
                "<FunctionCode><b/>9</FunctionCode>",
                "MSG-08",
                "<b/>",
            ),
            (
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                "<!DOCTYPE MetaData [<!ENTITY a \"b\">]>",
                "MSG-02",
                "<!DOCTYPE",
            ),
            ("<FunctionCode>9", "<FunctionCode>&other;9", "MSG-02", "&other;"),
            ("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"", "MSG-02", "<?xml"),
            ("</MetaData>", "", "MSG-01", ""),
            ("</MetaData>", "</MetaData><More/>", "MSG-01", "<More/>"),
            (
                "<WCOTypeName>CertificateOfOrigin<",
                "<WCOTypeName>Duplicate<",
                "MSG-14",
                "Duplicate<",
            ),
            ("DocumentMetaData:1", "DocumentMetaData:2", "MSG-03", "<MetaData"),
        ],
    );
}

#[test]
fn what_is_wrong_in_json_is_found_at_its_place() {
    faults(
        Syntax::Json,
        &[
            ("\"functionCode\": \"9\"", "\"functionCode\": 9", "MSG-08", "9"),
            ("\"functionCode\": \"9\"", "\"functionCode\": \"1\"", "MSG-09", "\"1\""),
            ("\"functionCode\": \"9\"", "\"functionCodes\": \"9\"", "MSG-04", "\"functionCodes\""),
            ("\"functionCode\": \"9\",", "", "MSG-06", "{"),
            (
                "\"functionCode\": \"9\",",
                "\"functionCode\": \"9\", \"functionCode\": \"9\",",
                "MSG-02",
                "\"functionCode\": \"9\",\n",
            ),
            ("\"formatCode\": \"304\"", "\"formatCode\": \"999\"", "MSG-12", "\"999\""),
            ("\"functionCode\": \"9\",", "\"functionCode\": \"9\" ", "MSG-01", ""),
            ("\"functionCode\": \"9\"", "\"functionCode\": \"\\x\"", "MSG-01", ""),
            (
                "\"wcoTypeName\": \"CertificateOfOrigin\"",
                "\"wcoTypeName\": \"Unknown\"",
                "MSG-03",
                "{",
            ),
        ],
    );
}

#[test]
fn what_is_no_message_at_all_is_refused_in_words() {
    let block = &BLOCKS[0];
    let deep = "[".repeat(100_000);
    let nested = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
    for text in
        ["", " ", "null", "42", "[]", "{}", "<a/>", "<", "{\"a\"", &deep, &nested, "\u{feff}{}"]
    {
        let (_, judged) = judged(block, text);
        assert!(!judged.is_valid() && !judged.findings.list.is_empty(), "{text:.20}");
    }
    let mut sources = Sources::default();
    let (_, judged) = judge(&block.validator, &mut sources, "message", vec![b'{', 0xff, b'}']);
    let said = said(&judged).remove(0);
    assert!(said.contains("not UTF-8") && said.contains("first at byte 2"), "{said}");
}

#[test]
fn a_message_with_very_many_faults_is_not_read_to_its_end() {
    let block = &BLOCKS[0];
    let (_, xml, _) = &block.samples[0];
    let changed =
        xml.replacen("<FunctionCode>", &("<Strange/>".repeat(5000) + "<FunctionCode>"), 1);
    let (_, judged) = judged(block, &changed);
    assert!(judged.findings.list.len() <= gnc::message::MAX_FINDINGS + 1);
    assert!(said(&judged).last().unwrap().starts_with("MSG-"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is done to a sample, it is judged without panic, and what is still valid still becomes
    /// the same message in the other syntax and back.
    #[test]
    fn damaged_messages_are_judged_soundly(
        block in 0..2_usize, sample in 0..12_usize, json: bool,
        cuts in prop::collection::vec((0..10_000_usize, 0..6_usize, "[ -~<>&{}\"]{0,6}"), 1..4),
    ) {
        let block = &BLOCKS[block];
        let (_, xml, text) = &block.samples[sample];
        let mut text = if json { text.clone() } else { xml.clone() };
        for (place, length, by) in cuts {
            let at = place * text.len() / 10_000;
            let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
            let end = (at + length).min(text.len());
            let end = (end..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap();
            text.replace_range(at..end, &by);
        }
        let (sources, judged) = judged(block, &text);
        for finding in &judged.findings.list {
            let shown = sources.text(finding.span.file);
            let place = finding.span.start as usize..finding.span.end as usize;
            prop_assert!(shown.get(place).is_some(), "a place within the text");
        }
        if judged.is_valid() && judged.findings.list.is_empty() {
            let other = converted(block, &judged);
            let (_, again) = self::judged(block, &other);
            prop_assert_eq!(said(&again), Vec::<String>::new());
        }
    }
}
