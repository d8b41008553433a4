//! Places: from lines and tracks of the grid to pixels, and a place for every label.

use super::grid::{Grid, Level};
use super::route::{Side, Way};
use super::shelves::Shelves;
use super::sketch::Sketch;
use super::text;
use super::tracks::{TRACK, Tracks};
use super::{Rect, Route, TextBox};

/// Least width of a channel between columns.
const GAP: i32 = 24;
/// Least height of a channel between rows.
const LEDGE: i32 = 9;
/// Least height of the gutter between pools.
const GUTTER: i32 = 26;
/// Between a line or shape and a label.
const NEAR: i32 = 3;
/// The same at the beginning of a flow that bears a stroke.
const STROKE: i32 = 13;

/// Room that a body needs on each side of its middle.
#[derive(Clone, Copy, Default)]
struct Room {
    left: i32,
    right: i32,
    up: i32,
    down: i32,
}

/// Everything in its place.
pub(super) struct Places {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) bodies: Vec<Rect>,
    pub(super) names: Vec<Option<TextBox>>,
    pub(super) routes: Vec<Route>,
    /// Upper and lower edge of each lane and each pool.
    pub(super) lanes: Vec<(i32, i32)>,
    pub(super) pools: Vec<(i32, i32)>,
}

/// A label, placed relative to the middle of its body.
struct Tag {
    body: usize,
    /// The flow; none for the name of the body.
    flow: Option<usize>,
    rect: Rect,
    lines: Vec<String>,
    centred: bool,
}

/// The side of the body at which a way begins or ends.
fn side(at: (usize, usize), next: (usize, usize)) -> Side {
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
fn tags(sketch: &Sketch, grid: &Grid, ways: &[Way], tracks: &Tracks) -> (Vec<Room>, Vec<Tag>) {
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
        let mut room = Room { left: w, right: w, up: h, down: h };
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

/// Turns lines and tracks into pixels. `left` is where the grid begins.
pub(super) fn places(
    sketch: &Sketch,
    grid: &Grid,
    ways: &[Way],
    tracks: &Tracks,
    left: i32,
) -> Places {
    let (rooms, tags) = tags(sketch, grid, ways, tracks);
    let half = |used: Option<(i32, i32)>| {
        used.map_or((0, 0), |(low, high)| ((-low).max(0) * TRACK + 6, high.max(0) * TRACK + 6))
    };

    // Across.
    let mut before = vec![0; grid.across];
    let mut behind = vec![0; grid.across];
    for line in (1..grid.across).step_by(2) {
        (before[line], behind[line]) = half(tracks.across[line]);
    }
    for (body, room) in rooms.iter().enumerate() {
        let x = grid.at[body].0;
        before[x] = before[x].max(room.left);
        behind[x] = behind[x].max(room.right);
    }
    let mut xs = Vec::with_capacity(grid.across);
    let mut x = left;
    for line in 0..grid.across {
        if line % 2 == 1 {
            x += before[line];
            xs.push(x);
            x += behind[line];
        } else {
            let count = tracks.across[line].map_or(0, |(_, high)| high + 1);
            let outer = line == 0 || line + 1 == grid.across;
            let least = if outer { GAP / 2 } else { GAP };
            let width = (count * TRACK + if count > 0 { 12 } else { 0 }).max(least);
            // The bundle of tracks lies in the middle.
            xs.push(x + (width - (count - 1).max(0) * TRACK) / 2);
            x += width;
        }
    }
    let mut width = x;

    // Labels of messages in the gutters, as the height of a gutter depends on them.
    let mut shelves = Shelves::new(sketch, grid, tracks, &xs);
    for flow in 0..sketch.lines.len() {
        shelves.place(flow);
    }
    width = width.max(shelves.width);

    // Down.
    let mut over = vec![0; grid.levels.len()];
    let mut under = vec![0; grid.levels.len()];
    for (line, level) in grid.levels.iter().enumerate() {
        if *level == Level::Row {
            (over[line], under[line]) = half(tracks.down[line]);
        }
    }
    for (body, room) in rooms.iter().enumerate() {
        let y = grid.at[body].1;
        over[y] = over[y].max(room.up);
        under[y] = under[y].max(room.down);
    }
    let mut ys = Vec::with_capacity(grid.levels.len());
    let mut edges = Vec::with_capacity(grid.levels.len());
    let mut y = 0;
    for (line, level) in grid.levels.iter().enumerate() {
        let top = y;
        let count = tracks.down[line].map_or(0, |(_, high)| high + 1);
        let bundle = (count - 1).max(0) * TRACK;
        match level {
            Level::Row => {
                let lane = grid.lane[line];
                let rows = lane.map_or(1, |lane| (grid.span[lane].1 - grid.span[lane].0) / 2);
                let rows = i32::try_from(rows).unwrap_or(1).max(1);
                let least = lane.map_or(0, |lane| sketch.lanes[lane].height / rows);
                let missing = (least - over[line] - under[line] - LEDGE).max(0);
                ys.push(y + over[line] + missing / 2);
                y += over[line] + under[line] + missing;
            }
            Level::Channel => {
                let height = (bundle + if count > 0 { 18 } else { 0 }).max(LEDGE);
                ys.push(y + (height - bundle) / 2);
                y += height;
            }
            Level::Gutter => {
                let outer = line == 0 || line + 1 == grid.levels.len();
                let labels = shelves.height(line);
                let least = if outer && count == 0 && labels == 0 { 0 } else { GUTTER };
                let height = (labels + if count > 0 { bundle + 14 } else { 0 }).max(least);
                ys.push(y + height - bundle - if count > 0 { 8 } else { 0 });
                y += height;
            }
        }
        edges.push((top, y));
    }

    let position = |piece: &super::tracks::Piece| {
        let base = if piece.plumb { xs[piece.on] } else { ys[piece.on] };
        base + piece.track * TRACK
    };
    let bodies: Vec<Rect> = sketch
        .bodies
        .iter()
        .zip(&grid.at)
        .map(|(body, at)| Rect {
            x: xs[at.0] - body.half_width,
            y: ys[at.1] - body.half_height,
            w: 2 * body.half_width,
            h: 2 * body.half_height,
        })
        .collect();
    let mut routes: Vec<Route> = ways
        .iter()
        .enumerate()
        .map(|(flow, way)| {
            let pieces = &tracks.pieces[tracks.first[flow]..][..way.len().saturating_sub(1)];
            Route { points: points(way, pieces, &position, sketch, flow, &bodies), label: None }
        })
        .collect();
    let mut names = vec![None; sketch.bodies.len()];
    for tag in tags {
        let at = grid.at[tag.body];
        let rect = Rect { x: tag.rect.x + xs[at.0], y: tag.rect.y + ys[at.1], ..tag.rect };
        let made = Some(TextBox { rect, lines: tag.lines, centred: tag.centred });
        match tag.flow {
            Some(flow) => routes[flow].label = made,
            None => names[tag.body] = made,
        }
    }
    for (flow, label) in shelves.labels(&edges) {
        routes[flow].label = Some(label);
    }
    Places {
        width,
        height: y,
        bodies,
        names,
        routes,
        lanes: grid.span.iter().map(|(first, last)| (edges[*first].0, edges[*last].1)).collect(),
        pools: grid.pool.iter().map(|(first, last)| (edges[*first].0, edges[*last].1)).collect(),
    }
}

/// The points of a way: where it leaves its body, where it bends, where it arrives.
fn points(
    way: &Way,
    pieces: &[super::tracks::Piece],
    position: &dyn Fn(&super::tracks::Piece) -> i32,
    sketch: &Sketch,
    flow: usize,
    bodies: &[Rect],
) -> Vec<(i32, i32)> {
    let line = &sketch.lines[flow];
    let ([first, second, ..], [.., before, last]) = (way.as_slice(), way.as_slice()) else {
        return Vec::new();
    };
    let edge = |body: &Rect, side: Side, piece: &super::tracks::Piece| match side {
        Side::Right => (body.x + body.w, position(piece)),
        Side::Left => (body.x, position(piece)),
        Side::Down => (position(piece), body.y + body.h),
        Side::Up => (position(piece), body.y),
    };
    let (Some(start), Some(end)) = (pieces.first(), pieces.last()) else { return Vec::new() };
    let mut points = vec![edge(&bodies[line.from], side(*first, *second), start)];
    for pair in pieces.windows(2) {
        let [a, b] = pair else { continue };
        points.push(if a.plumb { (position(a), position(b)) } else { (position(b), position(a)) });
    }
    points.push(edge(&bodies[line.to], side(*last, *before), end));
    points
}
