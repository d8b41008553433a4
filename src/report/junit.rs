//! `JUnit` XML: a suite for each file, a test case for each finding; errors are failures.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::diag::{Finding, Findings, Severity};
use crate::report::listing::{basis_words, by_file, place, visible, visible_line};
use crate::text::Sources;
use crate::words::{Lang, report};

/// Prints `findings` as `JUnit` XML. A file without findings is one test that passed.
///
/// # Panics
///
/// Never: only text is written, and only to memory.
pub fn junit(sources: &Sources, findings: &Findings, lang: Lang) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    write(&mut writer, sources, findings, lang).expect("writing to memory does not fail");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    String::from_utf8(bytes).expect("only text was written")
}

fn write(
    writer: &mut Writer<Vec<u8>>,
    sources: &Sources,
    findings: &Findings,
    lang: Lang,
) -> std::io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let groups = by_file(findings);
    let of = |file| groups.iter().find(|(id, _)| *id == file).map_or(&[][..], |(_, all)| all);
    // What comes with the program is no file of its user, unless something was found in it.
    let own = || sources.iter().filter(|(file, it)| !it.shipped || !of(*file).is_empty());
    let clean = own().filter(|(file, _)| of(*file).is_empty()).count();
    let tests = (findings.counting().count() + clean).to_string();
    let failures = findings.count(Severity::Error).to_string();
    let root = writer.create_element("testsuites").with_attributes([
        ("name", "gnc"),
        ("tests", &tests),
        ("failures", &failures),
        ("errors", "0"),
    ]);
    root.write_inner_content(|writer| {
        for (file, source) in own() {
            suite(writer, sources, &visible_line(&source.name), of(file), lang)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn suite(
    writer: &mut Writer<Vec<u8>>,
    sources: &Sources,
    name: &str,
    group: &[&Finding],
    lang: Lang,
) -> std::io::Result<()> {
    let tests = group.len().max(1).to_string();
    let failed = group.iter().filter(|finding| finding.severity == Severity::Error).count();
    let failed = failed.to_string();
    let suite = writer.create_element("testsuite").with_attributes([
        ("name", name),
        ("tests", &tests),
        ("failures", &failed),
        ("errors", "0"),
    ]);
    suite.write_inner_content(|writer| {
        if group.is_empty() {
            let case = writer.create_element("testcase");
            case.with_attributes([("classname", "gnc"), ("name", name)]).write_empty()?;
        }
        for finding in group {
            case(writer, sources, finding, lang)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn case(
    writer: &mut Writer<Vec<u8>>,
    sources: &Sources,
    finding: &Finding,
    lang: Lang,
) -> std::io::Result<()> {
    let at = place(sources, finding.span);
    let code = finding.code;
    let file = visible_line(at.file);
    let from = format!("{}:{}", at.start.line, at.start.column);
    let to = format!("{}:{}", at.end.line, at.end.column);
    let name = format!("{} {} {file}:{from}-{to}", code.id, code.name);
    let line = at.start.line.to_string();
    let case = writer.create_element("testcase").with_attributes([
        ("classname", code.pack.id()),
        ("name", &name),
        ("file", &file),
        ("line", &line),
    ]);
    let message = visible_line(&finding.message(lang));
    let say = |words: crate::words::Words, text: &str| format!("{}: {text}", words.get(lang));
    let text = [
        format!("{file}:{from}: {}[{}] {message}", finding.severity.label().get(lang), code.id),
        say(report::HELP, &finding.help(lang)),
        say(report::WHY, &finding.say(code.why, lang)),
        say(report::BASIS, &basis_words(code, lang)),
    ];
    let text = visible(&text.join("\n"));
    case.write_inner_content(|writer| {
        let (element, attributes) = match finding.severity {
            Severity::Error => ("failure", true),
            Severity::Warning | Severity::Advice => ("system-out", false),
        };
        let mut element = writer.create_element(element);
        if attributes {
            element = element
                .with_attributes([("type", finding.severity.id()), ("message", message.as_str())]);
        }
        element.write_text_content(BytesText::new(&text))?;
        Ok(())
    })?;
    Ok(())
}
