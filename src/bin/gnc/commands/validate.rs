//! `gnc message validate`: messages judged side by side, their verdicts in the order in which they come.
//!
//! Each processor takes the next message, reads it, judges it and forgets it. Verdicts that others have
//! to come before wait, as many as [`WAITING`]: so memory depends on the largest message, not on how
//! many there are.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, Read};
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use clap::ArgMatches;
use gnc::message::{self, Judged, Validator, judge};
use gnc::report::{self, Format};
use gnc::text::Sources;
use gnc::view::message::MessageModel;
use gnc::view::message::constraint::Constraint;
use gnc::words::{Lang, count, exchange as w};

use crate::commands::answer::Answers;
use crate::commands::message::{facts, kept_schema, model};
use crate::disk;
use crate::line::Say;
use crate::{Failure, Outcome, commands};

/// Verdicts that may wait for the one of an earlier message.
const WAITING: usize = 64;

pub(super) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
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
    let tray = judge_all(&validator, sources, &form, say)?;
    if !lines {
        let n = count(say.lang, tray.valid + tray.invalid, w::ONE, w::MANY);
        let (valid, invalid) = (tray.valid.to_string(), tray.invalid.to_string());
        let counts = [("n", n.as_str()), ("valid", &valid), ("invalid", &invalid)];
        crate::print(&format!("{}\n", say.with(w::SUMMARY, &counts)), say)?;
        if let Some(text) = not_judged(&model, &tray.undecided, say.lang) {
            crate::print(&text, say)?;
        }
    }
    Ok(if tray.invalid > 0 { Outcome::Findings } else { Outcome::Clean })
}

/// Where messages come from.
enum Source {
    /// A file that is one message.
    File(PathBuf),
    /// A file of one JSON message a line; standard input for `-`.
    Lines(PathBuf),
}

/// A message that is to be judged.
enum Next {
    /// It is a file, which whoever judges it reads.
    File(PathBuf),
    /// It was a line; with the name that it is shown under.
    Line(String, Vec<u8>),
}

/// A file of lines that is being read.
struct Lines {
    path: PathBuf,
    name: String,
    input: Box<dyn BufRead + Send>,
    number: usize,
}

impl Lines {
    fn open(path: PathBuf, say: Say) -> Result<Self, Failure> {
        let name = disk::shown(&path);
        let input: Box<dyn BufRead + Send> = match name.as_str() {
            "-" => Box::new(std::io::BufReader::new(std::io::stdin())),
            _ => Box::new(std::io::BufReader::new(disk::open(&path, say)?)),
        };
        Ok(Self { path, name, input, number: 0 })
    }

    /// The next line that is not blank.
    fn next(&mut self, say: Say) -> Result<Option<Next>, Failure> {
        while let Some(line) = next_line(&mut self.input, &self.path, say)? {
            self.number += 1;
            if !line.iter().all(u8::is_ascii_whitespace) {
                return Ok(Some(Next::Line(format!("{}:{}", self.name, self.number), line)));
            }
        }
        Ok(None)
    }
}

/// The messages that nobody has taken yet.
struct Queue {
    sources: std::vec::IntoIter<Source>,
    lines: Option<Lines>,
    /// How many were taken.
    taken: usize,
}

impl Queue {
    fn next(&mut self, say: Say) -> Result<Option<Next>, Failure> {
        loop {
            if let Some(lines) = &mut self.lines {
                if let Some(next) = lines.next(say)? {
                    return Ok(Some(next));
                }
                self.lines = None;
            }
            match self.sources.next() {
                Some(Source::File(path)) => return Ok(Some(Next::File(path))),
                Some(Source::Lines(path)) => self.lines = Some(Lines::open(path, say)?),
                None => return Ok(None),
            }
        }
    }
}

/// The verdicts, and what came of those that were printed.
#[derive(Default)]
struct Tray {
    /// How many were printed.
    printed: usize,
    /// Those that wait for earlier ones, by the number of their message.
    waiting: BTreeMap<usize, Result<Printed, Failure>>,
    valid: usize,
    invalid: usize,
    /// Conditions and rules that were not judged, by their positions.
    undecided: BTreeSet<usize>,
    /// Why no more are judged.
    failure: Option<Failure>,
}

impl Tray {
    /// Prints every verdict that no earlier one has to come before.
    fn print(&mut self, form: &Form<'_>, say: Say) -> Result<(), Failure> {
        let mut text = String::new();
        while let Some(next) = self.waiting.remove(&self.printed) {
            let next = match next {
                Ok(next) => next,
                Err(failure) => {
                    crate::print(&text, say)?;
                    return Err(failure);
                }
            };
            self.printed += 1;
            *(if next.valid { &mut self.valid } else { &mut self.invalid }) += 1;
            self.undecided.extend(next.undecided);
            match &form.answers {
                Some(answers) => answers.put(next.text, next.answer, say)?,
                None => text += &next.text,
            }
        }
        if text.is_empty() { Ok(()) } else { crate::print(&text, say) }
    }
}

/// Where those who judge meet.
struct Desk<'a> {
    validator: &'a Validator,
    form: &'a Form<'a>,
    say: Say,
    queue: Mutex<Queue>,
    tray: Mutex<Tray>,
    /// Says that verdicts were printed.
    room: Condvar,
}

/// What is behind a lock: nobody who held it left it half done.
fn open<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Judges all messages.
fn judge_all(
    validator: &Validator,
    sources: Vec<Source>,
    form: &Form<'_>,
    say: Say,
) -> Result<Tray, Failure> {
    let single = matches!(sources.as_slice(), [Source::File(_)]);
    let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let queue = Queue { sources: sources.into_iter(), lines: None, taken: 0 };
    let (queue, tray, room) = (Mutex::new(queue), Mutex::default(), Condvar::new());
    let desk = Desk { validator, form, say, queue, tray, room };
    std::thread::scope(|scope| {
        for _ in 1..if single { 1 } else { processors } {
            scope.spawn(|| desk.work());
        }
        desk.work();
    });
    let mut tray = desk.tray.into_inner().unwrap_or_else(PoisonError::into_inner);
    match tray.failure.take() {
        Some(failure) => Err(failure),
        None => Ok(tray),
    }
}

impl Desk<'_> {
    /// Takes one message after the other, until there is none or something failed.
    fn work(&self) {
        while let Some((number, next)) = self.take() {
            let verdict = next.and_then(|next| {
                let (name, bytes) = match next {
                    Next::Line(name, bytes) => (name, bytes),
                    Next::File(path) => {
                        let bytes = disk::bytes(&path, message::MAX_BYTES, self.say)?;
                        (disk::shown(&path), bytes)
                    }
                };
                Ok(one(self.validator, name, bytes, self.form))
            });
            let mut tray = open(&self.tray);
            tray.waiting.insert(number, verdict);
            if tray.failure.is_none()
                && let Err(failure) = tray.print(self.form, self.say)
            {
                tray.failure = Some(failure);
            }
            self.room.notify_all();
        }
    }

    /// The next message with its number, or why it cannot be had.
    fn take(&self) -> Option<(usize, Result<Next, Failure>)> {
        let mut queue = open(&self.queue);
        let number = queue.taken;
        let mut tray = open(&self.tray);
        // Whoever judges the message that the others wait for needs no room.
        while tray.failure.is_none() && number >= tray.printed + WAITING {
            tray = self.room.wait(tray).unwrap_or_else(PoisonError::into_inner);
        }
        if tray.failure.is_some() {
            return None;
        }
        drop(tray);
        let next = queue.next(self.say).transpose()?;
        if next.is_err() {
            // What stands behind is not judged.
            (queue.sources, queue.lines) = (Vec::new().into_iter(), None);
        }
        queue.taken += 1;
        Some((number, next))
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
