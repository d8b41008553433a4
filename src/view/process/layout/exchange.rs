//! An exchange at one glance: a box for each side, and an arrow between them for each message.

use super::text::{self, LINE};
use super::{Layout, Placed, Rect, Route, TextBox};
use crate::view::process::exchange::Exchange;
use crate::words::Lang;

/// Width of the box of a side.
const END: i32 = 132;
/// From one box to the other.
const BETWEEN: i32 = 400;
/// Above the name of a message.
const ABOVE: i32 = 8;
/// From the name of a message to its arrow.
const BELOW: i32 = 4;
/// From the arrow there to the one back.
const APART: i32 = 12;

/// Finds a place for both sides and every message, with their texts in `lang`.
pub fn lay_out_exchange(exchange: &Exchange, lang: Lang) -> Layout {
    let mut y = ABOVE;
    let mut messages = Vec::with_capacity(exchange.ways.len());
    for way in &exchange.ways {
        let lines = text::wrap(way.name.any(lang), BETWEEN - 2 * LINE);
        let rect = Rect { x: END, y, w: BETWEEN, h: text::height(&lines) };
        y += rect.h + BELOW;
        let label = Some(TextBox { rect, lines, centred: true });
        let arrow = |forward: bool, y: i32| match forward {
            true => vec![(END, y), (END + BETWEEN, y)],
            false => vec![(END + BETWEEN, y), (END, y)],
        };
        messages.push(Route { points: arrow(way.forward, y), label, ..Route::default() });
        if way.both {
            y += APART;
            messages.push(Route { points: arrow(!way.forward, y), ..Route::default() });
        }
        y += ABOVE;
    }
    let height = y + ABOVE;
    let boxes = exchange.ends.iter().zip([0, END + BETWEEN]).map(|(name, x)| {
        let lines = text::wrap(name.any(lang), END - LINE);
        let top = (height - text::height(&lines)) / 2;
        let rect = Rect { x, y: top, w: END, h: text::height(&lines) };
        Placed {
            rect: Rect { x, y: 0, w: END, h: height },
            label: Some(TextBox { rect, lines, centred: true }),
        }
    });
    let width = 2 * END + BETWEEN;
    Layout {
        width,
        height,
        parts: vec![Rect { x: 0, y: 0, w: width, h: height }],
        pools: Vec::new(),
        lanes: Vec::new(),
        nodes: boxes.collect(),
        flows: Vec::new(),
        messages,
        marks: Vec::new(),
        legend: Vec::new(),
    }
}
