//! `gnc status`: what components lack and from when, by the same measure as the rules; what is
//! still to be agreed; what the next step of maturity asks for.

use std::collections::BTreeSet;
use std::sync::Arc;

use gnc::catalogue::Catalogue;
use gnc::check::{EXAMPLE_BLOCK, RULES, Settings, check};
use gnc::completeness::{Ask, COMPONENTS, Completeness, Extent, STEPS};
use gnc::model::{Date, Maturity, Scalar};
use gnc::resolve::{Library, Resolved, lay_over, resolve};
use gnc::status::{Matter, Status, following};
use gnc::syntax::{Entry, Node, Value, parse};
use gnc::text::Sources;
use serde_json::Value as Json;

use crate::cli::{Folder, root, run};

fn tree(text: &str) -> Node {
    let mut sources = Sources::default();
    let file = sources.add("example.yaml", text);
    let (tree, found) = parse(&sources, file);
    assert!(tree.complete && found.list.is_empty(), "{found:?}");
    tree.root.unwrap()
}

fn resolved(root: &Node) -> Resolved {
    resolve(root, &Library::default(), &Arc::new(Catalogue::default())).0.unwrap()
}

/// The example block with a fragment laid over it.
fn example(fragment: &str) -> Resolved {
    resolved(&lay_over(&tree(EXAMPLE_BLOCK), &tree(fragment)))
}

/// The tree without the key at this path; `[]` behind a step goes into the first item.
fn without(node: &Node, path: &[&str]) -> Node {
    let [first, rest @ ..] = path else { return node.clone() };
    let (key, each) = first.strip_suffix("[]").map_or((*first, false), |key| (key, true));
    let Value::Map(entries) = &node.value else { panic!("{path:?} is not in the example") };
    assert!(entries.iter().any(|it| &*it.key.value == key), "{path:?} is not in the example");
    let mut kept: Vec<Entry> = Vec::new();
    for entry in entries {
        if &*entry.key.value != key {
            kept.push(entry.clone());
        } else if !rest.is_empty() {
            let value = match &entry.value.value {
                Value::List(items) if each => {
                    let first = without(&items[0], rest);
                    let all = std::iter::once(first).chain(items[1..].iter().cloned());
                    Node {
                        span: entry.value.span,
                        value: Value::List(all.collect::<Vec<_>>().into()),
                    }
                }
                _ => without(&entry.value, rest),
            };
            kept.push(Entry { key: entry.key.clone(), value });
        }
    }
    Node { span: node.span, value: Value::Map(kept.into()) }
}

/// Every row of the table of components: the key is taken away, and the rule that the row names
/// says so from that maturity on and not before.
#[test]
fn what_a_component_is_asked_for_is_what_the_rules_ask_for() {
    let base = tree(EXAMPLE_BLOCK);
    let mut wrong = String::new();
    let asks = COMPONENTS.iter().flat_map(|it| it.asks.iter().map(move |ask| (it, ask)));
    let mut count = 0;
    for (component, ask) in asks {
        for key in ask.keys {
            count += 1;
            let mut path: Vec<&str> = ask.part.split('.').collect();
            path.push(key);
            let root = without(&base, &path);
            let block = resolved(&root);
            let fires = |step: Maturity| {
                let found = check(&block.at(step), &Settings::default());
                found.list.iter().any(|it| it.code.id == ask.rule)
            };
            let before = STEPS.iter().rev().find(|step| **step < ask.from);
            let at = format!("{} {}.{key} {}", component.id, ask.part, ask.rule);
            if !fires(ask.from) {
                wrong += &format!("{at}: the rule does not fire at {}\n", ask.from.id());
            }
            if before.is_some_and(|step| fires(*step)) {
                wrong += &format!("{at}: the rule fires before {}\n", ask.from.id());
            }
            wrong += &unsaid(&block, component.id, ask, key, &at);
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(count > 80, "{count}");
}

/// What is wrong with what the computation says of a block that lacks this key.
fn unsaid(block: &Resolved, component: &str, ask: &Ask, key: &str, at: &str) -> String {
    let completeness = Completeness::of(block);
    let state = completeness.components.iter().find(|it| it.component.id == component).unwrap();
    let ends = format!(".{key}");
    let missing: Vec<_> = state.missing.iter().filter(|it| it.path.ends_with(&ends)).collect();
    let named = missing.iter().any(|it| it.from == ask.from && it.rule == ask.rule);
    let lacking = matches!(state.at(ask.from), Extent::Partial | Extent::Absent);
    let others: Vec<_> = completeness
        .components
        .iter()
        .filter(|it| it.component.id != component && !it.missing.is_empty())
        .map(|it| it.component.id)
        .collect();
    match (named, lacking, others.is_empty()) {
        (true, true, true) => String::new(),
        _ => format!("{at}: said {:?}, elsewhere {others:?}\n", state.missing),
    }
}

#[test]
fn each_row_names_a_rule_and_the_eleven_components_are_there_once() {
    let numbers: Vec<u8> = COMPONENTS.iter().filter_map(|it| it.number).collect();
    assert_eq!(numbers, (1..=11).collect::<Vec<_>>());
    for ask in COMPONENTS.iter().flat_map(|it| it.asks) {
        let rule = RULES.iter().find(|rule| rule.code.id == ask.rule);
        assert!(rule.is_some_and(|rule| rule.from <= ask.from), "{ask:?}");
    }
}

#[test]
fn a_complete_block_lacks_nothing_at_any_step() {
    let completeness = Completeness::of(&example("block: {date: 2026-05-04}"));
    for state in &completeness.components {
        assert!(state.missing.is_empty() && state.begun, "{state:?}");
    }
    assert!(STEPS.iter().all(|step| completeness.reaches(*step)));
}

#[test]
fn a_group_that_is_not_there_leaves_each_of_its_components_absent() {
    let completeness = Completeness::of(&example("technical_interoperability:"));
    let absent: Vec<_> = completeness
        .components
        .iter()
        .filter(|it| it.at(Maturity::Technical) == Extent::Absent)
        .map(|it| it.component.id)
        .collect();
    let group = ["service-interface", "communication", "architecture", "with-technical-part"];
    assert_eq!(absent, group);
    assert!(completeness.reaches(Maturity::Process) && !completeness.reaches(Maturity::Technical));
    let named = completeness.components.iter().flat_map(|it| &it.missing);
    let named: Vec<_> =
        named.map(|it| it.path.trim_start_matches("technical_interoperability.")).collect();
    assert_eq!(named[..3], ["service_interface", "communication", "architecture"]);
}

#[test]
fn an_open_value_keeps_its_component_from_being_agreed() {
    let fragment = "
block: {status: negotiation}
technical_interoperability:
  communication:
    retries: {proposals: {EXA: 3, EXB: 5}}
    rate_limit: {open: {owner: EXB, due: 2026-06-01}}
";
    let block = example(fragment);
    let completeness = Completeness::of(&block);
    let state = completeness.components.iter().find(|it| it.component.id == "communication");
    let state = state.unwrap();
    assert_eq!(state.at(Maturity::Negotiation), Extent::Complete);
    assert_eq!(state.at(Maturity::Agreed), Extent::Partial);
    assert_eq!(state.open.len(), 2);
    // In a guiding template open values are there to stay.
    let template = block.at(Maturity::Negotiation);
    assert!(!template.is_hypothetical());
}

#[test]
fn due_dates_are_compared_with_the_day_and_positions_with_each_other() {
    let fragment = "
block: {status: negotiation}
technical_interoperability:
  communication:
    retries: {proposals: {EXA: 3, EXB: 5}}
    retry_interval: {proposals: {EXA: PT5M, EXB: PT5M}}
    rate_limit: {open: {owner: EXB, due: 2026-06-01}}
";
    let block = example(fragment);
    let found = check(&block, &Settings::default());
    let on = |day: &str| Status::of(&block, &found, &Settings::default(), Date::parse(day));
    assert_eq!(on("2026-06-01").overdue(), 0, "the day itself is in time");
    assert_eq!(on("2026-06-02").overdue(), 1);
    assert_eq!(Status::of(&block, &found, &Settings::default(), None).overdue(), 0);
    let status = on("2026-06-02");
    let kinds: Vec<_> = status
        .points
        .iter()
        .map(|it| match &it.matter {
            Matter::Owed { owner, .. } => {
                format!("{} owed by {}", it.key, owner.as_deref().unwrap())
            }
            Matter::Differing(all) => format!("{} differs: {}", it.key, all.len()),
            Matter::Matching(all) => format!("{} settled: {}", it.key, all.len()),
        })
        .collect();
    let expected = ["retries differs: 2", "retry_interval settled: 2", "rate_limit owed by EXB"];
    assert_eq!(kinds.iter().map(String::as_str).collect::<BTreeSet<_>>(), expected.into());
}

#[test]
fn the_next_step_shows_what_its_rules_would_find_and_nothing_that_is_found_already() {
    let fragment = "
block: {status: process}
technical_interoperability: {architecture: }
business_case: {legal_effect: {coexistence: }}
";
    let block = example(fragment);
    let found = check(&block, &Settings::default());
    let status = Status::of(&block, &found, &Settings::default(), None);
    let next = status.next.unwrap();
    assert_eq!(next.maturity, Maturity::Technical);
    let ids: BTreeSet<_> = next.findings.list.iter().map(|it| it.code.id).collect();
    assert_eq!(ids, ["LEG-24", "STR-04"].into());
    for it in &found.list {
        let again =
            next.findings.list.iter().any(|is| is.code.id == it.code.id && is.span == it.span);
        assert!(!again, "{} is found already", it.code.id);
    }
}

#[test]
fn the_steps_follow_one_another_to_the_end() {
    let mut at = Maturity::Concept;
    let mut steps = vec![at];
    while let Some(next) = following(at) {
        assert!(next > at);
        at = next;
        steps.push(at);
    }
    assert_eq!(at, Maturity::Published);
    assert!(STEPS.iter().all(|step| steps.contains(step)));
}

fn published() -> jsonschema::Validator {
    let schema = std::fs::read_to_string(root().join("docs/schema/status.schema.json")).unwrap();
    jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap()
}

#[test]
fn the_json_is_as_published_for_one_block_several_and_unreadable_ones() {
    let folder = Folder::new();
    let small = "gnc: 1\nblock: {id: a.small, status: concept, version: 0.1.0}\n";
    folder.write("blocks/a.small.yaml", small);
    folder.write("blocks/b.broken.yaml", "gnc: 1\nblock: {id: b.broken\n");
    let schema = published();
    for lang in ["en", "fr"] {
        let day = ["--today", "2027-03-01", "--speak", lang, "--format", "json"];
        let args: Vec<_> = ["status", "utility-blocks"].into_iter().chain(day).collect();
        let shipped = run(&args).ends(0);
        let args: Vec<_> = ["status", "blocks"].into_iter().chain(day).collect();
        let own = folder.run(&args).ends(1);
        for ran in [&shipped, &own] {
            let json: Json = serde_json::from_str(&ran.out).unwrap();
            let wrong: Vec<_> = schema.iter_errors(&json).map(|it| it.to_string()).collect();
            assert!(wrong.is_empty(), "{wrong:?}");
        }
        let json: Json = serde_json::from_str(&own.out).unwrap();
        assert_eq!(json["totals"]["unreadable"], 1);
        assert!(json["blocks"][1].get("status").is_none());
        let json: Json = serde_json::from_str(&shipped.out).unwrap();
        assert!(json["totals"]["overdue"].as_u64().unwrap() > 0);
        assert_eq!(json["today"], "2027-03-01");
    }
}

#[test]
fn one_block_is_shown_in_full_and_several_in_a_line_each() {
    let block = "utility-blocks/adj-bor.co-push.yaml";
    let en = run(&["status", block, "--today", "2027-03-01"]).ends(0).out;
    for said in
        ["in negotiation", "Components", "overdue", "Proposals that differ", "Next step: agreed"]
    {
        assert!(en.contains(said), "{said}\n{en}");
    }
    let fr = run(&["status", block, "--speak", "fr", "--today", "2027-03-01"]).ends(0).out;
    for said in ["en négociation", "Composantes", "en retard", "Étape suivante", "juillet 2027"] {
        assert!(fr.contains(said), "{said}\n{fr}");
    }
    assert!(!en.lines().chain(fr.lines()).any(|it| it.ends_with(' ')));
    let all = run(&["status", "utility-blocks"]).ends(0).out;
    let blocks = crate::library::shipped();
    let total = format!("Total: {}", blocks.len());
    assert!(all.lines().any(|it| it.contains(&total)), "{all}");
    for id in &blocks {
        assert_eq!(all.lines().filter(|it| it.contains(id.as_str())).count(), 1, "{id}\n{all}");
    }
}

#[test]
fn a_day_that_is_none_is_wrong_usage() {
    let ran = run(&["status", "utility-blocks", "--today", "tomorrow"]).ends(2);
    assert!(ran.err.contains("tomorrow"), "{}", ran.err);
}
