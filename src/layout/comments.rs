//! Comments of a file, and to what each of them belongs.

use crate::text::Span;

/// The comments of one text, in order.
pub(super) struct Comments<'a> {
    text: &'a str,
    spans: &'a [Span],
}

/// One comment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Comment<'a> {
    /// Its first byte.
    pub(super) start: usize,
    /// From `#` on, without blanks at the end.
    pub(super) text: &'a str,
}

impl<'a> Comments<'a> {
    /// The comments at these places of `text`.
    pub(super) fn new(text: &'a str, spans: &'a [Span]) -> Self {
        Self { text, spans }
    }

    /// Those that begin from `from` on and before `to`.
    pub(super) fn within(&self, from: usize, to: usize) -> impl Iterator<Item = Comment<'a>> {
        let first = self.spans.partition_point(|span| (span.start as usize) < from);
        let text = self.text;
        let rest = self.spans.get(first..).unwrap_or(&[]).iter();
        rest.take_while(move |span| (span.start as usize) < to).map(move |span| {
            let start = span.start as usize;
            Comment { start, text: text.get(start..span.end as usize).unwrap_or("").trim_end() }
        })
    }

    /// Whether nothing but blanks stands before `at` on its line.
    pub(super) fn begins_line(&self, at: usize) -> bool {
        self.text.get(line_start(self.text, at)..at).is_some_and(|it| it.trim().is_empty())
    }

    /// Where what stands up to `end` is over, with the comments that belong to it: one on the same
    /// line, and those below that are indented by at least `column`.
    pub(super) fn end_with_tail(&self, end: usize, limit: usize, column: usize) -> usize {
        let mut last = end;
        for comment in self.within(end, limit) {
            let own_line = self.begins_line(comment.start);
            let start = line_start(self.text, comment.start);
            let same_line = !own_line && start <= end && last == end;
            let below = own_line && comment.start - start >= column;
            if !same_line && !below {
                break;
            }
            last = comment.start + comment.text.len();
        }
        last
    }

    /// Whether the line above the one `at` is on is blank.
    pub(super) fn is_blank_above(&self, at: usize) -> bool {
        let start = line_start(self.text, at);
        let Some(above) = start.checked_sub(1) else { return false };
        let line = self.text.get(line_start(self.text, above)..above).unwrap_or("x");
        line.trim().is_empty()
    }
}

/// The first byte of the line `at` is on.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
    before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1)
}

/// The end of the line `at` is on, without the line break.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let after = bytes.get(at..).unwrap_or(&[]);
    let end = after.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |next| at + next);
    if end > at && bytes.get(end - 1) == Some(&b'\r') { end - 1 } else { end }
}
