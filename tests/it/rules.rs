//! The rules: each one fires on its bad example, alone, and not on its good one; each speaks both
//! languages and says how to mend what it finds.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use gnc::catalogue::Catalogue;
use gnc::check::{Check, EXAMPLE_BLOCK, EXAMPLE_FRAMEWORK, RULES, Rule, Settings, check};
use gnc::diag::{Basis, Finding, Pack, Severity};
use gnc::resolve::{Framework, Library, lay_over, resolve};
use gnc::rulebook;
use gnc::syntax::{Node, parse};
use gnc::text::Sources;
use gnc::words::{Lang, Words};

/// The example block, its framework, and what is laid over them.
struct Examples {
    sources: Sources,
    base: Node,
    library: Library,
    catalogue: Arc<Catalogue>,
}

impl Examples {
    fn new() -> Self {
        static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(Arc::default);
        let catalogue = Arc::clone(&CATALOGUE);
        let mut sources = Sources::default();
        let base = tree(&mut sources, "example.yaml", EXAMPLE_BLOCK);
        let framework = tree(&mut sources, "framework.yaml", EXAMPLE_FRAMEWORK);
        let mut library = Library::default();
        let root = lay_over(&base, &framework);
        let (_, found) = resolve(&root, &library, &catalogue);
        assert!(found.list.is_empty(), "the example framework does not resolve: {found:?}");
        library
            .add("exa.framework", Arc::new(Framework::read(&root, &library, &catalogue).unwrap()));
        Self { sources, base, library, catalogue }
    }

    /// What is found in `fragment` laid over the example block, beside the documents of this rule.
    fn findings_of(&mut self, rule: &Rule, fragment: &str) -> Vec<Finding> {
        let mut settings = Settings::default();
        match rule.check {
            Check::Beside(others, _) => {
                for (role, text) in others {
                    let root = lay_over(&self.base, &tree(&mut self.sources, "other.yaml", text));
                    let (other, found) = resolve(&root, &self.library, &self.catalogue);
                    assert!(found.list.is_empty(), "{}: {found:?}", rule.code.id);
                    settings.documents.blocks.push((*role, Arc::new(other.unwrap())));
                }
            }
            Check::Built(manifest, _) => {
                let built = gnc::manifest::built("manifest.json", manifest, |_| None);
                settings.documents.built = Some(built.unwrap());
            }
            _ => {}
        }
        self.findings_with(&settings, fragment)
    }

    /// What is found in `fragment` laid over the example block.
    fn findings(&mut self, fragment: &str) -> Vec<Finding> {
        self.findings_with(&Settings::default(), fragment)
    }

    fn findings_with(&mut self, settings: &Settings, fragment: &str) -> Vec<Finding> {
        let root = match fragment.trim() {
            "" => self.base.clone(),
            _ => lay_over(&self.base, &tree(&mut self.sources, "fragment.yaml", fragment)),
        };
        let (resolved, mut found) = resolve(&root, &self.library, &self.catalogue);
        if let Some(resolved) = &resolved {
            found.extend(check(resolved, settings));
        }
        found.sort();
        found.list
    }
}

fn tree(sources: &mut Sources, name: &str, text: &str) -> Node {
    let file = sources.add(name, text);
    let (tree, found) = parse(sources, file);
    assert!(tree.complete && found.list.is_empty(), "{name} is not YAML: {found:?}\n{text}");
    tree.root.unwrap()
}

fn said(sources: &Sources, found: &[Finding]) -> String {
    let line = |it: &Finding| {
        let at = sources.start(it.span);
        let name = sources.name(it.span.file);
        let (message, id) = (it.message(Lang::En), it.code.id);
        format!("  {name}:{}:{}: {id} {message}\n", at.line, at.column)
    };
    found.iter().map(line).collect()
}

fn ids(found: &[Finding]) -> BTreeSet<&str> {
    found.iter().map(|it| it.code.id).collect()
}

#[test]
fn nothing_is_found_in_the_example_block() {
    let mut examples = Examples::new();
    let found = examples.findings("");
    assert!(found.is_empty(), "\n{}", said(&examples.sources, &found));
}

#[test]
fn nothing_is_found_in_the_example_block_as_a_profile() {
    let mut examples = Examples::new();
    let found = examples.findings("block: {extends: exa.framework@1.0.0}");
    assert!(found.is_empty(), "\n{}", said(&examples.sources, &found));
}

#[test]
fn each_bad_example_breaks_its_rule_and_no_other() {
    let mut examples = Examples::new();
    let mut wrong = String::new();
    for rule in RULES {
        let found = examples.findings_of(rule, rule.bad);
        let sources = &examples.sources;
        if ids(&found) != BTreeSet::from([rule.code.id]) {
            wrong += &format!("{}, bad example:\n{}", rule.code.id, said(sources, &found));
        }
        for finding in &found {
            wrong += &faults(sources, rule, finding);
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn each_good_example_breaks_no_rule() {
    let mut examples = Examples::new();
    let mut wrong = String::new();
    for rule in RULES {
        let found = examples.findings_of(rule, rule.good);
        let sources = &examples.sources;
        if !found.is_empty() {
            wrong += &format!("{}, good example:\n{}", rule.code.id, said(sources, &found));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// What is wrong with a finding itself.
fn faults(sources: &Sources, rule: &Rule, finding: &Finding) -> String {
    let mut wrong = String::new();
    let id = rule.code.id;
    let (start, end) = (finding.span.start as usize, finding.span.end as usize);
    let text = sources.text(finding.span.file);
    if start > end || end > text.len() || sources.get(finding.span.file).is_none() {
        wrong += &format!("{id}: the finding points outside its file\n");
    }
    for lang in Lang::ALL {
        let notes = finding.notes.iter().map(|note| finding.say(note.words, lang));
        for said in [finding.message(lang), finding.help(lang)].into_iter().chain(notes) {
            // Braces that an example in a sentence needs are not placeholders.
            if placeholders(&said).next().is_some() {
                wrong += &format!("{id}: a placeholder is not filled: {said}\n");
            }
        }
    }
    wrong
}

/// The placeholders of a sentence: `{name}` without spaces or colons.
fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| {
        let (name, _) = rest.split_once('}')?;
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
        (!name.is_empty() && name.bytes().all(plain)).then_some(name)
    })
}

#[test]
fn every_sentence_is_there_in_both_languages_with_the_same_placeholders() {
    for code in gnc::codes::all() {
        for (name, words) in sentences(code) {
            let at = format!("{} {name}", code.id);
            assert!(!words.en.trim().is_empty() && !words.fr.trim().is_empty(), "{at} is empty");
            let [en, fr] = Lang::ALL.map(|lang| {
                placeholders(words.get(lang)).map(str::to_owned).collect::<BTreeSet<_>>()
            });
            assert_eq!(en, fr, "{at}: other placeholders in French");
        }
    }
}

#[test]
fn every_rule_says_how_to_mend_in_whole_sentences() {
    for rule in RULES {
        let code = &rule.code;
        for lang in Lang::ALL {
            for (name, words) in [("why", code.why), ("help", code.help)] {
                let text = words.get(lang);
                let ends = text.ends_with(['.', '?', '}', '!']);
                let begins = text.chars().next().is_some_and(|c| !c.is_lowercase());
                assert!(ends && begins, "{} {name} is no sentence: {text}", code.id);
            }
            let title = code.title.get(lang);
            assert!(!title.ends_with('.'), "{}: a title has no full stop: {title}", code.id);
            assert!(placeholders(title).next().is_none(), "{}: {title}", code.id);
        }
        assert!(code.why.en != code.why.fr && code.title.en != code.title.fr, "{}", code.id);
    }
}

#[test]
fn rules_stand_in_the_order_of_their_identifiers_each_once() {
    for pair in RULES.windows(2) {
        let [a, b] = pair else { continue };
        assert!(a.code.id < b.code.id, "{} stands before {}", a.code.id, b.code.id);
    }
    let names: BTreeSet<_> = RULES.iter().map(|rule| rule.code.name).collect();
    assert_eq!(names.len(), RULES.len(), "two rules have one name");
}

#[test]
fn whoever_asks_for_a_finding_by_its_name_gets_that_one() {
    let codes = gnc::codes::all();
    let names: BTreeSet<_> = codes.iter().map(|code| code.name).collect();
    let twice: Vec<_> = codes.iter().map(|code| code.name).collect();
    let twice: Vec<_> =
        twice.iter().filter(|name| twice.iter().filter(|it| it == name).count() > 1).collect();
    assert!(names.len() == codes.len(), "{twice:?}");
}

#[test]
fn a_rule_of_the_house_is_never_in_a_pack_of_sourced_rules() {
    for rule in RULES {
        let code = &rule.code;
        match code.basis {
            Basis::Format => panic!("{}: a rule has a basis", code.id),
            Basis::Sourced(sources) => {
                assert!(!sources.is_empty(), "{} names no source", code.id);
                assert_ne!(code.pack, Pack::House, "{}", code.id);
            }
            // What resolving needs cannot be switched off, whoever asks for it.
            Basis::House => assert!(matches!(code.pack, Pack::House | Pack::Format), "{}", code.id),
        }
    }
}

fn sentences(code: &gnc::diag::Code) -> [(&'static str, Words); 4] {
    [("title", code.title), ("message", code.message), ("why", code.why), ("help", code.help)]
}

#[test]
fn a_name_that_is_not_given_or_given_twice_is_found_once_with_the_way_out() {
    let mut examples = Examples::new();
    let cases = [
        (
            "process_alignment: {triggers: [{id: doubt-raised, entity: importing-custom}]}",
            "`importing-custom` is not an entity of this block",
            "Did you mean `importing-customs`?",
        ),
        (
            "process_alignment: {business_rules: [{id: BR-01, when: matsh}]}",
            "`matsh` is not a message or a step of this block",
            "Did you mean `match`?",
        ),
        (
            "annexes: [{id: list, title: One, text: One}, {id: list, title: Two, text: Two}]",
            "`list` is given a second time as an attached document",
            "Rename or remove one of the two; if both say the same, join them.",
        ),
    ];
    for (fragment, message, help) in cases {
        let found = examples.findings(fragment);
        let said: Vec<_> =
            found.iter().map(|it| (it.message(Lang::En), it.help(Lang::En))).collect();
        assert_eq!(said, [(message.to_owned(), help.to_owned())]);
    }
}

#[test]
fn a_misspelt_key_or_value_is_not_missing_as_well() {
    let mut examples = Examples::new();
    let technical = "technical_interoperability: {service_levels: {window: ";
    for (fragment, code) in [
        (format!("{technical}, widnow: P1M}}}}"), "FMT-01"),
        (format!("{technical}a month}}}}"), "FMT-03"),
        ("business_case: {benefits: , benefit: []}".to_owned(), "FMT-01"),
    ] {
        let found = examples.findings(&fragment);
        assert_eq!(ids(&found), BTreeSet::from([code]), "{}", said(&examples.sources, &found));
    }
}

/// The page that lists every code. `BLESS=1 cargo test --test it rules` writes it anew.
#[test]
fn the_list_of_rules_is_up_to_date() {
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules"));
    for (lang, name) in [(Lang::En, "README.md"), (Lang::Fr, "README.fr.md")] {
        let page = rulebook::print(rulebook::Format::Md, &rulebook::entries(), None, lang);
        if std::env::var_os("BLESS").is_some() {
            std::fs::create_dir_all(folder).unwrap();
            std::fs::write(folder.join(name), &page).unwrap();
        }
        let written = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
        assert!(written == page, "docs/rules/{name} is not up to date: run the test with BLESS=1");
    }
}

/// The page of each rule. `BLESS=1 cargo test --test it rules` writes them anew.
#[test]
fn the_pages_of_the_rules_are_up_to_date() {
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules"));
    let mut expected = BTreeSet::new();
    for entry in rulebook::entries().iter().filter(|it| it.rule.is_some()) {
        let code = entry.code;
        for lang in Lang::ALL {
            let name = format!("{}.{}.md", code.id, lang.code());
            let page = gnc::explain::page(entry, lang);
            if let Basis::Sourced(sources) = code.basis {
                for mark in sources {
                    assert!(page.contains(&format!("\n{mark}")), "{name}: {mark} has no meaning");
                }
            }
            if std::env::var_os("BLESS").is_some() {
                std::fs::write(folder.join(&name), &page).unwrap();
            }
            let written = std::fs::read_to_string(folder.join(&name)).unwrap_or_default();
            assert!(written == page, "docs/rules/{name} is not up to date: run with BLESS=1");
            expected.insert(name);
        }
    }
    for file in std::fs::read_dir(folder).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        let is_page = name.contains('-') && (name.ends_with(".en.md") || name.ends_with(".fr.md"));
        assert!(!is_page || expected.contains(&name), "docs/rules/{name} has no rule any more");
    }
}

#[test]
fn every_candidate_is_a_rule_or_stands_among_what_is_not_checked() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules/not-checked.md");
    let page = std::fs::read_to_string(path).unwrap();
    let groups =
        [("STR", 12), ("TRM", 9), ("LEG", 24), ("PRC", 30), ("DAT", 36), ("TEC", 26), ("XCP", 12)]
            .into_iter();
    let candidates =
        groups.flat_map(|(group, count)| (1..=count).map(move |at| format!("{group}-{at:02}")));
    let mut unchecked = Vec::new();
    for id in candidates {
        let is_rule = RULES.iter().any(|rule| rule.code.id == id);
        let excused = page.contains(&format!("\n| {id} |"));
        assert!(is_rule || excused, "{id} is neither a rule nor excused");
        unchecked.extend((!is_rule).then_some(id));
    }
    assert!(unchecked.len() < 10, "{unchecked:?}");
}

#[test]
fn what_a_rule_weighs_early_is_less_and_ends_before_the_last_maturity() {
    for rule in RULES {
        let id = rule.code.id;
        let steps = rule.severities();
        for pair in steps.windows(2) {
            let [(from, lighter), (to, heavier)] = pair else { continue };
            assert!(from < to && lighter < heavier, "{id}: {steps:?}");
        }
        assert_eq!(steps.last().map(|(_, severity)| *severity), Some(rule.code.severity), "{id}");
    }
    let early = RULES.iter().filter(|rule| !rule.early.is_empty()).count();
    assert!(early > 10, "{early} rules weigh less early");
}

#[test]
fn a_finding_weighs_what_its_rule_weighs_at_the_maturity_of_the_block() {
    let mut examples = Examples::new();
    let goods = "business_case: {scope: {goods: {en: All goods.}}}";
    let element = "process_alignment: {data_cluster: {elements: [{path: Certificate/Exporter/RegistrationID, \
                   data_type: Identifier, format: an..35, requirement: O, purposes: [verify-origin], \
                   status: proposed}]}}";
    for (id, status, severity, fragment) in [
        ("TRM-10", "technical", Severity::Warning, goods),
        ("TRM-10", "agreed", Severity::Error, goods),
        ("DAT-02", "negotiation", Severity::Warning, element),
        ("DAT-02", "agreed", Severity::Error, element),
    ] {
        let found = examples.findings(&format!("block: {{status: {status}}}\n{fragment}"));
        let weights: BTreeSet<_> =
            found.iter().filter(|it| it.code.id == id).map(|it| it.severity).collect();
        assert_eq!(weights, BTreeSet::from([severity]), "{id}, {status}");
    }
}

#[test]
fn a_rule_says_which_fixes_it_offers() {
    let mut examples = Examples::new();
    let mut wrong = String::new();
    for rule in RULES {
        let offered: BTreeSet<Words> = examples
            .findings(rule.bad)
            .iter()
            .filter_map(|it| Some(it.fix.as_ref()?.words))
            .collect();
        let stated: BTreeSet<Words> = rule.fixes.iter().copied().collect();
        if !offered.is_subset(&stated) || offered.is_empty() != stated.is_empty() {
            wrong += &format!(
                "{}: `fixes` is {stated:?}, its example offers {offered:?}\n",
                rule.code.id
            );
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
