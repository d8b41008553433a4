//! Waits with one way out, and processes that nothing leads through: drawn and judged all the same.

use std::sync::Arc;

use gnc::catalogue::Catalogue;
use gnc::check::{EXAMPLE_BLOCK, Settings, check};
use gnc::resolve::{Library, Resolved, lay_over, resolve};
use gnc::syntax::{Node, parse};
use gnc::text::Sources;
use gnc::view::process::build::build;
use gnc::view::process::{Event, NodeKind};

/// The example block with a fragment laid over it, and the rules that are broken.
fn example(fragment: &str) -> (Resolved, Vec<&'static str>) {
    let mut sources = Sources::default();
    let mut tree = |name: &str, text: &str| -> Node {
        let file = sources.add(name, text);
        parse(&sources, file).0.root.expect("YAML")
    };
    let root = lay_over(&tree("example.yaml", EXAMPLE_BLOCK), &tree("fragment.yaml", fragment));
    let (resolved, mut found) = resolve(&root, &Library::default(), &Arc::<Catalogue>::default());
    let resolved = resolved.expect("a block");
    found.extend(check(&resolved, &Settings::default()));
    (resolved, found.list.iter().map(|it| it.code.id).collect())
}

#[test]
fn a_wait_with_one_way_out_is_the_event_itself() {
    let (block, found) = example(
        "
process_alignment:
  processes:
    - id: issue
      steps:
        - {id: register, next: hold}
        - id: hold
          entity: importing-customs
          kind: wait
          name: {en: Let the batch fill, fr: Laisser le lot se remplir}
          outcomes:
            - {label: {en: ten minutes, fr: dix minutes}, after: PT10M, to: respond}
",
    );
    assert!(found.is_empty(), "{found:?}");
    let processes = build(&block);
    let issue = processes.iter().find(|it| it.id == "issue").expect("the process");
    let of = |id: &str| issue.nodes().iter().position(|it| it.id == id);
    let (hold, respond) = (of("hold").expect("a node"), of("respond").expect("a node"));
    let node = &issue.nodes()[hold];
    assert_eq!(node.kind, NodeKind::Catch(Event::Timer));
    assert_eq!((&*node.delay, &*node.name.en), ("PT10M", "Let the batch fill (10\u{a0}minutes)"));
    assert_eq!(issue.outgoing(hold).map(|it| it.to).collect::<Vec<_>>(), [respond]);
    assert!(issue.nodes().iter().all(|it| !it.id.starts_with("hold.")));
    for process in &processes {
        for (at, node) in process.nodes().iter().enumerate() {
            let ways = process.outgoing(at).count();
            assert!(node.kind != NodeKind::Wait || ways > 1, "{}: {ways} way", node.id);
        }
    }
}

#[test]
fn the_only_message_of_a_wait_arrives_at_the_event() {
    let (block, found) = example(
        "
process_alignment:
  processes:
    - id: issue
      steps:
        - id: await-response
          outcomes:
            - {label: {en: response, fr: réponse}, on: business-response, to: accepted}
",
    );
    // That it may come never is another matter.
    assert!(found.contains(&"PRC-11"), "{found:?}");
    let processes = build(&block);
    let issue = processes.iter().find(|it| it.id == "issue").expect("the process");
    let wait = issue.nodes().iter().position(|it| it.id == "await-response").expect("a node");
    assert_eq!(issue.nodes()[wait].kind, NodeKind::Catch(Event::Message));
    assert_eq!(issue.nodes()[wait].message, "business-response");
    assert!(issue.messages().iter().any(|it| it.to == wait && it.message == "business-response"));
}

#[test]
fn two_processes_of_one_name_are_judged_apart() {
    let (_, found) = example(
        "
process_alignment:
  processes:
    - {id: verification, name: {en: Later, fr: Plus tard}, steps: [{id: one, entity: importing-customs, kind: task, name: {en: One, fr: Un}}]}
    - {id: verification, name: {en: Never, fr: Jamais}, steps: [{id: two, entity: nobody, kind: task, name: {en: Two, fr: Deux}}]}
",
    );
    assert!(found.contains(&"STR-09"), "{found:?}");
}
