//! Letters as dots: each form is drawn once and then copied, with four places within a dot.

use std::collections::BTreeMap;

use ttf_parser::{Face, GlyphId, OutlineBuilder};
use zeno::{Command, Mask, Point, Scratch, Transform};

use crate::render::process::dots::covers::{Covers, grown};
use crate::render::process::dots::whole;

/// The fonts that stand for Arial, with its widths: upright and bold. Slanted letters are made of them.
const FONTS: [&[u8]; 2] = [
    include_bytes!("../../../typeset/fonts/LiberationSans-Regular.ttf"),
    include_bytes!("../../../typeset/fonts/LiberationSans-Bold.ttf"),
];
/// Places of a letter within a dot that are told apart.
const PLACES: i32 = 4;
/// How far a slanted letter leans: twelve degrees.
const SLANT: f32 = 0.2126;

/// The type that a letter is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Type {
    /// Size, in sixteenths of a dot.
    size: i32,
    bold: bool,
    italic: bool,
    turned: bool,
}

impl Type {
    pub(super) fn new(size: f32, bold: bool, italic: bool, turned: bool) -> Self {
        Self { size: whole(size * 16.0), bold, italic, turned }
    }

    #[allow(clippy::cast_precision_loss, reason = "sizes of type are small")]
    fn size(self) -> f32 {
        self.size as f32 / 16.0
    }
}

/// What is known of a letter in a type.
struct Letter {
    id: GlyphId,
    /// How far the pen moves on, in dots.
    advance: f32,
    /// Its forms, then those of its outline; by the place within a dot.
    stamps: [Option<Covers>; 2 * PLACES as usize],
}

/// The letters that were used.
pub(super) struct Letters {
    faces: Vec<Face<'static>>,
    known: BTreeMap<Type, BTreeMap<char, Letter>>,
    scratch: Scratch,
}

impl Default for Letters {
    fn default() -> Self {
        let faces = FONTS.iter().filter_map(|it| Face::parse(it, 0).ok()).collect();
        Self { faces, known: BTreeMap::new(), scratch: Scratch::new() }
    }
}

/// The letters of one type.
pub(super) struct Font<'a> {
    kind: Type,
    face: &'a Face<'static>,
    known: &'a mut BTreeMap<char, Letter>,
    scratch: &'a mut Scratch,
}

impl Letters {
    /// The letters of this type; nothing if its font cannot be read.
    pub(super) fn font(&mut self, kind: Type) -> Option<Font<'_>> {
        let face = self.faces.get(usize::from(kind.bold))?;
        let known = self.known.entry(kind).or_default();
        Some(Font { kind, face, known, scratch: &mut self.scratch })
    }
}

impl Font<'_> {
    /// How far the pen moves on after a letter, in dots.
    pub(super) fn advance(&mut self, c: char) -> f32 {
        let Self { kind, face, known, .. } = self;
        known.entry(c).or_insert_with(|| Letter::new(face, *kind, c)).advance
    }

    /// A letter, or its rim, which is half of such a width, with the pen at this place; and where its
    /// dots stand.
    pub(super) fn stamp(
        &mut self,
        c: char,
        outline: Option<f32>,
        pen: (f32, f32),
    ) -> Option<(&Covers, (i32, i32))> {
        let kind = self.kind;
        // Along the line four places are told apart; across it letters stand on whole dots.
        let places = [pen.0, pen.1].map(|it| whole(it * 4.0));
        let along = places[usize::from(kind.turned)];
        let (dot, place) = (along.div_euclid(PLACES), along.rem_euclid(PLACES));
        let base = if kind.turned { (whole(pen.0), dot) } else { (dot, whole(pen.1)) };
        let at = usize::try_from(place).ok()? + if outline.is_some() { 4 } else { 0 };
        let Self { face, known, scratch, .. } = self;
        let letter = known.entry(c).or_insert_with(|| Letter::new(face, kind, c));
        let id = letter.id;
        let stamp = letter.stamps.get_mut(at)?;
        let stamp = stamp.get_or_insert_with(|| draw(face, id, kind, outline, place, scratch));
        Some((stamp, base))
    }
}

impl Letter {
    fn new(face: &Face, kind: Type, c: char) -> Self {
        // A space that the font lacks is as wide as the one it has.
        let c = if c.is_whitespace() && face.glyph_index(c).is_none() { ' ' } else { c };
        let id = face.glyph_index(c).unwrap_or(GlyphId(0));
        let advance = f32::from(face.glyph_hor_advance(id).unwrap_or(0));
        let advance = advance / f32::from(face.units_per_em()) * kind.size();
        let unseen = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
        let (id, advance) = if unseen { (GlyphId(u16::MAX), 0.0) } else { (id, advance) };
        Self { id, advance, stamps: Default::default() }
    }
}

#[allow(clippy::cast_precision_loss, reason = "a place is 0 to 3")]
fn draw(
    face: &Face,
    id: GlyphId,
    kind: Type,
    outline: Option<f32>,
    place: i32,
    scratch: &mut Scratch,
) -> Covers {
    let mut path = Path(Vec::new());
    face.outline_glyph(id, &mut path);
    let size = kind.size() / f32::from(face.units_per_em());
    let shift = place as f32 / PLACES as f32;
    let lean = if kind.italic { SLANT * size } else { 0.0 };
    // The y axis of fonts points up; turned text runs from bottom to top.
    let transform = match kind.turned {
        false => Transform::new(size, 0.0, lean, -size, shift, 0.0),
        true => Transform::new(0.0, -size, -size, -lean, 0.0, shift),
    };
    for command in &mut path.0 {
        *command = command.transform(&transform);
    }
    let (mask, placed) = Mask::with_scratch(&path.0, scratch).render();
    let Some(rim) = outline else {
        return Covers::of(&mask, placed.width, (placed.left, placed.top));
    };
    let width = usize::try_from(placed.width).unwrap_or(0);
    let (mask, width, reach) = grown(&mask, width, rim / 2.0);
    let width = u32::try_from(width).unwrap_or(0);
    Covers::of(&mask, width, (placed.left - reach, placed.top - reach))
}

/// The outline of a letter, as the font has it.
struct Path(Vec<Command>);

impl OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.push(Command::MoveTo(Point::new(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.push(Command::LineTo(Point::new(x, y)));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.push(Command::QuadTo(Point::new(x1, y1), Point::new(x, y)));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (a, b) = (Point::new(x1, y1), Point::new(x2, y2));
        self.0.push(Command::CurveTo(a, b, Point::new(x, y)));
    }

    fn close(&mut self) {
        self.0.push(Command::Close);
    }
}
