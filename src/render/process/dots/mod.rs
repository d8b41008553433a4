//! A sheet of a picture as dots (PNG), for programs that show no vectors.
//!
//! Reads what `svg` draws, nothing else: rectangles, circles, paths with markers, lines of text, and the
//! classes of its style sheet. Outlines, strokes and dashes are made by `zeno`, which here counts on no
//! mathematics of the machine; so a sheet has the same bytes everywhere.

mod covers;
mod letters;
mod masks;
mod rules;
mod surface;
mod upright;

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zeno::{Command, Fill, PathBuilder, PathData, Point, Stroke, Style, Transform};

use crate::render::process::dots::letters::{Letters, Type};
use crate::render::process::dots::masks::{Masks, points};
use crate::render::process::dots::rules::{Colour, Rule, Rules};
use crate::render::process::dots::surface::Surface;

/// The most dots of a sheet; what has more is drawn smaller.
const MOST: f32 = 6_000_000.0;
/// The most dots of a side.
const LONGEST: i32 = 30_000;
/// The box that the form of a marker is drawn in.
const MARKER: f32 = 10.0;

/// Draws sheets, one after the other; what it learnt of letters for one serves the next.
#[derive(Default)]
pub struct Painter {
    rules: Rules,
    letters: Letters,
    surface: Surface,
    masks: Masks,
    markers: BTreeMap<String, Marker>,
    /// How many dots a pixel of the drawing has.
    scale: f32,
    /// From the places of the drawing to those of dots.
    base: Transform,
}

/// What stands at an end of a line.
#[derive(Clone, Default)]
struct Marker {
    at: (f32, f32),
    size: f32,
    class: String,
    form: Vec<Command>,
}

/// A line of text, being read.
#[derive(Default)]
struct Line {
    class: String,
    at: (f32, f32),
    /// Whether it is read from bottom to top.
    turned: bool,
    text: String,
}

impl Painter {
    /// The sheet as PNG with a palette; nothing if it is no sheet of `svg`.
    pub fn draw(&mut self, sheet: &str) -> Option<Vec<u8>> {
        let mut reader = Reader::from_str(sheet);
        let mut marker: Option<(String, Marker)> = None;
        let mut line: Option<Line> = None;
        self.markers.clear();
        self.surface.clear(0, 0);
        loop {
            match reader.read_event().ok()? {
                Event::Start(tag) | Event::Empty(tag) => {
                    match (tag.name().into_inner(), &mut marker) {
                        ("svg", _) => self.begin(&tag)?,
                        ("marker", _) => marker = Some(begin_marker(&tag)?),
                        ("path", Some((_, marker))) => {
                            marker.class = value(&tag, "class")?;
                            marker.form = value(&tag, "d")?.as_str().commands().collect();
                        }
                        ("path", None) => self.path(&tag)?,
                        ("rect", _) => self.rectangle(&tag)?,
                        ("circle", _) => self.circle(&tag)?,
                        ("text", _) => line = Some(begin_line(&tag)?),
                        _ => {}
                    }
                }
                Event::End(tag) => match tag.name().into_inner() {
                    "marker" => self.markers.extend(marker.take()),
                    "text" => self.line(&line.take()?),
                    _ => {}
                },
                Event::Text(text) => {
                    if let Some(line) = &mut line {
                        line.text.push_str(&text);
                    }
                }
                Event::GeneralRef(name) => {
                    let known = quick_xml::escape::resolve_xml_entity(&name);
                    if let (Some(line), Some(known)) = (&mut line, known) {
                        line.text.push_str(known);
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        self.surface.png()
    }

    fn begin(&mut self, tag: &BytesStart) -> Option<()> {
        let view = value(tag, "viewBox")?;
        let mut numbers = view.split(' ').map(|it| it.parse::<f32>().ok());
        let mut next = || numbers.next().flatten();
        let (x, y, width, height) = (next()?, next()?, next()?, next()?);
        self.scale = (MOST / (width * height).max(1.0)).sqrt().min(1.0);
        self.base = Transform::translation(-x, -y).then_scale(self.scale, self.scale);
        // Also where a side is less than a dot.
        let side = |length: f32| whole(length * self.scale).clamp(1, LONGEST);
        let [width, height] = [side(width), side(height)];
        let (width, height) = (width.unsigned_abs(), height.unsigned_abs());
        self.surface.clear(width, height);
        Some(())
    }

    fn rectangle(&mut self, tag: &BytesStart) -> Option<()> {
        let rule = self.rules.of(&value(tag, "class")?);
        let at = (number(tag, "x")?, number(tag, "y")?);
        let (width, height) = (number(tag, "width")?, number(tag, "height")?);
        if let Some(round) = number(tag, "rx") {
            self.rounded(at.into(), Point::new(width, height), round, &rule);
            return Some(());
        }
        // Straight edges need no outline, and the largest rectangles have them.
        let (from, to) = (at, (at.0 + width, at.1 + height));
        if let Some(fill) = rule.fill {
            self.area(from, to, fill);
        }
        let from = self.base.transform_point(from.into());
        let to = self.base.transform_point(to.into());
        let (left, top, right, bottom) = (from.x, from.y, to.x, to.y);
        if let Some(stroke) = rule.stroke {
            let half = rule.width * self.scale / 2.0;
            let (outer, inner) = ((left - half, right + half), (left + half, right - half));
            for (from, to) in [
                ((outer.0, top - half), (outer.1, top + half)),
                ((outer.0, bottom - half), (outer.1, bottom + half)),
                ((outer.0, top + half), (inner.0, bottom - half)),
                ((inner.1, top + half), (outer.1, bottom - half)),
            ] {
                self.surface.fill(from, to, stroke);
            }
        }
        Some(())
    }

    /// Fills what lies between two places of the drawing.
    fn area(&mut self, from: (f32, f32), to: (f32, f32), colour: Colour) {
        let [from, to] = [from, to].map(|it| self.base.transform_point(it.into()));
        self.surface.fill((from.x, from.y), (to.x, to.y), colour);
    }

    /// A rectangle with round corners. Where its edges lie between dots, only the corners need an outline,
    /// and those of all boxes are the same few.
    fn rounded(&mut self, at: Point, size: Point, round: f32, rule: &Rule) {
        let edges = [at.x, at.y, size.x, size.y, round].map(|it| it * self.scale);
        let is_even = edges.iter().all(|it| it.fract().abs() < f32::EPSILON);
        if !is_even || rule.dashes.is_some() || 2.0 * round > size.x.min(size.y) {
            let mut path: Vec<Command> = Vec::new();
            path.add_round_rect(at, size.x, size.y, round, round);
            return self.form(&path, rule, self.base);
        }
        let corners = upright::corners(at, size, round);
        if let Some(fill) = rule.fill {
            let (right, bottom) = (at.x + size.x, at.y + size.y);
            for (from, to) in [
                ((at.x + round, at.y), (right - round, at.y + round)),
                ((at.x, at.y + round), (right, bottom - round)),
                ((at.x + round, bottom - round), (right - round, bottom)),
            ] {
                self.area(from, to, fill);
            }
            for corner in &corners {
                let mut part = corner.path();
                part.extend([Command::LineTo(corner.centre), Command::Close]);
                self.mask(&part, Style::Fill(Fill::NonZero), self.base, fill);
            }
        }
        if let Some(stroke) = rule.stroke {
            let each = corners.iter().zip(corners.iter().cycle().skip(1));
            let pieces: Vec<upright::Piece> = each
                .flat_map(|(corner, next)| {
                    let straight = upright::Piece::Straight(corner.to, next.from);
                    [upright::Piece::Corner(corner.path()), straight]
                })
                .collect();
            self.upright(&pieces, rule, stroke);
        }
    }

    fn circle(&mut self, tag: &BytesStart) -> Option<()> {
        let rule = self.rules.of(&value(tag, "class")?);
        let mut path: Vec<Command> = Vec::new();
        path.add_circle((number(tag, "cx")?, number(tag, "cy")?), number(tag, "r")?);
        self.form(&path, &rule, self.base);
        Some(())
    }

    fn path(&mut self, tag: &BytesStart) -> Option<()> {
        let rule = self.rules.of(&value(tag, "class")?);
        let path: Vec<Command> = value(tag, "d")?.as_str().commands().collect();
        match upright::pieces(&path, &rule) {
            Some((pieces, colour)) => self.upright(&pieces, &rule, colour),
            None => self.form(&path, &rule, self.base),
        }
        let points: Vec<Point> = path.iter().flat_map(points).collect();
        let mut back = points.clone();
        back.reverse();
        for (end, points, away) in [("marker-start", &points, false), ("marker-end", &back, true)] {
            let Some(name) = value(tag, end) else { continue };
            let name = name.trim_start_matches("url(#").trim_end_matches(')');
            let marker = self.markers.get(name).cloned()?;
            self.marker(&marker, points, away);
        }
        Some(())
    }

    /// A line of upright and level pieces with round corners. Only its corners need an outline: that
    /// of the whole would be as large as what the line goes around.
    fn upright(&mut self, pieces: &[upright::Piece], rule: &Rule, colour: Colour) {
        let half = rule.width * self.scale / 2.0;
        // How long the line is up to the piece: its dashes go on where those before it end.
        let mut gone = 0.0;
        for piece in pieces {
            match piece {
                upright::Piece::Straight(from, to) => {
                    let length = (to.x - from.x).abs() + (to.y - from.y).abs();
                    for (start, end) in upright::dashes(rule.dashes, gone, length) {
                        let on = |part: f32| {
                            let part = part / length;
                            let (dx, dy) = ((to.x - from.x) * part, (to.y - from.y) * part);
                            self.base.transform_point((from.x + dx, from.y + dy).into())
                        };
                        let (from, to) = (on(start), on(end));
                        let (left, right) = (from.x.min(to.x), from.x.max(to.x));
                        let (top, bottom) = (from.y.min(to.y), from.y.max(to.y));
                        let (dx, dy) = if left < right { (0.0, half) } else { (half, 0.0) };
                        let (from, to) = ((left - dx, top - dy), (right + dx, bottom + dy));
                        self.surface.fill(from, to, colour);
                    }
                    gone += length;
                }
                upright::Piece::Corner(corner) => {
                    let mut stroke = Stroke::new(rule.width);
                    // Dashes that begin at nearly the same place make the same form.
                    let dashes = rule.dashes.as_ref().map_or(&[][..], |it| it.as_slice());
                    stroke.dash(dashes, (gone * 2.0).round() / 2.0);
                    self.mask(corner, Style::Stroke(stroke), self.base, colour);
                    gone += zeno::length(corner, None);
                }
            }
        }
    }

    /// A marker at the first of these points, looking towards the next or away from it.
    fn marker(&mut self, marker: &Marker, points: &[Point], away: bool) {
        let Some(at) = points.first() else { return };
        let Some(next) = points.iter().find(|it| *it != at) else { return };
        let (dx, dy) =
            if away { (at.x - next.x, at.y - next.y) } else { (next.x - at.x, next.y - at.y) };
        let length = (dx * dx + dy * dy).sqrt();
        let size = marker.size / MARKER;
        let (cos, sin) = (dx / length * size, dy / length * size);
        // `Transform::then` of zeno turns the wrong way, so the product is written out.
        let (x, y) = marker.at;
        let origin = Point::new(at.x - (x * cos - y * sin), at.y - (x * sin + y * cos));
        let origin = self.base.transform_point(origin);
        let (cos, sin) = (cos * self.scale, sin * self.scale);
        let place = Transform::new(cos, sin, -sin, cos, origin.x, origin.y);
        let rule = self.rules.of(&marker.class);
        self.form(&marker.form, &rule, place);
    }

    /// A form, filled and then stroked, as its class says.
    fn form(&mut self, path: &[Command], rule: &Rule, place: Transform) {
        if let Some(fill) = rule.fill {
            self.mask(path, Style::Fill(Fill::NonZero), place, fill);
        }
        if let Some(colour) = rule.stroke {
            let dashes = rule.dashes.as_ref().map_or(&[][..], |it| it.as_slice());
            let mut stroke = Stroke::new(rule.width);
            stroke.join(rule.join).cap(rule.cap).dash(dashes, 0.0);
            self.mask(path, Style::Stroke(stroke), place, colour);
        }
    }

    fn mask(&mut self, path: &[Command], style: Style, place: Transform, colour: Colour) {
        if let Some((covers, begin)) = self.masks.of(path, style, place) {
            self.surface.stamp(covers, begin, colour);
        }
    }

    fn line(&mut self, line: &Line) {
        let rule = self.rules.of(&line.class);
        let kind = Type::new(rule.size * self.scale, rule.bold, rule.italic, line.turned);
        let spacing = rule.spacing * self.scale;
        let Some(mut font) = self.letters.font(kind) else { return };
        let letters = line.text.chars().map(|c| (c, font.advance(c) + spacing));
        let letters: Vec<(char, f32)> = letters.collect();
        let length: f32 = letters.iter().map(|(_, step)| step).sum();
        let start = self.base.transform_point(line.at.into());
        let back = length * rule.anchor;
        // The outline lies under all letters of the line.
        for (ink, outline) in [(rule.stroke, Some(rule.width * self.scale)), (rule.fill, None)] {
            let Some(ink) = ink else { continue };
            let mut at = -back;
            for (c, step) in &letters {
                let pen =
                    if line.turned { (start.x, start.y - at) } else { (start.x + at, start.y) };
                if let Some((covers, place)) = font.stamp(*c, outline, pen) {
                    self.surface.stamp(covers, place, ink);
                }
                at += step;
            }
        }
    }
}

fn begin_marker(tag: &BytesStart) -> Option<(String, Marker)> {
    let marker = Marker {
        at: (number(tag, "refX")?, number(tag, "refY")?),
        size: number(tag, "markerWidth")?,
        ..Marker::default()
    };
    Some((value(tag, "id")?, marker))
}

fn begin_line(tag: &BytesStart) -> Option<Line> {
    let class = value(tag, "class")?;
    // Text that is not level is read upwards.
    if let Some(turn) = value(tag, "transform") {
        let place = turn.strip_prefix("translate(")?.strip_suffix(") rotate(-90)")?;
        let (x, y) = place.split_once(' ')?;
        let at = (x.parse().ok()?, y.parse().ok()?);
        return Some(Line { class, at, turned: true, text: String::new() });
    }
    let at = (number(tag, "x")?, number(tag, "y")?);
    Some(Line { class, at, turned: false, text: String::new() })
}

fn value(tag: &BytesStart, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).ok()??;
    let version = quick_xml::XmlVersion::Implicit1_0;
    found.normalized_value(version).ok().map(std::borrow::Cow::into_owned)
}

fn number(tag: &BytesStart, name: &str) -> Option<f32> {
    value(tag, name)?.parse().ok()
}

/// The whole number next to this one. Places on a sheet are far from where that would not fit.
#[allow(clippy::cast_possible_truncation, reason = "bounded by what a sheet holds")]
fn whole(number: f32) -> i32 {
    (number + 0.5_f32.copysign(number)) as i32
}
