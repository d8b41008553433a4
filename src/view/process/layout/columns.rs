//! Time: which column each body stands in.

use super::sketch::Sketch;

/// The columns, and which lines go back in time.
pub(super) struct Columns {
    /// Column of each body.
    pub(super) of: Vec<usize>,
    /// How many there are.
    pub(super) count: usize,
    /// For each line, whether it closes a loop.
    pub(super) back: Vec<bool>,
    /// For each body, the longest way that is still ahead.
    pub(super) ahead: Vec<usize>,
}

/// Puts each body one column behind the last of those it follows. A message may arrive in the column
/// in which it was sent, so that it can be drawn straight down.
pub(super) fn columns(sketch: &Sketch) -> Columns {
    let back = closing_lines(sketch);
    let n = sketch.bodies.len();
    let mut after: Vec<Vec<(usize, usize)>> = vec![Vec::new(); n];
    let mut before: Vec<Vec<(usize, usize)>> = vec![Vec::new(); n];
    for (line, back) in sketch.lines.iter().zip(&back) {
        if !back {
            let gap = usize::from(!line.message);
            after[line.from].push((line.to, gap));
            before[line.to].push((line.from, gap));
        }
    }
    let order = topological(&after, &before);
    let mut of = vec![0; n];
    for &body in &order {
        of[body] = before[body].iter().map(|(it, gap)| of[*it] + gap).max().unwrap_or(0);
    }
    let mut ahead = vec![0; n];
    for &body in order.iter().rev() {
        ahead[body] = after[body].iter().map(|(it, _)| ahead[*it] + 1).max().unwrap_or(0);
        // What has more behind it than ahead waits as long as it can: short lines, no early starts.
        let latest = after[body].iter().map(|(it, gap)| of[*it].saturating_sub(*gap)).min();
        if let Some(latest) = latest
            && before[body].len() < after[body].len().max(1)
            && latest > of[body]
        {
            of[body] = latest;
        }
    }
    let count = of.iter().max().map_or(0, |last| last + 1);
    Columns { of, count, back, ahead }
}

/// An order in which every body comes behind those it follows; among equals, as they were given.
fn topological(after: &[Vec<(usize, usize)>], before: &[Vec<(usize, usize)>]) -> Vec<usize> {
    let mut missing: Vec<usize> = before.iter().map(Vec::len).collect();
    let mut ready: std::collections::BTreeSet<usize> =
        (0..after.len()).filter(|body| missing[*body] == 0).collect();
    let mut order = Vec::with_capacity(after.len());
    while let Some(body) = ready.pop_first() {
        order.push(body);
        for (next, _) in &after[body] {
            missing[*next] -= 1;
            if missing[*next] == 0 {
                ready.insert(*next);
            }
        }
    }
    order
}

/// For each line whether it closes a loop: found by walking from the beginnings, each way to its end
/// before the next, so that the line that returns is cut and not one that leads there. (Walked with
/// a stack of our own: the walks of petgraph recurse, and a block may be as long as it likes.)
fn closing_lines(sketch: &Sketch) -> Vec<bool> {
    let n = sketch.bodies.len();
    let mut leaving: Vec<Vec<usize>> = vec![Vec::new(); n];
    let mut is_reached = vec![false; n];
    for (number, line) in sketch.lines.iter().enumerate() {
        leaving[line.from].push(number);
        is_reached[line.to] |= line.from != line.to;
    }
    let mut closing = vec![false; sketch.lines.len()];
    let mut state = vec![Walk::Ahead; n];
    let beginnings = (0..n).filter(|body| !is_reached[*body]);
    let others = (0..n).filter(|body| is_reached[*body]);
    for root in beginnings.chain(others) {
        if state[root] != Walk::Ahead {
            continue;
        }
        state[root] = Walk::OnTheWay;
        let mut way = vec![(root, 0)];
        while let Some((body, next)) = way.last_mut() {
            let Some(&number) = leaving[*body].get(*next) else {
                state[*body] = Walk::Done;
                way.pop();
                continue;
            };
            *next += 1;
            let to = sketch.lines[number].to;
            match state[to] {
                Walk::Ahead => {
                    state[to] = Walk::OnTheWay;
                    way.push((to, 0));
                }
                Walk::OnTheWay => closing[number] = true,
                Walk::Done => {}
            }
        }
    }
    closing
}

/// How far the walk has come with a body.
#[derive(Clone, Copy, PartialEq)]
enum Walk {
    Ahead,
    OnTheWay,
    Done,
}
