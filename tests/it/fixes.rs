//! Ready fixes: each mends the bad example of its rule, makes no new error, and touches nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use gnc::catalogue::Catalogue;
use gnc::check::{EXAMPLE_BLOCK, EXAMPLE_FRAMEWORK, RULES, Rule};
use gnc::diag::{Findings, Severity};
use gnc::layout::canonical;
use gnc::mending::mend;
use gnc::resolve::lay_over;
use gnc::syntax::{Node, Value, parse};
use gnc::text::{FileId, Sources};
use gnc::words::Lang;
use gnc::workspace::Workspace;
use proptest::prelude::*;

static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(Arc::default);

/// A node as YAML in brackets, with the quotes it had.
fn in_brackets(node: &Node) -> String {
    match &node.value {
        Value::Null => "~".to_owned(),
        Value::Scalar(it)
            if it.plain
                && it.text.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b)) =>
        {
            it.text.to_string()
        }
        Value::Scalar(it) => serde_json::to_string(&*it.text).unwrap(),
        Value::List(items) => {
            format!("[{}]", items.iter().map(in_brackets).collect::<Vec<_>>().join(", "))
        }
        Value::Map(entries) => {
            let entries =
                entries.iter().map(|it| format!("{}: {}", it.key.value, in_brackets(&it.value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

fn tree(text: &str) -> Node {
    let mut sources = Sources::default();
    let file = sources.add("a", text);
    let (tree, found) = parse(&sources, file);
    assert!(tree.complete, "{found:?}\n{text}");
    tree.root.unwrap()
}

/// A fragment laid over a block, as a file in the canonical layout.
fn laid_over(base: &str, fragment: &str) -> String {
    let base = tree(base);
    let node = match fragment.trim() {
        "" => base,
        _ => lay_over(&base, &tree(fragment)),
    };
    let mut text = String::new();
    in_lines(&node, 0, &mut text);
    let mut sources = Sources::default();
    let file = sources.add("a", text.as_str());
    let (tree, found) = parse(&sources, file);
    canonical(&sources, file, &tree).unwrap_or_else(|| panic!("{found:?}\n{text}"))
}

/// The upper levels of a block on lines of their own.
fn in_lines(node: &Node, depth: usize, out: &mut String) {
    let pad = "  ".repeat(depth);
    match &node.value {
        Value::Map(entries) if depth < 4 => {
            for it in entries {
                let key = &it.key.value;
                match &it.value.value {
                    Value::Map(inner) if !inner.is_empty() && depth < 3 => {
                        *out += &format!("{pad}{key}:\n");
                        in_lines(&it.value, depth + 1, out);
                    }
                    Value::List(items) if !items.is_empty() => {
                        *out += &format!("{pad}{key}:\n");
                        for item in items {
                            *out += &format!("{pad}  - {}\n", in_brackets(item));
                        }
                    }
                    _ => *out += &format!("{pad}{key}: {}\n", in_brackets(&it.value)),
                }
            }
        }
        _ => unreachable!("a block is a mapping"),
    }
}

struct Run {
    workspace: Workspace,
    file: FileId,
    framework: FileId,
    framework_text: String,
}

impl Run {
    fn new(text: &str, framework_text: String) -> Self {
        let mut workspace = Workspace::default();
        workspace.catalogue = Arc::clone(&CATALOGUE);
        let (framework, _) = workspace.add("framework.yaml", framework_text.clone().into_bytes());
        let (file, _) = workspace.add("block.yaml", text.as_bytes().to_vec());
        workspace.prepare();
        Self { workspace, file, framework, framework_text }
    }

    /// The example block with a fragment laid over it, and its framework.
    fn example(fragment: &str) -> Self {
        static FRAMEWORK: LazyLock<String> =
            LazyLock::new(|| laid_over(EXAMPLE_BLOCK, EXAMPLE_FRAMEWORK));
        Self::new(&laid_over(EXAMPLE_BLOCK, fragment), FRAMEWORK.clone())
    }

    fn findings(&self) -> Findings {
        self.workspace.analyse(self.file).findings
    }

    fn text(&self) -> String {
        self.workspace.sources.text(self.file).to_owned()
    }

    fn mend(&mut self) -> Vec<&'static str> {
        let kept = mend(&mut self.workspace, &[self.file]);
        let framework = self.workspace.sources.text(self.framework);
        assert_eq!(framework, self.framework_text, "the framework was edited");
        kept
    }
}

fn said(run: &Run, findings: &Findings) -> String {
    let line = |it: &gnc::diag::Finding| {
        let at = run.workspace.sources.start(it.span);
        format!("  {}:{}: {} {}\n", at.line, at.column, it.code.id, it.message(Lang::En))
    };
    findings.list.iter().map(line).collect()
}

fn errors(findings: &Findings) -> BTreeSet<&'static str> {
    let errors = findings.list.iter().filter(|it| it.severity == Severity::Error);
    errors.map(|it| it.code.id).collect()
}

fn codes(findings: &Findings) -> BTreeSet<&'static str> {
    findings.list.iter().map(|it| it.code.id).collect()
}

/// What is wrong with the fix of a rule, as it shows on the rule's bad example.
fn faults(rule: &Rule) -> String {
    let id = rule.code.id;
    let mut run = Run::example(rule.bad);
    let before = run.findings();
    let own = |findings: &Findings, fixed: bool| {
        let own = findings.list.iter().filter(|it| it.code.id == id);
        own.filter(|it| it.fix.is_some() == fixed).count()
    };
    let offers = own(&before, true) > 0;
    if offers == rule.fixes.is_empty() {
        let said = said(&run, &before);
        return format!("{id}: offers a fix: {offers}, though it says otherwise\n{said}");
    }
    if !offers {
        return String::new();
    }
    let mut wrong = String::new();
    for fix in before
        .list
        .iter()
        .filter(|it| it.code.id == id)
        .filter_map(|it| Some((it, it.fix.as_ref()?)))
    {
        for lang in Lang::ALL {
            let words = fix.0.say(fix.1.words, lang);
            if words.contains('{') || words.is_empty() || words.ends_with('.') {
                wrong += &format!("{id}: {words}\n");
            }
        }
    }
    let text = run.text();
    let kept = run.mend();
    let after = run.findings();
    let new: Vec<_> = errors(&after).difference(&errors(&before)).copied().collect();
    if !kept.contains(&id)
        || own(&after, true) > 0
        || own(&after, false) > own(&before, false)
        || !new.is_empty()
    {
        let (first, then) = (said(&run, &before), said(&run, &after));
        let diff = similar(&text, &run.text());
        wrong += &format!("{id}: kept {kept:?}, new errors {new:?}\n{first} then\n{then}{diff}");
    }
    wrong
}

/// The lines that differ.
fn similar(before: &str, after: &str) -> String {
    let (old, new): (BTreeSet<&str>, BTreeSet<&str>) =
        (before.lines().collect(), after.lines().collect());
    let gone = before.lines().filter(|it| !new.contains(it)).map(|it| format!("  - {it}\n"));
    let come = after.lines().filter(|it| !old.contains(it)).map(|it| format!("  + {it}\n"));
    gone.chain(come).collect()
}

#[test]
fn each_fix_mends_the_bad_example_of_its_rule() {
    let wrong: String = RULES.iter().map(|rule| faults(rule)).collect();
    assert!(wrong.is_empty(), "\n{wrong}");
    let offered = RULES.iter().filter(|rule| !rule.fixes.is_empty()).count();
    assert!(offered >= 30, "only {offered} rules offer a fix");
}

#[test]
fn no_open_point_is_written_where_it_would_be_found_fault_with() {
    let missing = "technical_interoperability: {service_levels: {window: , recovery_time: }}";
    let at = |status: &str, more: &str| {
        let mut run = Run::example(&format!("block: {{status: {status}}}\n{missing}\n{more}"));
        let kept = run.mend();
        let words = run.text().split_whitespace().collect::<Vec<_>>().join(" ");
        (kept, words, run.findings())
    };
    let (kept, text, found) = at("technical", "");
    assert_eq!(kept, ["TEC-13"], "{:?}", errors(&found));
    assert!(text.contains("window: open: owner: EXA note:"), "{text}");
    assert!(!text.contains("due:"));
    // From negotiation on, the day is that of the block's other open points, or of the beginning.
    let (kept, text, found) = at("negotiation", "");
    assert_eq!(kept, ["TEC-13"], "{:?}", errors(&found));
    assert!(text.contains("window: open: owner: EXA due: 2027-01-01"), "{text}");
    let due =
        "business_case: {legal_effect: {paper_waiver: {open: {owner: EXA, due: 2026-10-15}}}}";
    let (_, text, _) = at("negotiation", due);
    assert!(text.contains("window: open: owner: EXA due: 2026-10-15"), "{text}");
    let (kept, text, found) = at("agreed", "");
    assert!(kept.is_empty() && !text.contains("open:") && errors(&found).contains("TEC-13"));
}

#[test]
fn what_a_framework_lacks_is_written_into_the_profile() {
    let framework = laid_over(
        EXAMPLE_BLOCK,
        "block: {id: exa.framework, version: 1.0.0}
technical_interoperability:
  service_levels: {window: , recovery_time: }
  architecture: {ends: [{party: EXA}, {party: EXB, system: customs}]}
process_alignment: {messages: [{id: certificate, answered_by: }]}",
    );
    let profile = "gnc: 1
# a profile
block:
  id: exa-exb.profile
  extends: exa.framework@1.0.0
  version: 1.0.0
  status: technical # for now
  kind: certificate-of-origin
  title: {en: A profile, fr: Un profil}
  languages: [en, fr]
  date: 2026-05-04
  maintainer: {en: Joint Technical Group, fr: Groupe technique conjoint}
  parties:
    - {id: EXA, name: {en: Examplia, fr: Exemplie}, country: XA, administration: {en: A, fr: A}, acts: [exporting]}
    - {id: EXB, name: {en: Exborria, fr: Exborrie}, country: XB, administration: {en: B, fr: B}, acts: [importing]}
  history:
    - {version: 1.0.0, date: 2026-05-04, change: {en: First text., fr: Premier texte.}, by: {en: Both, fr: Les deux}}
";
    let mut run = Run::new(profile, framework);
    let before = run.findings();
    assert!(
        codes(&before).is_superset(&BTreeSet::from(["PRC-09", "TEC-13"])),
        "{}",
        said(&run, &before)
    );
    let kept: BTreeSet<_> = run.mend().into_iter().collect();
    assert!(
        kept.is_superset(&BTreeSet::from(["PRC-09", "TEC-13"])),
        "{kept:?}\n{}",
        said(&run, &before)
    );
    let text = run.text();
    assert!(text.starts_with(profile.trim_end()), "{text}");
    assert!(
        text.contains("id: certificate") && text.contains("answered_by: business-response"),
        "{text}"
    );
    let after = run.findings();
    assert!(
        codes(&after).is_disjoint(&BTreeSet::from(["PRC-09", "TEC-13"])),
        "{}",
        said(&run, &after)
    );
}

/// The blocks that ship, by name.
pub(crate) fn shipped() -> BTreeMap<String, String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("utility-blocks");
    let files = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    let blocks = files.filter(|it| it.extension().is_some_and(|it| it == "yaml"));
    let read = |it: std::path::PathBuf| {
        (
            it.file_name().unwrap().to_string_lossy().into_owned(),
            std::fs::read_to_string(&it).unwrap(),
        )
    };
    blocks.map(read).collect()
}

/// A block with some lines taken away or changed by chance.
pub(crate) fn mutated(text: &str, seed: &[u8]) -> String {
    let mut dice = seed.iter().cycle().enumerate().map(|(at, it)| usize::from(*it) * 31 + at * 7);
    let mut roll = move |n: usize| dice.next().unwrap_or(0) % n;
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..=roll(6) {
        let at = (roll(251) * 251 + roll(251)) % lines.len();
        let line = lines[at].clone();
        let body = line.trim_start();
        match roll(5) {
            // A key with a value on its own line, away.
            0 | 1 if body.contains(": ") && !body.starts_with('-') && !body.starts_with('#') => {
                drop(lines.remove(at));
            }
            2 => lines[at] = line.replace(", fr: ", ", de: "),
            3 => lines[at] = line.replacen("customs", "custom", 1).replacen("an..", "an..9", 1),
            _ => {
                lines[at] =
                    line.replacen("requirement: M", "requirement: O", 1).replace('\'', "\"");
            }
        }
    }
    lines.join("\n") + "\n"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mending_a_mutated_block_comes_to_rest_and_makes_no_error(seed in prop::collection::vec(any::<u8>(), 12..60)) {
        let blocks = shipped();
        let framework = blocks["wco.co-push.yaml"].clone();
        let text = mutated(&blocks["adj-bor.co-push.yaml"], &seed);
        let mut run = Run::new(&text, framework);
        let before = run.findings();
        run.mend();
        let (after, mended) = (run.findings(), run.text());
        prop_assert!(after.count(Severity::Error) <= before.count(Severity::Error));
        prop_assert!(after.list.len() <= before.list.len());
        prop_assert!(run.mend().is_empty(), "a second time mends more:\n{}", said(&run, &after));
        prop_assert_eq!(&mended, &run.text());
        // Every comment is still there.
        let comments = |text: &str| text.matches('#').count();
        prop_assert!(comments(&mended) >= comments(&text), "{}", similar(&text, &mended));
    }
}

#[test]
fn every_byte_outside_the_edits_stays() {
    let blocks = shipped();
    let (framework, text) = (&blocks["wco.co-push.yaml"], &blocks["adj-bor.co-push.yaml"]);
    for seed in 0..6_u8 {
        let text = mutated(text, &[seed, 17, seed.wrapping_mul(83), 200, 4, 91, 33]);
        let run = Run::new(&text, framework.clone());
        for finding in run.findings().list {
            let Some(fix) = finding.fix.filter(|it| !it.edits.is_empty()) else { continue };
            let mut edits = fix.edits.clone();
            edits.sort_by_key(|it| it.span);
            let whole = run.workspace.sources.text(edits[0].span.file);
            let mut at = 0;
            for edit in &edits {
                let (start, end) = (edit.span.start as usize, edit.span.end as usize);
                assert!(at <= start && start <= end && end <= whole.len(), "{}", finding.code.id);
                assert!(whole.is_char_boundary(start) && whole.is_char_boundary(end));
                at = end;
            }
        }
    }
}

#[test]
fn a_standard_term_fits_the_sentence_that_it_is_put_into() {
    for (lang, text, mended) in [
        ("en", "An origin certificate is sent.", "A certificate of origin is sent."),
        ("en", "Each needs a criterion of origin.", "Each needs an origin criterion."),
        (
            "en",
            "Origin certificates, and a usage report.",
            "Certificates of origin, and a utilisation report.",
        ),
        (
            "fr",
            "Du pays exportateur, par le pays exportateur.",
            "De la Partie exportatrice, par la Partie exportatrice.",
        ),
        (
            "fr",
            "Les données personnelles sont protégées.",
            "Les données à caractère personnel sont protégées.",
        ),
    ] {
        // Once in quotes, once folded over two lines: the layout stays.
        for text in [format!("\"{text}\""), format!(">-\n        {text}\n        1.")] {
            let other = if lang == "en" { "fr" } else { "en" };
            let own =
                format!("  scope:\n    exclusions:\n      {lang}: {text}\n      {other}: x\n");
            let base = laid_over(EXAMPLE_BLOCK, "business_case: {scope: {exclusions: }}");
            let block = base.replacen("  scope:\n", &own, 1);
            let mut run = Run::new(&block, laid_over(EXAMPLE_BLOCK, EXAMPLE_FRAMEWORK));
            let kept = run.mend();
            assert!(kept.iter().all(|it| *it == "TRM-01") && !kept.is_empty(), "{kept:?}\n{own}");
            let after = run.text();
            assert!(after.contains(mended), "{mended}\n{}", similar(&block, &after));
            assert_eq!(after.lines().count(), block.lines().count());
        }
    }
}
