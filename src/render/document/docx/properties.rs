//! What the file says about itself, and how programs are to treat it.

use crate::render::document::docx::emit::value;
use crate::render::document::docx::{SPACE, tag};
use crate::render::print::xml::Xml;
use crate::view::document::Edition;
use crate::words::Lang;

/// The properties that every kind of document has.
pub(super) fn core(edition: &Edition) -> String {
    let document = edition.first();
    let mut xml = Xml::lean();
    let spaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.element("cp:coreProperties", &spaces, |xml| {
        xml.leaf("dc:title", &[], &document.title);
        xml.leaf("dc:subject", &[], &document.subtitle);
        xml.leaf("dc:creator", &[], "gnc");
        xml.leaf("cp:keywords", &[], &document.block);
        xml.leaf("dc:description", &[], &document.notice);
        xml.leaf("dc:language", &[], tag(document.lang));
        let status = match &*document.mark {
            "" => document.status.clone(),
            mark => format!("{mark} ({})", document.status),
        };
        xml.leaf("cp:contentStatus", &[], &status);
        xml.leaf("cp:version", &[], &document.version);
    });
    xml.finish()
}

/// The properties of a program's document.
pub(super) fn app() -> String {
    let mut xml = Xml::lean();
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.element("Properties", &[("xmlns", space)], |xml| xml.leaf("Application", &[], "gnc"));
    xml.finish()
}

/// Properties of our own: which block, which version.
pub(super) fn custom(edition: &Edition) -> String {
    let document = edition.first();
    let mut xml = Xml::lean();
    let spaces = [
        ("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"),
        ("xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"),
    ];
    let facts = [
        ("UtilityBlock", document.block.as_str()),
        ("Version", &document.version),
        ("Status", &document.status),
        ("Mark", &document.mark),
        ("Language", edition.languages().code()),
    ];
    xml.element("Properties", &spaces, |xml| {
        for (at, (name, text)) in facts.iter().filter(|(_, text)| !text.is_empty()).enumerate() {
            let number = (at + 2).to_string();
            let attributes = [
                ("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"),
                ("pid", &*number),
                ("name", name),
            ];
            xml.element("property", &attributes, |xml| xml.leaf("vt:lpwstr", &[], text));
        }
    });
    xml.finish()
}

/// Settings: fields are brought up to date when the file is opened, since only the program that
/// lays out the pages knows their numbers.
pub(super) fn settings(lang: Lang, notes: bool) -> String {
    let mut xml = Xml::lean();
    xml.element("w:settings", &[("xmlns:w", SPACE)], |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")]);
        value(xml, "w:defaultTabStop", "709");
        value(xml, "w:characterSpacingControl", "doNotCompress");
        value(xml, "w:updateFields", "true");
        if notes {
            xml.element("w:footnotePr", &[], |xml| {
                xml.empty("w:footnote", &[("w:id", "-1")]);
                xml.empty("w:footnote", &[("w:id", "0")]);
            });
        }
        xml.element("w:compat", &[], |xml| {
            let settings = [
                ("compatibilityMode", "15"),
                ("overrideTableStyleFontSizeAndJustification", "1"),
                ("enableOpenTypeFeatures", "1"),
                ("doNotFlipMirrorIndents", "1"),
                ("differentiateMultirowTableHeaders", "1"),
            ];
            for (name, text) in settings {
                let attributes = [
                    ("w:name", name),
                    ("w:uri", "http://schemas.microsoft.com/office/word"),
                    ("w:val", text),
                ];
                xml.empty("w:compatSetting", &attributes);
            }
        });
        let tag = tag(lang);
        xml.empty("w:themeFontLang", &[("w:val", tag)]);
        let (point, list) = match lang {
            Lang::En => (".", ","),
            Lang::Fr => (",", ";"),
        };
        value(xml, "w:decimalSymbol", point);
        value(xml, "w:listSeparator", list);
    });
    xml.finish()
}

/// The fonts that the styles name, with what may stand in for each.
pub(super) fn fonts() -> String {
    let mut xml = Xml::lean();
    xml.element("w:fonts", &[("xmlns:w", SPACE)], |xml| {
        let fonts = [
            ("Arial", "Liberation Sans", "swiss", "variable"),
            ("Courier New", "Liberation Mono", "modern", "fixed"),
            ("Times New Roman", "Liberation Serif", "roman", "variable"),
        ];
        for (name, other, family, pitch) in fonts {
            xml.element("w:font", &[("w:name", name)], |xml| {
                value(xml, "w:altName", other);
                value(xml, "w:family", family);
                value(xml, "w:pitch", pitch);
            });
        }
    });
    xml.finish()
}
