//! What the writers of processes print: complete, well formed, and inert whatever a name holds.

use std::collections::{BTreeMap, BTreeSet};

use gnc::render::process::{bpmn, mermaid, svg};
use gnc::view::process::{Event, Flow, MessageFlow, Node, NodeKind, Process, Work};
use gnc::words::{Label, Lang};

use super::origin;

fn text(artifact: gnc::render::Artifact) -> String {
    String::from_utf8(artifact.bytes).unwrap()
}

/// Every element with its attributes; fails when the text is not well formed.
fn elements(xml: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut found, mut depth) = (Vec::new(), 0);
    loop {
        use quick_xml::events::Event;
        let event = reader.read_event().expect("well formed");
        match &event {
            Event::Start(tag) | Event::Empty(tag) => {
                depth += usize::from(matches!(event, Event::Start(_)));
                let mut attributes = BTreeMap::new();
                for attribute in tag.attributes() {
                    let attribute = attribute.expect("well formed");
                    let value = attribute
                        .normalized_value(quick_xml::XmlVersion::Explicit1_0)
                        .expect("escaped");
                    attributes.insert(attribute.key.as_ref().to_owned(), value.into_owned());
                }
                found.push((tag.name().as_ref().to_owned(), attributes));
            }
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    found
}

fn hostile() -> Process {
    let evil =
        "</text><script>alert(1)</script> \"]; click n0 call evil() --> & end %%{init}%% ]]>";
    let name = || Label::new(evil, evil);
    let mut it = Process::new("../../etc/passwd \"x", name());
    it.purpose = name();
    it.draft = true;
    for pool in ["a b", "a&b"] {
        let pool = it.add_pool(pool, name());
        let lane = it.add_lane(pool, "1<2", name()).unwrap();
        it.add_node(Node::new("x y", "1", name(), lane, NodeKind::Start(Event::Timer)));
        it.add_node(Node::new("x&y", "", name(), lane, NodeKind::Task(Work::Send)));
        it.add_node(Node::new("é", "", name(), lane, NodeKind::Subprocess(evil.into())));
    }
    for (from, to) in [(0, 1), (1, 2), (3, 4), (4, 5)] {
        assert!(it.add_flow(Flow { from, to, label: name(), default: true }));
    }
    assert!(it.add_message(MessageFlow { from: 1, to: 5, message: evil.into(), name: name() }));
    it
}

#[test]
fn a_bpmn_file_draws_everything_it_says() {
    for process in [origin::process(), hostile()] {
        let found = elements(&text(bpmn::write(&process, Lang::En)));
        let ids: Vec<&String> = found.iter().filter_map(|(_, at)| at.get("id")).collect();
        let unique: BTreeSet<&String> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "identifiers are unique");
        let is_name = |id: &str| {
            id.starts_with(|c: char| c.is_ascii_alphabetic())
                && id.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
        };
        assert!(ids.iter().all(|id| is_name(id)), "{ids:?}");
        let refers = ["bpmnElement", "sourceRef", "targetRef", "messageRef", "errorRef", "default"];
        for (element, attributes) in &found {
            for key in refers {
                if let Some(id) = attributes.get(key) {
                    assert!(unique.contains(id), "{element} {key} {id}");
                }
            }
        }
        let count = |name: &str| found.iter().filter(|(element, _)| element == name).count();
        let bodies = process.pools().len() + process.lanes().len() + process.nodes().len();
        assert_eq!(count("bpmndi:BPMNShape"), bodies);
        let flows = process.flows().len();
        assert_eq!(count("bpmndi:BPMNEdge"), flows + process.messages().len());
        assert_eq!(count("bpmn:sequenceFlow"), flows);
        assert_eq!((count("bpmn:incoming"), count("bpmn:outgoing")), (flows, flows));
        assert_eq!(count("bpmn:flowNodeRef"), process.nodes().len());
        assert_eq!(count("bpmn:messageFlow"), process.messages().len());
    }
}

#[test]
fn a_timer_says_how_long_and_no_gateway_both_joins_and_parts() {
    let process = origin::process();
    let file = text(bpmn::write(&process, Lang::En));
    assert!(file.contains(">PT30S</bpmn:timeDuration>"), "{file}");
    let mut merges = 0;
    for (at, node) in process.nodes().iter().enumerate() {
        let (into, out) = (process.incoming(at).count(), process.outgoing(at).count());
        assert!(!node.kind.is_gateway() || into < 2 || out < 2, "{}", node.id);
        merges += usize::from(node.kind == NodeKind::Merge);
    }
    assert!(merges > 0, "the exchange has a decision that is reached in two ways");
}

#[test]
fn a_picture_is_inert_and_keeps_its_names_to_itself() {
    let mut seen = BTreeSet::new();
    for process in [origin::process(), hostile()] {
        for lang in Lang::ALL {
            let layout = svg::lay_out(&process, lang);
            let file = text(svg::write(&process, &layout, lang));
            for picture in [file, svg::drawing(&process, &layout, lang)] {
                let found = elements(&picture);
                for (element, attributes) in &found {
                    let known = [
                        "svg", "title", "desc", "style", "defs", "marker", "path", "rect",
                        "circle", "text",
                    ];
                    assert!(known.contains(&element.as_str()), "{element}");
                    assert!(attributes.keys().all(|key| !key.starts_with("on") && key != "href"));
                    let classes = attributes.get("class").map_or("", String::as_str).split(' ');
                    assert!(classes.filter(|it| !it.is_empty()).all(|it| it.starts_with("gp")));
                }
                let id = &found[1].1["id"];
                assert!(id.starts_with("gp-") && id.ends_with(&format!("-{}-title", lang.code())));
                assert!(found[0].1["aria-labelledby"] == *id && found[0].1["role"] == "img");
            }
            let artifact = svg::write(&process, &layout, lang);
            let file = artifact.path.strip_prefix("process/").expect("in its folder");
            assert!(!file.contains(['/', '\\', ' ', '"']) && !file.contains(".."), "{file}");
            seen.insert(artifact.path);
        }
    }
    assert_eq!(seen.len(), 4);
}

#[test]
fn mermaid_reads_names_as_names() {
    for lang in Lang::ALL {
        let process = hostile();
        let sequence = mermaid::write_sequence(&process, lang).expect("it has messages");
        for chart in [text(mermaid::write(&process, lang)), text(sequence)] {
            assert!(!chart.contains("<script") && !chart.contains("%%") && !chart.contains('&'));
            // Whatever a name holds stands in one pair of quotes on one line.
            for line in chart.lines().filter(|line| line.contains("[\"")) {
                assert_eq!(line.matches('"').count(), 2, "{line}");
            }
        }
        let chart = text(mermaid::write(&origin::process(), lang));
        let nodes = origin::process().nodes().len();
        assert_eq!(chart.lines().filter(|line| line.starts_with("      n")).count(), nodes);
        assert!(text(mermaid::write_states(&origin::lifecycle(), lang)).contains("[*] --> s0"));
    }
}
