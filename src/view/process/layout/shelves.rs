//! Labels of message flows: on shelves in the gutter between two pools, beside the flow's own line
//! and clear of the lines of others.

use super::fold::Fold;
use super::grid::{Grid, Level};
use super::sketch::Sketch;
use super::text;
use super::tracks::{TRACK, Tracks};
use super::{Rect, TextBox};

/// Between a line and its label, and between labels.
const NEAR: i32 = 5;
/// Above the first shelf and below the last.
const MARGIN: i32 = 4;
/// How many shelves are tried before a label may cross a line of another flow.
const SHELVES: usize = 4;

/// One shelf: what stands on it, and how high it is.
#[derive(Clone, Default)]
struct Shelf {
    taken: Vec<(i32, i32)>,
    height: i32,
}

/// A label on its shelf.
struct Put {
    flow: usize,
    gutter: usize,
    level: usize,
    x: i32,
}

/// The shelves of every gutter.
pub(super) struct Shelves<'a> {
    sketch: &'a Sketch,
    levels: usize,
    /// For each part and level the shelves, and where lines run through them.
    gutters: Vec<Vec<Shelf>>,
    plumb: Vec<Vec<i32>>,
    /// For each flow the gutters in which its label may stand, and its line there.
    places: Vec<Vec<(usize, i32)>>,
    put: Vec<Put>,
    left: i32,
    /// How wide the diagram must be for them.
    pub(super) width: i32,
}

impl<'a> Shelves<'a> {
    pub(super) fn new(
        sketch: &'a Sketch,
        grid: &Grid,
        tracks: &Tracks,
        fold: &Fold,
        xs: &[i32],
    ) -> Self {
        let levels = grid.levels.len();
        let slots = levels * fold.parts.len();
        let mut plumb = vec![Vec::new(); slots];
        let mut places = vec![Vec::new(); sketch.lines.len()];
        let mut dips = vec![Vec::new(); sketch.lines.len()];
        let gutters: Vec<usize> =
            (0..grid.levels.len()).filter(|at| grid.levels[*at] == Level::Gutter).collect();
        for piece in &tracks.pieces {
            if piece.plumb {
                let x = xs[piece.on] + piece.track * TRACK;
                for &gutter in &gutters {
                    if piece.low < 2 * gutter && piece.high >= 2 * gutter {
                        let slot = fold.of(piece).0 * levels + gutter;
                        plumb[slot].push(x);
                        places[piece.flow].push((slot, x));
                    }
                }
            } else if grid.levels[piece.on] == Level::Gutter {
                // A flow that only dips into the gutter from below: over its level piece.
                let slot = fold.of(piece).0 * levels + piece.on;
                dips[piece.flow].push((slot, xs[piece.low / 2]));
            }
        }
        // Beside an upright line if there is one.
        for (places, dips) in places.iter_mut().zip(dips) {
            places.extend(dips);
        }
        Self {
            sketch,
            levels,
            gutters: vec![Vec::new(); slots],
            plumb,
            places,
            put: Vec::new(),
            left: xs.first().copied().unwrap_or(0),
            width: 0,
        }
    }

    /// Finds a place for the label of a message flow.
    pub(super) fn place(&mut self, flow: usize) {
        let line = &self.sketch.lines[flow];
        if !line.message || line.label.is_empty() {
            return;
        }
        let wide = text::widest(&line.label);
        let mut found = None;
        'search: for (level, strict) in (0..SHELVES).map(|it| (it, true)).chain([(SHELVES, false)])
        {
            for &(gutter, x) in &self.places[flow] {
                for left in [x + NEAR, x - NEAR - wide] {
                    let level = if strict { level } else { self.gutters[gutter].len() };
                    if left >= self.left && self.is_free(gutter, level, left, wide, strict) {
                        found = Some((gutter, level, left));
                        break 'search;
                    }
                }
            }
        }
        let Some((gutter, level, x)) = found else { return };
        let shelves = &mut self.gutters[gutter];
        if shelves.len() <= level {
            shelves.resize(level + 1, Shelf::default());
        }
        shelves[level].taken.push((x, x + wide));
        shelves[level].height = shelves[level].height.max(text::height(&line.label));
        self.width = self.width.max(x + wide + NEAR);
        self.put.push(Put { flow, gutter, level, x });
    }

    fn is_free(&self, gutter: usize, level: usize, x: i32, w: i32, strict: bool) -> bool {
        let clear = |low: i32, high: i32| high + NEAR <= x || x + w + NEAR <= low;
        let found = self.gutters[gutter].get(level);
        let apart = found.is_none_or(|it| it.taken.iter().all(|(low, high)| clear(*low, *high)));
        let lines = &self.plumb[gutter];
        apart && (!strict || lines.iter().all(|at| clear(*at, *at)))
    }

    /// The height that the shelves of a gutter take.
    pub(super) fn height(&self, part: usize, gutter: usize) -> i32 {
        let sum: i32 =
            self.gutters[part * self.levels + gutter].iter().map(|shelf| shelf.height).sum();
        if sum == 0 { 0 } else { sum + 2 * MARGIN }
    }

    /// The labels in their places; `edges` are the upper and lower edge of each level in
    /// each part.
    pub(super) fn labels(&self, edges: &[Vec<(i32, i32)>]) -> Vec<(usize, TextBox)> {
        let label = |put: &Put| {
            let lines = self.sketch.lines[put.flow].label.clone();
            let above: i32 = self.gutters[put.gutter][..put.level].iter().map(|it| it.height).sum();
            let edge = edges[put.gutter / self.levels][put.gutter % self.levels];
            let y = edge.0 + MARGIN + above;
            let rect = Rect { x: put.x, y, w: text::widest(&lines), h: text::height(&lines) };
            (put.flow, TextBox { rect, lines, centred: false })
        };
        self.put.iter().map(label).collect()
    }
}
