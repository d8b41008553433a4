//! Dots of a palette: each is the number of a colour, one byte, so that a sheet stays small in memory and
//! is packed fast. Where an edge covers a dot in part, the mixture is a colour of the palette, too.

use std::ops::Range;

use crate::render::process::dots::covers::{Covers, STEPS};
use crate::render::process::dots::rules::Colour;
use crate::render::process::dots::whole;

/// The most colours of a palette.
const MOST: usize = 256;
/// No mixture yet.
const NONE: u16 = u16::MAX;
const PAPER: Colour = [255; 3];

/// A colour that is painted with, and its mixtures with what may lie under it.
struct Ink {
    colour: Colour,
    /// Number of the colour in the palette.
    number: u8,
    /// Number of the mixture: for each step, for each colour under it.
    mixtures: Vec<[u16; MOST]>,
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
        // Paper is laid over what was there: a list that grows does so byte by byte.
        self.dots.truncate(width * height);
        self.dots.fill(0);
        if self.dots.len() < width * height {
            self.dots = vec![0; width * height];
        }
        // Programs that pack dots are fastest with zero, and most dots are paper.
        self.palette = vec![PAPER];
        self.inks.clear();
    }

    fn ink(&mut self, colour: Colour) -> usize {
        if let Some(at) = self.inks.iter().position(|it| it.colour == colour) {
            return at;
        }
        let number = number(&mut self.palette, colour);
        let mixtures = vec![[NONE; MOST]; usize::from(STEPS)];
        self.inks.push(Ink { colour, number, mixtures });
        self.inks.len() - 1
    }

    /// Puts a form where it covers the sheet.
    pub(super) fn stamp(&mut self, covers: &Covers, at: (i32, i32), colour: Colour) {
        let ink = self.ink(colour);
        let (Some(ink), palette) = (self.inks.get_mut(ink), &mut self.palette) else { return };
        let place = |it: i32| usize::try_from(it.max(0)).unwrap_or(0);
        for (y, runs) in covers.rows() {
            let Ok(y) = usize::try_from(y + at.1) else { continue };
            let line = self.dots.get_mut(y * self.width..(y + 1) * self.width);
            let Some(line) = line else { continue };
            for run in runs {
                let left = run.x + at.0;
                let (from, to) = (place(left), place(left + run.length).min(line.len()));
                if let Some(dots) = line.get_mut(from..to) {
                    lay(dots, ink, palette, run.step);
                }
            }
        }
    }

    /// Fills a rectangle with upright edges.
    pub(super) fn fill(&mut self, from: (f32, f32), to: (f32, f32), colour: Colour) {
        let ink = self.ink(colour);
        let (Some(ink), palette) = (self.inks.get_mut(ink), &mut self.palette) else { return };
        let step = |cover: f32| u8::try_from(whole(cover * f32::from(STEPS))).unwrap_or(0);
        let height = self.dots.len() / self.width.max(1);
        let columns = stripes(from.0, to.0, self.width);
        for (rows, part) in stripes(from.1, to.1, height) {
            let steps = columns.each_ref().map(|it| (&it.0, step(it.1 * part)));
            let steps: Vec<_> =
                steps.into_iter().filter(|it| it.1 > 0 && !it.0.is_empty()).collect();
            for y in rows {
                let line = self.dots.get_mut(y * self.width..(y + 1) * self.width);
                let Some(line) = line else { continue };
                for (across, step) in &steps {
                    if let Some(dots) = line.get_mut((*across).clone()) {
                        lay(dots, ink, palette, *step);
                    }
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

/// The dots between two places, those behind the last of a sheet left out: the first, those that lie
/// between them as a whole, and the last, each with the part of it that lies between them.
fn stripes(from: f32, to: f32, most: usize) -> [(Range<usize>, f32); 3] {
    let place = |it: f32| usize::try_from(whole(it).max(0)).unwrap_or(0).min(most);
    let (first, last) = (from.floor(), to.ceil());
    let (inner, behind) = (from.ceil(), to.floor());
    if inner > behind {
        // Both lie within one dot.
        return [(place(first)..place(last), to - from), (0..0, 0.0), (0..0, 0.0)];
    }
    [
        (place(first)..place(inner), inner - from),
        (place(inner)..place(behind), 1.0),
        (place(behind)..place(last), to - behind),
    ]
}

/// Covers dots by this step.
fn lay(dots: &mut [u8], ink: &mut Ink, palette: &mut Vec<Colour>, step: u8) {
    if step == 0 {
        return;
    }
    let Some(mixtures) = ink.mixtures.get_mut(usize::from(step)) else {
        return dots.fill(ink.number);
    };
    for dot in dots {
        let known = &mut mixtures[usize::from(*dot)];
        if *known == NONE {
            let under = palette.get(usize::from(*dot)).copied().unwrap_or(PAPER);
            *known = u16::from(number(palette, mixed(under, ink.colour, step)));
        }
        *dot = u8::try_from(*known).unwrap_or(ink.number);
    }
}

/// A colour that another covers by this step.
fn mixed(under: Colour, over: Colour, step: u8) -> Colour {
    let mut mixed = under;
    for (mixed, over) in mixed.iter_mut().zip(over) {
        let sum = u16::from(*mixed) * u16::from(STEPS - step) + u16::from(over) * u16::from(step);
        *mixed = u8::try_from((sum + u16::from(STEPS / 2)) / u16::from(STEPS)).unwrap_or(over);
    }
    mixed
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
