//! Pictures of processes and lifecycles, drawn by ourselves: no browser, no script, light and dark.

use crate::render::Artifact;
use crate::render::Kind;
use crate::render::print::xml::Xml;
use crate::render::process::glyphs;
use crate::render::process::shapes::{
    draw_box, draw_lane, draw_mark, draw_node, draw_pool, draw_text,
};
use crate::render::process::style::{self, STYLE};
use crate::render::process::{is_plain, path};
use crate::view::document::values::letters;
use crate::view::process::Process;
use crate::view::process::exchange::{EXCHANGE, Exchange};
use crate::view::process::layout::{
    Folding, Layout, Rect, Route, TextBox, lay_out_exchange, lay_out_folded, lay_out_states,
};
use crate::view::process::lifecycle::StateMachine;
use crate::words::{Lang, process as say};

/// The greatest width of a picture, in pixels; what is much wider is folded: for a page of A4 on its
/// side, and for an upright one, which has more room for what is high. The type is then 7 points high.
const ROOMS: [i32; 2] = [1_200, 820];
/// Enough for type of 7 points, in thousandths of points for each pixel.
const READABLE: i64 = 583;
/// Width and height of what a picture can fill of such pages, in points.
const PAGES: [(i32, i32); 2] = [(740, 418), (465, 645)];
/// The width at which a page shows it, unless it is so wide that the type would become too small.
const SHOWN: i32 = 1_136;
/// Around the picture.
const MARGIN: i32 = 8;
/// Above the picture of a draft.
const MARK: i32 = 22;

/// Where everything in the picture of a process stands: the file and the picture in a page share it.
pub fn lay_out(process: &Process, lang: Lang) -> Layout {
    lay_out_folded(process, lang, &Folding { rooms: &ROOMS, worth: &shown })
}

/// How large the part of a picture with the smallest type is shown on the page that suits the picture
/// best, in thousandths; what is readable well is not worth more for being larger.
fn shown(parts: &[Rect]) -> i64 {
    let on = |page: &(i32, i32)| {
        let share = |room: i32, length: i32| i64::from(room) * 1000 / i64::from(length.max(1));
        let each = parts.iter().map(|part| share(page.0, part.w).min(share(page.1, part.h)));
        each.min().unwrap_or(0)
    };
    PAGES.iter().map(on).max().unwrap_or(0).min(READABLE)
}

/// The picture of a process, as a file.
pub fn write(process: &Process, layout: &Layout, lang: Lang) -> Artifact {
    let text = draw_process(process, layout, lang, Form::File).concat();
    Artifact::text(Kind::Svg, path(&process.id, Some(lang), "svg"), text).in_lang(lang)
}

/// The picture of a lifecycle, as a file.
pub fn write_states(machine: &StateMachine, lang: Lang) -> Artifact {
    let text = draw_states(machine, lang, Form::File).concat();
    Artifact::text(Kind::Svg, path(&machine.id, Some(lang), "svg"), text).in_lang(lang)
}

/// The picture of an exchange, as a file.
pub fn write_exchange(exchange: &Exchange, lang: Lang) -> Artifact {
    let text = draw_exchange(exchange, lang, Form::File).concat();
    Artifact::text(Kind::Svg, path(EXCHANGE, Some(lang), "svg"), text).in_lang(lang)
}

/// The picture of a process, ready to stand in a page: no XML declaration, identifiers of its own,
/// and each part of a folded picture for itself, so that a page can end between them.
pub fn drawing(process: &Process, layout: &Layout, lang: Lang) -> String {
    draw_process(process, layout, lang, Form::Page).concat()
}

/// The picture of a process for printed documents: a drawing for each of its parts, complete in
/// itself, whose style sheet needs nothing that only browsers know.
pub fn sheets(process: &Process, layout: &Layout, lang: Lang) -> Vec<String> {
    draw_process(process, layout, lang, Form::Sheets)
}

/// The picture of a lifecycle for printed documents.
pub fn state_sheets(machine: &StateMachine, lang: Lang) -> Vec<String> {
    draw_states(machine, lang, Form::Sheets)
}

/// For what a picture is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A file: the whole in one drawing.
    File,
    /// A page of the Web: the parts one after the other, the first with what all of them need.
    Page,
    /// A printed document: each part complete in itself.
    Sheets,
}

fn draw_process(process: &Process, layout: &Layout, lang: Lang, form: Form) -> Vec<String> {
    let numbered = process.nodes().iter().filter(|node| !node.number.is_empty());
    let steps: Vec<String> = numbered
        .map(|node| {
            let who = process.lanes().get(node.lane).map_or("", |lane| lane.name.any(lang));
            say::STEP.with(lang, &[("step", &node.title(lang)), ("lane", who)])
        })
        .collect();
    let shows = say::SHOWS.with(
        lang,
        &[
            ("pools", &process.pools().len().to_string()),
            ("lanes", &process.lanes().len().to_string()),
            ("steps", &steps.join("; ")),
        ],
    );
    let frame = Frame {
        id: identifier(&process.id, lang),
        title: process.name.any(lang),
        purpose: process.purpose.any(lang),
        shows: &shows,
        draft: process.draft,
        lang,
    };
    frame.draw(layout, form, |xml, part| {
        for lane in layout.lanes.iter().filter(|lane| is_in(part, lane.rect)) {
            draw_lane(xml, lane);
        }
        for pool in layout.pools.iter().filter(|pool| is_in(part, pool.rect)) {
            draw_pool(xml, pool);
        }
        for (route, flow) in layout.flows.iter().zip(process.flows()) {
            frame.flow(xml, route, flow.default, part);
        }
        for route in &layout.messages {
            frame.message(xml, route, part);
        }
        for (node, placed) in process.nodes().iter().zip(&layout.nodes) {
            if is_in(part, placed.rect) {
                draw_node(xml, node, placed);
            }
        }
        for route in &layout.flows {
            draw_text(xml, "gp-label", label_in(part, route));
        }
        for route in &layout.messages {
            draw_text(xml, "gp-message-label", label_in(part, route));
        }
        for mark in layout.marks.iter().filter(|mark| holds(part, mark.at)) {
            draw_mark(xml, *mark, &letters(mark.number - 1, 'A'));
        }
    })
}

/// Whether a point lies in a part of the picture.
fn holds(part: Rect, at: (i32, i32)) -> bool {
    (part.y..=part.y + part.h).contains(&at.1)
}

fn is_in(part: Rect, place: Rect) -> bool {
    holds(part, (place.x, place.y))
}

fn label_in(part: Rect, route: &Route) -> Option<&TextBox> {
    route.label.as_ref().filter(|label| is_in(part, label.rect))
}

/// The picture of a lifecycle, ready to stand in a page.
pub fn states(machine: &StateMachine, lang: Lang) -> String {
    draw_states(machine, lang, Form::Page).concat()
}

/// The picture of an exchange, ready to stand in a page.
pub fn exchange(exchange: &Exchange, lang: Lang) -> String {
    draw_exchange(exchange, lang, Form::Page).concat()
}

/// The picture of an exchange for printed documents.
pub fn exchange_sheets(exchange: &Exchange, lang: Lang) -> Vec<String> {
    draw_exchange(exchange, lang, Form::Sheets)
}

fn draw_exchange(exchange: &Exchange, lang: Lang, form: Form) -> Vec<String> {
    let layout = lay_out_exchange(exchange, lang);
    let [first, second] = exchange.ends.each_ref().map(|it| it.any(lang));
    let ways: Vec<String> = exchange
        .ways
        .iter()
        .map(|it| {
            let (from, to) = if it.forward { (first, second) } else { (second, first) };
            let words = if it.both { say::WAY_BOTH } else { say::WAY };
            words.with(lang, &[("message", it.name.any(lang)), ("from", from), ("to", to)])
        })
        .collect();
    let shows = say::SHOWS_EXCHANGE.with(lang, &[("ways", &ways.join("; "))]);
    let frame = Frame {
        id: identifier(EXCHANGE, lang),
        title: say::EXCHANGE.get(lang),
        purpose: "",
        shows: &shows,
        draft: exchange.draft,
        lang,
    };
    frame.draw(&layout, form, |xml, part| {
        for route in &layout.messages {
            frame.message(xml, route, part);
        }
        for placed in &layout.nodes {
            draw_box(xml, "gp-task", placed.rect, 8);
            draw_text(xml, "gp-text", placed.label.as_ref());
        }
        for route in &layout.messages {
            draw_text(xml, "gp-text", label_in(part, route));
        }
    })
}

fn draw_states(machine: &StateMachine, lang: Lang, form: Form) -> Vec<String> {
    let layout = lay_out_states(machine, lang);
    let name = |at: usize| machine.states().get(at).map_or("", |state| state.name.any(lang));
    let transitions: Vec<String> = machine
        .transitions()
        .iter()
        .map(|it| {
            let trigger = it.trigger.any(lang);
            let words = if trigger.is_empty() { say::PLAIN_TRANSITION } else { say::TRANSITION };
            words.with(lang, &[("from", name(it.from)), ("to", name(it.to)), ("trigger", trigger)])
        })
        .collect();
    let shows = say::SHOWS_STATES.with(
        lang,
        &[
            ("states", &machine.states().len().to_string()),
            ("transitions", &transitions.join("; ")),
        ],
    );
    let frame = Frame {
        id: identifier(&machine.id, lang),
        title: machine.name.any(lang),
        purpose: "",
        shows: &shows,
        draft: machine.draft,
        lang,
    };
    frame.draw(&layout, form, |xml, part| {
        for route in &layout.flows {
            frame.flow(xml, route, false, part);
        }
        for (at, (state, placed)) in machine.states().iter().zip(&layout.nodes).enumerate() {
            let class = match (machine.initial() == Some(at), state.terminal) {
                (true, _) => "gp-go",
                (_, true) => "gp-end",
                _ => "gp-task",
            };
            draw_box(xml, class, placed.rect, 14);
            draw_text(xml, "gp-text", placed.label.as_ref());
        }
        for mark in &layout.marks {
            draw_mark(xml, *mark, &mark.number.to_string());
        }
        for entry in &layout.legend {
            draw_text(xml, "gp-text", Some(entry));
        }
    })
}

/// What every identifier in the picture begins with.
fn identifier(id: &str, lang: Lang) -> String {
    let id: String = id.chars().map(|c| if is_plain(c) { c } else { '-' }).collect();
    format!("gp-{id}-{}", lang.code())
}

/// What stands around a picture.
struct Frame<'a> {
    id: String,
    title: &'a str,
    purpose: &'a str,
    shows: &'a str,
    draft: bool,
    lang: Lang,
}

impl Frame<'_> {
    /// Draws the whole, or each part apart.
    fn draw(&self, layout: &Layout, form: Form, inner: impl Fn(&mut Xml, Rect)) -> Vec<String> {
        let whole = Rect { x: 0, y: 0, w: layout.width, h: layout.height };
        let folded = layout.parts.len() > 1;
        if form == Form::File || layout.parts.is_empty() {
            return vec![self.picture(whole, (true, folded), form, |xml| {
                for at in 0..layout.parts.len() {
                    self.count(xml, layout, at);
                }
                inner(xml, whole);
            })];
        }
        let drawn = layout.parts.iter().enumerate().map(|(at, part)| {
            self.picture(*part, (at == 0, folded), form, |xml| {
                self.count(xml, layout, at);
                inner(xml, *part);
            })
        });
        drawn.collect()
    }

    /// Which part of how many, above a part of a folded picture.
    fn count(&self, xml: &mut Xml, layout: &Layout, at: usize) {
        let (Some(part), true) = (layout.parts.get(at), layout.parts.len() > 1) else { return };
        let (n, of) = ((at + 1).to_string(), layout.parts.len().to_string());
        let text = say::PART.with(self.lang, &[("n", &n), ("of", &of), ("title", self.title)]);
        let y = (part.y - 10).to_string();
        xml.leaf("text", &[("class", "gp-part"), ("x", "0"), ("y", &y)], &text);
    }

    fn picture(
        &self,
        part: Rect,
        (first, folded): (bool, bool),
        form: Form,
        inner: impl FnOnce(&mut Xml),
    ) -> String {
        let mut xml = Xml::fragment();
        let is_marked = folded || self.draft && first;
        let above = if is_marked { MARGIN + MARK } else { MARGIN };
        let (width, height) = (part.w + 2 * MARGIN, part.h + MARGIN + above);
        let paper = Rect { x: -MARGIN, y: part.y - above, w: width, h: height };
        let title = format!("{}-title", self.id);
        let desc = format!("{}-desc", self.id);
        let view = format!("{} {} {width} {height}", paper.x, paper.y);
        let shown = if width <= SHOWN * 10 / 9 { width.min(SHOWN) } else { width };
        let [wide, high] = [shown, height * shown / width.max(1)].map(|it| it.to_string());
        let mut attributes = vec![
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("class", "gp"),
            ("viewBox", &view),
            ("width", &wide),
            ("height", &high),
            ("lang", self.lang.code()),
        ];
        if first {
            attributes.extend([("role", "img"), ("aria-labelledby", &title)]);
            attributes.push(("aria-describedby", &desc));
        } else {
            // The description of the first part is that of the whole.
            attributes.push(("aria-hidden", "true"));
        }
        xml.element("svg", &attributes, |xml| {
            if first {
                xml.leaf("title", &[("id", &title)], self.title);
                let said = format!("{} {}", self.purpose, self.shows);
                xml.leaf("desc", &[("id", &desc)], said.trim_start());
            }
            if first || form == Form::Sheets {
                match form {
                    Form::Sheets => xml.leaf("style", &[], &style::plain()),
                    Form::File | Form::Page => xml.leaf("style", &[], STYLE),
                }
                xml.element("defs", &[], |xml| {
                    self.marker(xml, "tip", 9, "M0 0L10 5L0 10z", "gp-tip");
                    self.marker(xml, "open", 9, "M1 1L9 5L1 9z", "gp-open-tip");
                    self.marker(xml, "dot", 1, "M1 5a4 4 0 1 1 8 0a4 4 0 1 1 -8 0", "gp-open-tip");
                });
            }
            draw_box(xml, "gp-paper", paper, 0);
            if self.draft && first {
                let x = part.w.to_string();
                let at = [("class", "gp-draft"), ("x", x.as_str()), ("y", "-10")];
                xml.leaf("text", &at, say::DRAFT.get(self.lang));
            }
            inner(xml);
        });
        xml.finish()
    }

    fn marker(&self, xml: &mut Xml, name: &str, tip: i32, data: &str, class: &str) {
        let attributes = [
            ("id", &*format!("{}-{name}", self.id)),
            ("viewBox", "0 0 10 10"),
            ("refX", &tip.to_string()),
            ("refY", "5"),
            ("markerWidth", "9"),
            ("markerHeight", "9"),
            ("markerUnits", "userSpaceOnUse"),
            ("orient", "auto"),
        ];
        xml.element("marker", &attributes, |xml| glyphs::path(xml, class, data));
    }

    fn flow(&self, xml: &mut Xml, route: &Route, default: bool, part: Rect) {
        let tip = format!("url(#{}-tip)", self.id);
        for (number, run) in runs(route).enumerate().filter(|(_, run)| is_run_in(part, run)) {
            let data = line(run);
            let mut attributes = vec![("class", "gp-flow"), ("d", &*data)];
            if number == route.more.len() {
                attributes.push(("marker-end", &tip));
            }
            xml.empty("path", &attributes);
        }
        let ([a, b, ..], true) = (route.points.as_slice(), default) else { return };
        if !holds(part, *a) {
            return;
        }
        // The stroke that marks the way taken when no other is.
        let (dx, dy) = ((b.0 - a.0).signum(), (b.1 - a.1).signum());
        let (x, y) = (a.0 + 8 * dx, a.1 + 8 * dy);
        let slash = format!("M{} {}l6 -10", x - 3, y + 5);
        let slash = if dy == 0 { slash } else { format!("M{} {}l10 -6", x - 5, y + 3) };
        glyphs::path(xml, "gp-flow", &slash);
    }

    fn message(&self, xml: &mut Xml, route: &Route, part: Rect) {
        let (open, dot) = (format!("url(#{}-open)", self.id), format!("url(#{}-dot)", self.id));
        for (number, run) in runs(route).enumerate().filter(|(_, run)| is_run_in(part, run)) {
            let data = line(run);
            let mut attributes = vec![("class", "gp-message"), ("d", &*data)];
            if number == 0 {
                attributes.push(("marker-start", &dot));
            }
            if number == route.more.len() {
                attributes.push(("marker-end", &open));
            }
            xml.empty("path", &attributes);
        }
    }
}

/// The runs of a flow between cuts.
fn runs(route: &Route) -> impl Iterator<Item = &Vec<(i32, i32)>> {
    std::iter::once(&route.points).chain(&route.more)
}

fn is_run_in(part: Rect, run: &[(i32, i32)]) -> bool {
    run.first().is_some_and(|at| holds(part, *at))
}

/// A line through these points, its corners rounded.
fn line(points: &[(i32, i32)]) -> String {
    let Some((first, rest)) = points.split_first() else { return String::new() };
    let mut data = format!("M{} {}", first.0, first.1);
    let mut before = *first;
    for (at, point) in rest.iter().enumerate() {
        if let Some(next) = rest.get(at + 1) {
            let length = |a: (i32, i32), b: (i32, i32)| (a.0 - b.0).abs() + (a.1 - b.1).abs();
            let round = 5.min(length(before, *point) / 2).min(length(*point, *next) / 2);
            let toward = |other: (i32, i32)| {
                let (dx, dy) = ((other.0 - point.0).signum(), (other.1 - point.1).signum());
                (point.0 + dx * round, point.1 + dy * round)
            };
            let (a, b) = (toward(before), toward(*next));
            data.push_str(&format!("L{} {}Q{} {} {} {}", a.0, a.1, point.0, point.1, b.0, b.1));
        } else {
            data.push_str(&format!("L{} {}", point.0, point.1));
        }
        before = *point;
    }
    data
}
