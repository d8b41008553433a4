//! How large the sheets of a drawing are shown on a page.

/// Width and height of a sheet, from its `viewBox`, in pixels.
pub(super) fn pixels(svg: &str) -> (u32, u32) {
    let view = svg.split_once("viewBox=\"").and_then(|(_, rest)| rest.split_once('"'));
    let mut numbers = view.map_or("", |(view, _)| view).split(' ').skip(2);
    let mut next = || numbers.next().and_then(|it| it.parse().ok()).unwrap_or(1_u32).max(1);
    (next(), next())
}

/// Width and height at which a sheet is shown where there is such room, in twentieths of a point.
pub(super) fn size(svg: &str, (width, height): (u32, u32)) -> (u32, u32) {
    let (w, h) = pixels(svg);
    // A picture is never shown larger than its type deserves: 12 pixels at 10 points.
    let width = width.min(w.saturating_mul(50) / 3);
    let scaled = |a: u32, b: u32, c: u32| {
        u32::try_from(u64::from(a) * u64::from(b) / u64::from(c)).unwrap_or(u32::MAX)
    };
    let high = scaled(width, h, w);
    if high <= height { (width, high) } else { (scaled(height, w, h), height) }
}

/// Whether the sheet with the smallest type is shown clearly larger on a page on its side than on an
/// upright one, which have such room.
pub(super) fn are_larger(sheets: &[String], upright: (u32, u32), wide: (u32, u32)) -> bool {
    let shown = |room: (u32, u32)| -> u64 {
        let each =
            sheets.iter().map(|it| u64::from(size(it, room).0) * 1000 / u64::from(pixels(it).0));
        each.min().unwrap_or(0)
    };
    shown(wide) * 100 > shown(upright) * 115
}
