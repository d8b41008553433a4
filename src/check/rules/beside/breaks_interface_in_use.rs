//! A new partner breaks no interface in use.

use crate::check::{Check, Documents, Role, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::diff::{Change, Class, Kind, diff};
use crate::model::Maturity;
use crate::resolve::{Content, Resolved};
use crate::words::{Words, words};
use std::collections::BTreeSet;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "XCP-02",
        name: "breaks-interface-in-use",
        title: words(
            "A new partner breaks no interface that is in use",
            "Un nouveau partenaire ne rompt aucune interface en service",
        ),
        message: words(
            "`{path}` breaks the interface in use by `{document}`: {reason}",
            "« {path} » rompt l’interface en service selon « {document} » : {reason}",
        ),
        why: words(
            "A gateway serves every partner by the same messages. What one partner needs otherwise becomes a second interface to build, test and maintain.",
            "Une passerelle sert tous les partenaires avec les mêmes messages. Ce qu’un partenaire veut autrement devient une seconde interface à construire, tester et maintenir.",
        ),
        help: words(
            "Keep the message as it is in use, add what is new as optional content, or agree the change with every partner.",
            "Conservez le message tel qu’il est en service, ajoutez la nouveauté comme contenu facultatif, ou convenez de la modification avec tous les partenaires.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S2"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
process_alignment: {messages: [{id: certificate, name: OriginProof}]}
",
    good: "
process_alignment: {messages: [{id: certificate, title: {en: Proof of origin, fr: Preuve de l’origine}}]}
",
    check: Check::Beside(
        &[(Role::InUse, "block: {id: exa-exc.co-push}")],
        check,
    ),
};

const THERE: Words = words("as it is in use", "tel qu’il est en service");

/// Keys of a message that do not reach its interface.
const INNER: [&str; 4] = ["acknowledged_by", "answered_by", "title", "purpose"];

fn check(block: &Resolved, documents: &Documents, findings: &mut Findings) {
    for document in documents.of(Role::InUse, block) {
        let shared = shared(block, document);
        let carried = carried(document, &shared);
        for change in &diff(document, block).changes {
            let Some(new) = &change.new else { continue };
            if !concerns(change, &shared, &carried) {
                continue;
            }
            let finding = RULE.at(new.span).arg("path", &change.path);
            let finding = finding.arg("document", document.id()).arg_words("reason", change.reason);
            findings.add(match &change.old {
                Some(old) => finding.note(old.span, THERE),
                None => finding,
            });
        }
    }
}

/// The messages that both blocks have.
fn shared<'a>(block: &'a Resolved, document: &'a Resolved) -> BTreeSet<&'a str> {
    let names = |of: &'a Resolved| {
        let messages = of.block.process_alignment.iter().flat_map(|it| &it.messages);
        messages.filter_map(|it| Some(&*it.id.as_ref()?.value.0)).collect::<BTreeSet<_>>()
    };
    names(block).intersection(&names(document)).copied().collect()
}

/// The paths of the elements that these messages carry.
fn carried<'a>(document: &'a Resolved, shared: &BTreeSet<&str>) -> BTreeSet<&'a str> {
    let messages = document.block.process_alignment.iter().flat_map(|it| &it.messages);
    let messages: Vec<_> = messages.collect();
    let is_shared = |at: usize| {
        let id = messages.get(at).and_then(|it| it.id.as_ref());
        id.is_some_and(|it| shared.contains(&*it.value.0))
    };
    let contents = document.messages.iter().filter(|it| is_shared(it.message));
    let path = |it: &Content| document.cluster.elements.get(it.element).map(|it| &*it.path);
    contents.flat_map(|it| &it.content).filter_map(path).collect()
}

/// Whether a change breaks what is in use: a message of both blocks, or an element that it carries.
/// What the new partner does not use stays as it is for the others.
fn concerns(change: &Change, shared: &BTreeSet<&str>, carried: &BTreeSet<&str>) -> bool {
    if change.class != Class::Breaking || change.kind == Kind::Removed {
        return false;
    }
    let item = |list: &str| {
        let (item, rest) = change.path.strip_prefix(list)?.strip_prefix('[')?.split_once(']')?;
        Some((item, rest.trim_start_matches('.')))
    };
    if let Some((message, key)) = item("process_alignment.messages") {
        return shared.contains(message) && !INNER.contains(&key);
    }
    match item("process_alignment.data_cluster.elements") {
        Some((_, "")) => change.kind == Kind::Added,
        Some((path, _)) => carried.contains(path),
        None => false,
    }
}
