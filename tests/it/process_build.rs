//! The shipped blocks as processes: what is written is what is drawn.

use gnc::view::process::build::{build, lifecycle, step_of};
use gnc::workspace::Workspace;

fn framework() -> gnc::workspace::Analysis {
    let mut workspace = Workspace::default();
    let text = include_bytes!("../../utility-blocks/wco.co-push.yaml");
    let (file, _) = workspace.add("wco.co-push.yaml", text.to_vec());
    workspace.prepare();
    workspace.analyse(file)
}

#[test]
fn every_step_is_a_node_in_the_lane_of_its_entity() {
    let analysis = framework();
    let block = analysis.resolved.expect("the framework resolves");
    let processes = build(&block);
    let alignment = block.block.process_alignment.as_ref().expect("group 2");
    let written: Vec<_> = alignment.processes.iter().filter(|it| !it.steps.is_empty()).collect();
    assert_eq!(processes.len(), written.len());
    for (process, source) in processes.iter().zip(written) {
        for step in &source.steps {
            let id = &*step.id.as_ref().expect("a required key").value.0;
            let node = process.nodes().iter().find(|node| node.id == id).expect("a node");
            let lane = &process.lanes()[node.lane];
            assert_eq!(lane.id, &*step.entity.as_ref().expect("an entity").value.0);
            let sends = process.messages().iter().filter(|it| process.nodes()[it.from].id == id);
            assert_eq!(sends.count(), usize::from(step.to.is_some()), "{} {id}", process.id);
            let ways = step.outcomes.len() + usize::from(step.next.is_some());
            let place = process.nodes().iter().position(|node| node.id == id).expect("a place");
            assert_eq!(process.outgoing(place).count(), ways, "{} {id}", process.id);
        }
        for node in process.nodes() {
            let step = step_of(node);
            assert!(source.steps.iter().any(|it| &*it.id.as_ref().unwrap().value.0 == step));
        }
    }
}

#[test]
fn the_lifecycle_keeps_every_state_and_transition() {
    let analysis = framework();
    let block = analysis.resolved.expect("the framework resolves");
    let machine = lifecycle(&block).expect("the framework has a lifecycle");
    let life = block.block.process_alignment.as_ref().and_then(|it| it.lifecycle.as_ref());
    let life = life.expect("a lifecycle");
    assert_eq!(machine.states().len(), life.states.len());
    assert_eq!(machine.transitions().len(), life.transitions.len());
    assert!(machine.initial().is_some());
}
