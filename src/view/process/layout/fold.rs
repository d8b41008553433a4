//! Folding: a long process is cut between columns and continued below, so that it can be read on a
//! page and on a screen.

use super::grid::Grid;
use super::tracks::{Piece, Tracks};

/// Room at an edge where lines are cut.
pub(super) const EDGE: i32 = 62;

/// The parts of a folded picture.
pub(super) struct Fold {
    /// First and last vertical line of the grid in each part; a channel where it is cut belongs to
    /// the part before.
    pub(super) parts: Vec<(usize, usize)>,
    /// The part of each vertical line.
    pub(super) part: Vec<usize>,
}

impl Fold {
    fn new(cuts: &[usize], across: usize) -> Self {
        let starts = std::iter::once(0).chain(cuts.iter().map(|cut| cut + 1));
        let ends = cuts.iter().copied().chain(std::iter::once(across - 1));
        let parts: Vec<(usize, usize)> = starts.zip(ends).collect();
        let mut part = Vec::with_capacity(across);
        for (number, (first, last)) in parts.iter().enumerate() {
            part.extend(std::iter::repeat_n(number, last + 1 - first));
        }
        Self { parts, part }
    }

    /// Whether a piece begins or ends in a part; parts that it only runs through do not show it.
    pub(super) fn ends_in(&self, piece: &Piece, part: usize) -> bool {
        let (first, last) = self.of(piece);
        part == first || part == last
    }

    /// First and last part that a piece runs through.
    pub(super) fn of(&self, piece: &Piece) -> (usize, usize) {
        if piece.plumb {
            let part = self.part[piece.on];
            return (part, part);
        }
        // Ends at a body stop short of its middle by one half step; both are still in its column.
        (self.part[piece.low / 2], self.part[piece.high.div_ceil(2)])
    }
}

/// Cuts so that no part is wider than `room` where that can be, into as few parts as possible, and
/// of those so that few flows are cut and the parts are of like width.
pub(super) fn fold(grid: &Grid, tracks: &Tracks, widths: &[i32], left: i32, room: i32) -> Fold {
    let whole = Fold::new(&[], grid.across);
    let total: i32 = widths.iter().sum();
    // A little too wide is better than folded.
    if left + total <= room + room / 32 {
        return whole;
    }
    let mut cost = vec![0_i64; grid.across];
    for piece in tracks.pieces.iter().filter(|piece| !piece.plumb) {
        for (line, cost) in cost.iter_mut().enumerate().step_by(2) {
            *cost += i64::from(piece.low <= 2 * line && piece.high > 2 * line);
        }
    }
    let mut until = vec![0; grid.across + 1];
    for (line, width) in widths.iter().enumerate() {
        until[line + 1] = until[line] + width;
    }
    // For each possible end of a part the best way to get there: parts, badness, end before.
    let ends: Vec<usize> = (2..grid.across).step_by(2).collect();
    let mut best: Vec<Option<(usize, i64, usize)>> = vec![None; grid.across];
    best[0] = Some((0, 0, 0));
    for &end in &ends {
        for start in (0..end).step_by(2).rev() {
            let Some((parts, badness, _)) = best[start] else { continue };
            let first = if start == 0 { 0 } else { start + 1 };
            let edges = EDGE * (i32::from(start > 0) + i32::from(end + 1 < grid.across));
            let width = left + edges + until[end + 1] - until[first];
            if width > room && end - start > 2 {
                break;
            }
            let slack = i64::from((room - width).max(0) / 20);
            let cut = if end + 1 < grid.across { 120 * cost[end] } else { 0 };
            let found = (parts + 1, badness + slack * slack + cut, start);
            if best[end].is_none_or(|it| (found.0, found.1) < (it.0, it.1)) {
                best[end] = Some(found);
            }
        }
    }
    let mut cuts = Vec::new();
    let mut at = grid.across - 1;
    while let Some((_, _, before)) = best[at].filter(|it| it.2 > 0) {
        cuts.push(before);
        at = before;
    }
    cuts.reverse();
    Fold::new(&cuts, grid.across)
}
