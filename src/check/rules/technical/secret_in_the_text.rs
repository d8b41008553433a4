//! No secret stands in a block.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Content, Findings, Mend, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::syntax::Value;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-26",
        name: "secret-in-the-text",
        title: words("No secret and no address of a production system stands in the block", "Aucun secret ni adresse de système de production ne figure dans le bloc"),
        message: words("{fault}", "{fault}"),
        why: words("A block is published and copied; what stands in it once is known for good.", "Un bloc est publié et copié ; ce qui y figure une fois est connu pour toujours."),
        help: words("Remove it here, change it where it is used, and hand it over through the contact points.", "Supprimez-le ici, changez-le là où il sert, et remettez-le par les points de contact."),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Concept,
    early: &[],
    fixes: &[words(
        "keep only the path below the address",
        "ne garder que le chemin sous l’adresse",
    )],
    bad: "
technical_interoperability:
  communication:
    duplicates: {en: 'Log in with password=Winter2026 to see them.', fr: 'Se connecter pour les voir.'}
  service_interface:
    operations: [{id: receive-certificate, path: 'https://gateway.customs.exb.example/certificates'}]
",
    good: "
technical_interoperability:
  communication:
    duplicates: {en: 'The password is handed over by the contact points.', fr: 'Le mot de passe est remis par les points de contact.'}
",
    check: Check::Block(check),
};

const SECRET: Words =
    words("this looks like a secret (`{sign}`)", "ceci ressemble à un secret (« {sign} »)");
const ADDRESS: Words = words(
    "the path of an operation holds the address of a system",
    "le chemin d’une opération contient l’adresse d’un système",
);

/// What begins a secret, in lower case.
const SIGNS: [&str; 8] = [
    "private key-----",
    "password=",
    "passwd=",
    "client_secret=",
    "client_secret:",
    "api_key=",
    "apikey=",
    "authorization: bearer ",
];

fn check(block: &Resolved, findings: &mut Findings) {
    let mut stack = vec![&block.tree];
    while let Some(node) = stack.pop() {
        match &node.value {
            Value::Null => {}
            Value::Scalar(scalar) if !may_hold_sign(&scalar.text) => {}
            Value::Scalar(scalar) => {
                let text = scalar.text.to_lowercase();
                if let Some(sign) = SIGNS.iter().find(|sign| text.contains(**sign)) {
                    let sign = sign.trim_matches(['=', ':', '-', ' ']);
                    let finding = RULE.at(node.span).arg_words("fault", SECRET);
                    findings.add(finding.arg("sign", sign));
                }
            }
            Value::List(items) => stack.extend(items),
            Value::Map(entries) => stack.extend(entries.iter().map(|entry| &entry.value)),
        }
    }
    let interface = Section::find(block, "technical_interoperability.service_interface");
    for operation in interface.iter().flat_map(|it| it.items("operations")) {
        let path = operation.node.get("path");
        if let Some(path) = path.filter(|it| it.text().is_some_and(|it| it.contains("://"))) {
            let (_, address) = path.text().and_then(|it| it.split_once("://")).unwrap_or_default();
            let below = address.find('/').and_then(|at| address.get(at..));
            let below = below.filter(|it| !it.contains(['?', '#']) && it.len() > 1);
            let mends = below.map(|it| vec![Mend::Replace(path.span, Content::Text(it.into()))]);
            findings.add(RULE.mend(RULE.at(path.span).arg_words("fault", ADDRESS), mends));
        }
    }
}

/// Whether the text has a character that every sign has; few texts do, and only those are searched.
fn may_hold_sign(text: &str) -> bool {
    text.bytes().any(|it| matches!(it, b'=' | b':'))
        || text.bytes().filter(|it| *it == b'-').count() >= 5
}
