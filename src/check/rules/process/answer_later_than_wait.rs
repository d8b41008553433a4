//! A wait lasts as long as the other side may take to answer.

use crate::check::graph::{Graph, Places};
use crate::check::times::{Sum, shown};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Duration, Maturity, Negotiable, Scalar};
use crate::resolve::Resolved;
use crate::view::process::{Event, Node, NodeKind, Process};
use crate::words::{Label, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-37",
        name: "answer-later-than-wait",
        title: words(
            "No wait ends before the answer may have come",
            "Aucune attente ne prend fin avant que la réponse n’ait pu parvenir",
        ),
        message: words(
            "`{step}` waits {limit} for `{awaited}`, which `{sender}` may send only after {sum}",
            "« {step} » attend « {awaited} » pendant {limit}, mais « {sender} » peut ne l’envoyer qu’après {sum}",
        ),
        why: words(
            "A time-out that runs out while the other side is still on time raises alarms, and repeats messages, for nothing. Added up are the times that the steps of the other side may wait before they answer, each round once, and the delay of the trigger that sends the answer.",
            "Un délai qui expire alors que l’autre côté est encore dans les temps déclenche des alertes et des renvois inutiles. Sont additionnés les temps pendant lesquels les étapes de l’autre côté peuvent attendre avant de répondre, chaque boucle comptant une fois, et le délai du déclencheur qui envoie la réponse.",
        ),
        help: words(
            "Wait longer, answer before the other work is done, or shorten the times on the way to the answer.",
            "Attendez plus longtemps, répondez avant la fin des autres travaux, ou raccourcissez les délais qui précèdent la réponse.",
        ),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  processes:
    - id: issue
      steps:
        - {id: register, next: hold}
        - id: hold
          entity: importing-customs
          kind: wait
          name: {en: Await the approval, fr: Attendre l’approbation}
          outcomes:
            - {label: {en: approval, fr: approbation}, to: respond}
            - {label: {en: next day, fr: lendemain}, after: P1D, to: respond}
",
    good: "
process_alignment:
  processes:
    - id: issue
      steps:
        - {id: register, next: hold}
        - id: hold
          entity: importing-customs
          kind: wait
          name: {en: Await the approval, fr: Attendre l’approbation}
          outcomes:
            - {label: {en: approval, fr: approbation}, to: respond}
            - {label: {en: ten minutes, fr: dix minutes}, after: PT10M, to: respond}
",
    check: Check::Processes(check),
};

fn check(block: &Resolved, processes: &[Process], findings: &mut Findings) {
    for process in processes {
        let Some(places) = Places::of(block, process) else { continue };
        let graph = Graph::of(process);
        for (at, node) in process.nodes().iter().enumerate() {
            if node.kind != NodeKind::Wait {
                continue;
            }
            let events: Vec<usize> = process.outgoing(at).map(|flow| flow.to).collect();
            // Of several time limits the last is the one that ends the wait.
            let limits = events.iter().filter_map(|it| delay(process.nodes().get(*it)?));
            let Some(limit) = limits.max_by_key(Duration::about_seconds) else { continue };
            let awaited = |it: &&usize| {
                let node = process.nodes().get(**it);
                node.is_some_and(|node| node.kind == NodeKind::Catch(Event::Message))
            };
            for event in events.iter().filter(awaited) {
                for sent in process.messages().iter().filter(|it| it.to == *event) {
                    let sum = time_to(block, process, &graph, at, sent.from);
                    if sum.seconds() <= limit.about_seconds() {
                        continue;
                    }
                    let (step, span) = places.step(process, at);
                    let sender = places.step(process, sent.from).0;
                    let finding = RULE.at(span).arg("step", step).arg("sender", sender);
                    let finding = finding.arg("awaited", &sent.message);
                    let finding = finding.arg_label("limit", shown(&limit));
                    findings.add(finding.arg_label("sum", sum.shown()));
                }
            }
        }
    }
}

/// The longest time from a message of the waiting side to the step that sends the answer.
fn time_to(block: &Resolved, process: &Process, graph: &Graph, wait: usize, answer: usize) -> Sum {
    let side = process.pool_of(wait);
    let asked = process.messages().iter().filter(|it| process.pool_of(it.from) == side);
    let asked: Vec<usize> = asked
        .filter(|it| graph.reached(&[it.from]).get(wait).copied().unwrap_or_default())
        .map(|it| it.to)
        .collect();
    let weight = |at: usize| {
        let node = process.nodes().get(at)?;
        delay(node).map(|it| it.about_seconds())
    };
    let way = graph.longest(&asked, answer, |at| weight(at).unwrap_or_default());
    let mut sum = Sum::default();
    for node in way.iter().filter_map(|at| process.nodes().get(*at)) {
        if let Some(length) = delay(node) {
            sum = sum.and_named(1, &length, node.name.clone());
        }
    }
    let message = process.nodes().get(answer).map_or("", |it| it.message.as_str());
    let triggers = block.block.process_alignment.iter().flat_map(|it| &it.triggers);
    let mut sending = triggers.filter(|it| it.sends.iter().any(|it| *it.value.0 == *message));
    if let Some(trigger) = sending.next()
        && let Some(within) = trigger.within.as_ref().and_then(Negotiable::agreed)
        && let Some(id) = &trigger.id
    {
        sum = sum.and_named(1, within, Label::new(&*id.value.0, &*id.value.0));
    }
    sum
}

/// The time that an event waits for.
fn delay(node: &Node) -> Option<Duration> {
    if node.kind == NodeKind::Catch(Event::Timer) { Duration::parse(&node.delay) } else { None }
}
