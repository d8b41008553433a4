//! Exact decimal numbers: what a message says is what is reckoned with.
//!
//! Up to 38 digits. What would need more is refused, never rounded: the crates at hand either round
//! in silence behind their 28th digit or keep each number on the heap.

use std::cmp::Ordering;
use std::fmt;

/// An exact decimal number.
#[derive(Clone, Copy, Debug, Default)]
pub struct Decimal {
    /// The digits, as a whole number.
    digits: i128,
    /// How many of them stand behind the point.
    scale: u32,
}

/// The greatest number of digits behind the point.
const MAX_SCALE: u32 = 37;

fn power(exponent: u32) -> Option<i128> {
    10_i128.checked_pow(exponent)
}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { digits: 0, scale: 0 };
    /// One.
    pub const ONE: Self = Self { digits: 1, scale: 0 };

    /// `digits` with the point before the last `scale` of them.
    pub const fn new(digits: i128, scale: u32) -> Self {
        Self { digits, scale }
    }

    /// Reads `12`, `-12` or `0.50`: digits, at most one point with digits on both sides, no
    /// exponent, at most 37 digits.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = match rest.split_once('.') {
            Some((_, "")) => return None,
            Some((whole, fraction)) => (whole, fraction),
            None => (rest, ""),
        };
        let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let scale = u32::try_from(fraction.len()).ok()?;
        if whole.is_empty() || !plain(whole) || !plain(fraction) || scale > MAX_SCALE {
            return None;
        }
        let mut digits: i128 = 0;
        for byte in whole.bytes().chain(fraction.bytes()) {
            digits = digits.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
        }
        (digits < 10_i128.pow(MAX_SCALE)).then(|| {
            let digits = if negative { -digits } else { digits };
            Self { digits, scale }
        })
    }

    /// The digits, as a whole number.
    pub const fn digits(&self) -> i128 {
        self.digits
    }

    /// How many digits stand behind the point.
    pub const fn scale(&self) -> u32 {
        self.scale
    }

    /// Whether it is zero.
    pub const fn is_zero(&self) -> bool {
        self.digits == 0
    }

    /// The same number without zeros at its end.
    pub fn shortest(mut self) -> Self {
        while self.scale > 0 && self.digits % 10 == 0 {
            self.digits /= 10;
            self.scale -= 1;
        }
        self
    }

    /// The number as a whole one, if it is one that fits.
    pub fn whole(self) -> Option<i64> {
        let it = self.shortest();
        if it.scale == 0 { i64::try_from(it.digits).ok() } else { None }
    }

    fn scaled(self, scale: u32) -> Option<i128> {
        self.digits.checked_mul(power(scale.checked_sub(self.scale)?)?)
    }

    fn aligned(self, other: Self) -> Option<(i128, i128, u32)> {
        if self.scale == other.scale {
            return Some((self.digits, other.digits, self.scale));
        }
        let (one, two) = (self.shortest(), other.shortest());
        let scale = one.scale.max(two.scale);
        Some((one.scaled(scale)?, two.scaled(scale)?, scale))
    }

    /// The sum, if it has few enough digits.
    pub fn plus(self, other: Self) -> Option<Self> {
        let (one, two, scale) = self.aligned(other)?;
        Some(Self { digits: one.checked_add(two)?, scale })
    }

    /// The difference, if it has few enough digits.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negate()?)
    }

    /// The product, if it has few enough digits.
    pub fn times(self, other: Self) -> Option<Self> {
        let (one, two) = (self.shortest(), other.shortest());
        let scale = one.scale + two.scale;
        let digits = one.digits.checked_mul(two.digits)?;
        let it = Self { digits, scale };
        let it = if scale > MAX_SCALE { it.shortest() } else { it };
        (it.scale <= MAX_SCALE).then_some(it)
    }

    /// The quotient to `places` decimals, half away from zero; `None` for a division by zero and
    /// where it would need too many digits.
    pub fn divide(self, other: Self, places: u32) -> Option<Self> {
        let (one, two) = (self.shortest(), other.shortest());
        let up = i64::from(places) + i64::from(two.scale) - i64::from(one.scale);
        let factor = power(u32::try_from(up.unsigned_abs()).ok()?)?;
        let (top, bottom) = match up >= 0 {
            true => (one.digits.checked_mul(factor)?, two.digits),
            false => (one.digits, two.digits.checked_mul(factor)?),
        };
        Some(Self { digits: half_away(top, bottom)?, scale: places })
    }

    /// The remainder of a division of whole numbers, with the sign of the first; `None` where one
    /// of the two is not whole, or the second is zero.
    pub fn remainder(self, other: Self) -> Option<Self> {
        let (one, two) = (self.shortest(), other.shortest());
        let whole = one.scale == 0 && two.scale == 0;
        whole.then(|| one.digits.checked_rem(two.digits)).flatten().map(|it| Self::new(it, 0))
    }

    /// The number to `places` decimals, half away from zero.
    pub fn round(self, places: u32) -> Option<Self> {
        if self.scale <= places {
            return Some(self);
        }
        let digits = half_away(self.digits, power(self.scale - places)?)?;
        Some(Self { digits, scale: places })
    }

    /// The same with the other sign.
    pub fn negate(self) -> Option<Self> {
        Some(Self { digits: self.digits.checked_neg()?, ..self })
    }

    /// The same without its sign.
    pub fn abs(self) -> Option<Self> {
        Some(Self { digits: self.digits.checked_abs()?, ..self })
    }
}

/// The quotient rounded to a whole number, half away from zero.
fn half_away(top: i128, bottom: i128) -> Option<i128> {
    let (quotient, rest) = (top.checked_div(bottom)?, top.checked_rem(bottom)?);
    let up = rest.unsigned_abs() >= bottom.unsigned_abs() - rest.unsigned_abs();
    let away = if (top < 0) == (bottom < 0) { 1 } else { -1 };
    if rest != 0 && up { quotient.checked_add(away) } else { Some(quotient) }
}

impl From<i64> for Decimal {
    fn from(number: i64) -> Self {
        Self::new(number.into(), 0)
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.scale == other.scale {
            return self.digits.cmp(&other.digits);
        }
        // The whole parts first: aligning the points could need more digits than there are.
        let split = |it: &Self| {
            let point = power(it.scale).unwrap_or(i128::MAX);
            (it.digits / point, it.digits % point, it.scale)
        };
        let ((whole, rest, scale), (other_whole, other_rest, other_scale)) =
            (split(self), split(other));
        let most = scale.max(other_scale);
        let align = |rest: i128, scale: u32| rest * power(most - scale).unwrap_or(1);
        whole
            .cmp(&other_whole)
            .then_with(|| align(rest, scale).cmp(&align(other_rest, other_scale)))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let digits = self.digits.unsigned_abs().to_string();
        let scale = self.scale as usize;
        if scale == 0 {
            return write!(f, "{sign}{digits}");
        }
        let padded = format!("{digits:0>width$}", width = scale + 1);
        let (whole, fraction) = padded.split_at(padded.len() - scale);
        write!(f, "{sign}{whole}.{fraction}")
    }
}
