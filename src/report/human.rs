//! The report people read: counts first, then each file, each finding with an excerpt.

use std::collections::{BTreeMap, BTreeSet};

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use anstyle::Style;

use crate::completeness::COMPONENTS;
use crate::diag::{Finding, Findings, Severity};
use crate::report::listing::{basis_words, by_file, counts, files, place, visible, visible_line};
use crate::text::{Sources, Span};
use crate::words::{Lang, count, report};

/// How often one rule is shown with an excerpt in one file; what is above is listed in short.
const IN_FULL: usize = 3;
/// How many findings in one file are so many that one of each rule is shown with an excerpt.
const MANY: usize = 50;
/// How many findings in one file can be taken in without a count by component.
const FEW: usize = 10;
/// Remarks are shown in one excerpt with the finding when they are at most this many lines apart.
const NEAR: usize = 8;
/// How many bytes of a long stretch an excerpt shows.
const EXCERPT: usize = 300;
/// How many lines of a long stretch are marked.
const MARKED_LINES: usize = 4;

/// Prints `findings` for people; `colour` adds terminal colours.
pub fn human(sources: &Sources, findings: &Findings, lang: Lang, colour: bool) -> String {
    let groups = by_file(findings);
    if groups.is_empty() {
        // What comes with the program is no file of its user.
        let own = sources.iter().filter(|(_, it)| !it.shipped).count();
        let files = files(own, lang);
        let nothing = report::NOTHING.with(lang, &[("files", &files)]);
        return match findings.excused() {
            0 => nothing + "\n",
            n => nothing + " " + &excused(n, lang) + "\n",
        };
    }
    let mut page = Page {
        sources,
        lang,
        renderer: if colour { Renderer::styled() } else { Renderer::plain() },
        strong: if colour { Style::new().bold() } else { Style::new() },
        explained: BTreeSet::new(),
        out: String::new(),
    };
    let total = summary(findings, groups.len(), lang);
    page.line(&total);
    for (file, group) in &groups {
        page.out.push('\n');
        let counts = counts(group.iter().copied(), lang);
        let name = visible_line(sources.name(*file));
        let heading = report::FILE_HEADING.with(lang, &[("file", &name), ("counts", &counts)]);
        page.line(&heading);
        page.components(group);
        page.file(group);
    }
    page.out.push('\n');
    page.line(&total);
    page.out
}

fn summary(findings: &Findings, in_files: usize, lang: Lang) -> String {
    let counts = counts(findings.counting(), lang);
    let files = files(in_files, lang);
    let summary = report::SUMMARY.with(lang, &[("counts", &counts), ("files", &files)]);
    let with_fix = findings.counting().filter(|finding| finding.fix.is_some()).count();
    let with_fix =
        (with_fix > 0).then(|| report::WITH_FIX.with(lang, &[("n", &with_fix.to_string())]));
    let excused = Some(findings.excused()).filter(|n| *n > 0).map(|n| self::excused(n, lang));
    let more: Vec<_> = with_fix.into_iter().chain(excused).collect();
    if more.is_empty() { summary } else { format!("{summary} ({})", more.join("; ")) }
}

/// "Triggers: 3".
fn count_of(what: &str, n: usize, lang: Lang) -> String {
    report::COUNT_OF.with(lang, &[("what", what), ("n", &n.to_string())])
}

fn excused(n: usize, lang: Lang) -> String {
    report::EXCUSED.with(lang, &[("n", &n.to_string())])
}

struct Page<'a> {
    sources: &'a Sources,
    lang: Lang,
    renderer: Renderer,
    strong: Style,
    /// Rules whose reason was given already.
    explained: BTreeSet<&'static str>,
    out: String,
}

impl<'a> Page<'a> {
    fn line(&mut self, text: &str) {
        self.out += &format!("{}{text}{:#}\n", self.strong, self.strong);
    }

    /// How many findings each component has, where there are so many that one has to choose.
    fn components(&mut self, group: &[&'a Finding]) {
        if group.len() <= FEW {
            return;
        }
        let lang = self.lang;
        let mut left = group.len();
        let mut said = Vec::new();
        for component in COMPONENTS {
            let n = group.iter().filter(|it| component.has(&it.path)).count();
            left -= n;
            if n > 0 {
                said.push(count_of(component.title.get(lang), n, lang));
            }
        }
        if left > 0 {
            said.push(count_of(report::ELSEWHERE.get(lang), left, lang));
        }
        let said = said.join(" · ");
        self.line(&report::BY_COMPONENT.with(lang, &[("counts", &said)]));
    }

    fn file(&mut self, group: &[&'a Finding]) {
        let here: BTreeSet<_> = group.iter().map(|it| (it.span, it.code.id)).collect();
        let mut following: BTreeMap<(Span, &str), Vec<&Finding>> = BTreeMap::new();
        let mut roots = Vec::new();
        for finding in group {
            let cause = finding.cause.map(|cause| (cause.span, cause.code.id));
            match cause.filter(|cause| here.contains(cause)) {
                Some(cause) => following.entry(cause).or_default().push(finding),
                None => roots.push(*finding),
            }
        }
        let in_full = if group.len() > MANY { 1 } else { IN_FULL };
        let mut seen: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        for finding in roots {
            let follow = following.get(&(finding.span, finding.code.id));
            let of_rule = seen.entry(finding.code.id).or_default();
            of_rule.push(finding);
            if of_rule.len() <= in_full || follow.is_some() {
                self.finding(finding);
                of_rule.pop_if(|_| follow.is_some());
            }
            if let Some(follow) = follow {
                let (one, many) = (report::ONE_FOLLOWS, report::MANY_FOLLOW);
                let said = count(self.lang, follow.len(), one, many);
                self.line(&format!("  {said}"));
                self.short_lines(follow);
            }
        }
        for (_, of_rule) in seen {
            if let Some(more) = of_rule.get(in_full..).filter(|more| !more.is_empty()) {
                self.in_short(more);
            }
        }
    }

    fn in_short(&mut self, more: &[&Finding]) {
        let Some(first) = more.first() else { return };
        let label = first.severity.label().get(self.lang);
        let also = report::ALSO.get(self.lang);
        self.out.push('\n');
        self.line(&format!("{label}[{}] {}, {also}", first.code.id, first.code.name));
        self.short_lines(more);
    }

    /// A line for each.
    fn short_lines(&mut self, more: &[&Finding]) {
        for finding in more {
            let at = place(self.sources, finding.span);
            let message = visible_line(&finding.message(self.lang));
            let name = visible_line(at.file);
            let (line, column, id) = (at.start.line, at.start.column, finding.code.id);
            self.out += &format!("  {name}:{line}:{column}: {id} {message}\n");
        }
    }

    fn finding(&mut self, finding: &'a Finding) {
        let lang = self.lang;
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Advice => Level::INFO,
        };
        let title = level
            .with_name(finding.severity.label().get(lang))
            .primary_title(visible_line(&finding.message(lang)))
            .id(finding.code.id);
        let mut group = Group::with_title(title);
        group = self.excerpts(group, finding);
        group = group.element(
            Level::HELP
                .with_name(report::HELP.get(lang))
                .message(visible_line(&finding.help(lang))),
        );
        if let Some(fix) = &finding.fix {
            let words = visible_line(&finding.say(fix.words, lang));
            group = group.element(Level::HELP.with_name(report::FIX.get(lang)).message(words));
        }
        if self.explained.insert(finding.code.id) {
            let why = visible_line(&finding.say(finding.code.why, lang));
            let basis = basis_words(finding.code, lang);
            group = group
                .element(Level::NOTE.with_name(report::WHY.get(lang)).message(why))
                .element(Level::NOTE.with_name(report::BASIS.get(lang)).message(basis));
        }
        self.out.push('\n');
        self.out += &self.renderer.render(&[group]);
        self.out.push('\n');
    }

    /// The finding's place and those of its remarks: near ones in one excerpt.
    fn excerpts(&self, mut group: Group<'a>, finding: &'a Finding) -> Group<'a> {
        let main = self.sources.start(finding.span).line;
        let near = |span: Span| {
            span.file == finding.span.file && self.sources.start(span).line.abs_diff(main) <= NEAR
        };
        let mut marks = vec![(finding.span, AnnotationKind::Primary, None)];
        let mut apart = Vec::new();
        for note in &finding.notes {
            let mark =
                (note.span, AnnotationKind::Context, Some(finding.say(note.words, self.lang)));
            if near(note.span) { marks.push(mark) } else { apart.push(mark) }
        }
        group = self.excerpt(group, marks);
        for mark in apart {
            group = self.excerpt(group, vec![mark]);
        }
        group
    }

    fn excerpt(
        &self,
        group: Group<'a>,
        marks: Vec<(Span, AnnotationKind, Option<String>)>,
    ) -> Group<'a> {
        let Some((main, _, _)) = marks.first() else { return group };
        let text = self.sources.text(main.file);
        let shown: Vec<Span> = marks.iter().map(|(span, _, _)| shown(text, *span)).collect();
        let first = shown.iter().map(|span| span.start).min().unwrap_or(0);
        let last = shown.iter().map(|span| span.end).max().unwrap_or(first);
        let at = place(self.sources, main.head());
        if text.is_empty() {
            let origin = Origin::path(visible_line(at.file));
            return group.element(origin.line(at.start.line).char_column(at.start.column));
        }
        let from = line_start(text, first as usize);
        let to = line_end(text, last as usize);
        let excerpt = text.get(from..to).unwrap_or("");
        let position = |byte: u32| {
            let before = excerpt.get(..(byte as usize).saturating_sub(from)).unwrap_or(excerpt);
            visible(before).len()
        };
        let mut snippet: Snippet<'a, Annotation<'a>> = Snippet::source(visible(excerpt))
            .path(visible_line(at.file))
            .line_start(self.sources.position(main.file, first).line);
        for ((_, kind, label), span) in marks.into_iter().zip(shown) {
            let annotation = kind.span(position(span.start)..position(span.end));
            snippet = snippet.annotation(annotation.label(label.map(|label| visible_line(&label))));
        }
        group.element(snippet)
    }
}

/// What of a place is marked: not more than some lines, without the blanks at its end.
fn shown(text: &str, span: Span) -> Span {
    let start = span.start as usize;
    let Some(covered) = text.get(start..span.end as usize) else { return span.head() };
    let mut end = covered.len().min(EXCERPT);
    while !covered.is_char_boundary(end) {
        end -= 1;
    }
    let covered = covered.get(..end).unwrap_or("");
    let lines = covered.match_indices('\n').nth(MARKED_LINES - 1);
    let covered = lines.and_then(|(at, _)| covered.get(..at)).unwrap_or(covered);
    let trimmed = covered.trim_end();
    let covered = if trimmed.is_empty() { covered } else { trimmed };
    Span::new(span.file, start, start + covered.len())
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

/// The end of the line, or of what is shown of a long one.
fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    let end = rest.find('\n').unwrap_or(rest.len());
    let mut end =
        rest.get(..end).map_or(end, |line| line.trim_end_matches('\r').len()).min(EXCERPT);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    at + end
}
