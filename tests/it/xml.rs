//! The XML printer.

use gnc::render::print::xml::Xml;

#[test]
fn what_is_printed_is_read_back_as_it_was_given() {
    let hostile = "</a><!-- ]]> & \" ' \u{1} \u{FFFF} é\n\t<b/>";
    let mut xml = Xml::document();
    xml.element("root", &[("note", hostile)], |xml| {
        xml.leaf("text", &[], hostile);
        xml.comment("a -- b ---> c-");
        xml.element("nothing", &[], |_| {});
        xml.empty("none", &[("a", "1"), ("b", "2")]);
    });
    let text = xml.finish();
    let expected = hostile.replace(['\u{1}', '\u{FFFF}'], "\u{FFFD}");

    let mut reader = quick_xml::Reader::from_str(&text);
    reader.config_mut().check_comments = true;
    let (mut note, mut inner, mut tags, mut within) =
        (String::new(), String::new(), Vec::new(), false);
    loop {
        use quick_xml::events::Event;
        match reader.read_event().expect("well formed") {
            Event::Start(tag) | Event::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                within = name == "text";
                if let Some(value) = tag.try_get_attribute("note").expect("attributes") {
                    note = value
                        .normalized_value(quick_xml::XmlVersion::Explicit1_0)
                        .expect("escaped")
                        .into_owned();
                }
                tags.push(name);
            }
            Event::Text(part) if within => inner.push_str(&part),
            Event::GeneralRef(part) if within => {
                let known = quick_xml::escape::resolve_predefined_entity(&part);
                inner.push_str(known.expect("one of the five of XML"));
            }
            Event::End(_) => within = false,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(tags, ["root", "text", "nothing", "none"]);
    assert_eq!(note, expected);
    assert_eq!(inner, expected);
    assert!(text.ends_with("  <nothing/>\n  <none a=\"1\" b=\"2\"/>\n</root>\n"), "{text}");
}
