//! From a block that resolved to its artifacts: views, then writers.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diag::Findings;
use crate::diff::{Difference, diff};
use crate::model::{Scalar, Version};
use crate::printing;
use crate::render::document::Picture;
use crate::render::document::docx::reference::Reference;
use crate::render::document::pdf::Setter;
use crate::render::{Artifact, Kind, document, message, process, workbook};
use crate::resolve::Resolved;
use crate::text::Sources;
use crate::verify;
use crate::view;
use crate::view::document::templates::Templates;
use crate::view::document::{Drawing, Edition, Options, Paper, Parallel};
use crate::view::message::MessageModel;
use crate::view::process::Process;
use crate::view::process::exchange::{self, EXCHANGE, Exchange};
use crate::view::process::layout::Layout;
use crate::view::process::lifecycle::StateMachine;
use crate::words::{Lang, Languages};
use crate::workspace::Analysis;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The kinds of artifacts.
    pub kinds: Vec<Kind>,
    /// The documents.
    pub papers: Vec<Paper>,
    /// The languages of documents: each is an edition, in one language or in two side by side.
    /// Pictures are made in each of these languages.
    pub languages: Vec<Languages>,
    /// Whether every artifact is marked as a draft.
    pub draft: bool,
    /// Templates that take the place of embedded ones: path below the template folder, and text.
    pub templates: Vec<(String, String)>,
    /// The Word file whose look the Word files take over.
    pub reference: Option<Reference>,
    /// Earlier versions of the block, for the record of changes.
    pub earlier: Vec<Arc<Resolved>>,
    /// Other blocks, for what a data maintenance request means to them.
    pub others: Vec<Arc<Resolved>>,
    /// Paths of the elements that data maintenance requests are wanted for; all where it is empty.
    pub elements: Vec<String>,
}

impl Default for Request {
    /// What a build makes when nothing else is asked for: the annex and everything that is quick, in
    /// each language.
    fn default() -> Self {
        Self {
            kinds: Kind::ALL.into_iter().filter(|kind| kind.is_default()).collect(),
            papers: vec![Paper::Annex],
            languages: Lang::ALL.map(Languages::One).to_vec(),
            draft: false,
            templates: Vec::new(),
            reference: None,
            earlier: Vec::new(),
            others: Vec::new(),
            elements: Vec::new(),
        }
    }
}

impl Request {
    /// Every language that an edition needs, each once.
    fn langs(&self) -> Vec<Lang> {
        let mut langs = Vec::new();
        for lang in self.languages.iter().flat_map(|it| it.each()) {
            if !langs.contains(&lang) {
                langs.push(lang);
            }
        }
        langs
    }

    fn documents(&self) -> bool {
        self.kinds.iter().any(|kind| kind.is_document())
    }
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Built {
    /// The artifacts, in the order of [`Kind::ALL`].
    pub artifacts: Vec<Artifact>,
    /// What was found on the way: in templates, and in samples that do not fit their schemas.
    pub findings: Findings,
}

/// Makes the artifacts that are asked for from a block that resolved.
///
/// Nothing is made of a block that did not resolve. Texts of templates are added to `sources`, so
/// that findings in them have a place.
pub fn build(analysis: &Analysis, request: &Request, sources: &mut Sources) -> Built {
    let mut built = Built::default();
    let Some(resolved) = analysis.resolved.as_ref().filter(|_| analysis.complete) else {
        return built;
    };
    let wants = |kinds: &[Kind]| kinds.iter().any(|kind| request.kinds.contains(kind));
    let model = OnceCell::new();
    if wants(&[Kind::Xsd, Kind::JsonSchema, Kind::OpenApi, Kind::Schematron, Kind::Sample]) {
        let model = model.get_or_init(|| view::message::build::build(resolved, request.draft));
        messages(model, request, &mut built.artifacts);
        built.findings.extend(verify::samples(&built.artifacts, resolved.place()));
    }
    if wants(&[Kind::Xlsx]) {
        workbooks(resolved, &model, request, sources, &mut built);
    }
    if request.documents() || wants(&[Kind::Bpmn, Kind::Svg, Kind::Mermaid]) {
        let pictured = Pictured::of(resolved, request);
        pictured.write(request, &mut built.artifacts);
        if request.documents() {
            documents(resolved, &model, &pictured, request, sources, &mut built);
        }
    }
    built.findings.extend(verify::distinct(&mut built.artifacts, resolved.place()));
    let order = |artifact: &Artifact| Kind::ALL.iter().position(|kind| *kind == artifact.kind);
    built.artifacts.retain(|artifact| request.kinds.contains(&artifact.kind));
    built.artifacts.sort_by(|a, b| (order(a), &a.path).cmp(&(order(b), &b.path)));
    built
}

fn messages(model: &MessageModel, request: &Request, artifacts: &mut Vec<Artifact>) {
    let wants = |kind| request.kinds.contains(&kind);
    if wants(Kind::Xsd) {
        artifacts.extend(message::xsd::write(model));
    }
    if model.given.is_some() {
        // The XML Schema that messages keep says nothing of JSON, and nothing else is made beside it.
        return;
    }
    if wants(Kind::Schematron) {
        artifacts.extend(message::schematron::write(model));
    }
    // Samples are checked against their schemas, so one is not made without the other.
    if wants(Kind::JsonSchema) || wants(Kind::Sample) {
        artifacts.extend(message::json_schema::write(model));
    }
    if wants(Kind::Sample) {
        artifacts.extend(message::sample::write(model));
    }
    if wants(Kind::OpenApi) {
        artifacts.extend(message::openapi::write(model));
    }
}

/// What is drawn of a block.
struct Pictured {
    processes: Vec<Process>,
    lifecycle: Option<StateMachine>,
    exchange: Option<Exchange>,
    /// The processes laid out, in each language in which they are drawn.
    layouts: Vec<(Lang, Vec<Layout>)>,
}

impl Pictured {
    fn of(resolved: &Resolved, request: &Request) -> Self {
        let draft = request.draft;
        let mut processes = view::process::build::build(resolved);
        for process in &mut processes {
            process.draft = draft;
        }
        let mut lifecycle = view::process::build::lifecycle(resolved);
        if let Some(lifecycle) = &mut lifecycle {
            lifecycle.draft = draft;
        }
        let mut exchange = exchange::build(resolved);
        if let Some(exchange) = &mut exchange {
            exchange.draft = draft;
        }
        let langs = match request.documents() || request.kinds.contains(&Kind::Svg) {
            true => request.langs(),
            false => Vec::new(),
        };
        let laid_out = |lang| processes.iter().map(|it| process::svg::lay_out(it, lang)).collect();
        let layouts = langs.into_iter().map(|lang| (lang, laid_out(lang))).collect();
        Self { processes, lifecycle, exchange, layouts }
    }

    fn laid_out(&self, lang: Lang) -> impl Iterator<Item = (&Process, &Layout)> {
        let layouts = self.layouts.iter().filter(move |it| it.0 == lang).flat_map(|it| &it.1);
        self.processes.iter().zip(layouts)
    }

    fn write(&self, request: &Request, artifacts: &mut Vec<Artifact>) {
        let wants = |kind| request.kinds.contains(&kind);
        let langs = request.langs();
        for lang in langs.iter().filter(|_| wants(Kind::Svg)) {
            let pictures = self.laid_out(*lang);
            artifacts.extend(pictures.map(|(it, layout)| process::svg::write(it, layout, *lang)));
            artifacts.extend(self.lifecycle.iter().map(|it| process::svg::write_states(it, *lang)));
            artifacts
                .extend(self.exchange.iter().map(|it| process::svg::write_exchange(it, *lang)));
        }
        // One file for each process, its names in the first language and documented in the others.
        for lang in langs.iter().take(1).filter(|_| wants(Kind::Bpmn)) {
            artifacts.extend(self.processes.iter().map(|it| process::bpmn::write(it, *lang)));
        }
        for lang in langs.iter().filter(|_| wants(Kind::Mermaid)) {
            use process::mermaid;
            artifacts.extend(self.processes.iter().map(|it| mermaid::write(it, *lang)));
            let sequences = self.processes.iter();
            artifacts.extend(sequences.filter_map(|it| mermaid::write_sequence(it, *lang)));
            artifacts.extend(self.lifecycle.iter().map(|it| mermaid::write_states(it, *lang)));
        }
    }

    /// The pictures of documents, which lie one folder beside them, in each language.
    fn pictures(&self, request: &Request) -> Vec<Picture> {
        let wants = |kind| request.kinds.contains(&kind);
        let mut painter = wants(Kind::Docx).then(process::dots::Painter::default);
        let mut picture = |drawing, lang, id: &str, svg, sheets: Vec<String>| {
            let draw = |sheet: &String| painter.as_mut()?.draw(sheet);
            let path = format!("../{}", process::path(id, Some(lang), "svg"));
            let dots = sheets.iter().map_while(draw).collect();
            Picture { drawing, lang, path, svg, sheets, dots }
        };
        let printed = wants(Kind::Docx) || wants(Kind::Pdf);
        let (shown, none) = (wants(Kind::Html), String::new);
        let summary = request.papers.contains(&Paper::Summary);
        let mut pictures = Vec::new();
        for lang in request.langs() {
            for (it, layout) in self.laid_out(lang) {
                use process::svg::{drawing, sheets};
                let svg = if shown { drawing(it, layout, lang) } else { none() };
                let sheets = if printed { sheets(it, layout, lang) } else { Vec::new() };
                let what = Drawing::Process(it.id.clone());
                pictures.push(picture(what, lang, &it.id, svg, sheets));
            }
            if let Some(it) = &self.lifecycle {
                use process::svg::{state_sheets, states};
                let svg = if shown { states(it, lang) } else { none() };
                let sheets = if printed { state_sheets(it, lang) } else { Vec::new() };
                pictures.push(picture(Drawing::Lifecycle, lang, &it.id, svg, sheets));
            }
            // Only who has no time for more looks at the whole exchange in one picture.
            if let Some(it) = self.exchange.as_ref().filter(|_| summary) {
                let svg = if shown { process::svg::exchange(it, lang) } else { none() };
                let sheets =
                    if printed { process::svg::exchange_sheets(it, lang) } else { Vec::new() };
                pictures.push(picture(Drawing::Exchange, lang, EXCHANGE, svg, sheets));
            }
        }
        pictures
    }
}

/// The workbook of the data cluster in each language; its points are those of the annex.
fn workbooks(
    resolved: &Resolved,
    model: &OnceCell<MessageModel>,
    request: &Request,
    sources: &mut Sources,
    built: &mut Built,
) {
    let templates = templates(request, sources);
    let options = Options { draft: request.draft, messages: Some(model), ..Options::default() };
    for lang in request.langs() {
        let annex = view::document::build(Paper::Annex, resolved, &templates, lang, options).0;
        let book = view::workbook::build(resolved, &annex.points, lang, request.draft);
        match workbook::xlsx::write(&book) {
            Ok(artifact) => built.artifacts.push(artifact),
            Err(error) => built.findings.add(verify::too_large(&error, resolved.place())),
        }
    }
}

fn templates(request: &Request, sources: &mut Sources) -> Templates {
    let own: Vec<_> = request
        .templates
        .iter()
        .map(|(name, text)| (name.clone(), sources.add(name.clone(), text.as_str())))
        .collect();
    Templates::new(sources, &own)
}

fn documents(
    resolved: &Resolved,
    model: &OnceCell<MessageModel>,
    pictured: &Pictured,
    request: &Request,
    sources: &mut Sources,
    built: &mut Built,
) {
    let templates = templates(request, sources);
    let differences = differences(resolved, request);
    let options = Options {
        draft: request.draft,
        differences: &differences,
        others: &request.others,
        elements: &request.elements,
        messages: Some(model),
    };
    let mut setter = setter(resolved, request);
    let mut troubles = Vec::new();
    let pictures = pictured.pictures(request);
    for paper in &request.papers {
        // Each language is made once, also where it stands alone and beside another.
        let mut texts = Vec::new();
        for lang in request.langs() {
            let (text, findings) =
                view::document::build(*paper, resolved, &templates, lang, options);
            built.findings.extend(findings);
            texts.push(text);
        }
        let text = |lang| texts.iter().find(|text| text.lang == lang).cloned();
        for languages in &request.languages {
            let edition = match *languages {
                Languages::One(lang) => text(lang).map(|it| Edition::One(Box::new(it))),
                Languages::Two(left, right) => text(left)
                    .zip(text(right))
                    .map(|(left, right)| Edition::Parallel(Box::new(Parallel::new(left, right)))),
            };
            if let Some(edition) = edition {
                write(&edition, &pictures, request, &mut built.artifacts);
                if request.kinds.contains(&Kind::Pdf) {
                    match document::pdf::write(&edition, &pictures, &mut setter) {
                        Ok(artifact) => built.artifacts.push(artifact),
                        Err(more) => troubles.extend(more),
                    }
                }
            }
        }
    }
    troubles.dedup();
    built.findings.extend(printing::findings(&troubles, &templates, resolved.place()));
    built.findings.extend(printing::unknown(&setter.unknown, resolved.place()));
}

/// What differs from each earlier version to the next one, and from the last to the block; nothing
/// where no document tells it.
fn differences(resolved: &Resolved, request: &Request) -> Vec<Difference> {
    if !request.papers.contains(&Paper::Changes) {
        return Vec::new();
    }
    let version = |block: &Resolved| Version::parse(block.version());
    let mut versions: Vec<&Resolved> = request.earlier.iter().map(|it| &**it).collect();
    versions.sort_by_key(|it| version(it));
    versions.push(resolved);
    let differing = |pair: &[&Resolved]| {
        let (from, to) = (pair.first()?, pair.last()?);
        let found = diff(from, to);
        // A copy of a version is no version before it.
        (from.version() != to.version() || !found.changes.is_empty()).then_some(found)
    };
    versions.windows(2).filter_map(differing).collect()
}

/// What all PDFs have in common.
fn setter<'a>(resolved: &Resolved, request: &'a Request) -> Setter<'a> {
    let date = resolved.block.block.as_ref().and_then(|control| control.date.as_ref());
    let is_typst = |name: &str| name.rsplit('.').next() == Some("typ");
    let own = request.templates.iter().filter(|(name, _)| is_typst(name));
    Setter {
        own: own.map(|(name, text)| (name.as_str(), text.as_str())).collect(),
        date: date.and_then(|date| {
            let day = date.value.0;
            let part = |number: i8| u8::try_from(number).ok();
            Some((i32::from(day.year()), part(day.month())?, part(day.day())?))
        }),
        unknown: BTreeSet::new(),
    }
}

/// An edition in each of the kinds that show documents and are asked for.
fn write(
    edition: &Edition,
    pictures: &[Picture],
    request: &Request,
    artifacts: &mut Vec<Artifact>,
) {
    for kind in &request.kinds {
        match kind {
            Kind::Markdown => artifacts.push(document::markdown::write(edition, pictures)),
            Kind::Html => artifacts.push(document::html::write(edition, pictures)),
            Kind::Docx => {
                let reference = request.reference.as_ref();
                artifacts.push(document::docx::write_as(edition, pictures, reference));
            }
            // PDF may fail, so it is written by itself.
            _ => {}
        }
    }
}
