//! Both Parties use the same version of each code list.

use crate::check::{Check, Documents, Role, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{CodeList, Maturity};
use crate::resolve::Resolved;
use crate::words::{Words, words};
use std::collections::BTreeSet;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "XCP-04",
        name: "code-lists-of-different-versions",
        title: words(
            "Both Parties use the same version of each code list, or a mapping",
            "Les deux Parties utilisent la même version de chaque liste de codes, ou une correspondance",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "A code that only one side knows is refused, or, worse, is taken for something else.",
            "Un code connu d’un seul côté est refusé ou, pire, pris pour autre chose.",
        ),
        help: words(
            "Agree on one list and version, or say under `mapping` how the codes of the two correspond.",
            "Convenez d’une seule liste et d’une seule version, ou décrivez sous « mapping » la correspondance des codes.",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
process_alignment: {data_cluster: {code_lists: [{id: exa.origin-criteria, version: '3'}]}}
",
    good: "
process_alignment: {data_cluster: {code_lists: [{id: exa.origin-criteria, version: '2'}]}}
",
    check: Check::Beside(
        &[(
            Role::Partner,
            "
process_alignment: {data_cluster: {code_lists: [{id: exa.origin-criteria, version: '2'}]}}
",
        )],
        check,
    ),
};

const OTHER_VERSION: Words = words(
    "the code list `{list}` has version {own} here and {theirs} in the block of the partner",
    "la liste de codes « {list} » est de version {own} ici et {theirs} dans le bloc du partenaire",
);
const OTHER_LIST: Words = words(
    "`{path}` takes its codes from `{list}` here and from `{theirs}` in the block of the partner",
    "« {path} » prend ses codes dans « {list} » ici et dans « {theirs} » selon le bloc du partenaire",
);
const THERE: Words = words("in the block of the partner", "dans le bloc du partenaire");

fn check(block: &Resolved, documents: &Documents, findings: &mut Findings) {
    for partner in documents.of(Role::Partner, block) {
        let mut said = BTreeSet::new();
        for element in &block.cluster.elements {
            let Some(theirs) = partner.cluster.find(&element.path) else { continue };
            let (Some(own), Some(other)) = (&element.codes, &theirs.codes) else { continue };
            let lists = [list(block, &own.id), list(partner, &other.id)];
            if lists.iter().flatten().any(|it| it.mapping.is_some()) {
                continue;
            }
            if own.id != other.id {
                let place = element.own.codes.as_ref().map_or(element.span, |it| it.span);
                let finding = RULE.at(place).arg_words("fault", OTHER_LIST);
                let finding = finding.arg("path", &element.path).arg("list", &own.id);
                findings.add(finding.arg("theirs", &other.id).note(theirs.span, THERE));
            } else if let Some((version, theirs)) = versions(lists)
                && version.value != theirs.value
                && said.insert(&*own.id)
            {
                let finding = RULE.at(version.span).arg_words("fault", OTHER_VERSION);
                let finding = finding.arg("list", &own.id).arg("own", &version.value);
                findings.add(finding.arg("theirs", &theirs.value).note(theirs.span, THERE));
            }
        }
    }
}

/// A list that the block has itself.
fn list<'a>(block: &'a Resolved, id: &str) -> Option<&'a CodeList> {
    let cluster = block.block.process_alignment.as_ref()?.data_cluster.as_ref()?;
    cluster.code_lists.iter().find(|it| it.id.as_ref().is_some_and(|it| &*it.value.0 == id))
}

type Version = crate::text::Spanned<crate::model::Line>;

/// The versions of the two lists, when both state one.
fn versions(lists: [Option<&CodeList>; 2]) -> Option<(&Version, &Version)> {
    let [own, theirs] = lists;
    Some((own?.version.as_ref()?, theirs?.version.as_ref()?))
}
