//! `gnc message`: messages judged, converted, their elements explained.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use gnc::diag::Severity;
use gnc::message::{self, Syntax, Validator, element, judge};
use gnc::render::message::sample::{to_json, to_xml};
use gnc::render::print::json;
use gnc::report::{self, Format};
use gnc::resolve::{Paraphrases, Resolved};
use gnc::text::Sources;
use gnc::view::message::constraint::{Constraint, ConstraintKind};
use gnc::view::message::{Attribute, Class, MessageModel, Presence, Requirement, Term, build};
use gnc::words::{Lang, exchange as w};

use crate::disk::{self, Loader};
use crate::line::Say;
use crate::{Failure, Outcome, commands};

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    match args.subcommand() {
        Some(("validate", args)) => commands::validate::run(args, say),
        Some(("convert", args)) => convert(args, say),
        Some(("explain", args)) => explain(args, say),
        Some(("match", args)) => match model(args, say)? {
            Some(model) => commands::matching::compared(args, &model, facts(args, say)?, say),
            None => Ok(Outcome::Findings),
        },
        Some(("prefill", args)) => match model(args, say)? {
            Some(model) => commands::matching::prefilled(args, &model, facts(args, say)?, say),
            None => Ok(Outcome::Findings),
        },
        Some(("sample", args)) => match model(args, say)? {
            Some(model) if model.given.is_some() => kept_schema(say),
            Some(model) => commands::sample::run(args, &model, say),
            None => Ok(Outcome::Findings),
        },
        _ => Ok(Outcome::Clean),
    }
}

/// The messages of the block that is named; `None` when it does not resolve, which is then said.
pub(super) fn model(args: &ArgMatches, say: Say) -> Result<Option<MessageModel>, Failure> {
    Ok(resolved(args, say)?.map(|it| build::build(&it, false)))
}

/// The block that is named; `None` when it does not resolve, which is then said.
fn resolved(args: &ArgMatches, say: Say) -> Result<Option<Resolved>, Failure> {
    let path = PathBuf::from(args.get_one::<String>("block").map_or("", String::as_str));
    let project = commands::project(&path, say)?;
    let mut workspace = commands::workspace(args, &project, say)?;
    let files = disk::block_files(&path, say)?;
    let [file] = files.as_slice() else {
        let shown = disk::shown(&path);
        return Err(Failure::Usage(say.with(gnc::words::cli::ONE_BLOCK, &[("path", &shown)])));
    };
    let file = Loader::new(&mut workspace, project.blocks.as_deref(), say).load(file)?;
    workspace.prepare();
    // The rules say what is wrong with a block, not what its messages are.
    if let Some(resolved) = workspace.resolved(file) {
        return Ok(Some(resolved));
    }
    let analysis = workspace.analyse(file);
    let (sources, found) = (&workspace.sources, &analysis.findings);
    let text = report::print(Format::Human, sources, found, say.lang, commands::colour(args));
    crate::print(&text, say)?;
    Ok(None)
}

/// What is known beside the messages, from the file that is named.
pub(super) fn facts(args: &ArgMatches, say: Say) -> Result<Option<serde_json::Value>, Failure> {
    let Some(file) = args.get_one::<String>("facts") else { return Ok(None) };
    let path = Path::new(file);
    let bytes = disk::bytes(path, message::MAX_BYTES, say)?;
    let read = serde_json::from_slice::<serde_json::Value>(&bytes);
    match read.map_err(|error| error.to_string()) {
        Ok(facts) if facts.is_object() => Ok(Some(facts)),
        Ok(_) => Err(Failure::Usage(say.with(w::FACTS_WRONG, &[("file", file), ("fault", "{…}")]))),
        Err(fault) => {
            Err(Failure::Usage(say.with(w::FACTS_WRONG, &[("file", file), ("fault", &fault)])))
        }
    }
}

fn convert(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let path = PathBuf::from(args.get_one::<String>("file").map_or("", String::as_str));
    let bytes = disk::bytes(&path, message::MAX_BYTES, say)?;
    let Some(model) = model(args, say)? else { return Ok(Outcome::Findings) };
    if model.given.is_some() {
        return kept_schema(say);
    }
    let validator = Validator::new(&model);
    let mut sources = Sources::default();
    let (_, judged) = judge(&validator, &mut sources, &disk::shown(&path), bytes);
    let message = judged.message.and_then(|at| Some((at, model.messages.get(at)?)));
    let tree = message.zip(judged.items.as_ref());
    // Whatever is remarked of a message would be lost or refused on the other side.
    let tree = tree.filter(|_| judged.findings.worst() < Some(Severity::Warning));
    let tree = tree.and_then(|((at, spec), items)| Some((spec, element(&validator, at, items)?)));
    let Some((spec, tree)) = tree else {
        let colour = commands::colour(args);
        let text = report::print(Format::Human, &sources, &judged.findings, say.lang, colour);
        crate::print(&format!("{text}\n{}\n", w::NOT_CONVERTED.get(say.lang)), say)?;
        return Ok(Outcome::Findings);
    };
    let text = match judged.syntax {
        Syntax::Xml => json::print(&to_json(&tree)),
        Syntax::Json => to_xml(&model, spec, &tree),
    };
    match args.get_one::<String>("out") {
        Some(out) => disk::create(Path::new(out), &text, say)?,
        None => crate::print(&text, say)?,
    }
    Ok(Outcome::Clean)
}

/// Says that nothing but judging is done for a block that keeps an XML Schema.
pub(crate) fn kept_schema(say: Say) -> Result<Outcome, Failure> {
    crate::print(&format!("{}\n", w::KEPT_SCHEMA.get(say.lang)), say)?;
    Ok(Outcome::Findings)
}

/// An element where it stands in a message.
struct Found<'m> {
    message: &'m str,
    path: &'m str,
    json: String,
    term: &'m Term,
    presence: &'m Presence,
    attribute: Option<&'m Attribute>,
}

fn explain(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let wanted = args.get_one::<String>("path").map_or("", String::as_str).trim_matches('/');
    let Some(resolved) = resolved(args, say)? else { return Ok(Outcome::Findings) };
    let (model, said) = (build::build(&resolved, false), resolved.paraphrases(say.lang));
    let rule = model.constraints.iter().find(|it| it.is_rule() && it.name() == wanted);
    if let Some(rule) = rule {
        crate::print(&rule_card(&model, rule, &said, say.lang), say)?;
        return Ok(Outcome::Clean);
    }
    let mut all = Vec::new();
    for message in &model.messages {
        let label = message.label.any(say.lang);
        walk(&message.root, if label.is_empty() { &message.id } else { label }, "", &mut all);
    }
    let is = |it: &Found<'_>| {
        it.path == wanted || it.path.strip_suffix(wanted).is_some_and(|rest| rest.ends_with('/'))
    };
    let mut paths: Vec<&str> = all.iter().filter(|it| is(it)).map(|it| it.path).collect();
    paths.sort_unstable();
    paths.dedup();
    if paths.is_empty() {
        let known = gnc::model::closest(wanted, all.iter().map(|it| it.path));
        let hint = match known {
            Some(path) => say.with(w::MEANT, &[("path", path)]),
            None => w::NO_HINT.get(say.lang).to_owned(),
        };
        let args = [("block", model.block.as_str()), ("path", wanted), ("hint", hint.as_str())];
        return Err(Failure::Usage(say.with(w::NO_PATH, &args)));
    }
    let cards: Vec<String> = paths
        .into_iter()
        .map(|path| card(&model, all.iter().filter(|it| it.path == path), &said, say.lang))
        .collect();
    crate::print(&cards.join("\n"), say)?;
    Ok(Outcome::Clean)
}

/// What is known of a business rule.
fn rule_card(model: &MessageModel, rule: &Constraint, said: &Paraphrases, lang: Lang) -> String {
    let mut text = format!("{}\n{}\n\n", rule.name(), rule.statement.any(lang));
    let messages: Vec<&str> = rule
        .messages
        .iter()
        .filter_map(|at| model.messages.get(*at))
        .map(|it| it.label.any(lang))
        .collect();
    let (tolerance, action) = match &rule.kind {
        ConstraintKind::Rule { tolerance, action, .. } => (tolerance.any(lang), action.any(lang)),
        ConstraintKind::Condition { .. } => ("", ""),
    };
    let facts = rule.facts.join(", ");
    let facts = [
        (w::MEANS, said.rule(rule.name())),
        (w::EXPRESSION, &rule.written),
        (w::TOLERANCE, tolerance),
        (w::RULE_CODE, rule.code()),
        (w::OTHERWISE, action),
        (w::JUDGED_ON, &messages.join(", ")),
        (w::NEEDS, &facts),
    ];
    for (name, value) in facts.into_iter().filter(|it| !it.1.is_empty()) {
        let _ = writeln!(text, "{}", name.with(lang, &[("x", value)]));
    }
    text
}

fn walk<'m>(class: &'m Class, message: &'m str, above: &str, all: &mut Vec<Found<'m>>) {
    let json = format!("{above}/{}", class.json);
    for it in &class.attributes {
        all.push(Found {
            message,
            path: &it.path,
            json: format!("{json}/{}", it.json),
            term: &it.term,
            presence: &it.presence,
            attribute: Some(it),
        });
    }
    for it in &class.classes {
        walk(it, message, &json, all);
    }
    let (path, term, presence) = (&class.path, &class.term, &class.presence);
    all.push(Found { message, path, json, term, presence, attribute: None });
}

/// What is known of one element, and where it stands.
fn card<'m>(
    model: &MessageModel,
    mut places: impl Iterator<Item = &'m Found<'m>>,
    said: &Paraphrases,
    lang: Lang,
) -> String {
    let Some(first) = places.next() else { return String::new() };
    let term = first.term;
    let mut text = format!("{}\n", first.path);
    for said in [term.label.any(lang), term.definition.any(lang)] {
        if !said.is_empty() {
            let _ = writeln!(text, "{said}");
        }
    }
    text.push('\n');
    let of = first.attribute.and_then(|it| model.data_type(it));
    let list = of.and_then(|it| it.codes).and_then(|at| model.code_lists.get(at));
    let wco = [term.wco_id.as_str(), &term.wco_name, &term.dictionary_entry];
    let wco: Vec<&str> = wco.into_iter().filter(|it| !it.is_empty()).collect();
    let facts = [
        (w::WCO, wco.join(", ")),
        (w::KIND, of.map_or_else(String::new, |it| format!("{:?}", it.kind))),
        (w::ELEMENT_FORMAT, term.format.clone()),
        (w::CODES, list.map_or_else(String::new, |it| it.id.clone())),
        (w::CLASSIFICATION, term.classification.clone()),
        (w::JSON, first.json.clone()),
    ];
    for (name, value) in facts.into_iter().filter(|it| !it.1.is_empty()) {
        let _ = writeln!(text, "{}: {value}", name.get(lang));
    }
    let _ = writeln!(text, "\n{}", w::IN_MESSAGES.get(lang));
    for it in std::iter::once(first).chain(places) {
        let most = match it.presence.max {
            Presence::UNBOUNDED => "*".to_owned(),
            max => max.to_string(),
        };
        let occurs = format!("{}..{most}", it.presence.min);
        let requirement = match it.presence.requirement {
            Requirement::Mandatory => gnc::model::Requirement::Mandatory,
            Requirement::Conditional => gnc::model::Requirement::Conditional,
            Requirement::Optional => gnc::model::Requirement::Optional,
        };
        let requirement = requirement.label().get(lang);
        let args = [("message", it.message), ("requirement", requirement), ("occurs", &occurs)];
        let _ = writeln!(text, "{}", w::IN_MESSAGE.with(lang, &args));
        let condition = it.presence.condition.any(lang);
        if !condition.is_empty() {
            let _ = writeln!(text, "{}", w::CONDITION.with(lang, &[("condition", condition)]));
        }
    }
    let condition = model.constraints.iter().find(|it| !it.is_rule() && it.name() == first.path);
    if let Some(it) = condition {
        let _ = writeln!(text, "\n{}", w::MEANS.with(lang, &[("x", said.condition(it.name()))]));
        let _ = writeln!(text, "{}", w::EXPRESSION.with(lang, &[("x", &it.written)]));
    }
    let speaks = |it: &&Constraint| {
        let mut named = gnc::expression::references(&it.checked.expr).into_iter();
        it.is_rule() && named.any(|it| it.path.join("/") == first.path)
    };
    let rules: Vec<&str> = model.constraints.iter().filter(speaks).map(Constraint::name).collect();
    if !rules.is_empty() {
        let _ = writeln!(text, "{}", w::RULES_OF.with(lang, &[("x", &rules.join(", "))]));
    }
    text
}
