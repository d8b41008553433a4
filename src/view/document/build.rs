//! From a resolved block and the templates to the document.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{ErrorKind, Kwargs, State, Tera, TeraResult};

use crate::diag::{Finding, Findings};
use crate::diff::Difference;
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::syntax::Node;
use crate::view::document::context::Values;
use crate::view::document::notes::Notes;
use crate::view::document::templates::{Template, Templates};
use crate::view::document::{
    Block, BracketKind, Definition, Document, Fact, Inline, Inlines, Paper, codes, commonmark,
    finish, plain, profile, reader, requests, values, walk,
};
use crate::view::message::MessageModel;
use crate::words::Lang;
use crate::words::document as say;

/// What is asked of a document besides its block and its language.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// Marks the document as a draft, whatever the status of the block.
    pub draft: bool,
    /// What differs from each version that is known to the next one, the last being the block.
    pub differences: &'a [Difference],
    /// Other blocks, for what a data maintenance request means to them.
    pub others: &'a [Arc<Resolved>],
    /// Paths of the elements that data maintenance requests are wanted for; all where it is empty.
    pub elements: &'a [String],
    /// Where the messages of the block are kept once a document or a writer asked for them; each
    /// document makes them for itself where nothing is given.
    pub messages: Option<&'a OnceCell<MessageModel>>,
}

/// A document of a block in one language, and what was wrong with the templates.
pub fn build(
    paper: Paper,
    resolved: &Resolved,
    templates: &Templates,
    lang: Lang,
    options: Options,
) -> (Document, Findings) {
    let mut findings = Findings::default();
    let profile = paper.compares_framework().then(|| profile::difference(resolved)).flatten();
    let mut values = Values::new(resolved, lang, options);
    values.profile = profile.as_ref();
    if paper.requests_maintenance() {
        values.requests = requests::all(resolved, options);
    }
    // Lists that accompany the annex count its points and say where they stand there.
    let known = paper.counts_as_annex().then(|| {
        let mut points = build(Paper::Annex, resolved, templates, lang, options).0.points;
        for point in &mut points {
            point.anchor.clear();
        }
        points
    });
    let context = values.context(known.as_deref());
    let parts = render(paper, &mut values, &context, templates, &mut findings);
    let mut document = cover(paper, &values, options);
    document.points = match paper {
        // It is about elements, whatever else the Parties have to agree on.
        Paper::MaintenanceRequest => Vec::new(),
        _ => known.unwrap_or_else(|| std::mem::take(&mut values.points)),
    };
    let (define, own) = glossary(&values);
    finish::finish(&mut document, parts, &define, &own, &mut findings);
    values.notes.put(&mut document);
    set_cover(&mut document);
    if paper != Paper::Summary {
        count_points(&mut document);
    }
    (document, findings)
}

/// What each template of the outline gives, in its order.
fn render<'t>(
    paper: Paper,
    values: &mut Values,
    context: &tera::Context,
    templates: &'t Templates,
    findings: &mut Findings,
) -> Vec<(&'t Template, Vec<Block>)> {
    let lang = values.lang;
    let Some(outline) = templates.get(&paper.outline()) else { return Vec::new() };
    let engine = engine(values, templates, findings);
    let mut parts = Vec::new();
    let lines = outline.text.lines().map(|line| line.split('#').next().unwrap_or("").trim());
    for line in lines.filter(|line| !line.is_empty()) {
        // A part of another document stands with the name of that document before it.
        let (folder, part) = line.rsplit_once('/').unwrap_or((paper.id(), line));
        let name = format!("{folder}/{}/{part}.md", lang.code());
        let Some(template) = templates.get(&name) else {
            let finding = Finding::new(&codes::NO_SUCH_TEMPLATE, outline.place(line));
            findings.add(finding.arg("template", &name));
            continue;
        };
        if !engine.contains_template(&name) {
            continue;
        }
        match engine.render(&name, context) {
            Ok(markdown) => {
                parts.push((template, reader::read(&markdown, template, values, findings)));
            }
            Err(error) => findings.add(broken(&error, templates, template)),
        }
    }
    parts
}

/// The template language, filled with the templates of this language that can be read.
fn engine(values: &Values, templates: &Templates, findings: &mut Findings) -> Tera {
    let mut engine = Tera::new();
    engine.autoescape_on(vec![".md"]);
    engine.set_escape_fn(escape);
    engine.register_function("ref", |args: Kwargs, _: &State| special("ref", "to", &args));
    engine.register_function("anchor", |args: Kwargs, _: &State| special("anchor", "name", &args));
    engine.register_function("named", named(values));
    engine.register_filter("listed", listed(values));
    let written = Arc::new(values.shown.iter().map(|it| it.written.clone()).collect::<Vec<_>>());
    engine.register_test("written", move |value: tera::Value, args: Kwargs, _: &State| {
        is_written(&value, &args, &written)
    });
    engine.register_test("stated", |value: tera::Value, _: Kwargs, _: &State| is_stated(&value));
    let mut list: Vec<&Template> = templates.of(values.lang).collect();
    // Reading stops at the first template that is broken: that one is reported and left out.
    loop {
        match engine.add_raw_templates(list.iter().map(|it| (&it.name, it.text.as_str()))) {
            Ok(()) => return engine,
            Err(error) => {
                let name = match error.kind() {
                    ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                        report.filename().to_owned()
                    }
                    _ => String::new(),
                };
                let at = list.iter().position(|it| it.name == name);
                let Some(template) =
                    at.or_else(|| list.len().checked_sub(1)).map(|at| list.remove(at))
                else {
                    return engine;
                };
                findings.add(broken(&error, templates, template));
            }
        }
    }
}

/// A link of our own scheme, which the template language does not escape.
fn special(kind: &str, key: &str, args: &Kwargs) -> TeraResult<tera::Value> {
    let name: String = args.must_get(key)?;
    let safe = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    if !safe {
        return Err(tera::Error::message(format!("`{name}`: letters, digits, `-`, `_`, `.`")));
    }
    Ok(tera::Value::safe_string(&format!("[](gnc:{kind}/{name})")))
}

/// The filter that gives several as `a, b and c`; with `named="language"` by their names.
fn listed(
    values: &Values,
) -> impl Fn(&tera::Value, Kwargs, &State) -> TeraResult<tera::Value> + Send + Sync + 'static {
    let lang = values.lang;
    let called = naming(values);
    move |value: &tera::Value, args: Kwargs, _: &State| {
        let kind = args.get::<String>("named")?;
        let items = value.as_array().unwrap_or(&[]).iter().map(|item| {
            let text = item.as_str().unwrap_or("");
            let text = match &kind {
                Some(kind) => called(kind, text),
                None => text.to_owned(),
            };
            if item.is_safe() {
                return text;
            }
            let mut escaped = String::new();
            commonmark::escape(&text, &mut escaped);
            escaped
        });
        let items: Vec<_> = items.collect();
        Ok(tera::Value::safe_string(&values::join(&items, lang)))
    }
}

/// The function that gives what a Party, an entity, a message or a process is called.
fn named(
    values: &Values,
) -> impl Fn(Kwargs, &State) -> TeraResult<tera::Value> + Send + Sync + 'static {
    let called = naming(values);
    move |args: Kwargs, _: &State| {
        for kind in LISTS.iter().map(|(kind, _)| *kind).chain(["language"]) {
            if let Some(id) = args.get::<String>(kind)? {
                return Ok(tera::Value::normal_string(&called(kind, &id)));
            }
        }
        let kinds = LISTS.map(|(kind, _)| kind).join(", ");
        Err(tera::Error::message(format!("`named` needs one of: {kinds}, language")))
    }
}

/// What can be called by its name, and where it is listed.
const LISTS: [(&str, &str); 6] = [
    ("party", "block.parties"),
    ("entity", "process_alignment.entities"),
    ("message", "process_alignment.messages"),
    ("process", "process_alignment.processes"),
    ("state", "process_alignment.lifecycle.states"),
    ("provision", "business_case.legal_basis"),
];

/// What something of a kind is called; its identifier where it has no name.
fn naming(values: &Values) -> impl Fn(&str, &str) -> String + Clone + Send + Sync + 'static {
    let lang = values.lang;
    let mut names: BTreeMap<(&str, String), String> = BTreeMap::new();
    for (kind, list) in LISTS {
        for (item, shape) in values.list(list) {
            for key in ["id", "stands_for"] {
                if let Some(id) = item.get(key).and_then(Node::text) {
                    let name = match kind {
                        "provision" => plain(&values.instrument(item, shape, "")),
                        _ => plain(&values.called(list, id)),
                    };
                    names.entry((kind, id.to_owned())).or_insert(name);
                }
            }
        }
    }
    move |kind: &str, id: &str| {
        if kind == "language" {
            return values::language(id, lang).to_owned();
        }
        names.get(&(kind, id.to_owned())).cloned().unwrap_or_else(|| id.to_owned())
    }
}

/// Whether a value stands in the file as `value=…`.
fn is_written(value: &tera::Value, args: &Kwargs, written: &[String]) -> TeraResult<bool> {
    let wanted: String = args.must_get("value")?;
    let Some(text) = value.as_str() else { return Ok(false) };
    let kept = text.strip_prefix("[](gnc:value/").and_then(|it| it.strip_suffix(')'));
    let kept = kept.and_then(|at| at.parse().ok()).and_then(|at: usize| written.get(at));
    Ok(kept.map_or(text, String::as_str) == wanted)
}

/// Whether the block says something here.
fn is_stated(value: &tera::Value) -> bool {
    if let Some(text) = value.as_str() {
        return !text.starts_with("[](gnc:missing/");
    }
    if let Some(items) = value.as_array() {
        return !items.is_empty();
    }
    if let Some(map) = value.as_map() {
        return map.values().any(is_stated);
    }
    !value.is_none() && !value.is_undefined()
}

fn escape(text: &str, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    let mut escaped = String::with_capacity(text.len() + 8);
    commonmark::escape(text, &mut escaped);
    out.write_all(escaped.as_bytes())
}

/// What the template language says is wrong, at its place.
fn broken(error: &tera::Error, templates: &Templates, template: &Template) -> Finding {
    let (detail, span) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let named = templates.get(report.filename()).unwrap_or(template);
            (report.message().to_owned(), named.stretch(&report.span().range))
        }
        _ => (error.to_string(), template.span.head()),
    };
    Finding::new(&codes::TEMPLATE_BROKEN, span).arg("detail", detail)
}

/// The definitions of terms: the block's own, else the catalogue's; and the block's identifiers.
fn glossary<'a>(
    values: &'a Values<'a>,
) -> (impl Fn(&str) -> Option<Definition> + use<'a>, Vec<String>) {
    let items = values.list("glossary");
    let own: Vec<String> =
        items.iter().filter_map(|(item, _)| Some(item.get("id")?.text()?.to_owned())).collect();
    let define = move |id: &str| {
        let anchor = format!("term-{id}");
        let item = items.iter().find(|(item, _)| item.get("id").and_then(Node::text) == Some(id));
        let known = values.resolved.catalogue.term(id);
        let of = |key: &str, known: Option<&str>| -> Inlines {
            let own = item.map(|(item, shape)| values.key(item, *shape, "glossary", key));
            own.filter(|own| !own.is_empty()).unwrap_or_else(|| {
                known.map(|it| vec![Inline::Text(it.to_owned())]).unwrap_or_default()
            })
        };
        let term = known.map(|it| within(it.term.any(values.lang), true));
        let term = of("term", term.as_deref());
        let meaning = known.map(|it| within(it.definition.any(values.lang), false));
        let mut meaning = of("definition", meaning.as_deref());
        if !meaning.is_empty() {
            let own = item.filter(|(item, _)| item.get("definition").is_some());
            meaning.extend(match own {
                Some((item, _)) => values.notes.of_item("glossary", item),
                None => Some(Notes::vocabulary()),
            });
        }
        (!term.is_empty() && !meaning.is_empty()).then_some(Definition { anchor, term, meaning })
    };
    (define, own)
}

/// A term or definition of the catalogue as the annex has them: without the capital of a sentence
/// and without its full stop. A term may be a name, which keeps its capitals.
fn within(text: &str, is_term: bool) -> String {
    let text = text.strip_suffix('.').unwrap_or(text);
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return String::new() };
    // In French, an article may stand before the capital without a blank: l’OMD.
    let words = text.split([' ', '’']);
    let title = words.filter(|word| word.starts_with(char::is_uppercase)).count() > 1;
    let abbreviation = chars.clone().next().is_some_and(char::is_uppercase);
    if is_term && title || abbreviation {
        return text.to_owned();
    }
    first.to_lowercase().chain(chars).collect()
}

/// The cover, without anything behind it.
fn cover(paper: Paper, values: &Values, options: Options) -> Document {
    let (resolved, lang) = (values.resolved, values.lang);
    let agreed = resolved.maturity() >= Maturity::Agreed && !options.draft;
    let text = |words: &str| vec![Inline::Text(words.to_owned())];
    let shown = |path: &str| {
        values.at(path).map(|(node, shape)| values.print(node, shape, path)).unwrap_or_default()
    };
    let parties: Vec<String> = values
        .list("block.parties")
        .into_iter()
        .map(|(item, shape)| {
            let name = plain(&values.key(item, shape, "", "name"));
            if name.is_empty() {
                item.get("id").and_then(Node::text).unwrap_or("").to_owned()
            } else {
                name
            }
        })
        .collect();
    let between = values::join(&parties, lang);
    let subtitle = subtitle(paper, resolved.is_hypothetical(), &between, lang);
    // The annex goes by the title of its block, the Utility Block by its own name.
    let titles = match paper {
        Paper::UtilityBlock | Paper::Summary => ["business_case.name", "block.title", "block.id"],
        _ => ["block.title", "business_case.name", "block.id"],
    };
    let title = titles
        .iter()
        .map(|path| plain(&shown(path)))
        .find(|title| !title.is_empty())
        .unwrap_or_default();
    let languages: Vec<String> =
        crate::view::document::tables::texts(values.at("block.languages").map(|(node, _)| node))
            .into_iter()
            .map(|code| values::language(code, lang).to_owned())
            .collect();
    let code = |words: &str| {
        if words.is_empty() { Vec::new() } else { vec![Inline::Code(words.to_owned())] }
    };
    let written =
        |path: &str| values.at(path).and_then(|(node, _)| node.text()).unwrap_or("").to_owned();
    let mut data = code(&written("process_alignment.data_cluster.model"));
    let maximum = code(&written("process_alignment.data_cluster.maximum"));
    if !data.is_empty() && !maximum.is_empty() {
        data.push(Inline::Text(say::SEMICOLON.get(lang).to_owned()));
    }
    data.extend(maximum);
    let facts = [
        (say::FACT_PARTIES, text(&between)),
        (say::FACT_STATUS, shown("block.status")),
        (say::FACT_VERSION, text(resolved.version())),
        (say::FACT_DATE, shown("block.date")),
        (say::FACT_BLOCK, code(resolved.id())),
        (say::FACT_FRAMEWORK, code(&written("block.extends"))),
        (say::FACT_LANGUAGES, text(&values::join(&languages, lang))),
        (say::FACT_DATA, data),
    ];
    // On one page there is room for what decides: between whom, how far, which version, of when.
    let room = if paper == Paper::Summary { 4 } else { facts.len() };
    let facts = facts.into_iter().take(room).filter(|(_, value)| !plain(value).is_empty());
    let facts = facts.map(|(name, value)| Fact { name: text(name.get(lang)), value }).collect();
    Document {
        paper,
        lang,
        block: resolved.id().to_owned(),
        version: resolved.version().to_owned(),
        title,
        subtitle,
        status: plain(&shown("block.status")),
        mark: if agreed { String::new() } else { say::DRAFT.get(lang).to_owned() },
        notice: if agreed { say::NOTICE_AGREED } else { say::NOTICE }.get(lang).to_owned(),
        facts,
        blocks: Vec::new(),
        points: Vec::new(),
        footnotes: Vec::new(),
    }
}

/// What kind of document it is, and between whom.
fn subtitle(paper: Paper, hypothetical: bool, between: &str, lang: Lang) -> String {
    if paper == Paper::Annex {
        return match (hypothetical, between.is_empty()) {
            (true, _) => say::SUBTITLE_FRAMEWORK.get(lang).to_owned(),
            (false, true) => say::SUBTITLE_ALONE.get(lang).to_owned(),
            (false, false) => say::SUBTITLE.with(lang, &[("parties", between)]),
        };
    }
    let what = paper.label().get(lang);
    match (hypothetical, between.is_empty()) {
        (true, _) => say::SUBTITLE_OF_FRAMEWORK.with(lang, &[("what", what)]),
        (false, true) => what.to_owned(),
        (false, false) => say::SUBTITLE_OF.with(lang, &[("what", what), ("parties", between)]),
    }
}

/// Sets the blanks of the cover as its language has them.
fn set_cover(document: &mut Document) {
    let lang = document.lang;
    for text in [&mut document.title, &mut document.subtitle, &mut document.notice] {
        finish::set_blanks(text, lang);
    }
    for fact in &mut document.facts {
        walk::pieces(&mut fact.value, &mut |inline| {
            if let Inline::Text(text) = inline {
                finish::set_blanks(text, lang);
            }
        });
    }
}

fn blanks(mut text: String, lang: Lang) -> String {
    finish::set_blanks(&mut text, lang);
    text
}

/// Says on the cover how many points are to be agreed.
fn count_points(document: &mut Document) {
    let of = |kind| document.points.iter().filter(|point| point.kind == kind).count();
    let all = document.points.len();
    if all == 0 {
        return;
    }
    let kinds = [
        (BracketKind::Proposal, say::POINTS_PROPOSED),
        (BracketKind::Open, say::POINTS_OPEN),
        (BracketKind::Missing, say::POINTS_NOT_STATED),
    ];
    let counted = kinds.iter().filter_map(|(kind, [one, many])| {
        let words = match of(*kind) {
            0 => return None,
            1 => one,
            _ => many,
        };
        Some(words.with(document.lang, &[("n", &of(*kind).to_string())]))
    });
    let counted: Vec<String> = counted.collect();
    let args = [("all", &*all.to_string()), ("kinds", &*counted.join(", "))];
    let value = say::POINT_COUNTS.with(document.lang, &args);
    let name = vec![Inline::Text(say::FACT_POINTS.get(document.lang).to_owned())];
    let value = blanks(value, document.lang);
    document.facts.push(Fact { name, value: vec![Inline::Text(value)] });
}
