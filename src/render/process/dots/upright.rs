//! Lines of upright and level pieces, as the ways between the steps of a process and the boxes round
//! them are.

use zeno::{Cap, Command, Point};

use crate::render::process::dots::rules::{Colour, Rule};

/// A piece of a line.
pub(super) enum Piece {
    /// Upright or level, from one point to another.
    Straight(Point, Point),
    /// A corner, as a path of its own.
    Corner(Vec<Command>),
}

/// The pieces of a path and their colour; nothing where it is filled, or has a piece that is
/// neither upright nor level, or a corner that is not round.
pub(super) fn pieces(path: &[Command], rule: &Rule) -> Option<(Vec<Piece>, Colour)> {
    let colour = rule.stroke?;
    if rule.fill.is_some() || rule.cap != Cap::Butt {
        return None;
    }
    let mut pieces = Vec::with_capacity(path.len());
    let mut at: Option<Point> = None;
    for command in path {
        let to = match *command {
            Command::MoveTo(to) if at.is_none() => to,
            Command::LineTo(to) => {
                let from = at?;
                let is_level = is_same(from.y, to.y);
                let turns = matches!(pieces.last(), Some(Piece::Straight(..)));
                if turns || is_level == is_same(from.x, to.x) {
                    return None;
                }
                pieces.push(Piece::Straight(from, to));
                to
            }
            Command::QuadTo(_, to) => {
                pieces.push(Piece::Corner(vec![Command::MoveTo(at?), *command]));
                to
            }
            _ => return None,
        };
        at = Some(to);
    }
    Some((pieces, colour))
}

/// The dashes on a straight piece of such a length that begins `gone` behind the start of its line, each
/// from where to where; the whole piece for a line without dashes.
pub(super) fn dashes(
    dashes: Option<[f32; 2]>,
    gone: f32,
    length: f32,
) -> impl Iterator<Item = (f32, f32)> {
    let [on, off] = dashes.filter(|[on, off]| on + off > 0.0).unwrap_or([f32::INFINITY, 0.0]);
    let first = if on.is_finite() { -(gone % (on + off)) } else { 0.0 };
    let starts = std::iter::successors(Some(first), move |it| Some(it + on + off));
    let all = starts.take_while(move |start| *start < length);
    all.map(move |start| (start.max(0.0), (start + on).min(length))).filter(|(from, to)| from < to)
}

/// A round corner: a quarter of a circle.
pub(super) struct Corner {
    pub(super) from: Point,
    pub(super) to: Point,
    pub(super) centre: Point,
}

/// How far the handles of a curve stand from the ends of a quarter of a circle, in radii.
const HANDLE: f32 = 0.552_284_8;

impl Corner {
    /// Its line.
    pub(super) fn path(&self) -> Vec<Command> {
        let Self { from, to, centre } = self;
        // Where the lines that the corner rounds off would meet.
        let meet = Point::new(from.x + to.x - centre.x, from.y + to.y - centre.y);
        let handle = |end: &Point| {
            Point::new(end.x + (meet.x - end.x) * HANDLE, end.y + (meet.y - end.y) * HANDLE)
        };
        vec![Command::MoveTo(*from), Command::CurveTo(handle(from), handle(to), *to)]
    }
}

/// The corners of a rectangle, clockwise from the upper left.
pub(super) fn corners(at: Point, size: Point, round: f32) -> [Corner; 4] {
    let (left, top, right, bottom) = (at.x, at.y, at.x + size.x, at.y + size.y);
    let corner = |from: (f32, f32), to: (f32, f32), centre: (f32, f32)| Corner {
        from: from.into(),
        to: to.into(),
        centre: centre.into(),
    };
    let (inner_left, inner_right) = (left + round, right - round);
    let (inner_top, inner_bottom) = (top + round, bottom - round);
    [
        corner((left, inner_top), (inner_left, top), (inner_left, inner_top)),
        corner((inner_right, top), (right, inner_top), (inner_right, inner_top)),
        corner((right, inner_bottom), (inner_right, bottom), (inner_right, inner_bottom)),
        corner((inner_left, bottom), (left, inner_bottom), (inner_left, inner_bottom)),
    ]
}

fn is_same(a: f32, b: f32) -> bool {
    (a - b).abs() < f32::EPSILON
}
