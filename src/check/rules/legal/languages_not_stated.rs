//! The authentic and the working languages are stated.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "LEG-21",
        name: "languages-not-stated",
        title: words(
            "The authentic languages of the annex and the working language of messages are stated",
            "Les langues faisant foi et la langue de travail des messages sont indiquées",
        ),
        message: words("{missing} is not stated", "{missing} n’est pas indiqué"),
        why: words(
            "Two texts that differ need a rule which of them counts, and an operator needs to know in which language to write.",
            "Deux textes qui diffèrent appellent une règle sur celui qui fait foi, et l’opérateur doit savoir dans quelle langue écrire.",
        ),
        help: words(
            "Write `block.languages` and `governance.working_languages`, as `[en, fr]`.",
            "Écrivez « block.languages » et « governance.working_languages », par exemple « [en, fr] ».",
        ),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
business_case: {governance: {working_languages: }}
",
    good: "
business_case: {governance: {working_languages: [fr]}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let places = [("block", "languages"), ("business_case.governance", "working_languages")];
    for (path, key) in places {
        let section = Section::find(block, path).filter(|section| !section.says(key));
        if let Some(section) = section {
            findings.add(RULE.at(section.span).arg("missing", key));
        }
    }
}
