//! Hostile messages in XML and JSON of a shipped block: each is refused with a sentence that says why, in
//! bounded time, whatever it is made of.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use gnc::message::{MAX_FINDINGS, Validator, judge};
use gnc::text::Sources;
use gnc::words::Lang;

use super::shipped::MODELS;
use super::{artifacts, text};
use crate::fuzzed::mutated;

/// Longer than anything here may take, in a debug build on a busy machine.
const LONG: Duration = Duration::from_mins(1);

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| Validator::new(&MODELS[0]));

/// The sample of a certificate in XML and in JSON.
static SAMPLES: LazyLock<[String; 2]> = LazyLock::new(|| {
    let all = artifacts(&MODELS[0]);
    ["xml", "json"].map(|it| text(&all, &format!("samples/certificate.{it}")).to_owned())
});

/// What the sample says of its own number, in both forms.
const NUMBER: &str = "<ID>";

fn xml() -> &'static str {
    &SAMPLES[0]
}

fn json() -> &'static str {
    &SAMPLES[1]
}

/// The sample in XML with this in its first identifier.
fn with_id(inner: &str) -> String {
    let start = xml().find(NUMBER).expect("an identifier") + NUMBER.len();
    let end = start + xml()[start..].find('<').expect("its end");
    [&xml()[..start], inner, &xml()[end..]].concat()
}

/// The sample in JSON with this property more in its document.
fn with_property(inner: &str) -> String {
    json().replacen("\"certificate\": {", &format!("\"certificate\": {{{inner},"), 1)
}

/// The message is refused within bounds: the codes, and everything that is said in English.
#[track_caller]
fn refused(message: &[u8]) -> (Vec<&'static str>, String) {
    let shown = String::from_utf8_lossy(&message[..message.len().min(160)]).into_owned();
    let (start, mut sources) = (Instant::now(), Sources::default());
    let (file, judged) = judge(&VALIDATOR, &mut sources, "message", message.to_vec());
    assert!(start.elapsed() < LONG, "{shown}");
    assert!(!judged.is_valid() && !judged.conforms(), "{shown}");
    assert!(judged.findings.list.len() <= MAX_FINDINGS + 1, "{shown}");
    let mut said = String::new();
    for finding in &judged.findings.list {
        let place = finding.span.start as usize..finding.span.end as usize;
        assert!(sources.text(file).get(place).is_some(), "{shown}");
        for lang in Lang::ALL {
            let sentence = finding.message(lang);
            assert!(!sentence.is_empty() && sentence.len() < 2_000, "{shown}: {sentence:.200}");
            assert!(!sentence.contains("{found}") && !sentence.contains("{limit}"), "{sentence}");
        }
        said += &format!("{} ", finding.message(Lang::En));
    }
    (judged.findings.list.iter().map(|it| it.code.id).collect(), said)
}

#[track_caller]
fn says(message: impl AsRef<[u8]>, code: &str, words: &str) {
    let (codes, said) = refused(message.as_ref());
    assert!(codes.contains(&code), "{code}: {codes:?} {said:.400}");
    assert!(said.contains(words), "{words}: {said:.400}");
}

/// The text in UTF-16, with or without a mark.
fn utf16(text: &str, little: bool) -> Vec<u8> {
    let units = text.encode_utf16();
    match little {
        true => units.flat_map(u16::to_le_bytes).collect(),
        false => units.flat_map(u16::to_be_bytes).collect(),
    }
}

#[test]
fn the_samples_are_sound() {
    for sample in &*SAMPLES {
        let (_, judged) = judge(&VALIDATOR, &mut Sources::default(), "", sample.clone().into());
        assert!(judged.is_valid() && judged.findings.list.is_empty());
    }
}

#[test]
fn entities_and_document_types_are_refused_before_they_grow() {
    let laughs: String = (1..60)
        .map(|n| format!("<!ENTITY l{n} \"&l{m};&l{m};&l{m};&l{m};\">", m = n - 1))
        .collect();
    let bomb = format!("<!DOCTYPE a [<!ENTITY l0 \"ha\">{laughs}]>");
    let head = xml().find("?>").expect("a declaration") + 2;
    let after = |doctype: &str, rest: &str| [&xml()[..head], doctype, rest].concat();
    says(after(&bomb, &with_id("&l59;")[head..]), "MSG-02", "document type declaration");
    for doctype in [
        "<!DOCTYPE a>",
        "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">",
        "<!DOCTYPE a PUBLIC \"-//X//Y\" \"http://192.0.2.1/x.dtd\">",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://192.0.2.1/x.dtd\"> %p;]>",
        "<!DOCTYPE a [<!ATTLIST ID x CDATA \"y\">]>",
    ] {
        says(after(doctype, &xml()[head..]), "MSG-02", "document type declaration");
    }
    for name in ["l59", "xxe", "nbsp", &"a".repeat(100_000)] {
        says(with_id(&format!("&{name};")), "MSG-02", "uses the entity");
    }
    for reference in
        ["&#0;", "&#x1F;", "&#xD800;", "&#x110000;", "&#99999999999999999999;", "&#xFFFE;"]
    {
        says(with_id(reference), "MSG-01", "not well-formed XML");
    }
    for broken in ["&;", "& ", "&lt", "]]>", "<", "<!-- a -- b -->", "<![CDATA[", "<?", "</"] {
        let (codes, _) = refused(with_id(broken).as_bytes());
        assert!(codes.iter().any(|it| ["MSG-01", "MSG-02"].contains(it)), "{broken}: {codes:?}");
    }
}

#[test]
fn depth_is_bounded_in_both_forms() {
    for times in [100, 1_000_000] {
        says(with_id(&"<a>".repeat(times)), "MSG-02", "more than 64 elements");
        let end = xml().rfind("</").expect("an end");
        let deep = [&xml()[..end], &"<a>".repeat(times)].concat();
        says(deep, "MSG-02", "more than 64 elements");
        says("<a>".repeat(times), "MSG-03", "begins no message");
    }
    for open in ["[", "{\"a\":", "[{\"a\":"] {
        let deep = open.repeat(1_000_000);
        assert!(refused(with_property(&format!("\"x\": {deep}")).as_bytes()).0.contains(&"MSG-02"));
        assert!(!refused(deep.as_bytes()).0.is_empty());
    }
    let closed = ["[".repeat(100_000), "]".repeat(100_000)].concat();
    says(with_property(&format!("\"x\": {closed}")), "MSG-02", "stand in each other");
}

#[test]
fn what_is_huge_is_read_once_and_said_shortly() {
    let huge = "9".repeat(20_000_000);
    says(with_id(&huge), "MSG-09", "ID");
    says(with_id(&format!("<![CDATA[{huge}]]>")), "MSG-09", "ID");
    says(with_id(&"<!-- remark -->".repeat(1_000_000)), "MSG-09", "ID");
    says(with_id(&"&#57;".repeat(1_000_000)), "MSG-09", "ID");
    says(with_id(&format!("<{}/>", "n".repeat(5_000_000))), "MSG-08", "");
    let many: String = (0..200_000).map(|n| format!(" a{n}=\"\"")).collect();
    says(xml().replacen(NUMBER, &format!("<ID{many}>"), 1), "MSG-13", "");
    let twice = xml().replacen(NUMBER, "<ID a=\"\" a=\"\">", 1);
    says(twice, "MSG-01", "not well-formed XML");
    let spaces: String = (0..100_000).map(|n| format!(" xmlns:a{n}=\"u\"")).collect();
    assert!(
        refused(xml().replacen(NUMBER, &format!("<ID{spaces}>"), 1).as_bytes())
            .0
            .contains(&"MSG-01")
    );
    let end = xml().rfind("</").expect("an end");
    says([&xml()[..end], &"<a/>".repeat(1_000_000), &xml()[end..]].concat(), "MSG-13", "");
    says(with_property(&format!("\"x\": \"{huge}\"")), "MSG-04", "`x`");
    says(with_property(&format!("\"{huge}\": 1")), "MSG-04", "");
    says(with_property(&format!("\"x\": {huge}")), "MSG-04", "`x`");
    let many: String = (0..300_000).map(|n| format!("\"a{n}\": 1,")).collect();
    says(with_property(&format!("{many}\"z\": 1")), "MSG-13", "");
    let list = format!("[{}1]", "1,".repeat(2_000_000));
    says(
        json().replacen("\"certificate\": {", &format!("\"certificate\": {list}, \"x\": {{"), 1),
        "MSG-08",
        "",
    );
}

#[test]
fn other_encodings_are_named_in_both_forms() {
    for sample in &*SAMPLES {
        for little in [true, false] {
            says(utf16(&format!("\u{feff}{sample}"), little), "MSG-02", "looks like UTF-16");
            says(utf16(sample, little), "MSG-02", "looks like UTF-16");
        }
        let wide: Vec<u8> = sample.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
        assert!(!refused(&wide).0.is_empty());
        // Latin-1: one byte where UTF-8 has two.
        let at = sample.find("wco").or_else(|| sample.find("WCO")).expect("a name");
        let latin = [&sample.as_bytes()[..at], b"\xe9", &sample.as_bytes()[at..]].concat();
        says(latin, "MSG-02", "looks like Windows-1252");
        // Spellings of UTF-8 that it forbids: too long, halves of a pair, beyond Unicode.
        for bytes in [&b"\xc0\xbc"[..], b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xff"] {
            let bad = [&sample.as_bytes()[..at], bytes, &sample.as_bytes()[at..]].concat();
            says(bad, "MSG-02", "not UTF-8");
        }
        says([sample.as_bytes(), b"\xc3"].concat(), "MSG-02", "breaks off");
        // A mark is no fault.
        let marked = format!("\u{feff}{sample}").into_bytes();
        assert!(judge(&VALIDATOR, &mut Sources::default(), "", marked).1.is_valid());
        let again = format!("\u{feff}\u{feff}{sample}");
        assert!(!refused(again.as_bytes()).0.is_empty());
    }
    for name in ["UTF-16", "ISO-8859-1", "windows-1252", "UTF-7", "EBCDIC-CP-FR"] {
        let declared = xml().replacen("UTF-8", name, 1);
        says(declared, "MSG-02", &format!("declares the encoding {name}"));
    }
}

#[test]
fn texts_that_readers_take_differently_are_no_json() {
    let twice =
        json().replacen("\"certificate\": {", "\"wcoTypeName\": \"x\", \"certificate\": {", 1);
    says(twice, "MSG-02", "stands twice");
    // The same property, one time in escapes.
    let escaped =
        json().replacen("\"certificate\": {", "\"\\u0063ertificate\": {}, \"certificate\": {", 1);
    says(escaped, "MSG-02", "stands twice");
    for (inner, code) in [
        ("\"x\": \"\\ud800\"", "MSG-01"),
        ("\"x\": \"\\udc00\\ud800\"", "MSG-01"),
        ("\"x\": \"\\x41\"", "MSG-01"),
        ("\"x\": \"a\nb\"", "MSG-01"),
        ("\"x\": 'a'", "MSG-01"),
        ("x: 1", "MSG-01"),
        ("\"x\": +1", "MSG-01"),
        ("\"x\": 01", "MSG-01"),
        ("\"x\": .5", "MSG-01"),
        ("\"x\": 1,,\"y\": 1", "MSG-01"),
        ("\"x\": [1,]", "MSG-01"),
        ("\"x\": tru", "MSG-01"),
        ("/* remark */ \"x\": 1", "MSG-01"),
        ("\"x\": 1e999999999", "MSG-04"),
        ("\"__proto__\": {\"a\": 1}", "MSG-04"),
        ("\"\": 1", "MSG-04"),
        ("\"\\u0000\": 1", "MSG-04"),
    ] {
        assert!(refused(with_property(inner).as_bytes()).0.contains(&code), "{inner}");
    }
    for inner in ["NaN", "Infinity", "-Infinity"] {
        assert!(!refused(with_property(&format!("\"x\": {inner}")).as_bytes()).0.is_empty());
    }
    says([json(), json()].concat(), "MSG-01", "behind the end");
    says(&json()[..json().len() / 2], "MSG-01", "ends too early");
    says(&xml()[..xml().len() / 2], "MSG-01", "ends too early");
    for nothing in [
        "",
        " \n",
        "\u{feff}",
        "é",
        "{\"é\": é}",
        "null",
        "[]",
        "\"x\"",
        "1",
        "<",
        "<>",
        "{",
        "\0",
        "{}",
    ] {
        assert!(!refused(nothing.as_bytes()).0.is_empty(), "{nothing:?}");
    }
}

#[test]
fn changed_bytes_of_messages_do_no_harm() {
    let pieces: [&[&[u8]]; 2] = [
        &[
            b"<",
            b"/>",
            b"&",
            b"&#0;",
            b"]]>",
            b"<!--",
            b"<![CDATA[",
            b"\xff",
            b"\0",
            b" xmlns=\"\"",
        ],
        &[
            b"{", b"}", b"[", b"]", b"\"", b"\\", b"\\ud800", b",", b":", b"1e9", b"\xff", b"\0",
            b"null",
        ],
    ];
    for (sample, pieces) in SAMPLES.iter().zip(pieces) {
        let mut wrong = 0;
        for number in 0..1_000 {
            let mut sources = Sources::default();
            let changed = mutated(sample.as_bytes(), pieces, number);
            let (file, judged) = judge(&VALIDATOR, &mut sources, "m", changed);
            for finding in &judged.findings.list {
                let place = finding.span.start as usize..finding.span.end as usize;
                assert!(sources.text(file).get(place).is_some(), "message {number}");
            }
            wrong += usize::from(!judged.is_valid());
        }
        assert!(wrong > 700, "{wrong} of 1000 are refused");
    }
}
