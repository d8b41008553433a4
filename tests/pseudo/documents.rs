//! Every document, the workbook and the pictures.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::sync::Arc;

use gnc::build::{Built, Request, build};
use gnc::catalogue::Catalogue;
use gnc::check::EXAMPLE_BLOCK;
use gnc::diag::Findings;
use gnc::render::Kind;
use gnc::view::document::Paper;
use gnc::words::{Lang, Languages};
use gnc::workspace::Workspace;
use regex::Regex;

use crate::world;

/// Names of software and of those who keep code lists that have none in French.
const SAME: &[&str] = &["gnc", "Maintenance", "Agency"];

/// Built of the example block as it is, and as a draft with points that are still open.
fn built(yaml: &str, draft: bool) -> (String, Built) {
    let yaml = world::block(yaml);
    let mut workspace = Workspace::default();
    let mut files = Vec::new();
    for (name, text) in world::data() {
        files.push(workspace.sources.add(format!("data/{name}"), text));
    }
    let mut found = Findings::default();
    let catalogue = Catalogue::with_files(&workspace.sources, &files, &mut found);
    workspace.catalogue = Arc::new(catalogue);
    let (file, _) = workspace.add("exa-exb.co-push.yaml", yaml.clone().into_bytes());
    workspace.prepare();
    let analysis = workspace.analyse(file);
    assert!(analysis.complete, "{:?}", analysis.findings.list.first());
    let not_made = [Kind::Pdf, Kind::Manifest];
    let request = Request {
        kinds: Kind::ALL.into_iter().filter(|kind| !not_made.contains(kind)).collect(),
        papers: Paper::ALL.to_vec(),
        languages: vec![Languages::One(Lang::Fr)],
        draft,
        templates: world::templates(),
        ..Request::default()
    };
    let built = build(&analysis, &request, &mut workspace.sources);
    (yaml, built)
}

/// What people read of an artifact; nothing for one that says everything in both languages.
fn read(kind: Kind, bytes: &[u8]) -> Vec<String> {
    let text = || String::from_utf8_lossy(bytes).into_owned();
    match kind {
        Kind::Markdown => vec![markdown(&text())],
        Kind::Html => html(&text()),
        Kind::Svg => vec![tags().replace_all(&style().replace_all(&text(), " "), " ").into_owned()],
        Kind::Mermaid => quoted(&text()),
        Kind::Docx => parts(bytes, |name| {
            name.starts_with("word/")
                && name.ends_with(".xml")
                && !name.contains("theme")
                && !name.contains("styles")
                && !name.contains("fontTable")
                && !name.contains("settings")
        }),
        Kind::Xlsx => parts(bytes, |name| name.contains("sharedStrings")),
        _ => Vec::new(),
    }
}

fn tags() -> Regex {
    Regex::new("(?s)<[^>]*>").unwrap()
}

fn style() -> Regex {
    Regex::new("(?s)<style.*?</style>|<script.*?</script>|<code.*?</code>").unwrap()
}

fn markdown(text: &str) -> String {
    let code = Regex::new(r"(?s)```.*?```|`[^`]*`|\]\([^)]*\)|\{[^}]*\}|<[^>]*>").unwrap();
    code.replace_all(text, " ").into_owned()
}

fn html(text: &str) -> Vec<String> {
    let said = Regex::new(r#"(?:alt|title|aria-label)="([^"]*)""#).unwrap();
    let mut found: Vec<String> = said.captures_iter(text).map(|it| it[1].to_owned()).collect();
    found.push(tags().replace_all(&style().replace_all(text, " "), " ").into_owned());
    found
}

fn quoted(text: &str) -> Vec<String> {
    let quoted = Regex::new("\"([^\"]*)\"").unwrap();
    quoted.captures_iter(text).map(|it| tags().replace_all(&it[1], " ").into_owned()).collect()
}

/// The texts of the parts of an Office file.
fn parts(bytes: &[u8], wanted: fn(&str) -> bool) -> Vec<String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut found = Vec::new();
    let field = Regex::new("(?s)<w:instrText.*?</w:instrText>").unwrap();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        if part.name().is_ok_and(|name| wanted(&name)) {
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            // Runs of one word follow each other directly.
            let text = text
                .replace("</w:p>", " ")
                .replace("</si>", " ")
                .replace("<w:tab/>", " ")
                .replace("&amp;", " ");
            found.push(tags().replace_all(&field.replace_all(&text, " "), "").into_owned());
        }
    }
    found
}

#[test]
fn no_document_workbook_or_picture_has_a_string_that_is_not_translated() {
    let open = EXAMPLE_BLOCK
        .replacen("status: agreed", "status: negotiation", 1)
        .replacen(
            "within: PT15M",
            "within: {open: {owner: EXA, due: 2027-01-01, note: {en: Soon., fr: Bientôt.}}}",
            1,
        )
        .replacen("within: P5D", "within: {proposals: {EXA: P5D, EXB: P8D}}", 1);
    let mut wrong: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut kinds = BTreeSet::new();
    for (yaml, draft) in [(EXAMPLE_BLOCK, false), (&*open, true)] {
        let (yaml, built) = built(yaml, draft);
        let mut known = world::values(&yaml);
        known.extend(SAME.iter().map(|it| (*it).to_owned()));
        for artifact in &built.artifacts {
            for text in read(artifact.kind, &artifact.bytes) {
                kinds.insert(artifact.kind);
                let found = world::untranslated(&text, &known).into_iter().map(str::to_owned);
                wrong.entry(artifact.path.clone()).or_default().extend(found);
            }
        }
    }
    wrong.retain(|_, words| !words.is_empty());
    assert!(kinds.len() >= 6, "{kinds:?}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
