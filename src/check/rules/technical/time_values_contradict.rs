//! The time values agree with one another.

use crate::check::times::{Sum, shown};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Block, Duration, Maturity, Negotiable};
use crate::resolve::Resolved;
use crate::text::{Span, Spanned};
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-14",
        name: "time-values-contradict",
        title: words(
            "Time-outs, attempts, recovery, retention and deadlines agree with one another",
            "Délais, tentatives, reprise, conservation et échéances sont cohérents entre eux",
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

const ATTEMPTS_QUEUE: Words = words(
    "all attempts take {sum}, longer than the queue keeps messages ({limit})",
    "l’ensemble des tentatives prend {sum}, soit plus que la conservation dans la file ({limit})",
);
const ATTEMPTS_OUTAGE: Words = words(
    "all attempts take {sum}, but an outage is declared after {limit}",
    "l’ensemble des tentatives prend {sum}, mais la panne est déclarée après {limit}",
);
const RECOVERY: Words = words(
    "recovery may take {sum}, but an outage is declared after {limit}",
    "la reprise peut prendre {sum}, mais la panne est déclarée après {limit}",
);
const OUTAGE_QUEUE: Words = words(
    "an outage and the recovery from it may take {sum}, longer than the queue keeps messages ({limit})",
    "une panne et la reprise peuvent prendre {sum}, soit plus que la conservation dans la file ({limit})",
);
const RESPONSE: Words = words(
    "a response may take {sum}, but the sender gives up after {limit}",
    "une réponse peut prendre {sum}, mais l’émetteur renonce après {limit}",
);
const PROCESSING: Words = words(
    "processing may take {sum}, but the business response is due after {limit}",
    "le traitement peut prendre {sum}, mais la réponse métier est due après {limit}",
);
const TRIGGER: Words = words(
    "a response may take {sum}, but the message is due {limit} after the event",
    "une réponse peut prendre {sum}, mais le message est dû {limit} après l’événement",
);
const VERIFICATION: Words = words(
    "a request for verification may be acknowledged after {sum}, but its result is due after {limit}",
    "l’accusé de réception d’une demande de contrôle peut prendre {sum}, mais le résultat est dû après {limit}",
);
const RETENTION: Words = words(
    "a verification may take {sum}, but messages are kept for {limit} only",
    "un contrôle peut prendre {sum}, mais les messages ne sont conservés que {limit}",
);
const LIMIT: Words = words("the other value", "l’autre valeur");

type Limit = Option<Negotiable<Spanned<Duration>>>;

/// A time value once it is agreed.
fn agreed(limit: &Limit) -> Option<&Spanned<Duration>> {
    limit.as_ref().and_then(Negotiable::agreed)
}

/// What must not take longer than a limit.
struct Bound<'a> {
    sum: Option<Sum>,
    /// Where the finding stands.
    place: Option<Span>,
    limit: Option<&'a Spanned<Duration>>,
    fault: Words,
}

impl<'a> Bound<'a> {
    fn new(
        value: Option<&Spanned<Duration>>,
        limit: Option<&'a Spanned<Duration>>,
        fault: Words,
    ) -> Self {
        Self { sum: value.map(|it| Sum::of(it)), place: value.map(|it| it.span), limit, fault }
    }
}

fn check(block: &Resolved, findings: &mut Findings) {
    let mut told: Vec<Span> = Vec::new();
    for Bound { sum, place, limit, fault } in bounds(&block.block) {
        let (Some(sum), Some(place), Some(limit)) = (sum, place, limit) else { continue };
        // The first sum that a limit is too short for is the one to mend first.
        if sum.seconds() > limit.about_seconds() && !told.contains(&limit.span) {
            told.push(limit.span);
            let finding = RULE.at(place).arg_words("fault", fault).note(limit.span, LIMIT);
            findings.add(finding.arg_label("sum", sum.shown()).arg_label("limit", shown(limit)));
        }
    }
}

fn bounds(block: &Block) -> Vec<Bound<'_>> {
    let technical = block.technical_interoperability.as_ref();
    let communication = technical.and_then(|it| it.communication.as_ref());
    let levels = technical.and_then(|it| it.service_levels.as_ref());
    let contingency = technical.and_then(|it| it.contingency.as_ref());
    let alignment = block.process_alignment.as_ref();
    let verification = alignment.and_then(|it| it.verification.as_ref());
    let receipt = communication.and_then(|it| agreed(&it.acknowledgement_timeout));
    let interval = communication.and_then(|it| agreed(&it.retry_interval));
    let retries = communication.and_then(|it| it.retries.as_ref()).and_then(Negotiable::agreed);
    let queue = contingency.and_then(|it| agreed(&it.queue_retention));
    let outage = contingency.and_then(|it| agreed(&it.outage_after));
    let recovery = levels.and_then(|it| agreed(&it.recovery_time));
    let response = levels.and_then(|it| agreed(&it.response_time));
    let reply = verification.and_then(|it| agreed(&it.reply_within));
    // Each attempt waits for the receipt, and the next one follows after the interval.
    let attempts = retries.zip(interval).map(|(retries, interval)| {
        let retries = u64::from(retries.value.0);
        let waits = receipt.map_or(Sum::default(), |it| Sum::default().and(retries + 1, it));
        waits.and(retries, interval)
    });
    let place = interval.map(|it| it.span);
    let mut bounds = vec![
        Bound { sum: attempts.clone(), place, limit: queue, fault: ATTEMPTS_QUEUE },
        Bound {
            sum: outage.zip(recovery).map(|(outage, recovery)| Sum::of(outage).and(1, recovery)),
            place: recovery.map(|it| it.span),
            limit: queue,
            fault: OUTAGE_QUEUE,
        },
        Bound::new(recovery, outage, RECOVERY),
        Bound { sum: attempts, place, limit: outage, fault: ATTEMPTS_OUTAGE },
        Bound::new(response, receipt, RESPONSE),
        Bound::new(
            levels.and_then(|it| agreed(&it.processing_time)),
            communication.and_then(|it| agreed(&it.response_timeout)),
            PROCESSING,
        ),
        Bound::new(verification.and_then(|it| agreed(&it.acknowledge_within)), reply, VERIFICATION),
    ];
    let triggers = alignment.iter().flat_map(|it| &it.triggers);
    bounds.extend(triggers.map(|it| Bound::new(response, agreed(&it.within), TRIGGER)));
    let protection = block.business_case.as_ref().and_then(|it| it.data_protection.as_ref());
    let kept = protection.iter().flat_map(|it| &it.retention);
    bounds.extend(kept.map(|it| Bound::new(reply, agreed(&it.period), RETENTION)));
    bounds
}
