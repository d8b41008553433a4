//! An element of the model keeps its meaning and its kind of data.

use crate::check::data::{maximum, model};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Content, Findings, Mend, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-05",
        name: "meaning-changed",
        title: words(
            "An element keeps the identifier and the kind of data that the model gives it",
            "Un élément conserve l’identifiant et la nature des données que le modèle lui donne",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "A code read as text, or one element sent under the number of another, passes every schema and is misunderstood at the other end.",
            "Un code lu comme un texte, ou un élément envoyé sous le numéro d’un autre, franchit tous les schémas et est mal compris à l’autre bout.",
        ),
        help: words(
            "Remove `{key}`, or use another element; a new meaning is asked for by a data maintenance request.",
            "Supprimez « {key} », ou employez un autre élément ; un sens nouveau s’obtient par une demande de maintenance des données.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P45"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[words("write {theirs}, as in the dataset", "écrire {theirs}, comme dans l’ensemble")],
    bad: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/GovernmentAgencyGoodsItem/Origin/CountryCode, data_type: Text}
",
    good: "
process_alignment:
  data_cluster:
    elements:
      - {path: Certificate/GovernmentAgencyGoodsItem/Origin/CountryCode, data_type: Code}
",
    check: Check::Block(check),
};

const OTHER_KIND: Words = words(
    "`{path}` is declared as `{own}`, but the data model has it as `{theirs}`",
    "« {path} » est déclaré comme « {own} », alors que le modèle de données en fait « {theirs} »",
);
const OTHER_ID: Words = words(
    "`{path}` is given the identifier {own}, but in the maximum dataset it is {theirs}",
    "« {path} » reçoit l’identifiant {own}, alors que l’ensemble maximal lui donne {theirs}",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let (dataset, model) = (maximum(block), model(block));
    for element in &block.cluster.elements {
        let row = dataset.and_then(|it| it.row(&element.path));
        let finding = |span, key| RULE.at(span).arg("path", &element.path).arg("key", key);
        if let (Some(own), Some(theirs)) =
            (&element.own.wco_id, row.and_then(|it| it.wco_id.as_deref()))
            && *own.value.0 != *theirs
        {
            // An identifier that is nowhere has a finding of its own.
            if model.is_none_or(|model| model.has(&own.value.0)) {
                let fault = finding(own.span, "wco_id").arg_words("fault", OTHER_ID);
                let mends = vec![Mend::Replace(own.span, Content::Text(theirs.to_owned()))];
                let fault = fault.arg("own", &own.value).arg("theirs", theirs);
                findings.add(RULE.mend(fault, Some(mends)));
            }
            continue;
        }
        if let (Some(own), Some(theirs)) = (&element.own.data_type, block.exceeded_kind(element)) {
            let fault = finding(own.span, "data_type").arg_words("fault", OTHER_KIND);
            let fault = fault.arg("own", own.value.id());
            let mends = vec![Mend::Replace(own.span, Content::Text(theirs.id().to_owned()))];
            findings.add(RULE.mend(fault.arg("theirs", theirs.id()), Some(mends)));
        }
    }
}
