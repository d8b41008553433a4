//! A key lists all its parts and says within what it is unique.

use std::collections::BTreeSet;

use crate::check::data::cluster;
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{KeyScope, Maturity};
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-20",
        name: "key-not-unique",
        title: words(
            "A key states its scope and all its parts",
            "Une clé indique sa portée et toutes ses parties",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "Issuing offices number their certificates each for itself. A register that keys on the number alone overwrites one office’s certificate with another’s.",
            "Chaque bureau de délivrance numérote ses propres certificats. Un registre dont la clé est le seul numéro remplace le certificat d’un bureau par celui d’un autre.",
        ),
        help: words(
            "Write `scope` and list every part: a key that is unique for each issuer includes the element that names the issuer.",
            "Indiquez « scope » et toutes les parties : une clé unique par émetteur comprend l’élément qui désigne l’émetteur.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P73"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  data_cluster:
    keys:
      - {id: certificate-number, elements: [Certificate/ID]}
",
    good: "
process_alignment:
  data_cluster:
    keys:
      - {id: certificate-number, elements: [Certificate/ID], scope: global}
",
    check: Check::Block(check),
};

const NO_SCOPE: Words = words(
    "the key `{key}` does not say within what it is unique",
    "la clé « {key} » n’indique pas sa portée",
);
const NO_ISSUER: Words = words(
    "the key `{key}` is unique for each issuer, but no part of it names the issuer",
    "la clé « {key} » est unique par émetteur, mais aucune partie ne désigne l’émetteur",
);
const TWICE: Words =
    words("the key `{key}` lists `{path}` twice", "la clé « {key} » cite deux fois « {path} »");
const APART: Words = words(
    "the key `{key}` joins elements of different messages: `{path}`",
    "la clé « {key} » réunit des éléments de messages différents : « {path} »",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "process_alignment.data_cluster") else { return };
    for key in section.items("keys").iter().filter(|it| !it.says("scope")) {
        findings.add(RULE.at(key.span).arg_words("fault", NO_SCOPE).arg("key", key.name()));
    }
    for key in cluster(block).iter().flat_map(|it| &it.keys) {
        let (Some(id), Some(first)) = (&key.id, key.elements.first()) else { continue };
        let scope = key.scope.as_ref().map(|it| it.value);
        if scope == Some(KeyScope::PerIssuer) && key.elements.len() < 2 {
            findings.add(RULE.at(id.span).arg_words("fault", NO_ISSUER).arg("key", &id.value));
        }
        let mut seen = BTreeSet::new();
        for path in &key.elements {
            let fault = match () {
                () if !seen.insert(&path.value) => TWICE,
                () if path.value.root() != first.value.root() => APART,
                () => continue,
            };
            let finding = RULE.at(path.span).arg_words("fault", fault);
            findings.add(finding.arg("key", &id.value).arg("path", &path.value));
        }
    }
}
