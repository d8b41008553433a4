//! The rulebook as it is listed and explained: by pack, basis, weight, status and fix, in every form.

use std::collections::BTreeSet;

use gnc::check::RULES;
use gnc::diag::{Basis, Pack, Severity};
use gnc::model::Maturity;
use gnc::rulebook::{Entry, Format, Wanted, entries, print};
use gnc::words::{Lang, rulebook};
use serde_json::Value;

use crate::cli::run;

fn taken(wanted: &Wanted) -> Vec<Entry> {
    let all = entries();
    let taken: Vec<_> = all.iter().copied().filter(|it| wanted.takes(it)).collect();
    assert!(!taken.is_empty() && taken.len() < all.len(), "{} of {}", taken.len(), all.len());
    taken
}

#[test]
fn rules_are_chosen_by_pack_basis_weight_status_and_fix() {
    let waste = taken(&Wanted { packs: vec![Pack::Waste, Pack::Aeo], ..Wanted::default() });
    let packs: BTreeSet<_> = waste.iter().map(|it| it.code.pack).collect();
    assert_eq!(packs, BTreeSet::from([Pack::Aeo, Pack::Waste]));
    for id in Basis::IDS {
        let of_basis = taken(&Wanted { basis: Some(id.to_owned()), ..Wanted::default() });
        assert!(of_basis.iter().all(|it| it.code.basis.id() == id), "{id}");
    }
    let wanted = Wanted {
        severity: Some(Severity::Error),
        status: Some(Maturity::Process),
        ..Wanted::default()
    };
    let errors = taken(&wanted);
    let has = |id: &str| errors.iter().any(|it| it.code.id == id);
    assert!(has("PRC-09") && has("FMT-01"), "an error from that status on");
    assert!(!has("PRC-11"), "it weighs a warning at that status");
    assert!(!has("TEC-06"), "it does not bite yet");
    let fixes = taken(&Wanted { has_fix: true, ..Wanted::default() });
    assert!(fixes.iter().all(|it| it.rule.is_some_and(|rule| !rule.fixes.is_empty())));
}

#[test]
fn every_group_of_codes_has_a_heading_and_every_rule_a_line() {
    let letters = |id: &str| id.split('-').next().unwrap().to_owned();
    let used: BTreeSet<_> = entries().iter().map(|it| letters(it.code.id)).collect();
    let known: BTreeSet<_> = rulebook::GROUPS.iter().map(|(it, _)| (*it).to_owned()).collect();
    assert_eq!(used, known);
    for lang in Lang::ALL {
        let text = print(Format::Text, &entries(), None, lang);
        assert!(RULES.iter().all(|rule| text.contains(rule.code.title.get(lang))));
        assert!(!text.contains('{'), "a placeholder is no word");
    }
}

#[test]
fn json_of_the_rules_is_as_published() {
    let schema = std::fs::read_to_string("docs/schema/rules.schema.json").expect("published");
    let schema: Value = serde_json::from_str(&schema).expect("well-formed JSON");
    let validator = jsonschema::validator_for(&schema).expect("a JSON Schema");
    for lang in Lang::ALL {
        let text = print(Format::Json, &entries(), None, lang);
        let book: Value = serde_json::from_str(&text).expect("well-formed JSON");
        let errors: Vec<_> = validator.iter_errors(&book).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
        let listed = book["rules"].as_array().expect("a list");
        let checked = listed.iter().filter(|it| it.get("checked").is_some()).count();
        assert_eq!((listed.len(), checked), (entries().len(), RULES.len()));
    }
    let names = |pointer: &str| schema.pointer(pointer).cloned().expect("a list of names");
    let rule = "/$defs/rule/properties";
    let statuses: Vec<_> = Maturity::ALL.iter().map(|it| it.id()).collect();
    let from = format!("{rule}/checked/properties/severities/items/properties/from/enum");
    assert_eq!(names(&from), serde_json::json!(statuses));
    assert_eq!(names(&format!("{rule}/pack/enum")), serde_json::json!(Pack::ALL.map(Pack::id)));
    assert_eq!(names(&format!("{rule}/basis/enum")), serde_json::json!(Basis::IDS));
}

#[test]
fn the_program_lists_and_explains() {
    let all = run(&["rules"]).ends(0).out;
    assert!(all.contains("\n  PRC-09  error    ") && all.contains("Process alignment ("), "{all}");
    let early = run(&["rules", "--status", "process", "--pack", "house"]).ends(0).out;
    assert!(early.contains("\n  PRC-11  warning  ") && !early.contains("TEC-06"), "{early}");
    let none = run(&["rules", "--pack", "aeo", "--severity", "advice", "--speak", "fr"]).ends(0);
    assert_eq!(none.out, "aucune règle ne répond à ces critères\n");
    let committed = std::fs::read_to_string("docs/rules/README.fr.md").unwrap();
    let printed = run(&["rules", "--format", "md", "--speak", "fr"]).ends(0).out;
    assert!(printed == committed, "docs/rules/README.fr.md is another list");
    assert!(run(&["rules", "--pack", "wast"]).ends(2).says("did you mean `waste`?"));

    let two = run(&["explain", "PRC-09", "translation-missing"]).ends(0).out;
    let pages: String = ["PRC-09", "TRM-10"]
        .map(|id| std::fs::read_to_string(format!("docs/rules/{id}.en.md")).unwrap())
        .join("\n");
    assert_eq!(two, pages);
    let json = run(&["explain", "TRM-10", "SYN-01", "--format", "json"]).ends(0).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    let steps = serde_json::json!([
        {"from": "process", "severity": "warning"}, {"from": "agreed", "severity": "error"}]);
    assert_eq!(json["rules"][0]["checked"]["severities"], steps);
    assert_eq!(json["rules"][0]["arguments"], serde_json::json!(["language"]));
    assert_eq!(json["rules"][1]["id"], "SYN-01");
}
