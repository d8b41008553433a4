//! One layout for all writers: time runs from left to right, pools lie below each other, each lane
//! is a band; flows run at right angles, around everything that is not theirs.
//!
//! Bodies stand on a grid (columns from what follows what, rows within lanes); flows run along its
//! lines, in channels beside the bodies; labels have room of their own, counted in before anything
//! is given a place. So nothing can overlap by construction. All positions are whole pixels.

mod columns;
mod exchange;
mod fold;
mod grid;
mod place;
mod route;
mod rows;
mod shelves;
mod sketch;
mod tags;
pub mod text;
mod tracks;

use crate::view::process::lifecycle::{StateMachine, Transition};
use crate::view::process::{NodeKind, Process, Work};
use crate::words::{Lang, process as say};

pub use exchange::lay_out_exchange;
use sketch::{Band, Body, Line, Sketch};

/// Width of the band with the name of a pool.
pub const POOL_TITLE: i32 = 30;
/// Width of the band with the name of a lane.
pub const LANE_TITLE: i32 = 104;

/// Before and behind a name on its side, together.
const TITLE_GAP: i32 = 8;
const TASK_WIDTHS: [i32; 4] = [104, 116, 132, 152];
const TASK_LINES: usize = 4;
const GATEWAY: i32 = 44;
const EVENT: i32 = 36;
const NAME_ROOM: i32 = 116;
const LABEL_ROOM: i32 = 92;
const MESSAGE_ROOM: i32 = 120;
/// Least height of a state, so that lines find room beside each other.
const STATE: i32 = 64;
/// Least width of a column of the legend.
const LEGEND: i32 = 380;
/// From one number to the next, at least.
const MARK: i32 = 18;

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Rect {
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width.
    pub w: i32,
    /// Height.
    pub h: i32,
}

/// A text in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextBox {
    /// The place.
    pub rect: Rect,
    /// The lines.
    pub lines: Vec<String>,
    /// Whether the lines stand in the middle of the place; else they begin at its left edge.
    pub centred: bool,
}

/// A node in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The shape.
    pub rect: Rect,
    /// Its name: in it, or beside a small shape; none for a small shape without a name.
    pub label: Option<TextBox>,
}

/// A flow in its place.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Route {
    /// Where it begins, bends and ends (or is cut).
    pub points: Vec<(i32, i32)>,
    /// Where it goes on after each cut.
    pub more: Vec<Vec<(i32, i32)>>,
    /// Its label, if it has one.
    pub label: Option<TextBox>,
}

/// A mark at which a flow is cut (it goes on at the mark with the same number), or the number of a
/// transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its middle; it is a circle of 8 pixels.
    pub at: (i32, i32),
    /// Its number, from 1.
    pub number: usize,
    /// Whether the flow is a message flow.
    pub message: bool,
}

/// A lane or pool in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BandBox {
    /// Which it is, counted from 0.
    pub of: usize,
    /// The band.
    pub rect: Rect,
    /// The lines of its name.
    pub title: Vec<String>,
}

/// Everything in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Width of the whole.
    pub width: i32,
    /// Height of the whole.
    pub height: i32,
    /// The parts, one below the other; more than one when it is folded.
    pub parts: Vec<Rect>,
    /// The pools, in each part those that are needed there.
    pub pools: Vec<BandBox>,
    /// The lanes, likewise.
    pub lanes: Vec<BandBox>,
    /// The nodes (or states).
    pub nodes: Vec<Placed>,
    /// The sequence flows (or transitions).
    pub flows: Vec<Route>,
    /// The message flows.
    pub messages: Vec<Route>,
    /// The marks where flows are cut, or the numbers of transitions.
    pub marks: Vec<Mark>,
    /// What the numbers mean.
    pub legend: Vec<TextBox>,
}

/// Finds a place for everything in a process, with its texts in `lang`, in one long picture.
pub fn lay_out(process: &Process, lang: Lang) -> Layout {
    process_layout(process, lang, None)
}

/// The same, folded: cut between columns, and continued below.
pub fn lay_out_folded(process: &Process, lang: Lang, folding: &Folding) -> Layout {
    process_layout(process, lang, Some(folding))
}

/// How wide the parts of a folded picture may be.
pub struct Folding<'a> {
    /// Most widths, in pixels, those that are tried first before others.
    pub rooms: &'a [i32],
    /// How large the parts of a picture can be shown; the width that gives the most is taken, a later
    /// one only where it gives a tenth more.
    pub worth: &'a dyn Fn(&[Rect]) -> i64,
}

fn process_layout(process: &Process, lang: Lang, folding: Option<&Folding>) -> Layout {
    let texts: Vec<String> = process.nodes().iter().map(|node| node.title(lang)).collect();
    let inside = |at: &usize| !process.nodes()[*at].kind.is_small();
    let boxed: Vec<&str> = (0..texts.len()).filter(inside).map(|at| texts[at].as_str()).collect();
    let task = task_width(&boxed);
    let (inner, task_height) = task_lines(&texts, task, &|at| frame(&process.nodes()[at].kind));
    let body = |at: usize, node: &crate::view::process::Node| {
        let (width, height) = match &node.kind {
            NodeKind::Task(_) | NodeKind::Subprocess(_) => (task, task_height),
            kind if kind.is_gateway() => (GATEWAY, GATEWAY),
            _ => (EVENT, EVENT),
        };
        let is_box = !node.kind.is_small();
        let name = if is_box { Vec::new() } else { text::wrap(&texts[at], NAME_ROOM) };
        Body { lane: node.lane, half_width: width / 2, half_height: height / 2, is_box, name }
    };
    let sequence = process.flows().iter().map(|flow| Line {
        from: flow.from,
        to: flow.to,
        message: false,
        default: flow.default,
        label: text::wrap(flow.label.any(lang), LABEL_ROOM),
    });
    let messages = process.messages().iter().map(|flow| Line {
        from: flow.from,
        to: flow.to,
        message: true,
        default: false,
        label: text::wrap(flow.name.any(lang), MESSAGE_ROOM),
    });
    let lane_titles: Vec<Vec<String>> = process
        .lanes()
        .iter()
        .map(|lane| text::wrap(lane.name.any(lang), LANE_TITLE - 12))
        .collect();
    let bands = process.lanes().iter().zip(&lane_titles).map(|(lane, title)| {
        // Renderers that turn the name on its side give it two lines in the band.
        let pool = process.pools().get(lane.pool).map_or("", |pool| pool.name.any(lang));
        let names = [lane.name.any(lang), pool].map(turned);
        let turned = names.into_iter().max().unwrap_or(0);
        Band { pool: lane.pool, height: (text::height(title) + 16).max(turned) }
    });
    let sketch = Sketch {
        pools: process.pools().len(),
        lanes: bands.collect(),
        bodies: process.nodes().iter().enumerate().map(|(at, node)| body(at, node)).collect(),
        lines: sequence.chain(messages).collect(),
        numbered: false,
    };
    let mut places = arrange(&sketch, POOL_TITLE + LANE_TITLE, folding);
    let (width, height) = (places.width, places.height);
    let lanes = places.lanes.iter().map(|(lane, top, end)| {
        let rect = Rect { x: POOL_TITLE, y: *top, w: width - POOL_TITLE, h: end - top };
        let title = lane_titles.get(*lane).cloned().unwrap_or_default();
        BandBox { of: *lane, rect, title }
    });
    let pools = places.pools.iter().map(|(pool, top, end)| {
        let rect = Rect { x: 0, y: *top, w: width, h: end - top };
        let name = process.pools().get(*pool).map_or("", |pool| pool.name.any(lang));
        BandBox { of: *pool, rect, title: text::wrap(name, rect.h * 9 / 10 - TITLE_GAP) }
    });
    let messages = places.routes.split_off(process.flows().len());
    Layout {
        width,
        height,
        parts: places.parts,
        lanes: lanes.collect(),
        pools: pools.collect(),
        nodes: nodes(places.bodies, places.names, inner),
        flows: places.routes,
        messages,
        marks: places.marks,
        legend: Vec::new(),
    }
}

/// Finds a place for every state and transition, with their texts in `lang`. Transitions are
/// sentences, so the lines bear numbers, and the sentences stand below.
pub fn lay_out_states(machine: &StateMachine, lang: Lang) -> Layout {
    let texts: Vec<String> =
        machine.states().iter().map(|state| state.name.any(lang).to_owned()).collect();
    let all: Vec<&str> = texts.iter().map(String::as_str).collect();
    let width = task_width(&all);
    let (inner, height) = task_lines(&texts, width, &|_| Some(18));
    let states = texts.iter().map(|_| Body {
        lane: 0,
        half_width: width / 2,
        half_height: height.max(STATE) / 2,
        is_box: true,
        name: Vec::new(),
    });
    let lines = machine.transitions().iter().map(|it| Line {
        from: it.from,
        to: it.to,
        message: false,
        default: false,
        label: Vec::new(),
    });
    let sketch = Sketch {
        pools: 1,
        lanes: vec![Band { pool: 0, height: 0 }],
        bodies: states.collect(),
        lines: lines.collect(),
        numbered: true,
    };
    let places = arrange(&sketch, 0, None);
    let legend = legend(machine, lang, places.width, places.height);
    let end = |text: &TextBox| text.rect.y + text.rect.h;
    let height = legend.iter().map(end).max().unwrap_or(places.height);
    let width = legend.iter().map(|text| text.rect.x + text.rect.w).max().unwrap_or(0);
    Layout {
        width: width.max(places.width),
        height,
        parts: vec![Rect { x: 0, y: 0, w: width.max(places.width), h: height }],
        lanes: Vec::new(),
        pools: Vec::new(),
        nodes: nodes(places.bodies, places.names, inner),
        marks: numbers(&places.routes),
        flows: places.routes,
        messages: Vec::new(),
        legend,
    }
}

/// A number on each line near its beginning, clear of the others.
fn numbers(routes: &[Route]) -> Vec<Mark> {
    let first = |route: &Route| match route.points.as_slice() {
        [from, to, ..] => Some((*from, *to, (to.0 - from.0).abs() + (to.1 - from.1).abs())),
        _ => None,
    };
    let mut lines: Vec<_> = routes.iter().map(first).enumerate().collect();
    // Short ones first: they have the least choice.
    lines.sort_by_key(|(number, line)| (line.map(|line| line.2), *number));
    let mut marks: Vec<Mark> = Vec::new();
    for (number, line) in lines {
        let Some((from, to, length)) = line else { continue };
        let (dx, dy) = ((to.0 - from.0).signum(), (to.1 - from.1).signum());
        let at = |away: i32| (from.0 + dx * away, from.1 + dy * away);
        let close = |it: &Mark, at: (i32, i32)| {
            (it.at.0 - at.0).abs() < MARK && (it.at.1 - at.1).abs() < MARK
        };
        let mut places =
            (0..6).map(|step| 11 + step * MARK).filter(|away| *away + 8 < length.max(24));
        let free = |away: &i32| !marks.iter().any(|it| close(it, at(*away)));
        let away = places.clone().find(free).or_else(|| places.next_back()).unwrap_or(11);
        marks.push(Mark { at: at(away), number: number + 1, message: false });
    }
    marks
}

/// What each numbered transition is, in columns below the picture.
fn legend(machine: &StateMachine, lang: Lang, width: i32, top: i32) -> Vec<TextBox> {
    let columns = (width / LEGEND).max(1);
    let room = width.max(LEGEND) / columns - 24;
    let name = |at: usize| machine.states().get(at).map_or("", |state| state.name.any(lang));
    let entry = |(number, it): (usize, &Transition)| {
        let parts =
            [("from", name(it.from)), ("to", name(it.to)), ("trigger", it.trigger.any(lang))];
        let words = if it.trigger.any(lang).is_empty() { say::PLAIN_ENTRY } else { say::ENTRY };
        let text = format!("{}. {}", number + 1, words.with(lang, &parts));
        text::wrap(&text, room)
    };
    let entries: Vec<Vec<String>> = machine.transitions().iter().enumerate().map(entry).collect();
    let total: i32 = entries.iter().map(|lines| text::height(lines) + 6).sum();
    let (mut column, mut y) = (0, 0);
    let mut boxes = Vec::with_capacity(entries.len());
    for lines in entries {
        let x = column * (room + 24) + 8;
        let rect = Rect { x, y: top + 24 + y, w: text::widest(&lines), h: text::height(&lines) };
        y += rect.h + 6;
        if y * columns >= total && column + 1 < columns {
            (column, y) = (column + 1, 0);
        }
        boxes.push(TextBox { rect, lines, centred: false });
    }
    boxes
}

fn arrange(sketch: &Sketch, left: i32, folding: Option<&Folding>) -> place::Places {
    let columns = columns::columns(sketch);
    let rows = rows::rows(sketch, &columns);
    let grid = grid::Grid::new(sketch, &columns, &rows);
    let ways = route::ways(sketch, &grid);
    let tracks = tracks::tracks(sketch, &grid, &ways);
    let places = |room| place::places(sketch, &grid, &ways, &tracks, left, room);
    let Some(Folding { rooms, worth }) = folding else { return places(None) };
    let mut rooms = rooms.iter().map(|room| places(Some(*room)));
    let first = rooms.next().unwrap_or_else(|| places(None));
    rooms.fold(
        first,
        |best, next| {
            if worth(&next.parts) * 10 > worth(&best.parts) * 11 { next } else { best }
        },
    )
}

/// What stands above and below the name in a box: more where a sign stands in its corner or at its
/// foot. Nothing where the name stands outside.
fn frame(kind: &NodeKind) -> Option<i32> {
    match kind {
        NodeKind::Task(Work::Plain) => Some(18),
        NodeKind::Task(_) | NodeKind::Subprocess(_) => Some(42),
        _ => None,
    }
}

/// The height at which a name on its side, in bold, takes no more than two lines.
fn turned(name: &str) -> i32 {
    let fits = |height: &i32| text::wrap(name, height * 9 / 10 - TITLE_GAP).len() <= 2;
    (40..=400).step_by(6).find(fits).unwrap_or(400)
}

/// The least width at which no box needs more than a few lines.
fn task_width(texts: &[&str]) -> i32 {
    let fits = |width: &i32| texts.iter().all(|it| text::wrap(it, width - 12).len() <= TASK_LINES);
    TASK_WIDTHS.into_iter().find(fits).unwrap_or(TASK_WIDTHS[TASK_WIDTHS.len() - 1])
}

/// The lines inside each box, and the height of all boxes.
fn task_lines(
    texts: &[String],
    width: i32,
    frame: &dyn Fn(usize) -> Option<i32>,
) -> (Vec<Option<Vec<String>>>, i32) {
    let wrap = |(at, it): (usize, &String)| frame(at).map(|_| text::wrap(it, width - 12));
    let lines: Vec<Option<Vec<String>>> = texts.iter().enumerate().map(wrap).collect();
    let high = |(at, lines): (usize, &Option<Vec<String>>)| {
        Some(text::height(lines.as_ref()?) + frame(at)?)
    };
    let most = lines.iter().enumerate().filter_map(high).max().unwrap_or(0);
    (lines, most.max(48) / 2 * 2)
}

/// Bodies with their names, those of boxes inside.
fn nodes(
    bodies: Vec<Rect>,
    names: Vec<Option<TextBox>>,
    inner: Vec<Option<Vec<String>>>,
) -> Vec<Placed> {
    let inside = |rect: Rect, lines: Vec<String>| {
        let (w, h) = (text::widest(&lines), text::height(&lines));
        let place = Rect { x: rect.x + (rect.w - w) / 2, y: rect.y + (rect.h - h) / 2, w, h };
        TextBox { rect: place, lines, centred: true }
    };
    bodies
        .into_iter()
        .zip(names)
        .zip(inner)
        .map(|((rect, name), lines)| Placed {
            rect,
            label: lines.map(|lines| inside(rect, lines)).or(name),
        })
        .collect()
}
