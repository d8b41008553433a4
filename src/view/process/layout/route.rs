//! Ways: along which lines of the grid each flow runs.
//!
//! The cheapest way for one flow after the other (A*): short, with few bends, not along a line that
//! another flow uses, crossing as few as possible, never through a body that is not its own.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::grid::{Grid, Level};
use super::sketch::{Line, Sketch};

const BEND: u32 = 60;
const CROSSING: u32 = 40;
const BESIDE: u32 = 30;
const SHARED_CORNER: u32 = 90;
const SAME_PORT: u32 = 25;
const FOREIGN_PORT: u32 = 160;
/// From where on distance counts double, in the nominal measure of the grid: some eight columns.
const FAR: u32 = 1_200;
const NONE: u32 = u32::MAX;

/// A direction, and the side of a body that looks there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    Right,
    Down,
    Left,
    Up,
}

impl Side {
    const ALL: [Self; 4] = [Self::Right, Self::Down, Self::Left, Self::Up];

    const fn opposite(self) -> Self {
        match self {
            Self::Right => Self::Left,
            Self::Down => Self::Up,
            Self::Left => Self::Right,
            Self::Up => Self::Down,
        }
    }

    /// Whether it lies on a horizontal line.
    pub(super) const fn is_level(self) -> bool {
        matches!(self, Self::Right | Self::Left)
    }
}

/// The way of one flow: the crossings where it begins, bends and ends.
pub(super) type Way = Vec<(usize, usize)>;

/// What a side of a body is used for already.
#[derive(Clone, Copy, Default)]
struct Port {
    leaving: u32,
    coming: u32,
    messages: u32,
}

struct Router<'a> {
    grid: &'a Grid,
    sketch: &'a Sketch,
    /// Nominal position of each vertical and horizontal line.
    x: Vec<u32>,
    y: Vec<u32>,
    /// How many flows run along the piece of line to the right of and below each crossing.
    level: Vec<u16>,
    plumb: Vec<u16>,
    /// How many flows bend at each crossing.
    bends: Vec<u16>,
    ports: Vec<[Port; 4]>,
    cost: Vec<u32>,
    from: Vec<u32>,
    touched: Vec<u32>,
}

/// The ways of all flows, in their order.
pub(super) fn ways(sketch: &Sketch, grid: &Grid) -> Vec<Way> {
    let size = grid.across * grid.levels.len();
    let nominal = |steps: &mut dyn Iterator<Item = u32>| {
        let mut at = 0;
        steps
            .map(|step| {
                at += step;
                at
            })
            .collect::<Vec<u32>>()
    };
    let x = nominal(&mut (0..grid.across).map(|_| 80));
    let y = nominal(&mut grid.levels.iter().map(|level| match level {
        Level::Gutter => 30,
        Level::Channel => 25,
        Level::Row => 45,
    }));
    let mut router = Router {
        grid,
        sketch,
        x,
        y,
        level: vec![0; size],
        plumb: vec![0; size],
        bends: vec![0; size],
        ports: vec![[Port::default(); 4]; sketch.bodies.len()],
        cost: vec![NONE; size * 4],
        from: vec![NONE; size * 4],
        touched: Vec::new(),
    };
    let mut order: Vec<usize> = (0..sketch.lines.len()).collect();
    let reach = |line: &Line| {
        let (from, to) = (grid.at[line.from], grid.at[line.to]);
        // What goes forward on one row comes first: it is to be straight.
        let straight = from.1 == to.1 && from.0 < to.0;
        (!straight, from.0.abs_diff(to.0) + from.1.abs_diff(to.1), line.message)
    };
    order.sort_by_key(|number| (reach(&sketch.lines[*number]), *number));
    let mut ways = vec![Vec::new(); sketch.lines.len()];
    for number in order {
        ways[number] = router.route(&sketch.lines[number]);
    }
    ways
}

impl Router<'_> {
    fn route(&mut self, line: &Line) -> Way {
        for &state in &self.touched {
            self.cost[state as usize] = NONE;
            self.from[state as usize] = NONE;
        }
        self.touched.clear();
        let (target, source) = (self.grid.at[line.to], self.grid.at[line.from]);
        let mut heap = BinaryHeap::new();
        for side in Side::ALL {
            let price = self.port_price(line, line.from, side, true);
            if let Some(next) = self.step(line, source, side) {
                let price = price + self.price(line, source, next, side, None);
                self.reach(&mut heap, next, side, price, NONE, target);
            }
        }
        let mut goal = None;
        while let Some(Reverse((_, state))) = heap.pop() {
            let at = self.place(state);
            let side = Side::ALL[(state % 4) as usize];
            if at == target {
                goal = Some(state);
                break;
            }
            let cost = self.cost[state as usize];
            for turn in Side::ALL {
                if turn == side.opposite() {
                    continue;
                }
                let Some(next) = self.step(line, at, turn) else { continue };
                let mut price = cost + self.price(line, at, next, turn, Some(side));
                if next == target {
                    price += self.port_price(line, line.to, turn.opposite(), false);
                }
                self.reach(&mut heap, next, turn, price, state, target);
            }
        }
        let Some(goal) = goal else { return vec![source, target] };
        let mut way = vec![target];
        let mut state = goal;
        let mut sides = vec![state % 4];
        while self.from[state as usize] != NONE {
            state = self.from[state as usize];
            way.push(self.place(state));
            sides.push(state % 4);
        }
        way.push(source);
        way.reverse();
        sides.reverse();
        self.take(line, &way, &sides);
        // Keep where it bends.
        let bends = way.windows(3).map(|it| it[0].0 != it[2].0 && it[0].1 != it[2].1);
        let keep: Vec<bool> =
            std::iter::once(true).chain(bends).chain(std::iter::once(true)).collect();
        way.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(at, _)| at).collect()
    }

    #[expect(clippy::cast_possible_truncation, reason = "grids are far smaller than 2^30")]
    fn reach(
        &mut self,
        heap: &mut BinaryHeap<Reverse<(u32, u32)>>,
        at: (usize, usize),
        side: Side,
        cost: u32,
        from: u32,
        target: (usize, usize),
    ) {
        let state = ((at.1 * self.grid.across + at.0) * 4 + side as usize) as u32;
        let best = &mut self.cost[state as usize];
        if cost >= *best {
            return;
        }
        if *best == NONE {
            self.touched.push(state);
        }
        *best = cost;
        self.from[state as usize] = from;
        let (across, down) =
            (self.x[at.0].abs_diff(self.x[target.0]), self.y[at.1].abs_diff(self.y[target.1]));
        let bend = if across > 0 && down > 0 { BEND } else { 0 };
        // Far away, a way that is good enough beats the best one: it is found much sooner.
        let far = (across + down).saturating_sub(FAR);
        let left = across + down + bend + far;
        heap.push(Reverse((cost + left, state)));
    }

    fn place(&self, state: u32) -> (usize, usize) {
        let at = state as usize / 4;
        (at % self.grid.across, at / self.grid.across)
    }

    /// The next crossing, if this flow may go there.
    fn step(&self, line: &Line, at: (usize, usize), side: Side) -> Option<(usize, usize)> {
        let next = match side {
            Side::Right => (at.0 + 1, at.1),
            Side::Down => (at.0, at.1 + 1),
            Side::Left => (at.0.checked_sub(1)?, at.1),
            Side::Up => (at.0, at.1.checked_sub(1)?),
        };
        if next.0 >= self.grid.across || next.1 >= self.grid.levels.len() {
            return None;
        }
        if !line.message {
            let pool = self.sketch.lanes[self.sketch.bodies[line.from].lane].pool;
            let (first, last) = self.grid.pool[pool];
            if next.1 < first || next.1 > last {
                return None;
            }
        }
        let own = self.grid.at[line.to] == next;
        (own || self.grid.body_at(next.0, next.1).is_none()).then_some(next)
    }

    /// The price of one step, with the bend before it.
    fn price(
        &self,
        line: &Line,
        at: (usize, usize),
        next: (usize, usize),
        side: Side,
        before: Option<Side>,
    ) -> u32 {
        let length = self.x[at.0].abs_diff(self.x[next.0]) + self.y[at.1].abs_diff(self.y[next.1]);
        let here = at.1 * self.grid.across + at.0;
        let mut price = length;
        let (edge, used) = if side.is_level() {
            (next.0.min(at.0), &self.level)
        } else {
            (next.1.min(at.1), &self.plumb)
        };
        let piece = if side.is_level() {
            at.1 * self.grid.across + edge
        } else {
            edge * self.grid.across + at.0
        };
        price += BESIDE * u32::from(used[piece]);
        if line.message && side.is_level() && self.grid.levels[at.1] != Level::Gutter {
            price += length;
        }
        let Some(before) = before else { return price };
        let across = self.across(here, before.is_level());
        if before == side {
            price += CROSSING * u32::from(across);
        } else {
            price += BEND + SHARED_CORNER * u32::from(self.bends[here] + across);
        }
        price
    }

    /// How many flows run across this crossing, at right angles.
    fn across(&self, here: usize, level: bool) -> u16 {
        let (used, back) = if level { (&self.plumb, self.grid.across) } else { (&self.level, 1) };
        let before = here.checked_sub(back).map_or(0, |it| used[it]);
        used[here].max(before)
    }

    /// The price of leaving or reaching a body by this side.
    fn port_price(&self, line: &Line, body: usize, side: Side, leaving: bool) -> u32 {
        let port = self.ports[body][side as usize];
        let shape = &self.sketch.bodies[body];
        let natural = match (line.message, side) {
            (true, Side::Up | Side::Down) => 0,
            (true, _) => 130,
            (false, Side::Right) => {
                if leaving {
                    0
                } else {
                    260
                }
            }
            (false, Side::Left) => {
                if leaving {
                    260
                } else {
                    0
                }
            }
            // A small body has corners above and below; a box is read from left to right.
            (false, _) => {
                if shape.is_box {
                    70
                } else {
                    20
                }
            }
        };
        let (same, other) =
            if leaving { (port.leaving, port.coming) } else { (port.coming, port.leaving) };
        let split = if shape.is_box && !side.is_level() { 0 } else { SAME_PORT };
        // Ways that come together may do so before the body; ways that part should part at it.
        let split = if leaving { 2 * split } else { split };
        let foreign = if line.message { port.leaving + port.coming } else { port.messages };
        let apart = if shape.is_box && !side.is_level() { FOREIGN_PORT / 4 } else { FOREIGN_PORT };
        natural + split * same + apart * (other + foreign)
    }

    /// Records that this flow runs there.
    fn take(&mut self, line: &Line, way: &[(usize, usize)], sides: &[u32]) {
        for pair in way.windows(2) {
            let [a, b] = pair else { continue };
            let at = (a.0.min(b.0), a.1.min(b.1));
            let here = at.1 * self.grid.across + at.0;
            if a.1 == b.1 {
                self.level[here] += 1;
            } else {
                self.plumb[here] += 1;
            }
        }
        for (at, turn) in way.iter().skip(1).zip(sides.windows(2)) {
            if turn[0] != turn[1] {
                self.bends[at.1 * self.grid.across + at.0] += 1;
            }
        }
        let (Some(first), Some(last)) = (sides.first(), sides.last()) else { return };
        let end = Side::ALL[*last as usize].opposite();
        let leave = &mut self.ports[line.from][*first as usize];
        if line.message {
            leave.messages += 1;
        } else {
            leave.leaving += 1;
        }
        let come = &mut self.ports[line.to][end as usize];
        if line.message { come.messages += 1 } else { come.coming += 1 }
    }
}
