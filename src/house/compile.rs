//! A rule of a file made into a rule of the tool: names looked up, expressions given types.

use crate::assertion::{Assertion, Lost, Places, Scope, Written};
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Finding, Findings, Pack, Severity};
use crate::expression::{Checked, Environment, Fault, check, check_value, parse};
use crate::house::{codes, examples, sentences};
use crate::model::{
    Block, Expression, HouseRule, Lower, Maturity, Record, Shape, Weight, closest, place_of_fault,
    within,
};
use crate::syntax::Node;
use crate::text::{Sources, Spanned};
use crate::words::words;

/// Makes the rule; what is wrong with it is reported, and nothing is made, nor kept, then.
pub(super) fn rule(
    rule: &HouseRule,
    sources: &Sources,
    base: &Node,
    findings: &mut Findings,
) -> Option<&'static Rule> {
    let title = sentences::both("title", rule.title.as_ref(), findings);
    let message = sentences::both("message", rule.message.as_ref(), findings);
    let why = sentences::both("why", rule.why.as_ref(), findings);
    let help = sentences::both("help", rule.help.as_ref(), findings);
    sentences::arguments(rule, findings);
    let weights = weights(rule, findings);
    let assertion = assertion(rule, findings)?;
    examples::shown(&assertion, rule, base, findings);
    if findings.worst() == Some(Severity::Error) {
        return None;
    }
    let (title, message, why, help) = (title?, message?, why?, help?);
    let (severity, early) = weights?;
    let code = Code {
        id: kept(rule.id.as_ref()?),
        name: kept(rule.name.as_ref()?),
        title: words(kept(title.0), kept(title.1)),
        message: words(kept(message.0), kept(message.1)),
        why: words(kept(why.0), kept(why.1)),
        help: words(kept(help.0), kept(help.1)),
        severity,
        basis: Basis::House,
        pack: Pack::Project,
    };
    let (bad, good) = (&rule.bad.as_ref()?.0, &rule.good.as_ref()?.0);
    let kinds = rule.kinds.iter().map(|it| kept(it)).collect();
    Some(Box::leak(Box::new(Rule {
        code,
        from: rule.from.as_ref().map_or(Maturity::Concept, |it| it.value),
        early: Vec::leak(early),
        fixes: &[],
        bad: kept(&example(bad, sources)),
        good: kept(&example(good, sources)),
        check: Check::Own(Box::leak(Box::new(assertion)), Vec::leak(kinds)),
    })))
}

/// A text that lives as long as the program, as the texts of the rulebook do.
fn kept(text: &str) -> &'static str {
    String::leak(text.to_owned())
}

fn severity(weight: Weight) -> Severity {
    match weight {
        Weight::Error => Severity::Error,
        Weight::Warning => Severity::Warning,
        Weight::Advice => Severity::Advice,
    }
}

/// What a rule weighs, and what while a block has not come so far.
type Weights = (Severity, Vec<(Maturity, Severity)>);

/// What the rule weighs: each early step less than the next, the rule itself most.
fn weights(rule: &HouseRule, findings: &mut Findings) -> Option<Weights> {
    let last = severity(rule.severity.as_ref()?.value);
    let from = rule.from.as_ref().map_or(Maturity::Concept, |it| it.value);
    let steps = rule.early.iter().filter_map(|it| {
        let (before, weight) = (it.before.as_ref()?, it.severity.as_ref()?);
        Some((before.value, severity(weight.value), it.span))
    });
    let steps: Vec<_> = steps.collect();
    let mut before = from;
    for (at, (step, weight, span)) in steps.iter().enumerate() {
        let next = steps.get(at + 1).map_or(last, |(_, next, _)| *next);
        if *step <= before || *weight >= next {
            let finding = Finding::new(&codes::NOT_READ, span.head());
            findings.add(finding.arg_words("fault", codes::LIGHTER));
            return None;
        }
        before = *step;
    }
    Some((last, steps.into_iter().map(|(step, weight, _)| (step, weight)).collect()))
}

fn assertion(rule: &HouseRule, findings: &mut Findings) -> Option<Assertion> {
    let (places, this) = match &rule.place {
        None => (Places::default(), Block::shape()),
        Some(written) => match Places::read(&written.value) {
            Ok(read) => read,
            Err(lost) => {
                findings.add(nowhere(&lost, written));
                return None;
            }
        },
    };
    let scope = Scope::of(this);
    let mut read = |written: &Spanned<Expression>, condition: bool| {
        let checked = checked(written, condition, &scope);
        let faults = checked.as_ref().err().into_iter().flatten();
        for fault in faults {
            findings.add(fault.finding(&codes::FAULT, place_of_fault(fault, written)));
        }
        checked.ok()
    };
    let when = rule.when.as_ref().map(|it| read(it, true));
    let assert = rule.assert.as_ref().and_then(|it| read(it, true));
    let mut arguments = Vec::new();
    for it in &rule.arguments {
        let (Some(id), Some(value)) = (&it.id, &it.value) else { continue };
        arguments.extend(read(value, false).map(|value| (kept(id), value)));
    }
    if let Some(point) = &rule.point {
        let fields = record(this).map_or(&[][..], |it| it.fields);
        if fields.iter().all(|it| it.key != &*point.value.0) {
            let meant = closest(&point.value, fields.iter().map(|it| it.key));
            let place = (0, point.value.len());
            findings.add(nowhere(&Lost::NoKey { place, key: point.to_string(), meant }, point));
            return None;
        }
    }
    let point = rule.point.as_ref().map(|it| it.value.to_string());
    let when = match when {
        Some(None) => return None,
        Some(read) => read,
        None => None,
    };
    let written = Written {
        place: rule.place.as_ref().map_or_else(String::new, |it| it.to_string()),
        when: rule.when.as_ref().map(|it| it.to_string()),
        assert: rule.assert.as_ref()?.to_string(),
    };
    Some(Assertion { places, when, assert: assert?, arguments, point, written })
}

fn record(shape: Shape) -> Option<&'static Record> {
    match shape {
        Shape::Record(record) => Some(record),
        Shape::Negotiable(inner) => record(inner()),
        _ => None,
    }
}

fn checked(
    written: &Spanned<Expression>,
    condition: bool,
    scope: &dyn Environment,
) -> Result<Checked, Vec<Fault>> {
    let read = parse(&written.value).map_err(|fault| vec![fault])?;
    if condition { check(read, scope) } else { check_value(read, scope) }
}

/// Says where a pattern of places leads nowhere.
fn nowhere<T: std::ops::Deref<Target = str>>(lost: &Lost, written: &Spanned<T>) -> Finding {
    let length = written.value.len();
    let at = |(start, end): (usize, usize)| within(written.span, length, start, end);
    let finding = |place| Finding::new(&codes::NO_PLACE, at(place));
    match lost {
        Lost::Form(start) => finding((*start, length))
            .arg_words("fault", codes::FROM_HERE)
            .arg_words("hint", codes::FORM),
        Lost::NoKey { place, key, meant } => {
            let finding = finding(*place).arg_words("fault", codes::NO_KEY).arg("key", key);
            match meant {
                Some(word) => finding.arg_words("hint", codes::MEANT).arg("word", word),
                None => finding.arg_words("hint", codes::LOOK_UP),
            }
        }
        Lost::IsList { place, key } => finding(*place)
            .arg_words("fault", codes::IS_LIST)
            .arg_words("hint", codes::WRITE_EACH)
            .arg("key", key),
        Lost::NoList { place, key } => finding(*place)
            .arg_words("fault", codes::NO_LIST)
            .arg_words("hint", codes::WITHOUT)
            .arg("key", key),
    }
}

/// The text of an example as it is shown: moved to the left margin.
fn example(node: &Node, sources: &Sources) -> String {
    let text = sources.slice(node.span).trim_end();
    let indent = sources.start(node.span).column - 1;
    let moved = text.lines().map(|line| {
        let blank = line.bytes().take(indent).take_while(|byte| *byte == b' ').count();
        line.get(blank..).unwrap_or("").trim_end()
    });
    moved.collect::<Vec<_>>().join("\n")
}
