//! Findings in the order of a report, and what every form says of one.

use crate::diag::{Basis, Code, Finding, Findings, Pack, Severity};
use crate::text::{FileId, Position, Sources, Span};
use crate::words::{Lang, count, report};

/// The findings that count by file and place, each file once.
pub(super) fn by_file(findings: &Findings) -> Vec<(FileId, Vec<&Finding>)> {
    grouped(findings.counting().collect())
}

/// All findings by file and place, each file once.
pub(super) fn all_by_file(findings: &Findings) -> Vec<(FileId, Vec<&Finding>)> {
    grouped(findings.list.iter().collect())
}

fn grouped(mut all: Vec<&Finding>) -> Vec<(FileId, Vec<&Finding>)> {
    all.sort_by_key(|finding| (finding.span, std::cmp::Reverse(finding.severity), finding.code.id));
    let groups = all.chunk_by(|a, b| a.span.file == b.span.file);
    groups.filter_map(|group| Some((group.first()?.span.file, group.to_vec()))).collect()
}

/// A place as machines and people count it.
pub(super) struct Place<'a> {
    pub(super) file: &'a str,
    pub(super) start: Position,
    pub(super) end: Position,
}

pub(super) fn place(sources: &Sources, span: Span) -> Place<'_> {
    Place { file: sources.name(span.file), start: sources.start(span), end: sources.end(span) }
}

/// On what a rule rests, in one word and its sources.
pub(super) fn basis(code: &Code) -> (&'static str, &'static [&'static str]) {
    let sources: &[&str] = match code.basis {
        Basis::Sourced(sources) => sources,
        Basis::Format | Basis::House => &[],
    };
    (code.basis.id(), sources)
}

/// On what a rule rests, as people read it.
pub(super) fn basis_words(code: &Code, lang: Lang) -> String {
    match code.basis {
        Basis::Format => report::BASIS_FORMAT.get(lang).to_owned(),
        Basis::House if code.pack == Pack::Project => report::BASIS_PROJECT.get(lang).to_owned(),
        Basis::House => report::BASIS_HOUSE.get(lang).to_owned(),
        Basis::Sourced(sources) => {
            report::BASIS_SOURCES.with(lang, &[("sources", &sources.join(", "))])
        }
    }
}

/// "3 errors, 1 warning": what is not there is not counted.
pub(super) fn counts<'a>(findings: impl Iterator<Item = &'a Finding>, lang: Lang) -> String {
    let mut numbers = [0_usize; 3];
    for finding in findings {
        let at = match finding.severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Advice => 2,
        };
        numbers[at] += 1;
    }
    say_counts(numbers, lang)
}

/// The same of numbers of errors, warnings and pieces of advice.
pub(super) fn say_counts(numbers: [usize; 3], lang: Lang) -> String {
    let words = [
        (report::ONE_ERROR, report::MANY_ERRORS),
        (report::ONE_WARNING, report::MANY_WARNINGS),
        (report::ONE_ADVICE, report::MANY_ADVICE),
    ];
    let said = numbers.iter().zip(words).filter(|(n, _)| **n > 0);
    said.map(|(n, (one, many))| count(lang, *n, one, many)).collect::<Vec<_>>().join(", ")
}

pub(super) fn files(n: usize, lang: Lang) -> String {
    count(lang, n, report::ONE_FILE, report::MANY_FILES)
}

/// Text of a file made safe to show: what would move the cursor, colour the terminal or turn the
/// direction of writing becomes a visible character, one for one.
pub(super) fn visible(text: &str) -> String {
    text.chars().map(visible_char).collect()
}

fn visible_char(c: char) -> char {
    match c {
        '\n' | '\t' => c,
        '\u{0}'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{FFFD}'),
        '\u{7F}' => '\u{2421}',
        '\u{80}'..='\u{9F}'
        | '\u{61C}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}' => '\u{FFFD}',
        _ => c,
    }
}

/// The same on one line.
pub(super) fn visible_line(text: &str) -> String {
    let flat = |c| if matches!(c, '\n' | '\t') { ' ' } else { visible_char(c) };
    text.chars().map(flat).collect()
}
