//! A translation renders the present words of its original.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::translation::{Standing, languages, standing};
use crate::model::{Maturity, texts};
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TRM-11",
        name: "translation-stale",
        title: words(
            "A translation renders the present words of its original",
            "Une traduction rend les termes actuels de son original",
        ),
        message: words(
            "the text in language `{original}` has changed since its translation into `{language}`",
            "le texte en langue « {original} » a changé depuis sa traduction en « {language} »",
        ),
        why: words(
            "Authentic texts that have drifted apart are read by each Party as it suits it.",
            "Des textes faisant foi qui ont divergé sont lus par chaque Partie comme cela l’arrange.",
        ),
        help: words(
            "Bring the text in `{language}` into line with the other one, then record it with `gnc translations --accept`.",
            "Mettez le texte en « {language} » en accord avec l’autre, puis consignez-le avec « gnc translations --accept ».",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Concept,
    early: &[(Maturity::Agreed, Severity::Warning)],
    fixes: &[],
    bad: "
business_case:
  scope:
    goods: {en: All goods., fr: Toutes les marchandises., translated: {fr: en-00000000}}
",
    good: "
business_case:
  scope:
    goods: {en: All goods., fr: Toutes les marchandises., translated: {fr: en-3d472e1a}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    texts(&block.tree, &mut |_, text| {
        for language in languages(text) {
            if let Standing::Stale { original, record } = standing(text, language) {
                let finding = RULE.at(record.span).arg("language", language);
                findings.add(finding.arg("original", original));
            }
        }
    });
}
