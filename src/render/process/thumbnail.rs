//! Processes and lifecycles in small: their shapes without words, as a list shows them.

use crate::render::print::xml::Xml;
use crate::render::process::{glyphs, svg};
use crate::view::process::layout::{LANE_TITLE, Layout, POOL_TITLE, Rect, Route, lay_out_states};
use crate::view::process::lifecycle::StateMachine;
use crate::view::process::{Ending, NodeKind, Process, Work};
use crate::words::Lang;

/// Around the picture.
const MARGIN: i32 = 8;

/// A process in small, to stand in a page of HTML.
pub fn process(process: &Process, lang: Lang) -> String {
    let layout = svg::lay_out(process, lang);
    let mut shapes = Shapes::default();
    for lane in &layout.lanes {
        shapes.rect("gp-lane", lane.rect);
        shapes.rect("gp-lane-title", Rect { w: LANE_TITLE, ..lane.rect });
    }
    for pool in &layout.pools {
        shapes.rect("gp-pool", pool.rect);
        shapes.rect("gp-band", Rect { w: POOL_TITLE, ..pool.rect });
    }
    shapes.routes("gp-flow", &layout.flows);
    shapes.routes("gp-message", &layout.messages);
    for (node, placed) in process.nodes().iter().zip(&layout.nodes) {
        let place = placed.rect;
        match &node.kind {
            NodeKind::Task(Work::Send | Work::Receive) => shapes.rect("gp-send", place),
            NodeKind::Task(_) | NodeKind::Subprocess(_) => shapes.rect("gp-task", place),
            NodeKind::Start(_) => shapes.circle("gp-go", place),
            NodeKind::Catch(_) => shapes.circle("gp-wait", place),
            NodeKind::End(Ending::Error) => shapes.circle("gp-bad", place),
            NodeKind::End(_) => shapes.circle("gp-end", place),
            _ => shapes.diamond("gp-gate", place),
        }
    }
    shapes.draw(&layout)
}

/// A lifecycle in small.
pub fn states(machine: &StateMachine, lang: Lang) -> String {
    let layout = lay_out_states(machine, lang);
    let mut shapes = Shapes::default();
    shapes.routes("gp-flow", &layout.flows);
    for (at, (state, placed)) in machine.states().iter().zip(&layout.nodes).enumerate() {
        let class = match (machine.initial() == Some(at), state.terminal) {
            (true, _) => "gp-go",
            (_, true) => "gp-end",
            _ => "gp-task",
        };
        shapes.rect(class, placed.rect);
    }
    // The legend is words: what is left of the picture is its states.
    let bottom = layout.nodes.iter().map(|it| it.rect.y + it.rect.h);
    let routes =
        layout.flows.iter().flat_map(|it| it.points.iter().chain(it.more.iter().flatten()));
    let height = bottom.chain(routes.map(|at| at.1)).max().unwrap_or(layout.height);
    shapes.draw(&Layout { height, ..layout })
}

/// Shapes of a class, as one path each, in the order in which they were begun.
#[derive(Default)]
struct Shapes {
    paths: Vec<(&'static str, String)>,
}

impl Shapes {
    fn add(&mut self, class: &'static str, data: &str) {
        match self.paths.iter_mut().find(|it| it.0 == class) {
            Some((_, path)) => path.push_str(data),
            None => self.paths.push((class, data.to_owned())),
        }
    }

    fn rect(&mut self, class: &'static str, Rect { x, y, w, h }: Rect) {
        self.add(class, &format!("M{x} {y}h{w}v{h}h-{w}z"));
    }

    fn circle(&mut self, class: &'static str, Rect { x, y, w, h }: Rect) {
        let r = w / 2;
        let middle = y + h / 2;
        self.add(class, &format!("M{x} {middle}a{r} {r} 0 1 1 {w} 0a{r} {r} 0 1 1 -{w} 0"));
    }

    fn diamond(&mut self, class: &'static str, Rect { x, y, w, h }: Rect) {
        let (w, h) = (w / 2, h / 2);
        self.add(class, &format!("M{x} {}l{w} -{h}l{w} {h}l-{w} {h}z", y + h));
    }

    fn routes(&mut self, class: &'static str, routes: &[Route]) {
        for run in routes.iter().flat_map(|it| std::iter::once(&it.points).chain(&it.more)) {
            for (at, (x, y)) in run.iter().enumerate() {
                self.add(class, &format!("{}{x} {y}", if at == 0 { 'M' } else { 'L' }));
            }
        }
    }

    fn draw(&self, layout: &Layout) -> String {
        let (width, height) = (layout.width + 2 * MARGIN, layout.height + 2 * MARGIN);
        let view = format!("-{MARGIN} -{MARGIN} {width} {height}");
        let mut xml = Xml::lean();
        let attributes = [("class", "gp"), ("viewBox", view.as_str()), ("aria-hidden", "true")];
        xml.element("svg", &attributes, |xml| {
            for (class, data) in &self.paths {
                glyphs::path(xml, class, data);
            }
        });
        xml.finish()
    }
}
