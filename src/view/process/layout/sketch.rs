//! What is to be laid out, free of what it means: bodies of a size in bands, and lines between them.

/// Everything that is to find its place.
#[derive(Clone, Debug, Default)]
pub(super) struct Sketch {
    /// How many pools there are.
    pub(super) pools: usize,
    /// The lanes.
    pub(super) lanes: Vec<Band>,
    /// The bodies.
    pub(super) bodies: Vec<Body>,
    /// The lines, sequence flows before message flows.
    pub(super) lines: Vec<Line>,
    /// Whether lines meet the left and right side of boxes side by side too, each with a number.
    pub(super) numbered: bool,
}

/// A lane.
#[derive(Clone, Debug)]
pub(super) struct Band {
    /// Its pool.
    pub(super) pool: usize,
    /// The height that its name needs.
    pub(super) height: i32,
}

/// A node.
#[derive(Clone, Debug)]
pub(super) struct Body {
    /// Its lane.
    pub(super) lane: usize,
    /// Half its width.
    pub(super) half_width: i32,
    /// Half its height.
    pub(super) half_height: i32,
    /// Whether lines may meet its upper and lower side anywhere, or only in the middle.
    pub(super) is_box: bool,
    /// The lines of its name, where that stands outside; empty where it stands inside.
    pub(super) name: Vec<String>,
}

/// A flow.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The body it leaves.
    pub(super) from: usize,
    /// The body it comes to.
    pub(super) to: usize,
    /// Whether it goes from pool to pool.
    pub(super) message: bool,
    /// Whether a stroke near its beginning marks it as the one taken when no other is.
    pub(super) default: bool,
    /// The lines of its label.
    pub(super) label: Vec<String>,
}
