//! Word files in the look of a reference document: what is taken over, what is refused, and how.

use std::io::{Cursor, Write};

use gnc::render::document::docx;
use gnc::render::document::docx::reference::{Fault, Reference};
use gnc::view::document::Edition;
use gnc::words::Lang;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::cli::Folder;
use crate::document::sample;
use crate::papers::part;

const SPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The styles of a document that was made with a French Word: the identifiers are French, the names
/// are those of every Word.
const STYLES: &str = r#"
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii="Marianne"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:color w:val="006030"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:numPr><w:numId w:val="77"/></w:numPr><w:spacing w:before="480"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/><w:basedOn w:val="Titre1"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre3"><w:name w:val="heading 3"/><w:basedOn w:val="Titre2"/></w:style>
<w:style w:type="paragraph" w:styleId="Listepuces"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="En-tte"><w:name w:val="header"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Clause"><w:name w:val="Clause of our own"/></w:style>"#;

const HEADER: &str = r#"<w:p><w:pPr><w:pStyle w:val="En-tte"/><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:drawing><wp:docPr name="Logo" id="4"/><a:blip r:embed="rId1"/></w:drawing></w:r><w:r><w:t>Ministère &amp; douanes</w:t></w:r></w:p>"#;

struct Parts(Vec<(String, Vec<u8>)>);

impl Parts {
    fn new() -> Self {
        let document = "<w:body><w:p/><w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/>\
                        <w:footerReference w:type=\"default\" r:id=\"rId3\"/></w:sectPr></w:body>";
        let link = |id: &str, kind: &str, to: &str| {
            format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{to}\"/>")
        };
        let links = [
            link("rId1", "styles", "styles.xml"),
            link("rId2", "header", "header1.xml"),
            link("rId3", "footer", "/word/footer1.xml"),
            link("rId4", "theme", "theme/theme1.xml"),
        ];
        let relations = |links: &str| format!("<Relationships>{links}</Relationships>");
        let footer = "<w:p><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>";
        let mut parts = Self(Vec::new());
        parts.word("word/document.xml", "document", document);
        parts.put("word/_rels/document.xml.rels", relations(&links.concat()));
        parts.word("word/styles.xml", "styles", STYLES);
        parts.word("word/header1.xml", "hdr", HEADER);
        parts.word("word/footer1.xml", "ftr", footer);
        let picture = link("rId1", "image", "media/logo.png");
        parts.put("word/_rels/header1.xml.rels", relations(&picture));
        parts.put("word/media/logo.png", b"\x89PNG of a logo");
        parts.put("word/theme/theme1.xml", "<a:theme xmlns:a=\"x\" name=\"Ministry\"/>");
        parts
    }

    fn put(&mut self, name: &str, bytes: impl AsRef<[u8]>) {
        self.0.retain(|(it, _)| it != name);
        self.0.push((name.to_owned(), bytes.as_ref().to_vec()));
    }

    fn word(&mut self, name: &str, root: &str, inner: &str) {
        let spaces =
            format!("xmlns:w=\"{SPACE}\" xmlns:r=\"{OFFICE}\" xmlns:wp=\"p\" xmlns:a=\"a\"");
        self.put(name, format!("<w:{root} {spaces}>{inner}</w:{root}>"));
    }

    fn file(&self) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.0 {
            archive.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn read(&self) -> Result<Reference, Fault> {
        Reference::read(&self.file())
    }
}

fn written(reference: &Reference) -> Vec<u8> {
    docx::write_as(&Edition::One(Box::new(sample())), &[], Some(reference)).bytes
}

/// The style of this identifier.
fn style<'s>(sheet: &'s str, id: &str) -> &'s str {
    let at = sheet.find(&format!("w:styleId=\"{id}\"")).unwrap_or_else(|| panic!("no style {id}"));
    let rest = &sheet[at..];
    &rest[..rest.find("</w:style>").unwrap()]
}

#[test]
fn styles_theme_header_and_logo_are_taken_over() {
    let reference = Parts::new().read().expect("a reference document");
    let file = written(&reference);
    assert_eq!(file, written(&reference), "the same bytes each time");
    let sheet = part(&file, "word/styles.xml");
    assert!(style(&sheet, "Title").contains("006030"), "{}", style(&sheet, "Title"));
    assert!(style(&sheet, "Heading2").contains("<w:basedOn w:val=\"Heading1\"/>"));
    assert!(!sheet.contains("Titre"), "styles have the names by which the text uses them");
    // The numbering of lists is ours: theirs stays behind.
    assert!(!sheet.contains("\"77\""));
    assert!(style(&sheet, "ListBullet").contains("<w:i/>"));
    let bullet = style(&sheet, "ListBullet");
    assert!(bullet.find("<w:numPr>").unwrap() < bullet.find("<w:rPr>").unwrap(), "{bullet}");
    // What it lacks is ours, in its fonts; a style of theirs does not become ours by its identifier.
    assert!(style(&sheet, "ArticleHeading").contains("<w:basedOn w:val=\"Heading1\"/>"));
    assert!(!style(&sheet, "Caption").contains("rFonts"));
    assert!(style(&sheet, "CodeText").contains("Courier New"));
    assert!(style(&sheet, "ClauseOwn").contains("Clause of our own"));
    assert!(style(&sheet, "Clause").contains("Numbered Paragraph"));
    for id in sheet.split("w:styleId=\"").skip(1).map(|it| it.split('"').next().unwrap()) {
        assert_eq!(sheet.matches(&format!("w:styleId=\"{id}\"")).count(), 1, "{id}");
    }
    assert!(part(&file, "word/theme/theme1.xml").contains("Ministry"));

    let mut numbers = Vec::new();
    for n in 1..=3 {
        let header = part(&file, &format!("word/header{n}.xml"));
        assert!(header.contains("<w:pStyle w:val=\"Header\"/>"), "{header}");
        assert!(header.contains("Ministère &amp; douanes") && !header.contains("numPr"));
        // The mark of a draft stays, but not on the cover, which has its own.
        assert_eq!(header.contains("DRAFT"), n < 3, "{header}");
        let rest = header.split_once("<wp:docPr id=\"").expect("the logo").1;
        numbers.push(rest.split('"').next().unwrap().to_owned());
        let links = part(&file, &format!("word/_rels/header{n}.xml.rels"));
        assert!(links.contains("Target=\"media/reference1.png\""), "{links}");
        let footer = part(&file, &format!("word/footer{n}.xml"));
        assert_eq!(footer.matches("PAGE").count(), 1, "one number for each page: {footer}");
    }
    numbers.dedup();
    assert_eq!(numbers.len(), 3, "objects have numbers of their own: {numbers:?}");
    let mut archive = zip::ZipArchive::new(Cursor::new(&file)).unwrap();
    assert!(archive.by_name("word/media/reference1.png").is_ok());
}

/// A reference whose document ends with these sections.
fn with_pages(sections: &[&str]) -> Result<Reference, Fault> {
    let mut parts = Parts::new();
    let sections: String = sections.iter().map(|it| format!("<w:sectPr>{it}</w:sectPr>")).collect();
    parts.word("word/document.xml", "document", &format!("<w:body>{sections}</w:body>"));
    parts.read()
}

#[test]
fn the_pages_of_a_reference_are_taken_over() {
    let size = |w: u32, h: u32| format!("<w:pgSz w:w=\"{w}\" w:h=\"{h}\"/>");
    let letter = size(12_240, 15_840)
        + "<w:pgMar w:top=\"1440\" w:right=\"1000\" w:bottom=\"1300\" w:left=\"1800\" w:header=\"700\" w:footer=\"600\"/>";
    // What the pages were before a change that is tracked does not count.
    let changed = format!(
        "{letter}<w:sectPrChange><w:sectPr>{}</w:sectPr></w:sectPrChange>",
        size(11_906, 16_838)
    );
    let wide = size(15_840, 12_240) + "<w:pgMar w:top=\"900\"/>";
    for (sections, wide_top) in
        [(vec![&*letter], "1440"), (vec![&*changed], "1440"), (vec![&*wide, &*letter], "900")]
    {
        let file = written(&with_pages(&sections).expect("pages with room"));
        let text = part(&file, "word/document.xml");
        assert!(text.contains("<w:pgSz w:w=\"12240\" w:h=\"15840\"/><w:pgMar w:top=\"1440\" w:right=\"1000\" w:bottom=\"1300\" w:left=\"1800\" w:header=\"700\" w:footer=\"600\""), "{sections:?}");
        assert!(text.contains(&format!("<w:pgSz w:w=\"15840\" w:h=\"12240\" w:orient=\"landscape\"/><w:pgMar w:top=\"{wide_top}\"")), "{sections:?}");
        assert!(!text.contains("16838"), "no page is A4");
        // The number of the page stands at the right edge of the text: 12240 less 1000 and 1800.
        assert!(style(&part(&file, "word/styles.xml"), "Footer").contains("w:pos=\"9440\""));
    }
    for paper in [size(5_000, 8_000), size(40_000, 20_000), size(0, 0), size(u32::MAX, 9_000)] {
        match with_pages(&[&paper]) {
            Err(fault) => {
                assert_eq!(fault, Fault::NoRoom, "{paper}");
                assert!(
                    fault.say(Lang::En).contains("10 cm") && fault.say(Lang::Fr).contains("marges")
                );
            }
            // A number that is none says nothing.
            Ok(_) => assert!(paper.contains("4294967295"), "{paper}"),
        }
    }
}

#[test]
fn a_word_file_of_ours_is_a_reference_with_every_style() {
    let edition = Edition::One(Box::new(sample()));
    let ours = docx::write(&edition, &[]).bytes;
    let reference = Reference::read(&ours).expect("our own file");
    let again = written(&reference);
    let names = |file: &[u8]| -> Vec<String> {
        let sheet = part(file, "word/styles.xml");
        let names = sheet.split("w:styleId=\"").skip(1);
        let mut names: Vec<_> = names.map(|it| it.split('"').next().unwrap().to_owned()).collect();
        names.sort();
        names
    };
    assert_eq!(names(&ours), names(&again));
    let numbered = |file: &[u8]| part(file, "word/styles.xml").matches("<w:numPr>").count();
    assert_eq!(numbered(&ours), numbered(&again));
    assert_eq!(part(&ours, "word/document.xml"), part(&again, "word/document.xml"));
}

#[test]
fn what_is_wrong_with_a_reference_is_said_in_both_languages() {
    let refused = |parts: &Parts| parts.read().expect_err("refused");
    let with = |change: &dyn Fn(&mut Parts)| {
        let mut parts = Parts::new();
        change(&mut parts);
        refused(&parts)
    };
    let lacking = STYLES.replace("heading 2", "other 2").replace("\"Title\"", "\"Titel\"");
    let fault = with(&|it| it.word("word/styles.xml", "styles", &lacking));
    assert_eq!(fault, Fault::NoStyle(vec!["Title", "heading 2"]));
    assert!(fault.say(Lang::En).contains("the style “Title”, “heading 2”"));
    assert!(fault.say(Lang::Fr).contains("le style « Title », « heading 2 »"));

    let wrong = STYLES.replace(
        "w:type=\"paragraph\" w:styleId=\"Titre2\"",
        "w:type=\"character\" w:styleId=\"Titre2\"",
    );
    let fault = with(&|it| it.word("word/styles.xml", "styles", &wrong));
    assert!(fault.say(Lang::En).contains("“heading 2” is a character style"), "{fault:?}");
    assert!(fault.say(Lang::Fr).contains("« heading 2 » est un style de caractère"));

    let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    let styles = format!("<w:styles xmlns:w=\"{strict}\"/>");
    assert_eq!(with(&|it| it.put("word/styles.xml", &styles)), Fault::Strict);
    for damage in
        ["<w:styles", "<a/>", "<!DOCTYPE x [<!ENTITY a \"b\">]><w:styles/>", "", "\u{fffd}"]
    {
        let fault = with(&|it| it.put("word/styles.xml", damage));
        assert_eq!(fault, Fault::Damaged("word/styles.xml".to_owned()), "{damage}");
        assert!(fault.say(Lang::Fr).contains("word/styles.xml"));
    }
    assert_eq!(Reference::read(b"a text").unwrap_err(), Fault::NotWord);
    assert_eq!(with(&|it| it.0.retain(|(name, _)| name != "word/document.xml")), Fault::NotWord);
}

#[test]
fn a_hostile_reference_is_refused() {
    let mut parts = Parts::new();
    parts.put("word/styles.xml", vec![b' '; 50 << 20]);
    assert!(parts.file().len() < 1 << 20);
    assert!(matches!(parts.read(), Err(Fault::TooLarge(_))));

    let outside = |kind: &str, to: &str| {
        let link = format!(
            "<Relationships><Relationship Id=\"rId1\" Type=\"{OFFICE}/{kind}\" Target=\"{to}\" \
             TargetMode=\"External\"/></Relationships>"
        );
        let mut parts = Parts::new();
        parts.put("word/_rels/header1.xml.rels", link);
        parts.read()
    };
    // A picture that is fetched from elsewhere tells its owner who reads the document.
    for (kind, to) in [
        ("image", "https://tracker.example/logo.png"),
        ("hyperlink", "file:///etc/passwd"),
        ("oleObject", "https://x.example/x"),
    ] {
        let fault = outside(kind, to).expect_err("refused");
        assert!(matches!(&fault, Fault::Object(_, object) if object == to), "{fault:?}");
        assert!(fault.say(Lang::En).contains(to));
    }
    assert!(outside("hyperlink", "https://customs.example").is_ok());

    for (kind, to) in [("oleObject", "embeddings/x.bin"), ("image", "media/logo.exe")] {
        let mut parts = Parts::new();
        let link = format!(
            "<Relationships><Relationship Id=\"rId1\" Type=\"{OFFICE}/{kind}\" Target=\"{to}\"/></Relationships>"
        );
        parts.put("word/_rels/header1.xml.rels", link);
        assert!(matches!(parts.read(), Err(Fault::Object(..))), "{kind} {to}");
    }
    // Deep nesting is read without recursion.
    let deep = format!("{}{}", "<w:p>".repeat(200_000), "</w:p>".repeat(200_000));
    let mut parts = Parts::new();
    parts.word("word/header1.xml", "hdr", &deep);
    assert!(parts.read().is_ok());
}

#[test]
fn the_program_takes_a_reference_and_says_why_not() {
    let folder = Folder::new();
    let block = folder.write("exa.small.yaml", crate::cli::SMALL);
    let good = folder.write("good.docx", Parts::new().file());
    let out = folder.at("out");
    let args = [
        "build",
        &block,
        "--out",
        &out,
        "--reference",
        &good,
        "--lang",
        "fr",
        "--document",
        "summary",
    ];
    folder.run(&args).ends(0);
    let file =
        std::fs::read(folder.path().join("out/summary/summary.fr.docx")).expect("a Word file");
    assert!(part(&file, "word/styles.xml").contains("Marianne"));

    let mut parts = Parts::new();
    parts.word("word/styles.xml", "styles", &STYLES.replace("heading 3", "heading three"));
    let bad = folder.write("bad.docx", parts.file());
    let out = folder.at("other");
    let args = ["build", &block, "--out", &out, "--reference", &bad, "--speak", "fr"];
    let ran = folder.run(&args).ends(3);
    assert!(ran.says("bad.docx") && ran.says("« heading 3 »"), "{}", ran.err);
    assert!(!folder.path().join("other").exists(), "nothing is written");

    // The project file names it once for all.
    folder.write("gnc.toml", "reference = \"good.docx\"\n");
    let out = folder.at("third");
    folder
        .run(&["build", &block, "--out", &out, "--only", "docx", "--document", "summary"])
        .ends(0);
    let file =
        std::fs::read(folder.path().join("third/summary/summary.en.docx")).expect("a Word file");
    assert!(part(&file, "word/styles.xml").contains("Marianne"));
}
