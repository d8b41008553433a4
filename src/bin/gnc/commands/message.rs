//! `gnc message`: messages judged, converted, their elements explained.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{BufRead, Read};
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use gnc::diag::Severity;
use gnc::message::{self, Judged, Syntax, Validator, element, judge};
use gnc::render::message::sample::{to_json, to_xml};
use gnc::render::print::json;
use gnc::report::{self, Format};
use gnc::text::Sources;
use gnc::view::message::constraint::{Constraint, ConstraintKind};
use gnc::view::message::{Attribute, Class, MessageModel, Presence, Requirement, Term, build};
use gnc::words::{Lang, count, exchange as w};

use crate::commands::answer::Answers;
use crate::disk::{self, Loader};
use crate::line::Say;
use crate::{Failure, Outcome, commands};

/// Messages that are held at once by each processor.
const AT_ONCE: usize = 32;

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    match args.subcommand() {
        Some(("validate", args)) => validate(args, say),
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
    let analysis = workspace.analyse(file);
    if let Some(resolved) = analysis.resolved.as_ref().filter(|_| analysis.complete) {
        return Ok(Some(build::build(resolved, false)));
    }
    let (sources, found) = (&workspace.sources, &analysis.findings);
    let text = report::print(Format::Human, sources, found, say.lang, commands::colour(args));
    crate::print(&text, say)?;
    Ok(None)
}

/// Where messages come from.
enum Source {
    /// A file that is one message.
    File(PathBuf),
    /// A file of one JSON message a line; standard input for `-`.
    Lines(PathBuf),
}

/// One message with the name it is shown under.
type Named = (String, Vec<u8>);

fn validate(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let mut sources = Vec::new();
    for given in args.get_many::<String>("files").into_iter().flatten() {
        collect(Path::new(given), &mut sources, say)?;
    }
    let Some(model) = model(args, say)? else { return Ok(Outcome::Findings) };
    let mut validator = Validator::new(&model);
    if let Some(facts) = facts(args, say)? {
        validator = validator.with_facts(facts);
    }
    let format = args.get_one::<String>("format").map_or("human", String::as_str);
    let lines = format != "human";
    let answers = match format {
        // An answer is written by the schema that gnc makes, not by one that is kept.
        "acknowledgement" if model.given.is_some() => return kept_schema(say),
        "acknowledgement" => Some(Answers::new(args, &model, say)?),
        _ => None,
    };
    let form = Form { lines, answers, lang: say.lang, colour: commands::colour(args) };
    let (mut valid, mut invalid) = (0_usize, 0_usize);
    let mut undecided = BTreeSet::new();
    let mut judge_all = |batch: &mut Vec<Named>| -> Result<(), Failure> {
        for it in judged_together(&validator, std::mem::take(batch), &form) {
            if it.valid {
                valid += 1;
            } else {
                invalid += 1;
            }
            undecided.extend(it.undecided);
            match &form.answers {
                Some(answers) => answers.put(it.text, it.answer, say)?,
                None => crate::print(&it.text, say)?,
            }
        }
        Ok(())
    };
    let most = AT_ONCE * std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let mut batch: Vec<Named> = Vec::with_capacity(most);
    for source in sources {
        match source {
            Source::File(path) => {
                batch.push((disk::shown(&path), disk::bytes(&path, message::MAX_BYTES, say)?));
                if batch.len() >= most {
                    judge_all(&mut batch)?;
                }
            }
            Source::Lines(path) => {
                let name = disk::shown(&path);
                let mut input: Box<dyn BufRead> = match name.as_str() {
                    "-" => Box::new(std::io::stdin().lock()),
                    _ => Box::new(std::io::BufReader::new(disk::open(&path, say)?)),
                };
                let mut number = 0_usize;
                while let Some(line) = next_line(&mut input, &path, say)? {
                    number += 1;
                    if !line.iter().all(u8::is_ascii_whitespace) {
                        batch.push((format!("{name}:{number}"), line));
                    }
                    if batch.len() >= most {
                        judge_all(&mut batch)?;
                    }
                }
            }
        }
    }
    judge_all(&mut batch)?;
    if !lines {
        let n = count(say.lang, valid + invalid, w::ONE, w::MANY);
        let counts = [("n", n), ("valid", valid.to_string()), ("invalid", invalid.to_string())];
        let counts: Vec<(&str, &str)> = counts.iter().map(|it| (it.0, it.1.as_str())).collect();
        crate::print(&format!("{}\n", say.with(w::SUMMARY, &counts)), say)?;
        if let Some(text) = not_judged(&model, &undecided, say.lang) {
            crate::print(&text, say)?;
        }
    }
    Ok(if invalid > 0 { Outcome::Findings } else { Outcome::Clean })
}

/// What is known beside the messages, from the file that is named.
fn facts(args: &ArgMatches, say: Say) -> Result<Option<serde_json::Value>, Failure> {
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

/// Says which conditions and rules were not judged, and which facts they need.
fn not_judged(model: &MessageModel, undecided: &BTreeSet<usize>, lang: Lang) -> Option<String> {
    let all = undecided.iter().filter_map(|at| model.constraints.get(*at));
    let (mut names, mut facts) = (Vec::new(), BTreeSet::new());
    for it in all {
        names.push(it.name());
        facts.extend(it.facts.iter().map(String::as_str));
    }
    if names.is_empty() {
        return None;
    }
    let facts: Vec<&str> = facts.into_iter().collect();
    let (names, facts) = (names.join(", "), facts.join(", "));
    Some(w::NOT_JUDGED.with(lang, &[("rules", &names), ("facts", &facts)]) + "\n")
}

/// One line, at most one byte longer than a message may be.
fn next_line(input: &mut dyn BufRead, path: &Path, say: Say) -> Result<Option<Vec<u8>>, Failure> {
    let limit = message::MAX_BYTES as u64 + 1;
    let mut line = Vec::new();
    let read = input.take(limit).read_until(b'\n', &mut line);
    let read = read.map_err(|error| disk::unreadable(path, &error, say))?;
    Ok((read > 0).then_some(line))
}

/// The messages that an argument names: a folder with everything in it, or one file.
fn collect(path: &Path, sources: &mut Vec<Source>, say: Say) -> Result<(), Failure> {
    let is_lines =
        |path: &Path| path.extension().is_some_and(|it| it.eq_ignore_ascii_case("ndjson"));
    if path == Path::new("-") || is_lines(path) {
        sources.push(Source::Lines(path.to_path_buf()));
        return Ok(());
    }
    if !path.is_dir() {
        sources.push(Source::File(path.to_path_buf()));
        return Ok(());
    }
    for file in disk::files(path, &["xml", "json", "ndjson"], say)? {
        let lines = is_lines(&file);
        sources.push(if lines { Source::Lines(file) } else { Source::File(file) });
    }
    Ok(())
}

/// How verdicts are printed.
struct Form<'m> {
    lines: bool,
    /// The block's own answers in place of verdicts.
    answers: Option<Answers<'m>>,
    lang: Lang,
    colour: bool,
}

/// What is printed of a message.
#[derive(Default)]
struct Printed {
    text: String,
    valid: bool,
    /// Conditions and rules that were not judged, by their positions.
    undecided: Vec<usize>,
    /// Name of the file of an answer.
    answer: Option<String>,
}

/// Judges messages side by side, and gives them in their order.
fn judged_together(validator: &Validator, batch: Vec<Named>, form: &Form<'_>) -> Vec<Printed> {
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let one = |(name, bytes): Named| one(validator, name, bytes, form);
    if batch.len() < 2 || workers < 2 {
        return batch.into_iter().map(one).collect();
    }
    let share = batch.len().div_ceil(workers);
    let mut shares: Vec<Vec<Named>> = Vec::with_capacity(workers);
    let mut rest = batch.into_iter();
    loop {
        let next: Vec<Named> = rest.by_ref().take(share).collect();
        if next.is_empty() {
            break;
        }
        shares.push(next);
    }
    std::thread::scope(|scope| {
        let running: Vec<_> = shares
            .into_iter()
            .map(|share| scope.spawn(|| share.into_iter().map(one).collect::<Vec<_>>()))
            .collect();
        running.into_iter().flat_map(|it| it.join().unwrap_or_default()).collect()
    })
}

fn one(validator: &Validator, name: String, bytes: Vec<u8>, form: &Form<'_>) -> Printed {
    let mut sources = Sources::default();
    let (file, judged) = judge(validator, &mut sources, &name, bytes);
    let undecided = judged.undecided.iter().map(|it| it.constraint).collect();
    let valid = judged.is_valid();
    if let Some(answers) = &form.answers {
        let (text, answer) = answers.one(validator, &name, (&sources, file), &judged);
        return Printed { text, valid, undecided, answer };
    }
    let text = match form.lines {
        true => line(validator, &name, &sources, &judged, form),
        false => text(validator, &name, &sources, &judged, form),
    };
    Printed { text, valid, undecided, answer: None }
}

/// The verdict on one message for people.
fn text(
    validator: &Validator,
    name: &str,
    sources: &Sources,
    judged: &Judged,
    form: &Form<'_>,
) -> String {
    let lang = form.lang;
    let id = judged.message.map_or("", |at| validator.id(at));
    let valid = judged.is_valid();
    if valid && judged.findings.list.is_empty() {
        return w::VALID.with(lang, &[("file", name), ("message", id)]) + "\n";
    }
    let counts = report::counts(&judged.findings, lang);
    let head = if valid { w::VALID_BUT } else { w::INVALID };
    let said = [("file", name), ("message", id), ("counts", &*counts)];
    let mut text = head.with(lang, &said) + "\n";
    text += &report::print(Format::Human, sources, &judged.findings, lang, form.colour);
    let codes = judged.error_codes(validator);
    if !codes.is_empty() {
        text += &(w::ERROR_CODE.with(lang, &[("code", &codes.join(", "))]) + "\n");
    }
    text + "\n"
}

/// The verdict on one message as one line of JSON.
fn line(
    validator: &Validator,
    name: &str,
    sources: &Sources,
    judged: &Judged,
    form: &Form<'_>,
) -> String {
    let printed = report::print(Format::Json, sources, &judged.findings, form.lang, false);
    let printed = serde_json::from_str::<serde_json::Value>(&printed).unwrap_or_default();
    let undecided: Vec<&str> = validator
        .constraints()
        .enumerate()
        .filter(|it| judged.undecided.iter().any(|open| open.constraint == it.0))
        .map(|it| it.1.name())
        .collect();
    let broken: BTreeSet<&str> = judged
        .findings
        .list
        .iter()
        .filter(|it| it.code.id != "MSG-17")
        .filter_map(|it| it.text("constraint")?.parse::<usize>().ok())
        .filter_map(|at| validator.constraints().nth(at))
        .map(Constraint::name)
        .collect();
    let codes = judged.error_codes(validator);
    let verdict = serde_json::json!({
        "file": name,
        "message": judged.message.map_or("", |at| validator.id(at)),
        "valid": judged.is_valid(),
        "conforms": judged.conforms(),
        "error_code": codes.first().copied().unwrap_or_default(),
        "error_codes": codes,
        "broken": broken,
        "not_judged": undecided,
        "findings": printed.get("findings").cloned().unwrap_or_default(),
    });
    format!("{verdict}\n")
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
    let Some(model) = model(args, say)? else { return Ok(Outcome::Findings) };
    let rule = model.constraints.iter().find(|it| it.is_rule() && it.name() == wanted);
    if let Some(rule) = rule {
        crate::print(&rule_card(&model, rule, say.lang), say)?;
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
        .map(|path| card(&model, all.iter().filter(|it| it.path == path), say.lang))
        .collect();
    crate::print(&cards.join("\n"), say)?;
    Ok(Outcome::Clean)
}

/// What is known of a business rule.
fn rule_card(model: &MessageModel, rule: &Constraint, lang: Lang) -> String {
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
        (w::MEANS, rule.paraphrase.any(lang)),
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
        let _ = writeln!(text, "\n{}", w::MEANS.with(lang, &[("x", it.paraphrase.any(lang))]));
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
