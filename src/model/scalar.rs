//! Strings of a certain form: identifiers, versions, dates, durations, numbers, paths.

use crate::model::shape::{Scalar, ScalarKind, Shape};
use crate::text::Piece;
use crate::text::notation::{Format, Occurs};
use crate::words::{Words, words};

/// Declares a form of string that is kept as it was written.
macro_rules! written {
    ($( $(#[doc = $doc:literal])+ $name:ident, $en:literal, $fr:literal, $example:literal,
        $pattern:expr, $test:expr; )*) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(pub Piece);

        impl std::ops::Deref for $name {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Scalar for $name {
            fn kind() -> Shape {
                static KIND: ScalarKind = ScalarKind {
                    name: stringify!($name),
                    what: words($en, $fr),
                    example: $example,
                    pattern: $pattern,
                    fits: $test,
                };
                Shape::Scalar(&KIND)
            }
            fn parse(text: &str) -> Option<Self> {
                let test: fn(&str) -> bool = $test;
                test(text).then(|| Self(text.into()))
            }
            fn take(text: &Piece) -> Option<Self> {
                let test: fn(&str) -> bool = $test;
                test(text).then(|| Self(text.clone()))
            }
        }
    )*};
}

written! {
    /// An identifier: of a Party, an entity, a message, a rule.
    Name, "an identifier (letters, digits, `-`, `_`, `.`)",
    "un identifiant (lettres, chiffres, « - », « _ », « . »)", "issuing-authority",
    Some("^[A-Za-z0-9][A-Za-z0-9_.-]*$"), is_name;

    /// One line of text that needs no translation: a title, a number, a code.
    Line, "one line of text", "une ligne de texte", "Article 3.21",
    Some("\\S"), |text| !text.trim().is_empty() && !text.contains('\n');

    /// A dataset, code list or block with its version, as `wco-dm@3.6`.
    Versioned, "a name with its version", "un nom suivi de sa version", "wco-dm@3.6",
    Some("^[A-Za-z0-9][A-Za-z0-9_.-]*@[A-Za-z0-9][A-Za-z0-9_.-]*$"), is_versioned;

    /// The place of a data element: XML tags from the root class down, joined by `/`.
    ElementPath, "the path of a data element", "le chemin d’un élément de données",
    "Certificate/Exporter/Name",
    Some("^[A-Za-z][A-Za-z0-9]*(/[A-Za-z][A-Za-z0-9]*)*$"), is_path;

    /// A version number of three parts (Semantic Versioning 2.0.0).
    Version, "a version number of three parts", "un numéro de version en trois parties", "0.3.0",
    Some("^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?$"), is_version;

    /// A condition or an assertion in the expression language (a subset of CEL).
    Expression, "an expression", "une expression",
    "certificate.expiry >= certificate.issue", None, |text| !text.trim().is_empty();

    /// The identifier of a rule: letters of whoever wrote it, and a number, as `ADJ-01`.
    RuleId, "the identifier of a rule (two to eight capital letters or digits, `-`, a number)",
    "l’identifiant d’une règle (deux à huit majuscules ou chiffres, « - », un numéro)", "ADJ-01",
    Some("^[A-Z][A-Z0-9]{1,7}-[0-9]{2,4}$"), is_rule_id;

    /// The name of a fault in kebab case, as `trigger-without-time-limit`.
    FaultName, "the name of a fault (small letters and digits, words joined by `-`)",
    "le nom d’un défaut (minuscules et chiffres, mots joints par « - »)", "trigger-without-limit",
    Some("^[a-z][a-z0-9]*(-[a-z0-9]+)+$"), is_fault_name;

    /// Places of a block: keys from the root, `[*]` for each item of a list, `[NAME]` for one.
    Places, "places of a block (keys joined by `.`, `[*]` for each item of a list)",
    "des endroits d’un bloc (clés jointes par « . », « [*] » pour chaque élément d’une liste)",
    "process_alignment.triggers[*]", Some("^[a-z_]"),
    |text| text.starts_with(|it: char| it.is_ascii_lowercase() || it == '_');
}

fn is_rule_id(text: &str) -> bool {
    let Some((prefix, number)) = text.split_once('-') else { return false };
    let capital = |byte: u8| byte.is_ascii_uppercase();
    (2..=8).contains(&prefix.len())
        && (2..=4).contains(&number.len())
        && prefix.bytes().next().is_some_and(capital)
        && prefix.bytes().all(|byte| capital(byte) || byte.is_ascii_digit())
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_fault_name(text: &str) -> bool {
    let word = |it: &str| {
        !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    text.starts_with(|it: char| it.is_ascii_lowercase())
        && text.contains('-')
        && text.split('-').all(word)
}

fn is_name(text: &str) -> bool {
    let rest = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    text.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric()) && text.bytes().all(rest)
}

fn is_versioned(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, version)| is_name(name) && is_name(version))
}

fn is_path(text: &str) -> bool {
    text.split('/').all(|tag| {
        tag.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic())
            && tag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

fn is_version(text: &str) -> bool {
    let (core, pre) = text.split_once('-').map_or((text, None), |(core, pre)| (core, Some(pre)));
    let number = |part: &str| {
        !part.is_empty()
            && part.len() < 10
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && (part == "0" || !part.starts_with('0'))
    };
    let pre_ok = pre.is_none_or(|pre| {
        !pre.is_empty()
            && pre.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
    });
    core.split('.').count() == 3 && core.split('.').all(number) && pre_ok
}

impl Versioned {
    /// The name before the `@`.
    pub fn name(&self) -> &str {
        self.0.split_once('@').map_or(&self.0, |(name, _)| name)
    }

    /// The version behind the `@`.
    pub fn version(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, version)| version)
    }
}

impl ElementPath {
    /// The path of the class that this element belongs to; `None` for a root.
    pub fn parent(&self) -> Option<&str> {
        self.0.rsplit_once('/').map(|(parent, _)| parent)
    }

    /// The last tag.
    pub fn tag(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, tag)| tag)
    }

    /// The first tag: the root class.
    pub fn root(&self) -> &str {
        self.0.split_once('/').map_or(&self.0, |(root, _)| root)
    }
}

/// A day of the Gregorian calendar, written `YYYY-MM-DD` (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub jiff::civil::Date);

impl Scalar for Date {
    fn kind() -> Shape {
        const WHAT: Words = words("a date (year-month-day)", "une date (année-mois-jour)");
        static KIND: ScalarKind = ScalarKind {
            name: "Date",
            what: WHAT,
            example: "2027-02-01",
            pattern: Some("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
            fits: |text| Date::parse(text).is_some(),
        };
        Shape::Scalar(&KIND)
    }
    fn parse(text: &str) -> Option<Self> {
        let shaped = text.len() == 10 && text.bytes().filter(|byte| *byte == b'-').count() == 2;
        shaped.then(|| text.parse().ok().map(Self)).flatten()
    }
}

/// A length of time, written as in ISO 8601 (`PT30S`, `P5D`, `P1Y`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duration {
    /// As written.
    pub text: Piece,
    /// Years and months as months: their length in days is not fixed.
    pub months: u32,
    /// Everything shorter, in seconds; a week has 7 days, a day 24 hours.
    pub seconds: u64,
}

impl Duration {
    /// The length in seconds, with 30 days to the month: enough to compare orders of magnitude.
    pub fn about_seconds(&self) -> u64 {
        u64::from(self.months) * 30 * 86_400 + self.seconds
    }
}

impl Duration {
    /// So many seconds, written in the largest units that leave no rest.
    pub fn of_seconds(seconds: u64) -> Self {
        let (days, rest) = (seconds / 86_400, seconds % 86_400);
        let mut text = "P".to_owned();
        if days > 0 {
            text += &format!("{days}D");
        }
        if rest > 0 || days == 0 {
            text.push('T');
            let units = [(rest / 3_600, 'H'), (rest / 60 % 60, 'M'), (rest % 60, 'S')];
            let said = |(number, unit): &(u64, char)| *number > 0 || (rest == 0 && *unit == 'S');
            for (number, unit) in units.iter().filter(|it| said(it)) {
                text += &format!("{number}{unit}");
            }
        }
        Self { text: text.as_str().into(), months: 0, seconds }
    }
}

impl Scalar for Duration {
    fn kind() -> Shape {
        const WHAT: Words = words(
            "a length of time (ISO 8601: `PT30S` 30 seconds, `PT5M` 5 minutes, `P10D` 10 days, `P5Y` 5 years)",
            "une durée (ISO 8601 : « PT30S » 30 secondes, « PT5M » 5 minutes, « P10D » 10 jours, « P5Y » 5 ans)",
        );
        static KIND: ScalarKind = ScalarKind {
            name: "Duration",
            what: WHAT,
            example: "PT5M",
            pattern: Some(
                "^P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+S)?)?$",
            ),
            fits: |text| Duration::parse(text).is_some(),
        };
        Shape::Scalar(&KIND)
    }

    fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix('P')?;
        let (days, time) = match rest.split_once('T') {
            Some((days, time)) if !time.is_empty() => (days, time),
            Some(_) => return None,
            None => (rest, ""),
        };
        let mut duration = Self { text: text.into(), months: 0, seconds: 0 };
        let mut parts = 0;
        parts += units(
            days,
            &[('Y', 12), ('M', 1)],
            &[('W', 7 * 86_400), ('D', 86_400)],
            &mut duration,
        )?;
        parts += units(time, &[], &[('H', 3_600), ('M', 60), ('S', 1)], &mut duration)?;
        (parts > 0).then_some(duration)
    }
}

/// Reads number–unit pairs in their fixed order; gives how many there were.
fn units(
    mut text: &str,
    months: &[(char, u32)],
    seconds: &[(char, u64)],
    duration: &mut Duration,
) -> Option<usize> {
    let mut read = 0;
    let order: Vec<char> =
        months.iter().map(|it| it.0).chain(seconds.iter().map(|it| it.0)).collect();
    let mut next = 0;
    while !text.is_empty() {
        let at = text.find(|c: char| !c.is_ascii_digit()).filter(|at| (1..8).contains(at))?;
        let number: u32 = text[..at].parse().ok()?;
        let unit = text[at..].chars().next()?;
        let place = order.iter().skip(next).position(|it| *it == unit)? + next;
        if let Some((_, factor)) = months.get(place) {
            duration.months = duration.months.checked_add(number.checked_mul(*factor)?)?;
        } else {
            let (_, factor) = seconds.get(place - months.len())?;
            duration.seconds += u64::from(number) * factor;
        }
        next = place + 1;
        read += 1;
        text = &text[at + unit.len_utf8()..];
    }
    Some(read)
}

/// A whole number from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count(pub u32);

impl Scalar for Count {
    fn kind() -> Shape {
        const WHAT: Words = words("a whole number", "un nombre entier");
        static KIND: ScalarKind = ScalarKind {
            name: "Count",
            what: WHAT,
            example: "3",
            pattern: Some("^[0-9]{1,9}$"),
            fits: |text| Count::parse(text).is_some(),
        };
        Shape::Scalar(&KIND)
    }
    fn parse(text: &str) -> Option<Self> {
        let digits = text.len() < 10 && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse().ok().map(Self)).flatten()
    }
}

/// A share of a hundred, as written: decimals are part of it (`99.50` is not `99.5`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Percent(pub Piece);

impl Scalar for Percent {
    fn kind() -> Shape {
        const WHAT: Words =
            words("a percentage from 0 to 100", "un pourcentage compris entre 0 et 100");
        static KIND: ScalarKind = ScalarKind {
            name: "Percent",
            what: WHAT,
            example: "99.5",
            pattern: Some("^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)$"),
            fits: |text| Percent::parse(text).is_some(),
        };
        Shape::Scalar(&KIND)
    }
    fn parse(text: &str) -> Option<Self> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |part: &str| {
            !part.is_empty() && part.len() < 9 && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        let zero = |part: &str| part.bytes().all(|byte| byte == b'0');
        let fits = digits(whole)
            && digits(decimals)
            && (whole.len() <= 2 || (whole == "100" && zero(decimals)));
        fits.then(|| Self(text.into()))
    }
}

/// Yes or no, written `true` or `false`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flag(pub bool);

impl Scalar for Flag {
    fn kind() -> Shape {
        const WHAT: Words = words("`true` or `false`", "« true » ou « false »");
        static KIND: ScalarKind = ScalarKind {
            name: "Flag",
            what: WHAT,
            example: "true",
            pattern: None,
            fits: |text| Flag::parse(text).is_some(),
        };
        Shape::Scalar(&KIND)
    }
    fn parse(text: &str) -> Option<Self> {
        match text {
            "true" => Some(Self(true)),
            "false" => Some(Self(false)),
            _ => None,
        }
    }
}

impl Scalar for Format {
    fn kind() -> Shape {
        const WHAT: Words = words(
            "a format in WCO notation (`an..35`, `a2`, `n..16,3`)",
            "un format en notation OMD (« an..35 », « a2 », « n..16,3 »)",
        );
        static KIND: ScalarKind = ScalarKind {
            name: "Format",
            what: WHAT,
            example: "an..35",
            pattern: Some("^(a|n|an)(\\.\\.)?[0-9]+(,[0-9]+)?$|^(a|n|an)$"),
            fits: |text| Format::parse(text).is_some(),
        };
        Shape::Scalar(&KIND)
    }
    fn parse(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl Scalar for Occurs {
    fn kind() -> Shape {
        const WHAT: Words = words(
            "how often it occurs (`0..1`, `1..1`, `1..99`, `0..*`)",
            "un nombre d’occurrences (« 0..1 », « 1..1 », « 1..99 », « 0..* »)",
        );
        static KIND: ScalarKind = ScalarKind {
            name: "Occurs",
            what: WHAT,
            example: "0..1",
            pattern: Some("^(0|[1-9][0-9]*)(\\.\\.((0|[1-9][0-9]*)|\\*))?$"),
            fits: |text| Occurs::parse(text).is_some(),
        };
        Shape::Scalar(&KIND)
    }
    fn parse(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}
