//! Days, moments and lengths of time, as messages and expressions write them.

use std::cmp::Ordering;

use jiff::civil::{Date, DateTime};

/// A day, or a moment of a day.
///
/// A day and a moment are compared by their dates, the moment's being the one at the place where it
/// was written: a declaration accepted in the afternoon of the last day is accepted in time.
#[derive(Clone, Copy, Debug)]
pub enum Moment {
    /// A day.
    Day(Date),
    /// A moment.
    Instant {
        /// Date and time where it was written.
        local: DateTime,
        /// What local time is ahead of Coordinated Universal Time, in seconds.
        offset: i32,
    },
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// Years and months as months: their length in days is not fixed.
    pub months: i64,
    /// Everything shorter, in seconds; a day has 24 hours.
    pub seconds: i64,
}

const DAY: i64 = 86_400;

fn seconds(local: DateTime) -> i64 {
    let midnight = days(local.date()) * DAY;
    let time = local.time();
    midnight
        + i64::from(time.hour()) * 3_600
        + i64::from(time.minute()) * 60
        + i64::from(time.second())
}

/// Days since the first of January 1970.
fn days(date: Date) -> i64 {
    let start = Date::constant(1970, 1, 1);
    date.since((jiff::Unit::Day, start)).map_or(0, |span| i64::from(span.get_days()))
}

impl Moment {
    /// Reads `2027-02-01`, `2027-02-01T10:00:00Z` (or with `+01:00`), or the formats 102 and 304 of
    /// UNTDID 2379: `20270201`, `20270201100000Z` (or with `+01`).
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
        match (digits, bytes.len()) {
            (8, 8) => Self::of_parts(text, "000000", None),
            (14, 15 | 17) => Self::of_parts(text.get(..8)?, text.get(8..14)?, text.get(14..)),
            (4, 10) => Some(Self::Day(text.parse().ok().filter(|_| bytes[4] == b'-')?)),
            (4, 20..) => Self::of_iso(text),
            _ => None,
        }
    }

    /// Reads the form that RFC 3339 has.
    fn of_iso(text: &str) -> Option<Self> {
        let zone = match text.as_bytes().last() {
            Some(b'Z' | b'z') => text.len() - 1,
            _ => text.len().checked_sub(6)?,
        };
        let (local, zone) = text.is_char_boundary(zone).then(|| text.split_at(zone))?;
        let fits = local.as_bytes().get(10).is_some_and(|byte| matches!(byte, b'T' | b't'));
        let local = fits.then(|| local.parse().ok()).flatten()?;
        Some(Self::Instant { local, offset: offset(zone)? })
    }

    fn of_parts(day: &str, time: &str, zone: Option<&str>) -> Option<Self> {
        let number = |text: &str, from: usize, to: usize| text.get(from..to)?.parse::<i8>().ok();
        let date = Date::new(day.get(..4)?.parse().ok()?, number(day, 4, 6)?, number(day, 6, 8)?);
        let date = date.ok()?;
        let Some(zone) = zone else { return Some(Self::Day(date)) };
        let (hour, minute, second) =
            (number(time, 0, 2)?, number(time, 2, 4)?, number(time, 4, 6)?);
        let time = jiff::civil::Time::new(hour, minute, second, 0).ok()?;
        Some(Self::Instant { local: date.to_datetime(time), offset: offset(zone)? })
    }

    /// The date, where it was written.
    pub fn date(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Instant { local, .. } => local.date(),
        }
    }

    /// Later by `length`; `None` outside of the calendar, and for a part of a day added to a day.
    pub fn plus(self, length: Length) -> Option<Self> {
        let months = jiff::Span::new().try_months(length.months).ok()?;
        match self {
            Self::Day(date) if length.seconds % DAY == 0 => {
                let days = jiff::Span::new().try_days(length.seconds / DAY).ok()?;
                Some(Self::Day(date.checked_add(months).ok()?.checked_add(days).ok()?))
            }
            Self::Day(_) => None,
            Self::Instant { local, offset } => {
                let seconds = jiff::Span::new().try_seconds(length.seconds).ok()?;
                let local = local.checked_add(months).ok()?.checked_add(seconds).ok()?;
                Some(Self::Instant { local, offset })
            }
        }
    }

    /// How long after `other` it is; in whole days where one of the two is a day.
    pub fn since(self, other: Self) -> Length {
        let seconds = match (self, other) {
            (Self::Instant { .. }, Self::Instant { .. }) => self.universal() - other.universal(),
            _ => (days(self.date()) - days(other.date())) * DAY,
        };
        Length { months: 0, seconds }
    }

    fn universal(self) -> i64 {
        match self {
            Self::Day(date) => days(date) * DAY,
            Self::Instant { local, offset } => seconds(local) - i64::from(offset),
        }
    }

    /// Which of the two is earlier.
    pub fn order(self, other: Self) -> Ordering {
        match (self, other) {
            (Self::Instant { local, .. }, Self::Instant { local: other_local, .. }) => {
                let part = |it: DateTime| it.subsec_nanosecond();
                let seconds = self.universal().cmp(&other.universal());
                seconds.then(part(local).cmp(&part(other_local)))
            }
            _ => self.date().cmp(&other.date()),
        }
    }
}

/// Seconds ahead of Coordinated Universal Time: `Z`, `+01` or `+01:00`.
fn offset(zone: &str) -> Option<i32> {
    if matches!(zone, "Z" | "z") {
        return Some(0);
    }
    let sign = match zone.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes) = match zone.len() {
        3 => (zone.get(1..3)?, "00"),
        6 if zone.as_bytes()[3] == b':' => (zone.get(1..3)?, zone.get(4..6)?),
        _ => return None,
    };
    let number = |text: &str| {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse::<i32>().ok()).flatten()
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (hours < 24 && minutes < 60).then_some(sign * (hours * 3_600 + minutes * 60))
}

impl Length {
    /// Reads the form of ISO 8601, as `P10D` or `PT5M`, without fractions.
    pub fn parse_iso(text: &str) -> Option<Self> {
        if !text.starts_with('P') || text.contains(['.', ',']) || text.len() > 40 {
            return None;
        }
        let span: jiff::Span = text.parse().ok()?;
        let months = i64::from(span.get_years()) * 12 + i64::from(span.get_months());
        let days = i64::from(span.get_weeks()) * 7 + i64::from(span.get_days());
        let hours = days * 24 + i64::from(span.get_hours());
        Some(Self { months, seconds: hours * 3_600 + span.get_minutes() * 60 + span.get_seconds() })
    }

    /// Reads the form that CEL has, as `240h`, `1h30m` or `-5s`: hours, minutes, seconds.
    pub fn parse_cel(text: &str) -> Option<Self> {
        let (sign, mut rest) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let mut seconds: i64 = 0;
        let mut before = i64::MAX;
        while !rest.is_empty() {
            let at = rest.find(|c: char| !c.is_ascii_digit()).filter(|at| (1..=9).contains(at))?;
            let number: i64 = rest[..at].parse().ok()?;
            let unit = match rest.as_bytes()[at] {
                b'h' => 3_600,
                b'm' => 60,
                b's' => 1,
                _ => return None,
            };
            if unit >= before {
                return None;
            }
            (seconds, before, rest) = (seconds + number * unit, unit, &rest[at + 1..]);
        }
        (before != i64::MAX).then_some(Self { months: 0, seconds: sign * seconds })
    }

    /// Which of the two is longer; `None` where that depends on which months are meant.
    pub fn order(self, other: Self) -> Option<Ordering> {
        let less = |one: i64, two: i64| i128::from(one) - i128::from(two);
        let (months, seconds) =
            (less(self.months, other.months), less(self.seconds, other.seconds));
        let (years, rest) = (months / 12, months % 12);
        let shortest = (years * 365 + rest * 28) * i128::from(DAY);
        let longest = (years * 366 + rest * 31) * i128::from(DAY);
        let (least, most) = (shortest.min(longest) + seconds, shortest.max(longest) + seconds);
        match (least.cmp(&0), most.cmp(&0)) {
            (one, other) if one == other => Some(one),
            _ => None,
        }
    }

    /// Both together.
    pub fn plus(self, other: Self) -> Option<Self> {
        let months = self.months.checked_add(other.months)?;
        Some(Self { months, seconds: self.seconds.checked_add(other.seconds)? })
    }

    /// As long, backwards.
    pub const fn negate(self) -> Self {
        Self { months: -self.months, seconds: -self.seconds }
    }
}
