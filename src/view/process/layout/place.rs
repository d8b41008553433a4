//! Places: from lines and tracks of the grid to pixels, and a place for every label.

use super::fold::{EDGE, Fold, fold};
use super::grid::{Grid, Level};
use super::route::{Side, Way};
use super::shelves::Shelves;
use super::sketch::Sketch;
use super::tags::{Room, side, tags};
use super::tracks::{Piece, TRACK, Tracks};
use super::{Mark, Rect, Route, TextBox};

/// Least width of a channel between columns.
const GAP: i32 = 21;
/// Least height of a channel between rows.
const LEDGE: i32 = 9;
/// Least height of the gutter between pools.
const GUTTER: i32 = 26;
/// Between the parts of a folded picture.
const BETWEEN: i32 = 60;
/// Radius of a mark at a cut, and from one mark to the next.
const MARK: i32 = 8;
const NEXT_MARK: i32 = 19;

/// A lane or pool, with its upper and lower edge.
pub(super) type Band = (usize, i32, i32);

/// Everything in its place.
pub(super) struct Places {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) parts: Vec<Rect>,
    pub(super) bodies: Vec<Rect>,
    pub(super) names: Vec<Option<TextBox>>,
    pub(super) routes: Vec<Route>,
    pub(super) marks: Vec<Mark>,
    /// Upper and lower edge of each lane and each pool, once for each part in which it is shown.
    pub(super) lanes: Vec<Band>,
    pub(super) pools: Vec<Band>,
}

struct Placing<'a> {
    sketch: &'a Sketch,
    grid: &'a Grid,
    ways: &'a [Way],
    tracks: &'a Tracks,
    fold: Fold,
    left: i32,
    width: i32,
    xs: Vec<i32>,
    /// For each part the height of each horizontal line, and its upper and lower edge.
    ys: Vec<Vec<i32>>,
    edges: Vec<Vec<(i32, i32)>>,
}

/// Turns lines and tracks into pixels. `left` is where the grid begins; a picture wider than `room`
/// is folded.
pub(super) fn places(
    sketch: &Sketch,
    grid: &Grid,
    ways: &[Way],
    tracks: &Tracks,
    left: i32,
    room: Option<i32>,
) -> Places {
    let (rooms, tags) = tags(sketch, grid, ways, tracks);
    let (widths, middles) = across(grid, tracks, &rooms);
    let fold = fold(grid, tracks, &widths, left, room.unwrap_or(i32::MAX / 2));
    let mut xs = vec![0; grid.across];
    let mut width = 0;
    let last = fold.parts.len() - 1;
    for (number, part) in fold.parts.iter().enumerate() {
        let mut x = left + if number == 0 { 0 } else { EDGE };
        for line in part.0..=part.1 {
            xs[line] = x + middles[line];
            x += widths[line];
        }
        width = width.max(x + if number == last { 0 } else { EDGE });
    }
    // Labels of messages in the gutters first, as the height of a gutter depends on them.
    let mut shelves = Shelves::new(sketch, grid, tracks, &fold, &xs);
    for flow in 0..sketch.lines.len() {
        shelves.place(flow);
    }
    width = width.max(shelves.width);
    let (ys, edges) = (Vec::new(), Vec::new());
    let mut it = Placing { sketch, grid, ways, tracks, fold, left, width, xs, ys, edges };
    let (lanes, pools, parts) = it.down(&rooms, &shelves);

    let at = |body: usize| {
        let (x, y) = grid.at[body];
        (it.xs[x], it.ys[it.fold.part[x]][y])
    };
    let rect = |(number, body): (usize, &super::sketch::Body)| {
        let (x, y) = at(number);
        let (w, h) = (body.half_width, body.half_height);
        Rect { x: x - w, y: y - h, w: 2 * w, h: 2 * h }
    };
    let bodies: Vec<Rect> = sketch.bodies.iter().enumerate().map(rect).collect();
    let mut routes: Vec<Route> = (0..ways.len()).map(|flow| it.route(flow, &bodies)).collect();
    let marks = it.marks(&mut routes);
    let mut names = vec![None; sketch.bodies.len()];
    for tag in tags {
        let (x, y) = at(tag.body);
        let rect = Rect { x: tag.rect.x + x, y: tag.rect.y + y, ..tag.rect };
        let made = Some(TextBox { rect, lines: tag.lines, centred: tag.centred });
        match tag.flow {
            Some(flow) => routes[flow].label = made,
            None => names[tag.body] = made,
        }
    }
    for (flow, label) in shelves.labels(&it.edges) {
        routes[flow].label = Some(label);
    }
    let height = parts.last().map_or(0, |part| part.y + part.h);
    Places { width, height, parts, bodies, names, routes, marks, lanes, pools }
}

/// What tracks take on both sides of the middle of a row or column.
fn half(used: Option<(i32, i32)>) -> (i32, i32) {
    used.map_or((0, 0), |(low, high)| ((-low).max(0) * TRACK + 6, high.max(0) * TRACK + 6))
}

/// Width of each vertical line of the grid, and where in it its first track (or middle) lies.
fn across(grid: &Grid, tracks: &Tracks, rooms: &[Room]) -> (Vec<i32>, Vec<i32>) {
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
    for line in (0..grid.across).step_by(2) {
        let count = tracks.across[line].map_or(0, |(_, high)| high + 1);
        let outer = line == 0 || line + 1 == grid.across;
        let least = if outer { GAP / 2 } else { GAP };
        let width = (count * TRACK + if count > 0 { 12 } else { 0 }).max(least);
        // The bundle of tracks lies in the middle.
        before[line] = (width - (count - 1).max(0) * TRACK) / 2;
        behind[line] = width - before[line];
    }
    (before.iter().zip(&behind).map(|(a, b)| a + b).collect(), before)
}

impl Placing<'_> {
    /// Gives every horizontal line its height in every part; gives the bands of lanes and pools, and
    /// the parts.
    fn down(&mut self, rooms: &[Room], shelves: &Shelves) -> (Vec<Band>, Vec<Band>, Vec<Rect>) {
        let (mut lanes, mut pools, mut parts) = (Vec::new(), Vec::new(), Vec::new());
        let mut y = 0;
        for part in 0..self.fold.parts.len() {
            let top = y;
            let (over, under, used) = self.heights(part, rooms);
            let shown: Vec<bool> = self
                .grid
                .span
                .iter()
                .map(|(first, last)| {
                    self.fold.parts.len() == 1 || used[*first..=*last].contains(&true)
                })
                .collect();
            let mut ys = vec![0; self.grid.levels.len()];
            let mut edges = vec![(0, 0); self.grid.levels.len()];
            let mut is_first = true;
            for (pool, (first, last)) in self.grid.pool.iter().enumerate() {
                let gutter = first - 1;
                let begins = y;
                // The gutter above the first pool that is shown stands only for what runs in it.
                y = self.gutter(part, gutter, is_first, y, shelves, &mut ys, &mut edges);
                let upper = y;
                let inner: Vec<usize> = (0..self.sketch.lanes.len())
                    .filter(|lane| self.sketch.lanes[*lane].pool == pool && shown[*lane])
                    .collect();
                for &lane in &inner {
                    let above = y;
                    y = self.lane(lane, y, &over, &under, &mut ys, &mut edges);
                    lanes.push((lane, above, y));
                }
                if inner.is_empty() && self.fold.parts.len() == 1 {
                    (ys[*first], edges[*first]) = (y, (y, y + GUTTER));
                    y += GUTTER;
                }
                if y > upper {
                    pools.push((pool, upper, y));
                    is_first = false;
                } else {
                    ys[*first..=*last].fill(y);
                    // Nothing is shown of this pool, so nothing parts it from the one above.
                    y = if self.is_busy(part, gutter, shelves) { y } else { begins };
                }
            }
            let end = self.grid.levels.len() - 1;
            y = self.gutter(part, end, true, y, shelves, &mut ys, &mut edges);
            self.ys.push(ys);
            self.edges.push(edges);
            parts.push(Rect { x: 0, y: top, w: self.width, h: y - top });
            if part + 1 < self.fold.parts.len() {
                y += BETWEEN;
            }
        }
        (lanes, pools, parts)
    }

    /// What each horizontal line needs above and below its middle (a channel: above only) in a part,
    /// and whether anything is on it there.
    fn heights(&self, part: usize, rooms: &[Room]) -> (Vec<i32>, Vec<i32>, Vec<bool>) {
        let count = self.grid.levels.len();
        let mut tracks: Vec<Option<(i32, i32)>> = vec![None; count];
        for piece in self.tracks.pieces.iter().filter(|piece| !piece.plumb) {
            if self.fold.ends_in(piece, part) {
                let (low, high) = tracks[piece.on].unwrap_or((piece.track, piece.track));
                tracks[piece.on] = Some((low.min(piece.track), high.max(piece.track)));
            }
        }
        let (mut over, mut under) = (vec![0; count], vec![0; count]);
        let mut used: Vec<bool> = tracks.iter().map(Option::is_some).collect();
        for (line, level) in self.grid.levels.iter().enumerate() {
            match level {
                Level::Row => (over[line], under[line]) = half(tracks[line]),
                _ => over[line] = tracks[line].map_or(0, |(_, high)| high + 1),
            }
        }
        for (body, room) in rooms.iter().enumerate() {
            let (x, y) = self.grid.at[body];
            if self.fold.part[x] == part {
                over[y] = over[y].max(room.up);
                under[y] = under[y].max(room.down);
                used[y] = true;
            }
        }
        (over, under, used)
    }

    /// Places the lines of one lane below `y`; gives its lower edge.
    fn lane(
        &self,
        lane: usize,
        mut y: i32,
        over: &[i32],
        under: &[i32],
        ys: &mut [i32],
        edges: &mut [(i32, i32)],
    ) -> i32 {
        let (first, last) = self.grid.span[lane];
        let channel = |line: usize| (over[line] * TRACK + 6 * over[line].min(1)).max(LEDGE);
        let height = |line: usize| match self.grid.levels[line] {
            Level::Row => over[line] + under[line],
            _ => channel(line),
        };
        let sum: i32 = (first..=last).map(height).sum();
        let missing = (self.sketch.lanes[lane].height - sum).max(0);
        y += missing / 2;
        for line in first..=last {
            let top = y;
            y += height(line);
            ys[line] = match self.grid.levels[line] {
                Level::Row => top + over[line],
                _ => top + (y - top - (over[line] - 1).max(0) * TRACK) / 2,
            };
            edges[line] = (top, y);
        }
        y + missing - missing / 2
    }

    /// Places a gutter below `y`; gives its lower edge.
    #[expect(clippy::too_many_arguments, reason = "the state of one walk down the levels")]
    fn gutter(
        &self,
        part: usize,
        line: usize,
        outer: bool,
        y: i32,
        shelves: &Shelves,
        ys: &mut [i32],
        edges: &mut [(i32, i32)],
    ) -> i32 {
        let highest = self.highest(part, line);
        let labels = shelves.height(part, line);
        let least = if outer && highest.is_none() && labels == 0 { 0 } else { GUTTER };
        let bundle = highest.unwrap_or(0) * TRACK;
        let tracks = if highest.is_some() { bundle + 14 } else { 0 };
        let height = (labels + tracks).max(least);
        ys[line] = y + height - bundle - if highest.is_some() { 8 } else { 0 };
        edges[line] = (y, y + height);
        y + height
    }

    /// The highest track of a horizontal line that is in use in a part.
    fn highest(&self, part: usize, line: usize) -> Option<i32> {
        let here =
            |piece: &&Piece| !piece.plumb && piece.on == line && self.fold.ends_in(piece, part);
        self.tracks.pieces.iter().filter(here).map(|piece| piece.track).max()
    }

    /// Whether a gutter holds lines or labels in a part.
    fn is_busy(&self, part: usize, line: usize, shelves: &Shelves) -> bool {
        self.highest(part, line).is_some() || shelves.height(part, line) > 0
    }

    fn x(&self, piece: &Piece) -> i32 {
        self.xs[piece.on] + piece.track * TRACK
    }

    fn y(&self, piece: &Piece, part: usize) -> i32 {
        self.ys[part][piece.on] + piece.track * TRACK
    }

    /// The way of a flow: where it leaves its body, where it bends, where it is cut, where it arrives.
    fn route(&self, flow: usize, bodies: &[Rect]) -> Route {
        let (line, way) = (&self.sketch.lines[flow], &self.ways[flow]);
        let nothing = Route::default();
        let ([first, second, ..], [.., before, last]) = (way.as_slice(), way.as_slice()) else {
            return nothing;
        };
        let pieces = &self.tracks.pieces[self.tracks.first[flow]..][..way.len() - 1];
        let edge = |body: &Rect, side: Side, piece: &Piece, part: usize| match side {
            Side::Right => (body.x + body.w, self.y(piece, part)),
            Side::Left => (body.x, self.y(piece, part)),
            Side::Down => (self.x(piece), body.y + body.h),
            Side::Up => (self.x(piece), body.y),
        };
        let (Some(start), Some(end)) = (pieces.first(), pieces.last()) else { return nothing };
        let mut part = self.fold.part[first.0];
        let mut runs = vec![vec![edge(&bodies[line.from], side(*first, *second), start, part)]];
        for (number, piece) in pieces.iter().enumerate() {
            let to = way.get(number + 1).unwrap_or(last);
            let next = self.fold.part[to.0];
            if !piece.plumb && next != part {
                // Parts between are passed over.
                let edges = [self.left, self.width];
                let [there, here] = if next > part { edges } else { [edges[1], edges[0]] };
                if let Some(run) = runs.last_mut() {
                    run.push((here, self.y(piece, part)));
                }
                part = next;
                runs.push(vec![(there, self.y(piece, part))]);
            }
            let point = match pieces.get(number + 1) {
                Some(next) if piece.plumb => (self.x(piece), self.y(next, part)),
                Some(next) => (self.x(next), self.y(piece, part)),
                None => edge(&bodies[line.to], side(*last, *before), end, part),
            };
            if let Some(run) = runs.last_mut() {
                run.push(point);
            }
        }
        let mut runs = runs.into_iter();
        let points = runs.next().unwrap_or_default();
        Route { points, more: runs.collect(), label: None }
    }

    /// Marks where flows are cut, the same at both ends; draws the ends back to their marks.
    fn marks(&self, routes: &mut [Route]) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        let mut number = 0;
        for (flow, route) in routes.iter_mut().enumerate() {
            if route.more.is_empty() {
                continue;
            }
            number += 1;
            let count = route.more.len();
            let message = self.sketch.lines[flow].message;
            let runs = std::iter::once(&mut route.points).chain(&mut route.more);
            for (at, run) in runs.enumerate() {
                let ends = [(at > 0, 0), (at < count, run.len() - 1)];
                for (_, end) in ends.into_iter().filter(|(is_cut, _)| *is_cut) {
                    let Some(point) = run.get_mut(end) else { continue };
                    let inward = if point.0 == self.left { 1 } else { -1 };
                    let mut x = point.0 + inward * (MARK + 5);
                    let close = |it: &Mark, x: i32| {
                        (it.at.0 - x).abs() < NEXT_MARK && (it.at.1 - point.1).abs() < NEXT_MARK
                    };
                    for _ in 0..2 {
                        if marks.iter().any(|it| close(it, x)) {
                            x += inward * NEXT_MARK;
                        }
                    }
                    marks.push(Mark { at: (x, point.1), number, message });
                    point.0 = x + inward * MARK;
                }
            }
        }
        marks
    }
}
