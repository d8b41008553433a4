//! The grid that lines are drawn on: columns and rows with their bodies, and channels between them.

use super::columns::Columns;
use super::rows::Rows;
use super::sketch::Sketch;

/// What a horizontal line of the grid is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Level {
    /// Between pools (and above the first, below the last): for message flows.
    Gutter,
    /// Above or below a row.
    Channel,
    /// Through the middle of the bodies of a row.
    Row,
}

/// The grid. Vertical lines are counted from the left: even ones are channels, odd ones columns.
pub(super) struct Grid {
    /// How many vertical lines there are.
    pub(super) across: usize,
    /// The horizontal lines, from above.
    pub(super) levels: Vec<Level>,
    /// First and last horizontal line of each pool.
    pub(super) pool: Vec<(usize, usize)>,
    /// First and last horizontal line of each lane.
    pub(super) span: Vec<(usize, usize)>,
    /// Where each body stands: vertical and horizontal line.
    pub(super) at: Vec<(usize, usize)>,
    /// Which body stands on each crossing.
    pub(super) body: Vec<Option<usize>>,
}

impl Grid {
    pub(super) fn new(sketch: &Sketch, columns: &Columns, rows: &Rows) -> Self {
        let mut levels = Vec::new();
        let mut pool = Vec::new();
        let mut span = vec![(0, 0); sketch.lanes.len()];
        for number in 0..sketch.pools {
            levels.push(Level::Gutter);
            let first = levels.len();
            for (at, band) in sketch.lanes.iter().enumerate() {
                if band.pool != number {
                    continue;
                }
                span[at].0 = levels.len();
                levels.push(Level::Channel);
                for _ in 0..rows.count[at] {
                    levels.extend([Level::Row, Level::Channel]);
                }
                span[at].1 = levels.len() - 1;
            }
            if levels.len() == first {
                levels.push(Level::Channel);
            }
            pool.push((first, levels.len() - 1));
        }
        levels.push(Level::Gutter);
        let across = 2 * columns.count.max(1) + 1;
        let mut body = vec![None; across * levels.len()];
        let mut at = Vec::with_capacity(sketch.bodies.len());
        for (number, it) in sketch.bodies.iter().enumerate() {
            let x = 2 * columns.of[number] + 1;
            let y = span[it.lane].0 + 1 + 2 * rows.of[number];
            body[y * across + x] = Some(number);
            at.push((x, y));
        }
        Self { across, levels, pool, span, at, body }
    }

    /// The body on a crossing.
    pub(super) fn body_at(&self, x: usize, y: usize) -> Option<usize> {
        self.body.get(y * self.across + x).copied().flatten()
    }
}
