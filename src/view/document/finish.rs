//! The last pass over a document: numbers, references, definitions and the tables of points.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Finding, Findings};
use crate::view::document::templates::Template;
use crate::view::document::walk as walk_mut;
use crate::view::document::{
    Block, Bracket, Definition, Division, Document, Figure, Heading, Inline, Inlines, Paper, Point,
    codes, points, tables, values,
};
use crate::words::document as labels;
use crate::words::tables as say;
use crate::words::{Lang, Words};

/// A place that references may lead to.
#[derive(Clone, Debug)]
struct Place {
    /// How a reference to it reads within a sentence.
    text: String,
    /// The template that it stands in.
    part: usize,
}

/// Settles everything. `parts` are the blocks of each template, in the order of the annex;
/// `define` gives the definition of a term.
pub(super) fn finish(
    document: &mut Document,
    mut parts: Vec<(&Template, Vec<Block>)>,
    define: &dyn Fn(&str) -> Option<Definition>,
    own_terms: &[String],
    findings: &mut Findings,
) {
    let lang = document.lang;
    if document.points.is_empty() && document.paper == Paper::Annex {
        parts.retain(|(_, blocks)| !points::is_list(blocks));
    }
    number_divisions(&mut parts, lang);
    locate_points(&parts, &mut document.points);
    let used = used_terms(&parts);
    for (_, blocks) in &mut parts {
        points::fill(blocks, &document.points, lang);
        for block in blocks {
            if let Block::Definitions(list) = block {
                *list = definitions(own_terms, &used, define, lang);
            }
        }
    }
    let mut numbers = Numbers { lang, tables: 0, figures: 0, title: Vec::new() };
    for (_, blocks) in &mut parts {
        numbers.blocks(blocks);
    }
    let places = places(&parts, lang, findings);
    let known: BTreeSet<String> = parts
        .iter()
        .flat_map(|(_, blocks)| blocks)
        .filter_map(|block| match block {
            Block::Definitions(list) => Some(list),
            _ => None,
        })
        .flatten()
        .map(|definition| definition.anchor.clone())
        .collect();
    for point in &mut document.points {
        if let Some(place) = places.get(&point.anchor) {
            point.place.clone_from(&place.text);
        }
    }
    plain_brackets(&mut parts);
    for (template, blocks) in &mut parts {
        let met = BTreeSet::new();
        let mut links = Links { lang, places: &places, known: &known, template, findings, met };
        links.blocks(blocks);
    }
    document.blocks = parts.into_iter().flat_map(|(_, blocks)| blocks).collect();
}

/// A bracket whose point has no row in the document leads nowhere: its words stay, with weight.
fn plain_brackets(parts: &mut [(&Template, Vec<Block>)]) {
    let mut listed = BTreeSet::new();
    for (_, blocks) in parts.iter_mut() {
        walk_mut::names(blocks, &mut |name| listed.extend(Point::position(name)));
    }
    for (_, blocks) in parts {
        walk_mut::runs(blocks, &mut |run| {
            walk_mut::pieces(run, &mut |inline| {
                if let Inline::Bracket(bracket) = inline
                    && !listed.contains(&bracket.point)
                {
                    *inline = Inline::Strong(std::mem::take(&mut bracket.text));
                }
            });
        });
    }
}

/// Words that a number belongs to, in both languages: a line does not end between them.
const NUMBERED: &str = "Article Articles article articles Appendix Appendice appendice Annex Annexe \
    annexe Chapter Chapitre chapitre Figure figure Note note No. n° paragraph paragraphs paragraphe \
    paragraphes Section section Table Tables Tableau tableau →";

/// Blanks that do not break: before a number or a letter that belongs to the word before it, and,
/// narrow ones, beside the French marks that a blank parts from their word.
pub(super) fn set_blanks(text: &mut String, lang: Lang) {
    let is_french = lang == Lang::Fr;
    let bytes = text.as_bytes();
    let is_met = |(at, byte): (usize, &u8)| match byte {
        b' ' => matches!(bytes.get(at + 1), Some(b'0'..=b'9' | b'A'..=b'Z' | b'h')),
        // The byte with which « and » begin.
        b':' | b';' | b'?' | b'!' | 0xC2 => is_french,
        _ => false,
    };
    // Most texts have nothing of it, and there are many.
    if !bytes.iter().enumerate().any(is_met) {
        return;
    }
    let mut set = String::with_capacity(text.len() + 8);
    let mut before = '\0';
    for (at, c) in text.char_indices() {
        let blank = matches!(c, ' ' | values::NBSP);
        let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        let next = rest.chars().next().unwrap_or('\0');
        let narrow = is_french && (before == '«' || matches!(next, ':' | ';' | '?' | '!' | '»'));
        set.push(match c {
            _ if blank && narrow => values::NARROW,
            ' ' if is_number(rest) && ends_with_numbered(&set) => values::NBSP,
            ' ' if is_french && before.is_ascii_digit() && is_word(rest, "h") => values::NBSP,
            _ => c,
        });
        before = c;
    }
    *text = set;
}

/// Whether a text begins with a number, or a capital letter that stands alone as one.
fn is_number(text: &str) -> bool {
    let mut chars = text.chars();
    match chars.next() {
        Some('0'..='9') => true,
        Some('A'..='Z') => !chars.next().is_some_and(char::is_alphanumeric),
        _ => false,
    }
}

fn ends_with_numbered(text: &str) -> bool {
    let word = text.rsplit([' ', '\'', '’', '(', values::NBSP]).next().unwrap_or_default();
    NUMBERED.split_whitespace().any(|it| it == word)
}

/// Whether a text begins with this word.
fn is_word(text: &str, word: &str) -> bool {
    let rest = text.strip_prefix(word);
    rest.is_some_and(|rest| !rest.chars().next().is_some_and(char::is_alphanumeric))
}

/// Numbers Articles and Appendices, and the paragraphs in each.
fn number_divisions(parts: &mut [(&Template, Vec<Block>)], lang: Lang) {
    let (mut articles, mut appendices) = (0, 0);
    let (mut prefix, mut anchor) = (String::new(), String::new());
    let mut clauses = 0;
    let mut sections = 0;
    for (_, blocks) in parts {
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    let (number, words): (String, Words) = match heading.division {
                        Division::Article => {
                            articles += 1;
                            (articles.to_string(), labels::ARTICLE)
                        }
                        Division::Appendix => {
                            appendices += 1;
                            (values::letters(appendices - 1, 'A'), labels::APPENDIX)
                        }
                        Division::Part => {
                            prefix.clear();
                            heading.label.clear();
                            name(heading, &mut sections, &anchor);
                            anchor.clone_from(&heading.anchor);
                            continue;
                        }
                        Division::Section => {
                            name(heading, &mut sections, &anchor);
                            continue;
                        }
                    };
                    heading.label = words.with(lang, &[("n", &number)]);
                    name(heading, &mut sections, &anchor);
                    anchor.clone_from(&heading.anchor);
                    (prefix, clauses) = (number, 0);
                }
                Block::Clause(clause) => {
                    clauses += 1;
                    clause.number = format!("{prefix}.{clauses}");
                    if clause.anchor.is_empty() {
                        clause.anchor = format!("{anchor}-{clauses}");
                    }
                }
                _ => {}
            }
        }
    }
}

/// A heading without a name of its own gets one from where it stands.
fn name(heading: &mut Heading, sections: &mut usize, anchor: &str) {
    if heading.anchor.is_empty() {
        *sections += 1;
        heading.anchor = format!("{anchor}-section-{sections}");
    }
}

/// Notes for each point where it is first printed.
fn locate_points(parts: &[(&Template, Vec<Block>)], points: &mut [Point]) {
    for (_, blocks) in parts {
        let mut here = String::new();
        for block in blocks {
            match block {
                Block::Heading(heading) => here.clone_from(&heading.anchor),
                Block::Clause(clause) => here.clone_from(&clause.anchor),
                Block::Table(table) => here.clone_from(&table.anchor),
                _ => {}
            }
            let mut seen = |bracket: &Bracket| {
                if let Some(point) = points.get_mut(bracket.point)
                    && point.anchor.is_empty()
                {
                    point.anchor.clone_from(&here);
                }
            };
            walk(std::slice::from_ref(block), &mut |inline| {
                if let Inline::Bracket(bracket) = inline {
                    seen(bracket);
                }
            });
        }
    }
}

/// Calls `visit` for every inline of the blocks.
fn walk(blocks: &[Block], visit: &mut dyn FnMut(&Inline)) {
    for block in blocks {
        match block {
            Block::Heading(Heading { title: text, .. })
            | Block::Paragraph(text)
            | Block::Figure(Figure { caption: text, .. }) => walk_inlines(text, visit),
            Block::Clause(clause) => walk(&clause.blocks, visit),
            Block::List(list) => list.items.iter().for_each(|item| walk(item, visit)),
            Block::Definitions(list) => {
                for it in list {
                    walk_inlines(&it.meaning, visit);
                }
            }
            Block::Table(table) => {
                walk_inlines(&table.caption, visit);
                table.rows.iter().flat_map(|row| &row.cells).for_each(|it| walk_inlines(it, visit));
            }
            Block::Note(blocks) => walk(blocks, visit),
            Block::Contents => {}
        }
    }
}

fn walk_inlines(inlines: &[Inline], visit: &mut dyn FnMut(&Inline)) {
    for inline in inlines {
        visit(inline);
        match inline {
            Inline::Strong(text)
            | Inline::Emphasis(text)
            | Inline::Link { text, .. }
            | Inline::Term { text, .. }
            | Inline::Foreign { text, .. }
            | Inline::Translation { text, .. }
            | Inline::Stale(text)
            | Inline::Bracket(Bracket { text, .. }) => walk_inlines(text, visit),
            _ => {}
        }
    }
}

fn used_terms(parts: &[(&Template, Vec<Block>)]) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for (_, blocks) in parts {
        walk(blocks, &mut |inline| {
            if let Inline::Term { anchor, .. } = inline {
                used.extend(anchor.strip_prefix("term-").map(str::to_owned));
            }
        });
    }
    used
}

/// The terms of the block and those that the annex uses, by the alphabet of the language.
fn definitions(
    own: &[String],
    used: &BTreeSet<String>,
    define: &dyn Fn(&str) -> Option<Definition>,
    lang: Lang,
) -> Vec<Definition> {
    let all: BTreeSet<&String> = own.iter().chain(used).collect();
    let mut list: Vec<_> = all.into_iter().filter_map(|id| define(id)).collect();
    list.sort_by_cached_key(|it| {
        let term = crate::view::document::plain(&it.term);
        (crate::catalogue::fold(&term), lang, term)
    });
    list
}

/// Numbers tables and figures, and gives a table of a template its caption.
struct Numbers {
    lang: Lang,
    tables: usize,
    figures: usize,
    title: Inlines,
}

impl Numbers {
    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.title.clone_from(&heading.title),
                Block::Table(table) => {
                    self.tables += 1;
                    let number = self.tables.to_string();
                    table.label = labels::TABLE.with(self.lang, &[("n", &number)]);
                    if table.anchor.is_empty() {
                        table.anchor = format!("table-{number}");
                    }
                    if table.caption.is_empty() {
                        table.caption.clone_from(&self.title);
                    }
                }
                Block::Figure(figure) => {
                    self.figures += 1;
                    let number = self.figures.to_string();
                    figure.label = labels::FIGURE.with(self.lang, &[("n", &number)]);
                }
                Block::Clause(clause) => self.blocks(&mut clause.blocks),
                Block::Note(blocks) => self.blocks(blocks),
                Block::List(list) => list.items.iter_mut().for_each(|item| self.blocks(item)),
                _ => {}
            }
        }
    }
}

/// Every place that a reference may lead to.
fn places(
    parts: &[(&Template, Vec<Block>)],
    lang: Lang,
    findings: &mut Findings,
) -> BTreeMap<String, Place> {
    let mut all = BTreeMap::new();
    for (part, (template, blocks)) in parts.iter().enumerate() {
        let mut add = |anchor: &str, text: String| {
            if anchor.is_empty() {
                return;
            }
            if let Some(before) = all.insert(anchor.to_owned(), Place { text, part }) {
                let before = parts.get(before.part).map_or(template, |(template, _)| template);
                let finding = Finding::new(&codes::PLACE_TWICE, template.place(anchor));
                let finding = finding.arg("anchor", anchor);
                findings.add(finding.note(before.place(anchor), codes::FIRST_PLACE));
            }
        };
        collect(blocks, lang, &mut add);
    }
    all
}

fn collect(blocks: &[Block], lang: Lang, add: &mut dyn FnMut(&str, String)) {
    let within = |words: Words, label: &str| {
        let number = label.rsplit(' ').next().unwrap_or(label);
        words.with(lang, &[("n", number)])
    };
    for block in blocks {
        match block {
            Block::Heading(heading) => {
                let text = match heading.division {
                    Division::Article => within(labels::TO_ARTICLE, &heading.label),
                    Division::Appendix => within(labels::TO_APPENDIX, &heading.label),
                    _ => crate::view::document::plain(&heading.title),
                };
                add(&heading.anchor, text);
            }
            Block::Clause(clause) => {
                add(&clause.anchor, labels::TO_PARAGRAPH.with(lang, &[("n", &clause.number)]));
                collect(&clause.blocks, lang, add);
            }
            Block::Table(table) => {
                add(&table.anchor, within(labels::TO_TABLE, &table.label));
                for row in table.rows.iter().filter(|row| row.anchor.starts_with("codes-")) {
                    add(&row.anchor, within(labels::TO_TABLE, &table.label));
                }
            }
            Block::Figure(figure) => add(&figure.anchor, within(labels::TO_FIGURE, &figure.label)),
            Block::List(list) => list.items.iter().for_each(|item| collect(item, lang, add)),
            Block::Note(blocks) => collect(blocks, lang, add),
            _ => {}
        }
    }
}

/// Gives references their words and terms their links.
struct Links<'a> {
    lang: Lang,
    places: &'a BTreeMap<String, Place>,
    known: &'a BTreeSet<String>,
    template: &'a Template,
    findings: &'a mut Findings,
    /// Terms that were met since the last Article began: only the first use is a link.
    met: BTreeSet<String>,
}

impl Links<'_> {
    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    if heading.level == 1 {
                        self.met.clear();
                    }
                    self.inlines(&mut heading.title);
                }
                Block::Paragraph(text) => self.inlines(text),
                Block::Figure(figure) => {
                    self.inlines(&mut figure.caption);
                    self.described(figure);
                    set_blanks(&mut figure.alternative, self.lang);
                }
                Block::Clause(clause) => self.blocks(&mut clause.blocks),
                Block::List(list) => list.items.iter_mut().for_each(|item| self.blocks(item)),
                Block::Definitions(list) => {
                    for it in list {
                        self.inlines(&mut it.term);
                        self.inlines(&mut it.meaning);
                    }
                }
                Block::Table(table) => {
                    self.inlines(&mut table.caption);
                    table.columns.iter_mut().for_each(|it| self.inlines(&mut it.title));
                    let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                    cells.for_each(|cell| self.inlines(cell));
                }
                Block::Note(blocks) => self.blocks(blocks),
                Block::Contents => {}
            }
        }
    }

    /// Where the content of a picture is said in words: a table of this document, or the annex.
    fn described(&self, figure: &mut Figure) {
        let words = if let Some(place) = self.places.get(&figure.described_at) {
            figure.described.clone_from(&place.text);
            say::SAME_IN_TABLE
        } else {
            figure.described_at.clear();
            say::SAME_IN_ANNEX
        };
        let args = [("text", &*figure.alternative), ("place", &*figure.described)];
        figure.alternative = words.with(self.lang, &args);
    }

    fn inlines(&mut self, inlines: &mut Inlines) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => set_blanks(text, self.lang),
                Inline::Reference { anchor, text } => match self.places.get(anchor.as_str()) {
                    Some(place) if text.is_empty() => text.clone_from(&place.text),
                    Some(_) => {}
                    // The block has nothing that would stand in that table.
                    None if anchor.strip_prefix("table-").is_some_and(tables::is_known) => {
                        let words = labels::NOT_STATED.get(self.lang).to_owned();
                        *inline = Inline::Strong(vec![Inline::Text(words)]);
                    }
                    None => {
                        let finding =
                            Finding::new(&codes::NO_SUCH_PLACE, self.template.place(anchor));
                        self.findings.add(finding.arg("anchor", &*anchor));
                        *inline = Inline::Text(std::mem::take(text));
                    }
                },
                Inline::Term { anchor, text } => {
                    self.inlines(text);
                    if !self.known.contains(anchor.as_str()) {
                        let term = anchor.strip_prefix("term-").unwrap_or(anchor);
                        let finding = Finding::new(&codes::NO_SUCH_TERM, self.template.place(term));
                        self.findings.add(finding.arg("term", term));
                    } else if self.met.insert(anchor.clone()) {
                        continue;
                    }
                    if let [Inline::Text(words)] = text.as_mut_slice() {
                        *inline = Inline::Text(std::mem::take(words));
                    }
                }
                Inline::Foreign { lang, text } => {
                    let own = self.lang;
                    self.lang = Lang::from_code(lang).unwrap_or(own);
                    self.inlines(text);
                    self.lang = own;
                }
                Inline::Strong(text)
                | Inline::Emphasis(text)
                | Inline::Link { text, .. }
                | Inline::Stale(text)
                | Inline::Bracket(Bracket { text, .. }) => self.inlines(text),
                _ => {}
            }
        }
    }
}
