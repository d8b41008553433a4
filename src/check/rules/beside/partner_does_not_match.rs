//! What one Party must send, the other accepts.

use crate::check::{Check, Documents, Role, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Requirement};
use crate::resolve::Resolved;
use crate::text::Span;
use crate::words::{Words, words};
use std::collections::BTreeMap;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "XCP-03",
        name: "partner-does-not-match",
        title: words(
            "What is mandatory for one Party is carried by the block of the other",
            "Ce qui est obligatoire pour une Partie figure dans le bloc de l’autre",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "A message that must carry an element which the other side does not know is refused; one that lacks what the other side needs is refused as well.",
            "Un message qui doit porter un élément inconnu de l’autre côté est refusé ; un message auquel manque ce que l’autre côté exige l’est aussi.",
        ),
        help: words(
            "Agree on one requirement for `{path}`: carry it in both blocks, or make it optional where it is mandatory.",
            "Convenez d’une seule exigence pour « {path} » : portez-le dans les deux blocs, ou rendez-le facultatif là où il est obligatoire.",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
process_alignment: {data_cluster: {elements: [{path: Response/Certificate/ID, requirement: M}]}}
",
    good: "
process_alignment: {data_cluster: {elements: [{path: Response/Certificate/ID, requirement: O}]}}
",
    check: Check::Beside(
        &[(
            Role::Partner,
            "
process_alignment: {data_cluster: {elements: [{path: Response/Certificate/ID, requirement: NC}]}}
",
        )],
        check,
    ),
};

const NOT_THERE: Words = words(
    "`{path}` is mandatory in `{message}` here, but the block of the partner does not carry it",
    "« {path} » est obligatoire dans « {message} » ici, mais le bloc du partenaire ne le porte pas",
);
const NOT_HERE: Words = words(
    "`{path}` is mandatory in `{message}` in the block of the partner, but is not carried here",
    "« {path} » est obligatoire dans « {message} » selon le bloc du partenaire, mais n’est pas porté ici",
);
const NO_MESSAGE: Words = words(
    "the block of the partner has no message `{message}`",
    "le bloc du partenaire n’a pas de message « {message} »",
);
const THERE: Words = words("in the block of the partner", "dans le bloc du partenaire");

/// What a message carries: path, whether it is mandatory, where the element stands.
type Carried<'a> = BTreeMap<&'a str, (bool, Span)>;

fn check(block: &Resolved, documents: &Documents, findings: &mut Findings) {
    let ours = messages(block);
    for partner in documents.of(Role::Partner, block) {
        let theirs = messages(partner);
        for (message, (place, own)) in &ours {
            let Some((there, their)) = theirs.get(message) else {
                let finding = RULE.at(*place).arg_words("fault", NO_MESSAGE);
                findings.add(finding.arg("message", message).arg("path", message));
                continue;
            };
            let mut add = |path: &str, fault, span, note| {
                let finding = RULE.at(span).arg_words("fault", fault).arg("path", path);
                findings.add(finding.arg("message", message).note(note, THERE));
            };
            for (path, (_, span)) in own.iter().filter(|(_, it)| it.0) {
                if !their.contains_key(path) {
                    add(path, NOT_THERE, *span, *there);
                }
            }
            for (path, (_, span)) in their.iter().filter(|(_, it)| it.0) {
                if !own.contains_key(path) {
                    let here = block.cluster.find(path).map_or(*place, |it| it.span);
                    add(path, NOT_HERE, here, *span);
                }
            }
        }
    }
}

/// Each message with its place and what it carries.
fn messages(block: &Resolved) -> BTreeMap<&str, (Span, Carried<'_>)> {
    let declared = block.block.process_alignment.iter().flat_map(|it| &it.messages);
    let declared: Vec<_> = declared.collect();
    let mut all = BTreeMap::new();
    for it in &block.messages {
        let Some(id) = declared.get(it.message).and_then(|it| it.id.as_ref()) else { continue };
        let mut carried = Carried::new();
        for content in &it.content {
            let Some(element) = block.cluster.elements.get(content.element) else { continue };
            let must = content.requirement == Some(Requirement::Mandatory);
            carried.insert(&*element.path, (must, element.span));
        }
        all.insert(&*id.value.0, (id.span, carried));
    }
    all
}
