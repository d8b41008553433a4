//! Each message has one trigger, each trigger a message.

use std::collections::BTreeMap;

use crate::check::section::Section;
use crate::check::sides::{Camp, Sides, alignment};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Maturity, Nature};
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-05",
        name: "message-without-one-trigger",
        title: words(
            "Each message has one trigger in each direction, and each trigger sends a message",
            "Chaque message a un seul déclencheur par sens, et chaque déclencheur envoie un message",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "A message that nothing triggers is never sent; one that two events trigger on the same side arrives twice, or each service relies on the other.",
            "Un message que rien ne déclenche n’est jamais envoyé ; celui que deux événements déclenchent du même côté arrive deux fois, ou chaque service s’en remet à l’autre.",
        ),
        help: words(
            "Name the message under `sends` of exactly one trigger of the sending side; answers and acknowledgements need none.",
            "Citez le message sous « sends » d’un seul déclencheur du côté expéditeur ; les réponses et accusés de réception n’en ont pas besoin.",
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
  triggers:
    - {id: co-issued, sends: [certificate, verification-result]}
",
    good: "
process_alignment:
  triggers:
    - {id: co-issued, sends: [certificate]}
",
    check: Check::Block(check),
};

const NO_TRIGGER: Words = words(
    "no trigger sends the message `{name}`",
    "aucun déclencheur n’envoie le message « {name} »",
);
const TWO_TRIGGERS: Words = words(
    "the message `{name}` is sent by more than one trigger of the same side: {others}",
    "le message « {name} » est envoyé par plusieurs déclencheurs du même côté : {others}",
);
const SENDS_NOTHING: Words = words(
    "the trigger `{name}` sends no message",
    "le déclencheur « {name} » n’envoie aucun message",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(process) = alignment(block) else { return };
    let sides = Sides::of(process);
    let mut senders: BTreeMap<&str, Vec<(Option<Camp>, &str)>> = BTreeMap::new();
    for trigger in &process.triggers {
        let Some(id) = &trigger.id else { continue };
        let camp = trigger.entity.as_ref().and_then(|it| sides.camp(&it.value.0));
        for message in &trigger.sends {
            senders.entry(&message.value.0).or_default().push((camp, &id.value.0));
        }
    }
    for section in
        Section::find(block, "process_alignment").iter().flat_map(|it| it.items("triggers"))
    {
        if !section.says("sends") {
            let finding = RULE.at(section.span).arg_words("fault", SENDS_NOTHING);
            findings.add(finding.arg("name", section.name()));
        }
    }
    for message in &process.messages {
        let Some(id) = &message.id else { continue };
        let triggers = senders.get(&*id.value.0).map_or(&[][..], Vec::as_slice);
        let begins = matches!(
            message.nature.as_ref().map(|it| it.value),
            Some(Nature::Document | Nature::Notice | Nature::Request)
        );
        let same_side = |camp: Camp| triggers.iter().filter(move |it| it.0 == Some(camp));
        let finding = RULE.at(id.span).arg("name", &id.value);
        if triggers.is_empty() {
            if begins && !process.triggers.is_empty() {
                findings.add(finding.arg_words("fault", NO_TRIGGER));
            }
        } else if let Some(camp) =
            [Camp::Exporting, Camp::Importing].into_iter().find(|it| same_side(*it).count() > 1)
        {
            let others: Vec<_> = same_side(camp).map(|it| it.1).collect();
            let finding = finding.arg_words("fault", TWO_TRIGGERS);
            findings.add(finding.arg("others", others.join(", ")));
        }
    }
}
