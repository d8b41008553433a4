//! The shipped blocks, damaged in thousands of ways: whatever stands in the file, checking it ends
//! without a panic, and every finding has a place in the text and whole sentences to say.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use gnc::diag::{Arg, Finding};
use gnc::report::{Format, print};
use gnc::text::{FileId, Sources, Span};
use gnc::view::document::Paper;
use gnc::words::{Lang, Languages, Words};
use gnc::workspace::Workspace;

const FRAMEWORK: &str = "wco.co-push";
const PROFILE: &str = "adj-bor.co-push";

/// Mutants that share one framework.
const BATCH: usize = 64;
/// Most findings that a block with up to three mistakes may lead to.
const MOST_FINDINGS: usize = 1_000;

pub(crate) fn shipped(block: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("utility-blocks");
    std::fs::read_to_string(folder.join(format!("{block}.yaml"))).unwrap()
}

/// Numbers that look random and are the same in every run (`SplitMix64`).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`, 0 when there is none.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        if n == 0 { 0 } else { usize::try_from(self.roll() % n as u64).unwrap() }
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// Bytes that mean something to a reader of YAML, and some that mean nothing to anybody.
const NASTY_BYTES: &[u8] = b":-#?&*!|>'\"%@`{}[],\t\n\r ~\\\x00\x1b\x7f\xc3\xff\xefaZ09";

/// Values that people and programs leave behind.
const NASTY_VALUES: &[&str] = &[
    "",
    "~",
    "null",
    "[]",
    "{}",
    "[[]]",
    "TODO",
    "true",
    "-1",
    "1e999",
    "0x1F",
    "NO",
    "''",
    "' '",
    "\"\\u0000\"",
    "\"{name}\"",
    "'{key} {text} {hint}'",
    "{open: }",
    "{open: {}}",
    "{open: [x]}",
    "{open: {owner: NOBODY, due: 2027-13-45}}",
    "{proposals: }",
    "{proposals: {}}",
    "{proposals: {ADJ: , BOR: 1}}",
    "{proposals: {ADJ: [a], NOBODY: {b: c}}}",
    "{open: {owner: ADJ}, proposals: {ADJ: 1}}",
    "{en: , fr: x}",
    "{xx: y}",
    "&a b",
    "*a",
    "!!str x",
    "|\n  a\n b",
    ">",
    "P99999999Y",
    "PT0S",
    "2027-02-30",
    "9999999999999999999999",
    "1.0",
    "../x",
    "a@b@c",
    "wco.co-push@9.9.9",
    "adj-bor.co-push@0.3.0",
    "é̂\u{202e}\u{feff}😀",
    "\u{0}",
    "0..0",
    "5..1",
    "an..0",
    "a99999",
    "Certificate",
    "Certificate/",
    "/",
    "omit",
    "{omit: true}",
    "[{omit: true}]",
    "[{id: x, omit: true}]",
    "[null]",
    "[{}]",
    "[{id: x}, {id: x}]",
];

/// A text with one more mistake in it.
pub(crate) fn mutate(text: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut out = text.to_vec();
    let at = dice.below(out.len());
    match dice.below(16) {
        0 if !out.is_empty() => {
            out.remove(at);
        }
        1 => out.insert(at, *dice.pick(NASTY_BYTES)),
        2 if !out.is_empty() => out[at] = *dice.pick(NASTY_BYTES),
        3 => out.truncate(at),
        4 => {
            let to = (at + dice.below(200)).min(out.len());
            out.drain(at..to);
        }
        _ => out = lines(text, dice),
    }
    out
}

/// A mistake that concerns a line.
fn lines(text: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut all: Vec<Vec<u8>> =
        text.split_inclusive(|it| *it == b'\n').map(<[u8]>::to_vec).collect();
    if all.is_empty() {
        return b"x".to_vec();
    }
    let (at, other) = (dice.below(all.len()), dice.below(all.len()));
    let indent = all[at].iter().take_while(|it| **it == b' ').count();
    match dice.below(11) {
        0 => {
            all.remove(at);
        }
        1 => all.insert(at, all[at].clone()),
        2 => all.insert(at, all[other].clone()),
        3 => all.swap(at, (at + 1).min(other.max(at))),
        4 => {
            let more = 1 + dice.below(4);
            all[at].splice(0..0, vec![b' '; more]);
        }
        5 => {
            let less = (1 + dice.below(4)).min(indent);
            all[at].drain(..less);
        }
        6 => all[at].insert(0, b'\t'),
        7 => rename(&mut all[at], dice),
        8 => {
            // The keys of two lines change places.
            if let (Some((a, _)), Some((b, _))) = (key(&all[at]), key(&all[other])) {
                let (mine, theirs) = (all[at][a.clone()].to_vec(), all[other][b].to_vec());
                if mine != theirs {
                    all[at].splice(a, theirs);
                }
            }
        }
        9 => {
            if let (Some((_, a)), Some((_, b))) = (key(&all[at]), key(&all[other])) {
                let theirs = all[other][b].to_vec();
                all[at].splice(a, theirs);
            }
        }
        _ => {
            let value = dice.pick(NASTY_VALUES).as_bytes().to_vec();
            if let Some((_, place)) = key(&all[at]) {
                all[at].splice(place, value);
            }
        }
    }
    all.concat()
}

/// A misspelt key.
fn rename(line: &mut Vec<u8>, dice: &mut Dice) {
    let Some((key, _)) = key(line) else { return };
    let at = key.start + dice.below(key.len());
    match dice.below(4) {
        0 => {
            line.remove(at);
        }
        1 => line.insert(at, b'x'),
        2 if at + 1 < key.end => line.swap(at, at + 1),
        _ => {
            line.splice(key, b"unheard_of".iter().copied());
        }
    }
}

/// Where the key and the value of a line stand, when it has them.
fn key(line: &[u8]) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let start = line.iter().position(|it| !matches!(it, b' ' | b'-' | b'{'))?;
    let colon = start + line[start..].iter().position(|it| *it == b':')?;
    let end = line.len() - usize::from(line.ends_with(b"\n"));
    let value = (colon + 2).min(end);
    (colon > start).then_some((start..colon, value..end))
}

/// A block cut down to its document control and one section at a time.
pub(crate) fn sections(text: &str) -> Vec<String> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let is_key = |line: &str| !line.trim_start().starts_with(['#', '-']) && !line.trim().is_empty();
    let mut head = String::new();
    let mut parts: Vec<(String, String)> = Vec::new();
    let mut group = String::new();
    for line in text.split_inclusive('\n') {
        let top = indent(line) == 0 && is_key(line);
        if top {
            line.clone_into(&mut group);
        }
        let of_head = group.is_empty() || group.starts_with("gnc:") || group.starts_with("block:");
        if of_head {
            head += line;
        } else if (indent(line) == 2 && is_key(line))
            || (top && group.trim_end().len() > group.find(':').unwrap_or(0) + 1)
        {
            parts.push((group.clone(), line.to_owned()));
        } else if let Some((_, part)) = parts.last_mut().filter(|(it, _)| *it == group) {
            *part += line;
        } else if !top {
            parts.push((group.clone(), line.to_owned()));
        }
    }
    let whole = |(group, part): (String, String)| format!("{head}{group}{part}");
    parts.into_iter().map(whole).collect()
}

/// What is wrong with the place of a finding.
fn place(sources: &Sources, span: Span) -> Option<String> {
    let Some(source) = sources.get(span.file) else { return Some("no such file".to_owned()) };
    let (start, end) = (span.start as usize, span.end as usize);
    if start > end || source.text.get(start..end).is_none() {
        return Some(format!("{start}..{end} is no part of the text"));
    }
    let (from, to) = (sources.start(span), sources.end(span));
    (from.line == 0 || from.column == 0 || to < from).then(|| format!("{from:?} to {to:?}"))
}

/// The placeholders of a sentence.
fn placeholders(words: Words) -> impl Iterator<Item = &'static str> {
    [words.en, words.fr].into_iter().flat_map(|text| text.split('{').skip(1)).filter_map(|rest| {
        let (name, _) = rest.split_once('}')?;
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
        (!name.is_empty() && name.bytes().all(plain)).then_some(name)
    })
}

/// What is wrong with the sentences of a finding: each placeholder has something to fill it.
fn sentences(finding: &Finding) -> Option<String> {
    let given = |name: &str| finding.args.iter().find(|(key, _)| *key == name).map(|(_, it)| it);
    let code = finding.code;
    let words = [code.message, code.why, code.help];
    let more = finding.notes.iter().map(|it| it.words).chain(finding.fix.iter().map(|it| it.words));
    // Words of our own may have placeholders in turn, two deep.
    let mut open: Vec<_> = words.into_iter().chain(more).map(|it| (it, 0)).collect();
    while let Some((words, depth)) = open.pop() {
        for name in placeholders(words) {
            match given(name) {
                Some(Arg::Text(_) | Arg::Label(_)) => {}
                Some(Arg::Words(inner)) if depth < 2 => open.push((*inner, depth + 1)),
                _ => return Some(format!("nothing fills {{{name}}}")),
            }
        }
    }
    let empty =
        |lang| finding.message(lang).trim().is_empty() || finding.help(lang).trim().is_empty();
    Lang::ALL.into_iter().any(empty).then(|| "it says nothing".to_owned())
}

/// Checks one block and gives how many findings there are.
fn examine(workspace: &Workspace, file: FileId, format: Format) -> Result<usize, String> {
    let analysis = workspace.analyse(file);
    let sources = &workspace.sources;
    for finding in &analysis.findings.list {
        let notes = finding.notes.iter().map(|it| it.span);
        let edits = finding.fix.iter().flat_map(|it| &it.edits).map(|it| it.span);
        let spans = std::iter::once(finding.span).chain(notes).chain(edits);
        let wrong =
            spans.into_iter().find_map(|it| place(sources, it)).or_else(|| sentences(finding));
        if let Some(wrong) = wrong {
            return Err(format!("{} {}: {wrong}", finding.code.id, finding.message(Lang::En)));
        }
    }
    if analysis.resolved.is_none() && analysis.findings.list.is_empty() {
        return Err("nothing was read and nothing was found".to_owned());
    }
    let count = analysis.findings.list.len();
    if count > MOST_FINDINGS {
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in &analysis.findings.list {
            *kinds.entry(finding.code.id).or_default() += 1;
        }
        return Err(format!("{count} findings: {kinds:?}"));
    }
    for lang in Lang::ALL {
        let said = print(format, sources, &analysis.findings, lang, false);
        if said.is_empty() != (format == Format::Github && count == 0) {
            return Err(format!("{format:?} is empty with {count} findings"));
        }
    }
    Ok(count)
}

/// Checks `count` mutants of `bases`, beside the blocks `beside`, and says what went wrong.
fn run(bases: &[String], beside: &[&str], count: usize, seed: u64) {
    let mut failures = Vec::new();
    let mut done = 0;
    while done < count {
        let mut workspace = Workspace::default();
        for block in beside {
            workspace.add(&format!("{block}.yaml"), shipped(block).into_bytes());
        }
        let mut mutants = Vec::new();
        for n in done..(done + BATCH).min(count) {
            let mut dice = Dice::new(seed.wrapping_mul(1_000_003).wrapping_add(n as u64));
            let base = &bases[n % bases.len()];
            let mut text = mutate(base.as_bytes(), &mut dice);
            for _ in 0..dice.below(3) {
                text = mutate(&text, &mut dice);
            }
            mutants.push((n, text));
        }
        done += mutants.len();
        let added: Vec<_> = mutants
            .iter()
            .map(|(n, text)| {
                let name = format!("mutant-{n}.yaml");
                catch_unwind(AssertUnwindSafe(|| workspace.add(&name, text.clone()).0)).ok()
            })
            .collect();
        if catch_unwind(AssertUnwindSafe(|| workspace.prepare())).is_err() {
            failures.push(format!("seed {seed}: a panic in preparing mutants up to {done}"));
            continue;
        }
        for ((n, text), file) in mutants.iter().zip(added) {
            let format = Format::ALL[n % Format::ALL.len()];
            let file = file.ok_or("a panic in reading".to_owned());
            let result = file.and_then(|file| {
                catch_unwind(AssertUnwindSafe(|| examine(&workspace, file, format)))
                    .unwrap_or(Err("a panic".to_owned()))
            });
            if let Err(why) = result {
                let place =
                    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("mutant-{seed}-{n}.yaml"));
                let _ = std::fs::write(&place, text);
                failures.push(format!("{}: {why}", place.display()));
            }
        }
    }
    assert!(failures.is_empty(), "{} of {count}:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn sections_are_blocks_by_themselves() {
    for block in [FRAMEWORK, PROFILE] {
        let all = sections(&shipped(block));
        assert!(all.len() > 10, "{block}: {} sections", all.len());
        for text in all {
            let mut sources = Sources::default();
            let file = sources.add("section.yaml", text.as_str());
            let (tree, found) = gnc::syntax::parse(&sources, file);
            assert!(tree.complete && found.list.is_empty(), "{found:?}\n{text}");
        }
    }
}

#[test]
fn damaged_sections_of_the_framework_are_found_out() {
    run(&sections(&shipped(FRAMEWORK)), &[], 6_000, 1);
}

#[test]
fn damaged_profiles_are_found_out() {
    run(&[shipped(PROFILE)], &[FRAMEWORK], 1_000, 2);
}

#[test]
fn damaged_sections_of_a_profile_are_found_out() {
    run(&sections(&shipped(PROFILE)), &[], 3_000, 3);
}

#[test]
fn damaged_frameworks_are_found_out() {
    run(&[shipped(FRAMEWORK)], &[], 400, 4);
}

/// One mistake gives one finding: a key that is misspelt is read as what was meant.
#[test]
fn a_misspelt_key_is_one_finding_wherever_it_stands() {
    let (mut workspace, mut tried) = (Workspace::default(), Vec::new());
    // The sound one is the first of its identifier, so it is the one that profiles rest on.
    workspace.add("framework", shipped(FRAMEWORK).into_bytes());
    for (block, step) in [(PROFILE, 11), (FRAMEWORK, 89)] {
        let text = shipped(block);
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        for (n, line) in lines.iter().enumerate().step_by(step) {
            let Some((key, _)) = key(line.as_bytes()) else { continue };
            let word = &line[key.clone()];
            if key.len() < 3 || !word.bytes().all(|it| it.is_ascii_lowercase() || it == b'_') {
                continue;
            }
            let mut all = lines.clone();
            let wrong = format!("{}x{}", &line[..key.end], &line[key.end..]);
            all[n] = &wrong;
            let name = format!("{block} {}", n + 1);
            let file = workspace.add(&name, all.concat().into_bytes()).0;
            tried.push((file, n + 1, key.start + 1, word.to_owned()));
        }
    }
    workspace.prepare();
    assert!(tried.len() > 40, "{} keys", tried.len());
    for (file, line, column, word) in tried {
        let found = workspace.analyse(file).findings.list;
        let at = format!("{}: {word}", workspace.sources.name(file));
        let said: Vec<_> = found.iter().map(|it| it.message(Lang::En)).collect();
        let [finding] = found.as_slice() else { panic!("{at}: {said:#?}") };
        let place = workspace.sources.start(finding.span);
        assert_eq!((place.line, place.column), (line, column), "{at}: {said:?}");
        assert!(finding.help(Lang::En).contains(&format!("`{word}`")), "{at}: {said:?}");
    }
}

/// A block with fewer things said: some optional keys with a plain value, or whole lines, are gone.
fn thin(text: &str, dice: &mut Dice) -> String {
    let mut out = text.to_owned();
    for _ in 0..=dice.below(40) {
        let starts: Vec<usize> = out.match_indices(", ").map(|(at, _)| at).collect();
        let at = *dice.pick(&starts);
        let part = &out[at + 2..];
        let end = part.find([',', '{', '}', '[', ']', '\n', '"', '\'']).unwrap_or(0);
        let plain = part[..end].split_once(": ").is_some_and(|(key, value)| {
            key.bytes().all(|it| it.is_ascii_lowercase() || it == b'_') && !value.is_empty()
        });
        if plain && part[end..].starts_with([',', '}']) {
            out.replace_range(at..at + 2 + end, "");
        }
    }
    let lines: Vec<&str> = out.split_inclusive('\n').collect();
    let gone: Vec<usize> = (0..dice.below(6)).map(|_| dice.below(lines.len())).collect();
    let kept = lines.iter().enumerate().filter(|(n, _)| !gone.contains(n));
    kept.map(|(_, line)| *line).collect()
}

/// Whatever could be read as a block can be drawn, printed and sampled, however odd it is.
#[test]
fn what_is_whole_can_be_built() {
    use gnc::build::{Request, build};
    let (mut built, mut failures) = (0, Vec::new());
    for n in 0..700 {
        // Every document in every edition comes about, one at a time: all of them at once would take
        // twenty times as long.
        let at = |count: usize, n: u64| usize::try_from(n).unwrap_or(0) % count;
        let request = Request {
            kinds: gnc::render::Kind::ALL.to_vec(),
            papers: vec![Paper::ALL[at(Paper::ALL.len(), n)]],
            languages: vec![Languages::ALL[at(Languages::ALL.len(), n / 5)]],
            draft: true,
            ..Request::default()
        };
        let mut dice = Dice::new(9_000 + n);
        let mut text = thin(gnc::check::EXAMPLE_BLOCK, &mut dice).into_bytes();
        for _ in 0..n % 3 {
            text = mutate(&text, &mut dice);
        }
        let mut workspace = Workspace::default();
        let file = workspace.add("mutant.yaml", text.clone()).0;
        workspace.prepare();
        let analysis = workspace.analyse(file);
        if !analysis.complete {
            continue;
        }
        built += 1;
        let made =
            catch_unwind(AssertUnwindSafe(|| build(&analysis, &request, &mut workspace.sources)));
        let wrong = match made {
            Err(_) => Some("a panic".to_owned()),
            Ok(made) => made.findings.list.iter().find_map(|it| {
                place(&workspace.sources, it.span)
                    .or_else(|| sentences(it))
                    .map(|wrong| format!("{}: {wrong}", it.code.id))
            }),
        };
        if let Some(why) = wrong {
            let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("built-{n}.yaml"));
            let _ = std::fs::write(&place, &text);
            failures.push(format!("{}: {why}", place.display()));
        }
    }
    assert!(built > 100, "{built} are whole");
    assert!(failures.is_empty(), "{} of {built}:\n{}", failures.len(), failures.join("\n"));
}
