//! The records of a CSV text, one after the other, with the place of each.

use std::cell::Cell;
use std::mem;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

thread_local! {
    /// A reader that has read its text: to make another takes longer than to read most of the texts
    /// of the catalogue, and a copy of one reads nothing.
    static FREE: Cell<Option<Reader>> = const { Cell::new(None) };
}

/// How many more cells there is room for, each time that room is made.
const MORE_CELLS: usize = 256;

/// One record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record {
    /// Its first byte in the text, behind the mark of UTF-8; line ends may stand before it.
    pub(super) byte: usize,
    /// The first of its cells among all, and how many there are.
    pub(super) first: usize,
    /// How many cells it has.
    pub(super) count: usize,
}

/// The records of a text, and the cells of those that were read.
pub(super) struct Records<'t> {
    text: &'t str,
    reader: Reader,
    /// How much of the text is read.
    read: usize,
    /// The cells, one after the other, and how much of the room is filled.
    cells: Vec<u8>,
    written: usize,
    /// Where each cell ends, and how much of the room is filled.
    ends: Vec<usize>,
    count: usize,
}

impl<'t> Records<'t> {
    /// Of this text, from its beginning.
    pub(super) fn of(text: &'t str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // A cell is never longer than what it is written as.
        let cells = vec![0; text.len() + 1];
        let ends = vec![0; MORE_CELLS];
        let mut reader = FREE.take().unwrap_or_else(|| ReaderBuilder::new().build());
        reader.reset();
        Self { text, reader, read: 0, cells, written: 0, ends, count: 0 }
    }

    /// The cells of a record that was read.
    pub(super) fn cells(&self, of: Record) -> impl Iterator<Item = &str> {
        let ends = self.ends.get(of.first..of.first + of.count).unwrap_or(&[]);
        let before = of.first.checked_sub(1).and_then(|at| self.ends.get(at));
        let mut start = before.copied().unwrap_or_default();
        ends.iter().map(move |end| {
            let cell = self.cells.get(start..*end).unwrap_or(&[]);
            start = *end;
            str::from_utf8(cell).unwrap_or_default()
        })
    }

    /// Lets go of the cells that were read so far.
    pub(super) fn forget(&mut self) {
        (self.written, self.count) = (0, 0);
    }

    /// The cells that were read, one after the other, and where each ends.
    pub(super) fn finish(mut self) -> (String, Vec<usize>) {
        let (mut cells, mut ends) = (mem::take(&mut self.cells), mem::take(&mut self.ends));
        cells.truncate(self.written);
        ends.truncate(self.count);
        // Cells are parts of a text between characters of one byte, so that they are text, too.
        (String::from_utf8(cells).unwrap_or_default(), ends)
    }
}

impl Drop for Records<'_> {
    fn drop(&mut self) {
        FREE.set(Some(mem::take(&mut self.reader)));
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        let (byte, first, start) = (self.read, self.count, self.written);
        loop {
            if self.count == self.ends.len() {
                self.ends.resize(self.count + MORE_CELLS, 0);
            }
            let text = self.text.as_bytes().get(self.read..).unwrap_or(&[]);
            let (cells, ends) =
                (self.cells.get_mut(self.written..), self.ends.get_mut(self.count..));
            let (result, read, written, count) =
                self.reader.read_record(text, cells.unwrap_or(&mut []), ends.unwrap_or(&mut []));
            for end in self.ends.iter_mut().skip(self.count).take(count) {
                *end += start;
            }
            self.read += read;
            self.written += written;
            self.count += count;
            match result {
                ReadRecordResult::Record => {
                    return Some(Record { byte, first, count: self.count - first });
                }
                ReadRecordResult::End => return None,
                // There is always room, so that this ends with the text.
                _ => {}
            }
        }
    }
}
