//! Whatever is declared is used.

use std::collections::BTreeSet;

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Nature};
use crate::resolve::{Kind, Resolved};
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "STR-10",
        name: "declared-and-not-used",
        title: words("Every declared purpose, code list and answering message is used", "Toute finalité, liste de codes et réponse déclarée est utilisée"),
        message: words("`{name}` is declared as {kind} but used nowhere", "« {name} » est déclaré comme {kind} mais n’est utilisé nulle part"),
        why: words("What is declared and not used is either forgotten elsewhere or dead weight that partners still have to build.", "Ce qui est déclaré sans être utilisé est soit oublié ailleurs, soit un poids mort que les partenaires devront quand même réaliser."),
        help: words("Use it where it belongs (an element names its purposes and code list, a message its acknowledgement and answer), or remove it.", "Utilisez-le là où il doit l’être (un élément cite ses finalités et sa liste, un message son accusé et sa réponse), ou supprimez-le."),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
business_case:
  purposes:
    - {id: statistics, function: control, statement: {en: To measure the use of preferences., fr: Mesurer l’emploi des préférences.}}
",
    good: "
business_case:
  purposes:
    - {id: statistics, function: control, statement: {en: To measure the use of preferences., fr: Mesurer l’emploi des préférences.}}
process_alignment:
  data_cluster:
    elements: [{path: Certificate/ID, purposes: [verify-origin, facilitation, statistics]}]
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(process) = &block.block.process_alignment else { return };
    let names = block.names.used.iter();
    let mut used: BTreeSet<(Kind, &str)> = names.map(|it| (it.kind, &*it.name)).collect();
    let elements = block.cluster.elements.iter();
    used.extend(elements.filter_map(|it| Some((Kind::CodeList, it.codes.as_ref()?.id.as_str()))));
    // An answer that nobody expects; what starts an exchange is asked for by its trigger.
    let answers = process.messages.iter().filter(|message| {
        let nature = message.nature.as_ref().map(|it| it.value);
        matches!(nature, Some(Nature::Acknowledgement | Nature::Response))
    });
    let answers: BTreeSet<&str> =
        answers.filter_map(|it| Some(&*it.id.as_ref()?.value.0)).collect();
    let has_elements = !block.cluster.elements.is_empty();
    for given in &block.names.given {
        let asked = match given.kind {
            Kind::Purpose | Kind::CodeList => has_elements,
            Kind::Message => answers.contains(&*given.name),
            _ => false,
        };
        if asked && !used.contains(&(given.kind, &*given.name)) {
            let finding = RULE.at(given.span).arg("name", &given.name);
            findings.add(finding.arg_words("kind", given.kind.label()));
        }
    }
}
