//! What the language reads, what it refuses and with which words, and what absence means.

use gnc::diag::Code;
use gnc::expression::{Expr, HaltKind, Kind, MAX_DEPTH, Topic, Verdict, parse, references};
use gnc::text::{FileId, Span};
use gnc::words::{Lang, words};
use proptest::prelude::*;
use serde_json::json;

use super::world::{checked, verdict};

static CODE: Code = Code::format(
    "T-01",
    "test",
    words("{fault}", "{fault}"),
    words("", ""),
    words("{hint}", "{hint}"),
);

/// What is wrong with an expression: what is pointed at, message and help.
fn faults(text: &str, lang: Lang) -> Vec<(String, String, String)> {
    let Err(faults) = checked(text) else { return Vec::new() };
    let said = faults.iter().map(|fault| {
        let finding = fault.finding(&CODE, Span::new(FileId(0), 0, 0));
        let at = text[fault.start..fault.end].to_owned();
        (at, finding.message(lang), finding.help(lang))
    });
    said.collect()
}

fn topics(text: &str) -> Vec<Topic> {
    checked(text).err().into_iter().flatten().map(|fault| fault.topic).collect()
}

#[test]
fn what_is_wrong_is_pointed_at_and_a_way_out_is_named() {
    let cases = [
        ("a = 1", "=", "Write `==`."),
        ("a => 1", "=>", "Write `>=`."),
        ("a ≤ 1", "≤", "Write `<=`."),
        ("p and q", "and", "Write `&&`."),
        ("p ou q", "ou", "Write `||`."),
        ("s == ’x’", "’", "Write `'`."),
        ("s == null", "null", "has(…)"),
        ("s == 'x", "'x", "Close it"),
        ("(a == 1", "(", "Add `)`."),
        ("a == 1 &&", "", "Say what comes after"),
        ("a == 1.5.2", "2", "Join conditions"),
        ("a == 1e5", "1e5", "0.5"),
        ("a == {}", "{", "square brackets"),
        ("has(a)", "has(a)", "has(Certificate.IssueDateTime)"),
        ("items.exists(n > 1)", "exists(n >", "list.exists(x"),
        ("p ? q", "", "condition ? value"),
        ("é == 1", "é", "without accents"),
        ("coed == 'BTB'", "coed", "`code`"),
        ("items.exists(i, i.m > 1)", "m", "n, c, mass, numbers"),
        ("items.n == 1", "n", ".exists(x, x.n == …)"),
        ("part.exists(x, x.n == 1)", "part", "directly"),
        ("s.n == 'x'", "n", "Remove `.n`"),
        ("s.startWith('x')", "startWith", "`startsWith`"),
        ("startsWith(s, 'x')", "startsWith", "x.startsWith('…')"),
        ("a == '1'", "a == '1'", "without quotes"),
        ("s == 1", "s == 1", "in quotes"),
        ("day <= '2027-01-01'", "day <= '2027-01-01'", "date('2027-02-01')"),
        ("code < 'BTB'", "code < 'BTB'", "`in`"),
        ("a / b == 1", "a / b", "round(a / b, 2)"),
        ("a", "a", "`==`"),
        ("!a", "a", "`==`"),
        ("s.matches('(')", "'('", "six digits"),
        ("s.matches(t)", "t", "x.matches('…')"),
        ("day < date('2027-13-01')", "'2027-13-01'", "year, month and day"),
        ("limit < duration('P10D')", "'P10D'", "duration('240h')"),
        ("mass <= 100", "mass <= 100", "quantity(100, 'KGM')"),
        ("mass <= quantity(1, 'KILO')", "'KILO'", "KGM"),
        ("mass <= quantity(1, 'LTR')", "mass <= quantity(1, 'LTR')", "of one kind"),
        ("price <= amount(1, 'EURO')", "'EURO'", "three letters"),
        ("price == mass", "price == mass", "one currency"),
        ("sum([mass, volume]) > 0", "volume", "one kind"),
        ("code == 'RETR'", "'RETR'", "`RETRO`"),
        ("code in ['BTB', 'XXXXX']", "'XXXXX'", "RETRO, DUPL, BTB"),
        ("code == other", "code == other", "one list"),
    ];
    for (text, at, hint) in cases {
        let found = faults(text, Lang::En);
        let first = found.first().unwrap_or_else(|| panic!("{text}: nothing is wrong"));
        assert_eq!(first.0, at, "{text}: {found:?}");
        assert!(first.2.contains(hint), "{text}: {found:?}");
        for (_, message, help) in found.into_iter().chain(faults(text, Lang::Fr)) {
            assert!(!message.contains("{fault}") && !help.contains("{hint}"), "{message} {help}");
            for said in [message, help] {
                let mut open = said.split('{').skip(1);
                let filled = |rest: &str| {
                    let name = rest.split('}').next().unwrap_or("");
                    name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_lowercase())
                };
                assert!(open.all(filled), "a placeholder is not filled: {said}");
            }
        }
    }
}

#[test]
fn each_fault_has_its_topic() {
    assert_eq!(topics("a == "), [Topic::Form]);
    assert_eq!(topics("x == 1 && y == 2"), [Topic::Name, Topic::Name]);
    assert_eq!(topics("a == 'x'"), [Topic::Type]);
    assert_eq!(topics("mass > 1"), [Topic::Unit]);
    assert_eq!(topics("code == 'X'"), [Topic::Code]);
    let minor =
        |text: &str| checked(text).unwrap_err().iter().map(|it| it.minor).collect::<Vec<_>>();
    assert_eq!(minor("code == 'DIRECT'"), [true]);
    assert_eq!(minor("code == 'DIRECTLY'"), [false]);
    // Nobody lists the codes of this list, and a name that leads nowhere is one fault.
    assert!(topics("open == 'X'").is_empty());
    assert_eq!(topics("part.x.y.z == 1"), [Topic::Name]);
}

#[test]
fn what_is_absent_decides_nothing_but_what_is_there_may() {
    let facts = json!({"a": 1, "p": true, "items": [{"n": 1, "c": "x"}, {"c": "y"}], "part": {}});
    let absent = |text: &str| match verdict(text, &facts) {
        Verdict::Undecided(halt) if halt.kind == HaltKind::Absent => {
            text[halt.start..halt.end].to_owned()
        }
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(absent("gone == 1"), "gone");
    assert_eq!(absent("!(gone == 1)"), "gone");
    assert_eq!(absent("a == 1 && gone == 1"), "gone");
    assert_eq!(absent("items.all(i, i.n >= 1)"), "i.n");
    assert_eq!(absent("items.exists_one(i, i.n >= 1)"), "i.n");
    assert_eq!(absent("sum(items.map(i, i.n)) == 1"), "i.n");
    assert_eq!(absent("numbers[0] == 1"), "numbers[0]");
    for holds in [
        "a == 1 || gone == 1",
        "gone == 1 || a == 1",
        "items.exists(i, i.n == 1)",
        "!items.all(i, i.n == 2)",
        "!has(part.n)",
        "!has(part.inner.n)",
        "!has(part.inner.numbers)",
        "size(numbers) == 0",
        "numbers.all(n, n > 5)",
        "part.inner.numbers.all(n, n > 5)",
        "p ? a == 1 : gone == 1",
        "items.all(i, !has(i.n) || i.n == 1)",
    ] {
        assert_eq!(verdict(holds, &facts), Verdict::Holds, "{holds}");
    }
    assert_eq!(verdict("gone == 1 && a == 2", &facts), Verdict::Fails);
}

#[test]
fn what_is_no_value_of_its_kind_is_not_decided() {
    let facts = json!({"a": "12 kg", "day": "soon", "p": "maybe", "items": {"n": 1}});
    for text in ["a == 12", "day > date('2027-01-01')", "p"] {
        let Verdict::Undecided(halt) = verdict(text, &facts) else { panic!("{text}") };
        assert_eq!(halt.kind, HaltKind::Malformed);
    }
    assert_eq!(verdict("items.all(i, i.n == 1)", &facts), Verdict::Holds);
}

#[test]
fn a_variable_stands_for_what_it_ranges_over() {
    let names = |text: &str| {
        let found = references(&parse(text).unwrap());
        found.into_iter().map(|it| it.path.join(".")).collect::<Vec<_>>()
    };
    assert_eq!(
        names("A.B.exists(x, x.C == 'D.E' && x.F.all(y, y.G > 1.5)) || x.H"),
        ["A.B", "A.B.C", "A.B.F", "A.B.F.G", "x.H"]
    );
    assert_eq!(names("A.filter(x, x.ok).all(y, y.B in ['C'])"), ["A", "A.ok", "A.B"]);
    assert_eq!(names("A[0].B.startsWith(\"C.D\")"), ["A", "A.B"]);
    assert_eq!(names("A.map(x, x.B).all(y, y.C)"), ["A", "A.B", "A.B.C"]);
    let tested = references(&parse("!has(A.B) || A.B > A.C").unwrap());
    assert_eq!(tested.iter().map(|it| it.tested).collect::<Vec<_>>(), [true, false, false]);
}

fn depth(expr: &Expr) -> usize {
    expr.parts().into_iter().map(depth).max().unwrap_or(0) + 1
}

#[test]
fn hostile_nesting_is_refused_and_long_rows_are_not() {
    let deep = 4_000;
    for text in [
        format!("{}a{}", "(".repeat(deep), ")".repeat(deep)),
        "!".repeat(deep) + "p",
        "-".repeat(deep) + "a == 1",
        "a".to_owned() + &" + a".repeat(deep),
        "a".to_owned() + &".b".repeat(deep),
        "a".to_owned() + &"[0]".repeat(deep),
        "p ? q : ".repeat(deep / 4) + "p",
        "[".repeat(deep),
        "items.all(i, ".repeat(deep / 8),
        "a < ".repeat(deep) + "a",
        "a".repeat(20_000),
    ] {
        let fault = parse(&text).unwrap_err();
        assert_eq!(fault.topic, Topic::Form);
        assert!(fault.end <= text.len());
    }
    let row = "a == 1 && ".repeat(500) + "a == 1";
    let read = parse(&row).unwrap();
    assert!(matches!(&read.kind, Kind::And(all) if all.len() == 501));
    assert!(depth(&read) <= MAX_DEPTH);
    assert_eq!(verdict(&row, &json!({"a": 1})), Verdict::Holds);
}

#[test]
fn steps_are_counted() {
    let numbers: Vec<u32> = (0..300).collect();
    let facts = json!({ "numbers": numbers });
    let text = "numbers.all(x, numbers.exists(y, y >= x && y <= x))";
    assert_eq!(verdict(text, &facts), Verdict::Holds);
    let read = checked(text).unwrap();
    let stopped = gnc::expression::decide(&read, &super::world::Json(&facts), 10_000);
    assert!(matches!(stopped, Verdict::Undecided(halt) if halt.kind == HaltKind::Steps));
    // Nothing passes over what took too long.
    let read = checked(&format!("{text} || true")).unwrap();
    let stopped = gnc::expression::decide(&read, &super::world::Json(&facts), 10_000);
    assert!(matches!(stopped, Verdict::Undecided(halt) if halt.kind == HaltKind::Steps));
}

#[test]
fn lists_are_looked_up_by_a_key() {
    let items: Vec<_> = (0..2_000).map(|n| json!({"n": n, "c": format!("x{n}")})).collect();
    let facts = json!({ "items": items });
    let world = super::world::Json(&facts);
    for text in [
        "items.all(i, items.exists_one(j, j.n == i.n))",
        "items.all(i, i.n < size(items) && items.exists_one(j, i.n == j.n && j.c == i.c))",
        "items.all(i, items.all(j, j.c != i.c || j.n == i.n))",
        "items.all(i, size(items.filter(j, j.c == i.c)) == 1)",
    ] {
        // Some steps for each item, not some for each pair of them.
        let read = checked(text).unwrap();
        assert_eq!(gnc::expression::decide(&read, &world, 60_000), Verdict::Holds, "{text}");
    }
}

proptest! {
    /// What is looked up by a key gives the answer that going through the list gives.
    #[test]
    fn a_key_changes_no_answer(
        items in prop::collection::vec((prop::option::of(0..4_i32), prop::option::of("[ab]")), 0..6),
        which in 0..4_usize,
        body in 0..4_usize,
    ) {
        let items: Vec<_> = items.iter().map(|(n, c)| json!({"n": n, "c": c})).collect();
        let facts = json!({ "items": items });
        let outer = ["all", "exists", "exists_one", "all"][which];
        let (keyed, plain) = [
            ("exists_one(j, j.n == i.n)", "exists_one(j, !(j.n != i.n))"),
            ("exists(j, j.n == i.n && j.c != i.c)", "exists(j, !(j.n != i.n) && j.c != i.c)"),
            ("all(j, j.n != i.n || j.c == i.c)", "all(j, !(j.n == i.n) || j.c == i.c)"),
            ("filter(j, j.c == i.c).all(j, j.n > 1)", "filter(j, !(j.c != i.c)).all(j, j.n > 1)"),
        ][body];
        let answer = |inner: &str| match verdict(&format!("items.{outer}(i, items.{inner})"), &facts) {
            Verdict::Undecided(halt) => Err(halt.kind),
            it => Ok(it == Verdict::Holds),
        };
        prop_assert_eq!(answer(keyed), answer(plain));
    }
}

/// Pieces of which broken expressions are made.
fn piece() -> impl Strategy<Value = String> {
    let signs = [
        "a",
        "items",
        "gone",
        ".",
        ",",
        "(",
        ")",
        "[",
        "]",
        "==",
        "!",
        "-",
        "+",
        "&&",
        "||",
        "?",
        ":",
        "in",
        "all",
        "exists",
        "has",
        "map(",
        "i",
        "1",
        "1.5",
        "'x'",
        "'",
        "\"",
        "\\",
        "é",
        " ",
        "round(",
        "sum(",
        "date('2027-01-01')",
        "matches(",
        "{",
        "null",
        "0x",
        "%",
        "/",
        "=",
    ];
    prop_oneof![
        8 => prop::sample::select(signs.to_vec()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_makes_it_stop(pieces in prop::collection::vec(piece(), 0..40)) {
        let text: String = pieces.concat();
        let facts = json!({"a": 1, "items": [{"n": 1}], "s": "x"});
        match checked(&text) {
            Ok(read) => {
                let _ = gnc::expression::decide(&read, &super::world::Json(&facts), 10_000);
            }
            Err(faults) => for fault in faults {
                prop_assert!(fault.start <= fault.end && fault.end <= text.len());
                prop_assert!(text.is_char_boundary(fault.start), "{text}");
                prop_assert!(text.is_char_boundary(fault.end), "{text}");
            },
        }
    }
}
