//! Where blocks stand, for people: one block in full, several in a line each.

use crate::completeness::{Completeness, Extent, STEPS};
use crate::diag::{Finding, Findings, Severity};
use crate::model::{Date, Duration, Maturity, Scalar};
use crate::report::grid::Page;
use crate::report::listing::{counts, place, say_counts, visible_line};
use crate::status::{Entry, Matter, Outstanding, Stance, Status};
use crate::syntax::{Node, Value};
use crate::text::Sources;
use crate::view::document::values;
use crate::words::{Lang, points, report, status as say};

/// How often one rule is listed under the next step.
const OF_ONE_RULE: usize = 5;

/// Prints where these blocks stand: one in full, several in a line each.
pub fn status(sources: &Sources, entries: &[Entry], lang: Lang, colour: bool) -> String {
    let mut page = Page::new(lang, colour);
    match entries {
        [Entry { status: Some(status), .. }] => one(&mut page, sources, status),
        _ => several(&mut page, entries),
    }
    page.text()
}

/// The mark of an extent in tables of text.
pub(super) const fn mark(extent: Extent) -> &'static str {
    match extent {
        Extent::Complete => "●",
        Extent::Partial => "◐",
        Extent::Absent => "○",
        Extent::NotAsked => "·",
    }
}

fn one(page: &mut Page, sources: &Sources, status: &Status) {
    let lang = page.lang;
    let label = status.maturity.label().get(lang);
    let args = [("id", &*status.id), ("version", &*status.version), ("status", label)];
    page.heading(&say::HEAD.with(lang, &args));
    if status.hypothetical {
        page.line(say::HYPOTHETICAL.get(lang));
    }
    progress(page, &status.completeness);
    components(page, &status.completeness);
    owed(page, sources, status);
    proposals(page, sources, status);
    next(page, sources, status);
}

/// The steps of maturity with how far the block is at each, and the share of the present step.
fn progress(page: &mut Page, completeness: &Completeness) {
    let lang = page.lang;
    let step = |step: &Maturity| {
        let (complete, asked) = completeness.score(*step);
        let mark = match complete {
            _ if complete == asked => "●",
            0 => "○",
            _ => "◐",
        };
        let label = step.label().get(lang);
        let here = *step == completeness.maturity;
        if here { format!("[{mark} {label}]") } else { format!("{mark} {label}") }
    };
    let steps: Vec<String> = STEPS.iter().map(step).collect();
    page.heading(say::PROGRESS.get(lang));
    page.line(&format!("  {}", steps.join(" ─ ")));
    let (complete, asked) = completeness.score(completeness.maturity);
    let bar = "█".repeat(complete) + &"░".repeat(asked - complete);
    let score = say::SCORE.with(lang, &[("n", &complete.to_string()), ("all", &asked.to_string())]);
    page.line(&format!("  {bar}  {score}"));
}

fn components(page: &mut Page, completeness: &Completeness) {
    let lang = page.lang;
    let mut head = vec![say::NUMBER, say::COMPONENT];
    head.extend(STEPS.iter().map(|step| step.label()));
    head.push(say::OPEN_VALUES);
    let row = |it: &crate::completeness::ComponentState| {
        let number = it.component.number.map_or_else(|| "+".to_owned(), |it| it.to_string());
        let mut row = vec![number, it.component.title.get(lang).to_owned()];
        row.extend(STEPS.iter().map(|step| mark(it.at(*step)).to_owned()));
        row.push(if it.open.is_empty() { String::new() } else { it.open.len().to_string() });
        row
    };
    let rows: Vec<_> = completeness.components.iter().map(row).collect();
    page.heading(say::COMPONENTS.get(lang));
    page.table(&head, &rows, &[2, 3, 4, 5, 6, 7]);
    page.line(&format!("  {}", say::MARKS.get(lang)));
    let missing = completeness.components.iter().flat_map(|it| &it.missing);
    let rows: Vec<_> = missing
        .map(|it| {
            let from = it.from.label().get(lang).to_owned();
            vec![it.path.clone(), from, it.rule.to_owned()]
        })
        .collect();
    if rows.is_empty() {
        page.line(&format!("  {}", say::NOTHING_MISSING.get(lang)));
        return;
    }
    page.heading(say::MISSING.get(lang));
    page.table(&[say::MISSING, say::ASKED_FROM, say::BY_RULE], &rows, &[]);
}

fn owed(page: &mut Page, sources: &Sources, status: &Status) {
    let lang = page.lang;
    if status.points.is_empty() {
        page.heading(say::NOTHING_OPEN.get(lang));
        return;
    }
    let row = |it: &Outstanding| {
        let Matter::Owed { owner, due, overdue, note } = &it.matter else { return Vec::new() };
        let due = match due {
            None => say::NO_DAY.get(lang).to_owned(),
            Some(due) if *overdue => say::OVERDUE.with(lang, &[("due", &day(due, lang))]),
            Some(due) => day(due, lang),
        };
        let owner = owner.clone().unwrap_or_else(|| say::NOBODY.get(lang).to_owned());
        let note = note.as_ref().map_or_else(String::new, |it| value(it, lang));
        vec![line(sources, it, status), point(it, lang), owner, due, note]
    };
    let rows: Vec<_> = status.owed().map(row).collect();
    if rows.is_empty() {
        return;
    }
    let (n, late) = (rows.len().to_string(), status.overdue().to_string());
    let words = if status.overdue() > 0 { say::OWED_LATE } else { say::OWED };
    page.heading(&words.with(lang, &[("n", &n), ("late", &late)]));
    page.table(&[say::LINE, say::POINT, say::OWNER, say::DUE, say::REMARK], &rows, &[]);
}

fn proposals(page: &mut Page, sources: &Sources, status: &Status) {
    let lang = page.lang;
    let stances = |it: &Outstanding, differing: bool| match (&it.matter, differing) {
        (Matter::Differing(all), true) | (Matter::Matching(all), false) => Some(all.clone()),
        _ => None,
    };
    for (differing, heading) in [(true, say::DIFFERING), (false, say::MATCHING)] {
        let shown: Vec<(&Outstanding, Vec<Stance>)> =
            status.points.iter().filter_map(|it| Some((it, stances(it, differing)?))).collect();
        if shown.is_empty() {
            continue;
        }
        let mut parties: Vec<&str> = Vec::new();
        for stance in shown.iter().flat_map(|(_, all)| all) {
            if !parties.contains(&&*stance.party) {
                parties.push(&stance.party);
            }
        }
        let mut head = [say::LINE, say::POINT].map(|it| it.get(lang).to_owned()).to_vec();
        head.extend(parties.iter().map(|it| (*it).to_owned()));
        let row = |(it, stances): &(&Outstanding, Vec<Stance>)| {
            let mut row = vec![line(sources, it, status), point(it, lang)];
            row.extend(parties.iter().map(|party| {
                let of = stances.iter().find(|it| it.party == *party);
                of.map_or_else(|| "–".to_owned(), |it| value(&it.value, lang))
            }));
            row
        };
        let rows: Vec<_> = shown.iter().map(row).collect();
        page.heading(&heading.with(lang, &[("n", &rows.len().to_string())]));
        page.named_table(head, &rows, &[]);
    }
}

fn next(page: &mut Page, sources: &Sources, status: &Status) {
    let lang = page.lang;
    let Some(next) = &status.next else {
        page.heading(say::NO_NEXT.get(lang));
        return;
    };
    let label = next.maturity.label().get(lang);
    page.heading(&say::NEXT.with(lang, &[("status", label)]));
    let numbers = [status.now.error, status.now.warning, status.now.advice];
    let said = say_counts(numbers, lang);
    let now = if said.is_empty() { report::NONE.get(lang).to_owned() } else { said };
    page.line(&format!("  {}", say::NOW_FINDS.with(lang, &[("counts", &now)])));
    if next.findings.list.is_empty() {
        page.line(&format!("  {}", say::NEXT_CLEAN.get(lang)));
        return;
    }
    let counts = counts(next.findings.list.iter(), lang);
    page.line(&format!("  {}", say::NEXT_FINDS.with(lang, &[("counts", &counts)])));
    findings(page, sources, &next.findings);
}

/// Findings in a line each, heaviest first, by rule; many of one rule in short.
fn findings(page: &mut Page, sources: &Sources, findings: &Findings) {
    let lang = page.lang;
    let mut list: Vec<&Finding> = findings.list.iter().collect();
    list.sort_by_key(|it| (std::cmp::Reverse(it.severity), it.code.id, it.span));
    for group in list.chunk_by(|a, b| a.code.id == b.code.id && a.severity == b.severity) {
        for it in group.iter().take(OF_ONE_RULE) {
            let at = place(sources, it.span);
            let label = it.severity.label().get(lang);
            let message = visible_line(&it.message(lang));
            let name = visible_line(at.file);
            page.line(&format!("  {label}[{}] {message}", it.code.id));
            page.line(&format!("    {name}:{}:{}", at.start.line, at.start.column));
        }
        let rest = group.len().saturating_sub(OF_ONE_RULE);
        if let Some(first) = group.first().filter(|_| rest > 0) {
            let args = [("n", &*rest.to_string()), ("rule", first.code.id)];
            page.line(&format!("  {}", say::MORE.with(lang, &args)));
        }
    }
}

fn several(page: &mut Page, entries: &[Entry]) {
    let lang = page.lang;
    let head = [
        say::BLOCK,
        say::VERSION,
        say::STATUS,
        say::COMPLETE_OF,
        say::OPEN,
        say::LATE,
        say::DIFFER,
        say::ERRORS,
        say::NEXT_ERRORS,
    ];
    let mut sums = [0_usize; 5];
    let mut rows = Vec::new();
    for entry in entries {
        let Some(status) = &entry.status else {
            let mut row = vec![String::new(); head.len()];
            row[0].clone_from(&entry.file);
            say::UNREADABLE.get(lang).clone_into(&mut row[2]);
            row[7] = entry.counts.error.to_string();
            sums[3] += entry.counts.error;
            rows.push(row);
            continue;
        };
        let (complete, asked) = status.completeness.score(status.maturity);
        let differing =
            status.points.iter().filter(|it| matches!(it.matter, Matter::Differing(_))).count();
        let next = status.next.as_ref().map_or(0, |it| it.findings.count(Severity::Error));
        let numbers = [status.points.len(), status.overdue(), differing, entry.counts.error, next];
        for (sum, number) in sums.iter_mut().zip(numbers) {
            *sum += number;
        }
        let mut row = vec![
            status.id.clone(),
            status.version.clone(),
            status.maturity.label().get(lang).to_owned(),
            format!("{complete}/{asked}"),
        ];
        row.extend(numbers.iter().map(ToString::to_string));
        rows.push(row);
    }
    let mut total = vec![say::TOTAL.with(lang, &[("n", &entries.len().to_string())])];
    total.extend(vec![String::new(); 3]);
    total.extend(sums.iter().map(ToString::to_string));
    rows.push(total);
    page.table(&head, &rows, &[3, 4, 5, 6, 7, 8]);
}

/// What a point is about: in words, with the items of lists that it belongs to.
fn point(it: &Outstanding, lang: Lang) -> String {
    let Some(words) = points::subject(it.key) else { return it.path.clone() };
    let items: Vec<&str> =
        it.path.split('[').skip(1).filter_map(|rest| Some(rest.split_once(']')?.0)).collect();
    match items.is_empty() {
        true => words.get(lang).to_owned(),
        false => format!("{} ({})", words.get(lang), items.join(", ")),
    }
}

/// In which line of which file something stands; the file only where it is another one than that
/// of the block.
fn line(sources: &Sources, it: &Outstanding, status: &Status) -> String {
    let line = sources.start(it.span).line;
    match it.span.file == status.span.file {
        true => line.to_string(),
        false => format!("{}:{line}", sources.name(it.span.file)),
    }
}

fn day(written: &str, lang: Lang) -> String {
    Date::parse(written).map_or_else(|| written.to_owned(), |day| values::date(&day, lang))
}

/// A value on the table, as people read it.
pub(super) fn value(node: &Node, lang: Lang) -> String {
    match &node.value {
        Value::Null => String::new(),
        Value::Scalar(scalar) => match Duration::parse(&scalar.text) {
            Some(length) => values::duration(&length, lang),
            None => day(&scalar.text, lang),
        },
        Value::List(items) => items.iter().map(|it| value(it, lang)).collect::<Vec<_>>().join(", "),
        Value::Map(entries) => {
            let own = entries.iter().find(|it| &*it.key.value == lang.code());
            let any = own.or_else(|| entries.first());
            any.map_or_else(String::new, |it| value(&it.value, lang))
        }
    }
}
