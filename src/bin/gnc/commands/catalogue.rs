//! `gnc catalogue`: find and show elements, codes, legal instruments, terms.

use std::fmt::Write as _;
use std::path::Path;

use clap::ArgMatches;
use gnc::catalogue::{Catalogue, Entry, HitKind, Kind, Row};
use gnc::diag::Severity;
use gnc::report::{self, Format};
use gnc::words::Label;
use gnc::words::{Lang, Words, catalogue as w, cli};

use crate::line::Say;
use crate::{Failure, Outcome, commands};

/// How many codes a card of a code list shows.
const CODES_SHOWN: usize = 12;

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    if let Some(("map", args)) = args.subcommand() {
        return commands::map::run(args, say);
    }
    let project = commands::project(Path::new("."), say)?;
    let workspace = commands::workspace(args, &project, say)?;
    let (catalogue, findings) = (&*workspace.catalogue, &workspace.data_findings);
    let outcome = match args.subcommand() {
        Some(("search", args)) => {
            let query: Vec<&str> = args
                .get_many::<String>("query")
                .into_iter()
                .flatten()
                .map(String::as_str)
                .collect();
            search(catalogue, &query.join(" "), say)
        }
        Some(("show", args)) => show(catalogue, wanted(args, "id"), say),
        _ => Ok((list(catalogue, say), Outcome::Clean)),
    };
    if !findings.list.is_empty() {
        let colour = commands::colour(args);
        let text = report::print(Format::Human, &workspace.sources, findings, say.lang, colour);
        eprint!("{text}");
    }
    let (text, outcome) = outcome?;
    crate::print(&text, say)?;
    let faulty = findings.count(Severity::Error) > 0;
    Ok(if faulty { Outcome::Findings } else { outcome })
}

fn wanted<'a>(args: &'a ArgMatches, name: &str) -> &'a str {
    args.get_one::<String>(name).map_or("", String::as_str)
}

fn search(catalogue: &Catalogue, query: &str, say: Say) -> Result<(String, Outcome), Failure> {
    let hits = catalogue.search(query);
    if hits.is_empty() {
        return Err(Failure::Usage(say.with(w::NO_HIT, &[("query", query)])));
    }
    let id = |hit: &gnc::catalogue::Hit| match hit.kind {
        HitKind::Code => {
            let list = hit.entry.split('@').next().unwrap_or("");
            format!("{list}:{}", hit.id)
        }
        HitKind::Entry => hit.entry.clone(),
        _ => hit.id.clone(),
    };
    let kind = |hit: &gnc::catalogue::Hit| kind_word(hit.kind).get(say.lang);
    let width = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0);
    let kinds = width(&mut hits.iter().map(|hit| kind(hit).chars().count()));
    let ids = width(&mut hits.iter().map(|hit| id(hit).chars().count())).min(48);
    let mut out = String::new();
    for hit in &hits {
        let label = hit.label.any(say.lang);
        let _ = writeln!(out, "{:<kinds$}  {:<ids$}  {label}", kind(hit), id(hit));
    }
    Ok((out, Outcome::Clean))
}

const fn kind_word(kind: HitKind) -> Words {
    match kind {
        HitKind::Entry => w::ENTRY,
        HitKind::Class => w::CLASS,
        HitKind::Element => w::ELEMENT,
        HitKind::Row => w::ROW,
        HitKind::Code => w::CODE,
        HitKind::Instrument => w::INSTRUMENT,
        HitKind::Term => w::TERM,
    }
}

fn list(catalogue: &Catalogue, say: Say) -> String {
    let mut out = String::new();
    let names: Vec<String> = catalogue.entries().iter().map(Entry::reference).collect();
    let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
    for (entry, name) in catalogue.entries().iter().zip(&names) {
        let _ = writeln!(out, "{name:<width$}  {}", entry.title.any(say.lang));
    }
    out
}

/// Shows everything that has exactly this identifier: an identifier may be one of several files.
fn show(catalogue: &Catalogue, id: &str, say: Say) -> Result<(String, Outcome), Failure> {
    let mut cards = Vec::new();
    if let Some((list, code)) = id.split_once(':')
        && let Some(entry) = catalogue.entry(Kind::CodeList, list)
    {
        cards.extend(code_card(entry, code, say.lang));
    }
    for entry in catalogue.entries() {
        if id == entry.id || id == entry.reference() {
            cards.push(entry_card(entry, say));
        }
        cards.extend(part_cards(entry, id, say.lang));
    }
    if cards.is_empty() {
        let mut message = say.with(w::UNKNOWN, &[("id", id)]);
        if let Some(word) = near(catalogue, id) {
            message.push_str(": ");
            message.push_str(&say.with(cli::MEANT, &[("word", &word)]));
        }
        return Err(Failure::Usage(message));
    }
    let texts: Vec<String> = cards.iter().map(Card::text).collect();
    Ok((texts.join("\n"), Outcome::Clean))
}

fn near(catalogue: &Catalogue, id: &str) -> Option<String> {
    if let Some((list, code)) = id.split_once(':') {
        let codes = catalogue.codelist(list)?;
        return codes.suggest(code).map(|code| format!("{list}:{code}"));
    }
    let in_entry = |entry: &Entry| {
        let set = entry.as_dataset().and_then(|set| set.suggest(id));
        set.or_else(|| entry.as_model().and_then(|model| model.suggest(id))).map(str::to_owned)
    };
    let kinds = || Kind::ALL.into_iter().find_map(|kind| catalogue.suggest(kind, id));
    let instrument = || catalogue.suggest_instrument(id).map(str::to_owned);
    catalogue.entries().iter().find_map(in_entry).or_else(instrument).or_else(kinds)
}

/// A title and labelled facts; a fact without value is left out.
struct Card {
    title: String,
    lang: Lang,
    facts: Vec<(String, String)>,
}

impl Card {
    fn new(kind: HitKind, id: &str, name: &str, lang: Lang) -> Self {
        let title = format!("{} {id}  {name}", kind_word(kind).get(lang));
        Self { title: title.trim_end().to_owned(), lang, facts: Vec::new() }
    }

    fn fact(mut self, label: Words, value: impl Into<String>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.facts.push((label.get(self.lang).to_owned(), value));
        }
        self
    }

    /// A value of a data file in the language of the reader.
    fn value(self, label: Words, id: &str) -> Self {
        let word = w::value(id).map_or(id, |words| words.get(self.lang)).to_owned();
        self.fact(label, word)
    }

    fn yes(self, label: Words, yes: bool) -> Self {
        let word = if yes { w::YES } else { w::NO }.get(self.lang);
        self.fact(label, word)
    }

    fn names(self, label: &Label) -> Self {
        self.fact(w::ENGLISH, label.en.clone()).fact(w::FRENCH, label.fr.clone())
    }

    fn text(&self) -> String {
        let width = self.facts.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0);
        let mut out = format!("{}\n", self.title);
        for (label, value) in &self.facts {
            let mut lines = value.lines();
            let first = lines.next().unwrap_or("");
            let _ = writeln!(out, "  {label:<width$}  {first}");
            for line in lines {
                let _ = writeln!(out, "  {:<width$}  {line}", "");
            }
        }
        out
    }
}

fn entry_card(entry: &Entry, say: Say) -> Card {
    let lang = say.lang;
    let card = Card::new(HitKind::Entry, &entry.reference(), entry.title.any(lang), lang)
        .fact(w::VERSION, entry.version.clone())
        .fact(w::MAINTAINER, entry.maintainer(lang).to_owned())
        .yes(w::OFFICIAL, entry.official)
        .fact(w::SOURCE, entry.source.clone())
        .fact(w::LICENCE, entry.licence.clone());
    let Some(codes) = entry.as_codelist() else { return card };
    if codes.is_open() {
        return card.fact(w::CODES, w::OPEN_LIST.get(lang));
    }
    let mut lines: Vec<String> = codes
        .entries()
        .iter()
        .take(CODES_SHOWN)
        .map(|code| format!("{}  {}", code.code, code.name.any(lang)).trim_end().to_owned())
        .collect();
    let rest = codes.entries().len().saturating_sub(CODES_SHOWN);
    if rest > 0 {
        lines.push(say.with(w::MORE, &[("n", &rest.to_string())]));
    }
    card.fact(w::CODES, lines.join("\n"))
}

fn code_card(entry: &Entry, code: &str, lang: Lang) -> Option<Card> {
    let list = entry.as_codelist()?;
    let found = list.get(code)?;
    let mut card = Card::new(HitKind::Code, code, found.name.any(lang), lang)
        .fact(w::IN, format!("{}  {}", entry.reference(), entry.title.any(lang)))
        .names(&found.name);
    // A further column has a name of its own file; of a column in both languages the reader's.
    let other = Lang::ALL.into_iter().find(|it| *it != lang).map_or("", Lang::code);
    for column in list.extra_columns().filter(|it| !it.ends_with(&format!("_{other}"))) {
        let name = column.strip_suffix(&format!("_{}", lang.code())).unwrap_or(column);
        let value = list.extra(found, column);
        if !value.is_empty() {
            card.facts.push((name.to_owned(), value.to_owned()));
        }
    }
    Some(card)
}

fn part_cards(entry: &Entry, id: &str, lang: Lang) -> Vec<Card> {
    let mut cards = Vec::new();
    if let Some(model) = entry.as_model() {
        if let Some(class) = model.class(id) {
            cards.push(
                Card::new(HitKind::Class, id, &class.name, lang)
                    .fact(w::IN, entry.reference())
                    .fact(w::DICTIONARY_NAME, class.dictionary_entry_name.clone())
                    .fact(w::XML_TAG, class.xml_tag.clone()),
            );
        }
        if let Some(element) = model.element(id) {
            let format = element.format.map(|format| format.to_string());
            cards.push(
                Card::new(HitKind::Element, id, &element.name, lang)
                    .fact(w::IN, entry.reference())
                    .fact(w::FORMAT, format.unwrap_or_default())
                    .fact(w::DATA_TYPE, element.data_type.map_or("", |kind| kind.id()))
                    .fact(w::CODE_LIST, element.code_list.clone())
                    .fact(w::TDED, element.tded.clone())
                    .fact(w::XML_TAG, element.xml_tag.clone())
                    .fact(w::DICTIONARY_NAME, element.dictionary_entry_names.join("\n"))
                    .fact(w::SEEN_AT, element.bindings.join("\n")),
            );
        }
    }
    if let Some(row) = entry.as_dataset().and_then(|set| set.row(id)) {
        cards.push(row_card(entry, row, lang));
    }
    for found in entry.as_instruments().iter().filter(|found| found.id == id) {
        let enables: Vec<&str> = match found.enables.as_slice() {
            [] => vec![w::NOTHING.get(lang)],
            some => some.iter().map(|it| w::value(it).map_or(&**it, |w| w.get(lang))).collect(),
        };
        cards.push(
            Card::new(HitKind::Instrument, id, found.title.any(lang), lang)
                .fact(w::PROVISIONS, found.provisions.join("; "))
                .value(w::LEVEL, &found.level)
                .fact(w::ENABLES, enables.join(", "))
                .fact(w::MEANING, found.effect.any(lang))
                .value(w::CERTAINTY, &found.certainty)
                .fact(w::SOURCE, found.source.clone()),
        );
    }
    for found in entry.as_terms().iter().filter(|found| found.id == id) {
        cards.push(
            Card::new(HitKind::Term, id, found.term.any(lang), lang)
                .names(&found.term)
                .fact(w::ABBREVIATION, found.abbreviation.any(lang))
                .fact(w::MEANING, found.definition.any(lang))
                .fact(w::SOURCE, found.source.clone()),
        );
    }
    cards
}

fn row_card(entry: &Entry, row: &Row, lang: Lang) -> Card {
    Card::new(HitKind::Row, &row.path, row.label.any(lang), lang)
        .fact(w::IN, entry.reference())
        .names(&row.label)
        .fact(w::MEANING, row.definition.any(lang))
        .fact(w::WCO_ID, row.wco_id.clone().unwrap_or_default())
        .fact(w::WCO_NAME, row.wco_name.clone())
        .value(w::STATUS, row.status.id())
        .fact(w::FORMAT, row.format.map(|format| format.to_string()).unwrap_or_default())
        .fact(w::DATA_TYPE, row.data_type.map_or("", |kind| kind.id()))
        .fact(w::OCCURS, row.occurs.to_string())
        .fact(w::CODE_LIST, row.codelist.clone().unwrap_or_default())
        .yes(w::PERSONAL, row.personal)
        .value(w::CLASSIFICATION, row.classification.id())
        .fact(w::SOURCE, row.source.clone())
}
