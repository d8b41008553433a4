//! Pictures of processes and lifecycles, drawn by ourselves: no browser, no script, light and dark.

use crate::render::Artifact;
use crate::render::Kind;
use crate::render::print::xml::Xml;
use crate::render::process::glyphs;
use crate::render::process::style::STYLE;
use crate::render::process::{is_plain, path};
use crate::view::process::layout::text::{LINE, TYPE};
use crate::view::process::layout::{
    BandBox, LANE_TITLE, Layout, POOL_TITLE, Placed, Rect, Route, TextBox, lay_out, lay_out_states,
};
use crate::view::process::lifecycle::StateMachine;
use crate::view::process::{Ending, Event, Node, NodeKind, Process, Work};
use crate::words::{Lang, process as say};

/// Around the picture.
const MARGIN: i32 = 8;
/// Above the picture of a draft.
const MARK: i32 = 22;

/// The picture of a process, as a file.
pub fn write(process: &Process, lang: Lang) -> Artifact {
    Artifact::text(Kind::Svg, path(&process.id, Some(lang), "svg"), drawing(process, lang))
        .in_lang(lang)
}

/// The picture of a lifecycle, as a file.
pub fn write_states(machine: &StateMachine, lang: Lang) -> Artifact {
    Artifact::text(Kind::Svg, path(&machine.id, Some(lang), "svg"), states(machine, lang))
        .in_lang(lang)
}

/// The picture of a process, ready to stand in a page: no XML declaration, and identifiers of its own.
pub fn drawing(process: &Process, lang: Lang) -> String {
    let layout = lay_out(process, lang);
    let numbered = process.nodes().iter().filter(|node| !node.number.is_empty());
    let steps: Vec<String> = numbered
        .map(|node| {
            let lane = process.lanes().get(node.lane).map_or("", |lane| lane.name.any(lang));
            say::STEP.with(lang, &[("step", &node.title(lang)), ("lane", lane)])
        })
        .collect();
    let shows = say::SHOWS.with(
        lang,
        &[
            ("pools", &process.pools().len().to_string()),
            ("lanes", &process.lanes().len().to_string()),
            ("steps", &steps.join("; ")),
        ],
    );
    let frame = Frame {
        id: identifier(&process.id, lang),
        title: process.name.any(lang),
        purpose: process.purpose.any(lang),
        shows: &shows,
        draft: process.draft,
        lang,
    };
    frame.draw(&layout, |xml| {
        for (pool, band) in layout.pools.iter().enumerate() {
            let lanes = layout.lanes.iter().zip(process.lanes());
            for (lane, _) in lanes.filter(|(_, lane)| lane.pool == pool) {
                draw_lane(xml, lane);
            }
            draw_pool(xml, band);
        }
        for (route, flow) in layout.flows.iter().zip(process.flows()) {
            frame.flow(xml, route, flow.default);
        }
        for route in &layout.messages {
            frame.message(xml, route);
        }
        for (node, placed) in process.nodes().iter().zip(&layout.nodes) {
            draw_node(xml, node, placed);
        }
        for route in &layout.flows {
            draw_text(xml, "gp-label", route.label.as_ref());
        }
        for route in &layout.messages {
            draw_text(xml, "gp-message-label", route.label.as_ref());
        }
    })
}

/// The picture of a lifecycle, ready to stand in a page.
pub fn states(machine: &StateMachine, lang: Lang) -> String {
    let layout = lay_out_states(machine, lang);
    let name = |at: usize| machine.states().get(at).map_or("", |state| state.name.any(lang));
    let transitions: Vec<String> = machine
        .transitions()
        .iter()
        .map(|it| {
            let trigger = it.trigger.any(lang);
            let words = if trigger.is_empty() { say::PLAIN_TRANSITION } else { say::TRANSITION };
            words.with(lang, &[("from", name(it.from)), ("to", name(it.to)), ("trigger", trigger)])
        })
        .collect();
    let shows = say::SHOWS_STATES.with(
        lang,
        &[
            ("states", &machine.states().len().to_string()),
            ("transitions", &transitions.join("; ")),
        ],
    );
    let frame = Frame {
        id: identifier(&machine.id, lang),
        title: machine.name.any(lang),
        purpose: "",
        shows: &shows,
        draft: machine.draft,
        lang,
    };
    frame.draw(&layout, |xml| {
        for route in &layout.flows {
            frame.flow(xml, route, false);
        }
        for (at, (state, placed)) in machine.states().iter().zip(&layout.nodes).enumerate() {
            let class = match (machine.initial() == Some(at), state.terminal) {
                (true, _) => "gp-go",
                (_, true) => "gp-end",
                _ => "gp-task",
            };
            draw_box(xml, class, placed.rect, 14);
            draw_text(xml, "gp-text", placed.label.as_ref());
        }
        for route in &layout.flows {
            draw_text(xml, "gp-label", route.label.as_ref());
        }
    })
}

/// What every identifier in the picture begins with.
fn identifier(id: &str, lang: Lang) -> String {
    let id: String = id.chars().map(|c| if is_plain(c) { c } else { '-' }).collect();
    format!("gp-{id}-{}", lang.code())
}

/// What stands around a picture.
struct Frame<'a> {
    id: String,
    title: &'a str,
    purpose: &'a str,
    shows: &'a str,
    draft: bool,
    lang: Lang,
}

impl Frame<'_> {
    fn draw(&self, layout: &Layout, inner: impl FnOnce(&mut Xml)) -> String {
        let top = if self.draft { MARGIN + MARK } else { MARGIN };
        let (width, height) = (layout.width + 2 * MARGIN, layout.height + MARGIN + top);
        let title = format!("{}-title", self.id);
        let desc = format!("{}-desc", self.id);
        let mut xml = Xml::fragment();
        xml.element(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("class", "gp"),
                ("viewBox", &format!("{} {} {width} {height}", -MARGIN, -top)),
                ("width", &width.to_string()),
                ("height", &height.to_string()),
                ("role", "img"),
                ("lang", self.lang.code()),
                ("aria-labelledby", &title),
                ("aria-describedby", &desc),
            ],
            |xml| {
                xml.leaf("title", &[("id", &title)], self.title);
                let said = format!("{} {}", self.purpose, self.shows);
                xml.leaf("desc", &[("id", &desc)], said.trim_start());
                xml.leaf("style", &[], STYLE);
                xml.element("defs", &[], |xml| {
                    self.marker(xml, "tip", 9, "M0 0L10 5L0 10z", "gp-tip");
                    self.marker(xml, "open", 9, "M1 1L9 5L1 9z", "gp-open-tip");
                    self.marker(xml, "dot", 5, "M1 5a4 4 0 1 1 8 0a4 4 0 1 1 -8 0", "gp-open-tip");
                });
                rect(xml, "gp-paper", Rect { x: -MARGIN, y: -top, w: width, h: height }, 0);
                if self.draft {
                    let x = (layout.width / 2).to_string();
                    let at = [("class", "gp-draft gp-mid"), ("x", x.as_str()), ("y", "-10")];
                    xml.leaf("text", &at, say::DRAFT.get(self.lang));
                }
                inner(xml);
            },
        );
        xml.finish()
    }

    fn marker(&self, xml: &mut Xml, name: &str, tip: i32, data: &str, class: &str) {
        let attributes = [
            ("id", &*format!("{}-{name}", self.id)),
            ("viewBox", "0 0 10 10"),
            ("refX", &tip.to_string()),
            ("refY", "5"),
            ("markerWidth", "9"),
            ("markerHeight", "9"),
            ("markerUnits", "userSpaceOnUse"),
            ("orient", "auto"),
        ];
        xml.element("marker", &attributes, |xml| glyphs::path(xml, class, data));
    }

    fn flow(&self, xml: &mut Xml, route: &Route, default: bool) {
        let tip = format!("url(#{}-tip)", self.id);
        let data = line(&route.points);
        xml.empty("path", &[("class", "gp-flow"), ("d", &data), ("marker-end", &tip)]);
        let ([a, b, ..], true) = (route.points.as_slice(), default) else { return };
        // The stroke that marks the way taken when no other is.
        let (dx, dy) = ((b.0 - a.0).signum(), (b.1 - a.1).signum());
        let (x, y) = (a.0 + 8 * dx, a.1 + 8 * dy);
        let slash = format!("M{} {}l6 -10", x - 3, y + 5);
        let slash = if dy == 0 { slash } else { format!("M{} {}l10 -6", x - 5, y + 3) };
        glyphs::path(xml, "gp-flow", &slash);
    }

    fn message(&self, xml: &mut Xml, route: &Route) {
        let (open, dot) = (format!("url(#{}-open)", self.id), format!("url(#{}-dot)", self.id));
        let data = line(&route.points);
        let attributes = [
            ("class", "gp-message"),
            ("d", &*data),
            ("marker-start", &*dot),
            ("marker-end", &*open),
        ];
        xml.empty("path", &attributes);
    }
}

/// A line through these points, its corners rounded.
fn line(points: &[(i32, i32)]) -> String {
    let Some((first, rest)) = points.split_first() else { return String::new() };
    let mut data = format!("M{} {}", first.0, first.1);
    let mut before = *first;
    for (at, point) in rest.iter().enumerate() {
        if let Some(next) = rest.get(at + 1) {
            let length = |a: (i32, i32), b: (i32, i32)| (a.0 - b.0).abs() + (a.1 - b.1).abs();
            let round = 5.min(length(before, *point) / 2).min(length(*point, *next) / 2);
            let toward = |other: (i32, i32)| {
                let (dx, dy) = ((other.0 - point.0).signum(), (other.1 - point.1).signum());
                (point.0 + dx * round, point.1 + dy * round)
            };
            let (a, b) = (toward(before), toward(*next));
            data.push_str(&format!("L{} {}Q{} {} {} {}", a.0, a.1, point.0, point.1, b.0, b.1));
        } else {
            data.push_str(&format!("L{} {}", point.0, point.1));
        }
        before = *point;
    }
    data
}

fn rect(xml: &mut Xml, class: &str, place: Rect, round: i32) {
    draw_box(xml, class, place, round);
}

fn draw_box(xml: &mut Xml, class: &str, place: Rect, round: i32) {
    let [x, y, w, h] = [place.x, place.y, place.w, place.h].map(|it| it.to_string());
    let round = round.to_string();
    let mut attributes =
        vec![("class", class), ("x", &*x), ("y", &*y), ("width", &*w), ("height", &*h)];
    if round != "0" {
        attributes.push(("rx", &round));
    }
    xml.empty("rect", &attributes);
}

/// The lines of a text in its place.
fn draw_text(xml: &mut Xml, class: &str, text: Option<&TextBox>) {
    let Some(text) = text else { return };
    let class = if text.centred { format!("{class} gp-mid") } else { class.to_owned() };
    let x = if text.centred { text.rect.x + text.rect.w / 2 } else { text.rect.x };
    lines(xml, &class, x, text.rect.y, &text.lines);
}

fn lines(xml: &mut Xml, class: &str, x: i32, top: i32, lines: &[String]) {
    let x = x.to_string();
    let mut y = top + TYPE - 1;
    for line in lines {
        xml.leaf("text", &[("class", class), ("x", &x), ("y", &y.to_string())], line);
        y += LINE;
    }
}

fn draw_lane(xml: &mut Xml, lane: &BandBox) {
    rect(xml, "gp-lane", lane.rect, 0);
    rect(xml, "gp-lane-title", Rect { w: LANE_TITLE, ..lane.rect }, 0);
    let height = LINE * i32::try_from(lane.title.len()).unwrap_or(0);
    let top = lane.rect.y + (lane.rect.h - height) / 2;
    lines(xml, "gp-text gp-mid", lane.rect.x + LANE_TITLE / 2, top, &lane.title);
}

fn draw_pool(xml: &mut Xml, pool: &BandBox) {
    rect(xml, "gp-pool", pool.rect, 0);
    rect(xml, "gp-band", Rect { w: POOL_TITLE, ..pool.rect }, 0);
    let middle = (pool.rect.x + POOL_TITLE / 2, pool.rect.y + pool.rect.h / 2);
    let height = LINE * i32::try_from(pool.title.len()).unwrap_or(0);
    let mut x = middle.0 - height / 2 + TYPE - 1;
    for line in &pool.title {
        let turn = format!("translate({x} {}) rotate(-90)", middle.1);
        xml.leaf("text", &[("class", "gp-title gp-mid"), ("transform", &turn)], line);
        x += LINE;
    }
}

fn draw_node(xml: &mut Xml, node: &Node, placed: &Placed) {
    let place = placed.rect;
    let (x, y) = (place.x + place.w / 2, place.y + place.h / 2);
    let mut text = "gp-text";
    match &node.kind {
        NodeKind::Task(work) => {
            let is_message = matches!(work, Work::Send | Work::Receive);
            rect(xml, if is_message { "gp-send" } else { "gp-task" }, place, 8);
            let (corner, top) = (place.x + 14, place.y + 10);
            match work {
                Work::Send => glyphs::envelope(xml, corner, top, 16, true),
                Work::Receive => glyphs::envelope(xml, corner, top, 16, false),
                Work::Rule => glyphs::rules(xml, corner, top),
                Work::Plain => {}
            }
        }
        NodeKind::Subprocess(_) => {
            rect(xml, "gp-task", place, 8);
            glyphs::collapsed(xml, x, place.y + place.h - 8);
        }
        NodeKind::Start(event) => {
            glyphs::circle(xml, "gp-go", place, 0);
            draw_event(xml, *event, x, y);
            text = "gp-label";
        }
        NodeKind::Catch(event) => {
            glyphs::circle(xml, "gp-wait", place, 0);
            glyphs::circle(xml, "gp-wait", place, 3);
            draw_event(xml, *event, x, y);
            text = "gp-label";
        }
        NodeKind::End(ending) => {
            let class = if *ending == Ending::Error { "gp-bad" } else { "gp-end" };
            glyphs::circle(xml, class, place, 1);
            match ending {
                Ending::Plain => {}
                Ending::Message => glyphs::envelope(xml, x, y, 18, true),
                Ending::Error => glyphs::bolt(xml, x, y),
            }
            text = "gp-label";
        }
        NodeKind::Decision | NodeKind::Merge | NodeKind::Wait | NodeKind::Fork | NodeKind::Join => {
            let (left, top, w, h) = (place.x, place.y, place.w / 2, place.h / 2);
            let data = format!("M{left} {y}L{x} {top}l{w} {h}l-{w} {h}z");
            glyphs::path(xml, "gp-gate", &data);
            match node.kind {
                NodeKind::Decision | NodeKind::Merge => glyphs::saltire(xml, x, y),
                NodeKind::Wait => glyphs::pentagon(xml, x, y),
                _ => glyphs::cross(xml, x, y),
            }
            text = "gp-label";
        }
    }
    draw_text(xml, text, placed.label.as_ref());
}

fn draw_event(xml: &mut Xml, event: Event, x: i32, y: i32) {
    match event {
        Event::Plain => {}
        Event::Message => glyphs::envelope(xml, x, y, 18, false),
        Event::Timer => glyphs::clock(xml, x, y),
    }
}
