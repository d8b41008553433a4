//! Dots of a palette: each is the number of a colour, one byte, so that a sheet stays small in memory and
//! is packed fast. Where an edge covers a dot in part, the mixture is a colour of the palette, too.

use crate::render::process::dots::rules::Colour;
use crate::render::process::dots::whole;

/// In how many steps a dot is covered.
const STEPS: u8 = 7;
/// The most colours of a palette.
const MOST: usize = 256;
/// No mixture yet.
const NONE: u16 = u16::MAX;
/// Dots that are looked at together: most of them have nothing on them.
const TOGETHER: usize = 16;
const PAPER: Colour = [255; 3];

/// A colour that is painted with, and its mixtures with what may lie under it.
struct Ink {
    colour: Colour,
    /// Number of the colour in the palette.
    number: u8,
    /// Number of the mixture: for each colour under it, for each step.
    mixtures: Vec<u16>,
}

/// A sheet of dots.
#[derive(Default)]
pub(super) struct Surface {
    width: usize,
    dots: Vec<u8>,
    palette: Vec<Colour>,
    inks: Vec<Ink>,
}

impl Surface {
    /// White paper of this size.
    pub(super) fn clear(&mut self, width: u32, height: u32) {
        let [width, height] = [width, height].map(|it| usize::try_from(it).unwrap_or(0));
        self.width = width;
        self.dots.clear();
        self.dots.resize(width * height, 0);
        // Programs that pack dots are fastest with zero, and most dots are paper.
        self.palette = vec![PAPER];
        self.inks.clear();
    }

    fn ink(&mut self, colour: Colour) -> usize {
        if let Some(at) = self.inks.iter().position(|it| it.colour == colour) {
            return at;
        }
        let number = number(&mut self.palette, colour);
        let mixtures = vec![NONE; MOST * usize::from(STEPS)];
        self.inks.push(Ink { colour, number, mixtures });
        self.inks.len() - 1
    }

    /// Puts a mask, rows of such a width, where it covers the sheet.
    pub(super) fn stamp(&mut self, mask: &[u8], width: usize, at: (i32, i32), colour: Colour) {
        if width == 0 {
            return;
        }
        let ink = self.ink(colour);
        let (Some(ink), palette) = (self.inks.get_mut(ink), &mut self.palette) else { return };
        let before = usize::try_from(-at.0).unwrap_or(0);
        let left = usize::try_from(at.0).unwrap_or(0);
        for (row, y) in mask.chunks_exact(width).zip(at.1..) {
            let Ok(y) = usize::try_from(y) else { continue };
            let line = self.dots.get_mut(y * self.width..(y + 1) * self.width);
            let line = line.and_then(|it| it.get_mut(left..));
            let (Some(line), Some(row)) = (line, row.get(before..)) else { continue };
            for (dots, covers) in line.chunks_mut(TOGETHER).zip(row.chunks(TOGETHER)) {
                if covers.iter().fold(0, |all, it| all | it) == 0 {
                    continue;
                }
                if covers.len() == TOGETHER && covers.iter().fold(255, |all, it| all & it) == 255 {
                    dots.fill(ink.number);
                    continue;
                }
                for (dot, cover) in dots.iter_mut().zip(covers) {
                    let step = (u16::from(*cover) * u16::from(STEPS) + 127) / 255;
                    cover_dot(dot, ink, palette, u8::try_from(step).unwrap_or(STEPS));
                }
            }
        }
    }

    /// Fills a rectangle with upright edges.
    pub(super) fn fill(&mut self, from: (f32, f32), to: (f32, f32), colour: Colour) {
        let ink = self.ink(colour);
        let (Some(ink), palette) = (self.inks.get_mut(ink), &mut self.palette) else { return };
        let across: Vec<(usize, f32)> = edges(from.0, to.0).collect();
        // Dots that are covered in their whole width.
        let [first, behind] = [from.0.ceil(), to.0.floor()].map(|it| whole(it).max(0));
        let inner = usize::try_from(first).unwrap_or(0)..usize::try_from(behind).unwrap_or(0);
        let sides: Vec<_> = across.iter().filter(|(x, _)| !inner.contains(x)).copied().collect();
        // Most rows are covered in their whole height, and all of those alike.
        let step = |cover: f32| u8::try_from(whole(cover * f32::from(STEPS))).unwrap_or(0);
        let steps = |list: &[(usize, f32)]| -> Vec<_> {
            list.iter().map(|(x, cover)| (*x, step(*cover))).collect()
        };
        let (of_sides, of_all) = (steps(&sides), steps(&across));
        let height = self.dots.len() / self.width.max(1);
        for (y, part) in edges(from.1, to.1).filter(|(y, _)| *y < height) {
            let line = self.dots.get_mut(y * self.width..(y + 1) * self.width);
            let Some(line) = line else { continue };
            let end = inner.end.min(line.len());
            let is_whole = part > 0.99;
            let is_filled = is_whole && inner.start < end;
            if let Some(dots) = line.get_mut(inner.start..end).filter(|_| is_filled) {
                dots.fill(ink.number);
            }
            if is_whole {
                for (x, step) in if is_filled { &of_sides } else { &of_all } {
                    if let Some(dot) = line.get_mut(*x) {
                        cover_dot(dot, ink, palette, *step);
                    }
                }
                continue;
            }
            for (x, cover) in &across {
                if let Some(dot) = line.get_mut(*x) {
                    cover_dot(dot, ink, palette, step(cover * part));
                }
            }
        }
    }

    /// The sheet as a file.
    pub(super) fn png(&self) -> Option<Vec<u8>> {
        let height = self.dots.len().checked_div(self.width)?;
        let mut bytes = Vec::with_capacity(self.dots.len() / 8);
        let size = (u32::try_from(self.width).ok()?, u32::try_from(height).ok()?);
        let mut encoder = png::Encoder::new(&mut bytes, size.0, size.1);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(self.palette.concat());
        encoder.set_compression(png::Compression::Fast);
        // A row most often repeats the one above it.
        encoder.set_filter(png::Filter::Up);
        let mut writer = encoder.write_header().ok()?;
        writer.write_image_data(&self.dots).ok()?;
        writer.finish().ok()?;
        Some(bytes)
    }
}

/// The dots between two places, with the part of each that lies between them.
fn edges(from: f32, to: f32) -> impl Iterator<Item = (usize, f32)> + Clone {
    let (first, last) = (whole(from.floor()).max(0), whole(to.ceil()));
    (first..last).map(move |at| {
        #[allow(clippy::cast_precision_loss, reason = "no sheet has so many dots")]
        let place = at as f32;
        let part = to.min(place + 1.0) - from.max(place);
        (usize::try_from(at).unwrap_or(0), part.max(0.0))
    })
}

fn cover_dot(dot: &mut u8, ink: &mut Ink, palette: &mut Vec<Colour>, step: u8) {
    if step == 0 {
        return;
    }
    if step >= STEPS {
        *dot = ink.number;
        return;
    }
    let at = usize::from(*dot) * usize::from(STEPS) + usize::from(step);
    let Some(known) = ink.mixtures.get_mut(at) else { return };
    if *known == NONE {
        let under = palette.get(usize::from(*dot)).copied().unwrap_or(PAPER);
        let mut mixed = under;
        for (mixed, over) in mixed.iter_mut().zip(ink.colour) {
            let sum =
                u16::from(*mixed) * u16::from(STEPS - step) + u16::from(over) * u16::from(step);
            *mixed = u8::try_from((sum + u16::from(STEPS / 2)) / u16::from(STEPS)).unwrap_or(over);
        }
        *known = u16::from(number(palette, mixed));
    }
    *dot = u8::try_from(*known).unwrap_or(ink.number);
}

/// The number of a colour in the palette; that of the one most like it when the palette is full.
fn number(palette: &mut Vec<Colour>, colour: Colour) -> u8 {
    let found = palette.iter().position(|it| *it == colour).unwrap_or_else(|| {
        if palette.len() < MOST {
            palette.push(colour);
            return palette.len() - 1;
        }
        let apart = |it: &Colour| -> u32 {
            it.iter().zip(colour).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
        };
        let nearest = palette.iter().enumerate().min_by_key(|(_, it)| apart(it));
        nearest.map_or(0, |(at, _)| at)
    });
    u8::try_from(found).unwrap_or(0)
}
