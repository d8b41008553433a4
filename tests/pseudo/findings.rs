//! Every finding of the examples of the rules, the pages of the rules, the lists.

use std::collections::BTreeSet;
use std::sync::Arc;

use gnc::catalogue::Catalogue;
use gnc::check::{Check, EXAMPLE_BLOCK, RULES, Settings, check};
use gnc::diag::{Arg, Finding};
use gnc::resolve::{Framework, Library, lay_over, resolve};
use gnc::rulebook::{Format, entries, print};
use gnc::syntax::{Node, parse};
use gnc::text::Sources;
use gnc::words::Lang;

use crate::world::plain_words;

/// The terms of the trade, which findings quote.
const TERMS: &str = include_str!("../../src/catalogue/data/terms.csv");

/// The sentences of a finding, without what they quote of the block.
fn said(finding: &Finding) -> Vec<String> {
    let mut bare = finding.clone();
    for (_, arg) in &mut bare.args {
        // What is put together from the file is looked at by itself.
        if !matches!(arg, Arg::Words(_)) {
            *arg = Arg::Text(String::new());
        }
    }
    let mut all = vec![bare.message(Lang::Fr), bare.help(Lang::Fr)];
    all.extend(bare.notes.iter().map(|note| bare.say(note.words, Lang::Fr)));
    all.extend(bare.fix.iter().map(|fix| bare.say(fix.words, Lang::Fr)));
    all.extend([bare.code.why, bare.code.title].map(|words| words.get(Lang::Fr).to_owned()));
    all
}

fn tree(sources: &mut Sources, text: &str) -> Node {
    let file = sources.add("example.yaml", text);
    parse(sources, file).0.root.unwrap()
}

#[test]
fn no_finding_of_an_example_has_a_string_that_is_not_translated() {
    let catalogue: Arc<Catalogue> = Arc::default();
    let mut sources = Sources::default();
    let base = tree(&mut sources, EXAMPLE_BLOCK);
    let mut library = Library::default();
    let framework = tree(&mut sources, gnc::check::EXAMPLE_FRAMEWORK);
    let root = lay_over(&base, &framework);
    library.add("exa.framework", Arc::new(Framework::read(&root, &library, &catalogue).unwrap()));
    let (mut wrong, mut seen) = (BTreeSet::new(), 0);
    for rule in RULES {
        let mut settings = Settings::default();
        let mut quotable = format!("{EXAMPLE_BLOCK}{}{TERMS}", rule.bad);
        match rule.check {
            Check::Beside(others, _) => {
                for (role, text) in others {
                    let root = lay_over(&base, &tree(&mut sources, text));
                    let (other, _) = resolve(&root, &library, &catalogue);
                    settings.documents.blocks.push((*role, Arc::new(other.unwrap())));
                    quotable += text;
                }
            }
            Check::Built(manifest, _) => {
                let built = gnc::manifest::built("manifest.json", manifest, |_| None);
                settings.documents.built = Some(built.unwrap());
                quotable += manifest;
            }
            _ => {}
        }
        let root = lay_over(&base, &tree(&mut sources, rule.bad));
        let (resolved, mut found) = resolve(&root, &library, &catalogue);
        found.extend(check(&resolved.unwrap(), &settings));
        assert!(!found.list.is_empty(), "{}", rule.code.id);
        for finding in &found.list {
            seen += 1;
            for text in said(finding) {
                if let Some(word) = plain_words(&text).next() {
                    wrong.insert(format!("{}: {word} in {text}", finding.code.id));
                }
            }
            // What is put in stands in the block, word for word, or is made of its identifiers.
            for (name, arg) in &finding.args {
                let text = match arg {
                    Arg::Text(text) => text,
                    Arg::Label(label) => &label.fr,
                    Arg::Words(_) => continue,
                };
                let pieces = text.split([',', ';', '→', '(', ')', '`', '“', '”', '«', '»']);
                for piece in pieces.map(|it| it.trim().trim_end_matches('…')) {
                    let is_name = |it: &str| it.contains(|c: char| !c.is_alphabetic());
                    let is_ours = |it: &str| plain_words(it).next().is_none();
                    // A term of the block with its article.
                    let bare = piece.split_once(' ').map_or(piece, |(_, rest)| rest);
                    let known = quotable.contains(piece)
                        || quotable.contains(bare)
                        || !piece.contains(' ')
                        || piece.split(' ').all(|it| is_name(it) || is_ours(it));
                    if !known && plain_words(piece).next().is_some() {
                        wrong.insert(format!("{}: {{{name}}} = {piece}", finding.code.id));
                    }
                }
            }
        }
    }
    assert!(seen >= RULES.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_page_and_no_list_of_the_rules_has_a_string_that_is_not_translated() {
    let mut wrong = BTreeSet::new();
    let all = entries();
    for entry in &all {
        let page = gnc::explain::page(entry, Lang::Fr);
        // Code, examples, and the list of sources, which is published in English.
        let mut page = page.split("\n## ").next().unwrap_or("").to_owned();
        if let gnc::diag::Basis::Sourced(marks) = entry.code.basis {
            let marks: Vec<String> = marks.iter().map(|it| format!("\n{it}\u{a0}:")).collect();
            let from = marks.iter().filter_map(|it| page.find(it.as_str())).min();
            page.truncate(from.unwrap_or(page.len()));
        }
        let lines = page.lines().map(|line| outside_code(line, entry.code.id));
        for line in lines {
            let word = plain_words(&line).find(|it| !is_mark(it));
            if let Some(word) = word {
                wrong.insert(format!("{}: {word} in {line}", entry.code.id));
            }
        }
    }
    for line in print(Format::Text, &all, None, Lang::Fr).lines() {
        let line = line.split("  ").last().unwrap_or(line);
        let words: Vec<_> = plain_words(line).filter(|it| !is_mark(it)).collect();
        if !words.is_empty() {
            wrong.insert(format!("list: {words:?} in {line}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Short names of sources.
fn is_mark(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn outside_code(line: &str, id: &str) -> String {
    let outside: Vec<&str> = line.split('`').step_by(2).collect();
    let line = outside.join(" ").replace(id, "");
    // Placeholders of a message.
    let mut out = String::new();
    for (at, part) in line.split('{').enumerate() {
        out += if at == 0 { part } else { part.split_once('}').map_or(part, |(_, rest)| rest) };
    }
    out
}
