//! The standard terms of the field are used, not words beside them.

use std::collections::BTreeSet;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::check::{Check, Rule, texts};
use crate::diag::{Basis, Code, Findings, Mend, Pack, Severity};
use crate::model::{Maturity, Negotiable};
use crate::resolve::Resolved;
use crate::text::Span;
use crate::words::{Lang, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TRM-01",
        name: "synonym-of-standard-term",
        title: words(
            "Standard terms are used with their standard meaning; another word is declared in the glossary",
            "Les termes normalisés sont employés dans leur sens ; tout autre terme figure au glossaire",
        ),
        message: words(
            "the text says “{found}”; the standard term is “{term}”",
            "le texte dit « {found} » ; le terme normalisé est « {term} »",
        ),
        why: words(
            "Two words for one thing are read as two things, in this annex and in the annexes of other partners.",
            "Deux mots pour une même chose se lisent comme deux choses, dans cette annexe et dans celles d’autres partenaires.",
        ),
        help: words(
            "Write “{term}”, or define “{found}” once in the glossary of the block.",
            "Écrivez « {term} », ou définissez « {found} » une fois dans le glossaire du bloc.",
        ),
        severity: Severity::Warning,
        basis: Basis::Sourced(&["S0"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[words(
        "write the standard term in place of the other word",
        "écrire le terme normalisé au lieu de l’autre",
    )],
    bad: "
business_case:
  scope:
    goods: {en: All goods with an origin certificate., fr: Toutes les marchandises munies d’un certificat d’origine.}
",
    good: "
business_case:
  scope:
    goods: {en: All goods with a certificate of origin., fr: Toutes les marchandises munies d’un certificat d’origine.}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let declared = declared(block);
    let names = names_of_others(block);
    let words: Vec<(Lang, &str, &str)> = Lang::ALL
        .into_iter()
        .flat_map(|lang| {
            let terms = block.catalogue.terms();
            terms
                .flat_map(move |term| term.avoided(lang))
                .map(move |(word, term)| (lang, word, term))
        })
        .filter(|(_, word, _)| !declared.contains(&word.to_lowercase()))
        .collect();
    let search = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(words.iter().map(|it| it.1));
    let Ok(search) = search else { return };
    texts::each(block, &mut |lang, node| {
        let Some(text) = node.text().filter(|_| !names.contains(&node.span)) else { return };
        let mut seen = BTreeSet::new();
        for found in search.find_iter(text) {
            let Some((of, _, term)) = words.get(found.pattern().as_usize()) else { continue };
            let other = lang.is_some_and(|lang| lang != of.code());
            if other || !is_whole(text, found.start(), found.end()) {
                continue;
            }
            let article = article(text, found.start()).filter(|_| *of == Lang::En);
            let start = article.unwrap_or(found.start());
            let written = text.get(start..found.end()).unwrap_or("");
            if !seen.insert(written) {
                continue;
            }
            let term = match article {
                Some(_) => format!("{} {term}", indefinite(term)),
                None => (*term).to_owned(),
            };
            let term = like(written, &term);
            let finding = RULE.at(node.span).arg("found", written).arg("term", &term);
            let mends = vec![Mend::Words(node.span, written.to_owned(), term)];
            findings.add(RULE.mend(finding, Some(mends)));
        }
    });
}

/// Where the names of others stand, which are not ours to change: titles of instruments, names of
/// agreements, bodies and offices.
fn names_of_others(block: &Resolved) -> BTreeSet<Span> {
    let case = block.block.business_case.as_ref();
    let titles = case.iter().flat_map(|it| &it.legal_basis).filter_map(|it| it.title.as_ref());
    let agreement = case.and_then(|it| it.scope.as_ref()?.agreement.as_ref());
    let parties = block.block.block.iter().flat_map(|it| &it.parties);
    let parties = parties.flat_map(|it| [&it.name, &it.administration]).flatten();
    let entities = block.block.process_alignment.iter().flat_map(|it| &it.entities);
    let bodies = entities.flat_map(|it| &it.bodies).filter_map(|it| it.name.as_ref());
    let governance = case.and_then(|it| it.governance.as_ref());
    let contacts = governance.iter().flat_map(|it| &it.contacts);
    let offices = contacts.filter_map(|it| it.office.as_ref());
    let negotiated = bodies.chain(offices).flat_map(Negotiable::values);
    let texts = titles.chain(agreement).chain(parties).chain(negotiated);
    texts.flat_map(|it| &it.variants).map(|(_, text)| text.span).collect()
}

/// Where the English indefinite article before this place begins, if there is one.
fn article(text: &str, at: usize) -> Option<usize> {
    let before = text.get(..at)?.strip_suffix(' ')?;
    let start = before.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |at| {
        at + before.get(at..).and_then(|it| it.chars().next()).map_or(1, char::len_utf8)
    });
    let word = before.get(start..)?;
    ["a", "an", "A", "An"].contains(&word).then_some(start)
}

/// The indefinite article of an English term; those that begin with “u” begin with a consonant.
fn indefinite(term: &str) -> &'static str {
    if term.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']) { "an" } else { "a" }
}

/// The terms that the block itself defines, in small letters.
fn declared(block: &Resolved) -> BTreeSet<String> {
    let terms = block.block.glossary.iter().filter_map(|it| it.term.as_ref());
    let variants = terms.flat_map(|term| &term.variants);
    variants.map(|(_, text)| text.value.to_lowercase()).collect()
}

/// Whether a stretch of a text begins and ends with whole words.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).and_then(|it| it.chars().next_back());
    let after = text.get(end..).and_then(|it| it.chars().next());
    let part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !part(before) && !part(after)
}

/// The term with a capital where the other word has one.
fn like(written: &str, term: &str) -> String {
    let capital = written.chars().next().is_some_and(char::is_uppercase);
    let mut letters = term.chars();
    match letters.next().filter(|_| capital) {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => term.to_owned(),
    }
}
