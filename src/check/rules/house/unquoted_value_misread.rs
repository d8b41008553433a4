//! A value that other YAML readers would take for something else stands in quotes.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Edit, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::syntax::Value;
use crate::text::Span;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "HOU-01",
        name: "unquoted-value-misread",
        title: words(
            "Values that other YAML readers misread stand in quotes",
            "Les valeurs que d’autres lecteurs YAML liraient mal sont entre guillemets",
        ),
        message: words(
            "`{text}` stands without quotes; other YAML readers take it for {reading}",
            "« {text} » est écrit sans guillemets ; d’autres lecteurs YAML y voient {reading}",
        ),
        why: words(
            "This tool keeps what was written. Others read the country code NO as “false”, the time 22:22 as 1342, the goods code 010121 as a number and Article 3.20 as 3.2, and whoever opens the block with them gets another text.",
            "Cet outil conserve ce qui est écrit. D’autres lisent le code de pays NO comme « faux », l’heure 22:22 comme 1342, le code 010121 comme un nombre et l’article 3.20 comme 3.2 ; qui ouvre le bloc avec eux obtient un autre texte.",
        ),
        help: words("Put it in quotes: `'{text}'`.", "Mettez-le entre guillemets : « '{text}' »."),
        severity: Severity::Advice,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Concept,
    early: &[],
    fixes: &[words("put it in quotes", "le mettre entre guillemets")],
    bad: "
business_case:
  legal_basis:
    - {id: fta, provision: 3.20}
",
    good: "
business_case:
  legal_basis:
    - {id: fta, provision: '3.20'}
",
    check: Check::Block(check),
};

const TRUE: Words = words("“true”", "« vrai »");
const FALSE: Words = words("“false”", "« faux »");
const NUMBER: Words = words("the number {number}", "le nombre {number}");
const OTHER: Words = words("a number", "un nombre");

fn check(block: &Resolved, findings: &mut Findings) {
    let file = block.tree.span.file;
    let mut stack = vec![&block.tree];
    // What was written in the framework has its finding there.
    while let Some(node) = stack.pop() {
        if node.span.file != file {
            continue;
        }
        match &node.value {
            Value::Scalar(scalar) if scalar.plain => report(&scalar.text, node.span, findings),
            Value::List(items) => stack.extend(items.iter()),
            Value::Map(entries) => {
                for entry in entries {
                    stack.push(&entry.value);
                    let (key, span) = (&*entry.key.value, entry.key.span);
                    let plain = (span.end - span.start) as usize == key.len();
                    // `on` is a key of the format itself.
                    if plain && span.file == file && key != "on" {
                        report(key, span, findings);
                    }
                }
            }
            _ => {}
        }
    }
}

fn report(text: &str, span: Span, findings: &mut Findings) {
    let Some(reading) = misread(text) else { return };
    let finding = RULE.at(span).arg("text", text);
    let finding = match reading {
        Reading::Flag(true) => finding.arg_words("reading", TRUE),
        Reading::Flag(false) => finding.arg_words("reading", FALSE),
        Reading::Number(Some(number)) => finding.arg_words("reading", NUMBER).arg("number", number),
        Reading::Number(None) => finding.arg_words("reading", OTHER),
    };
    findings.add(match RULE.fixes.first() {
        Some(words) => finding.fix(*words, vec![Edit { span, text: format!("'{text}'") }]),
        None => finding,
    });
}

/// What another reader makes of a plain scalar.
enum Reading {
    Flag(bool),
    Number(Option<String>),
}

/// How readers of YAML 1.1, or writers that print numbers afresh, change a plain scalar.
/// `true` and `false`, whole numbers without leading zero and decimals without trailing zero are
/// the same for everybody.
fn misread(text: &str) -> Option<Reading> {
    match text {
        "yes" | "Yes" | "YES" | "y" | "Y" | "on" | "On" | "ON" | "True" | "TRUE" => {
            return Some(Reading::Flag(true));
        }
        "no" | "No" | "NO" | "n" | "N" | "off" | "Off" | "OFF" | "False" | "FALSE" => {
            return Some(Reading::Flag(false));
        }
        ".inf" | ".Inf" | ".INF" | ".nan" | ".NaN" | ".NAN" => return Some(Reading::Number(None)),
        _ => {}
    }
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.len() > 40 || !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let number = |value: Option<u64>| Some(Reading::Number(value.map(|it| it.to_string())));
    let decimal = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    let spaced = |part: &str| part.bytes().all(|it| it.is_ascii_digit() || it == b'_');
    if let Some((first, rest)) = digits.split_once(':') {
        let sixties =
            || rest.split(':').all(|it| decimal(it) && it.parse().is_ok_and(|it: u8| it < 60));
        let clock = spaced(first) && !first.starts_with('0') && sixties();
        let value = digits.split(':').try_fold(0_u64, |sum, part| {
            sum.checked_mul(60)?.checked_add(part.replace('_', "").parse().ok()?)
        });
        return if clock { number(value) } else { None };
    }
    if let Some(rest) = digits.strip_prefix("0x") {
        let hex = !rest.is_empty() && rest.bytes().all(|it| it.is_ascii_hexdigit());
        return if hex { number(u64::from_str_radix(rest, 16).ok()) } else { None };
    }
    if spaced(digits) {
        let plain = digits.replace('_', "");
        return match (digits.len() > 1 && digits.starts_with('0'), digits.contains('_')) {
            (false, false) => None,
            (true, _) if plain.bytes().all(|it| it < b'8') => {
                number(u64::from_str_radix(&plain, 8).ok())
            }
            _ => number(plain.parse().ok()),
        };
    }
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if decimal(whole) && decimal(fraction) && fraction.ends_with('0') {
        let short = digits.trim_end_matches('0').trim_end_matches('.');
        return Some(Reading::Number(Some(short.to_owned())));
    }
    let (mantissa, exponent) = digits.split_once(['e', 'E'])?;
    let exponent = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    let floating = mantissa.split('.').count() <= 2 && mantissa.split('.').all(decimal);
    (floating && decimal(exponent)).then_some(Reading::Number(None))
}
