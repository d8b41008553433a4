//! Bytes to text: UTF-8, or a finding that names what was found instead.

use crate::diag::Finding;
use crate::syntax::MAX_BYTES;
use crate::syntax::codes;
use crate::text::{FileId, Span};
use crate::words::{Words, words};

const UTF_16: Words = words("UTF-16", "UTF-16");
const WINDOWS_1252: Words = words("Windows-1252 or Latin-1", "Windows-1252 ou Latin-1");
const BINARY: Words = words("no text at all", "autre chose que du texte");
const TRUNCATED: Words = words(
    "UTF-8 that breaks off in the middle of a character",
    "UTF-8 interrompu au milieu d’un caractère",
);

/// Why bytes are not a text that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undecodable {
    /// More bytes than are read.
    TooLarge {
        /// How many there are.
        bytes: usize,
    },
    /// Not UTF-8.
    NotUtf8 {
        /// What it looks like.
        encoding: Words,
        /// The first byte that does not fit, from 0.
        byte: usize,
        /// The line it is on, from 1.
        line: usize,
    },
}

impl Undecodable {
    /// The finding to report for `file`, which was added with an empty text: it has no place to
    /// point at.
    pub fn finding(self, file: FileId) -> Finding {
        let head = Span::new(file, 0, 0);
        match self {
            Self::TooLarge { bytes } => Finding::new(&codes::FILE_TOO_LARGE, head)
                .arg("bytes", bytes)
                .arg("limit", MAX_BYTES),
            Self::NotUtf8 { encoding, byte, line } => Finding::new(&codes::NOT_UTF8, head)
                .arg_words("encoding", encoding)
                .arg("byte", byte)
                .arg("line", line),
        }
    }
}

/// The text of a file's bytes, without a byte order mark.
///
/// # Errors
///
/// When there are more than [`MAX_BYTES`] bytes or they are not UTF-8. A text that could not be
/// decoded is not parsed; add it empty and report [`Undecodable::finding`].
pub fn decode(bytes: Vec<u8>) -> Result<String, Undecodable> {
    if bytes.len() > MAX_BYTES {
        return Err(Undecodable::TooLarge { bytes: bytes.len() });
    }
    if let [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] = bytes[..] {
        return Err(Undecodable::NotUtf8 { encoding: UTF_16, byte: 0, line: 1 });
    }
    if let Some(byte) = sixteen_bits(&bytes) {
        return Err(not_utf8(&bytes, UTF_16, byte));
    }
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let bad = error.utf8_error();
        let bytes = error.as_bytes();
        let encoding = match bad.error_len() {
            None => TRUNCATED,
            Some(_) if bytes.contains(&0) => BINARY,
            Some(_) => WINDOWS_1252,
        };
        not_utf8(bytes, encoding, bad.valid_up_to())
    })?;
    if text.starts_with('\u{FEFF}') {
        text.drain(..'\u{FEFF}'.len_utf8());
    }
    Ok(text)
}

fn not_utf8(bytes: &[u8], encoding: Words, byte: usize) -> Undecodable {
    let before = bytes.get(..byte).unwrap_or(&[]);
    let line = before.split(|byte| *byte == b'\n').count();
    Undecodable::NotUtf8 { encoding, byte, line }
}

/// Where UTF-16 without a byte order mark shows: Latin letters with a zero byte on one side.
fn sixteen_bits(bytes: &[u8]) -> Option<usize> {
    let head = bytes.get(..bytes.len().min(64))?;
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let half = head.len() / 2;
    let one_side = |zero: usize, other: usize| half >= 2 && zero * 4 >= half * 3 && other == 0;
    let (even, odd) = (zeros(0), zeros(1));
    if one_side(even, odd) || one_side(odd, even) {
        head.iter().position(|b| *b == 0)
    } else {
        None
    }
}
