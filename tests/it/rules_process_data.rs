//! Rules on processes and data, beyond their examples: what is drawn wrongly is found at its root.

use std::sync::Arc;

use gnc::catalogue::Catalogue;
use gnc::check::{EXAMPLE_BLOCK, Settings, check};
use gnc::diag::Finding;
use gnc::resolve::{Library, lay_over, resolve};
use gnc::syntax::{Node, parse};
use gnc::text::Sources;
use gnc::words::Lang;

fn tree(sources: &mut Sources, name: &str, text: &str) -> Node {
    let file = sources.add(name, text);
    parse(sources, file).0.root.unwrap()
}

/// What the rules find in `fragment` laid over the example block.
fn findings(fragment: &str) -> (Sources, Vec<Finding>) {
    let mut sources = Sources::default();
    let base = tree(&mut sources, "example.yaml", EXAMPLE_BLOCK);
    let own = tree(&mut sources, "fragment.yaml", fragment);
    let catalogue = Arc::new(Catalogue::default());
    let (block, _) = resolve(&lay_over(&base, &own), &Library::default(), &catalogue);
    let found = check(&block.unwrap(), &Settings::default());
    (sources, found.list)
}

fn messages(fragment: &str) -> Vec<String> {
    let (_, found) = findings(fragment);
    found.iter().map(|it| format!("{} {}", it.code.id, it.message(Lang::En))).collect()
}

fn steps(steps: &str) -> String {
    format!("process_alignment:\n  processes:\n    - id: issue\n      steps:\n{steps}")
}

#[test]
fn a_round_without_end_is_found_once_with_the_way_into_it() {
    let found = messages(&steps(
        "        - {id: returned, kind: task, failure: false, next: review}
        - {id: review, entity: issuing-authority, kind: task, name: {en: Review, fr: Revoir}, next: returned}",
    ));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("PRC-12 the way application → issue → transmit"), "{found:?}");
}

#[test]
fn of_a_part_that_is_not_reached_only_its_beginning_is_named() {
    let found = messages(&steps("        - {id: register, next: }"));
    let ends: Vec<_> = found.iter().map(|it| it.split('`').nth(1).unwrap_or("")).collect();
    assert_eq!(ends, ["respond", "register"], "{found:?}");
}

#[test]
fn a_sequence_into_another_pool_is_one_finding() {
    let found = messages(&steps("        - {id: issue, next: certificate-in}"));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("PRC-13"), "{found:?}");
}

#[test]
fn the_name_in_a_condition_is_pointed_at() {
    let element = "process_alignment:\n  data_cluster:\n    elements:\n      - \
                   {path: Response/Error, condition: {when: \"size(Response.Nowhere) > 1 && has(Response.Status)\"}}";
    let (sources, found) = findings(element);
    let places: Vec<_> = found.iter().map(|it| (it.code.id, sources.slice(it.span))).collect();
    assert_eq!(places, [("EXP-02", "Nowhere")]);
}

#[test]
fn only_what_another_reader_changes_is_to_be_quoted() {
    let asked = |text: &str| {
        let block = format!("business_case:\n  legal_basis:\n    - {{id: fta, provision: {text}}}");
        let (_, found) = findings(&block);
        let hit = found.iter().find(|it| it.code.id == "HOU-01");
        hit.map(|it| it.fix.as_ref().unwrap().edits[0].text.clone())
    };
    for text in ["NO", "yes", "Off", "22:22", "010121", "1_000", "3.20", "12e5", "0x1F", "089"] {
        assert_eq!(asked(text), Some(format!("'{text}'")), "{text}");
        assert_eq!(asked(&format!("'{text}'")), None, "'{text}'");
    }
    for text in ["Norway", "3.2", "2022", "0", "1.10.2", "P5Y", "09:30", "no one", "e5", "22:99"] {
        assert_eq!(asked(text), None, "{text}");
    }
}
