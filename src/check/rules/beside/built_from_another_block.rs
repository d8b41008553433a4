//! What was built comes from this very block.

use crate::check::{Check, Documents, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "XCP-06",
        name: "built-from-another-block",
        title: words(
            "Annex, tables, schemas and diagrams come from one version of the block, unchanged",
            "L’annexe, les tableaux, les schémas et les diagrammes viennent d’une seule version du bloc, sans modification",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "A schema of one version beside the annex of another, or an annex edited by hand, makes the Parties sign what they do not build.",
            "Un schéma d’une version à côté de l’annexe d’une autre, ou une annexe retouchée à la main, fait signer aux Parties ce qu’elles ne réalisent pas.",
        ),
        help: words(
            "Build the folder again with `gnc build`; bring changes made by hand into the block first.",
            "Produisez de nouveau le dossier par « gnc build » ; reportez d’abord dans le bloc ce qui a été modifié à la main.",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Concept,
    early: &[],
    fixes: &[],
    bad: "
block:
  version: 1.1.0
  history: [{version: 1.1.0, date: 2026-05-04, change: {en: Titles., fr: Intitulés.}, by: {en: Both Parties, fr: Les deux Parties}}]
",
    good: "
block: {date: 2026-05-04}
",
    check: Check::Built(
        r#"{"manifest": 1, "block": "exa-exb.co-push", "version": "1.0.0", "artifacts": []}"#,
        check,
    ),
};

const OTHER_BLOCK: Words = words(
    "{manifest} was built from {block} {version}, not from {own}",
    "{manifest} provient de {block} {version}, non de {own}",
);
const OTHER_CONTENT: Words = words(
    "{manifest} was built from another text of {own}: the block was changed since",
    "{manifest} provient d’un autre texte de {own} : le bloc a été modifié depuis",
);
const FILE: Words = words("{manifest}: {file} {what}", "{manifest} : {file} {what}");

fn check(block: &Resolved, documents: &Documents, findings: &mut Findings) {
    let Some(built) = &documents.built else { return };
    let own = format!("{} {}", block.id(), block.version());
    let version = block.block.block.as_ref().and_then(|it| it.version.as_ref());
    let place = version.map_or(block.place(), |it| it.span);
    let finding = || RULE.at(place).arg("manifest", &built.name).arg("own", own.trim());
    if built.block != block.id() || built.version != block.version() {
        let finding = finding().arg_words("fault", OTHER_BLOCK).arg("block", &built.block);
        findings.add(finding.arg("version", &built.version));
    } else if built.source.as_ref().is_some_and(|it| *it != crate::manifest::source(block)) {
        findings.add(finding().arg_words("fault", OTHER_CONTENT));
    }
    for (file, what) in &built.faults {
        let finding = finding().arg_words("fault", FILE).arg("file", file);
        findings.add(finding.arg_words("what", *what));
    }
}
