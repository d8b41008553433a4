//! What becomes of the constructs of a schema.

use gnc::diag::Severity;
use gnc::message::Validator;
use gnc::render::message::xsd;
use gnc::report::{self, Format};
use gnc::words::Lang;

use super::fixture::{family, messages};
use super::{bring, bring_one, model, said, verdict};

#[test]
fn messages_get_the_verdict_of_the_schema() {
    let (imported, _) = bring(&family(), "entry.xsd");
    assert_eq!(said(&imported), [""; 0]);
    let validator = Validator::new(&model(imported.text.as_deref().expect("a block")));
    let wrong: Vec<String> = messages()
        .into_iter()
        .map(|(message, valid)| (verdict(&validator, message.as_bytes()), message, valid))
        .filter(|((found, _), _, valid)| found != valid)
        .map(|((_, says), message, valid)| format!("{message}\nshould be {valid}: {says:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn annotations_become_names_identifiers_formats_and_occurrences() {
    let (imported, _) = bring(&family(), "entry.xsd");
    let text = imported.text.expect("a block");
    for part in [
        "# Brought in from entry.xsd, version 7.1,",
        "  id: entry\n",
        "  wrapper: MetaData\n",
        "        - path: Notice\n          occurs: 1..3\n",
        "      - path: Crossing\n        wco_id: 99A\n        name:\n          en: Crossing\n          fr: Passage\n        \
         definition:\n          en: A vehicle that crosses a border\n        namespace: urn:test:crossing\n",
        "      - path: Crossing/ID\n        wco_id: D014\n        data_type: Identifier\n        format: an..12\n        \
         value_type: CrossingIDType\n        occurs: 1..1\n",
        "data_type: Amount\n        format: n..6,2\n",
        "      - id: AgencyType\n        codes:\n          - code: \"5\"\n          - code: \"6\"\n            name:\n              en: UN/ECE\n",
        "        patterns:\n          - (20\\d{6})(\\d{6}Z)?\n",
        "        holder: DateTimeString\n",
        "path: Notice/Crossing2\n",
        "tag: Crossing\n",
        "syntax: xml\n",
    ] {
        assert!(text.contains(part), "{part}\n is not in\n{text}");
    }
    assert_eq!(imported.counts[1], 2, "two messages");
}

#[test]
fn the_schema_written_anew_has_the_namespaces_and_types_of_the_first() {
    let (imported, _) = bring(&family(), "entry.xsd");
    let model = model(&imported.text.expect("a block"));
    let modules = xsd::write(&model);
    let text = |path: &str| {
        let found =
            modules.iter().find(|it| it.path == path).unwrap_or_else(|| panic!("no {path}"));
        String::from_utf8(found.bytes.clone()).expect("UTF-8")
    };
    assert!(text("xsd/DocumentMetaData.xsd").contains("targetNamespace=\"urn:test:wrapper\""));
    assert!(text("xsd/crossing.xsd").contains("targetNamespace=\"urn:test:crossing\""));
    let notice = text("xsd/notice.xsd");
    assert!(notice.contains("<xs:element name=\"Crossing\" minOccurs=\"0\""), "{notice}");
    assert!(
        notice.contains(
            "<xs:import namespace=\"urn:test:crossing\" schemaLocation=\"crossing.xsd\"/>"
        )
    );
    let types = modules.iter().map(|it| String::from_utf8_lossy(&it.bytes).into_owned());
    let types: String =
        types.filter(|it| it.contains("targetNamespace=\"urn:test:types\"")).collect();
    assert!(types.contains("<xs:pattern value=\"[A-Z-[IO]]{2}\\d{4}\"/>"), "{types}");
    assert!(types.contains("use=\"prohibited\""), "{types}");
}

#[test]
fn what_is_brought_in_is_brought_in_the_same_again() {
    let texts = [(); 2].map(|()| bring(&family(), "entry.xsd").0.text);
    assert_eq!(texts[0], texts[1]);
    // What is written anew can be brought in again, and says the same of messages.
    let first = model(texts[0].as_deref().expect("a block"));
    let modules = xsd::write(&first).into_iter();
    let files =
        modules.map(|it| (it.path.trim_start_matches("xsd/").to_owned(), it.bytes)).collect();
    let (again, _) = bring(&files, "DocumentMetaData.xsd");
    let lost: Vec<_> =
        again.findings.list.iter().filter(|it| it.severity != Severity::Advice).collect();
    assert!(lost.is_empty(), "{:?}", said(&again));
}

/// A schema with one document of one class, and these parts in it.
fn with(parts: &str) -> String {
    format!(
        r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x" xmlns="urn:x" elementFormDefault="qualified">
  <xs:element name="Doc"><xs:complexType>{parts}</xs:complexType></xs:element>
  <xs:complexType name="Again"><xs:sequence>
    <xs:element name="ID" type="xs:token"/><xs:element name="Again" type="Again" minOccurs="0"/>
  </xs:sequence></xs:complexType>
</xs:schema>"#
    )
}

fn text(name: &str) -> String {
    format!(r#"<xs:element name="{name}" type="xs:token"/>"#)
}

#[test]
fn what_cannot_be_carried_is_said_with_its_place() {
    let (a, b) = (text("AText"), text("BText"));
    let sequence = |inner: &str| format!("<xs:sequence>{inner}</xs:sequence>");
    let cases = [
        (format!("<xs:choice>{a}{b}</xs:choice>"), "<choice>", "only one of these"),
        (
            format!("<xs:choice>{a}<xs:sequence>{b}{}</xs:sequence></xs:choice>", text("CText")),
            "<choice>",
            "each is optional: AText, BText + CText",
        ),
        (format!("<xs:all>{a}{b}</xs:all>"), "<all>", "any order"),
        (format!(r#"<xs:sequence maxOccurs="2">{a}{b}</xs:sequence>"#), "<sequence>", "repeats"),
        (
            format!(r#"<xs:sequence minOccurs="0">{a}{b}</xs:sequence>"#),
            "<sequence>",
            "all together",
        ),
        (sequence(&format!(r###"{a}<xs:any namespace="##other"/>"###)), "<any>", "other schemas"),
        (
            format!(r#"<xs:sequence>{a}</xs:sequence><xs:attribute name="x"/>"#),
            "<attribute x>",
            "attribute",
        ),
        (
            sequence(r#"<xs:element name="AText" type="xs:token" nillable="true"/>"#),
            "<element AText>",
            "nil",
        ),
        (
            sequence(r#"<xs:element name="AText" type="xs:token" default="1"/>"#),
            "<element AText>",
            "default",
        ),
        (
            sequence(r#"<xs:element name="AText" type="xs:token" form="unqualified"/>"#),
            "<element AText>",
            "no namespace",
        ),
        (
            sequence(r#"<xs:element name="AText" type="xs:NOTATION"/>"#),
            "<element AText>",
            "NOTATION",
        ),
        (sequence(r#"<xs:element name="AText"/>"#), "<element AText>", "any type"),
        (
            sequence(
                r#"<xs:element name="AText"><xs:simpleType><xs:list itemType="xs:token"/></xs:simpleType></xs:element>"#,
            ),
            "<list>",
            "list",
        ),
        (
            sequence(
                r#"<xs:element name="AText"><xs:simpleType><xs:union memberTypes="xs:token xs:int"/></xs:simpleType></xs:element>"#,
            ),
            "<union>",
            "several types",
        ),
        (
            sequence(
                r#"<xs:element name="AText"><xs:simpleType><xs:restriction base="xs:token"><xs:pattern value="\p{IsGreek}"/></xs:restriction></xs:simpleType></xs:element>"#,
            ),
            r"<pattern \p{IsGreek}>",
            "regular expression",
        ),
        (
            sequence(&format!(
                r#"<xs:element name="K"><xs:complexType>{}</xs:complexType></xs:element>{b}"#,
                sequence(&a)
            )),
            "<element BText>",
            "behind a class",
        ),
    ];
    for (parts, construct, reason) in cases {
        let (imported, sources) = bring_one(&with(&parts));
        let printed = report::print(Format::Human, &sources, &imported.findings, Lang::En, false);
        assert!(printed.contains("warning[IMP-17]"), "{parts}\n{printed}");
        assert!(printed.contains(construct) && printed.contains(reason), "{parts}\n{printed}");
        assert!(printed.contains("one.xsd:2:"), "{printed}");
        assert!(imported.text.is_some(), "{parts}");
        for format in [Format::Json, Format::Human] {
            let french = report::print(format, &sources, &imported.findings, Lang::Fr, false);
            assert!(!french.contains("not carried over"), "{french}");
        }
        model(&imported.text.unwrap());
    }
}

#[test]
fn names_that_do_not_fit_are_said() {
    let cases = [
        (format!("<xs:sequence>{}</xs:sequence>", text("A-Text")), "tag-not-carried"),
        (
            format!("<xs:sequence>{}{}</xs:sequence>", text("AText"), text("AText")),
            "tag-not-carried",
        ),
        (
            r#"<xs:sequence><xs:element name="AText" type="Nothing"/></xs:sequence>"#.to_owned(),
            "schema-name-not-defined",
        ),
        (
            r#"<xs:sequence><xs:element ref="Nothing"/></xs:sequence>"#.to_owned(),
            "schema-name-not-defined",
        ),
        (
            r#"<xs:sequence><xs:element name="R" type="Again"/></xs:sequence>"#.to_owned(),
            "class-within-itself",
        ),
    ];
    for (parts, name) in cases {
        let (imported, _) = bring_one(&with(&parts));
        assert!(said(&imported).contains(&name), "{parts}: {:?}", said(&imported));
    }
}

#[test]
fn a_format_that_differs_from_its_type_is_said() {
    let element = r#"<xs:sequence><xs:element name="TypeCode">
      <xs:annotation><xs:documentation><WCOFormat>an..3</WCOFormat></xs:documentation></xs:annotation>
      <xs:simpleType><xs:restriction base="xs:token"><xs:maxLength value="4"/></xs:restriction></xs:simpleType>
    </xs:element></xs:sequence>"#;
    let (imported, _) = bring_one(&with(element));
    assert_eq!(said(&imported), ["format-differs-from-the-type"]);
    let (imported, _) = bring_one(&with(&element.replace("\"4\"", "\"3\"")));
    assert_eq!(said(&imported), [""; 0]);
}
