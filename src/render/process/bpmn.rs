//! BPMN 2.0 (OMG formal/2011-01-03, ISO/IEC 19510) with complete diagram interchange.
//!
//! One file holds one process in one layout; names are in the chosen language, and every name in
//! another language stands in the documentation of its element.

use std::collections::{BTreeMap, BTreeSet};

use crate::render::Artifact;
use crate::render::Kind;
use crate::render::print::xml::Xml;
use crate::render::process::{is_plain, path};
use crate::view::process::layout::{Layout, Rect, Route, TextBox, lay_out};
use crate::view::process::{Ending, Event, Flow, Node, NodeKind, Process, Work};
use crate::words::{Label, Lang, process as say};

/// The process as a BPMN file, drawn with its names in `lang`.
pub fn write(process: &Process, lang: Lang) -> Artifact {
    let text = Writer::new(process, lang).document();
    Artifact::text(Kind::Bpmn, path(&process.id, None, "bpmn"), text)
}

struct Writer<'a> {
    process: &'a Process,
    lang: Lang,
    layout: Layout,
    /// XML identifiers, in the order of what they stand for.
    pools: Vec<String>,
    lanes: Vec<String>,
    nodes: Vec<String>,
    flows: Vec<String>,
    message_flows: Vec<String>,
    /// Identifier and name of each message, by the identifier that the block gives it.
    messages: BTreeMap<&'a str, (String, &'a Label)>,
}

/// XML identifiers, each given once.
#[derive(Default)]
struct Ids(BTreeSet<String>);

impl Ids {
    fn give(&mut self, kind: &str, name: &str) -> String {
        let name: String = name.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
        let plain = format!("{kind}_{name}");
        let mut id = plain.clone();
        let mut count = 1;
        while !self.0.insert(id.clone()) {
            count += 1;
            id = format!("{plain}_{count}");
        }
        id
    }
}

impl<'a> Writer<'a> {
    fn new(process: &'a Process, lang: Lang) -> Self {
        let mut ids = Ids::default();
        let mut messages = BTreeMap::new();
        for flow in process.messages().iter().filter(|flow| !flow.message.is_empty()) {
            let key = flow.message.as_str();
            messages.entry(key).or_insert_with(|| (ids.give("Message", key), &flow.name));
        }
        let numbered = |ids: &mut Ids, kind: &str, count: usize| -> Vec<String> {
            (1..=count).map(|number| ids.give(kind, &number.to_string())).collect()
        };
        Self {
            process,
            lang,
            layout: lay_out(process, lang),
            pools: process.pools().iter().map(|it| ids.give("Pool", &it.id)).collect(),
            lanes: process.lanes().iter().map(|it| ids.give("Lane", &it.id)).collect(),
            nodes: process.nodes().iter().map(|it| ids.give("Step", &it.id)).collect(),
            flows: numbered(&mut ids, "Flow", process.flows().len()),
            message_flows: numbered(&mut ids, "MessageFlow", process.messages().len()),
            messages,
        }
    }

    fn document(&self) -> String {
        let mut xml = Xml::document();
        let name = self.process.name.any(self.lang);
        let attributes = [
            ("xmlns:bpmn", "http://www.omg.org/spec/BPMN/20100524/MODEL"),
            ("xmlns:bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI"),
            ("xmlns:dc", "http://www.omg.org/spec/DD/20100524/DC"),
            ("xmlns:di", "http://www.omg.org/spec/DD/20100524/DI"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            ("id", "Definitions"),
            ("name", name),
            ("targetNamespace", &format!("urn:gnc:process:{}", self.slug())),
            ("exporter", env!("CARGO_PKG_NAME")),
            ("exporterVersion", env!("CARGO_PKG_VERSION")),
        ];
        xml.element("bpmn:definitions", &attributes, |xml| {
            for (id, name) in self.messages.values() {
                let name = name.any(self.lang);
                xml.empty("bpmn:message", &[("id", id), ("name", name)]);
            }
            for (node, id) in self.process.nodes().iter().zip(&self.nodes) {
                if node.kind == NodeKind::End(Ending::Error) {
                    let (id, name) = (format!("Error_{id}"), node.name.any(self.lang));
                    xml.empty("bpmn:error", &[("id", &id), ("name", name)]);
                }
            }
            self.collaboration(xml);
            for pool in 0..self.pools.len() {
                self.pool(xml, pool);
            }
            xml.element("bpmndi:BPMNDiagram", &[("id", "Diagram"), ("name", name)], |xml| {
                let plane = [("id", "Plane"), ("bpmnElement", "Collaboration")];
                xml.element("bpmndi:BPMNPlane", &plane, |xml| self.plane(xml));
            });
        });
        xml.finish()
    }

    fn slug(&self) -> String {
        self.process.id.chars().map(|c| if is_plain(c) { c } else { '-' }).collect()
    }

    /// A name in every language but that of the diagram, as documentation.
    fn documentation(&self, xml: &mut Xml, name: &Label, note: &Label) {
        for lang in Lang::ALL {
            let name = if lang == self.lang { "" } else { name.get(lang) };
            let parts = [name, note.get(lang)];
            let text: Vec<&str> = parts.into_iter().filter(|text| !text.is_empty()).collect();
            if !text.is_empty() {
                let text = format!("{}: {}", lang.code(), text.join(" – "));
                xml.leaf("bpmn:documentation", &[], &text);
            }
        }
    }

    fn collaboration(&self, xml: &mut Xml) {
        xml.element("bpmn:collaboration", &[("id", "Collaboration")], |xml| {
            if self.process.draft {
                xml.leaf("bpmn:documentation", &[], say::DRAFT.get(self.lang));
            }
            self.documentation(xml, &self.process.name, &self.process.purpose);
            for (at, (pool, id)) in self.process.pools().iter().zip(&self.pools).enumerate() {
                let process = format!("Process_{id}");
                let mut attributes = vec![("id", id.as_str()), ("name", pool.name.any(self.lang))];
                if self.has_steps(at) {
                    attributes.push(("processRef", &process));
                }
                xml.element("bpmn:participant", &attributes, |xml| {
                    self.documentation(xml, &pool.name, &Label::default());
                });
            }
            for (flow, id) in self.process.messages().iter().zip(&self.message_flows) {
                let mut attributes = vec![("id", id.as_str())];
                let name = flow.name.any(self.lang);
                if !name.is_empty() {
                    attributes.push(("name", name));
                }
                attributes.push(("sourceRef", self.node_id(flow.from)));
                attributes.push(("targetRef", self.node_id(flow.to)));
                // No `messageRef`: renderers would print the name of the message a second time.
                xml.element("bpmn:messageFlow", &attributes, |xml| {
                    self.documentation(xml, &flow.name, &Label::default());
                });
            }
        });
    }

    fn has_steps(&self, pool: usize) -> bool {
        (0..self.nodes.len()).any(|node| self.process.pool_of(node) == Some(pool))
    }

    fn node_id(&self, node: usize) -> &str {
        self.nodes.get(node).map_or("", String::as_str)
    }

    /// The process of one pool: its lanes, steps and sequence flows.
    fn pool(&self, xml: &mut Xml, pool: usize) {
        if !self.has_steps(pool) {
            return;
        }
        let Some(id) = self.pools.get(pool) else { return };
        let process = format!("Process_{id}");
        let attributes = [("id", process.as_str()), ("isExecutable", "false")];
        xml.element("bpmn:process", &attributes, |xml| {
            xml.element("bpmn:laneSet", &[("id", &format!("Lanes_{id}"))], |xml| {
                for (at, (lane, id)) in self.process.lanes().iter().zip(&self.lanes).enumerate() {
                    if lane.pool != pool {
                        continue;
                    }
                    let attributes = [("id", id.as_str()), ("name", lane.name.any(self.lang))];
                    xml.element("bpmn:lane", &attributes, |xml| {
                        self.documentation(xml, &lane.name, &Label::default());
                        for (node, id) in self.process.nodes().iter().zip(&self.nodes) {
                            if node.lane == at {
                                xml.leaf("bpmn:flowNodeRef", &[], id);
                            }
                        }
                    });
                }
            });
            for (at, node) in self.process.nodes().iter().enumerate() {
                if self.process.pool_of(at) == Some(pool) {
                    self.node(xml, at, node);
                }
            }
            for (flow, id) in self.process.flows().iter().zip(&self.flows) {
                if self.process.pool_of(flow.from) != Some(pool) {
                    continue;
                }
                let mut attributes = vec![("id", id.as_str())];
                let name = flow.label.any(self.lang);
                if !name.is_empty() {
                    attributes.push(("name", name));
                }
                attributes.push(("sourceRef", self.node_id(flow.from)));
                attributes.push(("targetRef", self.node_id(flow.to)));
                xml.element("bpmn:sequenceFlow", &attributes, |xml| {
                    self.documentation(xml, &flow.label, &Label::default());
                    if self.is_conditional(flow) {
                        // In natural language, which the format allows.
                        xml.leaf("bpmn:conditionExpression", &[], name);
                    }
                });
            }
        });
    }

    /// Whether a flow is taken only when its condition holds: beside a default.
    fn is_conditional(&self, flow: &Flow) -> bool {
        let decides = |node: &Node| node.kind == NodeKind::Decision;
        self.process.nodes().get(flow.from).is_some_and(decides)
            && !flow.default
            && self.process.outgoing(flow.from).any(|other| other.default)
    }

    fn node(&self, xml: &mut Xml, at: usize, node: &Node) {
        let element = match &node.kind {
            NodeKind::Start(_) => "bpmn:startEvent",
            NodeKind::Task(Work::Plain) => "bpmn:task",
            NodeKind::Task(Work::Send) => "bpmn:sendTask",
            NodeKind::Task(Work::Receive) => "bpmn:receiveTask",
            NodeKind::Task(Work::Rule) => "bpmn:businessRuleTask",
            NodeKind::Decision | NodeKind::Merge => "bpmn:exclusiveGateway",
            NodeKind::Wait => "bpmn:eventBasedGateway",
            NodeKind::Fork | NodeKind::Join => "bpmn:parallelGateway",
            NodeKind::Catch(_) => "bpmn:intermediateCatchEvent",
            NodeKind::Subprocess(_) => "bpmn:callActivity",
            NodeKind::End(_) => "bpmn:endEvent",
        };
        let (id, title) = (self.node_id(at), node.title(self.lang));
        let mut attributes = vec![("id", id)];
        if !title.is_empty() {
            attributes.push(("name", &title));
        }
        let message = self.messages.get(self.message_of(at)).map(|(id, _)| id.as_str());
        match &node.kind {
            NodeKind::Task(Work::Send | Work::Receive) => {
                attributes.extend(message.map(|message| ("messageRef", message)));
            }
            NodeKind::Subprocess(called) => attributes.push(("calledElement", called)),
            NodeKind::Decision => {
                let mut flows = self.process.flows().iter().zip(&self.flows);
                let default = flows.find(|(flow, _)| flow.from == at && flow.default);
                attributes.extend(default.map(|(_, id)| ("default", id.as_str())));
            }
            _ => {}
        }
        xml.element(element, &attributes, |xml| {
            self.documentation(xml, &node.name, &node.note);
            let flows = || self.process.flows().iter().zip(&self.flows);
            for (_, id) in flows().filter(|(flow, _)| flow.to == at) {
                xml.leaf("bpmn:incoming", &[], id);
            }
            for (_, id) in flows().filter(|(flow, _)| flow.from == at) {
                xml.leaf("bpmn:outgoing", &[], id);
            }
            let definition = format!("Event_{id}");
            let mut attributes = vec![("id", definition.as_str())];
            match node.kind {
                NodeKind::Start(Event::Message)
                | NodeKind::Catch(Event::Message)
                | NodeKind::End(Ending::Message) => {
                    attributes.extend(message.map(|message| ("messageRef", message)));
                    xml.empty("bpmn:messageEventDefinition", &attributes);
                }
                NodeKind::Start(Event::Timer) => {
                    let cycle = format!("R/{}", node.delay);
                    timer(xml, &attributes, "bpmn:timeCycle", &cycle, &node.delay);
                }
                NodeKind::Catch(Event::Timer) => {
                    timer(xml, &attributes, "bpmn:timeDuration", &node.delay, &node.delay);
                }
                NodeKind::End(Ending::Error) => {
                    let error = format!("Error_{id}");
                    attributes.push(("errorRef", &error));
                    xml.empty("bpmn:errorEventDefinition", &attributes);
                }
                _ => {}
            }
        });
    }

    /// The message that a node sends or waits for: its own, else that of a message flow at it.
    fn message_of(&self, at: usize) -> &str {
        let own = self.process.nodes().get(at).map_or("", |node| node.message.as_str());
        if !own.is_empty() {
            return own;
        }
        let mut flows = self.process.messages().iter();
        flows.find(|flow| flow.from == at || flow.to == at).map_or("", |flow| &flow.message)
    }

    fn plane(&self, xml: &mut Xml) {
        let horizontal = ("isHorizontal", "true");
        for (id, band) in self.pools.iter().zip(&self.layout.pools) {
            shape(xml, id, &[horizontal], band.rect, None);
        }
        for (id, band) in self.lanes.iter().zip(&self.layout.lanes) {
            shape(xml, id, &[horizontal], band.rect, None);
        }
        for ((id, placed), node) in
            self.nodes.iter().zip(&self.layout.nodes).zip(self.process.nodes())
        {
            let label = placed.label.as_ref().filter(|_| node.kind.is_small());
            let marker = [("isMarkerVisible", "true")];
            let is_exclusive = matches!(node.kind, NodeKind::Decision | NodeKind::Merge);
            shape(xml, id, if is_exclusive { &marker } else { &[] }, placed.rect, label);
        }
        for (id, route) in self.flows.iter().zip(&self.layout.flows) {
            edge(xml, id, route);
        }
        for (id, route) in self.message_flows.iter().zip(&self.layout.messages) {
            edge(xml, id, route);
        }
    }
}

/// A timer; without a time where none is agreed.
fn timer(xml: &mut Xml, attributes: &[(&str, &str)], element: &str, time: &str, delay: &str) {
    xml.element("bpmn:timerEventDefinition", attributes, |xml| {
        if !delay.is_empty() {
            xml.leaf(element, &[("xsi:type", "bpmn:tFormalExpression")], time);
        }
    });
}

fn shape(xml: &mut Xml, of: &str, more: &[(&str, &str)], place: Rect, label: Option<&TextBox>) {
    let id = format!("Shape_{of}");
    let mut attributes = vec![("id", id.as_str()), ("bpmnElement", of)];
    attributes.extend(more);
    xml.element("bpmndi:BPMNShape", &attributes, |xml| {
        bounds(xml, place);
        if let Some(label) = label {
            xml.element("bpmndi:BPMNLabel", &[], |xml| bounds(xml, label.rect));
        }
    });
}

fn edge(xml: &mut Xml, of: &str, route: &Route) {
    let id = format!("Edge_{of}");
    xml.element("bpmndi:BPMNEdge", &[("id", &id), ("bpmnElement", of)], |xml| {
        for (x, y) in &route.points {
            xml.empty("di:waypoint", &[("x", &x.to_string()), ("y", &y.to_string())]);
        }
        if let Some(label) = &route.label {
            xml.element("bpmndi:BPMNLabel", &[], |xml| bounds(xml, label.rect));
        }
    });
}

fn bounds(xml: &mut Xml, place: Rect) {
    let [x, y, w, h] = [place.x, place.y, place.w, place.h].map(|it| it.to_string());
    xml.empty("dc:Bounds", &[("x", &x), ("y", &y), ("width", &w), ("height", &h)]);
}
