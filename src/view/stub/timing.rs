//! What is agreed on time-outs, repetition and sizes, as numbers that a program can use.

use crate::view::message::interface::{Interface, Setting};

/// A number, and whether the Parties agreed on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The number.
    pub value: u64,
    /// Whether the block says so; otherwise it is a starting point of the stub.
    pub agreed: bool,
}

/// Time-outs, repetition and sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Seconds within which a message must be acknowledged.
    pub acknowledgement: Term,
    /// Seconds within which the answer in substance must follow.
    pub response: Term,
    /// How often a message that was not acknowledged is sent again.
    pub retries: Term,
    /// Seconds before it is sent again the first time.
    pub interval: Term,
    /// Most bytes of a message.
    pub bytes: Term,
}

impl Limits {
    /// What `interface` says, and where it does not, numbers to begin a trial with.
    pub(super) fn of(interface: &Interface) -> Self {
        let seconds = |setting: &Setting, else_: u64| term(setting, seconds, else_);
        Self {
            acknowledgement: seconds(&interface.acknowledgement_timeout, 60),
            response: seconds(&interface.response_timeout, 3600),
            retries: term(&interface.retry_count, |it| it.trim().parse().ok(), 3),
            interval: seconds(&interface.retry_interval, 60),
            bytes: term(&interface.message_limit, bytes, 16 << 20),
        }
    }
}

fn term(setting: &Setting, read: impl Fn(&str) -> Option<u64>, otherwise: u64) -> Term {
    let agreed = match setting {
        Setting::Agreed(value) => read(value),
        Setting::Unstated | Setting::Proposed(_) | Setting::Open(..) => None,
    };
    Term { value: agreed.unwrap_or(otherwise), agreed: agreed.is_some() }
}

/// The seconds of an ISO 8601 duration without months and years, whose lengths vary.
fn seconds(text: &str) -> Option<u64> {
    let span: jiff::Span = text.trim().parse().ok()?;
    if span.get_years() != 0 || span.get_months() != 0 {
        return None;
    }
    let days = i64::from(span.get_weeks()) * 7 + i64::from(span.get_days());
    let minutes = (days * 24 + i64::from(span.get_hours())) * 60 + span.get_minutes();
    u64::try_from(minutes * 60 + span.get_seconds()).ok().filter(|it| *it > 0)
}

/// The bytes of a size with its unit, as `2000 kB` or `5 MiB`.
fn bytes(text: &str) -> Option<u64> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let factor: u64 = match unit.trim().to_ascii_lowercase().as_str() {
        "" | "b" | "byte" | "bytes" => 1,
        "kb" => 1_000,
        "mb" => 1_000_000,
        "gb" => 1_000_000_000,
        "kib" => 1 << 10,
        "mib" => 1 << 20,
        "gib" => 1 << 30,
        _ => return None,
    };
    number.parse::<u64>().ok()?.checked_mul(factor).filter(|it| (1..=1 << 31).contains(it))
}
