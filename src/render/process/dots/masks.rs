//! Forms that were drawn before: the same form, at the same place within a dot, covers the same dots.
//! A process has many boxes, signs and corners, and few that differ.

use std::collections::BTreeMap;

use zeno::{Command, Point, Scratch, Stroke, Style, Transform};

use crate::render::process::dots::covers::Covers;
use crate::render::process::dots::whole;

/// Forms of more runs are not kept: they are few, and seldom the same.
const LARGEST: usize = 4096;

/// What forms cover that were drawn before, and the last one that is not kept.
#[derive(Default)]
pub(super) struct Masks {
    known: BTreeMap<Vec<u32>, Covers>,
    last: Option<Covers>,
    scratch: Scratch,
}

impl Masks {
    /// What a form covers, from the dot in which it begins, and that dot; nothing for a form of no points.
    pub(super) fn of(
        &mut self,
        path: &[Command],
        style: Style,
        place: Transform,
    ) -> Option<(&Covers, (i32, i32))> {
        let first = path.iter().find_map(|it| points(it).next())?;
        let begin = place.transform_point(first);
        let dot = (whole(begin.x.floor()), whole(begin.y.floor()));
        let within = Point::new(begin.x - begin.x.floor(), begin.y - begin.y.floor());
        let moved: Vec<Command> = path.iter().map(|it| moved(it, first)).collect();
        let place = Transform { x: within.x, y: within.y, ..place };
        let key = key(&moved, &style, place);
        if !self.known.contains_key(&key) {
            let mut mask = zeno::Mask::with_scratch(&moved, &mut self.scratch);
            let (covers, placed) = mask.style(style).transform(Some(place)).render();
            let covers = Covers::of(&covers, placed.width, (placed.left, placed.top));
            if covers.len() > LARGEST {
                return Some((self.last.insert(covers), dot));
            }
            self.known.insert(key.clone(), covers);
        }
        Some((self.known.get(&key)?, dot))
    }
}

/// All that a mask depends on, as the bits of its numbers.
fn key(path: &[Command], style: &Style, place: Transform) -> Vec<u32> {
    let mut key = Vec::with_capacity(path.len() * 4 + 16);
    let Transform { xx, xy, yx, yy, x, y } = place;
    key.extend([xx, xy, yx, yy, x, y].map(f32::to_bits));
    match style {
        Style::Fill(fill) => key.push(*fill as u32),
        Style::Stroke(Stroke { width, join, start_cap, dashes, offset, .. }) => {
            let offset = offset.to_bits();
            key.extend([u32::MAX, width.to_bits(), *join as u32, *start_cap as u32, offset]);
            key.extend(dashes.iter().map(|it| it.to_bits()));
        }
    }
    for command in path {
        key.push(match command {
            Command::MoveTo(_) => 0,
            Command::LineTo(_) => 1,
            Command::QuadTo(..) => 2,
            Command::CurveTo(..) => 3,
            Command::Close => 4,
        });
        key.extend(points(command).flat_map(|it| [it.x, it.y]).map(f32::to_bits));
    }
    key
}

fn moved(command: &Command, by: Point) -> Command {
    let moved = |it: Point| Point::new(it.x - by.x, it.y - by.y);
    match *command {
        Command::MoveTo(a) => Command::MoveTo(moved(a)),
        Command::LineTo(a) => Command::LineTo(moved(a)),
        Command::QuadTo(a, b) => Command::QuadTo(moved(a), moved(b)),
        Command::CurveTo(a, b, c) => Command::CurveTo(moved(a), moved(b), moved(c)),
        Command::Close => Command::Close,
    }
}

/// The points of a command, in their order.
pub(super) fn points(command: &Command) -> impl Iterator<Item = Point> + use<> {
    let points = match *command {
        Command::MoveTo(a) | Command::LineTo(a) => [Some(a), None, None],
        Command::QuadTo(a, b) => [Some(a), Some(b), None],
        Command::CurveTo(a, b, c) => [Some(a), Some(b), Some(c)],
        Command::Close => [None; 3],
    };
    points.into_iter().flatten()
}
