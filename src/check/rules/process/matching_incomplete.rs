//! A matching says what is compared with what, when the two belong together, and by which rules; a
//! document that is filled in beforehand says of each part from where, or to whom it is left.

use std::collections::BTreeSet;

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Fact, Matching, Maturity, ProcessAlignment, RuleKind};
use crate::resolve::Resolved;
use crate::text::Span;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-41",
        name: "matching-incomplete",
        title: words(
            "Each matching says what is compared, when it belongs together, and by which rules",
            "Chaque rapprochement dit ce qui est comparé, quand les documents vont ensemble et selon quelles règles",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "Systems compare a message with a declaration, and fill a declaration in beforehand, without asking anybody. What is not said, each of them does in its own way.",
            "Les systèmes rapprochent un message d’une déclaration, et préremplissent celle-ci, sans interroger personne. Ce qui n’est pas dit, chacun le fait à sa manière.",
        ),
        help: words(
            "Give the matching its `messages`, the fact that is its `document`, and a `key` that names both; give each part of the document `from` or `left_to`.",
            "Donnez au rapprochement ses « messages », le fait qui est son « document » et une « key » qui nomme les deux ; donnez à chaque partie du document « from » ou « left_to ».",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  matchings:
    - {id: claim, name: {en: Certificate and declaration, fr: Certificat et déclaration}, messages: [certificate], document: declaration, key: declaration.certificateNumber != ''}
",
    good: "
process_alignment:
  matchings:
    - {id: claim, name: {en: Certificate and declaration, fr: Certificat et déclaration}, messages: [certificate], document: declaration, key: declaration.certificateNumber == Certificate.ID}
",
    check: Check::Block(check),
};

const NO_MESSAGES: Words = words(
    "the matching `{name}` does not say which messages are compared",
    "le rapprochement « {name} » ne dit pas quels messages sont comparés",
);
const NO_DOCUMENT: Words = words(
    "the matching `{name}` names no fact as its `document`",
    "le rapprochement « {name} » ne désigne aucun fait comme « document »",
);
const NOT_AMONG: Words = words(
    "the matching `{name}`: `{fact}` is no fact that occurs several times and is like the message",
    "le rapprochement « {name} » : « {fact} » n’est pas un fait répétable semblable au message",
);
const NO_KEY: Words = words(
    "the matching `{name}` does not say when a message and the document belong together",
    "le rapprochement « {name} » ne dit pas quand un message et le document vont ensemble",
);
const KEY_OF_ONE: Words = words(
    "the `key` of the matching `{name}` has to name the message and `{fact}`",
    "la « key » du rapprochement « {name} » doit nommer le message et « {fact} »",
);
const NO_RULES: Words = words(
    "no rule of kind `matching` compares the messages of `{name}` with `{fact}`",
    "aucune règle de type « matching » ne compare les messages de « {name} » avec « {fact} »",
);
const BOTH: Words = words(
    "`{fact}` is filled in from a message and left to somebody",
    "« {fact} » est prérempli à partir d’un message et laissé à quelqu’un",
);
const NEITHER: Words = words(
    "`{fact}` is neither filled in from a message nor left to anybody, while other parts of its document are",
    "« {fact} » n’est ni prérempli à partir d’un message ni laissé à quelqu’un, alors que d’autres parties de son document le sont",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(alignment) = &block.block.process_alignment else { return };
    for it in &alignment.matchings {
        matching(alignment, it, findings);
    }
    for fact in &alignment.facts {
        if let (Some(path), true, true) = (&fact.path, fact.from.is_some(), fact.left_to.is_some())
        {
            let finding = RULE.at(path.span).arg_words("fault", BOTH);
            findings.add(finding.arg("fact", &path.value));
        }
    }
}

fn matching(alignment: &ProcessAlignment, it: &Matching, findings: &mut Findings) {
    let name = it.id.as_ref().map_or("", |id| &*id.value.0);
    let mut add = |span: Span, fault: Words, fact: &str| {
        let finding = RULE.at(span).arg_words("fault", fault);
        findings.add(finding.arg("name", name).arg("fact", fact));
    };
    let fact = |path: &str| {
        let is = |it: &&Fact| it.path.as_ref().is_some_and(|it| &*it.value.0 == path);
        alignment.facts.iter().find(is)
    };
    let place = it.id.as_ref().map_or(it.span, |id| id.span);
    if it.messages.is_empty() {
        add(place, NO_MESSAGES, "");
    }
    let document = it.document.as_ref().filter(|it| fact(&it.value.0).is_some());
    let Some(document) = document else {
        add(it.document.as_ref().map_or(place, |it| it.span), NO_DOCUMENT, "");
        return;
    };
    let own = &*document.value.0;
    let roots: BTreeSet<&str> = it
        .messages
        .iter()
        .filter_map(|id| {
            alignment
                .messages
                .iter()
                .find(|it| it.id.as_ref().is_some_and(|own| own.value == id.value))
        })
        .filter_map(|it| Some(&*it.root.as_ref()?.value.0))
        .collect();
    if let Some(among) = &it.among {
        let like = fact(&among.value.0).filter(|it| {
            let many = it.occurs.as_ref().is_some_and(|it| it.value.is_many());
            let root = it.like.as_ref().map(|it| &*it.value.0);
            many && root.is_some_and(|root| roots.is_empty() || roots.contains(root))
        });
        if like.is_none() {
            add(among.span, NOT_AMONG, &among.value.0);
        }
    }
    match &it.key {
        None => add(place, NO_KEY, own),
        Some(key) => {
            let named: Vec<String> = key
                .value
                .references()
                .into_iter()
                .filter_map(|it| it.path.into_iter().next())
                .collect();
            let message = named.iter().any(|it| roots.contains(&**it));
            let both = message && named.iter().any(|it| it == own);
            // What cannot be read is a finding of its own.
            if !both && !named.is_empty() {
                add(key.span, KEY_OF_ONE, own);
            }
        }
    }
    let compares = |rule: &&crate::model::BusinessRule| {
        rule.kind.as_ref().is_some_and(|it| it.value == RuleKind::Matching)
            && rule.assert.as_ref().is_some_and(|it| {
                it.value.references().iter().any(|it| it.path.first().is_some_and(|it| it == own))
            })
    };
    if it.rules.is_empty() && !alignment.business_rules.iter().any(|it| compares(&it)) {
        add(place, NO_RULES, own);
    }
    unsaid(alignment, own, &mut add);
}

/// Parts of a document that is filled in beforehand of which nobody knows who fills them in.
fn unsaid(alignment: &ProcessAlignment, document: &str, add: &mut impl FnMut(Span, Words, &str)) {
    let below: Vec<(&str, &Fact)> = alignment
        .facts
        .iter()
        .filter_map(|it| Some((&*it.path.as_ref()?.value.0, it)))
        .filter(|it| it.0.strip_prefix(document).is_some_and(|rest| rest.starts_with('/')))
        .collect();
    if below.iter().all(|it| it.1.from.is_none()) {
        return;
    }
    for (path, fact) in &below {
        let is_group = below
            .iter()
            .any(|it| it.0.strip_prefix(path).is_some_and(|rest| rest.starts_with('/')));
        if !is_group
            && fact.from.is_none()
            && fact.left_to.is_none()
            && let Some(place) = &fact.path
        {
            add(place.span, NEITHER, path);
        }
    }
}
