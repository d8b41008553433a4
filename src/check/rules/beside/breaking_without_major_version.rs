//! A change that breaks makes a new major version.

use crate::check::{Check, Documents, Role, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::diff::{Class, diff};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "XCP-11",
        name: "breaking-without-major-version",
        title: words(
            "A version says by its number whether it breaks with the one before",
            "Le numéro d’une version indique si elle rompt avec la précédente",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "Partners plan by the number: a new major version is built and tested together, any other is taken up when it suits. A change that breaks under a small number stops the exchange.",
            "Les partenaires planifient d’après le numéro : une version majeure se réalise et se teste ensemble, toute autre s’adopte à loisir. Une rupture sous un petit numéro arrête l’échange.",
        ),
        help: words(
            "Raise the version to {wanted} and give the notice that the annex provides, or make the change compatible; `gnc diff` lists every change with its class.",
            "Passez à la version {wanted} avec le préavis prévu par l’annexe, ou rendez la modification compatible ; « gnc diff » liste chaque modification et sa classe.",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
block:
  version: 1.1.0
  history: [{version: 1.1.0, date: 2026-05-04, change: {en: Paper form added., fr: Formule papier ajoutée.}, by: {en: Both Parties, fr: Les deux Parties}}]
technical_interoperability: {communication: {character_set: UTF-16}}
",
    good: "
block:
  version: 2.0.0
  history: [{version: 2.0.0, date: 2026-05-04, change: {en: Other character set., fr: Autre jeu de caractères.}, by: {en: Both Parties, fr: Les deux Parties}}]
technical_interoperability: {communication: {character_set: UTF-16}}
",
    check: Check::Beside(&[(Role::Earlier, "block: {version: 1.0.0}")], check),
};

const BREAKS: Words = words(
    "{count} changes since {old} break the interface, but version {own} says that they do not",
    "{count} modifications depuis {old} rompent l’interface, mais la version {own} dit le contraire",
);
const BREAKS_ONE: Words = words(
    "a change since {old} breaks the interface, but version {own} says that it does not",
    "une modification depuis {old} rompt l’interface, mais la version {own} dit le contraire",
);
const SAME_NUMBER: Words = words(
    "version {own} differs from the earlier document of the same version",
    "la version {own} diffère du document antérieur de même version",
);
const NOTES: [Words; 3] = [
    words("breaking: `{first}`", "incompatible : « {first} »"),
    words("breaking: `{second}`", "incompatible : « {second} »"),
    words("breaking: `{third}`", "incompatible : « {third} »"),
];
const NAMES: [&str; 3] = ["first", "second", "third"];

fn check(block: &Resolved, documents: &Documents, findings: &mut Findings) {
    let control = block.block.block.as_ref();
    let Some(version) = control.and_then(|it| it.version.as_ref()) else { return };
    for earlier in documents.of(Role::Earlier, block) {
        let (Some(new), Some(old)) = (numbers(&version.value.0), numbers(earlier.version())) else {
            continue;
        };
        let difference = diff(earlier, block);
        let breaking: Vec<_> = difference.of(Class::Breaking).collect();
        let wanted = match old {
            [0, minor, _] => format!("0.{}.0", minor + 1),
            [major, ..] => format!("{}.0.0", major + 1),
        };
        // Before 1.0.0 the second number stands for the first.
        let announced = match old {
            [0, minor, _] => new[0] > 0 || new[1] > minor,
            [major, ..] => new[0] > major,
        };
        let finding =
            RULE.at(version.span).arg("own", &version.value).arg("old", earlier.version());
        if !breaking.is_empty() && !announced {
            let words = if breaking.len() == 1 { BREAKS_ONE } else { BREAKS };
            let mut finding = finding.arg_words("fault", words).arg("count", breaking.len());
            finding = finding.arg("wanted", wanted);
            for ((change, words), name) in breaking.iter().zip(NOTES).zip(NAMES) {
                if let Some(side) = change.new.as_ref().or(change.old.as_ref()) {
                    finding = finding.arg(name, &change.path).note(side.span, words);
                }
            }
            findings.add(finding);
        } else if new == old && difference.worst() > Some(Class::Editorial) {
            let next = format!("{}.{}.0", old[0], old[1] + 1);
            findings.add(finding.arg_words("fault", SAME_NUMBER).arg("wanted", next));
        }
    }
}

/// The three numbers of a version.
fn numbers(version: &str) -> Option<[u64; 3]> {
    let core = version.split_once('-').map_or(version, |it| it.0);
    let mut parts = core.split('.').map(|part| part.parse().ok());
    Some([parts.next()??, parts.next()??, parts.next()??])
}
