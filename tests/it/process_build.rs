//! The shipped blocks as processes: what is written is what is drawn.

use gnc::model::Nature;
use gnc::view::process::build::{build, lifecycle, step_of};
use gnc::view::process::exchange;
use gnc::view::process::layout::lay_out_exchange;
use gnc::words::Lang;
use gnc::workspace::Workspace;

fn framework() -> gnc::workspace::Analysis {
    block(include_bytes!("../../utility-blocks/wco.co-push.yaml"))
}

fn block(text: &[u8]) -> gnc::workspace::Analysis {
    let mut workspace = Workspace::default();
    let (file, _) = workspace.add("block.yaml", text.to_vec());
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

#[test]
fn an_exchange_shows_every_message_but_receipts_on_its_way() {
    let block = framework().resolved.expect("the framework resolves");
    let exchange = exchange::build(&block).expect("two sides");
    let alignment = block.block.process_alignment.as_ref().expect("group 2");
    let is_receipt = |it: &&gnc::model::Message| {
        it.nature.as_ref().is_some_and(|it| it.value == Nature::Acknowledgement)
    };
    let sent = alignment.messages.iter().filter(|it| !is_receipt(it));
    let titles: Vec<_> = sent.map(|it| it.title.as_ref().unwrap().any(Lang::Fr)).collect();
    let shown: Vec<_> = exchange.ways.iter().map(|it| it.name.any(Lang::Fr)).collect();
    assert_eq!(shown, titles);
    assert!(titles.len() < alignment.messages.len());
    assert_eq!(exchange.ends.each_ref().map(|it| &*it.en), ["Exporting Party", "Importing Party"]);
    let way = |title: &str| exchange.ways.iter().find(|it| it.name.en == title).unwrap().forward;
    assert!(way("Certificate of origin") && !way("Utilisation report"));

    for lang in Lang::ALL {
        let layout = lay_out_exchange(&exchange, lang);
        let [left, right] = [0, 1].map(|at| layout.nodes[at].rect);
        let mut below = 0;
        for route in &layout.messages {
            let ends = [route.points[0].0, route.points[1].0];
            assert!(ends.contains(&(left.x + left.w)) && ends.contains(&right.x), "{ends:?}");
            let Some(label) = &route.label else { continue };
            assert!(label.rect.y >= below && label.rect.y + label.rect.h < route.points[0].1);
            below = route.points[0].1;
        }
        assert!(below < layout.height);
    }
}

#[test]
fn messages_within_one_side_are_no_exchange_of_two() {
    let text = include_str!("../../utility-blocks/wco.co-push.yaml");
    let sides = |other: &str| {
        let text = text.replace("side: importing-party", &format!("side: {other}"));
        let resolved = block(text.as_bytes()).resolved.expect("it resolves");
        exchange::build(&resolved).map(|it| it.ends.map(|it| it.en))
    };
    assert_eq!(sides("third-party").unwrap(), ["Exporting Party", "Third party"]);
    assert_eq!(sides("exporting-party"), None);
}
