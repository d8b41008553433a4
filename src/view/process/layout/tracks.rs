//! Tracks: flows that share a line of the grid are drawn side by side.

use super::grid::{Grid, Level};
use super::route::Way;
use super::sketch::Sketch;

/// A straight piece of a way.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// The flow.
    pub(super) flow: usize,
    /// Whether it lies on a vertical line of the grid.
    pub(super) plumb: bool,
    /// The line of the grid.
    pub(super) on: usize,
    /// Its extent along that line, doubled; an end at a body stops short of the body's middle.
    pub(super) low: usize,
    pub(super) high: usize,
    /// Where the flow goes on at either end: before (left, up) or behind this line; 0 at a body.
    low_turn: i32,
    high_turn: i32,
    /// How far from the middle it may lie, in tracks; none where it is free.
    limit: Option<i32>,
    /// Its track: from 0 in a channel, around 0 on a row or column.
    pub(super) track: i32,
}

/// The pieces of every way, in their order, with a track each.
pub(super) struct Tracks {
    /// The pieces.
    pub(super) pieces: Vec<Piece>,
    /// For each flow the place of its first piece.
    pub(super) first: Vec<usize>,
    /// For each vertical line the lowest and highest track in use.
    pub(super) across: Vec<Option<(i32, i32)>>,
}

/// From one track to the next, in pixels.
pub(super) const TRACK: i32 = 12;

pub(super) fn tracks(sketch: &Sketch, grid: &Grid, ways: &[Way]) -> Tracks {
    let mut pieces = Vec::new();
    let mut first = Vec::with_capacity(ways.len());
    for (flow, way) in ways.iter().enumerate() {
        first.push(pieces.len());
        cut(sketch, flow, way, &mut pieces);
    }
    let mut lines: Vec<Vec<usize>> = vec![Vec::new(); grid.across + grid.levels.len()];
    for (number, piece) in pieces.iter().enumerate() {
        lines[if piece.plumb { piece.on } else { grid.across + piece.on }].push(number);
    }
    let mut used = Vec::with_capacity(lines.len());
    for (line, members) in lines.iter().enumerate() {
        let channel = match line.checked_sub(grid.across) {
            None => line % 2 == 0,
            Some(level) => grid.levels[level] != Level::Row,
        };
        if channel {
            side_by_side(&mut pieces, members);
        } else {
            around_the_middle(&mut pieces, members);
        }
        let tracks = members.iter().map(|it| pieces[*it].track);
        used.push(tracks.clone().min().zip(tracks.max()));
    }
    used.truncate(grid.across);
    Tracks { pieces, first, across: used }
}

/// Cuts a way into its straight pieces.
fn cut(sketch: &Sketch, flow: usize, way: &Way, pieces: &mut Vec<Piece>) {
    let line = &sketch.lines[flow];
    let last = way.len().saturating_sub(2);
    for (number, pair) in way.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        let plumb = a.0 == b.0;
        let along = |at: &(usize, usize)| if plumb { at.1 } else { at.0 };
        let beside = |at: &(usize, usize)| if plumb { at.0 } else { at.1 };
        let turn = |other: Option<&(usize, usize)>| {
            other.map_or(0, |other| if beside(other) < beside(a) { -1 } else { 1 })
        };
        let before = turn(number.checked_sub(1).and_then(|it| way.get(it)));
        let behind = turn(way.get(number + 2));
        let room = |body: usize| {
            let body = &sketch.bodies[body];
            match (plumb, body.is_box) {
                (true, true) => (body.half_width - 12).max(0) / TRACK,
                (false, true) if sketch.numbered => (body.half_height - 8).max(0) / TRACK,
                _ => 0,
            }
        };
        let start = (number == 0).then(|| room(line.from));
        let end = (number == last).then(|| room(line.to));
        let limit = match (start, end) {
            (Some(start), Some(end)) => Some(start.min(end)),
            (start, end) => start.or(end),
        };
        let forward = along(a) <= along(b);
        let (low, high) = if forward { (a, b) } else { (b, a) };
        let (low_turn, high_turn) = if forward { (before, behind) } else { (behind, before) };
        let (low, high) = (2 * along(low), 2 * along(high));
        let low = low + usize::from(low_turn == 0);
        let high = high - usize::from(high_turn == 0 && high > 0);
        let on = beside(a);
        pieces.push(Piece { flow, plumb, on, low, high, low_turn, high_turn, limit, track: 0 });
    }
}

fn overlap(a: &Piece, b: &Piece) -> bool {
    a.low <= b.high && b.low <= a.high
}

/// How badly it looks if `a` lies before (left of, above) `b`: crossings, and lines that would lie on
/// each other.
fn badness(a: &Piece, b: &Piece) -> i32 {
    let mut bad = 0;
    for (at, turn) in [(a.low, a.low_turn), (a.high, a.high_turn)] {
        // From a to the other side, through b.
        bad += i32::from(turn > 0 && b.low < at && at < b.high);
        for (other, back) in [(b.low, b.low_turn), (b.high, b.high_turn)] {
            bad += 6 * i32::from(turn > 0 && back < 0 && at == other);
        }
    }
    for (at, turn) in [(b.low, b.low_turn), (b.high, b.high_turn)] {
        bad += i32::from(turn < 0 && a.low < at && at < a.high);
    }
    bad
}

/// Tracks of a channel: an order with few crossings, then as few tracks as that order needs.
fn side_by_side(pieces: &mut [Piece], members: &[usize]) {
    let mut order: Vec<usize> = members.to_vec();
    order.sort_by_key(|it| (pieces[*it].low, pieces[*it].high, *it));
    // Insertion: each piece goes where it costs least among those before it. Bounded, as a channel
    // with very many pieces is unreadable anyhow.
    let mut sorted: Vec<usize> = Vec::with_capacity(order.len());
    for piece in order {
        let p = &pieces[piece];
        let near = sorted.len().saturating_sub(60);
        let mut price: i32 = sorted[near..].iter().map(|it| badness(p, &pieces[*it])).sum();
        let (mut best, mut place) = (price, near);
        for (at, other) in sorted.iter().enumerate().skip(near) {
            let other = &pieces[*other];
            price += badness(other, p) - badness(p, other);
            if price <= best {
                (best, place) = (price, at + 1);
            }
        }
        sorted.insert(place, piece);
    }
    for (at, &piece) in sorted.iter().enumerate() {
        let behind = sorted[..at].iter().filter(|it| overlap(&pieces[**it], &pieces[piece]));
        let track = behind.map(|it| pieces[*it].track + 1).max().unwrap_or(0);
        pieces[piece].track = track;
    }
}

/// Tracks of a row or column: what ends at a body first, near the middle.
fn around_the_middle(pieces: &mut [Piece], members: &[usize]) {
    let mut order: Vec<usize> = members.to_vec();
    order.sort_by_key(|it| {
        let piece = &pieces[*it];
        let straight = piece.low_turn == 0 && piece.high_turn == 0;
        (piece.limit.unwrap_or(i32::MAX), !straight, piece.high - piece.low, *it)
    });
    for (at, &number) in order.iter().enumerate() {
        let piece = &pieces[number];
        let lean = if piece.low_turn + piece.high_turn < 0 { -1 } else { 1 };
        let most = i32::try_from(at).unwrap_or(i32::MAX).min(piece.limit.unwrap_or(i32::MAX));
        let candidates = (0..=most).flat_map(|away| [away * lean, -away * lean]);
        let is_free = |track: &i32| {
            order[..at]
                .iter()
                .map(|it| &pieces[*it])
                .all(|it| it.track != *track || !overlap(it, piece))
        };
        let track = candidates.into_iter().find(is_free).unwrap_or(0);
        pieces[number].track = track;
    }
}
