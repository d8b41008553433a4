//! The shapes of a picture: bands, nodes with their signs, texts, marks.

use crate::render::print::xml::Xml;
use crate::render::process::glyphs;
use crate::view::process::layout::text::{LINE, TYPE};
use crate::view::process::layout::{BandBox, LANE_TITLE, Mark, POOL_TITLE, Placed, Rect, TextBox};
use crate::view::process::{Ending, Event, Node, NodeKind, Work};

pub(super) fn draw_box(xml: &mut Xml, class: &str, place: Rect, round: i32) {
    let [x, y, w, h] = [place.x, place.y, place.w, place.h].map(|it| it.to_string());
    let round = round.to_string();
    let mut attributes =
        vec![("class", class), ("x", &*x), ("y", &*y), ("width", &*w), ("height", &*h)];
    if round != "0" {
        attributes.push(("rx", &round));
    }
    xml.empty("rect", &attributes);
}

/// A mark at which a flow is cut, or a number on it.
pub(super) fn draw_mark(xml: &mut Xml, mark: Mark, text: &str) {
    let place = Rect { x: mark.at.0 - 8, y: mark.at.1 - 8, w: 16, h: 16 };
    let class = if mark.message { "gp-message-cut" } else { "gp-cut" };
    glyphs::circle(xml, class, place, 0);
    // Two letters have room only in smaller type.
    let (class, down) = match text.len() {
        0 | 1 => ("gp-cut-name gp-mid", 4),
        _ => ("gp-cut-name gp-cut-long gp-mid", 3),
    };
    let [x, y] = [mark.at.0, mark.at.1 + down].map(|it| it.to_string());
    xml.leaf("text", &[("class", class), ("x", &x), ("y", &y)], text);
}

/// The lines of a text in its place.
pub(super) fn draw_text(xml: &mut Xml, class: &str, text: Option<&TextBox>) {
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

pub(super) fn draw_lane(xml: &mut Xml, lane: &BandBox) {
    draw_box(xml, "gp-lane", lane.rect, 0);
    draw_box(xml, "gp-lane-title", Rect { w: LANE_TITLE, ..lane.rect }, 0);
    let height = LINE * i32::try_from(lane.title.len()).unwrap_or(0);
    let top = lane.rect.y + (lane.rect.h - height) / 2;
    lines(xml, "gp-text gp-mid", lane.rect.x + LANE_TITLE / 2, top, &lane.title);
}

pub(super) fn draw_pool(xml: &mut Xml, pool: &BandBox) {
    draw_box(xml, "gp-pool", pool.rect, 0);
    draw_box(xml, "gp-band", Rect { w: POOL_TITLE, ..pool.rect }, 0);
    let middle = (pool.rect.x + POOL_TITLE / 2, pool.rect.y + pool.rect.h / 2);
    let height = LINE * i32::try_from(pool.title.len()).unwrap_or(0);
    let mut x = middle.0 - height / 2 + TYPE - 1;
    for line in &pool.title {
        let turn = format!("translate({x} {}) rotate(-90)", middle.1);
        xml.leaf("text", &[("class", "gp-title gp-mid"), ("transform", &turn)], line);
        x += LINE;
    }
}

pub(super) fn draw_node(xml: &mut Xml, node: &Node, placed: &Placed) {
    let place = placed.rect;
    let (x, y) = (place.x + place.w / 2, place.y + place.h / 2);
    let mut text = "gp-text";
    match &node.kind {
        NodeKind::Task(work) => {
            let is_message = matches!(work, Work::Send | Work::Receive);
            draw_box(xml, if is_message { "gp-send" } else { "gp-task" }, place, 8);
            let (corner, top) = (place.x + 14, place.y + 10);
            match work {
                Work::Send => glyphs::envelope(xml, corner, top, 16, true),
                Work::Receive => glyphs::envelope(xml, corner, top, 16, false),
                Work::Rule => glyphs::rules(xml, corner, top),
                Work::Plain => {}
            }
        }
        NodeKind::Subprocess(_) => {
            draw_box(xml, "gp-task", place, 8);
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
