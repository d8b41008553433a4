//! A format is stated, and no wider than the data model has it.

use crate::check::data::{is_claimed, maximum};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Content, Findings, Mend, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-04",
        name: "format-wider-than-model",
        title: words(
            "Each element has a format, equal to or narrower than that of the data model",
            "Chaque élément a un format, égal ou plus étroit que celui du modèle de données",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "A partner whose database follows the model cuts off what is longer, or rejects the message. Narrower is always safe; wider never is.",
            "Un partenaire dont la base suit le modèle tronque ce qui dépasse, ou rejette le message. Un format plus étroit est toujours sûr ; un format plus large, jamais.",
        ),
        help: words(
            "Write a format within {limit}, in a/n/an notation. What has to be wider is asked for by a data maintenance request.",
            "Écrivez un format compris dans {limit}, en notation a/n/an. Ce qui doit être plus large s’obtient par une demande de maintenance des données.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["X"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[words("narrow it to the format {limit}", "le restreindre au format {limit}")],
    bad: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/ID, format: an..90}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/ID, format: an..35}
",
    check: Check::Block(check),
};

const TOO_WIDE: Words = words(
    "the format {format} of `{path}` is wider than {limit}",
    "le format {format} de « {path} » est plus large que {limit}",
);
const NO_FORMAT: Words =
    words("the element `{path}` has no format", "l’élément « {path} » n’a pas de format");
const MODEL: Words = words("that of the data model", "celui du modèle de données");

fn check(block: &Resolved, findings: &mut Findings) {
    if maximum(block).is_none() {
        return;
    }
    for element in block.cluster.elements.iter().filter(|it| it.is_leaf()) {
        let limit = block.format_limit(element);
        let finding = |span| RULE.at(span).arg("path", &element.path);
        match (&element.own.format, element.format.or(limit)) {
            // What is no element at all has a finding of its own.
            (None, None) if is_claimed(element) => {
                let fault = finding(element.span).arg_words("fault", NO_FORMAT);
                findings.add(fault.arg_words("limit", MODEL));
            }
            (Some(own), _) => {
                let Some(limit) = block.exceeded_format(element) else { continue };
                let fault = finding(own.span).arg_words("fault", TOO_WIDE);
                let narrowed = Mend::Replace(own.span, Content::Text(limit.to_string()));
                let fault = fault.arg("format", own.value).arg("limit", limit);
                findings.add(RULE.mend(fault, Some(vec![narrowed])));
            }
            _ => {}
        }
    }
}
