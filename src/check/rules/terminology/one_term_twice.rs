//! A term has one definition.

use std::collections::BTreeMap;

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::text::Span;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TRM-09",
        name: "one-term-twice",
        title: words("A term is defined once", "Un terme est défini une seule fois"),
        message: words("the term “{term}” is defined twice", "le terme « {term} » est défini deux fois"),
        why: words("Of two definitions each Party will rely on the one that suits it.", "De deux définitions, chaque Partie invoquera celle qui l’arrange."),
        help: words("Join the two entries of the glossary, or give one of them another term.", "Réunissez les deux entrées du glossaire, ou donnez à l’une un autre terme."),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    bad: "
glossary:
  - {id: authority, term: {en: Competent authority, fr: autorité compétente}, definition: {en: the customs administration, fr: l’administration des douanes}}
",
    good: "
glossary:
  - {id: authority, term: {en: customs authority, fr: autorité douanière}, definition: {en: the customs administration, fr: l’administration des douanes}}
",
    check: Check::Block(check),
};

const FIRST: Words = words("defined here first", "défini d’abord ici");

fn check(block: &Resolved, findings: &mut Findings) {
    let mut terms: BTreeMap<(String, String), Span> = BTreeMap::new();
    for term in block.block.glossary.iter().filter_map(|it| it.term.as_ref()) {
        for (lang, text) in &term.variants {
            let lang = lang.as_deref().unwrap_or_default().to_owned();
            let written = text.value.trim().to_lowercase();
            match terms.get(&(lang.clone(), written.clone())) {
                Some(first) => {
                    let finding = RULE.at(text.span).arg("term", text.value.trim());
                    findings.add(finding.note(*first, FIRST));
                    break;
                }
                None => {
                    terms.insert((lang, written), text.span);
                }
            }
        }
    }
}
