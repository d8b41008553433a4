//! What the classes of the style sheet of pictures say of colours, lines and type.

use std::collections::BTreeMap;

use zeno::{Cap, Join};

use crate::render::process::style;

/// Red, green and blue.
pub(super) type Colour = [u8; 3];

/// How an element is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rule {
    pub(super) fill: Option<Colour>,
    pub(super) stroke: Option<Colour>,
    /// Width of the stroke, in pixels.
    pub(super) width: f32,
    pub(super) dashes: Option<[f32; 2]>,
    pub(super) join: Join,
    pub(super) cap: Cap,
    /// Size of type, in pixels.
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Which part of its length a text reaches back from where it stands.
    pub(super) anchor: f32,
    /// Space after each letter, in pixels.
    pub(super) spacing: f32,
}

const PLAIN: Rule = Rule {
    fill: Some([0; 3]),
    stroke: None,
    width: 1.0,
    dashes: None,
    join: Join::Miter,
    cap: Cap::Butt,
    size: 12.0,
    bold: false,
    italic: false,
    anchor: 0.0,
    spacing: 0.0,
};

/// The rules of the style sheet, in its order, and what they make of names that were asked for.
pub(super) struct Rules {
    sheet: Vec<(String, Vec<(String, String)>)>,
    known: BTreeMap<String, Rule>,
}

impl Default for Rules {
    fn default() -> Self {
        let text = style::plain();
        let rules = text.lines().filter_map(|line| {
            let (name, rest) = line.strip_prefix('.')?.split_once('{')?;
            let parts = rest.trim_end_matches('}').split(';');
            let pairs = parts.filter_map(|it| it.split_once(':'));
            let owned = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
            Some((name.to_owned(), owned.collect()))
        });
        Self { sheet: rules.collect(), known: BTreeMap::new() }
    }
}

impl Rules {
    /// How an element of these classes is drawn.
    pub(super) fn of(&mut self, classes: &str) -> Rule {
        if let Some(known) = self.known.get(classes) {
            return *known;
        }
        let mut rule = PLAIN;
        for (name, pairs) in &self.sheet {
            if name == "gp" || classes.split(' ').any(|it| it == name) {
                for (name, value) in pairs {
                    set(&mut rule, name, value);
                }
            }
        }
        self.known.insert(classes.to_owned(), rule);
        rule
    }
}

fn set(rule: &mut Rule, name: &str, value: &str) {
    let number = || value.trim_end_matches("px").parse().unwrap_or(0.0);
    match name {
        "fill" => rule.fill = colour(value),
        "stroke" => rule.stroke = colour(value),
        "stroke-width" => rule.width = number(),
        "stroke-dasharray" => {
            let mut parts = value.split(' ').filter_map(|it| it.parse().ok());
            rule.dashes = parts.next().zip(parts.next()).map(|(on, off)| [on, off]);
        }
        "stroke-linejoin" if value == "round" => rule.join = Join::Round,
        "stroke-linecap" if value == "round" => rule.cap = Cap::Round,
        "font-size" => rule.size = number(),
        "font-weight" => rule.bold = value == "bold",
        "font-style" => rule.italic = value == "italic",
        "letter-spacing" => rule.spacing = number(),
        "text-anchor" => {
            rule.anchor = match value {
                "middle" => 0.5,
                "end" => 1.0,
                _ => 0.0,
            }
        }
        _ => {}
    }
}

fn colour(value: &str) -> Option<Colour> {
    let digits = value.strip_prefix('#')?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}
