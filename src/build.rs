//! From a block that resolved to its artifacts: views, then writers.

use crate::diag::Findings;
use crate::render::document::Picture;
use crate::render::{Artifact, Kind, document, message, process};
use crate::resolve::Resolved;
use crate::text::Sources;
use crate::verify;
use crate::view;
use crate::view::document::templates::Templates;
use crate::view::document::{Drawing, Options};
use crate::view::message::MessageModel;
use crate::view::process::Process;
use crate::view::process::layout::Layout;
use crate::view::process::lifecycle::StateMachine;
use crate::words::Lang;
use crate::workspace::Analysis;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The kinds of artifacts.
    pub kinds: Vec<Kind>,
    /// The languages of documents and pictures.
    pub langs: Vec<Lang>,
    /// Whether every artifact is marked as a draft.
    pub draft: bool,
    /// Templates that take the place of embedded ones: path below the template folder, and text.
    pub templates: Vec<(String, String)>,
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
    if wants(&[Kind::Xsd, Kind::JsonSchema, Kind::OpenApi, Kind::Sample]) {
        let model = view::message::build::build(resolved, request.draft);
        messages(&model, request, &mut built.artifacts);
        built.findings.extend(verify::samples(&built.artifacts, resolved.place()));
    }
    if wants(&[Kind::Markdown, Kind::Html, Kind::Bpmn, Kind::Svg, Kind::Mermaid]) {
        let pictured = Pictured::of(resolved, request);
        pictured.write(request, &mut built.artifacts);
        if wants(&[Kind::Markdown, Kind::Html]) {
            documents(resolved, &pictured, request, sources, &mut built);
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
        let drawn = [Kind::Svg, Kind::Markdown, Kind::Html];
        let langs: &[Lang] = match drawn.iter().any(|kind| request.kinds.contains(kind)) {
            true => &request.langs,
            false => &[],
        };
        let laid_out = |lang| processes.iter().map(|it| process::svg::lay_out(it, lang)).collect();
        let layouts = langs.iter().map(|lang| (*lang, laid_out(*lang))).collect();
        Self { processes, lifecycle, layouts }
    }

    fn laid_out(&self, lang: Lang) -> impl Iterator<Item = (&Process, &Layout)> {
        let layouts = self.layouts.iter().filter(move |it| it.0 == lang).flat_map(|it| &it.1);
        self.processes.iter().zip(layouts)
    }

    fn write(&self, request: &Request, artifacts: &mut Vec<Artifact>) {
        let wants = |kind| request.kinds.contains(&kind);
        for lang in request.langs.iter().filter(|_| wants(Kind::Svg)) {
            let pictures = self.laid_out(*lang);
            artifacts.extend(pictures.map(|(it, layout)| process::svg::write(it, layout, *lang)));
            artifacts.extend(self.lifecycle.iter().map(|it| process::svg::write_states(it, *lang)));
        }
        // One file for each process, its names in the first language and documented in the others.
        for lang in request.langs.iter().take(1).filter(|_| wants(Kind::Bpmn)) {
            artifacts.extend(self.processes.iter().map(|it| process::bpmn::write(it, *lang)));
        }
        for lang in request.langs.iter().filter(|_| wants(Kind::Mermaid)) {
            use process::mermaid;
            artifacts.extend(self.processes.iter().map(|it| mermaid::write(it, *lang)));
            let sequences = self.processes.iter();
            artifacts.extend(sequences.filter_map(|it| mermaid::write_sequence(it, *lang)));
            artifacts.extend(self.lifecycle.iter().map(|it| mermaid::write_states(it, *lang)));
        }
    }

    /// The pictures of an annex in `lang`, which lies one folder beside them.
    fn pictures(&self, lang: Lang) -> Vec<Picture> {
        let picture = |(it, layout): (&Process, &Layout)| Picture {
            drawing: Drawing::Process(it.id.clone()),
            path: format!("../{}", process::path(&it.id, Some(lang), "svg")),
            svg: process::svg::drawing(it, layout, lang),
        };
        let mut pictures: Vec<_> = self.laid_out(lang).map(picture).collect();
        pictures.extend(self.lifecycle.iter().map(|it| Picture {
            drawing: Drawing::Lifecycle,
            path: format!("../{}", process::path(&it.id, Some(lang), "svg")),
            svg: process::svg::states(it, lang),
        }));
        pictures
    }
}

fn documents(
    resolved: &Resolved,
    pictured: &Pictured,
    request: &Request,
    sources: &mut Sources,
    built: &mut Built,
) {
    let own: Vec<_> = request
        .templates
        .iter()
        .map(|(name, text)| (name.clone(), sources.add(name.clone(), text.as_str())))
        .collect();
    let templates = Templates::new(sources, &own);
    for lang in &request.langs {
        let options = Options { draft: request.draft };
        let (annex, findings) = view::document::build(resolved, &templates, *lang, options);
        built.findings.extend(findings);
        let pictures = pictured.pictures(*lang);
        if request.kinds.contains(&Kind::Markdown) {
            built.artifacts.push(document::markdown::write(&annex, &pictures));
        }
        if request.kinds.contains(&Kind::Html) {
            built.artifacts.push(document::html::write(&annex, &pictures));
        }
    }
}
