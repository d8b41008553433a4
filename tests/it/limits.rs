//! A time limit that is stated once reaches every step that refers to it.

use std::sync::Arc;

use gnc::catalogue::Catalogue;
use gnc::model::Negotiable;
use gnc::resolve::{Library, resolve};
use gnc::text::Sources;

const BLOCK: &str = "\
gnc: 1
block: {id: a.b, version: 1.0.0, status: concept}
process_alignment:
  entities: [{id: gateway}]
  processes:
    - id: p
      steps:
        - id: wait
          entity: gateway
          kind: wait
          outcomes:
            - {to: done, limit: acknowledgement}
            - {to: done, limit: acknowledgement, after: PT1H}
            - {to: done, limit: recovery}
        - {id: done, entity: gateway, kind: end}
technical_interoperability:
  communication:
    acknowledgement_timeout: PT30S
";

#[test]
fn a_step_takes_the_time_that_the_block_states_elsewhere() {
    let mut sources = Sources::default();
    let file = sources.add("a.b.yaml", BLOCK);
    let (tree, _) = gnc::syntax::parse(&sources, file);
    let root = tree.root.expect("the text is a mapping");
    let catalogue = Arc::new(Catalogue::embedded());
    let (resolved, findings) = resolve(&root, &Library::default(), &catalogue);
    assert!(findings.worst().is_none(), "{findings:?}");
    let block = resolved.expect("the block can be read").block;
    let process = block.process_alignment.expect("it has processes");
    let times: Vec<_> = process.processes[0].steps[0]
        .outcomes
        .iter()
        .map(|it| match &it.after {
            Some(Negotiable::Agreed(time)) => Some(time.value.text.to_string()),
            _ => None,
        })
        .collect();
    let times: Vec<_> = times.iter().map(Option::as_deref).collect();
    assert_eq!(
        times,
        [Some("PT30S"), Some("PT1H"), None],
        "own time first; none where none is stated"
    );
}
