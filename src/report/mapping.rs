//! How the certificates of others fit a dataset or a block: as tables for a terminal and for
//! Markdown, as JSON, and as CSV.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::report::grid::Page;
use crate::report::listing::visible_line;
use crate::resolve::{Answer, Filled, Fit, Line};
use crate::words::mapping as say;
use crate::words::{Label, Lang, Words};

/// Widest line of prose, in columns of a terminal.
const WIDTH: usize = 108;

/// The forms in which it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Tables for a terminal.
    Text,
    /// JSON.
    Json,
    /// A line for each field and each element that is lacking.
    Csv,
    /// Tables for a document.
    Markdown,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 4] = [Self::Text, Self::Json, Self::Csv, Self::Markdown];

    /// The name on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown => "md",
        }
    }

    /// The form of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }
}

/// Prints how these structures fit; `whole` shows each in full, otherwise they are listed in a line
/// each (JSON and CSV always have everything).
///
/// # Panics
///
/// Never: strings and numbers always serialise.
pub fn print(fits: &[Fit], form: Form, whole: bool, lang: Lang, colour: bool) -> String {
    match form {
        Form::Json => json(fits, lang),
        Form::Csv => csv(fits, lang),
        Form::Text => {
            let mut page = Page::new(lang, colour);
            write(fits, whole, lang, &mut page);
            page.text()
        }
        Form::Markdown => {
            let mut page = Markdown { out: String::new(), lang };
            write(fits, whole, lang, &mut page);
            page.out
        }
    }
}

/// What can be written on, whatever the form.
trait Sheet {
    fn title(&mut self, text: &str);
    fn part(&mut self, text: &str);
    fn say(&mut self, text: &str);
    fn rows(&mut self, head: &[Words], rows: &[Vec<String>]);
}

impl Sheet for Page {
    fn title(&mut self, text: &str) {
        self.heading(text);
    }

    fn part(&mut self, text: &str) {
        self.heading(text);
    }

    fn say(&mut self, text: &str) {
        let mut line = String::new();
        for word in text.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH {
                self.line(&std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        self.line(&line);
    }

    fn rows(&mut self, head: &[Words], rows: &[Vec<String>]) {
        self.table(head, rows, &[]);
    }
}

struct Markdown {
    out: String,
    lang: Lang,
}

impl Sheet for Markdown {
    fn title(&mut self, text: &str) {
        self.part(text);
    }

    fn part(&mut self, text: &str) {
        let level = if self.out.is_empty() { "#" } else { "\n##" };
        self.out += &format!("{level} {}\n\n", escaped(text));
    }

    fn say(&mut self, text: &str) {
        self.out += &format!("{}\n\n", escaped(text.trim()));
    }

    fn rows(&mut self, head: &[Words], rows: &[Vec<String>]) {
        let empty = |at: usize| rows.iter().all(|row| row.get(at).is_none_or(String::is_empty));
        let kept: Vec<usize> = (0..head.len()).filter(|at| !empty(*at)).collect();
        let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
        let heads = kept.iter().filter_map(|at| head.get(*at));
        self.out += &line(heads.map(|it| it.get(self.lang).to_owned()).collect());
        self.out += &line(kept.iter().map(|_| "---".to_owned()).collect());
        for row in rows {
            let cell = |at: &usize| row.get(*at).map_or_else(String::new, |it| escaped(it));
            self.out += &line(kept.iter().map(cell).collect());
        }
        self.out.push('\n');
    }
}

/// Words as Markdown in which nothing is a mark.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in visible_line(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn write(fits: &[Fit], whole: bool, lang: Lang, sheet: &mut dyn Sheet) {
    if whole {
        for fit in fits {
            one(fit, lang, sheet);
        }
    } else {
        overview(fits, lang, sheet);
    }
}

fn overview(fits: &[Fit], lang: Lang, sheet: &mut dyn Sheet) {
    let Some(first) = fits.first() else { return };
    sheet.title(&say::OVERVIEW.with(lang, &[("dataset", &first.dataset)]));
    let rows: Vec<Vec<String>> = fits
        .iter()
        .map(|fit| {
            let unfilled = fit.lines.iter().filter(|it| it.is_unfilled()).count();
            vec![
                fit.structure.clone(),
                fit.title.any(lang).to_owned(),
                format!("{}/{}", fit.answered().count(), fit.lines.len()),
                fit.more.len().to_string(),
                fit.unconfirmed().to_string(),
                if fit.block.is_some() { unfilled.to_string() } else { String::new() },
            ]
        })
        .collect();
    let head = [say::STRUCTURE, say::TITLE, say::ANSWERS, say::MORE, say::UNSURE, say::CANNOT];
    sheet.rows(&head, &rows);
    sheet.say(say::NEXT.get(lang));
}

fn one(fit: &Fit, lang: Lang, sheet: &mut dyn Sheet) {
    sheet.title(&format!("{} → {}", fit.title.any(lang), fit.dataset));
    let words = if fit.official { say::OFFICIAL } else { say::UNOFFICIAL };
    sheet.say(&words.with(lang, &[("source", &fit.source)]));
    if let Some(block) = &fit.block {
        mandatory(fit, block, lang, sheet);
    }
    let answered: Vec<&Line> = fit.answered().collect();
    let numbers = [("n", answered.len().to_string()), ("all", fit.lines.len().to_string())];
    let numbers = numbers.each_ref().map(|(name, n)| (*name, n.as_str()));
    sheet.part(&say::ANSWERED.with(lang, &numbers));
    let rows = answered.iter().flat_map(|line| {
        line.fields.iter().enumerate().map(|(at, filled)| {
            let first = at == 0;
            let only = |text: String| if first { text } else { String::new() };
            vec![
                only(called(line, lang)),
                only(asked(line, lang)),
                field(filled, lang),
                how(filled, lang),
            ]
        })
    });
    let rows: Vec<_> = rows.collect();
    sheet.rows(&[say::ELEMENT, say::ASKED, say::FIELD, say::HOW], &rows);
    if !fit.more.is_empty() {
        sheet.part(&say::HAS_MORE.with(lang, &[("n", &fit.more.len().to_string())]));
        let row = |it: &Filled| vec![field(it, lang), it.what.any(lang).to_owned()];
        let rows: Vec<_> = fit.more.iter().map(row).collect();
        sheet.rows(&[say::FIELD, say::HOLDS], &rows);
    }
    let lacking: Vec<&Line> = fit.lacking().collect();
    if !lacking.is_empty() {
        sheet.part(&say::LACKS.with(lang, &[("n", &lacking.len().to_string())]));
        by_class(&lacking, lang, sheet);
    }
    let made: Vec<String> = fit
        .lines
        .iter()
        .filter(|it| it.made && it.fields.is_empty())
        .map(|it| it.name.any(lang).to_owned())
        .collect();
    if !made.is_empty() {
        sheet.say(&say::MADE.with(lang, &[("elements", &made.join(", "))]));
    }
    if fit.unconfirmed() > 0 {
        sheet.say(say::LEGEND.get(lang));
    }
}

/// The mandatory elements of the block that the certificate cannot fill, or not well.
fn mandatory(fit: &Fit, block: &str, lang: Lang, sheet: &mut dyn Sheet) {
    let unfilled: Vec<&Line> = fit.lines.iter().filter(|it| it.is_unfilled()).collect();
    let weak: Vec<&Line> = fit.lines.iter().filter(|it| it.is_weak()).collect();
    if unfilled.is_empty() {
        sheet.part(&say::ALL_FILLED.with(lang, &[("block", block)]));
    } else {
        let n = unfilled.len().to_string();
        sheet.part(&say::UNFILLED.with(lang, &[("block", block), ("n", &n)]));
        let row = |line: &&Line| vec![called(line, lang), line.path.clone()];
        sheet.rows(&[say::ELEMENT, say::PATH], &unfilled.iter().map(row).collect::<Vec<_>>());
    }
    if !weak.is_empty() {
        let n = weak.len().to_string();
        sheet.part(&say::WEAK.with(lang, &[("block", block), ("n", &n)]));
        let row = |line: &&Line| {
            let best = line.fields.iter().min_by_key(|it| it.how);
            let said = best.map_or_else(String::new, |it| how(it, lang));
            let place = best.map_or_else(String::new, |it| field(it, lang));
            vec![called(line, lang), place, said]
        };
        let rows: Vec<_> = weak.iter().map(row).collect();
        sheet.rows(&[say::ELEMENT, say::FIELD, say::HOW], &rows);
    }
}

/// Elements in a line for each class.
fn by_class(lines: &[&Line], lang: Lang, sheet: &mut dyn Sheet) {
    let mut classes: Vec<(&str, &Label, Vec<String>)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines {
        let class = line.path.rsplit_once('/').map_or("", |(class, _)| class);
        let at = *places.entry(class).or_insert_with(|| {
            classes.push((class, &line.class, Vec::new()));
            classes.len() - 1
        });
        if let Some(class) = classes.get_mut(at) {
            let mut name = line.name.any(lang).to_owned();
            if line.asked.is_some_and(|it| it.always) {
                name.push_str(&format!(" ({})", asked(line, lang)));
            }
            class.2.push(name);
        }
    }
    let rows: Vec<Vec<String>> = classes
        .into_iter()
        .map(|(path, label, names)| {
            let label = label.any(lang);
            let label = if label.is_empty() { path } else { label }.to_owned();
            vec![label, names.join(", ")]
        })
        .collect();
    sheet.rows(&[say::CLASS, say::ELEMENT], &rows);
}

/// What an element is called, with its class.
fn called(line: &Line, lang: Lang) -> String {
    let (class, name) = (line.class.any(lang), line.name.any(lang));
    match class.is_empty() {
        true => name.to_owned(),
        false => say::IN_CLASS.with(lang, &[("class", class), ("name", name)]),
    }
}

fn asked(line: &Line, lang: Lang) -> String {
    let Some(asked) = line.asked else { return String::new() };
    let Some(requirement) = asked.requirement else { return String::new() };
    let label = requirement.label().get(lang);
    if requirement == crate::model::Requirement::Mandatory && !asked.always {
        return say::IN_ITS_CLASS.with(lang, &[("requirement", label)]);
    }
    label.to_owned()
}

/// A field as people call it.
fn field(filled: &Filled, lang: Lang) -> String {
    let name = match (filled.field.strip_prefix('#'), say::part(&filled.field)) {
        (Some(number), _) => say::BOX.with(lang, &[("n", number)]),
        (None, Some(part)) => part.get(lang).to_owned(),
        (None, None) if filled.field.is_empty() => say::NO_FIELD.get(lang).to_owned(),
        (None, None) => filled.field.clone(),
    };
    if filled.seen { name } else { format!("{name} ?") }
}

fn how(filled: &Filled, lang: Lang) -> String {
    let mut said = Vec::new();
    match filled.how {
        Answer::Direct => {}
        Answer::Text => said.push(say::IN_WORDS.get(lang).to_owned()),
        Answer::Some => said.push(say::AT_TIMES.get(lang).to_owned()),
        Answer::Implied => said.push(say::IMPLIED.get(lang).to_owned()),
    }
    if filled.shared > 1 && filled.how != Answer::Implied {
        said.push(say::SHARED.with(lang, &[("n", &filled.shared.to_string())]));
    }
    said.join(say::AND.get(lang))
}

#[derive(Serialize)]
struct Report<'a> {
    gnc_map: u32,
    language: &'static str,
    dataset: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    block: Option<&'a str>,
    structures: Vec<Structure<'a>>,
}

#[derive(Serialize)]
struct Structure<'a> {
    id: &'a str,
    title: &'a str,
    official: bool,
    source: &'a str,
    answered: usize,
    elements: Vec<Element<'a>>,
    more: Vec<Place<'a>>,
    unconfirmed: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    unfilled: Option<Vec<&'a str>>,
}

#[derive(Serialize)]
struct Element<'a> {
    path: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    requirement: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    always: Option<bool>,
    made_by_sender: bool,
    fields: Vec<Place<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    field: &'a str,
    how: &'static str,
    confirmed: bool,
    shared_by: usize,
    #[serde(skip_serializing_if = "str::is_empty")]
    holds: &'a str,
}

fn json(fits: &[Fit], lang: Lang) -> String {
    let first = fits.first();
    let report = Report {
        gnc_map: 1,
        language: lang.code(),
        dataset: first.map_or("", |it| &it.dataset),
        block: first.and_then(|it| it.block.as_deref()),
        structures: fits.iter().map(|it| structure(it, lang)).collect(),
    };
    serde_json::to_string_pretty(&report).expect("strings and numbers always serialise") + "\n"
}

fn structure(fit: &Fit, lang: Lang) -> Structure<'_> {
    let unfilled = fit.lines.iter().filter(|it| it.is_unfilled()).map(|it| it.path.as_str());
    Structure {
        id: &fit.structure,
        title: fit.title.any(lang),
        official: fit.official,
        source: &fit.source,
        answered: fit.answered().count(),
        elements: fit.lines.iter().map(|it| element(it, lang)).collect(),
        more: fit.more.iter().map(|it| place(it, lang)).collect(),
        unconfirmed: fit.unconfirmed(),
        unfilled: fit.block.is_some().then(|| unfilled.collect()),
    }
}

fn element(line: &Line, lang: Lang) -> Element<'_> {
    Element {
        path: &line.path,
        name: line.name.any(lang),
        requirement: line.asked.and_then(|it| it.requirement).map(crate::model::Requirement::id),
        always: line.asked.map(|it| it.always),
        made_by_sender: line.made,
        fields: line.fields.iter().map(|it| place(it, lang)).collect(),
    }
}

fn place(it: &Filled, lang: Lang) -> Place<'_> {
    Place {
        field: &it.field,
        how: it.how.id(),
        confirmed: it.seen,
        shared_by: it.shared,
        holds: it.what.any(lang),
    }
}

/// The columns of the CSV form: names for machines, the same in every language.
const COLUMNS: [&str; 12] = [
    "structure",
    "dataset",
    "path",
    "name",
    "requirement",
    "always",
    "made_by_sender",
    "field",
    "how",
    "shared_by",
    "confirmed",
    "holds",
];

fn csv(fits: &[Fit], lang: Lang) -> String {
    let mut out = String::new();
    let yes = |it: bool| if it { "yes" } else { "no" }.to_owned();
    let mut line = |cells: Vec<String>| {
        let cells: Vec<String> = cells.iter().map(|it| cell(it)).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    };
    line(COLUMNS.map(str::to_owned).to_vec());
    for fit in fits {
        let head = || vec![fit.structure.clone(), fit.dataset.clone()];
        let tail = |it: Option<&Filled>| match it {
            None => vec![String::new(); 5],
            Some(it) => vec![
                it.field.clone(),
                it.how.id().to_owned(),
                it.shared.to_string(),
                yes(it.seen),
                it.what.any(lang).to_owned(),
            ],
        };
        for it in &fit.lines {
            let requirement = it.asked.and_then(|it| it.requirement).map_or("", |it| it.id());
            let own = || {
                let mut cells = head();
                cells.extend([it.path.clone(), called(it, lang), requirement.to_owned()]);
                cells.push(it.asked.map_or_else(String::new, |it| yes(it.always)));
                cells.push(yes(it.made));
                cells
            };
            let fields = it.fields.iter().map(Some);
            let none = it.fields.is_empty().then_some(None);
            for filled in fields.chain(none) {
                line(own().into_iter().chain(tail(filled)).collect());
            }
        }
        for it in &fit.more {
            let mut cells = head();
            cells.extend(vec![String::new(); 5]);
            cells.extend(tail(Some(it)));
            line(cells);
        }
    }
    out
}

/// A cell of CSV. What a spreadsheet would take for a formula begins with an apostrophe.
fn cell(text: &str) -> String {
    let text = visible_line(text);
    let guarded = match text.starts_with(['=', '+', '-', '@']) {
        true => format!("'{text}"),
        false => text,
    };
    match guarded.contains([',', '"']) {
        true => format!("\"{}\"", guarded.replace('"', "\"\"")),
        false => guarded,
    }
}
