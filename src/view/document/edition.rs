//! A document as it is put on paper: in one language, or in two side by side, as treaties are.

use std::collections::{BTreeMap, BTreeSet};

use crate::view::document::{
    Block, Bracket, Document, Inline, Inlines, Paper, Point, Table, plain, walk,
};
use crate::words::{Lang, Languages};

/// A document in one language or in two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edition {
    /// In one language.
    One(Box<Document>),
    /// In two languages side by side, paragraph by paragraph.
    Parallel(Box<Parallel>),
}

/// A document in two languages side by side.
///
/// The names of places are told apart: one that both documents have begins with its language in the
/// right one, as `fr-scope`, except where both share one place (a merged table). So every name
/// occurs once, and a writer need not rename anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parallel {
    /// The document of the left column. Its blocks and notes stand in `rows` and `footnotes`.
    pub left: Document,
    /// The document of the right column. Its blocks and notes stand in `rows` and `footnotes`.
    pub right: Document,
    /// The blocks of both, from first to last.
    pub rows: Vec<Pair>,
    /// Every point that is not agreed; brackets of both languages count in this list.
    pub points: Vec<Point>,
    /// Notes at the foot of the page, of both languages, in the order of their marks.
    pub footnotes: Vec<Footnote>,
}

/// A note of an edition in two languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// The language it is written in.
    pub lang: Lang,
    /// What it says.
    pub text: Inlines,
}

/// Blocks that say the same in two languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// How they are set.
    pub setting: Setting,
    /// The block of the left document; none where only the other has one.
    pub left: Option<Block>,
    /// The block of the right document; none where only the other has one, and none where both
    /// languages stand in one block ([`Setting::Merged`]).
    pub right: Option<Block>,
}

/// How the two blocks of a pair are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Side by side.
    Columns,
    /// Each over the whole width, the left one first: figures, and tables that differ in shape.
    Stacked,
    /// One block over the whole width that says everything in both languages: a table, in which
    /// the words of the right language are [`Inline::Translation`].
    Merged,
}

impl Edition {
    /// One language alone, or the left and the right one.
    pub fn languages(&self) -> Languages {
        match self {
            Self::One(document) => Languages::One(document.lang),
            Self::Parallel(it) => Languages::Two(it.left.lang, it.right.lang),
        }
    }

    /// The document that gives title, version and mark: the only one, or the left one.
    pub fn first(&self) -> &Document {
        match self {
            Self::One(document) => document,
            Self::Parallel(it) => &it.left,
        }
    }

    /// What kind of document it is.
    pub fn paper(&self) -> Paper {
        self.first().paper
    }

    /// Every point that is not agreed, in the order in which it is met.
    pub fn points(&self) -> &[Point] {
        match self {
            Self::One(document) => &document.points,
            Self::Parallel(it) => &it.points,
        }
    }
}

impl Parallel {
    /// Sets two documents side by side that were made from one block by the same templates.
    pub fn new(mut left: Document, mut right: Document) -> Self {
        let points = share_points(&mut left, &mut right);
        let mut rows = align(split(&mut left.blocks), split(&mut right.blocks));
        tell_apart(&mut rows, right.lang);
        // Two drawings above each other leave no room on a page for the text.
        if left.paper == Paper::Summary {
            let figure = |it: &Option<Block>| matches!(it, Some(Block::Figure(_)));
            for pair in rows.iter_mut().filter(|it| figure(&it.left) && figure(&it.right)) {
                pair.setting = Setting::Columns;
            }
        }
        for pair in &mut rows {
            merge(pair, right.lang);
        }
        let notes = [
            (left.lang, std::mem::take(&mut left.footnotes)),
            (right.lang, std::mem::take(&mut right.footnotes)),
        ];
        let footnotes = number_footnotes(&mut rows, notes);
        Self { left, right, rows, points, footnotes }
    }

    /// The blocks of the left column, or those of the right one; merged blocks are in both.
    pub fn column(&self, lang: Lang) -> impl Iterator<Item = &Block> {
        let left = lang == self.left.lang;
        self.rows.iter().filter_map(move |pair| match pair.setting {
            Setting::Merged => pair.left.as_ref(),
            _ if left => pair.left.as_ref(),
            _ => pair.right.as_ref(),
        })
    }
}

/// One list of points for both documents: the brackets of the right one count in it, too.
fn share_points(left: &mut Document, right: &mut Document) -> Vec<Point> {
    let mut points = std::mem::take(&mut left.points);
    let mut positions: BTreeMap<String, usize> =
        points.iter().enumerate().map(|(at, point)| (point.path.clone(), at)).collect();
    let mut place = Vec::with_capacity(right.points.len());
    for point in std::mem::take(&mut right.points) {
        let at = *positions.entry(point.path.clone()).or_insert(points.len());
        if at == points.len() {
            points.push(point);
        }
        place.push(at);
    }
    walk::runs(&mut right.blocks, &mut |run| {
        walk::pieces(run, &mut |inline| {
            if let Inline::Bracket(bracket) = inline {
                bracket.point = place.get(bracket.point).copied().unwrap_or(bracket.point);
            }
        });
    });
    walk::names(&mut right.blocks, &mut |name| {
        let at = Point::position(name);
        if let Some(at) = at.and_then(|at| place.get(at)) {
            *name = Point::link(*at);
        }
    });
    points
}

/// Definitions stand by themselves, so that each is beside its own in the other language.
fn split(blocks: &mut Vec<Block>) -> Vec<Block> {
    let mut out = Vec::with_capacity(blocks.len());
    for block in std::mem::take(blocks) {
        match block {
            Block::Definitions(list) => {
                out.extend(list.into_iter().map(|it| Block::Definitions(vec![it])));
            }
            other => out.push(other),
        }
    }
    out
}

/// What tells a block from the others of its document; blocks without a name are told by kind.
fn key(block: &Block) -> (u8, &str) {
    match block {
        Block::Heading(it) => (0, &it.anchor),
        Block::Clause(it) => (1, &it.anchor),
        Block::Table(it) => (2, &it.anchor),
        Block::Figure(it) => (3, &it.anchor),
        Block::Definitions(list) => (4, list.first().map_or("", |it| &it.anchor)),
        Block::Paragraph(_) => (5, ""),
        Block::List(_) => (6, ""),
        Block::Note(_) => (7, ""),
        Block::Contents => (8, ""),
    }
}

/// Pairs the blocks of two documents by their names, and those between by their order.
///
/// Definitions follow the alphabet of the left language: each language has its own.
fn align(left: Vec<Block>, mut right: Vec<Block>) -> Vec<Pair> {
    sort_as(&left, &mut right);
    let at_left = places(&left);
    let at_right = places(&right);
    let later = |map: &BTreeMap<(u8, String), usize>, block: &Block, from: usize| {
        let (kind, name) = key(block);
        let at = (!name.is_empty()).then(|| map.get(&(kind, name.to_owned()))).flatten();
        at.copied().filter(|at| *at >= from)
    };
    // Which place of the left stands beside which of the right.
    let (mut i, mut j) = (0, 0);
    let mut order: Vec<(bool, bool)> = Vec::with_capacity(left.len().max(right.len()));
    while i < left.len() || j < right.len() {
        let step = match (left.get(i), right.get(j)) {
            (Some(a), Some(b)) if key(a) == key(b) => (true, true),
            (Some(a), Some(b)) => match (later(&at_right, a, j), later(&at_left, b, i)) {
                // The left block comes later at the right: what stands before it there is alone.
                (Some(there), Some(here)) if there - j <= here - i => (false, true),
                (Some(_), None) => (false, true),
                (_, _) => (true, false),
            },
            (here, _) => (here.is_some(), here.is_none()),
        };
        i += usize::from(step.0);
        j += usize::from(step.1);
        order.push(step);
    }
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    let pairs = order.into_iter().map(|(a, b)| {
        let left = if a { left.next() } else { None };
        let right = if b { right.next() } else { None };
        let wide = |it: &Block| matches!(it, Block::Table(_) | Block::Figure(_));
        let setting = match left.iter().chain(&right).any(wide) {
            true => Setting::Stacked,
            false => Setting::Columns,
        };
        Pair { setting, left, right }
    });
    pairs.collect()
}

/// Where each block with a name stands.
fn places(blocks: &[Block]) -> BTreeMap<(u8, String), usize> {
    let named = blocks.iter().enumerate().filter(|(_, block)| !key(block).1.is_empty());
    named.map(|(at, block)| ((key(block).0, key(block).1.to_owned()), at)).collect()
}

/// Puts each stretch of definitions into the order that the left document has.
fn sort_as(left: &[Block], right: &mut [Block]) {
    let order = places(left);
    let defines = |block: &Block| matches!(block, Block::Definitions(_));
    for stretch in right.chunk_by_mut(|a, b| defines(a) && defines(b)) {
        if stretch.first().is_some_and(defines) {
            let place = |block: &Block| {
                let (kind, name) = key(block);
                order.get(&(kind, name.to_owned())).copied().unwrap_or(usize::MAX)
            };
            stretch.sort_by_cached_key(place);
        }
    }
}

/// Renames the places of the right document that the left one has, too, except those that a
/// merged table has for both.
fn tell_apart(rows: &mut [Pair], lang: Lang) {
    let mut taken = BTreeSet::new();
    for block in rows.iter_mut().filter_map(|pair| pair.left.as_mut()) {
        walk::names(std::slice::from_mut(block), &mut |name| {
            taken.insert(name.clone());
        });
    }
    for pair in rows.iter_mut() {
        if let (Some(Block::Table(a)), Some(Block::Table(b))) = (&pair.left, &pair.right)
            && same_shape(a, b)
        {
            pair.setting = Setting::Merged;
            taken.remove(&a.anchor);
            for row in &a.rows {
                taken.remove(&row.anchor);
            }
        }
    }
    let rename = |name: &mut String| {
        if !name.is_empty() && taken.contains(name.as_str()) {
            *name = format!("{}-{name}", lang.code());
        }
    };
    for block in rows.iter_mut().filter_map(|pair| pair.right.as_mut()) {
        let block = std::slice::from_mut(block);
        walk::names(block, &mut |name| rename(name));
        walk::runs(block, &mut |run| {
            walk::pieces(run, &mut |inline| {
                if let Inline::Reference { anchor, .. } | Inline::Term { anchor, .. } = inline {
                    rename(anchor);
                }
            });
        });
    }
}

fn same_shape(a: &Table, b: &Table) -> bool {
    a.anchor == b.anchor
        && (a.columns.len(), a.rows.len(), a.row_header)
            == (b.columns.len(), b.rows.len(), b.row_header)
        && a.rows.iter().zip(&b.rows).all(|(a, b)| {
            (&a.anchor, a.group, a.level, a.cells.len())
                == (&b.anchor, b.group, b.level, b.cells.len())
        })
}

/// Makes one table of two that say the same.
fn merge(pair: &mut Pair, lang: Lang) {
    if pair.setting != Setting::Merged {
        return;
    }
    let (Some(Block::Table(table)), Some(Block::Table(other))) = (&mut pair.left, &mut pair.right)
    else {
        return;
    };
    let mut caption = Inlines::new();
    if !other.label.is_empty() {
        let label = crate::words::document::CAPTION.with(lang, &[("label", &other.label)]);
        caption.push(Inline::Text(label));
    }
    caption.append(&mut other.caption);
    join(&mut table.caption, caption, lang);
    for (column, other) in table.columns.iter_mut().zip(&mut other.columns) {
        join(&mut column.title, std::mem::take(&mut other.title), lang);
    }
    for (row, other) in table.rows.iter_mut().zip(&mut other.rows) {
        for (cell, other) in row.cells.iter_mut().zip(&mut other.cells) {
            join(cell, std::mem::take(other), lang);
        }
    }
    pair.right = None;
}

/// Adds the words of the other language; where both are the same, the marks of its notes alone.
fn join(run: &mut Inlines, mut other: Inlines, lang: Lang) {
    if plain(run) == plain(&other) {
        other.retain(|inline| matches!(inline, Inline::Footnote(_)));
        if !other.is_empty() {
            run.push(Inline::Translation { lang, text: other });
        }
        return;
    }
    if other.is_empty() {
        return;
    }
    if !run.is_empty() {
        run.push(Inline::Break);
    }
    run.push(Inline::Translation { lang, text: other });
}

/// Numbers the notes of both documents in the order in which their marks are met. A note that is
/// marked several times is one note.
fn number_footnotes(rows: &mut [Pair], notes: [(Lang, Vec<Inlines>); 2]) -> Vec<Footnote> {
    let [(first, mut left), (second, mut right)] = notes;
    let mut out: Vec<Footnote> = Vec::with_capacity(left.len() + right.len());
    let mut numbers: BTreeMap<(bool, usize), usize> = BTreeMap::new();
    let mut take = |place: &mut usize, own: &mut [Inlines], lang: Lang| {
        *place = *numbers.entry((lang == second, *place)).or_insert_with(|| {
            let text = own.get_mut(*place).map(std::mem::take).unwrap_or_default();
            out.push(Footnote { lang, text });
            out.len() - 1
        });
    };
    for pair in rows {
        if let Some(block) = &mut pair.left {
            walk::runs(std::slice::from_mut(block), &mut |run| {
                number_in(run, false, &mut |place, is_right| match is_right {
                    true => take(place, &mut right, second),
                    false => take(place, &mut left, first),
                });
            });
        }
        if let Some(block) = &mut pair.right {
            walk::runs(std::slice::from_mut(block), &mut |run| {
                number_in(run, true, &mut |place, _| take(place, &mut right, second));
            });
        }
    }
    out
}

/// Calls `visit` for every mark of a note, and says whether it belongs to the right document.
fn number_in(run: &mut Inlines, is_right: bool, visit: &mut dyn FnMut(&mut usize, bool)) {
    for inline in run {
        match inline {
            Inline::Footnote(place) => visit(place, is_right),
            Inline::Translation { text, .. } => number_in(text, true, visit),
            Inline::Strong(text)
            | Inline::Emphasis(text)
            | Inline::Link { text, .. }
            | Inline::Term { text, .. }
            | Inline::Foreign { text, .. }
            | Inline::Stale(text)
            | Inline::Bracket(Bracket { text, .. }) => number_in(text, is_right, visit),
            Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::Reference { .. } => {}
        }
    }
}
