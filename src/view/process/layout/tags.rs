//! Names and labels around bodies: each where no line leaves, with room of its own.

use super::Rect;
use super::grid::Grid;
use super::route::{Side, Way};
use super::sketch::Sketch;
use super::text;
use super::tracks::{TRACK, Tracks};

/// Between a line or shape and a label.
const NEAR: i32 = 3;
/// The same at the beginning of a flow that bears a stroke.
const STROKE: i32 = 13;

/// Room for the numbers of lines beside a box.
const NUMBERS: i32 = 44;

/// Room that a body needs on each side of its middle.
#[derive(Clone, Copy, Default)]
pub(super) struct Room {
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) up: i32,
    pub(super) down: i32,
}

/// A label, placed relative to the middle of its body.
pub(super) struct Tag {
    pub(super) body: usize,
    /// The flow; none for the name of the body.
    pub(super) flow: Option<usize>,
    pub(super) rect: Rect,
    pub(super) lines: Vec<String>,
    pub(super) centred: bool,
}

/// The side of the body at which a way begins or ends.
pub(super) fn side(at: (usize, usize), next: (usize, usize)) -> Side {
    if next.0 > at.0 {
        Side::Right
    } else if next.0 < at.0 {
        Side::Left
    } else if next.1 > at.1 {
        Side::Down
    } else {
        Side::Up
    }
}

/// Puts names and labels around each body where no line leaves it; gives the room that takes.
pub(super) fn tags(
    sketch: &Sketch,
    grid: &Grid,
    ways: &[Way],
    tracks: &Tracks,
) -> (Vec<Room>, Vec<Tag>) {
    let n = sketch.bodies.len();
    let mut used = vec![[false; 4]; n];
    let mut labelled = vec![[false; 4]; n];
    // For each flow with a label the end at which it is shown.
    let mut shown: Vec<(usize, usize, Side)> = Vec::new();
    for (flow, way) in ways.iter().enumerate() {
        let line = &sketch.lines[flow];
        let [first, second, ..] = way.as_slice() else { continue };
        let [.., before, last] = way.as_slice() else { continue };
        let (leave, come) = (side(*first, *second), side(*last, *before));
        used[line.from][leave as usize] = true;
        used[line.to][come as usize] = true;
        if line.message || line.label.is_empty() {
            continue;
        }
        // At the decision, unless another label stands there already.
        let taken = labelled[line.from][leave as usize];
        let (body, end) = if taken && !labelled[line.to][come as usize] && line.from != line.to {
            (line.to, come)
        } else {
            (line.from, leave)
        };
        labelled[body][end as usize] = true;
        shown.push((flow, body, end));
    }
    let mut rooms = Vec::with_capacity(n);
    let mut tags = Vec::new();
    let mut of_body: Vec<Vec<(usize, Side)>> = vec![Vec::new(); n];
    for (flow, body, side) in shown {
        of_body[body].push((flow, side));
    }
    for (number, body) in sketch.bodies.iter().enumerate() {
        let (w, h) = (body.half_width, body.half_height);
        let more = if sketch.numbered { NUMBERS } else { 0 };
        let mut room = Room { left: w, right: w + more, up: h + more / 2, down: h + more / 2 };
        // How far up the labels beside the body reach.
        let (mut right, mut left) = (NEAR - 1, NEAR - 1);
        let mut tag = |flow: Option<usize>, lines: &[String], x: i32, y: i32, centred: bool| {
            let (width, height) = (text::widest(lines), text::height(lines));
            let rect = Rect { x, y, w: width, h: height };
            room.left = room.left.max(-x);
            room.right = room.right.max(x + width);
            room.up = room.up.max(-y);
            room.down = room.down.max(y + height);
            tags.push(Tag { body: number, flow, rect, lines: lines.to_vec(), centred });
        };
        let begins = |flow: usize| sketch.lines[flow].from == number;
        for &(flow, side) in &of_body[number] {
            let lines = &sketch.lines[flow].label;
            match side {
                Side::Right => {
                    right += text::height(lines);
                    let gap =
                        if begins(flow) && sketch.lines[flow].default { STROKE } else { NEAR };
                    tag(Some(flow), lines, w + gap, -right, false);
                }
                Side::Left => {
                    left += text::height(lines);
                    tag(Some(flow), lines, -w - NEAR - text::widest(lines), -left, false);
                }
                Side::Up | Side::Down => {}
            }
        }
        let outmost = tracks.across[grid.at[number].0].map_or(0, |(_, high)| high.max(0));
        let beside = 2 * NEAR + if body.is_box { TRACK * outmost } else { 0 };
        let (mut up, mut down) = (h.max(right).max(left) + NEAR, h + NEAR);
        for &(flow, side) in &of_body[number] {
            let lines = &sketch.lines[flow].label;
            match side {
                Side::Up => {
                    up +=
                        if begins(flow) && sketch.lines[flow].default { STROKE - NEAR } else { 0 };
                    up += text::height(lines);
                    tag(Some(flow), lines, beside, -up, false);
                }
                Side::Down => {
                    down +=
                        if begins(flow) && sketch.lines[flow].default { STROKE - NEAR } else { 0 };
                    tag(Some(flow), lines, beside, down, false);
                    down += text::height(lines);
                }
                Side::Right | Side::Left => {}
            }
        }
        if !body.name.is_empty() {
            let (width, height) = (text::widest(&body.name), text::height(&body.name));
            let above = h.max(right).max(left) + NEAR;
            let is_used = |side: Side| used[number][side as usize];
            if !is_used(Side::Down) {
                tag(None, &body.name, -width / 2, h + NEAR, true);
            } else if !is_used(Side::Up) {
                tag(None, &body.name, -width / 2, -above - height, true);
            } else {
                tag(None, &body.name, -width - 2 * NEAR, -above - height, false);
            }
        }
        rooms.push(room);
    }
    (rooms, tags)
}
