//! Hostile schemas and messages: refused, within bounds of time and memory.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use gnc::message::Validator;

use super::fixture::{ENTRY, crossing, family};
use super::{bring, bring_one, model, said, verdict};
use crate::fuzzed::mutated;

const HEAD: &str = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:x" targetNamespace="urn:x" elementFormDefault="qualified">"#;
/// Longer than anything here may take, in a debug build on a busy machine.
const LONG: Duration = Duration::from_mins(1);

/// Whether a schema is refused, and says why.
#[track_caller]
fn refused(text: &str, name: &str) {
    let start = Instant::now();
    let (imported, _) = bring_one(text);
    assert!(imported.text.is_none(), "{text:.200}");
    assert!(said(&imported).contains(&name), "{:?}", said(&imported));
    assert!(start.elapsed() < LONG);
}

#[test]
fn schemas_with_document_types_entities_and_other_encodings_are_refused() {
    let bomb = "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    refused(&format!("{bomb}{HEAD}</xs:schema>"), "schema-not-read");
    refused(
        &format!("<!DOCTYPE schema SYSTEM \"file:///etc/passwd\">{HEAD}</xs:schema>"),
        "schema-not-read",
    );
    refused(&format!("{HEAD}<xs:element name=\"&lol;\"/></xs:schema>"), "schema-not-read");
    refused(&format!("{HEAD}&lol;</xs:schema>"), "schema-not-read");
    refused(
        &format!("<?xml version=\"1.0\" encoding=\"UTF-16\"?>{HEAD}</xs:schema>"),
        "schema-not-read",
    );
    refused(&format!("{HEAD}<xs:element></xs:schema>"), "schema-not-read");
    refused(&format!("{HEAD}</xs:schema>{HEAD}</xs:schema>"), "schema-not-read");
    refused(&format!("{HEAD}<!-- a -- b --></xs:schema>"), "schema-not-read");
    refused("", "schema-not-read");
    refused("<html/>", "schema-not-read");
    refused(&format!("{HEAD}</xs:schema>"), "schema-without-message");
    for bytes in [&b"\xff\xfe<\0"[..], b"\x80", b"<a>\xc3\x28</a>"] {
        let files = BTreeMap::from([("one.xsd".to_owned(), bytes.to_vec())]);
        assert_eq!(said(&bring(&files, "one.xsd").0), ["schema-not-read"]);
    }
}

#[test]
fn deep_nesting_is_refused() {
    let deep = "<xs:sequence>".repeat(100_000);
    refused(&format!("{HEAD}{deep}"), "schema-not-read");
    // Deep, but not too deep to be read, as text of any kind.
    let groups = (1..90).map(|n| {
        format!("<xs:group name=\"G{n}\"><xs:sequence><xs:group ref=\"G{}\"/><xs:group ref=\"G{}\"/></xs:sequence></xs:group>", n + 1, n + 1)
    });
    let groups: String = groups.collect();
    let text = format!(
        "{HEAD}{groups}<xs:element name=\"D\"><xs:complexType><xs:group ref=\"G1\"/></xs:complexType></xs:element></xs:schema>"
    );
    refused(&text, "schema-without-message");
}

#[test]
fn what_multiplies_is_bounded() {
    // Each class holds two of the next: 2 to the power of 31 elements.
    let classes = (1..40).map(|n| {
        format!("<xs:complexType name=\"C{n}\"><xs:sequence><xs:element name=\"A\" type=\"C{}\"/><xs:element name=\"B\" type=\"C{}\"/></xs:sequence></xs:complexType>", n + 1, n + 1)
    });
    let classes: String = classes.collect();
    let full = format!(
        "{HEAD}{classes}<xs:complexType name=\"C40\"><xs:sequence><xs:element name=\"T\" type=\"xs:token\"/></xs:sequence></xs:complexType><xs:element name=\"D\" type=\"C1\"/></xs:schema>"
    );
    refused(&full, "too-many-elements");
    // The same with nothing at the end: no row is ever made.
    let empty = format!(
        "{HEAD}{classes}<xs:complexType name=\"C40\"/><xs:element name=\"D\" type=\"C1\"/></xs:schema>"
    );
    refused(&empty, "too-many-elements");
    let attributes = (1..40).map(|n| {
        format!("<xs:attributeGroup name=\"G{n}\"><xs:attributeGroup ref=\"G{}\"/><xs:attributeGroup ref=\"G{}\"/></xs:attributeGroup>", n + 1, n + 1)
    });
    let attributes: String = attributes.collect();
    let start = Instant::now();
    let text = format!(
        "{HEAD}{attributes}<xs:element name=\"D\"><xs:complexType><xs:sequence><xs:element name=\"T\"><xs:complexType><xs:simpleContent><xs:extension base=\"xs:token\"><xs:attributeGroup ref=\"G1\"/></xs:extension></xs:simpleContent></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element></xs:schema>"
    );
    assert!(bring_one(&text).0.text.is_some());
    assert!(start.elapsed() < LONG);
}

#[test]
fn circles_end() {
    let circles = [
        "<xs:simpleType name=\"S\"><xs:restriction base=\"S\"/></xs:simpleType><xs:element name=\"D\"><xs:complexType><xs:sequence><xs:element name=\"T\" type=\"S\"/></xs:sequence></xs:complexType></xs:element>",
        "<xs:complexType name=\"H\"><xs:sequence><xs:element name=\"XString\" type=\"H\"/></xs:sequence></xs:complexType><xs:element name=\"D\" type=\"H\"/>",
        "<xs:complexType name=\"E\"><xs:complexContent><xs:extension base=\"E\"/></xs:complexContent></xs:complexType><xs:element name=\"D\" type=\"E\"/>",
        "<xs:group name=\"G\"><xs:sequence><xs:group ref=\"G\"/></xs:sequence></xs:group><xs:element name=\"D\"><xs:complexType><xs:group ref=\"G\"/></xs:complexType></xs:element>",
        "<xs:element name=\"D\"><xs:complexType><xs:sequence><xs:element ref=\"D\"/></xs:sequence></xs:complexType></xs:element>",
        "<xs:attributeGroup name=\"A\"><xs:attributeGroup ref=\"A\"/></xs:attributeGroup><xs:element name=\"D\"><xs:complexType><xs:sequence><xs:element name=\"T\"><xs:complexType><xs:simpleContent><xs:extension base=\"xs:token\"><xs:attributeGroup ref=\"A\"/></xs:extension></xs:simpleContent></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>",
    ];
    for parts in circles {
        let (imported, _) = bring_one(&format!("{HEAD}{parts}</xs:schema>"));
        assert!(!imported.findings.list.is_empty(), "{parts}");
    }
    // Files that import each other, and one that includes itself.
    let mut files = family();
    let own =
        ENTRY.replace("</xs:schema>", "<xs:include schemaLocation=\"entry.xsd\"/></xs:schema>");
    files.insert("entry.xsd".to_owned(), own.into_bytes());
    let back = super::fixture::TYPES.replacen(
        "<xs:complexType",
        "<xs:import namespace=\"urn:test:notice\" schemaLocation=\"notice.xsd\"/><xs:complexType",
        1,
    );
    files.insert("types.xsd".to_owned(), back.into_bytes());
    assert!(bring(&files, "entry.xsd").0.text.is_some());
}

#[test]
fn nothing_outside_the_folder_is_asked_for() {
    for location in [
        "../other.xsd",
        "a/../../../other.xsd",
        "/etc/passwd",
        "file:///etc/passwd",
        "http://example.org/a.xsd",
        "C:\\a.xsd",
        "..\\a.xsd",
    ] {
        let text = format!(
            "{HEAD}<xs:import namespace=\"urn:y\" schemaLocation=\"{location}\"/></xs:schema>"
        );
        let mut asked = Vec::new();
        let mut sources = gnc::text::Sources::default();
        let request =
            gnc::import::xsd::Request { folder: "", file: "in/one.xsd", id: "", levels: 9 };
        let mut read = |path: &str, _: usize| {
            asked.push(path.to_owned());
            match path {
                "in/one.xsd" => Ok(text.clone().into_bytes()),
                _ => Err(gnc::import::xsd::Unread::Missing),
            }
        };
        let imported = gnc::import::xsd::import(request, &mut sources, &mut read);
        let inside = location == "../other.xsd";
        let name = if inside { "imported-schema-not-found" } else { "schema-outside-the-folder" };
        assert!(said(&imported).contains(&name), "{location}: {:?}", said(&imported));
        let expected: &[&str] = if inside { &["in/one.xsd", "other.xsd"] } else { &["in/one.xsd"] };
        assert_eq!(asked, expected, "{location}");
    }
}

#[test]
fn texts_of_a_schema_stay_texts() {
    let name = "x: {y: [*a, &amp;b]} # no\n- \"'`!!python &lt;b&gt;";
    let text = format!(
        "{HEAD}<xs:element name=\"D\"><xs:annotation><xs:documentation><WCOName>{name}</WCOName><WCOID>{{{{x}}}}</WCOID><WCODescription>%TAG ! &#x2028; {{% raw %}}</WCODescription></xs:documentation></xs:annotation><xs:complexType><xs:sequence><xs:element name=\"T\"><xs:simpleType><xs:restriction base=\"xs:string\"><xs:enumeration value=\"*: &amp;a\"/><xs:enumeration value=\"no\"/></xs:restriction></xs:simpleType></xs:element></xs:sequence></xs:complexType></xs:element></xs:schema>"
    );
    let (imported, _) = bring_one(&text);
    let model = model(&imported.text.expect("a block"));
    assert_eq!(model.messages[0].root.term.label.en, "x: {y: [*a, &b]} # no - \"'`!!python <b>");
    assert_eq!(model.messages[0].root.term.wco_id, "");
    let codes: Vec<&str> = model.code_lists[0].codes.iter().map(|it| it.value.as_str()).collect();
    assert_eq!(codes, ["*: &a", "no"]);
}

#[test]
fn hostile_messages_are_refused() {
    let (imported, _) = bring(&family(), "entry.xsd");
    let validator = Validator::new(&model(&imported.text.expect("a block")));
    let fine = crossing("");
    assert!(verdict(&validator, fine.as_bytes()).0);
    let bomb = format!(
        "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>{}",
        fine.replace("KE 1", "&b;")
    );
    let utf16: Vec<u8> =
        format!("\u{feff}{fine}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: Vec<(Vec<u8>, &str)> = vec![
        (bomb.into_bytes(), "message-refused"),
        (
            format!("<!DOCTYPE MetaData SYSTEM \"file:///etc/passwd\">{fine}").into_bytes(),
            "message-refused",
        ),
        (fine.replace("KE 1", "&xxe;").into_bytes(), "message-refused"),
        (
            format!("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>{fine}").into_bytes(),
            "message-refused",
        ),
        (utf16, "message-refused"),
        (
            fine.replace("KE 1", "\u{e9}")
                .into_bytes()
                .iter()
                .map(|b| if *b == 0xc3 { 0xe9 } else { *b })
                .collect(),
            "message-refused",
        ),
        (crossing(&"<c:Seal>".repeat(200_000)).into_bytes(), "message-refused"),
        (crossing(&"<c:X>".repeat(200_000)).into_bytes(), "message-refused"),
        (fine.replace("KE 1", &"9".repeat(20_000_000)).into_bytes(), "value-not-of-the-format"),
        (crossing(&"<c:Nothing/>".repeat(500_000)).into_bytes(), "too-much-wrong"),
        (format!("{fine}<!-- a -- b -->").into_bytes(), "message-unreadable"),
        (b"{\"metaData\": {}}".to_vec(), "message-refused"),
        (fine.replace("KE 1", "K\u{1}").into_bytes(), "message-unreadable"),
        (fine.replace("KE 1", "K\0").into_bytes(), "message-unreadable"),
        (fine.replace("KE 1", "K\u{fffe}").into_bytes(), "message-unreadable"),
        (fine.replace("KE 1", "K&#1;").into_bytes(), "message-unreadable"),
        (fine.replace("KE 1", "K&#xFFFF;").into_bytes(), "message-unreadable"),
        (fine.replace("schemeID=\"a\"", "schemeID=\"&#2;\"").into_bytes(), "message-unreadable"),
        (fine.replace("schemeID=\"a\"", "schemeID=\"<\"").into_bytes(), "message-unreadable"),
        (
            fine.replace("schemeID=\"a\"", "schemeID=\"a\" schemeID=\"b\"").into_bytes(),
            "message-unreadable",
        ),
        (fine.replace("KE 1", "]]>").into_bytes(), "message-unreadable"),
        (
            fine.replace("<c:ID", "<d:ID").replace("</c:ID", "</d:ID").into_bytes(),
            "unknown-element",
        ),
        (b"<".to_vec(), "message-unreadable"),
        (Vec::new(), "message-refused"),
    ];
    for (message, name) in cases {
        let start = Instant::now();
        let (valid, says) = verdict(&validator, &message);
        let shown = String::from_utf8_lossy(&message[..message.len().min(120)]).into_owned();
        assert!(!valid && says.contains(&name), "{shown}: {name} is not in {says:?}");
        assert!(start.elapsed() < LONG, "{shown}");
    }
}

/// Pieces that mean something in XML and in schemas.
const PIECES: [&[u8]; 12] = [
    b"<",
    b">",
    b"\"",
    b"&",
    b"&#0;",
    b"]]>",
    b"<!--",
    b"<![CDATA[",
    b"<!DOCTYPE a [",
    b"\xff",
    b"\0",
    b" type=\"xs:token\"",
];

#[test]
fn changed_bytes_do_no_harm() {
    let files = family();
    let inside = |findings: &gnc::diag::Findings, sources: &gnc::text::Sources, what: &str| {
        for finding in &findings.list {
            let place = finding.span.start as usize..finding.span.end as usize;
            assert!(sources.text(finding.span.file).get(place).is_some(), "{what}");
        }
    };
    let (mut made, mut refused) = (0, 0);
    for (at, name) in files.keys().enumerate() {
        for number in 0..120 {
            let mut files = files.clone();
            let changed = mutated(&files[name], &PIECES, number + 1000 * at as u64);
            files.insert(name.clone(), changed);
            let (imported, sources) = bring(&files, "entry.xsd");
            inside(&imported.findings, &sources, &format!("{name} {number}"));
            match imported.text {
                Some(text) => {
                    made += 1;
                    model(&text);
                }
                None => refused += 1,
            }
        }
    }
    assert!(made > 100 && refused > 10, "{made} made, {refused} refused");
    let (imported, _) = bring(&files, "entry.xsd");
    let validator = Validator::new(&model(&imported.text.expect("a block")));
    let fine =
        crossing("<c:LaneCode>RED</c:LaneCode><c:Seal><c:ID schemeID=\"x\">NONE</c:ID></c:Seal>");
    for number in 0..3000 {
        let mut sources = gnc::text::Sources::default();
        let changed = mutated(fine.as_bytes(), &PIECES, number);
        let (_, judged) = gnc::message::judge(&validator, &mut sources, "m.xml", changed);
        inside(&judged.findings, &sources, &format!("message {number}"));
    }
}
