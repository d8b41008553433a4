//! The answer of the block to a message that was judged: its own acknowledgement or response, with the
//! error codes, the place of each error and the reference of the message that it answers.
//!
//! What an answer looks like is the block's: classes and attributes are recognised by the tags of the
//! WCO Data Model (`Error`, `Pointer`, `Status` …), states by their codes in UN/EDIFACT 4405. An answer
//! is given only if it is a valid message of the block.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::diag::{Finding, Severity};
use crate::exchange::content::{Content, Reason, Said};
use crate::message::{self, Items, Judged, Validator, codes, judge};
use crate::render::message::sample::to_json;
use crate::text::{FileId, Sources};
use crate::view::message::constraint::{ConstraintKind, Weight};
use crate::view::message::instance::Element;
use crate::view::message::interface::ErrorCategory;
use crate::view::message::{Message, MessageModel, Nature};
use crate::words::{Lang, exchange as w};

/// What the receiver of a message has to say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is in good form, and nothing is remarked.
    InOrder,
    /// It is in good form; what is found is examined, not refused.
    Remarked,
    /// It is in good form, but breaks conditions or business rules.
    Rejected,
    /// It is no message in good form.
    Unreadable,
}

/// An answer: a valid message of the block.
#[derive(Clone, Debug)]
pub struct Answer<'m> {
    /// Its position in [`MessageModel::messages`].
    pub message: usize,
    /// What it says of the message.
    pub outcome: Outcome,
    /// Its values.
    pub element: Element<'m>,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unanswered {
    /// The message is not known as one of the block, or cannot be read far enough.
    Unknown,
    /// The block has no message that acknowledges or answers it.
    NoneDeclared,
    /// It has no reference that an answer could name.
    NoReference,
    /// Those that acknowledge or answer it, by their positions, have no place for what was found.
    NoPlace(Vec<usize>),
}

/// What an answer says that does not follow from the message.
#[derive(Clone, Copy, Debug)]
pub struct Occasion<'a> {
    /// When the answer is given, as UNTDID 2379 writes it in format 304: `20270201101500Z`.
    pub moment: &'a str,
    /// The language of its texts.
    pub lang: Lang,
}

/// States of UN/EDIFACT 4405 that say an outcome, the most exact first.
const fn states(outcome: Outcome, nature: Nature) -> &'static [&'static str] {
    match (outcome, nature) {
        (Outcome::InOrder, Nature::Acknowledgement) => &["170", "39"],
        (Outcome::InOrder, _) => &["39", "170"],
        (Outcome::Remarked, _) => &["171", "39", "170"],
        (Outcome::Rejected, _) => &["41", "63"],
        (Outcome::Unreadable, _) => &["63", "41"],
    }
}

/// What has to be said of a message that was judged.
pub fn outcome(validator: &Validator, judged: &Judged) -> Outcome {
    if !judged.conforms() {
        return Outcome::Unreadable;
    }
    let weight = |finding: &Finding| {
        let at = finding.text("constraint").and_then(|it| it.parse::<usize>().ok());
        match at.and_then(|at| validator.constraints().nth(at)).map(|it| &it.kind) {
            Some(ConstraintKind::Rule { weight, .. })
                if finding.code.id == codes::RULE_BROKEN.id =>
            {
                *weight
            }
            _ if finding.severity == Severity::Error => Weight::Reject,
            _ => Weight::Warning,
        }
    };
    let weights: Vec<Weight> = judged.findings.counting().map(weight).collect();
    match weights.contains(&Weight::Reject) {
        true => Outcome::Rejected,
        false if weights.is_empty() => Outcome::InOrder,
        false => Outcome::Remarked,
    }
}

/// The answer to the message in `file`, whose judgement is `judged`: to one in order the
/// acknowledgement, to others what refuses it or remarks on it.
///
/// # Errors
/// Where the block has no message for it, or none that can say it of this message.
pub fn answer<'m>(
    model: &'m MessageModel,
    validator: &Validator,
    (sources, file): (&Sources, FileId),
    judged: &Judged,
    occasion: &Occasion<'_>,
) -> Result<Answer<'m>, Unanswered> {
    let at = judged.message.ok_or(Unanswered::Unknown)?;
    let message = model.messages.get(at).ok_or(Unanswered::Unknown)?;
    let outcome = outcome(validator, judged);
    let (first, then) = match outcome {
        Outcome::Rejected | Outcome::Remarked => (&message.answered_by, &message.acknowledged_by),
        Outcome::Unreadable | Outcome::InOrder => (&message.acknowledged_by, &message.answered_by),
    };
    let mut candidates: Vec<usize> = first.iter().chain(then).copied().collect();
    if outcome == Outcome::InOrder {
        candidates.clone_from(&message.acknowledged_by);
    }
    if candidates.is_empty() {
        return Err(Unanswered::NoneDeclared);
    }
    let items = judged.items.as_ref().ok_or(Unanswered::Unknown)?;
    let tree = message::element(validator, at, items).ok_or(Unanswered::Unknown)?;
    let said = Said::read(&tree);
    let reasons = reasons(model, validator, at, items, (sources, judged), occasion.lang);
    for candidate in &candidates {
        let Some(of) = model.messages.get(*candidate) else { continue };
        let reference = reference(of, sources.text(file));
        for state in states(outcome, of.nature) {
            let content = Content {
                model,
                of,
                to: message,
                outcome,
                state,
                said: &said,
                reasons: &reasons,
                reference: &reference,
                moment: occasion.moment,
            };
            if !content.names_reference() {
                return Err(Unanswered::NoReference);
            }
            let element = content.element();
            if (outcome == Outcome::InOrder || content.says_errors(&element))
                && is_valid(validator, *candidate, &element)
            {
                return Ok(Answer { message: *candidate, outcome, element });
            }
        }
    }
    Err(Unanswered::NoPlace(candidates))
}

/// Whether it is a valid message of the block, with nothing to remark.
fn is_valid(validator: &Validator, message: usize, element: &Element<'_>) -> bool {
    let bytes = to_json(element).to_string().into_bytes();
    let (_, judged) = judge(validator, &mut Sources::default(), "", bytes);
    judged.message == Some(message) && judged.findings.list.is_empty()
}

/// The reference of an answer: made from the message that it answers, so that the answer to a
/// repetition carries the same one and has no second effect.
fn reference(answer: &Message, text: &str) -> String {
    let mut digest = Sha256::new();
    digest.update(answer.id.as_bytes());
    digest.update([0]);
    digest.update(text.as_bytes());
    let mut reference = String::with_capacity(32);
    for byte in digest.finalize().iter().take(16) {
        let _ = write!(reference, "{byte:02x}");
    }
    reference
}

/// What is said to be wrong, in the order of the message.
fn reasons(
    model: &MessageModel,
    validator: &Validator,
    at: usize,
    items: &Items,
    (sources, judged): (&Sources, &Judged),
    lang: Lang,
) -> Vec<Reason> {
    let of_category = |category| {
        let found = model.error_codes.iter().find(|it| it.category == category);
        found.map_or("", |it| it.code.as_str())
    };
    let reason = |finding: &Finding| {
        let rule = finding.text("constraint").and_then(|it| it.parse::<usize>().ok());
        let rule = rule.and_then(|at| model.constraints.get(at));
        let codes = match rule {
            Some(rule) => [rule.code(), of_category(ErrorCategory::BusinessRule)],
            None => [of_category(ErrorCategory::Schema), ""],
        };
        let place = sources.start(finding.span);
        let (line, column) = (place.line.to_string(), place.column.to_string());
        let said = finding.message(lang);
        let args = [("said", &*said), ("line", &line), ("column", &column)];
        Reason {
            codes: codes.iter().filter(|it| !it.is_empty()).map(ToString::to_string).collect(),
            text: w::ANSWER_ERROR.with(lang, &args),
            way: message::way(validator, at, items, finding),
        }
    };
    judged.findings.counting().map(reason).collect()
}
