//! Lines of upright and level pieces, as the ways between the steps of a process are.

use zeno::{Cap, Command, Point};

use crate::render::process::dots::rules::{Colour, Rule};

/// A piece of a line.
pub(super) enum Piece {
    /// Upright or level, from one point to another.
    Straight(Point, Point),
    /// A corner, as a path of its own.
    Corner(Vec<Command>),
}

/// The pieces of a path and their colour; nothing where it is filled or dashed, or has a piece that is
/// neither upright nor level, or a corner that is not round.
pub(super) fn pieces(path: &[Command], rule: &Rule) -> Option<(Vec<Piece>, Colour)> {
    let colour = rule.stroke?;
    if rule.fill.is_some() || rule.dashes.is_some() || rule.cap != Cap::Butt {
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

fn is_same(a: f32, b: f32) -> bool {
    (a - b).abs() < f32::EPSILON
}
