//! A small family of schemas in the manner of the WCO, written for these tests: an entry that only names
//! others, a wrapper, a document, a notice that holds the document's root again, types made from types.

use std::collections::BTreeMap;

pub(super) const ENTRY: &str = include_str!("family/entry.xsd");

pub(super) const WRAPPER: &str = include_str!("family/wrapper.xsd");

pub(super) const CROSSING: &str = include_str!("family/crossing.xsd");

pub(super) const TYPES: &str = include_str!("family/types.xsd");

pub(super) const NOTICE: &str = include_str!("family/notice.xsd");

/// The files of the family by their paths.
pub(super) fn family() -> BTreeMap<String, Vec<u8>> {
    let files = [
        ("entry.xsd", ENTRY),
        ("wrapper.xsd", WRAPPER),
        ("crossing.xsd", CROSSING),
        ("types.xsd", TYPES),
        ("notice.xsd", NOTICE),
    ];
    files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into()
}

/// A crossing in its wrapper, with `inner` behind its identifier.
pub(super) fn crossing(inner: &str) -> String {
    format!(
        r#"<MetaData xmlns="urn:test:wrapper" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="urn:test:wrapper wrapper.xsd"><WCOTypeName> CRO </WCOTypeName>
<c:Crossing xmlns:c="urn:test:crossing" xmlns:t="urn:test:types"><c:ID schemeID="a">KE 1</c:ID>{inner}</c:Crossing></MetaData>"#
    )
}

/// Messages of the family, each with the verdict that the schema gives.
pub(super) fn messages() -> Vec<(String, bool)> {
    let notice = |times: usize, inner: &str| {
        let one =
            format!(r#"<Notice xmlns="urn:test:notice"><TypeCode>A</TypeCode>{inner}</Notice>"#);
        format!(r#"<w:MetaData xmlns:w="urn:test:wrapper">{}</w:MetaData>"#, one.repeat(times))
    };
    let held = |code: &str, text: &str| {
        format!(
            r#"<c:ArrivalDateTime><t:DateTimeString formatCode="{code}">{text}</t:DateTimeString></c:ArrivalDateTime>"#
        )
    };
    let amount = |text: &str| format!(r#"<c:TollAmount currencyID=" EUR ">{text}</c:TollAmount>"#);
    let seal =
        |attributes: &str, text: &str| format!("<c:Seal><c:ID {attributes}>{text}</c:ID></c:Seal>");
    let foreign = r#"<c:Crossing xmlns:c="urn:test:crossing"><c:ID>X</c:ID></c:Crossing>"#;
    let own = "<Crossing><RegistrationID>R</RegistrationID></Crossing>";
    let simple = [
        ("", true),
        ("<c:LaneCode>RED</c:LaneCode><c:LaneCode>GREEN</c:LaneCode>", true),
        ("<c:LaneCode>BLUE</c:LaneCode>", false),
        ("<c:LaneCode> RED</c:LaneCode>", false),
        (
            "<c:LaneCode>RED</c:LaneCode><c:LaneCode>RED</c:LaneCode><c:LaneCode>RED</c:LaneCode>",
            false,
        ),
        ("<c:EmptyIndicator> 1 </c:EmptyIndicator>", true),
        ("<c:EmptyIndicator>yes</c:EmptyIndicator>", false),
        ("<c:AxleNumeric>+012</c:AxleNumeric>", true),
        ("<c:AxleNumeric>13</c:AxleNumeric>", false),
        ("<c:AxleNumeric>0</c:AxleNumeric>", false),
        ("<c:AxleNumeric>2.0</c:AxleNumeric>", false),
        ("<c:AxleNumeric>99999999999999999999999999999999999999999999</c:AxleNumeric>", false),
        ("<c:EmptyIndicator>1</c:EmptyIndicator><c:LaneCode>RED</c:LaneCode>", false),
        ("<c:Unknown/>", false),
        ("<ID xmlns=\"urn:test:notice\">1</ID>", false),
        ("text", false),
    ];
    let mut all: Vec<(String, bool)> =
        simple.iter().map(|(inner, valid)| (crossing(inner), *valid)).collect();
    let put = [
        (held("102", "20270131"), true),
        (held("304", "20270131101500Z"), true),
        (held("203", "20270131"), false),
        (held("102", "19990131"), false),
        (held("102", " 20270131"), false),
        (held("102", "20270131").replace(r#" formatCode="102""#, ""), false),
        (held("102", "20270131").replace("t:Date", "c:Date"), false),
        ("<c:ArrivalDateTime/>".to_owned(), false),
        (amount(" 1234.50 "), true),
        (amount("001234.5000"), true),
        (amount(".5"), true),
        (amount("12345.67"), false),
        (amount("1.234"), false),
        (amount("-1"), false),
        (amount("1e2"), false),
        (amount("1").replace("currencyID", "currency"), false),
        (seal(r#"schemeID="x""#, "AB1234"), true),
        (seal(r#"schemeID="x""#, " NONE "), true),
        (seal(r#"schemeID="x""#, "IO1234"), false),
        (seal("", "AB1234"), false),
        (seal(r#"schemeID="x" schemeAgencyID="6""#, "AB1234"), false),
        (seal(r#"schemeID="x""#, "AB1234").repeat(30), true),
        ("<c:Seal/>".to_owned(), false),
    ];
    all.extend(put.iter().map(|(inner, valid)| (crossing(inner), *valid)));
    let id = |text: &str| crossing("").replace(r#"<c:ID schemeID="a">KE 1</c:ID>"#, text);
    all.extend([
        (id(r#"<c:ID schemeAgencyID="6">K</c:ID>"#), true),
        (id(r#"<c:ID schemeAgencyID="7">K</c:ID>"#), false),
        (id("<c:ID>  </c:ID>"), false),
        (id("<c:ID> 123456789012 </c:ID>"), true),
        (id("<c:ID>1234567890123</c:ID>"), false),
        (id("<c:ID>1<c:ID/></c:ID>"), false),
        (id("<c:ID><![CDATA[<&>]]> &#65;&amp;</c:ID>"), true),
        (id(""), false),
        (id(r#"<c:ID xml:lang="en">1</c:ID>"#), false),
        (notice(1, ""), true),
        (notice(3, ""), true),
        (notice(4, ""), false),
        (notice(0, ""), false),
        (notice(1, own), true),
        (notice(1, foreign), true),
        (notice(1, &format!("{own}{foreign}")), true),
        (notice(1, &format!("{foreign}{own}")), false),
        (notice(1, &foreign.replace("<c:ID>X</c:ID>", "")), false),
        // Documents of one kind only stand in one wrapper.
        (notice(1, "").replace("</w:MetaData>", &format!("{foreign}</w:MetaData>")), false),
        (foreign.to_owned(), true),
        ("<MetaData><WCOTypeName>x</WCOTypeName></MetaData>".to_owned(), false),
        (crossing("").replace("urn:test:crossing", "urn:test:crossing:2"), false),
    ]);
    all
}
