//! Every message yields one consistent model.

use crate::model::Message;
use std::collections::BTreeSet;

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Content, Findings, Mend, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-24",
        name: "message-model-inconsistent",
        title: words(
            "Every message yields schemas and samples that agree",
            "Chaque message donne des schémas et des exemples concordants",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "XML Schema, JSON Schema, OpenAPI and the data table are made from one model; where it contradicts itself, no message can satisfy them all.",
            "Schéma XML, schéma JSON, OpenAPI et tableau des données proviennent d’un seul modèle ; s’il se contredit, aucun message ne peut les satisfaire tous.",
        ),
        help: words("{help}", "{help}"),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[
        words(
            "name it `{other}`, after its identifier",
            "le nommer « {other} », d’après son identifiant",
        ),
        REMOVE_FORMAT,
    ],
    bad: "
process_alignment:
  messages: [{id: verification-result, name: VerificationRequest}]
",
    good: "
process_alignment:
  messages: [{id: verification-result, name: VerificationReport}]
",
    check: Check::Block(check),
};

const NO_ROOT: Words = words(
    "message `{name}` names no root class",
    "le message « {name} » n’indique pas de classe racine",
);
const WRITE_ROOT: Words = words(
    "Write `root:` with the path of a class of the data cluster.",
    "Écrivez « root: » avec le chemin d’une classe du groupe de données.",
);
const SAME_NAME: Words =
    words("two messages have the name `{name}`", "deux messages portent le nom « {name} »");
const RENAME: Words = words(
    "Give each message a name of its own; files and types are named after it.",
    "Donnez à chaque message un nom propre ; fichiers et types en tirent le leur.",
);
const SAME_PATH: Words = words(
    "two operations of one gateway have the path `{name}`",
    "deux opérations d’une même passerelle ont le chemin « {name} »",
);
const OTHER_PATH: Words = words(
    "Give each operation of a gateway a path of its own.",
    "Donnez à chaque opération d’une passerelle un chemin propre.",
);
const CLASS_WITH_FORMAT: Words = words(
    "`{name}` has elements below it and a format of its own",
    "« {name} » comporte des éléments et un format propre",
);
const CHOOSE: Words = words(
    "A class has no value: remove the format, or the elements below it.",
    "Une classe n’a pas de valeur : supprimez le format, ou les éléments qu’elle comporte.",
);
const REMOVE_FORMAT: Words = words("remove the format", "supprimer le format");
const CODE_TOO_LONG: Words = words(
    "code `{code}` does not fit the format {format} of `{name}`",
    "le code « {code} » n’entre pas dans le format {format} de « {name} »",
);
const FIT: Words = words(
    "Shorten the code, or choose a code list that fits the format.",
    "Abrégez le code, ou choisissez une liste de codes adaptée au format.",
);

fn check(block: &Resolved, findings: &mut Findings) {
    messages(block, findings);
    operations(block, findings);
    elements(block, findings);
}

fn messages(block: &Resolved, findings: &mut Findings) {
    let mut names = BTreeSet::new();
    let all = || block.block.process_alignment.iter().flat_map(|it| &it.messages);
    for message in all() {
        let Some(id) = &message.id else { continue };
        if message.root.is_none() {
            let finding = RULE.at(id.span).arg_words("fault", NO_ROOT).arg("name", &id.value);
            findings.add(finding.arg_words("help", WRITE_ROOT));
        }
        let Some(name) = &message.name else { continue };
        if !names.insert(&*name.value.0) {
            let finding = RULE.at(name.span).arg_words("fault", SAME_NAME).arg("name", &name.value);
            let finding = finding.arg_words("help", RENAME);
            let other = camel(&id.value.0);
            let taken = |it: &Message| it.name.as_ref().is_some_and(|it| *it.value.0 == *other);
            let free = !other.is_empty() && !all().any(taken);
            let mends = free.then(|| vec![Mend::Replace(name.span, Content::Text(other.clone()))]);
            findings.add(RULE.mend(finding.arg("other", other), mends));
        }
    }
}

/// An identifier as the name of a type: `verification-result` as `VerificationResult`.
fn camel(id: &str) -> String {
    let words = id.split(|c: char| !c.is_ascii_alphanumeric());
    let capital = |word: &str| {
        let (first, rest) = word.split_at_checked(1)?;
        Some(format!("{}{rest}", first.to_ascii_uppercase()))
    };
    words.filter_map(capital).collect()
}

fn operations(block: &Resolved, findings: &mut Findings) {
    let technical = block.block.technical_interoperability.as_ref();
    let interface = technical.and_then(|it| it.service_interface.as_ref());
    let mut paths = BTreeSet::new();
    for it in interface.iter().flat_map(|it| &it.operations) {
        let (Some(gateway), Some(path)) = (&it.gateway, &it.path) else { continue };
        if !paths.insert((&*gateway.value.0, &*path.value.0)) {
            let finding = RULE.at(path.span).arg_words("fault", SAME_PATH).arg("name", &path.value);
            findings.add(finding.arg_words("help", OTHER_PATH));
        }
    }
}

fn elements(block: &Resolved, findings: &mut Findings) {
    for element in &block.cluster.elements {
        if let Some(format) = element.own.format.as_ref().filter(|_| element.is_class()) {
            let finding = RULE.at(format.span).arg_words("fault", CLASS_WITH_FORMAT);
            let finding = finding.arg("name", &element.path).arg_words("help", CHOOSE);
            findings.add(finding.mend(REMOVE_FORMAT, vec![Mend::Remove(format.span)]));
        }
        let longest = element.format.and_then(|it| it.max_length());
        let (Some(format), Some(longest)) = (element.format, longest) else { continue };
        let codes = element.codes.as_ref().and_then(|codes| codes.own.as_ref());
        let too_long = |code: &str| code.chars().count() > longest as usize;
        let mut codes = codes.into_iter().flatten().filter_map(|it| it.code.as_ref());
        if let Some(code) = codes.find(|code| too_long(&code.value.0)) {
            let finding = RULE.at(code.span).arg_words("fault", CODE_TOO_LONG);
            let finding = finding.arg("code", &code.value).arg("format", format);
            findings.add(finding.arg("name", &element.path).arg_words("help", FIT));
        }
    }
}
