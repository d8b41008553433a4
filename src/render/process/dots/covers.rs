//! What a form covers of a sheet: runs of dots that are covered alike, row by row. Most dots of the box
//! around a form have nothing on them, and most of the others lie in long runs.

/// In how many steps a dot is covered.
pub(super) const STEPS: u8 = 7;
/// Dots that are looked at together.
const TOGETHER: usize = 16;

/// The step of each cover of 0 to 255.
const STEP_OF: [u8; 256] = {
    let mut steps = [0; 256];
    let mut cover = 0;
    while cover < 256 {
        #[allow(clippy::cast_possible_truncation, reason = "at most seven")]
        {
            steps[cover] = ((cover * STEPS as usize + 127) / 255) as u8;
        }
        cover += 1;
    }
    steps
};

/// Dots of one row that are covered by the same step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) x: i32,
    pub(super) length: i32,
    pub(super) step: u8,
}

/// The runs of a form, from the place at which it is put.
#[derive(Debug, Default)]
pub(super) struct Covers {
    runs: Vec<Run>,
    /// The rows that have runs, and where the runs of each end.
    rows: Vec<(i32, usize)>,
}

impl Covers {
    /// Of a mask, in rows of this width, whose upper left dot is `at`.
    pub(super) fn of(mask: &[u8], width: u32, at: (i32, i32)) -> Self {
        let mut runs: Vec<Run> = Vec::new();
        let mut rows = Vec::new();
        let width = usize::try_from(width).unwrap_or(0).max(1);
        for (row, y) in mask.chunks_exact(width).zip(at.1..) {
            let mut x = at.0;
            let mut open: Option<Run> = None;
            for covers in row.chunks(TOGETHER) {
                let length = i32::try_from(covers.len()).unwrap_or(0);
                let (all, any) =
                    covers.iter().fold((255, 0), |(all, any), it| (all & it, any | it));
                if any == 0 || all == 255 {
                    add(&mut runs, &mut open, Run { x, length, step: STEP_OF[usize::from(any)] });
                    x += length;
                    continue;
                }
                for cover in covers {
                    let step = STEP_OF[usize::from(*cover)];
                    add(&mut runs, &mut open, Run { x, length: 1, step });
                    x += 1;
                }
            }
            runs.extend(open);
            if rows.last().map_or(0, |(_, end)| *end) < runs.len() {
                rows.push((y, runs.len()));
            }
        }
        Self { runs, rows }
    }

    /// How many runs it has.
    pub(super) fn len(&self) -> usize {
        self.runs.len()
    }

    /// The rows that have runs, from top to bottom, and the runs of each.
    pub(super) fn rows(&self) -> impl Iterator<Item = (i32, &[Run])> {
        let mut from = 0;
        self.rows.iter().map(move |(y, end)| {
            let runs = self.runs.get(from..*end).unwrap_or(&[]);
            from = *end;
            (*y, runs)
        })
    }
}

/// Lengthens the open run, or closes it and opens another.
fn add(runs: &mut Vec<Run>, open: &mut Option<Run>, next: Run) {
    match open {
        Some(run) if run.step == next.step => run.length += next.length,
        _ => {
            runs.extend(open.take());
            *open = (next.step > 0).then_some(next);
        }
    }
}

/// A mask, in rows of this width, grown by `by` dots to all sides: round a letter stands a rim that keeps
/// it readable on lines. Gives the grown mask and how many dots it reaches further to each side.
pub(super) fn grown(mask: &[u8], width: usize, by: f32) -> (Vec<u8>, usize, i32) {
    if width == 0 {
        return (Vec::new(), 0, 0);
    }
    let reach = super::whole((by + 0.5).ceil()).max(0);
    let side = usize::try_from(reach).unwrap_or(0);
    let height = mask.len() / width;
    let (wide, high) = (width + 2 * side, height + 2 * side);
    let mut grown = vec![0; wide * high];
    for dy in -reach..=reach {
        for dx in -reach..=reach {
            #[allow(clippy::cast_precision_loss, reason = "a rim is a few dots wide")]
            let apart = ((dx * dx + dy * dy) as f32).sqrt();
            let weight = (by + 0.5 - apart).clamp(0.0, 1.0);
            let weight = u16::try_from(super::whole(weight * 256.0)).unwrap_or(0);
            if weight == 0 {
                continue;
            }
            let [down, right] = [dy, dx].map(|it| usize::try_from(it + reach).unwrap_or(0));
            for (row, covers) in mask.chunks_exact(width).enumerate() {
                let start = (row + down) * wide + right;
                let line = grown.get_mut(start..start + width).unwrap_or(&mut []);
                for (dot, cover) in line.iter_mut().zip(covers) {
                    let part = u8::try_from((u16::from(*cover) * weight) >> 8).unwrap_or(255);
                    *dot = part.max(*dot);
                }
            }
        }
    }
    (grown, wide, reach)
}
