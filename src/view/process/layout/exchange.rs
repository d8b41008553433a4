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

/// Finds a place for both sides and every message, with their texts in `lang`.
pub fn lay_out_exchange(exchange: &Exchange, lang: Lang) -> Layout {
    let mut y = ABOVE;
    let mut messages = Vec::with_capacity(exchange.ways.len());
    for way in &exchange.ways {
        let lines = text::wrap(way.name.any(lang), BETWEEN - 2 * LINE);
        let rect = Rect { x: END, y, w: BETWEEN, h: text::height(&lines) };
        y += rect.h + BELOW;
        let label = Some(TextBox { rect, lines, centred: true });
        let ends = [(END, y), (END + BETWEEN, y)];
        let [there, back] = [ends.to_vec(), ends.into_iter().rev().collect()];
        let (one, other) = if way.forward { (there, back) } else { (back, there) };
        messages.push(Route { points: one, label, ..Route::default() });
        if way.both {
            messages.push(Route { points: other, ..Route::default() });
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
