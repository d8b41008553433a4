//! The small signs of BPMN, drawn as strokes.

use crate::render::print::xml::Xml;
use crate::view::process::layout::Rect;

/// A path of this class.
pub(super) fn path(xml: &mut Xml, class: &str, data: &str) {
    xml.empty("path", &[("class", class), ("d", data)]);
}

/// An envelope of width `w`, its middle at `x`, `y`.
pub(super) fn envelope(xml: &mut Xml, x: i32, y: i32, w: i32, filled: bool) {
    let h = w * 2 / 3;
    let (left, top) = (x - w / 2, y - h / 2);
    let class = if filled { "gp-glyph-full" } else { "gp-glyph" };
    let (fall, half) = (h * 3 / 5, w / 2);
    // The flap goes round as the body does: the other way, it would be a hole in a full envelope.
    let data = format!("M{left} {top}h{w}v{h}h-{w}zm{w} 0l-{half} {fall}l-{half} -{fall}");
    path(xml, class, &data);
}

/// A clock.
pub(super) fn clock(xml: &mut Xml, x: i32, y: i32) {
    let r = 10;
    let (left, d) = (x - r, 2 * r);
    let face = format!(
        "M{left} {y}a{r} {r} 0 1 1 {d} 0a{r} {r} 0 1 1 -{d} 0M{x} {}v2M{x} {}v-2M{} {y}h2M{} {y}h-2M{x} {}V{y}L{} {}",
        y - r,
        y + r,
        x - r,
        x + r,
        y - 7,
        x + 5,
        y + 2
    );
    path(xml, "gp-glyph", &face);
}

/// A bolt, for an error.
pub(super) fn bolt(xml: &mut Xml, x: i32, y: i32) {
    let data = format!("M{} {}l4 -12l7 7l5 -10l-4 14l-7 -6z", x - 9, y + 7);
    path(xml, "gp-tip", &data);
}

/// A table, for rules.
pub(super) fn rules(xml: &mut Xml, x: i32, y: i32) {
    let (left, top) = (x - 7, y - 5);
    path(xml, "gp-glyph", &format!("M{left} {top}h14v10h-14zm0 3h14m-14 3h14m-10 -3v7"));
}

/// A cross in a small box, for what is shown elsewhere.
pub(super) fn collapsed(xml: &mut Xml, x: i32, y: i32) {
    let (left, top) = (x - 6, y - 6);
    path(xml, "gp-glyph", &format!("M{left} {top}h12v12h-12zM{x} {}v6M{} {y}h6", y - 3, x - 3));
}

/// A saltire, for one of several ways.
pub(super) fn saltire(xml: &mut Xml, x: i32, y: i32) {
    path(xml, "gp-glyph-bold", &format!("M{} {}l12 12m0 -12l-12 12", x - 6, y - 6));
}

/// An upright cross, for all ways at once.
pub(super) fn cross(xml: &mut Xml, x: i32, y: i32) {
    path(xml, "gp-glyph-bold", &format!("M{x} {}v18M{} {y}h18", y - 9, x - 9));
}

/// A pentagon in a circle, for the first of several events.
pub(super) fn pentagon(xml: &mut Xml, x: i32, y: i32) {
    let ring = format!("M{} {y}a10 10 0 1 1 20 0a10 10 0 1 1 -20 0", x - 10);
    path(xml, "gp-glyph", &ring);
    path(xml, "gp-glyph", &format!("M{x} {}l6 4l-2 7h-8l-2 -7z", y - 6));
}

/// A circle that fills its place.
pub(super) fn circle(xml: &mut Xml, class: &str, place: Rect, inset: i32) {
    let r = place.w / 2 - inset;
    let (x, y) = (place.x + place.w / 2, place.y + place.h / 2);
    let (x, y, r) = (x.to_string(), y.to_string(), r.to_string());
    xml.empty("circle", &[("class", class), ("cx", &x), ("cy", &y), ("r", &r)]);
}
