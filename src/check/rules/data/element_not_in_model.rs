//! Each element is one of the data model, or is proposed to it.

use crate::catalogue::Standing;
use crate::check::data::{cluster, is_claimed, maximum, model};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Content, Findings, Mend, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-01",
        name: "element-not-in-model",
        title: words(
            "Each element has an identifier of the stated data model, or is marked as proposed",
            "Chaque élément porte un identifiant du modèle de données cité, ou est signalé comme proposé",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "The identifier tells every Member that the same thing is meant, whatever the local name. An element without one exists for these Parties only, and each further partner has to learn it anew.",
            "L’identifiant assure à chaque Membre qu’il s’agit de la même chose, quel que soit le nom local. Un élément qui n’en a pas n’existe que pour ces Parties, et chaque nouveau partenaire doit l’apprendre.",
        ),
        help: words(
            "Use an element of the maximum dataset, correct `wco_id`, or write `status: proposed` and ask for the element by a data maintenance request.{hint}",
            "Employez un élément de l’ensemble maximal, corrigez « wco_id », ou écrivez « status: proposed » et demandez l’élément par une demande de maintenance des données.{hint}",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S2"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[words("write {theirs}, as in the dataset", "écrire {theirs}, comme dans l’ensemble")],
    bad: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/Exporter/Name, wco_id: R999}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/Exporter/Name, wco_id: R031}
",
    check: Check::Block(check),
};

const UNKNOWN: Words = words(
    "`{id}` of the element `{path}` is not in {model}",
    "« {id} » de l’élément « {path} » ne figure pas dans {model}",
);
const NO_ID: Words = words(
    "the element `{path}` is not in the maximum dataset and has no WCO identifier",
    "l’élément « {path} » ne figure pas dans l’ensemble maximal et n’a pas d’identifiant OMD",
);
const MEANT: Words = words(" The most similar is `{near}`.", " Le plus proche est « {near} ».");
/// For how many elements the most similar one of the dataset is sought.
const MOST_SUGGESTIONS: usize = 20;

const NOTHING: Words = words("", "");

fn check(block: &Resolved, findings: &mut Findings) {
    let (Some(model), Some(dataset)) = (model(block), maximum(block)) else { return };
    let name = cluster(block).and_then(|it| it.model.as_ref()).map_or("", |it| &it.value.0);
    let mut suggestions = 0;
    // A class that is not known takes what is below it along.
    let mut unknown = vec![false; block.cluster.elements.len()];
    for (at, element) in block.cluster.elements.iter().enumerate() {
        let confirmed = element.standing == Some(Standing::Confirmed);
        let id = match &element.own.wco_id {
            Some(id) => Some((&*id.value.0, id.span)),
            None if confirmed => Some((element.wco_id.as_str(), element.span)),
            None => None,
        };
        if let Some((id, place)) = id.filter(|(id, _)| !id.is_empty() && !model.has(id)) {
            let finding =
                RULE.at(place).arg("path", &element.path).arg("id", id).arg("model", name);
            let finding = finding.arg_words("fault", UNKNOWN);
            let finding = match model.suggest(id) {
                Some(near) => finding.arg_words("hint", MEANT).arg("near", near),
                None => finding.arg_words("hint", NOTHING),
            };
            let theirs = dataset.row(&element.path).and_then(|it| it.wco_id.as_deref());
            findings.add(match (theirs, &element.own.wco_id) {
                (Some(theirs), Some(own)) => {
                    let mends = vec![Mend::Replace(own.span, Content::Text(theirs.to_owned()))];
                    RULE.mend(finding.arg("theirs", theirs), Some(mends))
                }
                _ => finding,
            });
        }
        if !is_claimed(element) {
            unknown[at] = true;
            if element.parent.is_none_or(|class| !unknown[class]) {
                let finding = RULE.at(element.span).arg("path", &element.path);
                let finding = finding.arg_words("fault", NO_ID);
                // To compare with every row takes time; whoever adds many has not mistyped them.
                suggestions += 1;
                let near = Some(dataset).filter(|_| suggestions <= MOST_SUGGESTIONS);
                findings.add(match near.and_then(|it| it.suggest(&element.path)) {
                    Some(near) => finding.arg_words("hint", MEANT).arg("near", near),
                    None => finding.arg_words("hint", NOTHING),
                });
            }
        }
    }
}
