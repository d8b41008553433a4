//! Time limits that a block states once: each step that refers to one gets it as its own.

use crate::model::{Block, Duration, Negotiable, TimeLimit};
use crate::text::Spanned;

/// Fills `after` of every outcome that names a time limit and gives no time itself. The points to
/// be agreed are not affected: they are found where the limit is stated.
pub(super) fn fill(block: &mut Block) {
    let limits = Limits::of(block);
    let processes = block.process_alignment.iter_mut().flat_map(|it| &mut it.processes);
    let steps = processes.flat_map(|it| &mut it.steps);
    for outcome in steps.flat_map(|it| &mut it.outcomes).filter(|it| it.after.is_none()) {
        outcome.after = outcome.limit.as_ref().and_then(|limit| limits.find(limit.value));
    }
}

type Limit = Option<Negotiable<Spanned<Duration>>>;

/// The time limits of a block.
struct Limits {
    acknowledgement: Limit,
    response: Limit,
    validity: Limit,
    verification_acknowledgement: Limit,
    verification_reply: Limit,
    recovery: Limit,
}

impl Limits {
    fn of(block: &Block) -> Self {
        let technical = block.technical_interoperability.as_ref();
        let communication = technical.and_then(|it| it.communication.as_ref());
        let levels = technical.and_then(|it| it.service_levels.as_ref());
        let effect = block.business_case.as_ref().and_then(|it| it.legal_effect.as_ref());
        let process = block.process_alignment.as_ref();
        let verification = process.and_then(|it| it.verification.as_ref());
        Self {
            acknowledgement: communication.and_then(|it| it.acknowledgement_timeout.clone()),
            response: communication.and_then(|it| it.response_timeout.clone()),
            validity: effect.and_then(|it| it.validity.clone()),
            verification_acknowledgement: verification.and_then(|it| it.acknowledge_within.clone()),
            verification_reply: verification.and_then(|it| it.reply_within.clone()),
            recovery: levels.and_then(|it| it.recovery_time.clone()),
        }
    }

    fn find(&self, limit: TimeLimit) -> Limit {
        match limit {
            TimeLimit::Acknowledgement => self.acknowledgement.clone(),
            TimeLimit::Response => self.response.clone(),
            TimeLimit::Validity => self.validity.clone(),
            TimeLimit::VerificationAcknowledgement => self.verification_acknowledgement.clone(),
            TimeLimit::VerificationReply => self.verification_reply.clone(),
            TimeLimit::Recovery => self.recovery.clone(),
        }
    }
}
