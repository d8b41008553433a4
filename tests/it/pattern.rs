//! Patterns: what stands in the place of an item that names one, and what is said of one that cannot.

use gnc::diag::Finding;
use gnc::resolve::Resolved;
use gnc::words::Lang;
use gnc::workspace::{Analysis, Workspace};

const BLOCK: &str = include_str!("../../utility-blocks/wco.co-push.yaml");

/// The sending steps of the cancellation, from the transmission to the reading of the response.
const SENDING: &str = "        - pattern: acknowledged-push@1.0.0
          with: {name: cancellation, message: cancellation, the_message: {en: the cancellation, fr: l’annulation}, sender: outbound-gateway, arrives_at: cancellation-in, accepted: cancel, rejected: agree-effect, receipt_rules: [BR-CO-42]}
";
const RECEIVING: &str = "        - {pattern: acknowledged-receipt@1.0.0, with: {name: cancellation, arrives_at: cancellation-in, message: cancellation, the_message: {en: the cancellation, fr: l’annulation}, receiver: inbound-gateway, received: used-before, check_rules: [BR-CO-21, BR-CO-22, BR-CO-23, BR-CO-24]}}
";

fn analyse(text: &str) -> (Workspace, Analysis) {
    let mut workspace = Workspace::default();
    let (file, _) = workspace.add("block.yaml", text.as_bytes().to_vec());
    workspace.prepare();
    let analysis = workspace.analyse(file);
    (workspace, analysis)
}

/// The lines from the one that begins with `from` to the one before that which begins with `to`,
/// replaced.
fn replaced(text: &str, from: &str, to: &str, by: &str) -> String {
    let start = text.find(from).expect("where the steps begin");
    let end = start + text[start..].find(to).expect("where they end");
    [&text[..start], by, &text[end..]].concat()
}

/// The framework block with the steps of the cancellation from patterns.
fn with_patterns() -> String {
    let text =
        replaced(BLOCK, "        - id: transmit-cancellation\n", "        - id: cancel\n", SENDING);
    replaced(&text, "        - id: cancellation-in\n", "        - id: used-before\n", RECEIVING)
}

/// The steps of the cancellation: identifier, entity, what follows, and the name in each language.
fn steps(resolved: &Resolved) -> Vec<String> {
    let process = resolved.block.process_alignment.as_ref().unwrap();
    let is = |it: &&gnc::model::Process| *it.id.as_ref().unwrap().value.0 == *"cancellation";
    let process = process.processes.iter().find(is).unwrap();
    let step = |it: &gnc::model::Step| {
        let name = it.name.as_ref().unwrap();
        let next: Vec<_> = it.next.iter().map(|it| it.value.to_string()).collect();
        let to = it.outcomes.iter().filter_map(|it| it.to.as_ref());
        let to: Vec<_> = to.map(|it| it.value.to_string()).collect();
        let rules: Vec<_> = it.rules.iter().map(|it| it.value.to_string()).collect();
        format!(
            "{} {} {next:?} {to:?} {rules:?} {} {}",
            &*it.id.as_ref().unwrap().value.0,
            &*it.entity.as_ref().unwrap().value.0,
            name.get(Lang::En).unwrap(),
            name.get(Lang::Fr).unwrap(),
        )
    };
    process.steps.iter().map(step).collect()
}

fn codes(analysis: &Analysis) -> Vec<&'static str> {
    let mut codes: Vec<_> = analysis.findings.list.iter().map(|it| it.code.id).collect();
    codes.dedup();
    codes
}

fn one<'a>(analysis: &'a Analysis, code: &str) -> &'a Finding {
    let mut found = analysis.findings.list.iter().filter(|it| it.code.id == code);
    let first = found.next().unwrap_or_else(|| panic!("{code} in {:?}", codes(analysis)));
    assert!(found.next().is_none(), "{code} once");
    first
}

#[test]
fn the_steps_of_a_pattern_stand_where_it_is_named_as_if_they_were_written() {
    let text = with_patterns();
    assert!(text.lines().count() + 20 < BLOCK.lines().count());
    let (_, written) = analyse(BLOCK);
    let (_, patterned) = analyse(&text);
    let steps = |it: &Analysis| steps(it.resolved.as_ref().unwrap());
    assert_eq!(steps(&patterned), steps(&written));
    assert_eq!(codes(&patterned), codes(&written));
}

/// The framework block with the clauses on a contingency from a pattern, and one of its own.
fn with_clauses(own: &str) -> String {
    let by = format!("  contingency:\n    pattern: gateway-operation@1.0.0\n{own}\n");
    replaced(BLOCK, "  contingency:\n", "  testing:\n", &by)
}

#[test]
fn a_mapping_receives_what_the_pattern_has_for_it_and_keeps_what_it_says_itself() {
    let own = "    channel: {en: By bell., fr: Par cloche.}\n    fallback: {en: By paper., fr: Sur papier.}\n";
    let (_, analysis) = analyse(&with_clauses(own));
    assert_eq!(codes(&analysis), Vec::<&str>::new());
    let block = &analysis.resolved.as_ref().unwrap().block;
    let contingency =
        block.technical_interoperability.as_ref().unwrap().contingency.as_ref().unwrap();
    assert_eq!(contingency.channel.as_ref().unwrap().get(Lang::En).unwrap(), "By bell.");
    assert_eq!(contingency.fallback.as_ref().unwrap().get(Lang::Fr).unwrap(), "Sur papier.");
    let order = contingency.resend_order.as_ref().unwrap().get(Lang::En).unwrap();
    assert!(order.contains("in the order in which they were made"), "{order}");
    assert!(contingency.queue_retention.is_some());
}

#[test]
fn a_pattern_within_a_list_of_a_pattern_is_put_in_as_well() {
    let use_of = "
    - pattern: consent-by-authority@1.0.0
      with: {name: x, submission: certificate, the_submission: {en: it, fr: le}, decision: business-response, asker: outbound-gateway, authority: importing-customs, decision_time: P30D, the_authority: {en: Customs, fr: la douane}}
";
    let text = BLOCK.replacen("\n  processes:\n", &format!("\n  processes:{use_of}"), 1);
    let (_, analysis) = analyse(&text);
    assert_eq!(codes(&analysis), Vec::<&str>::new());
    let block = &analysis.resolved.as_ref().unwrap().block;
    let process = &block.process_alignment.as_ref().unwrap().processes[0];
    let ids: Vec<_> = process.steps.iter().map(|it| &*it.id.as_ref().unwrap().value.0).collect();
    assert!(ids.contains(&"technical-check-x") && ids.contains(&"await-decision-x"), "{ids:?}");
}

#[test]
fn a_mapping_that_no_pattern_completes_is_a_finding_and_lacks_nothing_of_its_own() {
    let own = "    fallback: {en: By paper., fr: Sur papier.}\n";
    let clauses = |name: &str| format!("  contingency:\n    pattern: {name}@1.0.0\n");
    let text = with_clauses(own).replace(&clauses("gateway-operation"), &clauses("query-response"));
    let (_, analysis) = analyse(&text);
    let finding = one(&analysis, "PAT-04");
    assert!(format!("{:?}", finding.args).contains("steps"));
    assert!(codes(&analysis).contains(&"TEC-15"));
    let block = &analysis.resolved.as_ref().unwrap().block;
    let technical = block.technical_interoperability.as_ref().unwrap();
    assert!(technical.contingency.as_ref().unwrap().fallback.is_some());
}

#[test]
fn a_block_with_patterns_keeps_its_layout_and_its_comments() {
    use gnc::{layout::canonical, syntax::parse, text::Sources};
    let text = with_patterns().replacen(SENDING, &format!("        # Sent once.\n{SENDING}"), 1);
    let laid = |text: &str| {
        let mut sources = Sources::default();
        let file = sources.add("block.yaml", text);
        let (tree, _) = parse(&sources, file);
        canonical(&sources, file, &tree).expect("a layout")
    };
    let once = laid(&text);
    assert_eq!(laid(&once), once);
    assert!(once.contains("# Sent once.") && once.contains("acknowledged-push@1.0.0"));
    let steps = |text: &str| steps(analyse(text).1.resolved.as_ref().unwrap());
    assert_eq!(steps(&once), steps(&text));
}

#[test]
fn what_is_wrong_with_the_use_of_a_pattern_is_said_at_its_place() {
    for (from, to, code, said) in [
        (
            "acknowledged-push@1.0.0",
            "acknowledged-pusch@1.0.0",
            "PAT-01",
            "no pattern `acknowledged-pusch@1.0.0`",
        ),
        ("acknowledged-push@1.0.0", "acknowledged-push@9.0.0", "PAT-01", "acknowledged-push@1.0.0"),
        (" accepted: cancel,", "", "PAT-02", "needs a value for `accepted`"),
        (
            " accepted: cancel,",
            " accepted: cancel, acepted: x,",
            "PAT-03",
            "`acepted` says nothing",
        ),
    ] {
        let text = with_patterns().replacen(from, to, 1);
        let (workspace, analysis) = analyse(&text);
        let found = one(&analysis, code);
        let all = format!("{} {}", found.message(Lang::En), found.help(Lang::En));
        assert!(all.contains(said), "{all}");
        assert_eq!(workspace.sources.name(found.span.file), "block.yaml");
        assert!(!analysis.complete, "{code} keeps artefacts from being made");
        for lang in Lang::ALL {
            assert!(!found.message(lang).contains('{') && !found.help(lang).contains('{'));
        }
    }
    let misplaced = BLOCK.replacen(
        "  triggers:\n",
        "  triggers:\n    - {pattern: query-response@1.0.0, with: {}}\n",
        1,
    );
    let (_, analysis) = analyse(&misplaced);
    assert!(one(&analysis, "PAT-04").message(Lang::En).contains("has nothing for `triggers`"));
}

#[test]
fn parameters_without_names_are_one_mistake_at_their_place() {
    // In place of a list item and of a mapping; each says nothing of parameters that are missing.
    let own = "    with: {given}\n    fallback: {en: By paper., fr: Sur papier.}\n";
    for given in ["cancellation", "[name, cancellation]", "[{name: cancellation}]", "\"\""] {
        let step = format!("{{pattern: acknowledged-push@1.0.0, with: {given}}}");
        let step = replaced(
            &with_patterns(),
            "        - pattern: acknowledged-push",
            "        - id: cancel\n",
            &format!("        - {step}\n"),
        );
        let clause = with_clauses(&own.replace("{given}", given));
        for (text, name) in [(step, "acknowledged-push"), (clause, "gateway-operation")] {
            let (_, analysis) = analyse(&text);
            let found = one(&analysis, "PAT-06");
            let (start, end) = (found.span.start as usize, found.span.end as usize);
            assert_eq!(&text[start..end], given);
            assert!(!codes(&analysis).contains(&"PAT-02"), "{:?}", codes(&analysis));
            assert!(!analysis.complete, "nothing is made of a block without its parts");
            for lang in Lang::ALL {
                let said = format!("{} {}", found.message(lang), found.help(lang));
                assert!(said.contains(name) && said.contains("with"), "{said}");
                assert!(
                    said.contains(if name == "acknowledged-push" {
                        "message, "
                    } else {
                        "provider, "
                    }),
                    "{said}"
                );
                assert!(!said.contains('{'), "{said}");
            }
        }
    }
    // Nothing under the key is nothing given.
    let (_, analysis) = analyse(&with_clauses(&own.replace("{given}", "")));
    assert_eq!(codes(&analysis), Vec::<&str>::new());
}

#[test]
fn a_wrong_value_of_a_parameter_is_found_where_the_block_wrote_it() {
    let text = with_patterns().replacen("sender: outbound-gateway,", "sender: outbound-gatway,", 1);
    let (workspace, analysis) = analyse(&text);
    let found = one(&analysis, "STR-09");
    assert_eq!(workspace.sources.name(found.span.file), "block.yaml");
    let (start, end) = (found.span.start as usize, found.span.end as usize);
    assert_eq!(&text[start..end], "outbound-gatway");
}

#[test]
fn a_finding_within_a_pattern_says_where_the_pattern_is_used() {
    // The step after a positive response is missing: the pattern names it.
    let text =
        with_patterns().replacen("name: cancellation, message", "name: cancelation, message", 1);
    let (workspace, analysis) = analyse(&text);
    let inside = analysis
        .findings
        .list
        .iter()
        .filter(|it| workspace.sources.name(it.span.file).starts_with("patterns/"));
    let inside: Vec<_> = inside.collect();
    assert!(!inside.is_empty(), "{:?}", codes(&analysis));
    for found in inside {
        let shown = found.notes.iter().map(|it| workspace.sources.name(it.span.file));
        assert!(shown.into_iter().any(|it| it == "block.yaml"), "{}", found.message(Lang::En));
    }
}

#[test]
fn every_pattern_that_ships_can_be_read_and_says_what_its_parameters_are() {
    use gnc::catalogue::{Catalogue, Kind};
    use gnc::pattern::Pattern;
    let catalogue = Catalogue::embedded();
    let mut seen = 0;
    for entry in catalogue.entries().iter().filter(|it| it.kind == Kind::Pattern) {
        let mut sources = gnc::text::Sources::default();
        let file = sources.add(entry.file.as_str(), entry.text());
        let (tree, found) = gnc::syntax::parse(&sources, file);
        assert!(found.list.is_empty(), "{}", entry.id);
        let root = tree.root.unwrap();
        let control = |key: &str| root.get("pattern").unwrap().get(key).unwrap().text().unwrap();
        assert_eq!((control("id"), control("version")), (&*entry.id, &*entry.version));
        let pattern = Pattern::read(&root).unwrap_or_else(|| panic!("{}", entry.id));
        assert!(pattern.parts().next().is_some(), "{} gives something", entry.id);
        for parameter in &pattern.parameters {
            let used = format!("${{{}}}", parameter.id);
            assert!(entry.text().contains(&used), "{}: {} is not used", entry.id, parameter.id);
            for lang in Lang::ALL {
                assert!(!parameter.meaning.get(lang).is_empty(), "{}", parameter.id);
            }
        }
        seen += 1;
    }
    assert!(seen > 2);
}
