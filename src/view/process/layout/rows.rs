//! Room within a lane: which of its rows each body stands in.

use super::columns::Columns;
use super::sketch::Sketch;

/// The rows.
pub(super) struct Rows {
    /// Row of each body within its lane.
    pub(super) of: Vec<usize>,
    /// How many rows each lane has; at least one.
    pub(super) count: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq)]
enum Cell {
    Free,
    /// A line is expected to run through.
    Passed,
    Taken,
}

/// Keeps what follows each other in a lane on one row, the longest way ahead first; ways that branch
/// off go to the nearest row that is free.
pub(super) fn rows(sketch: &Sketch, columns: &Columns) -> Rows {
    let n = sketch.bodies.len();
    let mut lanes: Vec<Vec<Vec<Cell>>> =
        sketch.lanes.iter().map(|_| vec![vec![Cell::Free; columns.count]]).collect();
    let straight = straight_on(sketch, columns);
    let mut leads: Vec<Vec<usize>> = vec![Vec::new(); n];
    for (line, back) in sketch.lines.iter().zip(&columns.back) {
        let same = sketch.bodies[line.from].lane == sketch.bodies[line.to].lane;
        if same && !back && !line.message {
            leads[line.to].push(line.from);
        }
    }
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by_key(|body| (columns.of[*body], *body));
    let mut of = vec![0; n];
    for body in order {
        let (lane, column) = (sketch.bodies[body].lane, columns.of[body]);
        let rows = &mut lanes[lane];
        let main = leads[body].iter().copied().find(|lead| straight[*lead] == Some(body));
        let wanted = main
            .map_or_else(|| leads[body].first().map_or(0, |lead| of[*lead] + 1), |lead| of[lead]);
        let free = |row: usize| rows.get(row).is_none_or(|cells| cells[column] == Cell::Free);
        // Nearest first, below before above.
        let near = (0..=rows.len()).flat_map(|away| {
            let below = wanted.min(rows.len()) + away;
            let above = wanted.checked_sub(away).filter(|_| away > 0);
            std::iter::once(below).chain(above)
        });
        let mut near = near.filter(|row| *row <= rows.len());
        // A line straight on was promised its row; only another body in this very cell breaks that.
        let kept = main
            .map(|_| wanted)
            .filter(|row| rows.get(*row).is_some_and(|cells| cells[column] != Cell::Taken));
        let row = kept.or_else(|| near.find(|row| free(*row))).unwrap_or(rows.len());
        if row >= rows.len() {
            rows.push(vec![Cell::Free; columns.count]);
        }
        // The line onwards will want this row as far as the body it leads to.
        if let Some(next) = straight[body] {
            for cell in rows[row].iter_mut().take(columns.of[next]).skip(column + 1) {
                if *cell == Cell::Free {
                    *cell = Cell::Passed;
                }
            }
        }
        rows[row][column] = Cell::Taken;
        of[body] = row;
    }
    Rows { of, count: lanes.iter().map(Vec::len).collect() }
}

/// For each body the one that follows it on its row: of those in its lane the one with the longest
/// way ahead.
fn straight_on(sketch: &Sketch, columns: &Columns) -> Vec<Option<usize>> {
    let mut straight: Vec<Option<usize>> = vec![None; sketch.bodies.len()];
    for (line, back) in sketch.lines.iter().zip(&columns.back) {
        let same = sketch.bodies[line.from].lane == sketch.bodies[line.to].lane;
        if !same || *back || line.message {
            continue;
        }
        let best = &mut straight[line.from];
        if best.is_none_or(|best| columns.ahead[line.to] > columns.ahead[best]) {
            *best = Some(line.to);
        }
    }
    straight
}
