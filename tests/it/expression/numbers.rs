//! Exact numbers, days, lengths of time and units.

use gnc::catalogue::Catalogue;
use gnc::catalogue::Kind;
use gnc::expression::{Decimal, HaltKind, Length, Moment, Verdict, dimension, factor};
use proptest::prelude::*;
use serde_json::json;

use super::world::verdict;

fn number(text: &str) -> Decimal {
    Decimal::parse(text).unwrap_or_else(|| panic!("{text}"))
}

#[test]
fn decimals_are_exact() {
    let facts = json!({"a": "0.1", "b": "0.2"});
    assert_eq!(verdict("a + b == 0.3", &facts), Verdict::Holds);
    assert_eq!(verdict("a * b == 0.02", &facts), Verdict::Holds);
    let facts = json!({"a": "12345678901234567890.123", "b": "12345678901234567890.1230"});
    assert_eq!(verdict("a == b && a - b == 0 && !(a < b)", &facts), Verdict::Holds);
    assert_eq!(number("-0.050").to_string(), "-0.050");
    assert_eq!(number("-0.050"), number("-0.05"));
    for wrong in ["", "-", ".5", "5.", "1e3", "1,5", " 1", "1.-5", &"9".repeat(38)] {
        assert!(Decimal::parse(wrong).is_none(), "{wrong}");
    }
}

#[test]
fn what_would_not_be_exact_is_refused() {
    let facts = json!({"a": "9".repeat(30), "b": "9".repeat(30)});
    let Verdict::Undecided(halt) = verdict("a * b > 0", &facts) else { panic!() };
    assert_eq!(halt.kind, HaltKind::TooLarge);
    let Verdict::Undecided(halt) = verdict("round(a / 0, 2) > 0", &facts) else { panic!() };
    assert_eq!(halt.kind, HaltKind::Division);
}

#[test]
fn halves_are_rounded_away_from_zero() {
    for (text, places, rounded) in [
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("2.4999", 0, "2"),
        ("1.005", 2, "1.01"),
        ("1.004", 2, "1.00"),
        ("7", 2, "7"),
    ] {
        assert_eq!(number(text).round(places).unwrap(), number(rounded), "{text}");
    }
    let quotient = |a: &str, b: &str, places| number(a).divide(number(b), places).unwrap();
    assert_eq!(quotient("1", "3", 4), number("0.3333"));
    assert_eq!(quotient("2", "3", 4), number("0.6667"));
    assert_eq!(quotient("-1", "8", 2), number("-0.13"));
    assert_eq!(quotient("1", "0.001", 0), number("1000"));
    let facts = json!({"a": 355, "b": 113});
    assert_eq!(verdict("round(a / b, 6) == 3.141593", &facts), Verdict::Holds);
    assert_eq!(verdict("round(a * 100 / b, 1) == 314.2", &facts), Verdict::Holds);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Judged by whole numbers: the same decimals without their points.
    #[test]
    fn reckoning_agrees_with_whole_numbers(
        a in -1_000_000_000_i64..1_000_000_000, b in -1_000_000_000_i64..1_000_000_000,
        one in 0_u32..9, two in 0_u32..9,
    ) {
        let (x, y) = (Decimal::new(a.into(), one), Decimal::new(b.into(), two));
        let scale = |digits: i64, by: u32| i128::from(digits) * 10_i128.pow(by);
        let (wide, other) = (scale(a, 8 - one.min(8)), scale(b, 8 - two.min(8)));
        prop_assert_eq!(x.plus(y).unwrap(), Decimal::new(wide + other, 8));
        prop_assert_eq!(x.minus(y).unwrap(), Decimal::new(wide - other, 8));
        prop_assert_eq!(x.times(y).unwrap(), Decimal::new(i128::from(a) * i128::from(b), one + two));
        prop_assert_eq!(x.cmp(&y), wide.cmp(&other));
        prop_assert_eq!(Decimal::parse(&x.to_string()).unwrap(), x);
    }
}

#[test]
fn a_day_and_a_moment_are_compared_by_their_dates() {
    let facts = json!({"day": "20270301", "moment": "20270301153000Z"});
    assert_eq!(verdict("moment <= day && day <= moment", &facts), Verdict::Holds);
    let facts = json!({"day": "2027-03-01", "moment": "2027-03-02T00:30:00+02:00"});
    assert_eq!(verdict("moment > day", &facts), Verdict::Holds);
    assert_eq!(verdict("moment < timestamp('2027-03-01T23:00:00Z')", &facts), Verdict::Holds);
    assert_eq!(verdict("moment - day == duration('24h')", &facts), Verdict::Holds);
    assert_eq!(verdict("day + duration('24h') == date('2027-03-02')", &facts), Verdict::Holds);
}

#[test]
fn only_days_and_moments_are_read_as_such() {
    for text in ["2027-03-01", "20270301", "2027-03-01T10:00:00Z", "20270301100000+01"] {
        assert!(Moment::parse(text).is_some(), "{text}");
    }
    for text in [
        "",
        "2027",
        "2027-3-1",
        "2027-02-30",
        "20270230",
        "20271301100000Z",
        "2027-03-01T10:00:00",
        "20270301100000",
        "2027-03-01T10:00:00+1",
        "2027-03-01 10:00:00Z",
        "2027/03/01",
        "20270301246060Z",
        "é027-03-01",
        "2027-03-01T10:00:00é",
    ] {
        assert!(Moment::parse(text).is_none(), "{text}");
    }
}

#[test]
fn lengths_of_time_are_compared_where_months_allow_it() {
    let facts = json!({"limit": "P10D"});
    assert_eq!(verdict("limit == duration('240h')", &facts), Verdict::Holds);
    let facts = json!({"limit": "P4M", "day": "2027-01-31", "moment": "2027-03-01T00:00:00Z"});
    assert_eq!(verdict("moment - day <= limit", &facts), Verdict::Holds);
    assert_eq!(verdict("day + limit == date('2027-05-31')", &facts), Verdict::Holds);
    let facts = json!({"limit": "P1M"});
    let Verdict::Undecided(halt) = verdict("limit <= duration('720h')", &facts) else { panic!() };
    assert_eq!(halt.kind, HaltKind::Months);
    for wrong in ["P", "PT", "10D", "P1.5D", "", "P999999999999Y"] {
        assert!(Length::parse_iso(wrong).is_none(), "{wrong}");
    }
    for wrong in ["", "-", "5", "h", "1m1h", "1h1h", "10d", "1.5h", "9999999999h"] {
        assert!(Length::parse_cel(wrong).is_none(), "{wrong}");
    }
}

#[test]
fn quantities_are_converted_by_fixed_factors_only() {
    let mass = |number: &str, unit: &str| json!({"mass": {"value": number, "unitCode": unit}});
    for (facts, text, wanted) in [
        (mass("1500", "KGM"), "mass == quantity(1.5, 'TNE')", Verdict::Holds),
        (mass("1500", "KGM"), "mass > quantity(1.4999, 'TNE')", Verdict::Holds),
        (mass("1500", "KGM"), "mass + mass == quantity(3, 'TNE')", Verdict::Holds),
        (mass("1", "LBR"), "mass * 100000000 == quantity(45359237, 'KGM')", Verdict::Holds),
        (mass("0", "KGM"), "mass >= 0 && mass == sum([mass])", Verdict::Holds),
        (mass("3", "KGM"), "mass.unitCode == 'KGM'", Verdict::Holds),
        (mass("3", "KGM"), "round(mass / quantity(2, 'KGM'), 1) == 1.5", Verdict::Holds),
    ] {
        assert_eq!(verdict(text, &facts), wanted, "{text} {facts}");
    }
    let facts = mass("3", "LTR");
    let Verdict::Undecided(halt) = verdict("mass <= quantity(3, 'KGM')", &facts) else { panic!() };
    assert_eq!(halt.kind, HaltKind::Units);
}

#[test]
fn every_unit_with_a_factor_is_one_of_recommendation_20() {
    let catalogue = Catalogue::default();
    let list = catalogue.entry(Kind::CodeList, "unece.rec-20").unwrap().as_codelist().unwrap();
    let known = list.entries().iter().filter(|it| dimension(&it.code).is_some()).count();
    assert_eq!(known, 40, "a unit is not in the list");
    assert_eq!(factor("KGM"), Some(Decimal::ONE));
}
