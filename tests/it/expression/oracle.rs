//! The `cel` crate judges: what we accept is CEL, and gives the same answer there.
//!
//! Expressions are made from the parts that both have, without deep nesting, on which that crate
//! overflows its stack. Numbers are whole, or quarters, which doubles hold exactly.

use cel::{Context, Program, Value};
use gnc::expression::{MAX_STEPS, Verdict, decide};
use proptest::prelude::*;
use serde_json::json;

use super::world::{Json, checked};

/// Whether the numbers of an expression are whole or quarters.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Numbers {
    Whole,
    Quarters,
}

fn literal(kind: Numbers) -> BoxedStrategy<String> {
    match kind {
        Numbers::Whole => (0..6_i32).prop_map(|n| n.to_string()).boxed(),
        Numbers::Quarters => (0..12_i32).prop_map(|n| format!("{:.2}", f64::from(n) / 4.0)).boxed(),
    }
}

fn number(kind: Numbers) -> BoxedStrategy<String> {
    let leaf = prop_oneof![
        literal(kind),
        prop::sample::select(vec!["w.a", "w.b", "w.gone", "w.part.n"]).prop_map(str::to_owned),
    ];
    let arithmetic = move |inner: BoxedStrategy<String>| {
        let signs = prop::sample::select(vec!["+", "-", "*"]);
        prop_oneof![
            (inner.clone(), signs, inner.clone())
                .prop_map(|(a, sign, b)| format!("({a} {sign} {b})")),
            inner.prop_map(|a| format!("(-{a})")),
        ]
    };
    leaf.prop_recursive(2, 8, 2, arithmetic).boxed()
}

fn text() -> BoxedStrategy<String> {
    prop::sample::select(vec!["w.s", "w.t", "'x'", "'xy'", "''", "\"y\"", "'\\u0041'"])
        .prop_map(str::to_owned)
        .boxed()
}

/// A condition; `x` is a number and `i` an item in the bodies of macros.
fn condition(kind: Numbers) -> BoxedStrategy<String> {
    let compared = prop::sample::select(vec!["==", "!=", "<", "<=", ">", ">="]);
    let equal = prop::sample::select(vec!["==", "!="]);
    let asked = prop::sample::select(vec!["startsWith", "endsWith", "contains"]);
    let macros = || prop::sample::select(vec!["all", "exists", "exists_one"]);
    let leaf = prop_oneof![
        prop::sample::select(vec!["true", "false", "w.p", "w.q"]).prop_map(str::to_owned),
        (number(kind), compared.clone(), number(kind)).prop_map(|(a, s, b)| format!("{a} {s} {b}")),
        (text(), equal, text()).prop_map(|(a, s, b)| format!("{a} {s} {b}")),
        (text(), asked, text()).prop_map(|(a, f, b)| format!("{a}.{f}({b})")),
        prop::sample::select(vec![
            "has(w.gone)",
            "!has(w.gone)",
            "has(w.a)",
            "has(w.part.n)",
            "w.s in w.words",
            "'x' in ['x', 'y']",
            "w.t in []",
            "size(w.numbers) == 2",
            "w.words.size() > 1",
            "size(w.s) < 2",
            "w.s.matches('^x+$')",
            "w.words == ['x', 'y']",
            "w.words[0] == 'x'",
            "(w.p ? w.q : w.p)",
            "(w.p ? w.a : w.b) == w.a",
            "w.items.filter(i, i.c == 'x').exists(i, has(i.n))",
            "size(w.items.map(i, i.c)) == 2",
            "w.items.exists(i, i.c == w.s && i.numbers.all(x, x == w.a))",
        ])
        .prop_map(str::to_owned),
        (macros(), compared.clone(), number(kind))
            .prop_map(|(m, s, n)| format!("w.numbers.{m}(x, x {s} {n})")),
        (macros(), compared, number(kind))
            .prop_map(|(m, s, n)| format!("w.items.{m}(i, i.n {s} {n})")),
        (macros(), text()).prop_map(|(m, t)| format!("w.items.{m}(i, i.c == {t} || has(i.n))")),
    ];
    leaf.prop_recursive(3, 16, 3, |inner| {
        let row = |sign: &'static str, inner: BoxedStrategy<String>| {
            prop::collection::vec(inner, 2..4)
                .prop_map(move |all| format!("({})", all.join(&format!(" {sign} "))))
        };
        prop_oneof![
            row("&&", inner.clone()),
            row("||", inner.clone()),
            inner.clone().prop_map(|a| format!("!({a})")),
            (inner.clone(), inner.clone(), inner)
                .prop_map(|(a, b, c)| format!("({a} ? {b} : {c})")),
        ]
    })
    .boxed()
}

/// A world, written as JSON; what may be absent is so now and then.
fn world(kind: Numbers) -> BoxedStrategy<serde_json::Value> {
    let number = move |n: i32| match kind {
        Numbers::Whole => json!(n),
        Numbers::Quarters => json!(f64::from(n) / 4.0),
    };
    let texts = prop::sample::select(vec!["x", "xy", "y", ""]);
    let item = (prop::option::of(-3..6_i32), texts.clone(), prop::collection::vec(-3..6_i32, 0..3))
        .prop_map(move |(n, c, numbers)| {
            let numbers: Vec<_> = numbers.into_iter().map(number).collect();
            let mut item = json!({"c": c, "numbers": numbers});
            if let Some(n) = n {
                item["n"] = number(n);
            }
            item
        });
    (
        (-3..6_i32, -3..6_i32, prop::option::of(-3..6_i32), prop::option::of(-3..6_i32)),
        (texts.clone(), texts.clone(), any::<bool>(), any::<bool>()),
        prop::collection::vec(-3..6_i32, 0..4),
        prop::collection::vec(texts, 0..3),
        prop::collection::vec(item, 0..3),
    )
        .prop_map(move |((a, b, gone, n), (s, t, p, q), numbers, words, items)| {
            let numbers: Vec<_> = numbers.into_iter().map(number).collect();
            let mut world = json!({
                "a": number(a), "b": number(b), "s": s, "t": t, "p": p, "q": q,
                "numbers": numbers, "words": words, "items": items, "part": {},
            });
            if let Some(gone) = gone {
                world["gone"] = number(gone);
            }
            if let Some(n) = n {
                world["part"]["n"] = number(n);
            }
            world
        })
        .boxed()
}

/// JSON whose whole numbers are signed, as those of CEL.
struct Signed<'a>(&'a serde_json::Value);

impl serde::Serialize for Signed<'_> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            serde_json::Value::Number(number) => match number.as_i64() {
                Some(whole) => to.serialize_i64(whole),
                None => number.serialize(to),
            },
            serde_json::Value::Array(all) => to.collect_seq(all.iter().map(Signed)),
            serde_json::Value::Object(all) => {
                to.collect_map(all.iter().map(|(key, value)| (key, Signed(value))))
            }
            other => other.serialize(to),
        }
    }
}

/// The answer of the `cel` crate.
fn judged(text: &str, world: &serde_json::Value) -> Option<bool> {
    let program = Program::compile(text).unwrap_or_else(|error| panic!("not CEL: {text}: {error}"));
    let mut context = Context::default();
    context.add_variable("w", Signed(world)).unwrap();
    match program.execute(&context) {
        Ok(Value::Bool(it)) => Some(it),
        Ok(other) => panic!("{text}: {other:?}"),
        Err(_) => None,
    }
}

/// Our answer.
fn ours(text: &str, world: &serde_json::Value) -> Option<bool> {
    let facts = json!({ "w": world });
    let read = checked(text).unwrap_or_else(|faults| panic!("{text}: {faults:?}"));
    match decide(&read, &Json(&facts), MAX_STEPS) {
        Verdict::Holds => Some(true),
        Verdict::Fails => Some(false),
        Verdict::Undecided(_) => None,
    }
}

fn agree(text: &str, world: &serde_json::Value) {
    assert_eq!(ours(text, world), judged(text, world), "{text}\n{world}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whole_numbers(text in condition(Numbers::Whole), world in world(Numbers::Whole)) {
        agree(&text, &world);
    }

    #[test]
    fn quarters(text in condition(Numbers::Quarters), world in world(Numbers::Quarters)) {
        agree(&text, &world);
    }
}
