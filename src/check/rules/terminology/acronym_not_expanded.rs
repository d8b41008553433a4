//! Each acronym is said in full once.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Check, Rule, texts};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::text::Span;
use crate::words::{Lang, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TRM-02",
        name: "acronym-not-expanded",
        title: words(
            "Each acronym is expanded where it is first used, or in the glossary",
            "Chaque sigle est développé à son premier emploi, ou au glossaire",
        ),
        message: words(
            "“{acronym}” is nowhere said in full",
            "« {acronym} » n’est développé nulle part",
        ),
        why: words(
            "An official of the other Party may know the letters with another meaning, or not at all.",
            "Un agent de l’autre Partie peut connaître ces lettres dans un autre sens, ou pas du tout.",
        ),
        help: words(
            "Write the full words with ({acronym}) behind them at its first use, or define it in the glossary.",
            "Écrivez les mots entiers suivis de ({acronym}) au premier emploi, ou définissez-le au glossaire.",
        ),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
business_case:
  scope:
    goods: {en: All goods except those under the QZX., fr: Toutes les marchandises sauf celles relevant du QZX.}
",
    good: "
business_case:
  scope:
    goods: {en: All goods of Annex VIII except those under the quarantine zone exemption (QZX)., fr: Toutes les marchandises de l’annexe VIII sauf celles relevant du régime de quarantaine (QZX).}
",
    check: Check::Block(check),
};

/// Shortest and longest acronym that is looked at: two letters are mostly codes.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=7;

/// Names by which notations, bodies and protocols are known, and not by their full words.
const KNOWN: [&str; 44] = [
    "API", "ASCII", "ASEAN", "BPMN", "CSV", "DOCX", "ECMA", "EDIFACT", "GATT", "GMT", "HTML",
    "HTTP", "HTTPS", "IBAN", "ICC", "IEC", "IETF", "ISO", "JSON", "MIME", "OAUTH", "OECD", "OMC",
    "OMD", "ONU", "PDF", "PNG", "REST", "RFC", "SADC", "SHA", "SOAP", "SVG", "TCP", "TLS", "UNECE",
    "URI", "URL", "URN", "UTC", "WCO", "WTO", "XML", "XSD",
];

fn check(block: &Resolved, findings: &mut Findings) {
    let mut expanded: BTreeSet<&str> = KNOWN.into_iter().collect();
    for term in block.catalogue.terms() {
        for lang in Lang::ALL {
            expanded.extend(words_of(term.abbreviation.get(lang)));
        }
    }
    let parties = block.block.block.iter().flat_map(|control| &control.parties);
    expanded.extend(parties.filter_map(|it| it.id.as_ref()).map(|id| &*id.value.0));
    for term in &block.block.glossary {
        let variants = term.term.iter().flat_map(|it| &it.variants);
        expanded.extend(variants.flat_map(|(_, text)| words_of(&text.value)));
    }
    // Expanded by the framework is expanded for its profile.
    let mut used: BTreeMap<&str, Span> = BTreeMap::new();
    let mut frameworks = Vec::new();
    let mut at = block.framework.as_deref();
    while let Some(framework) = at {
        frameworks.push(framework);
        at = framework.framework.as_deref();
    }
    for framework in frameworks {
        texts::each(framework, &mut |_, node| {
            let Some(text) = node.text().filter(|it| may_have_acronym(it)) else { return };
            expanded.extend(words_of(text).filter(|word| is_acronym(word)));
        });
    }
    texts::each(block, &mut |_, node| {
        let Some(text) = node.text().filter(|it| may_have_acronym(it)) else { return };
        for word in words_of(text) {
            if !is_acronym(word) || expanded.contains(word) {
                continue;
            }
            if text.contains(&format!("({word})")) {
                expanded.insert(word);
            } else {
                let place = used.entry(word).or_insert(node.span);
                *place = (*place).min(node.span);
            }
        }
    });
    for (word, span) in used.into_iter().filter(|(word, _)| !expanded.contains(word)) {
        findings.add(RULE.at(span).arg("acronym", word));
    }
}

/// The words of a text; what hangs together by hyphens, dots and the like is one word.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '@' | ':');
    let words = text.split(move |c: char| !inside(c));
    words.map(|word| word.trim_matches(['.', ':', '/', '-'])).filter(|word| !word.is_empty())
}

/// Whether as many capitals as the shortest acronym has stand in a row: most texts have none.
fn may_have_acronym(text: &str) -> bool {
    text.as_bytes().windows(*LENGTH.start()).any(|it| it.iter().all(u8::is_ascii_uppercase))
}

fn is_acronym(word: &str) -> bool {
    LENGTH.contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
        && !is_roman_numeral(word)
}

/// Whether the word numbers an annex or a chapter up to 39, as `VIII`; larger ones are not met, and
/// `CIM` or `DIM` are acronyms.
fn is_roman_numeral(word: &str) -> bool {
    let units = word.trim_start_matches('X');
    word.len() - units.len() <= 3
        && ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].contains(&units)
}
