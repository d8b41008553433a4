//! The time values agree with one another.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Duration, Maturity, Negotiable};
use crate::resolve::Resolved;
use crate::text::Spanned;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-14",
        name: "time-values-contradict",
        title: words(
            "Time-outs, retries, recovery and queue retention agree with one another",
            "Délais, tentatives, reprise et conservation des files sont cohérents entre eux",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "Values that contradict one another cannot all be kept: messages are lost from the queue, or an outage is declared while recovery is still on time.",
            "Des valeurs contradictoires ne peuvent être toutes tenues : des messages disparaissent de la file, ou une panne est déclarée alors que la reprise est dans les temps.",
        ),
        help: words(
            "Change one of the two values; the other place is shown.",
            "Modifiez l’une des deux valeurs ; l’autre emplacement est indiqué.",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
technical_interoperability: {service_levels: {recovery_time: PT6H}}
",
    good: "
technical_interoperability:
  service_levels: {recovery_time: PT6H}
  contingency: {outage_after: PT8H}
",
    check: Check::Block(check),
};

const RETRIES: Words = words(
    "{retries} attempts at intervals of {interval} take longer than the queue keeps messages ({limit})",
    "{retries} tentatives espacées de {interval} durent plus que la conservation dans la file ({limit})",
);
const RECOVERY: Words = words(
    "recovery may take {value}, but an outage is declared after {limit}",
    "la reprise peut prendre {value}, mais la panne est déclarée après {limit}",
);
const RESPONSE: Words = words(
    "a response may take {value}, but the sender gives up after {limit}",
    "une réponse peut prendre {value}, mais l’émetteur renonce après {limit}",
);
const PROCESSING: Words = words(
    "processing may take {value}, but the business response is due after {limit}",
    "le traitement peut prendre {value}, mais la réponse métier est due après {limit}",
);
const LIMIT: Words = words("the other value", "l’autre valeur");

type Limit = Option<Negotiable<Spanned<Duration>>>;

/// A time value once it is agreed.
fn agreed(limit: &Limit) -> Option<&Spanned<Duration>> {
    limit.as_ref().and_then(Negotiable::agreed)
}

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(technical) = &block.block.technical_interoperability else { return };
    let communication = technical.communication.as_ref();
    let levels = technical.service_levels.as_ref();
    let contingency = technical.contingency.as_ref();
    let pairs = [
        (levels.map(|it| &it.recovery_time), contingency.map(|it| &it.outage_after), RECOVERY),
        (
            levels.map(|it| &it.response_time),
            communication.map(|it| &it.acknowledgement_timeout),
            RESPONSE,
        ),
        (
            levels.map(|it| &it.processing_time),
            communication.map(|it| &it.response_timeout),
            PROCESSING,
        ),
    ];
    for (value, limit, fault) in pairs {
        let (Some(value), Some(limit)) = (value.and_then(agreed), limit.and_then(agreed)) else {
            continue;
        };
        if value.about_seconds() > limit.about_seconds() {
            let finding = RULE.at(value.span).arg_words("fault", fault).note(limit.span, LIMIT);
            findings.add(finding.arg("value", &value.text).arg("limit", &limit.text));
        }
    }
    let retries = communication.and_then(|it| it.retries.as_ref()).and_then(Negotiable::agreed);
    let interval = communication.and_then(|it| agreed(&it.retry_interval));
    let queue = contingency.and_then(|it| agreed(&it.queue_retention));
    let (Some(retries), Some(interval), Some(queue)) = (retries, interval, queue) else { return };
    let whole = interval.about_seconds().saturating_mul(u64::from(retries.value.0));
    if whole > queue.about_seconds() {
        let finding = RULE.at(interval.span).arg_words("fault", RETRIES);
        let finding = finding.arg("retries", retries.value.0).arg("interval", &interval.text);
        findings.add(finding.arg("limit", &queue.text).note(queue.span, LIMIT));
    }
}
