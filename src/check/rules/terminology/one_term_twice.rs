//! A term has one definition.

use std::collections::BTreeMap;

use crate::check::section::Section;
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
        title: words("A term is defined, and only once", "Un terme est défini, et une seule fois"),
        message: words("{fault}", "{fault}"),
        why: words("Of two definitions each Party relies on the one that suits it, and without one on its own.", "De deux définitions, chaque Partie invoque celle qui l’arrange et, sans définition, la sienne."),
        help: words("Give each entry of the glossary one `term:` and one `definition:`; join two entries for one term.", "Donnez à chaque entrée du glossaire un « term: » et une « definition: » ; réunissez deux entrées pour un même terme."),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
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

const TWICE: Words =
    words("the term “{term}” is defined twice", "le terme « {term} » est défini deux fois");
const LACKS: Words = words(
    "the glossary entry `{entry}` has no {missing}",
    "l’entrée « {entry} » du glossaire n’a pas de {missing}",
);
const FIRST: Words = words("defined here first", "défini d’abord ici");

fn check(block: &Resolved, findings: &mut Findings) {
    for entry in Section::whole(block).iter().flat_map(|it| it.items("glossary")) {
        if let Some(missing) = entry.lacks(&["term", "definition"]) {
            let finding = RULE.at(entry.span).arg_words("fault", LACKS);
            findings.add(finding.arg("entry", entry.name()).arg("missing", missing));
        }
    }
    let mut terms: BTreeMap<(String, String), Span> = BTreeMap::new();
    for term in block.block.glossary.iter().filter_map(|it| it.term.as_ref()) {
        for (lang, text) in &term.variants {
            let lang = lang.as_deref().unwrap_or_default().to_owned();
            let written = text.value.trim().to_lowercase();
            match terms.get(&(lang.clone(), written.clone())) {
                Some(first) => {
                    let finding = RULE.at(text.span).arg_words("fault", TWICE);
                    let finding = finding.arg("term", text.value.trim());
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
